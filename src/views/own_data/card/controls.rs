//! The controls of a component: a field, a list to choose from, or the way to its boxes.

use super::row::Row;
use crate::browser::document;
use crate::components::{at_first, attribute, flag, text};
use dti_engine::calculator::AssessmentColumn;
use dti_engine::model::{Choice, RawValue, RuleKind};
use dti_formats::takes_share;
use dti_own_data::card::{Field, Spot, Step, raw_in};
use dti_words::own_data::card as said;
use leptos::prelude::*;

/// Name of a stage's control, for those who do not see the line.
pub(super) fn label(row: Row, stage: AssessmentColumn) -> String {
    let words = row.sheet.desk.state.words.get_untracked();
    let column = match row.rule().kind {
        RuleKind::Points => said::column_of_points(stage, &words),
        _ => said::column(stage, &words).to_owned(),
    };
    row.own.with_value(|own| format!("{column}: {}", own.name))
}

/// The one control of a stage.
pub(super) fn control(row: Row, stage: AssessmentColumn) -> AnyView {
    let words = row.sheet.desk.state.words.get_untracked();
    let rule = row.rule();
    let spot = Spot::Value(stage);
    match &rule.kind {
        RuleKind::YesNo => {
            let answers = [("yes", words.card_yes()), ("no", words.card_no())];
            let answers = answers.map(|(value, text)| (value.to_owned(), text.to_owned()));
            list(row, spot, label(row, stage), answers.to_vec())
        }
        RuleKind::Levels(choices) | RuleKind::StepChoices(choices) => {
            list(row, spot, label(row, stage), options(row, choices))
        }
        RuleKind::Parts(choices) => to_boxes(row, stage, choices.len()),
        RuleKind::PerPeriodSum { periods, .. } => to_boxes(row, stage, *periods),
        RuleKind::Unscored => ().into_any(),
        _ => {
            let is_wrong = Memo::new(move |_| !row.fault_of(Some(stage)).is_empty());
            let named = Some(label(row, stage));
            let field = row.field(spot);
            view! { <Entry row field is_wrong fault_id=row.fault_id(stage) named hint=None /> }
                .into_any()
        }
    }
}

/// What a field shows. Each keystroke asks all fields, and only those that show something else hear of it.
fn shown(row: Row, field: Field) -> Memo<String> {
    let sheet = row.sheet;
    let language = sheet.desk.state.language.get_untracked();
    let rule = row.rule();
    Memo::new(move |_| {
        sheet.desk.drafts.with(|drafts| {
            sheet
                .assessment
                .with(|own| drafts.shown(own, &field, &rule, language))
        })
    })
}

/// A field that takes what people have; what it cannot read stays in it.
#[component]
fn Entry(
    row: Row,
    field: Field,
    #[prop(into)] is_wrong: Signal<bool>,
    fault_id: String,
    named: Option<String>,
    hint: Option<String>,
) -> impl IntoView {
    let rule = row.rule();
    let has_signs = takes_share(&rule) || rule.inputs.len() > 1;
    let field = StoredValue::new(field);
    let shown = shown(row, field.get_value());
    let enter = move |text: String, step| {
        field.with_value(|field| row.sheet.enter(field, &text, step));
    };
    view! {
        <input
            id=field.with_value(Field::id)
            type="text"
            inputmode=if has_signs { "text" } else { "decimal" }
            autocomplete="off"
            maxlength="80"
            aria-label=named
            placeholder=hint
            aria-invalid=attribute(move || is_wrong.get().then(|| "true".to_owned()))
            aria-describedby=attribute(move || is_wrong.get().then(|| fault_id.clone()))
            value=shown.get_untracked()
            prop:value=shown
            on:focus=move |event| document::select_field(&event)
            on:input=move |event| enter(event_target_value(&event), Step::Typing)
            on:change=move |event| enter(event_target_value(&event), Step::Finished)
            on:keydown=move |event| field.with_value(|field| row.key(field, &event))
        />
    }
    .into_any()
}

/// A field with its name beside it, for one of several figures or for the best unit's.
pub(super) fn labelled(row: Row, spot: Spot, name: String, hint: Option<String>) -> AnyView {
    let field = row.field(spot);
    let own = field.clone();
    let is_wrong = Memo::new(move |_| {
        row.sheet.desk.drafts.with(|drafts| {
            row.sheet
                .assessment
                .with(|assessment| drafts.fault(assessment, &own).is_some())
        })
    });
    let fault_id = match field.stage() {
        Some(stage) => row.fault_id(stage),
        None => best_fault_id(row),
    };
    view! {
        <label class="component-field">
            <span>{name}</span>
            <Entry row field is_wrong fault_id named=None hint />
        </label>
    }
    .into_any()
}

/// Id of what is said to be wrong with the best unit's figure.
pub(super) fn best_fault_id(row: Row) -> String {
    format!("component-{}-reference-fault", row.id())
}

/// The choices of a rule with their points.
pub(super) fn options(row: Row, choices: &[Choice]) -> Vec<(String, String)> {
    let words = row.sheet.desk.state.words.get_untracked();
    let most = row.own.with_value(|own| own.most);
    let option = |(place, choice): (usize, &Choice)| {
        let name = said::choice_name(place, choice, most, &words);
        (choice.id.clone(), name)
    };
    choices.iter().enumerate().map(option).collect()
}

/// A list to choose from, with nothing chosen first.
pub(super) fn list(row: Row, spot: Spot, named: String, options: Vec<(String, String)>) -> AnyView {
    let field = StoredValue::new(row.field(spot));
    let shown = shown(row, field.get_value());
    let none = (String::new(), "—".to_owned());
    let options = std::iter::once(none).chain(options);
    let options = options.map(|(value, text)| {
        let own = value.clone();
        let is_chosen = flag(move || shown.with(|shown| *shown == own));
        view! {
            <option value=value selected=is_chosen.get_untracked() prop:selected=is_chosen>
                {text}
            </option>
        }
        .into_any()
    });
    let options: Vec<AnyView> = options.collect();
    let choose = move |event| {
        let chosen = event_target_value(&event);
        field.with_value(|field| row.sheet.enter(field, &chosen, Step::Finished));
    };
    view! {
        <select
            id=field.with_value(Field::id)
            aria-label=named
            on:change=choose
            on:keydown=move |event| field.with_value(|field| row.key(field, &event))
        >
            {options}
        </select>
    }
    .into_any()
}

/// A button in the line of what has several boxes or lists: they are in the details.
fn to_boxes(row: Row, stage: AssessmentColumn, all: usize) -> AnyView {
    let words = row.sheet.desk.state.words.get_untracked();
    let choose = words.card_choose();
    let told = text(move || {
        row.line.with(|line| {
            let raw = line.as_ref().and_then(|line| raw_in(line, stage));
            match raw {
                Some(RawValue::Listed(ids)) => format!("{}/{all}", ids.len()),
                _ => choose.to_owned(),
            }
        })
    });
    let named = label(row, stage);
    view! {
        <button
            id=Field::value(&row.id(), stage).id()
            type="button"
            class="quiet"
            aria-label=move || format!("{}, {named}", told.get())
            on:click=move |_| row.turn()
            prop:textContent=told
        >
            {at_first(told)}
        </button>
    }
    .into_any()
}

/// What is ticked for a stage; `None` where nothing is entered.
fn ticked(row: Row, stage: AssessmentColumn) -> Option<Vec<String>> {
    row.line.with(|line| match raw_in(line.as_ref()?, stage) {
        Some(RawValue::Listed(ids)) => Some(ids.clone()),
        _ => None,
    })
}

/// What is ticked once a part is ticked too; without one, none is met.
pub(super) fn with_part(
    row: Row,
    stage: AssessmentColumn,
    part: Option<&str>,
) -> Option<Vec<String>> {
    let Some(part) = part else {
        return Some(Vec::new());
    };
    let mut parts = untrack(|| ticked(row, stage)).unwrap_or_default();
    parts.push(part.to_owned());
    Some(parts)
}

/// What is ticked once a part is no more; without one, nothing is entered.
pub(super) fn without_part(
    row: Row,
    stage: AssessmentColumn,
    part: Option<&str>,
) -> Option<Vec<String>> {
    let part = part?;
    let mut parts = untrack(|| ticked(row, stage)).unwrap_or_default();
    parts.retain(|own| own != part);
    Some(parts)
}

/// A box to tick for each part, and one that says that none is met.
pub(super) fn ticks(row: Row, stage: AssessmentColumn) -> Vec<AnyView> {
    let words = row.sheet.desk.state.words.get_untracked();
    let rule = row.rule();
    let parts = options(row, rule.kind.choices()).into_iter();
    let parts = parts.map(|(part, name)| one_tick(row, stage, Some(part), name));
    let none = one_tick(row, stage, None, words.card_none_met().to_owned());
    parts.chain([none]).collect()
}

fn one_tick(row: Row, stage: AssessmentColumn, part: Option<String>, name: String) -> AnyView {
    let id = format!(
        "component-{}-{}-tick-{}",
        row.id(),
        stage.as_str(),
        part.as_deref().unwrap_or_default()
    );
    let part = StoredValue::new(part);
    let is_on = flag(move || {
        let ticked = ticked(row, stage);
        part.with_value(|part| match part {
            Some(part) => ticked.is_some_and(|ticked| ticked.contains(part)),
            None => ticked.is_some_and(|ticked| ticked.is_empty()),
        })
    });
    let change = move |event| {
        let tick = match event_target_checked(&event) {
            true => with_part,
            false => without_part,
        };
        let parts = part.with_value(|part| tick(row, stage, part.as_deref()));
        row.sheet.tick(&row.id(), stage, parts.as_deref());
    };
    view! {
        <label class="switch">
            <input
                id=id
                type="checkbox"
                checked=is_on.get_untracked()
                prop:checked=is_on
                on:change=change
            />
            <span>{name}</span>
        </label>
    }
    .into_any()
}
