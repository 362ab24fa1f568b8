//! What follows from other figures is computed again: sums, ranks, pillars, the means of a merger.

use super::Data;
use super::editions::Rows;
use super::framework::{Framework, Pillar};
use super::lists::Edition;
use super::table::Row;

/// Half a ten-thousandth of the total and half of each indicator: the most that rounding explains, in
/// ten-thousandths.
const MOST_ROUNDING: i64 = 1;

/// Sums, ranks and pillars of one edition.
pub(super) fn check(data: &mut Data, edition: &Edition, framework: &Framework, rows: &Rows) {
    if edition.is_simulatable {
        for row in &rows.table.rows {
            sum(data, framework, rows, row);
            for pillar in &framework.pillars {
                pillar_score(data, framework, rows, (row, pillar));
            }
        }
        ranks(data, rows);
    } else {
        for row in &rows.table.rows {
            weighted(data, framework, rows, row);
        }
    }
}

/// A total that is made of weighted pillars.
fn weighted(data: &mut Data, framework: &Framework, rows: &Rows, row: &Row) -> Option<()> {
    let own = rows.figure(row, "score")?;
    let mut sum = 0;
    for pillar in &framework.pillars {
        sum += pillar.weight? * rows.figure(row, &format!("pillar_{}", pillar.id))?;
    }
    if (sum - own * 10_000).abs() > MOST_ROUNDING * 10_000 {
        let (own, sum) = (score(own), score((sum + 5_000) / 10_000));
        let sentence = format!("the weighted pillars give {sum} but the score is {own}");
        data.findings.add(rows.table.place(row), sentence);
    }
    Some(())
}

/// A score in ten-thousandths as it is written.
fn score(value: i64) -> String {
    format!("{}.{:04}", value / 10_000, value % 10_000)
}

/// Ten-thousandths of points as points with two decimals, rounded.
fn points(value: i64) -> String {
    let hundredths = (value + 50) / 100;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// Complete rows add up to their score; in others the known ones leave room for the rest.
fn sum(data: &mut Data, framework: &Framework, rows: &Rows, row: &Row) {
    let Some(own) = rows.figure(row, "score") else {
        return;
    };
    let (mut known, mut open) = (0, 0);
    for main in &framework.mains {
        match rows.figure(row, &main.id) {
            Some(value) => known += value * main.max_points,
            None => open += main.max_points * 10_000,
        }
    }
    let total = framework.total();
    let all = own * total;
    let slack = MOST_ROUNDING * total;
    let place = rows.table.place(row);
    if open == 0 && (known - all).abs() > slack {
        let sum = score((known + total / 2) / total.max(1));
        let own = score(own);
        data.findings.add(
            place,
            format!(
                "the main indicators add up to {sum} but the score is {own}; one of them is wrong"
            ),
        );
    } else if known > all + slack {
        let (known, all) = (points(known), points(all));
        let sentence = format!(
            "the known main indicators alone have {known} points, more than the {all} of the score"
        );
        data.findings.add(place, sentence);
    } else if known + open + slack < all {
        let (most, all) = (points(known + open), points(all));
        let sentence = format!(
            "even with full points where nothing is known the sum is {most}, less than the {all} of the score"
        );
        data.findings.add(place, sentence);
    }
}

/// Every rank on file is 1 plus the number of higher scores.
fn ranks(data: &mut Data, rows: &Rows) {
    let scores: Vec<i64> = rows
        .table
        .rows
        .iter()
        .filter_map(|row| rows.figure(row, "score"))
        .collect();
    for row in &rows.table.rows {
        let (Some(own), Some(rank)) = (rows.figure(row, "score"), rows.figure(row, "rank")) else {
            continue;
        };
        let higher = scores.iter().filter(|&&other| other > own).count();
        if i64::try_from(higher + 1) != Ok(rank) {
            let sentence = format!(
                "{rank}, but {higher} units have a higher score, so it is {}",
                higher + 1
            );
            data.findings
                .add(rows.table.cell_place(row, "rank"), sentence);
        }
    }
}

/// A published pillar follows from the total and its members.
fn pillar_score(
    data: &mut Data,
    framework: &Framework,
    rows: &Rows,
    (row, pillar): (&Row, &Pillar),
) -> Option<()> {
    let column = format!("pillar_{}", pillar.id);
    let published = rows.figure(row, &column)?;
    let total = rows.figure(row, "score")? * framework.total();
    let (mut gained, mut most) = (0, 0);
    for member in &pillar.members {
        let own = framework.mains.iter().find(|main| main.id == *member);
        if let Some(main) = own {
            gained += rows.figure(row, member)? * main.max_points;
            most += main.max_points;
            continue;
        }
        // A group is the total without what lies outside it: that needs no unpublished figure.
        let mut rest = total;
        for main in &framework.mains {
            if main.group == *member {
                most += main.max_points;
            } else {
                rest -= rows.figure(row, &main.id)? * main.max_points;
            }
        }
        gained += rest;
    }
    // Both the total and the members are rounded.
    let is_near = (gained - published * most).abs() <= 2 * MOST_ROUNDING * framework.total();
    if most > 0 && !is_near {
        let computed = score((gained + most / 2) / most);
        let sentence = format!(
            "{} does not follow from the total, which gives {computed}",
            score(published)
        );
        data.findings
            .add(rows.table.cell_place(row, &column), sentence);
    }
    Some(())
}

/// Who became part of whom, and the means of the merger.
pub(super) fn mergers(data: &mut Data, read: &[(&Edition, Rows)]) {
    let table = data.table("mergers.csv", &["former", "new"]);
    table.expect_unique("former", &mut data.findings);
    for (edition, rows) in read {
        let Some(of) = &edition.merger_of else {
            continue;
        };
        let Some((_, before)) = read.iter().find(|(other, _)| other.id == *of) else {
            continue;
        };
        let is_unit = |rows: &Rows, id: &str| rows.figure_of(id, "score").is_some();
        for row in &table.rows {
            for (column, rows) in [("former", before), ("new", rows)] {
                let id = table.cell(row, column);
                if !is_unit(rows, id) {
                    let sentence = format!("`{id}` is no unit with a score in {}", rows.table.name);
                    data.findings.add(table.cell_place(row, column), sentence);
                }
            }
        }
        for row in &rows.table.rows {
            let unit = rows.table.cell(row, "unit");
            let formers = table
                .rows
                .iter()
                .filter(|row| table.cell(row, "new") == unit);
            let scores: Vec<i64> = formers
                .filter_map(|row| before.figure_of(table.cell(row, "former"), "score"))
                .collect();
            let (Some(own), Ok(count)) = (rows.figure(row, "score"), i64::try_from(scores.len()))
            else {
                continue;
            };
            let sum: i64 = scores.iter().sum();
            if count > 0 && (sum - own * count).abs() > MOST_ROUNDING * count {
                let sentence = format!(
                    "{}, but the mean of the former units in {} is {}",
                    score(own),
                    before.table.name,
                    score((sum + count / 2) / count)
                );
                data.findings
                    .add(rows.table.cell_place(row, "score"), sentence);
            }
        }
    }
}
