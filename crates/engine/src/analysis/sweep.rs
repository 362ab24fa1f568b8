//! A rank against one number that goes from its lowest to its highest value.

use super::compose::{counting, inward, is_left_out, mean_of, outward};
use super::{Rounding, is_no_sum};
use crate::model::{Exact, Framework, Maxima, Mean, Node, SCORE_DECIMALS, Scorecard};

/// A unit's unrounded score while one of its main indicators goes from 0 to 1: a straight line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Line {
    /// Score at 0.
    pub at_zero: Exact,
    /// What full marks on the indicator add.
    pub rise: Exact,
}

impl Line {
    /// The line through the scores at a quarter and at a half.
    pub fn through(quarter: Exact, half: Exact) -> Self {
        let step = half - quarter;
        Self {
            at_zero: quarter - step,
            rise: step * Exact::whole(4),
        }
    }

    /// The smallest value with as many decimals as a person enters that is not behind a rounded
    /// score. Values are kept above 0 and up to 1: for rivals that are passed somewhere in between.
    pub fn reaches(&self, rival: Exact, rounding: Rounding) -> Exact {
        let half = match rounding {
            Rounding::Decimals(decimals) => Exact::decimal(1, decimals) * Exact::fraction(1, 2),
            Rounding::Unrounded => Exact::ZERO,
        };
        let value = (rival - half - self.at_zero).div_or(self.rise, Exact::ONE);
        entered_up(value).clamp_to(Exact::decimal(1, SCORE_DECIMALS), Exact::ONE)
    }

    /// The value, with as many decimals as a person enters, at which the rise from `start` makes up for
    /// what is `missing` of a score; `None` where 1 does not. It leans on no rounding, as a plan does not.
    pub fn makes_up(&self, start: Exact, missing: Exact) -> Option<Exact> {
        let value = entered_up(start + missing.div_or(self.rise, Exact::ONE));
        (value <= Exact::ONE).then_some(value)
    }
}

/// The next value up with as many decimals as a person enters.
fn entered_up(value: Exact) -> Exact {
    let nearest = value.rounded(SCORE_DECIMALS);
    if nearest < value {
        nearest + Exact::decimal(1, SCORE_DECIMALS)
    } else {
        nearest
    }
}

/// A unit's total while the max points `w` of one main indicator change: published, less
/// recomputed before, plus `(points on the others + own score w) / (their max points + w)`, with a
/// rival's movement added.
#[derive(Clone, Debug)]
pub struct Pull {
    /// What does not depend on `w`: published less recomputed.
    residual: Exact,
    /// Points on the other main indicators.
    others: Exact,
    /// Score on this one.
    own: Exact,
    /// Whether all others that count are at 1.
    is_full: bool,
    /// Whether all others that count are at 0.
    is_empty: bool,
    movement: Movement,
    /// Residual and movement, points on the others and gain, score on this one: for a quick look.
    quick: [f64; 3],
    /// Where a total is no sum.
    curve: Option<Curve>,
}

/// A mean whose one weight changes.
#[derive(Clone, Debug)]
struct Curve {
    mean: Mean,
    /// Weights and scores of the other main indicators that count.
    others: Vec<(Exact, Exact)>,
    /// Whether this one counts.
    is_counted: bool,
    /// What the others bring into the mean's sum, their weights, and what this one brings.
    quick: [f64; 3],
}

impl Curve {
    fn of(framework: &Framework, maxima: &Maxima, node: Node, card: &Scorecard) -> Self {
        let mean = framework.header().mean;
        let others: Vec<Node> = framework.mains().filter(|&other| other != node).collect();
        let others = counting(framework, maxima, card, &others);
        let mut quick = [0.0, 0.0, inward(mean, card.score(node).to_f64())];
        for (weight, score) in &others {
            let weight = weight.to_f64();
            if weight > 0.0 {
                quick[0] += weight * inward(mean, score.to_f64());
                quick[1] += weight;
            }
        }
        Self {
            mean,
            others,
            is_counted: !is_left_out(framework, card, node),
            quick,
        }
    }

    fn exactly(&self, max_points: u32, own: Exact) -> Exact {
        let mut parts = self.others.clone();
        if self.is_counted {
            parts.push((Exact::whole(i64::from(max_points)), own));
        }
        mean_of(self.mean, &parts).unwrap_or(Exact::ZERO)
    }

    fn roughly(&self, max_points: u32) -> f64 {
        let [mut sum, mut weights, own] = self.quick;
        if self.is_counted && max_points > 0 {
            sum += f64::from(max_points) * own;
            weights += f64::from(max_points);
        }
        if weights > 0.0 {
            outward(self.mean, sum / weights)
        } else {
            0.0
        }
    }
}

/// How a rival moves besides.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Movement {
    /// By so much of its score, whatever the total.
    Score(Exact),
    /// By so many points of the total.
    Points(Exact),
}

/// So close to a half, in units of the last decimal, a float is not trusted.
const NEAR: f64 = 1e-6;
/// More decimals than these are left to exact numbers alone.
const QUICK_DECIMALS: u32 = 6;

impl Pull {
    /// A unit with this published total; `card` holds its values under the scenario, `before` the
    /// sums of those from which it started under the framework's own maxima.
    pub fn of(
        framework: &Framework,
        maxima: &Maxima,
        node: Node,
        published: Exact,
        (before, card): (&Scorecard, &Scorecard),
        movement: Movement,
    ) -> Self {
        let (mut others, mut is_full, mut is_empty) = (Exact::ZERO, true, true);
        for other in framework.mains().filter(|&other| other != node) {
            let (score, max_points) = (card.score(other), maxima.of_node(other));
            others = others + score * max_points;
            is_full &= score == Exact::ONE || max_points == Exact::ZERO;
            is_empty &= score == Exact::ZERO || max_points == Exact::ZERO;
        }
        // What a composite framework makes is a mean, taken without rounding; it has no residual.
        let is_curve = framework.is_composite() || is_no_sum(framework, &[card]);
        let residual = match framework.is_composite() {
            true => Exact::ZERO,
            false => published - before.score(Node::ROOT),
        };
        let own = card.score(node);
        let (trend, gain) = match movement {
            Movement::Score(change) => (change, Exact::ZERO),
            Movement::Points(points) => (Exact::ZERO, points),
        };
        Self {
            residual,
            others,
            own,
            is_full,
            is_empty,
            movement,
            quick: [residual + trend, others + gain, own].map(Exact::to_f64),
            curve: is_curve.then(|| Curve::of(framework, maxima, node, card)),
        }
    }

    /// The exact end that the own total takes where all that counts is at 1, or at 0.
    fn end(&self, max_points: u32) -> Option<Exact> {
        let is_at = |score: Exact| max_points == 0 || self.own == score;
        if self.curve.is_some() {
            // A mean meets its ends by itself.
            None
        } else if self.is_full && is_at(Exact::ONE) {
            Some(Exact::ONE)
        } else if self.is_empty && is_at(Exact::ZERO) {
            Some(Exact::ZERO)
        } else {
            None
        }
    }

    /// The unrounded score with so many max points on the indicator, of so many in all.
    pub fn score(&self, max_points: u32, total: Exact) -> Exact {
        let points = self.others + self.own * Exact::whole(i64::from(max_points));
        let recomputed = || match &self.curve {
            Some(curve) => self.residual + curve.exactly(max_points, self.own),
            None => self.residual + points.div_or(total, Exact::ZERO),
        };
        let own_total = self.end(max_points).unwrap_or_else(recomputed);
        let moved = match self.movement {
            Movement::Score(change) => change,
            Movement::Points(points) => points.div_or(total, Exact::ZERO),
        };
        (own_total + moved).clamp_to(Exact::ZERO, Exact::ONE)
    }

    /// Points that a rival gains besides.
    fn gain(&self) -> f64 {
        match self.movement {
            Movement::Score(_) => 0.0,
            Movement::Points(points) => points.to_f64(),
        }
    }

    /// The same, as units are compared. Floats decide where they can: a sweep has tens of
    /// thousands of these.
    pub fn compared(&self, max_points: u32, total: Exact, rounding: Rounding) -> Exact {
        match self.quick_units(max_points, total, rounding) {
            Some(units) => Exact::whole(units),
            None => rounding.compared(self.score(max_points, total)),
        }
    }

    /// The score with the error of floats, far below a millionth.
    pub fn roughly(&self, max_points: u32, total: Exact) -> f64 {
        let [residual, others, own] = self.quick;
        let recomputed = match &self.curve {
            Some(curve) => curve.roughly(max_points) + self.gain() / total.to_f64(),
            None => (others + own * f64::from(max_points)) / total.to_f64(),
        };
        (residual + recomputed).max(0.0).min(1.0)
    }

    fn quick_units(&self, max_points: u32, total: Exact, rounding: Rounding) -> Option<i64> {
        let decimals = match rounding {
            Rounding::Decimals(decimals) if decimals <= QUICK_DECIMALS => decimals,
            _ => return None,
        };
        if self.end(max_points).is_some() {
            return None;
        }
        let scale = f64::from(10_u32.pow(decimals));
        let raised = self.roughly(max_points, total) * scale + 0.5;
        let units = raised.floor();
        let is_clear = raised - units > NEAR && raised - units < 1.0 - NEAR;
        is_clear.then_some(units as i64)
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, Movement, Pull};
    use crate::analysis::Rounding;
    use crate::model::{
        Exact, Framework, FrameworkHeader, IndicatorDraft, Level, Maxima, Node, Origin, Scorecard,
    };

    #[test]
    fn a_rival_is_reached_at_the_half_below_its_score() {
        // .5 + .2 x rounds to .6000 from x = .49975 on, so .4998 is the first to be entered.
        let line = Line {
            at_zero: Exact::decimal(5, 1),
            rise: Exact::decimal(2, 1),
        };
        let goal = Exact::decimal(6, 1);
        assert_eq!(
            line.reaches(goal, Rounding::Decimals(4)),
            Exact::decimal(4998, 4)
        );
        assert_eq!(
            line.reaches(goal, Rounding::Unrounded),
            Exact::decimal(5, 1)
        );
        assert_eq!(
            Line::through(Exact::decimal(55, 2), Exact::decimal(6, 1)),
            line
        );
    }

    #[test]
    fn a_value_stays_above_0_and_up_to_1() {
        let line = Line {
            at_zero: Exact::decimal(5, 1),
            rise: Exact::decimal(2, 1),
        };
        let reaches = |units| line.reaches(Exact::decimal(units, 4), Rounding::Decimals(4));
        assert_eq!(reaches(4000), Exact::decimal(1, 4));
        assert_eq!(reaches(9000), Exact::ONE);
    }

    /// Two main indicators of 100 points each with these scores.
    fn pull(scores: [Exact; 2], movement: Movement) -> Pull {
        let drafts = ["left", "right"].map(|id| IndicatorDraft::of(id, Level::Main, None, 100));
        let framework =
            Framework::try_new(FrameworkHeader::default(), drafts.into(), vec![]).unwrap();
        let mut card = Scorecard::empty(&framework);
        let mean = (scores[0] + scores[1]) * Exact::fraction(1, 2);
        card.put(Node::ROOT, mean, Origin::Derived);
        for (node, score) in framework.nodes().zip(scores) {
            card.put(node, score, Origin::Published);
        }
        let (maxima, node) = (Maxima::of(&framework), framework.node("left").unwrap());
        let published = mean + Exact::decimal(5, 5);
        Pull::of(
            &framework,
            &maxima,
            node,
            published,
            (&card, &card),
            movement,
        )
    }

    #[test]
    fn a_heavier_indicator_pulls_the_total_towards_its_score() {
        let still = Movement::Score(Exact::ZERO);
        let pull = pull([Exact::ONE, Exact::decimal(4, 1)], still);
        // (40 + 200) / 300, and the residual of .00005 that rounds up to the next unit.
        let heavy = pull.score(200, Exact::whole(300));
        assert_eq!(heavy, Exact::decimal(80_005, 5));
        for rounding in [Rounding::Decimals(4), Rounding::Unrounded] {
            let compared = pull.compared(200, Exact::whole(300), rounding);
            let expected = match rounding {
                Rounding::Decimals(_) => Exact::whole(8001),
                Rounding::Unrounded => heavy,
            };
            assert_eq!(compared, expected);
        }
    }

    #[test]
    fn full_marks_on_all_that_counts_are_exactly_1() {
        let still = Movement::Score(Exact::ZERO);
        let pull = pull([Exact::decimal(4, 1), Exact::ONE], still);
        assert_eq!(pull.score(0, Exact::whole(100)), Exact::ONE);
        assert!(pull.score(1, Exact::whole(101)) < Exact::ONE);
    }

    #[test]
    fn points_gained_are_of_the_new_total() {
        let scores = [Exact::decimal(4, 1), Exact::decimal(4, 1)];
        let pull = pull(scores, Movement::Points(Exact::whole(30)));
        let expected = Exact::decimal(5, 1) + Exact::decimal(5, 5);
        assert_eq!(pull.score(200, Exact::whole(300)), expected);
    }
}
