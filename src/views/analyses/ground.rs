//! What every analysis starts from: the scenario on screen with its results, and what is chosen. Made of
//! the page's state in one place; results are asked of the page's session, so nothing is simulated again.

use crate::bridge::Pace;
use crate::state::{Choices, State};
use dti_engine::calculator::{Calculator, CalculatorError, Verdict};
use dti_engine::model::{Edition, Exact, Framework, Maxima, Node, Origin, Scenario, Text, Unit};
use dti_engine::session::Session;
use dti_words::analyses::{counted_to, named};
use dti_words::numbers::decimal;
use dti_words::{NamesIn, Words, problem};
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// A unit under the scenario.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Standing {
    /// Its row in the edition.
    pub(super) position: usize,
    /// Its rank.
    pub(super) rank: u32,
    /// Its score, rounded as it is ranked.
    pub(super) score: Exact,
    /// Whether that depends on an estimate that was changed.
    pub(super) is_estimated: bool,
}

/// The scenario on screen with its results, as they are at one moment.
#[derive(Clone)]
pub(super) struct Ground {
    /// What the page counts with.
    pub(super) calculator: Arc<Calculator>,
    /// The words of the edition in the language of the page.
    pub(super) words: Words,
    /// The edition on screen.
    pub(super) edition: Arc<Edition>,
    /// The scenario on screen; the unit asked about is in it.
    pub(super) scenario: Scenario,
    /// Max points under the scenario.
    pub(super) maxima: Maxima,
    /// The unit asked about under the scenario.
    pub(super) own: Verdict,
    /// Target rank of the plan, where the link or the reader gave one.
    pub(super) target: Option<u32>,
    /// Seed of the draws.
    pub(super) seed: u64,
    choices: Choices,
    state: State,
}

impl Ground {
    /// Of the page as it is, and followed by whatever asks; nothing where no unit is ranked.
    pub(super) fn of(state: State) -> Option<Self> {
        let carried = state.carried();
        let (edition, position) = (state.edition.get(), state.unit.get());
        let mut scenario = state.scenario();
        // The one asked about is never a rival.
        scenario.unit = edition.units().get(position).map(|unit| unit.id.clone());
        Some(Self {
            calculator: state.calculator.get(),
            words: state.words.get(),
            maxima: state.session.with(|session| session.maxima().clone()),
            own: state.verdict.get()?,
            target: carried.target,
            seed: carried.seed,
            // What a link carries stands in it alone.
            choices: carried
                .view
                .into_iter()
                .chain(state.choices.get())
                .collect(),
            edition,
            scenario,
            state,
        })
    }

    /// The same without following the page.
    pub(super) fn of_now(state: State) -> Option<Self> {
        untrack(|| Self::of(state))
    }

    /// Row of the unit asked about.
    pub(super) fn position(&self) -> usize {
        self.own.position
    }

    /// Whether anything differs from the edition.
    pub(super) fn is_edited(&self) -> bool {
        !self.scenario.is_baseline()
    }

    /// The framework of the edition.
    pub(super) fn framework(&self) -> &Arc<Framework> {
        self.edition.framework()
    }

    /// The units of the edition.
    pub(super) fn units(&self) -> &[Unit] {
        self.edition.units()
    }

    /// Id of the unit asked about.
    pub(super) fn unit(&self) -> &str {
        let unit = self.units().get(self.position());
        unit.map(|unit| unit.id.as_str()).unwrap_or_default()
    }

    /// Name of the unit asked about.
    pub(super) fn own_name(&self) -> &str {
        self.name_at(self.position())
    }

    /// Name of the unit in this row.
    pub(super) fn name_at(&self, position: usize) -> &str {
        self.name_in(&self.edition, position)
    }

    /// Name of the unit in this row of an edition.
    pub(super) fn name_in<'a>(&self, edition: &'a Edition, position: usize) -> &'a str {
        let unit = edition.units().get(position);
        unit.map_or("", |unit| self.in_language(&unit.name))
    }

    /// Names of the units in these rows.
    pub(super) fn names_at(&self, rows: &[usize]) -> Vec<&str> {
        rows.iter().map(|&row| self.name_at(row)).collect()
    }

    /// The units in these rows in a sentence: "Huế, Cần Thơ và 3 tỉnh khác".
    pub(super) fn named(&self, rows: &[usize]) -> String {
        named(&self.names_at(rows), &self.words)
    }

    /// Name of an indicator.
    pub(super) fn name_of(&self, node: Node) -> &str {
        self.in_language(&self.framework().indicator(node).name)
    }

    /// Id of an indicator.
    pub(super) fn id_of(&self, node: Node) -> &str {
        &self.framework().indicator(node).id
    }

    /// A text in the language of the page.
    pub(super) fn in_language<'t>(&self, text: &'t Text) -> &'t str {
        self.words.in_language(text)
    }

    /// The unit in this row under the scenario; nothing where there is no such row.
    pub(super) fn standing(&self, row: usize) -> Option<Standing> {
        let mut standings = self.standings().into_iter();
        standings.find(|standing| standing.position == row)
    }

    /// All units under the scenario, best first.
    pub(super) fn standings(&self) -> Vec<Standing> {
        self.asked(|session| {
            let scores: Vec<Exact> = session.scores().collect();
            let order = session.order().iter().map(|&row| row as usize);
            let standing = |row: usize| {
                Some(Standing {
                    position: row,
                    rank: *session.ranks().get(row)?,
                    score: *scores.get(row)?,
                    is_estimated: session.is_estimated(row).unwrap_or_default(),
                })
            };
            order.filter_map(standing).collect()
        })
    }

    /// Whether any result depends on an estimate that was changed.
    pub(super) fn is_estimated(&self) -> bool {
        let mut rows = 0..self.units().len();
        self.asked(|session| rows.any(|row| session.is_estimated(row).unwrap_or_default()))
    }

    /// The score of the unit in this row on an indicator under the scenario.
    pub(super) fn score_of(&self, row: usize, node: Node) -> Exact {
        self.asked(|session| session.score_of(row, node))
    }

    /// Asks the session of the scenario and the one before any what-if.
    pub(super) fn sessions<T>(&self, question: impl FnOnce([&Session; 2]) -> T) -> T {
        let present = self.state.present;
        self.asked(|now| present.with_untracked(|before| question([now, before])))
    }

    /// The score of the unit in this row on an indicator before any what-if.
    pub(super) fn score_before(&self, row: usize, node: Node) -> Exact {
        self.sessions(|[_, before]| before.score_of(row, node))
    }

    /// Where the score of the unit in this row on an indicator comes from; nothing where there is none.
    pub(super) fn origin_of(&self, row: usize, node: Node) -> Option<Origin> {
        self.asked(|session| session.origin_of(row, node))
    }

    /// Asks the page's session. What changes it has a new ground made.
    fn asked<T>(&self, question: impl FnOnce(&Session) -> T) -> T {
        self.state.session.with_untracked(question)
    }

    /// Points of the whole that a share of the score is.
    pub(super) fn points(&self, score: Exact) -> Exact {
        score * self.maxima.total()
    }

    /// A score of the ranking with the decimals that tell it from others.
    pub(super) fn ranked(&self, score: Exact) -> String {
        decimal(score, self.own.digits.score, &self.words)
    }

    /// Points between units with their noun: never nothing between different scores.
    pub(super) fn counted(&self, points: Exact) -> String {
        counted_to(points, self.own.digits.points, &self.words)
    }

    /// The same for a column.
    pub(super) fn in_column(&self, points: Exact) -> String {
        decimal(points, self.own.digits.points, &self.words)
    }

    /// What is chosen under a key; empty without a choice.
    pub(super) fn choice(&self, key: &str) -> &str {
        self.choice_or(key, "")
    }

    /// What is chosen under a key, or else this.
    pub(super) fn choice_or<'c>(&'c self, key: &str, otherwise: &'c str) -> &'c str {
        self.choices.get(key).map_or(otherwise, String::as_str)
    }

    /// How far off the edition's estimates are, where there are any.
    pub(super) fn estimate_error(&self) -> Option<f64> {
        self.state.estimate_error.get_untracked()
    }

    /// An error of the calculator in a sentence.
    pub(super) fn in_words(&self, error: &CalculatorError) -> String {
        let names = NamesIn::new(Some(&self.edition), &self.words);
        problem(error, &names, &self.words)
    }
}

/// What an analysis finds: at once when it is opened, and after each change of the page behind the next
/// paint, so that a drag is not held up by what stands below it. Nothing where no unit is ranked.
pub(super) fn found<T>(
    state: State,
    find: impl Fn(&Ground) -> T + Copy + 'static,
) -> ReadSignal<Option<T>>
where
    T: PartialEq + Send + Sync + 'static,
{
    let follow = move || {
        state.session.track();
        follow_choices(state);
    };
    found_after(state, Box::new(follow), find)
}

/// The same of what is on file, where an edit changes nothing: `also` follows what beside edition, unit and
/// choices it depends on.
pub(super) fn found_on_file<T>(
    state: State,
    also: impl Fn() + 'static,
    find: impl Fn(&Ground) -> T + Copy + 'static,
) -> ReadSignal<Option<T>>
where
    T: PartialEq + Send + Sync + 'static,
{
    let follow = move || {
        also();
        follow_choices(state);
    };
    found_after(state, Box::new(follow), find)
}

fn found_after<T>(
    state: State,
    follow: Box<dyn Fn()>,
    find: impl Fn(&Ground) -> T + Copy + 'static,
) -> ReadSignal<Option<T>>
where
    T: PartialEq + Send + Sync + 'static,
{
    let answer = move || Ground::of_now(state).map(|ground| find(&ground));
    let (read, write) = signal(answer());
    let answer_again = move || {
        let next = answer();
        let is_other = read.with_untracked(|now| *now != next);
        if is_other {
            write.set(next);
        }
    };
    run_after(state, follow, Rc::new(answer_again));
    read
}

/// Runs something behind the next paint after what it follows has changed. What is not looked at waits until
/// it is.
fn run_after(state: State, follow: Box<dyn Fn()>, run: Rc<dyn Fn()>) {
    let pace = Pace::new();
    Effect::new(move |is_changed: Option<bool>| {
        if !state.parts.near_analyses.get() {
            return true;
        }
        follow();
        if is_changed.is_some() {
            let run = Rc::clone(&run);
            pace.run(move || run());
        }
        true
    });
}

/// Follows all that an analysis starts from, but for the scenario.
fn follow_choices(state: State) {
    state.edition.track();
    state.unit.track();
    state.words.track();
    state.choices.track();
    state.calculator.track();
    state.parts.analyses_width.track();
    drop(state.carried());
}

/// Whether anything differs from the edition, for whom nothing else of the scenario matters.
pub(super) fn is_edited(state: State) -> Memo<bool> {
    Memo::new(move |_| state.is_edited())
}

/// A piece of what was found; empty where nothing was.
pub(super) fn piece<T, U>(
    found: ReadSignal<Option<T>>,
    of: impl Fn(&T) -> U + Send + Sync + 'static,
) -> Memo<U>
where
    T: Send + Sync + 'static,
    U: Default + PartialEq + Send + Sync + 'static,
{
    remembered(Box::new(move || {
        found.with(|found| found.as_ref().map(&of).unwrap_or_default())
    }))
}

/// A memo is compiled for each function that it remembers; here that is one function for each kind of answer.
fn remembered<U>(make: Box<dyn Fn() -> U + Send + Sync>) -> Memo<U>
where
    U: PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| make())
}

#[cfg(test)]
pub(super) mod tests {
    use super::Ground;
    use crate::state::State;
    use crate::views::tests::support::{official, on_page};
    use dti_charts::Canvas;
    use dti_formats::link::Language;
    use dti_words::{Words, chart_locale};

    /// What charts of tests are drawn on.
    pub(crate) fn canvas() -> Canvas {
        Canvas {
            width: 800.0,
            locale: chart_locale(&Words::plain(Language::Vi)),
        }
    }

    /// Does something with the page at an address, with choices as a reader makes them.
    #[track_caller]
    pub(crate) fn with_page<T>(
        fragment: &str,
        choices: &[(&str, &str)],
        go: impl FnOnce(State) -> T,
    ) -> T {
        on_page(official(), fragment, |state| {
            for (key, value) in choices {
                state.set_choice(key, value);
            }
            go(state)
        })
    }

    /// Does something with what the analyses start from there.
    #[track_caller]
    pub(crate) fn with_ground<T>(
        fragment: &str,
        choices: &[(&str, &str)],
        go: impl FnOnce(&Ground) -> T,
    ) -> T {
        with_page(fragment, choices, |state| {
            go(&Ground::of_now(state).unwrap())
        })
    }

    #[test]
    fn the_session_gives_what_a_simulation_gives() {
        for fragment in [
            "#e=2022&u=bac-giang",
            "#e=2022&u=bac-giang&s=bac-giang.awareness:0.95&r=gain:10",
            "#e=2023&u=quang-ninh&w=economy:300",
            "#e=2024-34&u=bac-ninh&s=hue.society:0",
        ] {
            with_ground(fragment, &[], |ground| {
                let simulated = ground.calculator.simulate(&ground.scenario).unwrap();
                let standings = ground.standings();
                assert_eq!(standings.len(), simulated.standings.len());
                for (own, other) in standings.iter().zip(&simulated.standings) {
                    assert_eq!(own.position, other.position, "{fragment}");
                    assert_eq!((own.rank, own.score), (other.rank, other.score));
                    assert_eq!(own.is_estimated, other.estimated, "{fragment}");
                    for node in ground.framework().mains() {
                        let value = other.card.value(node).unwrap();
                        assert_eq!(ground.score_of(own.position, node), value.score);
                        assert_eq!(ground.origin_of(own.position, node), Some(value.origin));
                    }
                }
                assert_eq!(ground.is_estimated(), simulated.estimated, "{fragment}");
                let maxima = ground.calculator.maxima(&ground.scenario).unwrap();
                assert_eq!(ground.maxima.total(), maxima.total());
                assert_eq!(ground.own.digits, simulated.digits(maxima.total()));
            });
        }
    }
}
