//! Draws as a panel asks for them: its question made of the choices, what is heard of it, the seed.

use super::ground::Ground;
use super::parts::{Field, Switch};
use crate::bridge::{Made, Pace, Waiting};
use crate::components::{LiveText, flag, text};
use crate::draws::{Answer, Heard, Question, Request, Wanted, packed, unpacked};
use crate::state::State;
use dti_engine::model::{LARGEST_SEED, Rivals, Scenario};
use dti_formats::link::{Link, Privacy, write};
use dti_words::Words;
use dti_words::analyses::stability::{Varying, varied};
use leptos::prelude::*;
use std::sync::Arc;

/// Spreads of the max points that are offered, in per cent.
pub(super) const SPREADS: [u32; 5] = [0, 10, 25, 50, 100];
/// Numbers of draws that are offered.
pub(super) const DRAWS: [u32; 3] = [1_000, 10_000, 100_000];
/// The usual ones.
const USUAL: (u32, u32) = (25, 10_000);

/// What is drawn by the choices, from this scenario; nothing where it is too large to be handed on.
pub(super) fn question(ground: &Ground, scenario: &Scenario) -> Option<Question> {
    let rivals = moves_rivals(ground);
    let mut scenario = scenario.clone();
    if rivals && scenario.rivals == Rivals::Frozen {
        scenario.rivals = Rivals::Trend;
    }
    let link = Link {
        scenario,
        ..Link::default()
    };
    Some(Question {
        scenario: write(&link, Privacy::WithKnown).ok()?,
        draws: chosen(ground, "draws", &DRAWS, USUAL.1),
        seed: ground.seed,
        spread: chosen(ground, "spread", &SPREADS, USUAL.0),
        rounding: ground.choice("rounding") != "off",
        estimates: ground.choice("estimates") != "off",
        rivals,
    })
}

/// The number that is chosen under a key, where it is one of those that are offered.
pub(super) fn chosen(ground: &Ground, key: &str, offered: &[u32], usual: u32) -> u32 {
    let chosen = ground.choice(key).parse().ok();
    let chosen = chosen.filter(|chosen| offered.contains(chosen));
    chosen.unwrap_or(usual)
}

/// The spreads that are offered, with their words.
pub(super) fn spreads(words: &Words) -> Signal<Vec<(String, String)>> {
    let told = SPREADS.map(|spread| {
        let told = match spread {
            0 => words.stability_spread_none().to_owned(),
            spread => words.stability_spread_by(spread),
        };
        (spread.to_string(), told)
    });
    Signal::stored(told.to_vec())
}

fn moves_rivals(ground: &Ground) -> bool {
    ground.choice("rivals") == "on" && deviation(ground).is_some()
}

/// How widely units move from year to year; nothing where that is not on file.
fn deviation(ground: &Ground) -> Option<f64> {
    ground.calculator.yearly_deviation(ground.edition.id())
}

/// What varies from draw to draw, in a sentence.
pub(super) fn told_varied(ground: &Ground, question: &Question) -> String {
    let is_trend = matches!(ground.scenario.rivals, Rivals::Frozen | Rivals::Trend);
    let deviation = deviation(ground).filter(|_| question.rivals);
    let varying = Varying {
        weights: f64::from(question.spread) / 100.0,
        rounding: question.rounding,
        estimates: ground.estimate_error().filter(|_| question.estimates),
        rivals: deviation.map(|deviation| (deviation, is_trend)),
    };
    varied(varying, &ground.words)
}

/// Asks for draws while the analyses are near, and gives the newest answer: drawn as often as the machine
/// can. It may still be the answer to the question before.
pub(super) fn asked(
    state: State,
    request: Signal<Option<Request>>,
) -> ReadSignal<Option<Arc<Answer>>> {
    let made = move || match state.parts.draws.made() {
        Made::Answer(bytes) => match unpacked(&bytes) {
            Some(Heard::Ranks(answer)) => Some(Arc::new(answer)),
            Some(Heard::Doubt(_)) | None => None,
        },
        Made::Nothing | Made::Lost => None,
    };
    let (answer, set_answer) = signal(untrack(made));
    let pace = Pace::new();
    Effect::new(move || {
        // Followed, and read once the page has been painted.
        if matches!(state.parts.draws.made(), Made::Answer(_)) {
            pace.run(move || set_answer.set(untrack(made)));
        }
    });
    Effect::new(move || {
        if state.parts.near_analyses.get()
            && let Some(request) = request.get()
        {
            let turn = state.parts.turn.get();
            state.parts.draws.ask(turn, packed(&Wanted::Ranks(request)));
        }
    });
    answer
}

/// What stands where draws are on their way, and where they will not come.
#[component]
pub(super) fn DrawsWaiting(
    /// The state.
    state: State,
    /// Whether something is wanted that is not there yet.
    #[prop(into)]
    is_awaited: Signal<bool>,
) -> impl IntoView {
    let draws = state.parts.draws;
    view! {
        <Waiting
            state
            is_awaited
            has_failed=flag(move || draws.made() == Made::Lost)
            retry=Callback::new(move |()| draws.ask_again())
        />
    }
    .into_any()
}

/// Has the other units move in the draws; it is not there where nobody knows how they move.
#[component]
pub(super) fn RivalsSwitch(
    /// The state.
    state: State,
) -> impl IntoView {
    let is_known = Memo::new(move |_| {
        let edition = state.edition.get();
        let deviation = state.calculator.get().yearly_deviation(edition.id());
        deviation.is_some()
    });
    let label = state.words.with_untracked(Words::stability_rivals);
    view! {
        <span hidden=move || !is_known.get()>
            <Switch
                state
                key="rivals"
                label
                is_on=flag(move || choice(state, "rivals").as_deref() == Some("on"))
            />
        </span>
    }
    .into_any()
}

/// What is chosen under a key.
pub(super) fn choice(state: State, key: &str) -> Option<String> {
    state.choices.with(|choices| choices.get(key).cloned())
}

/// What makes the draws the same again, with the field to choose other ones.
#[component]
pub(super) fn Seed(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let (label, fault) = (words.stability_seed(), words.stability_seed_fault());
    let seed = move || state.carried().seed;
    let typed = move || choice(state, "seed").filter(|typed| !is_seed(typed));
    let value = text(move || typed().unwrap_or_else(|| seed().to_string()));
    let fault = text(move || typed().map_or(String::new(), |_| fault.to_owned()));
    view! {
        <p><LiveText text=text(move || words.stability_repeatable(seed())) /></p>
        <Field state key="seed" label value fault />
    }
    .into_any()
}

/// Whether a text is a seed, or none at all.
fn is_seed(text: &str) -> bool {
    let is_number = text.chars().all(|c| c.is_ascii_digit());
    text.is_empty() || is_number && text.parse::<u64>().is_ok_and(|seed| seed <= LARGEST_SEED)
}

#[cfg(test)]
mod tests {
    use super::super::ground::tests::with_ground;
    use super::{is_seed, question, told_varied};
    use dti_engine::model::Rivals;

    #[test]
    fn choices_reach_the_question_and_wrong_ones_change_nothing() {
        for (choices, wanted) in [
            (vec![], (10_000, 25, true, true, false)),
            (
                vec![("draws", "1000"), ("spread", "50")],
                (1_000, 50, true, true, false),
            ),
            (
                vec![("draws", "7"), ("spread", "-1"), ("rivals", "moon")],
                (10_000, 25, true, true, false),
            ),
            (
                vec![("rounding", "off"), ("estimates", "off"), ("rivals", "on")],
                (10_000, 25, false, false, true),
            ),
        ] {
            with_ground("#e=2023&u=bac-giang&seed=7", &choices, |ground| {
                let asked = question(ground, &ground.scenario).unwrap();
                let found = (
                    asked.draws,
                    asked.spread,
                    asked.rounding,
                    asked.estimates,
                    asked.rivals,
                );
                assert_eq!((found, asked.seed), (wanted, 7), "{choices:?}");
            });
        }
    }

    #[test]
    fn rivals_that_move_repeat_last_year_unless_the_scenario_says_what_they_do() {
        let on = [("rivals", "on")];
        for (fragment, rivals, said) in [
            ("#e=2023&u=bac-giang", Rivals::Trend, "như năm trước"),
            (
                "#e=2023&u=bac-giang&r=trend",
                Rivals::Trend,
                "như năm trước",
            ),
            (
                "#e=2023&u=bac-giang&r=gain:5",
                Rivals::Gain(500),
                "theo kịch bản",
            ),
        ] {
            with_ground(fragment, &on, |ground| {
                let asked = question(ground, &ground.scenario).unwrap();
                let read = asked.read();
                assert_eq!((read.scenario.rivals, read.rivals), (rivals, true));
                let told = told_varied(ground, &asked);
                assert!(told.contains(said), "{told}");
            });
        }
        // Nothing on file says how units moved before the first edition that can be simulated.
        with_ground("#e=2020&u=bac-giang", &on, |ground| {
            let asked = question(ground, &ground.scenario);
            assert!(asked.is_none_or(|asked| !asked.rivals || asked.read().rivals));
        });
    }

    #[test]
    fn estimates_are_spoken_of_where_there_are_any() {
        for (fragment, choices, has_estimates) in [
            ("#e=2022&u=bac-giang", vec![], true),
            ("#e=2022&u=bac-giang", vec![("estimates", "off")], false),
            // After the merger every figure is on file.
            ("#e=2024-34&u=bac-ninh", vec![], false),
        ] {
            with_ground(fragment, &choices, |ground| {
                let asked = question(ground, &ground.scenario).unwrap();
                let told = told_varied(ground, &asked);
                assert_eq!(
                    told.contains("giá trị ước tính (±"),
                    has_estimates,
                    "{told}"
                );
                assert!(told.contains("làm tròn (±0,00005)"), "{told}");
            });
        }
    }

    #[test]
    fn a_seed_is_a_whole_number_that_scripts_can_hold() {
        for seed in ["", "0", "7", "9007199254740991"] {
            assert!(is_seed(seed), "{seed}");
        }
        for text in ["x", "-1", "1.5", "9007199254740992", "99999999999999999999"] {
            assert!(!is_seed(text), "{text}");
        }
    }
}
