//! Random sessions: after every step ranks and scores are those of a simulation from scratch, and of
//! the slow second computation; a refused step changes nothing.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a failing helper fails its test"
)]

mod as_case;
mod oracle;
#[path = "../../formats/tests/own_index/random.rs"]
mod random;

use as_case::as_case;
use dti_engine::calculator::{Calculator, CalculatorError};
use dti_engine::model::{
    Entry, Exact, Indicator, Kind, Level, MaxPoints, Override, Points, Rivals, Scenario, Score,
    Standings,
};
use dti_engine::session::{Representation, Session};
use dti_formats::{example_part, parse_index, slots_part};
use oracle::Oracle;
use random::{Draws, document};
use serde_json::{Value, json};
use std::sync::LazyLock;

fn with(part: &str) -> Calculator {
    let text = format!("{}{part}", dti_formats::official_text());
    dti_formats::shipped(text.leak()).unwrap()
}

static OFFICIAL: LazyLock<Calculator> = LazyLock::new(|| dti_formats::official().unwrap());
static ORACLE: LazyLock<Oracle> = LazyLock::new(Oracle::load);
/// All main indicators of 2022 split into slots.
static SLOTS: LazyLock<Calculator> =
    LazyLock::new(|| with(&slots_part(OFFICIAL.edition("2022").unwrap().framework())));
/// Six main indicators, components and criteria, and ten communes.
static COMMUNE: LazyLock<Calculator> =
    LazyLock::new(|| with(&example_part("example-commune-2025").unwrap()));

/// One edit.
#[derive(Clone, Debug)]
enum Step {
    Apply(Override),
    Unset(String, String),
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
        Step::Rivals(rivals) => next.rivals = *rivals,
    }
    next
}

fn take(session: &mut Session, step: &Step) -> Result<Option<u32>, CalculatorError> {
    match step {
        Step::Apply(new) => match (new.kind, new.entry) {
            (Kind::WhatIf, Entry::Score(score)) => {
                session.set(&new.unit, &new.indicator, score).map(Some)
            }
            _ => session.apply(new).map(Some),
        },
        Step::Unset(unit, indicator) => session.unset(unit, indicator).map(Some),
        Step::MaxPoints(indicator, max_points) => session.set_max_points(indicator, *max_points),
        Step::Rivals(rivals) => session.set_rivals(*rivals),
    }
}

/// How near an unrounded score must be where a simulation's fractions no longer fit and are rounded.
const NEAR: f64 = 1e-9;

#[track_caller]
fn expect_same(session: &Session, expected: &Standings, trail: &[Step], is_exact: bool) {
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
        let is_near = !is_exact && (score - own.score).to_f64().abs() < NEAR;
        assert!(
            is_near || score == own.score,
            "score of {unit}: {score:?} {}",
            context()
        );
        assert_eq!(session.rank(unit), Ok(own.rank));
        assert_eq!(session.score(unit), Ok(score));
    }
}

/// What random edits of an edition choose from.
struct Field<'a> {
    calculator: &'a Calculator,
    edition: &'a str,
    units: Vec<String>,
    nodes: Vec<String>,
    mains: Vec<String>,
    /// Whether a simulation's fractions always fit.
    is_exact: bool,
}

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
        }
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
            2 => Kind::Assessed,
            _ => Kind::WhatIf,
        };
        let entry = match draws.up_to(9) {
            0 => Entry::Points(Points::entered(draws.up_to(10_000) as f64 / 100.0).unwrap()),
            1 => {
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
        match draws.up_to(19) {
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

    /// Why nothing can be taken away from a node that cannot have anything.
    fn refusal(&self, step: &Step) -> Option<CalculatorError> {
        let Step::Unset(unit, indicator) = step else {
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

    /// One session of so many steps, each compared with a simulation from scratch.
    fn session(&self, draws: &mut Draws, steps: u64) -> Session {
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
                    expect_same(&session, &expected, &trail, self.is_exact);
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

/// How many sessions: few in a usual run, `DTI_SESSIONS` for more.
fn sessions() -> u64 {
    let asked = std::env::var("DTI_SESSIONS").ok();
    asked.map_or(2_000, |asked| asked.parse().unwrap())
}

/// The ranks and scores of the second computation, which knows no components, shares and assessed
/// figures, and refuses a what-if on an indicator without points.
#[track_caller]
fn expect_as_the_oracle(session: &Session) {
    let scenario = session.scenario();
    let is_share = |item: &&Override| matches!(item.entry, Entry::Share(_));
    let has_assessed = scenario.overrides.iter().any(|o| o.kind == Kind::Assessed);
    let has_zero = scenario.max_points.values().any(|max| max.whole() == 0);
    if has_assessed || has_zero || scenario.overrides.iter().any(|item| is_share(&item)) {
        return;
    }
    let rows = ORACLE.simulate(&as_case(&scenario)).unwrap();
    for row in rows {
        let rank = session.rank(&row.unit).unwrap();
        assert_eq!(rank as usize, row.rank, "{} {scenario:?}", row.unit);
        let score = session.score(&row.unit).unwrap().round_half_up(4);
        assert_eq!(score, row.score_4dp, "{} {scenario:?}", row.unit);
    }
}

#[test]
fn sessions_on_official_editions_equal_a_simulation_and_the_oracle() {
    let mut draws = Draws::new(15);
    let fields = ["2024-34", "2022", "2023", "2024"].map(|id| Field::of(&OFFICIAL, id));
    for turn in 0..sessions() * 2 / 10 {
        let field = &fields[(turn % 4) as usize];
        let session = field.session(&mut draws, 6);
        assert_eq!(session.representation(), Representation::Narrow);
        if turn % 8 < 4 {
            expect_as_the_oracle(&session);
        }
    }
}

#[test]
fn sessions_with_components_equal_a_simulation() {
    let mut draws = Draws::new(16);
    for turn in 0..sessions() / 10 {
        let (calculator, edition) = match turn % 8 {
            0 => (&SLOTS, "2022"),
            _ => (&COMMUNE, "example-commune-2025"),
        };
        let session = Field::of(calculator, edition).session(&mut draws, 8);
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

#[test]
fn sessions_on_own_indices_equal_a_simulation() {
    let mut counted = [0; 3];
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
        let session = Field::of(&calculator, &id).session(&mut draws, 8);
        counted[place(session.representation())] += 1;
        calculator.unload(&id).unwrap();
    }
    assert!(counted.iter().all(|&count| count > 10), "{counted:?}");
}

fn place(representation: Representation) -> usize {
    match representation {
        Representation::Narrow => 0,
        Representation::Wide => 1,
        Representation::Fractions => 2,
    }
}

/// A tree of three levels with large max points that share no factor, and values of many decimals.
fn extreme(draws: &mut Draws, seed: u64) -> Value {
    let name = |id: &str| json!({ "vi": id, "en": id });
    let mut leaves = Vec::new();
    let mut leaf = |draws: &mut Draws, id: String| {
        let points = *draws.pick(&[0, 1, 7, 9_973, 9_967, 10_000]);
        leaves.push(id.clone());
        json!({ "id": id, "name": name(&id), "maxPoints": points })
    };
    let mut mains = vec![json!({ "id": "first", "name": name("first"), "maxPoints": 10_000 })];
    for main in 0..draws.up_to(3) {
        let id = format!("m{main}");
        let mut children = Vec::new();
        for child in 0..=draws.up_to(2) {
            let id = format!("{id}.{child}");
            children.push(match draws.up_to(2) {
                0 => {
                    let below = (0..=draws.up_to(2)).map(|n| leaf(draws, format!("{id}.{n}")));
                    let below: Vec<Value> = below.collect();
                    json!({ "id": id, "name": name(&id), "children": below })
                }
                _ => leaf(draws, id),
            });
        }
        mains.push(json!({ "id": id, "name": name(&id), "children": children }));
    }
    leaves.push("first".to_owned());
    let units: Vec<String> = (0..=draws.up_to(5)).map(|n| format!("u{n}")).collect();
    let decimals = *draws.pick(&[1, 4, 6]);
    let mut values = serde_json::Map::new();
    for unit in &units {
        let mut row = serde_json::Map::new();
        for leaf in &leaves {
            let most = 10_u64.pow(decimals);
            let value = *draws.pick(&[0, most, most / 3, most / 7, most / 2]);
            row.insert(leaf.clone(), json!(value as f64 / most as f64));
        }
        values.insert(unit.clone(), Value::Object(row));
    }
    let mut framework = json!({
        "id": format!("extreme-{seed}"), "title": name("extreme"), "indicators": mains,
        "ties": draws.pick(&["competition", "dense"]),
    });
    if draws.chance(75) {
        framework["decimals"] = json!(draws.pick(&[2, 4, 6]));
    }
    let units: Vec<Value> = units
        .iter()
        .map(|id| json!({ "id": id, "name": name(id) }))
        .collect();
    json!({
        "framework": framework,
        "edition": {
            "id": format!("edition-{seed}"), "year": 2024, "title": name("extreme"),
            "units": units, "values": values,
        },
    })
}

#[test]
fn sessions_at_the_limits_of_scale_maxima_and_depth_equal_a_simulation() {
    let mut counted = [0; 3];
    let mut calculator = dti_formats::official().unwrap();
    for seed in 0..sessions() / 10 {
        let mut draws = Draws::new(seed);
        let document = extreme(&mut draws, seed);
        let index = parse_index("own.json", &document.to_string());
        let index = index.unwrap_or_else(|fault| panic!("{fault}\n{document}"));
        let id = calculator.load(index.edition()).unwrap();
        let field = Field {
            is_exact: false,
            ..Field::of(&calculator, &id)
        };
        counted[place(field.session(&mut draws, 8).representation())] += 1;
        calculator.unload(&id).unwrap();
    }
    assert!(counted.iter().all(|&count| count > 5), "{counted:?}");
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
        expect_same(&session, &expected, &[], true);
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
    let mut text = String::new();
    for line in index.to_catalogue_text().lines() {
        let figure = match line.split('\t').collect::<Vec<_>>()[..] {
            ["unit", ..] => "\tm",
            ["a", "own", ..] => "\t0.99",
            ["b", "own", ..] => "\t0.01",
            _ => "",
        };
        text.push_str(&format!("{line}{figure}\n"));
    }
    let calculator = with(&text);
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
