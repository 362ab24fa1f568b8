//! The file for Python: fractions all the way, so that every half is rounded as the method says.

use super::{Script, ScriptUnit, number, quoted, remark};
use dti_engine::model::{Mean, Ties};

/// Above all figures.
const HEAD: &str = "import math
import sys
from fractions import Fraction

import pandas as pd

";

/// From the tables to the mean of each unit.
const SCORES: &str = "codes = list(indicators.index)
weights = indicators[\"max_points\"].map(Fraction)
scores = units[codes].apply(lambda column: column.map(Fraction))
";

/// What stands at the end: the table as CSV, and what agrees with the page.
const END: &str = "page_score = units[\"page_score\"].map(Fraction)
agreed = [abs(ours - theirs) < Fraction(1, 10**9) for ours, theirs in zip(total, page_score)]
agreed = (rank == units[\"page_rank\"].astype(int)) & pd.Series(agreed, index=units.index)
";

pub(super) fn written(script: &Script) -> String {
    let words = &script.words;
    let mut text: String = words.about.iter().map(|line| remark(line)).collect();
    text.push_str(HEAD);
    text.push_str(&remark(&words.indicators));
    text.push_str(&table(
        "indicators",
        &indicators(script),
        &["code", "name", "max_points"],
    ));
    text.push_str("indicators = indicators.set_index(\"code\")\n\n");
    text.push_str(&remark(&words.units));
    let mut columns = vec!["unit", "name"];
    columns.extend(script.indicators.iter().map(|own| own.id.as_str()));
    columns.extend(["residual", "moved", "origins", "page_score", "page_rank"]);
    let rows: Vec<String> = script.units.iter().map(row).collect();
    text.push_str(&table("units", &rows, &columns));
    text.push('\n');
    text.push_str(&remark(&words.total));
    text.push_str(SCORES);
    text.push_str(mean(script.mean));
    text.push_str(&total(script.decimals));
    text.push('\n');
    text.push_str(&remark(&words.rank));
    text.push_str(match script.ties {
        Ties::Competition => "rank = total.map(lambda own: 1 + int((total > own).sum()))\n",
        Ties::Dense => "rank = total.map(lambda own: 1 + int(total[total > own].nunique()))\n",
    });
    text.push_str(&results(script.decimals));
    text.push('\n');
    text.push_str(&remark(&words.check));
    text.push_str(END);
    let check = quoted(&words.check);
    text.push_str(&format!(
        "print({check}, f\"{{int(agreed.sum())}}/{{len(units)}}\", file=sys.stderr)\n"
    ));
    text
}

fn indicators(script: &Script) -> Vec<String> {
    let rows = script.indicators.iter().map(|own| {
        let max_points = quoted(&number(own.max_points));
        format!("{}, {}, {max_points}", quoted(&own.id), quoted(&own.name))
    });
    rows.collect()
}

fn row(unit: &ScriptUnit) -> String {
    let mut cells = vec![quoted(&unit.id), quoted(&unit.name)];
    cells.extend(unit.scores.iter().map(|score| quoted(&number(*score))));
    cells.extend([unit.residual, unit.moved].map(|own| quoted(&number(own))));
    cells.push(quoted(&unit.origins));
    cells.push(quoted(&number(unit.total)));
    cells.push(unit.rank.to_string());
    cells.join(", ")
}

/// A table of these rows and columns.
fn table(name: &str, rows: &[String], columns: &[&str]) -> String {
    let rows: String = rows
        .iter()
        .map(|row| format!("        ({row}),\n"))
        .collect();
    let columns: Vec<String> = columns.iter().map(|column| quoted(column)).collect();
    format!(
        "{name} = pd.DataFrame(\n    [\n{rows}    ],\n    columns=[{}],\n)\n",
        columns.join(", ")
    )
}

fn mean(mean: Mean) -> &'static str {
    match mean {
        Mean::Arithmetic => {
            "mean = sum(scores[code] * weights[code] for code in codes) / weights.sum()\n"
        }
        Mean::Geometric => {
            "mean = scores.apply(\n    lambda row: math.prod(float(row[code]) ** float(weights[code] / weights.sum()) for code in codes), axis=1\n)\n\
             mean = mean.map(lambda value: Fraction(round(value, 12)).limit_denominator(10**12))\n"
        }
        Mean::Harmonic => {
            "mean = scores.apply(\n    lambda row: 0 if 0 in list(row) else weights.sum() / sum(weights[code] / row[code] for code in codes), axis=1\n)\n"
        }
    }
}

/// The residual is kept, but everything at 1 is exactly 1 and everything at 0 exactly 0.
fn total(decimals: Option<u32>) -> String {
    let rounded = match decimals {
        Some(decimals) => {
            format!("Fraction(math.floor(kept * 10**{decimals} + Fraction(1, 2)), 10**{decimals})")
        }
        None => "kept".to_owned(),
    };
    format!(
        "\n\ndef total_of(mean, residual, moved):\n    \
         own = mean if mean in (0, 1) else mean + residual\n    \
         kept = min(max(own + moved, Fraction(0)), Fraction(1))\n    \
         return {rounded}\n\n\n\
         residual, moved = (units[column].map(Fraction) for column in (\"residual\", \"moved\"))\n\
         total = pd.Series(\n    [total_of(*row) for row in zip(mean, residual, moved)], index=units.index, dtype=object\n)\n"
    )
}

/// The table that is printed, best first.
fn results(decimals: Option<u32>) -> String {
    let shown = decimals.unwrap_or(super::DECIMALS);
    format!(
        "results = units[[\"unit\", \"name\"]].assign(\n    rank=rank, total=total.map(lambda own: f\"{{float(own):.{shown}f}}\"), \
         origins=units[\"origins\"]\n)\n\
         print(results.sort_values(\"rank\", kind=\"stable\").to_csv(index=False), end=\"\")\n"
    )
}
