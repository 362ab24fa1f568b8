//! The fields of an own index, each checked where it stands.

use super::{MOST_INDICATORS, MOST_UNITS};
use crate::FileError;
use crate::framework_file::small_whole;
use crate::json::Field;
use crate::means_file::raw_number;
use dti_engine::model::{
    EditionHeader, Exact, Figure, Form, Framework, GivenResult, LARGEST_MAX_POINTS, Level, Missing,
    Node, Normalisation, Origin, Row, Scale, Text, Unit,
};

/// Longest id, in bytes.
const LONGEST_ID: usize = 64;
/// Ids of indicators that mean something else in tables and answers.
const RESERVED: [&str; 9] = [
    "unit",
    "source",
    "other_sources",
    "derived",
    "copies",
    "rank",
    "score",
    "total",
    "rest",
];
/// What stands in for the key of a source.
const OWN_SOURCE: &str = "own";

/// What units are called where the file does not say.
const UNIT_NAME: [&str; 3] = ["đơn vị", "unit", "units"];

/// Years that are believed.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2200;

/// What a tree must have besides being one.
pub(super) fn check_framework(field: &Field<'_>, framework: &Framework) -> Result<(), FileError> {
    id(&field.get("id")?, "_-.")?;
    let indicators = field.get("indicators")?;
    check_whole(&indicators)?;
    if framework.rows() > MOST_INDICATORS + 1 {
        let problem = format!("an index may have {MOST_INDICATORS} indicators at most");
        return Err(indicators.fault(problem));
    }
    for node in framework.nodes() {
        let own = framework.indicator(node);
        let is_reserved = RESERVED.contains(&own.id.as_str())
            || own.id.starts_with("pillar_")
            || own.id.starts_with("rank_pillar_");
        if is_reserved || own.id.len() > LONGEST_ID {
            let problem = format!(
                "the indicator `{}` needs another id: this one is reserved or longer than \
                 {LONGEST_ID} characters",
                own.id
            );
            return Err(indicators.fault(problem));
        }
        if own.level == Level::Group && own.children.is_empty() {
            let problem = format!("the group `{}` has no indicators below it", own.id);
            return Err(indicators.fault(problem));
        }
    }
    if framework.total().hundredths() == 0 {
        return Err(indicators.fault("at least one main indicator needs max points above 0"));
    }
    Ok(())
}

/// Max points are whole numbers on every level; official lists alone have hundredths on some.
fn check_whole(indicators: &Field<'_>) -> Result<(), FileError> {
    for indicator in indicators.list()? {
        if let Some(max_points) = indicator.find("maxPoints")? {
            let given = max_points.number()?;
            if given.fract().abs() > 0.0 {
                return Err(max_points.fault(format!(
                    "{given} is not a whole number from 0 to {LARGEST_MAX_POINTS}; give all \
                     indicators 10 or 100 times as many, which changes no score"
                )));
            }
        }
        if let Some(children) = indicator.find("children")? {
            check_whole(&children)?;
        }
    }
    Ok(())
}

/// A text that links and tables can carry.
fn id(field: &Field<'_>, marks: &str) -> Result<String, FileError> {
    let given = field.text()?;
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || marks.contains(c);
    if given.is_empty() || given.len() > LONGEST_ID || !given.chars().all(allowed) {
        return Err(field.fault(format!(
            "`{given}` is not an id; use 1 to {LONGEST_ID} of: lower-case letters a to z, digits, {}",
            marks.chars().map(|c| format!("`{c}`")).collect::<Vec<_>>().join(" ")
        )));
    }
    Ok(given)
}

pub(super) fn read_header(field: &Field<'_>) -> Result<(EditionHeader, Vec<Unit>), FileError> {
    field.only(&[
        "id",
        "year",
        "title",
        "unitName",
        "units",
        "values",
        "published",
    ])?;
    let year = field.get("year")?;
    let given = small_whole(&year, 9_999)?;
    let given = YEARS.contains(&given).then(|| u16::try_from(given).ok());
    let given = given.flatten();
    let header = EditionHeader {
        id: id(&field.get("id")?, "_-")?,
        year: given.ok_or_else(|| year.fault("a year is 1900 to 2200"))?,
        title: field.get("title")?.both()?,
        simulatable: true,
        is_own: true,
        ranked: match field.find("unitName")? {
            Some(name) => read_unit_name(&name)?,
            None => UNIT_NAME.map(str::to_owned),
        },
        ..EditionHeader::default()
    };
    Ok((header, read_units(&field.get("units")?)?))
}

/// What one unit is called, and in English several.
fn read_unit_name(field: &Field<'_>) -> Result<[String; 3], FileError> {
    field.only(&["vi", "en", "plural"])?;
    let name = ["vi", "en", "plural"].map(|key| {
        let part = field.get(key)?;
        let text = part.text()?;
        if text.trim().is_empty() || text.len() > LONGEST_ID {
            let problem = format!("a name for units has 1 to {LONGEST_ID} bytes");
            return Err(part.fault(problem));
        }
        Ok(text)
    });
    let [vi, en, plural] = name;
    Ok([vi?, en?, plural?])
}

fn read_units(field: &Field<'_>) -> Result<Vec<Unit>, FileError> {
    let list = field.list()?;
    if list.is_empty() || list.len() > MOST_UNITS {
        let problem = format!(
            "an index ranks 1 to {MOST_UNITS} units; here are {}",
            list.len()
        );
        return Err(field.fault(problem));
    }
    let mut units: Vec<Unit> = Vec::with_capacity(list.len());
    for item in &list {
        item.only(&["id", "name", "region"])?;
        let unit = Unit {
            id: id(&item.get("id")?, "_-")?,
            name: item.get("name")?.both()?,
            gso_code: String::new(),
            region: item
                .find("region")?
                .map(|region| region.both())
                .transpose()?,
            variants: Vec::new(),
            population: Vec::new(),
        };
        if unit.name == Text::default() {
            return Err(item.fault("a unit needs a name"));
        }
        if units.iter().any(|other| other.id == unit.id) {
            let problem = format!("the unit `{}` stands here twice; ids must differ", unit.id);
            return Err(item.fault(problem));
        }
        units.push(unit);
    }
    Ok(units)
}

/// A row of raw values per unit, in the order of the units.
pub(super) fn read_values(
    edition: &Field<'_>,
    framework: &Framework,
    units: &[Unit],
) -> Result<Vec<Row>, FileError> {
    let field = edition.get("values")?;
    let mut rows = vec![Row::default(); units.len()];
    for (unit, values) in field.entries()? {
        *place_of(&mut rows, units, unit, &field)? = read_row(&values, framework)?;
    }
    let leaves: Vec<Node> = framework
        .nodes()
        .filter(|&node| is_given(framework, node))
        .collect();
    for (unit, row) in units.iter().zip(&rows) {
        let mut missing = leaves
            .iter()
            .filter(|node| !row.indicators.contains_key(node));
        let Some(&first) = missing.next() else {
            continue;
        };
        let (id, unit) = (&framework.indicator(first).id, &unit.id);
        if framework.header().missing.is_none() {
            let problem = format!(
                "`{unit}` has no value for `{id}`, and the framework does not say what stands for \
                 it; give the value, or the rule `missing`: zero or rescale"
            );
            return Err(field.fault(problem));
        }
    }
    Ok(rows)
}

/// Units with a row each, and the names of those that have no total.
pub(super) type Ranked = (Vec<Unit>, Vec<Row>, Vec<Text>);

/// Takes out the units of which nothing is known where their weight is left to the indicators beside
/// it: nothing is left of them to take a mean of, so they have no total and no rank.
pub(super) fn without_unknown(
    edition: &Field<'_>,
    framework: &Framework,
    units: Vec<Unit>,
    rows: Vec<Row>,
) -> Result<Ranked, FileError> {
    if framework.header().missing != Some(Missing::Rescale) {
        return Ok((units, rows, Vec::new()));
    }
    let (known, unknown): (Vec<_>, Vec<_>) = units
        .into_iter()
        .zip(rows)
        .partition(|(_, row)| !row.indicators.is_empty());
    if known.is_empty() {
        let problem = "no unit has a value, so there is nothing to rank; give some values";
        return Err(edition.get("values")?.fault(problem));
    }
    let names = unknown.into_iter().map(|(unit, _)| unit.name).collect();
    let (units, rows) = known.into_iter().unzip();
    Ok((units, rows, names))
}

fn place_of<'a, T>(
    rows: &'a mut [T],
    units: &[Unit],
    id: &str,
    field: &Field<'_>,
) -> Result<&'a mut T, FileError> {
    let place = units.iter().position(|unit| unit.id == id);
    let unknown = || field.fault(format!("`{id}` is not one of the units of this edition"));
    place
        .and_then(|place| rows.get_mut(place))
        .ok_or_else(unknown)
}

/// Whether values are given for a node.
fn is_given(framework: &Framework, node: Node) -> bool {
    framework.indicator(node).scored && framework.scored_children(node).next().is_none()
}

fn read_row(field: &Field<'_>, framework: &Framework) -> Result<Row, FileError> {
    let mut row = Row::default();
    for (id, value) in field.entries()? {
        let node = framework.node(id);
        let Some(node) = node.filter(|&node| is_given(framework, node)) else {
            return Err(value.fault(match node {
                None => format!("`{id}` is not an indicator of this framework"),
                Some(node) if framework.indicator(node).scored => {
                    format!("`{id}` follows from what lies below it; give the values of that")
                }
                Some(_) => format!("`{id}` is not scored, so it has no values"),
            }));
        };
        if value.is_null() {
            continue;
        }
        let raw = raw_number(&value)?;
        check_raw(&value, framework.indicator(node).scale, raw)?;
        let figure = Figure {
            value: raw,
            origin: Origin::Published,
            source: OWN_SOURCE.to_owned(),
            copies: 1,
        };
        row.indicators.insert(node, figure);
    }
    Ok(row)
}

fn check_raw(field: &Field<'_>, scale: Scale, raw: Exact) -> Result<(), FileError> {
    match scale.normalisation {
        Normalisation::None if raw.is_negative() || raw > Exact::ONE => Err(field.fault(
            "this indicator has no scale, so its values are scores from 0 to 1; give it a scale, \
             for example goalposts",
        )),
        Normalisation::Goalposts {
            form: Form::Logarithm,
            ..
        } if raw <= Exact::ZERO => {
            Err(field.fault("the scale is a logarithm, which needs values above 0"))
        }
        _ => Ok(()),
    }
}

/// What a publication gives, where the file says it.
pub(super) fn read_given(
    edition: &Field<'_>,
    units: &[Unit],
) -> Result<Vec<GivenResult>, FileError> {
    let Some(field) = edition.find("published")? else {
        return Ok(Vec::new());
    };
    let mut places: Vec<()> = vec![(); units.len()];
    let mut results = Vec::new();
    for (unit, result) in field.entries()? {
        place_of(&mut places, units, unit, &field)?;
        result.only(&["total", "rank"])?;
        results.push(GivenResult {
            unit: unit.to_owned(),
            total: result
                .find("total")?
                .map(|total| read_total(&total))
                .transpose()?,
            rank: result
                .find("rank")?
                .map(|rank| read_rank(&rank))
                .transpose()?,
        });
    }
    Ok(results)
}

fn read_total(field: &Field<'_>) -> Result<(Exact, u32), FileError> {
    let value = raw_number(field)?;
    if value.is_negative() || value > Exact::ONE {
        return Err(field.fault("a total is a score from 0 to 1"));
    }
    let text = value.to_short_text(12);
    let decimals = text.split_once('.').map_or(0, |(_, places)| places.len());
    Ok((value, u32::try_from(decimals).unwrap_or(12)))
}

fn read_rank(field: &Field<'_>) -> Result<u32, FileError> {
    let most = u32::try_from(MOST_UNITS).unwrap_or(u32::MAX);
    let rank = small_whole(field, most)?;
    if rank == 0 {
        return Err(field.fault("ranks start at 1"));
    }
    Ok(rank)
}
