//! What a reader looks at first, of a session: one unit's verdict, its scorecard line by line, and
//! the ladder.

use super::Session;
use crate::calculator::exact_path::{Around, Place, Seen, ladder_sorted};
use crate::calculator::{
    CalculatorError, Direction, LadderColumn, LadderLine, ScorecardGroup, ScorecardLine, Verdict,
};
use crate::model::{Digits, Exact, Node};

impl Session {
    /// What the scenario does to the unit in this row; `None` where there is no such row.
    pub fn verdict(&self, unit: usize) -> Option<Verdict> {
        let own = self.stand(unit)?;
        let level = self.board.level_of(unit)?;
        let order = self.order();
        let at = |place: usize| order.get(place).map(|&row| row as usize);
        let around = Around::new(order.len(), &level, unit, |place| self.stand(at(place)?));
        let total = self.maxima().total();
        let estimated = self.is_estimated(unit).ok()?;
        Some(Verdict::of(own, around, total, self.digits(), estimated))
    }

    /// The scorecard of the unit in this row, beside the session of
    /// [`present`](crate::calculator::present) of the scenario; empty where there is no such row.
    pub fn scorecard(
        &self,
        before: &Self,
        unit: usize,
    ) -> Result<Vec<ScorecardGroup>, CalculatorError> {
        if unit >= self.ranks().len() {
            return Ok(Vec::new());
        }
        let card = self.card(unit, Node::ROOT)?;
        let (framework, maxima) = (self.ground.framework(), self.maxima());
        let line = |node| self.scorecard_line(before, unit, node);
        ScorecardGroup::all(framework, maxima, card, line)
    }

    /// One line of [`Self::scorecard`]: nothing but a look-up where no figure of the indicator has
    /// changed, of any unit, since the last time.
    pub fn scorecard_line(
        &self,
        before: &Self,
        unit: usize,
        node: Node,
    ) -> Result<ScorecardLine, CalculatorError> {
        let seen = |session| Self::seen(session, unit, node);
        let (framework, maxima) = (self.ground.framework(), self.maxima());
        let published = self.ground.baseline().cards.get(unit);
        let seen = [seen(self)?, seen(before)?];
        let place = (node, unit);
        Ok(ScorecardLine::of(framework, maxima, place, seen, published))
    }

    fn seen(&self, unit: usize, node: Node) -> Result<Seen<'_>, CalculatorError> {
        Ok(Seen {
            card: self.card(unit, node)?,
            column: self.column_of(node)?,
        })
    }

    /// The unit in this row as it stands on the ladder; `None` where there is no such row.
    pub fn ladder_line(&self, unit: usize) -> Option<LadderLine> {
        let (framework, own) = (self.ground.framework(), self.stand(unit)?);
        // Its bars are its main indicators.
        let main = self.ground.tree().mains().first();
        let card = self.card(unit, main.copied().unwrap_or(Node::ROOT)).ok()?;
        Some(LadderLine::of(framework, self.maxima(), own, card))
    }

    /// Rows of the units in the order of a column; ties stay in rank order.
    pub fn ladder_order(&self, column: LadderColumn, direction: Direction) -> Vec<usize> {
        let pillars = match column {
            LadderColumn::Pillar(_) => self.pillars().unwrap_or_default(),
            _ => &[],
        };
        let key = |unit: usize| match column {
            LadderColumn::Rank => Exact::ZERO,
            LadderColumn::Places => {
                let places = self.stand(unit).map(Place::places);
                Exact::whole(-places.unwrap_or_default())
            }
            LadderColumn::Name => Exact::whole(i64::try_from(unit).unwrap_or(i64::MAX)),
            LadderColumn::Score => -self.board.score(unit),
            LadderColumn::Indicator(node) => -self.score_of(unit, node),
            LadderColumn::Pillar(place) => {
                let pillar = pillars.get(unit).and_then(|own| own.get(place));
                pillar.map_or(Exact::ZERO, |pillar| -pillar.score)
            }
        };
        let rows = self.order().iter().map(|&row| row as usize);
        ladder_sorted(rows.map(|row| (key(row), row)).collect(), direction)
    }

    /// Where a unit stands, before and now.
    fn stand(&self, unit: usize) -> Option<Place> {
        let (baseline_score, baseline_rank) = self.ground.ranking().of_unit(unit)?;
        Some(Place {
            position: unit,
            rank: self.board.rank(unit),
            score: self.board.score(unit),
            baseline_rank,
            baseline_score,
        })
    }

    /// The decimals that tell all scores apart.
    fn digits(&self) -> Digits {
        let total = self.maxima().total();
        let decimals = self.ground.framework().header().decimals;
        let usual = decimals.and_then(|decimals| Digits::of_rounded(decimals, total));
        usual.unwrap_or_else(|| {
            let rows = (0..self.ranks().len()).filter_map(|unit| self.stand(unit));
            let both = |own: Place| [own.score, own.baseline_score];
            Digits::for_scores(rows.flat_map(both).collect(), total)
        })
    }
}
