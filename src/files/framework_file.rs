//! Reading a framework: the JSON file of a decision becomes a checked tree, with no Rust per decision.

use super::FileError;
use super::json::{Field, Json};
use super::rule_text::parse_rule;
use crate::model::{
    Exact, Framework, FrameworkHeader, Indicator, IndicatorDraft, LARGEST_MAX_POINTS, Level,
    MaxPoints, POINTS_DECIMALS, Pillar, Rule,
};

/// Deepest nesting of indicators that a file may have.
const DEEPEST: usize = 8;

/// Reads a framework file. `file` is its name, for messages.
pub fn parse_framework(file: &str, text: &str) -> Result<Framework, FileError> {
    let json = Json::parse(file, text)?;
    let top = json.field(file);
    top.only(&[
        "id",
        "title",
        "decision",
        "origin",
        "source",
        "decimals",
        "indicators",
        "pillars",
    ])?;
    let decision = match top.find("decision")? {
        None => None,
        Some(field) => Some((field.get("number")?.text()?, field.get("date")?.text()?)),
    };
    let origin = top.get("origin")?;
    let maxima_derived = match origin.text()?.as_str() {
        "published" => false,
        "derived" => true,
        other => return Err(origin.fault(format!("`{other}` is neither published nor derived"))),
    };
    let decimals = match top.find("decimals")? {
        None => None,
        Some(field) => Some(small_whole(&field, 12)?),
    };
    let header = FrameworkHeader {
        id: top.get("id")?.text()?,
        title: top.get("title")?.both()?,
        decision,
        source: top.get("source")?.both()?,
        maxima_derived,
        decimals,
    };
    let mut drafts = Vec::new();
    for field in top.get("indicators")?.list()? {
        read_indicator(&field, None, 1, &mut drafts)?;
    }
    let pillars = top.get("pillars")?.list()?;
    let pillars: Result<Vec<_>, _> = pillars.iter().map(read_pillar).collect();
    Framework::try_new(header, drafts, pillars?).map_err(|fault| top.fault(fault.to_string()))
}

fn small_whole(field: &Field<'_>, largest: u32) -> Result<u32, FileError> {
    let value = field.number()?;
    let whole = MaxPoints::entered(value)
        .map(MaxPoints::whole)
        .filter(|&whole| whole <= largest);
    whole.ok_or_else(|| field.fault(format!("{value} is not a whole number from 0 to {largest}")))
}

fn read_indicator(
    field: &Field<'_>,
    parent: Option<&str>,
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
    ];
    field.only(&known)?;
    if depth > DEEPEST {
        return Err(field.fault(format!("indicators may be nested {DEEPEST} deep at most")));
    }
    let id = field.get("id")?.text()?;
    let children = field
        .find("children")?
        .map_or_else(|| Ok(Vec::new()), |c| c.list())?;
    let level = read_level(&field.get("level")?)?;
    let max_points = match field.find("maxPoints")? {
        Some(max_points) => read_max_points(&max_points, level)?,
        None if children.is_empty() => {
            return Err(field.fault("the field `maxPoints` is missing"));
        }
        None => MaxPoints::default(),
    };
    let component_count = field.find("componentCount")?;
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
            .map_or(Ok(Rule::Points), |rule| read_rule(&rule))?,
        is_assumed: flag(field, "assumed", false)?,
        component_count: component_count
            .map(|count| small_whole(&count, 1000))
            .transpose()?,
        ..Indicator::default()
    };
    drafts.push(IndicatorDraft {
        parent: parent.map(str::to_owned),
        indicator,
    });
    for child in children {
        read_indicator(&child, Some(&id), depth + 1, drafts)?;
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

fn read_level(field: &Field<'_>) -> Result<Level, FileError> {
    let given = field.text()?;
    Level::named(&given).ok_or_else(|| {
        field.fault(format!(
            "`{given}` is not a level; use group, main, component or criterion"
        ))
    })
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
    use crate::files::rule_text;

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
             level, number, name, maxPoints, scored, componentCount, rule, assumed, children",
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
