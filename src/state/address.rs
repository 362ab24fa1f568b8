//! What the address says of the state: the link, and what a change asks of the history.

use super::State;
use dti_engine::model::Scenario;
use dti_formats::link::{self, DEFAULT_SEED, LONGEST, Link, Privacy, Theme};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Where the embed stands below the root of the site.
const EMBED: &str = "embed/v1/";

impl State {
    /// What the page shows, as a link.
    pub fn link(self) -> Link {
        let language = self.language.get();
        let theme = self.theme.get();
        let data_code = self
            .edition
            .with(|edition| edition.header().data_code.clone());
        Link {
            scenario: self.scenario(),
            language: (language != self.served).then_some(language),
            theme: (theme != Theme::Auto).then_some(theme),
            data: Some(self.calculator.get().data_version().number),
            data_code,
            ..self.carried.get()
        }
    }

    /// The address of what is shown, with the reader's own figures only where that is wished; `None`
    /// where a link would be too long.
    pub fn address_of(self, privacy: Privacy) -> Option<String> {
        let fragment = written(&self.link_for(privacy), privacy)?;
        let page = self.addresses.with_value(|(page, _)| page.clone());
        Some(format!("{page}#{fragment}"))
    }

    /// What the page shows as a link, with the reader's own figures only where that is wished.
    pub(super) fn link_for(self, privacy: Privacy) -> Link {
        match privacy {
            Privacy::WithKnown => self.link_with_own_figures(),
            Privacy::ChoicesOnly => self.link(),
        }
    }

    /// The scenario alone, as a link carries it; empty where it is too large.
    pub fn scenario_text(self, privacy: Privacy) -> String {
        let link = Link {
            scenario: self.scenario(),
            target: None,
            seed: DEFAULT_SEED,
            language: None,
            theme: None,
            data: self.link().data,
            // Readers of an embed have the official figures.
            data_code: None,
            has_named_components: false,
            view: BTreeMap::new(),
        };
        link::write(&link, privacy).unwrap_or_default()
    }

    /// Address of the full page with what an embed shows. Known figures came with the embed's own
    /// address, so they are no secret there.
    pub fn full_address(self) -> String {
        let scenario = self.scenario_text(Privacy::WithKnown);
        format!("{}{}#{scenario}", self.root(), self.language.get().home())
    }

    /// Address of the site's root, with its last `/`.
    pub fn root(self) -> String {
        self.addresses.with_value(|(_, root)| root.clone())
    }

    /// Says where the site's root is; the embed stands below it.
    pub fn set_root(self, root: &str) {
        let root = root.strip_suffix(EMBED).unwrap_or(root).to_owned();
        self.addresses.update_value(|(_, own)| *own = root);
    }

    /// What a link carries besides the scenario: the target and seed of analyses, the view's own keys.
    pub fn carried(self) -> Link {
        self.carried.get()
    }

    /// The edition that is shown and the known figures in it as a text to keep on the device.
    pub fn to_keep(self) -> (String, Option<String>) {
        let scenario = self.scenario();
        let known = super::arrival::known_text(&scenario);
        (scenario.edition, known)
    }

    /// What is offered to whoever comes back: the link of an edited scenario or of another unit, nothing
    /// for what the plain address shows.
    pub fn to_resume(self) -> Option<String> {
        let scenario: Scenario = self.scenario();
        let plain = Link::default().scenario;
        let is_plain = scenario.is_baseline()
            && (&scenario.edition, &scenario.unit) == (&plain.edition, &plain.unit);
        let text = self.scenario_text(Privacy::ChoicesOnly);
        (!is_plain && !text.is_empty()).then_some(text)
    }
}

/// Where the page of a unit's own is, from the home page of its language: `p/2024-34/bac-ninh/`.
pub fn unit_page(edition: &str, unit: &str) -> String {
    format!("p/{edition}/{unit}/")
}

/// A link as the fragment of an address; `None` where it would be too long for one.
pub(super) fn written(link: &Link, privacy: Privacy) -> Option<String> {
    let fragment = link::write(link, privacy).ok()?;
    (fragment.len() <= LONGEST).then_some(fragment)
}

/// Edition and unit: what makes an entry of its own in the history.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place(String, Option<String>);

impl Place {
    /// Where a link leads.
    pub fn of(link: &Link) -> Self {
        Self(link.scenario.edition.clone(), link.scenario.unit.clone())
    }
}

/// Whether a fragment says what a link does. The version of the data alone changes no address: the plain
/// one stays plain.
pub fn is_said(fragment: &str, link: &Link) -> bool {
    let text = |link: Link| link::write(&Link { data: None, ..link }, Privacy::ChoicesOnly);
    text(link::read(fragment).0) == text(link.clone())
}

#[cfg(test)]
mod tests {
    use super::{Place, is_said};
    use dti_formats::link;

    #[test]
    fn the_version_of_the_data_alone_changes_no_address() {
        let (mut shown, _) = link::read("");
        shown.data = Some(3);
        assert!(is_said("", &shown));
    }

    #[test]
    fn a_choice_is_an_entry_and_an_edit_changes_it() {
        // Whether it leads elsewhere, and whether the address says it already.
        let step = |address: &str, now: &str| {
            let [before, shown] = [address, now].map(|fragment| link::read(fragment).0);
            let is_elsewhere = Place::of(&before) != Place::of(&shown);
            (is_elsewhere, is_said(address, &shown))
        };
        assert_eq!(step("", ""), (false, true));
        assert_eq!(step("#main", ""), (false, true));
        assert_eq!(step("", "u=hue"), (true, false));
        assert_eq!(step("#e=2022", "e=2023"), (true, false));
        assert_eq!(step("", "s=hue.society:0.5"), (false, false));
        assert_eq!(step("", "lang=en"), (false, false));
        assert_eq!(step("#s=hue.society:k0.5", ""), (false, true));
        // A place that does not exist is put right.
        assert!(!is_said("#e=1999", &link::read("").0));
    }
}
