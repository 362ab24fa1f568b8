//! From an address to what the page shows, and back: what a fragment brings, and what it asks of
//! the history.

use crate::page::Unkept;
use dti_engine::calculator::{Calculator, CalculatorError};
use dti_engine::model::{Kind, Level, Scenario, Text};
use dti_formats::link::{self, Link, Privacy};

/// Something that the reader should know about an address. The page lives on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Notice {
    /// A part of the fragment could not be read.
    Unread(link::Notice),
    /// A part was read, but the figures do not allow it.
    Refused(CalculatorError),
    /// The maximum of this indicator would have left nothing that counts.
    LastMaxPoints(String),
    /// Figures of its edition were corrected after it was written.
    Corrected {
        /// Version of the data when it was written.
        then: u32,
        /// Version that is shown.
        now: u32,
        /// What was corrected, oldest first.
        what: Vec<Text>,
    },
    /// It was written with later figures than this copy of the page has.
    Ahead {
        /// Version of the data when it was written.
        then: u32,
        /// Version that is shown.
        now: u32,
    },
    /// It was written with data of a reader's own that are not here, of this data code.
    Elsewhere(String),
    /// It names components by the numbers of slots that stood for them once: these, by their names.
    SlotsNamed(Vec<String>),
    /// Not of the address: something on the page is not kept on the device.
    Unkept(Unkept),
}

/// What to say of a link that was written with other figures.
fn about_figures(calculator: &Calculator, link: &Link) -> Option<Notice> {
    let (version, then) = (calculator.data_version(), link.data?);
    let now = version.number;
    if then > now {
        return Some(Notice::Ahead { then, now });
    }
    let since = version.since(then, &link.scenario.edition);
    let what: Vec<Text> = since.map(|correction| correction.what.clone()).collect();
    (!what.is_empty()).then_some(Notice::Corrected { then, now, what })
}

/// What to say of a link that was written with data of somebody's own.
fn about_own(calculator: &Calculator, link: &Link) -> Option<Notice> {
    let here = calculator.edition(&link.scenario.edition).ok()?;
    let code = link.data_code.as_ref()?;
    let is_here = here.header().data_code.as_ref() == Some(code);
    (!is_here).then(|| Notice::Elsewhere(code.clone()))
}

/// What to say of a link that was written when numbered slots stood for components.
fn about_slots(calculator: &Calculator, link: &Link) -> Option<Notice> {
    let edition = calculator.edition(&link.scenario.edition).ok()?;
    let framework = edition.framework();
    let is_older = link.data.is_some() && !link.has_named_components;
    if !is_older || framework.header().rules_of.is_none() {
        return None;
    }
    let overrides = link.scenario.overrides.iter();
    let named = overrides.filter_map(|own| {
        let node = framework.node(&own.indicator)?;
        let is_component = framework.indicator(node).level > Level::Main;
        (is_component && own.kind != Kind::Assessed).then(|| own.indicator.clone())
    });
    let named: Vec<String> = named.collect();
    (!named.is_empty()).then_some(Notice::SlotsNamed(named))
}

/// What an address brings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Arrival {
    /// Its scenario can be simulated.
    pub(crate) link: Link,
    /// What could not be kept of it.
    pub(crate) notices: Vec<Notice>,
}

/// Takes in what a fragment says. `kept` gives the known figures that stayed on the device for an
/// edition.
pub(crate) fn arrive(
    calculator: &Calculator,
    (mut link, unread): (Link, Vec<link::Notice>),
    kept: impl Fn(&str) -> Option<String>,
) -> Arrival {
    link.scenario = with_known(link.scenario, kept);
    let (scenario, refused) = calculator.admit(&link.scenario, &Link::default().scenario);
    let refused = with_maxima_named(refused, &link.scenario, &scenario);
    link.scenario = scenario;
    let unread = unread.into_iter().map(Notice::Unread);
    let notices = unread
        .chain(refused)
        .chain(about_figures(calculator, &link))
        .chain(about_own(calculator, &link))
        .chain(about_slots(calculator, &link))
        .collect();
    Arrival { link, notices }
}

/// What was refused, with the maxima named whose error does not tell which they are.
fn with_maxima_named(
    refused: Vec<CalculatorError>,
    wanted: &Scenario,
    kept: &Scenario,
) -> Vec<Notice> {
    let is_named = |id: &String| {
        refused.iter().any(|error| match error {
            CalculatorError::UnknownIndicator { given, .. } => given == id,
            CalculatorError::NotScored(given) => given == id,
            _ => false,
        })
    };
    let lost = wanted.max_points.keys();
    let lost = lost.filter(|id| !kept.max_points.contains_key(*id) && !is_named(id));
    let mut lost: Vec<String> = lost.rev().cloned().collect();
    let notices = refused.into_iter().map(|error| match error {
        CalculatorError::NothingCounts => lost
            .pop()
            .map_or(Notice::Refused(error), Notice::LastMaxPoints),
        error => Notice::Refused(error),
    });
    notices.collect()
}

/// A scenario with the known and assessed figures from the device, of each kind unless it brings
/// its own.
pub(crate) fn with_known(scenario: Scenario, kept: impl Fn(&str) -> Option<String>) -> Scenario {
    let Some(text) = kept(&scenario.edition) else {
        return scenario;
    };
    let brings = |kind: Kind| scenario.overrides.iter().any(|o| o.kind == kind);
    let is_wanted = |kind: Kind| kind != Kind::WhatIf && !brings(kind);
    let mut known = link::read_private(&text).0.scenario.overrides;
    known.retain(|o| is_wanted(o.kind));
    let known = known.into_iter();
    Scenario {
        overrides: known.chain(scenario.overrides).collect(),
        ..scenario
    }
}

/// The known figures of a scenario as a text to keep on the device; `None` without any. The desk
/// keeps assessed ones.
pub(crate) fn known_text(scenario: &Scenario) -> Option<String> {
    let own = scenario.overrides.iter().filter(|o| o.kind == Kind::Known);
    let known = Scenario {
        overrides: own.cloned().collect(),
        ..Scenario::baseline(&scenario.edition)
    };
    if known.overrides.is_empty() {
        return None;
    }
    let link = Link {
        scenario: known,
        ..Link::default()
    };
    link::write(&link, Privacy::WithKnown).ok()
}

/// What a change asks of the browser's history.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HistoryStep {
    /// The address says it already.
    Keep,
    /// Another edition or unit: a new entry.
    Push,
    /// An edit: the same entry, changed.
    Replace,
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

/// Compares the address, and the place that was shown before, with what the page shows.
pub fn history_step(fragment: &str, before: &Place, shown: &Link) -> HistoryStep {
    let (address, _) = link::read(fragment);
    let text = |link: &Link| {
        // The version of the data alone changes no address: the plain one stays plain.
        let link = Link {
            data: None,
            ..link.clone()
        };
        link::write(&link, Privacy::ChoicesOnly)
    };
    if *before != Place::of(shown) {
        HistoryStep::Push
    } else if text(&address) == text(shown) {
        HistoryStep::Keep
    } else {
        HistoryStep::Replace
    }
}

#[cfg(test)]
mod tests {
    use super::{HistoryStep, Notice, Place, arrive, history_step, known_text};
    use dti_engine::Correction;
    use dti_engine::calculator::Calculator;
    use dti_engine::model::{ComponentList, Kind, ListedComponent, Text};
    use dti_formats::link::{self, Link};
    use dti_formats::{OwnCatalogue, codes_part, components_part, official_bytes};

    #[test]
    fn a_foreign_address_gives_notices_and_a_scenario() {
        let calculator = dti_formats::official().unwrap();
        let fragment = "#e=2022&u=bac-giang&s=bac-giang.society:0.45,bac-giang.moon:0.3,x&t=0";
        let arrival = arrive(&calculator, link::read(fragment), |_| None);
        assert_eq!(arrival.link.scenario.overrides.len(), 1);
        let unread = arrival
            .notices
            .iter()
            .filter(|n| matches!(n, Notice::Unread(_)));
        assert_eq!((unread.count(), arrival.notices.len()), (2, 3));
        assert_eq!(
            arrive(&calculator, link::read(""), |_| None).link,
            Link::default()
        );
    }

    #[test]
    fn the_maximum_that_would_leave_nothing_is_named() {
        let calculator = dti_formats::official().unwrap();
        let framework = calculator.edition("2022").unwrap().framework();
        let mains = framework.mains().map(|node| framework.indicator(node));
        let scored = mains.filter(|main| main.scored);
        let ids: Vec<String> = scored.map(|main| main.id.clone()).collect();
        let maxima: Vec<String> = ids.iter().map(|id| format!("{id}:0")).collect();
        let fragment = format!("e=2022&u=bac-giang&w=moon:0,{}", maxima.join(","));
        let arrival = arrive(&calculator, link::read(&fragment), |_| None);
        assert_eq!(arrival.link.scenario.max_points.len(), ids.len() - 1);
        let last = ids.iter().max().unwrap().clone();
        assert_eq!(arrival.notices.len(), 2, "{:?}", arrival.notices);
        assert!(arrival.notices.contains(&Notice::LastMaxPoints(last)));
    }

    /// The official figures as if they had been corrected twice.
    fn corrected() -> Calculator {
        let correction = |version, edition: &str, vi: &str, en: &str| Correction {
            version,
            date: "2027-01-01".to_owned(),
            editions: vec![edition.to_owned()],
            what: Text {
                vi: vi.to_owned(),
                en: en.to_owned(),
            },
        };
        let mut catalogue = dti_formats::official_catalogue().unwrap();
        catalogue.version.number = 3;
        catalogue.version.corrections = vec![
            correction(2, "2022", "Hai", "Two"),
            correction(3, "2023", "Ba", "Three"),
        ];
        Calculator::new(catalogue)
    }

    #[test]
    fn a_link_from_the_time_of_numbered_slots_names_the_components() {
        let official = dti_formats::official().unwrap();
        let notices = |fragment: &str| arrive(&official, link::read(fragment), |_| None).notices;
        let named = Notice::SlotsNamed(vec!["society.3".to_owned()]);
        assert_eq!(notices("#v=1&e=2022&s=bac-giang.society.3:0.4"), [named]);
        for same in [
            "#v=1&e=2022&s=bac-giang.society.3:0.4&c=1",
            "#e=2022&s=bac-giang.society.3:0.4",
            "#v=1&e=2022&s=bac-giang.society:0.4",
        ] {
            assert_eq!(notices(same), [], "{same}");
        }
        let (link, _) = link::read("#v=1&e=2022&s=bac-giang.society.3:v1/2");
        let written = link::write(&link, link::Privacy::ChoicesOnly).unwrap();
        assert!(
            written.ends_with("s=bac-giang.society.3:v1/2&c=1"),
            "{written}"
        );
    }

    #[test]
    fn an_old_link_says_what_was_corrected_since() {
        let calculator = corrected();
        let notices = |fragment: &str| arrive(&calculator, link::read(fragment), |_| None).notices;
        let two = Text {
            vi: "Hai".into(),
            en: "Two".into(),
        };
        let corrected = Notice::Corrected {
            then: 1,
            now: 3,
            what: vec![two],
        };
        assert_eq!(notices("#v=1&e=2022&u=bac-giang"), [corrected]);
        // Its edition is as it was, or nobody wrote it with other figures.
        for same in [
            "",
            "#e=2022",
            "#v=1&e=2024&u=phu-yen",
            "#v=1&e=2022&u=bac-giang&d=2",
            "#v=1&e=2023&u=phu-yen&d=3",
        ] {
            assert_eq!(notices(same), [], "{same}");
        }
        assert_eq!(notices("#v=1&d=7"), [Notice::Ahead { then: 7, now: 3 }]);
        let official = dti_formats::official().unwrap();
        assert_eq!(
            arrive(&official, link::read("#v=1&e=2022&u=bac-giang"), |_| None).notices,
            []
        );
    }

    #[test]
    fn a_link_of_own_data_says_when_they_are_not_here() {
        let without = dti_formats::official().unwrap();
        let society = ListedComponent {
            id: "society.own".to_owned(),
            parent: "society".to_owned(),
            max_points: 15_000,
            scored: true,
            ..ListedComponent::default()
        };
        let list = ComponentList {
            framework: "dti-922".to_owned(),
            rows: vec![society],
        };
        let framework = without.edition("2022").unwrap().framework();
        let mut brought = components_part(framework, &list).unwrap();
        let code = codes_part(official_bytes(), &OwnCatalogue::default(), &brought).unwrap();
        brought.add(code);
        let with = dti_formats::official_with(brought).unwrap();
        let code = with.edition("2022").unwrap().header().data_code.clone();
        let own = format!("#v=1&e=2022&own={}", code.clone().unwrap());
        let notices = |calculator: &Calculator, fragment: &str| {
            arrive(calculator, link::read(fragment), |_| None).notices
        };
        let elsewhere = [Notice::Elsewhere(code.unwrap())];
        assert_eq!(notices(&without, &own), elsewhere);
        assert_eq!(notices(&with, &own), []);
        let other = Notice::Elsewhere("0a1b2c3d".to_owned());
        assert_eq!(
            notices(&with, "#v=1&e=2022&own=0a1b2c3d"),
            std::slice::from_ref(&other)
        );
        // A link that does not say is left alone.
        assert_eq!(notices(&with, "#v=1&e=2022&u=bac-giang"), []);
        // An edition that is not there is named first, then the way to it.
        let unknown = notices(&without, "#v=1&e=own-1&own=0a1b2c3d");
        assert!(matches!(&unknown[..], [Notice::Refused(_), last] if *last == other));
    }

    #[test]
    fn the_version_of_the_data_alone_changes_no_address() {
        let (mut shown, _) = link::read("");
        shown.data = Some(3);
        let place = Place::of(&shown);
        assert_eq!(history_step("", &place, &shown), HistoryStep::Keep);
    }

    #[test]
    fn known_figures_come_back_from_the_device_not_from_the_address() {
        let calculator = dti_formats::official().unwrap();
        let (link, _) = link::read("e=2022&s=bac-giang.awareness:k0.8,bac-giang.society:0.45");
        let kept = known_text(&link.scenario).unwrap();
        assert!(kept.contains("k0.8") && !kept.contains("society"));
        let arrival = arrive(&calculator, link::read("#e=2022&u=bac-giang"), |edition| {
            (edition == "2022").then(|| kept.clone())
        });
        assert!(
            arrival
                .link
                .scenario
                .find("bac-giang", "awareness", Kind::Known)
                .is_some()
        );
        let own = link::read("#e=2022&s=bac-giang.awareness:k0.85");
        let brought = arrive(&calculator, own, |_| Some(kept.clone()));
        assert_eq!(brought.link.scenario.overrides.len(), 1);
        assert_eq!(known_text(&Link::default().scenario), None);
    }

    #[test]
    fn a_choice_is_an_entry_and_an_edit_changes_it() {
        let step = |address: &str, now: &str| {
            let [before, shown] = [address, now].map(|fragment| link::read(fragment).0);
            history_step(address, &Place::of(&before), &shown)
        };
        assert_eq!(step("", ""), HistoryStep::Keep);
        assert_eq!(step("#main", ""), HistoryStep::Keep);
        assert_eq!(step("", "u=hue"), HistoryStep::Push);
        assert_eq!(step("#e=2022", "e=2023"), HistoryStep::Push);
        assert_eq!(step("", "s=hue.society:0.5"), HistoryStep::Replace);
        assert_eq!(step("", "lang=en"), HistoryStep::Replace);
        assert_eq!(step("#s=hue.society:k0.5", ""), HistoryStep::Keep);
        // A place that does not exist is put right without an entry to come back to.
        let (shown, _) = link::read("");
        let corrected = history_step("#e=1999", &Place::of(&shown), &shown);
        assert_eq!(corrected, HistoryStep::Replace);
    }
}
