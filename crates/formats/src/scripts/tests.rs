//! What a script holds, natively. That it gives the page's figures is for Python and R to say:
//! `cargo xtask audit elsewhere`.

use super::{Script, ScriptWords, number, quoted};
use crate::link::{self, Language};
use crate::{example_part, parse_index};
use dti_engine::calculator::Calculator;
use dti_engine::model::{Exact, Scenario};

fn words() -> ScriptWords {
    ScriptWords {
        about: vec!["DTI\nimport os".to_owned()],
        indicators: "Chỉ số".to_owned(),
        units: "Tỉnh".to_owned(),
        total: "Tổng".to_owned(),
        rank: "Hạng".to_owned(),
        check: "Khớp \"trang\"".to_owned(),
    }
}

#[track_caller]
fn script(calculator: &Calculator, scenario: &Scenario) -> Script {
    let told = |_, origin, is_known| Some(format!("{origin:?} {is_known}"));
    let made = Script::of(calculator, scenario, (words(), Language::Vi), &told);
    made.unwrap().unwrap()
}

/// Both files without what stands in quotes or behind the mark of a comment.
fn bare(text: &str) -> String {
    let mut bare = String::new();
    let (mut is_quoted, mut is_comment, mut is_escaped) = (false, false, false);
    for letter in text.chars() {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' if is_quoted => is_escaped = true,
            '"' if !is_comment => is_quoted = !is_quoted,
            '\n' => {
                assert!(!is_quoted, "a text goes over the end of its line: {text}");
                is_comment = false;
                bare.push('\n');
            }
            '#' if !is_quoted => is_comment = true,
            letter if !is_quoted && !is_comment => bare.push(letter),
            _ => {}
        }
    }
    bare
}

#[track_caller]
fn expect_balanced(text: &str) {
    let mut open = Vec::new();
    for letter in bare(text).chars() {
        match letter {
            '(' => open.push(')'),
            '[' => open.push(']'),
            '{' => open.push('}'),
            ')' | ']' | '}' => assert_eq!(open.pop(), Some(letter), "{text}"),
            _ => {}
        }
    }
    assert!(open.is_empty(), "{text}");
}

#[test]
fn every_unit_indicator_and_figure_stands_in_both_files() {
    let calculator = crate::official().unwrap();
    for fragment in [
        "e=2022",
        "e=2022&u=bac-giang&s=bac-giang.society:0.45,bac-giang.awareness:k0.8&r=gain:5&w=economy:200",
        "e=2023&u=thua-thien-hue&r=trend",
        "e=2024&w=society:0",
        "e=2024-34",
    ] {
        let scenario = link::read(fragment).0.scenario;
        let script = script(&calculator, &scenario);
        let edition = calculator.edition(&scenario.edition).unwrap();
        let simulated = calculator.simulate(&scenario).unwrap();
        let [python, r] = [script.python(), script.r()];
        for text in [&python, &r] {
            expect_balanced(text);
            assert!(!text.contains("\nimport os"), "{fragment}");
            for unit in edition.units() {
                assert!(text.contains(&quoted(&unit.id)) && text.contains(&quoted(&unit.name.vi)));
            }
            let left_out = usize::from(fragment.contains("w=society:0"));
            let framework = edition.framework();
            let mains: Vec<_> = framework
                .mains()
                .map(|node| framework.indicator(node))
                .collect();
            let named = mains
                .iter()
                .filter(|own| own.scored && text.contains(&quoted(&own.name.vi)));
            let scored = mains.iter().filter(|own| own.scored).count();
            assert_eq!(named.count(), scored - left_out, "{fragment}");
        }
        for standing in &simulated.standings {
            let unit = &script.units[standing.position];
            assert_eq!(
                (unit.total, unit.rank),
                (standing.score, standing.rank),
                "{fragment}"
            );
            let line = python.lines().find(|line| {
                line.trim_start()
                    .starts_with(&format!("({}", quoted(&unit.id)))
            });
            let ends = format!("{}, {}),", quoted(&number(standing.score)), standing.rank);
            assert!(line.unwrap().ends_with(&ends), "{fragment}: {line:?}");
        }
    }
}

#[test]
fn an_estimate_and_a_known_figure_are_named_beside_their_unit() {
    let calculator = crate::official().unwrap();
    let fragment = "e=2022&u=bac-giang&s=bac-giang.society:0.45,bac-giang.awareness:k0.8";
    let python = script(&calculator, &link::read(fragment).0.scenario).python();
    let line = python.lines().find(|line| line.contains("(\"bac-giang\""));
    let line = line.unwrap();
    assert!(
        line.contains("awareness: Entered true; institutions: Estimated false"),
        "{line}"
    );
    assert!(line.contains("society: Entered false"), "{line}");
}

#[test]
fn a_number_is_a_decimal_where_it_ends_and_else_a_fraction() {
    assert_eq!(number(Exact::decimal(6975, 4)), "0.6975");
    assert_eq!(number(Exact::fraction(-1, 3)), "-1/3");
    assert_eq!(quoted("a\"b\\c\nd"), "\"a\\\"b\\\\c d\"");
}

#[test]
fn indices_of_ones_own_and_communes_are_written_by_their_mean() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/examples/");
    let read = |name: &str| std::fs::read_to_string(format!("{path}{name}.json")).unwrap();
    let mut parts = example_part("example-commune-2025").unwrap();
    for name in ["hdi", "ddci"] {
        parts.add(parse_index(name, &read(name)).unwrap().to_part());
    }
    let calculator = crate::official_with(parts).unwrap();
    for edition in calculator
        .editions()
        .iter()
        .filter(|own| !own.provenance().is_official())
    {
        let script = script(&calculator, &Scenario::baseline(edition.id()));
        for text in [script.python(), script.r()] {
            expect_balanced(&text);
        }
        let mean = edition.framework().header().mean.as_str();
        let name = match mean {
            "geometric" => "a_gmean",
            "harmonic" => "a_hmean",
            _ => "a_amean",
        };
        assert!(script.r().contains(name), "{} {mean}", edition.id());
    }
}
