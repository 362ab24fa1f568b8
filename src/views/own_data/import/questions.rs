//! What the reader is asked about a table: names that are not exactly one unit, and numbers that no row gives
//! a main indicator.

use super::choices::Choice;
use super::findings::SHOWN;
use super::seen::Seen;
use crate::components::{flag, text};
use dti_engine::model::Level;
use dti_formats::Meaning;
use dti_own_data::import::UnitOf;
use dti_words::Words;
use leptos::prelude::*;

/// Stands for "leave this row out" among the answers.
const NOBODY: &str = "-";

/// A name that is not exactly one unit.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Asked {
    row: usize,
    written: String,
    offered: Vec<String>,
}

/// The open ones, and those that were answered, which can be answered otherwise.
fn asked(seen: Seen) -> Vec<Asked> {
    let mut all: Vec<Asked> = seen.of(|own| {
        let open = own.questions.iter();
        let open = open.map(|question| Asked {
            row: question.row,
            written: question.written.clone(),
            offered: question.offered.clone(),
        });
        open.collect()
    });
    let column = seen.of(|own| {
        let mut columns = own.columns.iter();
        columns.position(|column| column.meaning == Meaning::Unit)
    });
    all.extend(seen.of_table(|table| {
        let answered = table.choices.units.iter();
        let answered = answered.map(|answer| Asked {
            row: answer.row,
            written: table
                .grid
                .cell(answer.row, column.unwrap_or_default())
                .trim()
                .to_owned(),
            offered: Vec::new(),
        });
        answered.collect::<Vec<_>>()
    }));
    all.sort_by_key(|question| question.row);
    all.dedup_by_key(|question| question.row);
    all.truncate(SHOWN);
    all
}

/// Names that are not exactly one unit.
#[component]
pub(super) fn UnitQuestions(
    /// The table.
    seen: Seen,
) -> impl IntoView {
    let all = Memo::new(move |_| asked(seen));
    let rows = Memo::new(move |_| {
        all.with(|all| all.iter().map(|question| question.row).collect::<Vec<_>>())
    });
    let heading = text(move || seen.words.with(Words::import_which_units));
    view! {
        <div class="import-questions" hidden=flag(move || rows.with(Vec::is_empty))>
            <h4 prop:textContent=heading>{crate::components::at_first(heading)}</h4>
            <For each=move || rows.get() key=|row| *row let:row>
                <WhichUnit seen row all />
            </For>
        </div>
    }
    .into_any()
}

#[component]
fn WhichUnit(seen: Seen, row: usize, all: Memo<Vec<Asked>>) -> impl IntoView {
    let own = Memo::new(move |_| all.with(|all| all.iter().find(|own| own.row == row).cloned()));
    let label = text(move || {
        let written = own.with(|own| own.as_ref().map(|own| own.written.clone()));
        seen.words
            .with(|words| words.import_which_unit(row + 1, written.unwrap_or_default()))
    });
    // Nothing yet, leave the row out, the units that are offered, then all.
    let options = Signal::derive(move || {
        let offered = own.with(|own| own.as_ref().map(|own| own.offered.clone()));
        let offered = offered.unwrap_or_default();
        let units = seen.units();
        let (first, rest): (Vec<_>, Vec<_>) =
            units.into_iter().partition(|(id, _)| offered.contains(id));
        let mut options = seen.words.with(|words| {
            vec![
                (String::new(), words.import_choose().to_owned()),
                (NOBODY.to_owned(), words.import_leave().to_owned()),
            ]
        });
        options.extend(first);
        options.extend(rest);
        options
    });
    let value = text(move || {
        seen.of_table(|table| {
            let mut answers = table.choices.units.iter();
            let answer = answers.find(|answer| answer.row == row);
            answer.map_or_else(String::new, |answer| {
                answer.unit.clone().unwrap_or_else(|| NOBODY.to_owned())
            })
        })
    });
    let choose = move |chosen: String| {
        let answer = match chosen.as_str() {
            "" => None,
            NOBODY => Some(UnitOf::Nobody),
            _ => Some(UnitOf::Unit(chosen)),
        };
        seen.decide(|table| table.answer_unit(row, answer));
    };
    view! { <Choice id=format!("desk-import-unit-{row}") label options value changed=choose /> }
        .into_any()
}

/// First numbers of a list in which no row names the main indicators: those that are asked, and those that
/// were told by their order.
#[component]
pub(super) fn MainQuestions(
    /// The table.
    seen: Seen,
) -> impl IntoView {
    let numbers = Memo::new(move |_| {
        seen.of(|own| {
            let mains = own.mains.iter().take(SHOWN);
            mains.map(|main| main.number.clone()).collect::<Vec<_>>()
        })
    });
    let heading = seen.desk.state.words.get_untracked().import_which_mains();
    view! {
        <div class="import-questions" hidden=flag(move || numbers.with(Vec::is_empty))>
            <h4>{heading}</h4>
            <For each=move || numbers.get() key=String::clone let:number>
                <WhichMain seen number />
            </For>
        </div>
    }
    .into_any()
}

/// Nothing yet, then all main indicators.
fn mains(seen: Seen) -> Vec<(String, String)> {
    seen.words.with(|words| {
        let mut mains = vec![(String::new(), words.import_choose().to_owned())];
        if let Some(edition) = seen.edition() {
            let framework = edition.framework();
            let nodes = framework.nodes().map(|node| framework.indicator(node));
            let own = nodes.filter(|indicator| indicator.level == Level::Main);
            mains.extend(
                own.map(|main| (main.id.clone(), words.in_language(&main.name).to_owned())),
            );
        }
        mains
    })
}

#[component]
fn WhichMain(seen: Seen, number: String) -> impl IntoView {
    let id = format!("desk-import-main-{number}");
    let label = {
        let number = number.clone();
        text(move || seen.words.with(|words| words.import_which_main(&number)))
    };
    let value = {
        let number = number.clone();
        text(move || {
            seen.of(|own| {
                let mut mains = own.mains.iter();
                let main = mains.find(|main| main.number == number);
                main.and_then(|main| main.main.clone()).unwrap_or_default()
            })
        })
    };
    let choose = move |main: String| {
        let main = Some(main).filter(|main| !main.is_empty());
        seen.decide(|table| table.answer_main(&number, main));
    };
    view! {
        <Choice id label options=Signal::derive(move || mains(seen)) value changed=choose />
    }
    .into_any()
}
