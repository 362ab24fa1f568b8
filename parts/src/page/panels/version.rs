//! Which figures these are, what was corrected in them, and the copy of the page on the device: the end
//! of what is said about the data.

use super::words::Term;
use crate::page::text::{correction, dated, in_language};
use crate::page::{Markup, Page};

/// Version, corrections of the edition at hand, and how to be rid of the copy.
pub(super) fn version(page: &Page, m: &mut Markup) {
    let language = page.language;
    let version = page.calculator.data_version();
    m.leaf("h4", "", Term::DataVersion.text(language));
    m.leaf("p", "", dated(version.number, &version.date, language));
    let mut touching = version.since(0, &page.shown.scenario.edition).peekable();
    if touching.peek().is_none() {
        m.leaf("p", "", Term::NothingCorrected.text(language));
    } else {
        m.node("ul", "", |m| {
            for one in touching {
                let what = in_language(&one.what, language);
                m.leaf("li", "", correction(one.version, &one.date, what, language));
            }
        });
    }
    m.leaf("h4", "", Term::CopyHere.text(language));
    m.node("p", "", |m| {
        m.text(format!("{} ", Term::CopyMeans.text(language)));
        for (address, term) in [
            ("?offline=off", Term::CopyOff),
            ("?offline=on", Term::CopyOn),
        ] {
            m.node("a", "", |m| {
                m.set("href", address);
                m.text(term.text(language));
            });
            m.text(" ");
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::page::panels::about_data;
    use crate::page::{Markup, Page};
    use dti_engine::calculator::Calculator;
    use dti_engine::model::Text;
    use dti_engine::{Correction, DataVersion};

    fn html(calculator: Calculator, fragment: &str) -> String {
        let calculator = Box::leak(Box::new(calculator));
        let page = Page::at(calculator, fragment);
        let mut m = Markup::default();
        about_data(&page, &mut m);
        m.html()
    }

    #[test]
    fn the_version_the_corrections_and_the_copy_are_told() {
        let official = html(dti_formats::official().unwrap(), "#e=2022");
        assert!(official.contains("Số liệu bản 1, ngày"));
        assert!(official.contains("<a href=\"?offline=off\">"));
        let correction = Correction {
            version: 2,
            date: "2027-02-01".to_owned(),
            editions: vec!["2022".to_owned()],
            what: Text {
                vi: "Sửa Huế.".to_owned(),
                en: "Mended.".to_owned(),
            },
        };
        let version = DataVersion {
            number: 2,
            date: "2027-02-01".to_owned(),
            corrections: vec![correction],
        };
        let corrected = |fragment| {
            let mut catalogue = dti_formats::official_catalogue().unwrap();
            catalogue.version = version.clone();
            html(Calculator::new(catalogue), fragment)
        };
        assert!(corrected("#e=2022").contains("<li>Bản 2, 01/02/2027: Sửa Huế.</li>"));
        assert!(!corrected("#e=2023").contains("Sửa Huế"));
        assert!(corrected("#e=2022&lang=en").contains("<li>Version 2, 2027-02-01: Mended.</li>"));
    }
}
