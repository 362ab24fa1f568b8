//! The plan: the cheapest way to a target from the scenario on screen, with its proof and, beside it, each
//! single indicator that would do alone. It is computed once a question; the draws that say how likely it
//! holds are made beside the page.

mod conditions;
mod followed;
mod terms;

use super::chart::table;
use super::draws::{self, DrawsWaiting, RivalsSwitch, Seed, asked, choice};
use super::ground::{Ground, Standing, found};
use super::parts::{Caution, Choose, Field, Finding, Folded, Simulated};
use crate::components::{flag, redrawn, text, when};
use crate::draws::{Question, Request};
use crate::state::{Followed, State};
use crate::views::figures::DataTable;
use conditions::Conditions;
use dti_engine::calculator::{Effort, Plan as Planned, PlanStep, Target};
use dti_engine::model::{Exact, Node, Origin, Scenario};
use dti_words::analyses::plan::{
    PlanTold, effort, effort_told, holds, hundredths, plan_estimated, plan_finding, plan_paragraph,
    points_found, rank_option, start, yearly,
};
use dti_words::analyses::{about, chance, rivals_move};
use dti_words::numbers::score;
use dti_words::{ColumnHead, Table, TableCell, Told};
use followed::FollowedPlan;
use leptos::prelude::*;
use std::sync::Arc;
use terms::Terms;

/// Draws that say whether a plan holds: a percentage needs no more.
const DRAWS: u32 = 2_000;

/// What the panel shows.
#[derive(Clone, PartialEq)]
struct Shown {
    terms: Terms,
    /// Ranks to choose from, with their texts, and the chosen one.
    ranks: (Vec<(String, String)>, String),
    /// Ids of the indicators with their names and scores.
    indicators: Vec<(String, String)>,
    finding: String,
    told: String,
    way: Option<Way>,
    /// What has to be said of steps that are large.
    exceeds: String,
    /// What has to be said of estimates.
    estimated: String,
    /// What the other units do.
    rivals: String,
}

/// A plan that has something to do.
#[derive(Clone, PartialEq)]
struct Way {
    followed: Followed,
    reached: Scenario,
    effort: String,
    bound: String,
    steps: Arc<Told>,
    singles: Option<Arc<Told>>,
    /// The draws on what it leads to, and the rank that they are to hold.
    drawn: Option<(Question, u32)>,
    /// What varies in them.
    varied: String,
}

/// The panel.
#[component]
pub(super) fn Plan(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let shown = found(state, shown);
    let say = move |say: fn(&Shown) -> String| {
        text(move || shown.with(|shown| shown.as_ref().map(say).unwrap_or_default()))
    };
    let terms = Memo::new(move |_| shown.with(|shown| shown.as_ref().map(|own| own.terms.clone())));
    let way = Memo::new(move |_| shown.with(|shown| shown.as_ref()?.way.clone()));
    let fault = move |key: &'static str| {
        text(move || {
            terms.with(|terms| terms.as_ref().map(|own| own.fault(key)).unwrap_or_default())
        })
    };
    let ranks = Memo::new(move |_| {
        shown.with(|shown| {
            shown
                .as_ref()
                .map(|own| own.ranks.clone())
                .unwrap_or_default()
        })
    });
    let efforts = vec![
        (
            "diminishing".to_owned(),
            words.plan_diminishing().to_owned(),
        ),
        ("flat".to_owned(), words.plan_flat().to_owned()),
    ];
    let effort = text(move || {
        let is_flat = terms.with(|terms| {
            terms
                .as_ref()
                .is_some_and(|own| own.question.effort == Effort::Flat)
        });
        if is_flat { "flat" } else { "diminishing" }.to_owned()
    });
    view! {
        <div class="choices">
            <Choose
                state
                key="t"
                label=words.plan_target()
                options=Signal::derive(move || ranks.get().0)
                value=text(move || ranks.get().1)
            />
            <Caution sentence=fault("t") class="fault" />
            <Field
                state
                key="goal"
                label=words.plan_goal()
                value=text(move || choice(state, "goal").unwrap_or_default())
                fault=fault("goal")
            />
            <Choose
                state
                key="effort"
                label=words.plan_effort()
                options=Signal::stored(efforts)
                value=effort
            />
        </div>
        <Finding
            state
            sentence=say(|own| own.finding.clone())
            told=say(|own| own.told.clone())
        />
        {when(flag(move || way.with(Option::is_some)), move || view! { <TheWay state way /> }.into_any())}
        <FollowedPlan state />
        <Caution sentence=say(|own| own.exceeds.clone()) class="caution plain" />
        <Caution sentence=say(|own| own.estimated.clone()) />
        <Caution sentence=say(|own| own.rivals.clone()) class="told" />
        <Conditions
            state
            indicators=Signal::derive(move || {
                shown.with(|own| own.as_ref().map(|own| own.indicators.clone()).unwrap_or_default())
            })
            terms
        />
        <Simulated state />
    }
    .into_any()
}

/// What is to be done, what it takes and how likely it holds.
#[component]
fn TheWay(state: State, way: Memo<Option<Way>>) -> impl IntoView {
    let words = StoredValue::new(state.words.get_untracked());
    let now = words.get_value();
    let request = Signal::derive(move || {
        let drawn = way.with(|way| way.as_ref()?.drawn.clone());
        drawn.map(|(question, _)| Request {
            question,
            is_paused: false,
        })
    });
    let answer = asked(state, request);
    // Only of just this plan, and once all draws are made.
    let sure = Memo::new(move |_| {
        let (question, rank) = way.with(|way| way.as_ref()?.drawn.clone())?;
        answer.with(|answer| {
            let answer = answer.as_ref()?;
            let is_its_own = answer.question == question && answer.is_done();
            let share = answer.share(state.unit.get(), rank)?;
            is_its_own.then_some((rank, share))
        })
    });
    let of_way = move |say: fn(&Way) -> String| {
        text(move || way.with(|way| way.as_ref().map(say).unwrap_or_default()))
    };
    let use_it = move |_| {
        if let Some(way) = way.get_untracked() {
            state.follow_plan(way.followed, &way.reached);
        }
    };
    let facts = redrawn(move || {
        let words = words.get_value();
        let effort = of_way(|way| way.effort.clone()).get();
        let chance = sure
            .get()
            .map(|(rank, share)| fact(holds(rank, &words), chance(share, &words)));
        view! { <dl class="facts">{fact(words.plan_total_effort().to_owned(), effort)}{chance}</dl> }
            .into_any()
    });
    let told = text(move || {
        words.with_value(|words| {
            let effort = words.plan_not_money();
            match sure.get() {
                None => effort.to_owned(),
                Some(_) => {
                    let varied = of_way(|way| way.varied.clone()).get();
                    format!("{effort} {} {varied}", words.plan_chance_of(DRAWS))
                }
            }
        })
    });
    let table_of = move |table: fn(&Way) -> Option<Arc<Told>>| {
        Signal::derive(move || way.with(|way| way.as_ref().and_then(table)))
    };
    view! {
        <button type="button" class="primary" on:click=use_it>{now.plan_use()}</button>
        {facts}
        <DrawsWaiting state is_awaited=Signal::stored(false) />
        <fieldset class="vary">
            <legend>{now.plan_vary()}</legend>
            <WeightsSwitch state />
            <RivalsSwitch state />
        </fieldset>
        <Caution sentence=told class="copy-said" />
        <Folded id="folded-proof" summary=Signal::stored(now.details().to_owned())>
            {redrawn(move || {
                let words = words.get_value();
                let bound = of_way(|way| way.bound.clone()).get();
                view! {
                    <dl class="facts">{fact(words.plan_bound().to_owned(), bound)}</dl>
                    <p>{words.plan_proof()}</p>
                }
                .into_any()
            })}
            <Seed state />
        </Folded>
        <DataTable state name="plan-steps" told=table_of(|way| Some(Arc::clone(&way.steps))) />
        <DataTable state name="plan-singles" told=table_of(|way| way.singles.clone()) />
    }
    .into_any()
}

/// A name with its value.
fn fact(name: String, value: String) -> AnyView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}

/// Has the max points vary in the draws, or not: as widely as is chosen under "how sure".
#[component]
fn WeightsSwitch(state: State) -> impl IntoView {
    let words = state.words.get_untracked();
    let spread = move || choice(state, "spread").unwrap_or_else(|| "25".to_owned());
    let is_on = flag(move || spread() != "0");
    let label = text(move || {
        let spread = Some(spread()).filter(|own| own != "0");
        words.stability_weights(spread.unwrap_or_else(|| "25".to_owned()))
    });
    let change = move |event| {
        let spread = if event_target_checked(&event) {
            ""
        } else {
            "0"
        };
        state.set_choice("spread", spread);
    };
    view! {
        <label class="switch">
            <input
                type="checkbox"
                checked=is_on.get_untracked()
                prop:checked=is_on
                on:change=change
            />
            <span>{move || label.get()}</span>
        </label>
    }
    .into_any()
}

/// What the panel shows of a ground.
fn shown(ground: &Ground) -> Shown {
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
    fn take(&mut self, ground: &Ground, plan: &Planned) {
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
fn told<'a>(ground: &'a Ground, terms: &'a Terms, plan: &'a Planned) -> PlanTold<'a> {
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

fn way(ground: &Ground, terms: &Terms, plan: &Planned, reached: &Scenario) -> Way {
    let words = &ground.words;
    let target = terms.question.target;
    let promised = match target {
        Target::Rank(rank) => Some(rank),
        Target::Score(_) => plan.reached_rank,
    };
    let question = draws::question(ground, reached).map(|question| Question {
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
            .map_or_else(String::new, |question| draws::told_varied(ground, question)),
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
        let from = Some(step.from).filter(|_| step.origin != Origin::Estimated);
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

#[cfg(test)]
mod tests;
