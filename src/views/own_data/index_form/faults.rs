//! What is wrong with an entry of the form, in one sentence.

use dti_formats::{DecimalMark, PointsFaultKind};
use dti_own_data::index_form::FormFaultKind;
use dti_words::Words;

/// The sentence beside a field; `mark` is that of the table.
pub(super) fn sentence(kind: &FormFaultKind, mark: DecimalMark, words: &Words) -> String {
    use FormFaultKind as K;
    match kind {
        K::Empty => words.form_fault_empty().to_owned(),
        K::TooLong(most) => words.form_fault_too_long(*most),
        K::BadYear => words.form_fault_year().to_owned(),
        K::HalfEnglish => words.form_fault_half_english().to_owned(),
        K::TwoReadings => words.form_fault_two_readings().to_owned(),
        K::Twice(name, row) => words.form_fault_twice(name, *row),
        K::NoUnits => words.form_fault_no_units().to_owned(),
        K::NoIndicators => words.form_fault_no_indicators().to_owned(),
        K::CellNotANumber(given, row) => words.form_fault_cell(given, *row),
        K::MixedPercent(row) => words.form_fault_percent(*row),
        K::NotANumber(given) => words.form_fault_number(given, mark_key(mark)),
        K::Negative => words.form_fault_negative().to_owned(),
        K::NotBelow => words.form_fault_not_below().to_owned(),
        K::Gap(name, row) if name.is_empty() => words.form_fault_nameless(*row),
        K::Gap(name, row) => words.form_fault_gap(name, *row),
        K::NoRegions => words.form_fault_no_regions().to_owned(),
        K::Weights(PointsFaultKind::NoWeight) => words.form_fault_no_weight().to_owned(),
        K::Weights(PointsFaultKind::TooFine) => words.form_fault_weights().to_owned(),
        K::Document(place, problem) => words.form_fault_document(place, problem),
    }
}

fn mark_key(mark: DecimalMark) -> &'static str {
    match mark {
        DecimalMark::Comma => "comma",
        DecimalMark::Point => "point",
    }
}
