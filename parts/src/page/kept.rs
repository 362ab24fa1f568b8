//! What stays on the device belongs to every open page of the site: before one writes, it looks at
//! what is there. What another page changed is merged, what a newer page wrote is left alone.

use super::Page;
use super::arrival::Notice;
use super::choices::{Choices, SAVED, pack, unpack};
use dti_formats::link;
use std::collections::BTreeMap;

/// Highest place of a saved scenario. The page offers fewer; merging may need more.
pub(crate) const LAST_SLOT: usize = 64;
/// Choice that tells the analyses why saved scenarios are not kept.
pub(crate) const SAVING: &str = "saving";

/// Why something is not kept on the device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unkept {
    /// The browser keeps nothing for this page.
    Denied,
    /// There is no room left.
    Full,
    /// What is there was written by a newer page.
    Newer,
    /// What is there cannot be read.
    Unreadable,
    /// Another page changed the same.
    Elsewhere,
}

impl Unkept {
    const ALL: [Self; 5] = [
        Self::Denied,
        Self::Full,
        Self::Newer,
        Self::Unreadable,
        Self::Elsewhere,
    ];

    /// From the name of the browser's error.
    pub fn of_error(name: &str) -> Self {
        match name {
            "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => Self::Full,
            _ => Self::Denied,
        }
    }

    /// The word between the page and its modules.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Denied => "denied",
            Self::Full => "full",
            Self::Newer => "newer",
            Self::Unreadable => "unreadable",
            Self::Elsewhere => "elsewhere",
        }
    }

    /// The one with this word.
    pub(crate) fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.as_str() == word)
    }
}

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

/// A saved scenario: its fragment and its name.
type Saved = (String, String);

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

impl Page {
    /// The page with the scenarios that are kept, if it can read them.
    pub fn with_kept(self, text: &str) -> Self {
        if is_readable(text) {
            return self.with_saved(text);
        }
        let mut page = self;
        page.is_unkept(Unkept::Newer);
        page
    }

    /// Hears what came of keeping the saved scenarios: the text that is kept now, or why none is.
    pub fn saved_as(&mut self, outcome: &Result<String, Unkept>) {
        match outcome {
            Ok(text) => {
                if *text != self.saved() {
                    self.restore_saved(text);
                }
                self.choices.remove(SAVING);
                self.notices
                    .retain(|notice| !matches!(notice, Notice::Unkept(_)));
            }
            Err(why) => self.is_unkept(*why),
        }
    }

    /// Says that something on this page is not kept; once, since it stays so.
    pub fn is_unkept(&mut self, why: Unkept) {
        let before = self
            .choices
            .insert(SAVING.to_owned(), why.as_str().to_owned());
        if before.as_deref() != Some(why.as_str()) {
            self.notices.push(Notice::Unkept(why));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Unkept, is_readable, settled};

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
