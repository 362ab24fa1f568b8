//! Outliers drawn in before values become scores, as COINr's `Treat` does it unless it is told otherwise:
//! winsorised while skewness and kurtosis are both too large, and where that is not enough a logarithm.

use crate::model::{Beyond, Exact, Treatment};

/// Fewest values of which a kurtosis can be said.
const FEWEST: usize = 4;
/// How far above the least value a logarithm begins: ln(x − least + range / 100).
const SHARES: f64 = 100.0;

/// What became of the values of an indicator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Drawn {
    /// Nothing: they have no outliers.
    AsGiven,
    /// The furthest took the place of the next ones.
    Winsorised,
    /// All became logarithms: shares of the way from that of the least value to that of the most.
    Logarithms,
}

/// Values of an indicator with their outliers drawn in; `None` stays `None`.
///
/// Of fewer than four values, or where all are equal, nothing can be said. Winsorising never makes all
/// values equal: where it would, it is not enough.
pub fn treated(rule: Treatment, values: &[Option<Exact>]) -> (Vec<Option<Exact>>, Drawn) {
    let known: Vec<Exact> = values.iter().flatten().copied().collect();
    let (known, drawn) = drawn_in(rule, known);
    let mut known = known.into_iter();
    let all = values.iter();
    let all = all.map(|value| value.and_then(|_| known.next())).collect();
    (all, drawn)
}

fn drawn_in(rule: Treatment, values: Vec<Exact>) -> (Vec<Exact>, Drawn) {
    if has_no_outliers(rule, Shape::of(&values)) {
        return (values, Drawn::AsGiven);
    }
    match (winsorised(rule, values.clone()), rule.beyond) {
        (Ok(enough), _) => (enough, Drawn::Winsorised),
        (Err(part), Beyond::Winsorised) => (part, Drawn::Winsorised),
        (Err(_), Beyond::Logarithm) => (logarithms(&values), Drawn::Logarithms),
    }
}

/// How values lie about their mean.
#[derive(Clone, Copy, Debug)]
struct Shape {
    /// G1: that of a sample, as spreadsheets have it.
    skewness: f64,
    /// G2: the excess over that of a normal distribution.
    kurtosis: f64,
}

impl Shape {
    /// `None` where nothing can be said. Distances from the mean are exact, so nothing cancels out.
    fn of(values: &[Exact]) -> Option<Self> {
        let count = Exact::whole(i64::try_from(values.len()).ok()?);
        let sum: Exact = values.iter().copied().sum();
        let n = count.to_f64();
        let [mut squares, mut cubes, mut fourths] = [0.0; 3];
        for &value in values {
            let off = (value * count - sum).to_f64() / n;
            let square = off * off;
            squares += square;
            cubes += square * off;
            fourths += square * square;
        }
        if values.len() < FEWEST || squares <= 0.0 {
            return None;
        }
        let skewness = f64::sqrt(n) * cubes / (squares * f64::sqrt(squares));
        let excess = n * fourths / (squares * squares) - 3.0;
        Some(Self {
            skewness: skewness * f64::sqrt(n * (n - 1.0)) / (n - 2.0),
            kurtosis: ((n + 1.0) * excess + 6.0) * (n - 1.0) / ((n - 2.0) * (n - 3.0)),
        })
    }
}

fn has_no_outliers(rule: Treatment, shape: Option<Shape>) -> bool {
    shape.is_none_or(|own| {
        own.skewness.abs() < rule.skewness.to_f64() || own.kurtosis < rule.kurtosis.to_f64()
    })
}

/// The values once they have no outliers, or as far as the rule goes.
///
/// At each step all that share the furthest value take the next one, those winsorised before among them,
/// so that several may go at once and the most be passed.
fn winsorised(rule: Treatment, mut values: Vec<Exact>) -> Result<Vec<Exact>, Vec<Exact>> {
    let (mut high, mut low) = (0, 0);
    while let Some(shape) = Shape::of(&values) {
        if has_no_outliers(rule, Some(shape)) {
            return Ok(values);
        }
        if high + low >= rule.most as usize {
            break;
        }
        let is_high = shape.skewness >= 0.0;
        let Some((furthest, next)) = ends(&values, is_high) else {
            break;
        };
        let mut moved = 0;
        for value in values.iter_mut().filter(|value| **value == furthest) {
            *value = next;
            moved += 1;
        }
        if is_high {
            high = moved;
        } else {
            low = moved;
        }
    }
    Err(values)
}

/// The furthest value on a side and the one next to it; `None` where the step would make all equal.
fn ends(values: &[Exact], is_high: bool) -> Option<(Exact, Exact)> {
    let (least, most) = (*values.iter().min()?, *values.iter().max()?);
    let (furthest, other_end) = if is_high {
        (most, least)
    } else {
        (least, most)
    };
    let others = values.iter().filter(|value| **value != furthest);
    let next = if is_high { others.max() } else { others.min() };
    let next = next.filter(|next| **next != other_end)?;
    Some((furthest, *next))
}

/// ln(x − least + range / 100) as a share of its own range: ln(1 + 100 t) / ln 101 of the share t of the
/// range, so that no difference of logarithms is taken.
fn logarithms(values: &[Exact]) -> Vec<Exact> {
    let least = values.iter().copied().min().unwrap_or_default();
    let most = values.iter().copied().max().unwrap_or_default();
    let logarithm = |value: Exact| {
        let share = (value - least).div_or(most - least, Exact::ZERO);
        let whole = libm::log1p(SHARES);
        Exact::of_float(libm::log1p(SHARES * share.to_f64()) / whole)
    };
    values.iter().copied().map(logarithm).collect()
}

#[cfg(test)]
mod tests {
    use super::{Drawn, Shape, treated};
    use crate::model::{Beyond, Exact, Treatment};

    fn wholes(values: &[i64]) -> Vec<Exact> {
        values.iter().copied().map(Exact::whole).collect()
    }

    fn one_to(most: i64, more: &[i64]) -> Vec<i64> {
        (1..=most).chain(more.iter().copied()).collect()
    }

    #[track_caller]
    fn expect(rule: Treatment, values: &[i64], expected: (&[i64], Drawn)) {
        let values: Vec<_> = wholes(values).into_iter().map(Some).collect();
        let (found, drawn) = treated(rule, &values);
        let found: Vec<i64> = found.iter().flatten().map(|x| x.round_half_up(0)).collect();
        assert_eq!((found.as_slice(), drawn), expected);
    }

    fn at_most(most: u32) -> Treatment {
        Treatment {
            most,
            ..Treatment::default()
        }
    }

    /// The numbers that COINr's vignette on outlier treatment gives (William Becker, MIT licence).
    #[test]
    fn skewness_and_kurtosis_are_those_of_coinr() {
        let shape = |values: &[i64]| {
            let shape = Shape::of(&wholes(values)).unwrap();
            [shape.skewness, shape.kurtosis].map(|x| (x * 1e6).round() as i64)
        };
        assert_eq!(shape(&one_to(10, &[30, 100])), [3_063_241, 9_741_391]);
        assert_eq!(shape(&one_to(10, &[30, 30])), [1_712_038, 1_815_781]);
    }

    /// Two of COINr's own tests, and its vignette.
    #[test]
    fn what_coinr_winsorises_is_winsorised() {
        let drawn = one_to(10, &[30, 30]);
        let given = one_to(10, &[30, 100]);
        expect(at_most(2), &given, (&drawn, Drawn::Winsorised));
        let drawn = one_to(10, &[10]);
        let given = one_to(10, &[100]);
        expect(at_most(5), &given, (&drawn, Drawn::Winsorised));
        // The same below: the skewness says on which side they are.
        let mirrored = |values: &[i64]| values.iter().map(|x| -x).collect::<Vec<_>>();
        let (given, drawn) = (mirrored(&given), mirrored(&drawn));
        expect(at_most(5), &given, (&drawn, Drawn::Winsorised));
    }

    #[test]
    fn those_that_share_the_furthest_place_go_together() {
        // One step is allowed: 301 goes to 300. Three that are level go at once, though that is more than two.
        let given = one_to(30, &[300, 300, 301]);
        let drawn = one_to(30, &[300, 300, 300]);
        let rule = Treatment {
            beyond: Beyond::Winsorised,
            ..at_most(1)
        };
        expect(rule, &given, (&drawn, Drawn::Winsorised));
        let drawn = one_to(30, &[30, 30, 30]);
        expect(
            at_most(2),
            &one_to(30, &[300, 300, 300]),
            (&drawn, Drawn::Winsorised),
        );
    }

    #[test]
    fn where_that_is_not_enough_the_values_as_they_were_become_logarithms() {
        let values = wholes(&one_to(20, &[100, 200]));
        let given: Vec<_> = values.iter().copied().map(Some).chain([None]).collect();
        let (found, drawn) = treated(at_most(1), &given);
        assert_eq!((drawn, found.last()), (Drawn::Logarithms, Some(&None)));
        // COINr's log_CT of x, and its min-max.
        let log = |x: f64| f64::ln(x - 1.0 + 0.01 * 199.0);
        let share = |x: f64| (log(x) - log(1.0)) / (log(200.0) - log(1.0));
        for (value, found) in values.iter().zip(found.iter().flatten()) {
            assert!((found.to_f64() - share(value.to_f64())).abs() < 1e-14);
        }
        // Without winsorising it is the first thing done.
        let (found, drawn) = treated(at_most(0), &given);
        assert_eq!((drawn, found[0]), (Drawn::Logarithms, Some(Exact::ZERO)));
    }

    #[test]
    fn values_without_outliers_stay_as_they_are() {
        for values in [
            &[][..],
            &[5],
            &[0, 0, 900],
            &[7, 7, 7, 7, 7],
            &one_to(12, &[]),
        ] {
            expect(Treatment::default(), values, (values, Drawn::AsGiven));
        }
    }

    #[test]
    fn winsorising_never_makes_all_values_equal() {
        let given = [0, 0, 0, 0, 0, 0, 0, 0, 5];
        let rule = Treatment {
            beyond: Beyond::Winsorised,
            ..Treatment::default()
        };
        expect(rule, &given, (&given, Drawn::Winsorised));
        let logged = [0, 0, 0, 0, 0, 0, 0, 0, 1];
        expect(at_most(5), &given, (&logged, Drawn::Logarithms));
    }
}
