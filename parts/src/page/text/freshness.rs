//! How old the figures are, in words: their version and date, and what a link knew of them.

use super::in_language;
use super::problems::Names;
use dti_engine::model::Text;
use dti_formats::link::Language;

/// "Số liệu bản 1, ngày 22/11/2026."
pub(crate) fn dated(version: u32, date: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("Số liệu bản {version}, ngày {}.", day(date)),
        Language::En => format!("Data version {version} of {date}."),
    }
}

/// `2026-11-22` as people in Viet Nam write it.
fn day(date: &str) -> String {
    let mut parts = date.split('-');
    let mut next = || parts.next().unwrap_or_default();
    let (year, month, day) = (next(), next(), next());
    format!("{day}/{month}/{year}")
}

/// "Bản 2, 31/01/2027: ..."
pub(crate) fn correction(version: u32, date: &str, what: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("Bản {version}, {}: {what}", day(date)),
        Language::En => format!("Version {version}, {date}: {what}"),
    }
}

/// A link was written with figures that have been corrected since.
pub(crate) fn corrected((then, now): (u32, u32), what: &[Text], language: Language) -> String {
    let mut text = match language {
        Language::Vi => format!(
            "Sau khi đường dẫn này được viết, số liệu đã được đính chính (bản {then} thành bản {now}), \
             nên kết quả có thể khác lúc đó."
        ),
        Language::En => format!(
            "The figures were corrected after this link was written (version {then} became {now}), so \
             it may show other results than it did."
        ),
    };
    for one in what {
        text.push(' ');
        text.push_str(in_language(one, language));
    }
    text
}

/// A link was written with later figures than this copy of the page has.
pub(crate) fn ahead((then, now): (u32, u32), language: Language) -> String {
    match language {
        Language::Vi => format!(
            "Đường dẫn này được viết với số liệu bản {then}, còn trang đang mở có bản {now}. Hãy tải lại \
             trang để có số liệu mới."
        ),
        Language::En => format!(
            "This link was written with data version {then}, but the page that is open has version \
             {now}. Reload it for the newer figures."
        ),
    }
}

/// A link was written with data of somebody's own that are not open here.
pub(crate) fn elsewhere(code: &str, language: Language) -> String {
    match language {
        Language::Vi => format!(
            "Đường dẫn này được viết với số liệu riêng (mã {code}), không phải số liệu đang mở. Hãy mở \
             tệp dự án có số liệu đó, rồi mở lại đường dẫn."
        ),
        Language::En => format!(
            "This link was written with data of somebody's own (code {code}), not with those that are \
             open. Open the project file that holds them, then the link again."
        ),
    }
}

/// What became of numbered slots that a link names: they have names now.
pub(crate) fn slots_named(ids: &[String], names: &impl Names, language: Language) -> String {
    let named: Vec<String> = ids.iter().map(|id| names.indicator(id)).collect();
    let named = named.join("; ");
    match language {
        Language::Vi => format!(
            "Liên kết này được tạo khi các chỉ số thành phần còn là ô đánh số với điểm tối đa chia đều. \
             Nay chúng có tên, điểm tối đa và cách chấm của phiếu năm 2022, nên giả định áp dụng cho: \
             {named}. Hãy kiểm tra lại."
        ),
        Language::En => format!(
            "This link was made when numbered slots with even shares stood for the components. They have \
             the names, max points and rules of the scoring sheet of 2022 now, so what it supposes \
             applies to: {named}. Check that it is what was meant."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{ahead, corrected, dated, elsewhere};
    use dti_engine::model::Text;
    use dti_formats::link::Language::{En, Vi};

    #[test]
    fn a_version_has_its_day() {
        assert_eq!(
            dated(1, "2026-11-22", Vi),
            "Số liệu bản 1, ngày 22/11/2026."
        );
        assert_eq!(dated(2, "2026-11-22", En), "Data version 2 of 2026-11-22.");
    }

    #[test]
    fn corrections_are_told_in_the_language_of_the_page() {
        let what = Text {
            vi: "Sửa Huế.".into(),
            en: "Huế was mended.".into(),
        };
        let what = [what.clone(), what];
        assert!(corrected((1, 3), &what, Vi).ends_with("lúc đó. Sửa Huế. Sửa Huế."));
        assert!(corrected((1, 3), &what, En).contains("(version 1 became 3)"));
        assert!(ahead((3, 1), En).contains("Reload"));
        for (language, way_out) in [(Vi, "tệp dự án"), (En, "project file")] {
            let said = elsewhere("0a1b2c3d", language);
            assert!(
                said.contains("0a1b2c3d") && said.contains(way_out),
                "{said}"
            );
        }
    }
}
