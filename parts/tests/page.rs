//! The page without a browser: what is on it, and what a reader can do to it.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing helper fails its test"
)]

use dti_formats::link::Language;
use dti_parts::page::{Event, EventKind, Outcome, Page, Subject, Token, Wish, answer};
use std::collections::BTreeSet;

fn page(fragment: &str) -> Page {
    let calculator = Box::leak(Box::new(dti_formats::official().unwrap()));
    let address = format!("https://example.org/dti/{fragment}");
    Page::new(calculator, &address, Language::Vi, |_| None)
}

fn happen(page: &mut Page, kind: EventKind, deed: &str, id: &str, value: &str) -> Outcome {
    page.happen(&Event {
        kind,
        deed,
        id,
        value,
        now: 0.0,
    })
}

fn click(page: &mut Page, deed: &str) -> Outcome {
    happen(page, EventKind::Click, deed, "", "")
}

/// An element of a markup: its tag, its attributes, the texts directly and deeper inside it.
#[derive(Debug, Default, Clone)]
struct Element {
    tag: String,
    attributes: Vec<(String, String)>,
    text: String,
    /// Tags of what it stands in.
    inside: Vec<String>,
}

impl Element {
    fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }
}

fn elements(page: &Page) -> Vec<Element> {
    let mut all: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for token in page.markup().tokens() {
        match token {
            Token::Open(tag) => {
                let inside = open.iter().map(|&at| all[at].tag.clone()).collect();
                open.push(all.len());
                all.push(Element {
                    tag: tag.clone().into_owned(),
                    inside,
                    ..Element::default()
                });
            }
            Token::Attribute(name, value) => {
                let at = *open.last().unwrap();
                let attribute = (name.clone().into_owned(), value.clone().into_owned());
                assert!(all[at].get(name).is_none(), "{name} twice: {:?}", all[at]);
                all[at].attributes.push(attribute);
            }
            Token::Text(text) => {
                for &at in &open {
                    all[at].text.push_str(text);
                }
            }
            Token::Close => {
                open.pop().unwrap();
            }
        }
    }
    assert!(open.is_empty(), "every element ends");
    all
}

/// The page in many states: both languages, edited, with everything open.
fn states() -> Vec<Page> {
    let mut states = Vec::new();
    for fragment in [
        "",
        "#lang=en",
        "#e=2022&u=bac-giang&s=bac-giang.society:0.45,da-nang.government:0.6&r=gain:10&w=economy:300",
        "#e=2023&s=hue.moon:0.4&lang=en",
        "#e=2024&u=ha-noi",
    ] {
        let mut page = page(fragment);
        states.push(self::page(fragment));
        for deed in ["sources", "open share"] {
            click(&mut page, deed);
        }
        click(&mut page, "province");
        click(&mut page, "know awareness");
        happen(
            &mut page,
            EventKind::Change,
            "field",
            "known-awareness",
            "0,8",
        );
        happen(&mut page, EventKind::Change, "field", "field-society", "x");
        happen(&mut page, EventKind::Change, "compare", "", "society");
        page.copied("link", "not this", false);
        states.push(page);
        for options in [
            "",
            "&static=1",
            "&show=awareness,society&api=1&plain=1&locked=1",
        ] {
            let separator = if fragment.is_empty() { "#" } else { "" };
            states.push(self::page(&format!("{fragment}{separator}{options}")).embedded());
        }
    }
    states
}

#[test]
fn ids_stand_once_and_what_is_named_is_there() {
    for page in states() {
        let elements = elements(&page);
        let ids: Vec<&str> = elements.iter().filter_map(|e| e.get("id")).collect();
        let once: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), once.len(), "{ids:?}");
        let dialog = |e: &&Element| !e.inside.iter().any(|tag| tag == "dialog");
        for element in elements.iter().filter(dialog) {
            for name in [
                "for",
                "aria-labelledby",
                "aria-describedby",
                "aria-controls",
            ] {
                if let Some(id) = element.get(name) {
                    assert!(once.contains(id), "{name}={id} leads nowhere");
                }
            }
        }
    }
}

#[test]
fn every_control_does_something_and_has_a_name() {
    for page in states() {
        let elements = elements(&page);
        let labelled: BTreeSet<&str> = elements.iter().filter_map(|e| e.get("for")).collect();
        for element in &elements {
            let tag = element.tag.as_str();
            if !["button", "input", "select"].contains(&tag) {
                continue;
            }
            let is_shown_only = element.get("readonly").is_some();
            assert!(
                is_shown_only || element.get("data-do").is_some(),
                "{element:?}"
            );
            let is_named = element
                .get("aria-label")
                .is_some_and(|name| !name.is_empty())
                || element.get("id").is_some_and(|id| labelled.contains(id))
                || (tag == "button" && !element.text.trim().is_empty());
            assert!(is_named, "{element:?} has no name");
            assert_ne!(element.get("type"), Some("submit"));
            assert!(tag != "button" || element.get("type") == Some("button"));
        }
    }
}

/// Every click that the page offers is understood: it changes the page or asks for something.
#[test]
fn every_click_is_understood() {
    let fragment =
        "#e=2022&u=bac-giang&s=bac-giang.society:0.45,thua-thien-hue.government:0.6&w=economy:300";
    let mut open = page(fragment);
    click(&mut open, "edit thua-thien-hue");
    click(&mut open, "step government 1");
    let offered = elements(&open);
    let is_clicked =
        |e: &&Element| ["button", "a"].contains(&e.tag.as_str()) && e.get("disabled").is_none();
    let mut kinds = BTreeSet::new();
    for deed in offered
        .iter()
        .filter(is_clicked)
        .filter_map(|e| e.get("data-do"))
        // Those are for the module that holds the desk.
        .filter(|deed| !deed.starts_with("desk "))
    {
        let mut page = page(fragment);
        click(&mut page, "edit thua-thien-hue");
        click(&mut page, "step government 1");
        let before = page.markup();
        let outcome = click(&mut page, deed);
        let is_chosen = deed == "choose bac-giang" || deed == "edit thua-thien-hue";
        assert!(
            is_chosen || page.markup() != before || !outcome.wishes.is_empty(),
            "`{deed}` does nothing"
        );
        kinds.insert(deed.split(' ').next().unwrap().to_owned());
    }
    assert!(kinds.len() >= 14, "{kinds:?}");
}

#[test]
fn what_nobody_understands_changes_nothing() {
    let mut page = page("#e=2022&u=bac-giang");
    let before = page.markup();
    for kind in [
        EventKind::Click,
        EventKind::Input,
        EventKind::Change,
        EventKind::Key,
        EventKind::Leave,
    ] {
        for deed in [
            "",
            " ",
            "fly",
            "step",
            "step moon 1",
            "slide moon",
            "option",
            "field",
            "drop moon",
        ] {
            if kind == EventKind::Click && deed == "option" {
                continue;
            }
            happen(&mut page, kind, deed, "field-moon", "<b>");
        }
    }
    page.arrive("#e=2022&u=bac-giang");
    assert_eq!(page.markup().html(), before.html());
}

#[test]
fn a_slider_moves_the_rank_and_undo_takes_it_back() {
    let mut page = page("#e=2022&u=bac-giang");
    assert_eq!(page.news(), "Bắc Giang: hạng 9, giá trị 0,6440");
    happen(&mut page, EventKind::Input, "slide society", "", "0.4");
    happen(&mut page, EventKind::Input, "slide society", "", "0.45");
    assert_eq!(page.news(), "Bắc Giang: hạng 9 → 8, giá trị 0,6613");
    page.travel(true);
    assert_eq!(page.news(), "Bắc Giang: hạng 9, giá trị 0,6440");
    page.travel(false);
    assert_eq!(page.news(), "Bắc Giang: hạng 9 → 8, giá trị 0,6613");
    let outcome = click(&mut page, "copy link");
    let text = "https://example.org/dti/#v=1&e=2022&u=bac-giang&s=bac-giang.society:0.45";
    assert_eq!(
        outcome.wishes,
        [Wish::Copy {
            what: "link".to_owned(),
            text: text.to_owned()
        }]
    );
}

#[test]
fn the_picker_is_driven_by_keys() {
    let mut page = page("#e=2022&u=bac-giang");
    let key =
        |page: &mut Page, key: &str| happen(page, EventKind::Key, "province", "province", key);
    happen(
        &mut page,
        EventKind::Input,
        "province",
        "province",
        "da nang",
    );
    assert!(key(&mut page, "ArrowDown").is_handled);
    assert!(!key(&mut page, "x").is_handled);
    assert!(key(&mut page, "Enter").is_handled);
    assert!(page.news().starts_with("Đà Nẵng"));
    assert!(
        !key(&mut page, "Enter").is_handled,
        "a closed list leaves the key alone"
    );
    happen(&mut page, EventKind::Input, "province", "province", "zzz");
    key(&mut page, "ArrowDown");
    key(&mut page, "Escape");
    assert!(page.news().starts_with("Đà Nẵng"));
}

#[test]
fn another_language_says_the_same_numbers() {
    let mut page = page("#e=2022&u=bac-giang&s=bac-giang.society:0.45");
    click(&mut page, "language");
    assert_eq!(page.language(), Language::En);
    assert_eq!(page.news(), "Bac Giang: rank 9 → 8, score 0.6613");
    let shown = elements(&page);
    let vietnamese = |e: &&Element| e.get("lang") == Some("vi");
    let own: Vec<_> = shown.iter().filter(vietnamese).collect();
    assert_eq!(own.len(), 1, "only the switch to Vietnamese is Vietnamese");
}

#[test]
fn html_of_the_page_is_well_formed_and_escaped() {
    let page = page("#s=<img/src=x>:0.5&r=<b>x</b>");
    let html = page.markup().html();
    assert!(!html.contains("<img") && !html.contains("<b>x"));
    assert_eq!(html.matches("<tr ").count(), 34);
    assert_eq!(
        html.matches("<section").count(),
        html.matches("</section>").count()
    );
}

#[test]
fn the_page_grows_from_its_top_and_nothing_before_changes() {
    let mut page = page("#e=2022&u=bac-giang").from_its_top();
    let mut drawn = page.markup().html();
    assert!(drawn.contains("hero") && !drawn.contains("<tr "));
    for is_last in [false, false, true, true] {
        assert_eq!(page.grow(), is_last);
        let next = page.markup().html();
        let own = drawn.trim_end_matches("</div>").trim_end_matches("</main>");
        assert!(
            next.starts_with(own.trim_end_matches("</div>")),
            "what stood is not the same"
        );
        drawn = next;
    }
    assert_eq!(drawn.matches("<tr ").count(), 63);
}

/// Stores a question with its answer, or compares with what is stored. `tests/api/studio.test.mjs` asks
/// the built modules for the same.
#[track_caller]
fn expect_stored(module: &str, question: &str, answer: &str) {
    let folder = format!("{}/tests/snapshots/{module}", env!("CARGO_MANIFEST_DIR"));
    for (name, text) in [("question", question), ("answer", answer)] {
        let text = text.replace('\u{1e}', "\n");
        let file = format!("{folder}/{name}.txt");
        if std::env::var_os("DTI_UPDATE_SNAPSHOTS").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&file, &text).unwrap();
        }
        assert!(
            std::fs::read_to_string(&file).unwrap() == text,
            "the {name} to {module} changed: look at it, then set DTI_UPDATE_SNAPSHOTS=1"
        );
    }
}

#[test]
fn the_pictures_are_the_stored_ones() {
    use dti_parts::page::{Asked, Subject, answer};
    let fragment = "#e=2022&u=bac-giang&s=bac-giang.society:0.52,bac-giang.security:0.4";
    let asked = page(fragment)
        .question(Subject::Pictures { width: 1240 })
        .unwrap();
    let drawn = answer(&mut page(""), &Asked::unpack(&asked.pack()));
    expect_stored("studio", &asked.pack(), &drawn);
}

#[test]
fn the_draws_are_the_stored_ones() {
    use dti_parts::page::Work;
    let mut page = page("#e=2022&u=bac-giang&s=bac-giang.society:0.52&panel=stability&seed=7");
    happen(&mut page, EventKind::Change, "set draws", "", "1000");
    let asked = page.analysis_question(1000).unwrap().pack();
    let calculator = dti_formats::official().unwrap();
    let mut work = Work::begin(&calculator, &asked, None);
    while !work.advance() {}
    expect_stored("analyst", &asked, &work.answer());
}

#[test]
fn edited_figures_leave_the_page_as_a_simulation_only() {
    for (language, words) in [
        ("vi", ["Mô phỏng", "mô phỏng"]),
        ("en", ["Simulation", "simulation"]),
    ] {
        let fragment = format!("#e=2022&u=bac-giang&s=bac-giang.society:0.45&lang={language}");
        let mut page = page(&fragment);
        let says = |text: &str| words.iter().any(|word| text.contains(word));
        let copied = click(&mut page, "copy sentence").wishes;
        assert!(
            matches!(&copied[..], [Wish::Copy { text, .. }] if says(text)),
            "{copied:?}"
        );
        for class in ["hero-tag", "paper-only"] {
            let all = elements(&page);
            let found = all
                .iter()
                .find(|element| element.get("class") == Some(class))
                .unwrap();
            assert!(says(&found.text), "{class} {language}");
        }
        let names = [
            "strip",
            "profile",
            "breakdown",
            "shift",
            "history",
            "pillars",
            "map",
        ];
        let tables = ["results-vi", "results-en", "scorecard-vi", "scorecard-en"];
        for name in names.into_iter().chain(tables) {
            let asked = page.question(Subject::File(name.to_owned())).unwrap();
            let file = answer(&mut self::page(""), &asked);
            assert!(file.is_empty() || says(&file), "{name} {language}");
            assert!(!file.is_empty() || name == "history", "{name}");
        }
        // What was not edited is no simulation.
        let plain = self::page(&format!("#e=2022&u=bac-giang&lang={language}"));
        let asked = plain.question(Subject::File("strip".to_owned())).unwrap();
        assert!(!says(&answer(&mut self::page(""), &asked)));
    }
}
