//! What is said of an index that a form or two tables make.

use super::intake::at;
use crate::Words;
use crate::numbers::score;
use dti_engine::model::Exact;
use dti_formats::{PointsFaultKind, TableFault, TableFaultKind, column_name};

/// What is wrong with `iData` or `iMeta`, with its place: "Trang “iMeta”: Hàng 3, cột B: …".
pub fn table_fault(fault: &TableFault, words: &Words) -> String {
    let place = at(fault.row, fault.column.map(column_name), words);
    let kind = &fault.kind;
    let what = cell_fault(kind, words).or_else(|| structure_fault(kind, words));
    words.tables_fault(&fault.sheet, place, what.unwrap_or_default())
}

/// What one cell or column holds.
fn cell_fault(kind: &TableFaultKind, words: &Words) -> Option<String> {
    use TableFaultKind as K;
    Some(match kind {
        K::NoColumn(heading) => words.tables_no_column(heading),
        K::NoRows => words.tables_no_rows().to_owned(),
        K::NoCode => words.tables_no_code().to_owned(),
        K::Twice(code) => words.tables_twice(code),
        K::NotANumber(given) => words.tables_not_a_number(given),
        K::TwoReadings => words.tables_two_readings().to_owned(),
        K::MixedPercent => words.tables_mixed_percent().to_owned(),
        K::UnknownType(given) => words.tables_unknown_type(given),
        K::BadDirection(given) => words.tables_bad_direction(given),
        K::BadWeight(given) => words.tables_bad_weight(given),
        K::BadLevel(given) => words.tables_bad_level(given),
        K::SeveralTimes => words.tables_several_times().to_owned(),
        K::AllEqual(code) => words.tables_all_equal(code),
        K::DenominatorZero(code) => words.tables_denominator_zero(code),
        K::Treatment(heading) => words.tables_treatment(heading),
        K::UnknownTreatment(given) => words.tables_unknown_treatment(given),
        K::BadGroup(given) if given.is_empty() => words.tables_no_group().to_owned(),
        K::BadGroup(given) => words.tables_bad_group(given),
        _ => return None,
    })
}

/// How the rows and columns hang together.
fn structure_fault(kind: &TableFaultKind, words: &Words) -> Option<String> {
    use TableFaultKind as K;
    Some(match kind {
        K::TurnedAggregate(code) => words.tables_turned_aggregate(code),
        K::UnknownParent(given) => words.tables_unknown_parent(given),
        K::LevelSkipped(given) => words.tables_level_skipped(given),
        K::Tops(codes) if codes.is_empty() => words.tables_no_top().to_owned(),
        K::Tops(codes) => words.tables_tops(codes.join(", ")),
        K::NothingBelow(code) => words.tables_nothing_below(code),
        K::WithoutColumn(code) => words.tables_without_column(code),
        K::Unlisted(code) => words.tables_unlisted(code),
        K::UnknownDenominator(code) => words.tables_unknown_denominator(code),
        K::Weights(group, PointsFaultKind::NoWeight) => words.tables_no_weight(group),
        K::Weights(group, PointsFaultKind::TooFine) => match group.is_empty() {
            true => words.tables_weights_of_index().to_owned(),
            false => words.tables_weights(group),
        },
        _ => return None,
    })
}

/// How many units and indicators there are, and the first places: rank, name and total.
pub fn form_preview(
    units: usize,
    indicators: usize,
    first: &[(u32, String, Exact)],
    words: &Words,
) -> String {
    let first = first.iter();
    let first =
        first.map(|(rank, name, total)| words.form_place(*rank, name, score(*total, words)));
    let first: Vec<String> = first.collect();
    words.form_preview(units, indicators, first.join(", "))
}

#[cfg(test)]
mod tests {
    use super::{form_preview, table_fault};
    use crate::Words;
    use dti_engine::model::Exact;
    use dti_formats::link::Language;
    use dti_formats::{PointsFaultKind, TableFault, TableFaultKind as K};

    fn words() -> [Words; 2] {
        [Language::Vi, Language::En].map(Words::plain)
    }

    fn kinds() -> Vec<K> {
        let text = || "CO2".to_owned();
        vec![
            K::NoColumn("Weight"),
            K::NoRows,
            K::NoCode,
            K::Twice(text()),
            K::NotANumber(text()),
            K::TwoReadings,
            K::MixedPercent,
            K::UnknownType(text()),
            K::BadDirection(text()),
            K::TurnedAggregate(text()),
            K::BadWeight(text()),
            K::BadLevel(text()),
            K::UnknownParent(text()),
            K::LevelSkipped(text()),
            K::Tops(Vec::new()),
            K::Tops(vec![text(), "X".to_owned()]),
            K::NothingBelow(text()),
            K::WithoutColumn(text()),
            K::Unlisted(text()),
            K::SeveralTimes,
            K::AllEqual(text()),
            K::UnknownDenominator(text()),
            K::DenominatorZero(text()),
            K::Treatment(text()),
            K::UnknownTreatment(text()),
            K::BadGroup(String::new()),
            K::BadGroup(text()),
            K::Weights(String::new(), PointsFaultKind::TooFine),
            K::Weights(text(), PointsFaultKind::TooFine),
            K::Weights(text(), PointsFaultKind::NoWeight),
        ]
    }

    #[test]
    fn every_fault_of_two_tables_is_a_sentence_of_its_own_with_its_place() {
        for words in words() {
            let mut before = Vec::new();
            for kind in kinds() {
                let fault = TableFault {
                    sheet: "iMeta".to_owned(),
                    row: Some(2),
                    column: Some(1),
                    kind,
                };
                let said = table_fault(&fault, &words);
                assert!(said.contains("iMeta") && said.contains('3'), "{said}");
                assert!(said.contains('B') && said.ends_with('.'), "{said}");
                assert!(!before.contains(&said), "{said}");
                before.push(said);
            }
        }
    }

    #[test]
    fn a_preview_names_the_first_places() {
        let first = [
            (1, "An Bình".to_owned(), Exact::decimal(81234, 5)),
            (2, "Ea Kar".to_owned(), Exact::decimal(5, 1)),
        ];
        let [vi, en] = words().map(|words| form_preview(5, 1, &first, &words));
        assert!(
            vi.contains("5 ") && vi.contains("1. An Bình (0,8123), 2. Ea Kar (0,5000)"),
            "{vi}"
        );
        assert!(
            en.contains("1 indicator.") && en.contains("1. An Bình (0.8123)"),
            "{en}"
        );
    }
}
