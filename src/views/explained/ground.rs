//! What explanations are about: the scenario on screen with its results, worked out at once.

use crate::state::State;
use dti_engine::calculator::{Calculator, ScorecardGroup, ScorecardLine, Verdict, present};
use dti_engine::model::{
    Edition, Exact, Figure, Framework, Indicator, Maxima, Node, Provenance, Scenario, Standings,
};
use dti_engine::session::Session;
use dti_words::Words;
use leptos::prelude::*;
use std::sync::Arc;

/// A scenario with its results.
pub(super) struct Ground {
    pub(super) calculator: Arc<Calculator>,
    pub(super) edition: Arc<Edition>,
    pub(super) words: Words,
    pub(super) scenario: Scenario,
    /// Row of the unit asked about.
    pub(super) unit: usize,
    /// Row of the unit whose scorecard is open.
    pub(super) subject: usize,
    session: Session,
    /// The scenario before any what-if.
    present: Session,
    /// All units ranked.
    pub(super) standings: Standings,
    /// The same before any what-if.
    pub(super) before: Standings,
    pub(super) maxima: Maxima,
    /// What the scenario does to the unit asked about.
    pub(super) verdict: Option<Verdict>,
    /// How far off the estimates are, where there are any.
    pub(super) estimate_error: Option<f64>,
}

impl Ground {
    /// Of the page as it is; nothing where its scenario cannot be simulated.
    pub(super) fn of(state: State) -> Option<Self> {
        let (calculator, scenario) = (state.calculator.get(), state.scenario());
        let session = calculator.open(&scenario).ok()?;
        let present = calculator.open(&present(&scenario)).ok()?;
        Some(Self {
            edition: Arc::clone(calculator.edition(&scenario.edition).ok()?),
            words: state.words.get(),
            unit: state.unit.get(),
            subject: state.subject(),
            standings: session.standings().ok()?,
            before: present.standings().ok()?,
            maxima: session.maxima().clone(),
            session,
            present,
            verdict: state.verdict.get(),
            estimate_error: state.estimate_error.get(),
            calculator,
            scenario,
        })
    }

    pub(super) fn framework(&self) -> &Framework {
        self.edition.framework()
    }

    pub(super) fn provenance(&self) -> Provenance {
        self.edition.provenance()
    }

    pub(super) fn indicator(&self, node: Node) -> &Indicator {
        self.framework().indicator(node)
    }

    /// Name of an indicator.
    pub(super) fn named(&self, node: Node) -> &str {
        self.words.in_language(&self.indicator(node).name)
    }

    /// Name of the unit in a row.
    pub(super) fn name(&self, row: usize) -> &str {
        let unit = self.edition.units().get(row);
        unit.map_or("", |unit| self.words.in_language(&unit.name))
    }

    /// Id of the unit in a row.
    pub(super) fn id(&self, row: usize) -> &str {
        let unit = self.edition.units().get(row);
        unit.map_or("", |unit| unit.id.as_str())
    }

    /// Title of an edition.
    pub(super) fn title<'a>(&self, edition: &'a Edition) -> &'a str {
        self.words.in_language(&edition.header().title)
    }

    /// Max points of a node under the scenario.
    pub(super) fn max_points(&self, node: Node) -> Exact {
        self.maxima.of_node(node)
    }

    /// The scorecard of the unit in a row.
    pub(super) fn card(&self, row: usize) -> Vec<ScorecardGroup> {
        let card = self.session.scorecard(&self.present, row);
        card.unwrap_or_default()
    }

    /// What is on file of an indicator of a unit.
    pub(super) fn figure(&self, row: usize, node: Node) -> Option<&Figure> {
        self.edition.rows().get(row)?.indicators.get(&node)
    }

    /// The edition whose complete units stand behind the estimates, and how many they are.
    pub(super) fn complete_units(&self) -> Option<(&Edition, usize)> {
        let found = self.calculator.complete_units(self.edition.id());
        found.map(|(behind, units)| (behind.as_ref(), units))
    }

    /// Title of the edition after the merger, where the same unit stands there with the same figure.
    pub(super) fn after_merger(&self, row: usize, node: Node, figure: &Figure) -> Option<&str> {
        let mut editions = self.calculator.editions().iter();
        let own = self.edition.id();
        let later = editions.find(|later| later.header().merger_of.as_deref() == Some(own))?;
        let counterpart = self.calculator.counterpart(self.id(row), later.id())?;
        let row = later.rows().get(later.position(counterpart)?)?;
        let same = row.indicators.get(&node)?;
        (same.value == figure.value).then(|| self.title(later))
    }
}

/// All lines of a scorecard.
pub(super) fn lines(card: &[ScorecardGroup]) -> Vec<&ScorecardLine> {
    card.iter().flat_map(|group| &group.lines).collect()
}
