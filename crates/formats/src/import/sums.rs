//! Whether a table of results adds up: what its scores are (scores, percent, points), its totals
//! re-added, its ranks recomputed.

use super::findings::{FindingKind, Findings};
use super::{Meaning, Scale};
use crate::fold;
use dti_engine::model::{Exact, Framework, ResultsRow, SCORE_DECIMALS};

/// Hundred-thousandths by which a published total and its re-added indicators may differ by rounding
/// (method 2).
const ROUNDING: i64 = 7;

/// One column of figures, a value per line.
pub(super) struct Figures<'a> {
    pub(super) meaning: Meaning,
    pub(super) heading: &'a str,
    /// Whether a percent sign stands in its heading or its cells.
    pub(super) is_percent: bool,
    pub(super) values: Vec<Option<Exact>>,
}

impl Figures<'_> {
    fn known(&self) -> impl Iterator<Item = Exact> + '_ {
        self.values.iter().copied().flatten()
    }
}

/// The highest number that a figure may be.
pub(super) fn highest(framework: &Framework, meaning: &Meaning, scale: Scale) -> Exact {
    match scale {
        Scale::Score => Exact::ONE,
        Scale::Percent => Exact::whole(100),
        Scale::Points => max_points(framework, meaning),
    }
}

fn max_points(framework: &Framework, meaning: &Meaning) -> Exact {
    match meaning {
        Meaning::Score(id) => {
            let node = framework.node(id);
            node.map_or(Exact::ONE, |node| {
                framework.indicator(node).max_points.value()
            })
        }
        _ => framework.total().value(),
    }
}

/// What the scores of the main indicators are; `None` where the table does not tell.
///
/// One number above 1 among scores is a mistake, not a sign of points: half of them decide.
pub(super) fn scale(
    framework: &Framework,
    columns: &[Figures<'_>],
    chosen: Option<Scale>,
) -> Option<Scale> {
    if chosen.is_some() {
        return chosen;
    }
    let mains = || {
        columns
            .iter()
            .filter(|column| matches!(column.meaning, Meaning::Score(_)))
    };
    let values = || mains().flat_map(Figures::known);
    let above = values().filter(|value| *value > Exact::ONE).count();
    if above * 2 <= values().count() {
        return Some(Scale::Score);
    }
    if mains().any(|column| column.is_percent) {
        return Some(Scale::Percent);
    }
    let badness = |scale: Scale| {
        let too_high = |column: &Figures<'_>| {
            let high = highest(framework, &column.meaning, scale);
            column.known().filter(|value| *value > high).count()
        };
        let too_high: usize = mains().map(too_high).sum();
        (too_high, misses(framework, columns, scale))
    };
    let same = |column: &Figures<'_>| max_points(framework, &column.meaning) == Exact::whole(100);
    match badness(Scale::Percent).cmp(&badness(Scale::Points)) {
        std::cmp::Ordering::Less => Some(Scale::Percent),
        std::cmp::Ordering::Greater => Some(Scale::Points),
        std::cmp::Ordering::Equal if mains().all(same) => Some(Scale::Points),
        std::cmp::Ordering::Equal => {
            let says = |word: &str| mains().any(|column| fold(column.heading).contains(word));
            (says("diem") || says("points")).then_some(Scale::Points)
        }
    }
}

/// Lines whose total is missed by so much that the scale cannot be right.
fn misses(framework: &Framework, columns: &[Figures<'_>], scale: Scale) -> usize {
    let Some(totals) = columns
        .iter()
        .find(|column| column.meaning == Meaning::Total)
    else {
        return 0;
    };
    let total_scale = total_scale(framework, columns, Some(scale));
    let mut missed = 0;
    for (line, total) in totals.values.iter().enumerate() {
        let Some(total) = total else { continue };
        let mut points = Exact::ZERO;
        for node in framework.mains() {
            let meaning = Meaning::Score(framework.indicator(node).id.clone());
            let column = columns.iter().find(|column| column.meaning == meaning);
            let value = column.and_then(|column| column.values.get(line).copied().flatten());
            let high = highest(framework, &meaning, scale);
            let share = value.map_or(Exact::ZERO, |value| value.div_or(high, Exact::ZERO));
            points = points + share * framework.indicator(node).max_points.value();
        }
        let sum = points.div_or(framework.total().value(), Exact::ZERO);
        let stated = total.div_or(
            highest(framework, &Meaning::Total, total_scale),
            Exact::ZERO,
        );
        // Far above rounding: gaps and mistakes of the table weigh the same on both scales.
        missed += usize::from((sum - stated).abs() > Exact::decimal(1, 3));
    }
    missed
}

/// What the totals are, by their own size and what the indicators are.
pub(super) fn total_scale(
    framework: &Framework,
    columns: &[Figures<'_>],
    mains: Option<Scale>,
) -> Scale {
    let Some(totals) = columns
        .iter()
        .find(|column| column.meaning == Meaning::Total)
    else {
        return Scale::Score;
    };
    let count = totals.known().count();
    let above = |limit: Exact| totals.known().filter(|value| *value > limit).count();
    if above(Exact::ONE) * 2 <= count {
        return Scale::Score;
    }
    let is_hundred = framework.total().value() == Exact::whole(100);
    let has_mains = columns
        .iter()
        .any(|column| matches!(column.meaning, Meaning::Score(_)));
    let is_large = above(Exact::whole(100)) * 2 > count;
    match mains {
        _ if is_large || is_hundred => Scale::Points,
        _ if totals.is_percent => Scale::Percent,
        // Among points of 1000 a total below 100 is not to be expected, but it may be chosen.
        Some(Scale::Points) if !has_mains => Scale::Points,
        _ => Scale::Percent,
    }
}

/// What is checked of a table, and where its findings stand.
pub(super) struct Sums<'a> {
    pub(super) framework: &'a Framework,
    pub(super) total_column: Option<usize>,
    pub(super) rank_column: Option<usize>,
    /// Most decimals of a score as written, counted in scores `0..=1`.
    pub(super) places: usize,
}

impl Sums<'_> {
    /// By how much rounding may part a total from its re-added indicators.
    fn tolerance(&self) -> Exact {
        let fewer = (SCORE_DECIMALS as usize).saturating_sub(self.places);
        Exact::decimal(ROUNDING, 5) * Exact::whole(10_i64.pow(fewer.min(4) as u32))
    }

    /// Re-adds the main indicators of every row that has a total.
    pub(super) fn check_totals(&self, rows: &[(usize, ResultsRow)], findings: &mut Findings) {
        let Some(column) = self.total_column else {
            return;
        };
        let whole = self.framework.total().value();
        let share = |points: Exact| points.div_or(whole, Exact::ZERO);
        for (place, row) in rows {
            let Some(stated) = row.total else { continue };
            let (mut known, mut open) = (Exact::ZERO, Exact::ZERO);
            for node in self.framework.mains() {
                let indicator = self.framework.indicator(node);
                let max_points = indicator.max_points.value();
                match row.scores.iter().find(|(id, _)| *id == indicator.id) {
                    Some((_, score)) => known = known + *score * max_points,
                    None => open = open + max_points,
                }
            }
            let (low, high) = (share(known), share(known + open));
            let tolerance = self.tolerance();
            if stated >= low - tolerance && stated <= high + tolerance {
                continue;
            }
            let kind = match open == Exact::ZERO {
                true => FindingKind::TotalDiffers { stated, sum: low },
                false => FindingKind::TotalOutOfReach { stated, low, high },
            };
            findings.at(*place, column, kind);
        }
    }

    /// Ranks all rows by their totals; only for a table that has every unit.
    pub(super) fn check_ranks(&self, rows: &[(usize, ResultsRow)], findings: &mut Findings) {
        let Some(column) = self.rank_column else {
            return;
        };
        let rounded = |total: Exact| match self.framework.header().decimals {
            Some(decimals) => total.rounded(decimals),
            None => total,
        };
        let totals: Option<Vec<Exact>> =
            rows.iter().map(|(_, row)| row.total.map(rounded)).collect();
        let Some(totals) = totals else { return };
        for ((place, row), own) in rows.iter().zip(&totals) {
            let above = totals.iter().filter(|total| *total > own).count();
            let recomputed = u32::try_from(above).unwrap_or(u32::MAX).saturating_add(1);
            if let Some(stated) = row.rank
                && stated != recomputed
            {
                findings.at(
                    *place,
                    column,
                    FindingKind::RankDiffers { stated, recomputed },
                );
            }
        }
    }
}
