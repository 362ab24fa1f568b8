//! What stays on the device belongs to every open page of the site: before one writes, it looks at
//! what is there. What another page changed is merged, what a newer page wrote is left alone.

use super::State;
use super::arrival::Notice;
use super::choices::{Choices, SAVED, clean, pack, unpack};
use dti_formats::link::{self, Link, Privacy};
use dti_words::Unkept;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Highest place of a saved scenario. The page offers fewer; merging may need more.
const LAST_SLOT: usize = 64;

/// Whether known figures that are kept, a fragment, were written by a page as old as this one.
pub fn is_readable_link(text: &str) -> bool {
    let (_, notices) = link::read_private(text);
    !notices
        .iter()
        .any(|notice| matches!(notice, link::Notice::OtherVersion { .. }))
}

/// Whether saved scenarios that are kept were written by a page as old as this one.
fn is_readable(text: &str) -> bool {
    let choices = unpack(text);
    let is_own = |(key, value): (&String, &String)| {
        key.starts_with(SAVED) && (key.ends_with(".name") || is_readable_link(value))
    };
    pack(choices.iter()) == text && choices.iter().all(is_own)
}

/// The saved scenarios to keep: `ours` are on this page, `there` is what is kept now, `base` what it
/// was when this page last read or wrote it.
pub fn settled(base: &str, ours: &str, there: &str) -> Result<String, Unkept> {
    if !is_readable(there) {
        return Err(Unkept::Newer);
    }
    Ok(match () {
        () if there == base => ours.to_owned(),
        () if ours == base => there.to_owned(),
        () => merged(&slots(base), &slots(ours), &slots(there)),
    })
}

/// A saved scenario: its fragment, and its name, which is empty where the reader gave none.
pub type Saved = (String, String);

/// Saved scenarios by their place.
fn slots(text: &str) -> BTreeMap<usize, Saved> {
    let choices = unpack(text);
    let mut slots = BTreeMap::new();
    for (key, fragment) in &choices {
        let place = key.strip_prefix(SAVED).and_then(|place| place.parse().ok());
        if let Some(place) = place {
            let name = choices.get(&format!("{key}.name")).cloned();
            slots.insert(place, (fragment.clone(), name.unwrap_or_default()));
        }
    }
    slots
}

/// What both pages wanted: what one of them added, changed or deleted is so; of two that stand in
/// one place, ours moves.
fn merged(
    base: &BTreeMap<usize, Saved>,
    ours: &BTreeMap<usize, Saved>,
    theirs: &BTreeMap<usize, Saved>,
) -> String {
    let mut kept = BTreeMap::new();
    let mut moved = Vec::new();
    for place in 1..=LAST_SLOT {
        let [before, own, other] = [base, ours, theirs].map(|all| all.get(&place));
        let stays = match (own, other) {
            _ if own == before || own == other => other,
            _ if other == before => own,
            (Some(own), Some(other)) => {
                moved.push(own.clone());
                Some(other)
            }
            // One deleted what the other changed.
            (own, other) => own.or(other),
        };
        if let Some(saved) = stays {
            kept.insert(place, saved.clone());
        }
    }
    for own in moved {
        let is_there = kept.iter().any(|(_, saved)| *saved == own);
        let free = (1..=LAST_SLOT).find(|place| !kept.contains_key(place));
        if let Some(place) = free.filter(|_| !is_there) {
            kept.insert(place, own);
        }
    }
    let mut choices = Choices::new();
    for (place, (fragment, name)) in &kept {
        choices.insert(format!("{SAVED}{place}"), fragment.clone());
        if !name.is_empty() {
            choices.insert(format!("{SAVED}{place}.name"), name.clone());
        }
    }
    pack(choices.iter())
}

/// Names and fragments of scenarios as saved ones, in their order.
pub fn pack_saved(scenarios: &[(String, String)]) -> String {
    let mut choices = Choices::new();
    for (row, (name, fragment)) in scenarios.iter().enumerate() {
        let place = row + 1;
        choices.insert(format!("{SAVED}{place}"), fragment.clone());
        if !name.is_empty() {
            choices.insert(format!("{SAVED}{place}.name"), name.clone());
        }
    }
    pack(choices.iter())
}

impl State {
    /// The saved scenarios as one text, to be kept on the device; empty without any.
    pub fn saved(self) -> String {
        self.choices
            .with(|choices| pack(choices.iter().filter(|(key, _)| key.starts_with(SAVED))))
    }

    /// The saved scenarios by their place.
    pub fn saved_scenarios(self) -> BTreeMap<usize, Saved> {
        let mut saved = slots(&self.saved());
        saved.retain(|place, _| (1..=LAST_SLOT).contains(place));
        saved
    }

    /// Saves the scenario on screen, known figures included, in the first free place.
    pub fn save_scenario(self) {
        let link = Link {
            scenario: self.scenario_now(),
            ..Link::default()
        };
        let saved = untrack(|| self.saved_scenarios());
        let free = (1..=LAST_SLOT).find(|place| !saved.contains_key(place));
        if let Some((place, fragment)) = free.zip(link::write(&link, Privacy::WithKnown).ok()) {
            self.set_choice(&format!("{SAVED}{place}"), &fragment);
        }
    }

    /// Forgets the saved scenario in a place, and its name with it.
    pub fn forget_scenario(self, place: usize) {
        self.set_choice(&format!("{SAVED}{place}"), "");
    }

    /// Takes what is kept in, if it can be read.
    pub fn take_saved(self, text: &str) {
        if is_readable(text) {
            self.restore_saved(text);
        } else {
            self.is_unkept(Unkept::Newer);
        }
    }

    /// Takes saved scenarios in the place of those that are there.
    pub fn restore_saved(self, text: &str) {
        self.choices.update(|choices| {
            choices.retain(|key, _| !key.starts_with(SAVED));
            for (key, value) in unpack(text) {
                if key.starts_with(SAVED) {
                    choices.insert(clean(&key), clean(&value));
                }
            }
        });
    }

    /// Hears what came of keeping the saved scenarios: the text that is kept now, or why none is.
    pub fn saved_as(self, outcome: &Result<String, Unkept>) {
        match outcome {
            Ok(text) => {
                if *text != self.saved() {
                    self.restore_saved(text);
                }
                self.unkept.set(None);
                let is_other = |notice: &Notice| !matches!(notice, Notice::Unkept(_));
                self.notices.update(|notices| notices.retain(is_other));
            }
            Err(why) => self.is_unkept(*why),
        }
    }

    /// Says that something on this page is not kept; once, since it stays so.
    pub fn is_unkept(self, why: Unkept) {
        if self.unkept.get_untracked() != Some(why) {
            self.unkept.set(Some(why));
            self.notices
                .update(|notices| notices.push(Notice::Unkept(why)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_readable, settled};
    use dti_words::Unkept;

    /// Saved scenarios as `1 e=2022 name`.
    fn text(saved: &[(usize, &str, &str)]) -> String {
        let mut text = String::new();
        for (place, fragment, name) in saved {
            text.push_str(&format!("saved.{place}\u{1f}{fragment}\u{1d}"));
            if !name.is_empty() {
                text.push_str(&format!("saved.{place}.name\u{1f}{name}\u{1d}"));
            }
        }
        text
    }

    #[track_caller]
    fn expect(
        base: &[(usize, &str, &str)],
        ours: &[(usize, &str, &str)],
        theirs: &[(usize, &str, &str)],
        wanted: &[(usize, &str, &str)],
    ) {
        let [base, ours, theirs, wanted] = [base, ours, theirs, wanted].map(text);
        assert_eq!(settled(&base, &ours, &theirs), Ok(wanted.clone()));
        // Whoever meets that next takes it as it is.
        assert_eq!(settled(&theirs, &theirs, &wanted), Ok(wanted));
    }

    const A: (usize, &str, &str) = (1, "e=2022&u=hue", "a");

    #[test]
    fn what_either_page_saved_is_kept() {
        let [b, c] = [(2, "e=2022&u=b", ""), (2, "e=2022&u=c", "c")];
        expect(&[A], &[A, b], &[A], &[A, b]);
        expect(&[A], &[A], &[A, c], &[A, c]);
        expect(&[A], &[A, b], &[A, c], &[A, c, (3, "e=2022&u=b", "")]);
        expect(&[], &[A], &[A], &[A]);
        // More than the page offers, rather than fewer than were saved.
        let full: Vec<_> = (1..=4).map(|place| (place, "e=2023", "")).collect();
        let mut all = full.clone();
        all.push((5, "e=2022&u=hue", "a"));
        expect(&[], &[A], &full, &all);
    }

    #[test]
    fn what_either_page_deleted_is_gone_unless_the_other_changed_it() {
        let b = (2, "e=2022&u=b", "");
        let named = (2, "e=2022&u=b", "b");
        expect(&[A, b], &[A], &[A, b], &[A]);
        expect(&[A, b], &[A, b], &[A], &[A]);
        expect(&[A, b], &[A], &[b], &[]);
        expect(&[A, b], &[A, named], &[A], &[A, named]);
        expect(&[A, b], &[A], &[A, named], &[A, named]);
        expect(&[A, b], &[b], &[A, named], &[named]);
        // Everything was deleted there, and something new saved here.
        expect(&[A], &[A, b], &[], &[b]);
    }

    #[test]
    fn two_names_of_one_scenario_are_both_kept() {
        let [b, c] = [(1, "e=2022&u=hue", "b"), (1, "e=2022&u=hue", "c")];
        expect(&[A], &[b], &[c], &[c, (2, "e=2022&u=hue", "b")]);
    }

    #[test]
    fn what_a_newer_page_wrote_is_left_alone() {
        let own = text(&[A]);
        for there in [
            "{\"version\":2}",
            "saved.1\u{1f}v=2&e=2030\u{1d}",
            "scenes.1\u{1f}e=2022\u{1d}",
            "saved.1\u{1f}e=2022\u{1d}more",
        ] {
            assert!(!is_readable(there), "{there}");
            assert_eq!(settled("", &own, there), Err(Unkept::Newer), "{there}");
            assert_eq!(settled(there, &own, there), Err(Unkept::Newer), "{there}");
        }
        assert!(is_readable("") && is_readable(&own));
    }
}
