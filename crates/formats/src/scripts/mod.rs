//! Scripts that compute an edition or a scenario again elsewhere: in Python with pandas, in R with COINr. All
//! figures stand in them, as exact decimals or fractions, so that nothing else is needed.

mod made;
mod python;
mod r;

pub use made::ScriptWords;

use dti_engine::model::{Exact, Mean, Ties};

/// Most decimals of a number; one with more is a fraction.
const DECIMALS: u32 = 12;

/// A computation that can be written down.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Script {
    words: ScriptWords,
    indicators: Vec<ScriptIndicator>,
    groups: Vec<ScriptGroup>,
    units: Vec<ScriptUnit>,
    /// How the scores of the main indicators make the total.
    mean: Mean,
    /// Decimals of a total; `None` for totals that are ranked unrounded.
    decimals: Option<u32>,
    ties: Ties,
}

/// A main indicator that counts.
#[derive(Clone, PartialEq, Eq, Debug)]
struct ScriptIndicator {
    id: String,
    name: String,
    max_points: Exact,
    /// Place of its group.
    group: usize,
}

/// A group of main indicators.
#[derive(Clone, PartialEq, Eq, Debug)]
struct ScriptGroup {
    id: String,
    name: String,
    max_points: Exact,
}

/// A unit with all that its total is made of.
#[derive(Clone, PartialEq, Eq, Debug)]
struct ScriptUnit {
    id: String,
    name: String,
    /// In the order of the indicators.
    scores: Vec<Exact>,
    /// Which scores are not as published, and what they are; empty where all are.
    origins: String,
    /// What the total has more than the mean of the scores.
    residual: Exact,
    /// What it gains as a rival.
    moved: Exact,
    /// Its total and rank on the page.
    total: Exact,
    rank: u32,
}

impl Script {
    /// A file for Python, for which pandas is all that is needed.
    pub fn python(&self) -> String {
        python::written(self)
    }

    /// A file for R with COINr, its `iData` and `iMeta`.
    pub fn r(&self) -> String {
        r::written(self)
    }
}

/// A number as it is: a decimal where it ends, else a fraction.
fn number(value: Exact) -> String {
    match value.rounded(DECIMALS) == value {
        true => value.to_short_text(DECIMALS),
        false => value.to_fraction_text(),
    }
}

/// A text in quotes, as both languages read it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            letter if letter.is_control() => quoted.push(' '),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

/// Lines behind the mark of comments; what is in a line never begins another one.
fn remark(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    format!("# {text}\n")
}

#[cfg(test)]
mod tests;
