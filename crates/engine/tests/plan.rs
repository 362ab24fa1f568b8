//! Plans asked through the front door: fixture 4, what has no way, and random questions whose plans
//! the scorer must confirm.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing helper fails its test"
)]

use dti_engine::calculator::{
    Calculator, Effort, ErrorCode, Plan, PlanLevel, PlanQuestion, PlanStep, Target, lowest_entry,
};
use dti_engine::model::{Entry, Exact, Kind, Override, Points, Scenario, Score, Standing};
use dti_formats::link;
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng as _, SeedableRng as _};
use std::collections::BTreeMap;
use std::sync::LazyLock;

static CALCULATOR: LazyLock<Calculator> = LazyLock::new(|| dti_formats::official().unwrap());

const MAINS: [&str; 8] = [
    "awareness",
    "institutions",
    "infrastructure",
    "workforce",
    "security",
    "government",
    "economy",
    "society",
];

/// The plan of the unit in a link's fragment to a rank.
fn to_rank(fragment: &str, rank: u32) -> PlanQuestion {
    PlanQuestion {
        scenario: link::read(fragment).0.scenario,
        target: Target::Rank(rank),
        level: PlanLevel::Main,
        effort: Effort::Diminishing,
        costs: BTreeMap::new(),
        caps: BTreeMap::new(),
        locked: Vec::new(),
    }
}

fn plan(question: &PlanQuestion) -> Plan {
    CALCULATOR.plan(question).unwrap()
}

fn locked(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

/// The unit asked about under a scenario.
fn standing(scenario: &Scenario) -> Standing {
    let edition = CALCULATOR.edition(&scenario.edition).unwrap();
    let position = edition.position(scenario.unit.as_deref().unwrap()).unwrap();
    let standings = CALCULATOR.simulate(scenario).unwrap();
    standings.of(position).unwrap().clone()
}

fn id(question: &PlanQuestion, step: &PlanStep) -> String {
    let edition = CALCULATOR.edition(&question.scenario.edition).unwrap();
    edition.framework().indicator(step.node).id.clone()
}

#[test]
fn fixture_4_hue_2022_to_rank_3() {
    let question = to_rank("e=2022&u=thua-thien-hue", 3);
    let plan = plan(&question);
    assert!(plan.is_feasible);
    assert_eq!(plan.threshold, Some(Exact::decimal(7024, 4)));
    assert_eq!(plan.points_needed, Exact::decimal(49, 1));
    assert_eq!(plan.reached_rank, Some(3));
    let points: f64 = plan.steps.iter().map(|step| step.points).sum();
    assert!((points - 4.9).abs() < 1e-9);
    for single in &plan.singles {
        let rise = match id(&question, single).as_str() {
            "government" => Exact::decimal(245, 4),
            // .032666..., rounded up so that loading it reaches the rank.
            "economy" | "society" => Exact::fraction(49, 1500),
            _ => Exact::decimal(49, 3),
        };
        assert_eq!(single.to, lowest_entry(single.from + rise));
        assert!((single.points - 4.9).abs() < 1e-12);
    }
    let named: Vec<String> = plan
        .singles
        .iter()
        .map(|single| id(&question, single))
        .collect();
    for main in ["government", "economy", "society"] {
        assert!(named.iter().any(|id| id == main), "{main}");
    }
}

#[test]
fn diminishing_effort_raises_what_is_low_and_flat_effort_one_indicator() {
    let question = to_rank("e=2022&u=thua-thien-hue", 3);
    let society: Vec<String> = plan(&question)
        .steps
        .iter()
        .map(|s| id(&question, s))
        .collect();
    // Society is the lowest by far, so all goes there.
    assert_eq!(society, ["society"]);
    let question = to_rank("e=2022&u=thua-thien-hue", 1);
    let spread = plan(&question);
    assert!(spread.steps.len() > 1);
    let starts: Vec<Exact> = spread.steps.iter().map(|step| step.from).collect();
    assert!(starts.is_sorted(), "lowest first");
    let flat = plan(&PlanQuestion {
        effort: Effort::Flat,
        ..question.clone()
    });
    assert_eq!(flat.steps.len(), 1);
    assert!((flat.total_cost.unwrap() - flat.points_needed.to_f64()).abs() < 1e-9);
    let dear = PlanQuestion {
        effort: Effort::Flat,
        costs: BTreeMap::from([("government".to_owned(), 0.5)]),
        ..question
    };
    assert_eq!(id(&dear, &plan(&dear).steps[0]), "government");
}

#[test]
fn a_rank_that_is_held_needs_nothing() {
    let question = to_rank("e=2022&u=thua-thien-hue", 4);
    let held = plan(&question);
    assert!(held.is_feasible && held.steps.is_empty() && held.singles.is_empty());
    assert_eq!(
        (held.total_cost, held.bound, held.reached_rank),
        (Some(0.0), Some(0.0), Some(4))
    );
    assert_eq!(held.points_needed, Exact::ZERO);
    assert_eq!(held.reached.unwrap(), question.scenario);
    let last = plan(&to_rank("e=2022&u=bac-kan", 63));
    assert_eq!((last.threshold, last.reached_rank), (None, Some(63)));
}

#[test]
fn what_cannot_be_reached_says_how_far_one_can_get_and_what_binds() {
    let caps = BTreeMap::from([("society".to_owned(), Score::entered(0.5).unwrap())]);
    let question = PlanQuestion {
        locked: locked(&MAINS[..7]),
        caps,
        ..to_rank("e=2022&u=bac-kan", 1)
    };
    let none = plan(&question);
    assert!(!none.is_feasible && none.steps.is_empty() && none.singles.is_empty());
    assert_eq!(
        (none.total_cost, none.bound, none.reached_rank),
        (None, None, None)
    );
    assert_eq!(none.reached, None);
    let society = CALCULATOR
        .edition("2022")
        .unwrap()
        .framework()
        .node("society")
        .unwrap();
    assert_eq!(none.binding, [society]);
    assert!(none.best_rank > 1 && none.best_rank < 63);
    let everything = PlanQuestion {
        locked: locked(&MAINS),
        ..question
    };
    let stuck = plan(&everything);
    assert!(!stuck.is_feasible && stuck.binding.is_empty());
    assert_eq!(stuck.best_rank, 63);
}

#[test]
fn the_top_of_the_scale_is_reached_by_everything_at_1() {
    // Every rival at 1: only exactly 1 draws level, which the residual alone would miss.
    for unit in ["ho-chi-minh", "bac-kan", "da-nang"] {
        let question = to_rank(&format!("e=2022&u={unit}&r=gain:900"), 1);
        let all = plan(&question);
        assert!(all.is_feasible, "{unit}");
        assert_eq!(
            (all.threshold, all.reached_rank),
            (Some(Exact::ONE), Some(1))
        );
        assert_eq!(standing(&all.reached.unwrap()).score, Exact::ONE);
        assert_eq!(all.binding.len(), 8);
    }
}

#[test]
fn from_nothing_at_all_the_residual_is_made_up_for() {
    let zero: Vec<String> = MAINS
        .iter()
        .map(|main| format!("ho-chi-minh.{main}:0"))
        .collect();
    let from_zero = to_rank(&format!("e=2022&u=ho-chi-minh&s={}", zero.join(",")), 60);
    let plan = plan(&from_zero);
    assert!(plan.is_feasible && plan.reached_rank.unwrap() <= 60);
    assert!(standing(&plan.reached.unwrap()).rank <= 60);
}

#[test]
fn a_target_score_is_reached() {
    let question = PlanQuestion {
        target: Target::Score(Exact::decimal(75, 2)),
        ..to_rank("e=2022&u=thua-thien-hue", 1)
    };
    let reached = plan(&question);
    assert_eq!(reached.threshold, Some(Exact::decimal(75, 2)));
    assert_eq!(reached.points_needed, Exact::decimal(525, 1));
    assert!(standing(&reached.reached.unwrap()).score >= Exact::decimal(75, 2));
    let beyond = PlanQuestion {
        target: Target::Score(Exact::whole(2)),
        ..question
    };
    assert!(!plan(&beyond).is_feasible);
}

#[test]
fn questions_that_make_no_sense_are_refused() {
    let question = to_rank("e=2022&u=thua-thien-hue", 3);
    let code = |question: &PlanQuestion| CALCULATOR.plan(question).unwrap_err().code();
    for rank in [0, 64, u32::MAX] {
        let target = Target::Rank(rank);
        let asked = PlanQuestion {
            target,
            ..question.clone()
        };
        assert_eq!(code(&asked), ErrorCode::OutOfRange);
    }
    let nobody = PlanQuestion {
        scenario: Scenario::baseline("2022"),
        ..question.clone()
    };
    assert_eq!(code(&nobody), ErrorCode::UnknownUnit);
    for (id, expected) in [
        ("foundation", ErrorCode::UnknownIndicator),
        ("awareness.1", ErrorCode::UnknownIndicator),
        ("smart_city", ErrorCode::Unavailable),
    ] {
        let asked = PlanQuestion {
            locked: locked(&[id]),
            ..question.clone()
        };
        assert_eq!(code(&asked), expected, "{id}");
    }
    assert_eq!(
        code(&to_rank("e=2021&u=thua-thien-hue", 3)),
        ErrorCode::Unavailable
    );
}

#[test]
fn a_harder_target_never_costs_less() {
    for effort in [Effort::Diminishing, Effort::Flat] {
        let mut last = 0.0;
        for rank in (1..=63).rev().step_by(4) {
            let question = PlanQuestion {
                effort,
                ..to_rank("e=2023&u=bac-giang&r=trend", rank)
            };
            let cost = plan(&question).total_cost.unwrap();
            assert!(cost >= last, "rank {rank}: {cost} after {last}");
            last = cost;
        }
    }
}

#[test]
fn steps_say_where_they_start_and_how_they_compare_with_a_year() {
    let question = PlanQuestion {
        locked: locked(&MAINS[1..]),
        ..to_rank("e=2022&u=bac-giang", 8)
    };
    let estimated = plan(&question);
    assert!(estimated.estimated);
    let step = &estimated.steps[0];
    assert_eq!(
        (id(&question, step).as_str(), step.origin.as_str()),
        ("awareness", "estimated")
    );
    assert_eq!(
        (step.largest_yearly_gain, step.exceeds_yearly_gain),
        (None, false)
    );
    let question = PlanQuestion {
        locked: locked(&MAINS[..7]),
        ..to_rank("e=2022&u=bac-giang", 2)
    };
    let bold = plan(&question);
    assert!(!bold.estimated && bold.steps[0].largest_yearly_gain.is_some());
    let rise = bold.steps[0].to - bold.steps[0].from;
    assert_eq!(
        bold.steps[0].exceeds_yearly_gain,
        Some(rise) > bold.steps[0].largest_yearly_gain
    );
}

struct Draws(Xoshiro256PlusPlus);

impl Draws {
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.0.next_u64() % u64::try_from(end).unwrap()).unwrap()
    }

    /// A question with rivals, overrides, groups, locks, caps and costs, each in some of the cases.
    fn question(&mut self) -> PlanQuestion {
        let edition = ["2022", "2023", "2024", "2024-34"][self.below(4)];
        let units = CALCULATOR.edition(edition).unwrap().units();
        let unit = &units[self.below(units.len())].id;
        let rival = &units[self.below(units.len())].id;
        let rivals = ["frozen", "trend", "gain:7.5", "gain:-20"][self.below(4)];
        let mut fragment = format!("e={edition}&u={unit}");
        if !(edition == "2022" && rivals == "trend") {
            fragment += &format!("&r={rivals}");
        }
        let place = self.below(9);
        let nodes = [&MAINS[place.min(7)..], &["foundation"], &["activity"]].concat();
        match self.below(4) {
            0 => fragment += &format!("&s={unit}.{}:0.{:04}", nodes[0], self.below(10_000)),
            1 => fragment += &format!("&s={unit}.foundation:0.61,{rival}.society:0.5"),
            2 => fragment += &format!("&s={unit}.society:p{}&w=economy:211", self.below(150)),
            _ => {}
        }
        let mut question = to_rank(
            &fragment,
            u32::try_from(1 + self.below(units.len())).unwrap(),
        );
        for main in MAINS {
            match self.below(8) {
                0 => question.locked.push(main.to_owned()),
                1 | 2 => {
                    let cap = Score::entered(self.below(10_001) as f64 / 10_000.0).unwrap();
                    question.caps.insert(main.to_owned(), cap);
                }
                3 => {
                    question
                        .costs
                        .insert(main.to_owned(), 0.25 * (1 + self.below(12)) as f64);
                }
                _ => {}
            }
        }
        if self.below(3) == 0 {
            question.effort = Effort::Flat;
        }
        question
    }
}

#[track_caller]
fn expect_confirmed(question: &PlanQuestion, plan: &Plan) {
    let Target::Rank(rank) = question.target else {
        return;
    };
    let before = standing(&question.scenario);
    assert_eq!(
        plan.is_feasible,
        plan.best_rank <= rank,
        "{question:?} {plan:?}"
    );
    if !plan.is_feasible {
        assert!(plan.steps.is_empty() && plan.reached.is_none());
        return;
    }
    let (cost, bound) = (plan.total_cost.unwrap(), plan.bound.unwrap());
    assert!(
        (cost - bound).abs() <= 1e-9 * cost.max(1e-3),
        "{cost} {bound} {question:?}"
    );
    let reached = plan.reached.as_ref().unwrap();
    let after = standing(reached);
    assert_eq!(Some(after.rank), plan.reached_rank);
    assert!(
        after.rank <= rank && plan.best_rank <= after.rank,
        "{question:?} {plan:?}"
    );
    let unit = question.scenario.unit.as_deref().unwrap();
    for step in &plan.steps {
        let id = id(question, step);
        let cap = question.caps.get(&id).map_or(Exact::ONE, |cap| cap.value());
        assert!(step.to <= cap && step.to > step.from, "{step:?}");
        assert!(!question.locked.contains(&id));
        assert_eq!(step.from, before.card.score(step.node));
        assert_eq!(step.to, after.card.score(step.node));
        assert!(reached.find(unit, &id, Kind::WhatIf).is_some());
    }
    let known = |scenario: &Scenario| {
        scenario
            .overrides
            .iter()
            .filter(|o| o.kind == Kind::Known || o.unit != unit)
            .count()
    };
    assert_eq!(known(reached), known(&question.scenario));
    for single in &plan.singles {
        let cost_alone = single.cost;
        assert!(
            cost_alone >= cost - 1e-9 * cost,
            "{single:?} is cheaper than {cost}"
        );
    }
}

/// The overrides of a plan as a reader types them: scores of 4 decimals, points of 2.
fn as_typed(reached: &Scenario) -> Vec<Override> {
    let typed = |item: &Override| {
        let entry = match &item.entry {
            Entry::Score(score) | Entry::Share(score) => {
                Entry::Score(Score::entered(score.value().to_f64()).unwrap())
            }
            Entry::Points(points) => {
                Entry::Points(Points::entered(points.value().to_f64()).unwrap())
            }
            Entry::Value(raw) => Entry::Value(raw.clone()),
        };
        Override {
            entry,
            ..item.clone()
        }
    };
    reached.overrides.iter().map(typed).collect()
}

#[test]
fn a_plan_inside_a_group_that_was_set_is_loaded_by_its_overrides() {
    let question = to_rank("e=2022&u=bac-giang&s=bac-giang.foundation:0.7", 3);
    let plan = plan(&question);
    assert_eq!(plan.reached_rank, Some(3));
    let with = |overrides: Vec<Override>| {
        let scenario = Scenario {
            overrides,
            ..question.scenario.clone()
        };
        standing(&scenario).rank
    };
    assert_eq!(with(as_typed(plan.reached.as_ref().unwrap())), 3);
    // The steps alone, beside the group or in its place, are another scenario.
    let step = |step: &PlanStep| Override {
        unit: "bac-giang".to_owned(),
        indicator: id(&question, step),
        entry: Entry::Score(Score::try_new(step.to).unwrap()),
        kind: Kind::WhatIf,
    };
    let steps: Vec<Override> = plan.steps.iter().map(step).collect();
    let beside = [question.scenario.overrides.clone(), steps.clone()].concat();
    assert_ne!(with(steps), 3);
    assert_ne!(with(beside), 3);
}

#[test]
fn loading_the_overrides_of_any_plan_gives_its_rank() {
    let mut draws = Draws(Xoshiro256PlusPlus::seed_from_u64(11));
    let (mut feasible, mut dissolved) = (0, 0);
    for _ in 0..400 {
        let edition = ["2022", "2023", "2024", "2024-34"][draws.below(4)];
        let units = CALCULATOR.edition(edition).unwrap().units();
        let unit = &units[draws.below(units.len())].id;
        let mut fragment = format!("e={edition}&u={unit}");
        let rivals = ["frozen", "trend", "gain:7.5", "gain:-20"][draws.below(4)];
        if !(edition == "2022" && rivals == "trend") {
            fragment += &format!("&r={rivals}");
        }
        let mut sets = Vec::new();
        for group in ["foundation", "activity"] {
            if draws.below(2) == 0 {
                sets.push(format!("{unit}.{group}:0.{}", 55 + draws.below(30)));
            }
        }
        for main in MAINS {
            match draws.below(8) {
                0 => sets.push(format!("{unit}.{main}:0.{:04}", 5_000 + draws.below(3_000))),
                1 => sets.push(format!("{unit}.{main}:p{}.25", 20 + draws.below(20))),
                2 if main == "awareness" => sets.push(format!("{unit}.{main}:k0.8")),
                _ => {}
            }
        }
        if !sets.is_empty() {
            fragment += &format!("&s={}", sets.join(","));
        }
        if draws.below(2) == 0 {
            let (first, second) = (MAINS[draws.below(4)], MAINS[4 + draws.below(4)]);
            fragment += &format!("&w={first}:{},{second}:211", 50 + draws.below(200));
        }
        let rank = u32::try_from(1 + draws.below(units.len())).unwrap();
        // A figure that is on file cannot be known, and some groups leave no room.
        let Ok(plan) = CALCULATOR.plan(&to_rank(&fragment, rank)) else {
            continue;
        };
        let Some(reached) = plan.reached.as_ref().filter(|_| !plan.steps.is_empty()) else {
            continue;
        };
        let scenario = Scenario {
            overrides: as_typed(reached),
            ..link::read(&fragment).0.scenario
        };
        assert_eq!(
            Some(standing(&scenario).rank),
            plan.reached_rank,
            "{fragment} {rank}"
        );
        assert!(plan.reached_rank <= Some(rank), "{fragment} {rank}");
        feasible += 1;
        let kept = |group: &str| reached.find(unit, group, Kind::WhatIf).is_some();
        let set = sets
            .iter()
            .filter(|set| set.contains("foundation") || set.contains("activity"));
        let kept = ["foundation", "activity"]
            .into_iter()
            .filter(|group| kept(group));
        dissolved += usize::from(set.count() > kept.count());
    }
    assert!(feasible > 80 && dissolved > 30, "{feasible} {dissolved}");
}

#[test]
fn the_scorer_confirms_any_plan() {
    let mut draws = Draws(Xoshiro256PlusPlus::seed_from_u64(7));
    let mut feasible = 0;
    for _ in 0..300 {
        let question = draws.question();
        let plan = plan(&question);
        expect_confirmed(&question, &plan);
        feasible += u32::from(plan.is_feasible && !plan.steps.is_empty());
    }
    assert!(feasible > 60, "{feasible} of 300 had something to do");
}

#[test]
fn a_group_that_was_set_is_dissolved_where_the_plan_steps_into_it() {
    let calculator = dti_formats::official().unwrap();
    let fragment = "e=2022&u=bac-giang&s=bac-giang.foundation:0.8,bac-giang.security:0.7,\
                    bac-giang.awareness:k0.8,bac-giang.activity:0.5";
    let scenario = link::read(fragment).0.scenario;
    let before = calculator.simulate(&scenario).unwrap();
    let locked = ["government", "economy", "society"]
        .map(str::to_owned)
        .to_vec();
    let plan = calculator
        .plan(&PlanQuestion {
            scenario: scenario.clone(),
            target: Target::Rank(3),
            level: PlanLevel::Main,
            effort: Effort::Flat,
            costs: BTreeMap::new(),
            caps: BTreeMap::new(),
            locked,
        })
        .unwrap();
    let reached = plan.reached.unwrap();
    let has = |id: &str| reached.find("bac-giang", id, Kind::WhatIf).is_some();
    assert!(
        !has("foundation") && has("activity"),
        "only the group that is stepped into goes"
    );
    for id in [
        "awareness",
        "institutions",
        "infrastructure",
        "workforce",
        "security",
    ] {
        assert!(has(id), "{id}");
    }
    assert!(
        reached
            .find("bac-giang", "awareness", Kind::Known)
            .is_some()
    );
    let after = calculator.simulate(&reached).unwrap();
    let position = calculator
        .edition("2022")
        .unwrap()
        .position("bac-giang")
        .unwrap();
    let (old, new) = (before.of(position).unwrap(), after.of(position).unwrap());
    assert!(new.rank <= 3 && Some(new.rank) == plan.reached_rank);
    let gained = (new.unrounded - old.unrounded) * Exact::whole(1000);
    let excess = gained - plan.points_needed;
    assert!(
        !excess.is_negative() && excess < Exact::decimal(6, 2),
        "{excess:?}"
    );
}

#[test]
fn a_sweep_gives_each_step_that_a_plan_gives() {
    let (mut same, mut later) = (0, 0);
    for fragment in [
        "e=2022&u=bac-giang",
        "e=2022&u=thanh-hoa&s=thanh-hoa.society:0.45,thanh-hoa.awareness:k0.7",
        "e=2022&u=da-nang&r=gain:12.5",
        "e=2022&u=bac-kan&w=society:400,economy:0",
        "e=2023&u=phu-yen&r=gain:-5",
        "e=2024-34&u=hue&s=hue.infrastructure:p50",
    ] {
        let scenario = link::read(fragment).0.scenario;
        for main in MAINS {
            let sweep = CALCULATOR.sweep_indicator(&scenario, main).unwrap();
            let better = sweep.crossings.iter();
            for crossing in better.filter(|own| own.rank_after < sweep.start_rank) {
                let question = to_rank(fragment, crossing.rank_after);
                let plan = plan(&question);
                let mut singles = plan.singles.iter();
                let single = singles.find(|step| id(&question, step) == main);
                let to = single.map(|step| step.to);
                assert_eq!(crossing.enough, to, "{fragment} {main} {crossing:?}");
                // Rounding can only help.
                assert!(to.is_none_or(|to| to >= crossing.at));
                same += 1;
                later += usize::from(to.is_some_and(|to| to > crossing.at));
            }
        }
    }
    assert!(same > 100 && later > 30, "{same} {later}");
}
