//! What to do next: what each component is worth, and one click that supposes it.

use super::sheet::Sheet;
use crate::browser::document;
use crate::components::{aria, flag, redrawn, when};
use dti_engine::calculator::ComponentWorth;
use dti_engine::model::Framework;
use dti_own_data::card::{Goal, Worth};
use dti_words::Words;
use dti_words::numbers::points;
use dti_words::own_data::card as said;
use leptos::prelude::*;

/// Rows that are shown at first.
const FIRST: usize = 10;
/// Id of the button that opens the list.
const TOGGLE: &str = "component-worth";

/// How much of the list is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(in super::super) enum WorthExtent {
    /// Only its button.
    #[default]
    Closed,
    /// What brings most.
    First,
    /// All of it.
    All,
}

/// The list, behind a button.
#[component]
pub(super) fn WorthList(
    /// The scorecard.
    sheet: Sheet,
) -> impl IntoView {
    let words = StoredValue::new(sheet.desk.state.words.get_untracked());
    let extent = sheet.desk.worth_extent;
    let is_open = flag(move || extent.get() != WorthExtent::Closed);
    let turn = move |_| {
        extent.update(|extent| {
            *extent = match extent {
                WorthExtent::Closed => WorthExtent::First,
                WorthExtent::First | WorthExtent::All => WorthExtent::Closed,
            };
        });
    };
    let (heading, outdated) =
        words.with_value(|words| (words.card_worth(), words.card_worth_outdated()));
    let table = move || {
        sheet.worth.get().map_or_else(
            || ().into_any(),
            |worth| words.with_value(|words| table(sheet, &worth, words)),
        )
    };
    let list = move || {
        view! {
            <p class="caution" hidden=flag(move || !sheet.is_outdated.get())>{outdated}</p>
            {redrawn(table)}
        }
        .into_any()
    };
    view! {
        <section class="component-worth">
            <h4>
                <button
                    id=TOGGLE
                    type="button"
                    aria-expanded=aria(move || is_open.get())
                    aria-controls="component-worth-list"
                    on:click=turn
                >
                    {heading}
                </button>
            </h4>
            <div
                class="component-worth-list"
                id="component-worth-list"
                hidden=flag(move || !is_open.get())
            >
                {when(is_open, list)}
            </div>
        </section>
    }
    .into_any()
}

fn table(sheet: Sheet, worth: &Worth, words: &Words) -> AnyView {
    let found = worth.found();
    if found.is_empty() {
        return view! { <p>{words.card_worth_none()}</p> }.into_any();
    }
    let extent = sheet.desk.worth_extent;
    let shown = match extent.get() {
        WorthExtent::All => found.len(),
        WorthExtent::First | WorthExtent::Closed => FIRST,
    };
    let heads = [
        words.card_worth_component(),
        words.card_worth_missing(),
        words.card_worth_full(),
        words.card_worth_step(),
        words.card_suppose(),
    ];
    let heads = heads.map(|head| view! { <th scope="col">{head}</th> });
    let edition = sheet.edition();
    let rows = found.iter().take(shown);
    let rows = rows.map(|own| one(sheet, worth, own, edition.framework(), words));
    let rows: Vec<AnyView> = rows.collect();
    let all = (shown < found.len()).then(|| {
        view! {
            <p class="actions">
                <button type="button" class="quiet" on:click=move |_| extent.set(WorthExtent::All)>
                    {words.card_worth_all(found.len())}
                </button>
            </p>
        }
    });
    view! {
        <p class="component-rule">{words.card_worth_why()}</p>
        <table>
            <thead>
                <tr>{heads.collect_view()}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        {all}
    }
    .into_any()
}

fn one(
    sheet: Sheet,
    worth: &Worth,
    own: &ComponentWorth,
    framework: &Framework,
    words: &Words,
) -> AnyView {
    let indicator = framework.indicator(own.node);
    let name = said::name(indicator, words);
    let places = match own.places {
        0 => "—".to_owned(),
        places => said::places(places, words),
    };
    let goals = [
        (Goal::Full, words.card_suppose_full()),
        (Goal::Step, words.card_suppose_step()),
    ];
    let node = own.node;
    let buttons = goals.into_iter().filter_map(|(goal, label)| {
        worth.value_of(framework, own, goal)?;
        let named = format!("{}: {label}, {name}", words.card_suppose());
        let suppose = move |_| {
            sheet.suppose(node, goal);
            // Its row may be gone.
            document::focus_soon(TOGGLE.to_owned());
        };
        let button = view! {
            <button type="button" class="quiet" aria-label=named on:click=suppose>{label}</button>
        };
        Some(button.into_any())
    });
    let buttons: Vec<AnyView> = buttons.collect();
    view! {
        <tr id=format!("component-worth-{}", indicator.id)>
            <th scope="row">{name.clone()}</th>
            <td translate="no">{points(own.gap, words)}</td>
            <td>{places}</td>
            <td>{step(worth, own, framework, words)}</td>
            <td class="component-suppose">{buttons}</td>
        </tr>
    }
    .into_any()
}

/// "thêm một mức: +5 điểm, +2 bậc"
fn step(worth: &Worth, own: &ComponentWorth, framework: &Framework, words: &Words) -> String {
    let Some(next) = &own.next else {
        return "—".to_owned();
    };
    let indicator = framework.indicator(own.node);
    let value = worth.value_of(framework, own, Goal::Step);
    let now = worth.counting(framework, own.node);
    let what = said::step(&indicator.rule, now, value.as_ref(), words);
    let gained = [
        said::more_points(next.points, words),
        said::places(next.places, words),
    ];
    let gained: Vec<String> = gained.into_iter().filter(|text| !text.is_empty()).collect();
    format!("{what}: {}", gained.join(", "))
}
