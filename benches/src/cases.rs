//! What is timed and counted, natively and in the browser: editions, edits and questions, the same at
//! every run.

use dti_engine::analysis::{Effort, Lever, cheapest};
use dti_engine::calculator::{Calculator, PlanLevel, PlanQuestion, StabilityQuestion, Target};
use dti_engine::model::{Edition, Entry, Exact, Kind, Level, Override, Scenario, Score, Unit};
use dti_engine::session::Session;
use dti_formats::link;
use dti_formats::parse_index;
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng as _, SeedableRng as _};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many edits are drawn; after the last one the first begins again, with another score.
const EDITS: usize = 4_096;
/// The communes of a country.
pub const COMMUNES: usize = 3_321;
const INDICATORS: usize = 62;
/// The id of that edition.
pub const COUNTRY: &str = "communes";

/// Whole numbers below a limit.
struct Draws(Xoshiro256PlusPlus);

impl Draws {
    fn below(&mut self, limit: usize) -> usize {
        (self.0.next_u64() % limit as u64) as usize
    }
}

/// The official editions and, behind them, one of so many units with 62 indicators.
///
/// The one unit of an index stands for all of them: no limit of own indices, nor the
/// time that their file takes to be read, is part of what is measured.
pub fn country(units: usize) -> Option<Calculator> {
    let mut draws = Draws(Xoshiro256PlusPlus::seed_from_u64(63));
    country_with(units, || 3_000 + draws.below(6_000))
}

/// The same in which all units are level.
pub fn level_country(units: usize) -> Option<Calculator> {
    country_with(units, || 5_000)
}

/// So many units with these scores, in ten-thousandths.
fn country_with(units: usize, mut score: impl FnMut() -> usize) -> Option<Calculator> {
    let id = |place: usize| format!("i{place}");
    let indicators = (0..INDICATORS).map(|place| {
        let (id, points) = (id(place), 5 + place % 20);
        format!(r#"{{"id":"{id}","name":{{"vi":"{id}","en":"{id}"}},"maxPoints":{points}}}"#)
    });
    let indicators: Vec<String> = indicators.collect();
    let values: Vec<String> = (0..INDICATORS)
        .map(|place| format!(r#""{}":0.5"#, id(place)))
        .collect();
    let document = format!(
        r#"{{"framework":{{"id":"large","title":{{"vi":"l","en":"l"}},"decimals":4,"indicators":[{}]}},
        "edition":{{"id":"{COUNTRY}","year":2025,"title":{{"vi":"c","en":"c"}},
        "units":[{{"id":"u","name":{{"vi":"u","en":"u"}}}}],"values":{{"u":{{{}}}}}}}}}"#,
        indicators.join(","),
        values.join(",")
    );
    let index = parse_index("communes.json", &document).ok()?;
    let own = index.edition();
    let (unit, row) = own.units().first().zip(own.rows().first())?;
    let named = |place: usize| Unit {
        id: format!("u{place}"),
        ..unit.clone()
    };
    let mut drawn = |_: usize| {
        let mut row = row.clone();
        for node in own.framework().nodes() {
            if let Some(mut figure) = row.indicators.remove(&node) {
                figure.value = Exact::decimal(score() as i64, 4);
                row.indicators.insert(node, figure);
            }
        }
        row
    };
    let rows = (0..units).map(&mut drawn).collect();
    let units = Arc::new((0..units).map(named).collect());
    let framework = Arc::clone(own.framework());
    let mut catalogue = dti_formats::official_catalogue().ok()?;
    let edition = Edition::new(own.header().clone(), framework, units, rows);
    catalogue.editions.push(Arc::new(edition));
    Some(Calculator::new(catalogue))
}

/// The official editions, for their components.
pub fn components() -> Option<Calculator> {
    dti_formats::official().ok()
}

/// One what-if of a run.
#[derive(Debug)]
pub struct Edit {
    /// Row of the unit in its edition.
    pub row: usize,
    /// Place of the node among those of its level.
    pub place: usize,
    unit: String,
    node: String,
    /// In turn, so that the same edit later is a change again.
    pub scores: [Score; 2],
}

/// A session and the edits that it takes one after the other.
#[derive(Debug)]
pub struct Editing {
    /// The session.
    pub session: Session,
    /// Its edits, in turn.
    pub edits: Vec<Edit>,
    taken: usize,
}

impl Editing {
    /// Edits of an edition's nodes of this level, all of them taken once.
    pub fn of(calculator: &Calculator, edition: &str, level: Level) -> Option<Self> {
        let session = calculator.open(&Scenario::baseline(edition)).ok()?;
        let mut draws = Draws(Xoshiro256PlusPlus::seed_from_u64(15));
        let found = session.edition();
        let framework = found.framework();
        let nodes: Vec<&str> = framework
            .nodes()
            .map(|node| framework.indicator(node))
            .filter(|indicator| indicator.level == level && indicator.scored)
            .map(|indicator| indicator.id.as_str())
            .collect();
        let edit = |_| {
            let (row, place) = (
                draws.below(found.units().len()),
                draws.below(nodes.len().max(1)),
            );
            let score = draws.below(10_001) as i64;
            let at = |units| Score::try_new(Exact::decimal(units, 4));
            Some(Edit {
                row,
                place,
                unit: found.units().get(row)?.id.clone(),
                node: (*nodes.get(place)?).to_owned(),
                scores: [at(score)?, at(10_000 - score)?],
            })
        };
        let edits = (0..EDITS).filter_map(edit).collect();
        let mut made = Self {
            session,
            edits,
            taken: 0,
        };
        made.take(EDITS);
        Some(made)
    }

    /// Takes the next edits; the sum of the ranks that come out.
    pub fn take(&mut self, count: usize) -> u64 {
        let mut ranks = 0;
        for _ in 0..count {
            let (round, place) = (self.taken / EDITS, self.taken % EDITS);
            self.taken += 1;
            let edit = self.edits.get(place);
            let score = edit.and_then(|edit| edit.scores.get(round % 2));
            if let Some((edit, score)) = edit.zip(score) {
                let rank = self.session.set(&edit.unit, &edit.node, *score);
                ranks += u64::from(rank.unwrap_or_default());
            }
        }
        ranks
    }
}

/// Simulations of 2022 with one what-if after the other; the sum of the first unit's ranks.
pub fn simulate(calculator: &Calculator, count: usize) -> u64 {
    let mut ranks = 0;
    for turn in 0..count {
        let score = Score::try_new(Exact::decimal(4_000 + (turn % 1_000) as i64, 4));
        let scenario = Scenario::baseline("2022").with_override(Override {
            unit: "bac-giang".to_owned(),
            indicator: "society".to_owned(),
            entry: Entry::Score(score.unwrap_or(Score::ZERO)),
            kind: Kind::WhatIf,
        });
        let standings = calculator.simulate(&scenario).ok();
        let first = standings.and_then(|found| found.of(0).map(|own| own.rank));
        ranks += u64::from(first.unwrap_or_default());
    }
    ranks
}

/// How often the first unit of an edition is first in so many draws with everything on.
pub fn draws(calculator: &Calculator, edition: &str, count: u32) -> u32 {
    let question = StabilityQuestion {
        draws: count,
        ..StabilityQuestion::of(Scenario::baseline(edition))
    };
    let made = calculator.stability(&question).ok();
    let first = made.and_then(|made| made.units.first()?.counts.iter().next());
    first.unwrap_or_default()
}

/// The cost of the plan that lifts a unit of 2024 from the last rank to the first.
pub fn plan(calculator: &Calculator) -> f64 {
    let question = PlanQuestion {
        scenario: link::read("e=2024&u=bac-kan").0.scenario,
        target: Target::Rank(1),
        level: PlanLevel::Main,
        effort: Effort::Diminishing,
        costs: BTreeMap::new(),
        caps: BTreeMap::new(),
        locked: Vec::new(),
    };
    let plan = calculator.plan(&question).ok();
    plan.and_then(|plan| plan.total_cost).unwrap_or(f64::NAN)
}

/// 98 components of 1000 points together, with levels at quarters. Odd starts leave no common unit
/// above a hundredth, which makes the largest table.
pub fn stepped_components(costs: i64) -> Vec<Lever> {
    let lever = |place: i64| Lever {
        max_points: Exact::whole(if place < 20 { 11 } else { 10 }),
        start: Exact::decimal(2_000 + place * 37, 4),
        cap: Exact::ONE,
        cost: 1.0 + (place % costs) as f64 / 2.0,
        levels: Some((0..=4).map(|quarter| Exact::fraction(quarter, 4)).collect()),
    };
    (0..98).map(lever).collect()
}

/// The cost of the cheapest way to so many points over those components.
pub fn plan_over_levels(costs: i64, needed: i64) -> f64 {
    let way = cheapest(
        &stepped_components(costs),
        Effort::Flat,
        Exact::whole(needed),
    );
    way.map_or(f64::NAN, |way| way.cost)
}
