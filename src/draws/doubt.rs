//! What the doubt in a unit's score and rank comes from, as far as it is drawn.

use super::message::{Doubt, GroupShares, Question, Sources, Varied};
use dti_engine::calculator::{self, Calculator, Saltelli, SensitivityQuestion};

/// A question that is being answered.
pub(super) struct Doubting {
    question: Question,
    scheme: Saltelli,
}

impl Doubting {
    /// Nothing where the calculator refuses the question.
    pub(super) fn begin(calculator: &Calculator, question: Question) -> Option<Self> {
        let asked = SensitivityQuestion {
            drawn: question.read(),
        };
        Some(Self {
            scheme: calculator.sensitivity_draws(&asked).ok()?,
            question,
        })
    }

    /// To what it answers.
    pub(super) fn question(&self) -> &Question {
        &self.question
    }

    /// Takes so many more steps; says whether those were the last.
    pub(super) fn advance(&mut self, count: u32) -> bool {
        self.scheme.advance(count);
        self.scheme.is_done()
    }

    /// What there is so far.
    pub(super) fn answer(&self) -> Doubt {
        let found = self.scheme.is_done().then(|| self.scheme.result());
        Doubt {
            question: self.question.clone(),
            progress: self.scheme.progress(),
            found: found.map(|found| Sources {
                rival_deviation: found.rival_deviation,
                score: varied(&found.score),
                rank: varied(&found.rank),
            }),
        }
    }
}

fn varied(found: &calculator::Varied) -> Varied {
    let shares = found.groups.iter().map(|(group, own)| GroupShares {
        group: *group,
        first: own.first,
        total: own.total,
    });
    Varied {
        mean: found.mean,
        deviation: found.deviation,
        shares: shares.collect(),
    }
}
