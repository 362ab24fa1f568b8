//! Workbooks in words: why one cannot be read, with the place and the way out, and what was taken
//! otherwise than it stands there.

use super::text::{either, whole};
use dti_engine::model::Exact;
use dti_formats::link::Language;
use dti_formats::{
    BookFault, BookFaultKind as Kind, BookRemark, BookRemarkKind, MOST_BYTES, MOST_CELLS,
    MOST_COLUMNS, MOST_PARTS, MOST_ROWS, MOST_SHEETS, MOST_TEXT, MOST_UNPACKED_BYTES, cell_name,
    column_name,
};

/// Why a file is not read: one sentence with the place, what is allowed and the way out.
pub(super) fn book_fault(fault: &BookFault, language: Language) -> String {
    let sentence = sentence(fault.kind, language);
    let cell = fault.cell.map(cell_name);
    let place = match (language, &fault.sheet, cell) {
        (_, None, _) => return sentence,
        (Language::Vi, Some(sheet), None) => format!("Trang tính “{sheet}”"),
        (Language::Vi, Some(sheet), Some(cell)) => format!("Trang tính “{sheet}”, ô {cell}"),
        (Language::En, Some(sheet), None) => format!("Sheet “{sheet}”"),
        (Language::En, Some(sheet), Some(cell)) => format!("Sheet “{sheet}”, cell {cell}"),
    };
    format!("{place}: {sentence}")
}

/// Runs of rows or columns that are named.
const RUNS_NAMED: usize = 12;

/// What was taken otherwise than it stands there: one sentence with the places.
pub(super) fn book_remark(remark: &BookRemark, language: Language) -> String {
    let sheet = &remark.sheet;
    let what = match (remark.kind, language) {
        (BookRemarkKind::HiddenSheet, Language::Vi) => "đang ẩn nên không được đọc".to_owned(),
        (BookRemarkKind::HiddenSheet, Language::En) => "hidden, so it is not read".to_owned(),
        (BookRemarkKind::LostSheet, Language::Vi) => {
            "có trong danh mục nhưng không có trong tệp".to_owned()
        }
        (BookRemarkKind::LostSheet, Language::En) => "it is listed, but not in the file".to_owned(),
        (BookRemarkKind::HiddenRows, _) => hidden(remark, ["hàng", "row"], language),
        (BookRemarkKind::HiddenColumns, _) => hidden(remark, ["cột", "column"], language),
        _ => cells(remark, language),
    };
    match language {
        Language::Vi => format!("Trang tính “{sheet}”: {what}."),
        Language::En => format!("Sheet “{sheet}”: {what}."),
    }
}

/// Rows or columns that are left out.
fn hidden(remark: &BookRemark, [vi, en]: [&str; 2], language: Language) -> String {
    let name = |place: usize| match remark.kind {
        BookRemarkKind::HiddenColumns => column_name(place),
        _ => (place + 1).to_string(),
    };
    let run = |&(first, last): &(usize, usize)| match first == last {
        true => name(first),
        false => format!("{}–{}", name(first), name(last)),
    };
    let runs: Vec<String> = remark.ranges.iter().take(RUNS_NAMED).map(run).collect();
    let more = if remark.ranges.len() > RUNS_NAMED {
        ", …"
    } else {
        ""
    };
    let (count, runs) = (remark.count, runs.join(", "));
    match (language, count) {
        (Language::Vi, _) => format!("bỏ qua {count} {vi} đang ẩn ({runs}{more})"),
        (Language::En, 1) => format!("1 hidden {en} is left out ({runs}{more})"),
        (Language::En, _) => format!("{count} hidden {en}s are left out ({runs}{more})"),
    }
}

/// Cells that were not taken as they stand there.
fn cells(remark: &BookRemark, language: Language) -> String {
    let (count, cell) = (remark.count, cell_name(remark.cell));
    let found = CELLS.iter().find(|(own, ..)| *own == remark.kind);
    let (vi, en) = found.map_or(("", ""), |(_, vi, en)| (*vi, *en));
    match (language, count) {
        (Language::Vi, _) => format!("{count} ô {vi} (ô đầu tiên: {cell})"),
        (Language::En, 1) => format!("1 cell {en} (the first is {cell})"),
        (Language::En, _) => format!("{count} cells {en} (the first is {cell})"),
    }
}

/// What there is to say about cells.
const CELLS: [(BookRemarkKind, &str, &str); 6] = [
    (
        BookRemarkKind::Formula,
        "có công thức; dùng giá trị đã lưu",
        "with a formula; the stored value is used",
    ),
    (
        BookRemarkKind::Merged,
        "đã gộp; giá trị tính cho ô đầu của vùng gộp",
        "merged; the value counts for the first of them",
    ),
    (
        BookRemarkKind::Date,
        "là ngày tháng; đọc thành chữ",
        "with a date; read as text",
    ),
    (
        BookRemarkKind::Truth,
        "là đúng/sai; đọc thành chữ TRUE hoặc FALSE",
        "with true or false; read as the text TRUE or FALSE",
    ),
    (
        BookRemarkKind::Mistake,
        "là lỗi công thức (như #REF!); đọc thành chữ",
        "with a formula's error (such as #REF!); read as text",
    ),
    (
        BookRemarkKind::Lifted,
        "có chữ nâng lên hoặc hạ xuống (như số chú thích); phần đó được bỏ đi",
        "with raised or lowered text (such as a footnote's number); that part is left out",
    ),
];

/// A fault in both languages; `#` is the limit that was passed.
fn sentence(kind: Kind, language: Language) -> String {
    let found = SENTENCES.iter().find(|(own, ..)| *own == kind);
    let (vi, en) = found.map_or(("", ""), |(_, vi, en)| (*vi, *en));
    let text = either(language, vi, en);
    let limit = Exact::whole(i64::try_from(limit(kind)).unwrap_or(i64::MAX));
    text.replace('#', &whole(limit, language))
}

/// The limit that a sentence names: megabytes, or a count.
fn limit(kind: Kind) -> usize {
    const MEGABYTE: usize = 1_000_000;
    match kind {
        Kind::TooLarge => MOST_BYTES / MEGABYTE,
        Kind::UnpacksTooLarge => MOST_UNPACKED_BYTES / MEGABYTE,
        Kind::TooMuchText => MOST_TEXT / MEGABYTE,
        Kind::TooManyParts => MOST_PARTS,
        Kind::TooManySheets => MOST_SHEETS,
        Kind::TooManyRows => MOST_ROWS,
        Kind::TooManyColumns => MOST_COLUMNS,
        Kind::TooManyCells => MOST_CELLS,
        _ => 0,
    }
}

/// Behind the place, where there is one: then they begin in lower case.
const SENTENCES: [(Kind, &str, &str); 25] = [
    (
        Kind::TooLarge,
        "Tệp lớn hơn # MB. Hãy sao chép riêng trang tính cần dùng sang tệp mới.",
        "The file is larger than # MB. Copy the sheet you need into a new file.",
    ),
    (
        Kind::NoBytes,
        "Tệp trống, không có gì để đọc.",
        "The file is empty.",
    ),
    (
        Kind::OldExcel,
        "Đây là tệp Excel cũ (.xls). Hãy mở bằng Excel hoặc LibreOffice và lưu lại thành .xlsx.",
        "This is an old Excel file (.xls). Open it in Excel or LibreOffice and save it as \
         .xlsx.",
    ),
    (
        Kind::Encrypted,
        "Tệp có mật khẩu. Hãy bỏ mật khẩu, lưu lại rồi chọn lại tệp.",
        "The file has a password. Remove the password, save it and choose it again.",
    ),
    (
        Kind::OpenDocument,
        "Đây là tệp OpenDocument (.ods). Hãy mở bằng LibreOffice và lưu lại thành .xlsx.",
        "This is an OpenDocument file (.ods). Open it in LibreOffice and save it as .xlsx.",
    ),
    (
        Kind::BinaryExcel,
        "Đây là tệp Excel nhị phân (.xlsb). Hãy lưu lại thành .xlsx.",
        "This is a binary Excel file (.xlsb). Save it as .xlsx.",
    ),
    (
        Kind::PlainText,
        "Đây là tệp chữ, không phải .xlsx. Nếu là CSV, hãy đổi đuôi tệp thành .csv.",
        "This is a text file, not .xlsx. If it is CSV, let its name end in .csv.",
    ),
    (
        Kind::WebPage,
        "Đây là trang web, không phải .xlsx. Hãy sao chép bảng trên trang rồi dán vào ô nhập.",
        "This is a web page, not .xlsx. Copy its table and paste it instead.",
    ),
    (
        Kind::Picture,
        "Đây là tệp ảnh, không phải bảng tính. Hãy chọn tệp .xlsx hoặc .csv.",
        "This is a picture, not a spreadsheet. Choose an .xlsx or .csv file.",
    ),
    (
        Kind::Pdf,
        "Đây là tệp PDF, không phải bảng tính. Hãy chọn tệp .xlsx hoặc .csv.",
        "This is a PDF, not a spreadsheet. Choose an .xlsx or .csv file.",
    ),
    (
        Kind::AnotherKind,
        "Đây không phải tệp bảng tính .xlsx. Hãy chọn tệp .xlsx hoặc .csv.",
        "This is no .xlsx spreadsheet. Choose an .xlsx or .csv file.",
    ),
    (
        Kind::Damaged,
        "Tệp bị hỏng hoặc được tạo khác thường. Hãy mở bằng Excel hoặc LibreOffice, lưu lại \
         thành .xlsx rồi chọn lại.",
        "The file is damaged or was made in an unusual way. Open it in Excel or LibreOffice, \
         save it as .xlsx and choose it again.",
    ),
    (
        Kind::TooManyParts,
        "Tệp gồm hơn # phần. Hãy sao chép riêng trang tính cần dùng sang tệp mới.",
        "The file has more than # parts. Copy the sheet you need into a new file.",
    ),
    (
        Kind::UnpacksTooLarge,
        "Tệp bung ra lớn quá mức cho phép (# MB). Hãy sao chép riêng phần số liệu sang tệp mới.",
        "The file unpacks to more than is allowed (# MB). Copy the table into a new file.",
    ),
    (
        Kind::TooManySheets,
        "Tệp có hơn # trang tính. Hãy chỉ giữ lại trang cần dùng.",
        "The file has more than # sheets. Keep only those you need.",
    ),
    (
        Kind::TooManyRows,
        "có dữ liệu dưới dòng #, dòng cuối được nhận. Hãy xóa phần thừa.",
        "something stands below row #, the last that is read. Remove it.",
    ),
    (
        Kind::TooManyColumns,
        "có dữ liệu bên phải cột thứ #, cột cuối được nhận. Hãy xóa phần thừa.",
        "something stands right of column #, the last that is read. Remove it.",
    ),
    (
        Kind::TooManyCells,
        "tệp có hơn # ô có dữ liệu. Hãy chỉ giữ lại bảng cần dùng.",
        "the file has more than # filled cells. Keep only the table you need.",
    ),
    (
        Kind::TooMuchText,
        "tệp có hơn # MB chữ. Hãy chỉ giữ lại bảng cần dùng.",
        "the file has more than # MB of text. Keep only the table you need.",
    ),
    (
        Kind::NoStoredValue,
        "công thức chưa có giá trị được lưu. Hãy mở tệp bằng Excel hoặc LibreOffice, đợi tính \
         xong, rồi lưu lại.",
        "the formula has no stored value. Open the file in Excel or LibreOffice, let it \
         compute, and save it.",
    ),
    (
        Kind::Empty,
        "Tệp không có ô nào có dữ liệu.",
        "No cell of the file holds anything.",
    ),
    (
        Kind::OnlyHidden,
        "Mọi dữ liệu trong tệp đều nằm ở trang tính, hàng hoặc cột đang ẩn. Hãy bỏ ẩn phần cần \
         nhập, lưu lại rồi chọn lại tệp.",
        "All that the file holds is on hidden sheets, rows or columns. Unhide what is needed, \
         save the file and choose it again.",
    ),
    (
        Kind::TooSlow,
        "Đọc tệp quá 5 giây nên đã dừng. Hãy sao chép riêng bảng cần dùng sang tệp mới.",
        "Reading the file took more than 5 seconds and was stopped. Copy the table into a new \
         file.",
    ),
    (
        Kind::NoWorker,
        "Trình duyệt không cho đọc .xlsx ở đây. Hãy lưu thành CSV, hoặc sao chép bảng rồi dán vào ô \
         nhập.",
        "The browser does not let .xlsx be read here. Save it as CSV, or copy the table and \
         paste it.",
    ),
    (
        Kind::NotLoaded,
        "Chưa tải được phần đọc .xlsx. Hãy kiểm tra mạng rồi thử lại; CSV và dán bảng vẫn dùng \
         được.",
        "The part that reads .xlsx could not be loaded. Check the network and try again; CSV \
         and pasting work.",
    ),
];

#[cfg(test)]
mod tests {
    use super::{book_fault, book_remark};
    use dti_formats::link::Language;
    use dti_formats::{BookFault, BookFaultKind, BookRemark, BookRemarkKind};

    #[test]
    fn every_fault_is_a_sentence_of_its_own_in_both_languages() {
        for language in [Language::Vi, Language::En] {
            let said = BookFaultKind::ALL.map(|(kind, _)| book_fault(&kind.into(), language));
            for (place, sentence) in said.iter().enumerate() {
                assert!(sentence.ends_with('.') && sentence.len() > 15, "{sentence}");
                assert!(!said[..place].contains(sentence), "{sentence}");
            }
        }
    }

    #[test]
    fn a_fault_names_its_sheet_and_cell() {
        let fault = BookFault {
            kind: BookFaultKind::TooManyRows,
            sheet: Some("Phiếu".to_owned()),
            cell: Some((2_000, 3)),
        };
        assert_eq!(
            book_fault(&fault, Language::Vi),
            "Trang tính “Phiếu”, ô D2001: có dữ liệu dưới dòng 2.000, dòng cuối được nhận. Hãy xóa \
             phần thừa."
        );
        assert_eq!(
            book_fault(&fault, Language::En),
            "Sheet “Phiếu”, cell D2001: something stands below row 2,000, the last that is read. \
             Remove it."
        );
    }

    #[test]
    fn a_remark_counts_its_cells() {
        let remark = |count| BookRemark {
            kind: BookRemarkKind::Formula,
            sheet: "S".to_owned(),
            cell: (4, 3),
            count,
            ranges: Vec::new(),
        };
        assert_eq!(
            book_remark(&remark(1), Language::En),
            "Sheet “S”: 1 cell with a formula; the stored value is used (the first is D5)."
        );
        assert_eq!(
            book_remark(&remark(12), Language::Vi),
            "Trang tính “S”: 12 ô có công thức; dùng giá trị đã lưu (ô đầu tiên: D5)."
        );
    }

    #[test]
    fn a_remark_names_what_is_hidden() {
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
        for (remark, vi, en) in [
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
            assert_eq!(book_remark(&remark, Language::Vi), vi);
            assert_eq!(book_remark(&remark, Language::En), en);
        }
    }

    #[test]
    fn every_remark_is_a_sentence_of_its_own_in_both_languages() {
        for language in [Language::Vi, Language::En] {
            let said = BookRemarkKind::ALL.map(|(kind, _)| {
                let remark = BookRemark {
                    kind,
                    sheet: "S".to_owned(),
                    cell: (0, 0),
                    count: 1,
                    ranges: vec![(0, 0)],
                };
                book_remark(&remark, language)
            });
            for (place, sentence) in said.iter().enumerate() {
                assert!(!said[..place].contains(sentence), "{sentence}");
            }
        }
    }
}
