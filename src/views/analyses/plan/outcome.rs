//! What a plan comes to, in words and tables: computed once a question.

use super::super::chart::table;
use super::super::draws::{question, told_varied};
use super::super::ground::{Ground, Standing};
use super::conditions;
use super::terms::Terms;
use crate::draws::Question;
use crate::state::Followed;
use dti_engine::calculator::{Plan, PlanStep, Target};
use dti_engine::model::{Exact, Node, Scenario};
use dti_words::analyses::plan::{
    PlanTold, effort, effort_told, hundredths, plan_estimated, plan_finding, plan_paragraph,
    points_found, rank_option, start, yearly,
};
use dti_words::analyses::{about, rivals_move};
use dti_words::numbers::score;
use dti_words::{ColumnHead, Table, TableCell, Told};
use std::sync::Arc;

/// Draws that say whether a plan holds: a percentage needs no more.
pub(super) const DRAWS: u32 = 2_000;

/// What the panel shows.
#[derive(Clone, PartialEq)]
pub(in crate::views::analyses) struct Shown {
    pub(super) terms: Terms,
    /// Ranks to choose from, with their texts, and the chosen one.
    pub(super) ranks: (Vec<(String, String)>, String),
    /// Ids of the indicators with their names and scores.
    pub(super) indicators: Vec<(String, String)>,
    pub(in crate::views::analyses) finding: String,
    pub(in crate::views::analyses) told: String,
    pub(in crate::views::analyses) way: Option<Way>,
    /// What has to be said of steps that are large.
    pub(in crate::views::analyses) exceeds: String,
    /// What has to be said of estimates.
    pub(in crate::views::analyses) estimated: String,
    /// What the other units do.
    pub(in crate::views::analyses) rivals: String,
}

/// A plan that has something to do.
#[derive(Clone, PartialEq)]
pub(in crate::views::analyses) struct Way {
    pub(super) followed: Followed,
    pub(super) reached: Scenario,
    pub(super) effort: String,
    pub(super) bound: String,
    pub(in crate::views::analyses) steps: Arc<Told>,
    pub(super) singles: Option<Arc<Told>>,
    /// The draws on what it leads to, and the rank that they are to hold.
    pub(super) drawn: Option<(Question, u32)>,
    /// What varies in them.
    pub(super) varied: String,
}

/// What the panel shows of a ground.
pub(in crate::views::analyses) fn shown(ground: &Ground) -> Shown {
    let terms = Terms::read(ground);
    let planned = ground.calculator.plan(&terms.question);
    let rivals = rivals_move(ground.scenario.rivals, &ground.words);
    let mut shown = Shown {
        ranks: ranks(ground, &terms),
        indicators: conditions::indicators(ground),
        finding: String::new(),
        told: String::new(),
        way: None,
        exceeds: String::new(),
        estimated: String::new(),
        rivals: rivals.unwrap_or_default(),
        terms,
    };
    match planned {
        Ok(plan) => shown.take(ground, &plan),
        Err(error) => shown.finding = ground.in_words(&error),
    }
    shown
}

impl Shown {
    fn take(&mut self, ground: &Ground, plan: &Plan) {
        let told = told(ground, &self.terms, plan);
        self.finding = plan_finding(&told, &ground.words);
        self.told = plan_paragraph(&told, &ground.words);
        let reached = plan.reached.as_ref().filter(|_| !plan.steps.is_empty());
        self.way = reached.map(|reached| way(ground, &self.terms, plan, reached));
        if plan.steps.iter().any(|step| step.exceeds_yearly_gain) {
            self.exceeds = ground.words.plan_exceeds();
        }
        if plan.estimated && plan.is_feasible {
            let error = ground.calculator.estimate_error(ground.edition.id());
            self.estimated = plan_estimated(error.ok().flatten(), &ground.words);
        }
    }
}

/// Ranks to choose from up to the unit's own and the chosen one.
fn ranks(ground: &Ground, terms: &Terms) -> (Vec<(String, String)>, String) {
    let units = ground.units().len();
    let option = |rank: u32| (rank.to_string(), rank_option(rank, units, &ground.words));
    let chosen = terms.rank();
    let last = ground.own.rank.max(chosen.unwrap_or(1));
    let mut options: Vec<_> = (1..=last).map(option).collect();
    if chosen.is_none() {
        let by_score = ground.words.plan_by_score().to_owned();
        options.insert(0, (String::new(), by_score));
    }
    (
        options,
        chosen.map_or(String::new(), |rank| rank.to_string()),
    )
}

/// The plan with names.
fn told<'a>(ground: &'a Ground, terms: &'a Terms, plan: &'a Plan) -> PlanTold<'a> {
    let rival = rival(ground, plan.threshold);
    let is_estimated = ground.own.estimated || rival.is_some_and(|rival| rival.is_estimated);
    let name = |node: &Node| ground.name_of(*node);
    let locked = terms.question.locked.iter();
    let locked = locked.filter_map(|id| ground.framework().node(id));
    let steps = plan.steps.iter();
    PlanTold {
        unit: ground.own_name(),
        rank: about(ground.own.rank.to_string(), ground.own.estimated),
        target: terms.question.target,
        needed: about(ground.counted(plan.points_needed), is_estimated),
        steps: steps.map(|step| (name(&step.node), step)).collect(),
        binding: plan.binding.iter().map(name).collect(),
        locked: locked.map(|node| ground.name_of(node)).collect(),
        rival: rival.map(|rival| ground.name_at(rival.position)),
        plan,
    }
}

/// The other unit with exactly the score to reach.
fn rival(ground: &Ground, threshold: Option<Exact>) -> Option<Standing> {
    let others = ground.standings().into_iter();
    let mut others = others.filter(|other| other.position != ground.position());
    others.find(|other| Some(other.score) == threshold)
}

fn way(ground: &Ground, terms: &Terms, plan: &Plan, reached: &Scenario) -> Way {
    let words = &ground.words;
    let target = terms.question.target;
    let promised = match target {
        Target::Rank(rank) => Some(rank),
        Target::Score(_) => plan.reached_rank,
    };
    let question = question(ground, reached).map(|question| Question {
        draws: DRAWS,
        ..question
    });
    let nodes = |steps: &[PlanStep]| -> Vec<Node> { steps.iter().map(|step| step.node).collect() };
    let is_other = !plan.singles.is_empty() && nodes(&plan.singles) != nodes(&plan.steps);
    let numbered = |place: usize, name: &str| format!("{}. {name}", place + 1);
    Way {
        followed: Followed::of(plan, target, ground.edition.id(), ground.position()),
        reached: reached.clone(),
        effort: effort_told(plan.total_cost, words),
        bound: effort_told(plan.bound, words),
        steps: table(
            ground,
            words.plan_steps(),
            steps(ground, &plan.steps, numbered),
        ),
        singles: is_other.then(|| {
            let named = |_: usize, name: &str| name.to_owned();
            table(
                ground,
                words.plan_singles(),
                steps(ground, &plan.singles, named),
            )
        }),
        varied: question
            .as_ref()
            .map_or_else(String::new, |question| told_varied(ground, question)),
        drawn: question.zip(promised),
    }
}

/// Steps as a table, each named as this says by its place and the name of its indicator.
fn steps(ground: &Ground, list: &[PlanStep], named: fn(usize, &str) -> String) -> Table {
    let words = &ground.words;
    let number = |value: Option<Exact>, text: String, decimals: u32| match value {
        Some(value) => TableCell::number(text, value, decimals),
        None => TableCell::words(text),
    };
    let row = |(place, step): (usize, &PlanStep)| {
        let from = Some(step.from).filter(|_| !step.origin.is_guess());
        vec![
            TableCell::words(named(place, ground.name_of(step.node))),
            number(from, start(step, words), 4),
            number(Some(step.to), score(step.to, words), 4),
            number(hundredths(step.points), points_found(step.points, words), 2),
            number(effort(step.cost), effort_told(Some(step.cost), words), 1),
            TableCell::words(yearly(step, words)),
        ]
    };
    Table {
        columns: vec![
            ColumnHead::words(words.column_main_indicator()),
            ColumnHead::numbers(words.plan_from()),
            ColumnHead::numbers(words.plan_to()),
            ColumnHead::numbers(words.plan_gain()),
            ColumnHead::numbers(words.plan_cost()),
            ColumnHead::words(words.plan_largest()),
        ],
        rows: list.iter().enumerate().map(row).collect(),
        own: Vec::new(),
    }
}
