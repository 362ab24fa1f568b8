//! What stands above the components: totals, points of the main indicators, and what cannot count.

use super::sheet::Sheet;
use crate::components::{LiveText, redrawn, text};
use dti_engine::calculator::{AssessmentFault, CalculatorError, ComponentCard};
use dti_engine::model::Node;
use dti_own_data::card::unplaced;
use dti_words::Words;
use dti_words::numbers::points;
use dti_words::own_data::card as said;
use leptos::prelude::*;

/// A name with a value that follows each keystroke.
fn total(name: &str, value: Signal<String>) -> AnyView {
    view! {
        <div>
            <dt>{name.to_owned()}</dt>
            <dd translate="no"><LiveText text=value /></dd>
        </div>
    }
    .into_any()
}

/// Rank, score, points and pillars, and the points of the main indicators.
#[component]
pub(super) fn Totals(
    /// The scorecard.
    sheet: Sheet,
) -> impl IntoView {
    let state = sheet.desk.state;
    let words = state.words.get_untracked();
    let kept = StoredValue::new(words.clone());
    let value = move |say: fn(&ComponentCard, u32, &Words) -> String| {
        text(move || {
            let decimals = state.decimals.get();
            sheet.card.with(|card| {
                let card = card.as_ref();
                let said = card.map(|card| kept.with_value(|words| say(card, decimals, words)));
                said.unwrap_or_default()
            })
        })
    };
    let edition = sheet.edition();
    let pillars = edition.framework().pillars().iter().enumerate();
    let pillars = pillars.map(|(place, pillar)| {
        let value = text(move || {
            sheet
                .card
                .with(|card| {
                    let own = card.as_ref()?.standing.pillars.get(place)?;
                    Some(kept.with_value(|words| said::pillar(own.score, own.rank, words)))
                })
                .unwrap_or_default()
        });
        total(words.in_language(&pillar.name), value)
    });
    let pillars: Vec<AnyView> = pillars.collect();
    view! {
        <div class="component-head">
            <dl class="component-totals">
                {total(words.rank(), value(|card, _, words| {
                    said::rank_of(&card.standing, card.units, words)
                }))}
                {total(&words.dti_score(), value(|card, decimals, words| {
                    said::score_of(&card.standing, decimals, words)
                }))}
                {total(words.points(), value(|card, _, words| {
                    let own = card.standing.unrounded * card.max_points;
                    said::points_of(own, card.max_points, words)
                }))}
                {pillars}
            </dl>
            <div class="component-sums" role="group" aria-label=words.card_sums() tabindex="0">
                <dl>{sums(sheet)}</dl>
            </div>
        </div>
    }
    .into_any()
}

/// Points of the main indicators, each under its own maximum.
fn sums(sheet: Sheet) -> Vec<AnyView> {
    let words = StoredValue::new(sheet.desk.state.words.get_untracked());
    let edition = sheet.edition();
    let framework = edition.framework();
    let mains = framework
        .mains()
        .filter(|&node| framework.indicator(node).scored);
    let sum = |node: Node| {
        let value = text(move || {
            let line = sheet.line(node);
            let both = line.map(|line| [line.points, line.max_points]);
            both.map_or_else(String::new, |both| {
                let [own, most] = both.map(|value| words.with_value(|words| points(value, words)));
                format!("{own} / {most}")
            })
        });
        let name = words.with_value(|words| {
            words
                .in_language(&framework.indicator(node).name)
                .to_owned()
        });
        total(&name, value)
    };
    mains.map(sum).collect()
}

/// Why what-ifs have no room; for a parent, the range that what is entered below leaves it.
fn why_refused(sheet: Sheet, error: &CalculatorError, words: &Words) -> String {
    let CalculatorError::Unreachable {
        indicator,
        low,
        high,
        ..
    } = error
    else {
        return sheet.desk.state.said(error);
    };
    let edition = sheet.edition();
    let framework = edition.framework();
    let name = framework
        .node(indicator)
        .map(|node| said::name(framework.indicator(node), words));
    said::room(name.as_ref().unwrap_or(indicator), *low, *high, words)
}

/// What cannot count and has no row of its own, and what-ifs without room.
#[component]
pub(super) fn NotCounted(
    /// The scorecard.
    sheet: Sheet,
) -> impl IntoView {
    let words = StoredValue::new(sheet.desk.state.words.get_untracked());
    let refused = Memo::new(move |_| sheet.card.with(|card| card.as_ref()?.refused.clone()));
    let faults = Memo::new(move |_| {
        let edition = sheet.edition();
        sheet.card.with(|card| {
            let card = card.as_ref();
            let faults = card.map(|card| unplaced(edition.framework(), card).cloned().collect());
            faults.unwrap_or_else(Vec::new)
        })
    });
    let no_room = move || {
        let words = words.get_value();
        match refused.get() {
            None => ().into_any(),
            Some(error) => view! {
                <div class="notice">
                    <p>{words.card_refused()}</p>
                    <p>{why_refused(sheet, &error, &words)}</p>
                </div>
            }
            .into_any(),
        }
    };
    let list = move || match faults.get() {
        faults if faults.is_empty() => ().into_any(),
        faults => words.with_value(|words| not_counted(sheet, &faults, words)),
    };
    view! { {redrawn(no_room)} {redrawn(list)} }.into_any()
}

fn not_counted(sheet: Sheet, faults: &[AssessmentFault], words: &Words) -> AnyView {
    let lines = faults.iter().map(|fault| {
        let column = said::column(fault.column, words);
        let problem = said::assessment_problem(&fault.problem, None, words);
        view! { <li>{format!("{}, {column}: {problem}", fault.indicator)}</li> }
    });
    let drop = move |_| {
        sheet
            .desk
            .deed(|own, ground| own.clear_unplaced(ground).map(|()| None));
    };
    view! {
        <div class="notice">
            <p>{words.card_not_counted()}</p>
            <ul>{lines.collect_view()}</ul>
            <button type="button" class="quiet" on:click=drop>{words.card_drop_faulty()}</button>
        </div>
    }
    .into_any()
}
