//! How a component turns what was counted into points (method 9): kinds of rule as plain data, with
//! what is entered for them, for files and forms.

use super::{Exact, Text};

/// The scoring rule of a component: its kind, and what is entered for it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Rule {
    /// What becomes of it.
    pub kind: RuleKind,
    /// The figures whose sums make the ratio that the rule takes, `a` and `b` (`count` and `population`
    /// per capita) where nothing else is said; empty where no ratio is entered.
    pub inputs: Vec<Input>,
    /// What a ratio without cases (`b` = 0) gives.
    pub no_cases: NoCases,
    /// What a number is counted in (billion VND); empty where the name of the component says it.
    pub measure: Text,
}

impl Rule {
    /// The two figures of a rule that has one on each side: what is counted, and of how many.
    pub fn pair(&self) -> Option<[&Input; 2]> {
        let [first, second] = &self.inputs[..] else {
            return None;
        };
        match (first.side, second.side) {
            (Side::Part, Side::Whole) => Some([first, second]),
            (Side::Whole, Side::Part) => Some([second, first]),
            _ => None,
        }
    }
}

/// Kinds of rule. Fractions and the shares of choices are of the component's max points, `0..=1`;
/// thresholds of ratios are shares, `0..=1`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum RuleKind {
    /// Points, or a share of the maximum, are entered directly: the rule is not known, or the figure
    /// is a finished score.
    #[default]
    Points,
    /// Full points or none.
    YesNo,
    /// A choice among fixed fractions (head of the province: all, deputy: half, none: 0).
    Levels(Vec<Choice>),
    /// A number against rising thresholds `(number, fraction)`: the highest fraction reached.
    Steps(Vec<(Exact, Exact)>),
    /// The same where the steps have names (weekly, monthly, less often) and no numbers.
    StepChoices(Vec<Choice>),
    /// Points are `a / b` of the maximum, at most the maximum.
    Ratio,
    /// As [`RuleKind::Ratio`], but this share already gives full points.
    CappedRatio(Exact),
    /// Full points from this share on; below it `a / b` of the maximum, not divided by the share.
    ThresholdJump(Exact),
    /// `a / b` of the maximum from this share on, nothing below it.
    BandedRatio(Exact),
    /// Full points for all of the cases, else nothing.
    AllOrNothing,
    /// Share of those asked who are satisfied.
    Survey,
    /// A number, or a ratio, in proportion to that of the best unit, the reference value.
    Relative,
    /// So much of the maximum for each of a number, at most the maximum.
    CountCapped(Exact),
    /// The share of these things that is done, counted or ticked.
    CountShare(Vec<Choice>),
    /// A choice for each of so many periods; the fractions are added.
    PerPeriodSum {
        /// How many periods.
        periods: usize,
        /// What each may be.
        choices: Vec<Choice>,
    },
    /// Conditions, each worth a fraction; the fractions of those met are added.
    Parts(Vec<Choice>),
    /// A count per so many people against a threshold that gives full points.
    PerCapita {
        /// Per how many people (1000, 100).
        people: u32,
        /// The count per `people` that gives full points.
        threshold: Exact,
    },
    /// Listed, but gives no points.
    Unscored,
}

/// What can be chosen or ticked, and what it gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    /// Id within its rule.
    pub id: String,
    /// Name; empty where a list does not give one.
    pub name: Text,
    /// Share of the max points.
    pub share: Exact,
}

impl Choice {
    /// Choices without names; their ids are their places, counted from 0.
    pub fn unnamed(shares: impl IntoIterator<Item = Exact>) -> Vec<Self> {
        let choice = |(place, share): (usize, Exact)| Self {
            id: place.to_string(),
            name: Text::default(),
            share,
        };
        shares.into_iter().enumerate().map(choice).collect()
    }
}

/// One of the figures that make a ratio.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Input {
    /// Id within its rule: `a`, `b`, ...
    pub id: String,
    /// What it counts; empty where a list does not say.
    pub name: Text,
    /// Whether it is added above or below the line.
    pub side: Side,
    /// The figure that the rule sets where none is given (7 platforms are asked for).
    pub fixed: Option<Exact>,
}

/// The two sides of a ratio.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// What is counted.
    Part,
    /// Of how many.
    Whole,
}

/// What a ratio without cases gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum NoCases {
    /// Nothing.
    #[default]
    Nothing,
    /// The maximum.
    Maximum,
}

/// Id of the reference value among the figures that are given to [`RuleKind::Relative`].
pub const BEST: &str = "best";
/// Id of a unit's own number beside [`BEST`].
pub const OWN_NUMBER: &str = "value";

/// What is entered for a component, before the rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RawValue {
    /// Points, for [`RuleKind::Points`].
    Points(Exact),
    /// Yes or no.
    Answer(Answer),
    /// Id of a choice.
    Choice(String),
    /// A number: a count, an amount, or a share `0..=1`.
    Number(Exact),
    /// Figures by the ids of a rule's inputs; with [`BEST`] and [`OWN_NUMBER`] where a rule compares.
    Inputs(Vec<(String, Exact)>),
    /// Ids of what is ticked, or of one choice a period.
    Listed(Vec<String>),
    /// Values of what stands below a component, by id.
    Parts(Vec<(String, RawValue)>),
}

impl RawValue {
    /// `a` of `b`.
    pub fn ratio(a: Exact, b: Exact) -> Self {
        Self::Inputs(vec![("a".to_owned(), a), ("b".to_owned(), b)])
    }

    /// The figure of an input.
    pub fn input(&self, id: &str) -> Option<Exact> {
        let Self::Inputs(inputs) = self else {
            return None;
        };
        let found = inputs.iter().find(|(own, _)| own == id);
        found.map(|(_, figure)| *figure)
    }

    /// Beside a reference value, where it has none of its own.
    #[must_use]
    pub fn compared(self, best: Exact) -> Self {
        let best = (BEST.to_owned(), best);
        match self {
            Self::Number(number) => Self::Inputs(vec![(OWN_NUMBER.to_owned(), number), best]),
            Self::Inputs(mut inputs) => {
                if inputs.iter().all(|(id, _)| id != BEST) {
                    inputs.push(best);
                }
                Self::Inputs(inputs)
            }
            other => other,
        }
    }
}

/// Yes or no.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer {
    /// The condition is met.
    Yes,
    /// It is not.
    No,
}

/// With `a` and `b` where a ratio is entered, and nothing for no cases.
impl From<RuleKind> for Rule {
    fn from(kind: RuleKind) -> Self {
        let input = |id: &str, side| Input {
            id: id.to_owned(),
            name: Text::default(),
            side,
            fixed: None,
        };
        let inputs = match &kind {
            RuleKind::PerCapita { .. } => {
                vec![input("count", Side::Part), input("population", Side::Whole)]
            }
            kind if kind.is_ratio() => vec![input("a", Side::Part), input("b", Side::Whole)],
            _ => Vec::new(),
        };
        Self {
            kind,
            inputs,
            no_cases: NoCases::Nothing,
            measure: Text::default(),
        }
    }
}

impl RuleKind {
    /// The word for this kind in files and in the API.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Points => "points",
            Self::YesNo => "yes_no",
            Self::Levels(_) => "levels",
            Self::Steps(_) | Self::StepChoices(_) => "steps",
            Self::Ratio => "ratio",
            Self::CappedRatio(_) => "capped_ratio",
            Self::ThresholdJump(_) => "threshold_jump",
            Self::BandedRatio(_) => "banded_ratio",
            Self::AllOrNothing => "all_or_nothing",
            Self::Survey => "survey",
            Self::Relative => "relative",
            Self::CountCapped(_) => "count_capped",
            Self::CountShare(_) => "count_share",
            Self::PerPeriodSum { .. } => "per_period_sum",
            Self::Parts(_) => "parts",
            Self::PerCapita { .. } => "per_capita",
            Self::Unscored => "unscored",
        }
    }

    /// Whether a ratio is what it takes, always.
    pub fn is_ratio(&self) -> bool {
        match self {
            Self::Ratio
            | Self::CappedRatio(_)
            | Self::ThresholdJump(_)
            | Self::BandedRatio(_)
            | Self::AllOrNothing
            | Self::Survey
            | Self::PerCapita { .. } => true,
            Self::Points
            | Self::YesNo
            | Self::Levels(_)
            | Self::Steps(_)
            | Self::StepChoices(_)
            | Self::Relative
            | Self::CountCapped(_)
            | Self::CountShare(_)
            | Self::PerPeriodSum { .. }
            | Self::Parts(_)
            | Self::Unscored => false,
        }
    }

    /// What can be chosen or ticked.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::Levels(choices)
            | Self::StepChoices(choices)
            | Self::CountShare(choices)
            | Self::Parts(choices)
            | Self::PerPeriodSum { choices, .. } => choices,
            _ => &[],
        }
    }
}
