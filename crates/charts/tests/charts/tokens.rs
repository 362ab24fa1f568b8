//! Charts are coloured by the page's css: every ink has its variable there, with the colours that
//! downloaded files get.

use dti_charts::{Ink, Theme};
use std::collections::BTreeMap;
use std::fs;

/// The lines that the page's tokens need for a theme.
fn block(theme: Theme) -> String {
    let line = |ink: &Ink| format!("  --ink-{}: {};\n", ink.name(), theme.colour(*ink));
    Ink::ALL.iter().map(line).collect()
}

#[test]
fn every_ink_has_its_variable_in_the_page_s_tokens() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../style/tokens.css");
    let css = fs::read_to_string(path).unwrap_or_default();
    let lacks = |ink: &&Ink| !css.contains(&format!("--ink-{}:", ink.name()));
    let lacking: Vec<_> = Ink::ALL
        .iter()
        .filter(lacks)
        .map(|ink| ink.name())
        .collect();
    assert!(
        lacking.is_empty(),
        "style/tokens.css has no --ink-* variable for {lacking:?}, so charts have no colour there. \
         Put in, for the light theme:\n{}and for the dark theme:\n{}",
        block(Theme::Light),
        block(Theme::Dark)
    );
}

#[test]
fn colours_in_the_page_s_tokens_are_those_of_downloaded_files() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../style/tokens.css");
    let css = fs::read_to_string(path).unwrap_or_default();
    let mut declared: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let declarations = css
        .split([';', '{', '}'])
        .filter_map(|part| part.split_once(':'));
    for (name, value) in declarations {
        declared.entry(name.trim()).or_default().push(value.trim());
    }
    // A value is a colour, or `var(--other)`, which is looked up once. System colours are the page's.
    let colours = |value: &str| -> Vec<String> {
        let other = value
            .strip_prefix("var(")
            .and_then(|rest| rest.strip_suffix(')'));
        let values = match other {
            Some(other) => declared.get(other.trim()).cloned().unwrap_or_default(),
            None => vec![value],
        };
        let plain = values.into_iter().filter(|value| value.starts_with('#'));
        plain.map(str::to_ascii_lowercase).collect()
    };
    let mut wrong = Vec::new();
    for ink in Ink::ALL {
        let known = [Theme::Light.colour(ink), Theme::Dark.colour(ink)];
        let name = format!("--ink-{}", ink.name());
        let values = declared.get(name.as_str()).cloned().unwrap_or_default();
        for colour in values.into_iter().flat_map(colours) {
            if !known.contains(&colour.as_str()) {
                wrong.push(format!("{name}: {colour}, not one of {known:?}"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "crates/charts/src/theme.rs mirrors style/tokens.css; change both together: {wrong:#?}"
    );
}
