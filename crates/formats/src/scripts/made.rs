//! From a scenario to a computation that can be written down.

use super::{Script, ScriptGroup, ScriptIndicator, ScriptUnit};
use crate::link::Language;
use dti_engine::calculator::{Calculator, CalculatorError, UnitDerivation};
use dti_engine::model::{
    Edition, Exact, Kind, Maxima, Mean, Node, Origin, Provenance, Scenario, Standings, Text,
};

/// From here on a mean of the main indicators is not what the framework computes.
const TOLERANCE: f64 = 1e-9;

/// What a script says, in the language of the page.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ScriptWords {
    /// Lines above all: what is computed, whose figures these are, what is supposed.
    pub about: Vec<String>,
    /// Above the indicators.
    pub indicators: String,
    /// Above the units and their scores.
    pub units: String,
    /// Above the total.
    pub total: String,
    /// Above the rank.
    pub rank: String,
    /// Above the comparison with the page, and before how many units agree.
    pub check: String,
}

/// The word for where a score comes from, or nothing where it is as published: by provenance, origin, and
/// whether the reader knows the figure.
type OriginWord<'a> = &'a dyn Fn(Provenance, Origin, bool) -> Option<String>;

impl Script {
    /// Of a scenario, in a language. Fails as a simulation does; `None` where the total is no mean of the main
    /// indicators' scores.
    pub fn of(
        calculator: &Calculator,
        scenario: &Scenario,
        (words, language): (ScriptWords, Language),
        origin: OriginWord<'_>,
    ) -> Result<Option<Self>, CalculatorError> {
        let derivation = calculator.derivation(scenario)?;
        let ground = Ground {
            edition: calculator.edition(&scenario.edition)?,
            standings: calculator.simulate(scenario)?,
            maxima: &derivation.maxima,
            scenario,
            language,
            origin,
        };
        Ok(ground.script(&derivation.units, words))
    }
}

/// What a script is made of.
struct Ground<'a> {
    edition: &'a Edition,
    standings: Standings,
    maxima: &'a Maxima,
    scenario: &'a Scenario,
    language: Language,
    origin: OriginWord<'a>,
}

impl Ground<'_> {
    fn script(&self, units: &[UnitDerivation], words: ScriptWords) -> Option<Script> {
        let framework = self.edition.framework();
        let counts = |node: &Node| {
            framework.indicator(*node).scored && self.maxima.of_node(*node) > Exact::ZERO
        };
        let nodes: Vec<Node> = framework.mains().filter(counts).collect();
        let units = units.iter().enumerate();
        let units = units.map(|(row, unit)| self.unit(row, unit, &nodes));
        let (indicators, groups) = self.indicators(&nodes);
        let header = framework.header();
        Some(Script {
            units: units.collect::<Option<Vec<_>>>()?,
            mean: header.mean,
            decimals: header.decimals,
            ties: header.ties,
            words,
            indicators,
            groups,
        })
    }

    /// The indicators, and the groups that they are in.
    fn indicators(&self, nodes: &[Node]) -> (Vec<ScriptIndicator>, Vec<ScriptGroup>) {
        let framework = self.edition.framework();
        let mut parents: Vec<Node> = Vec::new();
        let mut groups: Vec<ScriptGroup> = Vec::new();
        let mut indicators = Vec::new();
        for &node in nodes {
            let own = framework.indicator(node);
            let parent = own.parent.unwrap_or(Node::ROOT);
            let max_points = self.maxima.of_node(node);
            let place = parents.iter().position(|other| *other == parent);
            let place = place.unwrap_or(parents.len());
            match groups.get_mut(place) {
                Some(group) => group.max_points = group.max_points + max_points,
                None => {
                    parents.push(parent);
                    groups.push(self.group(parent, max_points));
                }
            }
            indicators.push(ScriptIndicator {
                id: own.id.clone(),
                name: self.pick(&own.name).to_owned(),
                max_points,
                group: place,
            });
        }
        (indicators, groups)
    }

    /// A group with the points of its first indicator; without groups the whole is one.
    fn group(&self, parent: Node, max_points: Exact) -> ScriptGroup {
        let framework = self.edition.framework();
        let (id, name) = match parent {
            Node::ROOT => ("all", &framework.header().title),
            parent => {
                let own = framework.indicator(parent);
                (own.id.as_str(), &own.name)
            }
        };
        ScriptGroup {
            id: id.to_owned(),
            name: self.pick(name).to_owned(),
            max_points,
        }
    }

    fn unit(&self, row: usize, own: &UnitDerivation, nodes: &[Node]) -> Option<ScriptUnit> {
        let unit = self.edition.units().get(row)?;
        let standing = self.standings.of(row)?;
        let weighed = nodes.iter();
        let weighed = weighed.map(|&node| (own.card.score(node), self.maxima.of_node(node)));
        let weighed: Vec<(Exact, Exact)> = weighed.collect();
        Some(ScriptUnit {
            id: unit.id.clone(),
            name: self.pick(&unit.name).to_owned(),
            scores: weighed.iter().map(|(score, _)| *score).collect(),
            origins: self.origins(&unit.id, own, nodes),
            residual: residual(self.edition.framework().header().mean, &weighed, own)?,
            moved: own.rival_change.unwrap_or(Exact::ZERO),
            total: match self.edition.framework().header().decimals {
                Some(decimals) => standing.unrounded.rounded(decimals),
                None => standing.unrounded,
            },
            rank: standing.rank,
        })
    }

    /// "awareness: ước tính; society: giả định"
    fn origins(&self, unit: &str, own: &UnitDerivation, nodes: &[Node]) -> String {
        let framework = self.edition.framework();
        let told = nodes.iter().filter_map(|&node| {
            let id = framework.indicator(node).id.as_str();
            let is_known = |kind| self.scenario.find(unit, id, kind).is_some();
            let is_known = is_known(Kind::Known) && !is_known(Kind::WhatIf);
            let origin = own.card.origin(node)?;
            let word = (self.origin)(self.edition.provenance(), origin, is_known)?;
            Some(format!("{id}: {word}"))
        });
        told.collect::<Vec<_>>().join("; ")
    }

    fn pick<'t>(&self, text: &'t Text) -> &'t str {
        match self.language {
            Language::Vi => &text.vi,
            Language::En => &text.en,
        }
    }
}

/// What a total has more than the mean of the scores; `None` where it is another mean.
fn residual(mean: Mean, weighed: &[(Exact, Exact)], own: &UnitDerivation) -> Option<Exact> {
    let weight: Exact = weighed.iter().map(|(_, weight)| *weight).sum();
    let root = own.card.score(Node::ROOT);
    let share = |weight: &Exact, all: f64| weight.to_f64() / all;
    let all = weight.to_f64();
    let found = match mean {
        Mean::Arithmetic => {
            let points: Exact = weighed.iter().map(|(score, weight)| *score * *weight).sum();
            let score = points.div_or(weight, Exact::ZERO);
            let is_it = (score - root).abs().to_f64() < TOLERANCE;
            return is_it.then(|| own.own_total - score);
        }
        Mean::Geometric => {
            let parts = weighed.iter();
            let parts = parts.map(|(score, weight)| score.to_f64().powf(share(weight, all)));
            parts.product::<f64>()
        }
        Mean::Harmonic => {
            let parts = weighed.iter();
            1.0 / parts
                .map(|(score, weight)| share(weight, all) / score.to_f64())
                .sum::<f64>()
        }
    };
    // Such indices are of the reader's own: nothing was published that a sum could miss.
    ((found - root.to_f64()).abs() < TOLERANCE).then_some(Exact::ZERO)
}
