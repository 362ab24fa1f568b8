//! The edition of an own index, each field checked under its framework where it stands. Units and
//! indicators are looked up once each, so what is read costs what it holds.

use super::limits::{LONGEST_ID, MOST_UNITS};
use super::values::Values;
use crate::FileError;
use crate::framework_file::small_whole;
use crate::json::Field;
use crate::means_file::raw;
use dti_engine::model::{
    EditionHeader, Exact, Figure, Form, Framework, GivenResult, Missing, Node, Normalisation,
    Origin, Row, Scale, Text, Unit,
};
use std::collections::BTreeMap;

/// What stands in for the key of a source.
const OWN_SOURCE: &str = "own";

/// What units are called where the file does not say.
const UNIT_NAME: [&str; 3] = ["đơn vị", "unit", "units"];

/// Years that are believed.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2200;

/// What may stand in ids beside letters and digits.
const MARKS: &str = "_-";

/// What the fields of an edition make.
pub(super) struct Parts {
    pub(super) header: EditionHeader,
    pub(super) units: Vec<Unit>,
    pub(super) rows: Vec<Row>,
    pub(super) given: Vec<GivenResult>,
}

/// Checks an edition under its framework.
pub(super) fn read(
    field: &Field<'_>,
    values: Option<Values>,
    framework: &Framework,
) -> Result<Parts, FileError> {
    let header = read_header(field)?;
    let list = field.get("units")?;
    let units = read_units(&list)?;
    let mut by_id = BTreeMap::new();
    for (row, unit) in units.iter().enumerate() {
        if by_id.insert(unit.id.as_str(), row).is_some() {
            let problem = format!("the unit `{}` stands here twice; ids must differ", unit.id);
            return Err(list.at(&row.to_string()).fault(problem));
        }
    }
    let values = values.ok_or_else(|| field.missing("values"))?;
    let rows = read_rows(&field.at("values"), values, framework, (&units, &by_id))?;
    let given = read_given(field, &by_id)?;
    without_unknown(&field.at("values"), framework, (header, units, rows, given))
}

fn read_header(field: &Field<'_>) -> Result<EditionHeader, FileError> {
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
    let given = Some(small_whole(&year, 9_999)?).filter(|given| YEARS.contains(given));
    let given = given.and_then(|given| u16::try_from(given).ok());
    Ok(EditionHeader {
        id: id(&field.get("id")?, MARKS)?,
        year: given.ok_or_else(|| year.fault("a year is 1900 to 2200"))?,
        title: field.get("title")?.both()?,
        simulatable: true,
        is_own: true,
        ranked: match field.find("unitName")? {
            Some(name) => read_unit_name(&name)?,
            None => UNIT_NAME.map(str::to_owned),
        },
        ..EditionHeader::default()
    })
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
    list.iter().map(read_unit).collect()
}

fn read_unit(field: &Field<'_>) -> Result<Unit, FileError> {
    field.only(&["id", "name", "region"])?;
    let region = field.find("region")?.map(|region| region.both());
    let unit = Unit {
        id: id(&field.get("id")?, MARKS)?,
        name: field.get("name")?.both()?,
        gso_code: String::new(),
        region: region.transpose()?,
        variants: Vec::new(),
        population: Vec::new(),
    };
    if unit.name == Text::default() {
        return Err(field.fault("a unit needs a name"));
    }
    Ok(unit)
}

/// A text that links and tables can carry.
pub(super) fn id(field: &Field<'_>, marks: &str) -> Result<String, FileError> {
    let given = field.text()?;
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || marks.contains(c);
    if given.is_empty() || given.len() > LONGEST_ID || !given.chars().all(allowed) {
        let marks: Vec<String> = marks.chars().map(|c| format!("`{c}`")).collect();
        return Err(field.fault(format!(
            "`{given}` is not an id; use 1 to {LONGEST_ID} of: lower-case letters a to z, digits, {}",
            marks.join(" ")
        )));
    }
    Ok(given)
}

/// The row of a unit that a field names.
fn row_of(field: &Field<'_>, by_id: &BTreeMap<&str, usize>, id: &str) -> Result<usize, FileError> {
    let unknown = || field.fault(format!("`{id}` is not one of the units of this edition"));
    by_id.get(id).copied().ok_or_else(unknown)
}

/// Header, units, their rows, and results that the file gives, with the rows of their units.
type Read = (
    EditionHeader,
    Vec<Unit>,
    Vec<Row>,
    Vec<(usize, GivenResult)>,
);

/// A row of raw values per unit, in the order of the units.
fn read_rows(
    field: &Field<'_>,
    values: Values,
    framework: &Framework,
    (units, by_id): (&[Unit], &BTreeMap<&str, usize>),
) -> Result<Vec<Row>, FileError> {
    let nodes: Vec<Result<Node, String>> = {
        let names = values.names.iter();
        names.map(|id| given_node(framework, id)).collect()
    };
    let mut rows = vec![Row::default(); units.len()];
    // Of one unit, by the rows of the framework: of a name that stands there twice the last counts.
    let mut figures: Vec<Option<Figure>> = vec![None; framework.rows()];
    for (unit, values_of_unit) in values.units {
        let row = row_of(field, by_id, &unit)?;
        for (name, value) in values_of_unit {
            let at = |problem: String| {
                let id = values.names.get(name as usize).map_or("", String::as_str);
                field.at(&unit).at(id).fault(problem)
            };
            let node = match nodes.get(name as usize) {
                Some(Ok(node)) => *node,
                Some(Err(problem)) => return Err(at(problem.clone())),
                None => continue,
            };
            if let Some(value) = value {
                let figure = figure(framework, node, value).map_err(at)?;
                if let Some(slot) = figures.get_mut(node.row()) {
                    *slot = Some(figure);
                }
            }
        }
        let taken = |node: Node| Some((node, figures.get_mut(node.row())?.take()?));
        let indicators = framework.nodes().filter_map(taken).collect();
        if let Some(own) = rows.get_mut(row) {
            own.indicators = indicators;
        }
    }
    check_complete(field, framework, units, &rows)?;
    Ok(rows)
}

/// Refuses gaps for which the framework has no rule.
fn check_complete(
    field: &Field<'_>,
    framework: &Framework,
    units: &[Unit],
    rows: &[Row],
) -> Result<(), FileError> {
    if framework.header().missing.is_some() {
        return Ok(());
    }
    let is_leaf = |node: &Node| is_given(framework, *node);
    let leaves: Vec<Node> = framework.nodes().filter(is_leaf).collect();
    for (unit, row) in units.iter().zip(rows) {
        let is_missing = |node: &&Node| !row.indicators.contains_key(node);
        if let Some(&first) = leaves.iter().find(is_missing) {
            let (id, unit) = (&framework.indicator(first).id, &unit.id);
            let problem = format!(
                "`{unit}` has no value for `{id}`, and the framework does not say what stands \
                 for it; give the value, or the rule `missing`: zero or rescale"
            );
            return Err(field.fault(problem));
        }
    }
    Ok(())
}

/// What a publication gives, where the file says it, with the rows of the units.
fn read_given(
    edition: &Field<'_>,
    by_id: &BTreeMap<&str, usize>,
) -> Result<Vec<(usize, GivenResult)>, FileError> {
    let Some(field) = edition.find("published")? else {
        return Ok(Vec::new());
    };
    let mut results = Vec::new();
    for (unit, result) in field.entries()? {
        let row = row_of(&field, by_id, unit)?;
        result.only(&["total", "rank"])?;
        let given = GivenResult {
            unit: unit.to_owned(),
            total: result
                .find("total")?
                .map(|total| read_total(&total))
                .transpose()?,
            rank: result
                .find("rank")?
                .map(|rank| read_rank(&rank))
                .transpose()?,
        };
        results.push((row, given));
    }
    Ok(results)
}

/// Takes out the units of which nothing is known where their weight is left to the indicators
/// beside it: nothing is left of them to take a mean of, so they have no total and no rank.
fn without_unknown(
    field: &Field<'_>,
    framework: &Framework,
    (mut header, units, rows, given): Read,
) -> Result<Parts, FileError> {
    let is_known = |row: &Row| {
        framework.header().missing != Some(Missing::Rescale) || !row.indicators.is_empty()
    };
    let known: Vec<bool> = rows.iter().map(is_known).collect();
    if !known.contains(&true) {
        let problem = "no unit has a value, so there is nothing to rank; give some values";
        return Err(field.fault(problem));
    }
    let stays = |row: &usize| known.get(*row) == Some(&true);
    let given = given.into_iter().filter(|(row, _)| stays(row));
    let given = given.map(|(_, result)| result).collect();
    let (known, unknown): (Vec<_>, Vec<_>) = units
        .into_iter()
        .zip(rows)
        .partition(|(_, row)| is_known(row));
    header.unranked = unknown.into_iter().map(|(unit, _)| unit.name).collect();
    let (units, rows) = known.into_iter().unzip();
    Ok(Parts {
        header,
        units,
        rows,
        given,
    })
}

/// Whether values are given for a node.
fn is_given(framework: &Framework, node: Node) -> bool {
    framework.indicator(node).scored && framework.scored_children(node).next().is_none()
}

/// The node of an id for which values are given, or why there are none.
fn given_node(framework: &Framework, id: &str) -> Result<Node, String> {
    match framework.node(id) {
        Some(node) if is_given(framework, node) => Ok(node),
        None => Err(format!("`{id}` is not an indicator of this framework")),
        Some(node) if framework.indicator(node).scored => Err(format!(
            "`{id}` follows from what lies below it; give the values of that"
        )),
        Some(_) => Err(format!("`{id}` is not scored, so it has no values")),
    }
}

fn figure(framework: &Framework, node: Node, value: f64) -> Result<Figure, String> {
    let value = raw(value)?;
    check_raw(framework.indicator(node).scale, value)?;
    Ok(Figure {
        value,
        origin: Origin::Published,
        source: OWN_SOURCE.to_owned(),
        copies: 1,
    })
}

fn check_raw(scale: Scale, raw: Exact) -> Result<(), String> {
    match scale.normalisation {
        Normalisation::None if raw.is_negative() || raw > Exact::ONE => Err(
            "this indicator has no scale, so its values are scores from 0 to 1; give it a scale, \
             for example goalposts"
                .to_owned(),
        ),
        Normalisation::Goalposts {
            form: Form::Logarithm,
            ..
        } if raw <= Exact::ZERO => {
            Err("the scale is a logarithm, which needs values above 0".to_owned())
        }
        _ => Ok(()),
    }
}

fn read_total(field: &Field<'_>) -> Result<(Exact, u32), FileError> {
    let value = raw(field.number()?).map_err(|problem| field.fault(problem))?;
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
