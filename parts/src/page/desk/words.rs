//! Words of the desk.

use super::ground::Ground;
use crate::page::names::NamesIn;
use crate::page::text::{self, either, word_table};
use dti_engine::calculator::CalculatorError;
use dti_engine::model::Text;
use dti_formats::FileError;
use dti_formats::link::Language;

word_table! {
    /// A short text of the desk.
    pub(super) enum Word, in_language;

    Parts: "Dữ liệu của bạn", "Your data";
    Card: "Phiếu điểm chi tiết", "Detailed scorecard";
    Import: "Nhập dữ liệu", "Import data";
    Export: "Xuất và lưu", "Export and save";
    Index: "Bộ chỉ số riêng", "Own index";
    StepBack: "Hoàn tác", "Undo";
    Close: "Đóng", "Close";
    Again: "Thử lại", "Try again";
    TablesHeading: "Bảng cho trang tính", "Tables for a spreadsheet";
    Handed: "Không thấy tệp tải xuống? Hãy sao chép từ đây.", "No file was downloaded? Copy it from here.";
    TablesHint: "CSV mở đúng chữ Việt trong Excel. Phiếu điểm chi tiết nhập lại được, không mất gì.",
        "CSV that opens with Vietnamese letters intact. The detailed scorecard can be imported again with nothing lost.";
    CardTable: "Phiếu điểm chi tiết", "Detailed scorecard";
    ResultsTable: "Bảng xếp hạng", "Standings";
    MainsTable: "Phiếu điểm chỉ số chính", "Scorecard of main indicators";
    Books: "Excel (XLSX), tự tính lại bằng công thức", "Excel (XLSX), with live formulas";
    CommaForm: "CSV, dấu phẩy thập phân", "CSV, decimal comma";
    PointForm: "CSV, dấu chấm thập phân", "CSV, decimal point";
    ProjectHeading: "Tệp dự án", "Project file";
    ProjectHint: "Mọi thứ bạn đã nhập và các kịch bản đã lưu, trong một tệp. Tệp chỉ nằm trên máy của bạn.",
        "Everything you entered and the scenarios you saved, in one file. It stays on your device.";
    SaveProject: "Lưu tệp dự án (JSON)", "Save the project file (JSON)";
    ProjectOpened: "Đã mở tệp dự án.", "The project file is open.";
    CardOpened: "Đã mở phiếu điểm chi tiết.", "The detailed scorecard is open.";
    ResultsOpened: "Đã mở bảng xếp hạng.", "The standings are open.";
    PartFiles: "JSON, mở lại được ở đây", "JSON, to be opened here again";
    ProjectFile: "Mở tệp dự án (JSON)", "Open a project file (JSON)";
    ImportHeading: "Nhập một bảng", "Bring in a table";
    ImportHint: "Danh sách chỉ số thành phần, phiếu điểm của một tỉnh, hoặc bảng kết quả các tỉnh như Bộ công bố. Bạn xem trước và sửa được trước khi nhập; bảng không rời khỏi máy của bạn.",
        "A component list, the scorecard of one province, or the results of all provinces as the ministry publishes them. You see it first and can correct it; it never leaves your device.";
    ImportFile: "Chọn hoặc thả tệp CSV hay XLSX", "Choose or drop a CSV or XLSX file";
    Paste: "Hoặc dán bảng sao chép từ trang web hay bảng tính", "Or paste a table copied from a web page or a sheet";
    PasteRead: "Đọc bảng đã dán", "Read the pasted table";
    IndexHeading: "Bộ chỉ số riêng", "Your own index";
    IndexHint: "Mở một tệp mô tả bộ chỉ số và số liệu của bạn (JSON, theo docs/own-index.md). Cả trang sẽ tính trên bộ chỉ số đó: kịch bản, kế hoạch, độ chắc chắn, biểu đồ.",
        "Open a file that describes your index and its figures (JSON, see docs/own-index.md). The whole page then works on it: scenarios, plans, certainty, charts.";
    IndexFile: "Chọn tệp bộ chỉ số (JSON)", "Choose an index file (JSON)";
    BeginHeading: "Bắt đầu phiếu điểm của đơn vị bạn", "Begin your own unit's scorecard";
    BeginHint: "Tỉnh, sở, phường hay xã: đặt tên, chọn bộ chỉ số, rồi nhập dần số liệu. Phiếu bắt đầu trống, không có số liệu công bố nào, và chỉ nằm trên máy này. Bộ chỉ số cấp xã là bản sao, chưa đối chiếu với quyết định.",
        "A province, department, ward or commune: give a name, choose a set of indicators, then enter figures as you have them. It begins empty, with no published figure, and stays on this device. The communes' sets are copies, not compared with the decisions.";
    BeginSet: "Bộ chỉ số", "Set of indicators";
    BeginName: "Tên đơn vị", "Name of the unit";
    Begin: "Bắt đầu", "Begin";
    ProvincesSet: "Cấp tỉnh, Quyết định 922 (98 chỉ số thành phần)", "Provinces, Decision 922 (98 components)";
    NameMissing: "Hãy nhập tên đơn vị, chẳng hạn “Phường Bến Thành”.", "Enter the name of the unit, for example “Ward 12”.";
    ExamplesHeading: "Ví dụ", "Examples";
    ExamplesHint: "Số liệu hư cấu, để xem công cụ làm được gì.", "Fictitious figures, to see what the tool can do.";
    OpenExample: "Mở ví dụ", "Open the example";
    ShowIndex: "Xem", "Show";
    CloseIndex: "Bỏ ra", "Take out";
    TakeTheirs: "Dùng bản của trang kia", "Take that page's version";
    KeepThis: "Giữ bản ở đây", "Keep this version";
    TookTheirs: "Đã dùng bản của trang kia. “Hoàn tác” lấy lại bản ở đây.", "That page's version is used. “Undo” brings this one back.";
    KeptThis: "Đã giữ bản ở đây. “Hoàn tác” lấy lại bản của trang kia.", "This version is kept. “Undo” brings that page's version back.";
    Merged: "Một trang khác đang mở vừa đổi dữ liệu của bạn; trang này đã gộp các thay đổi đó.",
        "Another open page has just changed your data; this page took those changes in.";
    DeleteHeading: "Xóa dữ liệu trên máy này", "Delete the data on this device";
    DeleteHint: "Trang này tự lưu những gì bạn nhập trong trình duyệt này. Xóa là xóa hẳn; hãy lưu tệp dự án trước nếu còn cần.",
        "This page keeps what you enter in this browser. Deleting is final; save a project file first if you still need it.";
    DeleteHintUnkept: "Xóa là xóa hẳn, cả những gì đã lưu trên máy này; hãy lưu tệp dự án trước nếu còn cần.",
        "Deleting is final, with everything that is kept on this device; save a project file first if you still need it.";
    DeleteAll: "Xóa tất cả", "Delete everything";
    DeleteSure: "Xóa hẳn, không lấy lại được", "Delete for good";
    DeleteNot: "Giữ lại", "Keep it";
    Deleted: "Đã xóa mọi dữ liệu của bạn trên máy này.", "All your data on this device is deleted.";
}

/// What is wrong with a file, and where.
pub(super) fn file_fault(fault: &FileError, language: Language) -> String {
    let FileError {
        file,
        place,
        problem,
    } = fault;
    match language {
        Language::Vi => format!("Không mở được “{file}”. Tại {place}: {problem}."),
        Language::En => format!("“{file}” can't be opened. At {place}: {problem}."),
    }
}

/// Why the figures do not allow something.
pub(super) fn problem(
    error: &CalculatorError,
    ground: Option<&Ground>,
    language: Language,
) -> String {
    let names = NamesIn::new(ground.map(|ground| &ground.edition), language);
    text::problem(error, &names, language)
}

pub(super) fn say(language: Language, vi: &'static str, en: &'static str) -> &'static str {
    either(language, vi, en)
}

/// Bytes in a megabyte, as files are shown.
const MEGABYTE: f64 = 1e6;

/// What became of numbered slots in data of an older version.
pub(super) fn slots_gone(gone: usize, language: Language) -> String {
    match (language, gone) {
        (Language::Vi, 0) => {
            " Các ô đánh số của bản cũ đã được thay bằng 98 chỉ số thành phần với \
                              tên, điểm tối đa và cách chấm của phiếu năm 2022."
                .to_owned()
        }
        (Language::En, 0) => " The numbered slots of the older version are replaced by the 98 \
                              components with the names, max points and rules of the sheet of 2022."
            .to_owned(),
        (Language::Vi, gone) => format!(
            " Các ô đánh số của bản cũ đã được thay bằng 98 chỉ số thành phần với tên, điểm tối đa và \
             cách chấm của phiếu năm 2022. {gone} giá trị từng nhập vào các ô đó không biết thuộc chỉ số \
             nào nên được bỏ ra; hãy nhập lại vào đúng chỉ số."
        ),
        (Language::En, gone) => format!(
            " The numbered slots of the older version are replaced by the 98 components with the names, \
             max points and rules of the sheet of 2022. {gone} values entered in those slots are left \
             out, since nothing says which component was meant; enter them there again."
        ),
    }
}

/// What a link carries of own data, and what to send along with it.
pub(super) fn data_code(code: &str, language: Language) -> String {
    match language {
        Language::Vi => format!(
            "Mã số liệu của kỳ đang xem: {code}. Đường dẫn chỉ mang mã này, không mang số liệu; người \
             nhận cần cả tệp dự án."
        ),
        Language::En => format!(
            "Data code of the edition on screen: {code}. A link carries this code and none of the \
             figures; whoever gets it needs the project file too."
        ),
    }
}

/// More assessed figures than any module takes.
pub(super) fn too_much(language: Language) -> &'static str {
    say(
        language,
        "Quá nhiều phiếu điểm chi tiết cùng lúc. Hãy lưu tệp dự án rồi xóa bớt vài phiếu.",
        "There are too many detailed scorecards at once. Save a project file and clear some.",
    )
}

/// A file beyond every limit.
pub(super) fn too_large(name: &str, bytes: f64, language: Language) -> String {
    let tenths = (bytes / MEGABYTE * 10.0) as u64;
    let (whole, tenth) = (tenths / 10, tenths % 10);
    let most = super::LARGEST_FILE / 1_000_000;
    match language {
        Language::Vi => format!(
            "Tệp “{name}” có {whole},{tenth} MB; trang này đọc tệp đến {most} MB. Hãy giữ lại riêng bảng \
             cần nhập rồi thử lại."
        ),
        Language::En => format!(
            "“{name}” has {whole}.{tenth} MB; this page reads files up to {most} MB. Keep only the table \
             that is needed and try again."
        ),
    }
}

/// What is brought, by its name.
fn brought(name: &str, language: Language) -> String {
    match name.is_empty() {
        true => say(language, "bảng đã dán", "the pasted table").to_owned(),
        false => format!("“{name}”"),
    }
}

/// Something is being read.
pub(super) fn reading(name: &str, language: Language) -> String {
    let what = brought(name, language);
    match language {
        Language::Vi => format!("Đang đọc {what}…"),
        Language::En => format!("Reading {what}…"),
    }
}

/// Something on which the reading did not end.
pub(super) fn too_slow(name: &str, language: Language) -> String {
    let what = brought(name, language);
    match language {
        Language::Vi => format!(
            "Đọc {what} quá 5 giây nên đã dừng; dữ liệu của bạn vẫn như trước. Hãy giữ lại riêng phần \
             cần nhập rồi thử lại."
        ),
        Language::En => format!(
            "Reading {what} took more than 5 seconds and was stopped; your data is as it was. Keep \
             only the part that is needed and try again."
        ),
    }
}

/// Something at which the reading broke off.
pub(super) fn broke_off(name: &str, language: Language) -> String {
    let what = brought(name, language);
    match language {
        Language::Vi => format!(
            "Đọc {what} thì bị ngắt giữa chừng; dữ liệu của bạn vẫn như trước. Hãy giữ lại riêng phần \
             cần nhập rồi thử lại."
        ),
        Language::En => format!(
            "Reading {what} broke off; your data is as it was. Keep only the part that is needed and \
             try again."
        ),
    }
}

/// Something longer than what is read without a worker.
pub(super) fn too_large_here(
    name: &str,
    (bytes, most): (usize, usize),
    language: Language,
) -> String {
    let what = brought(name, language);
    let (kilobytes, most) = (bytes.div_ceil(1024), most / 1024);
    match language {
        Language::Vi => format!(
            "Ở đây không đọc tách riêng được nên trang chỉ nhận đến {most} KB, mà {what} có \
             {kilobytes} KB. Hãy mở trang trong cửa sổ riêng, hoặc giữ lại riêng phần cần nhập."
        ),
        Language::En => format!(
            "Nothing can be read apart from the page here, so it takes up to {most} KB, and {what} has \
             {kilobytes} KB. Open the page in a window of its own, or keep only the part that is needed."
        ),
    }
}

/// Units of an own index of which nothing is known.
pub(super) fn unranked(names: &[Text], language: Language) -> String {
    let names: Vec<&str> = names
        .iter()
        .map(|name| text::in_language(name, language))
        .collect();
    let names = names.join(", ");
    match language {
        Language::Vi => {
            format!("Không có số liệu nào, nên không có điểm và không được xếp hạng: {names}.")
        }
        Language::En => format!("Without any value, so without a total and not ranked: {names}."),
    }
}

/// A file that the browser could not read.
pub(super) fn unread(name: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("Trình duyệt không đọc được tệp “{name}”. Hãy chọn lại tệp."),
        Language::En => format!("The browser could not read “{name}”. Choose the file again."),
    }
}

/// A file that the browser would not hand out.
pub(super) fn unsaved(name: &str, language: Language) -> String {
    match language {
        Language::Vi => format!(
            "Trình duyệt không cho tải “{name}” ở đây. Hãy mở trang trong cửa sổ riêng rồi thử lại."
        ),
        Language::En => format!(
            "The browser does not allow “{name}” to be downloaded here. Open the page in a window of \
             its own and try again."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::Word;
    use crate::page::text::assert_in_both_languages;

    #[test]
    fn no_word_is_empty_or_left_in_the_other_language() {
        assert_in_both_languages(&Word::in_both());
    }
}
