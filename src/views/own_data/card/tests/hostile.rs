//! The views drawn of whatever a reader does: nothing panics, nothing foreign becomes markup, and the page counts with what is
//! held. `cargo xtask audit fuzz` runs the same with more cases.

use crate::bridge::Tab;
use crate::views::own_data::begin::begin;
use crate::views::own_data::card::sheet::Sheet;
use crate::views::own_data::desk::Desk;
use crate::views::own_data::tests::{HDI, bring, drawn, open_example, with_kept};
use dti_engine::calculator::AssessmentColumn;
use dti_engine::model::{Edition, Exact, Score};
use dti_formats::link::Language;
use dti_formats::{DecimalMark, Scale};
use dti_own_data::card::{Field, Look, Spot, Step, View};
use dti_own_data::import::{KINDS, UnitOf, meanings};
use dti_own_data::{Brought, PROVINCES, Version};
use leptos::prelude::*;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{FileFailurePersistence, TestRunner};
use std::sync::Arc;

/// Few cases, or of those that the environment asks for one in twenty: each opens a page, and what that counts with stays
/// in memory for good. `proptest!` would take the environment's number as it is.
fn config(few: u32) -> ProptestConfig {
    let many = std::env::var("PROPTEST_CASES").ok();
    let many = many.and_then(|many| many.parse::<u32>().ok());
    ProptestConfig {
        cases: many.map_or(few, |many| many.div_ceil(20)),
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        source_file: Some(file!()),
        ..ProptestConfig::default()
    }
}

/// Something that a reader does.
#[derive(Clone, Debug)]
enum Deed {
    Bring(String),
    Paste(String),
    Workbook(String),
    Decide(usize, usize, Index),
    TakeOver,
    Type(Field, String, Step),
    Tick(String, AssessmentColumn, Vec<String>),
    Look(usize, String, Option<AssessmentColumn>),
    Stage(AssessmentColumn),
    Open(String),
    Turn(Tab, Language),
    Example(String),
    Show(String),
    Close(String),
    Begin(String, String),
    Clear,
    StepBack,
    Meet(String),
    Choose(Version),
    Unit(usize),
    Slide(String, u8),
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{0,4}([.,/][0-9]{1,4})?(%| điểm)?",
        "(yes|no|0|1|2|NaN|-1|<b>x</b>|\"><i>)",
        any::<String>(),
    ]
}

fn any_table() -> impl Strategy<Value = String> {
    let heads =
        "(Hạng|Tỉnh|DTI|Năm|TT|Tên chỉ số|Điểm tối đa|Cách tính điểm|Tự đánh giá|Nhận thức số|<i>)";
    let cell = prop_oneof![
        3 => "(Huế|Đà Nẵng|QN|1|1.1|1.2|3|100|60|0,8002|50%|3/4|2022|a|Nhận thức số|Có/Không|<b>x</b>|)",
        1 => any_text(),
    ];
    let row =
        |cell| prop::collection::vec(cell, 1..5).prop_map(|cells: Vec<String>| cells.join(";"));
    let rows = prop::collection::vec(row(cell.boxed()), 0..6);
    (row(heads.boxed()), rows).prop_map(|(heads, rows)| format!("{heads}\n{}\n", rows.join("\n")))
}

fn any_indicator() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "(society[.](1|6|8|8[.]1)|awareness([.]3)?|management[.][1-4]|services[.](1|4|4[.]1)|total)",
        1 => any::<String>(),
    ]
}

fn any_edition() -> impl Strategy<Value = String> {
    "(2022|2024-34|example-rules-2025|example-commune-2025|hdi-example|moon)"
}

fn any_stage() -> impl Strategy<Value = AssessmentColumn> {
    select(AssessmentColumn::ALL.to_vec())
}

fn any_spot() -> impl Strategy<Value = Spot> {
    prop_oneof![
        4 => any_stage().prop_map(Spot::Value),
        2 => (any_stage(), "[ab]?").prop_map(|(stage, id)| Spot::Figure(stage, id)),
        1 => (any_stage(), any::<usize>()).prop_map(|(stage, place)| Spot::Period(stage, place)),
        1 => Just(Spot::Reference),
    ]
}

fn any_typing() -> impl Strategy<Value = Deed> {
    let field = (any_indicator(), any_spot());
    let field = field.prop_map(|(indicator, spot)| Field { indicator, spot });
    let step = select(vec![Step::Typing, Step::Finished]);
    (field, any_text(), step).prop_map(|(field, text, step)| Deed::Type(field, text, step))
}

fn any_deed() -> impl Strategy<Value = Deed> {
    let tabs = select(vec![Tab::Card, Tab::Import, Tab::Export, Tab::Index]);
    let languages = select(vec![Language::Vi, Language::En]);
    let parts = prop::collection::vec("([0-3]|moon)", 0..4);
    let sets = prop_oneof![
        Just(PROVINCES.to_owned()),
        Just("commune-hcmc-2026".to_owned())
    ];
    let bring = prop_oneof![
        4 => any_table().prop_map(Deed::Bring),
        1 => Just(Deed::Bring(HDI.to_owned())),
        1 => Just(Deed::Bring(HDI.replace("Nước", "<b>").replace("nước", "\"><i>"))),
        1 => any_table().prop_map(Deed::Paste),
        1 => "(!(damaged|not_loaded)|a\u{1c}TT\u{1f}Tên\u{1e}1\u{1f}Huế(\u{1d}b\u{1c}x)?)"
            .prop_map(Deed::Workbook),
    ];
    let table = prop_oneof![
        4 => (0..9_usize, 0..8_usize, any::<Index>())
            .prop_map(|(what, place, index)| Deed::Decide(what, place, index)),
        1 => Just(Deed::TakeOver),
    ];
    let card = prop_oneof![
        4 => any_typing(),
        1 => (any_indicator(), any_stage(), parts).prop_map(|(id, stage, parts)| Deed::Tick(id, stage, parts)),
        1 => (0..5_usize, any_indicator(), prop::option::of(any_stage()))
            .prop_map(|(view, main, missing)| Deed::Look(view, main, missing)),
        1 => any_stage().prop_map(Deed::Stage),
        1 => any_indicator().prop_map(Deed::Open),
        1 => (any_indicator(), 0..=100_u8).prop_map(|(id, percent)| Deed::Slide(id, percent)),
        1 => Just(Deed::Clear),
    ];
    let rest = prop_oneof![
        any_edition().prop_map(Deed::Example),
        any_edition().prop_map(Deed::Show),
        any_edition().prop_map(Deed::Close),
        (sets, any_text()).prop_map(|(set, name)| Deed::Begin(set, name)),
        Just(Deed::StepBack),
        any::<String>().prop_map(Deed::Meet),
        select(vec![Version::Theirs, Version::Ours]).prop_map(Deed::Choose),
        (0..70_usize).prop_map(Deed::Unit),
    ];
    let turn = (tabs, languages).prop_map(|(tab, language)| Deed::Turn(tab, language));
    prop_oneof![2 => bring, 2 => table, 4 => card, 2 => rest, 2 => turn]
}

/// Decides something about the table that is looked at, if there is one.
fn decide(desk: Desk, what: usize, place: usize, index: &Index) {
    let Some(edition) = desk.table.with(|table| desk.table_edition(table.as_ref()?)) else {
        return;
    };
    let editions: Vec<Arc<Edition>> = desk
        .own
        .with(|own| own.table_editions().into_iter().map(Arc::clone).collect());
    desk.table.update(|table| {
        let Some(table) = table else { return };
        match what {
            0 => table.choose_kind(*index.get(&KINDS)),
            1 => table.choose_edition(&editions[index.index(editions.len())]),
            2 => {
                let meanings = meanings(table.kind, edition.framework());
                table.choose_column(place, index.get(&meanings).clone());
            }
            3 => table.answer_unit(place, Some(UnitOf::Nobody)),
            4 => table.answer_unit(
                place,
                Some(UnitOf::Unit(index.get(edition.units()).id.clone())),
            ),
            5 => table.leave_out(place),
            6 => table.take_rows_back(),
            7 => table.choose_mark(*index.get(&[DecimalMark::Comma, DecimalMark::Point])),
            _ => table.choose_scale(*index.get(&[Scale::Score, Scale::Percent, Scale::Points])),
        }
    });
}

fn act(desk: Desk, deed: Deed) {
    let sheet = Sheet::new(desk);
    match deed {
        Deed::Bring(text) => bring(desk, "<u>tệp</u>.csv", &text),
        Deed::Paste(text) => desk.take_in("", Brought::Pasted(text), ""),
        Deed::Workbook(packed) => desk.take_in("x.xlsx", Brought::Workbook(packed), ""),
        Deed::Decide(what, place, index) => decide(desk, what, place, &index),
        Deed::TakeOver => desk.take_over(),
        Deed::Type(field, text, step) => sheet.enter(&field, &text, step),
        Deed::Tick(id, stage, parts) => sheet.tick(&id, stage, Some(&parts)),
        Deed::Look(view, main, missing) => desk.look.set(Look {
            view: View::ALL[view],
            main,
            missing,
            kind: String::new(),
        }),
        Deed::Stage(stage) => sheet.choose_stage(stage),
        Deed::Open(id) => desk.open.update(|open| open.push(id)),
        Deed::Turn(tab, language) => {
            desk.tab.set(tab);
            desk.state.language.set(language);
        }
        Deed::Example(id) => open_example(desk, &id),
        Deed::Show(id) => desk.deed(|own, _ground| {
            own.show(&id);
            Ok(None)
        }),
        Deed::Close(id) => desk.deed(|own, _ground| own.close(&id).map(|()| None)),
        Deed::Begin(set, name) => {
            desk.beginning.set.set(set);
            desk.beginning.name.set(name);
            begin(desk);
        }
        Deed::Clear => sheet.clear(),
        Deed::StepBack => desk.deed(|own, _ground| own.step_back().map(|()| None)),
        Deed::Meet(text) => desk.meet_text(&text),
        Deed::Choose(version) => desk.deed(|own, _ground| own.choose(version).transpose()),
        Deed::Unit(row) if row < desk.state.edition.get().units().len() => {
            desk.state.choose_unit(row);
        }
        Deed::Unit(_) => {}
        Deed::Slide(id, percent) => {
            let edition = desk.state.edition.get();
            if let Some(node) = edition.framework().node(&id) {
                let score = Exact::decimal(percent.into(), 2);
                desk.state
                    .set_score(node, Score::try_new(score).unwrap())
                    .ok();
            }
        }
    }
}

/// All elements that the views draw.
const ELEMENTS: &str = " button dd div dl dt h3 h4 input label li option p section select span table tbody td textarea th thead tr ul ";

#[track_caller]
fn expect_own_markup(html: &str) {
    let html = html.replace("<!--<() />-->", "").replace("<!>", "");
    for tag in html.split('<').skip(1) {
        let name = tag.trim_start_matches('/');
        let name = name.split([' ', '>']).next().unwrap();
        assert!(ELEMENTS.contains(&format!(" {name} ")), "{name}: {html}");
    }
}

#[test]
fn whatever_a_reader_does_is_drawn() {
    let kept = prop_oneof![3 => Just(String::new()), 1 => any::<String>()];
    let deeds = prop::collection::vec(any_deed(), 1..14);
    let outcome = TestRunner::new(config(24)).run(&(kept, deeds), |(kept, deeds)| {
        with_kept(&kept, "#e=2022&u=bac-giang", |desk| {
            expect_own_markup(&drawn(desk));
            for deed in deeds {
                act(desk, deed);
                expect_own_markup(&drawn(desk));
                let counted = desk.state.calculator.get();
                assert!(desk.own.with(|own| Arc::ptr_eq(own.calculator(), &counted)));
            }
        });
        Ok(())
    });
    if let Err(failed) = outcome {
        panic!("{failed}");
    }
}
