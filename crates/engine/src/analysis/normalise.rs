//! From raw values to scores: goalposts, places in the field, distances from its mean (method 10).

use super::compose::{compose, origin_above};
use super::fill::MissingFigures;
use super::formula::formula_total;
use super::impute::imputed;
use super::treat::{Drawn, treated};
use crate::model::{
    Direction, Edition, Exact, Form, Framework, Maxima, Natural, Node, Normalisation, Origin, Row,
    Scale, Scorecard,
};
use std::collections::BTreeMap;

/// Scores of one indicator from the raw values of all units, in their order; `None` stays `None`.
///
/// Scores that are fractions are exact. Logarithms and z-scores are floats that no cancellation has
/// touched, so that their last digits can be trusted however small they are (decision 14).
///
/// Where all units have the same value, nobody is behind: `MinMax` and `Rank` give 1 and `ZScore`
/// gives the middle.
pub fn normalise(scale: Scale, values: &[Option<Exact>]) -> Vec<Option<Exact>> {
    let mut known: Vec<Exact> = values.iter().flatten().copied().collect();
    if scale.normalisation == Normalisation::ZScore {
        // Logarithms have more decimals than raw values.
        known.iter_mut().for_each(|value| *value = value.coarse());
    }
    known.sort_unstable();
    let field = Field {
        direction: scale.direction,
        known: &known,
    };
    let distances = match scale.normalisation {
        Normalisation::ZScore => Distances::of(&known),
        _ => Distances::of(&[]),
    };
    let score = |value: Exact| match scale.normalisation {
        Normalisation::None => field.turned(value),
        Normalisation::Goalposts { low, high, form } => match form {
            Form::Linear => field.between(value, low, high),
            Form::Logarithm => field.between_logarithms(value, low, high),
        },
        Normalisation::MinMax => field.min_max(value),
        Normalisation::Rank => field.placed(value),
        Normalisation::ZScore => distances.score(field.direction, value.coarse()),
    };
    values.iter().map(|value| value.map(score)).collect()
}

fn whole(count: usize) -> Exact {
    Exact::whole(i64::try_from(count).unwrap_or(i64::MAX))
}

/// All units together.
struct Field<'a> {
    direction: Direction,
    /// In their order.
    known: &'a [Exact],
}

impl Field<'_> {
    fn is_lower_better(&self) -> bool {
        self.direction == Direction::LowerIsBetter
    }

    fn turned(&self, score: Exact) -> Exact {
        let score = score.clamp_to(Exact::ZERO, Exact::ONE);
        if self.is_lower_better() {
            Exact::ONE - score
        } else {
            score
        }
    }

    fn between(&self, value: Exact, low: Exact, high: Exact) -> Exact {
        self.turned((value - low).div_or(high - low, Exact::ZERO))
    }

    /// ln (value / low) / ln (high / low), or ln (high / value) / ln (high / low) where lower is
    /// better: logarithms of what is above 1 by an exact part.
    fn between_logarithms(&self, value: Exact, low: Exact, high: Exact) -> Exact {
        let value = value.clamp_to(low, high);
        let logarithm = |above: Exact, below: Exact| {
            libm::log1p((above - below).div_or(below, Exact::ZERO).to_f64())
        };
        let part = match self.direction {
            Direction::HigherIsBetter => logarithm(value, low),
            Direction::LowerIsBetter => logarithm(high, value),
        };
        Exact::of_float(part / logarithm(high, low))
    }

    fn min_max(&self, value: Exact) -> Exact {
        match (self.known.first(), self.known.last()) {
            (Some(&least), Some(&most)) if least < most => self.between(value, least, most),
            _ => Exact::ONE,
        }
    }

    /// The share of the others that are not better.
    fn placed(&self, value: Exact) -> Exact {
        let better = match self.is_lower_better() {
            false => self.known.len() - self.known.partition_point(|other| *other <= value),
            true => self.known.partition_point(|other| *other < value),
        };
        let others = whole(self.known.len().saturating_sub(1));
        Exact::ONE - whole(better).div_or(others, Exact::ZERO)
    }
}

/// Distances from the mean in whole numbers: n values, less their sum, in the last decimal of the
/// values, so that sums and squares are exact.
struct Distances {
    count: Exact,
    sum: Exact,
    /// Σ d² of all distances d.
    squares: Natural,
}

impl Distances {
    /// Decimals that raw values have at most.
    const GRID: i64 = 1_000_000_000_000;

    fn of(values: &[Exact]) -> Self {
        let mut distances = Self {
            count: whole(values.len()),
            sum: values.iter().copied().sum(),
            squares: Natural::default(),
        };
        for &value in values {
            let size = distances.size(value);
            distances.squares = distances.squares.plus(&size.times(&size));
        }
        distances
    }

    fn off_mean(&self, value: Exact) -> Exact {
        value * self.count - self.sum
    }

    fn size(&self, value: Exact) -> Natural {
        let (size, _) = (self.off_mean(value) * Exact::whole(Self::GRID)).parts();
        Natural::new(size)
    }

    /// (z + 3) / 6 with z = d / √(Σ d² / n), kept in `0..=1`; −z where lower is better. Below the
    /// mean z + 3 is a difference: (9 Σ d² − n d²) / n over √ (3 √ + d), whose parts are exact.
    fn score(&self, direction: Direction, value: Exact) -> Exact {
        if self.squares.is_zero() {
            return Exact::fraction(1, 2);
        }
        let is_below = self.off_mean(value).is_negative();
        let is_worse = is_below == (direction == Direction::HigherIsBetter);
        let (size, (count, _)) = (self.size(value), self.count.parts());
        let own = size.times(&size).times(&Natural::new(count));
        let most = self.squares.times(&Natural::new(9));
        if own >= most {
            return if is_worse { Exact::ZERO } else { Exact::ONE };
        }
        let (size, count) = (size.to_f64(), self.count.to_f64());
        let deviation = f64::sqrt(self.squares.to_f64() / count);
        let above_lowest = if is_worse {
            most.minus(&own).to_f64() / count / (deviation * (3.0 * deviation + size))
        } else {
            3.0 + size / deviation
        };
        Exact::of_float(above_lowest / 6.0)
    }
}

/// Raw values of an indicator on their way to its scale, one per unit in their order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Prepared {
    /// With what stands in for missing ones.
    pub imputed: Vec<Option<Exact>>,
    /// With outliers drawn in too: what the scale makes scores of.
    pub values: Vec<Option<Exact>>,
    /// What became of outliers.
    pub drawn: Drawn,
}

/// What an indicator's raw values are before they become scores.
pub fn prepared(edition: &Edition, node: Node) -> Prepared {
    let scale = edition.framework().indicator(node).scale;
    let figure = |row: &Row| row.indicators.get(&node).map(|figure| figure.value);
    let raw: Vec<Option<Exact>> = edition.rows().iter().map(figure).collect();
    let imputed = match scale.imputation {
        Some(rule) => imputed(rule, edition.units(), &raw),
        None => raw,
    };
    let (values, drawn) = match scale.treatment {
        Some(rule) => treated(rule, &imputed),
        None => (imputed.clone(), Drawn::AsGiven),
    };
    Prepared {
        imputed,
        values,
        drawn,
    }
}

/// Where the score of a unit comes from that has this raw value and this one prepared.
fn origin(scale: Scale, raw: Option<Exact>, value: Option<Exact>, drawn: Drawn) -> Origin {
    let is_moved = drawn == Drawn::Logarithms || raw != value;
    match (raw, scale.normalisation) {
        (None, _) => Origin::Imputed,
        _ if is_moved => Origin::Treated,
        (_, Normalisation::None) => Origin::Published,
        _ => Origin::Derived,
    }
}

/// Complete scorecards of all units of an edition under a composite framework, from raw values.
/// Fails where a value is missing and the framework has no rule for that.
///
/// What is imputed and treated is worked out from the raw values alone: what-ifs move scores.
pub fn normalised(edition: &Edition) -> Result<Vec<Scorecard>, (usize, MissingFigures)> {
    let framework = edition.framework();
    let maxima = Maxima::of(framework);
    let mut cards = vec![Scorecard::empty(framework); edition.units().len()];
    let mut missing: Option<(usize, MissingFigures)> = None;
    for node in leaves(framework) {
        let scale = framework.indicator(node).scale;
        let Prepared { values, drawn, .. } = prepared(edition, node);
        let scores = normalise(scale, &values);
        let all = cards.iter_mut().zip(edition.rows()).zip(values).zip(scores);
        for (place, (((card, row), value), score)) in all.enumerate() {
            let raw = row.indicators.get(&node).map(|figure| figure.value);
            match score {
                Some(score) => card.put(node, score, origin(scale, raw, value, drawn)),
                None if framework.header().missing.is_some() => {
                    card.put(node, Exact::ZERO, Origin::Missing);
                }
                None => {
                    let nodes = vec![node];
                    missing.get_or_insert((place, MissingFigures { nodes }));
                }
            }
        }
    }
    match missing {
        Some(missing) => Err(missing),
        None => {
            for card in &mut cards {
                compose(framework, &maxima, card);
                let total = formula_total(framework, &maxima, card, &BTreeMap::new());
                let origin = origin_above(card, framework.mains());
                card.put(Node::ROOT, total, origin);
            }
            Ok(cards)
        }
    }
}

/// What values are given for: scored all the way up, with nothing scored below.
fn leaves(framework: &Framework) -> Vec<Node> {
    let is_leaf = |node: &Node| {
        framework.indicator(*node).scored && framework.scored_children(*node).next().is_none()
    };
    framework.nodes().filter(is_leaf).collect()
}

#[cfg(test)]
mod tests {
    use super::normalise;
    use crate::model::{Direction, Exact, Form, Normalisation, Scale};

    fn scale(normalisation: Normalisation, direction: Direction) -> Scale {
        Scale {
            normalisation,
            direction,
            ..Scale::default()
        }
    }

    fn scores(scale: Scale, values: &[Option<i64>]) -> Vec<Option<i64>> {
        let values: Vec<_> = values.iter().map(|v| v.map(Exact::whole)).collect();
        let scores = normalise(scale, &values).into_iter();
        scores.map(|s| s.map(|s| s.round_half_up(4))).collect()
    }

    const HIGHER: Direction = Direction::HigherIsBetter;
    const LOWER: Direction = Direction::LowerIsBetter;

    #[test]
    fn goalposts_are_the_ends_and_nothing_goes_beyond() {
        let posts = |form| Normalisation::Goalposts {
            low: Exact::whole(100),
            high: Exact::whole(10_000),
            form,
        };
        let values = [Some(50), Some(1_000), None, Some(20_000)];
        let linear = scores(scale(posts(Form::Linear), HIGHER), &values);
        assert_eq!(linear, [Some(0), Some(909), None, Some(10_000)]);
        let curved = scores(scale(posts(Form::Logarithm), HIGHER), &values);
        assert_eq!(curved, [Some(0), Some(5_000), None, Some(10_000)]);
        let turned = scores(scale(posts(Form::Logarithm), LOWER), &values);
        assert_eq!(turned, [Some(10_000), Some(5_000), None, Some(0)]);
    }

    #[test]
    fn the_field_decides_where_there_are_no_goalposts() {
        let values = [Some(-5), Some(5), Some(5), Some(15), None];
        let of = |normalisation, direction| scores(scale(normalisation, direction), &values);
        let half = [Some(0), Some(5_000), Some(5_000), Some(10_000), None];
        assert_eq!(of(Normalisation::MinMax, HIGHER), half);
        let turned = [Some(10_000), Some(5_000), Some(5_000), Some(0), None];
        assert_eq!(of(Normalisation::MinMax, LOWER), turned);
        // One of three others is ahead of the two in the middle.
        let ranked = [Some(0), Some(6_667), Some(6_667), Some(10_000), None];
        assert_eq!(of(Normalisation::Rank, HIGHER), ranked);
        // The deviation is the root of 50: z = 10 / 7.0711 = 1.4142.
        let distance = [Some(2_643), Some(5_000), Some(5_000), Some(7_357), None];
        assert_eq!(of(Normalisation::ZScore, HIGHER), distance);
    }

    #[test]
    fn equal_values_put_nobody_behind() {
        for (normalisation, expected) in [
            (Normalisation::MinMax, 10_000),
            (Normalisation::Rank, 10_000),
            (Normalisation::ZScore, 5_000),
        ] {
            for direction in [HIGHER, LOWER] {
                let scores = scores(scale(normalisation, direction), &[Some(7), Some(7), None]);
                assert_eq!(scores, [Some(expected), Some(expected), None]);
            }
        }
        assert_eq!(
            scores(scale(Normalisation::Rank, HIGHER), &[Some(7)]),
            [Some(10_000)]
        );
    }
}
