//! Which indicator a row of a scorecard is about.

use super::Reading;
use crate::fold;
use crate::import::Meaning;
use crate::import::dates::is_date;
use crate::import::findings::FindingKind;
use crate::import::numbering::{id_part, is_lettered, is_whole, main_named, parts};
use dti_engine::model::Node;

impl Reading<'_> {
    /// The indicator of a row: by id, else by number, else by name.
    pub(super) fn indicator(&mut self, row: usize, has_values: bool) -> Option<Node> {
        let [id, written, name] =
            [Meaning::Id, Meaning::Number, Meaning::Name].map(|key| self.sheet.text(row, &key));
        if let Some(column) = self.sheet.column(&Meaning::Number)
            && has_values
            && is_date(written)
        {
            let kind = FindingKind::DateInstead(written.to_owned());
            self.findings.at(row, column, kind);
            return None;
        }
        let mended = self.numbers.get(&row);
        let by_id = self.framework.node(&id.to_ascii_lowercase());
        let by_number = self.numbered(mended.map_or(written, String::as_str));
        let by_name = self.named(name);
        let by_key = by_id.or(by_number);
        // A number of one component beside the name of another: neither may be guessed.
        if let (Some(key), Some(named)) = (by_key, by_name)
            && key != named
            && has_values
        {
            let (given, name) = (self.written(row).to_owned(), name.to_owned());
            self.findings
                .row(row, FindingKind::NumberOfAnother { given, name });
            return None;
        }
        let found = by_key
            .or(by_name)
            .or_else(|| main_named(self.framework, name));
        if found.is_none() && has_values && !self.sheet.is_heading(row) {
            self.leave(row, written, name);
        }
        found
    }

    /// A row with values that names no indicator: a sum, a part that is not counted, or a fault.
    fn leave(&mut self, row: usize, number: &str, name: &str) {
        let given = self.written(row).to_owned();
        let is_counted = parts(number).is_some_and(|parts| {
            parts.len() > 1
                || parts
                    .iter()
                    .any(|part| part.starts_with(|c: char| c.is_ascii_digit()))
        });
        if is_sum(self.sheet.first_text(row)) || is_sum(name) {
            self.totals.push((row, self.lines.len(), self.section));
        } else if is_lettered(number) || !is_counted && is_whole(self.framework, name) {
            self.findings.row(row, FindingKind::RowLeftOut(given));
        } else {
            self.findings.row(row, FindingKind::IndicatorUnknown(given));
        }
    }

    /// The indicator with this number; where numbers begin again, the one in the present section. A
    /// letter is that criterion of the component above.
    fn numbered(&self, text: &str) -> Option<Node> {
        let wanted = key(text)?;
        if is_lettered(text)
            && let Some(node) = self.lettered(&wanted)
        {
            return Some(node);
        }
        let is_own = |node: &Node| {
            let number = self.framework.indicator(*node).number.as_deref();
            number.and_then(key).as_ref() == Some(&wanted)
        };
        let found: Vec<Node> = self.framework.nodes().filter(is_own).collect();
        match found.as_slice() {
            [] => self.framework.node(&text.to_ascii_lowercase()),
            [one] => Some(*one),
            several => {
                let section = self.section?;
                several
                    .iter()
                    .copied()
                    .find(|node| self.framework.is_above(section, *node))
            }
        }
    }

    /// The criterion with this letter below the component in whose rows one stands.
    fn lettered(&self, letter: &str) -> Option<Node> {
        let whole = self.whole?;
        let ending = format!(".{letter}");
        let children = self.framework.indicator(whole).children.iter().copied();
        let mut lettered =
            children.filter(|node| self.framework.indicator(*node).id.ends_with(&ending));
        lettered.next()
    }

    /// The only indicator with this name.
    fn named(&self, name: &str) -> Option<Node> {
        let folded = fold(name);
        let is_own = |node: &Node| {
            let own = &self.framework.indicator(*node).name;
            !folded.is_empty() && (fold(&own.vi) == folded || fold(&own.en) == folded)
        };
        let mut found = self.framework.nodes().filter(is_own);
        let first = found.next();
        first.filter(|_| found.next().is_none())
    }
}

/// Whether a row with this name sums up others.
fn is_sum(name: &str) -> bool {
    const NAMES: [&str; 4] = ["tong", "cong", "total", "sum"];
    const BEGINNINGS: [&str; 3] = ["tong cong", "tong diem", "tong so diem"];
    let folded = fold(name);
    NAMES.contains(&folded.as_str()) || BEGINNINGS.iter().any(|word| folded.starts_with(word))
}

/// A number without what people leave out: `1.03.` is `1.3`.
fn key(number: &str) -> Option<String> {
    let parts = parts(number)?;
    let parts: Vec<&str> = parts.iter().map(|part| id_part(part)).collect();
    Some(parts.join("."))
}
