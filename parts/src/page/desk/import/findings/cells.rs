//! Errors in the form of a table and in its cells.

use super::{Told, said, short};
use crate::page::desk::import::column_letters;
use crate::page::text::points;
use dti_formats::link::Language;
use dti_formats::{DecimalMark, FindingKind};

impl Told<'_> {
    /// Errors in the form of the table and its cells.
    pub(super) fn cell_error(&self, kind: &FindingKind) -> [String; 2] {
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
            K::DateInstead(given) => {
                let given = short(given);
                [
                    format!(
                        "“{given}” là ngày tháng: bảng tính đã tự đổi giá trị của ô này (ví dụ 3/4) thành ngày. Hãy đặt định dạng ô là Văn bản (Text), gõ lại giá trị rồi lưu."
                    ),
                    format!(
                        "“{given}” is a date: a spreadsheet made a date of it (as it does of 3/4). Format the cell as text, type the value again and save."
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
}
