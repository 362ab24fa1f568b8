//! What is said of the index as a whole: title, year, what units are called, the mean, what a gap means and what
//! is done with outliers.

use super::Filled;
use super::fields::{FaultLine, Name, TextField};
use crate::components::{text, when};
use crate::views::own_data::fields::ToolList;
use dti_engine::model::{Mean, Treatment};
use dti_formats::DecimalMark;
use dti_own_data::index_form::{FormField, Gap, IndexForm};
use dti_words::own_data::mark_name;
use leptos::prelude::*;

/// Means that the form offers.
const MEANS: [Mean; 2] = [Mean::Arithmetic, Mean::Geometric];
/// What may be done with outliers.
const TREATMENTS: [&str; 2] = ["none", COINR];
/// What COINr does.
const COINR: &str = "coinr";
/// Marks before decimals.
const MARKS: [(DecimalMark, &str); 2] =
    [(DecimalMark::Comma, "comma"), (DecimalMark::Point, "point")];

/// The fields.
#[component]
pub(super) fn Header(form: Filled) -> impl IntoView {
    view! {
        <div class="component-tools">
            <Texts form />
        </div>
        <div class="component-tools">
            <Lists form />
        </div>
        <div class="component-tools">
            <Preparation form />
        </div>
    }
    .into_any()
}

/// A text of the form: what it is.
type Reading = fn(&IndexForm) -> &String;
/// The same, to be changed.
type Place = fn(&mut IndexForm) -> &mut String;

#[component]
fn Texts(form: Filled) -> impl IntoView {
    let words = form.desk.state.words.get_untracked();
    let right = text(String::new);
    let field = move |id: &str, label: &str, (read, write): (Reading, Place), fault| {
        view! {
            <TextField
                id=format!("index-form-{id}")
                name=Name::Above(label.to_owned())
                value=text(move || form.of(|own| read(own).clone()))
                fault=fault
                changed=move |typed: String| form.decide(|own| *write(own) = typed)
            />
        }
    };
    let (title, year) = (form.fault(FormField::Title), form.fault(FormField::Year));
    let unit = form.fault(FormField::UnitName);
    view! {
        {field("title", words.form_title(), (|own| &own.title, |own| &mut own.title), title)}
        {field(
            "title-en",
            words.form_title_en(),
            (|own| &own.title_en, |own| &mut own.title_en),
            right,
        )}
        {field("year", words.form_year(), (|own| &own.year, |own| &mut own.year), year)}
        {field(
            "unit",
            words.form_unit_name(),
            (|own| &own.unit_name, |own| &mut own.unit_name),
            unit,
        )}
        {field(
            "unit-en",
            words.form_unit_name_en(),
            (|own| &own.unit_name_en, |own| &mut own.unit_name_en),
            right,
        )}
        {field(
            "units-en",
            words.form_units_name_en(),
            (|own| &own.units_name_en, |own| &mut own.units_name_en),
            right,
        )}
    }
    .into_any()
}

#[component]
fn Lists(form: Filled) -> impl IntoView {
    let words = form.desk.state.words.get_untracked();
    let headings = text_list(move || {
        let headings = form.of(IndexForm::headings);
        let keyed = headings.into_iter();
        keyed.map(|(place, own)| (place.to_string(), own)).collect()
    });
    let marks = MARKS.map(|(mark, key)| (key.to_owned(), mark_name(mark, &words).to_owned()));
    let means = MEANS.map(|mean| {
        let name = words.form_mean_name(mean.as_str()).to_owned();
        (mean.as_str().to_owned(), name)
    });
    let mark_key = move |form: &IndexForm| {
        let mut marks = MARKS.iter();
        let own = marks.find(|(mark, _)| *mark == form.mark);
        own.map_or_else(String::new, |(_, key)| (*key).to_owned())
    };
    let choose_mark = move |chosen: String| {
        if let Some((mark, _)) = MARKS.iter().find(|(_, key)| *key == chosen) {
            form.decide(|own| own.choose_mark(*mark));
        }
    };
    let choose_units = move |place: String| {
        if let Ok(place) = place.parse() {
            form.decide(|own| own.choose_units(place));
        }
    };
    view! {
        <Sheets form />
        <ToolList
            id="index-form-units"
            label=words.form_units()
            options=headings
            value=text(move || form.of(|own| own.unit_column.to_string()))
            changed=choose_units
        />
        <FaultLine fault=form.fault(FormField::Units) />
        <ToolList
            id="index-form-mark"
            label=words.import_mark()
            options=Signal::stored(marks.to_vec())
            value=text(move || form.of(mark_key))
            changed=choose_mark
        />
        <FaultLine fault=form.fault(FormField::Mark) />
        <ToolList
            id="index-form-mean"
            label=words.form_mean()
            options=Signal::stored(means.to_vec())
            value=text(move || form.of(|own| own.mean.as_str().to_owned()))
            changed=move |chosen: String| {
                form.decide(|own| own.mean = Mean::named(&chosen).unwrap_or_default());
            }
        />
    }
    .into_any()
}

/// What is done with the values before they are scored: gaps, regions, outliers.
#[component]
fn Preparation(form: Filled) -> impl IntoView {
    let words = form.desk.state.words.get_untracked();
    let gaps = Gap::ALL.map(|gap| {
        let key = gap.as_str();
        (key.to_owned(), words.form_missing_name(key).to_owned())
    });
    let treatments =
        TREATMENTS.map(|key| (key.to_owned(), words.form_treatment_name(key).to_owned()));
    let no_regions = words.form_no_regions().to_owned();
    let regions = text_list(move || {
        let headings = form.of(IndexForm::headings).into_iter();
        let none = std::iter::once((String::new(), no_regions.clone()));
        none.chain(headings.map(|(place, own)| (place.to_string(), own)))
            .collect()
    });
    let region = |own: &IndexForm| own.region_column.map(|place| place.to_string());
    let treatment = |own: &IndexForm| match own.treatment {
        Some(_) => COINR.to_owned(),
        None => "none".to_owned(),
    };
    let choose_treatment = move |chosen: String| {
        let rule = (chosen == COINR).then(Treatment::default);
        form.decide(|own| own.treatment = rule);
    };
    view! {
        <ToolList
            id="index-form-missing"
            label=words.form_missing()
            options=Signal::stored(gaps.to_vec())
            value=text(move || form.of(|own| own.gap.as_str().to_owned()))
            changed=move |chosen: String| {
                form.decide(|own| own.gap = Gap::named(&chosen).unwrap_or_default());
            }
        />
        <FaultLine fault=form.fault(FormField::Missing) />
        <ToolList
            id="index-form-regions"
            label=words.form_regions()
            options=regions
            value=text(move || form.of(region).unwrap_or_default())
            changed=move |place: String| form.decide(|own| own.region_column = place.parse().ok())
        />
        <FaultLine fault=form.fault(FormField::Regions) />
        <ToolList
            id="index-form-treatment"
            label=words.form_treatment()
            options=Signal::stored(treatments.to_vec())
            value=text(move || form.of(treatment))
            changed=choose_treatment
        />
    }
    .into_any()
}

/// Values with their texts.
fn text_list(
    list: impl Fn() -> Vec<(String, String)> + Send + Sync + 'static,
) -> Signal<Vec<(String, String)>> {
    Memo::new(move |_| list()).into()
}

#[component]
fn Sheets(form: Filled) -> impl IntoView {
    let words = StoredValue::new(form.desk.state.words.get_untracked());
    let has_several = Signal::derive(move || form.of(|own| own.sheets.len() > 1));
    let sheets = text_list(move || {
        form.of(|own| {
            let sheets = own.sheets.iter().enumerate();
            sheets
                .map(|(place, (name, _))| (place.to_string(), name.clone()))
                .collect()
        })
    });
    let choose = move |place: String| {
        if let Ok(place) = place.parse() {
            form.decide(|own| own.choose_sheet(place));
        }
    };
    when(has_several, move || {
        view! {
            <ToolList
                id="index-form-sheet"
                label=words.with_value(|words| words.form_sheet().to_owned())
                options=sheets
                value=text(move || form.of(|own| own.sheet.to_string()))
                changed=choose
            />
        }
        .into_any()
    })
}
