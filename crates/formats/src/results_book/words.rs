//! The words of the workbooks, in both languages.

use dti_engine::model::{Kind, Origin, Provenance, Text};

/// The language of a workbook's words.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum BookLanguage {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl BookLanguage {
    /// A text in this language.
    pub fn pick(self, text: &Text) -> &str {
        self.say(&text.vi, &text.en)
    }

    /// One of two.
    pub(super) fn say<'a>(self, vi: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }

    pub(super) fn word(self, word: Word) -> &'static str {
        let [vi, en] = word.texts();
        self.say(vi, en)
    }

    pub(super) fn origin(self, provenance: Provenance, origin: Origin) -> &'static str {
        match provenance.shown(origin) {
            Origin::Published if provenance == Provenance::Fictitious => {
                self.say("hư cấu", "fictitious")
            }
            Origin::Published => self.say("công bố", "published"),
            Origin::Derived => self.say("suy ra", "derived"),
            Origin::Estimated => self.say("ước tính", "estimated"),
            Origin::Imputed => self.say("điền thay", "imputed"),
            Origin::Treated => self.say("đã xử lý ngoại lai", "outlier treated"),
            Origin::Entered => self.say("bạn nhập", "entered"),
            Origin::Loaded => self.say("bạn nạp", "loaded by you"),
            Origin::Missing => self.say("không có", "missing"),
        }
    }

    pub(super) fn kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Known => self.say("biết chắc", "known"),
            Kind::WhatIf => self.say("giả định", "what if"),
            Kind::Assessed => self.say("tự đánh giá", "own assessment"),
        }
    }
}

/// A word or a sentence of a workbook.
/// Whose figures a workbook shows, and whether they were changed.
pub(super) fn status(provenance: Provenance, is_edited: bool) -> Word {
    match (provenance, is_edited) {
        (Provenance::Published, false) => Word::Official,
        (Provenance::Published, true) => Word::NotOfficial,
        (Provenance::PartlyLoaded, false) => Word::PartlyLoaded,
        (Provenance::Loaded, false) => Word::Loaded,
        (Provenance::PartlyLoaded | Provenance::Loaded, true) => Word::LoadedChanged,
        (Provenance::Fictitious, false) => Word::Fictitious,
        (Provenance::Fictitious, true) => Word::FictitiousChanged,
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Word {
    Results,
    Origins,
    Source,
    Scorecard,
    Others,
    Rank,
    Unit,
    Total,
    MaxPoints,
    Residual,
    RivalChange,
    BaselineRank,
    BaselineTotal,
    Number,
    Name,
    Rule,
    Own,
    Verified,
    WhatIf,
    Points,
    Gap,
    Sum,
    NotOfficial,
    Official,
    PartlyLoaded,
    Loaded,
    LoadedChanged,
    Fictitious,
    FictitiousChanged,
    OwnTotal,
    OwnResidual,
    HowOwnTotal,
    HowMean,
    HowDense,
    LiveFormulas,
    NoFormula,
    HowTotal,
    HowRank,
    Edition,
    Framework,
    Decision,
    OfDate,
    MaximaFrom,
    MaximaDerived,
    Status,
    Estimates,
    EstimateError,
    Assumptions,
    ChangedMaxima,
    Rivals,
    RivalsFrozen,
    RivalsTrend,
    RivalsGain,
    FiguresFrom,
    MadeWith,
    CardFormulas,
}

impl Word {
    fn texts(self) -> [&'static str; 2] {
        match self {
            Self::Results => ["Kết quả", "Results"],
            Self::Origins => ["Nguồn gốc", "Origins"],
            Self::Source => ["Nguồn", "Source"],
            Self::Scorecard => ["Phiếu điểm", "Scorecard"],
            Self::Others => ["Các đơn vị khác", "Other units"],
            Self::Rank => ["Hạng", "Rank"],
            Self::Unit => ["Đơn vị", "Unit"],
            Self::Total => ["Giá trị DTI", "Score"],
            Self::OwnTotal => ["Giá trị", "Score"],
            Self::MaxPoints => ["Điểm tối đa", "Max points"],
            Self::Residual => ["Chênh lệch với số công bố", "Residual to published"],
            Self::OwnResidual => ["Chênh lệch với giá trị gốc", "Residual to baseline"],
            Self::RivalChange => ["Biến động của đơn vị khác", "Movement as a rival"],
            Self::BaselineRank => ["Hạng gốc", "Baseline rank"],
            Self::BaselineTotal => ["Giá trị gốc", "Baseline score"],
            Self::Number => ["Số", "Number"],
            Self::Name => ["Chỉ số", "Indicator"],
            Self::Rule => ["Cách chấm", "Rule"],
            Self::Own => ["Tự đánh giá", "Self-assessed"],
            Self::Verified => ["Thẩm định", "Verified"],
            Self::WhatIf => ["Giả định", "What if"],
            Self::Points => ["Điểm", "Points"],
            Self::Gap => ["Còn thiếu", "Gap"],
            Self::Sum => ["Tổng", "Sum"],
            Self::Edition => ["Kỳ đánh giá", "Edition"],
            Self::Framework => ["Bộ chỉ số", "Framework"],
            Self::Decision => ["Quyết định", "Decision"],
            Self::OfDate => ["ngày", "of"],
            Self::MaximaFrom => ["Điểm tối đa lấy từ", "Max points from"],
            Self::Status => ["Tình trạng", "Status"],
            Self::Estimates => ["Ước tính", "Estimates"],
            Self::Assumptions => [
                "Giả định và số liệu biết chắc",
                "What-ifs and known figures",
            ],
            Self::ChangedMaxima => ["Điểm tối đa đã đổi", "Changed max points"],
            Self::Rivals => ["Các đơn vị khác", "Other units"],
            Self::RivalsFrozen => ["đứng yên", "stay as they are"],
            Self::RivalsTrend => ["theo đà năm trước", "repeat last year's change"],
            Self::RivalsGain => ["mỗi đơn vị thêm số điểm này", "each gains these points"],
            Self::FiguresFrom => ["Số liệu đọc từ", "Figures read from"],
            Self::MadeWith => ["Tính bằng dti-whatif", "Computed with dti-whatif"],
            sentence => sentence.sentences(),
        }
    }

    fn sentences(self) -> [&'static str; 2] {
        match self {
            Self::NotOfficial => [
                "Mô phỏng, không phải số liệu chính thức",
                "A simulation, not official figures",
            ],
            Self::Official => [
                "Theo số liệu công bố, chưa sửa gì",
                "As published, nothing changed",
            ],
            Self::PartlyLoaded => [
                "Có số liệu bạn đã nạp, không phải số liệu công bố",
                "With figures that you loaded, not as published",
            ],
            Self::Loaded => [
                "Số liệu bạn đã nạp, không phải số liệu công bố",
                "Figures that you loaded, not published ones",
            ],
            Self::LoadedChanged => [
                "Mô phỏng trên số liệu bạn đã nạp, không phải số liệu công bố",
                "A simulation on figures that you loaded, not on published ones",
            ],
            Self::Fictitious => [
                "Ví dụ hư cấu, không phải số liệu công bố",
                "A fictitious example, not published figures",
            ],
            Self::FictitiousChanged => [
                "Mô phỏng trên ví dụ hư cấu, không phải số liệu công bố",
                "A simulation on a fictitious example, not on published figures",
            ],
            Self::LiveFormulas => [
                "Giá trị và hạng là công thức: sửa một ô, bảng tính lại. Ô nghiêng là ước tính, \
                 ô tô màu là số đã sửa.",
                "Score and rank are formulas: change a cell and they follow. Figures in italics \
                 are estimates, shaded ones were changed.",
            ],
            Self::NoFormula => [
                "Giá trị của bộ chỉ số này không phải là tổng điểm, nên được ghi bằng số; hạng là \
                 công thức.",
                "The score of this index is no sum of points and stands as a number; the rank is \
                 a formula.",
            ],
            Self::HowTotal => [
                "Giá trị = tổng (giá trị x điểm tối đa) / tổng điểm tối đa + chênh lệch với số \
                 công bố, làm tròn 4 chữ số.",
                "Score = sum of (score x max points) / total max points + residual to the \
                 published score, rounded to 4 decimals.",
            ],
            Self::HowOwnTotal => [
                "Giá trị = tổng (giá trị x điểm tối đa) / tổng điểm tối đa + chênh lệch với giá \
                 trị gốc.",
                "Score = sum of (score x max points) / total max points + residual to the \
                 baseline score.",
            ],
            Self::HowMean => [
                "Giá trị theo cách lấy trung bình của bộ chỉ số.",
                "The score is the mean that the framework says.",
            ],
            Self::HowDense => [
                "Hạng = 1 + số mức giá trị cao hơn; bằng nhau thì đồng hạng.",
                "Rank = 1 + number of different higher scores; equal scores share a rank.",
            ],
            Self::HowRank => [
                "Hạng = 1 + số đơn vị có giá trị cao hơn; bằng nhau thì đồng hạng.",
                "Rank = 1 + number of units with a higher score; equal scores share a rank.",
            ],
            Self::MaximaDerived => [
                "được suy ra từ kết quả, không đọc từ quyết định",
                "derived from the results, not read from the decision",
            ],
            Self::EstimateError => [
                "Không công bố riêng; lệch trung bình khi thử bỏ ra một đơn vị đã biết:",
                "Not published one by one; typical miss when a known unit is left out:",
            ],
            Self::CardFormulas => [
                "Điểm, tổng và hạng là công thức. Điểm lấy từ giả định, nếu trống thì từ thẩm \
                 định, rồi tự đánh giá.",
                "Points, sums and rank are formulas. Points come from the what-if, else the \
                 verified, else the self-assessed value.",
            ],
            _ => ["", ""],
        }
    }
}
