//! The lines of a scorecard, below their main indicators or in one list, and on a phone the way from one to
//! the next.

use super::main_id;
use super::row::ComponentRow;
use super::sheet::Sheet;
use crate::browser::timing::after_paint;
use crate::components::{LiveText, aria, flag, redrawn, text};
use dti_engine::model::Node;
use dti_own_data::card::{Look, parts};
use dti_words::own_data::card as said;
use leptos::prelude::*;

/// Lines that are drawn at once, and how many more after each paint: all of them in one task would have the page
/// stand still.
const FIRST: usize = 12;
const MORE: usize = 8;

/// Lines that stand together, below the main indicator that they belong to; without one, a list over all.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Shown {
    main: Option<Node>,
    lines: Vec<Node>,
}

/// What is shown now.
pub(super) fn shown(sheet: Sheet) -> Vec<Shown> {
    let edition = sheet.edition();
    let framework = edition.framework();
    let (look, open) = (sheet.desk.look.get(), sheet.desk.open.get());
    let is_open = |node| open.contains(&framework.indicator(node).id);
    sheet.card.with(|card| {
        let card = card.as_ref();
        let found = card.map(|card| parts(framework, card, &look, is_open));
        let shown = found.unwrap_or_default().into_iter().map(|part| Shown {
            main: part.main.map(|main| main.own.node),
            lines: part.lines.iter().map(|line| line.node).collect(),
        });
        shown.collect()
    })
}

/// The lines, one after the other.
pub(super) fn lines(shown: &[Shown]) -> Vec<Node> {
    let lines = shown.iter().flat_map(|part| part.lines.iter().copied());
    lines.collect()
}

/// The parts up to so many lines.
fn first_lines(shown: &[Shown], mut count: usize) -> Vec<Shown> {
    let mut first = Vec::new();
    for part in shown {
        let lines: Vec<Node> = part.lines.iter().take(count).copied().collect();
        let is_cut = lines.len() < part.lines.len();
        count -= lines.len();
        first.push(Shown {
            main: part.main,
            lines,
        });
        if is_cut {
            break;
        }
    }
    first
}

/// How many lines are drawn: the first of another look, then more of them until all are there. Natively they are.
fn drawn_lines(sheet: Sheet, all: Memo<Vec<Node>>) -> Signal<usize> {
    if cfg!(not(target_arch = "wasm32")) {
        return Signal::stored(usize::MAX);
    }
    let look = sheet.desk.look;
    let drawn = RwSignal::new((look.get_untracked(), FIRST));
    Effect::new(move || {
        drawn.set((look.get(), FIRST));
        draw_more(drawn, all);
    });
    Signal::derive(move || {
        let look = look.get();
        drawn.with(|(own, count)| if *own == look { *count } else { FIRST })
    })
}

fn draw_more(drawn: RwSignal<(Look, usize)>, all: Memo<Vec<Node>>) {
    after_paint(0, move || {
        let now = drawn.try_update(|(_, count)| {
            *count += MORE;
            *count
        });
        // The sheet may be gone meanwhile.
        let lines = all.try_with_untracked(Vec::len);
        if now.zip(lines).is_some_and(|(now, lines)| now < lines) {
            draw_more(drawn, all);
        }
    });
}

/// All of them.
#[component]
pub(super) fn Rows(
    /// The scorecard.
    sheet: Sheet,
) -> impl IntoView {
    let words = sheet.desk.state.words.get_untracked();
    let nothing = words.card_nothing_here();
    let shown = Memo::new(move |_| shown(sheet));
    let all = Memo::new(move |_| shown.with(|shown| lines(shown)));
    let edition = sheet.edition();
    let current = Memo::new(move |_| {
        let named = sheet.desk.current.with(|id| edition.framework().node(id));
        all.with(|all| {
            let found = named.filter(|node| all.contains(node));
            found.or_else(|| all.first().copied())
        })
    });
    let drawn = drawn_lines(sheet, all);
    let shown = Memo::new(move |_| {
        // The one that is gone to is always there.
        let to = current.get();
        let place = all.with(|all| all.iter().position(|node| Some(*node) == to));
        let count = drawn.get().max(place.map_or(0, |place| place + MORE));
        shown.with(|shown| first_lines(shown, count))
    });
    let heads = Memo::new(move |_| {
        shown.with(|shown| shown.iter().map(|part| part.main).collect::<Vec<_>>())
    });
    view! {
        <p hidden=flag(move || all.with(|all| !all.is_empty()))>{nothing}</p>
        <Steps sheet all current />
        <For each=move || heads.get() key=|main| *main let:main>
            <OnePart sheet main shown current all />
        </For>
    }
    .into_any()
}

/// Back, "12/98", next.
#[component]
fn Steps(sheet: Sheet, all: Memo<Vec<Node>>, current: Memo<Option<Node>>) -> impl IntoView {
    let words = sheet.desk.state.words.get_untracked();
    let place = Memo::new(move |_| {
        let current = current.get()?;
        all.with(|all| all.iter().position(|node| *node == current))
    });
    let step = move |id: &'static str, label: &'static str, by: isize| {
        let to = move || {
            let to = place.get()?.checked_add_signed(by)?;
            all.with(|all| all.get(to).copied())
        };
        let go = move |_| {
            if let Some(node) = untrack(to) {
                let id = sheet.edition().framework().indicator(node).id.clone();
                sheet.desk.current.set(id);
            }
        };
        view! {
            <button
                id=id
                type="button"
                class="quiet"
                aria-disabled=aria(move || to().is_none())
                on:click=go
            >
                {label}
            </button>
        }
        .into_any()
    };
    let position = text(move || {
        let place = place.get().map_or(0, |place| place + 1);
        format!("{place}/{}", all.with(Vec::len))
    });
    view! {
        <div class="component-steps" hidden=flag(move || all.with(Vec::is_empty))>
            {step("component-before", words.card_back(), -1)}
            {step("component-after", words.card_next(), 1)}
            <span class="component-position" role="status"><LiveText text=position /></span>
        </div>
    }
    .into_any()
}

/// A main indicator with what is shown of it, or a list over all of them.
#[component]
fn OnePart(
    sheet: Sheet,
    main: Option<Node>,
    shown: Memo<Vec<Shown>>,
    current: Memo<Option<Node>>,
    all: Memo<Vec<Node>>,
) -> impl IntoView {
    let lines = Memo::new(move |_| {
        shown.with(|shown| {
            let found = shown.iter().find(|part| part.main == main);
            found.map(|part| part.lines.clone()).unwrap_or_default()
        })
    });
    let has_current = flag(move || {
        let current = current.get();
        lines.with(|lines| current.is_some_and(|own| lines.contains(&own)))
    });
    let words = sheet.desk.state.words.get_untracked();
    let heading = match main {
        Some(main) => view! { <Heading sheet main /> }.into_any(),
        None => view! { <h4>{words.card_over_all()}</h4> }.into_any(),
    };
    view! {
        <div class="component-main" class:current=has_current>
            {heading}
            <ul>
                <For each=move || lines.get() key=|node| *node let:node>
                    <ComponentRow sheet node current all />
                </For>
            </ul>
        </div>
    }
    .into_any()
}

#[component]
fn Heading(sheet: Sheet, main: Node) -> impl IntoView {
    let words = StoredValue::new(sheet.desk.state.words.get_untracked());
    let edition = sheet.edition();
    let indicator = edition.framework().indicator(main);
    let name = words.with_value(|words| said::name(indicator, words));
    let unscored = words.with_value(dti_words::Words::card_unscored);
    let own = Memo::new(move |_| {
        sheet.card.with(|card| {
            let mut mains = card.as_ref()?.mains.iter();
            mains.find(|own| own.own.node == main).cloned()
        })
    });
    let told = move || {
        own.with(|own| match own {
            Some(main) if main.own.is_scored => words.with_value(|words| {
                let (own, most) = (main.own.points, main.own.max_points);
                view! {
                    <span translate="no">{said::points_of(own, most, words)}</span>
                    <span>{said::at_max(main, words)}</span>
                }
                .into_any()
            }),
            _ => view! { <span>{unscored}</span> }.into_any(),
        })
    };
    view! {
        <h4 id=main_id(&indicator.id) tabindex="-1">
            <span class="component-name">{name}</span>
            {redrawn(told)}
        </h4>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::{Shown, first_lines};
    use dti_engine::model::Node;

    #[test]
    fn the_first_lines_end_within_a_part_and_keep_empty_ones() {
        let part = |count: usize| Shown {
            main: None,
            lines: vec![Node::ROOT; count],
        };
        let counts = |count| -> Vec<usize> {
            let shown = [part(3), part(0), part(4), part(2)];
            let first = first_lines(&shown, count);
            first.iter().map(|part| part.lines.len()).collect()
        };
        assert_eq!(counts(2), [2]);
        assert_eq!(counts(3), [3, 0, 0]);
        assert_eq!(counts(5), [3, 0, 2]);
        assert_eq!(counts(usize::MAX), [3, 0, 4, 2]);
    }
}
