//! Reading a framework: the JSON file of a decision becomes a checked tree, with no Rust per decision.

use super::FileError;
use super::json::{Field, Json};
use super::means_file::{read_mean, read_missing, read_scale, read_ties};
use super::rule_text::parse_rule;
use dti_engine::model::{
    Exact, Framework, FrameworkHeader, Indicator, IndicatorDraft, LARGEST_MAX_POINTS, Level,
    MaxPoints, Mean, POINTS_DECIMALS, Pillar, Rule, Text,
};

/// Deepest nesting of indicators that a file may have.
const DEEPEST: usize = 8;

/// Reads a framework file. `file` is its name, for messages.
pub fn parse_framework(file: &str, text: &str) -> Result<Framework, FileError> {
    let json = Json::parse(file, text)?;
    read_framework(&json.field(file))
}

/// The same from a field of a larger file.
pub(super) fn read_framework(top: &Field<'_>) -> Result<Framework, FileError> {
    top.only(&[
        "id",
        "title",
        "decision",
        "origin",
        "source",
        "decimals",
        "indicators",
        "pillars",
        "mean",
        "missing",
        "ties",
    ])?;
    let decision = match top.find("decision")? {
        None => None,
        Some(field) => Some((field.get("number")?.text()?, field.get("date")?.text()?)),
    };
    let maxima_derived = match top.find("origin")? {
        None => false,
        Some(origin) => match origin.text()?.as_str() {
            "published" => false,
            "derived" => true,
            other => {
                return Err(origin.fault(format!("`{other}` is neither published nor derived")));
            }
        },
    };
    let decimals = match top.find("decimals")? {
        None => None,
        Some(field) => Some(small_whole(&field, 12)?),
    };
    let header = FrameworkHeader {
        id: top.get("id")?.text()?,
        title: top.get("title")?.both()?,
        decision,
        source: top
            .find("source")?
            .map_or_else(|| Ok(Text::default()), |source| source.both())?,
        maxima_derived,
        decimals,
        mean: read_mean(top)?,
        missing: read_missing(top)?,
        ties: read_ties(top)?,
    };
    let root = (None, Level::Root, header.mean);
    let mut drafts = Vec::new();
    for field in top.get("indicators")?.list()? {
        read_indicator(&field, root, 1, &mut drafts)?;
    }
    let pillars = match top.find("pillars")? {
        None => Vec::new(),
        Some(field) => read_pillars(&field, header.mean)?,
    };
    Framework::try_new(header, drafts, pillars).map_err(|fault| top.fault(fault.to_string()))
}

pub(super) fn small_whole(field: &Field<'_>, largest: u32) -> Result<u32, FileError> {
    whole(field.number()?, largest).map_err(|problem| field.fault(problem))
}

/// A whole number up to `largest`, or what is wrong with it.
pub(super) fn whole(given: f64, largest: u32) -> Result<u32, String> {
    MaxPoints::entered(given)
        .map(MaxPoints::whole)
        .filter(|&whole| whole <= largest)
        .ok_or_else(|| format!("{given} is not a whole number from 0 to {largest}"))
}

fn read_indicator(
    field: &Field<'_>,
    (parent, above, root): (Option<&str>, Level, Mean),
    depth: usize,
    drafts: &mut Vec<IndicatorDraft>,
) -> Result<(), FileError> {
    let known = [
        "id",
        "level",
        "number",
        "name",
        "maxPoints",
        "scored",
        "componentCount",
        "rule",
        "assumed",
        "children",
        "mean",
        "scale",
    ];
    field.only(&known)?;
    if depth > DEEPEST {
        return Err(field.fault(format!("indicators may be nested {DEEPEST} deep at most")));
    }
    let id = field.get("id")?.text()?;
    let children = field
        .find("children")?
        .map_or_else(|| Ok(Vec::new()), |c| c.list())?;
    let level = match field.find("level")? {
        Some(level) => read_level(&level)?,
        None => below(above),
    };
    let max_points = match field.find("maxPoints")? {
        Some(max_points) => read_max_points(&max_points, level)?,
        None if children.is_empty() => {
            return Err(field.fault("the field `maxPoints` is missing"));
        }
        None => MaxPoints::default(),
    };
    let component_count = field.find("componentCount")?;
    check_rules(field, level, root, &children)?;
    let indicator = Indicator {
        id: id.clone(),
        number: field
            .find("number")?
            .map(|number| number.text())
            .transpose()?,
        name: field.get("name")?.both()?,
        level,
        max_points,
        scored: flag(field, "scored", true)?,
        rule: field
            .find("rule")?
            .map_or_else(|| Ok(Rule::default()), |rule| read_rule(&rule))?,
        is_assumed: flag(field, "assumed", false)?,
        component_count: component_count
            .map(|count| small_whole(&count, 1000))
            .transpose()?,
        mean: read_mean(field)?,
        scale: read_scale(field)?,
        ..Indicator::default()
    };
    drafts.push(IndicatorDraft {
        parent: parent.map(str::to_owned),
        indicator,
    });
    for child in children {
        read_indicator(&child, (Some(&id), level, root), depth + 1, drafts)?;
    }
    Ok(())
}

fn flag(field: &Field<'_>, key: &str, otherwise: bool) -> Result<bool, FileError> {
    field.find(key)?.map_or(Ok(otherwise), |found| found.flag())
}

/// Whole points of a main indicator, hundredths of what stands below one.
fn read_max_points(field: &Field<'_>, level: Level) -> Result<MaxPoints, FileError> {
    if level <= Level::Main {
        let whole = small_whole(field, LARGEST_MAX_POINTS)?;
        return Ok(MaxPoints::try_new(whole).unwrap_or_default());
    }
    let value = field.number()?;
    let points = Exact::from_decimal_float(value, POINTS_DECIMALS);
    let hundredths = points.map(|points| points.round_half_up(POINTS_DECIMALS));
    let hundredths = hundredths.and_then(|points| u32::try_from(points).ok());
    hundredths
        .and_then(MaxPoints::of_hundredths)
        .ok_or_else(|| {
            field.fault(format!(
                "{value} is not a number from 0 to {LARGEST_MAX_POINTS} with at most 2 decimals"
            ))
        })
}

fn read_rule(field: &Field<'_>) -> Result<Rule, FileError> {
    let given = field.text()?;
    parse_rule(&given).ok_or_else(|| {
        field.fault(format!(
            "`{given}` is not a scoring rule; use for example points, yes_no, ratio, \
             `levels 0 0.5 1` or `steps 1:0.25 4:1`"
        ))
    })
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
    field: &Field<'_>,
    level: Level,
    root: Mean,
    children: &[Field<'_>],
) -> Result<(), FileError> {
    if level == Level::Group && root != Mean::Arithmetic {
        let problem = "a group is a sum, so it can stand below an arithmetic mean only";
        return Err(field.fault(problem));
    }
    if let Some(mean) = field.find("mean")?
        && (children.is_empty() || level == Level::Group)
    {
        return Err(mean.fault("only what has components or criteria below it has a mean"));
    }
    match field.find("scale")? {
        Some(scale) if !children.is_empty() => {
            Err(scale.fault("only what has no indicators below it has raw values and a scale"))
        }
        _ => Ok(()),
    }
}

fn read_level(field: &Field<'_>) -> Result<Level, FileError> {
    let given = field.text()?;
    Level::named(&given).ok_or_else(|| {
        field.fault(format!(
            "`{given}` is not a level; use group, main, component or criterion"
        ))
    })
}

/// Pillars are parts of a sum.
fn read_pillars(field: &Field<'_>, root: Mean) -> Result<Vec<(Pillar, Vec<String>)>, FileError> {
    let pillars = field.list()?;
    if root != Mean::Arithmetic && !pillars.is_empty() {
        return Err(field.fault("pillars need an arithmetic mean of the main indicators"));
    }
    pillars.iter().map(read_pillar).collect()
}

fn read_pillar(field: &Field<'_>) -> Result<(Pillar, Vec<String>), FileError> {
    field.only(&["id", "name", "members", "weight"])?;
    let members = field.get("members")?.list()?;
    let members: Result<Vec<String>, _> = members.iter().map(Field::text).collect();
    let weight = match field.find("weight")? {
        None => None,
        Some(weight) => {
            let value = Exact::from_decimal_float(weight.number()?, 4);
            let inside = value.filter(|v| *v >= Exact::ZERO && *v <= Exact::ONE);
            Some(inside.ok_or_else(|| weight.fault("a weight is 0 to 1 with 4 decimals at most"))?)
        }
    };
    let pillar = Pillar {
        id: field.get("id")?.text()?,
        name: field.get("name")?.both()?,
        members: Vec::new(),
        weight,
    };
    Ok((pillar, members?))
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
            "t.json, indicators.0.maxPoints: -1 is not a whole number from 0 to 10000",
        );
        expect_fault(
            &format!(r#"{{"id":"a","level":"top",{name},"maxPoints":1}}"#),
            "t.json, indicators.0.level: `top` is not a level; use group, main, component or \
             criterion",
        );
        expect_fault(
            &format!(r#"{{"id":"a","level":"main",{name},"maxPoint":1}}"#),
            "t.json, indicators.0: the field `maxPoint` is not known here; known fields are id, \
             level, number, name, maxPoints, scored, componentCount, rule, assumed, children, \
             mean, scale",
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
            child("a.2", r#""maxPoints":0.75,"assumed":true"#),
        ];
        let framework = parse_framework("t.json", &file(&main(&good.join(",")))).unwrap();
        let indicator = |id: &str| framework.indicator(framework.node(id).unwrap());
        assert_eq!(indicator("a").max_points.hundredths(), 500);
        assert_eq!(rule_text(&indicator("a.1").rule), "levels 0 0.5 1");
        assert!(indicator("a.2").is_assumed && !indicator("a.1").is_assumed);
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
