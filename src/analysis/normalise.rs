//! From raw values to scores: goalposts, places in the field, distances from its mean (method 10).

use super::compose::{DECIMALS, compose, kept};
use super::fill::MissingFigures;
use crate::model::{
    Direction, Edition, Exact, Form, Framework, Maxima, Node, Normalisation, Origin, Scale,
    Scorecard,
};

/// Scores of one indicator from the raw values of all units, in their order; `None` stays `None`.
///
/// Where all units have the same value, nobody is behind: `MinMax` and `Rank` give 1 and `ZScore`
/// gives the middle.
pub fn normalise(scale: Scale, values: &[Option<Exact>]) -> Vec<Option<Exact>> {
    let mut known: Vec<Exact> = values.iter().flatten().copied().collect();
    known.sort_unstable();
    let is_lower_better = scale.direction == Direction::LowerIsBetter;
    let turned = |score: Exact| {
        let score = score.clamp_to(Exact::ZERO, Exact::ONE);
        if is_lower_better {
            Exact::ONE - score
        } else {
            score
        }
    };
    let field = Field::of(&known);
    let score = |value: Exact| match scale.normalisation {
        Normalisation::None => turned(value),
        Normalisation::Goalposts { low, high, form } => turned(between(value, low, high, form)),
        Normalisation::MinMax if field.least == field.most => Exact::ONE,
        Normalisation::MinMax => turned(between(value, field.least, field.most, Form::Linear)),
        Normalisation::Rank => {
            let better = match scale.direction {
                Direction::HigherIsBetter => {
                    known.len() - known.partition_point(|other| *other <= value)
                }
                Direction::LowerIsBetter => known.partition_point(|other| *other < value),
            };
            let others = whole(known.len().saturating_sub(1));
            Exact::ONE - whole(better).div_or(others, Exact::ZERO)
        }
        Normalisation::ZScore => turned(kept(field.middled(value))),
    };
    // Division gives endless decimals.
    let score = |value: &Option<Exact>| Some(score((*value)?).rounded(DECIMALS));
    values.iter().map(score).collect()
}

fn whole(count: usize) -> Exact {
    Exact::whole(i64::try_from(count).unwrap_or(i64::MAX))
}

fn between(value: Exact, low: Exact, high: Exact, form: Form) -> Exact {
    match form {
        Form::Linear => (value - low).div_or(high - low, Exact::ZERO),
        Form::Logarithm => {
            let [value, low, high] = [value, low, high].map(|x| libm::log(x.to_f64()));
            kept((value - low) / (high - low))
        }
    }
}

/// What is known of all units together.
struct Field {
    least: Exact,
    most: Exact,
    mean: f64,
    deviation: f64,
}

impl Field {
    /// Of values in their order.
    fn of(values: &[Exact]) -> Self {
        let count = values.len().max(1) as f64;
        let least = values.first().copied().unwrap_or(Exact::ZERO);
        let most = values.last().copied().unwrap_or(Exact::ZERO);
        let mut mean = 0.0;
        for value in values {
            mean += value.to_f64() / count;
        }
        let mut square = 0.0;
        for value in values {
            let off = value.to_f64() - mean;
            square += off * off / count;
        }
        let deviation = if least == most {
            0.0
        } else {
            f64::sqrt(square)
        };
        Self {
            least,
            most,
            mean,
            deviation,
        }
    }

    /// (z + 3) / 6 of the population's standard deviation; the middle where there is none.
    fn middled(&self, value: Exact) -> f64 {
        let z = (value.to_f64() - self.mean) / self.deviation;
        if self.deviation > 0.0 {
            (z + 3.0) / 6.0
        } else {
            0.5
        }
    }
}

/// Complete scorecards of all units of an edition under a composite framework, from raw values.
/// Fails where a value is missing and the framework has no rule for that.
pub fn normalised(edition: &Edition) -> Result<Vec<Scorecard>, (usize, MissingFigures)> {
    let framework = edition.framework();
    let maxima = Maxima::of(framework);
    let mut cards = vec![Scorecard::empty(framework); edition.units().len()];
    let mut missing: Option<(usize, MissingFigures)> = None;
    for node in leaves(framework) {
        let figure = |row: &crate::model::Row| row.indicators.get(&node).map(|figure| figure.value);
        let values: Vec<Option<Exact>> = edition.rows().iter().map(figure).collect();
        let scale = framework.indicator(node).scale;
        let origin = match scale.normalisation {
            Normalisation::None => Origin::Published,
            _ => Origin::Derived,
        };
        let scores = normalise(scale, &values);
        for (place, (card, score)) in cards.iter_mut().zip(scores).enumerate() {
            match score {
                Some(score) => card.put(node, score, origin),
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
