//! The plan: the cheapest way to a target rank from the scenario on screen, with its proof and, beside
//! it, each single indicator that would do alone.

mod terms;
mod words;

use super::ground::Ground;
use super::others::{about, chance, rivals_move};
use super::parts::{Cells, Table, Weight, caution, details, finding, fragment, load, simulated};
use super::stability::{question, varied};
use crate::page::Markup;
use crate::page::text::score;
use dti_engine::calculator::{Plan, PlanStep, Target};
use dti_engine::model::{Exact, Node, Scenario, Standing};
use terms::Terms;
use words::{Aim, Told};

/// Draws that say whether a plan holds: a percentage needs no more.
pub(super) const DRAWS: u32 = 2_000;

/// What the plan of a question leads to and its rank, for the draws that say how sure that is.
pub(super) fn reached(ground: &Ground<'_>) -> Option<(Scenario, u32)> {
    let terms = Terms::read(ground);
    let plan = ground.calculator.plan(&terms.question).ok()?;
    let rank = promised(&terms, &plan)?;
    Some((plan.reached.filter(|_| !plan.steps.is_empty())?, rank))
}

/// The rank that a plan is for.
fn promised(terms: &Terms, plan: &Plan) -> Option<u32> {
    match terms.question.target {
        Target::Rank(rank) => Some(rank),
        Target::Score(_) => plan.reached_rank,
    }
}

/// The panel; `sure` is the probability that the rank holds, once it is known.
pub(super) fn plan(ground: &Ground<'_>, sure: Option<f64>, m: &mut Markup) {
    let terms = Terms::read(ground);
    terms.controls(ground, m);
    match ground.calculator.plan(&terms.question) {
        Ok(plan) => write_plan(ground, &terms, &plan, sure, m),
        Err(error) => caution(m, ground.in_words(&error)),
    }
    rivals_move(ground, m);
    terms.conditions(ground, m);
    simulated(ground, m);
}

fn write_plan(ground: &Ground<'_>, terms: &Terms, plan: &Plan, sure: Option<f64>, m: &mut Markup) {
    let language = ground.language;
    let Some(own) = ground.own() else {
        return;
    };
    let told = told(ground, terms, plan, own);
    finding(m, told.finding(language), told.paragraph(language));
    if let Some(reached) = plan.reached.as_ref().filter(|_| !plan.steps.is_empty()) {
        if let Some(fragment) = fragment(reached) {
            load(m, &fragment, words::use_it(language));
        }
        facts(ground, plan, sure.zip(promised(terms, plan)), m);
        steps(ground, words::steps(language).to_owned(), &plan.steps, m);
        let nodes = |steps: &[PlanStep]| -> Vec<Node> { steps.iter().map(|s| s.node).collect() };
        if !plan.singles.is_empty() && nodes(&plan.singles) != nodes(&plan.steps) {
            let rows = singles(ground, plan);
            table(ground, words::singles(language).to_owned(), rows, m);
        }
    }
    if plan.steps.iter().any(|step| step.exceeds_yearly_gain) {
        m.leaf("p", "caution plain", words::exceeds(language));
    }
    if plan.estimated && plan.is_feasible {
        let error = ground.calculator.estimate_error(ground.edition.id());
        caution(m, words::estimated(error.ok().flatten(), language));
    }
}

/// The plan with names.
fn told<'a>(ground: &'a Ground<'_>, terms: &Terms, plan: &'a Plan, own: &Standing) -> Told<'a> {
    let rival = rival(ground, plan.threshold);
    let is_estimated = own.estimated || rival.is_some_and(|rival| rival.estimated);
    let name = |node: &Node| ground.name_of(*node);
    let locked = terms.question.locked.iter();
    let locked = locked.filter_map(|id| ground.framework().node(id));
    Told {
        unit: ground.own_name(),
        rank: about(own.rank.to_string(), own.estimated),
        aim: match terms.question.target {
            Target::Rank(rank) => Aim::Rank(rank),
            Target::Score(value) => Aim::Score(value),
        },
        needed: about(ground.counted(plan.points_needed), is_estimated),
        steps: plan
            .steps
            .iter()
            .map(|step| (name(&step.node), step))
            .collect(),
        binding: plan.binding.iter().map(name).collect(),
        locked: locked.map(|node| ground.name_of(node)).collect(),
        rival: rival.map(|rival| ground.name_at(rival.position)),
        plan,
    }
}

/// The other unit with exactly the score to reach.
fn rival<'g>(ground: &'g Ground<'_>, threshold: Option<Exact>) -> Option<&'g Standing> {
    let others = ground.standings.standings.iter();
    let mut others = others.filter(|other| other.position != ground.position);
    others.find(|other| Some(other.score) == threshold)
}

/// Effort with its proof, and how sure the rank is.
fn facts(ground: &Ground<'_>, plan: &Plan, sure: Option<(f64, u32)>, m: &mut Markup) {
    let language = ground.language;
    let mut facts = vec![(
        words::total_effort(language).to_owned(),
        words::tenths(plan.total_cost, language),
    )];
    let mut told = words::not_money(language).to_owned();
    if let Some((sure, rank)) = sure {
        facts.push((words::holds(rank, language), chance(sure, language)));
        let draws = words::chance_of(DRAWS, language);
        told = format!("{told} {draws} {}", varied(ground, &question(ground)));
    }
    named(m, facts);
    m.leaf("p", "copy-said", told);
    details(m, "folded-proof", language, |m| {
        let bound = words::tenths(plan.bound, language);
        named(m, vec![(words::bound(language).to_owned(), bound)]);
    });
}

/// Names with their values.
fn named(m: &mut Markup, facts: Vec<(String, String)>) {
    m.node("dl", "facts", |m| {
        for (name, value) in facts {
            m.node("div", "", |m| {
                m.leaf("dt", "", name);
                m.leaf("dd", "", value);
            });
        }
    });
}

fn steps(ground: &Ground<'_>, caption: String, list: &[PlanStep], m: &mut Markup) {
    let row = |(place, step): (usize, &PlanStep)| {
        let mut cells = cells(ground, step);
        if let Some(first) = cells.first_mut() {
            *first = format!("{}. {first}", place + 1);
        }
        (cells, Weight::Plain)
    };
    let rows = list.iter().enumerate().map(row).collect();
    table(ground, caption, rows, m);
}

fn singles(ground: &Ground<'_>, plan: &Plan) -> Vec<(Vec<String>, Weight)> {
    let row = |step: &PlanStep| (cells(ground, step), Weight::Plain);
    plan.singles.iter().map(row).collect()
}

fn cells(ground: &Ground<'_>, step: &PlanStep) -> Vec<String> {
    let language = ground.language;
    vec![
        ground.name_of(step.node).to_owned(),
        words::start(step, language),
        score(step.to, language),
        words::points_of(step.points, language),
        words::tenths(Some(step.cost), language),
        words::yearly(step, language),
    ]
}

fn table(ground: &Ground<'_>, caption: String, rows: Vec<(Vec<String>, Weight)>, m: &mut Markup) {
    let number = |name: &'static str| (name.to_owned(), Cells::Number);
    let columns = vec![
        (
            ground.either("Chỉ số chính", "Main indicator").to_owned(),
            Cells::Text,
        ),
        number(ground.either("Từ", "From")),
        number(ground.either("Lên", "To")),
        number(ground.either("Thêm, điểm", "Gain, points")),
        number(ground.either("Nỗ lực", "Effort")),
        (words::largest(ground.language).to_owned(), Cells::Text),
    ];
    Table {
        caption,
        columns,
        rows,
    }
    .write(m);
}

#[cfg(test)]
mod tests;
