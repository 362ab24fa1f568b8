//! One scorecard or the results of one edition as a JSON file of its own: all that it rests on, so that
//! it can be opened again, and what came out.

use super::hand_out;
use crate::page::desk::Desk;
use crate::page::desk::ground::Ground;
use crate::page::desk::keep::edition_of;
use dti_engine::model::{Node, Scenario, Standing};
use dti_formats::link::{Link, Privacy, write};
use dti_formats::{Computed, Own, Project, ProjectKind, part_text};

/// Hands out what is on screen.
pub(super) fn save(desk: &mut Desk, kind: ProjectKind) {
    let Some(ground) = &desk.ground else {
        return;
    };
    let (edition, unit) = (ground.edition.id(), &ground.unit);
    let (computed, current, name) = match kind {
        ProjectKind::Scorecard => (
            own_standing(ground),
            seen_from(ground),
            format!("dti-{edition}-{unit}-scorecard.json"),
        ),
        _ => (
            standings(ground),
            ground.fragment.clone(),
            format!("dti-{edition}-results.json"),
        ),
    };
    let project = Project {
        kind,
        own: rests_on(desk, ground, kind),
        scenarios: Vec::new(),
        current,
    };
    hand_out(
        desk,
        name,
        "application/json",
        part_text(&project, &computed),
    );
}

/// What of the reader's data counts in this edition.
fn rests_on(desk: &Desk, ground: &Ground, kind: ProjectKind) -> Own {
    let (own, edition) = (&desk.own, ground.edition.id());
    let framework = ground.framework().id();
    let mut part = own.clone();
    part.lists.retain(|list| list.framework == framework);
    part.results.retain(|table| table.edition == edition);
    part.indices
        .retain(|index| edition_of(index).as_deref() == Some(edition));
    part.examples.retain(|example| example == edition);
    let is_all = kind == ProjectKind::Results;
    part.assessments
        .retain(|one| one.edition == edition && (is_all || one.unit == ground.unit));
    part
}

/// The edition seen from the unit, without any what-if.
fn seen_from(ground: &Ground) -> String {
    let scenario = Scenario {
        unit: Some(ground.unit.clone()),
        ..Scenario::baseline(ground.edition.id())
    };
    let link = Link {
        scenario,
        ..Link::default()
    };
    write(&link, Privacy::ChoicesOnly).unwrap_or_default()
}

/// All indicators of the open unit.
fn own_standing(ground: &Ground) -> Vec<Computed> {
    let nodes: Vec<Node> = ground.framework().nodes().collect();
    let own = ground.standings.of(ground.position);
    own.iter()
        .filter_map(|own| computed(ground, own, &nodes))
        .collect()
}

/// The main indicators of all units, in rank order.
fn standings(ground: &Ground) -> Vec<Computed> {
    let nodes: Vec<Node> = ground.framework().mains().collect();
    let all = ground.standings.standings.iter();
    all.filter_map(|own| computed(ground, own, &nodes))
        .collect()
}

fn computed(ground: &Ground, own: &Standing, nodes: &[Node]) -> Option<Computed> {
    let unit = ground.edition.units().get(own.position)?;
    let framework = ground.framework();
    let provenance = ground.edition.provenance();
    let indicators = nodes
        .iter()
        .filter(|&&node| framework.indicator(node).scored);
    let indicators = indicators.map(|&node| {
        let indicator = framework.indicator(node);
        let score = own.card.score(node);
        (
            indicator.id.clone(),
            score,
            indicator.max_points.value(),
            own.card.origin(node).map(|own| provenance.shown(own)),
        )
    });
    Some(Computed {
        unit: unit.id.clone(),
        standing: (own.rank, own.score),
        baseline: (own.baseline_rank, own.baseline_score),
        indicators: indicators.collect(),
    })
}

#[cfg(test)]
mod tests {
    use crate::page::Asked;
    use crate::page::desk::tests::{desk, press, question};
    use crate::page::desk::{Brought, Desk, News};
    use dti_engine::model::{Assessed, Assessment, Exact, RawValue, ResultsRow, ResultsTable};
    use proptest::prelude::*;

    fn saved(desk: &mut Desk, what: &str) -> String {
        desk.news();
        press(desk, &format!("export json {what}"));
        match &desk.news()[..] {
            [News::Save { text, .. }] => text.clone(),
            other => panic!("{other:?}"),
        }
    }

    /// A new desk that opens the file, and the page with it.
    fn opened(text: &str) -> Desk {
        let mut other = desk("#e=2023&u=hue");
        other.receive("x.json", Brought::Bytes(text.as_bytes().to_vec()));
        let news = other.news();
        let load = news.iter().find_map(|news| match news {
            News::Load(fragment) => Some(fragment.clone()),
            _ => None,
        });
        let mut asked: Asked = question("#e=2022");
        asked.fragment = load.unwrap();
        asked.unit = "bac-giang".to_owned();
        other.markup(&asked);
        other
    }

    fn own() -> impl Strategy<Value = (Assessment, ResultsTable, String)> {
        let values = prop::collection::vec((0..5_usize, 0..=9_000_i64), 1..5);
        let scores = prop::collection::vec((0..3_usize, 5_000..9_000_i64), 0..3);
        (values, scores, 0..=10_000_i64).prop_map(|(values, scores, supposed)| {
            let mut rows: Vec<Assessed> = Vec::new();
            for (main, points) in values {
                let mains = [
                    "awareness",
                    "institutions",
                    "infrastructure",
                    "workforce",
                    "society",
                ];
                let indicator = mains[main].to_owned();
                if rows.iter().all(|row| row.indicator != indicator) {
                    let own = Some(RawValue::Points(Exact::decimal(points, 2)));
                    rows.push(Assessed {
                        indicator,
                        own,
                        ..Assessed::default()
                    });
                }
            }
            let mut row = ResultsRow {
                unit: "lang-son".to_owned(),
                ..ResultsRow::default()
            };
            for (main, score) in scores {
                let id = ["government", "economy", "society"][main].to_owned();
                if row.scores.iter().all(|(own, _)| *own != id) {
                    row.scores.push((id, Exact::decimal(score, 4)));
                }
            }
            // As a map in the file has them.
            row.scores.sort();
            let (edition, unit) = ("2022".to_owned(), "bac-giang".to_owned());
            let assessment = Assessment {
                edition: edition.clone(),
                unit,
                rows,
            };
            let supposed = Exact::decimal(supposed, 4).to_short_text(4);
            let rows = vec![row];
            (
                assessment,
                ResultsTable { edition, rows },
                format!("bac-giang.economy:{supposed}"),
            )
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(8))]
        #[test]
        fn results_and_scorecards_open_again_with_nothing_lost((card, table, supposed) in own()) {
            let mut desk = desk("#e=2022&u=bac-giang");
            let mut next = desk.own.clone();
            next.assess(card.clone());
            next.results.push(table);
            prop_assume!(desk.change(next).is_ok());
            let assessed = desk.news().into_iter().find_map(|news| match news {
                News::Assessed(text) => Some(text),
                _ => None,
            });
            let assessed = assessed.unwrap();
            let (_, own) = assessed.trim_end().split_once(' ').unwrap();
            let mut asked: Asked = question("#e=2022&u=bac-giang");
            asked.fragment = format!("{own}&u=bac-giang&s={supposed}");
            desk.markup(&asked);
            prop_assume!(desk.refusal.is_none());
            let again = opened(&saved(&mut desk, "results"));
            prop_assert_eq!(&again.own, &desk.own);
            let [before, after] = [&desk, &again].map(|desk| &desk.ground.as_ref().unwrap().standings);
            prop_assert_eq!(&before.standings, &after.standings);
            let again = opened(&saved(&mut desk, "card"));
            prop_assert_eq!(again.own.assessment("2022", "bac-giang"), Some(&card));
        }
    }

    #[test]
    fn a_part_goes_beside_what_is_there() {
        let mut desk = desk("#e=2022&u=bac-giang");
        let text = saved(&mut desk, "results");
        assert!(text.contains("\"format\": \"dti-whatif results\""));
        assert_eq!(text.matches("\"rank\"").count(), 63);
        press(&mut desk, "index example example-rules-2025");
        desk.receive("x.json", Brought::Bytes(text.into_bytes()));
        assert_eq!(desk.own.examples, ["example-rules-2025"]);
        assert_eq!(desk.done, "Đã mở bảng xếp hạng.");
    }
}
