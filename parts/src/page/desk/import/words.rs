//! The short words of bringing data in.

use crate::page::text::{either, in_language};
use dti_engine::model::Framework;
use dti_formats::link::Language;
use dti_formats::{DecimalMark, Meaning, OldFont, ResultsChange, Scale, TableKind};

/// What a kind of table is called.
pub(super) fn kind_name(kind: TableKind, language: Language) -> &'static str {
    match kind {
        TableKind::Components => either(language, "Danh sách chỉ số thành phần", "Component list"),
        TableKind::Scorecard => either(
            language,
            "Phiếu điểm của một tỉnh",
            "Scorecard of one province",
        ),
        TableKind::ListAndCard => either(
            language,
            "Danh sách chỉ số và phiếu điểm của một tỉnh",
            "Component list and scorecard of one province",
        ),
        TableKind::Results => either(
            language,
            "Bảng kết quả các tỉnh",
            "Results of all provinces",
        ),
    }
}

/// What a column holds.
pub(super) fn meaning_name(meaning: &Meaning, framework: &Framework, language: Language) -> String {
    let say = |vi: &str, en: &str| either(language, vi, en).to_owned();
    match meaning {
        Meaning::Ignored => say("Bỏ qua", "Left out"),
        Meaning::Number => say("Số thứ tự", "Number"),
        Meaning::Id => say("Mã (id)", "Id"),
        Meaning::Name => say("Tên", "Name"),
        Meaning::EnglishName => say("Tên tiếng Anh", "English name"),
        Meaning::Parent => say("Chỉ số chính", "Main indicator"),
        Meaning::MaxPoints => say("Điểm tối đa", "Max points"),
        Meaning::Rule => say("Quy tắc chấm", "Scoring rule"),
        Meaning::Own => say("Tự đánh giá", "Self-assessed"),
        Meaning::Reviewed => say("Thẩm định lần 1", "First review"),
        Meaning::Explained => say("Giải trình", "Explained"),
        Meaning::Verified => say("Thẩm định", "Verified"),
        Meaning::WhatIf => say("Giả định", "What if"),
        Meaning::Unit => say("Tỉnh, thành", "Province"),
        Meaning::Code => say("Mã tỉnh", "Province code"),
        Meaning::Year => say("Năm", "Year"),
        Meaning::Rank => say("Hạng", "Rank"),
        Meaning::Total => say("Giá trị DTI", "Total score"),
        Meaning::Score(id) => {
            let node = framework.node(id);
            let name = node.map(|node| in_language(&framework.indicator(node).name, language));
            name.unwrap_or(id).to_owned()
        }
    }
}

/// A meaning as the value of an option.
pub(super) fn meaning_key(meaning: &Meaning) -> String {
    match meaning {
        Meaning::Score(id) => format!("score.{id}"),
        other => format!("{other:?}"),
    }
}

/// What a decimal mark is called.
pub(super) fn mark_name(mark: DecimalMark, language: Language) -> &'static str {
    match mark {
        DecimalMark::Comma => either(language, "phẩy: 0,5", "comma: 0,5"),
        DecimalMark::Point => either(language, "chấm: 0.5", "point: 0.5"),
    }
}

/// What scores are called.
pub(super) fn scale_name(scale: Scale, language: Language) -> &'static str {
    match scale {
        Scale::Score => either(language, "giá trị từ 0 đến 1", "scores from 0 to 1"),
        Scale::Percent => either(language, "phần trăm", "percent"),
        Scale::Points => either(language, "điểm", "points"),
    }
}

/// What a table of results changes, before or after it is taken over.
pub(super) fn results_change(change: &ResultsChange, language: Language) -> String {
    let ResultsChange {
        units,
        from_estimated,
        replaced,
        confirmed,
        still_estimated,
    } = change;
    match language {
        Language::Vi => format!(
            "{units} tỉnh, thành: {from_estimated} số liệu từ ước tính thành số liệu bạn nhập, \
             {replaced} số liệu khác với số đã có và được thay, {confirmed} số liệu trùng với số đã \
             có; còn {still_estimated} số liệu ước tính."
        ),
        Language::En => format!(
            "{units} provinces: {from_estimated} figures change from estimated to entered, \
             {replaced} differ from those on file and take their place, {confirmed} are the same as \
             on file; {still_estimated} figures stay estimated."
        ),
    }
}

/// What a component list brings.
pub(super) fn list_change(components: usize, mains: usize, language: Language) -> String {
    match language {
        Language::Vi => {
            format!("{components} chỉ số thành phần và tiêu chí dưới {mains} chỉ số chính.")
        }
        Language::En => {
            format!("{components} components and criteria below {mains} main indicators.")
        }
    }
}

/// What of a list that was loaded before the new one takes the place of.
pub(super) fn list_replaced(components: usize, mains: &str, language: Language) -> String {
    match language {
        Language::Vi => {
            format!("Danh sách này thay cho {components} mục đã nhập trước của: {mains}.")
        }
        Language::En => {
            format!("It takes the place of {components} loaded before, of: {mains}.")
        }
    }
}

/// What of a list that was loaded before stays.
pub(super) fn list_kept(components: usize, mains: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("{components} mục đã nhập trước vẫn giữ, của: {mains}."),
        Language::En => format!("{components} loaded before stay, of: {mains}."),
    }
}

/// What a scorecard brings, and what it takes the place of.
pub(super) fn card_change(unit: &str, values: usize, before: usize, language: Language) -> String {
    match (language, before) {
        (Language::Vi, 0) => format!("{unit}: {values} giá trị."),
        (Language::En, 0) => format!("{unit}: {values} values."),
        (Language::Vi, _) => format!("{unit}: {values} giá trị, thay cho {before} giá trị trước."),
        (Language::En, _) => format!("{unit}: {values} values in place of {before} before."),
    }
}

/// What became of a table that was written in a font before Unicode.
pub(super) fn old_font(font: OldFont, language: Language) -> &'static str {
    match font {
        OldFont::Tcvn3 => either(
            language,
            "Bảng này viết bằng bảng mã TCVN3 (ABC), đã được chuyển sang Unicode để đọc. Hãy xem lại tên tỉnh và tên chỉ số; nếu sai, hãy chuyển mã bằng UniKey rồi nhập lại.",
            "This table is written in the encoding TCVN3 (ABC) and was converted to Unicode. Check the names; if they are wrong, convert it with UniKey and bring it again.",
        ),
        OldFont::Vni => either(
            language,
            "Bảng này viết bằng bảng mã VNI, đã được chuyển sang Unicode để đọc. Hãy xem lại tên tỉnh và tên chỉ số; nếu sai, hãy chuyển mã bằng UniKey rồi nhập lại.",
            "This table is written in the encoding VNI and was converted to Unicode. Check the names; if they are wrong, convert it with UniKey and bring it again.",
        ),
    }
}

/// The way to the edition of whose year a table says it is.
pub(super) fn rather_into(edition: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("Chuyển sang kỳ: {edition}"),
        Language::En => format!("Rather into: {edition}"),
    }
}

/// How much of a table was understood.
pub(super) fn understood(rows: usize, columns: usize, language: Language) -> String {
    match language {
        Language::Vi => format!("Đọc được {rows} hàng và {columns} cột."),
        Language::En => format!("{rows} rows and {columns} columns are understood."),
    }
}

/// The question about a name that is not exactly one unit.
pub(super) fn which_unit(row: usize, written: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("Hàng {row}: “{written}” là"),
        Language::En => format!("Row {row}: “{written}” is"),
    }
}

/// The question about a first number that no row names.
pub(super) fn which_main(number: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("Số {number} là"),
        Language::En => format!("Number {number} is"),
    }
}

/// The heading of a list of findings.
pub(super) fn counted(errors: usize, language: Language) -> String {
    match language {
        Language::Vi => format!("Cần sửa ({errors})"),
        Language::En => format!("To correct ({errors})"),
    }
}

/// The heading of a list of remarks.
pub(super) fn remarks(count: usize, language: Language) -> String {
    match language {
        Language::Vi => format!("Lưu ý ({count})"),
        Language::En => format!("To know ({count})"),
    }
}

/// What stands below a list that is cut.
pub(super) fn more(count: usize, language: Language) -> String {
    match language {
        Language::Vi => format!("và {count} mục nữa"),
        Language::En => format!("and {count} more"),
    }
}
