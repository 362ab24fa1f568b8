//! Why a file or a pasted text is not a table, in both languages: what it is, where, the way out.

use super::column_letters;
use crate::page::text::either;
use dti_formats::link::Language;
use dti_formats::{
    FileKind, IntakeFault, IntakeFaultKind, LARGEST_TEXT, LONGEST_CELL, LONGEST_TABLE, Place,
    WIDEST_TABLE,
};

/// The sentence for a fault.
pub(super) fn intake_fault(fault: &IntakeFault, language: Language) -> String {
    let [vi, en] = sentences(fault);
    either(language, vi, en)
}

fn sentences(fault: &IntakeFault) -> [String; 2] {
    let place = |language| {
        fault
            .place
            .map(|place| placed(place, language))
            .unwrap_or_default()
    };
    let [at_vi, at_en] = [place(Language::Vi), place(Language::En)];
    match fault.kind {
        IntakeFaultKind::OtherKind(kind) => {
            [Language::Vi, Language::En].map(|language| other_kind(kind, language).to_owned())
        }
        IntakeFaultKind::Empty => [
            "Không có gì trong bảng. Hãy chọn tệp có số liệu, hoặc dán lại bảng.".to_owned(),
            "There is nothing in this table. Choose a file with figures, or paste the table again."
                .to_owned(),
        ],
        IntakeFaultKind::TooLarge { bytes } => {
            let kilobytes = bytes / 1024;
            let most = LARGEST_TEXT / 1024;
            [
                format!(
                    "Tệp có {kilobytes} KB; trang này đọc tệp văn bản đến {most} KB. Hãy giữ lại riêng bảng cần nhập."
                ),
                format!(
                    "This file has {kilobytes} KB; text files of up to {most} KB are read here. Keep only the table that is needed."
                ),
            ]
        }
        IntakeFaultKind::NotUtf8 => [
            format!(
                "{at_vi}chữ ở đây không theo bảng mã UTF-8 (có thể là TCVN3, VNI hay Windows-1258). Hãy mở tệp bằng Excel và lưu lại dạng “CSV UTF-8”; nếu chữ vẫn sai, hãy chuyển mã sang Unicode bằng UniKey."
            ),
            format!(
                "{at_en}the letters here are not UTF-8 (perhaps TCVN3, VNI or Windows-1258). Open the file in Excel and save it as “CSV UTF-8”; if the letters are still wrong, convert them to Unicode with UniKey."
            ),
        ],
        IntakeFaultKind::Nul => [
            format!(
                "{at_vi}có ký tự NUL, nên đây không phải tệp văn bản. Hãy lưu bảng dạng “CSV UTF-8” rồi thử lại."
            ),
            format!(
                "{at_en}there is a NUL character, so this is not a text file. Save the table as “CSV UTF-8” and try again."
            ),
        ],
        IntakeFaultKind::TooManyRows => [
            format!("Bảng dài hơn {LONGEST_TABLE} hàng. Hãy giữ lại riêng các hàng cần nhập."),
            format!(
                "This table has more than {LONGEST_TABLE} rows. Keep only the rows that are needed."
            ),
        ],
        IntakeFaultKind::TooManyColumns => [
            format!("{at_vi}có hơn {WIDEST_TABLE} cột. Hãy giữ lại riêng các cột cần nhập."),
            format!(
                "{at_en}there are more than {WIDEST_TABLE} columns. Keep only the columns that are needed."
            ),
        ],
        IntakeFaultKind::TooManyLetters => [
            format!(
                "{at_vi}ô này dài hơn {LONGEST_CELL} ký tự; có thể một dấu ngoặc kép trước đó chưa đóng. Hãy sửa ô này."
            ),
            format!(
                "{at_en}this cell is longer than {LONGEST_CELL} characters; perhaps a quotation mark before it is not closed. Correct this cell."
            ),
        ],
        IntakeFaultKind::OpenQuote => [
            format!(
                "{at_vi}dấu ngoặc kép mở ở đây nhưng không đóng. Hãy thêm dấu đóng, hoặc bỏ dấu mở."
            ),
            format!(
                "{at_en}a quotation mark opens here and is never closed. Close it, or take it out."
            ),
        ],
    }
}

/// Where in the file, to stand before a sentence.
pub(super) fn placed(place: Place, language: Language) -> String {
    let row = place.row + 1;
    let column = place.column.map(column_letters);
    match (language, column) {
        (Language::Vi, Some(column)) => format!("Hàng {row}, cột {column}: "),
        (Language::En, Some(column)) => format!("Row {row}, column {column}: "),
        (Language::Vi, None) => format!("Hàng {row}: "),
        (Language::En, None) => format!("Row {row}: "),
    }
}

fn other_kind(kind: FileKind, language: Language) -> &'static str {
    let say = |vi, en| either(language, vi, en);
    match kind {
        FileKind::Text => "",
        FileKind::Utf16 => say(
            "Tệp này dùng bảng mã UTF-16. Trong Excel, hãy lưu lại dạng “CSV UTF-8” chứ không phải “Unicode Text”.",
            "This file is in UTF-16. In Excel, save it as “CSV UTF-8”, not as “Unicode Text”.",
        ),
        FileKind::Workbook => say(
            "Đây là bảng tính Excel (XLSX), nhưng không đọc được như vậy ở đây. Hãy lưu nó dạng “CSV UTF-8”, hoặc sao chép bảng và dán vào.",
            "This is an Excel workbook (XLSX), which cannot be read as such here. Save it as “CSV UTF-8”, or copy the table and paste it.",
        ),
        FileKind::OpenDocument => say(
            "Đây là bảng tính OpenDocument (.ods). Hãy mở nó và lưu dạng XLSX hoặc “CSV UTF-8”.",
            "This is an OpenDocument sheet (.ods). Open it and save it as XLSX or “CSV UTF-8”.",
        ),
        FileKind::OldWorkbook => say(
            "Đây là bảng tính Excel đời cũ (.xls) hoặc có mật khẩu. Hãy mở nó bằng Excel và lưu dạng XLSX, không đặt mật khẩu.",
            "This is an old Excel workbook (.xls), or one with a password. Open it in Excel and save it as XLSX without a password.",
        ),
        FileKind::WebPage => say(
            "Đây là một trang web, dù tên tệp có thể là .xls. Hãy mở nó trong trình duyệt, sao chép bảng và dán vào đây.",
            "This is a web page, even if it is called .xls. Open it in a browser, copy the table and paste it here.",
        ),
        FileKind::Xml => say(
            "Đây là tệp XML. Hãy mở nó bằng Excel và lưu dạng XLSX hoặc “CSV UTF-8”.",
            "This is an XML file. Open it in Excel and save it as XLSX or “CSV UTF-8”.",
        ),
        FileKind::Json => say(
            "Đây là tệp JSON nhưng không phải tệp dự án hay bộ chỉ số của trang này. Hãy chọn bảng CSV hoặc XLSX.",
            "This is JSON, but neither a project file nor an index of this page. Choose a CSV or XLSX table.",
        ),
        FileKind::Pdf => say(
            "Đây là tệp PDF. Hãy mở nó, sao chép bảng và dán vào đây, hoặc xin bảng ở dạng XLSX.",
            "This is a PDF. Open it, copy the table and paste it here, or ask for the table as XLSX.",
        ),
        FileKind::Picture => say(
            "Đây là một bức ảnh, dù tên tệp có thể là .csv. Hãy chọn bảng CSV hoặc XLSX.",
            "This is a picture, even if it is called .csv. Choose a CSV or XLSX table.",
        ),
        FileKind::RichText => say(
            "Đây là văn bản RTF. Hãy mở nó, sao chép bảng và dán vào đây.",
            "This is a rich text file. Open it, copy the table and paste it here.",
        ),
        FileKind::Packed => say(
            "Đây là tệp nén. Hãy giải nén rồi chọn bảng CSV hoặc XLSX bên trong.",
            "This is a packed file. Unpack it and choose the CSV or XLSX table in it.",
        ),
    }
}
