//! Reading a framework: the JSON file of a decision becomes a checked tree, with no Rust per decision.

use super::FileError;
use super::framework_document::{FrameworkDocument, IndicatorDocument, PillarDocument};
use super::json::{Place, read_json};
use super::means_file::{read_scale, word};
use super::rule_names::RuleNames;
use super::rule_text::parse_rule;
use super::typed::{Both, Hundredths, Line, Whole};
use dti_engine::model::{
    Exact, Framework, FrameworkHeader, HAS_OWN_INDICES, Indicator, IndicatorDraft,
    LARGEST_MAX_POINTS, Level, MaxPoints, Mean, Missing, Pillar, Rule, Scale, Text, Ties,
};

/// Deepest nesting of indicators that a file may have.
const DEEPEST: usize = 8;
/// Decimals of a pillar's weight.
const WEIGHT_DECIMALS: u32 = 4;

/// Reads a framework file. `file` is its name, for messages.
pub fn parse_framework(file: &str, text: &str) -> Result<Framework, FileError> {
    framework(&Place::of(file), read_json(file, text)?)
}

impl From<Both> for Text {
    fn from(Both { vi, en }: Both) -> Self {
        let en = en.unwrap_or_else(|| vi.clone());
        Self { vi: vi.0, en: en.0 }
    }
}

/// The framework of a document that stands at a place.
pub(super) fn framework(
    place: &Place<'_>,
    document: FrameworkDocument,
) -> Result<Framework, FileError> {
    let mut drafts = Vec::new();
    let above = Above {
        parent: None,
        level: Level::Root,
        root: mean(place, document.mean.as_deref())?,
        depth: 1,
    };
    read_indicators(
        &place.at("indicators"),
        document.indicators,
        &above,
        &mut drafts,
    )?;
    let whole = FrameworkDocument {
        indicators: Vec::new(),
        ..document
    };
    of_drafts(place, whole, drafts)
}

/// A framework of its indicators and all else that a document says.
fn of_drafts(
    place: &Place<'_>,
    document: FrameworkDocument,
    drafts: Vec<IndicatorDraft>,
) -> Result<Framework, FileError> {
    let text = |line: Line| line.0;
    let origin = |text: &str| match text {
        "published" => Some(false),
        "derived" => Some(true),
        _ => None,
    };
    let origins = "published or derived";
    let derived = word(place, "origin", document.origin.as_deref(), origin, origins)?;
    let given = document.missing.as_deref();
    let missing = word(place, "missing", given, Missing::named, "zero or rescale")?;
    let given = document.ties.as_deref();
    let ties = word(place, "ties", given, Ties::named, "competition or dense")?;
    let header = FrameworkHeader {
        mean: mean(place, document.mean.as_deref())?,
        id: document.id.0,
        title: document.title.into(),
        decision: document
            .decision
            .map(|decision| (text(decision.number), text(decision.date))),
        source: document.source.map(Text::from).unwrap_or_default(),
        rules_of: document
            .rules_of
            .and_then(|Whole(year)| u16::try_from(year).ok()),
        maxima_derived: derived.unwrap_or_default(),
        decimals: document.decimals.map(|Whole(decimals)| decimals),
        missing,
        ties: ties.unwrap_or_default(),
    };
    let pillars = document.pillars.unwrap_or_default();
    let pillars = read_pillars(&place.at("pillars"), pillars, header.mean)?;
    Framework::try_new(header, drafts, pillars).map_err(|fault| place.fault(fault.to_string()))
}

fn mean(place: &Place<'_>, given: Option<&str>) -> Result<Mean, FileError> {
    let allowed = "arithmetic, geometric or harmonic";
    word(place, "mean", given, Mean::named, allowed).map(Option::unwrap_or_default)
}

fn level(place: &Place<'_>, given: Option<&str>) -> Result<Option<Level>, FileError> {
    let allowed = "group, main, component or criterion";
    word(place, "level", given, Level::named, allowed)
}

/// What indicators stand below.
struct Above {
    parent: Option<String>,
    level: Level,
    /// The mean of the main indicators.
    root: Mean,
    depth: usize,
}

fn read_indicators(
    place: &Place<'_>,
    documents: Vec<IndicatorDocument>,
    above: &Above,
    drafts: &mut Vec<IndicatorDraft>,
) -> Result<(), FileError> {
    for (row, document) in documents.into_iter().enumerate() {
        read_indicator(&place.row(row), document, above, drafts)?;
    }
    Ok(())
}

fn read_indicator(
    place: &Place<'_>,
    mut document: IndicatorDocument,
    above: &Above,
    drafts: &mut Vec<IndicatorDraft>,
) -> Result<(), FileError> {
    if above.depth > DEEPEST {
        let problem = format!("indicators may be nested {DEEPEST} deep at most");
        return Err(place.fault(problem));
    }
    let children = document.children.take().unwrap_or_default();
    let level = level(place, document.level.as_deref())?.unwrap_or_else(|| below(above.level));
    check_rules(place, &document, (level, above.root), children.is_empty())?;
    let max_points = max_points(place, document.max_points, level, children.is_empty())?;
    let below = Above {
        parent: Some(document.id.0.clone()),
        level,
        depth: above.depth + 1,
        ..*above
    };
    drafts.push(IndicatorDraft {
        parent: above.parent.clone(),
        indicator: indicator(place, document, level, max_points)?,
    });
    read_indicators(&place.at("children"), children, &below, drafts)
}

fn indicator(
    place: &Place<'_>,
    mut document: IndicatorDocument,
    level: Level,
    max_points: MaxPoints,
) -> Result<Indicator, FileError> {
    Ok(Indicator {
        rule: rule(place, &mut document)?,
        mean: mean(place, document.mean.as_deref())?,
        scale: match document.scale {
            Some(scale) if HAS_OWN_INDICES => read_scale(&place.at("scale"), &scale)?,
            _ => Scale::default(),
        },
        id: document.id.0,
        number: document.number.map(|number| number.0),
        name: document.name.into(),
        level,
        max_points,
        scored: document.scored.unwrap_or(true),
        component_count: document.component_count.map(|Whole(count)| count),
        ..Indicator::default()
    })
}

/// Whole points of a main indicator, hundredths of what stands below one.
fn max_points(
    place: &Place<'_>,
    given: Option<Hundredths>,
    level: Level,
    is_leaf: bool,
) -> Result<MaxPoints, FileError> {
    let Some(Hundredths(hundredths)) = given else {
        return match is_leaf {
            true => Err(place.fault("the field `maxPoints` is missing")),
            false => Ok(MaxPoints::default()),
        };
    };
    if level <= Level::Main && hundredths % 100 != 0 {
        return Err(place.at("maxPoints").fault(not_whole(hundredths)));
    }
    Ok(MaxPoints::of_hundredths(hundredths).unwrap_or_default())
}

/// What is wrong with max points that must be whole.
pub(super) fn not_whole(hundredths: u32) -> String {
    let given = f64::from(hundredths) / 100.0;
    format!("{given} is not a whole number from 0 to {LARGEST_MAX_POINTS}")
}

fn rule(place: &Place<'_>, document: &mut IndicatorDocument) -> Result<Rule, FileError> {
    if !HAS_OWN_INDICES {
        return Ok(Rule::default());
    }
    let rule = match document.rule.as_deref() {
        None => Rule::default(),
        Some(given) => parse_rule(given).ok_or_else(|| place.at("rule").fault(no_rule(given)))?,
    };
    let names = RuleNames {
        measure: document.measure.take(),
        inputs: document.inputs.take(),
        choices: document.choices.take(),
    };
    names
        .given_to(rule)
        .map_err(|(field, problem)| place.at(field).fault(problem))
}

/// What is wrong with a text that names no rule.
pub(super) fn no_rule(given: &str) -> String {
    format!(
        "`{given}` is not a scoring rule; use for example points, yes_no, ratio, \
         `levels 0 0.5 1` or `steps 1:0.25 4:1`"
    )
}

/// The level of what names none: main indicators, then components, then criteria.
fn below(level: Level) -> Level {
    match level {
        Level::Root | Level::Group => Level::Main,
        Level::Main => Level::Component,
        Level::Component | Level::Criterion => Level::Criterion,
    }
}

/// Where a mean or a scale may stand.
fn check_rules(
    place: &Place<'_>,
    document: &IndicatorDocument,
    (level, root): (Level, Mean),
    is_leaf: bool,
) -> Result<(), FileError> {
    if level == Level::Group && root != Mean::Arithmetic {
        let problem = "a group is a sum, so it can stand below an arithmetic mean only";
        return Err(place.fault(problem));
    }
    if document.mean.is_some() && (is_leaf || level == Level::Group) {
        let problem = "only what has components or criteria below it has a mean";
        return Err(place.at("mean").fault(problem));
    }
    if document.scale.is_some() && !is_leaf {
        let problem = "only what has no indicators below it has raw values and a scale";
        return Err(place.at("scale").fault(problem));
    }
    Ok(())
}

/// Pillars are parts of a sum.
fn read_pillars(
    place: &Place<'_>,
    pillars: Vec<PillarDocument>,
    root: Mean,
) -> Result<Vec<(Pillar, Vec<String>)>, FileError> {
    if root != Mean::Arithmetic && !pillars.is_empty() {
        return Err(place.fault("pillars need an arithmetic mean of the main indicators"));
    }
    let rows = pillars.into_iter().enumerate();
    rows.map(|(row, pillar)| read_pillar(&place.row(row), pillar))
        .collect()
}

fn read_pillar(
    place: &Place<'_>,
    document: PillarDocument,
) -> Result<(Pillar, Vec<String>), FileError> {
    let weight = document.weight.map(Exact::from);
    let is_weight = |weight: &Exact| {
        let rounded = Exact::decimal(weight.round_half_up(WEIGHT_DECIMALS), WEIGHT_DECIMALS);
        (Exact::ZERO..=Exact::ONE).contains(weight) && rounded == *weight
    };
    if !weight.iter().all(is_weight) {
        let problem = "a weight is 0 to 1 with 4 decimals at most";
        return Err(place.at("weight").fault(problem));
    }
    let pillar = Pillar {
        id: document.id.0,
        name: document.name.into(),
        members: Vec::new(),
        weight,
    };
    let members = document.members.into_iter();
    Ok((pillar, members.map(|member| member.0).collect()))
}

#[cfg(test)]
mod tests {
    use super::parse_framework;
    use crate::rule_text;

    fn file(indicator: &str) -> String {
        format!(
            r#"{{"id":"t","title":{{"vi":"T"}},"origin":"published","source":{{"vi":"S"}},
                "indicators":[{indicator}],"pillars":[]}}"#
        )
    }

    #[track_caller]
    fn expect_fault(indicator: &str, sentence: &str) {
        let fault = parse_framework("t.json", &file(indicator))
            .unwrap_err()
            .to_string();
        assert_eq!(fault, sentence);
    }

    #[test]
    fn faults_name_the_file_and_the_path() {
        let name = r#""name":{"vi":"A"}"#;
        expect_fault(
            &format!(r#"{{"id":"a","level":"main",{name},"maxPoints":-1}}"#),
            "t.json, indicators.0.maxPoints: -1 is not a number from 0 to 10000 with at most 2 \
             decimals",
        );
        expect_fault(
            &format!(r#"{{"id":"a","level":"top",{name},"maxPoints":1}}"#),
            "t.json, indicators.0.level: `top` is not known here; use group, main, component \
             or criterion",
        );
        expect_fault(
            &format!(r#"{{"id":"a","level":"main",{name},"maxPoint":1}}"#),
            "t.json, indicators.0: the field `maxPoint` is not known here; known fields are id, \
             level, number, name, maxPoints, scored, componentCount, rule, measure, inputs, \
             choices, children, mean, scale",
        );
    }

    #[test]
    fn components_have_rules_and_hundredths() {
        let child = |id: &str, rest: &str| {
            format!(r#"{{"id":"{id}","level":"component","name":{{"vi":"B"}},{rest}}}"#)
        };
        let main = |children: &str| {
            format!(r#"{{"id":"a","level":"main","name":{{"vi":"A"}},"children":[{children}]}}"#)
        };
        let good = [
            child("a.1", r#""maxPoints":4.25,"rule":"levels 0 0.5 1""#),
            child("a.2", r#""maxPoints":0.75"#),
        ];
        let framework = parse_framework("t.json", &file(&main(&good.join(",")))).unwrap();
        let indicator = |id: &str| framework.indicator(framework.node(id).unwrap());
        assert_eq!(indicator("a").max_points.hundredths(), 500);
        assert_eq!(rule_text(&indicator("a.1").rule), "levels 0 0.5 1");
        assert_eq!(rule_text(&indicator("a.2").rule), "points");
        expect_fault(
            &main(&child("a.1", r#""maxPoints":1.255"#)),
            "t.json, indicators.0.children.0.maxPoints: 1.255 is not a number from 0 to 10000 with \
             at most 2 decimals",
        );
        expect_fault(
            &main(&child("a.1", r#""maxPoints":1,"rule":"guess""#)),
            "t.json, indicators.0.children.0.rule: `guess` is not a scoring rule; use for example \
             points, yes_no, ratio, `levels 0 0.5 1` or `steps 1:0.25 4:1`",
        );
    }

    #[test]
    fn a_sum_that_does_not_add_up_is_a_fault() {
        let child = r#"{"id":"b","level":"component","name":{"vi":"B"},"maxPoints":5}"#;
        expect_fault(
            &format!(
                r#"{{"id":"a","level":"main","name":{{"vi":"A"}},"maxPoints":9,"children":[{child}]}}"#
            ),
            "t.json, top level: children of `a` add up to 5 points, but its max points are 9",
        );
    }
}
