//! What is worth knowing of a table and does not stand in the way.

use super::{Told, long, said, short};
use crate::page::text::{points, score};
use dti_formats::FindingKind;
use dti_formats::link::Language;

impl Told<'_> {
    /// Remarks.
    pub(super) fn remark(&self, kind: &FindingKind) -> [String; 2] {
        use FindingKind as K;
        let [vi, en] = [Language::Vi, Language::En];
        match kind {
            K::TotalDiffers { stated, sum } => {
                let by = (*stated - *sum).abs();
                let text = |l| [score(*stated, l), long(*sum, l), long(by, l)];
                let ([a, b, c], [d, e, f]) = (text(vi), text(en));
                [
                    format!("tổng trong bảng là {a}; cộng lại từ các chỉ số được {b}, lệch {c}."),
                    format!(
                        "the table's total is {d}; its indicators add up to {e}, a difference of {f}."
                    ),
                ]
            }
            K::TotalOutOfReach { stated, low, high } => {
                let text = |l| [*stated, *low, *high].map(|value| score(value, l));
                let ([a, b, c], [d, e, f]) = (text(vi), text(en));
                [
                    format!(
                        "tổng trong bảng là {a}, nhưng với các chỉ số đã có, tổng chỉ có thể từ {b} đến {c}."
                    ),
                    format!(
                        "the table's total is {d}, but with the indicators that are given it can only be {e} to {f}."
                    ),
                ]
            }
            K::RankDiffers { stated, recomputed } => [
                format!("hạng trong bảng là {stated}; xếp lại theo tổng được hạng {recomputed}."),
                format!("the table's rank is {stated}; by its totals the rank is {recomputed}."),
            ],
            K::PointsDiffer { stated, sum } => {
                let text = |l| [points(*stated, l), points(*sum, l)];
                let ([a, b], [c, d]) = (text(vi), text(en));
                [
                    format!("bảng ghi {a} điểm; các phần cộng lại được {b}."),
                    format!("the table has {c} points; the parts add up to {d}."),
                ]
            }
            K::MaxPointsDiffer { stated, own } => {
                let text = |l| [points(*stated, l), points(*own, l)];
                let ([a, b], [c, d]) = (text(vi), text(en));
                [
                    format!("bảng ghi điểm tối đa {a}; trong bộ chỉ số là {b}."),
                    format!("the table has {c} max points; the framework has {d}."),
                ]
            }
            K::RuleInWords(given) => {
                let given = short(given);
                [
                    format!("chưa hiểu cách chấm “{given}”; chỉ số này sẽ nhập thẳng điểm."),
                    format!("the rule “{given}” is not understood; points are entered directly."),
                ]
            }
            K::RowLeftOut(given) => {
                let given = short(given);
                [
                    format!("bỏ qua hàng “{given}”."),
                    format!("the row “{given}” is left out."),
                ]
            }
            K::ZeroCut { given, read } => [
                format!("số “{given}” đứng sau số liền trước {read} nên được hiểu là {read}."),
                format!("“{given}” follows the number before {read} and is read as {read}."),
            ],
            K::FiguresBehindPoints(count) => [
                format!(
                    "{count} ô ghi điểm, trong khi quy tắc cần số liệu; số liệu ứng đúng với điểm đó được nhập thay."
                ),
                format!(
                    "{count} cells give points where the rule takes figures; figures that earn exactly these points stand for them."
                ),
            ],
            K::LetteredLeftOut(count) => [
                format!("{count} hàng đánh chữ (a, b, …) không có điểm tối đa riêng, nên bỏ qua."),
                format!(
                    "{count} lettered rows (a, b, …) have no max points of their own and are left out."
                ),
            ],
            K::UnitsLeftOut(count) => [
                format!(
                    "Bảng không có {count} tỉnh, thành của kỳ này; số liệu của chúng giữ nguyên."
                ),
                format!(
                    "{count} provinces of this edition are not in the table; their figures stay."
                ),
            ],
            K::MainsLeftOut(ids) => {
                let names = |place: usize| -> String {
                    let names = ids.iter().map(|id| self.indicator(id));
                    let own = names.map(|names| names.into_iter().nth(place).unwrap_or_default());
                    own.collect::<Vec<_>>().join(", ")
                };
                [
                    format!("Danh sách không có chỉ số thành phần của: {}.", names(0)),
                    format!("The list has no components of: {}.", names(1)),
                ]
            }
            K::MainsByOrder => said(
                "Không hàng nào nêu tên chỉ số chính, nên số đầu (1, 2, …) được hiểu theo thứ tự của bộ chỉ số và theo điểm tối đa, số lượng, tên của các thành phần. Hãy kiểm tra ở trên.",
                "No row names the main indicators, so the first numbers (1, 2, …) are understood by the order of the framework, and by max points, count and names of the components. Check them above.",
            ),
            K::OtherYear { written, year } => [
                format!("ở đây ghi năm {written}, nhưng bảng sẽ nhập vào năm {year}."),
                format!("this says {written}, but the table goes into {year}."),
            ],
            K::OtherYearsLeftOut { count, year } => [
                format!("{count} hàng ghi năm khác {year} nên bỏ qua."),
                format!("{count} rows of other years than {year} are left out."),
            ],
            K::EstimatesLeftOut(count) => [
                format!("{count} ô ghi là ước tính nên không nhập; trang này ước tính lại."),
                format!(
                    "{count} cells are marked as estimates and are not taken over; this page \
                     estimates them anew."
                ),
            ],
            K::Gaps(count) => [
                format!("{count} ô trống; chúng vẫn là chỗ chưa có số liệu."),
                format!("{count} cells are blank; they stay gaps."),
            ],
            _ => Default::default(),
        }
    }
}
