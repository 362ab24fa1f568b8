//! What a planner says: the target, how effort grows, and for each indicator how hard it is, how far it can
//! go and whether it can move at all.

use super::super::ground::Ground;
use dti_engine::calculator::{Effort, PlanLevel, PlanQuestion, Target, parse_decimal, parse_score};
use dti_engine::model::{Exact, Node, Score};
use dti_words::entry_fault;
use std::collections::BTreeMap;

/// The terms as they were read; what could not be read is told beside its field.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Terms {
    pub(super) question: PlanQuestion,
    /// Sentences about wrong texts, by key.
    faults: BTreeMap<String, String>,
}

impl Terms {
    /// From what is chosen.
    pub(super) fn read(ground: &Ground) -> Self {
        let mut terms = Self {
            question: PlanQuestion {
                scenario: ground.scenario.clone(),
                target: Target::Rank(usual(ground)),
                level: PlanLevel::Main,
                effort: match ground.choice("effort") {
                    "flat" => Effort::Flat,
                    _ => Effort::Diminishing,
                },
                costs: BTreeMap::new(),
                caps: BTreeMap::new(),
                locked: Vec::new(),
            },
            faults: BTreeMap::new(),
        };
        terms.read_target(ground);
        for node in indicators(ground) {
            terms.read_indicator(ground, ground.id_of(node));
        }
        terms
    }

    fn read_target(&mut self, ground: &Ground) {
        let units = ground.units().len();
        match ground.target {
            Some(target) if (1..=units).contains(&(target as usize)) => {
                self.question.target = Target::Rank(target);
            }
            Some(_) => {
                let fault = ground.words.plan_no_such_rank(units, usual(ground));
                self.faults.insert("t".to_owned(), fault);
            }
            None => {}
        }
        if let Some(value) = self.score(ground, "goal") {
            self.question.target = Target::Score(value.value());
        }
    }

    fn read_indicator(&mut self, ground: &Ground, id: &str) {
        let [cost, cap, lock] = ["cost", "cap", "lock"].map(|kind| format!("{kind}.{id}"));
        let given = ground.choice(&cost);
        match factor(given) {
            Some(factor) => {
                let factor = factor.to_f64();
                self.question.costs.insert(id.to_owned(), factor);
            }
            None if given.is_empty() => {}
            None => {
                let fault = ground.words.plan_factor_fault().to_owned();
                self.faults.insert(cost, fault);
            }
        }
        if let Some(value) = self.score(ground, &cap) {
            self.question.caps.insert(id.to_owned(), value);
        }
        if ground.choice(&lock) == "on" {
            self.question.locked.push(id.to_owned());
        }
    }

    /// A score that was typed, or the sentence about it.
    fn score(&mut self, ground: &Ground, key: &str) -> Option<Score> {
        let typed = ground.choice(key);
        if typed.is_empty() {
            return None;
        }
        match parse_score(typed) {
            Ok(value) => Some(value),
            Err(fault) => {
                let sentence = entry_fault(fault, "1", &ground.words);
                self.faults.insert(key.to_owned(), sentence);
                None
            }
        }
    }

    /// What is wrong with what was typed under a key; empty where nothing is.
    pub(super) fn fault(&self, key: &str) -> String {
        self.faults.get(key).cloned().unwrap_or_default()
    }

    /// The target rank; nothing where a score is the target.
    pub(super) fn rank(&self) -> Option<u32> {
        match self.question.target {
            Target::Rank(rank) => Some(rank),
            Target::Score(_) => None,
        }
    }
}

/// What a plan may raise.
pub(super) fn indicators(ground: &Ground) -> Vec<Node> {
    let mains = ground.framework().mains();
    mains
        .filter(|&node| ground.framework().indicator(node).scored)
        .filter(|&node| ground.maxima.of_node(node) > Exact::ZERO)
        .collect()
}

/// The goal that most set next: first, third, fifth, tenth, the upper half.
fn usual(ground: &Ground) -> u32 {
    let half = u32::try_from(ground.units().len() / 2).unwrap_or(1);
    let goals = [half, 10, 5, 3, 1];
    let better = goals.into_iter().filter(|goal| *goal < ground.own.rank);
    better.max().unwrap_or(1)
}

/// A factor above 0; nothing for a text that is none.
pub(super) fn factor(text: &str) -> Option<Exact> {
    let value = parse_decimal(text, 2).ok()?;
    (value > Exact::ZERO && value <= Exact::whole(1000)).then_some(value)
}
