//! What is written as CSV is read back whole, in both forms.

use super::{Choices, read_assessment, read_results, results_change, results_part};
use crate::{Cell, Form, OwnCatalogue, csv, example_part, raw_value_text, read_csv};
use dti_engine::calculator::earned_points;
use dti_engine::model::{
    Answer, Assessed, Assessment, Edition, Exact, Origin, RawValue, ResultsRow, ResultsTable, Rule,
    RuleKind,
};
use proptest::prelude::*;
use std::sync::Arc;

fn edition(id: &str, part: OwnCatalogue) -> Arc<Edition> {
    let catalogue = crate::official_catalogue_with(part).unwrap();
    Arc::clone(catalogue.edition(id).unwrap())
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn score(units: Option<i64>) -> Cell {
    units.map_or(Cell::Empty, |units| {
        Cell::Number(Exact::decimal(units, 4), 4)
    })
}

prop_compose! {
    fn line()(
        total in prop::option::of(0..=10_000_i64),
        scores in prop::collection::vec(prop::option::of(0..=10_000_i64), 8),
        rank in prop::option::of(1..=63_u32),
    ) -> (Option<i64>, Vec<Option<i64>>, Option<u32>) {
        (total, scores, rank)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn results_come_back_from_csv(
        first in 0_usize..40,
        lines in prop::collection::vec(line(), 2..20),
        vietnamese: bool,
    ) {
        let edition = edition("2022", OwnCatalogue::default());
        let framework = edition.framework();
        let form = if vietnamese { Form::Vietnamese } else { Form::International };
        let ids: Vec<String> =
            framework.mains().map(|node| framework.indicator(node).id.clone()).collect();
        let mut cells = vec![vec![text("Hạng"), text("Tỉnh"), text("DTI")]];
        cells[0].extend(ids.iter().map(|id| text(id)));
        let mut expected = Vec::new();
        for (unit, (total, scores, rank)) in edition.units().iter().skip(first).zip(&lines) {
            // A row without any figure is no row of the table.
            let total = total.or(Some(5_000));
            let mut row = vec![rank.map_or(Cell::Empty, Cell::whole), text(&unit.name.vi)];
            row.push(score(total));
            row.extend(scores.iter().map(|units| score(*units)));
            cells.push(row);
            let known = ids.iter().cloned().zip(scores);
            let known = known.filter_map(|(id, units)| Some((id, Exact::decimal((*units)?, 4))));
            expected.push(ResultsRow {
                unit: unit.id.clone(),
                rank: *rank,
                total: total.map(|units| Exact::decimal(units, 4)),
                scores: known.collect(),
            });
        }
        let grid = read_csv(csv(&cells, form).as_bytes()).unwrap();
        let read = read_results(&grid, &edition, &Choices::default()).finish();
        let table = ResultsTable { edition: "2022".to_owned(), rows: expected };
        prop_assert_eq!(read.as_ref(), Ok(&table));

        // In the catalogue it is what it was, and nothing else has changed.
        let own = self::edition("2022", results_part(&edition, &table));
        let mut entered = 0;
        for ((unit, before), after) in edition.units().iter().zip(edition.rows()).zip(own.rows()) {
            let Some(row) = table.rows.iter().find(|row| row.unit == unit.id) else {
                prop_assert_eq!(before, after);
                continue;
            };
            prop_assert_eq!(after.total.as_ref().map(|figure| figure.value), row.total);
            for (id, value) in &row.scores {
                let figure = &after.indicators[&framework.node(id).unwrap()];
                prop_assert_eq!(figure.value, *value);
            }
            let figures = after.indicators.values().chain(&after.total);
            entered += figures.filter(|figure| figure.origin == Origin::Loaded).count();
            for (node, figure) in &before.indicators {
                prop_assert!(after.indicators.contains_key(node), "{figure:?} is lost");
            }
        }
        let change = results_change(&edition, &table);
        prop_assert_eq!(change.from_estimated + change.replaced, entered);
        prop_assert_eq!(change.units, table.rows.len());
    }

    #[test]
    fn scorecards_come_back_from_csv(
        picks in prop::collection::vec((any::<bool>(), 0..3_usize, 0..=100_i64), 30),
        vietnamese: bool,
    ) {
        let edition = edition("example-rules-2025", example_part("example-rules-2025").unwrap());
        let framework = edition.framework();
        let form = if vietnamese { Form::Vietnamese } else { Form::International };
        let mut cells = vec![vec![text("id"), text("Tự đánh giá"), text("Thẩm định"), text("Giả định")]];
        let mut expected = Vec::new();
        let leaves = framework.nodes().filter(|&n| framework.indicator(n).children.is_empty());
        let mut picks = picks.into_iter();
        for node in leaves {
            let indicator = framework.indicator(node);
            let value = |(is_there, which, units): (bool, usize, i64)| {
                is_there.then(|| some_value(&indicator.rule, which, units)).flatten()
            };
            let assessed = Assessed {
                indicator: indicator.id.clone(),
                own: picks.next().and_then(value),
                verified: picks.next().and_then(value),
                ..Assessed::default()
            };
            let mut row = vec![text(&indicator.id)];
            for value in [&assessed.own, &assessed.verified, &assessed.what_if] {
                row.push(match value {
                    None => Cell::Empty,
                    Some(RawValue::Points(points)) => Cell::Number(*points, 2),
                    Some(raw) => text(&raw_value_text(raw).replace('.', if vietnamese { "," } else { "." })),
                });
            }
            cells.push(row);
            if assessed.counting().is_some() {
                expected.push(assessed);
            }
        }
        let grid = read_csv(csv(&cells, form).as_bytes()).unwrap();
        let read = read_assessment(
            &grid,
            &edition,
            "example-place-a",
            &Choices::default(),
            |framework, node, raw| earned_points(framework, node, raw).ok(),
        );
        let card = Assessment {
            edition: "example-rules-2025".to_owned(),
            unit: "example-place-a".to_owned(),
            rows: expected,
        };
        prop_assert_eq!(read.finish(), Ok(card));
    }
}

/// A value that a rule takes.
fn some_value(rule: &Rule, which: usize, units: i64) -> Option<RawValue> {
    let share = Exact::decimal(units, 2);
    Some(match &rule.kind {
        RuleKind::Points => RawValue::Points(Exact::decimal(units * 4, 2)),
        RuleKind::YesNo => RawValue::Answer(if which == 0 { Answer::Yes } else { Answer::No }),
        RuleKind::Levels(_) => RawValue::Choice(which.to_string()),
        RuleKind::PerCapita { .. } => RawValue::Inputs(vec![
            ("count".to_owned(), share),
            ("population".to_owned(), Exact::whole(1_000)),
        ]),
        kind if kind.is_ratio() => RawValue::ratio(share, Exact::ONE),
        RuleKind::Steps(_) => RawValue::Number(Exact::whole(units)),
        RuleKind::Parts(_) => RawValue::Listed((0..which).map(|part| part.to_string()).collect()),
        _ => return None,
    })
}
