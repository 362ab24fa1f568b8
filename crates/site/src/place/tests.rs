//! A province's page says what the calculator says, in both languages.

use super::page;
use crate::poster::Headline;
use crate::still::Still;
use crate::tests::{BOTH, calculator, rows, still};
use dti_formats::link::Language;
use dti_whatif::state::shared_editions;
use dti_words::numbers::{change, score};
use std::sync::Arc;

#[track_caller]
fn html(edition: &str, unit: &str, language: Language) -> String {
    let still = Arc::new(still(edition, language));
    let row = still.edition.position(unit).unwrap();
    page(&still, row, ("p/e/u/", ""), None).unwrap().html
}

#[test]
fn the_figures_of_every_province_are_those_of_the_calculator() {
    for edition in shared_editions(calculator()) {
        let last_year = calculator().last_year(edition.id());
        for language in BOTH {
            let still = Arc::new(still(edition.id(), language));
            let words = &still.words;
            for (row, unit) in edition.units().iter().enumerate() {
                let own = still.standings.of(row).unwrap();
                let page = page(&still, row, ("p/e/u/", ""), None).unwrap();
                let html = &page.html;
                let name = words.in_language(&unit.name);
                assert!(page.title.starts_with(&format!("{name}: ")));
                assert!(page.title.contains(&format!(" {}/", own.rank)));
                assert!(html.contains(&format!("<title>{}</title>", page.title)));
                let rows = rows(html);
                assert_eq!(rows[0][1], score(own.score, words));
                let mains: Vec<_> = edition.framework().mains().collect();
                assert_eq!(rows.len(), mains.len() + 1);
                for (row, node) in rows.iter().skip(1).zip(mains) {
                    let expected = score(own.card.score(node), words);
                    assert_eq!(row[1], expected, "{name} {row:?}");
                }
                if let Some(before) = &last_year[row] {
                    let since = change(own.score - before.score, words);
                    let shown = format!("<strong translate=\"no\">{since}</strong>");
                    assert!(html.contains(&shown), "{name} {since}");
                }
                let link = format!("href=\"../../../#e={}&amp;u={}\"", edition.id(), unit.id);
                assert!(html.contains(&link), "{link}");
                match still.poster(Some(row)).unwrap().headline {
                    Headline::Place {
                        rank, score: said, ..
                    } => {
                        assert_eq!((rank, said), (own.rank, score(own.score, words)));
                    }
                    Headline::Site(_) => panic!("the picture of {name} is that of the site"),
                }
            }
        }
    }
}

#[test]
fn a_page_asks_for_no_script_and_no_style_of_its_own() {
    for language in BOTH {
        let html = html("2024-34", "hue", language);
        for refused in ["<script", " style=\"", "<style", "<button", "<input"] {
            assert!(!html.contains(refused), "{refused}");
        }
        let policy = "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ";
        assert_eq!(html.matches(policy).count(), 1, "{html}");
        assert!(html.contains(&format!("<html lang=\"{}\">", language.as_str())));
        assert_eq!(html.matches("<h1>").count(), 1);
    }
}

#[test]
fn an_estimate_is_marked_and_explained() {
    let html = html("2024", "bac-giang", Language::Vi);
    assert!(
        html.contains("<td>Ước tính</td>") && html.contains("“Ước tính”"),
        "{html}"
    );
}

#[test]
fn a_province_leads_to_its_other_side_of_the_merger_and_the_other_language() {
    let page = |edition: &str, unit: &str| html(edition, unit, Language::En);
    assert!(page("2024-34", "hue").contains("href=\"../../2024/thua-thien-hue/\""));
    assert!(page("2024", "thua-thien-hue").contains("href=\"../../2024-34/hue/\""));
    assert!(page("2024", "bac-giang").contains("href=\"../../2024-34/bac-ninh/\""));
    assert!(page("2024", "bac-giang").contains("href=\"../../../../p/2024/bac-giang/\""));
    let vietnamese = html("2024", "bac-giang", Language::Vi);
    assert!(vietnamese.contains("href=\"../../../en/p/2024/bac-giang/\""));
}

#[test]
fn unknown_and_incomplete_editions_have_no_pages() {
    assert!(Still::of(calculator(), "1999", Language::Vi).is_none());
    assert!(Still::of(calculator(), "2020", Language::Vi).is_none());
    let shared = shared_editions(calculator());
    let ids: Vec<&str> = shared.iter().map(|edition| edition.id()).collect();
    assert_eq!(ids, ["2024", "2024-34"]);
}
