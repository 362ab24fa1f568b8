//! What stands still says what the calculator says.

use super::{Headline, Still, first, first_embed, share_path, shared_editions};
use crate::page::text::{change, in_language, score};
use crate::page::{Markup, Page, Token};
use dti_engine::calculator::Calculator;
use dti_engine::model::{Edition, Exact, Scenario};
use dti_formats::link::Language;
use std::collections::BTreeSet;
use std::sync::OnceLock;

const BOTH: [Language; 2] = [Language::Vi, Language::En];

fn calculator() -> &'static Calculator {
    static CALCULATOR: OnceLock<Calculator> = OnceLock::new();
    CALCULATOR.get_or_init(|| dti_formats::official().unwrap())
}

/// The texts of each row of a table's body, cell by cell.
fn rows(html: &str) -> Vec<Vec<String>> {
    let body = html.split("<tbody>").nth(1).unwrap();
    let body = body.split("</tbody>").next().unwrap();
    let plain = |cell: &str| {
        let mut text = String::new();
        let mut is_tag = false;
        for letter in cell.chars() {
            match letter {
                '<' => is_tag = true,
                '>' => is_tag = false,
                other if !is_tag => text.push(other),
                _ => {}
            }
        }
        text
    };
    let row = |row: &str| -> Vec<String> {
        let cells = row.split("</td>").flat_map(|part| part.split("</th>"));
        let cells: Vec<String> = cells.map(|cell| plain(&format!("<{cell}"))).collect();
        cells
    };
    let rows = body.split("<tr").skip(1);
    rows.map(|part| row(part.split("</tr>").next().unwrap()))
        .collect()
}

fn published(edition: &Edition) -> Vec<(u32, &dti_engine::model::Unit, Exact)> {
    let standings = calculator()
        .simulate(&Scenario::baseline(edition.id()))
        .unwrap();
    let line = |own: &dti_engine::model::Standing| {
        let row = &edition.rows()[own.position];
        // Ranks and scores on file are those of the table.
        if let Some(rank) = &row.rank {
            assert_eq!(rank.value, Exact::whole(i64::from(own.rank)));
        }
        assert_eq!(row.total.as_ref().unwrap().value, own.score);
        (own.rank, &edition.units()[own.position], own.score)
    };
    standings.standings.iter().map(line).collect()
}

#[test]
fn the_first_html_holds_the_published_ranking() {
    let edition = calculator().edition("2024-34").unwrap();
    let expected = published(edition);
    assert_eq!(expected.len(), 34);
    for language in BOTH {
        for html in [
            first(calculator(), language).unwrap().html(),
            first_embed(calculator(), language).unwrap().html(),
        ] {
            let found = rows(&html);
            assert_eq!(found.len(), 34);
            for (row, (rank, unit, own)) in found.iter().zip(&expected) {
                assert_eq!(row[0], rank.to_string());
                assert_eq!(row[2], in_language(&unit.name, language));
                assert_eq!(row[3], score(*own, language));
                let path = share_path("2024-34", &unit.id);
                assert!(html.contains(&format!("{path}\"")), "{path}");
            }
            // About a seventh of it is sent, and `cargo xtask size` holds that.
            assert!(html.len() < 60_000, "{} bytes", html.len());
            assert!(html.contains("2024") && html.contains("https://github.com/"));
        }
    }
}

#[test]
fn the_change_on_the_year_before_is_that_of_the_calculator() {
    let html = first(calculator(), Language::Vi).unwrap().html();
    let last = calculator().last_year("2024-34");
    let edition = calculator().edition("2024-34").unwrap();
    for (row, (rank, unit, own)) in rows(&html).iter().zip(published(edition)) {
        let before = last[edition.position(&unit.id).unwrap()].unwrap();
        let expected = change(own - before.score, Language::Vi);
        assert!(row[4].starts_with(&expected), "{row:?} {expected}");
        let places = i64::from(before.rank.unwrap()) - i64::from(rank);
        let marked = row[4].contains(['▲', '▼']);
        assert_eq!(marked, places != 0, "{row:?}");
    }
}

#[test]
fn the_first_html_is_the_live_page_without_what_needs_a_script() {
    for language in BOTH {
        let out = first(calculator(), language).unwrap();
        let html = out.html();
        for left_out in [
            "data-do",
            "<dialog",
            "role=\"status\"",
            " --now",
            "class=\"skip\"",
        ] {
            assert!(!html.contains(left_out), "{left_out}");
        }
        let live = Page::new(calculator(), "", language, |_| None).with_hint();
        let live = live.markup();
        for class in [
            "top",
            "hero",
            "story",
            "hint",
            "edits",
            "columns",
            "card about",
        ] {
            let count = |markup: &Markup| {
                let html = markup.html();
                html.matches(&format!("class=\"{class}\"")).count()
                    + html.matches(&format!("class=\"{class} live\"")).count()
            };
            assert_eq!((count(&out), count(&live)), (1, 1), "{class}");
        }
        let tokens = out.tokens();
        let controls = tokens.iter().filter(
            |token| matches!(token, Token::Open(tag) if ["button", "input", "select"].contains(&tag.as_ref())),
        );
        assert_eq!(html.matches(" disabled=\"\"").count(), controls.count());
    }
}

#[test]
fn ids_of_the_first_html_are_its_own_and_lead_somewhere() {
    let out = first(calculator(), Language::En).unwrap();
    let mut ids = BTreeSet::new();
    let mut names = Vec::new();
    for token in out.tokens() {
        match token {
            Token::Attribute(name, value) if name == "id" => {
                assert!(value.starts_with("first-"), "{value}");
                assert!(ids.insert(value.to_string()), "{value} stands twice");
            }
            Token::Attribute(name, value)
                if ["for", "aria-labelledby", "aria-describedby"].contains(&name.as_ref()) =>
            {
                names.push(value.to_string());
            }
            _ => {}
        }
    }
    for name in names {
        assert!(ids.contains(&name), "{name} leads nowhere");
    }
}

#[test]
fn the_figures_of_every_province_are_those_of_the_calculator() {
    for edition in shared_editions(calculator()) {
        let standings = calculator()
            .simulate(&Scenario::baseline(edition.id()))
            .unwrap();
        for language in BOTH {
            let still = Still::of(calculator(), edition.id(), language).unwrap();
            for (position, unit) in edition.units().iter().enumerate() {
                let own = standings.of(position).unwrap();
                let page = still.share(position).unwrap();
                let html = page.body.html();
                let name = in_language(&unit.name, language);
                assert!(
                    page.title.starts_with(&format!("{name}: ")),
                    "{}",
                    page.title
                );
                assert!(page.title.contains(&format!(" {}/", own.rank)));
                let rows = rows(&html);
                assert_eq!(rows[0][1], score(own.score, language));
                let mains: Vec<_> = edition.framework().mains().collect();
                assert_eq!(rows.len(), mains.len() + 1);
                for (row, node) in rows.iter().skip(1).zip(mains) {
                    assert_eq!(
                        row[1],
                        score(own.card.score(node), language),
                        "{name} {row:?}"
                    );
                }
                let link = format!("../../../#e={}&amp;u={}\"", edition.id(), unit.id);
                assert!(html.contains(&link), "{link}");
                match still.poster(Some(position)).unwrap().headline {
                    Headline::Place {
                        rank, score: said, ..
                    } => {
                        assert_eq!((rank, said), (own.rank, score(own.score, language)));
                    }
                    Headline::Site(_) => panic!("the picture of {name} is that of the site"),
                }
            }
        }
    }
}

#[test]
fn an_estimate_is_marked_and_explained() {
    let still = Still::of(calculator(), "2024", Language::Vi).unwrap();
    let position = still.edition().position("bac-giang").unwrap();
    let html = still.share(position).unwrap().body.html();
    assert!(
        html.contains("<td>Ước tính</td>") && html.contains("“Ước tính”"),
        "{html}"
    );
}

#[test]
fn a_province_leads_to_its_other_side_of_the_merger() {
    let page = |edition: &str, unit: &str| {
        let still = Still::of(calculator(), edition, Language::En).unwrap();
        let position = still.edition().position(unit).unwrap();
        still.share(position).unwrap().body.html()
    };
    assert!(page("2024-34", "hue").contains("href=\"../../2024/thua-thien-hue/\""));
    assert!(page("2024", "thua-thien-hue").contains("href=\"../../2024-34/hue/\""));
    assert!(page("2024", "bac-giang").contains("href=\"../../2024-34/bac-ninh/\""));
    assert!(page("2024", "bac-giang").contains("href=\"../../../../p/2024/bac-giang/\""));
}

#[test]
fn unknown_and_incomplete_editions_have_no_pages() {
    assert!(Still::of(calculator(), "1999", Language::Vi).is_none());
    assert!(Still::of(calculator(), "2020", Language::Vi).is_none());
    let shared = shared_editions(calculator());
    let ids: Vec<&str> = shared.iter().map(|edition| edition.id()).collect();
    assert_eq!(ids, ["2024", "2024-34"]);
}
