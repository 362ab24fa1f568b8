//! How meanings in a row make a claim.

use super::words::Item;
use dti_engine::calculator::{Claim, Moved, Stated, Turn};
use dti_engine::model::Exact;
use std::ops::Range;

/// A meaning and where it stands.
pub(super) type Placed = (Item, Range<usize>);

/// Goes through the meanings of a text from left to right.
pub(super) struct Reader<'a> {
    items: &'a [Placed],
    units: usize,
    pub(super) claim: Claim,
    /// The main indicator that is named as the reason.
    pub(super) indicator: Option<usize>,
    /// Where something stands that fits nowhere.
    pub(super) unread: Vec<Range<usize>>,
}

impl<'a> Reader<'a> {
    /// For an edition of so many units.
    pub(super) fn new(items: &'a [Placed], units: usize) -> Self {
        Self {
            items,
            units,
            claim: Claim::default(),
            indicator: None,
            unread: Vec::new(),
        }
    }

    pub(super) fn read(&mut self) {
        while let Some((_, first)) = self.items.first() {
            let row: Vec<Item> = self.items.iter().take(7).map(|(item, _)| *item).collect();
            let (is_taken, length) = self.step(&row);
            let (own, rest) = self.items.split_at(length.min(self.items.len()));
            if !is_taken {
                let end = own.last().map_or(first.end, |(_, last)| last.end);
                self.unread.push(first.start..end);
            }
            self.items = rest;
        }
    }

    /// What the row begins with: whether it was taken into the claim, and how many meanings it is.
    fn step(&mut self, row: &[Item]) -> (bool, usize) {
        use Item::{
            From, Gap, Indicator, Number, Of, Rank, RankIs, Score, Stand, Thanks, To, Turn as T,
        };
        match *row {
            [From, ..] => self.way_between(row).unwrap_or((false, 1)),
            [Thanks, Indicator(place), ..] if self.indicator.is_none() => {
                self.indicator = Some(place);
                (true, 2)
            }
            // "in 8th of 63", and words that are no number's.
            [Of, Number(all), ..] if whole(all) == u32::try_from(self.units).ok() => (true, 2),
            [Of | Gap, ..] => (true, 1),
            [T(turn), Number(by), Rank, ..] => (self.rank_moved(turn, Some(by)), 3),
            [T(turn), Number(by), Score, ..] => (self.score_moved(turn, Some(by)), 3),
            [Rank, T(turn), Number(by), Rank, ..] => (self.rank_moved(turn, Some(by)), 4),
            [Rank, T(turn), Number(by), ..] => (self.rank_moved(turn, Some(by)), 3),
            [Score, T(turn), Number(by), ..] => (self.score_moved(turn, Some(by)), 3),
            [T(turn), Rank | Stand, Number(rank), ..] => {
                (self.rank_moved(turn, None) && self.reached(rank), 3)
            }
            [T(turn), RankIs(_), ..] => (self.rank_moved(turn, None), 1),
            [T(turn), Number(by), ..] if by.decimals == 0 => (self.rank_moved(turn, Some(by)), 2),
            [T(turn), Number(by), ..] => (self.score_moved(turn, Some(by)), 2),
            [T(turn), Rank, ..] | [Rank, T(turn), ..] => (self.rank_moved(turn, None), 2),
            [T(turn), Score, ..] | [Score, T(turn), ..] => (self.score_moved(turn, None), 2),
            [T(turn), ..] => (self.rank_moved(turn, None), 1),
            [Stand | Rank | To, Number(rank), Rank, ..] => (self.reached(rank), 3),
            [Stand | Rank | To, Number(number), ..] => (self.reached(number), 2),
            [Stand | Rank | To, RankIs(rank), ..] => (self.ranked(rank), 2),
            [Score, Of, Number(score), ..] => (self.scored(score), 3),
            [Score, Number(score), ..] | [Number(score), Score, ..] => (self.scored(score), 2),
            [Number(rank), Rank, ..] => (self.reached(rank), 2),
            [Number(number), ..] => (self.scored(number), 1),
            [RankIs(rank), Rank, ..] => (self.ranked(rank), 2),
            [RankIs(rank), ..] => (self.ranked(rank), 1),
            _ => (false, 1),
        }
    }

    /// "from rank 12 to rank 8", "from 0.6469 up to 0.7137".
    fn way_between(&mut self, row: &[Item]) -> Option<(bool, usize)> {
        let mut length = 1;
        let mut skip = |is_so: fn(&Item) -> bool| {
            let found = row.get(length).filter(|item| is_so(item)).copied();
            length += usize::from(found.is_some());
            found
        };
        let is_noun = |item: &Item| matches!(item, Item::Rank | Item::Stand | Item::Score);
        let is_number = |item: &Item| matches!(item, Item::Number(_) | Item::RankIs(_));
        skip(is_noun);
        let before = skip(is_number)?;
        skip(is_noun);
        let way = skip(|item| matches!(item, Item::To | Item::Turn(_)))?;
        skip(is_noun);
        let after = skip(is_number)?;
        skip(is_noun);
        let is_so = match (before, after) {
            (Item::Number(old), Item::Number(new)) if is_score(old) && is_score(new) => {
                self.claim.before.score = Some(old);
                self.reached(new) && self.turned(way, Self::score_moved)
            }
            _ => {
                let [before, after] = [before, after].map(rank_of);
                self.claim.before.rank = Some(before?);
                self.ranked(after?) && self.turned(way, Self::rank_moved)
            }
        };
        Some((is_so, length))
    }

    fn turned(
        &mut self,
        way: Item,
        moved: impl FnOnce(&mut Self, Turn, Option<Stated>) -> bool,
    ) -> bool {
        match way {
            Item::Turn(turn) => moved(self, turn, None),
            _ => true,
        }
    }

    /// A rank, or with decimals a score, in the edition after.
    fn reached(&mut self, number: Stated) -> bool {
        match whole(number) {
            Some(rank) => self.ranked(rank),
            None => self.scored(number),
        }
    }

    /// A score in the edition after: a whole number is none.
    fn scored(&mut self, score: Stated) -> bool {
        let own = self.claim.after.score;
        let is_new = is_score(score) && own.is_none_or(|own| own == score);
        if is_new {
            self.claim.after.score = Some(score);
        }
        is_new
    }

    fn ranked(&mut self, rank: u32) -> bool {
        let is_new = self.claim.after.rank.is_none_or(|own| own == rank);
        if is_new {
            self.claim.after.rank = Some(rank);
        }
        is_new
    }

    fn rank_moved(&mut self, turn: Turn, by: Option<Stated>) -> bool {
        let places = by.map(whole);
        if places == Some(None) {
            return false;
        }
        said(&mut self.claim.rank, turn, places.flatten())
    }

    fn score_moved(&mut self, turn: Turn, by: Option<Stated>) -> bool {
        by.is_none_or(is_score) && said(&mut self.claim.score, turn, by)
    }
}

/// Adds what is said of a move to what was said of it; whether the two agree.
fn said<T: Copy + PartialEq>(moved: &mut Option<Moved<T>>, turn: Turn, by: Option<T>) -> bool {
    let before = moved.unwrap_or(Moved { turn, by: None });
    let both = [before.by, by];
    if before.turn != turn || matches!(both, [Some(one), Some(other)] if one != other) {
        return false;
    }
    let by = before.by.or(by);
    *moved = Some(Moved { turn, by });
    true
}

/// Scores are up to 1 and have decimals: other numbers are points of something else.
fn is_score(number: Stated) -> bool {
    number.decimals > 0 && number.value <= Exact::ONE
}

fn whole(number: Stated) -> Option<u32> {
    let is_whole = number.decimals == 0;
    u32::try_from(number.value.round_half_up(0))
        .ok()
        .filter(|_| is_whole)
}

fn rank_of(item: Item) -> Option<u32> {
    match item {
        Item::Number(number) => whole(number),
        Item::RankIs(rank) => Some(rank),
        _ => None,
    }
}
