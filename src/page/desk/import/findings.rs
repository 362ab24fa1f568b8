//! What was found in a table, in both languages: where, what is given, what is allowed.

use super::column_letters;
use super::words::meaning_name;
use crate::files::{Column, DecimalMark, Finding, FindingKind, Meaning};
use crate::link::Language;
use crate::model::{Edition, Exact};
use crate::page::names::NamesIn;
use crate::page::text::{Names as _, decimal, points, score};
use std::sync::Arc;

/// Longest piece of a cell that a sentence repeats, in letters.
const LONGEST: usize = 60;
/// Decimals of a re-added total: its difference lies behind the published four.
const SUM_DECIMALS: u32 = 6;

/// What the sentences are about.
pub(super) struct Told<'a> {
    /// The edition that the table is for.
    pub(super) edition: &'a Arc<Edition>,
    /// Its columns.
    pub(super) columns: &'a [Column],
    pub(super) language: Language,
}

impl Told<'_> {
    /// A finding with its place.
    pub(super) fn sentence(&self, finding: &Finding) -> String {
        let [vi, en] = self.texts(&finding.kind);
        let text = match self.language {
            Language::Vi => vi,
            Language::En => en,
        };
        format!("{}{text}", self.place(finding))
    }

    /// Row as in the file, column by letter and heading.
    fn place(&self, finding: &Finding) -> String {
        let row = finding.row.map(|row| row + 1);
        let column = finding.column.map(|column| {
            let heading = self
                .columns
                .get(column)
                .map_or("", |column| column.heading.as_str());
            match heading.is_empty() {
                true => column_letters(column),
                false => format!("{} ({})", column_letters(column), short(heading)),
            }
        });
        match (self.language, row, column) {
            (_, None, None) => String::new(),
            (Language::Vi, Some(row), Some(column)) => format!("Hàng {row}, cột {column}: "),
            (Language::En, Some(row), Some(column)) => format!("Row {row}, column {column}: "),
            (Language::Vi, Some(row), None) => format!("Hàng {row}: "),
            (Language::En, Some(row), None) => format!("Row {row}: "),
            (Language::Vi, None, Some(column)) => format!("Cột {column}: "),
            (Language::En, None, Some(column)) => format!("Column {column}: "),
        }
    }

    fn meaning(&self, meaning: &Meaning) -> [String; 2] {
        [Language::Vi, Language::En]
            .map(|language| meaning_name(meaning, self.edition.framework(), language))
    }

    fn unit(&self, id: &str) -> [String; 2] {
        [Language::Vi, Language::En].map(|l| NamesIn::new(Some(self.edition), l).unit(id))
    }

    fn indicator(&self, id: &str) -> [String; 2] {
        [Language::Vi, Language::En].map(|l| NamesIn::new(Some(self.edition), l).indicator(id))
    }

    fn texts(&self, kind: &FindingKind) -> [String; 2] {
        use FindingKind as K;
        match kind {
            K::TotalDiffers { .. }
            | K::TotalOutOfReach { .. }
            | K::RankDiffers { .. }
            | K::PointsDiffer { .. }
            | K::MaxPointsDiffer { .. }
            | K::RuleInWords(_)
            | K::RowLeftOut(_)
            | K::UnitsLeftOut(_)
            | K::MainsLeftOut(_)
            | K::MainsByOrder
            | K::OtherYear { .. }
            | K::Gaps(_) => self.remark(kind),
            K::UnitBlank
            | K::UnitUnknown(_)
            | K::UnitUnclear(_)
            | K::UnitTwice { .. }
            | K::IndicatorTwice { .. }
            | K::IndicatorUnknown(_)
            | K::NumberMissing
            | K::NumberUnclear(_)
            | K::ParentMissing(_)
            | K::NumberOfAnother { .. }
            | K::NameMissing
            | K::MaxPointsMissing
            | K::PartsDoNotAddUp { .. } => self.subject_error(kind),
            _ => self.cell_error(kind),
        }
    }

    /// Errors in the form of the table and its cells.
    fn cell_error(&self, kind: &FindingKind) -> [String; 2] {
        use FindingKind as K;
        match kind {
            K::NoHeadings => said(
                "Không thấy hàng tiêu đề nào quen thuộc. Hãy chọn ý nghĩa của từng cột ở dưới.",
                "No row of headings is known here. Choose what each column is, below.",
            ),
            K::NoRows => said(
                "Dưới hàng tiêu đề không có hàng số liệu nào.",
                "There are no rows of figures below the headings.",
            ),
            K::ColumnMissing(meaning) => {
                let [vi, en] = self.meaning(meaning);
                [
                    format!("Thiếu cột “{vi}”. Nếu bảng có cột đó, hãy chọn nó ở dưới."),
                    format!("The column “{en}” is missing. If the table has it, choose it below."),
                ]
            }
            K::ColumnTwice { meaning, first } => {
                let ([vi, en], first) = (self.meaning(meaning), column_letters(*first));
                [
                    format!("cột {first} cũng là “{vi}”. Hãy giữ một cột và bỏ qua cột kia."),
                    format!(
                        "column {first} is “{en}” too. Keep one of them and leave the other out."
                    ),
                ]
            }
            K::RowTooLong => said(
                "hàng này nhiều ô hơn hàng tiêu đề; có thể dấu phẩy thập phân bị hiểu là dấu ngăn cột. Hãy đặt ô đó trong ngoặc kép.",
                "this row has more cells than the headings; perhaps a decimal comma was taken for the end of a cell. Put that cell in quotation marks.",
            ),
            K::NotANumber(given) => {
                let given = short(given);
                [
                    format!("“{given}” không phải là số."),
                    format!("“{given}” is not a number."),
                ]
            }
            K::WrongMark { given, mark } => {
                let given = short(given);
                let (vi, en) = match mark {
                    DecimalMark::Comma => ("dấu phẩy", "a comma"),
                    DecimalMark::Point => ("dấu chấm", "a point"),
                };
                [
                    format!("“{given}” không đọc được: cả bảng dùng {vi} thập phân."),
                    format!(
                        "“{given}” cannot be read: the rest of the table has {en} before decimals."
                    ),
                ]
            }
            K::WhichMark(given) => {
                let given = short(given);
                [
                    format!(
                        "“{given}” có thể đọc theo hai cách. Hãy chọn dấu thập phân của bảng ở dưới."
                    ),
                    format!(
                        "“{given}” can be read in two ways. Choose the decimal mark of the table below."
                    ),
                ]
            }
            K::WhichScale => said(
                "Không rõ các giá trị là phần trăm hay điểm. Hãy chọn ở dưới.",
                "It is not clear whether the values are percent or points. Choose below.",
            ),
            K::OutOfRange { given, high } => {
                let given = short(given);
                let [vi, en] = [Language::Vi, Language::En].map(|l| points(*high, l));
                [
                    format!("“{given}” nằm ngoài khoảng cho phép, từ 0 đến {vi}."),
                    format!("“{given}” is out of range; allowed are 0 to {en}."),
                ]
            }
            K::Negative(given) => {
                let given = short(given);
                [
                    format!("“{given}” là số âm; ở đây chỉ có số từ 0 trở lên."),
                    format!("“{given}” is below zero; numbers here are 0 or more."),
                ]
            }
            K::NotARank(given) => {
                let given = short(given);
                [
                    format!("“{given}” không phải thứ hạng; thứ hạng là số nguyên từ 1."),
                    format!("“{given}” is not a rank; ranks are whole numbers from 1."),
                ]
            }
            K::TooManyDecimals(given) => {
                let given = short(given);
                [
                    format!("“{given}” có quá nhiều chữ số thập phân; điểm có nhiều nhất hai."),
                    format!("“{given}” has too many decimals; points have two at most."),
                ]
            }
            K::Formula(given) => {
                let given = short(given);
                [
                    format!(
                        "“{given}” là công thức chứ không phải giá trị. Hãy dán bảng dưới dạng giá trị (Paste Values) rồi lưu lại."
                    ),
                    format!(
                        "“{given}” is a formula, not its value. Paste the table as values and save it again."
                    ),
                ]
            }
            K::SheetError(given) => {
                let given = short(given);
                [
                    format!(
                        "“{given}” là lỗi của bảng tính. Hãy sửa công thức ở ô này, hoặc để trống ô."
                    ),
                    format!(
                        "“{given}” is a mistake of the spreadsheet. Correct the formula in this cell, or leave the cell blank."
                    ),
                ]
            }
            K::RuleUnknown(given) => {
                let given = short(given);
                [
                    format!(
                        "“{given}” không phải quy tắc chấm điểm quen thuộc, ví dụ “steps 1:0.25 4:1”."
                    ),
                    format!("“{given}” is not a known scoring rule, such as “steps 1:0.25 4:1”."),
                ]
            }
            K::NotOfRule { given, rule } => {
                let given = short(given);
                [
                    format!("“{given}” không hợp với quy tắc “{rule}” của chỉ số này."),
                    format!("“{given}” does not fit the rule “{rule}” of this indicator."),
                ]
            }
            K::More(count) => [
                format!("Còn {count} lỗi nữa. Sau khi sửa các lỗi trên, chúng sẽ hiện ra."),
                format!(
                    "There are {count} more errors. They appear once those above are corrected."
                ),
            ],
            _ => Default::default(),
        }
    }

    /// Errors in what rows are about.
    fn subject_error(&self, kind: &FindingKind) -> [String; 2] {
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

    fn remark(&self, kind: &FindingKind) -> [String; 2] {
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
                "Không hàng nào nêu tên chỉ số chính, nên số đầu (1, 2, …) được hiểu theo thứ tự của bộ chỉ số. Hãy kiểm tra.",
                "No row names the main indicators, so the first numbers (1, 2, …) follow the order of the framework. Check them.",
            ),
            K::OtherYear { written, year } => [
                format!("tiêu đề nói năm {written}, nhưng bảng sẽ nhập vào năm {year}."),
                format!("the heading says {written}, but the table goes into {year}."),
            ],
            K::Gaps(count) => [
                format!("{count} ô trống; chúng vẫn là chỗ chưa có số liệu."),
                format!("{count} cells are blank; they stay gaps."),
            ],
            _ => Default::default(),
        }
    }
}

fn said(vi: &str, en: &str) -> [String; 2] {
    [vi.to_owned(), en.to_owned()]
}

fn long(value: Exact, language: Language) -> String {
    decimal(value, SUM_DECIMALS, language)
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
