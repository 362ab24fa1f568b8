//! What the modules that are loaded later answer a page.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use dti_engine::calculator::Calculator;
use dti_parts::page::Work;

fn calculator() -> &'static Calculator {
    Box::leak(Box::new(dti_formats::official().unwrap()))
}

/// A question about Bac Giang in 2022.
fn question(kind: &str, about: &str, more: &str) -> String {
    let fragment = format!("v=1&e=2022&u=bac-giang{more}");
    [kind, about, "bac-giang", "score", &fragment].join("\u{1e}")
}

/// Stores a question with its answer, or compares with what is stored.
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
fn the_draws_are_the_stored_ones() {
    let scenario = "&s=bac-giang.society:0.52&seed=7&lang=vi&panel=stability";
    let asked = question("analyses", "1000 draws\u{1f}1000\u{1d}", scenario);
    let mut work = Work::begin(calculator(), &asked, None);
    while !work.advance() {}
    expect_stored("analyst", &asked, &work.answer());
}
