//! Everything that the page shows of a scenario, worked out at once.

use dti_engine::calculator::{Calculator, ScorecardGroup, Verdict, present};
use dti_engine::model::{Maxima, Scenario, Standings};
use std::sync::Arc;

/// A scenario with its results. The state holds only scenarios that can be simulated.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Shown {
    /// The scenario.
    pub(crate) scenario: Scenario,
    /// Row of the unit asked about.
    pub(crate) position: usize,
    /// Id of the unit asked about.
    pub(crate) unit: String,
    /// Id of the unit whose scorecard is open.
    pub(crate) subject: String,
    /// All units ranked.
    pub(crate) standings: Arc<Standings>,
    /// The same before any what-if.
    pub(crate) before: Arc<Standings>,
    /// Maxima under the scenario.
    pub(crate) maxima: Option<Maxima>,
    /// What the scenario does to the unit asked about.
    pub(crate) verdict: Option<Verdict>,
    /// The scorecard that is open.
    pub(crate) card: Vec<ScorecardGroup>,
}

impl Shown {
    /// Works a scenario out, with the scorecard of one unit, or of the one asked about; what did not
    /// change since `previous` is taken from there.
    pub(crate) fn of(
        calculator: &Calculator,
        scenario: &Scenario,
        open: &str,
        previous: Option<&Self>,
    ) -> Self {
        let edition = calculator.edition(&scenario.edition).ok();
        let units = edition.map(|edition| edition.units()).unwrap_or_default();
        let asked = scenario
            .unit
            .as_deref()
            .and_then(|unit| edition?.position(unit));
        let position = asked.unwrap_or_default();
        let unit = units
            .get(position)
            .map(|unit| unit.id.clone())
            .unwrap_or_default();
        let open = edition.and_then(|edition| Some((open, edition.position(open)?)));
        let (subject, row) = open.unwrap_or((&unit, position));
        let subject = subject.to_owned();
        let same_edition = previous.filter(|old| old.scenario.edition == scenario.edition);
        let known = present(scenario);
        let same_known = same_edition.filter(|old| present(&old.scenario) == known);
        let standings = simulate(calculator, scenario);
        let before = same_known.map(|old| Arc::clone(&old.before));
        let before = before.unwrap_or_else(|| {
            if known == *scenario {
                Arc::clone(&standings)
            } else {
                simulate(calculator, &known)
            }
        });
        let card = calculator.scorecard(scenario, &standings, &before, row);
        Self {
            position,
            unit,
            subject,
            maxima: calculator.maxima(scenario).ok(),
            verdict: calculator.verdict(scenario, &standings, position),
            card: card.unwrap_or_default(),
            standings,
            before,
            scenario: scenario.clone(),
        }
    }

    /// Whether anything differs from the edition.
    pub(crate) fn is_edited(&self) -> bool {
        !self.scenario.is_baseline()
    }
}

fn simulate(calculator: &Calculator, scenario: &Scenario) -> Arc<Standings> {
    let nothing = || Standings::new(scenario.edition.clone(), Vec::new());
    Arc::new(calculator.simulate(scenario).unwrap_or_else(|_| nothing()))
}

#[cfg(test)]
mod tests {
    use super::Shown;

    use dti_formats::link;
    use std::sync::Arc;

    #[track_caller]
    fn shown(fragment: &str, open: &str, previous: Option<&Shown>) -> Shown {
        let calculator = dti_formats::official().unwrap();
        Shown::of(
            &calculator,
            &link::read(fragment).0.scenario,
            open,
            previous,
        )
    }

    #[test]
    fn a_scenario_is_worked_out_with_its_open_scorecard() {
        let own = shown("e=2022&u=bac-giang&s=bac-giang.society:0.45", "", None);
        assert_eq!(
            own.verdict.as_ref().map(|v| (v.baseline_rank, v.rank)),
            Some((9, 8))
        );
        assert_eq!(
            (own.unit.as_str(), own.subject.as_str()),
            ("bac-giang", "bac-giang")
        );
        assert!(own.is_edited());
        let other = shown("e=2022&u=bac-giang", "da-nang", None);
        assert_eq!(
            (other.unit.as_str(), other.subject.as_str()),
            ("bac-giang", "da-nang")
        );
        assert_ne!(own.card, other.card);
        assert_eq!(shown("e=2022", "atlantis", None).subject, "bac-ninh");
    }

    #[test]
    fn what_a_what_if_does_not_touch_is_not_computed_again() {
        let before = shown("e=2022&u=bac-giang", "", None);
        let after = shown(
            "e=2022&u=bac-giang&s=bac-giang.society:0.45",
            "",
            Some(&before),
        );
        assert!(Arc::ptr_eq(&before.before, &after.before));
        let known = shown(
            "e=2022&u=bac-giang&s=bac-giang.awareness:k0.8",
            "",
            Some(&after),
        );
        assert!(!Arc::ptr_eq(&known.before, &after.before));
    }
}
