//! Foreign scenarios (a link, a message): what the editions know is kept, the rest is named.

use super::{Calculator, CalculatorError};
use crate::model::Scenario;

impl Calculator {
    /// Keeps of a scenario what can be simulated and says what was left out, and why.
    ///
    /// An edition that is not known or cannot be simulated becomes `default`, and its unit and
    /// overrides go with it where they do not fit. Overrides are tried in their order, so of two
    /// that contradict each other the first stays.
    pub fn admit(&self, wanted: &Scenario, default: &Scenario) -> (Scenario, Vec<CalculatorError>) {
        if self.is_untouched(wanted) || self.simulate(wanted).is_ok() {
            return (wanted.clone(), Vec::new());
        }
        let mut refused = Vec::new();
        let base = Scenario::baseline(&wanted.edition);
        if let Err(error) = self.simulate(&base) {
            // Everything else in the scenario was meant for that edition.
            return (default.clone(), vec![error]);
        }
        let mut kept = base;
        let mut offer = |kept: &mut Scenario, with: Scenario| match self.simulate(&with) {
            Ok(_) => *kept = with,
            Err(error) => refused.push(error),
        };
        if wanted.unit.is_some() {
            let with = Scenario {
                unit: wanted.unit.clone(),
                ..kept.clone()
            };
            offer(&mut kept, with);
            if kept.unit.is_none() {
                let with = Scenario {
                    unit: default.unit.clone(),
                    ..kept.clone()
                };
                offer(&mut kept, with);
            }
        }
        for (indicator, max_points) in &wanted.max_points {
            let mut with = kept.clone();
            with.max_points.insert(indicator.clone(), *max_points);
            offer(&mut kept, with);
        }
        let with = Scenario {
            rivals: wanted.rivals,
            ..kept.clone()
        };
        offer(&mut kept, with);
        for item in &wanted.overrides {
            let mut with = kept.clone();
            with.overrides.push(item.clone());
            offer(&mut kept, with);
        }
        (kept, refused)
    }

    /// Whether a scenario is an edition as published, seen from one of its units: most visits begin
    /// like that, and nothing of it needs to be tried.
    fn is_untouched(&self, wanted: &Scenario) -> bool {
        let edition = self.edition(&wanted.edition).ok();
        let is_known = edition.is_some_and(|edition| {
            let unit = wanted.unit.as_deref();
            let is_there = unit.is_none_or(|unit| edition.position(unit).is_some());
            is_there && self.baseline(edition).is_ok()
        });
        is_known && wanted.is_baseline()
    }
}
