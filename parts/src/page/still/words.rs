//! The words of what stands still. Words that the live page has too come from there.

use crate::page::text::{Word, either};
use dti_engine::model::Previous;
use dti_formats::link::Language;

/// Words that the files around the pages need.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SiteWords {
    /// Title of the site.
    pub title: &'static str,
    /// The same for a place with room for two words.
    pub short_title: &'static str,
    /// What it is for, in one sentence.
    pub lead: &'static str,
}

/// The words of the site in a language.
pub fn site_words(language: Language) -> SiteWords {
    SiteWords {
        title: Word::Title.in_language(language),
        short_title: either(language, "Thử DTI", "DTI what-if"),
        lead: Word::Lead.in_language(language),
    }
}

/// Stands in the first HTML where the page says later that nothing is supposed.
pub(super) fn loading(language: Language) -> &'static str {
    either(
        language,
        "Đang tải phần tính toán… Bảng xếp hạng đã xem được.",
        "Loading the calculator… The ranking can be read already.",
    )
}

/// "So với 2023".
pub(super) fn compared_with(year: Option<&str>, language: Language) -> String {
    match (year, language) {
        (Some(year), Language::Vi) => format!("So với {year}"),
        (Some(year), Language::En) => format!("Against {year}"),
        (None, language) => either(language, "So với năm trước", "Against last year").to_owned(),
    }
}

/// What stands where no figure is on file.
pub(super) const MISSING: &str = "–";

/// Before the places where the figures were read.
pub(super) fn read_from(year: u16, language: Language) -> String {
    match language {
        Language::Vi => format!("Số liệu của năm {year}, đọc từ:"),
        Language::En => format!("Figures of {year}, read from:"),
    }
}

/// What the figures of the year before are.
pub(super) fn about_last_year(year: &str, previous: &Previous, language: Language) -> String {
    match (previous.merged, language) {
        (false, Language::Vi) => format!("Số của {year}: như đã công bố."),
        (false, Language::En) => format!("{year}: as published."),
        (true, Language::Vi) => format!(
            "Số {year} của tỉnh sau sáp nhập được suy ra: trung bình các tỉnh cũ, như cách tính \
             của kỳ này."
        ),
        (true, Language::En) => format!(
            "{year} of a merged province is derived: the mean of its former provinces, which is \
             the rule of this edition."
        ),
    }
}

/// At the foot of a picture whose year before is a mean.
pub(super) fn published_and_mean(published: &str, year: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("{published}; {year}: trung bình các tỉnh cũ"),
        Language::En => format!("{published}; {year}: mean of the former provinces"),
    }
}

/// Title of a province's page, and its first heading.
pub(super) fn share_title(unit: &str, place: &str, edition: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("{unit}: hạng {place}, {edition}"),
        Language::En => format!("{unit}: rank {place}, {edition}"),
    }
}

/// "Tăng 3 bậc, giá trị +0,0142 so với 2023."
pub(super) fn since_last_year(
    change: &str,
    moved: Option<&str>,
    year: &str,
    language: Language,
) -> String {
    match (moved, language) {
        (Some(moved), Language::Vi) => format!("So với {year}: {change}, {moved}."),
        (Some(moved), Language::En) => format!("Against {year}: {change}, {moved}."),
        (None, Language::Vi) => format!("So với {year}: {change}."),
        (None, Language::En) => format!("Against {year}: {change}."),
    }
}

/// The link from a province's page to the calculator.
pub(super) fn open_calculator(unit: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("Thử kịch bản cho {unit}"),
        Language::En => format!("Try a scenario for {unit}"),
    }
}

/// The link back to the whole table.
pub(super) fn whole_ranking(edition: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("Cả bảng xếp hạng {edition}"),
        Language::En => format!("The whole ranking, {edition}"),
    }
}

/// Above the figures of a province's page.
pub(super) fn its_figures(unit: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("Điểm của {unit} theo từng chỉ số"),
        Language::En => format!("{unit}, indicator by indicator"),
    }
}

/// What an estimate is, below a table that has some.
pub(super) fn about_estimates(language: Language) -> &'static str {
    either(
        language,
        "“Ước tính”: chỉ số không công bố riêng, được điền sao cho tổng khớp với giá trị đã công bố.",
        "“Estimated”: not published separately, filled so that the published total holds.",
    )
}

/// A short word of these pages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Small {
    Indicator,
    Points,
    Total,
    AlsoSee,
    Above,
    Below,
    OtherLanguage,
    Lowest,
    Highest,
}

impl Small {
    /// The word in a language.
    pub(super) fn text(self, language: Language) -> &'static str {
        let [vi, en] = match self {
            Self::Indicator => ["Chỉ số", "Indicator"],
            Self::Points => ["Điểm", "Points"],
            Self::Total => ["Giá trị DTI (tổng)", "DTI score (total)"],
            Self::AlsoSee => ["Xem thêm", "See also"],
            Self::Above => ["Ngay trên", "Just above"],
            Self::Below => ["Ngay dưới", "Just below"],
            Self::OtherLanguage => ["English", "Tiếng Việt"],
            Self::Lowest => ["Thấp nhất", "Lowest"],
            Self::Highest => ["Cao nhất", "Highest"],
        };
        either(language, vi, en)
    }
}
