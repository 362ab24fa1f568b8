//! The edition of an own index, each field checked under its framework where it stands. Units and
//! indicators are looked up once each, so what is read costs what it holds.

use super::document::{EditionDocument, PublishedDocument, UnitDocument};
use super::limits::{LONGEST_ID, MOST_UNITS};
use super::values::Values;
use crate::FileError;
use crate::catalogue_document::UnitNameDocument;
use crate::json::Place;
use crate::typed::{Decimal, Line, Number, Whole};
use dti_engine::analysis::imputed;
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
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2200;

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
    place: &Place<'_>,
    document: EditionDocument,
    framework: &Framework,
) -> Result<Parts, FileError> {
    let header = read_header(place, &document)?;
    let units = read_units(&place.at("units"), document.units)?;
    let mut by_id = BTreeMap::new();
    for (row, unit) in units.iter().enumerate() {
        if by_id.insert(unit.id.as_str(), row).is_some() {
            let problem = format!("the unit `{}` stands here twice; ids must differ", unit.id);
            return Err(place.at("units").row(row).fault(problem));
        }
    }
    let values = place.at("values");
    let rows = read_rows(&values, document.values, framework, (&units, &by_id))?;
    let published = document.published.unwrap_or_default();
    let given = read_given(&place.at("published"), published, &by_id)?;
    without_unknown(&values, framework, (header, units, rows, given))
}

fn read_header(place: &Place<'_>, document: &EditionDocument) -> Result<EditionHeader, FileError> {
    let Whole(year) = document.year;
    let year = u16::try_from(year).ok().filter(|year| YEARS.contains(year));
    Ok(EditionHeader {
        id: id(&place.at("id"), &document.id, MARKS)?,
        year: year.ok_or_else(|| place.at("year").fault("a year is 1900 to 2200"))?,
        title: document.title.clone().into(),
        simulatable: true,
        is_own: true,
        ranked: match &document.unit_name {
            Some(name) => read_unit_name(&place.at("unitName"), name)?,
            None => UNIT_NAME.map(str::to_owned),
        },
        ..EditionHeader::default()
    })
}

/// What one unit is called, and in English several.
fn read_unit_name(place: &Place<'_>, name: &UnitNameDocument) -> Result<[String; 3], FileError> {
    let UnitNameDocument { vi, en, plural } = name;
    for (key, text) in [("vi", vi), ("en", en), ("plural", plural)] {
        if text.trim().is_empty() || text.len() > LONGEST_ID {
            let problem = format!("a name for units has 1 to {LONGEST_ID} bytes");
            return Err(place.at(key).fault(problem));
        }
    }
    Ok([vi, en, plural].map(|text| text.0.clone()))
}

fn read_units(place: &Place<'_>, units: Vec<UnitDocument>) -> Result<Vec<Unit>, FileError> {
    if units.is_empty() || units.len() > MOST_UNITS {
        let problem = format!(
            "an index ranks 1 to {MOST_UNITS} units; here are {}",
            units.len()
        );
        return Err(place.fault(problem));
    }
    let units = units.into_iter().enumerate();
    units
        .map(|(row, unit)| read_unit(&place.row(row), unit))
        .collect()
}

fn read_unit(place: &Place<'_>, document: UnitDocument) -> Result<Unit, FileError> {
    let unit = Unit {
        id: id(&place.at("id"), &document.id, MARKS)?,
        name: document.name.into(),
        gso_code: String::new(),
        region: document.region.map(Text::from),
        variants: Vec::new(),
        population: Vec::new(),
    };
    if unit.name == Text::default() {
        return Err(place.fault("a unit needs a name"));
    }
    Ok(unit)
}

/// A text that links and tables can carry.
pub(super) fn id(place: &Place<'_>, given: &Line, marks: &str) -> Result<String, FileError> {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || marks.contains(c);
    if given.is_empty() || given.len() > LONGEST_ID || !given.chars().all(allowed) {
        let marks: Vec<String> = marks.chars().map(|c| format!("`{c}`")).collect();
        return Err(place.fault(format!(
            "`{}` is not an id; use 1 to {LONGEST_ID} of: lower-case letters a to z, digits, {}",
            given.0,
            marks.join(" ")
        )));
    }
    Ok(given.0.clone())
}

/// The row of a unit that a field names.
fn row_of(place: &Place<'_>, by_id: &BTreeMap<&str, usize>, id: &str) -> Result<usize, FileError> {
    let unknown = || place.fault(format!("`{id}` is not one of the units of this edition"));
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
    place: &Place<'_>,
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
        let row = row_of(place, by_id, &unit)?;
        for (name, value) in values_of_unit {
            let at = |problem: String| {
                let id = values.names.get(name as usize).map_or("", String::as_str);
                place.at(&unit).at(id).fault(problem)
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
    check_complete(place, framework, units, &rows)?;
    Ok(rows)
}

/// Refuses gaps for which the framework has no rule.
fn check_complete(
    place: &Place<'_>,
    framework: &Framework,
    units: &[Unit],
    rows: &[Row],
) -> Result<(), FileError> {
    if framework.header().missing.is_some() {
        return Ok(());
    }
    let is_leaf = |node: &Node| is_given(framework, *node);
    for node in framework.nodes().filter(is_leaf) {
        let value = |row: &Row| row.indicators.get(&node).map(|figure| figure.value);
        let mut values: Vec<Option<Exact>> = rows.iter().map(value).collect();
        if let Some(rule) = framework.indicator(node).scale.imputation {
            values = imputed(rule, units, &values);
        }
        let gap = units.iter().zip(values).find(|(_, value)| value.is_none());
        if let Some((unit, _)) = gap {
            let (id, unit) = (&framework.indicator(node).id, &unit.id);
            let problem = format!(
                "`{unit}` has no value for `{id}`, and the framework does not say what stands \
                 for it; give the value, or the rule `missing`: zero or rescale"
            );
            return Err(place.fault(problem));
        }
    }
    Ok(())
}

/// What a publication gives, where the file says it, with the rows of the units.
fn read_given(
    place: &Place<'_>,
    published: BTreeMap<Line, PublishedDocument>,
    by_id: &BTreeMap<&str, usize>,
) -> Result<Vec<(usize, GivenResult)>, FileError> {
    let mut results = Vec::new();
    for (unit, PublishedDocument { total, rank }) in published {
        let row = row_of(place, by_id, &unit)?;
        let at = place.at(&unit);
        let total = total.map(|Number(total)| {
            let total = read_total(total);
            total.map_err(|problem| at.at("total").fault(problem))
        });
        if let Some(Whole(0)) = rank {
            return Err(at.at("rank").fault("ranks start at 1"));
        }
        let given = GivenResult {
            unit: unit.0,
            total: total.transpose()?,
            rank: rank.map(|Whole(rank)| rank),
        };
        results.push((row, given));
    }
    Ok(results)
}

/// Takes out the units of which nothing is known, where their weight is left to the indicators
/// beside it or others stand in for them: nothing of their own is left to take a mean of, so they have no
/// total and no rank.
fn without_unknown(
    place: &Place<'_>,
    framework: &Framework,
    (mut header, units, rows, given): Read,
) -> Result<Parts, FileError> {
    let is_imputed = |node: Node| framework.indicator(node).scale.imputation.is_some();
    let needs_values =
        framework.header().missing == Some(Missing::Rescale) || framework.nodes().any(is_imputed);
    let is_known = |row: &Row| !needs_values || !row.indicators.is_empty();
    let known: Vec<bool> = rows.iter().map(is_known).collect();
    if !known.contains(&true) {
        let problem = "no unit has a value, so there is nothing to rank; give some values";
        return Err(place.fault(problem));
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
    let value = Exact::from(Decimal::of_float(value)?);
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

fn read_total(given: f64) -> Result<(Exact, u32), String> {
    let value = Exact::from(Decimal::of_float(given)?);
    if value.is_negative() || value > Exact::ONE {
        return Err("a total is a score from 0 to 1".to_owned());
    }
    let text = value.to_short_text(12);
    let decimals = text.split_once('.').map_or(0, |(_, places)| places.len());
    Ok((value, u32::try_from(decimals).unwrap_or(12)))
}
