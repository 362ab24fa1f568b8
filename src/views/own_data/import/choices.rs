//! What a table is, which edition and unit it is for, and how its numbers are written.

use super::seen::Seen;
use crate::components::{LiveText, Select, text, when};
use dti_engine::model::Edition;
use dti_formats::{DecimalMark, Scale, TableKind};
use dti_own_data::import::{KINDS, Table};
use dti_words::Words;
use dti_words::own_data::{kind_name, mark_name, scale_name};
use leptos::prelude::*;

/// A list to choose from beside its label.
#[component]
pub(super) fn Choice(
    /// Id of the list.
    #[prop(into)]
    id: String,
    /// Its label.
    #[prop(into)]
    label: Signal<String>,
    /// Values with their texts.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The chosen value.
    #[prop(into)]
    value: Signal<String>,
    /// What becomes of another choice.
    #[prop(into)]
    changed: Callback<String>,
) -> impl IntoView {
    view! {
        <p class="import-choice">
            <label for=id.clone()><LiveText text=label /></label>
            <Select id=id options value changed />
        </p>
    }
    .into_any()
}

/// A kind of table as the value of an option.
fn kind_key(kind: TableKind) -> &'static str {
    match kind {
        TableKind::Components => "components",
        TableKind::Scorecard => "scorecard",
        TableKind::ListAndCard => "list-and-card",
        TableKind::Results => "results",
    }
}

fn mark_key(mark: DecimalMark) -> &'static str {
    match mark {
        DecimalMark::Comma => "comma",
        DecimalMark::Point => "point",
    }
}

fn scale_key(scale: Scale) -> &'static str {
    match scale {
        Scale::Score => "score",
        Scale::Percent => "percent",
        Scale::Points => "points",
    }
}

const MARKS: [DecimalMark; 2] = [DecimalMark::Comma, DecimalMark::Point];
const SCALES: [Scale; 3] = [Scale::Score, Scale::Percent, Scale::Points];

/// What of several a key stands for.
fn named<T: Copy>(all: &[T], key: fn(T) -> &'static str, wanted: &str) -> Option<T> {
    all.iter().copied().find(|own| key(*own) == wanted)
}

/// Keys and names of several.
fn options<T: Copy>(
    all: &[T],
    key: fn(T) -> &'static str,
    name: impl Fn(T) -> String,
) -> Vec<(String, String)> {
    all.iter()
        .map(|&own| (key(own).to_owned(), name(own)))
        .collect()
}

/// All choices.
#[component]
pub(super) fn Choices(
    /// The table.
    seen: Seen,
) -> impl IntoView {
    let label = move |say: fn(&Words) -> String| text(move || seen.words.with(say));
    let is_card = Signal::derive(move || {
        seen.of_table(|table| matches!(table.kind, TableKind::Scorecard | TableKind::ListAndCard))
    });
    let has_scale = Signal::derive(move || seen.of(|own| own.scale.is_some()));
    let has_sheets = Signal::derive(move || seen.of_table(|table| table.sheets.len() > 1));
    let choose_kind = move |key: String| {
        if let Some(kind) = named(&KINDS, kind_key, &key) {
            seen.decide(|table| table.choose_kind(kind));
        }
    };
    view! {
        <div class="import-choices">
            {when(has_sheets, move || view! { <Sheets seen /> }.into_any())}
            <Choice
                id="desk-import-kind"
                label=label(|words| words.import_kind().to_owned())
                options=Signal::derive(move || {
                    seen.words.with(|words| options(&KINDS, kind_key, |kind| kind_name(kind, words)))
                })
                value=text(move || {
                    seen.of_table(|table| kind_key(table.kind).to_owned())
                })
                changed=choose_kind
            />
            <Editions seen />
            {when(is_card, move || {
                view! {
                    <Choice
                        id="desk-import-unit"
                        label=label(Words::import_unit)
                        options=Signal::derive(move || seen.units())
                        value=text(move || seen.of_table(|table| table.unit.clone()))
                        changed=move |unit| seen.decide(|table| table.unit = unit)
                    />
                }
                .into_any()
            })}
            <Choice
                id="desk-import-mark"
                label=label(|words| words.import_mark().to_owned())
                options=Signal::derive(move || {
                    seen.words.with(|words| {
                        options(&MARKS, mark_key, |mark| mark_name(mark, words).to_owned())
                    })
                })
                value=text(move || {
                    seen.understood.with(|own| {
                        own.as_ref().map_or("", |own| mark_key(own.mark)).to_owned()
                    })
                })
                changed=move |key: String| {
                    if let Some(mark) = named(&MARKS, mark_key, &key) {
                        seen.decide(|table| table.choose_mark(mark));
                    }
                }
            />
            {when(has_scale, move || view! { <Scales seen /> }.into_any())}
        </div>
    }
    .into_any()
}

#[component]
fn Sheets(seen: Seen) -> impl IntoView {
    let names = Signal::derive(move || {
        seen.words.with(|words| {
            seen.of_table(|table| {
                let sheets = table.sheets.iter().enumerate();
                let named = sheets.map(|(place, sheet)| {
                    let name = sheet
                        .name
                        .as_deref()
                        .unwrap_or_else(|| words.import_joined());
                    (place.to_string(), name.to_owned())
                });
                named.collect()
            })
        })
    });
    let choose = move |place: String| {
        let (Ok(place), Some(edition)) = (place.parse(), untrack(|| seen.edition())) else {
            return;
        };
        seen.decide(|table| table.choose_sheet(place, &edition));
    };
    view! {
        <Choice
            id="desk-import-sheet"
            label=text(move || seen.words.with(|words| words.import_sheet().to_owned()))
            options=names
            value=text(move || seen.of_table(|table| table.sheet.to_string()))
            changed=choose
        />
    }
    .into_any()
}

#[component]
fn Editions(seen: Seen) -> impl IntoView {
    let desk = seen.desk;
    let editions = Signal::derive(move || {
        let named = |words: &Words, edition: &Edition| {
            let title = words.in_language(&edition.header().title);
            (edition.id().to_owned(), title.to_owned())
        };
        seen.words.with(|words| {
            desk.own.with(|own| {
                let editions = own.table_editions().into_iter().rev();
                editions.map(|edition| named(words, edition)).collect()
            })
        })
    });
    let choose = move |id: String| {
        let calculator = desk.state.calculator.get_untracked();
        if let Ok(edition) = calculator.edition(&id) {
            seen.decide(|table: &mut Table| table.choose_edition(edition));
        }
    };
    view! {
        <Choice
            id="desk-import-edition"
            label=text(move || seen.words.with(|words| words.import_edition().to_owned()))
            options=editions
            value=text(move || {
                seen.edition().map_or_else(String::new, |edition| edition.id().to_owned())
            })
            changed=choose
        />
    }
    .into_any()
}

#[component]
fn Scales(seen: Seen) -> impl IntoView {
    view! {
        <Choice
            id="desk-import-scale"
            label=text(move || seen.words.with(|words| words.import_scale().to_owned()))
            options=Signal::derive(move || {
                seen.words.with(|words| {
                    options(&SCALES, scale_key, |scale| scale_name(scale, words).to_owned())
                })
            })
            value=text(move || {
                seen.of(|own| own.scale.map(scale_key).unwrap_or_default().to_owned())
            })
            changed=move |key: String| {
                if let Some(scale) = named(&SCALES, scale_key, &key) {
                    seen.decide(|table| table.choose_scale(scale));
                }
            }
        />
    }
    .into_any()
}
