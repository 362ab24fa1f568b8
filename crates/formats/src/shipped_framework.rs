//! A framework as it ships. The build or this program wrote it, so nothing in it is a reader's mistake:
//! what does not fit is damage, and is said in one sentence.

use super::FileError;
use super::catalogue_document::ListedFramework;
use super::framework_document::{FrameworkDocument, IndicatorDocument, ScaleDocument};
use super::means_file::treatment;
use super::rule_names::RuleNames;
use super::rule_text::parse_rule;
use super::typed::Line;
use dti_engine::model::{
    Beyond, Direction, Exact, Form, Framework, FrameworkHeader, HAS_OWN_INDICES, Imputation,
    Indicator, IndicatorDraft, Level, MaxPoints, Mean, Missing, Normalisation, Pillar, Rule, Scale,
    Text, Ties,
};

/// The framework of such a document.
pub(super) fn listed_framework(
    name: &str,
    listed: ListedFramework,
) -> Result<Framework, FileError> {
    let ListedFramework {
        mut document,
        parents,
    } = listed;
    let indicators = std::mem::take(&mut document.indicators).into_iter();
    let drafts = indicators.zip(parents).map(|(own, parent)| IndicatorDraft {
        parent,
        indicator: indicator(own),
    });
    let drafts = drafts.collect();
    let pillars = document.pillars.take().unwrap_or_default().into_iter();
    let pillars = pillars.map(|own| {
        let pillar = Pillar {
            id: own.id.0,
            name: own.name.into(),
            members: Vec::new(),
            weight: own.weight.map(Exact::from),
        };
        (
            pillar,
            own.members.into_iter().map(|member| member.0).collect(),
        )
    });
    let pillars = pillars.collect();
    Framework::try_new(header(document), drafts, pillars)
        .map_err(|_fault| FileError::new(name, "indicators", "they do not fit together"))
}

fn header(document: FrameworkDocument) -> FrameworkHeader {
    let decision = document.decision.map(|own| (own.number.0, own.date.0));
    FrameworkHeader {
        mean: named(document.mean, Mean::named).unwrap_or_default(),
        missing: named(document.missing, Missing::named),
        ties: named(document.ties, Ties::named).unwrap_or_default(),
        maxima_derived: document.origin.is_some_and(|origin| *origin == *"derived"),
        id: document.id.0,
        title: document.title.into(),
        decision,
        source: document.source.map(Text::from).unwrap_or_default(),
        rules_of: document
            .rules_of
            .and_then(|year| u16::try_from(year.0).ok()),
        decimals: document.decimals.map(|decimals| decimals.0),
    }
}

fn named<T>(word: Option<Line>, named: fn(&str) -> Option<T>) -> Option<T> {
    word.and_then(|word| named(&word))
}

fn indicator(document: IndicatorDocument) -> Indicator {
    let max_points = document.max_points.map(|points| points.0);
    Indicator {
        level: named(document.level, Level::named).unwrap_or_default(),
        mean: named(document.mean, Mean::named).unwrap_or_default(),
        scale: document.scale.and_then(scale).unwrap_or_default(),
        rule: rule(
            document.rule,
            RuleNames {
                measure: document.measure,
                inputs: document.inputs,
                choices: document.choices,
            },
        ),
        id: document.id.0,
        number: document.number.map(|number| number.0),
        name: document.name.into(),
        max_points: max_points
            .and_then(MaxPoints::of_hundredths)
            .unwrap_or_default(),
        scored: document.scored.unwrap_or(true),
        component_count: document.component_count.map(|count| count.0),
        ..Indicator::default()
    }
}

/// The embed counts with official editions only, of which no figure goes through a rule.
fn rule(text: Option<Line>, names: RuleNames) -> Rule {
    let text = text.filter(|_| HAS_OWN_INDICES);
    let rule = text.and_then(|text| parse_rule(&text)).unwrap_or_default();
    names.given_to(rule).unwrap_or_default()
}

fn scale(document: ScaleDocument) -> Option<Scale> {
    if !HAS_OWN_INDICES {
        return None;
    }
    let normalisation = match &*document.normalisation {
        "goalposts" => Normalisation::Goalposts {
            low: document.low?.into(),
            high: document.high?.into(),
            form: match document.form.as_deref() {
                Some("logarithm") => Form::Logarithm,
                _ => Form::Linear,
            },
        },
        "min_max" => Normalisation::MinMax,
        "rank" => Normalisation::Rank,
        "z_score" => Normalisation::ZScore,
        _ => Normalisation::None,
    };
    let treatment = document.treatment.map(|own| {
        let beyond = own.beyond.as_deref().and_then(Beyond::named);
        treatment(&own, beyond.unwrap_or_default())
    });
    Some(Scale {
        normalisation,
        imputation: document.imputation.as_deref().and_then(Imputation::named),
        treatment,
        direction: match document.direction.as_deref() {
            Some("lower_is_better") => Direction::LowerIsBetter,
            _ => Direction::HigherIsBetter,
        },
    })
}
