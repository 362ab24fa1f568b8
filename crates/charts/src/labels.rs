//! Numbers as text, nice ticks, and where labels go: by rules on an estimated width, because
//! measuring text differs from machine to machine.

use dti_engine::model::Exact;
use std::cmp::Ordering;

/// What axes are called, in the reader's language.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct AxisNames {
    /// Scores, `0..=1`.
    pub score: &'static str,
    /// Points.
    pub points: &'static str,
    /// Ranks.
    pub rank: &'static str,
    /// Editions, each with the score that it gave below it.
    pub edition: &'static str,
    /// What was before the scenario.
    pub before: &'static str,
    /// What is under it.
    pub after: &'static str,
}

/// The reader's way to write numbers and to call axes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Locale {
    /// Decimal mark: `,` in Vietnamese, `.` in English.
    pub decimal: char,
    /// What axes are called.
    pub axes: AxisNames,
}

impl Locale {
    /// A number with so many decimals, rounded half up: `0,6440`.
    pub fn number(self, value: Exact, decimals: u32) -> String {
        let units = value.round_half_up(decimals);
        let sign = if units < 0 { "−" } else { "" };
        format!("{sign}{}", self.unsigned(units.unsigned_abs(), decimals))
    }

    /// A change with its sign, `+12,0` or `−3,5`; no change is `0,0`.
    pub fn signed(self, value: Exact, decimals: u32) -> String {
        let sign = if value.round_half_up(decimals) > 0 {
            "+"
        } else {
            ""
        };
        format!("{sign}{}", self.number(value, decimals))
    }

    /// A place on an axis.
    pub(super) fn tick(self, value: f64, decimals: u32) -> String {
        let scale = 10_f64.powi(i32::try_from(decimals).unwrap_or_default());
        let units = (value.abs() * scale).round() as u64;
        let sign = if value < 0.0 && units > 0 { "−" } else { "" };
        format!("{sign}{}", self.unsigned(units, decimals))
    }

    fn unsigned(self, units: u64, decimals: u32) -> String {
        if decimals == 0 {
            return units.to_string();
        }
        let scale = 10_u64.pow(decimals.min(18));
        let width = decimals as usize;
        let (whole, rest) = (units / scale, units % scale);
        format!("{whole}{}{rest:0width$}", self.decimal)
    }
}

/// Estimated width of a text: wide enough for nearly all fonts.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().count() as f64 * 0.6 * size
}

/// The widest of some texts.
pub(super) fn widest<'a>(texts: impl Iterator<Item = &'a str>, size: f64) -> f64 {
    texts.map(|text| width(text, size)).fold(0.0, f64::max)
}

/// Round places on an axis from `low` to `high`, `at_most` of them (2 or more), and the decimals that
/// they need.
pub(super) fn ticks(low: f64, high: f64, at_most: usize) -> (Vec<f64>, u32) {
    const STEPS: [(f64, u32); 16] = [
        (0.001, 3),
        (0.002, 3),
        (0.005, 3),
        (0.01, 2),
        (0.02, 2),
        (0.05, 2),
        (0.1, 1),
        (0.2, 1),
        (0.5, 1),
        (1.0, 0),
        (2.0, 0),
        (5.0, 0),
        (10.0, 0),
        (20.0, 0),
        (50.0, 0),
        (100.0, 0),
    ];
    // A hair of tolerance keeps a tick that is an end of the axis.
    let ends = |step: f64| {
        let first = (low / step - 1e-6).ceil() as i64;
        (first, (high / step + 1e-6).floor() as i64)
    };
    let fits = |&&(step, _): &&(f64, u32)| {
        let (first, last) = ends(step);
        usize::try_from(last - first + 1).unwrap_or_default() <= at_most
    };
    let (step, decimals) = STEPS.iter().find(fits).copied().unwrap_or((500.0, 0));
    let (first, last) = ends(step);
    let places = (first..=last).map(|count| count as f64 * step);
    (places.collect(), decimals)
}

/// The rank at the foot of an axis of ranks with 1 on top: a full ten with room below the worst rank
/// shown, within a list of so many.
pub(super) fn rank_foot(worst: usize, of: usize) -> usize {
    (worst.saturating_add(8).div_ceil(10).saturating_mul(10)).min(of)
}

/// The first, the last and every tenth rank down to the foot, without crowding the last.
pub(super) fn rank_ticks(foot: usize) -> Vec<f64> {
    let tens = (10..foot.saturating_sub(4)).step_by(10);
    let mut ticks: Vec<f64> = [1]
        .into_iter()
        .chain(tens)
        .map(|rank| rank as f64)
        .collect();
    if foot > 1 {
        ticks.push(foot as f64);
    }
    ticks
}

/// A label that wants to stand above a mark.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Wish {
    /// Where its mark is.
    pub(super) at: f64,
    /// Estimated width.
    pub(super) width: f64,
    /// The lowest lane that it may take; 0 is next to the marks.
    pub(super) lane: usize,
}

/// Where a label stands and where the line to its mark begins.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Placed {
    /// Its middle.
    pub(super) middle: f64,
    /// Its lane, 0 next to the marks.
    pub(super) lane: usize,
    /// Where the line to its mark leaves it.
    pub(super) foot: f64,
}

/// Lanes that labels may take, from the lowest that they ask for.
const LANES: usize = 3;

/// Puts labels into lanes above their marks, in the order given, so that no label covers another or
/// the line that leads from another down to its mark. A label tries the middle above its mark, then
/// the right, then the left, then the next lane; the last in the order may find no place (`None`).
pub(super) fn lanes(wishes: &[Wish], left: f64, right: f64) -> Vec<Option<Placed>> {
    let mut placed: Vec<(Wish, Placed)> = Vec::with_capacity(wishes.len());
    let place = |wish: &Wish, placed: &[(Wish, Placed)]| {
        let half = wish.width / 2.0;
        let shifts = [0.0, half + 4.0, -half - 4.0];
        let candidates = (wish.lane..wish.lane + LANES).flat_map(|lane| {
            shifts.map(|shift| {
                let middle = (wish.at + shift).min(right - half).max(left + half);
                let reach = (half - 4.0).max(0.0);
                let foot = wish.at.min(middle + reach).max(middle - reach);
                Placed { middle, lane, foot }
            })
        });
        let mut candidates = candidates;
        candidates.find(|mine| placed.iter().all(|other| !collide((wish, mine), other)))
    };
    wishes
        .iter()
        .map(|wish| {
            let found = place(wish, &placed)?;
            placed.push((*wish, found));
            Some(found)
        })
        .collect()
}

/// Whether two labels overlap, or the line of the higher one runs into the lower one.
fn collide((wish, mine): (&Wish, &Placed), (other_wish, other): &(Wish, Placed)) -> bool {
    let runs_into = |line: (&Wish, &Placed), label: (&Wish, &Placed)| {
        let (from, to) = (line.0.at.min(line.1.foot), line.0.at.max(line.1.foot));
        let half = label.0.width / 2.0 + 2.0;
        from < label.1.middle + half && to > label.1.middle - half
    };
    match mine.lane.cmp(&other.lane) {
        Ordering::Equal => {
            let apart = (wish.width + other_wish.width) / 2.0 + 6.0;
            (mine.middle - other.middle).abs() < apart
        }
        Ordering::Less => runs_into((other_wish, other), (wish, mine)),
        Ordering::Greater => runs_into((wish, mine), (other_wish, other)),
    }
}

#[cfg(test)]
mod tests {
    use super::{AxisNames, Locale, Wish, lanes, ticks};
    use dti_engine::model::Exact;

    const VI: Locale = Locale {
        decimal: ',',
        axes: NAMES,
    };
    const NAMES: AxisNames = AxisNames {
        score: "",
        points: "",
        rank: "",
        edition: "",
        before: "",
        after: "",
    };

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(VI.number(Exact::decimal(6440, 4), 4), "0,6440");
        let en = Locale { decimal: '.', ..VI };
        assert_eq!(en.number(Exact::ONE, 4), "1.0000");
        assert_eq!(VI.signed(Exact::whole(12), 1), "+12,0");
        assert_eq!(VI.signed(Exact::decimal(-349, 2), 1), "−3,5");
        assert_eq!(VI.signed(Exact::decimal(-1, 2), 1), "0,0");
        assert_eq!(VI.tick(0.3, 1), "0,3");
        assert_eq!(VI.tick(-0.0, 0), "0");
    }

    #[test]
    fn ticks_are_round_and_few() {
        assert_eq!(ticks(0.0, 1.0, 6).0.len(), 6);
        assert_eq!(
            ticks(0.35, 0.85, 6),
            (
                vec![0.4, 0.5, 0.6000000000000001, 0.7000000000000001, 0.8],
                1
            )
        );
        assert_eq!(ticks(0.64, 0.67, 4).1, 2);
        assert_eq!(ticks(0.0, 1000.0, 5).0.first(), Some(&0.0));
        assert!(ticks(0.5, 0.5, 5).0.len() <= 1);
    }

    fn wish(at: f64, lane: usize) -> Wish {
        let width = 60.0;
        Wish { at, width, lane }
    }

    #[test]
    fn labels_do_not_cover_each_other_or_a_line() {
        // The chosen unit one lane up, its neighbours left and right of its line.
        let wishes = [
            wish(100.0, 1),
            wish(104.0, 0),
            wish(97.0, 0),
            wish(300.0, 0),
        ];
        let places: Vec<_> = lanes(&wishes, 0.0, 320.0).into_iter().flatten().collect();
        assert_eq!(places.len(), 4);
        assert!(places[1].middle - 30.0 > 100.0 && places[2].middle + 30.0 < 100.0);
        assert!(places.iter().skip(1).all(|place| place.lane == 0));
        assert!(places[3].middle <= 290.0, "labels stay on the sheet");
    }

    #[test]
    fn a_label_without_a_place_is_left_out() {
        let crowd = vec![wish(100.0, 0); 20];
        let places = lanes(&crowd, 60.0, 140.0);
        assert!(places[0].is_some());
        assert!(places[19].is_none());
    }
}
