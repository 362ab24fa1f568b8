//! Nouns: the values of the method and their invariants, with no arithmetic of the method itself.
//!
//! Imports nothing from the rest of the house; the shapes of files, links and JavaScript objects
//! live in `files`, `link` and `api`.

mod components;
mod edition;
mod exact;
mod exact_order;
mod exact_sum;
mod exact_text;
mod framework;
mod framework_error;
mod level;
mod maxima;
mod means;
mod natural;
mod own;
mod points;
mod rational;
mod rule;
mod scenario;
mod scorecard;
mod standings;

pub use components::ComponentListFault;
pub(crate) use edition::rows_by_id;
pub use edition::{
    Edition, EditionHeader, Figure, GivenResult, Origin, PillarFigures, Previous, Provenance, Row,
    Unit,
};
pub use exact::Exact;
pub(crate) use exact::greatest_common_divisor;
pub(crate) use exact_sum::ExactSum;
pub use framework::{
    Framework, FrameworkHeader, HAS_OWN_INDICES, Indicator, IndicatorDraft, Node, Pillar, Text,
};
pub use framework_error::FrameworkError;
pub use level::Level;
pub use maxima::Maxima;
pub use means::{
    Beyond, Direction, Form, Imputation, Mean, Missing, Normalisation, Scale, Ties, Treatment,
};
pub(crate) use natural::Natural;
pub use own::{Assessed, Assessment, ComponentList, ListedComponent, ResultsRow, ResultsTable};
pub use points::{LARGEST_MAX_POINTS, MaxPoints, POINTS_DECIMALS, Points, SCORE_DECIMALS, Score};
pub(crate) use rational::Rational;
pub use rule::{Answer, BEST, Choice, Input, NoCases, OWN_NUMBER, RawValue, Rule, RuleKind, Side};
pub use scenario::{Entry, Kind, LARGEST_SEED, Override, Rivals, Scenario};
pub use scorecard::{Scorecard, Value};
pub use standings::{Digits, Note, PillarStanding, Standing, Standings};
