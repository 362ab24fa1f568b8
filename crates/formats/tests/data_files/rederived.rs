//! Everything on file that follows from other figures on file is derived again and compared.

use std::collections::BTreeMap;

use crate::oracle::numbers::{Number, distance, fraction, ranks, ten_thousandths, whole, zero};
use crate::oracle::{Case, Oracle, Origin};
use crate::{Findings, expect_none};

const SIMULATABLE: [&str; 4] = ["2022", "2023", "2024", "2024-34"];
const PILLARS: [&str; 3] = ["government", "economy", "society"];

fn whole_rank(rank: usize) -> Number {
    whole(i64::try_from(rank).unwrap_or(i64::MAX))
}

/// The figures of one field by unit.
fn column(oracle: &Oracle, edition: &str, field: &str) -> BTreeMap<String, Number> {
    let rows = oracle.edition(edition).figures.iter();
    rows.filter_map(|(unit, row)| Some((unit.clone(), row.get(field)?.value.clone())))
        .collect()
}

#[test]
fn every_rank_on_file_follows_from_the_scores() {
    let oracle = Oracle::load();
    let mut findings = Findings::new();
    for edition in SIMULATABLE {
        let scores = column(oracle, edition, "score");
        let rounded = scores
            .iter()
            .map(|(unit, score)| (unit.clone(), ten_thousandths(score)));
        let derived = ranks(&rounded.collect());
        for (unit, rank) in column(oracle, edition, "rank") {
            if rank != whole_rank(derived[&unit]) {
                let own = derived[&unit];
                findings.push(format!(
                    "editions/{edition}.csv, {unit}: rank {rank}, not {own}"
                ));
            }
        }
    }
    expect_none(findings);
}

#[test]
fn incomplete_years_put_scores_and_ranks_in_the_same_order() {
    let oracle = Oracle::load();
    let mut findings = Findings::new();
    for edition in ["2020", "2021"] {
        for (score, rank) in [
            ("score", "rank"),
            ("pillar_government", "rank_pillar_government"),
            ("pillar_economy", "rank_pillar_economy"),
            ("pillar_society", "rank_pillar_society"),
        ] {
            let ranked = column(oracle, edition, rank);
            let rows: Vec<(String, Number, Number)> = column(oracle, edition, score)
                .into_iter()
                .filter_map(|(unit, score)| {
                    let rank = ranked.get(&unit)?.clone();
                    Some((unit, score, rank))
                })
                .collect();
            for (left, right) in pairs(&rows) {
                if left.1.cmp(&right.1) != right.2.cmp(&left.2) {
                    findings.push(format!("{edition} {score}: {}, {}", left.0, right.0));
                }
            }
        }
    }
    // Known: two values derived for Quảng Ninh 2021 look exchanged (history only, not corrected).
    let known = [
        "2021 pillar_economy: lam-dong, quang-ninh",
        "2021 pillar_society: lam-dong, quang-ninh",
    ];
    assert_eq!(findings, known);
}

fn pairs<T>(rows: &[T]) -> Vec<(&T, &T)> {
    let with_later = |(place, row)| rows[place + 1..].iter().map(move |later| (row, later));
    rows.iter().enumerate().flat_map(with_later).collect()
}

#[test]
fn after_a_tie_as_many_ranks_are_skipped() {
    let oracle = Oracle::load();
    let mut findings = Findings::new();
    for edition in oracle.editions.keys() {
        for field in [
            "rank",
            "rank_pillar_government",
            "rank_pillar_economy",
            "rank_pillar_society",
        ] {
            let on_file: Vec<Number> = column(oracle, edition, field).into_values().collect();
            for rank in &on_file {
                let shared = on_file.iter().filter(|other| *other == rank).count();
                for skipped in 1..shared {
                    if on_file.contains(&(rank + whole_rank(skipped))) {
                        findings.push(format!("editions/{edition}.csv: {field} {rank} is shared"));
                    }
                }
            }
        }
    }
    expect_none(findings);
}

#[test]
fn complete_rows_add_up_to_their_total() {
    let oracle = Oracle::load();
    let mut findings = Findings::new();
    let mut worst = zero();
    let mut complete = Vec::new();
    for edition in SIMULATABLE {
        let maxima = oracle.official_maxima(edition);
        let units = oracle.complete_units(edition);
        complete.push(units.len());
        for unit in units {
            let sum = Oracle::recomputed(&oracle.complete(edition, &unit), &maxima);
            let miss = distance(&sum, oracle.published(edition, &unit));
            // Half a ten-thousandth of the total, and of each indicator: 0.0001 at the very most.
            if miss > fraction(71, 1_000_000) {
                findings.push(format!(
                    "editions/{edition}.csv, {unit}: {sum} misses the total"
                ));
            }
            worst = worst.max(miss);
        }
    }
    expect_none(findings);
    assert_eq!(
        complete,
        [10, 10, 11, 34],
        "complete rows of {SIMULATABLE:?}"
    );
    // The method says 0.00007: rounded, it is.
    assert_eq!((worst * whole(100_000)).round(), whole(7));
}

#[test]
fn the_34_of_2024_are_the_means_of_the_63() {
    let oracle = Oracle::load();
    let mut findings = Findings::new();
    let mut means = BTreeMap::new();
    let mut compared = 0;
    for (new, formers) in &oracle.formers {
        for (field, published) in oracle.figures("2024-34", new) {
            let known = column(oracle, "2024", field);
            let parts: Vec<&Number> = formers
                .iter()
                .filter_map(|former| known.get(former))
                .collect();
            if field == "rank" || parts.len() < formers.len() {
                continue;
            }
            let mean = parts.into_iter().sum::<Number>() / whole_rank(formers.len());
            compared += 1;
            if distance(&mean, &published.value) > fraction(7, 100_000) {
                findings.push(format!(
                    "editions/2024-34.csv, {new}: {field} is not the mean"
                ));
            }
            if field == "score" {
                means.insert(new.clone(), ten_thousandths(&mean));
            }
        }
    }
    for (new, rank) in ranks(&means) {
        if oracle.figure("2024-34", &new, "rank") != &whole_rank(rank) {
            findings.push(format!(
                "editions/2024-34.csv, {new}: the means give rank {rank}"
            ));
        }
    }
    expect_none(findings);
    assert_eq!(
        compared,
        34 * 5 + 11 * 4,
        "totals, four indicators, and four more of 11 provinces"
    );
}

#[test]
fn published_pillars_follow_from_the_totals() {
    let oracle = Oracle::load();
    let (mut exact, mut near, mut ranked, mut differing) = (0, 0, 0, Vec::new());
    for edition in ["2022", "2023"] {
        for row in oracle.simulate(&Case::of(edition)).unwrap() {
            for name in PILLARS {
                let figures = oracle.figures(edition, &row.unit);
                let pillar = row.pillars[name];
                if let Some(figure) = figures.get(&format!("pillar_{name}")) {
                    match (ten_thousandths(&figure.value) - pillar.score_4dp).abs() {
                        0 => exact += 1,
                        1 => near += 1,
                        _ => panic!("{edition}, {}: pillar {name} is {pillar:?}", row.unit),
                    }
                }
                if let Some(figure) = figures.get(&format!("rank_pillar_{name}")) {
                    ranked += 1;
                    if figure.value != whole_rank(pillar.rank) {
                        let unit = &row.unit;
                        let (here, there) = (pillar.rank, &figure.value);
                        differing.push(format!("{edition} {unit} {name}: {here}, on file {there}"));
                    }
                }
            }
        }
    }
    assert_eq!(
        (exact, near),
        (8, 4),
        "pillar values to the digit, and within .0001"
    );
    let known = [
        "2022 hai-phong society: 20, on file 21",
        "2022 khanh-hoa government: 43, on file 44",
    ];
    assert_eq!(
        (ranked, differing.as_slice()),
        (52, known.map(str::to_owned).as_slice())
    );
}

#[test]
fn totals_of_2020_are_the_weighted_pillars() {
    let oracle = Oracle::load();
    let mut compared = 0;
    for (unit, row) in &oracle.edition("2020").figures {
        let weighted = [("government", 4), ("economy", 3), ("society", 3)].map(|(name, weight)| {
            row.get(&format!("pillar_{name}"))
                .map(|figure| &figure.value * fraction(weight, 10))
        });
        let (Some(score), [Some(first), Some(second), Some(third)]) = (row.get("score"), weighted)
        else {
            continue;
        };
        compared += 1;
        // Each of four rounded figures may miss by half a ten-thousandth.
        let miss = distance(&(first + second + third), &score.value);
        assert!(
            miss <= fraction(1, 10_000),
            "editions/2020.csv, {unit}: off by {miss}"
        );
    }
    assert_eq!(
        compared, 10,
        "provinces of 2020 with a total and three pillars"
    );
}

#[test]
fn what_is_not_published_can_be_spread_without_being_cut_off() {
    let oracle = Oracle::load();
    let mut estimated = Vec::new();
    for edition in ["2022", "2023", "2024"] {
        let maxima = oracle.official_maxima(edition);
        let mut count = 0;
        for unit in oracle.units(edition) {
            let values = oracle.complete(edition, &unit);
            if values
                .values()
                .all(|value| value.origin != Origin::Estimated)
            {
                continue;
            }
            count += 1;
            let sum = Oracle::recomputed(&values, &maxima);
            assert_eq!(
                &sum,
                oracle.published(edition, &unit),
                "{edition}, {unit}: cut off"
            );
        }
        estimated.push(count);
    }
    assert_eq!(
        estimated,
        [53, 53, 52],
        "units with estimates in 2022, 2023 and 2024"
    );
}
