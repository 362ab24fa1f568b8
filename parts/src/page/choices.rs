//! What a reader chooses in the analyses: short texts by key. The page keeps
//! and hands them on.

use std::collections::BTreeMap;

/// Between two choices, and between a key and its value.
const MARKS: [char; 2] = ['\u{1d}', '\u{1f}'];

/// Choices by key.
pub(crate) type Choices = BTreeMap<String, String>;

/// As one text.
pub(crate) fn pack<'a>(choices: impl Iterator<Item = (&'a String, &'a String)>) -> String {
    let mut text = String::new();
    for (key, value) in choices {
        text.push_str(key);
        text.push(MARKS[1]);
        text.push_str(value);
        text.push(MARKS[0]);
    }
    text
}

/// From one text.
pub(crate) fn unpack(text: &str) -> Choices {
    let mut choices = Choices::new();
    for one in text.split(MARKS[0]) {
        if let Some((key, value)) = one.split_once(MARKS[1]) {
            choices.insert(key.to_owned(), value.to_owned());
        }
    }
    choices
}
