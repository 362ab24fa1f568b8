//! Short texts. One table: a word without both languages does not compile.

/// Makes a table of short texts: an enum, and what each of its names says in a language. A text
/// without both languages does not compile.
macro_rules! word_table {
    (
        $(#[$about:meta])*
        $seen:vis enum $table:ident, $said:ident;
        $($name:ident: $vi:literal, $en:literal;)*
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        $seen enum $table {
            $($name,)*
        }

        impl $table {
            /// Every text, Vietnamese and English.
            #[cfg(test)]
            fn in_both() -> Vec<[&'static str; 2]> {
                use dti_formats::link::Language;
                let all = [$(Self::$name,)*];
                all.map(|own| [Language::Vi, Language::En].map(|language| own.$said(language)))
                    .to_vec()
            }

            /// The text in a language.
            $seen const fn $said(self, language: dti_formats::link::Language) -> &'static str {
                let [vi, en] = match self {
                    $(Self::$name => [$vi, $en],)*
                };
                match language {
                    dti_formats::link::Language::Vi => vi,
                    dti_formats::link::Language::En => en,
                }
            }
        }
    };
}
pub(crate) use word_table;

/// Panics where a text is empty, the same in both languages, or left in the other one.
#[cfg(test)]
#[track_caller]
pub(crate) fn assert_in_both_languages(texts: &[[&str; 2]]) {
    for [vi, en] in texts {
        assert!(!vi.trim().is_empty() && !en.trim().is_empty(), "{vi}, {en}");
        assert_ne!(vi, en);
        assert!(!en.contains(['đ', 'ả', 'ế', 'ộ', 'ạ']), "{en}");
        // A letter and its mark written apart would look alike and not be found.
        let is_mark = |letter| ('\u{300}'..='\u{36f}').contains(&letter);
        assert!(!vi.contains(is_mark), "{vi}");
    }
}

word_table! {
    /// A short text of the page.
    pub(crate) enum Word, in_language;

    // The frame of the page.
    Title: "Thử kịch bản DTI cấp tỉnh", "Provincial DTI what-if";
    Lead: "Đổi giá trị một chỉ số, thấy ngay thứ hạng chuyển đổi số của tỉnh đổi ra sao.",
        "Change one indicator and see at once where the province would rank.";
    OwnLead: "Đổi giá trị một chỉ số, thấy ngay thứ hạng đổi ra sao.",
        "Change one indicator and see at once how the ranking moves.";
    SkipToContent: "Tới nội dung chính", "Skip to the main content";
    ThemeChoice: "Giao diện", "Theme";
    ThemeAuto: "Theo thiết bị", "As on this device";
    ThemeLight: "Sáng", "Light";
    ThemeDark: "Tối", "Dark";
    Unofficial: "Công cụ độc lập, không phải trang của cơ quan nhà nước. Kết quả mô phỏng không thay cho số liệu chính thức.",
        "An independent tool, not a government site. Simulated results do not replace official figures.";
    Private: "Mọi phép tính chạy trên máy của bạn; không có gì được gửi đi.",
        "Everything is computed on your device; nothing is sent anywhere.";

    // What is looked at.
    Province: "Tỉnh, thành phố", "Province";
    ProvinceHint: "Gõ tên, có dấu hay không đều được", "Type a name, with or without diacritics";
    NoProvince: "Không có tỉnh nào khớp.", "No province matches.";
    EditionChoice: "Kỳ đánh giá", "Edition";

    // The verdict.
    Rank: "Thứ hạng", "Rank";
    DtiScore: "Giá trị DTI", "DTI score";
    To: "thành", "to";
    CopySentence: "Sao chép câu", "Copy sentence";
    NextAbove: "Để lên hạng", "To move up";
    NextBelow: "Để giữ hạng", "To stay ahead";
    TopOfTable: "Đang đứng đầu bảng.", "First in the table.";
    EndOfTable: "Đang đứng cuối bảng.", "Last in the table.";

    // The scorecard.
    ScorecardHeading: "Phiếu điểm", "Scorecard";
    OtherProvince: "Bạn đang sửa một tỉnh khác.", "You are editing another province.";
    BackToOwn: "Quay về", "Back to";
    Legend: "Trên thanh trượt:", "On the slider:";
    MarkPresent: "hiện tại", "present";
    MarkMedian: "trung vị", "median";
    MarkBest: "cao nhất", "best";
    ScoreField: "Giá trị, từ 0 đến 1", "Score, from 0 to 1";
    Less: "Giảm 0,01", "Less by 0.01";
    More: "Tăng 0,01", "More by 0.01";
    ResetOne: "Đặt lại", "Reset";
    Value: "Giá trị", "Value";
    Origin: "Nguồn gốc", "Origin";
    Source: "Nguồn", "Source";
    OriginPublished: "Công bố", "Published";
    OriginDerived: "Suy ra", "Derived";
    OriginEstimated: "Ước tính", "Estimated";
    OriginMissing: "Thiếu", "Missing";
    OriginEntered: "Giả định", "Supposed";
    OriginFictitious: "Hư cấu", "Fictitious";
    OriginLoaded: "Bạn nhập", "Loaded by you";
    OriginKnown: "Bạn cho biết", "Known to you";
    IKnow: "Tôi biết số này", "I know this figure";
    KnownHint: "Nhập giá trị thật mà bạn có. Tổng đã công bố giữ nguyên, các ước tính khác được tính lại. Số này chỉ lưu trên máy bạn, không vào đường dẫn.",
        "Enter the true figure that you have. The published total stays and the other estimates are refilled. It stays on your device and does not enter the address.";
    KnownField: "Giá trị thật", "True score";
    KnownForget: "Bỏ số này", "Remove it";

    // Edits.
    EditsHeading: "Kịch bản của bạn", "Your scenario";
    NoEdits: "Chưa có giả định nào. Kéo một thanh trượt để bắt đầu.",
        "Nothing supposed yet. Move a slider to begin.";
    Undo: "Hoàn tác", "Undo";
    Redo: "Làm lại", "Redo";
    ResetAll: "Xóa hết", "Reset all";
    CopyLink: "Sao chép liên kết", "Copy link";
    ShareKnown: "Chia sẻ kèm số liệu của tôi", "Share with my figures";
    ShareKnownHeading: "Chia sẻ kèm số liệu của bạn", "Share with your figures";
    ShareKnownHint: "Đường dẫn này sẽ chứa các số sau, ai có đường dẫn đều đọc được:",
        "This link will carry the following figures; whoever has the link can read them:";
    LinkCopied: "Đã sao chép liên kết.", "Link copied.";
    SentenceCopied: "Đã sao chép câu.", "Sentence copied.";
    CopyDenied: "Trình duyệt không cho sao chép. Hãy chọn và sao chép dòng dưới đây.",
        "The browser does not allow copying. Select and copy the line below.";
    LinkTooLong: "Kịch bản quá lớn cho một đường dẫn. Hãy bớt giả định rồi thử lại.",
        "This scenario is too large for a link. Remove some values and try again.";

    // Embeds.
    Embed: "Nhúng", "Embed";
    EmbedSliders: "Thử đổi giá trị", "Try other scores";
    EmbedAround: "Quanh thứ hạng này", "Around this rank";
    FullPage: "Mở trang đầy đủ với kịch bản này", "Open the full page with this scenario";
    FullAddress: "Đường dẫn tới trang đầy đủ", "Address of the full page";

    // Rivals and max points.
    OptionsHeading: "Tùy chọn của kịch bản", "Scenario options";
    RivalsHeading: "Các tỉnh khác", "The other provinces";
    RivalsFrozen: "Giữ nguyên", "Stay as they are";
    RivalsTrend: "Tăng giảm như năm trước", "Repeat last year's change";
    RivalsGain: "Cùng tăng thêm số điểm", "All gain points";
    RivalsGainField: "Số điểm mỗi tỉnh tăng thêm", "Points that each gains";
    MaxPointsHeading: "Điểm tối đa", "Max points";
    MaxPointsHint: "Đổi điểm tối đa của một chỉ số để xem cách tính khác thì thứ hạng đổi thế nào.",
        "Change the max points of an indicator to see how other weights would rank the provinces.";
    MaxPointsTotal: "Tổng:", "Total:";
    MaxPointsReset: "Về mức quy định", "Back to the decision's";

    // The ladder.
    LadderHeading: "Bảng xếp hạng", "Ranking";
    LadderSearch: "Tìm trong bảng", "Find in the table";
    Region: "Vùng", "Region";
    AllRegions: "Tất cả các vùng", "All regions";
    Column: "Cột so sánh", "Compare by";
    Contributions: "Cơ cấu điểm", "Score make-up";
    ColumnRank: "Hạng", "Rank";
    ColumnPlaces: "Tăng/giảm", "Change";
    ColumnName: "Tỉnh, thành", "Province";
    ColumnScore: "Giá trị", "Score";
    ColumnEdit: "Sửa", "Edit";
    NothingInTable: "Không có tỉnh nào khớp với bộ lọc.", "No province matches the filter.";
    Foundation: "nhóm nền tảng", "foundation";
    Activity: "nhóm hoạt động", "activity";

    // Sources.
    Sources: "Nguồn số liệu", "Sources";
    Close: "Đóng", "Close";

    // About.
    HowHeading: "Cách tính", "How it is computed";
    HowTotal: "Điểm của tỉnh là tổng điểm các chỉ số chính; giá trị DTI là tổng điểm chia cho tổng điểm tối đa, làm tròn bốn chữ số thập phân. Thứ hạng là 1 cộng số tỉnh có giá trị cao hơn; bằng nhau thì đồng hạng.",
        "A province's points are the sum over the main indicators; the DTI score is points divided by max points, rounded to four decimals. The rank is 1 plus the number of provinces with a higher score; equal scores share a rank.";
    HowWhatIf: "Khi bạn đổi một chỉ số, giá trị đã công bố được cộng đúng phần chênh lệch do thay đổi đó. Không đổi gì thì kết quả đúng như công bố.",
        "When you change an indicator, exactly the difference that it makes is added to the published score. Change nothing and you see the published result.";
    HowEstimate: "Nhiều tỉnh chỉ được công bố một phần các chỉ số. Phần còn lại được ước tính sao cho tổng khớp với giá trị đã công bố, và luôn có nhãn “Ước tính”.",
        "For many provinces only some indicators are published. The rest is estimated so that the published total still holds, and is always marked “Estimated”.";

    ExplainTotal: "Giá trị này được tính thế nào?", "How is this score computed?";
    ExplainRank: "Vì sao hạng này?", "Why this rank?";
    ExplainOne: "Cách tính", "How it is computed";
    AboutData: "Về số liệu của kỳ này", "About this edition's data";
    PanelHeading: "Giải thích", "Explanation";
    Analyses: "Phân tích", "Analyses";
    Pictures: "Biểu đồ", "Charts";
    StudioLoading: "Đang tải…", "Loading…";
    DeskHeading: "Phiếu điểm và dữ liệu của bạn", "Your scorecard and data";
    DeskHint: "Tự chấm từng chỉ số thành phần, nhập bảng của bạn, lưu lại, hoặc xếp hạng bằng bộ chỉ số riêng. Dữ liệu chỉ nằm trên máy này.",
        "Assess each component, bring your own tables, save your work, or rank with an index of your own. Your data stays on this device.";
    DeskCard: "Phiếu điểm chi tiết", "Detailed scorecard";
    DeskImport: "Nhập dữ liệu", "Import data";
    DeskExport: "Xuất và lưu", "Export and save";
    DeskIndex: "Bộ chỉ số riêng", "Own index";
    DeskFailed: "Chưa tải được phần này; mọi thứ khác trên trang vẫn dùng được.",
        "This part could not be loaded; everything else on the page works.";
    DeskAssessed: "giá trị từ phiếu điểm chi tiết", "figures from the detailed scorecard";
    Components: "Thành phần", "Components";
    StudioFailed: "Không tải được phần này. Bảng và phép tính ở trên vẫn dùng được.",
        "This part could not be loaded. The table and the calculator above still work.";
    StudioRetry: "Thử lại", "Try again";
    Hint: "Thử ngay: kéo thanh trượt của một chỉ số, thứ hạng ở trên đổi theo. Bấm vào tên một tỉnh trong bảng để xem tỉnh đó.",
        "Try it: drag an indicator's slider and the rank above follows. Click a province in the table to look at it.";
    Understood: "Đã hiểu", "Got it";
    PaperLink: "Mở lại kịch bản này:", "Open this scenario again:";

    // Notices.
    Notices: "Thông báo", "Notices";
    Dismiss: "Ẩn", "Dismiss";
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
