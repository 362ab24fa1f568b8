//! Reading an edition: units, their published figures with origin and source, mergers, sources.

use super::{FileError, Source};
use crate::model::{Exact, Figure, Framework, Origin, PillarFigures, Row, Text, Unit};
use std::collections::BTreeMap;

/// A CSV file row by row, with names for its columns.
struct Table {
    file: String,
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    fn parse(file: &str, text: &str) -> Result<Self, FileError> {
        let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
        let fault = |error: &csv::Error| {
            let line = error.position().map_or(0, csv::Position::line);
            FileError::new(
                file,
                format!("line {line}"),
                "this row has another number of columns",
            )
        };
        let header = reader.headers().map_err(|error| fault(&error))?;
        let header: Vec<String> = header.iter().map(str::to_owned).collect();
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| fault(&error))?;
            rows.push(record.iter().map(str::to_owned).collect());
        }
        Ok(Self {
            file: file.to_owned(),
            header,
            rows,
        })
    }

    /// Columns that hold figures: all but the id and the remarks on origin.
    fn figure_columns(&self) -> impl Iterator<Item = &str> {
        let remarks = ["unit", "source", "other_sources", "derived", "copies"];
        self.header
            .iter()
            .map(String::as_str)
            .filter(move |name| !remarks.contains(name))
    }

    fn cell(&self, row: usize, column: &str) -> Result<&str, FileError> {
        let place = self.header.iter().position(|name| name == column);
        let cell = place.and_then(|place| self.rows.get(row)?.get(place));
        cell.map(String::as_str).ok_or_else(|| {
            FileError::new(
                &self.file,
                "header",
                format!("the column `{column}` is missing"),
            )
        })
    }

    fn fault(&self, row: usize, column: &str, problem: impl Into<String>) -> FileError {
        FileError::new(
            &self.file,
            format!("row {}, column `{column}`", row + 2),
            problem,
        )
    }
}

/// Reads a plain decimal number; `None` for anything else.
fn decimal(text: &str) -> Option<Exact> {
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.len() <= 12 && part.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty()
        || !digits(whole)
        || !digits(places)
        || (text.contains('.') && places.is_empty())
    {
        return None;
    }
    let units: i64 = format!("{whole}{places}").parse().ok()?;
    Some(Exact::decimal(units, u32::try_from(places.len()).ok()?))
}

/// Reads the units of an edition, in the file's order: names sorted by Vietnamese rules.
pub(super) fn parse_units(file: &str, text: &str) -> Result<Vec<Unit>, FileError> {
    let table = Table::parse(file, text)?;
    let optional = |row: usize, column: &str| match table.header.iter().any(|name| name == column) {
        true => table.cell(row, column),
        false => Ok(""),
    };
    let mut units = Vec::new();
    for row in 0..table.rows.len() {
        let region = Text {
            vi: optional(row, "region_vi")?.to_owned(),
            en: optional(row, "region_en")?.to_owned(),
        };
        let variants = optional(row, "variants")?
            .split('|')
            .filter(|name| !name.is_empty());
        let mut population = BTreeMap::new();
        for year in [2023_u16, 2024] {
            let column = format!("population_{year}_thousand");
            let cell = optional(row, &column)?;
            if let Some(value) = decimal(cell) {
                population.insert(year, value);
            } else if !cell.is_empty() {
                return Err(table.fault(row, &column, format!("`{cell}` is not a number")));
            }
        }
        units.push(Unit {
            id: table.cell(row, "id")?.to_owned(),
            name: Text {
                vi: table.cell(row, "name_vi")?.to_owned(),
                en: table.cell(row, "name_en")?.to_owned(),
            },
            gso_code: table.cell(row, "gso_code")?.to_owned(),
            region: (!region.vi.is_empty()).then_some(region),
            variants: variants.map(str::to_owned).collect(),
            population,
        });
    }
    Ok(units)
}

/// Reads the figures of an edition: a row per unit, in the order of `units`.
pub(super) fn parse_rows(
    file: &str,
    text: &str,
    framework: &Framework,
    units: &[Unit],
) -> Result<Vec<Row>, FileError> {
    let table = Table::parse(file, text)?;
    let mut rows = vec![Row::default(); units.len()];
    for line in 0..table.rows.len() {
        let id = table.cell(line, "unit")?;
        let place = units
            .iter()
            .position(|unit| unit.id == id)
            .and_then(|p| rows.get_mut(p));
        let Some(place) = place else {
            return Err(table.fault(
                line,
                "unit",
                format!("`{id}` is not a unit of this edition"),
            ));
        };
        *place = parse_row(&table, line, framework)?;
    }
    Ok(rows)
}

fn parse_row(table: &Table, line: usize, framework: &Framework) -> Result<Row, FileError> {
    let default_source = table.cell(line, "source")?;
    let sources = remarks(table.cell(line, "other_sources")?);
    let copies = remarks(table.cell(line, "copies")?);
    let derived: Vec<&str> = table.cell(line, "derived")?.split(' ').collect();
    let mut row = Row {
        pillars: vec![PillarFigures::default(); framework.pillars().len()],
        ..Row::default()
    };
    for column in table.figure_columns() {
        let cell = table.cell(line, column)?;
        if cell.is_empty() {
            continue;
        }
        let is_rank = column.starts_with("rank");
        let value = decimal(cell).filter(|value| is_rank || *value <= Exact::ONE);
        let value = value.ok_or_else(|| {
            let allowed = if is_rank {
                "a rank from 1"
            } else {
                "a score from 0 to 1"
            };
            table.fault(line, column, format!("`{cell}` is not {allowed}"))
        })?;
        let origin = if derived.contains(&column) {
            Origin::Derived
        } else {
            Origin::Published
        };
        let figure = Figure {
            value,
            origin,
            source: sources
                .get(column)
                .copied()
                .unwrap_or(default_source)
                .to_owned(),
            copies: copies
                .get(column)
                .and_then(|count| count.parse().ok())
                .unwrap_or(1),
        };
        if !place_figure(&mut row, framework, column, figure) {
            let problem = format!("`{column}` is not a field of `{}`", framework.id());
            return Err(table.fault(line, column, problem));
        }
    }
    Ok(row)
}

/// Puts a figure in its place; says whether the column names one.
fn place_figure(row: &mut Row, framework: &Framework, column: &str, figure: Figure) -> bool {
    let pillar = |id: &str| {
        framework
            .pillars()
            .iter()
            .position(|pillar| pillar.id == id)
    };
    if column == "rank" {
        row.rank = Some(figure);
    } else if column == "score" {
        row.total = Some(figure);
    } else if let Some(id) = column.strip_prefix("pillar_") {
        let Some(place) = pillar(id).and_then(|p| row.pillars.get_mut(p)) else {
            return false;
        };
        place.score = Some(figure);
    } else if let Some(id) = column.strip_prefix("rank_pillar_") {
        let Some(place) = pillar(id).and_then(|p| row.pillars.get_mut(p)) else {
            return false;
        };
        place.rank = Some(figure);
    } else {
        let Some(node) = framework.node(column) else {
            return false;
        };
        row.indicators.insert(node, figure);
    }
    true
}

/// `field=remark` pairs, separated by spaces.
fn remarks(cell: &str) -> BTreeMap<&str, &str> {
    cell.split(' ')
        .filter_map(|pair| pair.split_once('='))
        .collect()
}

/// Reads a file of two columns into a map.
pub(super) fn parse_pairs(file: &str, text: &str) -> Result<BTreeMap<String, String>, FileError> {
    let table = Table::parse(file, text)?;
    let pair = |row: usize| {
        Ok((
            table.cell(row, "former")?.to_owned(),
            table.cell(row, "new")?.to_owned(),
        ))
    };
    (0..table.rows.len()).map(pair).collect()
}

/// Reads the list of sources.
pub(super) fn parse_sources(file: &str, text: &str) -> Result<BTreeMap<String, Source>, FileError> {
    let table = Table::parse(file, text)?;
    let source = |row: usize| {
        let kind = table.cell(row, "kind")?.to_owned();
        let place = table.cell(row, "url")?.to_owned();
        Ok((table.cell(row, "key")?.to_owned(), Source { kind, place }))
    };
    (0..table.rows.len()).map(source).collect()
}

#[cfg(test)]
mod tests {
    use super::{decimal, parse_units};
    use crate::model::Exact;

    #[test]
    fn only_plain_decimals_are_numbers() {
        assert_eq!(decimal("0.6975"), Some(Exact::decimal(6975, 4)));
        assert_eq!(decimal("63"), Some(Exact::whole(63)));
        for bad in [
            "",
            ".5",
            "1.",
            "-1",
            "1e3",
            "0,5",
            "1.2.3",
            "NaN",
            "9999999999999",
        ] {
            assert_eq!(decimal(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_missing_column_is_named() {
        let fault = parse_units("units/x.csv", "id,name_vi\na,A\n").unwrap_err();
        assert_eq!(
            fault.to_string(),
            "units/x.csv, header: the column `name_en` is missing"
        );
    }
}
