//! Short texts of the panels. One table: a word without both languages does not compile.

use crate::page::text::word_table;

word_table! {
    /// A short text of a panel.
    pub(super) enum Term, text;

    // Version and copy.
    DataVersion: "Bản số liệu", "Data version";
    NothingCorrected: "Chưa có số liệu nào của kỳ này phải đính chính.",
        "Nothing in this edition has been corrected so far.";
    CopyHere: "Bản lưu trên máy bạn", "The copy on your device";
    CopyMeans: "Mở trong cửa sổ riêng, trang này tự lưu một bản để lần sau mở được khi không có mạng. Bản đó không chứa số bạn nhập.",
        "Opened in a window of its own, this page keeps a copy of itself, so that it opens without a network next time. Nothing that you enter is in it.";
    CopyOff: "Xóa bản lưu và không lưu nữa", "Remove the copy and keep none";
    CopyOn: "Cho lưu lại", "Keep one again";

    // What a panel is about.
    HowComputed: "Cách tính", "How it is computed";
    AboutData: "Về số liệu", "About the data";
    Total: "Giá trị DTI", "DTI score";
    Rank: "Thứ hạng", "Rank";
    Estimate: "Số ước tính", "Estimates";

    // The table of main indicators.
    MainIndicator: "Chỉ số chính", "Main indicator";
    Score: "Giá trị", "Score";
    MaxPoints: "Điểm tối đa", "Max points";
    Points: "Điểm", "Points";
    Origin: "Nguồn gốc", "Origin";
    Sum: "Tổng", "Sum";
    Known: "Bạn cho biết", "Known to you";
    Moved: "Đổi theo nhóm", "Moved with its group";

    // Rules.
    PointsRule: "Điểm = giá trị × điểm tối đa.", "Points = score × max points.";
    ShareRule: "Đóng góp vào giá trị DTI = điểm / tổng điểm tối đa.",
        "Contribution to the DTI score = points / max points of the whole.";
    TotalRule: "Giá trị DTI = tổng điểm các chỉ số chính / tổng điểm tối đa.",
        "DTI score = points of all main indicators / max points of the whole.";
    GroupRule: "Giá trị của nhóm = tổng điểm các chỉ số chính trong nhóm / điểm tối đa của nhóm.",
        "Score of the group = points of its main indicators / max points of the group.";
    RankRule: "Thứ hạng = 1 + số tỉnh có giá trị DTI cao hơn. Giá trị được làm tròn bốn chữ số thập phân trước khi so sánh.",
        "Rank = 1 + number of provinces with a higher DTI score. Scores are rounded to four decimals before they are compared.";
    TieRule: "Bằng giá trị thì đồng hạng và hạng kế tiếp bị bỏ qua: 1, 2, 2, 4.",
        "Equal scores share a rank and the next rank is skipped: 1, 2, 2, 4.";
    RoundedMark: "Số sau dấu ≈ đã được làm tròn.", "Numbers after ≈ are rounded.";
    NotScored: "Chỉ số này không được chấm điểm, nên không tính vào giá trị DTI.",
        "This indicator is not scored and does not count towards the DTI score.";

    // The means and scales of an index of one's own.
    Indicator: "Chỉ số", "Indicator";
    Weight: "Quyền số", "Weight";
    Parts: "Các giá trị được lấy trung bình", "The scores that are averaged";
    NoFigure: "không có", "none";
    WeightTimesScore: "Quyền số × giá trị", "Weight × score";
    WeightTimesLogarithm: "Quyền số × ln giá trị", "Weight × ln of score";
    WeightOverScore: "Quyền số / giá trị", "Weight / score";
    ArithmeticRule: "Trung bình cộng: tổng (quyền số × giá trị) / tổng quyền số.",
        "Arithmetic mean: sum of (weight × score) / sum of weights.";
    GeometricRule: "Trung bình nhân: tích các giá trị, mỗi giá trị lũy thừa (quyền số / tổng quyền số), tức exp của tổng (quyền số × ln giá trị) / tổng quyền số.",
        "Geometric mean: the product of the scores, each to the power of (weight / sum of weights), which is exp of the sum of (weight × ln of score) / sum of weights.";
    HarmonicRule: "Trung bình điều hòa: tổng quyền số / tổng (quyền số / giá trị).",
        "Harmonic mean: sum of weights / sum of (weight / score).";
    ZeroMean: "Có giá trị bằng 0, nên trung bình này bằng 0.", "One score is 0, so this mean is 0.";
    LeftOut: "Chỗ không có số liệu được bỏ ra; các chỉ số bên cạnh nhận quyền số của nó.",
        "What has no figure is left out; the indicators beside it take over its weight.";
    CountsAsZero: "Không có số liệu, nên tính là 0.", "There is no figure, so it counts as 0.";
    NotRounded: "Bộ chỉ số này xếp hạng theo giá trị chưa làm tròn.",
        "This index ranks by scores that are not rounded.";
    ScoreAlready: "Số liệu gốc đã là giá trị từ 0 đến 1.", "The raw value is a score from 0 to 1 already.";
    GoalpostsRule: "Giá trị = (số liệu − mốc thấp) / (mốc cao − mốc thấp), giữ trong khoảng 0 đến 1.",
        "Score = (raw value − low goalpost) / (high − low goalpost), kept between 0 and 1.";
    MinMaxRule: "Giá trị = (số liệu − số nhỏ nhất) / (số lớn nhất − số nhỏ nhất) của mọi tỉnh.",
        "Score = (raw value − least) / (most − least) over all provinces.";
    RankScaleRule: "Giá trị = tỷ lệ các tỉnh khác không có số liệu tốt hơn.",
        "Score = the share of the other provinces whose raw value is not better.";
    ZScoreRule: "Giá trị = (z + 3) / 6, giữ trong khoảng 0 đến 1; z là khoảng cách đến trung bình của mọi tỉnh, tính bằng độ lệch chuẩn.",
        "Score = (z + 3) / 6, kept between 0 and 1; z is the distance from the mean of all provinces in standard deviations.";
    LowerIsBetter: "Số liệu càng thấp càng tốt, nên lấy 1 trừ đi.", "Lower is better, so it is taken from 1.";
    OwnRankRule: "Thứ hạng = 1 + số tỉnh có giá trị cao hơn.",
        "Rank = 1 + number of provinces with a higher score.";
    DenseRankRule: "Thứ hạng = 1 + số mức giá trị khác nhau cao hơn. Bằng giá trị thì đồng hạng và hạng kế tiếp không bị bỏ: 1, 2, 2, 3.",
        "Rank = 1 + number of different scores that are higher. Equal scores share a rank and the next rank follows: 1, 2, 2, 3.";

    // From the published total to the scenario's.
    BeforeChange: "Trước khi thay đổi, tính lại từ các chỉ số:",
        "Before the change, recomputed from the indicators:";
    PointsChange: "Giả định làm tổng điểm thay đổi:", "The what-if changes the sum of points by:";
    ChangeOfScore: "Chia cho tổng điểm tối đa:", "Divided by the max points of the whole:";
    ChangedMaxima: "Điểm tối đa đã đổi, nên lấy giá trị tính lại theo điểm tối đa mới trừ giá trị tính lại trước đó:",
        "The max points have changed, so the recomputed score under the new ones less the one before counts:";
    MovedAsRival: "Tỉnh này thay đổi cùng với các tỉnh khác, như kịch bản đặt ra.",
        "This province moves with the others, as the scenario says.";
    AddToPublished: "Cộng phần thay đổi vào giá trị đã công bố, rồi làm tròn bốn chữ số thập phân (đúng một nửa thì làm tròn lên):",
        "The change is added to the published score, which is then rounded to four decimals (halves upwards):";
    AllFull: "Mọi chỉ số đều đạt 1, nên giá trị DTI đúng bằng 1.",
        "All indicators are at 1, so the DTI score is exactly 1.";
    AllEmpty: "Mọi chỉ số đều bằng 0, nên giá trị DTI đúng bằng 0.",
        "All indicators are at 0, so the DTI score is exactly 0.";
    FitsExactly: "Các số ước tính được chọn sao cho tổng khớp đúng với giá trị đã công bố.",
        "The estimates are chosen so that the sum meets the published score exactly.";

    // Rank and estimates.
    NobodyTied: "Không tỉnh nào khác có cùng giá trị này.", "No other province has this score.";
    AboutRank: "Trong số được so sánh có giá trị ước tính, nên thứ hạng này chỉ là gần đúng.",
        "Some of the scores compared are estimates, so this rank is approximate.";
    KnownCounts: "Số bạn cho biết được tính là điểm đã biết.",
        "The figures known to you count as known points.";

    // About the data.
    Published: "Đã công bố", "What is published";
    Estimated: "Ước tính", "What is estimated";
    Missing: "Còn thiếu", "What is missing";
    Differences: "Sai khác đã biết", "Known differences";
    Figure: "Số liệu", "Figure";
    CountPublished: "Công bố", "Published";
    CountDerived: "Suy ra", "Derived";
    CountEstimated: "Ước tính", "Estimated";
    CountMissing: "Không có", "Not on file";
    PillarScore: "giá trị", "score";
    PillarRank: "thứ hạng", "rank";
    Originals: "Bản gốc là các trang kết quả hằng năm của Bộ; phần lớn số liệu ở đây đọc từ bản chép công khai của các trang đó. Hai bản chép độc lập trùng nhau ở toàn bộ giá trị DTI các năm 2022 đến 2024.",
        "The originals are the ministry's pages of results by year; most figures here were read from public copies of them. Two independent copies agree on all DTI scores of 2022 to 2024.";
    DerivedMeans: "“Suy ra” là tính được chính xác từ các số đã công bố. Ô trống trong nguồn thì để trống, không điền số phỏng đoán.",
        "“Derived” follows exactly from published figures. What no source gives stays empty and is not guessed.";
    NothingEstimated: "Mọi chỉ số chính của mọi tỉnh trong kỳ này đều có số liệu, nên không có số ước tính.",
        "Every main indicator of every province is on file in this edition, so nothing is estimated.";
    NothingMissing: "Kỳ này có đủ giá trị DTI và thứ hạng của mọi tỉnh.",
        "The DTI score and the rank of every province are on file in this edition.";
    NoPillars: "Không có số liệu về các trụ cột của kỳ này.",
        "No pillar figures of this edition are on file.";
    NoComponents: "Không có số liệu ở cấp chỉ số thành phần.",
        "There are no figures below the main indicators.";
    SwappedIn2021: "Quảng Ninh 2021: giá trị hai trụ cột kinh tế số và xã hội số có vẻ đã bị đổi chỗ trong nguồn; số liệu được giữ như nguồn.",
        "Quang Ninh 2021: the scores of the economy and society pillars look exchanged in the source; they are kept as they are.";
    MergerMean: "Theo quy tắc của Bộ, mỗi giá trị của tỉnh mới là trung bình cộng của các tỉnh cũ, không tính theo dân số. Tính lại như vậy từ 63 tỉnh, giá trị DTI lệch nhiều nhất 0,00007 so với công bố.",
        "By the ministry's rule every value of a new province is the plain mean of the former ones, not weighted by population. Recomputed in this way from the 63, the DTI scores differ from the published ones by 0.00007 at most.";

    GivenResults: "Kết quả ghi trong tệp", "Results in the file";

    // Where figures were read.
    Sources: "Nguồn số liệu", "Sources";
    SourcesHint: "Từng con số của tỉnh trong kỳ này, lấy ở đâu và có mấy nguồn trùng khớp.",
        "Every figure of the province in this edition, where it was read and how many sources agree.";
    Copies: "Số nguồn", "Copies";
    NotPublished: "Không công bố riêng", "Not published separately";
    RankOfPillar: "thứ hạng", "rank";
    FrameworkSource: "Về điểm tối đa:", "About the max points:";
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
