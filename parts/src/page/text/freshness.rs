//! How old the figures are, in words: their version and date, and what was corrected.

use dti_formats::link::Language;

/// "Số liệu bản 1, ngày 22/11/2026."
pub(crate) fn dated(version: u32, date: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("Số liệu bản {version}, ngày {}.", day(date)),
        Language::En => format!("Data version {version} of {date}."),
    }
}

/// `2026-11-22` as people in Viet Nam write it.
fn day(date: &str) -> String {
    let mut parts = date.split('-');
    let mut next = || parts.next().unwrap_or_default();
    let (year, month, day) = (next(), next(), next());
    format!("{day}/{month}/{year}")
}

/// "Bản 2, 31/01/2027: ..."
pub(crate) fn correction(version: u32, date: &str, what: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("Bản {version}, {}: {what}", day(date)),
        Language::En => format!("Version {version}, {date}: {what}"),
    }
}

#[cfg(test)]
mod tests {
    use super::dated;
    use dti_formats::link::Language::{En, Vi};

    #[test]
    fn a_version_has_its_day() {
        assert_eq!(
            dated(1, "2026-11-22", Vi),
            "Số liệu bản 1, ngày 22/11/2026."
        );
        assert_eq!(dated(2, "2026-11-22", En), "Data version 2 of 2026-11-22.");
    }
}
