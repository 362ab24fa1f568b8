//! Sentences about the merger.

use crate::page::analyses::others::about;
use crate::page::text::{change, score};
use dti_engine::model::{Exact, Standing};
use dti_formats::link::Language::{self, En, Vi};

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
    /// The edition that is merged: "2024".
    pub(super) edition: &'a str,
    /// The former units with their scores.
    pub(super) parts: Vec<(&'a str, Exact)>,
    /// Whether the ministry's rule is used.
    pub(super) is_official: bool,
    /// Whether the reader's scenario is merged.
    pub(super) is_edited: bool,
}

impl Told<'_> {
    /// "Đà Nẵng: từ hạng 2/63 thành hạng 17/34 sau sáp nhập (số liệu 2024), dù không số liệu nào
    /// thay đổi."
    pub(super) fn finding(&self, language: Language) -> String {
        let [before, after] = self.units;
        let from = about(self.before.rank.to_string(), self.before.estimated);
        let to = about(self.after.rank.to_string(), self.after.estimated);
        let (name, new, edition) = (self.former, self.new, self.edition);
        let is_alone = self.parts.len() == 1;
        let why = match (language, self.is_edited, self.is_official) {
            (Vi, true, true) => "theo kịch bản của bạn",
            (Vi, true, false) => "theo kịch bản của bạn, nếu gộp theo dân số",
            (Vi, false, true) => "dù không số liệu nào thay đổi",
            (Vi, false, false) => "nếu gộp theo dân số",
            (En, true, true) => "under your scenario",
            (En, true, false) => "under your scenario, if weighed by population",
            (En, false, true) => "though no figure changed",
            (En, false, false) => "if weighed by population",
        };
        match language {
            Vi if name == new => format!(
                "{name}: từ hạng {from}/{before} thành hạng {to}/{after} sau sáp nhập (số liệu {edition}), {why}."
            ),
            Vi => {
                let verb = if is_alone { "nay là" } else { "nay thuộc" };
                format!(
                    "{name} (hạng {from}/{before}) {verb} {new}, hạng {to}/{after} sau sáp nhập (số liệu {edition}), {why}."
                )
            }
            En if name == new => format!(
                "{name}: rank {from} of {before} becomes {to} of {after} by the merger (figures of {edition}), {why}."
            ),
            En => {
                let verb = if is_alone { "is now" } else { "now belongs to" };
                format!(
                    "{name} (rank {from} of {before}) {verb} {new}, rank {to} of {after} after the merger (figures of {edition}), {why}."
                )
            }
        }
    }

    /// Why.
    pub(super) fn paragraph(&self, language: Language) -> String {
        let own = about(score(self.after.score, language), self.after.estimated);
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
        let off = about(off, self.after.estimated);
        let parts = parts.join(", ");
        let former = self.former;
        match (language, self.is_official) {
            (Vi, true) => format!(
                "Theo quy tắc của Bộ, giá trị của {new} mới là bình quân đều của {count} tỉnh cũ ({parts}), tức {own}: so với riêng {former} là {off}. Chỉ số chính nào cũng gộp như vậy."
            ),
            (Vi, false) => format!(
                "Nếu gộp theo dân số, giá trị của {new} mới là {own} (từ {parts}): so với riêng {former} là {off}."
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

/// The table after the merger was never published for this edition.
pub(super) fn computed(edition: &str, language: Language) -> String {
    match language {
        Vi => format!(
            "Bộ không công bố bảng sau sáp nhập cho kỳ {edition}: bảng này tính theo cùng quy tắc."
        ),
        En => format!(
            "The ministry published no table after the merger for {edition}: this one applies the same rule."
        ),
    }
}

/// The means of estimates are not what was published.
pub(super) fn published(language: Language) -> &'static str {
    match language {
        Vi => {
            "Giá trị sau dấu ≈ của tỉnh cũ là ước tính; giá trị của tỉnh mới là số đã công bố, nên có thể khác bình quân của chúng."
        }
        En => {
            "Values of former provinces after ≈ are estimates; those of the new one were published, so that they may differ from their mean."
        }
    }
}

/// Assumptions on the new units are not merged.
pub(super) fn without_edits(language: Language) -> &'static str {
    match language {
        Vi => "Ở đây không tính các giả định đã đặt trên tỉnh mới.",
        En => "Assumptions made on the new provinces are left out here.",
    }
}

/// "Số liệu của Đà Nẵng mới gộp từ đâu"
pub(super) fn figures(new: &str, parts: usize, language: Language) -> String {
    match language {
        Vi if parts == 1 => format!("Số liệu của {new} trước và sau sáp nhập"),
        En if parts == 1 => format!("Figures of {new} before and after the merger"),
        Vi => format!("Số liệu của {new} mới gộp từ đâu"),
        En => format!("Where the figures of the new {new} come from"),
    }
}

/// "Đà Nẵng (mới)"
pub(super) fn new_name(new: &str, language: Language) -> String {
    match language {
        Vi => format!("{new} (mới)"),
        En => format!("{new} (new)"),
    }
}

/// "Cả 34 tỉnh, thành"
pub(super) fn all_units(units: usize, language: Language) -> String {
    match language {
        Vi => format!("Cả {units} tỉnh, thành"),
        En => format!("All {units} provinces"),
    }
}

/// Caption of the table of all new units.
pub(super) fn ranking(language: Language) -> &'static str {
    match language {
        Vi => "Thứ hạng sau sáp nhập",
        En => "Ranks after the merger",
    }
}
