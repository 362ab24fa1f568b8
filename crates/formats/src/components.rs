//! Component lists and assumed slots as catalogue text: the framework that has them, in the place of
//! the one that ships. What the page's first module reads is a framework like any other.

use super::own_index::lines;
use dti_engine::model::{ComponentList, ComponentListFault, Framework};

/// Begins a part (build/shipped.rs).
const PART: char = '\u{1d}';

/// The framework with a list below it, to be appended to the catalogue text. The last part of a
/// framework counts.
pub fn components_part(
    framework: &Framework,
    list: &ComponentList,
) -> Result<String, ComponentListFault> {
    framework.with_components(list).map(|made| part(&made))
}

fn part(framework: &Framework) -> String {
    let mut text = format!("{PART}framework {}\n", framework.id());
    for line in lines::framework(framework) {
        // Names that a reader brought may hold anything.
        text.extend(line.chars().filter(|&c| c == '\t' || !c.is_control()));
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{components_part, slots_part};
    use crate::parse_rule;
    use dti_engine::Catalogue;
    use dti_engine::model::{ComponentList, Framework, ListedComponent, Text};
    use proptest::prelude::*;
    use std::sync::Arc;

    fn with_part(part: &str) -> Catalogue {
        let text = format!("{}{part}", crate::shipped::OFFICIAL);
        crate::catalogue(text.leak()).unwrap()
    }

    fn dti_922() -> Arc<Framework> {
        let plain = crate::official_catalogue().unwrap();
        Arc::clone(plain.edition("2022").unwrap().framework())
    }

    fn row(id: &str, points: u32) -> ListedComponent {
        ListedComponent {
            id: id.to_owned(),
            parent: "awareness".into(),
            max_points: points * 100,
            scored: true,
            ..ListedComponent::default()
        }
    }

    fn list(rows: Vec<ListedComponent>) -> ComponentList {
        let framework = "dti-922".to_owned();
        ComponentList { framework, rows }
    }

    #[test]
    fn slots_are_there_only_where_the_text_asks_for_them() {
        let plain = dti_922();
        assert!(plain.node("awareness.1").is_none());
        let with = with_part(&slots_part(&plain));
        for edition in ["2021", "2022", "2023"] {
            let framework = with.edition(edition).unwrap().framework();
            let slots = framework
                .nodes()
                .filter(|&n| framework.indicator(n).is_assumed);
            let slots: Vec<_> = slots.map(|node| framework.indicator(node)).collect();
            assert_eq!(slots.len(), 98, "{edition}");
            let scored = slots.iter().filter(|slot| slot.scored);
            assert_eq!(scored.clone().count(), 95);
            let sum: u32 = scored.map(|slot| slot.max_points.hundredths()).sum();
            assert_eq!(sum, 100_000, "1000 points in hundredths");
        }
        let other = with.edition("2024").unwrap().framework();
        assert!(other.nodes().all(|node| !other.indicator(node).is_assumed));
    }

    #[test]
    fn the_last_part_of_a_framework_counts() {
        let list = list(vec![row("awareness.1", 60), row("awareness.2", 40)]);
        let plain = dti_922();
        let text = slots_part(&plain) + &components_part(&plain, &list).unwrap();
        let with = with_part(&text);
        let framework = with.edition("2022").unwrap().framework();
        let components = framework
            .nodes()
            .filter(|&n| framework.indicator(n).id.contains('.'));
        assert_eq!(components.count(), 2, "the list, and no slot besides");
    }

    #[test]
    fn a_list_that_does_not_fit_is_no_part() {
        let list = list(vec![row("awareness.1", 60)]);
        assert!(components_part(&dti_922(), &list).is_err());
    }

    fn rules() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            "points",
            "yes_no",
            "levels 0 0.5 1",
            "ratio",
            "capped_ratio 0.8",
            "steps 1:0.25 4:1",
            "parts 0.3 0.7",
            "per_capita 1000 1.5",
            "survey",
        ])
    }

    prop_compose! {
        fn listed()(
            number in prop::option::of("[0-9]{1,2}(\\.[0-9]{1,2}){0,2}"),
            vi in "[a-zđắộ ;,\"']{0,20}", en in "[a-z ]{0,20}", rule in rules(),
        ) -> ListedComponent {
            let rule = parse_rule(rule).unwrap();
            ListedComponent { number, name: Text { vi, en }, rule, ..row("", 10) }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn a_framework_with_a_list_comes_back_from_its_part(
            mut rows in prop::collection::vec(listed(), 10),
        ) {
            for (place, row) in rows.iter_mut().enumerate() {
                row.id = format!("awareness.{}", place + 1);
                row.number = row.number.take().map(|number| format!("{place}.{number}"));
            }
            let plain = dti_922();
            let list = list(rows);
            let made = plain.with_components(&list).unwrap();
            let part = components_part(&plain, &list).unwrap();
            let with = with_part(&part);
            let read = with.edition("2022").unwrap().framework();
            prop_assert_eq!(format!("{read:?}"), format!("{made:?}"));
        }
    }
}
