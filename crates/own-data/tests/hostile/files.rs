//! Files: noise, and files that are right but for a few wounds, which get in further than noise.

use super::{CALCULATOR, config, number};
use dti_engine::calculator::{Calculator, earned_points};
use dti_engine::model::{
    Assessed, Assessment, ComponentList, Exact, ListedComponent, RawValue, ResultsRow,
    ResultsTable, Rule, RuleKind, Scenario, Text,
};
use dti_formats::{
    Choices, Earned, Grid, LONGEST_CELL, LONGEST_TABLE, Own, Project, ProjectKind, TableKind,
    WIDEST_TABLE, Workbook, parse_index, parse_project, parse_raw_value, parse_rule, project_text,
    read_assessment, read_component_list, read_csv, read_list_and_card, read_paste, read_results,
    recognise, table_kind,
};
use proptest::prelude::*;
use std::sync::{LazyLock, Mutex, PoisonError};

/// What is cut out of a text, and what is put there instead; places are shares of its length.
pub(super) type Wound = (u16, u8, String);

pub(super) fn wounds() -> impl Strategy<Value = Vec<Wound>> {
    let inserted = prop_oneof![
        2 => number(),
        2 => "[\\[\\]{}\",:;\t\r\n0-9a-z.eE+-]{0,6}",
        1 => any::<String>(),
        1 => "(null|true|-1|1e400|\\\\ud800|\u{0}|\u{feff}|\u{1}|\"\"\"|=1\\+1)",
        1 => "[\u{1c}\u{1d}\u{1e}\u{1f}]",
    ];
    prop::collection::vec((any::<u16>(), 0..24_u8, inserted), 0..5)
}

/// The text with its wounds, as characters go.
pub(super) fn wounded(text: &str, wounds: &[Wound]) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for (place, length, inserted) in wounds {
        let start = letters.len() * usize::from(*place) / usize::from(u16::MAX);
        let end = (start + usize::from(*length)).min(letters.len());
        letters.splice(start..end, inserted.chars());
    }
    letters.into_iter().collect()
}

fn file(path: &str) -> String {
    std::fs::read_to_string(format!("{}/../../{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// Tables of the three kinds, one of them hurt already.
pub(super) static TABLES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let results = "Hạng;Tỉnh;DTI;Nhận thức số\r\n1;Đà Nẵng;0,8002;0,9\r\n4;Huế;0,6975;\"0,9\"\r\n";
    let list = "TT,Tên chỉ số,Điểm tối đa,Cách tính điểm\n1,Nhận thức số,100,\n\
                1.1,Chỉ đạo,60,Có: 60 điểm; Không: 0 điểm\n1.2,Truyền thông,40,Tỷ lệ\n";
    let card = "TT\tTự đánh giá\tThẩm định\n1.1\t60\t0\n1.2\t3/4\t50%\n3.2\ttốt\t8\n";
    let bad = file("crates/own-data/tests/bad_files/results-percent-or-points.csv");
    vec![results.to_owned(), list.to_owned(), card.to_owned(), bad]
});

pub(super) static INDICES: LazyLock<Vec<String>> = LazyLock::new(|| {
    ["hdi", "ddci"]
        .map(|name| file(&format!("data/examples/{name}.json")))
        .into()
});

/// A project with something of every kind in it.
pub(super) static PROJECT: LazyLock<String> = LazyLock::new(|| {
    let component = ListedComponent {
        id: "society.1".to_owned(),
        parent: "society".to_owned(),
        number: Some("8.1".to_owned()),
        name: Text {
            vi: "Một".to_owned(),
            en: "One".to_owned(),
        },
        max_points: 2_000,
        scored: true,
        rule: Rule::from(RuleKind::YesNo),
    };
    let assessed = Assessed {
        indicator: "society.1".to_owned(),
        own: Some(RawValue::Points(Exact::decimal(15, 1))),
        verified: parse_raw_value(&Rule::from(RuleKind::YesNo), "có"),
        ..Assessed::default()
    };
    let row = ResultsRow {
        unit: "hue".to_owned(),
        rank: Some(2),
        total: Some(Exact::decimal(6_975, 4)),
        scores: vec![("society".to_owned(), Exact::decimal(5, 1))],
    };
    project_text(&Project {
        kind: ProjectKind::Whole,
        own: Own {
            lists: vec![ComponentList {
                framework: "dti-405".to_owned(),
                rows: vec![component],
            }],
            slots: vec!["dti-922".to_owned()],
            results: vec![ResultsTable {
                edition: "2024-34".to_owned(),
                rows: vec![row],
            }],
            indices: INDICES.clone(),
            examples: vec!["example-rules-2025".to_owned()],
            assessments: vec![Assessment {
                edition: "2024-34".to_owned(),
                unit: "hue".to_owned(),
                rows: vec![assessed],
            }],
        },
        scenarios: vec![(
            "Một".to_owned(),
            "v=1&e=2022&u=hue&s=hue.society:k0.5".to_owned(),
        )],
        current: "v=1&e=2022&u=hue".to_owned(),
    })
});

/// Headings as tables have them, and what nobody would call a column.
fn heading() -> impl Strategy<Value = String> {
    let words = "(TT|STT|Hạng|xếp hạng|Tỉnh|DTI|Nhận thức số|Hạ tầng số|điểm|Điểm tối đa|\
                 tự đánh giá|thẩm định|năm 2022|\\(100\\)|[0-9]{1,3}\\.|%|\u{300}|\u{202e}|\
                 \\PC{0,8}| ){0,9}";
    prop_oneof![3 => words, 1 => any::<String>()]
}

/// Ids: an edition itself would print a thousand lines where a case fails.
fn edition() -> impl Strategy<Value = String> {
    let ids = CALCULATOR
        .editions()
        .iter()
        .map(|edition| edition.id().to_owned());
    prop::sample::select(ids.collect::<Vec<_>>())
}

/// All that is done with a table, whatever it is.
fn understand(grid: &Grid, edition: &str) -> Result<(), TestCaseError> {
    let edition = CALCULATOR.edition(edition).unwrap();
    let (choices, framework) = (Choices::default(), edition.framework());
    table_kind(grid, edition);
    let results = read_results(grid, edition, &choices);
    let list = read_component_list(grid, framework, &choices);
    let earned: Earned = |framework, node, raw| earned_points(framework, node, raw).ok();
    let card = read_assessment(grid, edition, "hue", &choices, earned);
    let both = read_list_and_card(grid, edition, "hue", &choices, earned);
    // All or nothing.
    prop_assert_eq!(results.errors().count() == 0, results.finish().is_ok());
    prop_assert_eq!(list.errors().count() == 0, list.finish().is_ok());
    prop_assert_eq!(card.errors().count() == 0, card.finish().is_ok());
    prop_assert_eq!(both.errors().count() == 0, both.finish().is_ok());
    Ok(())
}

/// A table that was read is inside its limits.
fn is_inside_its_limits(grid: &Grid) -> bool {
    let is_short = |cell: &String| cell.chars().count() <= LONGEST_CELL;
    let mut rows = grid.rows.iter();
    grid.rows.len() <= LONGEST_TABLE
        && rows.all(|row| row.len() <= WIDEST_TABLE && row.iter().all(is_short))
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn bytes_are_a_table_or_a_fault(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        text in "(\u{feff})?([;,\t\"\r\n=+@-]|[0-9]{1,3}|Huế|\\PC){0,80}",
        edition in edition(),
    ) {
        for read in [read_csv(&bytes), read_csv(text.as_bytes()), read_paste(&text)] {
            let Ok(grid) = read else { continue };
            prop_assert!(is_inside_its_limits(&grid));
            prop_assert_eq!(Grid::unpack(&grid.pack()).pack(), grid.pack());
            understand(&grid, &edition)?;
        }
    }

    #[test]
    fn a_wounded_table_is_understood_or_has_findings(
        table in prop::sample::select(TABLES.as_slice()),
        wounds in wounds(),
        edition in edition(),
    ) {
        let text = wounded(&table, &wounds);
        for read in [read_csv(text.as_bytes()), read_paste(&text)] {
            let Ok(grid) = read else { continue };
            prop_assert!(is_inside_its_limits(&grid));
            understand(&grid, &edition)?;
        }
    }

    #[test]
    fn a_heading_means_something_or_nothing(heading in heading(), edition in edition()) {
        let framework = CALCULATOR.edition(&edition).unwrap().framework();
        for kind in [TableKind::Components, TableKind::Scorecard, TableKind::ListAndCard, TableKind::Results] {
            recognise(&heading, kind, framework);
        }
    }

    #[test]
    fn a_rule_and_its_value_are_read_or_refused(
        rule in "(có|không|tỷ lệ|điểm|[:;,./%<>= -]|[0-9]{1,3}){0,12}",
        value in number(),
    ) {
        if let Some(rule) = parse_rule(&rule) {
            parse_raw_value(&rule, &value);
        }
    }

    #[test]
    fn an_index_counts_or_is_refused(
        index in prop::sample::select(INDICES.as_slice()),
        wounds in wounds(),
    ) {
        static WITH_OWN: LazyLock<Mutex<Calculator>> =
            LazyLock::new(|| Mutex::new(dti_formats::official().unwrap()));
        let Ok(index) = parse_index("own.json", &wounded(&index, &wounds)) else {
            return Ok(());
        };
        let mut calculator = WITH_OWN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Ok(id) = calculator.load(index.edition()) {
            let standings = calculator.simulate(&Scenario::baseline(&id));
            calculator.unload(&id).unwrap();
            for standing in &standings.unwrap().standings {
                prop_assert!((Exact::ZERO..=Exact::ONE).contains(&standing.score));
            }
        }
    }

    #[test]
    fn a_project_is_read_or_refused_and_kept_as_it_was_read(wounds in wounds()) {
        if let Ok(project) = parse_project("p.json", &wounded(&PROJECT, &wounds)) {
            let again = parse_project("p.json", &project_text(&project));
            prop_assert_eq!(again.as_ref(), Ok(&project));
        }
    }

    #[test]
    fn a_text_is_a_workbook_or_a_fault(
        text in "(!|sheet|formula|too_large|\u{1c}|\u{1d}|\u{1e}|\u{1f}|[0-9]{1,20}|\\PC){0,40}",
    ) {
        if let Ok(book) = Workbook::unpack(&text) {
            prop_assert_eq!(Workbook::unpack(&book.pack()).is_ok(), true);
        }
    }
}

#[test]
fn what_is_wounded_is_whole_without_wounds() {
    for index in INDICES.iter() {
        parse_index("own.json", &wounded(index, &[])).unwrap();
    }
    parse_project("p.json", &PROJECT).unwrap();
    let kinds: Vec<_> = TABLES
        .iter()
        .map(|table| {
            table_kind(
                &read_csv(table.as_bytes()).unwrap(),
                CALCULATOR.edition("2022").unwrap(),
            )
        })
        .collect();
    let wanted = [
        TableKind::Results,
        TableKind::Components,
        TableKind::Scorecard,
        TableKind::Results,
    ];
    assert_eq!(kinds, wanted.map(Some));
}
