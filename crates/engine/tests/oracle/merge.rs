//! The 63 under a case, seen as the 34 of July 2025 (method 5).

use super::Oracle;
use super::case::{Case, Maxima, Origin, Override, Refusal, Row, Value, Values};
use super::numbers::{Number, fraction, one, within_unit, zero};
use super::scenario::{UnitState, all_at};
use super::simulate::{Line, Lines, ranked_rows};

/// Former provinces with their shares of the new one; the shares add up to 1.
type Shares<'lines> = Vec<(Number, &'lines Line)>;

impl Oracle {
    /// The 34 new provinces under overrides on the 63: plain means, or weighted by population.
    pub(crate) fn merge(
        &self,
        edition: &str,
        population_weighted: bool,
        overrides: &[Override],
    ) -> Result<Vec<Row>, Refusal> {
        if self.simulatable(edition)?.units != "63" {
            let why = format!("edition `{edition}` is not of the 63 former provinces");
            return Err(Refusal::new("unavailable", why));
        }
        let case = Case {
            overrides: overrides.to_vec(),
            ..Case::of(edition)
        };
        let (lines, maxima) = self.lines(&case)?;
        let is_of_this = |id: &&String| self.editions[*id].merger_of.as_deref() == Some(edition);
        let published = self.editions.keys().find(is_of_this);
        let merged: Lines = self
            .formers
            .keys()
            .map(|new| {
                let shares = self.shares(new, &lines, population_weighted);
                let line = match published {
                    Some(base) if !population_weighted => self.changed(base, new, &shares, &maxima),
                    _ => mean_line(&shares, &maxima),
                };
                (new.clone(), line)
            })
            .collect();
        Ok(ranked_rows(&merged, &maxima, &self.pillars(edition)))
    }

    fn shares<'lines>(
        &self,
        new: &str,
        lines: &'lines Lines,
        population_weighted: bool,
    ) -> Shares<'lines> {
        let weight_of = |former: &String| {
            if population_weighted {
                self.populations[former].clone()
            } else {
                fraction(1, 1)
            }
        };
        let formers = &self.formers[new];
        let all: Number = formers.iter().map(weight_of).sum();
        formers
            .iter()
            .map(|former| (weight_of(former) / &all, &lines[former]))
            .collect()
    }

    /// The published row of the new province and the mean of the former ones' changes.
    fn changed(&self, base: &str, new: &str, shares: &Shares<'_>, maxima: &Maxima) -> Line {
        let baseline = self.published(base, new).clone();
        let change = mean(shares, |line| within_unit(&line.own) - &line.baseline);
        let present = self.complete(base, new);
        let mut after = present.clone();
        for (main, value) in &mut after {
            let moved =
                |line: &Line| &line.state.after[main].score - &line.state.present[main].score;
            value.score = within_unit(&(&value.score + mean(shares, moved)));
            let is_changed = |line: &Line| line.state.after[main] != line.state.present[main];
            let changed = shares.iter().filter(|(_, line)| is_changed(line));
            let origins = changed.flat_map(|(_, line)| {
                [
                    line.state.present[main].origin,
                    line.state.after[main].origin,
                ]
            });
            value.origin = weakest(origins.chain([value.origin]));
        }
        let estimated = shares.iter().any(|(_, line)| line.state.estimated);
        let own = pinned(&baseline + change, shares, maxima);
        let state = UnitState {
            present,
            after,
            estimated,
        };
        Line {
            baseline,
            moved: own.clone(),
            own,
            state,
        }
    }
}

/// The weighted means of values and totals, unrounded.
fn mean_line(shares: &Shares<'_>, maxima: &Maxima) -> Line {
    let values = |of: fn(&UnitState) -> &Values| -> Values {
        maxima
            .keys()
            .map(|main| {
                let score = mean(shares, |line| of(&line.state)[main].score.clone());
                let origins = shares.iter().map(|(_, line)| of(&line.state)[main].origin);
                let origin = weakest(origins.chain([Origin::Derived]));
                (main.clone(), Value { score, origin })
            })
            .collect()
    };
    let state = UnitState {
        present: values(|state| &state.present),
        after: values(|state| &state.after),
        estimated: shares.iter().any(|(_, line)| line.state.estimated),
    };
    let own = pinned(mean(shares, |line| within_unit(&line.own)), shares, maxima);
    Line {
        baseline: mean(shares, |line| line.baseline.clone()),
        moved: own.clone(),
        own,
        state,
    }
}

fn mean(shares: &Shares<'_>, number: impl Fn(&Line) -> Number) -> Number {
    shares
        .iter()
        .map(|(share, line)| share * number(line))
        .sum()
}

/// All former provinces at 1 (or 0) in everything give exactly 1 (or 0).
fn pinned(total: Number, shares: &Shares<'_>, maxima: &Maxima) -> Number {
    [zero(), one()]
        .into_iter()
        .find(|end| {
            shares
                .iter()
                .all(|(_, line)| all_at(&line.state.after, maxima, end))
        })
        .unwrap_or(total)
}

/// The origin that says most about doubt: estimated, then entered, derived, published.
fn weakest(origins: impl Iterator<Item = Origin>) -> Origin {
    let order = [Origin::Estimated, Origin::Entered, Origin::Derived];
    let all: Vec<Origin> = origins.collect();
    order
        .into_iter()
        .find(|origin| all.contains(origin))
        .unwrap_or(Origin::Published)
}
