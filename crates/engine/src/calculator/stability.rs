//! How sure the ranks of a scenario are: a question checked, prepared and drawn.

use super::resolve::resolve;
use super::{Calculator, CalculatorError, Given, LEAST_SAMPLES, MOST_SAMPLES, rounding};
use crate::analysis::{DrawBase, Draws, RivalMoves, Rounding, Sources, Stability};
use crate::model::{Exact, LARGEST_SEED, Scenario};

/// Most draws of one question.
pub const MOST_DRAWS: u32 = 1_000_000;

/// How sure are the ranks of this scenario?
#[derive(Clone, PartialEq, Debug)]
pub struct StabilityQuestion {
    /// The scenario.
    pub scenario: Scenario,
    /// How many draws: `1..=`[`MOST_DRAWS`].
    pub draws: u32,
    /// What decides the draws: `0..=`[`LARGEST_SEED`].
    pub seed: u64,
    /// Max points are drawn within so large a share of themselves: `0..=1`; 0 is off.
    pub weight_spread: f64,
    /// Whether the rounding of published scores is drawn.
    pub rounding: bool,
    /// Whether estimated figures are redrawn.
    pub estimates: bool,
    /// Whether the other units move: each by a normal change as widely spread as the units' changes
    /// from the edition before were, on top of what the scenario's rivals do. Where no edition before
    /// says how units move, they stay.
    pub rivals: bool,
}

impl StabilityQuestion {
    /// The usual question: 10,000 draws of seed 1, max points within a quarter, rounding and estimates
    /// on, rivals as the scenario has them.
    pub fn of(scenario: Scenario) -> Self {
        Self {
            scenario,
            draws: 10_000,
            seed: 1,
            weight_spread: 0.25,
            rounding: true,
            estimates: true,
            rivals: false,
        }
    }

    fn check(&self) -> Result<(), CalculatorError> {
        let refuse = |setting, given: f64| {
            let given = Given(given);
            Err(CalculatorError::DrawSettingOutOfRange { setting, given })
        };
        if !(1..=MOST_DRAWS).contains(&self.draws) {
            return refuse(DrawSetting::Draws, f64::from(self.draws));
        }
        if self.seed > LARGEST_SEED {
            return refuse(DrawSetting::Seed, self.seed as f64);
        }
        if !(0.0..=1.0).contains(&self.weight_spread) {
            return refuse(DrawSetting::WeightSpread, self.weight_spread);
        }
        Ok(())
    }
}

/// A number of a [`StabilityQuestion`] that has a range.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DrawSetting {
    /// The number of draws.
    Draws,
    /// The number of rows of a scheme of sensitivity.
    Samples,
    /// The seed.
    Seed,
    /// The spread of max points.
    WeightSpread,
}

impl DrawSetting {
    /// Its name in English.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draws => "the number of draws",
            Self::Samples => "the number of rows",
            Self::Seed => "the seed",
            Self::WeightSpread => "the spread of max points",
        }
    }

    /// Its lowest and highest value.
    pub fn range(self) -> (u64, u64) {
        match self {
            Self::Draws => (1, u64::from(MOST_DRAWS)),
            Self::Samples => (u64::from(LEAST_SAMPLES), u64::from(MOST_SAMPLES)),
            Self::Seed => (0, LARGEST_SEED),
            Self::WeightSpread => (0, 1),
        }
    }
}

impl Calculator {
    /// Draws that can be made in slices; [`Self::stability`] makes them all at once.
    ///
    /// An edition without a known error of its estimates keeps them as they are.
    pub fn draws(&self, question: &StabilityQuestion) -> Result<Draws, CalculatorError> {
        let (base, sources) = self.draw_base(question)?;
        let rivals = self.rival_moves(question)?;
        let run = (question.draws, question.seed);
        Ok(Draws::new(base, sources, rivals, run))
    }

    /// What is drawn, and how widely.
    pub(super) fn draw_base(
        &self,
        question: &StabilityQuestion,
    ) -> Result<(DrawBase, Sources), CalculatorError> {
        question.check()?;
        let scenario = &question.scenario;
        let standings = self.simulate(scenario)?;
        let edition = self.edition(&scenario.edition)?;
        let resolved = resolve(edition, scenario)?;
        let framework = edition.framework();
        let half_step = match rounding(framework) {
            Rounding::Decimals(decimals) => Some(Exact::decimal(5, decimals + 1).to_f64()),
            Rounding::Unrounded => None,
        };
        let error = self.estimate_error(edition.id())?;
        let sources = Sources {
            weight_spread: question.weight_spread,
            rounding: half_step.filter(|_| question.rounding),
            estimates: error.filter(|_| question.estimates),
        };
        let (maxima, what_if) = (&resolved.maxima, &resolved.what_if);
        let base = DrawBase::of(framework, maxima, &standings, what_if, &sources);
        Ok((base, sources))
    }

    /// Which units move by themselves, and how widely; nothing where they are to stay, or where no edition
    /// before says how units move.
    pub(super) fn rival_moves(
        &self,
        question: &StabilityQuestion,
    ) -> Result<Option<RivalMoves>, CalculatorError> {
        let scenario = &question.scenario;
        let edition = self.edition(&scenario.edition)?;
        let deviation = self.yearly_deviation(edition.id());
        let Some(deviation) = deviation.filter(|_| question.rivals) else {
            return Ok(None);
        };
        let resolved = resolve(edition, scenario)?;
        let rows = 0..edition.units().len();
        Ok(Some(RivalMoves {
            deviation,
            is_rival: rows.map(|row| resolved.is_rival(row)).collect(),
        }))
    }

    /// Standard deviation of all units' changes of score from the edition before; nothing where that is
    /// not on file in full.
    pub fn yearly_deviation(&self, edition: &str) -> Option<f64> {
        let edition = self.edition(edition).ok()?;
        let changes = super::simulation::trend(&self.catalogue, edition)?;
        let count = i64::try_from(changes.len())
            .ok()
            .filter(|count| *count > 1)?;
        let mean = changes.iter().copied().sum::<Exact>() * Exact::fraction(1, count);
        let squares = changes.iter().map(|change| {
            let apart = (*change - mean).to_f64();
            apart * apart
        });
        Some(f64::sqrt(squares.sum::<f64>() / (count - 1) as f64))
    }

    /// How sure the ranks of a scenario are, from all draws of the question.
    pub fn stability(&self, question: &StabilityQuestion) -> Result<Stability, CalculatorError> {
        let mut draws = self.draws(question)?;
        draws.advance(question.draws);
        Ok(draws.result())
    }
}
