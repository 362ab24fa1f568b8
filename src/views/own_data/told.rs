//! What came of the last deed, or why it could not be done.

use super::desk::{Busy, Desk};
use crate::components::{at_first, flag, redrawn, text, when};
use dti_engine::model::Edition;
use dti_formats::{BookFaultKind, ProjectKind};
use dti_own_data::import::{CardChange, Change, ListChange};
use dti_own_data::{Done, IndexOpened, LARGEST_FILE, LARGEST_WITHOUT, OwnData, Refusal, Told};
use dti_words::own_data as said;
use dti_words::{Names as _, NamesIn, Words};
use leptos::prelude::*;

/// The notice; nothing where there is nothing to say.
#[component]
pub(super) fn ToldNotice(
    /// What the reader brought.
    desk: Desk,
) -> impl IntoView {
    let words = StoredValue::new(desk.state.words.get_untracked());
    let sentence = text(move || words.with_value(|words| now(desk, words)));
    let is_refused = flag(move || {
        desk.busy.with(Option::is_none) && desk.told.with(|told| matches!(told, Some(Err(_))))
    });
    let is_busy = flag(move || desk.busy.with(Option::is_some));
    let notice = move || {
        view! {
            <div class:notice=is_refused class:done=flag(move || !is_refused.get())>
                <p id="desk-told-now" prop:textContent=sentence>{at_first(sentence)}</p>
                {redrawn(move || if is_busy.get() {
                    progress(desk)
                } else {
                    view! { <Actions desk is_refused /> }.into_any()
                })}
            </div>
        }
        .into_any()
    };
    view! {
        <div class="desk-told" id="desk-told">
            {when(flag(move || sentence.with(|sentence| !sentence.is_empty())), notice)}
        </div>
    }
    .into_any()
}

/// How far it is; while something is read, nobody knows.
fn progress(desk: Desk) -> AnyView {
    let steps = move || match desk.busy.get()? {
        Busy::Reading(_) => None,
        Busy::Opening(_, steps) => Some(steps.to_string()),
    };
    let all = Busy::STEPS.to_string();
    view! { <progress max=all value=steps aria-labelledby="desk-told-now">{()}</progress> }
        .into_any()
}

/// What there is to say now.
pub(super) fn now(desk: Desk, words: &Words) -> String {
    match desk.busy.get() {
        Some(Busy::Reading(name)) => return said::reading(&name, words),
        Some(Busy::Opening(title, _)) => return words.index_opening(title),
        None => {}
    }
    desk.told.with(|told| {
        let told = told.as_ref();
        told.map_or_else(String::new, |told| in_words(told, desk, words))
    })
}

#[component]
fn Actions(desk: Desk, is_refused: Signal<bool>) -> impl IntoView {
    let words = desk.state.words.get_untracked();
    let has_past = flag(move || !is_refused.get() && desk.own.with(OwnData::has_past));
    let is_unread = flag(move || {
        desk.told.with(|told| {
            let is_lost = |kind| kind == BookFaultKind::NotLoaded;
            matches!(told, Some(Err(Refusal::Workbook(_, fault))) if is_lost(fault.kind))
        })
    });
    let step_back = move |_| desk.deed(|own, _ground| own.step_back().map(|()| None));
    view! {
        <p class="actions">
            <button type="button" class="quiet" hidden=flag(move || !has_past.get()) on:click=step_back>
                {words.undo()}
            </button>
            <button
                type="button"
                class="quiet"
                hidden=flag(move || !is_unread.get())
                on:click=move |_| desk.read_again()
            >
                {words.part_retry()}
            </button>
            <button type="button" class="quiet" on:click=move |_| desk.tell(None)>
                {words.close()}
            </button>
        </p>
    }
    .into_any()
}

/// What came of a deed, in a sentence.
fn in_words(told: &Told, desk: Desk, words: &Words) -> String {
    match told {
        Ok(done) => done_in_words(done, desk, words),
        Err(refusal) => refusal_in_words(refusal, desk, words),
    }
}

fn done_in_words(done: &Done, desk: Desk, words: &Words) -> String {
    match done {
        Done::Opened(kind, slots) => {
            let opened = match kind {
                ProjectKind::Whole => words.opened_project(),
                ProjectKind::Scorecard => words.opened_card(),
                ProjectKind::Results => words.opened_results(),
            };
            match slots {
                Some(gone) => format!("{opened} {}", words.slots_gone(*gone)),
                None => opened.to_owned(),
            }
        }
        Done::SlotsGone(gone) => words.slots_gone(*gone),
        Done::Merged => words.version_merged().to_owned(),
        Done::TookTheirs => words.version_took_theirs().to_owned(),
        Done::KeptOurs => words.version_kept_this().to_owned(),
        Done::TakenOver(change, edition) => {
            let calculator = desk.state.calculator.get();
            // It is of the edition that it went into.
            let edition = calculator.edition(edition).ok();
            let change = edition.map(|edition| {
                change_in_words(change, edition, Words::of(words.language(), Some(edition)))
            });
            words.import_done(change.unwrap_or_default())
        }
        Done::IndexOpened(opened) => index_in_words(opened, desk, words),
        Done::Cleared => words.card_cleared().to_owned(),
        Done::Deleted => words.delete_done().to_owned(),
    }
}

/// An index that was opened, in its own words.
fn index_in_words(opened: &IndexOpened, desk: Desk, words: &Words) -> String {
    let calculator = desk.state.calculator.get();
    let edition = calculator.edition(&opened.id).ok();
    let words = Words::of(words.language(), edition.map(|edition| &**edition));
    let title = edition.map_or("", |edition| words.in_language(&edition.header().title));
    let year = edition.map_or(0, |edition| edition.header().year);
    let mut sentences = vec![words.index_opened(title, year, opened.units, opened.indicators)];
    if opened.is_replaced {
        sentences.push(words.index_replaced().to_owned());
    }
    let left_out = opened.left_out.iter();
    sentences.extend(left_out.map(|remark| said::book_remark(remark, &words)));
    sentences.join(" ")
}

/// What a table changes, in the words of its edition.
pub(super) fn change_in_words(change: &Change, edition: &Edition, words: Words) -> String {
    let names = NamesIn::new(Some(edition), &words);
    let list = |change: &ListChange| {
        let of = |mains: &[String]| -> Vec<String> {
            mains.iter().map(|main| names.indicator(main)).collect()
        };
        let mut sentences = vec![words.import_list(change.components, change.mains)];
        let (replaced, mains) = &change.replaced;
        if *replaced > 0 {
            sentences.push(said::list_replaced(*replaced, &of(mains), &words));
        }
        let (kept, mains) = &change.kept;
        if *kept > 0 {
            sentences.push(said::list_kept(*kept, &of(mains), &words));
        }
        sentences.join(" ")
    };
    let card = |change: &CardChange| {
        let unit = names.unit(&change.unit);
        said::card_change(&unit, change.values, change.before, &words)
    };
    match change {
        Change::Results(change) => said::results_change(change, &words),
        Change::List(change) => list(change),
        Change::Card(change) => card(change),
        Change::ListAndCard(own, other) => format!("{} {}", list(own), card(other)),
    }
}

fn refusal_in_words(refusal: &Refusal, desk: Desk, words: &Words) -> String {
    match refusal {
        Refusal::File(fault) => said::file_fault(fault, words),
        Refusal::Figures(error) => desk.state.said(error),
        Refusal::Table(name, fault) => named(name, said::intake_fault(fault, words)),
        Refusal::Workbook(name, fault) => named(name, said::book_fault(fault, words)),
        Refusal::TooLarge(name, bytes) => said::too_large(name, *bytes, LARGEST_FILE, words),
        Refusal::TooLargeHere(name, bytes) => {
            said::too_large_here(name, *bytes, LARGEST_WITHOUT, words)
        }
        Refusal::TooSlow(name) => said::too_slow(name, words),
        Refusal::BrokeOff(name) => said::broke_off(name, words),
        Refusal::Unread(name) => words.file_unread(name),
        Refusal::Unsaved(name) => words.file_unsaved(name),
        Refusal::IndexTables(name, fault) => named(name, said::table_fault(fault, words)),
        Refusal::NoIndexTable(name) => named(name, words.index_no_table().to_owned()),
        Refusal::List(fault) => fault.clone(),
        Refusal::TooMuch => words.assessed_too_much().to_owned(),
        Refusal::ToCorrect => words.import_not_yet().to_owned(),
        Refusal::NameMissing => words.begin_name_missing().to_owned(),
    }
}

/// A sentence with the name of its file, where it has one.
fn named(name: &str, sentence: String) -> String {
    match name.is_empty() {
        true => sentence,
        false => format!("{name}: {sentence}"),
    }
}
