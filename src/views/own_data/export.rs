//! Taking data out, by what it is for: to check in a spreadsheet, for programs, to go on elsewhere; and
//! deleting everything.

use super::desk::Desk;
use super::fields::FileField;
use crate::browser::{document, storage};
use crate::components::{redrawn, when};
use dti_engine::calculator::CalculatorError;
use dti_formats::Form;
use dti_own_data::{Ground, HandedFile, OwnData, TableName};
use dti_words::Words;
use leptos::prelude::*;

/// What can be taken out.
#[component]
pub fn Export(
    /// What the reader brought.
    desk: Desk,
) -> impl IntoView {
    view! {
        <Handed desk />
        <Tables desk />
        <ProjectFile desk />
        <Deleting desk />
    }
    .into_any()
}

/// The file that was handed out last, as a text to be copied.
#[component]
fn Handed(desk: Desk) -> impl IntoView {
    let words = desk.state.words.get_untracked();
    let has_any = Signal::derive(move || desk.handed.with(|text| !text.is_empty()));
    let label = words.export_handed();
    when(has_any, move || {
        view! {
            <p class="paste-field">
                <label for="desk-handed">{label}</label>
                <textarea
                    id="desk-handed"
                    rows="6"
                    spellcheck="false"
                    readonly
                    prop:value=desk.handed
                >
                    {desk.handed.get_untracked()}
                </textarea>
            </p>
        }
        .into_any()
    })
}

/// Hands a file out that is made of what is on screen.
pub(super) fn hand(
    desk: Desk,
    make: impl FnOnce(&OwnData, &Ground, &Words) -> Result<HandedFile, CalculatorError>,
) {
    let words = desk.state.words.get_untracked();
    let file = desk
        .ground()
        .and_then(|ground| desk.own.with_untracked(|own| make(own, &ground, &words)));
    desk.hand_out(file);
}

/// Hands out the project file.
pub(super) fn save_project(desk: Desk) {
    let saved = untrack(|| desk.state.saved_scenarios());
    let saved = saved.into_values().map(|(fragment, name)| (name, fragment));
    let saved = saved.collect();
    hand(desk, |own, ground, _words| {
        Ok(own.project_file(ground, saved))
    });
}

/// Which workbook.
#[derive(Clone, Copy)]
enum Workbook {
    Card,
    Results,
}

fn hand_book(desk: Desk, book: Workbook) {
    let words = desk.state.words.get_untracked();
    let made = desk.ground().and_then(|ground| {
        desk.own.with_untracked(|own| match book {
            Workbook::Card => own.card_book(&ground, &words),
            Workbook::Results => own.results_book(&ground, &words),
        })
    });
    desk.hand_out_book(made);
}

/// A button that hands a file out; `named` is said of it where its text is not enough.
fn handing(label: &'static str, named: String, press: impl Fn() + 'static) -> AnyView {
    view! {
        <button type="button" class="quiet" aria-label=named on:click=move |_| press()>
            {label}
        </button>
    }
    .into_any()
}

/// The tables, in each form.
#[component]
fn Tables(desk: Desk) -> impl IntoView {
    let words = desk.state.words.get_untracked();
    let (card, results, mains) = (
        words.own_data_card(),
        words.export_results(),
        words.export_mains(),
    );
    let books = [(Workbook::Card, card), (Workbook::Results, results)];
    let books =
        books.map(|(book, label)| handing(label, label.to_owned(), move || hand_book(desk, book)));
    let json = |label: &'static str| format!("JSON: {label}");
    let parts = [
        handing(card, json(card), move || {
            hand(desk, |own, ground, _words| own.card_file(ground));
        }),
        handing(results, json(results), move || {
            hand(desk, |own, ground, _words| own.results_file(ground));
        }),
    ];
    let tables = [
        (TableName::Card, card),
        (TableName::Results, results),
        (TableName::Mains, mains),
    ];
    let forms = [
        (Form::Vietnamese, words.export_comma()),
        (Form::International, words.export_point()),
    ];
    let tables = tables.map(|(table, name)| {
        let buttons = forms.map(|(form, label)| {
            handing(label, format!("{name}: {label}"), move || {
                hand(desk, move |own, ground, words| {
                    own.csv_file(ground, (table, form), words)
                });
            })
        });
        view! { <p class="actions"><span>{name}</span>{buttons.collect_view()}</p> }.into_any()
    });
    view! {
        <section class="desk-section">
            <h3>{words.export_tables_heading()}</h3>
            <p>{words.export_tables_hint()}</p>
            <p class="actions"><span>{words.export_books()}</span>{books.collect_view()}</p>
            <p class="actions"><span>{words.export_parts()}</span>{parts.collect_view()}</p>
            {tables.collect_view()}
        </section>
    }
    .into_any()
}

/// The project file, out and in.
#[component]
fn ProjectFile(desk: Desk) -> impl IntoView {
    let words = desk.state.words.get_untracked();
    let own_words = words.clone();
    let code = move || {
        let code = desk
            .state
            .edition
            .with(|edition| edition.header().data_code.clone());
        match code {
            Some(code) => view! { <p>{own_words.project_code(code)}</p> }.into_any(),
            None => ().into_any(),
        }
    };
    view! {
        <section class="desk-section">
            <h3>{words.project_heading()}</h3>
            <p>{words.project_hint()}</p>
            {redrawn(code)}
            <button type="button" class="quiet" on:click=move |_| save_project(desk)>
                {words.project_save()}
            </button>
            <FileField
                desk
                id="desk-project-file"
                label=words.project_open()
                kinds=".json,application/json"
            />
        </section>
    }
    .into_any()
}

/// Deleting everything; it must be said twice.
#[component]
pub(super) fn Deleting(
    /// What the reader brought.
    desk: Desk,
    /// Whether it was said once.
    #[prop(default = RwSignal::new(false))]
    is_sure: RwSignal<bool>,
) -> impl IntoView {
    let words = desk.state.words.get_untracked();
    let is_shared = RwSignal::new(storage::is_shared());
    let hints = [words.delete_hint(), words.delete_hint_unkept()];
    let hint = move || match desk.own.with(|own| own.unkept().is_none()) && !is_shared.get() {
        true => hints[0],
        false => hints[1],
    };
    let share = move |event| {
        if event_target_checked(&event) {
            is_shared.set(storage::begin_shared().is_ok());
        } else {
            storage::end_shared();
            is_shared.set(false);
        }
    };
    let ask = move |_| {
        desk.handed.set(String::new());
        is_sure.set(true);
        document::focus_soon("desk-delete-sure".to_owned());
    };
    let (all, sure, keep) = (words.delete_all(), words.delete_sure(), words.delete_not());
    let buttons = move || {
        match is_sure.get() {
        false => view! { <button type="button" class="quiet" on:click=ask>{all}</button> }.into_any(),
        true => view! {
            <p class="actions">
                <button
                    type="button"
                    class="danger"
                    id="desk-delete-sure"
                    on:click=move |_| {
                        is_sure.set(false);
                        desk.delete_everything();
                    }
                >
                    {sure}
                </button>
                <button type="button" class="quiet" on:click=move |_| is_sure.set(false)>{keep}</button>
            </p>
        }
        .into_any(),
    }
    };
    view! {
        <section class="desk-section">
            <h3>{words.delete_heading()}</h3>
            <p>{hint}</p>
            <label class="switch">
                <input
                    type="checkbox"
                    id="desk-shared"
                    prop:checked=is_shared
                    on:change=share
                />
                <span>{words.shared_switch()}</span>
            </label>
            <p class="hint">{words.shared_hint()}</p>
            {redrawn(buttons)}
        </section>
    }
    .into_any()
}
