//! What a reader chooses in the analyses: short texts by key. The page keeps and hands them on;
//! only the analyses know what they mean.

use super::State;
use dti_formats::link;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Between two choices, and between a key and its value.
const MARKS: [char; 2] = ['\u{1d}', '\u{1f}'];
/// What a link carries among its view's own keys: what two editions an analysis compares.
const VIEWED: [&str; 2] = ["from", "to"];
/// Keys that stay on the device: the reader's own saved scenarios.
pub(crate) const SAVED: &str = "saved.";

/// Choices by key.
pub type Choices = BTreeMap<String, String>;

/// As one text.
pub fn pack<'a>(choices: impl Iterator<Item = (&'a String, &'a String)>) -> String {
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

/// Without the marks between choices and between the parts of a question.
pub(crate) fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

impl State {
    /// Chooses something in the analyses. What links carry goes into the link too, where it is of
    /// the link's form; a wrong text stays for the analysis to complain about.
    pub fn set_choice(self, key: &str, value: &str) {
        let value = clean(value);
        if VIEWED.contains(&key) {
            return self.carried.update(|carried| {
                match value.is_empty() {
                    true => carried.view.remove(key),
                    false => carried.view.insert(key.to_owned(), value),
                };
            });
        }
        if ["t", "seed", "panel"].contains(&key) {
            // Typed here, it has not been on its way like a link: nothing of it is put right.
            let (read, notices) = link::read_private(&format!("{key}={value}"));
            if notices.is_empty() {
                self.carried.update(|carried| match key {
                    "t" => carried.target = read.target,
                    "seed" => carried.seed = read.seed,
                    _ => carried.view.extend(read.view),
                });
            }
        }
        if value.is_empty() {
            self.carried.update(|carried| match key {
                "t" => carried.target = None,
                "seed" => carried.seed = link::DEFAULT_SEED,
                _ => {}
            });
        }
        self.choices.update(|choices| choose(choices, key, value));
    }
}

fn choose(choices: &mut Choices, key: &str, value: String) {
    if value.is_empty() {
        // What belongs to it goes too: the name of a saved scenario.
        let is_below = |own: &str| {
            own.strip_prefix(key)
                .is_some_and(|rest| rest.starts_with('.'))
        };
        choices.retain(|own, _| own != key && !is_below(own));
    } else {
        choices.insert(key.to_owned(), value);
    }
    if key == "t" {
        // A rank and a score are no target together: the last word counts.
        choices.remove("goal");
    }
}
