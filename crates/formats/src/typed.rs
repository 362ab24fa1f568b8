//! What fields of files hold, each checked where it is read, so that a fault has its path. What the
//! build ships holds the same in fewer bytes. The build script shares this file: it knows serde only.

use serde::de::{Deserializer, Error, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use std::fmt;
use std::ops::Deref;

/// Longest text of a framework or an own index, in bytes.
pub(crate) const LONGEST_TEXT: usize = 1_000;
/// Largest max points.
const LARGEST_MAX_POINTS: u32 = 10_000;
/// Raw numbers are below this; more needs a larger unit of measure, such as millions.
const LARGEST_RAW: f64 = 1e12;

/// Whether a letter has no shape of its own, or turns the direction of others: with it a name looks
/// like another one, or reads as another text than it is.
pub(crate) fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// A text that one cell of a table can hold.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize)]
pub(crate) struct Line(pub(crate) String);

impl Deref for Line {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Line {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        let is_given = source.is_human_readable();
        let text = String::deserialize(source)?;
        if is_given && text.len() > LONGEST_TEXT {
            let problem = format!("a text may have {LONGEST_TEXT} bytes at most");
            return Err(D::Error::custom(problem));
        }
        if is_given && text.chars().any(char::is_control) {
            return Err(D::Error::custom(
                "a text may not hold tabs, line breaks or other control characters",
            ));
        }
        let unseen = text
            .chars()
            .find(|&letter| is_unseen(letter) || letter == '\u{ad}');
        if let Some(letter) = unseen.filter(|_| is_given) {
            return Err(D::Error::custom(format!(
                "a text may not hold letters that cannot be seen, and here is U+{:04X}; take it out",
                u32::from(letter)
            )));
        }
        Ok(Self(text))
    }
}

/// A text in both languages; English falls back to Vietnamese where a source has none.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Both {
    pub(crate) vi: Line,
    pub(crate) en: Option<Line>,
}

/// Any number.
#[derive(Clone, Copy)]
pub(crate) struct Number(pub(crate) f64);

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_f64(AnyNumber)
    }
}

struct AnyNumber;

impl Visitor<'_> for AnyNumber {
    type Value = Number;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a number")
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Number, E> {
        Ok(Number(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Number, E> {
        Ok(Number(value as f64))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Number, E> {
        Ok(Number(value as f64))
    }
}

/// A whole number up to `MOST`, however it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Whole<const MOST: u32>(pub(crate) u32);

impl<'de, const MOST: u32> Deserialize<'de> for Whole<MOST> {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        if !source.is_human_readable() {
            return u32::deserialize(source).map(Self);
        }
        let Number(given) = Number::deserialize(source)?;
        let is_whole = given.fract() == 0.0 && given >= 0.0 && given <= f64::from(MOST);
        let wrong = || format!("{given} is not a whole number from 0 to {MOST}");
        let whole = is_whole.then_some(Self(given as u32));
        whole.ok_or_else(|| D::Error::custom(wrong()))
    }
}

impl<const MOST: u32> Serialize for Whole<MOST> {
    fn serialize<S: Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
        target.serialize_u32(self.0)
    }
}

/// Max points in whole hundredths, from a number with at most two decimals.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Hundredths(pub(crate) u32);

impl Serialize for Hundredths {
    fn serialize<S: Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
        if target.is_human_readable() {
            return target.serialize_f64(f64::from(self.0) / 100.0);
        }
        target.serialize_u32(self.0)
    }
}

impl<'de> Deserialize<'de> for Hundredths {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        if !source.is_human_readable() {
            return u32::deserialize(source).map(Self);
        }
        let Number(given) = Number::deserialize(source)?;
        let hundredths = (given * 100.0).round();
        let is_inside = (0.0..=f64::from(LARGEST_MAX_POINTS)).contains(&given);
        // The nearest float of so many hundredths is what a reader of the decimal text gets.
        let is_same = (hundredths / 100.0 - given).abs() <= f64::EPSILON * given;
        if is_inside && is_same {
            return Ok(Self(hundredths as u32));
        }
        Err(D::Error::custom(format!(
            "{given} is not a number from 0 to {LARGEST_MAX_POINTS} with at most 2 decimals"
        )))
    }
}

/// A decimal number: `units` of the last of its decimals. Read from a file it is a raw number, kept to
/// the decimals that a float of its size holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Decimal {
    pub(crate) units: i64,
    pub(crate) decimals: u8,
}

impl Decimal {
    /// The number of a float; or what is wrong with it.
    pub(crate) fn of_float(value: f64) -> Result<Self, String> {
        match Self::decimals_of(value) {
            Some(decimals) => Ok(Self {
                units: (value * 10_f64.powi(i32::from(decimals))).round() as i64,
                decimals,
            }),
            None => Err(format!(
                "{value} is too large; use a larger unit of measure, below 1,000,000,000,000"
            )),
        }
    }

    /// Decimals that are kept of a number of this size, 15 or 16 digits in all; `None` for one that is
    /// too large.
    pub(crate) fn decimals_of(value: f64) -> Option<u8> {
        let fits = |decimals: &u8| value.abs() * 10_f64.powi(i32::from(*decimals)) <= 9e15;
        let decimals = [12, 9, 6, 3].into_iter().find(fits);
        decimals.filter(|_| value.abs() < LARGEST_RAW)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        if source.is_human_readable() {
            let Number(value) = Number::deserialize(source)?;
            return Self::of_float(value).map_err(D::Error::custom);
        }
        let (units, decimals) = Deserialize::deserialize(source)?;
        Ok(Self { units, decimals })
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
        (self.units, self.decimals).serialize(target)
    }
}
