//! Shapes of the answers, as `docs/api.md` promises them.

use super::objects::{Optional, Ordered, Word, plain_object};
use crate::calculator::{Calculator, CalculatorError};
use crate::model::{
    Entry, Framework, Kind, Level, Maxima, Note, Override, Scenario, Standing, Standings, Text,
    Unit,
};

plain_object! {
    struct Name {
        vi: String => "vi",
        en: String => "en",
    }
}

impl From<&Text> for Name {
    fn from(text: &Text) -> Self {
        Self {
            vi: text.vi.clone(),
            en: text.en.clone(),
        }
    }
}

plain_object! {
    pub(super) struct EditionDto {
        id: String => "id",
        year: u16 => "year",
        framework: String => "framework",
        units: usize => "units",
        simulatable: bool => "simulatable",
        title: Name => "title",
    }
}

pub(super) fn editions(calculator: &Calculator) -> Vec<EditionDto> {
    let edition = |edition: &std::sync::Arc<crate::model::Edition>| EditionDto {
        id: edition.id().to_owned(),
        year: edition.header().year,
        framework: edition.framework().id().to_owned(),
        units: edition.units().len(),
        simulatable: edition.header().simulatable,
        title: Name::from(&edition.header().title),
    };
    calculator.editions().iter().map(edition).collect()
}

plain_object! {
    struct IndicatorDto {
        id: String => "id",
        parent: Option<String> => "parent",
        max_points: f64 => "maxPoints",
        scored: bool => "scored",
        name: Name => "name",
    }
}

plain_object! {
    struct PillarDto {
        id: String => "id",
        name: Name => "name",
        members: Vec<String> => "members",
    }
}

plain_object! {
    pub(super) struct FrameworkDto {
        id: String => "id",
        total: u32 => "total",
        estimate_error: Option<f64> => "estimateError",
        indicators: Vec<IndicatorDto> => "indicators",
        pillars: Vec<PillarDto> => "pillars",
    }
}

pub(super) fn framework(
    calculator: &Calculator,
    edition: &crate::model::Edition,
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

plain_object! {
    pub(super) struct UnitDto {
        id: String => "id",
        name: Name => "name",
        gso_code: String => "gsoCode",
        region: Option<Name> => "region",
    }
}

pub(super) fn units(edition: &crate::model::Edition) -> Vec<UnitDto> {
    let unit = |unit: &Unit| UnitDto {
        id: unit.id.clone(),
        name: Name::from(&unit.name),
        gso_code: unit.gso_code.clone(),
        region: unit.region.as_ref().map(Name::from),
    };
    edition.units().iter().map(unit).collect()
}

plain_object! {
    struct PillarResult {
        score: f64 => "score",
        rank: u32 => "rank",
    }
}

plain_object! {
    struct IndicatorResult {
        score: f64 => "score",
        points: f64 => "points",
        max_points: f64 => "maxPoints",
        origin: Word => "origin",
    }
}

plain_object! {
    struct UnitResult<'a> {
        unit: &'a str => "unit",
        score: f64 => "score",
        rank: u32 => "rank",
        baseline_score: f64 => "baselineScore",
        baseline_rank: u32 => "baselineRank",
        pillars: Ordered<&'a str, PillarResult> => "pillars",
        indicators: Ordered<&'a str, IndicatorResult> => "indicators",
    }
}

plain_object! {
    pub(super) struct StandingsDto<'a> {
        edition: &'a str => "edition",
        estimated: bool => "estimated",
        notes: Vec<&'static str> => "notes",
        units: Vec<UnitResult<'a>> => "units",
    }
}

pub(super) fn standings<'a>(
    framework: &'a Framework,
    units: &'a [Unit],
    maxima: &Maxima,
    standings: &'a Standings,
) -> StandingsDto<'a> {
    let unit = |standing: &Standing| UnitResult {
        unit: units
            .get(standing.position)
            .map_or("", |unit| unit.id.as_str()),
        score: standing.score.to_f64(),
        rank: standing.rank,
        baseline_score: standing.baseline_score.to_f64(),
        baseline_rank: standing.baseline_rank,
        pillars: pillars(framework, standing),
        indicators: indicators(framework, maxima, standing),
    };
    StandingsDto {
        edition: &standings.edition,
        estimated: standings.estimated,
        notes: standings.notes.iter().map(|note| sentence(*note)).collect(),
        units: standings.standings.iter().map(unit).collect(),
    }
}

fn pillars<'a>(framework: &'a Framework, standing: &Standing) -> Ordered<&'a str, PillarResult> {
    let pillars = framework.pillars().iter().zip(&standing.pillars);
    let result = pillars.map(|(pillar, own)| {
        (
            pillar.id.as_str(),
            PillarResult {
                score: own.score.to_f64(),
                rank: own.rank,
            },
        )
    });
    Ordered(result.collect())
}

fn indicators<'a>(
    framework: &'a Framework,
    maxima: &Maxima,
    standing: &Standing,
) -> Ordered<&'a str, IndicatorResult> {
    let result = framework.mains().filter_map(|node| {
        let value = standing.card.value(node)?;
        let max_points = maxima.of_node(node);
        let result = IndicatorResult {
            score: value.score.to_f64(),
            points: (value.score * max_points).to_f64(),
            max_points: max_points.to_f64(),
            origin: Word(value.origin.as_str()),
        };
        Some((framework.indicator(node).id.as_str(), result))
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
        Note::UnofficialWeights => {
            "Weighing by population is not the official rule, which counts former provinces alike."
        }
    }
}

plain_object! {
    /// An override in the form in which scenarios take it.
    pub(super) struct OverrideDto {
        unit: String => "unit",
        indicator: String => "indicator",
        score: Optional<f64> => "score",
        points: Optional<f64> => "points",
        kind: Word => "kind",
    }
}

impl OverrideDto {
    /// All of a scenario, in its order.
    pub(super) fn all_of(scenario: &Scenario) -> Vec<Self> {
        scenario.overrides.iter().map(Self::from).collect()
    }
}

impl From<&Override> for OverrideDto {
    fn from(item: &Override) -> Self {
        let (score, points) = match item.entry {
            Entry::Score(score) | Entry::Share(score) => (Some(score.value().to_f64()), None),
            Entry::Points(points) => (None, Some(points.value().to_f64())),
        };
        let kind = match item.kind {
            Kind::Known => Kind::Known,
            Kind::WhatIf | Kind::Assessed => Kind::WhatIf,
        };
        Self {
            unit: item.unit.clone(),
            indicator: item.indicator.clone(),
            score: Optional(score),
            points: Optional(points),
            kind: Word(kind.as_str()),
        }
    }
}
