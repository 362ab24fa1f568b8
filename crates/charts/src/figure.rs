//! What stands around a drawing: its finding, facts for a summary, legend and table, as data. Words
//! are put to them by the page, in its language.

use super::backend::Drawing;
use super::theme::Ink;
use dti_engine::model::{Exact, Node};

/// A rank and the score it was won with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// Rank, from 1.
    pub rank: u32,
    /// Score, `0..=1`, as shown.
    pub score: Exact,
}

/// A step of the breakdown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Step {
    /// The score at the start.
    From,
    /// A main indicator.
    Indicator(Node),
    /// What no indicator explains.
    Rest,
    /// The score at the end.
    To,
}

/// What a breakdown starts from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Start {
    /// The state before the scenario.
    Baseline,
    /// Full marks: the breakdown shows what is missing.
    FullMarks,
}

/// What the tiles of a map show.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Measure {
    /// Score under the scenario.
    Score,
    /// Rank under the scenario.
    Rank,
    /// Places risen (above 0) or fallen since the baseline.
    Change,
}

/// The one thing that a chart shows, for its heading. Positions are rows of units in the edition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Finding {
    /// Where the unit stands among all (ladder strip).
    Place {
        /// The unit.
        unit: usize,
        /// How many units are ranked.
        of: usize,
        /// In the baseline.
        before: Place,
        /// Under the scenario.
        after: Place,
    },
    /// How the unit's indicators compare with the median (profile).
    Profile {
        /// On how many it is above the median.
        above: usize,
        /// Of how many.
        of: usize,
        /// Where it is furthest above the median, and by how much.
        furthest_above: Option<(Node, Exact)>,
        /// Where it is furthest below the median, and by how much (above 0).
        furthest_below: Option<(Node, Exact)>,
    },
    /// What the change of the score, or the gap to full marks, is due to (breakdown).
    Breakdown {
        /// What it starts from.
        start: Start,
        /// Points from start to end, with their sign.
        points: Exact,
        /// The step that gains most, above 0.
        most_gained: Option<(Step, Exact)>,
        /// The step that loses most, below 0.
        most_lost: Option<(Step, Exact)>,
    },
    /// Who moved (rank shift).
    RankShift {
        /// How many units rose.
        risen: usize,
        /// How many units fell.
        fallen: usize,
        /// The chosen unit's ranks before and after.
        own: (u32, u32),
        /// Whoever moved furthest, the chosen unit aside, with the ranks before and after.
        furthest: Option<(usize, u32, u32)>,
    },
    /// How the rank went over the editions (history). Numbers are places in the list of editions.
    History {
        /// First edition with a rank, and the rank.
        first: Option<(usize, u32)>,
        /// Last edition with a rank, and the rank.
        last: Option<(usize, u32)>,
        /// Edition with the best rank, and the rank.
        best: Option<(usize, u32)>,
        /// How many editions have no rank of this unit on file.
        missing: usize,
    },
    /// On which pillars the unit stands best and worst (pillars). Numbers are places in the
    /// framework's list of pillars.
    Pillars {
        /// The pillar with the best rank, and the rank.
        strongest: Option<(usize, u32)>,
        /// The pillar with the worst rank, and the rank.
        weakest: Option<(usize, u32)>,
        /// How many units are ranked.
        of: usize,
    },
    /// How sure the unit's rank is (acceptability).
    Stability {
        /// The unit.
        unit: usize,
        /// Its rank under the scenario.
        rank: u32,
        /// Lower end of the band that holds at least 90 % of the draws.
        low: u32,
        /// Upper end of the band.
        high: u32,
    },
    /// What one figure alone can do to the unit's rank (step curve).
    StepCurve {
        /// Rank at the lowest value.
        at_nothing: u32,
        /// Rank at the highest value.
        at_most: u32,
        /// Rank at the present value.
        present: u32,
    },
    /// Where the best and worst are (map).
    Map {
        /// What is shown.
        measure: Measure,
        /// The unit with the best figure.
        best: Option<usize>,
        /// The unit with the worst figure.
        worst: Option<usize>,
        /// How many units changed their rank.
        moved: usize,
    },
}

/// A further fact for the summary beside a chart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fact {
    /// The first of the ranking.
    Leader(usize, Exact),
    /// The last of the ranking.
    Last(usize, Exact),
    /// The next unit above the chosen one.
    Above(usize, Exact),
    /// The next unit below the chosen one.
    Below(usize, Exact),
    /// The median score of all units.
    Median(Exact),
    /// How many of the figures shown are estimates.
    Estimated(usize),
    /// How many figures are not on file.
    Missing(usize),
    /// Points that no indicator explains.
    Rest(Exact),
    /// An indicator that the scenario changed: before and after.
    Changed(Node, Exact, Exact),
    /// A pillar's score before and after, by its place in the list of pillars.
    Pillar(usize, Exact, Exact),
    /// The share of the draws in which the unit has a rank: its own first, then the likeliest where
    /// that is another.
    ShareAtRank(u32, Exact),
}

/// What a mark of the legend looks like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sign {
    /// A filled circle.
    Dot,
    /// An open circle.
    Ring,
    /// A short upright line.
    Notch,
    /// A diamond.
    Diamond,
    /// A line.
    Line,
    /// A filled square.
    Tile,
    /// An outlined square.
    Frame,
}

/// What a mark of the legend stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Meaning {
    /// The chosen unit, under the scenario.
    Own,
    /// The chosen unit before the scenario.
    Before,
    /// The other units.
    Others,
    /// The median over all units.
    Median,
    /// The best unit.
    Best,
    /// Points gained.
    Gain,
    /// Points lost.
    Loss,
    /// A rank in a list of another length (34 instead of 63 units): not comparable.
    OtherUnits,
    /// Scores from the first up to the second.
    Scores(Exact, Exact),
    /// Ranks from the first to the second.
    Ranks(u32, u32),
    /// Rose by so many places or more.
    RoseFar(u32),
    /// Rose by less.
    Rose,
    /// Kept its rank.
    Kept,
    /// Fell by less.
    Fell,
    /// Fell by so many places or more.
    FellFar(u32),
    /// No figure on file.
    Missing,
    /// Shares of the draws from the first per cent up to the second.
    Shares(u32, u32),
    /// The band of ranks that holds at least 90 % of the draws.
    Band,
    /// The chosen unit's rank under the scenario.
    OwnRank,
    /// A value from which on another unit is passed.
    Overtakes,
}

/// One entry of a legend.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LegendEntry {
    /// What the mark looks like.
    pub sign: Sign,
    /// Its ink.
    pub ink: Ink,
    /// What it stands for.
    pub meaning: Meaning,
}

impl LegendEntry {
    pub(super) fn new(sign: Sign, ink: Ink, meaning: Meaning) -> Self {
        Self { sign, ink, meaning }
    }
}

/// The head of a table's column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Column {
    /// The unit.
    Unit,
    /// The indicator, or another step of a breakdown.
    Step,
    /// The pillar.
    Pillar,
    /// The edition.
    Edition,
    /// Rank before the scenario.
    RankBefore,
    /// Rank under the scenario.
    Rank,
    /// Places risen or fallen.
    Move,
    /// Score before the scenario.
    ScoreBefore,
    /// Score under the scenario.
    Score,
    /// Change of the score.
    Change,
    /// Median of all units.
    Median,
    /// Best of all units.
    Best,
    /// Points gained or lost.
    Points,
    /// Points reached so far.
    Running,
    /// How many units are ranked.
    Units,
    /// The share of the draws at the unit's own rank.
    ShareAtRank,
    /// Lower end of the band of ranks.
    BandLow,
    /// Upper end of the band of ranks.
    BandHigh,
    /// The value from which on a rank holds.
    ValueFrom,
}

/// A cell of a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cell {
    /// A unit, by its row in the edition.
    Unit(usize),
    /// A step of a breakdown.
    Step(Step),
    /// A pillar, by its place in the framework's list.
    Pillar(usize),
    /// An edition, by its place in the list.
    Edition(usize),
    /// A rank.
    Rank(u32),
    /// Places risen (above 0) or fallen.
    Move(i64),
    /// A score, 4 decimals.
    Score(Exact),
    /// A score that is estimated.
    Estimate(Exact),
    /// A change of a score, with its sign.
    Change(Exact),
    /// Points reached.
    Points(Exact),
    /// Points gained or lost, with their sign.
    PointsChange(Exact),
    /// A number of units.
    Count(usize),
    /// A share of the draws.
    Share(Exact),
    /// A number with so many decimals.
    Number(Exact, u32),
    /// Not on file.
    Missing,
}

/// The table behind a chart.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Table {
    /// Heads, left to right.
    pub columns: Vec<Column>,
    /// Rows, each as long as `columns`.
    pub rows: Vec<Vec<Cell>>,
}

/// A chart with all that stands around it.
#[derive(Clone, PartialEq, Debug)]
pub struct Chart {
    /// The picture.
    pub drawing: Drawing,
    /// What the heading states.
    pub finding: Finding,
    /// What the summary adds.
    pub facts: Vec<Fact>,
    /// The marks and what they stand for.
    pub legend: Vec<LegendEntry>,
    /// The figures.
    pub table: Table,
}

/// Places risen: above 0 when the rank got better.
pub(super) fn risen(before: u32, after: u32) -> i64 {
    i64::from(before) - i64::from(after)
}
