//! Reading an edition: units, their published figures with origin and source, mergers, sources.

use super::table::Table;
use super::{FileError, Source};
use dti_engine::model::{Exact, Figure, Framework, Origin, PillarFigures, Row, Scale, Text, Unit};

/// Decimals that a figure on file may have.
const FILE_DECIMALS: u32 = 12;

/// Reads a plain decimal number; `None` for anything else.
pub(super) fn decimal(text: &str) -> Option<Exact> {
    Exact::from_plain_text(text, FILE_DECIMALS)
}

/// The same with a minus sign allowed before it.
pub(super) fn signed_decimal(text: &str) -> Option<Exact> {
    match text.strip_prefix('-') {
        Some(size) => decimal(size).map(|value| -value),
        None => decimal(text),
    }
}

/// Reads the units of an edition, in the file's order: names sorted by Vietnamese rules.
pub(super) fn parse_units(table: &Table) -> Result<Vec<Unit>, FileError> {
    let optional = |row: usize, column: &str| match table.has_column(column) {
        true => table.cell(row, column),
        false => Ok(""),
    };
    let mut units = Vec::new();
    for row in 0..table.len() {
        let region = Text {
            vi: optional(row, "region_vi")?.to_owned(),
            en: optional(row, "region_en")?.to_owned(),
        };
        let variants = optional(row, "variants")?
            .split('|')
            .filter(|name| !name.is_empty());
        let mut population = Vec::new();
        for year in [2023_u16, 2024] {
            let column = format!("population_{year}_thousand");
            let cell = optional(row, &column)?;
            if let Some(value) = decimal(cell) {
                population.push((year, value));
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
    table: &Table,
    framework: &Framework,
    units: &[Unit],
) -> Result<Vec<Row>, FileError> {
    let mut rows = vec![Row::default(); units.len()];
    for line in 0..table.len() {
        let id = table.cell(line, "unit")?;
        // Rows mostly stand in the order of the units, of which there may be thousands.
        let is_here = units.get(line).is_some_and(|unit| unit.id == id);
        let place = match is_here {
            true => Some(line),
            false => units.iter().position(|unit| unit.id == id),
        };
        let place = place.and_then(|place| rows.get_mut(place));
        let Some(place) = place else {
            return Err(table.fault(
                line,
                "unit",
                format!("`{id}` is not a unit of this edition"),
            ));
        };
        *place = parse_row(table, line, framework)?;
    }
    Ok(rows)
}

fn parse_row(table: &Table, line: usize, framework: &Framework) -> Result<Row, FileError> {
    let default_source = table.cell(line, "source")?;
    let sources = table.cell(line, "other_sources")?;
    let copies = table.cell(line, "copies")?;
    let derived: Vec<&str> = table.cell(line, "derived")?.split(' ').collect();
    // Only in what a reader loaded.
    let entered = match table.has_column("entered") {
        true => table.cell(line, "entered")?,
        false => "",
    };
    let entered: Vec<&str> = entered.split(' ').collect();
    let mut row = Row {
        pillars: vec![PillarFigures::default(); framework.pillars().len()],
        ..Row::default()
    };
    for (column, cell) in table.figures(line) {
        if cell.is_empty() {
            continue;
        }
        let is_rank = column.starts_with("rank");
        let value = match is_raw(framework, column) {
            true => signed_decimal(cell),
            false => decimal(cell).filter(|value| is_rank || *value <= Exact::ONE),
        };
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
        } else if entered.contains(&column) {
            Origin::Loaded
        } else {
            Origin::Published
        };
        let figure = Figure {
            value,
            origin,
            source: remark(sources, column).unwrap_or(default_source).to_owned(),
            copies: remark(copies, column)
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

/// Whether a column holds raw values, which may be any numbers.
fn is_raw(framework: &Framework, column: &str) -> bool {
    let is_scaled = |node| framework.indicator(node).scale != Scale::default();
    framework.is_composite() && framework.node(column).is_some_and(is_scaled)
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

/// The remark on one field in `field=remark` pairs, separated by spaces.
fn remark<'a>(cell: &'a str, field: &str) -> Option<&'a str> {
    let mut pairs = cell.split(' ').filter_map(|pair| pair.split_once('='));
    pairs
        .find(|(name, _)| *name == field)
        .map(|(_, remark)| remark)
}

/// Reads a file of two columns.
pub(super) fn parse_pairs(table: &Table) -> Result<Vec<(String, String)>, FileError> {
    let mut pairs = Vec::new();
    for row in 0..table.len() {
        let new = table.cell(row, "new")?.to_owned();
        pairs.push((table.cell(row, "former")?.to_owned(), new));
    }
    Ok(pairs)
}

/// Reads the list of sources.
pub(super) fn parse_sources(table: &Table) -> Result<Vec<(String, Source)>, FileError> {
    let mut sources = Vec::new();
    for row in 0..table.len() {
        let kind = table.cell(row, "kind")?.to_owned();
        let place = table.cell(row, "url")?.to_owned();
        sources.push((table.cell(row, "key")?.to_owned(), Source { kind, place }));
    }
    Ok(sources)
}

#[cfg(test)]
mod tests {
    use super::{Table, parse_units};

    #[test]
    fn a_missing_column_is_named() {
        let fault = parse_units(&Table::lines("units/x.csv", "id\tname_vi\na\tA")).unwrap_err();
        assert_eq!(
            fault.to_string(),
            "units/x.csv, header: the column `name_en` is missing"
        );
    }
}
