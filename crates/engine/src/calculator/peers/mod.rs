//! Units like another one, and those that came from where it stands to a target: by the published
//! tables.

mod paths;

pub use paths::{Path, PathStep};

use super::resolve::position;
use super::{Calculator, CalculatorError, Target};
use crate::analysis::{distance_squared, nearest, size_ratio};
use crate::model::{Edition, Exact, Maxima, Node};
use std::sync::Arc;

/// Who is like this unit, and who came from where it stands to the target?
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PeersQuestion {
    /// Id of the edition.
    pub edition: String,
    /// Id of the unit.
    pub unit: String,
    /// What others may have reached; `None` asks for the nearest only.
    pub target: Option<Target>,
    /// How many of each at most.
    pub count: usize,
}

/// What profiles are compared on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Axis {
    /// A main indicator that is on file by itself for every unit.
    Indicator(Node),
    /// All others together: their sum follows from the total.
    Others,
}

/// A unit with a profile like that of another.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Peer {
    /// Its row in the edition.
    pub position: usize,
    /// Its distance, in score.
    pub distance: f64,
}

/// A unit of a size like that of another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SizePeer {
    /// Its row in the edition.
    pub position: usize,
    /// Its population, in thousands.
    pub population: Exact,
}

/// Units by size.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sizes {
    /// The year of the populations.
    pub year: u16,
    /// That of the unit asked about, in thousands.
    pub own: Exact,
    /// The nearest by the ratio of populations.
    pub nearest: Vec<SizePeer>,
}

/// Units like another one.
#[derive(Clone, PartialEq, Debug)]
pub struct Peers {
    /// Row of the unit asked about.
    pub position: usize,
    /// What profiles are compared on.
    pub axes: Vec<Axis>,
    /// The nearest profiles.
    pub profile: Vec<Peer>,
    /// The nearest by population; `None` where it is not on file.
    pub size: Option<Sizes>,
    /// Paths to the target, those first that began nearest.
    pub paths: Vec<Path>,
    /// How many of them there are in all.
    pub came: usize,
}

impl Calculator {
    /// Units like another one, and how others came from where it stands to a target.
    pub fn peers(&self, question: &PeersQuestion) -> Result<Peers, CalculatorError> {
        let edition = self.edition(&question.edition)?;
        let row = position(edition, &question.unit)?;
        let (axes, weights) = self.axes(edition)?;
        let profiles = self.profiles(edition, &axes)?;
        let own = profiles.get(row).map(Vec::as_slice).unwrap_or_default();
        let others = profiles
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != row);
        let apart = others.map(|(other, theirs)| (other, distance_squared(&weights, own, theirs)));
        let profile = nearest(apart.collect(), question.count).into_iter();
        let (came, paths) = match question.target {
            None => (0, Vec::new()),
            Some(target) => self.paths(edition, row, target, question)?,
        };
        Ok(Peers {
            position: row,
            axes,
            profile: profile
                .map(|(position, squared)| Peer {
                    position,
                    distance: f64::sqrt(squared.to_f64()),
                })
                .collect(),
            size: self.sizes(edition, row, question.count),
            paths,
            came,
        })
    }

    /// The axes on which all units can be compared, with their max points.
    fn axes(&self, edition: &Arc<Edition>) -> Result<(Vec<Axis>, Vec<Exact>), CalculatorError> {
        self.baseline(edition)?;
        let framework = edition.framework();
        let maxima = Maxima::of(framework);
        let (mut axes, mut weights) = (Vec::new(), Vec::new());
        let mut others = Exact::ZERO;
        for node in framework.mains() {
            let id = &framework.indicator(node).id;
            let mut units = edition.units().iter();
            let max_points = maxima.of_node(node);
            if units.all(|unit| self.own_score(edition, &unit.id, id).is_some()) {
                axes.push(Axis::Indicator(node));
                weights.push(max_points);
            } else {
                others = others + max_points;
            }
        }
        // Where a total is no sum it says nothing of the others' sum.
        if others > Exact::ZERO && !framework.is_composite() {
            axes.push(Axis::Others);
            weights.push(others);
        }
        Ok((axes, weights))
    }

    /// Every unit's scores on the axes.
    fn profiles(
        &self,
        edition: &Arc<Edition>,
        axes: &[Axis],
    ) -> Result<Vec<Vec<Exact>>, CalculatorError> {
        let baseline = self.baseline(edition)?;
        let maxima = Maxima::of(edition.framework());
        let units = baseline.cards.iter().zip(&baseline.totals);
        let profile = units.map(|(card, total)| {
            let (mut left, mut points) = (maxima.total(), *total * maxima.total());
            let score = |axis: &Axis| match axis {
                Axis::Indicator(node) => {
                    left = left - maxima.of_node(*node);
                    points = points - card.score(*node) * maxima.of_node(*node);
                    card.score(*node)
                }
                Axis::Others => points.div_or(left, Exact::ZERO),
            };
            axes.iter().map(score).collect()
        });
        Ok(profile.collect())
    }

    /// The nearest by population: of the edition's year, else of the nearest year on file.
    fn sizes(&self, edition: &Edition, row: usize, count: usize) -> Option<Sizes> {
        let years = self
            .populations(edition, row)
            .into_iter()
            .map(|(year, _)| year);
        let year = years.min_by_key(|year| year.abs_diff(edition.header().year))?;
        let of_year = |row: usize| {
            let all = self.populations(edition, row);
            all.into_iter()
                .find(|(own, _)| *own == year)
                .map(|(_, population)| population)
        };
        let own = of_year(row)?;
        let others = (0..edition.units().len()).filter(|other| *other != row);
        let ratios = others.filter_map(|other| Some((other, size_ratio(own, of_year(other)?)?)));
        let near = nearest(ratios.collect(), count).into_iter();
        Some(Sizes {
            year,
            own,
            nearest: near
                .filter_map(|(position, _)| {
                    let population = of_year(position)?;
                    Some(SizePeer {
                        position,
                        population,
                    })
                })
                .collect(),
        })
    }

    /// A unit's populations by year; those of a merged one are the sums of the former ones'.
    fn populations(&self, edition: &Edition, row: usize) -> Vec<(u16, Exact)> {
        let Ok(former) = self.former_units(edition.id()) else {
            return Vec::new();
        };
        let own = edition.units().get(row).map(|unit| unit.population.clone());
        let mut parts = former.iter().filter(|former| former.now == row);
        let Some(first) = parts.next() else {
            return own.unwrap_or_default();
        };
        let mut sums = first.unit.population.clone();
        for part in parts {
            let of = |year| part.unit.population.iter().find(|(own, _)| *own == year);
            sums.retain_mut(|(year, sum)| {
                let more = of(*year).map(|(_, population)| *population);
                *sum = *sum + more.unwrap_or(Exact::ZERO);
                more.is_some()
            });
        }
        sums
    }
}
