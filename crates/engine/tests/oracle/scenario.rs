//! What a case makes of one unit's indicators: checks of the question, `known`, what-ifs, groups.

use std::collections::BTreeMap;

use super::Oracle;
use super::case::{Amount, Case, Kind, Maxima, Origin, Override, Refusal, Rivals, Value, Values};
use super::fill::{Part, spread};
use super::numbers::{Number, distance, fraction, has_decimals, one, zero};
use super::records::{Edition, Main};

/// One unit's indicators before the what-ifs (with `known` applied) and after them.
#[derive(Clone, Debug)]
pub(crate) struct UnitState {
    pub(crate) present: Values,
    pub(crate) after: Values,
    pub(crate) estimated: bool,
}

impl Oracle {
    /// The edition of a case, refused if unknown or history only.
    pub(crate) fn simulatable(&self, id: &str) -> Result<&Edition, Refusal> {
        let edition = self
            .editions
            .get(id)
            .ok_or_else(|| Refusal::new("unknown_edition", format!("no edition `{id}`")))?;
        if edition.simulatable {
            Ok(edition)
        } else {
            Err(Refusal::new(
                "unavailable",
                format!("edition `{id}` is history only"),
            ))
        }
    }

    /// The maxima of the scenario by main indicator.
    pub(crate) fn scenario_maxima(&self, case: &Case) -> Result<Maxima, Refusal> {
        let mut maxima = self.official_maxima(&case.edition);
        for (name, points) in &case.max_points {
            if !maxima.contains_key(name) {
                let why = format!("`{name}` is not a scored main indicator");
                return Err(Refusal::new("unknown_indicator", why));
            }
            if !points.is_integer() || points < &zero() {
                let why = format!("the maximum of `{name}` is {points}, not a whole number from 0");
                return Err(Refusal::new("out_of_range", why));
            }
            maxima.insert(name.clone(), points.clone());
        }
        if maxima.values().sum::<Number>() > zero() {
            Ok(maxima)
        } else {
            Err(Refusal::new("out_of_range", "all maxima are 0"))
        }
    }

    /// Checks what does not depend on one unit's figures.
    pub(crate) fn check_question(&self, case: &Case, maxima: &Maxima) -> Result<(), Refusal> {
        let units = &self.edition(&case.edition).figures;
        let named = case
            .overrides
            .iter()
            .map(|one| &one.unit)
            .chain(case.unit.as_ref());
        for unit in named {
            if !units.contains_key(unit) {
                return Err(Refusal::new("unknown_unit", format!("no unit `{unit}`")));
            }
        }
        for (position, one) in case.overrides.iter().enumerate() {
            self.check_override(&case.edition, one, maxima)?;
            let same = |other: &Override| {
                (&other.unit, &other.indicator, other.kind) == (&one.unit, &one.indicator, one.kind)
            };
            if case.overrides[..position].iter().any(same) {
                return Err(Refusal::new("bad_input", format!("{one:?} is given twice")));
            }
        }
        if let Rivals::Gain(points) = &case.rivals {
            let total: Number = maxima.values().sum();
            if points > &total || points < &-total || !has_decimals(points, 2) {
                let why = format!("rivals cannot gain {points} points");
                return Err(Refusal::new("out_of_range", why));
            }
        }
        Ok(())
    }

    fn check_override(
        &self,
        edition: &str,
        one: &Override,
        maxima: &Maxima,
    ) -> Result<(), Refusal> {
        let framework = self.framework_of(edition);
        let members = self.members(edition, &one.indicator);
        if members.is_empty() {
            let unscored = framework.unscored.contains(&one.indicator);
            let code = if unscored {
                "unavailable"
            } else {
                "unknown_indicator"
            };
            return Err(Refusal::new(
                code,
                format!("`{}` cannot be set", one.indicator),
            ));
        }
        let most: Number = members.iter().map(|main| &maxima[&main.id]).sum();
        let (given, limit, places) = match &one.amount {
            Amount::Score(score) => (score, fraction(1, 1), 4),
            Amount::Points(points) => (points, most.clone(), 2),
        };
        if given < &zero() || given > &limit || !has_decimals(given, places) {
            let why = format!("{one:?}: 0 to {limit} with at most {places} decimals is possible");
            return Err(Refusal::new("out_of_range", why));
        }
        if most == zero() {
            let why = format!("{one:?}: the indicator has a maximum of 0 points");
            return Err(Refusal::new("out_of_range", why));
        }
        Ok(())
    }

    /// The scored main indicators that a name covers: itself, or those of the group.
    pub(crate) fn members(&self, edition: &str, name: &str) -> Vec<&Main> {
        let mains = &self.framework_of(edition).mains;
        mains
            .iter()
            .filter(|main| main.id == name || main.group == name)
            .collect()
    }

    /// Applies the case to one unit: `known` first, then what-ifs, then groups.
    pub(crate) fn unit_state(
        &self,
        case: &Case,
        unit: &str,
        maxima: &Maxima,
    ) -> Result<UnitState, Refusal> {
        let own: Vec<&Override> = case
            .overrides
            .iter()
            .filter(|one| one.unit == unit)
            .collect();
        let present = self.with_known(&case.edition, unit, &own, maxima)?;
        let mut after = present.clone();
        let mut estimated = self.depends_on_maxima(&case.edition, &present, maxima);
        for one in &own {
            if one.kind == Kind::WhatIf && maxima.contains_key(&one.indicator) {
                estimated |= present[&one.indicator].origin == Origin::Estimated;
                let score = score_of(&one.amount, &maxima[&one.indicator]);
                let entered = Value {
                    score,
                    origin: Origin::Entered,
                };
                after.insert(one.indicator.clone(), entered);
            }
        }
        for one in &own {
            if one.kind == Kind::WhatIf && !maxima.contains_key(&one.indicator) {
                self.set_group(&case.edition, one, maxima, &mut after)?;
            }
        }
        Ok(UnitState {
            present,
            after,
            estimated,
        })
    }

    /// True if the maxima of two estimated indicators change by different factors.
    fn depends_on_maxima(&self, edition: &str, present: &Values, maxima: &Maxima) -> bool {
        let official = self.official_maxima(edition);
        let factors: Vec<Number> = present
            .iter()
            .filter(|(_, value)| value.origin == Origin::Estimated)
            .map(|(main, _)| &maxima[main] / &official[main])
            .collect();
        factors.windows(2).any(|pair| pair[0] != pair[1])
    }

    /// The unit's indicators with every `known` typed in and the other estimates refilled.
    fn with_known(
        &self,
        edition: &str,
        unit: &str,
        own: &[&Override],
        maxima: &Maxima,
    ) -> Result<Values, Refusal> {
        let mut values = self.complete(edition, unit);
        let mut rest: Vec<String> = values
            .iter()
            .filter(|(_, value)| value.origin == Origin::Estimated)
            .map(|(main, _)| main.clone())
            .collect();
        let official = self.official_maxima(edition);
        let mut points = self.unpublished_points(edition, unit, &rest);
        let known: Vec<&&Override> = own.iter().filter(|one| one.kind == Kind::Known).collect();
        for one in &known {
            let Some(place) = rest.iter().position(|main| main == &one.indicator) else {
                return Err(Refusal::new(
                    "unavailable",
                    format!("{one:?}: that is on file"),
                ));
            };
            rest.remove(place);
            let score = score_of(&one.amount, &maxima[&one.indicator]);
            points -= &score * &official[&one.indicator];
            values.insert(
                one.indicator.clone(),
                Value {
                    score,
                    origin: Origin::Entered,
                },
            );
        }
        if known.is_empty() {
            return Ok(values);
        }
        let missed = || Refusal::new("out_of_range", format!("{unit}: {points} points are left"));
        if rest.is_empty() {
            let total: Number = official.values().sum();
            let accepted = distance(&points, &zero()) <= fraction(1, 10_000) * total;
            return if accepted { Ok(values) } else { Err(missed()) };
        }
        let refilled = spread(
            &self.parts(edition, &rest, &self.profiles[edition]),
            &points,
        )
        .ok_or_else(missed)?;
        for (main, score) in rest.into_iter().zip(refilled) {
            values.insert(
                main,
                Value {
                    score,
                    origin: Origin::Estimated,
                },
            );
        }
        Ok(values)
    }

    /// Keeps the entered members of a group and shifts the others by one λ to meet the sum.
    fn set_group(
        &self,
        edition: &str,
        one: &Override,
        maxima: &Maxima,
        after: &mut Values,
    ) -> Result<(), Refusal> {
        let members = self.members(edition, &one.indicator);
        let most: Number = members.iter().map(|main| &maxima[&main.id]).sum();
        let mut points = score_of(&one.amount, &most) * most;
        let mut rest = Vec::new();
        for main in members {
            let value = &after[&main.id];
            if value.origin == Origin::Entered {
                points -= &value.score * &maxima[&main.id];
            } else if maxima[&main.id] > zero() {
                rest.push(main.id.clone());
            }
        }
        if rest.is_empty() && points == zero() {
            return Ok(());
        }
        let part_of = |main: &String| Part {
            max_points: maxima[main].clone(),
            profile: after[main].score.clone(),
        };
        let parts: Vec<Part> = rest.iter().map(part_of).collect();
        let shifted = spread(&parts, &points).ok_or_else(|| {
            let why = format!("{one:?}: {points} points are left for {rest:?}");
            Refusal::new("out_of_range", why)
        })?;
        for (main, score) in rest.into_iter().zip(shifted) {
            if score != after[&main].score {
                after.insert(
                    main,
                    Value {
                        score,
                        origin: Origin::Estimated,
                    },
                );
            }
        }
        Ok(())
    }
}

fn score_of(amount: &Amount, max_points: &Number) -> Number {
    match amount {
        Amount::Score(score) => score.clone(),
        Amount::Points(points) => points / max_points,
    }
}

/// True if every indicator that counts has this score.
pub(crate) fn all_at(values: &Values, maxima: &Maxima, score: &Number) -> bool {
    maxima
        .iter()
        .all(|(main, max_points)| max_points == &zero() || &values[main].score == score)
}

/// The unit's total before rounding and before rivals move (method 2).
pub(crate) fn unrounded_total(
    published: &Number,
    state: &UnitState,
    official: &Maxima,
    maxima: &Maxima,
) -> Number {
    if all_at(&state.after, maxima, &one()) {
        return one();
    }
    if all_at(&state.after, maxima, &zero()) {
        return zero();
    }
    let after = Oracle::recomputed(&state.after, maxima);
    published + (after - Oracle::recomputed(&state.present, official))
}
