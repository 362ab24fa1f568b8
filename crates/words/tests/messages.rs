//! The messages as a whole: what the build refuses, and what both files of messages must be like.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

#[path = "../build/messages.rs"]
mod messages;
#[path = "../build/reading.rs"]
mod reading;

use messages::{Kind, all, checked, names};
use reading::{Key, Piece, Said, Select};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn locales() -> PathBuf {
    root().join("crates/words/locales")
}

/// Panics where a pair of files would be taken, or refused for another reason.
#[track_caller]
fn expect_refused(vi: &str, en: &str, why: &str) {
    let fault = checked("a.ftl", vi, en).unwrap_err();
    assert!(fault.contains(why), "{fault}");
}

#[test]
fn what_would_be_wrong_on_the_page_is_refused_with_its_name() {
    for (vi, en, why) in [
        (
            "a = A\nb = B",
            "a = A",
            "en/a.ftl: `b` of vi/a.ftl is missing",
        ),
        (
            "a = A",
            "a = A\nb = B",
            "vi/a.ftl: `b` of en/a.ftl is missing",
        ),
        ("a = A\na = B", "a = A", "`a` stands there twice"),
        ("a = A\n\nb = { $x", "a = A\nb = B", "vi/a.ftl:3: "),
        (
            "a = { $name }",
            "a = { $nmae }",
            "`a` says $name in one language only",
        ),
        (
            "a = { $name }",
            "a = A",
            "`a` says $name in one language only",
        ),
        (
            "a = { $x } { $y }",
            "a = { $x } { $y }",
            "name them in a comment",
        ),
        (
            "# $y, $z\na = { $x } { $y }",
            "a = { $x } { $y }",
            "its comment names others",
        ),
        (
            "# $x, $x\na = { $x } { $y }",
            "a = { $x } { $y }",
            "its comment names others",
        ),
        (
            "# $x\na = { $x }",
            "# $x\na = { $x }",
            "they stand in Vietnamese only",
        ),
        ("-a = A", "a = A", "`-a` is a term"),
        ("a = { b }", "a = A", "refers to another message"),
        ("a = A\n    .title = B", "a = A", "has attributes"),
        ("a = { DATETIME($x) }", "a = { $x }", "calls DATETIME"),
        (
            "a = { $figures }",
            "a = A",
            "says $figures, which is only to select by",
        ),
        (
            "a = { $figures ->\n    [pubished] A\n   *[own] B\n }",
            "a = A",
            "selects $figures by pubished; use published, mixed, own",
        ),
        (
            "a = { $n ->\n    [one] A\n   *[other] B\n }",
            "a = A",
            "has a plural form “one” that the language does not have",
        ),
        (
            "a = A",
            "a = { $n ->\n    [few] A\n   *[other] B\n }",
            "has a plural form “few” that the language does not have",
        ),
        (
            "a = A",
            "a = { $n ->\n    [one] A\n   *[1] B\n }",
            "selects by $n with another default than *[other]",
        ),
        (
            "a = { $n ->\n    [true] A\n   *[false] B\n }",
            "a = { $n ->\n    [1] A\n   *[other] B\n }",
            "uses $n in two ways",
        ),
    ] {
        expect_refused(vi, en, why);
    }
}

#[test]
fn arguments_have_the_order_of_the_comment_and_the_type_of_their_use() {
    let vi = "# $to, $count, $is-late, $way\na = { $count } { $to }";
    let en = "a = { $to } { $count ->\n    [one] 1\n   *[other] { $count }\n } { $is-late ->
    [true] late\n   *[false] soon\n } { $way ->\n    [up] up\n   *[down] down\n }";
    let all = checked("a.ftl", vi, en).unwrap();
    let wanted = [
        ("to", Kind::Shown),
        ("count", Kind::Count),
        ("is-late", Kind::Flag),
        ("way", Kind::Choice),
    ];
    assert_eq!(all[0].name, "a");
    assert_eq!(
        all[0].arguments,
        wanted.map(|(name, kind)| (name.to_owned(), kind))
    );
    let [vi, _] = &all[0].pieces;
    assert_eq!(vi[1], Piece::Text(" ".to_owned()));
}

/// Whether a choice counts.
type Counts<'a> = &'a dyn Fn(&Select, &Key) -> bool;

/// Every text of a message, whichever way it goes on.
fn texts(pieces: &[Piece], counts: Counts, out: &mut String) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Argument(_) | Piece::Number(_) => out.push('…'),
            Piece::Select(select) => {
                let choices = select.arms.iter().chain([&select.default]);
                for (_, pieces) in choices.filter(|(key, _)| counts(select, key)) {
                    out.push('|');
                    texts(pieces, counts, out);
                }
            }
        }
    }
}

/// Name and texts of each message of a language.
fn said(language: &str) -> Vec<(String, String)> {
    told(language, &|_, _| true)
}

/// The same without choices that do not count.
fn told(language: &str, counts: Counts) -> Vec<(String, String)> {
    let told = |said: Said| {
        let mut text = String::new();
        texts(&said.pieces, counts, &mut text);
        (said.name, text)
    };
    let folder = locales().join(language);
    let mut all = Vec::new();
    for file in names(&folder).unwrap() {
        let text = fs::read_to_string(folder.join(&file)).unwrap();
        all.extend(reading::messages(&file, &text).unwrap());
    }
    all.into_iter().map(told).collect()
}

#[test]
fn all_files_of_both_languages_together_are_taken() {
    assert_eq!(all(&locales()).unwrap().len(), said("vi").len());
}

#[test]
fn no_message_is_empty_or_left_in_the_other_language() {
    // The way to the other language is in that language.
    let alike = ["other-language"];
    for ((name, vi), (_, en)) in said("vi").iter().zip(said("en")) {
        let has_letters = |text: &str| text.chars().any(char::is_alphanumeric);
        assert!(has_letters(vi) || vi.contains('…'), "{name}");
        if alike.contains(&name.as_str()) {
            continue;
        }
        let is_alike = *vi == en && has_letters(vi);
        assert!(!is_alike, "{name} says the same in both languages");
        let vietnamese = ['đ', 'ả', 'ế', 'ộ', 'ạ'];
        assert!(
            !en.contains(vietnamese),
            "{name} is left in Vietnamese: {en}"
        );
        // A letter and its mark written apart would look alike and not be found.
        let is_mark = |letter: char| ('\u{300}'..='\u{36f}').contains(&letter);
        assert!(!vi.contains(is_mark), "{name}: {vi}");
        assert!(!vi.contains("  ") && !en.contains("  "), "{name}");
    }
}

#[test]
fn the_files_have_their_messages_in_one_order() {
    let order = |language: &str| {
        let all = said(language).into_iter();
        all.map(|(name, _)| name).collect::<Vec<_>>()
    };
    assert_eq!(order("vi"), order("en"));
}

/// Where a province is meant, whatever an edition ranks.
const ABOUT_PROVINCES: [&str; 3] = ["what-is-dti", "begin-hint", "begin-provinces"];

#[test]
fn what_is_ranked_is_never_spelt_out() {
    for (language, nouns) in [
        ("vi", ["tỉnh", "giá trị dti"]),
        ("en", ["province", "dti score"]),
    ] {
        for (name, text) in told(language, &|select, key| {
            // There provinces are meant.
            select.by != "ranked" || *key != Key::Word("provinces".to_owned())
        }) {
            let text = text.to_lowercase();
            let is_spelt = nouns.iter().any(|noun| text.contains(noun));
            // Only provinces were merged.
            let may = ABOUT_PROVINCES.contains(&name.as_str()) || name.starts_with("merger-");
            assert!(
                !is_spelt || may,
                "{language}: `{name}` spells out a noun: {text}"
            );
        }
    }
}

/// The sources that may say something.
fn sources(folder: &Path, out: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            out.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn every_message_is_said_somewhere() {
    let mut text = String::new();
    for folder in ["src", "crates/words/src", "crates/site/src"] {
        sources(&root().join(folder), &mut text);
    }
    let awaited = fs::read_to_string(root().join("crates/words/tests/awaited.txt")).unwrap();
    let awaited: BTreeSet<&str> = awaited.lines().collect();
    let names: BTreeSet<String> = said("vi").into_iter().map(|(name, _)| name).collect();
    // Called, or handed on as a function.
    let is_used = |name: &str| {
        let method = name.replace('-', "_");
        let ways = [format!(".{method}("), format!("Words::{method})")];
        ways.iter().any(|way| text.contains(way))
    };
    let unused: Vec<&String> = names
        .iter()
        .filter(|name| !is_used(name) && !awaited.contains(name.as_str()))
        .collect();
    assert!(unused.is_empty(), "nobody says {unused:?}; delete them");
    let unknown: Vec<&&str> = awaited
        .iter()
        .filter(|name| !names.contains(**name))
        .collect();
    assert!(
        unknown.is_empty(),
        "awaited.txt names {unknown:?}, which are no messages"
    );
}
