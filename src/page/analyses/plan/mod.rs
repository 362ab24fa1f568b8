//! The plan: the cheapest way to a target rank from the scenario on screen, with its proof and, beside
//! it, each single indicator that would do alone.

mod terms;
mod words;

use super::ground::Ground;
use super::parts::{Cells, Table, Weight, caution, finding, load, simulated};
use crate::calculator::{Plan, PlanStep, Target};
use crate::link::{Link, Privacy, write};
use crate::model::{Exact, Node, Origin, Scenario};
use crate::page::Markup;
use crate::page::text::{points, score};
use terms::Terms;
use words::{Aim, Told};

/// What the plan of a question leads to, for the draws that say how sure it is.
pub(super) fn reached(ground: &Ground<'_>) -> Option<(Scenario, u32)> {
    let terms = Terms::read(ground);
    let plan = ground.calculator.plan(&terms.question).ok()?;
    match terms.question.target {
        Target::Rank(rank) => Some((plan.reached?, rank)),
        Target::Score(_) => Some((plan.reached?, plan.reached_rank?)),
    }
}

/// The panel; `sure` is the probability that the rank holds, once it is known.
pub(super) fn plan(ground: &Ground<'_>, sure: Option<f64>, m: &mut Markup) {
    let terms = Terms::read(ground);
    terms.controls(ground, m);
    match ground.calculator.plan(&terms.question) {
        Ok(plan) => write_plan(ground, &terms, &plan, sure, m),
        // All other terms were checked as they were read.
        Err(_) => caution(
            m,
            words::no_such_rank(ground.units().len(), ground.language),
        ),
    }
    terms.conditions(ground, m);
    simulated(ground, m);
}

fn write_plan(ground: &Ground<'_>, terms: &Terms, plan: &Plan, sure: Option<f64>, m: &mut Markup) {
    let language = ground.language;
    let Some(own) = ground.own() else {
        return;
    };
    let name = |node: Node| ground.name_of(node);
    let aim = match terms.question.target {
        Target::Rank(rank) => Aim::Rank(rank),
        Target::Score(value) => Aim::Score(value),
    };
    let told = Told {
        unit: ground.own_name(),
        rank: own.rank,
        aim,
        plan,
        steps: plan
            .steps
            .iter()
            .map(|step| (name(step.node), step))
            .collect(),
        binding: plan.binding.iter().map(|&node| name(node)).collect(),
        rival: rival(ground, plan.threshold),
    };
    finding(m, told.finding(language), told.paragraph(language));
    if let Some(reached) = plan.reached.as_ref().filter(|_| !plan.steps.is_empty()) {
        let link = Link {
            scenario: reached.clone(),
            ..Link::default()
        };
        if let Ok(fragment) = write(&link, Privacy::WithKnown) {
            load(m, &fragment, words::use_it(language));
        }
        facts(ground, plan, sure, m);
        steps(ground, words::steps(language).to_owned(), &plan.steps, m);
    }
    if !plan.singles.is_empty() && !plan.steps.is_empty() {
        let rows = singles(ground, plan);
        table(ground, words::singles(language).to_owned(), rows, m);
    }
    if plan.steps.iter().any(|step| step.exceeds_yearly_gain) {
        m.leaf("p", "caution plain", words::exceeds(language));
    }
    if plan.estimated && plan.is_feasible {
        let error = ground.calculator.estimate_error(ground.edition.id());
        caution(m, words::estimated(error.ok().flatten(), language));
    }
}

/// The other unit with exactly the score to reach.
fn rival<'g>(ground: &'g Ground<'_>, threshold: Option<Exact>) -> Option<&'g str> {
    let others = ground.standings.standings.iter();
    let mut others = others.filter(|other| other.position != ground.position);
    let rival = others.find(|other| Some(other.score) == threshold)?;
    Some(ground.name_at(rival.position))
}

/// Points, effort with its proof, and how sure the rank is.
fn facts(ground: &Ground<'_>, plan: &Plan, sure: Option<f64>, m: &mut Markup) {
    let language = ground.language;
    let mut facts = vec![
        (
            words::needed(language),
            points(plan.points_needed, language),
        ),
        (
            words::total_effort(language),
            words::tenths(plan.total_cost, language),
        ),
        (words::bound(language), words::tenths(plan.bound, language)),
    ];
    facts.extend(sure.map(|sure| (words::holds(language), words::percent(sure, language))));
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
    let about = if step.origin == Origin::Estimated {
        "≈ "
    } else {
        ""
    };
    vec![
        ground.name_of(step.node).to_owned(),
        format!("{about}{}", score(step.from, language)),
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
