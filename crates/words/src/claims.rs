//! What the figures say of a claim, part by part and as a sentence to quote.

use crate::Words;
use crate::numbers::{change, decimal, score};
use crate::sentences::move_in_words;
use dti_engine::calculator::{
    Calculator, Claim, ClaimCheck, ClaimPart, Found, Moved, Stated, Truth, Turn, Undecided,
};
use dti_engine::model::Text;
use dti_formats::ReadClaim;

/// A claim with what came of it, and the names that it speaks of.
#[derive(Clone, Debug)]
pub struct Judged<'a> {
    /// What is claimed.
    pub claim: &'a Claim,
    /// What the figures say.
    pub check: &'a ClaimCheck,
    /// Name of the unit.
    pub unit: &'a Text,
    /// Titles of the editions before, where there is one, and after.
    pub editions: (Option<&'a Text>, &'a Text),
    /// Name of the indicator that it is said to be due to.
    pub indicator: Option<&'a Text>,
    /// Whether all of its words were understood.
    pub is_whole: bool,
}

impl<'a> Judged<'a> {
    /// A claim that was read and checked by a calculator; nothing where that knows other editions.
    pub fn of(
        calculator: &'a Calculator,
        read: &'a ReadClaim,
        check: &'a ClaimCheck,
    ) -> Option<Self> {
        let edition = |id: &str| calculator.edition(id).ok();
        let after = edition(&read.claim.to)?;
        let before = check.from.as_deref().and_then(edition);
        let framework = after.framework();
        let indicator = read.claim.thanks_to.as_deref();
        let indicator = indicator.and_then(|id| framework.node(id));
        Some(Self {
            claim: &read.claim,
            check,
            unit: &after.units().get(check.position)?.name,
            editions: (before.map(|own| &own.header().title), &after.header().title),
            indicator: indicator.map(|node| &framework.indicator(node).name),
            is_whole: read.unread.is_empty(),
        })
    }
}

/// A part of a claim, what is on file, and what follows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClaimLine {
    /// "Hạng DTI 2021"
    pub part: String,
    /// "8"
    pub said: String,
    /// "8"; empty where nothing is on file.
    pub found: String,
    /// What follows.
    pub truth: Truth,
}

/// Every part of a claim.
pub fn claim_lines(judged: &Judged<'_>, words: &Words) -> Vec<ClaimLine> {
    let line = |&(part, truth): &(ClaimPart, Truth)| {
        let (name, said, found) = told(part, judged, words);
        ClaimLine {
            part: name,
            said,
            found: found.unwrap_or_default(),
            truth,
        }
    };
    judged.check.parts.iter().map(line).collect()
}

/// A part's name, what is said, and what is on file.
fn told(part: ClaimPart, judged: &Judged<'_>, words: &Words) -> (String, String, Option<String>) {
    let Judged { claim, check, .. } = judged;
    let [before, after] = places(judged, words);
    let facts = &check.facts;
    let earlier = facts.before.unwrap_or_default();
    let rank = |rank: Option<u32>| rank.map(|rank| rank.to_string());
    let value = |found: Found| found.score.map(|value| score(value, words));
    let stated = |stated: Option<Stated>| {
        stated.map_or_else(String::new, |own| decimal(own.value, own.decimals, words))
    };
    match part {
        ClaimPart::RankBefore => (
            words.claim_rank(before),
            rank(claim.before.rank).unwrap_or_default(),
            rank(earlier.rank),
        ),
        ClaimPart::RankAfter => (
            words.claim_rank(after),
            rank(claim.after.rank).unwrap_or_default(),
            rank(facts.after.rank),
        ),
        ClaimPart::ScoreBefore => (
            words.claim_score(before),
            stated(claim.before.score),
            value(earlier),
        ),
        ClaimPart::ScoreAfter => (
            words.claim_score(after),
            stated(claim.after.score),
            value(facts.after),
        ),
        ClaimPart::RankMove => (
            words.claim_rank_move().to_owned(),
            moved(claim.rank, |by| words.claim_places(by), words),
            earlier.rank.zip(facts.after.rank).map(|(from, to)| {
                let climbed = i64::from(from) - i64::from(to);
                format!("{from} → {to}: {}", move_in_words(climbed, words))
            }),
        ),
        ClaimPart::ScoreMove => (
            words.claim_score_move().to_owned(),
            moved(claim.score, |by| stated(Some(by)), words),
            earlier.score.zip(facts.after.score).map(|(from, to)| {
                let both = [from, to].map(|value| score(value, words)).join(" → ");
                format!("{both} ({})", change(to - from, words))
            }),
        ),
        ClaimPart::ThanksTo => (
            words.claim_thanks_to().to_owned(),
            judged
                .indicator
                .map_or_else(String::new, |name| words.in_language(name).to_owned()),
            facts.driver.ok().map(|driver| {
                let both = [driver.before, driver.after].map(|value| score(value, words));
                let without = place(driver.without, words);
                format!("{}; {}", both.join(" → "), words.claim_without(without))
            }),
        ),
    }
}

/// "tăng 4 bậc", or only which way.
fn moved<T>(moved: Option<Moved<T>>, by: impl FnOnce(T) -> String, words: &Words) -> String {
    let Some(moved) = moved else {
        return String::new();
    };
    let turn = match moved.turn {
        Turn::Rose => words.claim_rose(),
        Turn::Fell => words.claim_fell(),
        Turn::Stayed => words.claim_stayed(),
    };
    match moved.by {
        Some(amount) => format!("{turn} {}", by(amount)),
        None => turn.to_owned(),
    }
}

/// Titles of the editions before and after.
fn places<'a>(judged: &Judged<'a>, words: &Words) -> [&'a str; 2] {
    let (before, after) = judged.editions;
    [before, Some(after)].map(|title| title.map_or("", |title| words.in_language(title)))
}

/// "hạng 8, giá trị 0,4200", as far as it is on file.
fn place(found: Found, words: &Words) -> String {
    let rank = found.rank.map(|rank| words.rank_told(rank.to_string()));
    let value = found
        .score
        .map(|value| words.claim_value(score(value, words)));
    [rank, value]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

/// "Đúng", "Sai", or that the figures do not say.
pub fn truth_word(truth: Truth, words: &Words) -> &'static str {
    match truth {
        Truth::True => words.claim_true(),
        Truth::False => words.claim_false(),
        Truth::Undecided(_) => words.claim_open(),
    }
}

/// The answer to the whole claim in a few words. What was not understood may turn it round.
pub fn claim_answer(judged: &Judged<'_>, words: &Words) -> String {
    let answer = truth_word(judged.check.truth, words);
    match judged.is_whole {
        true => answer.to_owned(),
        false => words.claims_partly(answer),
    }
}

/// Why the figures do not decide it; nothing where they do.
pub fn undecided(truth: Truth, words: &Words) -> Option<String> {
    let Truth::Undecided(why) = truth else {
        return None;
    };
    Some(match why {
        Undecided::NothingSaid => words.claim_nothing_said().to_owned(),
        Undecided::NotOnFile => words.claim_not_on_file().to_owned(),
        Undecided::OtherUnits => words.claim_other_units(),
        Undecided::OtherFramework => words.claim_other_framework().to_owned(),
        Undecided::NotSeparate => words.claim_not_separate().to_owned(),
    })
}

/// The answer as a sentence that can be quoted: the claim as it was written, what is so, the figures.
pub fn claim_quote(text: &str, judged: &Judged<'_>, words: &Words) -> String {
    let check = judged.check;
    let [before, after] = places(judged, words);
    let at = |title: &str, found: Found| {
        let place = place(found, words);
        (!place.is_empty()).then(|| format!("{title}: {place}"))
    };
    let earlier = check.facts.before.ok().and_then(|found| at(before, found));
    let later = at(after, check.facts.after);
    let figures: Vec<String> = [earlier, later].into_iter().flatten().collect();
    let why = undecided(check.truth, words).map_or_else(String::new, |why| format!(" {why}"));
    let answer = format!("{}.{why}", claim_answer(judged, words));
    let unit = words.in_language(judged.unit);
    words.claim_quote(text, answer, unit, figures.join("; "))
}
