//! What was found in a table: where, what is given, what is allowed.

use super::import::meaning_name;
use super::intake::at;
use crate::numbers::{decimal, points, score};
use crate::{Names as _, NamesIn, Words};
use dti_engine::model::{Edition, Exact};
use dti_formats::{Column, DecimalMark, Finding, FindingKind, column_name};

/// Longest piece of a cell that a sentence repeats, in letters.
const LONGEST: usize = 60;
/// Decimals of a re-added total: its difference lies behind the published four.
const SUM_DECIMALS: u32 = 6;

/// A finding in a table for an edition, with its place: "Hàng 3, cột B (Tỉnh): “QN” …".
pub fn finding(finding: &Finding, columns: &[Column], edition: &Edition, words: &Words) -> String {
    let place = finding_place(finding, columns, words);
    format!("{place}{}", finding_sentence(finding, edition, words))
}

/// The same without its place.
pub fn finding_sentence(finding: &Finding, edition: &Edition, words: &Words) -> String {
    let kind = &finding.kind;
    let what = remark(kind, edition, words)
        .or_else(|| subject_error(kind, edition, words))
        .or_else(|| cell_error(kind, edition, words));
    what.unwrap_or_default()
}

/// Row as in the file, column by letter and heading: "Hàng 3, cột B (Tỉnh): ".
pub fn finding_place(finding: &Finding, columns: &[Column], words: &Words) -> String {
    let column = finding.column.map(|place| {
        let letters = column_name(place);
        match columns.get(place).map(|column| &column.heading[..]) {
            None | Some("") => letters,
            Some(heading) => format!("{letters} ({})", short(heading)),
        }
    });
    at(finding.row, column, words)
}

/// What is worth knowing of a table and does not stand in the way.
fn remark(kind: &FindingKind, edition: &Edition, words: &Words) -> Option<String> {
    use FindingKind as K;
    let sum = |value: Exact| decimal(value, SUM_DECIMALS, words);
    Some(match kind {
        K::TotalDiffers { stated, sum: own } => {
            let difference = (*stated - *own).abs();
            words.finding_total_differs(score(*stated, words), sum(*own), sum(difference))
        }
        K::TotalOutOfReach { stated, low, high } => {
            let [stated, low, high] = [stated, low, high].map(|value| score(*value, words));
            words.finding_total_out_of_reach(stated, low, high)
        }
        K::RankDiffers { stated, recomputed } => words.finding_rank_differs(stated, recomputed),
        K::PointsDiffer { stated, sum } => {
            words.finding_points_differ(points(*stated, words), points(*sum, words))
        }
        K::MaxPointsDiffer { stated, own } => {
            words.finding_max_points_differ(points(*stated, words), points(*own, words))
        }
        K::RuleInWords(given) => words.finding_rule_in_words(short(given)),
        K::RowLeftOut(given) => words.finding_row_left_out(short(given)),
        K::ZeroCut { given, read } => words.finding_zero_cut(given, read),
        K::FiguresBehindPoints(count) => words.finding_figures_behind_points(*count),
        K::LetteredLeftOut(count) => words.finding_lettered_left_out(*count),
        K::UnitsLeftOut(count) => words.finding_units_left_out(*count),
        K::MainsLeftOut(ids) => {
            let names = NamesIn::new(Some(edition), words);
            let mains: Vec<String> = ids.iter().map(|id| names.indicator(id)).collect();
            words.finding_mains_left_out(mains.join(", "))
        }
        K::MainsByOrder => words.finding_mains_by_order().to_owned(),
        K::OtherYear { written, year } => words.finding_other_year(written, year),
        K::OtherYearsLeftOut { count, year } => words.finding_other_years_left_out(*count, year),
        K::EstimatesLeftOut(count) => words.finding_estimates_left_out(*count),
        K::Gaps(count) => words.finding_gaps(*count),
        _ => return None,
    })
}

/// Errors in what the rows of a table are about.
fn subject_error(kind: &FindingKind, edition: &Edition, words: &Words) -> Option<String> {
    use FindingKind as K;
    let names = NamesIn::new(Some(edition), words);
    Some(match kind {
        K::UnitBlank => words.finding_unit_blank(),
        K::UnitUnknown(given) => words.finding_unit_unknown(short(given), edition.id()),
        K::UnitUnclear(given) => words.finding_unit_unclear(short(given)),
        K::UnitTwice { unit, first } => words.finding_unit_twice(names.unit(unit), first + 1),
        K::IndicatorTwice { given, first } => {
            words.finding_indicator_twice(short(given), first + 1)
        }
        K::IndicatorUnknown(given) => words.finding_indicator_unknown(short(given)),
        K::NumberMissing => words.finding_number_missing().to_owned(),
        K::NumberUnclear(given) => words.finding_number_unclear(short(given)),
        K::NumberOfAnother { given, name } => {
            words.finding_number_of_another(short(given), short(name))
        }
        K::ParentMissing(given) => words.finding_parent_missing(short(given)),
        K::WhichMain(given) => words.finding_which_main(short(given)),
        K::NameMissing => words.finding_name_missing().to_owned(),
        K::MaxPointsMissing => words.finding_max_points_missing().to_owned(),
        K::PartsDoNotAddUp { whole, sum, stated } => {
            let [sum, stated] = [sum, stated].map(|value| points(*value, words));
            words.finding_parts_do_not_add_up(names.indicator(whole), sum, stated)
        }
        _ => return None,
    })
}

/// Errors in the form of a table and in its cells.
fn cell_error(kind: &FindingKind, edition: &Edition, words: &Words) -> Option<String> {
    use FindingKind as K;
    let meaning = |own| meaning_name(own, edition.framework(), words);
    Some(match kind {
        K::NoHeadings => words.finding_no_headings().to_owned(),
        K::NoRows => words.finding_no_rows().to_owned(),
        K::ColumnMissing(own) => words.finding_column_missing(meaning(own)),
        K::ColumnTwice {
            meaning: own,
            first,
        } => words.finding_column_twice(column_name(*first), meaning(own)),
        K::RowTooLong => words.finding_row_too_long().to_owned(),
        K::NotANumber(given) => words.finding_not_a_number(short(given)),
        K::WrongMark { given, mark } => {
            let mark = match mark {
                DecimalMark::Comma => "comma",
                DecimalMark::Point => "point",
            };
            words.finding_wrong_mark(short(given), mark)
        }
        K::WhichMark(given) => words.finding_which_mark(short(given)),
        K::WhichScale => words.finding_which_scale().to_owned(),
        K::OutOfRange { given, high } => {
            words.finding_out_of_range(short(given), points(*high, words))
        }
        K::Negative(given) => words.finding_negative(short(given)),
        K::NotARank(given) => words.finding_not_a_rank(short(given)),
        K::TooManyDecimals(given) => words.finding_too_many_decimals(short(given)),
        K::Formula(given) => words.finding_formula(short(given)),
        K::SheetError(given) => words.finding_sheet_error(short(given)),
        K::DateInstead(given) => words.finding_date_instead(short(given)),
        K::RuleUnknown(given) => words.finding_rule_unknown(short(given)),
        K::NotOfRule { given, rule } => words.finding_not_of_rule(short(given), rule),
        K::More(count) => words.finding_more(*count),
        _ => return None,
    })
}

/// A cell as a sentence repeats it: on one line, not too long.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    let mut cut: String = line.chars().take(LONGEST).collect();
    cut.push('…');
    cut
}
