//! Errors in what the rows of a table are about.

use super::{Told, said, short};
use crate::page::text::points;
use dti_formats::FindingKind;
use dti_formats::link::Language;

impl Told<'_> {
    /// Errors in what rows are about.
    pub(super) fn subject_error(&self, kind: &FindingKind) -> [String; 2] {
        use FindingKind as K;
        match kind {
            K::UnitBlank => said(
                "hàng này có số liệu nhưng không có tên tỉnh.",
                "this row has figures but no name of a province.",
            ),
            K::UnitUnknown(given) => {
                let given = short(given);
                let year = self.edition.id();
                [
                    format!(
                        "“{given}” không phải tỉnh, thành nào của kỳ {year}. Hãy chọn ở dưới, hoặc bỏ hàng này."
                    ),
                    format!(
                        "“{given}” is not a province of {year}. Choose one below, or leave the row out."
                    ),
                ]
            }
            K::UnitUnclear(given) => {
                let given = short(given);
                [
                    format!("“{given}” có thể là nhiều tỉnh. Hãy chọn ở dưới."),
                    format!("“{given}” may be several provinces. Choose one below."),
                ]
            }
            K::UnitTwice { unit, first } => {
                let ([vi, en], first) = (self.unit(unit), first + 1);
                [
                    format!("{vi} đã có ở hàng {first}. Hãy giữ lại một hàng."),
                    format!("{en} is in row {first} already. Keep one of the rows."),
                ]
            }
            K::IndicatorTwice { given, first } => {
                let (given, first) = (short(given), first + 1);
                [
                    format!("“{given}” đã có ở hàng {first}. Hãy giữ lại một hàng."),
                    format!("“{given}” is in row {first} already. Keep one of the rows."),
                ]
            }
            K::IndicatorUnknown(given) => {
                let given = short(given);
                [
                    format!(
                        "“{given}” không có trong bộ chỉ số. Hãy kiểm tra số và tên; nếu chưa, hãy nhập danh sách chỉ số trước."
                    ),
                    format!(
                        "“{given}” is not in the framework. Check its number and name, and load the component list first."
                    ),
                ]
            }
            K::NumberMissing => said(
                "hàng này có điểm tối đa nhưng không có số thứ tự.",
                "this row has max points but no number.",
            ),
            K::NumberUnclear(given) => {
                let given = short(given);
                [
                    format!(
                        "số “{given}” không nối tiếp các hàng trên, ví dụ 1.3.1 mà không có 1.3."
                    ),
                    format!(
                        "the number “{given}” does not follow from the rows above, such as 1.3.1 without 1.3."
                    ),
                ]
            }
            K::NumberOfAnother { given, name } => {
                let (given, name) = (short(given), short(name));
                [
                    format!(
                        "“{given}” là số của một chỉ số khác, không phải của “{name}”. Hãy sửa số hoặc tên."
                    ),
                    format!(
                        "“{given}” is the number of another indicator than “{name}”. Correct one of them."
                    ),
                ]
            }
            K::ParentMissing(given) => {
                let given = short(given);
                [
                    format!(
                        "“{given}” không thuộc chỉ số chính nào. Hãy thêm hàng tên chỉ số chính, hoặc một cột chỉ số chính."
                    ),
                    format!(
                        "“{given}” stands below no main indicator. Add a row with its name, or a column of main indicators."
                    ),
                ]
            }
            K::WhichMain(given) => {
                let given = short(given);
                [
                    format!(
                        "số {given} là hai chỉ số chính khác nhau theo thứ tự của quyết định và của phiếu chấm. Hãy chọn ở trên."
                    ),
                    format!(
                        "the number {given} is one main indicator in the order of the decision and another in that of the scoring sheet. Choose above."
                    ),
                ]
            }
            K::NameMissing => said("chỉ số này không có tên.", "this indicator has no name."),
            K::MaxPointsMissing => said(
                "chỉ số này không có điểm tối đa.",
                "this indicator has no max points.",
            ),
            K::PartsDoNotAddUp { whole, sum, stated } => {
                let [vi, en] = self.indicator(whole);
                let [sum_vi, sum_en] = [Language::Vi, Language::En].map(|l| points(*sum, l));
                let [max_vi, max_en] = [Language::Vi, Language::En].map(|l| points(*stated, l));
                [
                    format!(
                        "Các phần của “{vi}” cộng lại được {sum_vi} điểm, nhưng điểm tối đa của nó là {max_vi}."
                    ),
                    format!(
                        "The parts of “{en}” add up to {sum_en} points, but its max points are {max_en}."
                    ),
                ]
            }
            _ => Default::default(),
        }
    }
}
