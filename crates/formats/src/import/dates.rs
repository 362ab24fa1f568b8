//! Dates that a spreadsheet made of something else: it takes `3/4` for the fourth of March, and keeps
//! only that.

/// Names of months as spreadsheets write them in English.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// Whether a text is a date: `2026-03-04`, `4/3/2026`, `04-Mar`, `Thg3-35`. A share such as `3/4` is
/// none.
pub(super) fn is_date(text: &str) -> bool {
    let day = text.split_whitespace().next().unwrap_or_default();
    let parts: Vec<&str> = day.split(['-', '/']).collect();
    let is_number = |part: &str| {
        (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let years = parts.iter().filter(|part| part.len() == 4).count();
    match parts.as_slice() {
        [_, _, _] => years == 1 && parts.iter().all(|part| is_number(part)),
        [first, second] => {
            (is_month(first) && is_number(second)) || (is_month(second) && is_number(first))
        }
        _ => false,
    }
}

fn is_month(word: &str) -> bool {
    let word = word.to_lowercase();
    let number = word
        .strip_prefix("thg")
        .or_else(|| word.strip_prefix("tháng"));
    number.is_some_and(|number| number.parse().is_ok_and(|month| (1..=12).contains(&month)))
        || MONTHS.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn dates_are_told_from_shares_and_numbers() {
        for date in [
            "2026-03-04",
            "2026-03-04 07:30:00",
            "4/3/2026",
            "04-Mar",
            "Mar-35",
            "04-Thg3",
            "Thg12-35",
        ] {
            assert!(is_date(date), "{date}");
        }
        for other in [
            "",
            "3/4",
            "12/35",
            "500/480000",
            "2024-34",
            "1.10",
            "1-2-3",
            "có",
            "mar",
            "2026",
        ] {
            assert!(!is_date(other), "{other}");
        }
    }
}
