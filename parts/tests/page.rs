//! What the modules that are loaded later answer a page.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use dti_engine::calculator::Calculator;
use dti_parts::page::{Asked, Page, answer};

fn calculator() -> &'static Calculator {
    Box::leak(Box::new(dti_formats::official().unwrap()))
}

/// A question about Bac Giang in 2022.
fn question(kind: &str, about: &str, more: &str) -> String {
    let fragment = format!("v=1&e=2022&u=bac-giang{more}");
    [kind, about, "bac-giang", "score", &fragment].join("\u{1e}")
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
    let scenario = "&s=bac-giang.society:0.52,bac-giang.security:0.4&lang=vi";
    let asked = question("pictures", "1240", scenario);
    let drawn = answer(&mut Page::new(calculator()), &Asked::unpack(&asked));
    expect_stored("studio", &asked, &drawn);
}

#[test]
fn edited_figures_leave_the_page_as_a_simulation_only() {
    let mut page = Page::new(calculator());
    for (language, words) in [
        ("vi", ["Mô phỏng", "mô phỏng"]),
        ("en", ["Simulation", "simulation"]),
    ] {
        let edited = format!("&s=bac-giang.society:0.45&lang={language}");
        let says = |text: &str| words.iter().any(|word| text.contains(word));
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
            let asked = question("file", name, &edited);
            let file = answer(&mut page, &Asked::unpack(&asked));
            assert!(file.is_empty() || says(&file), "{name} {language}");
            assert!(!file.is_empty() || name == "history", "{name}");
        }
        // What was not edited is no simulation.
        let plain = question("file", "strip", &format!("&lang={language}"));
        assert!(!says(&answer(&mut page, &Asked::unpack(&plain))));
    }
}
