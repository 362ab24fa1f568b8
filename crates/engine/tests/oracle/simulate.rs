//! A whole edition under a case: totals, rivals, ranks and pillars (method 1, 2 and 4).

use std::collections::BTreeMap;

use super::Oracle;
use super::case::{Case, Maxima, Pillar, Refusal, Rivals, Row, Values};
use super::numbers::{Number, ranks, ten_thousandths, whole, within_unit, zero};
use super::records::Edition;
use super::scenario::{UnitState, unrounded_total};

/// One unit's line before it is ranked.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) baseline: Number,
    /// The own total, unrounded and without the movement of rivals; may lie outside 0..1.
    pub(crate) own: Number,
    /// What is rounded and ranked: the own total and the movement.
    pub(crate) moved: Number,
    pub(crate) state: UnitState,
}

/// Lines by unit.
pub(crate) type Lines = BTreeMap<String, Line>;

impl Oracle {
    /// Ranks every unit of the edition under the case; best first, ties by unit id.
    pub(crate) fn simulate(&self, case: &Case) -> Result<Vec<Row>, Refusal> {
        let (lines, maxima) = self.lines(case)?;
        let pillars = self.pillars(&case.edition);
        Ok(ranked_rows(&lines, &maxima, &pillars))
    }

    /// Every unit's line under the case, and the maxima of the case.
    pub(crate) fn lines(&self, case: &Case) -> Result<(Lines, Maxima), Refusal> {
        let edition = self.simulatable(&case.edition)?;
        let official = self.official_maxima(&case.edition);
        let maxima = self.scenario_maxima(case)?;
        self.check_question(case, &maxima)?;
        let total: Number = maxima.values().sum();
        let mut lines = BTreeMap::new();
        for unit in self.units(&case.edition) {
            let state = self.unit_state(case, &unit, &maxima)?;
            let baseline = self.published(&case.edition, &unit).clone();
            let own = unrounded_total(&baseline, &state, &official, &maxima);
            let is_rival = case.unit.as_ref() != Some(&unit)
                && case.overrides.iter().all(|one| one.unit != unit);
            let movement = match &case.rivals {
                Rivals::Trend => self.yearly_change(edition, &unit)?,
                Rivals::Gain(points) => points / &total,
                Rivals::Frozen => zero(),
            };
            let moved = if is_rival {
                &own + movement
            } else {
                own.clone()
            };
            lines.insert(
                unit,
                Line {
                    baseline,
                    own,
                    moved,
                    state,
                },
            );
        }
        Ok((lines, maxima))
    }

    /// The signed change of the published score from the previous edition.
    fn yearly_change(&self, edition: &Edition, unit: &str) -> Result<Number, Refusal> {
        let Some(previous) = &edition.previous else {
            let why = format!("edition `{}` has no complete previous edition", edition.id);
            return Err(Refusal::new("unavailable", why));
        };
        let before = if edition.previous_is_merged {
            let formers = &self.formers[unit];
            let sum: Number = formers
                .iter()
                .map(|former| self.published(previous, former))
                .sum();
            sum / whole(i64::try_from(formers.len()).expect("a province has few former ones"))
        } else {
            self.published(previous, unit).clone()
        };
        Ok(self.published(&edition.id, unit) - before)
    }

    /// Pillar -> the activity indicator that it adds to the foundation.
    pub(crate) fn pillars(&self, edition: &str) -> BTreeMap<String, String> {
        let framework = self.framework_of(edition);
        let is_activity = |member: &&String| {
            framework
                .mains
                .iter()
                .any(|main| main.group == "activity" && &main.id == *member)
        };
        let own_of = |(pillar, members): (&String, &Vec<String>)| {
            let own: Vec<&String> = members.iter().filter(is_activity).collect();
            assert_eq!(own.len(), 1, "pillar {pillar} has one activity indicator");
            (pillar.clone(), own[0].clone())
        };
        framework.pillars.iter().map(own_of).collect()
    }
}

/// Rounds once, ranks totals and pillars, and puts the rows in rank order.
pub(crate) fn ranked_rows(
    lines: &Lines,
    maxima: &Maxima,
    pillars: &BTreeMap<String, String>,
) -> Vec<Row> {
    let rounded = |number: fn(&Line) -> &Number| -> BTreeMap<String, i64> {
        lines
            .iter()
            .map(|(unit, line)| (unit.clone(), ten_thousandths(number(line))))
            .collect()
    };
    let (before, after) = (rounded(|line| &line.baseline), rounded(|line| &line.moved));
    let (before_ranks, after_ranks) = (ranks(&before), ranks(&after));
    let all_pillars: BTreeMap<&String, BTreeMap<String, Pillar>> = pillars
        .iter()
        .map(|(pillar, own)| (pillar, ranked_pillar(lines, maxima, pillars, own)))
        .collect();
    let mut rows: Vec<Row> = lines
        .iter()
        .map(|(unit, line)| Row {
            unit: unit.clone(),
            score_4dp: after[unit],
            rank: after_ranks[unit],
            baseline_score_4dp: before[unit],
            baseline_rank: before_ranks[unit],
            pillars: all_pillars
                .iter()
                .map(|(pillar, of_units)| ((*pillar).clone(), of_units[unit]))
                .collect(),
            indicators: line.state.after.clone(),
            estimated: line.state.estimated,
        })
        .collect();
    rows.sort_by(|left, right| (left.rank, &left.unit).cmp(&(right.rank, &right.unit)));
    rows
}

fn ranked_pillar(
    lines: &Lines,
    maxima: &Maxima,
    pillars: &BTreeMap<String, String>,
    own: &str,
) -> BTreeMap<String, Pillar> {
    let scores: BTreeMap<String, i64> = lines
        .iter()
        .map(|(unit, line)| {
            let score = pillar_score(&line.own, &line.state.after, maxima, pillars, own);
            (unit.clone(), ten_thousandths(&score))
        })
        .collect();
    let places = ranks(&scores);
    let pillar_of = |unit: &String| Pillar {
        score_4dp: scores[unit],
        rank: places[unit],
    };
    scores
        .keys()
        .map(|unit| (unit.clone(), pillar_of(unit)))
        .collect()
}

/// (F + own points) / (foundation maximum + own maximum), F being the total less all activities.
fn pillar_score(
    total: &Number,
    values: &Values,
    maxima: &Maxima,
    pillars: &BTreeMap<String, String>,
    own: &str,
) -> Number {
    let all: Number = maxima.values().sum();
    let activity: Number = pillars.values().map(|main| &maxima[main]).sum();
    let activity_points: Number = pillars
        .values()
        .map(|main| &values[main].score * &maxima[main])
        .sum();
    let foundation_points = within_unit(total) * &all - activity_points;
    let most = all - activity + &maxima[own];
    if most == zero() {
        return zero();
    }
    (foundation_points + &values[own].score * &maxima[own]) / most
}
