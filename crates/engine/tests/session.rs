//! Random sessions: after every step ranks and scores are those of a session opened anew, of totals in
//! fractions and of the slow second computation; a refused step changes nothing.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a failing helper fails its test"
)]

mod as_case;
#[path = "session/exactly.rs"]
mod exactly;
#[path = "session/limits.rs"]
mod limits;
mod oracle;
#[path = "../../formats/tests/own_index/random.rs"]
mod random;
#[path = "session/shown.rs"]
mod shown;
#[path = "../../formats/tests/own_index/slow.rs"]
mod slow;

use as_case::as_case;
use dti_engine::analysis::{rank_with, with_ties};
use dti_engine::calculator::{Calculator, CalculatorError, rounding};
use dti_engine::model::{
    Edition, Entry, Exact, Indicator, Kind, Level, MaxPoints, Override, Points, Rivals, Scenario,
    Score, Standings,
};
use dti_engine::session::{Representation, Session};
use dti_formats::{OwnCatalogue, example_part, parse_index};
use oracle::Oracle;
use random::{Draws, document};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

fn with(part: OwnCatalogue) -> Calculator {
    dti_formats::official_with(part).unwrap()
}

static OFFICIAL: LazyLock<Calculator> = LazyLock::new(|| dti_formats::official().unwrap());
/// Six main indicators, components and criteria, and ten communes.
static COMMUNE: LazyLock<Calculator> =
    LazyLock::new(|| with(example_part("example-commune-2025").unwrap()));

/// One edit.
#[derive(Clone, Debug)]
enum Step {
    Apply(Override),
    Unset(String, String),
    UnsetKind(String, String, Kind),
    Unit(Option<String>),
    MaxPoints(String, MaxPoints),
    Rivals(Rivals),
}

/// What the scenario is after a step that is not refused.
fn after(calculator: &Calculator, scenario: &Scenario, step: &Step) -> Scenario {
    let mut next = scenario.clone();
    match step {
        Step::Apply(new) => return scenario.with_override(new.clone()),
        Step::Unset(unit, indicator) => return scenario.without(unit, Some(indicator)),
        Step::MaxPoints(indicator, max_points) => {
            let framework = calculator.edition(&scenario.edition).unwrap().framework();
            let own = framework
                .node(indicator)
                .map(|own| framework.indicator(own));
            let is_main = |own: &&Indicator| own.level == Level::Main && own.scored;
            if own
                .filter(is_main)
                .is_some_and(|own| own.max_points == *max_points)
            {
                next.max_points.remove(indicator);
            } else {
                next.max_points.insert(indicator.clone(), *max_points);
            }
        }
        Step::UnsetKind(unit, indicator, kind) => {
            return scenario.without_kind(unit, indicator, *kind);
        }
        Step::Unit(unit) => next.unit.clone_from(unit),
        Step::Rivals(rivals) => next.rivals = *rivals,
    }
    next
}

fn take(session: &mut Session, step: &Step) -> Result<Option<u32>, CalculatorError> {
    match step {
        Step::Apply(new) => match (new.kind, &new.entry) {
            (Kind::WhatIf, Entry::Score(score)) => {
                session.set(&new.unit, &new.indicator, *score).map(Some)
            }
            _ => session.apply(new).map(Some),
        },
        Step::Unset(unit, indicator) => session.unset(unit, indicator).map(Some),
        Step::UnsetKind(unit, indicator, kind) => {
            session.unset_kind(unit, indicator, *kind).map(Some)
        }
        Step::Unit(unit) => session.set_unit(unit.as_deref()),
        Step::MaxPoints(indicator, max_points) => session.set_max_points(indicator, *max_points),
        Step::Rivals(rivals) => session.set_rivals(*rivals),
    }
}

/// A simulation against totals in fractions, unit by unit, and the definition of a rank.
#[track_caller]
fn expect_ranked_slowly(calculator: &Calculator, standings: &Standings, scenario: &Scenario) {
    let edition = calculator.edition(&scenario.edition).unwrap();
    let framework = edition.framework();
    let derivation = calculator.derivation(scenario).unwrap();
    let totals = derivation.units.iter().map(|own| {
        let total = own.own_total + own.rival_change.unwrap_or(Exact::ZERO);
        total.clamp_to(Exact::ZERO, Exact::ONE)
    });
    let totals = with_ties(framework, totals.collect());
    let ranks = rank_with(&totals, rounding(framework), framework.header().ties);
    let id = |row: usize| &edition.units()[row].id;
    let mut order: Vec<usize> = (0..totals.len()).collect();
    order.sort_by(|&a, &b| (ranks[a], id(a)).cmp(&(ranks[b], id(b))));
    for (own, row) in standings.standings.iter().zip(order) {
        let unit = &derivation.units[row];
        assert_eq!((own.position, own.rank), (row, ranks[row]), "{scenario:?}");
        assert_eq!(own.unrounded, totals[row], "{} {scenario:?}", id(row));
        assert_eq!(
            own.score,
            rounding(framework).round(totals[row]),
            "{scenario:?}"
        );
        assert_eq!(
            (&own.card, own.moved_as_rival),
            (&unit.card, unit.rival_change.is_some())
        );
    }
}

#[track_caller]
fn expect_same(session: &Session, expected: &Standings, trail: &[Step]) {
    let context = || format!("{:?}\n{trail:?}", session.scenario());
    let order: Vec<usize> = session.order().iter().map(|&unit| unit as usize).collect();
    let wanted: Vec<usize> = expected.standings.iter().map(|own| own.position).collect();
    assert_eq!(order, wanted, "order of {}", context());
    let scores: Vec<Exact> = session.scores().collect();
    for own in &expected.standings {
        let unit = &session.edition().units()[own.position].id;
        assert_eq!(
            session.ranks()[own.position],
            own.rank,
            "rank of {unit}: {}",
            context()
        );
        let score = scores[own.position];
        assert_eq!(score, own.score, "score of {unit}: {}", context());
        assert_eq!(session.rank(unit), Ok(own.rank));
        assert_eq!(session.score(unit), Ok(score));
    }
}

/// Pillars and some indicators, asked for after every step: kept ones must not be out of date.
#[track_caller]
fn expect_same_derived(session: &Session, expected: &Standings, nodes: &[String], trail: &[Step]) {
    let framework = session.edition().framework();
    let units = 0..expected.standings.len();
    let standings: Vec<_> = units.map(|row| expected.of(row).unwrap()).collect();
    let pillars = session.pillars().unwrap();
    assert!(
        standings.iter().map(|own| &own.pillars).eq(pillars),
        "pillars: {trail:?}"
    );
    for id in nodes.iter().step_by(nodes.len() / 6 + 1) {
        let node = framework.node(id).unwrap();
        let Ok(column) = session.column(id) else {
            assert!(!framework.indicator(node).scored);
            continue;
        };
        let scores: Vec<Exact> = standings.iter().map(|own| own.card.score(node)).collect();
        assert_eq!(column.scores, scores, "{id}: {trail:?}");
        let level = with_ties(framework, scores.clone());
        let ranks = rank_with(&level, rounding(framework), framework.header().ties);
        assert_eq!(column.ranks, ranks, "{id}: {trail:?}");
        let mut sorted = scores;
        sorted.sort_unstable();
        let middle = [(sorted.len() - 1) / 2, sorted.len() / 2].map(|place| sorted[place]);
        let median = (middle[0] + middle[1]) * Exact::fraction(1, 2);
        assert_eq!(column.median, median, "{id}: {trail:?}");
    }
}

/// What random edits of an edition choose from.
struct Field<'a> {
    calculator: &'a Calculator,
    edition: &'a str,
    units: Vec<String>,
    nodes: Vec<String>,
    mains: Vec<String>,
    /// Whether totals in fractions always fit.
    is_exact: bool,
    /// Whether edits are only what the slow computations know.
    is_plain: bool,
}

/// Compares a session with a computation that shares no code with the engine.
type Slow<'a> = &'a mut dyn FnMut(&Session);

impl<'a> Field<'a> {
    fn of(calculator: &'a Calculator, edition: &'a str) -> Self {
        let found = calculator.edition(edition).unwrap();
        let framework = found.framework();
        let id = |node| framework.indicator(node).id.clone();
        // Few units, so that several edits meet on one.
        let units = found.units().iter().map(|unit| unit.id.clone());
        let step = (found.units().len() / 5).max(1);
        Self {
            calculator,
            edition,
            units: units.step_by(step).collect(),
            nodes: framework.nodes().map(id).collect(),
            mains: framework.mains().map(id).collect(),
            is_exact: true,
            is_plain: false,
        }
    }

    /// Edits of components are none that the oracle knows.
    fn without_components(mut self) -> Self {
        self.nodes.retain(|id| !id.contains('.'));
        self
    }

    /// Half of the sessions, by turns, have edits that the slow computations know.
    fn plain(self, turn: u64) -> Self {
        let is_plain = turn % 4 < 2;
        Self { is_plain, ..self }
    }

    fn node(&self, draws: &mut Draws) -> String {
        let list = if draws.chance(50) {
            &self.mains
        } else {
            &self.nodes
        };
        if draws.chance(1) {
            return "moon".to_owned();
        }
        draws.pick(list).clone()
    }

    fn unit(&self, draws: &mut Draws) -> String {
        if draws.chance(1) {
            return "atlantis".to_owned();
        }
        draws.pick(&self.units).clone()
    }

    fn change(&self, draws: &mut Draws) -> Override {
        let kind = match draws.up_to(9) {
            0..=1 => Kind::Known,
            2 if !self.is_plain => Kind::Assessed,
            _ => Kind::WhatIf,
        };
        let entry = match draws.up_to(9) {
            0 => Entry::Points(Points::entered(draws.up_to(10_000) as f64 / 100.0).unwrap()),
            1 if !self.is_plain => {
                let of = draws.up_to(98) as i64 + 1;
                let share = Exact::fraction(draws.up_to(of as u64) as i64, of);
                Entry::Share(Score::try_new(share).unwrap())
            }
            _ => Entry::Score(score(draws)),
        };
        Override {
            unit: self.unit(draws),
            indicator: self.node(draws),
            entry,
            kind,
        }
    }

    fn step(&self, draws: &mut Draws, scenario: &Scenario) -> Step {
        match draws.up_to(23) {
            20 if !scenario.overrides.is_empty() => {
                let old = draws.pick(&scenario.overrides).clone();
                Step::UnsetKind(old.unit, old.indicator, old.kind)
            }
            21 => {
                let kind = *draws.pick(&[Kind::Known, Kind::WhatIf, Kind::Assessed]);
                Step::UnsetKind(self.unit(draws), self.node(draws), kind)
            }
            22 => Step::Unit(draws.chance(80).then(|| self.unit(draws))),
            // Another kind on the same node.
            23 if !scenario.overrides.is_empty() => {
                let old = draws.pick(&scenario.overrides).clone();
                let kind = *draws.pick(&[Kind::Known, Kind::WhatIf]);
                Step::Apply(Override { kind, ..old })
            }
            0..=3 if !scenario.overrides.is_empty() => {
                let old = draws.pick(&scenario.overrides);
                Step::Unset(old.unit.clone(), old.indicator.clone())
            }
            4 => Step::Unset(self.unit(draws), self.node(draws)),
            5 => {
                let most = *draws.pick(&[0, 1, 50, 100, 150, 200, 333, 10_000]);
                Step::MaxPoints(self.node(draws), MaxPoints::try_new(most).unwrap())
            }
            6 => {
                let main = draws.pick(&self.mains).clone();
                let framework = self.calculator.edition(self.edition).unwrap().framework();
                let own = framework
                    .indicator(framework.node(&main).unwrap())
                    .max_points;
                Step::MaxPoints(main, own)
            }
            7 => Step::Rivals(match draws.up_to(2) {
                0 => Rivals::Frozen,
                1 => Rivals::Trend,
                _ => Rivals::Gain(draws.up_to(20_000) as i64 - 10_000),
            }),
            // The slider: the same node again and again.
            8..=12 if !scenario.overrides.is_empty() => {
                let old = draws.pick(&scenario.overrides).clone();
                let entry = Entry::Score(score(draws));
                Step::Apply(Override { entry, ..old })
            }
            _ => Step::Apply(self.change(draws)),
        }
    }

    /// Rows of units to look at: that with the last override, and another.
    fn shown(&self, draws: &mut Draws, scenario: &Scenario) -> Vec<usize> {
        let edition = self.calculator.edition(self.edition).unwrap();
        let last = scenario.overrides.last().map(|item| item.unit.clone());
        let units = last.into_iter().chain([draws.pick(&self.units).clone()]);
        units.map(|id| edition.position(&id).unwrap()).collect()
    }

    /// Why nothing can be taken away from a node that cannot have anything.
    fn refusal(&self, step: &Step) -> Option<CalculatorError> {
        let (Step::Unset(unit, indicator) | Step::UnsetKind(unit, indicator, _)) = step else {
            return None;
        };
        let scenario = Scenario::baseline(self.edition).with_override(Override {
            unit: unit.clone(),
            indicator: indicator.clone(),
            entry: Entry::Score(Score::ZERO),
            kind: Kind::WhatIf,
        });
        let fault = self.calculator.simulate(&scenario).err()?;
        let is_name = matches!(
            fault,
            CalculatorError::UnknownUnit { .. }
                | CalculatorError::UnknownIndicator { .. }
                | CalculatorError::NotScored(_)
        );
        is_name.then_some(fault)
    }

    /// One session of so many steps, each compared with a simulation from scratch and with the slow
    /// computation.
    fn session(&self, draws: &mut Draws, steps: u64, slow: Slow<'_>) -> Session {
        let mut scenario = Scenario::baseline(self.edition);
        scenario.unit = draws.chance(50).then(|| draws.pick(&self.units).clone());
        for _ in 0..draws.up_to(2) {
            let with = scenario.with_override(self.change(draws));
            if self.calculator.simulate(&with).is_ok() {
                scenario = with;
            }
        }
        let mut session = self.calculator.open(&scenario).unwrap();
        let mut trail = Vec::new();
        for _ in 0..steps {
            let step = self.step(draws, &scenario);
            trail.push(step.clone());
            let wanted = after(self.calculator, &scenario, &step);
            let expected = match self.refusal(&step) {
                Some(fault) => Err(fault),
                None => self.calculator.simulate(&wanted),
            };
            let taken = take(&mut session, &step);
            match expected {
                Ok(expected) => {
                    let given = taken.unwrap_or_else(|fault| panic!("{fault}: {trail:?}"));
                    scenario = wanted;
                    assert_eq!(session.scenario(), scenario, "{trail:?}");
                    if self.is_exact {
                        expect_ranked_slowly(self.calculator, &expected, &scenario);
                    }
                    expect_same(&session, &expected, &trail);
                    expect_same_derived(&session, &expected, &self.nodes, &trail);
                    if self.is_exact {
                        let units = self.shown(draws, &scenario);
                        shown::expect_as_ranked(self.calculator, &session, &expected, &units);
                    }
                    slow(&session);
                    if let Some(asked) = scenario.unit.as_deref() {
                        assert_eq!(given, session.rank(asked).ok());
                    }
                }
                Err(fault) => {
                    assert_eq!(taken, Err(fault), "{trail:?}");
                    assert_eq!(session.scenario(), scenario, "{trail:?}");
                }
            }
        }
        session
    }
}

/// A score in ten-thousandths; the ends are likelier than chance, and so are round numbers.
fn score(draws: &mut Draws) -> Score {
    let units = match draws.up_to(9) {
        0 => 0,
        1 => 10_000,
        2..=4 => draws.up_to(20) * 500,
        _ => draws.up_to(10_000),
    };
    Score::entered(units as f64 / 10_000.0).unwrap()
}

/// Sessions of a usual run.
const SESSIONS: u64 = 600;

/// How many sessions: few in a usual run, `DTI_SESSIONS` for more.
fn sessions() -> u64 {
    let asked = std::env::var("DTI_SESSIONS").ok();
    asked.map_or(SESSIONS, |asked| asked.parse().unwrap())
}

/// Whether more than a usual run is wanted.
fn is_audited() -> bool {
    sessions() > SESSIONS
}

/// Whether the ranks and scores were compared with the second computation, which knows no components,
/// shares and assessed figures, and refuses a what-if on an indicator without points.
#[track_caller]
fn is_as_the_oracle(session: &Session) -> bool {
    let scenario = session.scenario();
    let is_known =
        |item: &Override| item.kind != Kind::Assessed && !matches!(item.entry, Entry::Share(_));
    if !scenario.overrides.iter().all(is_known) {
        return false;
    }
    let rows = match Oracle::load().simulate(&as_case(&scenario)) {
        Ok(rows) => rows,
        Err(fault) => {
            let has_zero = scenario.max_points.values().any(|max| max.whole() == 0);
            assert!(has_zero, "{fault:?} {scenario:?}");
            return false;
        }
    };
    for row in rows {
        let rank = session.rank(&row.unit).unwrap();
        assert_eq!(rank as usize, row.rank, "{} {scenario:?}", row.unit);
        let score = session.score(&row.unit).unwrap().round_half_up(4);
        assert_eq!(score, row.score_4dp, "{} {scenario:?}", row.unit);
    }
    true
}

#[test]
fn sessions_on_official_editions_equal_a_simulation_and_the_oracle() {
    let mut draws = Draws::new(15);
    let mut compared = 0;
    for turn in 0..sessions() * 2 / 10 {
        let edition = ["2024-34", "2022", "2023", "2024"][(turn / 4 % 4) as usize];
        let field = Field::of(&OFFICIAL, edition)
            .without_components()
            .plain(turn);
        // The second computation is slow where it is not optimised.
        let is_compared = field.is_plain && (is_audited() || turn % 8 == 0);
        let session = field.session(&mut draws, 6, &mut |session| {
            compared += u64::from(is_compared && is_as_the_oracle(session));
        });
        assert_eq!(session.representation(), Representation::Narrow);
    }
    assert!(compared > sessions() / 20, "{compared}");
}

#[test]
fn sessions_with_components_equal_a_simulation() {
    let mut draws = Draws::new(16);
    for turn in 0..sessions() / 10 {
        let (calculator, edition) = match turn % 8 {
            0 => (&OFFICIAL, "2022"),
            _ => (&COMMUNE, "example-commune-2025"),
        };
        let session = Field::of(calculator, edition).session(&mut draws, 8, &mut |_| {});
        assert_ne!(session.representation(), Representation::Fractions);
    }
}

/// An index of one's own in which points add up at every level.
fn arithmetic(node: &mut Value) {
    if node.get("mean").is_some() {
        node["mean"] = json!("arithmetic");
    }
    for key in ["indicators", "children"] {
        if let Some(children) = node.get_mut(key).and_then(Value::as_array_mut) {
            children.iter_mut().for_each(arithmetic);
        }
    }
}

/// The same without logarithms and roots, so that every total is a fraction.
fn straight(node: &mut Value) {
    if let Some(scale) = node.get_mut("scale") {
        if scale["normalisation"] == "z_score" {
            scale["normalisation"] = json!("min_max");
        }
        if scale.get("form").is_some() {
            scale["form"] = json!("linear");
        }
    }
    for key in ["indicators", "children"] {
        if let Some(children) = node.get_mut(key).and_then(Value::as_array_mut) {
            children.iter_mut().for_each(straight);
        }
    }
}

/// Whether a session on an own index was compared with what its JSON gives, in floats: scores up to
/// the one rounding, and ranks by counting. Points, groups, and known and assessed figures are
/// not in it.
#[track_caller]
fn is_as_written(document: &Value, session: &Session) -> bool {
    let scenario = session.scenario();
    let framework = session.edition().framework();
    let is_known = |item: &Override| {
        let node = framework.node(&item.indicator).unwrap();
        let is_group = framework.indicator(node).level == Level::Group;
        item.kind == Kind::WhatIf && matches!(item.entry, Entry::Score(_)) && !is_group
    };
    if !scenario.overrides.iter().all(is_known) {
        return false;
    }
    let scores: Vec<(&str, &str, f64)> = scenario
        .overrides
        .iter()
        .map(|item| {
            let Entry::Score(score) = item.entry else {
                unreachable!("nothing else passes")
            };
            (&*item.unit, &*item.indicator, score.value().to_f64())
        })
        .collect();
    let max_points = scenario.max_points.iter();
    let max_points = max_points.map(|(id, max)| (&**id, f64::from(max.whole())));
    let max_points: BTreeMap<&str, f64> = max_points.collect();
    let gain = match scenario.rivals {
        Rivals::Gain(hundredths) => {
            let mains = framework.mains().map(|node| framework.indicator(node));
            let own = |main: &Indicator| f64::from(main.max_points.whole());
            let max = mains.map(|main| {
                max_points
                    .get(&*main.id)
                    .copied()
                    .unwrap_or_else(|| own(main))
            });
            hundredths as f64 / 100.0 / max.sum::<f64>()
        }
        Rivals::Frozen | Rivals::Trend => 0.0,
    };
    let found: Vec<Exact> = session.scores().collect();
    let decimals = framework.header().decimals;
    let off = decimals.map_or(0.0, |decimals| 0.5 * 0.1_f64.powi(decimals.cast_signed()));
    let slow = slow::totals_under(document, &scores, &max_points);
    for (row, (unit, total)) in slow.iter().enumerate() {
        let is_asked = scenario.unit.as_ref() == Some(unit);
        let is_rival = !is_asked && scores.iter().all(|(other, ..)| other != unit);
        let total = (total + if is_rival { gain } else { 0.0 }).clamp(0.0, 1.0);
        let away = (found[row].to_f64() - total).abs();
        assert!(
            away < off + 1e-9,
            "{unit}: {total} {scenario:?}\n{document}"
        );
    }
    let is_dense = document["framework"]["ties"] == "dense";
    let ranks = exactly::ranks(&found, is_dense);
    assert_eq!(session.ranks(), ranks, "{scenario:?}");
    true
}

#[test]
fn sessions_on_own_indices_equal_a_simulation_and_what_is_written() {
    let (mut counted, mut compared) = ([0; 3], 0);
    let mut calculator = dti_formats::official().unwrap();
    for seed in 0..sessions() * 7 / 10 {
        let mut draws = Draws::new(seed);
        let (mut document, _) = document(&mut draws, seed);
        if seed % 3 > 0 {
            arithmetic(&mut document["framework"]);
        }
        if seed % 3 == 1 {
            straight(&mut document["framework"]);
        }
        let Ok(index) = parse_index("own.json", &document.to_string()) else {
            continue;
        };
        let Ok(id) = calculator.load(index.edition()) else {
            continue;
        };
        let field = Field::of(&calculator, &id).plain(seed);
        let session = field.session(&mut draws, 8, &mut |session| {
            compared += u64::from(is_as_written(&document, session));
        });
        counted[place(session.representation())] += 1;
        calculator.unload(&id).unwrap();
    }
    assert!(counted.iter().all(|&count| count > 2), "{counted:?}");
    assert!(compared > sessions(), "{compared}");
}

fn place(representation: Representation) -> usize {
    match representation {
        Representation::Narrow => 0,
        Representation::Wide => 1,
        Representation::Fractions => 2,
    }
}

/// Takes these what-ifs one after the other, each compared with a simulation.
#[track_caller]
fn expect_each_as_simulated(
    calculator: &Calculator,
    scenario: Scenario,
    edits: &[(&str, &str, i64)],
) {
    let mut session = calculator.open(&scenario).unwrap();
    for (unit, indicator, units) in edits {
        let score = Score::try_new(Exact::decimal(*units, 4)).unwrap();
        session.set(unit, indicator, score).unwrap();
        let expected = calculator.simulate(&session.scenario()).unwrap();
        expect_same(&session, &expected, &[]);
    }
}

#[test]
fn all_at_the_top_or_the_bottom_leave_no_residual() {
    let mains = Field::of(&OFFICIAL, "2022").mains;
    // Hồ Chí Minh's published total and the sum of its indicators differ by rounding.
    for (end, beside) in [(10_000, 9_999), (0, 1)] {
        let mut edits: Vec<(&str, &str, i64)> = mains
            .iter()
            .map(|main| ("ho-chi-minh", main.as_str(), end))
            .collect();
        edits.push(("ho-chi-minh", "society", beside));
        edits.push(("ho-chi-minh", "society", end));
        for rivals in [Rivals::Frozen, Rivals::Gain(-5_000)] {
            let scenario = Scenario {
                rivals,
                ..Scenario::baseline("2022")
            };
            expect_each_as_simulated(&OFFICIAL, scenario, &edits);
        }
    }
    let mut session = OFFICIAL.open(&Scenario::baseline("2022")).unwrap();
    for main in &mains {
        session
            .set("ho-chi-minh", main, Score::entered(1.0).unwrap())
            .unwrap();
    }
    assert_eq!(session.score("ho-chi-minh"), Ok(Exact::ONE));
}

#[test]
fn a_main_indicator_above_the_sum_of_its_components_is_kept_in_range() {
    let name = |id: &str| json!({ "vi": id, "en": id });
    let half = |id: &str| json!({ "id": id, "name": name(id), "maxPoints": 50 });
    let document = json!({
        "framework": {
            "id": "gap", "title": name("gap"), "decimals": 4,
            "indicators": [
                { "id": "m", "name": name("m"), "children": [half("m.1"), half("m.2")] },
                { "id": "n", "name": name("n"), "maxPoints": 100 },
            ],
        },
        "edition": {
            "id": "gap", "year": 2024, "title": name("gap"),
            "units": [{ "id": "a", "name": name("a") }, { "id": "b", "name": name("b") }],
            "values": { "a": { "m.1": 0.9, "m.2": 0.9, "n": 0.5 }, "b": { "m.1": 0.1, "m.2": 0.1, "n": 0.6 } },
        },
    });
    let index = parse_index("gap.json", &document.to_string()).unwrap();
    // As results on file do, give the main indicator a figure of its own that its components miss.
    let own = index.edition();
    let node = own.framework().node("m").unwrap();
    let mut rows = own.rows().to_vec();
    for (row, hundredths) in rows.iter_mut().zip([99, 1]) {
        let mut figure = row.indicators.values().next().unwrap().clone();
        figure.value = Exact::decimal(hundredths, 2);
        row.indicators.insert(node, figure);
    }
    let units = Arc::new(own.units().to_vec());
    let own = Edition::new(
        own.header().clone(),
        Arc::clone(own.framework()),
        units,
        rows,
    );
    let mut catalogue = dti_formats::official_catalogue().unwrap();
    catalogue.editions.push(Arc::new(own));
    let calculator = Calculator::new(catalogue);
    let edits = [
        ("a", "m.1", 9_500),
        ("a", "m.1", 10_000),
        ("a", "m.2", 10_000),
        ("a", "m.1", 9_100),
        ("a", "m.2", 9_000),
        ("a", "m.1", 9_000),
        ("b", "m.1", 0),
        ("b", "m.2", 0),
        ("b", "m.1", 2_000),
        ("b", "n", 2_000),
        ("b", "m.2", 1_000),
    ];
    expect_each_as_simulated(&calculator, Scenario::baseline("gap"), &edits);
    let mut session = calculator.open(&Scenario::baseline("gap")).unwrap();
    assert_eq!(session.score("a"), Ok(Exact::decimal(7_450, 4)));
    session
        .set("a", "m.1", Score::entered(1.0).unwrap())
        .unwrap();
    assert_eq!(session.score("a"), Ok(Exact::decimal(7_500, 4)));
}
