//! Numbers as people write them: decimal comma or point, groups of three, percent. Which of the two
//! marks a table uses is read off the whole table, not off one cell: `1,234` alone may be either.

use super::FindingKind;
use super::dates::is_date;
use crate::entry_text::in_points;
use dti_engine::model::Exact;
use serde::{Deserialize, Serialize};

/// Decimals that are kept of a number.
const DECIMALS: usize = 12;
/// Marks of footnotes behind a number, besides raised digits.
const FOOTNOTES: [char; 4] = ['*', '†', '‡', '§'];

/// What stands before the decimals in a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum DecimalMark {
    /// `0.6975`
    #[default]
    Point,
    /// `0,6975`
    Comma,
}

impl DecimalMark {
    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }

    /// The mark itself, and what sets groups of three apart beside it.
    fn letters(self) -> (char, char) {
        match self {
            Self::Point => ('.', ','),
            Self::Comma => (',', '.'),
        }
    }
}

/// A number as it was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Written {
    /// The number before its percent sign.
    pub(super) value: Exact,
    /// Decimals as written, zeros included.
    pub(super) places: usize,
    /// Whether a percent sign stands behind it.
    pub(super) is_percent: bool,
}

/// A number in this mark as programs write it, without its percent sign, and whether it had one.
pub(crate) fn plain_digits(text: &str, mark: DecimalMark) -> Option<(String, bool)> {
    let text = bare(text);
    let (digits, is_percent) = match text.strip_suffix('%') {
        Some(before) => (before.trim_end(), true),
        None => (text, false),
    };
    let (decimal, group) = mark.letters();
    let (whole, places) = digits.split_once(decimal).unwrap_or((digits, "0"));
    let whole = ungrouped(whole, group)?;
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = is_digits(&whole) && is_digits(places);
    is_number.then(|| (format!("{whole}.{places}"), is_percent))
}

/// Why a cell is no number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum NumberFault {
    /// Words, or a number in another form.
    Text,
    /// A number with the mark that the rest of the table does not use.
    OtherMark,
    /// Below zero.
    Negative,
    /// A formula instead of its value.
    Formula,
    /// What a spreadsheet writes when it cannot compute: `#REF!`.
    SheetError,
}

/// Reads a number in a table with this mark. What marks a footnote behind it is no part of it.
pub(super) fn number(text: &str, mark: DecimalMark) -> Result<Written, NumberFault> {
    let text = bare(text);
    if text.starts_with('=') {
        return Err(NumberFault::Formula);
    }
    if text.starts_with('#') {
        return Err(NumberFault::SheetError);
    }
    if let Some(number) = plain(text, mark) {
        return Ok(number);
    }
    let minus = text.strip_prefix(['-', '−']).map(str::trim_start);
    if minus.is_some_and(|text| plain(text, mark).is_some()) {
        return Err(NumberFault::Negative);
    }
    Err(match plain(text, mark.other()) {
        Some(_) => NumberFault::OtherMark,
        None => NumberFault::Text,
    })
}

/// A number without what marks a footnote, and without the word for points.
fn bare(text: &str) -> &str {
    let text = without_footnotes(text);
    in_points(text).map_or(text, str::trim_end)
}

/// A text without raised digits, stars and numbers in square brackets at its end.
fn without_footnotes(text: &str) -> &str {
    let is_raised = |letter: char| matches!(letter, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '⁾' | '⁽');
    let mark = |letter: char| is_raised(letter) || FOOTNOTES.contains(&letter);
    let bare = text.trim().trim_end_matches(mark).trim_end();
    let bracketed = bare
        .strip_suffix(']')
        .and_then(|text| text.rsplit_once('['));
    match bracketed {
        Some((before, note)) if note.len() <= 3 => before.trim_end(),
        _ => bare,
    }
}

fn plain(text: &str, mark: DecimalMark) -> Option<Written> {
    let (digits, is_percent) = match text.strip_suffix('%') {
        Some(before) => (before.trim_end(), true),
        None => (text, false),
    };
    let (decimal, group) = mark.letters();
    let (whole, places) = digits.split_once(decimal).unwrap_or((digits, "0"));
    let whole = ungrouped(whole, group)?;
    let has_digits = places.bytes().all(|byte| byte.is_ascii_digit()) && !places.is_empty();
    let kept = places.get(..DECIMALS).unwrap_or(places);
    let number = Exact::from_plain_text(&format!("{whole}.{kept}"), DECIMALS as u32)?;
    // Spreadsheets and scripts write 0.6440000000000001 for 0.644.
    let is_upper_half = places
        .as_bytes()
        .get(DECIMALS)
        .is_some_and(|&byte| byte >= b'5');
    let rest = Exact::decimal(i64::from(is_upper_half), DECIMALS as u32);
    has_digits.then_some(Written {
        value: number + rest,
        places: if digits.contains(decimal) {
            places.len()
        } else {
            0
        },
        is_percent,
    })
}

/// Whole digits without what sets groups of three apart.
fn ungrouped(whole: &str, group: char) -> Option<String> {
    let is_space = |letter: char| letter.is_whitespace() && !letter.is_control();
    let mut groups = whole.split(|letter| letter == group || is_space(letter));
    let mut digits = groups.next()?.to_owned();
    let first = digits.len();
    for group in groups {
        if group.len() != 3 || first > 3 || first == 0 || digits.starts_with('0') {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}

/// Whether a cell says that there is nothing: blank, a dash, `n/a`.
pub(crate) fn is_blank(text: &str) -> bool {
    let text = text.trim();
    let is_mark = |letter: char| "-–—.…/".contains(letter);
    text.chars().all(is_mark) && text.chars().count() <= 3
        || ["n/a", "na", "k/c", "null"]
            .iter()
            .any(|word| text.eq_ignore_ascii_case(word))
}

/// The finding for a cell that is no number.
pub(super) fn finding(fault: NumberFault, text: &str, mark: DecimalMark) -> FindingKind {
    let given = text.to_owned();
    match fault {
        NumberFault::Text if is_date(text) => FindingKind::DateInstead(given),
        NumberFault::Text => FindingKind::NotANumber(given),
        NumberFault::OtherMark => FindingKind::WrongMark { given, mark },
        NumberFault::Negative => FindingKind::Negative(given),
        NumberFault::Formula => FindingKind::Formula(given),
        NumberFault::SheetError => FindingKind::SheetError(given),
    }
}

/// What the numbers of a table tell about its mark.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Evidence {
    /// Cells that are numbers with a point only.
    points: usize,
    /// Cells that are numbers with a comma only.
    commas: usize,
    /// The largest of the cells that are two different numbers: with a point, and with a comma.
    largest: Option<(Exact, Exact)>,
}

impl Evidence {
    /// Takes one cell into account.
    pub(crate) fn add(&mut self, text: &str) {
        let text = bare(text);
        let read = |mark| plain(text, mark).map(|number| number.value);
        match (read(DecimalMark::Point), read(DecimalMark::Comma)) {
            (Some(_), None) => self.points += 1,
            (None, Some(_)) => self.commas += 1,
            (Some(point), Some(comma)) if point != comma => {
                let (points, commas) = self.largest.unwrap_or((point, comma));
                self.largest = Some((points.max(point), commas.max(comma)));
            }
            _ => {}
        }
    }

    /// The mark of the table; `None` where every number may be read in two ways and neither is
    /// beyond the highest number that may stand there.
    pub(crate) fn mark(self, highest: Exact) -> Option<DecimalMark> {
        match (self.points, self.commas, self.largest) {
            (0, 0, Some((points, commas))) => match (points > highest, commas > highest) {
                (true, false) => Some(DecimalMark::Comma),
                (false, true) => Some(DecimalMark::Point),
                _ => None,
            },
            (points, commas, _) if commas > points => Some(DecimalMark::Comma),
            _ => Some(DecimalMark::Point),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DecimalMark, Evidence, NumberFault, is_blank, number};
    use dti_engine::model::Exact;

    #[track_caller]
    fn expect(text: &str, mark: DecimalMark, units: i64, decimals: u32) {
        let read = number(text, mark).unwrap();
        assert_eq!(read.value, Exact::decimal(units, decimals), "{text}");
    }

    #[test]
    fn numbers_are_read_in_the_form_of_their_table() {
        let (point, comma) = (DecimalMark::Point, DecimalMark::Comma);
        expect("0.6975", point, 6975, 4);
        expect(" 0,6975\u{a0}", comma, 6975, 4);
        expect("1,234", point, 1234, 0);
        expect("1,234", comma, 1234, 3);
        expect("1.234.567,5", comma, 12_345_675, 1);
        expect("1 906,3", comma, 19063, 1);
        expect("64,4 %", comma, 644, 1);
        expect("1\u{2007}906,3", comma, 19063, 1);
        expect("0.6440000000000001", point, 644, 3);
        for footnote in [
            "0,6975¹",
            "0,6975 *",
            "0,6975**",
            "0,6975⁽²⁾",
            "0,6975[3]",
            "0,6975 †",
        ] {
            expect(footnote, comma, 6975, 4);
        }
        expect("64,4%¹", comma, 644, 1);
        for points in ["12,5 điểm", "12,5đ", "12,5 points*"] {
            expect(points, comma, 125, 1);
        }
        expect("0.29999999999999999", point, 3, 1);
        assert_eq!(number("12.50", point).map(|n| n.places), Ok(2));
    }

    #[test]
    fn what_is_no_number_says_why() {
        let (point, comma) = (DecimalMark::Point, DecimalMark::Comma);
        for (text, mark, fault) in [
            ("mười", point, NumberFault::Text),
            ("mười điểm", point, NumberFault::Text),
            ("12 tháng", point, NumberFault::Text),
            ("1e3", point, NumberFault::Text),
            ("NaN", point, NumberFault::Text),
            ("0,1234", point, NumberFault::OtherMark),
            ("0.5", comma, NumberFault::OtherMark),
            ("-0", point, NumberFault::Negative),
            ("−0,5", comma, NumberFault::Negative),
            ("=SUM(B2:B9)", comma, NumberFault::Formula),
            ("#REF!", comma, NumberFault::SheetError),
            ("0,123,456", point, NumberFault::Text),
            ("0,6975 (1)", comma, NumberFault::Text),
            ("*", comma, NumberFault::Text),
            ("12,34", point, NumberFault::OtherMark),
            ("1.2.3", point, NumberFault::Text),
            (".", point, NumberFault::Text),
            ("%", point, NumberFault::Text),
            ("99999999999999999999", point, NumberFault::Text),
        ] {
            assert_eq!(number(text, mark), Err(fault), "{text}");
        }
    }

    #[test]
    fn the_mark_is_that_of_the_whole_table() {
        let mark = |cells: &[&str]| {
            let mut evidence = Evidence::default();
            for cell in cells {
                evidence.add(cell);
            }
            evidence.mark(Exact::whole(6_000))
        };
        assert_eq!(mark(&["1,234", "0,5"]), Some(DecimalMark::Comma));
        assert_eq!(mark(&["1,234", "0.5"]), Some(DecimalMark::Point));
        assert_eq!(mark(&["1,234", "5,678"]), None);
        assert_eq!(mark(&["1,234", "6,789"]), Some(DecimalMark::Comma));
        assert_eq!(mark(&["1,000.5"]), Some(DecimalMark::Point));
        assert_eq!(mark(&["12", "Huế"]), Some(DecimalMark::Point));
        assert_eq!(mark(&["0,5", "0,6", "0.7"]), Some(DecimalMark::Comma));
    }

    #[test]
    fn dashes_are_blanks() {
        for text in ["", " ", "-", "–", "…", "...", "N/A"] {
            assert!(is_blank(text), "{text}");
        }
        for text in ["0", "-1", "----", "không"] {
            assert!(!is_blank(text), "{text}");
        }
    }
}
