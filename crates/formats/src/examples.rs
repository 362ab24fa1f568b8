//! The example editions: fictitious figures, each marked as an example in its title. They are a text
//! of their own, which only what is loaded later carries.

use super::shipped::{Fields, parts};
use super::table::Table;
use super::{FileError, parse_raw_value};
use dti_engine::model::{Assessed, Assessment, Edition, Text};

/// The text that `build/shipped.rs` makes of `data/examples/`.
const EXAMPLES: &str = include_str!(concat!(env!("OUT_DIR"), "/examples.txt"));

/// Begins a part (build/shipped.rs).
const PART: char = '\u{1d}';

/// The example editions: ids and titles.
pub fn examples() -> Vec<(String, Text)> {
    listed()
        .map(|fields| (fields.own(0), fields.both(9)))
        .collect()
}

/// One example edition with its framework and units, to be appended to the catalogue text; `None`
/// for an id that is not an example's.
pub fn example_part(id: &str) -> Option<String> {
    let fields = listed().find(|fields| fields.at(0) == id)?;
    let wanted = [
        ("framework", fields.at(2)),
        ("units", fields.at(3)),
        ("edition", id),
        ("sources", ""),
    ];
    let mut text = String::new();
    for (kind, name) in wanted {
        let mut found = parts(EXAMPLES, kind).into_iter();
        let (_, lines) = found.find(|(own, _)| *own == name)?;
        text.push_str(&format!("{PART}{kind} {name}\n{lines}\n"));
    }
    text.push_str(&format!("{PART}editions \n{}\n", fields.line()));
    Some(text)
}

/// The assessments that come with an example edition: what a fictitious unit gives itself, and what
/// was verified.
pub fn example_assessments(edition: &Edition) -> Result<Vec<Assessment>, FileError> {
    let mut found = parts(EXAMPLES, "assessments").into_iter();
    let Some((_, lines)) = found.find(|(own, _)| *own == edition.id()) else {
        return Ok(Vec::new());
    };
    let table = Table::lines("assessments", lines);
    let framework = edition.framework();
    let mut assessments: Vec<Assessment> = Vec::new();
    for line in 0..table.len() {
        let (unit, indicator) = (table.cell(line, "unit")?, table.cell(line, "indicator")?);
        let node = framework.node(indicator);
        let unknown = || table.fault(line, "indicator", "this indicator is unknown");
        let rule = &framework.indicator(node.ok_or_else(unknown)?).rule;
        let value = |column: &str| match table.cell(line, column)? {
            "" => Ok(None),
            text => {
                let unread = || table.fault(line, column, "this is no value of its rule");
                parse_raw_value(rule, text).map(Some).ok_or_else(unread)
            }
        };
        let row = Assessed {
            indicator: indicator.to_owned(),
            own: value("self")?,
            verified: value("verified")?,
            ..Assessed::default()
        };
        match assessments.iter_mut().find(|one| one.unit == unit) {
            Some(one) => one.rows.push(row),
            None => assessments.push(Assessment {
                edition: edition.id().to_owned(),
                unit: unit.to_owned(),
                rows: vec![row],
            }),
        }
    }
    Ok(assessments)
}

fn listed() -> impl Iterator<Item = Fields<'static>> {
    let lists = parts(EXAMPLES, "editions").into_iter();
    lists.flat_map(|(_, lines)| lines.lines().map(Fields::of))
}

#[cfg(test)]
mod tests {
    use super::{example_assessments, example_part, examples};
    use crate::{parse_framework, shipped};
    use dti_engine::model::{Edition, Level, Rule, RuleKind};
    use std::sync::Arc;

    fn opened(id: &str) -> Arc<Edition> {
        let text = format!("{}{}", shipped::OFFICIAL, example_part(id).unwrap());
        let catalogue = crate::catalogue(text.leak()).unwrap();
        assert_eq!(catalogue.editions.len(), 7);
        let sources = shipped::sources(catalogue.text).unwrap();
        assert!(
            ["example", "s001"]
                .iter()
                .all(|key| sources.iter().any(|(own, _)| own == key))
        );
        Arc::clone(catalogue.edition(id).unwrap())
    }

    #[test]
    fn every_example_says_that_it_is_one() {
        let examples = examples();
        assert_eq!(examples.len(), 2);
        for (id, title) in examples {
            let edition = opened(&id);
            assert!(edition.header().is_example(), "{id}");
            assert!(
                title.vi.starts_with("Ví dụ") && title.en.starts_with("Example"),
                "{id}"
            );
            for unit in edition.units() {
                assert!(unit.id.starts_with("example-"), "{}", unit.id);
                assert!(unit.name.vi.contains("Ví Dụ") && unit.name.en.starts_with("Example"));
            }
            assert!(
                edition.rows().iter().all(|row| !row.indicators.is_empty()),
                "{id}"
            );
        }
        assert!(
            crate::official_catalogue()
                .unwrap()
                .editions
                .iter()
                .all(|e| !e.header().is_example())
        );
        assert_eq!(example_part("2022"), None);
    }

    #[test]
    fn the_small_framework_has_every_rule() {
        let edition = opened("example-rules-2025");
        let framework = edition.framework();
        let path = "/data/examples/frameworks/example-rules.json";
        let path = format!("{}/../..{path}", env!("CARGO_MANIFEST_DIR"));
        let file = parse_framework("t", &std::fs::read_to_string(path).unwrap()).unwrap();
        assert_eq!(format!("{file:?}"), format!("{framework:?}"));
        let has = |is_it: fn(&Rule) -> bool| {
            let mut nodes = framework.nodes();
            nodes.any(|node| is_it(&framework.indicator(node).rule))
        };
        assert!(
            has(|rule| rule.kind == RuleKind::YesNo) && has(|rule| rule.kind == RuleKind::Ratio)
        );
        assert!(
            has(|rule| rule.kind == RuleKind::Survey)
                && has(|rule| rule.kind == RuleKind::Unscored)
        );
        assert!(has(|rule| matches!(rule.kind, RuleKind::Levels(_))));
        assert!(has(|rule| matches!(rule.kind, RuleKind::CappedRatio(_))));
        assert!(has(|rule| matches!(rule.kind, RuleKind::Steps(_))));
        assert!(has(|rule| matches!(rule.kind, RuleKind::Parts(_))));
        assert!(has(|rule| matches!(rule.kind, RuleKind::PerCapita { .. })));
        let mut nodes = framework.nodes();
        assert!(nodes.any(|node| framework.indicator(node).level == Level::Criterion));
        assert_eq!(framework.total().whole(), 100);
    }

    #[test]
    fn one_commune_is_assessed_in_all_62_rows() {
        let edition = opened("example-commune-2025");
        let assessments = example_assessments(&edition).unwrap();
        assert_eq!((assessments.len(), assessments[0].rows.len()), (1, 62));
        assert!(edition.position(&assessments[0].unit).is_some());
        let rules = opened("example-rules-2025");
        assert_eq!(example_assessments(&rules).unwrap()[0].rows.len(), 11);
        let official = crate::official_catalogue().unwrap();
        let none = example_assessments(official.edition("2022").unwrap());
        assert_eq!(none, Ok(Vec::new()));
    }
}
