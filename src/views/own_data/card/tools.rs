//! The ways to look at a scorecard, and emptying it.

use super::super::fields::ToolList;
use super::named;
use super::sheet::Sheet;
use crate::components::{text, when};
use dti_engine::calculator::AssessmentColumn;
use dti_own_data::card::{View, kinds};
use dti_words::Words;
use dti_words::own_data::card::column;
use leptos::prelude::*;

/// What is not narrowed.
fn any(text: &str) -> (String, String) {
    (String::new(), text.to_owned())
}

fn view_name(view: View, words: &Words) -> &'static str {
    match view {
        View::All => words.card_view_all(),
        View::MostMissing => words.card_view_most_missing(),
        View::BelowMax => words.card_view_below_max(),
        View::Changed => words.card_view_changed(),
        View::SelfDiffers => words.card_view_self_differs(),
    }
}

fn stage_of(word: &str) -> Option<AssessmentColumn> {
    let mut stages = AssessmentColumn::ALL.into_iter();
    stages.find(|stage| stage.as_str() == word)
}

/// The tools.
#[component]
pub(super) fn Tools(
    /// The scorecard.
    sheet: Sheet,
) -> impl IntoView {
    let words = sheet.desk.state.words.get_untracked();
    let look = sheet.desk.look;
    let stages = AssessmentColumn::ALL.map(|stage| {
        let name = column(stage, &words).to_owned();
        (stage.as_str().to_owned(), name)
    });
    let views = View::ALL.map(|view| {
        let name = view_name(view, &words).to_owned();
        (view.as_str().to_owned(), name)
    });
    let edition = sheet.edition();
    let framework = edition.framework();
    let mut mains = vec![any(words.card_any())];
    mains.extend(named(sheet, framework.mains()));
    let mut missing = vec![any(words.card_any_stage())];
    missing.extend(stages.clone());
    let mut rules = vec![any(words.card_any())];
    let named_kind = |kind: &'static str| (kind.to_owned(), words.card_rule_kind(kind).to_owned());
    rules.extend(kinds(framework).into_iter().map(named_kind));
    let choose_stage = move |word: String| {
        if let Some(stage) = stage_of(&word) {
            sheet.choose_stage(stage);
        }
    };
    let choose_view = move |word: String| {
        let view = View::ALL.into_iter().find(|view| view.as_str() == word);
        look.update(|look| look.view = view.unwrap_or_default());
    };
    view! {
        <div class="component-tools">
            <ToolList
                id="component-stage"
                label=words.card_stage()
                options=Signal::stored(stages.to_vec())
                value=text(move || sheet.stage.get().as_str().to_owned())
                changed=choose_stage
            />
            <ToolList
                id="component-view"
                label=words.card_look()
                options=Signal::stored(views.to_vec())
                value=text(move || look.with(|look| look.view.as_str().to_owned()))
                changed=choose_view
            />
            <ToolList
                id="component-main"
                label=words.main_indicator()
                options=Signal::stored(mains)
                value=text(move || look.with(|look| look.main.clone()))
                changed=move |main| look.update(|look| look.main = main)
            />
            <ToolList
                id="component-missing"
                label=words.card_missing()
                options=Signal::stored(missing)
                value=text(move || {
                    let missing = look.with(|look| look.missing);
                    missing.map_or_else(String::new, |stage| stage.as_str().to_owned())
                })
                changed=move |word: String| look.update(|look| look.missing = stage_of(&word))
            />
            <ToolList
                id="component-kind"
                label=words.card_rule()
                options=Signal::stored(rules)
                value=text(move || look.with(|look| look.kind.clone()))
                changed=move |kind| look.update(|look| look.kind = kind)
            />
            <Clear sheet />
        </div>
    }
    .into_any()
}

/// Takes everything out of a scorecard that holds something.
#[component]
fn Clear(sheet: Sheet) -> impl IntoView {
    let words = sheet.desk.state.words.get_untracked();
    let label = words.card_clear();
    let has_any = Signal::derive(move || sheet.assessment.with(|own| !own.rows.is_empty()));
    when(has_any, move || {
        view! { <button type="button" class="quiet" on:click=move |_| sheet.clear()>{label}</button> }.into_any()
    })
}
