//! How a component turns a raw value into points: kinds of rule as plain data, for files and forms.

use super::Exact;

/// The scoring rule of a component. Fractions are shares of the component's max points, `0..=1`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Rule {
    /// Points are entered directly: the rule is not known, or the figure is a finished score.
    #[default]
    Points,
    /// Full points or none.
    YesNo,
    /// A choice among fixed fractions (head of the province: all, deputy: half, none: 0).
    Levels(Vec<Exact>),
    /// Points are `a / b` of the maximum, capped at the maximum.
    Ratio,
    /// As [`Rule::Ratio`], but this share already gives full points.
    CappedRatio(Exact),
    /// A count against rising steps `(count, fraction)`: 4 meetings 1, 3 meetings 3/4, ...
    Steps(Vec<(u32, Exact)>),
    /// Conditions, each worth a fraction; the fractions of those met are added.
    Parts(Vec<Exact>),
    /// A count per so many people against a threshold that gives full points.
    PerCapita {
        /// Per how many people (1000, 100).
        people: u32,
        /// The count per `people` that gives full points.
        threshold: Exact,
    },
    /// Share of those asked who are satisfied.
    Survey,
    /// Listed, but gives no points.
    Unscored,
}

/// What is entered for a component, before the rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RawValue {
    /// Points, for [`Rule::Points`].
    Points(Exact),
    /// Yes or no, for [`Rule::YesNo`].
    Answer(Answer),
    /// Which level, counted from 0, for [`Rule::Levels`].
    Level(usize),
    /// `part` of `whole`, for [`Rule::Ratio`], [`Rule::CappedRatio`] and [`Rule::Survey`].
    Share {
        /// The part (a).
        part: Exact,
        /// The whole (b), above 0.
        whole: Exact,
    },
    /// A count, for [`Rule::Steps`].
    Count(u32),
    /// Which parts are met, for [`Rule::Parts`]; positions counted from 0.
    Met(Vec<usize>),
    /// A count in a population, for [`Rule::PerCapita`].
    InPopulation {
        /// The count.
        count: Exact,
        /// The population, above 0.
        population: Exact,
    },
}

/// Yes or no.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer {
    /// The condition is met.
    Yes,
    /// It is not.
    No,
}
