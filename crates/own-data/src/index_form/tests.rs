//! From a table and what is said about it to an open index, and back from the template.

use super::{FormFaultKind as K, FormField as F, Gap, IndexForm};
use crate::tests::{ground, own_data};
use crate::{Brought, Done, OwnData, Received, Refusal};
use dti_engine::model::{Direction, Exact, Imputation, Mean, Missing, Scenario, Treatment};
use dti_formats::link::Language;
use dti_formats::{Grid, Workbook};
use dti_words::Words;
use dti_words::own_data::index_template;

const TABLE: &str = "\
Chỉ số các xã;;;;
STT;Xã;Trực tuyến;Số ngày chờ;Kinh phí
1;An Bình;62,5;4;1.250,5
2;Bắc Sơn;71;2,5;980
3;Cao Lãnh;48;7;2.100
4;Đại Lộc;55,25;3;1.500
Nguồn: số liệu thử;;;;
";

fn form_of(text: &str) -> Option<IndexForm> {
    let mut own = own_data();
    let ground = ground(&own, "e=2022");
    let brought = Brought::Bytes(text.as_bytes().to_vec());
    match own.receive("xa.csv", brought, &ground).unwrap() {
        Received::Table(table) => IndexForm::of(&table, 2024),
        Received::Opened(_) => None,
    }
}

fn form() -> IndexForm {
    form_of(TABLE).unwrap()
}

/// Totals by unit, as the page counts.
fn totals(own: &OwnData, id: &str) -> Vec<(String, f64, u32)> {
    let edition = own.calculator().edition(id).unwrap();
    let standings = own.calculator().simulate(&Scenario::baseline(id)).unwrap();
    let all = standings.standings.iter().map(|own| {
        let name = edition.units()[own.position].name.vi.clone();
        (name, own.unrounded.to_f64(), own.rank)
    });
    all.collect()
}

#[test]
fn a_table_is_understood_before_anything_is_chosen() {
    let form = form();
    assert_eq!((form.title.as_str(), form.year.as_str()), ("xa", "2024"));
    assert_eq!(form.unit_column, 1);
    let columns: Vec<(&str, bool, &str, &str)> = form
        .columns
        .iter()
        .map(|own| {
            (
                &own.heading[..],
                own.is_indicator,
                &own.low[..],
                &own.high[..],
            )
        })
        .collect();
    assert_eq!(
        columns,
        [
            ("STT", false, "1", "4"),
            ("Trực tuyến", true, "48", "71"),
            ("Số ngày chờ", true, "2,5", "7"),
            ("Kinh phí", true, "980", "2100"),
        ]
    );
    let preview = form.preview().unwrap();
    assert_eq!((preview.units, preview.indicators), (4, 3));
}

#[test]
fn what_is_chosen_makes_the_totals() {
    let mut form = form();
    form.columns[1].weight = "3".to_owned();
    form.columns[1].low = "0".to_owned();
    form.columns[1].high = "100".to_owned();
    form.columns[2].direction = Direction::LowerIsBetter;
    form.columns[2].weight = "1,5".to_owned();
    form.columns[3].is_indicator = false;
    // By hand: 3 parts of x / 100 and 1.5 of 1 − (x − 2.5) / 4.5.
    let by_hand =
        |online: f64, days: f64| (3.0 * online / 100.0 + 1.5 * (1.0 - (days - 2.5) / 4.5)) / 4.5;
    let mut expected = [
        ("An Bình", by_hand(62.5, 4.0)),
        ("Bắc Sơn", by_hand(71.0, 2.5)),
        ("Cao Lãnh", by_hand(48.0, 7.0)),
        ("Đại Lộc", by_hand(55.25, 3.0)),
    ];
    expected.sort_by(|one, other| other.1.total_cmp(&one.1));
    let preview = form.preview().unwrap();
    let first = &preview.first[0];
    assert_eq!((first.0, first.1.as_str()), (1, "Bắc Sơn"));
    assert_eq!(preview.first.len(), 3);
    let mut own = own_data();
    let Done::IndexOpened(opened) = own.open_form(&form).unwrap() else {
        panic!("no index");
    };
    assert_eq!(
        (opened.id.as_str(), opened.units, opened.indicators),
        ("own-xa-2024", 4, 2)
    );
    assert!(!opened.is_replaced);
    for (place, (name, total, rank)) in totals(&own, &opened.id).into_iter().enumerate() {
        let (unit, by_hand) = expected[place];
        assert_eq!((name.as_str(), rank as usize), (unit, place + 1));
        assert!((total - by_hand).abs() < 1e-9, "{name}: {total} {by_hand}");
    }
    // And geometric.
    form.mean = Mean::Geometric;
    let Done::IndexOpened(opened) = own.open_form(&form).unwrap() else {
        panic!("no index");
    };
    assert!(opened.is_replaced);
    let best = totals(&own, &opened.id)[0].1;
    assert!((best - 0.71_f64.powf(2.0 / 3.0)).abs() < 1e-9, "{best}");
}

#[test]
fn a_gap_means_what_is_chosen() {
    let text = TABLE.replace("2,5;980", ";980");
    let mut form = form_of(&text).unwrap();
    let faults = form.preview().unwrap_err();
    assert_eq!(
        (faults[0].field, &faults[0].kind),
        (F::Missing, &K::Gap("Bắc Sơn".to_owned(), 4))
    );
    let total = |form: &IndexForm| {
        let mut own = own_data();
        own.open_form(form).unwrap();
        let all = totals(&own, "own-xa-2024");
        all.iter().find(|own| own.0 == "Bắc Sơn").unwrap().1
    };
    form.columns[3].is_indicator = false;
    form.gap = Gap::Missing(Missing::Zero);
    assert!((total(&form) - 0.5).abs() < 1e-12);
    form.gap = Gap::Missing(Missing::Rescale);
    assert!((total(&form) - 1.0).abs() < 1e-12);
}

#[test]
fn a_gap_is_imputed_by_the_region_that_is_chosen() {
    let text = "\
Xã;Vùng;Số ngày;Hồ sơ
A;đồng bằng;4;1
B;đồng bằng;2;2
C;đồng bằng;;3
D;miền núi;8;4
E;miền núi;;5
F;miền núi;6;6
";
    let mut form = form_of(text).unwrap();
    // A unit of which nothing is known is not ranked, so something is.
    form.columns[1].weight = "0".to_owned();
    let total = |form: &IndexForm, unit: &str| {
        let mut own = own_data();
        own.open_form(form).unwrap();
        let all = totals(&own, "own-xa-2024");
        all.iter().find(|own| own.0 == unit).unwrap().1
    };
    // From 2 to 8: 5 is the mean of all, 3 and 7 those of the regions.
    form.gap = Gap::Imputed(Imputation::Mean);
    assert!((total(&form, "C") - 0.5).abs() < 1e-12);
    form.gap = Gap::Imputed(Imputation::RegionMean);
    let faults = form.preview().unwrap_err();
    assert_eq!(
        (faults[0].field, &faults[0].kind),
        (F::Regions, &K::NoRegions)
    );
    form.region_column = Some(1);
    assert!((total(&form, "C") - 1.0 / 6.0).abs() < 1e-12);
    assert!((total(&form, "E") - 5.0 / 6.0).abs() < 1e-12);
    // Of a region without values nothing is known.
    form.grid.rows[5][1] = "biển".to_owned();
    let faults = form.preview().unwrap_err();
    assert_eq!(
        (faults[0].field, &faults[0].kind),
        (F::Missing, &K::Gap("E".to_owned(), 6))
    );
}

#[test]
fn outliers_are_treated_where_that_is_chosen() {
    let rows = (1..=10).map(|x| format!("X{x};{x}"));
    let rows: Vec<String> = rows.chain(["Y;100".to_owned()]).collect();
    let mut form = form_of(&format!("Xã;Số\n{}\n", rows.join("\n"))).unwrap();
    let half = |form: &IndexForm| {
        let mut own = own_data();
        own.open_form(form).unwrap();
        let all = totals(&own, "own-xa-2024");
        all.iter().find(|own| own.0 == "X4").unwrap().1
    };
    assert!((half(&form) - 3.0 / 99.0).abs() < 1e-12);
    // 100 is winsorised to 10, as in COINr's own test.
    form.treatment = Some(Treatment::default());
    assert!((half(&form) - 3.0 / 9.0).abs() < 1e-12);
}

/// The only fault after a change.
#[track_caller]
fn expect(field: F, kind: K, change: impl FnOnce(&mut IndexForm)) {
    let mut form = form();
    change(&mut form);
    let faults = form.preview().unwrap_err();
    let only: Vec<_> = faults
        .iter()
        .map(|own| (own.field, own.kind.clone()))
        .collect();
    assert_eq!(only, [(field, kind)]);
    assert_eq!(own_data().open_form(&form), Err(Refusal::ToCorrect));
}

#[test]
fn every_bad_entry_is_found_where_it_stands() {
    let text = |text: &str| text.to_owned();
    expect(F::Title, K::Empty, |form| form.title = text(" "));
    expect(F::Title, K::TooLong(200), |form| {
        form.title = "a".repeat(201);
    });
    expect(F::Year, K::BadYear, |form| form.year = text("24"));
    expect(F::UnitName, K::HalfEnglish, |form| {
        form.unit_name = text("xã");
        form.unit_name_en = text("commune");
    });
    expect(F::Weight(2), K::NotANumber(text("1.5")), |form| {
        form.columns[1].weight = text("1.5");
    });
    expect(F::Weight(2), K::Negative, |form| {
        form.columns[1].weight = text("-1");
    });
    expect(F::Weight(2), K::Empty, |form| {
        form.columns[1].weight = text("");
    });
    expect(F::Goalposts(3), K::NotBelow, |form| {
        form.columns[2].low = text("7");
    });
    expect(F::Goalposts(4), K::NotANumber(text("x")), |form| {
        form.columns[3].high = text("x");
    });
    expect(F::Whole, K::NoIndicators, |form| {
        form.columns
            .iter_mut()
            .for_each(|own| own.is_indicator = false);
    });
    expect(
        F::Whole,
        K::Weights(dti_formats::PointsFaultKind::NoWeight),
        |form| {
            form.columns
                .iter_mut()
                .for_each(|own| own.weight = text("0"));
        },
    );
    expect(F::Units, K::Twice(text("An Bình"), 4), |form| {
        form.grid.rows[3][1] = text("An  Bình");
    });
    expect(F::Units, K::Gap(String::new(), 5), |form| {
        form.grid.rows[4][1] = String::new();
    });
    expect(F::Column(2), K::CellNotANumber(text("nhiều"), 4), |form| {
        form.grid.rows[3][2] = text("nhiều");
    });
    expect(F::Column(2), K::MixedPercent(4), |form| {
        form.grid.rows[3][2] = text("71%");
    });
}

#[test]
fn numbers_that_can_be_two_are_asked_about() {
    let mut form = form_of("Xã\tDân số\nA\t1.234\nB\t5.678\n").unwrap();
    let faults = form.preview().unwrap_err();
    assert_eq!(
        (faults[0].field, &faults[0].kind),
        (F::Mark, &K::TwoReadings)
    );
    form.choose_mark(dti_formats::DecimalMark::Comma);
    assert_eq!(form.columns[0].high, "5678");
    assert!(form.preview().is_ok());
}

#[test]
fn a_table_without_names_or_numbers_makes_no_form() {
    assert!(form_of("1;2\n3;4\n").is_none());
    assert!(form_of("Xã;Ghi chú\nA;b\nC;d\n").is_none());
}

/// A workbook as it is read from the bytes that are written.
fn read_again(book: &dti_formats::Book) -> Workbook {
    let bytes = dti_workbooks::writing::write(&book.pack());
    Workbook::unpack(&dti_workbooks::reading::read(&bytes)).unwrap()
}

fn received(own: &mut OwnData, book: &Workbook) -> Result<Received, Refusal> {
    let ground = ground(own, "e=2022");
    own.receive("mau.xlsx", Brought::Workbook(book.pack()), &ground)
}

#[test]
fn the_template_opens_as_an_index_in_both_languages() {
    for language in [Language::Vi, Language::En] {
        let (name, book) = index_template(&Words::plain(language));
        assert_eq!(name, "iData-iMeta.xlsx");
        let mut own = own_data();
        let received = received(&mut own, &read_again(&book)).unwrap();
        let Received::Opened(Some(Done::IndexOpened(opened))) = received else {
            panic!("{received:?}");
        };
        assert_eq!((opened.units, opened.indicators), (5, 4));
        let edition = own.calculator().edition(&opened.id).unwrap();
        assert_eq!(edition.header().year, 2024);
        // By hand: E leads in what is online, has the third longest wait and the middle network and staff.
        let all = totals(&own, &opened.id);
        let letter = all.iter().find(|own| own.0.ends_with('E')).unwrap();
        let (online, waiting) = (1.0, 1.0 - (5.2 - 2.5) / (7.0 - 2.5));
        let network = (82.0 - 76.0) / (95.0 - 76.0);
        let share = |staff: f64, people: f64| staff / people;
        let (least, most) = (share(6.0, 31.0), share(9.0, 29.0));
        let staff = (share(19.0, 74.0) - least) / (most - least);
        let by_hand = 0.6 * (3.0 * online + 2.0 * waiting) / 5.0 + 0.4 * (network + staff) / 2.0;
        assert!((letter.1 - by_hand).abs() < 1e-9, "{} {by_hand}", letter.1);
    }
}

#[test]
fn a_fault_in_the_two_tables_says_its_place_and_changes_nothing() {
    let (_, book) = index_template(&Words::plain(Language::Vi));
    let mut book = read_again(&book);
    let data = &mut book
        .sheets
        .iter_mut()
        .find(|sheet| sheet.0 == "iData")
        .unwrap()
        .1;
    data.rows[2][4] = "nhiều".to_owned();
    let mut own = own_data();
    let Err(Refusal::IndexTables(name, fault)) = received(&mut own, &book) else {
        panic!("no fault");
    };
    assert_eq!((name.as_str(), fault.sheet.as_str()), ("mau.xlsx", "iData"));
    assert_eq!((fault.row, fault.column), (Some(2), Some(4)));
    assert!(own.own().is_empty());
}

#[test]
fn what_is_hidden_in_a_workbook_is_said_to_be_left_out() {
    let (_, book) = index_template(&Words::plain(Language::Vi));
    let mut book = read_again(&book);
    book.remarks.push(dti_formats::BookRemark {
        kind: dti_formats::BookRemarkKind::HiddenRows,
        sheet: "iData".to_owned(),
        cell: (3, 0),
        count: 1,
        ranges: vec![(3, 3)],
    });
    let mut own = own_data();
    let Ok(Received::Opened(Some(Done::IndexOpened(opened)))) = received(&mut own, &book) else {
        panic!("no index");
    };
    assert_eq!(opened.left_out.len(), 1);
}

#[test]
fn the_sheet_with_most_numbers_is_the_table() {
    let grid = |text: &str| Grid {
        rows: text
            .lines()
            .map(|line| line.split(';').map(str::to_owned).collect())
            .collect(),
    };
    let book = Workbook {
        sheets: vec![
            ("Bìa".to_owned(), grid("Báo cáo;năm\nx;2024")),
            (
                "Số liệu".to_owned(),
                grid("Trường;Điểm;Sĩ số\nA;7.5;30\nB;8;25"),
            ),
        ],
        remarks: Vec::new(),
    };
    let mut own = own_data();
    let Ok(Received::Table(table)) = received(&mut own, &book) else {
        panic!("no table");
    };
    let mut form = IndexForm::of(&table, 2024).unwrap();
    assert_eq!((form.sheet, form.columns.len()), (1, 2));
    assert_eq!(form.preview().unwrap().first[0].2, Exact::fraction(1, 2));
    form.choose_sheet(0);
    assert_eq!(form.sheet, 0);
}
