//! What is compared: two editions, or an edition as it is with the scenario on screen.

use super::super::ground::Ground;
use dti_engine::calculator::CalculatorError;
use dti_engine::model::{Edition, Scenario};
use dti_engine::session::Session;
use std::sync::Arc;

/// The scenario on screen, among the things that can be compared.
pub(super) const SCENARIO: &str = "scenario";

/// One side of a comparison.
#[derive(Clone, Debug)]
pub(super) struct End {
    /// Id of the edition, or [`SCENARIO`].
    pub(super) id: String,
    /// The edition.
    pub(super) edition: Arc<Edition>,
    /// What is supposed in it.
    pub(super) scenario: Scenario,
}

impl End {
    fn of(ground: &Ground, id: &str) -> Option<Self> {
        let (edition, scenario) = match id {
            SCENARIO => (&ground.edition, ground.scenario.clone()),
            id => (ground.calculator.edition(id).ok()?, Scenario::baseline(id)),
        };
        Some(Self {
            id: id.to_owned(),
            edition: Arc::clone(edition),
            scenario,
        })
    }

    /// Whether it is the scenario on screen.
    pub(super) fn is_scenario(&self) -> bool {
        self.id == SCENARIO
    }

    /// "2022", "theo kịch bản"
    pub(super) fn short_name<'a>(&'a self, ground: &Ground) -> &'a str {
        if self.is_scenario() {
            ground.words.in_scenario()
        } else {
            &self.id
        }
    }

    /// "2022", "Kịch bản đang xem": as it stands by itself.
    pub(super) fn label<'a>(&'a self, ground: &Ground) -> &'a str {
        if self.is_scenario() {
            ground.words.scenario_on_screen()
        } else {
            &self.id
        }
    }

    /// Its results, seen from a unit of it.
    pub(super) fn open(&self, ground: &Ground, unit: &str) -> Result<Session, CalculatorError> {
        ground.calculator.open(&Scenario {
            unit: Some(unit.to_owned()),
            ..self.scenario.clone()
        })
    }

    /// Row of the unit asked about, or of the one that stands for it there.
    pub(super) fn row(&self, ground: &Ground) -> Option<usize> {
        let unit = ground
            .calculator
            .counterpart(ground.unit(), self.edition.id())?;
        self.edition.position(unit)
    }
}

/// What the reader chose, or the scenario with the figures before it, or the edition with the one before;
/// nothing where there is no edition.
pub(super) fn ends(ground: &Ground) -> Option<[End; 2]> {
    let [from, to] = usual(ground);
    let chosen = |key: &str, usual: String| {
        let wanted = ground.choice(key);
        let is_known = if wanted == SCENARIO {
            ground.is_edited()
        } else {
            let mut series = ground.calculator.series(&ground.edition);
            series.any(|edition| edition.id() == wanted)
        };
        if is_known { wanted.to_owned() } else { usual }
    };
    let (from, to) = (chosen("from", from), chosen("to", to));
    Some([End::of(ground, &from)?, End::of(ground, &to)?])
}

fn usual(ground: &Ground) -> [String; 2] {
    let own = ground.edition.id();
    if ground.is_edited() {
        return [own.to_owned(), SCENARIO.to_owned()];
    }
    let before = |edition: &Edition| {
        let previous = edition.header().previous.as_ref();
        let before = ground.calculator.edition(&previous?.edition).ok()?;
        let is_apart = edition.header().merger_of.is_some() || !before.header().simulatable;
        (!is_apart).then(|| before.id().to_owned())
    };
    // After the merger, and in the first year, the nearest pair that can be explained.
    let editions = ground.calculator.series(&ground.edition);
    let pairs = editions.filter_map(|edition| Some([before(edition)?, edition.id().to_owned()]));
    let pairs: Vec<[String; 2]> = pairs.collect();
    let ending = pairs.iter().find(|[_, to]| to == own);
    let begun = || pairs.iter().find(|[from, _]| from == own);
    let nearest = ending.or_else(begun).or_else(|| pairs.last());
    nearest
        .cloned()
        .unwrap_or_else(|| [own.to_owned(), own.to_owned()])
}

/// What can be compared, by id, with titles.
pub(super) fn options(ground: &Ground) -> Vec<(String, String)> {
    let editions = ground.calculator.series(&ground.edition);
    let editions = editions.map(|edition| {
        let title = ground.in_language(&edition.header().title);
        (edition.id().to_owned(), title.to_owned())
    });
    let scenario = ground.is_edited().then(|| {
        let title = ground.words.scenario_on_screen();
        (SCENARIO.to_owned(), title.to_owned())
    });
    editions.chain(scenario).collect()
}
