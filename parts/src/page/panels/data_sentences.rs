//! Sentences with numbers about what is on file for an edition.

use super::sentences::list;
use dti_formats::link::Language::{self, En, Vi};

/// "Về số liệu: DTI 2022 (63 tỉnh, thành)"
pub(super) fn title(about: &str, edition: &str) -> String {
    format!("{about}: {edition}")
}

/// What the table counts.
pub(super) fn caption(edition: &str, language: Language) -> String {
    match language {
        Vi => format!("Số tỉnh theo nguồn gốc số liệu, {edition}"),
        En => format!("Provinces by the origin of their figures, {edition}"),
    }
}

/// From which kinds of places the figures were read, each with how many.
pub(super) fn read_from(kinds: &[(&str, usize)], language: Language) -> String {
    let kinds: Vec<String> = kinds
        .iter()
        .map(|(kind, count)| match language {
            Vi => format!("{kind} ({count} số)"),
            En => format!("{kind} ({count} figures)"),
        })
        .collect();
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    let kinds = list(&kinds, language);
    match language {
        Vi => format!("Số liệu của kỳ này đọc từ: {kinds}."),
        En => format!("The figures of this edition were read from: {kinds}."),
    }
}

/// Units whose figures stand in the edition after the merger.
pub(super) fn not_merged(units: usize, edition: &str, language: Language) -> String {
    match language {
        Vi => format!(
            "{units} tỉnh không sáp nhập: chỉ số chưa có trong bảng 63 tỉnh lấy từ {edition}."
        ),
        En => format!(
            "{units} provinces were not merged: what the table of the 63 lacks is taken from {edition}."
        ),
    }
}

/// How many units have every main indicator on file.
pub(super) fn complete(complete: usize, units: usize, language: Language) -> String {
    match language {
        Vi => format!(
            "{complete}/{units} tỉnh có đủ các chỉ số chính. Với các tỉnh còn lại, chỉ số chưa có được ước tính và luôn ghi rõ là ước tính; giá trị DTI và thứ hạng đã công bố không phụ thuộc vào các số này."
        ),
        En => format!(
            "{complete} of {units} provinces have every main indicator on file. For the others what is missing is estimated and always marked as such; the published score and rank do not depend on it."
        ),
    }
}

/// Units that lack a figure.
pub(super) fn missing(what: &str, units: &[&str], language: Language) -> String {
    let units = list(units, language);
    match language {
        Vi => format!("{what}: không có số liệu của {units}."),
        En => format!("{what}: not on file for {units}."),
    }
}

/// Ranks that are not on file follow from the scores.
pub(super) fn ranks_follow(language: Language) -> &'static str {
    match language {
        Vi => "Thứ hạng thiếu được tính từ các giá trị DTI đã công bố.",
        En => "Missing ranks follow from the published DTI scores.",
    }
}

/// What is on file of an edition that cannot be simulated: ranks, scores, pillars.
pub(super) fn incomplete(
    edition: &str,
    units: usize,
    [ranks, scores, pillars]: [usize; 3],
    language: Language,
) -> String {
    match language {
        Vi => format!(
            "{edition}: chỉ có thứ hạng của {ranks}/{units} tỉnh, giá trị DTI của {scores}/{units} tỉnh và số liệu trụ cột của {pillars}/{units} tỉnh; không có chỉ số chính nào, nên không mô phỏng được."
        ),
        En => format!(
            "{edition}: only ranks of {ranks} of {units} provinces, DTI scores of {scores} and pillar figures of {pillars} are on file, and no main indicators; it cannot be simulated."
        ),
    }
}

/// The decision behind the max points.
pub(super) fn decision(number: &str, date: &str, total: &str, language: Language) -> String {
    match language {
        Vi => {
            format!("Bộ chỉ số theo Quyết định {number} ngày {date}; tổng điểm tối đa là {total}.")
        }
        En => format!(
            "The framework is Decision {number} of {date}; its max points add up to {total}."
        ),
    }
}

/// A date as `2022-05-20`, in words.
pub(super) fn date(date: &str, language: Language) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut parts = date.split('-').map(|part| part.trim_start_matches('0'));
    let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
        return date.to_owned();
    };
    let place = month
        .parse::<usize>()
        .ok()
        .and_then(|month| month.checked_sub(1));
    match (language, place.and_then(|place| MONTHS.get(place))) {
        (Vi, _) => format!("{day}/{month}/{year}"),
        (En, Some(name)) => format!("{day} {name} {year}"),
        (En, None) => date.to_owned(),
    }
}

/// Indicators of the framework that are not scored.
pub(super) fn not_scored(names: &[&str], language: Language) -> String {
    let names = list(names, language);
    match language {
        Vi => format!("Không chấm điểm: {names}."),
        En => format!("Not scored: {names}."),
    }
}

/// How far the sums of complete units are from their published totals.
pub(super) fn sums_differ(units: usize, worst: &str, language: Language) -> String {
    match language {
        Vi => format!(
            "Ở {units} tỉnh có đủ chỉ số, cộng lại các chỉ số thì lệch so với giá trị DTI đã công bố nhiều nhất khoảng {worst} (làm tròn); phần lệch này được giữ nguyên trong mọi kịch bản."
        ),
        En => format!(
            "For the {units} provinces with all indicators, the sum of the indicators differs from the published DTI score by about {worst} at most (rounded); every scenario carries this residual along."
        ),
    }
}

/// Pillar scores on file beside the formula.
pub(super) fn pillar_scores(count: usize, worst: &str, language: Language) -> String {
    match language {
        Vi => format!(
            "{count} giá trị trụ cột có trong số liệu lệch so với công thức nhiều nhất {worst}."
        ),
        En => {
            format!("The {count} pillar scores on file differ from the formula by {worst} at most.")
        }
    }
}

/// Pillar ranks on file beside the formula.
pub(super) fn pillar_ranks(count: usize, differing: usize, language: Language) -> String {
    let same = count - differing.min(count);
    match language {
        Vi if differing == 0 => {
            format!("Cả {count} thứ hạng trụ cột có trong số liệu đều khớp với công thức.")
        }
        Vi => format!("{same}/{count} thứ hạng trụ cột có trong số liệu khớp với công thức, trừ:"),
        En if differing == 0 => {
            format!("All {count} pillar ranks on file follow from the formula.")
        }
        En => {
            format!("{same} of {count} pillar ranks on file follow from the formula; these do not:")
        }
    }
}

/// A pillar rank that does not follow from the formula.
pub(super) fn pillar_rank(
    unit: &str,
    pillar: &str,
    on_file: &str,
    computed: u32,
    language: Language,
) -> String {
    match language {
        Vi => format!(
            "{unit}, trụ cột {pillar}: trong số liệu là {on_file}, theo công thức là {computed}."
        ),
        En => format!("{unit}, pillar {pillar}: {on_file} on file, {computed} by the formula."),
    }
}

#[cfg(test)]
mod tests {
    use super::{date, pillar_ranks};
    use dti_formats::link::Language::{En, Vi};

    #[test]
    fn dates_are_written_as_each_language_does() {
        assert_eq!(date("2022-05-20", Vi), "20/5/2022");
        assert_eq!(date("2025-04-03", En), "3 April 2025");
        assert_eq!(date("2025", En), "2025");
        assert_eq!(date("2025-13-01", En), "2025-13-01");
    }

    #[test]
    fn the_ranks_that_follow_are_counted() {
        assert!(pillar_ranks(40, 2, Vi).starts_with("38/40"));
        assert_eq!(
            pillar_ranks(12, 0, En),
            "All 12 pillar ranks on file follow from the formula."
        );
    }
}
