//! What a link shows before anybody opens it. Hosts see an address without its fragment, so a preview can show
//! only what has a page of its own: some scenarios of the newest editions, else the unit as it was published.

use super::State;
use super::address::{unit_page, written};
use dti_engine::calculator::{Calculator, ScorecardLine};
use dti_engine::model::{Edition, Entry, Exact, Kind, Override, SCORE_DECIMALS, Scenario, Score};
use dti_formats::link::{Language, Link, Privacy};
use leptos::prelude::*;

/// What one main indicator is supposed to be in a scenario that has a page of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Landmark {
    /// All of its points.
    Full,
    /// The best score of the edition.
    Best,
    /// The median of the edition.
    Median,
}

impl Landmark {
    /// All of them. Where two are the same score, the first one names it.
    pub const ALL: [Self; 3] = [Self::Full, Self::Best, Self::Median];

    /// Its word in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Best => "best",
            Self::Median => "median",
        }
    }

    /// The score, with as many decimals as a link has.
    fn of(self, line: &ScorecardLine) -> Exact {
        let exact = match self {
            Self::Full => Exact::ONE,
            Self::Best => line.best,
            Self::Median => line.median,
        };
        exact.rounded(SCORE_DECIMALS)
    }
}

/// The landmarks of an indicator with their scores, `0..=1`: each score once, and none that it has already.
pub fn landmarks(line: &ScorecardLine) -> Vec<(Landmark, Exact)> {
    let present = line.present.rounded(SCORE_DECIMALS);
    let mut landmarks: Vec<(Landmark, Exact)> = Vec::new();
    for landmark in Landmark::ALL {
        let score = landmark.of(line);
        if score != present && landmarks.iter().all(|(_, other)| *other != score) {
            landmarks.push((landmark, score));
        }
    }
    landmarks
}

/// The scenario in which a unit's indicator has a score and nothing else differs; `None` where no indicator
/// can have it.
pub fn supposing(edition: &str, [unit, indicator]: [&str; 2], score: Exact) -> Option<Scenario> {
    let supposed = Override {
        unit: unit.to_owned(),
        indicator: indicator.to_owned(),
        entry: Entry::Score(Score::try_new(score)?),
        kind: Kind::WhatIf,
    };
    Some(Scenario {
        unit: Some(unit.to_owned()),
        overrides: vec![supposed],
        ..Scenario::baseline(edition)
    })
}

/// Where the page of such a scenario is, from the page of its unit: `society-median/`.
pub fn supposed_page(indicator: &str, landmark: Landmark) -> String {
    format!("{indicator}-{}/", landmark.as_str())
}

/// The editions that have a page for each unit: the last one before the merger and all since, so that an
/// address once shared stays.
pub fn shared_editions(calculator: &Calculator) -> Vec<&Edition> {
    let editions = calculator.editions();
    let from = editions
        .iter()
        .position(|edition| was_merged(calculator, edition));
    let shared = editions.iter().skip(from.unwrap_or_default());
    let shared = shared.map(AsRef::as_ref);
    shared.filter(|edition| is_complete(edition)).collect()
}

/// Whether scenarios of an edition have pages too, in a language: all editions since the merger, in Vietnamese
/// (decision 30).
pub fn has_supposed_pages(calculator: &Calculator, edition: &Edition, language: Language) -> bool {
    let mut shared = shared_editions(calculator).into_iter();
    let is_shared = shared.any(|other| other.id() == edition.id());
    is_shared && language == Language::Vi && !was_merged(calculator, edition)
}

/// Whether another edition has the units of this one merged.
fn was_merged(calculator: &Calculator, edition: &Edition) -> bool {
    let mut others = calculator.editions().iter();
    others.any(|other| other.header().merger_of.as_deref() == Some(edition.id()))
}

/// Whether an edition is an official one with all its scores.
pub fn is_complete(edition: &Edition) -> bool {
    let header = edition.header();
    header.simulatable && !header.is_example() && !header.is_own
}

/// What a link shows before it is opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Preview {
    /// The scenario itself.
    Scenario,
    /// The unit as it was published.
    Unit,
    /// The name of the site.
    Site,
    /// Nothing: it leads to a file.
    Nothing,
}

impl State {
    /// The link to hand on and what is seen of it before it is opened; `None` where it would be too long. What
    /// the reader knows enters it only where that is wished, and only the fragment, which no host sees.
    pub fn shared_link(self, privacy: Privacy) -> Option<(String, Preview)> {
        let plain = self.address_of(privacy)?;
        let root = self.root();
        if !root.starts_with("http") {
            return Some((plain, Preview::Nothing));
        }
        let Some(page) = self.page_of_unit() else {
            return Some((plain, Preview::Site));
        };
        let page = format!("{root}{}{page}", self.language.get().home());
        let own = self.page_of_scenario();
        if let Some(own) = own.filter(|_| privacy == Privacy::ChoicesOnly) {
            return Some((format!("{page}{own}"), Preview::Scenario));
        }
        // The page of the unit is in its language already.
        let link = Link {
            language: None,
            ..self.link_for(privacy)
        };
        Some((
            format!("{page}#{}", written(&link, privacy)?),
            Preview::Unit,
        ))
    }

    /// Where the page of the unit asked about is, from the home page of a language.
    fn page_of_unit(self) -> Option<String> {
        let unit = self.id(self.unit.get());
        let edition = self.edition.get();
        let calculator = self.calculator.get();
        let shared = shared_editions(&calculator);
        let is_shared = shared.iter().any(|other| other.id() == edition.id());
        is_shared.then(|| unit_page(edition.id(), &unit))
    }

    /// Where the page of the scenario is, from that of the unit, if it has one.
    fn page_of_scenario(self) -> Option<String> {
        let link = self.link();
        let [only] = link.scenario.overrides.as_slice() else {
            return None;
        };
        let edition = self.edition.get();
        if !has_supposed_pages(&self.calculator.get(), &edition, self.language.get()) {
            return None;
        }
        let row = edition.position(&only.unit)?;
        let node = edition.framework().node(&only.indicator)?;
        let mut mains = edition.framework().mains();
        let line = self.session.with(|session| {
            self.present
                .with(|present| session.scorecard_line(present, row, node).ok())
        });
        let line = line.filter(|_| mains.any(|main| main == node))?;
        let is_shown = |score: Exact| {
            let place = [only.unit.as_str(), only.indicator.as_str()];
            let scenario = supposing(edition.id(), place, score);
            scenario.is_some_and(|scenario| says_no_more(&link, scenario))
        };
        let mut landmarks = landmarks(&line).into_iter();
        let (landmark, _) = landmarks.find(|(_, score)| is_shown(*score))?;
        Some(supposed_page(&only.indicator, landmark))
    }
}

/// Whether a link says this scenario and nothing else: language and colours are how it is looked at.
fn says_no_more(link: &Link, scenario: Scenario) -> bool {
    let own = Link {
        language: None,
        theme: None,
        data: None,
        has_named_components: false,
        ..link.clone()
    };
    let alone = Link {
        scenario,
        ..Link::default()
    };
    own == alone
}
