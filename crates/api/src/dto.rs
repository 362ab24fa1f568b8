//! Shapes of the answers, as `docs/api.md` promises them.

use super::value::{self, RuleDto, ValueDto};
use dti_engine::calculator::{Calculator, CalculatorError};
use dti_engine::model::{
    Entry, Framework, Kind, Level, Maxima, Note, Override, Scenario, Standing, Standings, Text,
    Unit,
};
use serde::ser::{Serialize, SerializeMap as _, Serializer};
use wasm_bindgen::intern;

/// An object whose keys keep the framework's order.
#[derive(Debug)]
pub(super) struct Ordered<T>(pub(super) Vec<(String, T)>);

impl<T: Serialize> Serialize for Ordered<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

#[derive(Debug, serde::Serialize)]
pub(super) struct Name {
    vi: String,
    en: String,
}

impl From<&Text> for Name {
    fn from(text: &Text) -> Self {
        Self {
            vi: text.vi.clone(),
            en: text.en.clone(),
        }
    }
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct EditionDto {
    id: String,
    year: u16,
    framework: String,
    units: usize,
    simulatable: bool,
    title: Name,
}

pub(super) fn editions(calculator: &Calculator) -> Vec<EditionDto> {
    let edition = |edition: &std::sync::Arc<dti_engine::model::Edition>| EditionDto {
        id: edition.id().to_owned(),
        year: edition.header().year,
        framework: edition.framework().id().to_owned(),
        units: edition.units().len(),
        simulatable: edition.header().simulatable,
        title: Name::from(&edition.header().title),
    };
    calculator.editions().iter().map(edition).collect()
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct IndicatorDto {
    id: String,
    parent: Option<String>,
    max_points: f64,
    scored: bool,
    name: Name,
    rule: Option<RuleDto>,
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct PillarDto {
    id: String,
    name: Name,
    members: Vec<String>,
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct FrameworkDto {
    id: String,
    total: u32,
    estimate_error: Option<f64>,
    indicators: Vec<IndicatorDto>,
    pillars: Vec<PillarDto>,
}

pub(super) fn framework(
    calculator: &Calculator,
    edition: &dti_engine::model::Edition,
) -> Result<FrameworkDto, CalculatorError> {
    let framework = edition.framework();
    let id = |node| framework.indicator(node).id.clone();
    let indicators = framework.nodes().map(|node| {
        let indicator = framework.indicator(node);
        let parent = indicator
            .parent
            .filter(|&p| framework.indicator(p).level != Level::Root);
        IndicatorDto {
            id: indicator.id.clone(),
            parent: parent.map(id),
            max_points: indicator.max_points.value().to_f64(),
            scored: indicator.scored,
            name: Name::from(&indicator.name),
            rule: value::rule(framework, indicator),
        }
    });
    let pillars = framework.pillars().iter().map(|pillar| PillarDto {
        id: pillar.id.clone(),
        name: Name::from(&pillar.name),
        members: pillar.members.iter().map(|&node| id(node)).collect(),
    });
    // Where pillars themselves are the data, their weights add up to a total of 1.
    let is_weighted = framework
        .pillars()
        .iter()
        .any(|pillar| pillar.weight.is_some());
    let total = if is_weighted {
        1
    } else {
        framework.total().whole()
    };
    // Published to hundredths: more would feign a precision that 10 complete units do not give.
    let error = calculator
        .estimate_error(edition.id())?
        .map(|error| (error * 100.0).round() / 100.0);
    Ok(FrameworkDto {
        id: framework.id().to_owned(),
        total,
        estimate_error: error,
        indicators: indicators.collect(),
        pillars: pillars.collect(),
    })
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct UnitDto {
    id: String,
    name: Name,
    gso_code: String,
    region: Option<Name>,
}

pub(super) fn units(edition: &dti_engine::model::Edition) -> Vec<UnitDto> {
    let unit = |unit: &Unit| UnitDto {
        id: unit.id.clone(),
        name: Name::from(&unit.name),
        gso_code: unit.gso_code.clone(),
        region: unit.region.as_ref().map(Name::from),
    };
    edition.units().iter().map(unit).collect()
}

#[derive(Debug, serde::Serialize)]
struct PillarResult {
    score: f64,
    rank: u32,
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct IndicatorResult {
    score: f64,
    points: f64,
    max_points: f64,
    #[serde(serialize_with = "word")]
    origin: &'static str,
}

/// A word of the program as the name of a variant: serde-wasm-bindgen makes such a text once only.
fn word<S: Serializer>(word: &&'static str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_unit_variant("Word", 0, word)
}

/// Has the ids of an edition's indicators and pillars made once: they are keys of each unit's answer.
pub(super) fn keep_keys(framework: &Framework) {
    for node in framework.nodes() {
        intern(&framework.indicator(node).id);
    }
    for pillar in framework.pillars() {
        intern(&pillar.id);
    }
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct UnitResult {
    unit: String,
    score: f64,
    rank: u32,
    baseline_score: f64,
    baseline_rank: u32,
    pillars: Ordered<PillarResult>,
    indicators: Ordered<IndicatorResult>,
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct StandingsDto {
    edition: String,
    estimated: bool,
    notes: Vec<&'static str>,
    units: Vec<UnitResult>,
}

pub(super) fn standings(
    framework: &Framework,
    units: &[Unit],
    maxima: &Maxima,
    standings: &Standings,
) -> StandingsDto {
    let unit = |standing: &Standing| UnitResult {
        unit: units
            .get(standing.position)
            .map(|unit| unit.id.clone())
            .unwrap_or_default(),
        score: standing.score.to_f64(),
        rank: standing.rank,
        baseline_score: standing.baseline_score.to_f64(),
        baseline_rank: standing.baseline_rank,
        pillars: pillars(framework, standing),
        indicators: indicators(framework, maxima, standing),
    };
    StandingsDto {
        edition: standings.edition.clone(),
        estimated: standings.estimated,
        notes: standings.notes.iter().map(|note| sentence(*note)).collect(),
        units: standings.standings.iter().map(unit).collect(),
    }
}

fn pillars(framework: &Framework, standing: &Standing) -> Ordered<PillarResult> {
    let pillars = framework.pillars().iter().zip(&standing.pillars);
    let result = pillars.map(|(pillar, own)| {
        (
            pillar.id.clone(),
            PillarResult {
                score: own.score.to_f64(),
                rank: own.rank,
            },
        )
    });
    Ordered(result.collect())
}

fn indicators(
    framework: &Framework,
    maxima: &Maxima,
    standing: &Standing,
) -> Ordered<IndicatorResult> {
    let result = framework.mains().filter_map(|node| {
        let value = standing.card.value(node)?;
        let max_points = maxima.of_node(node);
        let result = IndicatorResult {
            score: value.score.to_f64(),
            points: (value.score * max_points).to_f64(),
            max_points: max_points.to_f64(),
            origin: value.origin.as_str(),
        };
        Some((framework.indicator(node).id.clone(), result))
    });
    Ordered(result.collect())
}

fn sentence(note: Note) -> &'static str {
    match note {
        Note::RivalsMoveTotalsOnly => {
            "Rivals move in their totals only; their indicators and pillars are as published."
        }
        Note::TrendAcrossFrameworks => {
            "The trend compares two editions under different frameworks."
        }
        Note::DependsOnEstimates => "This result depends on an estimated figure that was changed.",
        Note::MaximaDerived => {
            "The max points of this framework were derived from the published scores."
        }
        Note::RulesOfAnotherYear => {
            "The rules of the components are those of another year's scoring sheet; those applied in \
             this edition were not seen."
        }
        Note::UnofficialWeights => {
            "Weighing by population is not the official rule, which counts former provinces alike."
        }
    }
}

/// An override in the form in which scenarios take it.
#[derive(Debug, serde::Serialize)]
pub(super) struct OverrideDto {
    unit: String,
    indicator: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<ValueDto>,
    kind: &'static str,
}

impl OverrideDto {
    /// All of a scenario, in its order.
    pub(super) fn all_of(scenario: &Scenario) -> Vec<Self> {
        scenario.overrides.iter().map(Self::from).collect()
    }
}

impl From<&Override> for OverrideDto {
    fn from(item: &Override) -> Self {
        let (score, points, value) = match &item.entry {
            Entry::Score(score) | Entry::Share(score) => (Some(score.value().to_f64()), None, None),
            Entry::Points(points) => (None, Some(points.value().to_f64()), None),
            Entry::Value(raw) => (None, None, Some(ValueDto(raw.clone()))),
        };
        let kind = match item.kind {
            Kind::Known => Kind::Known,
            Kind::WhatIf | Kind::Assessed => Kind::WhatIf,
        };
        Self {
            unit: item.unit.clone(),
            indicator: item.indicator.clone(),
            score,
            points,
            value,
            kind: kind.as_str(),
        }
    }
}
