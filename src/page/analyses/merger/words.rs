//! Sentences about the merger.

use crate::link::Language::{self, En, Vi};
use crate::model::{Exact, Origin, Standing};
use crate::page::text::{change, score};

/// What happened to one former unit.
pub(super) struct Told<'a> {
    /// The former unit.
    pub(super) former: &'a str,
    /// The new unit.
    pub(super) new: &'a str,
    /// The former unit's place.
    pub(super) before: &'a Standing,
    /// The new unit's place.
    pub(super) after: &'a Standing,
    /// How many are ranked before and after.
    pub(super) units: [usize; 2],
    /// The former units with their scores.
    pub(super) parts: Vec<(&'a str, Exact)>,
    /// Whether the ministry's rule is used.
    pub(super) is_official: bool,
    /// Whether the reader's scenario is merged.
    pub(super) is_edited: bool,
}

impl Told<'_> {
    /// "Đà Nẵng: từ hạng 2/63 xuống hạng 17/34 sau sáp nhập, dù không số liệu nào thay đổi."
    pub(super) fn finding(&self, language: Language) -> String {
        let [before, after] = self.units;
        let (from, to) = (self.before.rank, self.after.rank);
        let (name, is_edited) = (self.former, self.is_edited);
        match language {
            Vi => {
                let why = if is_edited {
                    "theo kịch bản của bạn"
                } else {
                    "dù không số liệu nào thay đổi"
                };
                format!("{name}: hạng {from}/{before} thành hạng {to}/{after} sau sáp nhập, {why}.")
            }
            En => {
                let why = if is_edited {
                    "under your scenario"
                } else {
                    "though no figure changed"
                };
                format!(
                    "{name}: rank {from} of {before} becomes {to} of {after} by the merger, {why}."
                )
            }
        }
    }

    /// Why.
    pub(super) fn paragraph(&self, language: Language) -> String {
        let own = score(self.after.score, language);
        let part = |(name, value): &(&str, Exact)| format!("{name} {}", score(*value, language));
        let parts: Vec<String> = self.parts.iter().map(part).collect();
        let (new, count) = (self.new, parts.len());
        if count == 1 {
            return match language {
                Vi => format!(
                    "{new} không gộp với tỉnh nào, giá trị vẫn là {own}; chỉ có bảng xếp hạng ngắn lại, từ {} xuống {} tỉnh, thành.",
                    self.units[0], self.units[1]
                ),
                En => format!(
                    "{new} was not merged with any other province and keeps its {own}; only the table got shorter, from {} to {} provinces.",
                    self.units[0], self.units[1]
                ),
            };
        }
        let off = change(self.after.score - self.before.score, language);
        let parts = parts.join(", ");
        let former = self.former;
        match (language, self.is_official) {
            (Vi, true) => format!(
                "Theo quy tắc của Bộ, giá trị của {new} mới là trung bình cộng của {count} tỉnh cũ ({parts}), tức {own}: so với riêng {former} là {off}. Chỉ số chính nào cũng gộp như vậy."
            ),
            (Vi, false) => format!(
                "Nếu tính theo dân số, giá trị của {new} mới là {own} (từ {parts}): so với riêng {former} là {off}."
            ),
            (En, true) => format!(
                "By the ministry's rule the new {new} has the plain mean of {count} former provinces ({parts}), which is {own}: {off} compared with {former} alone. Every main indicator is merged in the same way."
            ),
            (En, false) => format!(
                "Weighed by population the new {new} has {own} (from {parts}): {off} compared with {former} alone."
            ),
        }
    }
}

/// Where there is nothing to merge.
pub(super) fn no_merger(language: Language) -> &'static str {
    match language {
        Vi => "Tỉnh này không có trong danh sách sáp nhập.",
        En => "This province is not in the list of mergers.",
    }
}

/// Population weights are nobody's rule.
pub(super) fn unofficial(language: Language) -> &'static str {
    match language {
        Vi => "Gộp theo dân số không phải quy tắc chính thức; Bộ lấy bình quân đều các tỉnh cũ.",
        En => {
            "Weighing by population is not the official rule; the ministry takes the plain mean of the former provinces."
        }
    }
}

/// From the edition after the merger back to the one before.
pub(super) fn go_before(language: Language) -> &'static str {
    match language {
        Vi => "Giả định trên 63 tỉnh cũ rồi gộp",
        En => "Suppose on the 63 provinces, then merge",
    }
}

/// "Số liệu của Đà Nẵng mới được gộp từ đâu"
pub(super) fn figures(new: &str, language: Language) -> String {
    match language {
        Vi => format!("Số liệu của {new} mới gộp từ đâu"),
        En => format!("Where the figures of the new {new} come from"),
    }
}

/// "Đà Nẵng mới"
pub(super) fn new_name(new: &str, language: Language) -> String {
    match language {
        Vi => format!("{new} (mới)"),
        En => format!("{new} (new)"),
    }
}

/// "Cả 34 tỉnh, thành sau sáp nhập"
pub(super) fn ranking(units: usize, language: Language) -> String {
    match language {
        Vi => format!("Cả {units} tỉnh, thành sau sáp nhập"),
        En => format!("All {units} provinces after the merger"),
    }
}

/// A score; estimates are marked.
pub(super) fn marked(value: Exact, origin: Origin, language: Language) -> String {
    let text = score(value, language);
    if origin == Origin::Estimated {
        format!("≈ {text}")
    } else {
        text
    }
}
