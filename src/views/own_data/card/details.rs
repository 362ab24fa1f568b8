//! The details of one component: its rule with what its figures count, a control for each stage, the
//! reference value.

use super::controls::{best_fault_id, control, label, labelled, list, options, ticks};
use super::row::Row;
use crate::components::{at_first, flag, redrawn, text};
use dti_engine::calculator::AssessmentColumn;
use dti_engine::model::{Input, RuleKind};
use dti_own_data::card::Spot;
use dti_words::Words;
use dti_words::own_data::card as said;
use leptos::prelude::*;

/// What the line has no room for.
pub(super) fn details(row: Row) -> AnyView {
    let words = row.sheet.desk.state.words.get_untracked();
    let own = row.own.get_value();
    let rule = match (own.is_sum, own.is_scored) {
        (true, _) => words.card_sum().to_owned(),
        (_, false) => words.card_unscored().to_owned(),
        _ => said::rule(&own.rule, own.most, &words),
    };
    let is_named = |input: &Input| !words.in_language(&input.name).is_empty();
    let has_names = !own.is_sum && own.rule.inputs.iter().any(is_named);
    let inputs = has_names.then(|| {
        let inputs = own.rule.inputs.iter();
        let lines = inputs.map(|input| view! { <li>{counted(input, &words)}</li> });
        view! { <ul class="component-inputs">{lines.collect_view()}</ul> }
    });
    let best = (row.has_fields() && own.rule.kind == RuleKind::Relative).then(|| best(row));
    let stages = row.has_fields().then(|| {
        let stages = AssessmentColumn::ALL.map(|stage| one_stage(row, stage));
        view! { <div class="component-stages">{stages.collect_view()}</div> }
    });
    view! {
        <p class="component-full">{own.name}</p>
        <p class="component-rule">{rule}</p>
        {inputs}
        {best}
        {stages}
    }
    .into_any()
}

/// What a figure of a ratio counts.
fn counted(input: &Input, words: &Words) -> String {
    let name = said::input(input, words);
    match input.fixed {
        Some(fixed) => format!("{name} = {}", said::typed(fixed, words.language())),
        None => name,
    }
}

/// One stage: its controls beyond the one in the line, and what they come to.
fn one_stage(row: Row, stage: AssessmentColumn) -> AnyView {
    let words = row.sheet.desk.state.words.get_untracked();
    let counts = flag(move || {
        row.line.with(|line| {
            line.as_ref()
                .is_some_and(|line| line.counting == Some(stage))
        })
    });
    let is_in_line = flag(move || row.sheet.stage.get() == stage);
    let rule = row.rule();
    let is_ticked = matches!(rule.kind, RuleKind::Parts(_) | RuleKind::CountShare(_));
    let is_periodic = matches!(rule.kind, RuleKind::PerPeriodSum { .. });
    let beside = move || match is_in_line.get() || is_ticked || is_periodic {
        true => ().into_any(),
        false => control(row, stage),
    };
    let boxes = is_ticked.then(|| ticks(row, stage));
    let periods = match &rule.kind {
        RuleKind::PerPeriodSum { periods, choices } => {
            let period = |place| {
                let name = said::period(place, &words);
                let named = format!("{name}, {}", label(row, stage));
                let choose = list(
                    row,
                    Spot::Period(stage, place),
                    named,
                    options(row, choices),
                );
                view! { <span class="component-field"><span>{name}</span>{choose}</span> }
                    .into_any()
            };
            (0..*periods).map(period).collect::<Vec<AnyView>>()
        }
        _ => Vec::new(),
    };
    let figures = rule.inputs.iter().map(|input| {
        let fixed = input.fixed.map(|own| said::typed(own, words.language()));
        let spot = Spot::Figure(stage, input.id.clone());
        labelled(row, spot, said::input(input, &words), fixed)
    });
    let figures: Vec<AnyView> = figures.collect();
    let earned = text(move || row.reading(stage));
    let fault = text(move || row.fault_of(Some(stage)));
    // That of the stage in the line stands below the line.
    let fault = move || match is_in_line.get() {
        true => ().into_any(),
        false => view! {
            <p class="fault" id=row.fault_id(stage) prop:textContent=fault>{at_first(fault)}</p>
        }
        .into_any(),
    };
    let counting = format!("✓ {}", words.card_counts());
    view! {
        <div class="component-stage" class:counting=counts role="group" aria-label=label(row, stage)>
            <span class="component-column">
                {said::column(stage, &words)}
                <span class="component-counts" hidden=flag(move || !counts.get())>{counting}</span>
            </span>
            {redrawn(beside)}
            {boxes}
            {periods}
            {figures}
            <span class="component-earned" translate="no" prop:textContent=earned>{at_first(earned)}</span>
            {redrawn(fault)}
        </div>
    }
    .into_any()
}

/// The best unit's figure, which the reader assumes.
fn best(row: Row) -> AnyView {
    let words = row.sheet.desk.state.words.get_untracked();
    let fault = text(move || row.fault_of(None));
    view! {
        <div class="component-best">
            {labelled(row, Spot::Reference, words.card_best().to_owned(), None)}
            <p class="component-rule">{words.card_best_why()}</p>
            <p class="fault" id=best_fault_id(row) prop:textContent=fault>{at_first(fault)}</p>
        </div>
    }
    .into_any()
}
