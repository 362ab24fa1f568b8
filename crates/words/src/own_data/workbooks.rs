//! Workbooks in words: why one cannot be read, with the place and the way out, and what was taken
//! otherwise than it stands there.

use crate::Words;
use dti_formats::{
    BookFault, BookFaultKind, BookRemark, BookRemarkKind, MOST_BYTES, MOST_CELLS, MOST_COLUMNS,
    MOST_PARTS, MOST_ROWS, MOST_SHEETS, MOST_TEXT, MOST_UNPACKED_BYTES, cell_name, column_name,
};

/// Bytes in a megabyte, as limits are said.
const MEGABYTE: usize = 1_000_000;
/// Runs of rows or columns that are named.
const RUNS_NAMED: usize = 12;

/// Why a file is not read: one sentence with the place, what is allowed and the way out.
pub fn book_fault(fault: &BookFault, words: &Words) -> String {
    let limit = limit_passed(fault.kind, words);
    let sentence = limit.unwrap_or_else(|| wrong_kind(fault.kind, words).to_owned());
    let place = match (&fault.sheet, fault.cell) {
        (None, _) => return sentence,
        (Some(sheet), None) => words.book_sheet(sheet),
        (Some(sheet), Some(cell)) => words.book_cell(sheet, cell_name(cell)),
    };
    format!("{place}: {sentence}")
}

/// The limit that was passed, where it is one.
fn limit_passed(kind: BookFaultKind, words: &Words) -> Option<String> {
    use BookFaultKind as K;
    Some(match kind {
        K::TooLarge => words.book_too_large(MOST_BYTES / MEGABYTE),
        K::TooManyParts => words.book_too_many_parts(MOST_PARTS),
        K::UnpacksTooLarge => words.book_unpacks_too_large(MOST_UNPACKED_BYTES / MEGABYTE),
        K::TooManySheets => words.book_too_many_sheets(MOST_SHEETS),
        K::TooManyRows => words.book_too_many_rows(MOST_ROWS),
        K::TooManyColumns => words.book_too_many_columns(MOST_COLUMNS),
        K::TooManyCells => words.book_too_many_cells(MOST_CELLS),
        K::TooMuchText => words.book_too_much_text(MOST_TEXT / MEGABYTE),
        _ => return None,
    })
}

fn wrong_kind(kind: BookFaultKind, words: &Words) -> &'static str {
    use BookFaultKind as K;
    match kind {
        K::NoBytes => words.book_no_bytes(),
        K::OldExcel => words.book_old_excel(),
        K::Encrypted => words.book_encrypted(),
        K::OpenDocument => words.book_open_document(),
        K::BinaryExcel => words.book_binary_excel(),
        K::PlainText => words.book_plain_text(),
        K::WebPage => words.book_web_page(),
        K::Picture => words.book_picture(),
        K::Pdf => words.book_pdf(),
        K::AnotherKind => words.book_another_kind(),
        K::Damaged => words.book_damaged(),
        K::NoStoredValue => words.book_no_stored_value(),
        K::Empty => words.book_empty(),
        K::OnlyHidden => words.book_only_hidden(),
        K::TooSlow => words.book_too_slow(),
        K::NoWorker => words.book_no_worker(),
        K::NotLoaded => words.book_not_loaded(),
        // They name their limit.
        K::TooLarge
        | K::TooManyParts
        | K::UnpacksTooLarge
        | K::TooManySheets
        | K::TooManyRows
        | K::TooManyColumns
        | K::TooManyCells
        | K::TooMuchText => "",
    }
}

/// What was taken otherwise than it stands there: one sentence with the places.
pub fn book_remark(remark: &BookRemark, words: &Words) -> String {
    use BookRemarkKind as K;
    let (count, cell) = (remark.count, cell_name(remark.cell));
    let what = match remark.kind {
        K::HiddenSheet => words.book_hidden_sheet().to_owned(),
        K::LostSheet => words.book_lost_sheet().to_owned(),
        K::HiddenRows => words.book_hidden_rows(count, runs(remark, |row| (row + 1).to_string())),
        K::HiddenColumns => words.book_hidden_columns(count, runs(remark, column_name)),
        K::Formula => words.book_formula_cells(count, cell),
        K::Merged => words.book_merged_cells(count, cell),
        K::Date => words.book_date_cells(count, cell),
        K::Truth => words.book_truth_cells(count, cell),
        K::Mistake => words.book_mistake_cells(count, cell),
        K::Lifted => words.book_lifted_cells(count, cell),
    };
    words.book_remark(&remark.sheet, what)
}

/// Runs of rows or columns, by the names of their places: "3, 13–15".
fn runs(remark: &BookRemark, name: impl Fn(usize) -> String) -> String {
    let run = |&(first, last): &(usize, usize)| match first == last {
        true => name(first),
        false => format!("{}–{}", name(first), name(last)),
    };
    let mut runs: Vec<String> = remark.ranges.iter().take(RUNS_NAMED).map(run).collect();
    if remark.ranges.len() > RUNS_NAMED {
        runs.push("…".to_owned());
    }
    runs.join(", ")
}

#[cfg(test)]
mod tests {
    use super::{book_fault, book_remark};
    use crate::Words;
    use dti_formats::link::Language;
    use dti_formats::{BookFault, BookFaultKind, BookRemark, BookRemarkKind};

    fn words() -> [Words; 2] {
        [Language::Vi, Language::En].map(Words::plain)
    }

    #[test]
    fn every_fault_is_a_sentence_of_its_own_in_both_languages() {
        for words in words() {
            let said = BookFaultKind::ALL.map(|(kind, _)| book_fault(&kind.into(), &words));
            for (place, sentence) in said.iter().enumerate() {
                assert!(sentence.ends_with('.') && sentence.len() > 15, "{sentence}");
                assert!(!said[..place].contains(sentence), "{sentence}");
            }
        }
    }

    #[test]
    fn a_fault_names_its_sheet_and_cell() {
        let [vi, en] = words();
        let fault = BookFault {
            kind: BookFaultKind::TooManyRows,
            sheet: Some("Phiếu".to_owned()),
            cell: Some((2_000, 3)),
        };
        assert_eq!(
            book_fault(&fault, &vi),
            "Trang tính “Phiếu”, ô D2001: có dữ liệu dưới dòng 2.000, dòng cuối được nhận. Hãy xóa \
             phần thừa."
        );
        assert_eq!(
            book_fault(&fault, &en),
            "Sheet “Phiếu”, cell D2001: something stands below row 2,000, the last that is read. \
             Remove it."
        );
        let sheet = BookFault {
            cell: None,
            ..fault
        };
        assert!(book_fault(&sheet, &vi).starts_with("Trang tính “Phiếu”: có dữ liệu"));
    }

    #[test]
    fn a_limit_is_said_in_megabytes() {
        let [vi, en] = words();
        assert_eq!(
            book_fault(&BookFaultKind::UnpacksTooLarge.into(), &vi),
            "Tệp bung ra lớn quá mức cho phép (16 MB). Hãy sao chép riêng phần số liệu sang tệp mới."
        );
        assert_eq!(
            book_fault(&BookFaultKind::TooLarge.into(), &en),
            "The file is larger than 2 MB. Copy the sheet you need into a new file."
        );
    }

    #[test]
    fn a_remark_counts_its_cells() {
        let [vi, en] = words();
        let remark = |count| BookRemark {
            kind: BookRemarkKind::Formula,
            sheet: "S".to_owned(),
            cell: (4, 3),
            count,
            ranges: Vec::new(),
        };
        assert_eq!(
            book_remark(&remark(1), &en),
            "Sheet “S”: 1 cell with a formula; the stored value is used (the first is D5)."
        );
        assert_eq!(
            book_remark(&remark(12), &vi),
            "Trang tính “S”: 12 ô có công thức; dùng giá trị đã lưu (ô đầu tiên: D5)."
        );
    }

    #[test]
    fn a_remark_names_what_is_hidden() {
        let [vi, en] = words();
        let remark = |kind, ranges: &[(usize, usize)]| BookRemark {
            kind,
            sheet: "S".to_owned(),
            cell: (0, 0),
            count: ranges.iter().map(|(first, last)| last - first + 1).sum(),
            ranges: ranges.to_vec(),
        };
        let rows = remark(BookRemarkKind::HiddenRows, &[(2, 2), (12, 14)]);
        let columns = remark(BookRemarkKind::HiddenColumns, &[(2, 2)]);
        let sheet = remark(BookRemarkKind::HiddenSheet, &[]);
        for (remark, said_vi, said_en) in [
            (
                rows,
                "Trang tính “S”: bỏ qua 4 hàng đang ẩn (3, 13–15).",
                "Sheet “S”: 4 hidden rows are left out (3, 13–15).",
            ),
            (
                columns,
                "Trang tính “S”: bỏ qua 1 cột đang ẩn (C).",
                "Sheet “S”: 1 hidden column is left out (C).",
            ),
            (
                sheet,
                "Trang tính “S”: đang ẩn nên không được đọc.",
                "Sheet “S”: hidden, so it is not read.",
            ),
        ] {
            assert_eq!(book_remark(&remark, &vi), said_vi);
            assert_eq!(book_remark(&remark, &en), said_en);
        }
        let many: Vec<(usize, usize)> = (0..20).map(|row| (row * 2, row * 2)).collect();
        let said = book_remark(&remark(BookRemarkKind::HiddenRows, &many), &vi);
        assert!(said.ends_with(", 21, 23, …)."), "{said}");
    }

    #[test]
    fn every_remark_is_a_sentence_of_its_own_in_both_languages() {
        for words in words() {
            let said = BookRemarkKind::ALL.map(|(kind, _)| {
                let remark = BookRemark {
                    kind,
                    sheet: "S".to_owned(),
                    cell: (0, 0),
                    count: 1,
                    ranges: vec![(0, 0)],
                };
                book_remark(&remark, &words)
            });
            for (place, sentence) in said.iter().enumerate() {
                assert!(!said[..place].contains(sentence), "{sentence}");
            }
        }
    }
}
