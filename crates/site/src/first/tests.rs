//! The first HTML says what the calculator says, as the live page does, and asks for no script.

use super::dataset::{summary, written};
use super::{default_edition, embed, home};
use crate::tests::{BOTH, calculator, rows};
use dti_engine::model::{Edition, Exact, Scenario, Standing, Unit};
use dti_formats::link::Language;
use dti_whatif::state::{State, is_complete, unit_page};
use dti_whatif::views::Page;
use dti_words::Words;
use dti_words::numbers::{change, score};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

fn default() -> &'static Edition {
    calculator().edition(&default_edition()).unwrap()
}

/// Rank, unit and score of every row, which the table on file bears out.
fn published(edition: &Edition) -> Vec<(u32, &Unit, Exact)> {
    let standings = calculator()
        .simulate(&Scenario::baseline(edition.id()))
        .unwrap();
    let line = |own: &Standing| {
        let row = &edition.rows()[own.position];
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
    let expected = published(default());
    assert_eq!(expected.len(), 34);
    for language in BOTH {
        let words = Words::plain(language);
        let pages = [
            (home(calculator(), language, None), [0, 2, 3]),
            (embed(calculator(), language), [0, 1, 2]),
        ];
        for (html, [rank_at, name_at, score_at]) in pages {
            let html = html.unwrap();
            let found = rows(&html);
            assert_eq!(found.len(), 34);
            for (row, (rank, unit, own)) in found.iter().zip(&expected) {
                assert_eq!(row[rank_at], rank.to_string());
                assert_eq!(row[name_at], words.in_language(&unit.name));
                assert_eq!(row[score_at], score(*own, &words));
                let path = unit_page("2024-34", &unit.id);
                let link = format!("href=\"./{}{path}\"", language.home());
                assert_eq!(html.matches(&link).count(), 1, "{link}");
            }
            // About a seventh of it is sent, and `cargo xtask size` holds that.
            assert!(html.len() < 80_000, "{} bytes", html.len());
            assert!(html.contains("2024") && html.contains("https://github.com/"));
        }
    }
}

#[test]
fn the_change_on_the_year_before_is_that_of_the_calculator() {
    let html = embed(calculator(), Language::Vi).unwrap();
    let last = calculator().last_year("2024-34");
    let words = Words::plain(Language::Vi);
    for (row, (rank, unit, own)) in rows(&html).iter().zip(published(default())) {
        let before = last[default().position(&unit.id).unwrap()].unwrap();
        let expected = change(own - before.score, &words);
        assert!(row[3].starts_with(&expected), "{row:?} {expected}");
        let places = i64::from(before.rank.unwrap()) - i64::from(rank);
        let marked = row[3].contains(['▲', '▼']);
        assert_eq!(marked, places != 0, "{row:?}");
    }
    // It opens where the frame's own page stays.
    let link = "href=\"./p/2024-34/hue/\" target=\"_blank\" rel=\"noopener\"";
    assert!(html.contains(link), "{html}");
}

/// The live page as a browser draws it.
fn live(language: Language) -> String {
    Owner::new().with(|| {
        let state =
            State::try_new(Arc::clone(calculator()), "", language, |_edition| None).unwrap();
        view! { <Page state /> }.to_html()
    })
}

#[test]
fn the_first_html_is_the_live_page_without_what_needs_a_script() {
    for language in BOTH {
        let html = home(calculator(), language, None).unwrap();
        let live = live(language);
        for left_out in [
            "<dialog",
            "role=\"status\"",
            "class=\"skip\"",
            "class=\"pencil\"",
            "class=\"paper-only\"",
            "href=\"#",
        ] {
            assert!(live.contains(left_out), "{left_out}");
            assert!(!html.contains(left_out), "{left_out}");
        }
        for class in [
            "top",
            "hero",
            "story",
            "edits",
            "columns",
            "card about",
            "analyses-place",
            "pictures-place",
            "card weights",
            "card rivals",
            "card scorecard",
        ] {
            let count = |html: &str| {
                let starts = [" live\"", "\""].map(|end| format!("class=\"{class}{end}"));
                let cards = [" live\"", "\""].map(|end| format!("class=\"card {class}{end}"));
                let marks = starts.iter().chain(&cards);
                marks.map(|mark| html.matches(mark).count()).sum::<usize>()
            };
            assert_eq!((count(&html), count(&live)), (1, 1), "{class}");
        }
        assert!(html.contains(Words::plain(language).calculator_loading()));
    }
}

/// Every tag of an element that begins, with the tags around it.
fn elements(html: &str) -> Vec<(&str, Vec<&str>)> {
    let (mut around, mut found) = (Vec::new(), Vec::new());
    for part in html.split('<').skip(1) {
        let (tag, _) = part.split_once('>').unwrap();
        let name = tag.split(' ').next().unwrap();
        if tag.starts_with('/') {
            around.pop();
        } else if !tag.starts_with('!') {
            found.push((tag, around.clone()));
            if name != "input" {
                around.push(tag);
            }
        }
    }
    assert!(around.is_empty(), "{around:?} does not end");
    found
}

#[test]
fn no_control_of_the_first_html_does_anything_and_all_can_be_hidden() {
    for language in BOTH {
        let html = home(calculator(), language, None).unwrap();
        // What Leptos writes where nothing is.
        let html = html.replace("<!--<() />-->", "");
        let controls = ["button", "input", "select"];
        let is_control = |tag: &str| controls.contains(&tag.split(' ').next().unwrap());
        let elements = elements(&html);
        let controls = elements.iter().filter(|(tag, _)| is_control(tag));
        assert!(controls.clone().count() > 50);
        for (tag, around) in controls {
            assert_eq!(around[0], "fieldset disabled class=\"first\"", "{tag}");
            let is_live = around.iter().any(|tag| tag.ends_with("live\""));
            assert!(is_live, "{tag} would be shown where it does nothing");
        }
        // A jump inside the page would be taken for a scenario.
        let nav = elements.iter().find(|(tag, _)| tag.starts_with("nav "));
        assert!(nav.unwrap().0.ends_with("live\""));
    }
}

#[test]
fn the_policy_of_the_page_lets_all_of_the_first_html_stand() {
    let pages = BOTH.map(|language| home(calculator(), language, Some("https://example.org/")));
    for html in pages.into_iter().chain([embed(calculator(), Language::Vi)]) {
        let html = html.unwrap();
        for refused in [" style=\"", "<style", " on", "javascript:"] {
            let found = html.split('<').find(|tag| {
                let tag = tag.split_once('>').map_or(*tag, |(tag, _)| tag);
                format!("<{tag}").contains(refused)
            });
            assert_eq!(found, None, "{refused}");
        }
        let scripts = html.matches("<script").count();
        let data = html
            .matches("<script type=\"application/ld+json\">")
            .count();
        assert_eq!(scripts, data);
    }
}

#[test]
fn ids_of_the_first_html_stand_once_and_lead_somewhere() {
    let html = home(calculator(), Language::En, None).unwrap();
    let values = |name: &str| -> Vec<String> {
        let start = format!(" {name}=\"");
        let values = html.split(&start).skip(1);
        values
            .map(|rest| rest.split('"').next().unwrap().to_owned())
            .collect()
    };
    let ids = values("id");
    let all: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(all.len(), ids.len(), "an id stands twice");
    for name in [
        "for",
        "aria-labelledby",
        "aria-describedby",
        "aria-controls",
    ] {
        for value in values(name) {
            assert!(all.contains(&value), "{name}={value} leads nowhere");
        }
    }
}

/// The block of data at the end of a home page.
#[track_caller]
fn block(language: Language, site_url: Option<&str>) -> serde_json::Value {
    let html = home(calculator(), language, site_url).unwrap();
    let (_, block) = html
        .split_once("<script type=\"application/ld+json\">")
        .unwrap();
    let (text, rest) = block.split_once("</script>").unwrap();
    assert_eq!(rest, "");
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_summary_for_machines_says_what_is_on_file() {
    for language in BOTH {
        let block = block(language, None);
        assert_eq!(block["@context"], "https://schema.org");
        assert_eq!(block["@type"], "Dataset");
        assert_eq!(block["inLanguage"], language.as_str());
        assert_eq!(block["temporalCoverage"], "2022/2024");
        assert_eq!(block["dateModified"], calculator().data_version().date);
        assert!(block["description"].as_str().unwrap().len() > 50);
        assert_eq!(block.get("url"), None);
        // The figures are facts, and no file gives them a licence.
        assert_eq!(block.get("license"), None);
        let words = Words::plain(language);
        let measured: Vec<&str> = block["variableMeasured"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["name"].as_str().unwrap())
            .collect();
        let framework = default().framework();
        let mains = framework
            .mains()
            .map(|node| words.in_language(&framework.indicator(node).name));
        let expected: Vec<&str> = [words.rank()].into_iter().chain(mains).collect();
        assert_eq!(measured.len(), expected.len() + 1);
        assert!(expected.iter().all(|name| measured.contains(name)));
        let parts = block["hasPart"].as_array().unwrap();
        let editions = calculator()
            .editions()
            .iter()
            .filter(|edition| is_complete(edition));
        assert_eq!(parts.len(), editions.clone().count());
        for (part, edition) in parts.iter().zip(editions) {
            let (number, date) = edition.framework().header().decision.as_ref().unwrap();
            assert_eq!(part["isBasedOn"]["legislationIdentifier"], *number);
            assert_eq!(part["isBasedOn"]["legislationDate"], *date);
            assert_eq!(part["temporalCoverage"], edition.header().year.to_string());
            let total = edition.rows()[0].total.as_ref().unwrap();
            let source = &calculator().source(&total.source).unwrap().place;
            let read = part["citation"].as_array().unwrap();
            assert!(read.iter().any(|place| place == source), "{source}");
        }
    }
    let placed = block(Language::En, Some("https://example.org/dti/"));
    assert_eq!(placed["url"], "https://example.org/dti/en/");
}

#[test]
fn nothing_in_the_summary_can_end_its_block() {
    let mut told = summary(calculator(), &Words::plain(Language::Vi), None);
    told["name"] = "</script><!--<script>".into();
    let text = written(&told);
    assert!(!text.contains('<'), "{text}");
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&text).unwrap(),
        told
    );
}
