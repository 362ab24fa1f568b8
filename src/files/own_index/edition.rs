//! The edition of an own index, each field checked under its framework where it stands. Units and
//! indicators are looked up once each, so what is read costs what it holds.

use super::document::{EditionFile, PublishedFile, UnitFile, UnitName};
use super::limits::{LONGEST_ID, MOST_UNITS};
use super::values::Values;
use crate::files::FileError;
use crate::files::framework_file::whole;
use crate::files::means_file::raw;
use crate::files::typed::{Line, Number, Object};
use crate::model::{
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
    file: &str,
    edition: EditionFile,
    framework: &Framework,
) -> Result<Parts, FileError> {
    let place = Place { file };
    let header = EditionHeader {
        id: place.id("id", edition.id)?,
        year: place.year(edition.year)?,
        title: edition.title.into(),
        simulatable: true,
        is_own: true,
        ranked: match edition.unit_name {
            Some(Object(name)) => place.unit_name(name)?,
            None => UNIT_NAME.map(str::to_owned),
        },
        ..EditionHeader::default()
    };
    let units = place.units(edition.units)?;
    let mut by_id = BTreeMap::new();
    for (row, unit) in units.iter().enumerate() {
        if by_id.insert(unit.id.as_str(), row).is_some() {
            let problem = format!("the unit `{}` stands here twice; ids must differ", unit.id);
            return Err(place.fault(&format!("units.{row}"), problem));
        }
    }
    let rows = place.rows(edition.values, framework, (&units, &by_id))?;
    let mut given = Vec::new();
    for (Line(unit), Object(result)) in edition.published.unwrap_or_default() {
        let row = place.row(&by_id, "published", &unit)?;
        given.push((row, place.given(unit, &result)?));
    }
    let parts = (header, units, rows, given);
    place.without_unknown(framework, parts)
}

/// Whether links and tables can carry an id; what is wrong with it otherwise.
pub(super) fn check_id(given: &str, marks: &str) -> Result<(), String> {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || marks.contains(c);
    if given.is_empty() || given.len() > LONGEST_ID || !given.chars().all(allowed) {
        let marks: Vec<String> = marks.chars().map(|c| format!("`{c}`")).collect();
        return Err(format!(
            "`{given}` is not an id; use 1 to {LONGEST_ID} of: lower-case letters a to z, digits, {}",
            marks.join(" ")
        ));
    }
    Ok(())
}

/// The edition in its file, where faults are placed.
struct Place<'a> {
    file: &'a str,
}

/// Header, units, their rows, and results that the file gives, with the rows of their units.
type Read = (
    EditionHeader,
    Vec<Unit>,
    Vec<Row>,
    Vec<(usize, GivenResult)>,
);

impl Place<'_> {
    fn fault(&self, path: &str, problem: impl Into<String>) -> FileError {
        FileError::new(self.file, format!("edition.{path}"), problem)
    }

    fn id(&self, path: &str, Line(given): Line) -> Result<String, FileError> {
        match check_id(&given, MARKS) {
            Ok(()) => Ok(given),
            Err(problem) => Err(self.fault(path, problem)),
        }
    }

    fn year(&self, Number(given): Number) -> Result<u16, FileError> {
        let year = whole(given, 9_999).map_err(|problem| self.fault("year", problem))?;
        let year = Some(year).filter(|year| YEARS.contains(year));
        year.and_then(|year| u16::try_from(year).ok())
            .ok_or_else(|| self.fault("year", "a year is 1900 to 2200"))
    }

    fn unit_name(&self, name: UnitName) -> Result<[String; 3], FileError> {
        let UnitName { vi, en, plural } = name;
        for (key, Line(text)) in [("vi", &vi), ("en", &en), ("plural", &plural)] {
            if text.trim().is_empty() || text.len() > LONGEST_ID {
                let problem = format!("a name for units has 1 to {LONGEST_ID} bytes");
                return Err(self.fault(&format!("unitName.{key}"), problem));
            }
        }
        Ok([vi.0, en.0, plural.0])
    }

    fn units(&self, list: Vec<Object<UnitFile>>) -> Result<Vec<Unit>, FileError> {
        if list.is_empty() || list.len() > MOST_UNITS {
            let problem = format!(
                "an index ranks 1 to {MOST_UNITS} units; here are {}",
                list.len()
            );
            return Err(self.fault("units", problem));
        }
        let unit = |(row, Object(file)): (usize, Object<UnitFile>)| {
            let unit = Unit {
                id: self.id(&format!("units.{row}.id"), file.id)?,
                name: file.name.into(),
                gso_code: String::new(),
                region: file.region.map(Text::from),
                variants: Vec::new(),
                population: Vec::new(),
            };
            if unit.name == Text::default() {
                return Err(self.fault(&format!("units.{row}"), "a unit needs a name"));
            }
            Ok(unit)
        };
        list.into_iter().enumerate().map(unit).collect()
    }

    /// The row of a unit that a field names.
    fn row(
        &self,
        by_id: &BTreeMap<&str, usize>,
        field: &str,
        id: &str,
    ) -> Result<usize, FileError> {
        let unknown = || {
            self.fault(
                field,
                format!("`{id}` is not one of the units of this edition"),
            )
        };
        by_id.get(id).copied().ok_or_else(unknown)
    }

    /// A row of raw values per unit, in the order of the units.
    fn rows(
        &self,
        values: Values,
        framework: &Framework,
        (units, by_id): (&[Unit], &BTreeMap<&str, usize>),
    ) -> Result<Vec<Row>, FileError> {
        let nodes: Vec<Result<Node, String>> = {
            let names = values.names.iter();
            names.map(|id| given_node(framework, id)).collect()
        };
        let mut rows = vec![Row::default(); units.len()];
        for (unit, values_of_unit) in values.units {
            let row = self.row(by_id, "values", &unit)?;
            let mut figures = Vec::with_capacity(values_of_unit.len());
            for (name, value) in values_of_unit {
                let at = |problem: String| {
                    let id = values.names.get(name as usize).map_or("", String::as_str);
                    self.fault(&format!("values.{unit}.{id}"), problem)
                };
                let node = match nodes.get(name as usize) {
                    Some(Ok(node)) => *node,
                    Some(Err(problem)) => return Err(at(problem.clone())),
                    None => continue,
                };
                if let Some(value) = value {
                    figures.push((node, figure(framework, node, value).map_err(at)?));
                }
            }
            // Of a name that stands there twice the last counts.
            figures.sort_by_key(|(node, _)| *node);
            if let Some(own) = rows.get_mut(row) {
                own.indicators = figures.into_iter().collect();
            }
        }
        self.check_complete(framework, units, &rows)?;
        Ok(rows)
    }

    /// Refuses gaps for which the framework has no rule.
    fn check_complete(
        &self,
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
                return Err(self.fault("values", problem));
            }
        }
        Ok(())
    }

    /// What a publication gives for a unit.
    fn given(&self, unit: String, file: &PublishedFile) -> Result<GivenResult, FileError> {
        let fault =
            |key: &str, problem: String| self.fault(&format!("published.{unit}.{key}"), problem);
        let total = match file.total {
            None => None,
            Some(Number(given)) => Some(read_total(given).map_err(|p| fault("total", p))?),
        };
        let rank = match file.rank {
            None => None,
            Some(Number(given)) => Some(read_rank(given).map_err(|p| fault("rank", p))?),
        };
        Ok(GivenResult { unit, total, rank })
    }

    /// Takes out the units of which nothing is known where their weight is left to the indicators
    /// beside it: nothing is left of them to take a mean of, so they have no total and no rank.
    fn without_unknown(
        &self,
        framework: &Framework,
        (mut header, units, rows, given): Read,
    ) -> Result<Parts, FileError> {
        let is_known = |row: &Row| {
            framework.header().missing != Some(Missing::Rescale) || !row.indicators.is_empty()
        };
        let known: Vec<bool> = rows.iter().map(is_known).collect();
        if !known.contains(&true) {
            let problem = "no unit has a value, so there is nothing to rank; give some values";
            return Err(self.fault("values", problem));
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

fn read_total(given: f64) -> Result<(Exact, u32), String> {
    let value = raw(given)?;
    if value.is_negative() || value > Exact::ONE {
        return Err("a total is a score from 0 to 1".to_owned());
    }
    let text = value.to_short_text(12);
    let decimals = text.split_once('.').map_or(0, |(_, places)| places.len());
    Ok((value, u32::try_from(decimals).unwrap_or(12)))
}

fn read_rank(given: f64) -> Result<u32, String> {
    let most = u32::try_from(MOST_UNITS).unwrap_or(u32::MAX);
    match whole(given, most)? {
        0 => Err("ranks start at 1".to_owned()),
        rank => Ok(rank),
    }
}
