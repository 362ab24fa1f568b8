//! A claim about a unit's results, judged part by part by the figures on file (method, "Claims").

use crate::model::Exact;
use std::cmp::Ordering;

/// Which way a rank or a score went; a better rank has risen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Turn {
    /// Better than before.
    Rose,
    /// Worse than before.
    Fell,
    /// As before.
    Stayed,
}

impl Turn {
    /// The turn of what is now so much compared with before, more being better.
    fn of(now_to_before: Ordering) -> Self {
        match now_to_before {
            Ordering::Greater => Self::Rose,
            Ordering::Less => Self::Fell,
            Ordering::Equal => Self::Stayed,
        }
    }

    /// The word used in the JavaScript API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Rose => "rose",
            Self::Fell => "fell",
            Self::Stayed => "stayed",
        }
    }
}

/// A score, or a change of one, as it was written: 0.65 says less than 0.6500.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stated {
    /// The number.
    pub value: Exact,
    /// Decimals that it was written with.
    pub decimals: u32,
}

impl Stated {
    /// Whether this is the actual number, rounded half up as it was written.
    fn is(self, actual: Exact) -> bool {
        actual.rounded(self.decimals) == self.value
    }
}

/// A move that is claimed, by how much where that is said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Moved<T> {
    /// Which way.
    pub turn: Turn,
    /// By how much, above 0.
    pub by: Option<T>,
}

/// What is said of a unit in one edition.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Said {
    /// Its rank.
    pub rank: Option<u32>,
    /// Its score.
    pub score: Option<Stated>,
}

/// "This unit rose 4 places from one edition to another, to rank 8, thanks to that indicator": any
/// part may be absent.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Claim {
    /// Id of the unit.
    pub unit: String,
    /// Id of the edition before; `None` for the last one of an earlier year.
    pub from: Option<String>,
    /// Id of the edition after.
    pub to: String,
    /// What is said of the edition before.
    pub before: Said,
    /// What is said of the edition after.
    pub after: Said,
    /// How the rank is said to have moved, in places.
    pub rank: Option<Moved<u32>>,
    /// How the score is said to have moved.
    pub score: Option<Moved<Stated>>,
    /// Id of the main indicator that it is said to be due to.
    pub thanks_to: Option<String>,
}

/// A part of a claim.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClaimPart {
    /// The rank before.
    RankBefore,
    /// The rank after.
    RankAfter,
    /// How the rank moved.
    RankMove,
    /// The score before.
    ScoreBefore,
    /// The score after.
    ScoreAfter,
    /// How the score moved.
    ScoreMove,
    /// What it is due to.
    ThanksTo,
}

/// Why the figures on file do not decide a part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Undecided {
    /// Nothing is said of a rank or a score.
    NothingSaid,
    /// A rank or a score that it needs is not on file.
    NotOnFile,
    /// The two editions rank other units, or there is none before.
    OtherUnits,
    /// The indicator is measured under two frameworks.
    OtherFramework,
    /// The indicator is not published one by one in both editions.
    NotSeparate,
}

/// What the figures say of a claim, or of a part of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Truth {
    /// As the figures say.
    True,
    /// The figures say otherwise.
    False,
    /// The figures on file do not say.
    Undecided(Undecided),
}

impl Truth {
    fn of(is_so: bool) -> Self {
        if is_so { Self::True } else { Self::False }
    }

    /// Of a whole claim: false where one part is, else undecided where one part is or where nothing
    /// but a reason is given.
    pub fn of_all(parts: &[(ClaimPart, Self)]) -> Self {
        if parts.iter().all(|(part, _)| *part == ClaimPart::ThanksTo) {
            return Self::Undecided(Undecided::NothingSaid);
        }
        let all = || parts.iter().map(|(_, truth)| *truth);
        let worst = all().find(|truth| *truth == Self::False);
        let open = all().find(|truth| *truth != Self::True);
        worst.or(open).unwrap_or(Self::True)
    }
}

/// A unit's place in one edition, as far as it is on file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Found {
    /// Its rank; one that is shared is a rank.
    pub rank: Option<u32>,
    /// Its score.
    pub score: Option<Exact>,
}

/// What an indicator did, and where the unit would be without that.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Driver {
    /// Its score before.
    pub before: Exact,
    /// Its score after.
    pub after: Exact,
    /// The unit's place in the edition after, had the indicator stayed and all else moved.
    pub without: Found,
}

/// The figures that a claim is held against.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Facts {
    /// In the edition before; or why it says nothing.
    pub before: Result<Found, Undecided>,
    /// In the edition after.
    pub after: Found,
    /// The indicator that is named; or why it says nothing.
    pub driver: Result<Driver, Undecided>,
}

/// Judges every part of a claim that is there, in the order of [`ClaimPart`].
pub fn judge(claim: &Claim, facts: &Facts) -> Vec<(ClaimPart, Truth)> {
    let (before, after) = (facts.before, Ok(facts.after));
    let parts = [
        (ClaimPart::RankBefore, is_rank(claim.before.rank, before)),
        (ClaimPart::RankAfter, is_rank(claim.after.rank, after)),
        (
            ClaimPart::RankMove,
            claim.rank.map(|moved| rank_move(moved, facts)),
        ),
        (ClaimPart::ScoreBefore, is_score(claim.before.score, before)),
        (ClaimPart::ScoreAfter, is_score(claim.after.score, after)),
        (
            ClaimPart::ScoreMove,
            claim.score.map(|moved| score_move(moved, facts)),
        ),
        (
            ClaimPart::ThanksTo,
            claim.thanks_to.as_ref().map(|_| thanks_to(claim, facts)),
        ),
    ];
    let given = parts.into_iter();
    given
        .filter_map(|(part, truth)| Some((part, truth?)))
        .collect()
}

type Seen = Result<Found, Undecided>;

/// A rank of an edition, or why there is none.
fn rank_of(seen: Seen) -> Result<u32, Undecided> {
    seen?.rank.ok_or(Undecided::NotOnFile)
}

fn score_of(seen: Seen) -> Result<Exact, Undecided> {
    seen?.score.ok_or(Undecided::NotOnFile)
}

fn truth(judged: Result<bool, Undecided>) -> Truth {
    judged.map_or_else(Truth::Undecided, Truth::of)
}

fn is_rank(said: Option<u32>, seen: Seen) -> Option<Truth> {
    let said = said?;
    Some(truth(rank_of(seen).map(|actual| actual == said)))
}

fn is_score(said: Option<Stated>, seen: Seen) -> Option<Truth> {
    let said = said?;
    Some(truth(score_of(seen).map(|actual| said.is(actual))))
}

fn rank_move(said: Moved<u32>, facts: &Facts) -> Truth {
    truth(ranks(facts).map(|(before, after)| {
        let is_by = said.by.is_none_or(|by| before.abs_diff(after) == by);
        Turn::of(before.cmp(&after)) == said.turn && is_by
    }))
}

fn score_move(said: Moved<Stated>, facts: &Facts) -> Truth {
    truth(scores(facts).map(|(before, after)| {
        let is_by = said.by.is_none_or(|by| by.is((after - before).abs()));
        Turn::of(after.cmp(&before)) == said.turn && is_by
    }))
}

fn ranks(facts: &Facts) -> Result<(u32, u32), Undecided> {
    Ok((rank_of(facts.before)?, rank_of(Ok(facts.after))?))
}

fn scores(facts: &Facts) -> Result<(Exact, Exact), Undecided> {
    Ok((score_of(facts.before)?, score_of(Ok(facts.after))?))
}

/// Due to an indicator is what would not be there had it stayed: the rank's move, else the rank that
/// was reached, else the move of the score.
fn thanks_to(claim: &Claim, facts: &Facts) -> Truth {
    truth(facts.driver.and_then(|driver| {
        let without = Ok(driver.without);
        let (turn, is_due) = if let Some(said) = claim.rank {
            let ((before, after), other) = (ranks(facts)?, rank_of(without)?);
            let is_so = Turn::of(before.cmp(&after)) == said.turn;
            let gone = is_gone(said.turn, before.cmp(&other));
            (said.turn, is_so && gone)
        } else if let Some(rank) = claim.after.rank {
            let is_so = rank_of(Ok(facts.after))? == rank;
            (Turn::Rose, is_so && rank_of(without)? > rank)
        } else {
            let ((before, after), other) = (scores(facts)?, score_of(without)?);
            let turn = claim.score.map_or(Turn::Rose, |said| said.turn);
            let is_so = Turn::of(after.cmp(&before)) == turn;
            (turn, is_so && is_gone(turn, other.cmp(&before)))
        };
        let own = Turn::of(driver.after.cmp(&driver.before));
        let pulls = match turn {
            Turn::Fell => Turn::Fell,
            Turn::Rose | Turn::Stayed => Turn::Rose,
        };
        Ok(is_due && own == pulls)
    }))
}

/// Whether a turn is not there any more where the unit would have come to this.
fn is_gone(turn: Turn, to_before: Ordering) -> bool {
    match turn {
        Turn::Rose => to_before != Ordering::Greater,
        Turn::Fell => to_before != Ordering::Less,
        Turn::Stayed => to_before == Ordering::Less,
    }
}

#[cfg(test)]
mod tests {
    use super::{Claim, ClaimPart, Driver, Facts, Found, Moved, Stated, Truth, Turn, Undecided};
    use super::{Said, judge};
    use crate::model::Exact;

    fn found(rank: u32, score: i64) -> Found {
        Found {
            rank: Some(rank),
            score: Some(Exact::decimal(score, 4)),
        }
    }

    /// From rank 12 and 0.6000 to rank 8 and 0.6469; without the indicator it would be 12th, at
    /// 0.6100.
    fn facts() -> Facts {
        Facts {
            before: Ok(found(12, 6000)),
            after: found(8, 6469),
            driver: Ok(Driver {
                before: Exact::decimal(5, 1),
                after: Exact::decimal(7, 1),
                without: found(12, 6100),
            }),
        }
    }

    fn stated(units: i64, decimals: u32) -> Stated {
        let value = Exact::decimal(units, decimals);
        Stated { value, decimals }
    }

    fn truth(claim: &Claim, facts: &Facts) -> Truth {
        Truth::of_all(&judge(claim, facts))
    }

    #[test]
    fn a_number_is_true_as_far_as_it_was_written() {
        let at = |score| Claim {
            after: Said {
                rank: None,
                score: Some(score),
            },
            ..Claim::default()
        };
        for score in [stated(6469, 4), stated(647, 3), stated(65, 2), stated(6, 1)] {
            assert_eq!(truth(&at(score), &facts()), Truth::True, "{score:?}");
        }
        for score in [stated(6470, 4), stated(646, 3), stated(64, 2)] {
            assert_eq!(truth(&at(score), &facts()), Truth::False, "{score:?}");
        }
    }

    #[test]
    fn places_and_turns_are_held_against_both_ranks() {
        let claim = |turn, by| Claim {
            rank: Some(Moved { turn, by }),
            ..Claim::default()
        };
        assert_eq!(truth(&claim(Turn::Rose, Some(4)), &facts()), Truth::True);
        assert_eq!(truth(&claim(Turn::Rose, None), &facts()), Truth::True);
        for (turn, by) in [
            (Turn::Rose, Some(3)),
            (Turn::Fell, Some(4)),
            (Turn::Stayed, None),
        ] {
            assert_eq!(truth(&claim(turn, by), &facts()), Truth::False);
        }
        let unknown = Facts {
            before: Err(Undecided::OtherUnits),
            ..facts()
        };
        let open = Truth::Undecided(Undecided::OtherUnits);
        assert_eq!(truth(&claim(Turn::Rose, None), &unknown), open);
    }

    #[test]
    fn one_false_part_makes_a_claim_false_whatever_is_open() {
        let claim = Claim {
            rank: Some(Moved {
                turn: Turn::Rose,
                by: None,
            }),
            after: Said {
                rank: Some(9),
                score: None,
            },
            ..Claim::default()
        };
        let unknown = Facts {
            before: Err(Undecided::NotOnFile),
            ..facts()
        };
        let parts = judge(&claim, &unknown);
        let open = Truth::Undecided(Undecided::NotOnFile);
        let wanted = [
            (ClaimPart::RankAfter, Truth::False),
            (ClaimPart::RankMove, open),
        ];
        assert_eq!(parts, wanted);
        assert_eq!(Truth::of_all(&parts), Truth::False);
    }

    #[test]
    fn due_to_an_indicator_is_what_would_not_be_without_it() {
        let rank = |turn| Claim {
            rank: Some(Moved { turn, by: None }),
            thanks_to: Some("y".to_owned()),
            ..Claim::default()
        };
        let score = Claim {
            score: Some(Moved {
                turn: Turn::Rose,
                by: None,
            }),
            thanks_to: Some("y".to_owned()),
            ..Claim::default()
        };
        // Without it the rank would be 12 again, the score still higher.
        assert_eq!(truth(&rank(Turn::Rose), &facts()), Truth::True);
        assert_eq!(truth(&score, &facts()), Truth::False);
        let driven = |before, after, without| Facts {
            driver: Ok(Driver {
                before: Exact::decimal(before, 1),
                after: Exact::decimal(after, 1),
                without,
            }),
            ..facts()
        };
        let still_higher = driven(5, 7, found(11, 6100));
        assert_eq!(truth(&rank(Turn::Rose), &still_higher), Truth::False);
        let fell_itself = driven(7, 5, found(12, 6100));
        assert_eq!(truth(&rank(Turn::Rose), &fell_itself), Truth::False);
        let bare = Claim {
            rank: None,
            ..rank(Turn::Rose)
        };
        let nothing = Truth::Undecided(Undecided::NothingSaid);
        assert_eq!(truth(&bare, &facts()), nothing);
        assert_eq!(truth(&Claim::default(), &facts()), nothing);
        let hidden = Facts {
            driver: Err(Undecided::NotSeparate),
            ..facts()
        };
        let open = Truth::Undecided(Undecided::NotSeparate);
        assert_eq!(truth(&rank(Turn::Rose), &hidden), open);
        assert_eq!(truth(&rank(Turn::Fell), &hidden), Truth::False, "it rose");
    }
}
