//! The rows of an edition: every unit once, every figure written as it must be, every note about a
//! figure that is there.

use super::framework::Framework;
use super::lists::Edition;
use super::table::{Row, Table};
use super::{Data, Findings};

/// Columns that are no figures.
const NOTES: [&str; 5] = ["unit", "source", "other_sources", "derived", "copies"];

/// The figures of an edition, scores in ten-thousandths.
pub(super) struct Rows {
    pub(super) table: Table,
}

impl Rows {
    /// A score in ten-thousandths, or a rank; `None` where the cell is empty or wrong.
    pub(super) fn figure(&self, row: &Row, column: &str) -> Option<i64> {
        let text = self.table.cell(row, column);
        if column.starts_with("rank") {
            text.parse().ok()
        } else {
            ten_thousandths(text)
        }
    }

    /// The figure of a unit.
    pub(super) fn figure_of(&self, unit: &str, column: &str) -> Option<i64> {
        let mut rows = self.table.rows.iter();
        let row = rows.find(|row| self.table.cell(row, "unit") == unit)?;
        self.figure(row, column)
    }
}

/// `0.6440` as 6440; nothing for what is written otherwise.
fn ten_thousandths(text: &str) -> Option<i64> {
    let (whole, places) = text.split_once('.')?;
    let is_plain = places.len() == 4 && places.bytes().all(|byte| byte.is_ascii_digit());
    let places: i64 = is_plain.then(|| places.parse().ok()).flatten()?;
    match (whole, places) {
        ("0", _) => Some(places),
        ("1", 0) => Some(10_000),
        _ => None,
    }
}

/// Reads an edition and checks that each figure is of a unit and a column that there are.
pub(super) fn check(
    data: &mut Data,
    edition: &Edition,
    framework: &Framework,
    units: &[String],
) -> Rows {
    let name = format!("editions/{}.csv", edition.id);
    let table = data.table(
        &name,
        &[
            "unit",
            "rank",
            "score",
            "source",
            "other_sources",
            "derived",
            "copies",
        ],
    );
    let findings = &mut data.findings;
    columns(&table, framework, findings);
    table.expect_unique("unit", findings);
    for row in &table.rows {
        let unit = table.cell(row, "unit");
        if !units.iter().any(|own| own == unit) {
            let sentence = format!("`{unit}` is no unit of units/{}.csv", edition.units);
            findings.add(table.cell_place(row, "unit"), sentence);
        }
        figures(&table, row, units.len(), findings);
        if edition.is_simulatable && table.cell(row, "score").is_empty() {
            let sentence = "is empty; an edition that can be simulated needs every score";
            findings.add(table.cell_place(row, "score"), sentence);
        }
    }
    if edition.is_simulatable {
        let has_row = |unit: &&String| {
            table
                .rows
                .iter()
                .any(|row| table.cell(row, "unit") == *unit)
        };
        for unit in units.iter().filter(|unit| !has_row(unit)) {
            let sentence =
                format!("no row for {unit}; an edition that can be simulated needs all units");
            findings.add(&name, sentence);
        }
    }
    Rows { table }
}

fn columns(table: &Table, framework: &Framework, findings: &mut Findings) {
    let is_known = |column: &str| {
        let pillar = |name: &str| framework.pillars.iter().any(|pillar| pillar.id == name);
        ["rank", "score"].contains(&column)
            || NOTES.contains(&column)
            || framework.mains.iter().any(|main| main.id == column)
            || column.strip_prefix("pillar_").is_some_and(pillar)
            || column.strip_prefix("rank_pillar_").is_some_and(pillar)
    };
    let is_without_framework = framework.mains.is_empty() && framework.pillars.is_empty();
    // The tables of 2020 keep the columns of later years, empty.
    let has_figure = |column: &str| {
        table
            .rows
            .iter()
            .any(|row| !table.cell(row, column).is_empty())
    };
    for column in table.columns() {
        if !is_without_framework && !is_known(column) && has_figure(column) {
            let sentence = format!("the column `{column}` is neither an indicator nor a note");
            findings.add(&table.name, sentence);
        }
    }
}

fn figures(table: &Table, row: &Row, units: usize, findings: &mut Findings) {
    for column in table
        .columns()
        .iter()
        .filter(|c| !NOTES.contains(&c.as_str()))
    {
        let text = table.cell(row, column);
        if text.is_empty() {
            continue;
        }
        let sentence = if column.starts_with("rank") {
            let rank = text.parse().ok().filter(|rank| (1..=units).contains(rank));
            let is_plain = rank.is_some_and(|rank| rank.to_string() == text);
            (!is_plain).then(|| format!("`{text}` is no rank; there are {units} units"))
        } else {
            let is_score = ten_thousandths(text).is_some();
            (!is_score)
                .then(|| format!("`{text}` is no score; write 0.0000 to 1.0000, four decimals"))
        };
        if let Some(sentence) = sentence {
            findings.add(table.cell_place(row, column), sentence);
        }
    }
}

/// Checks where the figures of the rows are said to come from; notes the keys that are used.
pub(super) fn notes(data: &mut Data, rows: &Rows, sources: &[String], used: &mut Vec<String>) {
    let table = &rows.table;
    let findings = &mut data.findings;
    for row in &table.rows {
        let own = table.cell(row, "source");
        source(table, row, ("source", own), sources, findings);
        used.push(own.to_owned());
        for column in ["other_sources", "derived", "copies"] {
            let mut named = Vec::new();
            for note in table
                .cell(row, column)
                .split(' ')
                .filter(|note| !note.is_empty())
            {
                let (field, value) = note.split_once('=').unwrap_or((note, ""));
                let place = table.cell_place(row, column);
                if table.cell(row, field).is_empty() || NOTES.contains(&field) {
                    findings.add(&place, format!("`{field}` has no figure in this row"));
                } else if named.contains(&field) {
                    findings.add(&place, format!("`{field}` is named twice"));
                }
                named.push(field);
                match column {
                    "other_sources" => {
                        source(table, row, (column, value), sources, findings);
                        used.push(value.to_owned());
                    }
                    "copies" if value.parse().is_ok_and(|count: u32| count >= 2) => {}
                    "copies" => {
                        findings.add(place, format!("`{note}`: write field=number, from 2 on"));
                    }
                    _ if value.is_empty() => {}
                    _ => findings.add(place, format!("`{note}`: name the field only")),
                }
            }
        }
    }
}

fn source(
    table: &Table,
    row: &Row,
    (column, key): (&str, &str),
    sources: &[String],
    findings: &mut Findings,
) {
    if !sources.iter().any(|own| own == key) {
        let sentence = format!("`{key}` is no key of sources.csv; every figure names its source");
        findings.add(table.cell_place(row, column), sentence);
    }
}
