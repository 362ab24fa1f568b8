//! What the pictures show at one moment, and which pictures there are.

use super::figure::Picture;
use crate::state::State;
use dti_charts::{
    Canvas, Chart, Measure, Place, Start, TileSet, breakdown, history, ladder_strip, pillars,
    profile, rank_shift, tile_map,
};
use dti_engine::calculator::{Calculator, Side, contributions, present, shortfalls};
use dti_engine::model::{Edition, Scenario, Standings, Text};
use dti_engine::session::Session;
use dti_words::{ChartWords, EditionLabel, Results, Words, chart_locale};
use leptos::prelude::*;
use std::sync::Arc;

/// A picture of the section.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Name {
    /// All scores on one axis.
    Strip,
    /// Each indicator against median and best.
    Profile,
    /// Points gained or lost by indicator, or missing to full marks.
    Breakdown,
    /// Who moved.
    Shift,
    /// Ranks over the editions.
    History,
    /// The three pillars.
    Pillars,
    /// The country in tiles.
    Map,
}

impl Name {
    /// Below the strip, in two columns. Those that grow with the edit stand last: nothing may move
    /// while a slider is dragged.
    pub(super) const COLUMNS: [&[Self]; 2] = [
        &[Self::Profile, Self::Map],
        &[Self::History, Self::Pillars, Self::Breakdown, Self::Shift],
    ];

    /// Name in ids and files.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Strip => "strip",
            Self::Profile => "profile",
            Self::Breakdown => "breakdown",
            Self::Shift => "shift",
            Self::History => "history",
            Self::Pillars => "pillars",
            Self::Map => "map",
        }
    }
}

/// What the map shows, by its name in a list.
fn measure(name: &str) -> Measure {
    match name {
        "rank" => Measure::Rank,
        "change" => Measure::Change,
        _ => Measure::Score,
    }
}

/// A scenario with its results, as all pictures show it.
#[derive(Clone, Debug)]
pub(crate) struct Scene {
    calculator: Arc<Calculator>,
    edition: Arc<Edition>,
    scenario: Scenario,
    /// Row of the unit asked about.
    unit: usize,
    /// Rows of those that share its rank.
    tied: Vec<usize>,
    decimals: u32,
    before: Arc<Standings>,
    after: Arc<Standings>,
    measure: Measure,
    words: Words,
    labels: Vec<EditionLabel>,
}

/// All units ranked under a scenario; nobody where it cannot be computed.
pub(crate) fn ranked(calculator: &Calculator, scenario: &Scenario) -> Arc<Standings> {
    let nobody = |_| Standings::new(scenario.edition.clone(), Vec::new());
    Arc::new(calculator.simulate(scenario).unwrap_or_else(nobody))
}

impl Scene {
    /// What the page shows now, beside the ranking before any what-if.
    pub(crate) fn now(state: State, before: Arc<Standings>) -> Self {
        let calculator = state.calculator.get();
        let (edition, words) = (state.edition.get(), state.words.get());
        let scenario = state.session.with(Session::scenario);
        let is_before = present(&scenario) == scenario;
        let tied = state.verdict.with(|verdict| {
            let tied = verdict.as_ref().map(|own| own.tied.clone());
            tied.unwrap_or_default()
        });
        let editions = calculator.series(&edition);
        Self {
            unit: state.unit.get(),
            tied,
            decimals: state.decimals.get(),
            after: match is_before {
                true => Arc::clone(&before),
                false => ranked(&calculator, &scenario),
            },
            before,
            measure: measure(&state.measure.get()),
            labels: editions.map(|own| EditionLabel::of(own, &words)).collect(),
            calculator,
            scenario,
            edition,
            words,
        }
    }

    /// Whether anything differs from the edition.
    pub(super) fn is_edited(&self) -> bool {
        !self.scenario.is_baseline()
    }

    /// The results of all units, as a table for a spreadsheet.
    pub(super) fn results(&self) -> Results<'_> {
        Results {
            edition: &self.edition,
            standings: &self.after,
            decimals: self.decimals,
            is_edited: self.is_edited(),
            words: &self.words,
        }
    }

    /// A picture with its words; nothing where its figures are missing.
    pub(crate) fn picture(&self, name: Name, width: f64) -> Option<Picture> {
        let canvas = Canvas {
            width,
            locale: chart_locale(&self.words),
        };
        let chart = self.chart(name, &canvas)?;
        let words = ChartWords {
            edition: &self.edition,
            editions: &self.labels,
            unit: self.unit,
            tied: &self.tied,
            decimals: self.decimals,
            is_edited: self.is_edited(),
            words: &self.words,
        };
        let told = words.told(&chart);
        Some(Picture { chart, told })
    }

    fn chart(&self, name: Name, canvas: &Canvas) -> Option<Chart> {
        let (before, after, own) = (&*self.before, &*self.after, self.unit);
        let framework = self.edition.framework();
        Some(match name {
            Name::Strip => {
                ladder_strip::chart(&ladder_strip::input(after, own, &self.units())?, canvas)?
            }
            Name::Profile => {
                let input = profile::input(framework, before, after, own, &self.mains())?;
                profile::chart(&input, canvas)
            }
            Name::Breakdown => self.breakdown(canvas)?,
            Name::Shift => {
                rank_shift::chart(&rank_shift::input(after, own, &self.units())?, canvas)?
            }
            Name::History => self.history(canvas)?,
            Name::Pillars => {
                let names = self.named(framework.pillars().iter().map(|own| &own.name));
                let input = pillars::input(before, after, own, &names)?;
                if input.lines.is_empty() {
                    return None;
                }
                pillars::chart(&input, canvas)
            }
            Name::Map => {
                let tiles = TileSet::of(self.edition.units())?;
                let islands = [self.words.chart_hoang_sa(), self.words.chart_truong_sa()];
                let islands = islands.map(str::to_owned);
                let input = tile_map::input(tiles, after, self.measure, Some(own), islands);
                tile_map::chart(&input, canvas)
            }
        })
    }

    fn named<'a>(&self, names: impl Iterator<Item = &'a Text>) -> Vec<String> {
        let names = names.map(|name| self.words.in_language(name).to_owned());
        names.collect()
    }

    fn units(&self) -> Vec<String> {
        self.named(self.edition.units().iter().map(|unit| &unit.name))
    }

    fn mains(&self) -> Vec<String> {
        let framework = self.edition.framework();
        self.named(
            framework
                .mains()
                .map(|node| &framework.indicator(node).name),
        )
    }

    /// What the scenario changed, by indicator; without one, what is missing to full marks.
    fn breakdown(&self, canvas: &Canvas) -> Option<Chart> {
        let framework = self.edition.framework();
        let (before, after) = (self.before.of(self.unit)?, self.after.of(self.unit)?);
        let maxima = self.calculator.maxima(&self.scenario).ok()?;
        let own_maxima = self.calculator.maxima(&present(&self.scenario)).ok()?;
        let now = Side {
            maxima: &maxima,
            card: &after.card,
            score: after.score,
        };
        let then = Side {
            maxima: &own_maxima,
            card: &before.card,
            score: before.score,
        };
        let words = &self.words;
        let (start, split, from, to) = if self.is_edited() {
            let split = contributions(framework, then, now);
            let (from, to) = (words.chart_step_before(), words.chart_step_after());
            (Start::Baseline, split, from, to)
        } else {
            let split = shortfalls(framework, now);
            let (from, to) = (words.chart_step_full_marks(), words.chart_step_achieved());
            (Start::FullMarks, split, from, to)
        };
        let names = breakdown::Names {
            from: from.to_owned(),
            to: to.to_owned(),
            rest: words.chart_step_rest().to_owned(),
            indicators: self.mains(),
        };
        let input = breakdown::input(start, &split, maxima.total(), &names);
        Some(breakdown::chart(&input, canvas))
    }

    /// The unit's ranks over all editions, through the merger to the province that it became.
    fn history(&self, canvas: &Canvas) -> Option<Chart> {
        let id = &self.edition.units().get(self.unit)?.id;
        let editions = self.calculator.series(&self.edition);
        let stops: Vec<history::Stop> = editions
            .zip(&self.labels)
            .map(|(edition, label)| {
                let unit = self.calculator.counterpart(id, edition.id());
                let position = unit.and_then(|unit| edition.position(unit));
                let mut stop = history::stop(&self.calculator, edition, position, &label.text);
                let is_shown = edition.id() == self.scenario.edition && self.is_edited();
                let own = self.after.of(self.unit).filter(|_| is_shown);
                stop.simulated = own.map(|own| Place {
                    rank: own.rank,
                    score: own.score,
                });
                stop
            })
            .collect();
        (stops.len() > 1).then(|| history::chart(&history::Input { stops }, canvas))
    }
}
