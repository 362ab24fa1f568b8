//! What `cargo xtask audit bench` times in the browser: the questions of `../native.rs`, built to
//! WebAssembly as the site is built, with the figures for whoever answers them beside it.

use crate::cases::{self, COUNTRY, Editing, country};
use dti_engine::calculator::Calculator;
use dti_engine::model::{Exact, Level, Scenario};
use wasm_bindgen::prelude::wasm_bindgen;

/// A session, its edits, and the figures that it starts from.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Trial {
    editing: Editing,
    /// Scores of main indicators, unit by unit.
    scores: Vec<f64>,
    /// Max points of main indicators.
    points: Vec<f64>,
    /// Of each unit: its published total less the one that its indicators give.
    residuals: Vec<f64>,
}

impl Trial {
    fn of(calculator: &Calculator, edition: &str) -> Option<Self> {
        let editing = Editing::of(calculator, edition, Level::Main)?;
        let standings = calculator.simulate(&Scenario::baseline(edition)).ok()?;
        let framework = calculator.edition(edition).ok()?.framework();
        let max_points = |node| framework.indicator(node).max_points.value();
        let mut made = Self {
            editing,
            scores: Vec::new(),
            points: framework
                .mains()
                .map(|node| max_points(node).to_f64())
                .collect(),
            residuals: Vec::new(),
        };
        for unit in 0..standings.standings.len() {
            let standing = standings.of(unit)?;
            let mut sum = Exact::ZERO;
            for node in framework.mains() {
                let score = standing.card.score(node);
                made.scores.push(score.to_f64());
                sum = sum + score * max_points(node);
            }
            let recomputed = sum.to_f64() / framework.total().value().to_f64();
            made.residuals
                .push(standing.unrounded.to_f64() - recomputed);
        }
        Some(made)
    }
}

#[wasm_bindgen]
impl Trial {
    /// On an official edition.
    pub fn official(edition: &str) -> Option<Trial> {
        Self::of(&dti_formats::official().ok()?, edition)
    }

    /// On so many units with 62 indicators.
    pub fn country(units: usize) -> Option<Trial> {
        Self::of(&country(units)?, COUNTRY)
    }

    /// Scores of main indicators at the start, unit by unit.
    pub fn scores(&self) -> Vec<f64> {
        self.scores.clone()
    }

    /// Ids of the units, in the order of their scores.
    pub fn unit_ids(&self) -> Vec<String> {
        let units = self.editing.session.edition().units();
        units.iter().map(|unit| unit.id.clone()).collect()
    }

    /// Ids of the main indicators, in the order of their scores.
    pub fn main_ids(&self) -> Vec<String> {
        let framework = self.editing.session.edition().framework();
        let id = |node| framework.indicator(node).id.clone();
        framework.mains().map(id).collect()
    }

    /// Max points of main indicators.
    pub fn points(&self) -> Vec<f64> {
        self.points.clone()
    }

    /// Of each unit: its published total less the one that its indicators give.
    pub fn residuals(&self) -> Vec<f64> {
        self.residuals.clone()
    }

    /// The edits, four numbers each: row of the unit, place of the indicator, and the two scores
    /// that it gets in turn.
    pub fn edits(&self) -> Vec<f64> {
        let numbers = self.editing.edits.iter().flat_map(|edit| {
            let [one, other] = edit.scores.map(|score| score.value().to_f64());
            [edit.row as f64, edit.place as f64, one, other]
        });
        numbers.collect()
    }

    /// Takes the next edits; the sum of the ranks that come out. All were taken once at the start.
    pub fn take(&mut self, count: usize) -> f64 {
        self.editing.take(count) as f64
    }

    /// The ranks of all units.
    pub fn ranks(&self) -> Vec<u32> {
        self.editing.session.ranks().to_vec()
    }
}

/// The questions that need no session.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Questions {
    official: Calculator,
    country: Calculator,
}

#[wasm_bindgen]
impl Questions {
    /// On the official editions, and on a country's communes.
    pub fn on(units: usize) -> Option<Questions> {
        Some(Self {
            official: dti_formats::official().ok()?,
            country: country(units)?,
        })
    }

    /// Simulations of 2022 with one what-if each.
    pub fn simulate(&self, count: usize) -> f64 {
        cases::simulate(&self.official, count) as f64
    }

    /// How often the first unit of 2022 is first in so many draws.
    pub fn draws(&self, count: u32) -> u32 {
        cases::draws(&self.official, "2022", count)
    }

    /// The same of the communes.
    pub fn draws_of_communes(&self, count: u32) -> u32 {
        cases::draws(&self.country, COUNTRY, count)
    }

    /// The cost of the plan from the last rank of 2024 to the first.
    pub fn plan(&self) -> f64 {
        cases::plan(&self.official)
    }
}

/// The cost of a plan over 98 components with levels at quarters.
#[wasm_bindgen]
pub fn plan_over_levels(costs: i32, needed: i32) -> f64 {
    cases::plan_over_levels(costs.into(), needed.into())
}
