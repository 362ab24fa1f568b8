//! Component lists as a part of the catalogue text, behind what ships: a line per component, or the
//! one line `assumed` for numbered slots.

use super::FileError;
use super::rule_text::{parse_rule, rule_text};
use super::shipped::Fields;
use crate::model::{ComponentList, Framework, ListedComponent};

/// Stands alone in the part of a framework whose components have assumed slots.
const ASSUMED: &str = "assumed";

/// Begins a part (build/shipped.rs).
const PART: char = '\u{1d}';

/// The part that puts a list below its framework, to be appended to the catalogue text: a line
/// per row with id, parent, number, max points in hundredths, whether it is scored, rule, and name
/// in both languages. The last part of a framework counts.
pub fn components_part(list: &ComponentList) -> String {
    let mut part = format!("{PART}components {}\n", list.framework);
    for row in &list.rows {
        let scored = if row.scored { "true" } else { "false" };
        let fields = [
            &row.id,
            &row.parent,
            row.number.as_deref().unwrap_or_default(),
            &row.max_points.to_string(),
            scored,
            &rule_text(&row.rule),
            &row.name.vi,
            &row.name.en,
        ];
        for (place, field) in fields.into_iter().enumerate() {
            part.push_str(if place == 0 { "" } else { "\t" });
            part.extend(field.chars().map(|c| if c.is_control() { ' ' } else { c }));
        }
        part.push('\n');
    }
    part
}

/// The part that puts numbered slots with assumed shares below a framework.
pub fn slots_part(framework: &str) -> String {
    format!("{PART}components {framework}\n{ASSUMED}\n")
}

/// The framework with the components that the lines of its part give.
pub(super) fn with_components(framework: Framework, lines: &str) -> Result<Framework, FileError> {
    if lines == ASSUMED {
        return Ok(framework.with_slots());
    }
    let list = parse_components(framework.id(), lines)?;
    // The list was checked where it was loaded, with a sentence for each fault.
    framework.with_components(&list).map_err(|_fault| {
        FileError::new(
            framework.id(),
            "components",
            "this list does not fit its framework",
        )
    })
}

fn parse_components(framework: &str, lines: &str) -> Result<ComponentList, FileError> {
    let mut rows = Vec::new();
    for (place, line) in lines.lines().enumerate() {
        let fields = Fields::of(line);
        let Some((max_points, rule)) = fields.at(3).parse().ok().zip(parse_rule(fields.at(5)))
        else {
            let place = format!("components, row {}", place + 1);
            return Err(FileError::new(framework, place, "this row cannot be read"));
        };
        rows.push(ListedComponent {
            id: fields.own(0),
            parent: fields.own(1),
            number: fields.optional(2),
            name: fields.both(6),
            max_points,
            scored: fields.at(4) != "false",
            rule,
        });
    }
    Ok(ComponentList {
        framework: framework.to_owned(),
        rows,
    })
}

#[cfg(test)]
mod tests {
    use super::{components_part, parse_components, slots_part};
    use crate::files::{Catalogue, parse_rule};
    use crate::model::{ComponentList, ListedComponent, Text};
    use proptest::prelude::*;

    fn with_part(part: &str) -> Result<Catalogue, crate::files::FileError> {
        let text = format!("{}{part}", crate::files::shipped::OFFICIAL);
        Catalogue::shipped(text.leak())
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
        let plain = Catalogue::official().unwrap();
        let framework = plain.edition("2022").unwrap().framework();
        assert!(framework.node("awareness.1").is_none());
        let with = with_part(&slots_part("dti-922")).unwrap();
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
        let text = slots_part("dti-922") + &components_part(&list);
        let with = with_part(&text).unwrap();
        let framework = with.edition("2022").unwrap().framework();
        let below = framework
            .nodes()
            .skip_while(|&n| framework.indicator(n).id != "society");
        assert_eq!(below.count(), 3, "the list, and no slot besides");
    }

    #[test]
    fn a_list_that_does_not_fit_names_its_framework() {
        let fault = with_part(&components_part(&list(vec![row("awareness.1", 60)]))).unwrap_err();
        let sentence = "dti-922, components: this list does not fit its framework";
        assert_eq!(fault.to_string(), sentence);
        let fault = with_part("\u{1d}components dti-922\na\tb\n").unwrap_err();
        assert_eq!(
            fault.to_string(),
            "dti-922, components, row 1: this row cannot be read"
        );
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
            "unscored",
        ])
    }

    prop_compose! {
        fn listed()(
            id in "[a-z][a-z0-9_.-]{0,20}", parent in "[a-z]{1,10}",
            number in prop::option::of("[0-9]{1,2}(\\.[0-9]{1,2}){0,2}"),
            vi in "[a-zđắộ ;,\"']{0,20}", en in "[a-z ]{0,20}",
            max_points in 0_u32..=1_000_000, scored: bool, rule in rules(),
        ) -> ListedComponent {
            let rule = parse_rule(rule).unwrap();
            let name = Text { vi, en };
            ListedComponent { id, parent, number, name, max_points, scored, rule }
        }
    }

    proptest! {
        #[test]
        fn a_list_comes_back_from_its_part(rows in prop::collection::vec(listed(), 1..20)) {
            let list = list(rows);
            let part = components_part(&list);
            let lines = part.split_once('\n').unwrap().1;
            prop_assert_eq!(parse_components("dti-922", lines), Ok(list));
        }
    }
}
