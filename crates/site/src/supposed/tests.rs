//! The page of a scenario says what the calculator says of it, and is the one that the share dialog offers.

use super::{Supposed, SupposedPage, page};
use crate::poster::Headline;
use crate::still::Still;
use crate::tests::{BOTH, calculator, still};
use dti_engine::model::{Entry, Exact, Kind, Rivals, Scenario};
use dti_formats::link::{self, Language, Privacy};
use dti_whatif::state::{Landmark, Preview, State, unit_page};
use dti_words::numbers::{change, score};
use leptos::prelude::*;
use std::sync::Arc;

const SITE: &str = "https://example.org/dti/";

fn newest() -> Arc<Still> {
    Arc::new(still("2024-34", Language::Vi))
}

fn all(still: &Still) -> Vec<Supposed> {
    let rows = 0..still.edition.units().len();
    rows.flat_map(|row| still.supposed(row).unwrap()).collect()
}

fn folder(still: &Still, supposed: &Supposed) -> String {
    let unit = &still.edition.units()[supposed.row];
    unit_page(still.edition.id(), &unit.id) + &supposed.page
}

#[track_caller]
fn written(still: &Arc<Still>, supposed: &Supposed) -> SupposedPage {
    page(still, supposed, &folder(still, supposed), Some(SITE)).unwrap()
}

/// The scenario that a page leads to, as the link reads.
#[track_caller]
fn led_to(html: &str) -> Scenario {
    let (_, rest) = html
        .split_once("http-equiv=\"refresh\" content=\"0; url=../../../../#")
        .unwrap();
    let (fragment, _) = rest.split_once('"').unwrap();
    let fragment = fragment.replace("&amp;", "&");
    // The link in the page leads to the same.
    let button = format!("href=\"../../../../#{}\"", fragment.replace('&', "&amp;"));
    assert!(html.contains(&button), "{button}");
    let (link, notices) = link::read(&fragment);
    assert_eq!(notices, []);
    assert_eq!(
        (link.target, link.language, link.data_code),
        (None, None, None)
    );
    link.scenario
}

#[test]
fn every_indicator_has_a_page_for_each_score_that_is_news_to_the_unit() {
    let still = newest();
    let all = all(&still);
    // Counted by hand from data/editions/2024-34.csv: best is full for five of eight indicators, and who has a
    // score already has no page for it.
    assert_eq!(all.len(), 522);
    let of = |id: &str| {
        let node = still.edition.framework().node(id).unwrap();
        all.iter().filter(move |one| one.node == node)
    };
    for (id, count) in [
        ("awareness", 10),
        ("institutions", 15),
        ("infrastructure", 66),
        ("workforce", 65),
        ("security", 63),
        ("government", 101),
        ("economy", 101),
        ("society", 101),
    ] {
        assert_eq!(of(id).count(), count, "{id}");
    }
    let scores: Vec<(Landmark, Exact)> = of("society")
        .take(3)
        .map(|one| (one.landmark, one.score))
        .collect();
    let expected = [
        (Landmark::Full, Exact::ONE),
        (Landmark::Best, Exact::decimal(8127, 4)),
        (Landmark::Median, Exact::decimal(5392, 4)),
    ];
    assert_eq!(scores, expected);
    // An older edition and English have none.
    for other in [
        super::super::tests::still("2024", Language::Vi),
        super::super::tests::still("2024-34", Language::En),
    ] {
        assert_eq!(other.supposed(0).unwrap(), []);
    }
}

#[test]
fn what_a_page_and_its_picture_say_is_what_the_calculator_computes() {
    let still = newest();
    let words = &still.words;
    for supposed in all(&still) {
        let page = written(&still, &supposed);
        let scenario = led_to(&page.html);
        let unit = &still.edition.units()[supposed.row];
        let [only] = scenario.overrides.as_slice() else {
            panic!("{scenario:?}");
        };
        let indicator = still.edition.framework().indicator(supposed.node);
        assert_eq!(scenario.edition, "2024-34");
        assert_eq!(
            (scenario.unit.as_ref(), &only.unit),
            (Some(&unit.id), &unit.id)
        );
        assert_eq!(
            (only.indicator.as_str(), only.kind),
            (indicator.id.as_str(), Kind::WhatIf)
        );
        assert!(matches!(only.entry, Entry::Score(own) if own.value() == supposed.score));
        assert!(scenario.max_points.is_empty() && scenario.rivals == Rivals::Frozen);
        let standings = calculator().simulate(&scenario).unwrap();
        let own = standings.of(supposed.row).unwrap();
        let Headline::Place {
            rank,
            score: said,
            since: Some(since),
        } = &page.poster.headline
        else {
            panic!("{:?}", page.poster.headline);
        };
        assert_eq!((*rank, said), (own.rank, &score(own.score, words)));
        assert_eq!(since.score, change(own.score - own.baseline_score, words));
        let places = i64::from(own.baseline_rank) - i64::from(own.rank);
        assert_eq!(since.places, Some(places));
        let name = words.in_language(&unit.name);
        let place = format!("{}/34", own.rank);
        let title = format!("<title>{name} nếu {}", words.in_language(&indicator.name));
        assert!(
            page.html.contains(&title),
            "{title} is not in {}",
            page.html
        );
        assert!(
            page.html
                .contains(&format!("hạng {place} (mô phỏng)</title>"))
        );
        // The sentence says rank and score too, and that nothing of it is official.
        let told = page.html.split("name=\"description\" content=\"").nth(1);
        let told = told.unwrap().split('"').next().unwrap();
        assert!(
            told.contains(&place) && told.contains(&score(own.score, words)),
            "{told}"
        );
        assert!(
            told.contains(&score(supposed.score, words))
                && told.contains("không phải số liệu chính thức")
        );
        let premise = page.poster.premise.unwrap();
        let before = still.standings.of(supposed.row).unwrap();
        for value in [supposed.score, before.card.score(supposed.node)] {
            assert!(premise.contains(&score(value, words)), "{premise}");
        }
        assert_eq!(page.poster.foot[1], "Mô phỏng, không chính thức");
        // The axis shows the order that came of it.
        let best = standings.standings.first().unwrap();
        assert!(page.poster.axis.ends[1].score == score(best.score, words));
        assert_eq!(page.poster.axis.places.len(), 34);
    }
}

#[test]
fn the_share_dialog_offers_the_page_of_the_scenario_on_screen() {
    let still = newest();
    for supposed in all(&still) {
        let page = written(&still, &supposed);
        let link = link::Link {
            scenario: led_to(&page.html),
            ..link::Link::default()
        };
        let fragment = link::write(&link, Privacy::ChoicesOnly).unwrap();
        let shared = Owner::new().with(|| {
            let address = format!("{SITE}#{fragment}");
            let state =
                State::try_new(Arc::clone(calculator()), &address, Language::Vi, |_| None).unwrap();
            state.shared_link(Privacy::ChoicesOnly).unwrap()
        });
        let own = format!("{SITE}{}", folder(&still, &supposed));
        assert_eq!(shared, (own, Preview::Scenario));
    }
}

#[test]
fn a_page_is_its_own_preview_and_asks_for_no_script() {
    let still = newest();
    let supposed = &all(&still)[0];
    let own = format!("{SITE}{}", folder(&still, supposed));
    let html = written(&still, supposed).html;
    for said in [
        format!("<meta property=\"og:url\" content=\"{own}\">"),
        format!("<meta property=\"og:image\" content=\"{own}share.png\">"),
        "<meta name=\"twitter:card\" content=\"summary_large_image\">".to_owned(),
        "<meta name=\"robots\" content=\"noindex\">".to_owned(),
        "<html lang=\"vi\">".to_owned(),
    ] {
        assert_eq!(html.matches(&said).count(), 1, "{said} in {html}");
    }
    // What makes previews would follow another address of record.
    for refused in ["canonical", "hreflang", "oembed", "<script", " style=\""] {
        assert!(!html.contains(refused), "{refused}");
    }
    let without = page(&still, supposed, &folder(&still, supposed), None).unwrap();
    let head = without.html.split("</head>").next().unwrap();
    assert!(!head.contains("://"), "{head}");
}

#[test]
fn whatever_else_is_on_screen_shows_the_unit_or_the_site() {
    let shared = |address: &str, served: Language| {
        Owner::new().with(|| {
            let state =
                State::try_new(Arc::clone(calculator()), address, served, |_| None).unwrap();
            state.shared_link(Privacy::ChoicesOnly).unwrap()
        })
    };
    let society = "e=2024-34&u=bac-ninh&s=bac-ninh.society:0.8127";
    let page = format!("{SITE}p/2024-34/bac-ninh/");
    for (fragment, link, preview) in [
        (society, "society-best/", Preview::Scenario),
        // The colours in which it is looked at are no part of it.
        (
            &format!("{society}&theme=dark"),
            "society-best/",
            Preview::Scenario,
        ),
        (
            "e=2024-34&u=bac-ninh",
            "#v=1&e=2024-34&u=bac-ninh",
            Preview::Unit,
        ),
        (
            "e=2024-34&u=bac-ninh&s=bac-ninh.society:0.8",
            "#v=1&e=2024-34&u=bac-ninh&s=bac-ninh.society:0.8",
            Preview::Unit,
        ),
        // Another unit's assumption, a second one, rivals, weights, a target.
        (
            "e=2024-34&u=bac-ninh&s=hue.society:1",
            "#v=1&e=2024-34&u=bac-ninh&s=hue.society:1",
            Preview::Unit,
        ),
        (
            &format!("{society},bac-ninh.economy:1"),
            &format!("#v=1&{society},bac-ninh.economy:1"),
            Preview::Unit,
        ),
        (
            &format!("{society}&r=gain:5"),
            &format!("#v=1&{society}&r=gain:5"),
            Preview::Unit,
        ),
        (
            &format!("{society}&w=economy:300"),
            &format!("#v=1&{society}&w=economy:300"),
            Preview::Unit,
        ),
        (
            &format!("{society}&t=3"),
            &format!("#v=1&{society}&t=3"),
            Preview::Unit,
        ),
    ] {
        let found = shared(&format!("{SITE}#{fragment}"), Language::Vi);
        assert_eq!(found, (format!("{page}{link}"), preview), "{fragment}");
    }
    let older = "e=2024&u=bac-giang&s=bac-giang.society:1";
    let found = shared(&format!("{SITE}#{older}"), Language::Vi);
    let own = format!("{SITE}p/2024/bac-giang/#v=1&{older}");
    assert_eq!(found, (own, Preview::Unit));
    // English: the page of the unit, which needs no word for the language.
    for (address, served) in [
        (format!("{SITE}#{society}&lang=en"), Language::Vi),
        (format!("{SITE}en/#{society}"), Language::En),
    ] {
        let found = Owner::new().with(|| {
            let state =
                State::try_new(Arc::clone(calculator()), &address, served, |_| None).unwrap();
            state.set_root(SITE);
            state.shared_link(Privacy::ChoicesOnly).unwrap()
        });
        let own = format!("{SITE}en/p/2024-34/bac-ninh/#v=1&{society}");
        assert_eq!(found, (own, Preview::Unit));
    }
    // An edition without pages, and a file.
    let found = shared(&format!("{SITE}#e=2022&u=bac-giang"), Language::Vi);
    assert_eq!(
        found,
        (format!("{SITE}#v=1&e=2022&u=bac-giang"), Preview::Site)
    );
    let file = "file:///home/x/offline.html";
    let found = shared(&format!("{file}#{society}"), Language::Vi);
    assert_eq!(found, (format!("{file}#v=1&{society}"), Preview::Nothing));
}

#[test]
fn what_the_reader_knows_is_never_in_what_a_host_sees() {
    let known = "e=2024&u=bac-giang&s=bac-giang.society:0.5,bac-giang.awareness:k0.9";
    for language in BOTH {
        Owner::new().with(|| {
            let address = format!("{SITE}#{known}");
            let state =
                State::try_new(Arc::clone(calculator()), &address, language, |_| None).unwrap();
            for privacy in [Privacy::ChoicesOnly, Privacy::WithKnown] {
                let (link, preview) = state.shared_link(privacy).unwrap();
                let (seen, fragment) = link.split_once('#').unwrap();
                assert!(
                    !seen.contains(['?', '=']) && preview == Preview::Unit,
                    "{link}"
                );
                assert_eq!(
                    fragment.contains("awareness:k0.9"),
                    privacy == Privacy::WithKnown
                );
            }
        });
    }
}
