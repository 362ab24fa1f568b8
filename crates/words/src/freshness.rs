//! How old the figures are, in words: their version and date, and what a link knew of them.

use crate::{Names, Words};
use dti_engine::model::Text;
use dti_formats::link::Language;

/// "Số liệu bản 1, ngày 22/11/2026."
pub fn dated(version: u32, date: &str, words: &Words) -> String {
    words.data_dated(version, day(date, words))
}

/// "Bản 2, 31/01/2027: ..."
pub fn correction(version: u32, date: &str, what: &str, words: &Words) -> String {
    words.data_correction(version, day(date, words), what)
}

/// `2026-11-22` as people in Viet Nam write it, in English as it is.
fn day(date: &str, words: &Words) -> String {
    match (
        words.language(),
        date.split('-').collect::<Vec<_>>().as_slice(),
    ) {
        (Language::Vi, [year, month, day]) => format!("{day}/{month}/{year}"),
        _ => date.to_owned(),
    }
}

/// A link was written with figures that have been corrected since.
pub fn corrected((then, now): (u32, u32), what: &[Text], words: &Words) -> String {
    let mut text = words.data_corrected(then, now);
    for one in what {
        text.push(' ');
        text.push_str(words.in_language(one));
    }
    text
}

/// A link was written with later figures than this copy of the page has.
pub fn ahead((then, now): (u32, u32), words: &Words) -> String {
    words.data_ahead(then, now)
}

/// A link was written with data of somebody's own that are not open here.
pub fn elsewhere(code: &str, words: &Words) -> String {
    words.data_elsewhere(code)
}

/// What became of numbered slots that a link names: they have names now.
pub fn slots_named(ids: &[String], names: &impl Names, words: &Words) -> String {
    let named: Vec<String> = ids.iter().map(|id| names.indicator(id)).collect();
    words.slots_named(named.join("; "))
}

#[cfg(test)]
mod tests {
    use super::{ahead, corrected, dated, elsewhere};
    use crate::Words;
    use dti_engine::model::Text;
    use dti_formats::link::Language;

    #[test]
    fn a_version_has_its_day() {
        let [vi, en] = [Language::Vi, Language::En].map(Words::plain);
        assert_eq!(
            dated(1, "2026-11-22", &vi),
            "Số liệu bản 1, ngày 22/11/2026."
        );
        assert_eq!(dated(2, "2026-11-22", &en), "Data version 2 of 2026-11-22.");
    }

    #[test]
    fn corrections_are_told_in_the_language_of_the_page() {
        let [vi, en] = [Language::Vi, Language::En].map(Words::plain);
        let what = Text {
            vi: "Sửa Huế.".into(),
            en: "Huế was mended.".into(),
        };
        let what = [what.clone(), what];
        assert!(corrected((1, 3), &what, &vi).ends_with("lúc đó. Sửa Huế. Sửa Huế."));
        assert!(corrected((1, 3), &what, &en).contains("(version 1 became 3)"));
        assert!(ahead((3, 1), &en).contains("Reload"));
        for (words, way_out) in [(vi, "tệp dự án"), (en, "project file")] {
            let said = elsewhere("0a1b2c3d", &words);
            assert!(
                said.contains("0a1b2c3d") && said.contains(way_out),
                "{said}"
            );
        }
    }
}
