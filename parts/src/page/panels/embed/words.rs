//! Words of the dialog for embeds.

use crate::page::text::word_table;

word_table! {
    /// A short text of the dialog.
    pub(super) enum Term, text;

    Heading: "Đặt công cụ này vào trang của bạn", "Put this tool into your page";
    Lead: "Khung nhúng mang kịch bản đang xem. Nó chỉ tải từ trang này, không đặt cookie, không lưu gì trên máy người đọc.",
        "The embed carries the scenario that you see. It loads from this site only, sets no cookie and keeps nothing on the reader's device.";
    FromFile: "Trang này đang mở từ một tệp trên máy nên không ai khác nhúng được. Hãy mở trang trên mạng rồi lấy mã nhúng ở đó.",
        "This page was opened from a file on this device, which nobody else can embed. Open the page on the web and take the code there.";
    OwnLeftOut: "Số liệu riêng của bạn ở lại trên máy này và không vào mã nhúng, nên khung có thể hiện kết quả khác với trang này.",
        "Figures of your own stay on this device and do not enter the code, so the embed may show other results than this page.";
    TooLarge: "Kịch bản quá lớn cho một đường dẫn: khung nhúng sẽ mở số liệu đã công bố.",
        "This scenario is too large for a link: the embed will show the published figures.";
    Options: "Tùy chọn", "Options";
    Sliders: "Chỉ số được thử", "Indicators offered";
    Locked: "Không cho đổi tỉnh và kỳ", "Province and edition fixed";
    Static: "Chỉ xem, không có thanh trượt", "No controls";
    Plain: "Bỏ tiêu đề và khung", "No heading, no frame";
    Transparent: "Nền trong suốt", "Transparent background";
    Api: "Trang của bạn nhận và đặt kịch bản (dti:change, dti:set)",
        "Your page hears and sets the scenario (dti:change, dti:set)";
    LanguageChoice: "Ngôn ngữ", "Language";
    ThemeChoice: "Giao diện", "Theme";
    ThemeAuto: "Theo thiết bị", "As on the device";
    ThemeLight: "Sáng", "Light";
    ThemeDark: "Tối", "Dark";
    Height: "Chiều cao cố định (px)", "Fixed height (px)";
    Preview: "Xem trước", "Preview";
    Width: "Chiều rộng xem trước (px)", "Preview width (px)";
    Code: "Mã nhúng", "Code";
    FrameOnly: "Chỉ khung, chiều cao cố định", "Frame only, fixed height";
    FrameOnlyHint: "Dùng được ở hầu hết hệ quản trị nội dung.", "Works in nearly every content system.";
    WithListener: "Khung tự đổi chiều cao", "Frame that fits its height";
    WithListenerHint: "Cần cho phép một đoạn script nhỏ trong bài.", "Needs one small script in the article.";
    Element: "Thẻ <dti-whatif>", "Element <dti-whatif>";
    ElementHint: "Tự đổi chiều cao; script có mã kiểm tra và không bao giờ đổi. Nội dung trong thẻ hiện ra khi khung không tải được.",
        "Fits its height; the script has an integrity hash and never changes. What stands inside is shown when the frame can't load.";
    Copy: "Sao chép mã", "Copy code";
    Copied: "Đã sao chép.", "Copied.";
    Denied: "Trình duyệt không cho sao chép. Mã đã được chọn: nhấn Ctrl+C.",
        "The browser does not allow copying. The code is selected: press Ctrl+C.";
}

#[cfg(test)]
mod tests {
    use super::Term;
    use crate::page::text::assert_in_both_languages;

    #[test]
    fn no_term_is_empty_or_left_in_the_other_language() {
        assert_in_both_languages(&Term::in_both());
    }
}
