//! What a table is taken for, and what would change with it.

use crate::Words;
use dti_engine::model::Framework;
use dti_formats::{DecimalMark, Meaning, OldFont, ResultsChange, Scale, TableKind};

/// What a kind of table is called.
pub fn kind_name(kind: TableKind, words: &Words) -> String {
    match kind {
        TableKind::Components => words.import_kind_components().to_owned(),
        TableKind::Scorecard => words.import_kind_scorecard(),
        TableKind::ListAndCard => words.import_kind_list_and_card(),
        TableKind::Results => words.import_kind_results(),
    }
}

/// What a column holds; `framework` is that of the edition which the table is for.
pub fn meaning_name(meaning: &Meaning, framework: &Framework, words: &Words) -> String {
    let name = match meaning {
        Meaning::Ignored => words.column_ignored(),
        Meaning::Number => words.column_number(),
        Meaning::Id => words.column_id(),
        Meaning::Name => words.column_own_name(),
        Meaning::EnglishName => words.column_english_name(),
        Meaning::Parent => words.main_indicator(),
        Meaning::MaxPoints => words.max_points(),
        Meaning::Rule => words.column_rule(),
        Meaning::Own => words.stage_own(),
        Meaning::Reviewed => words.stage_reviewed(),
        Meaning::Explained => words.stage_explained(),
        Meaning::Verified => words.stage_verified(),
        Meaning::WhatIf => words.stage_what_if(),
        Meaning::Year => words.column_year(),
        Meaning::Rank => words.column_rank(),
        Meaning::Unit => return words.column_name(),
        Meaning::Code => return words.results_code(),
        Meaning::Total => return words.column_total(),
        Meaning::Score(id) => {
            let node = framework.node(id);
            let name = node.map(|node| words.in_language(&framework.indicator(node).name));
            name.unwrap_or(id)
        }
    };
    name.to_owned()
}

/// What a decimal mark is called, with an example.
pub fn mark_name(mark: DecimalMark, words: &Words) -> &'static str {
    match mark {
        DecimalMark::Comma => words.import_mark_comma(),
        DecimalMark::Point => words.import_mark_point(),
    }
}

/// What the values of a table of results are called.
pub fn scale_name(scale: Scale, words: &Words) -> &'static str {
    match scale {
        Scale::Score => words.import_scale_score(),
        Scale::Percent => words.import_scale_percent(),
        Scale::Points => words.import_scale_points(),
    }
}

/// What a table of results changes, before or after it is taken over.
pub fn results_change(change: &ResultsChange, words: &Words) -> String {
    let ResultsChange {
        units,
        from_estimated,
        replaced,
        confirmed,
        still_estimated,
    } = *change;
    words.import_results_change(units, from_estimated, replaced, confirmed, still_estimated)
}

/// How many components of a list that was loaded before a new one takes the place of, and the names of
/// the main indicators above them.
pub fn list_replaced(components: usize, mains: &[String], words: &Words) -> String {
    words.import_list_replaced(components, mains.join(", "))
}

/// The same of those that stay.
pub fn list_kept(components: usize, mains: &[String], words: &Words) -> String {
    words.import_list_kept(components, mains.join(", "))
}

/// How many values a scorecard of a unit brings, and how many from before they take the place of.
pub fn card_change(unit: &str, values: usize, before: usize, words: &Words) -> String {
    match before {
        0 => words.import_card(unit, values),
        _ => words.import_card_replaced(unit, values, before),
    }
}

/// What became of a table that was written in a font before Unicode.
pub fn old_font(font: OldFont, words: &Words) -> String {
    words.import_old_font(match font {
        OldFont::Tcvn3 => "tcvn3",
        OldFont::Vni => "vni",
    })
}
