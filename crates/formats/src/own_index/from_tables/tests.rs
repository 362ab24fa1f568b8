//! `iData` and `iMeta` against a slow second computation, and each fault at its place.

use super::{TableFaultKind as K, index_tables};
use crate::own_index::points::PointsFaultKind;
use crate::{Below, Grid, IndexDraft, TableFault, parse_index};
use dti_engine::Catalogue;
use dti_engine::calculator::Calculator;
use dti_engine::model::{Beyond, Imputation, Mean, Scenario, Treatment};
use std::collections::BTreeMap;

/// Five units, six indicators below three aggregates below the index.
const DATA: &str = "\
uCode,uName,Size_group,Time,Roads,Ports,Trade,Smoke,Water,Books,People
A1,An Bình,lớn,2024,12.5,3,150,0.31,88,40,100
B2,Bắc Sơn,lớn,2024,10,4,90,0.11,95,10,30
C3,Cao Lãnh,nhỏ,2024,30,1,75,0.25,60,25,50
D4,Đại Lộc,nhỏ,2024,21,2,20,0.4,71.5,5,10
E5,Ea Kar,nhỏ,2024,17.25,5,60,0.05,80,33,40
";
const META: &str = "\
Level,iCode,iName,Parent,Direction,Weight,Type,Denominator
NA,Size_group,Cỡ,NA,NA,NA,Group,NA
NA,People,Dân số,NA,NA,NA,Denominator,NA
1,Roads,Đường,Links,1,0.2,Indicator,NA
1,Ports,Cảng,Links,1,0.3,Indicator,NA
1,Trade,Buôn bán,Links,1,0.5,Indicator,People
1,Smoke,Khói,Nature,-1,2,Indicator,NA
1,Water,Nước,Nature,1,1,Indicator,NA
1,Books,Sách,Culture,1,1,Indicator,People
2,Links,Kết nối,Index,1,0.5,Aggregate,NA
2,Nature,Thiên nhiên,Index,1,0.25,Aggregate,NA
2,Culture,Văn hóa,Index,1,0.25,Aggregate,NA
3,Index,Chỉ số thử,NA,1,1,Aggregate,NA
";

fn grid(text: &str) -> Grid {
    let cells = |line: &str| line.split(',').map(str::to_owned).collect();
    Grid {
        rows: text.lines().map(cells).collect(),
    }
}

fn book(data: &str, meta: &str) -> Vec<(String, Grid)> {
    let about = ("Giải thích".to_owned(), grid("uName,x"));
    let meta = ("iMeta".to_owned(), grid(meta));
    vec![about, meta, ("iData".to_owned(), grid(data))]
}

/// Totals and ranks of the page, by the units' codes in small letters.
fn computed(data: &str, meta: &str, mean: Mean) -> BTreeMap<String, (f64, u32)> {
    let book = book(data, meta);
    let mut draft = index_tables(&book).unwrap().draft(2020).unwrap();
    draft.mean = mean;
    let index = parse_index("x.json", &draft.document().unwrap()).unwrap();
    let calculator = Calculator::new(Catalogue {
        editions: vec![index.edition()],
        ..Catalogue::default()
    });
    let standings = calculator
        .simulate(&Scenario::baseline(index.id()))
        .unwrap();
    let own = standings.standings.iter();
    own.map(|own| {
        let id = index.units()[own.position].id.clone();
        (id, (own.unrounded.to_f64(), own.rank))
    })
    .collect()
}

/// The same in plain floats, column by column, from the texts.
fn slow(data: &str, meta: &str, mean: Mean) -> BTreeMap<String, (f64, u32)> {
    let table = |text: &'static str| -> Vec<BTreeMap<&'static str, &'static str>> {
        let mut lines = text.lines();
        let heads: Vec<&str> = lines.next().unwrap().split(',').collect();
        let row = |line: &'static str| heads.iter().copied().zip(line.split(',')).collect();
        lines.map(row).collect()
    };
    let (data, meta) = (table(leak(data)), table(leak(meta)));
    let value = |unit: &BTreeMap<&str, &str>, own: &BTreeMap<&str, &str>| {
        let number: f64 = unit[own["iCode"]].parse().ok()?;
        match own["Denominator"] {
            "NA" => Some(number),
            below => Some(number / unit[below].parse::<f64>().ok()?),
        }
    };
    let mut scores: BTreeMap<(&str, &str), f64> = BTreeMap::new();
    for own in meta.iter().filter(|own| own["Type"] == "Indicator") {
        let sign: f64 = own["Direction"].parse().unwrap();
        let values: Vec<Option<f64>> = data.iter().map(|unit| value(unit, own)).collect();
        let turned = values.iter().flatten().map(|value| value * sign);
        let low = turned.clone().fold(f64::INFINITY, f64::min);
        let high = turned.fold(f64::NEG_INFINITY, f64::max);
        for (unit, value) in data.iter().zip(values) {
            if let Some(value) = value {
                let score = (value * sign - low) / (high - low);
                scores.insert((unit["uCode"], own["iCode"]), score);
            }
        }
    }
    for level in ["2", "3"] {
        for group in meta.iter().filter(|own| own["Level"] == level) {
            for unit in &data {
                let below = meta.iter().filter(|own| own["Parent"] == group["iCode"]);
                let parts: Vec<(f64, f64)> = below
                    .filter_map(|own| {
                        let score = scores.get(&(unit["uCode"], own["iCode"]))?;
                        Some((own["Weight"].parse().unwrap(), *score))
                    })
                    .collect();
                let weight: f64 = parts.iter().map(|(weight, _)| weight).sum();
                let sum = |of: fn(f64) -> f64| -> f64 {
                    parts
                        .iter()
                        .map(|(weight, score)| weight * of(*score))
                        .sum()
                };
                if !parts.is_empty() {
                    let score = match mean {
                        Mean::Arithmetic => sum(|score| score) / weight,
                        _ => (sum(f64::ln) / weight).exp(),
                    };
                    scores.insert((unit["uCode"], group["iCode"]), score);
                }
            }
        }
    }
    let total = |unit: &str| scores.get(&(unit, "Index")).copied();
    let all = data.iter().filter_map(|unit| {
        let own = total(unit["uCode"])?;
        let others = data.iter().filter_map(|unit| total(unit["uCode"]));
        let better = others.filter(|other| *other > own + 1e-12).count();
        Some((unit["uCode"].to_lowercase(), (own, better as u32 + 1)))
    });
    all.collect()
}

fn leak(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

#[track_caller]
fn expect_same(data: &str, meta: &str, mean: Mean) {
    let (own, slow) = (computed(data, meta, mean), slow(data, meta, mean));
    assert_eq!(own.len(), slow.len());
    for (unit, (total, rank)) in &own {
        let (expected, place) = slow[unit];
        assert!(
            (total - expected).abs() < 1e-9,
            "{unit}: {total} {expected}"
        );
        assert_eq!(*rank, place, "{unit}");
    }
}

#[test]
fn totals_and_ranks_are_those_of_the_formula() {
    expect_same(DATA, META, Mean::Arithmetic);
    expect_same(DATA, META, Mean::Geometric);
    // By hand: A1 has Links .2 × 2.5/20 + .3 × 2/4 + .5 × 0, Nature 2/3 × 9/35 + 1/3 × 28/35 and
    // Culture (.4 − 1/3) / (.825 − 1/3).
    let (total, _) = computed(DATA, META, Mean::Arithmetic)["a1"];
    let links = 0.2 * 0.125 + 0.3 * 0.5;
    let nature = 2.0 / 3.0 * 9.0 / 35.0 + 28.0 / 105.0;
    let culture = (0.4 - 1.0 / 3.0) / (0.825 - 1.0 / 3.0);
    let by_hand = 0.5 * links + 0.25 * nature + 0.25 * culture;
    assert!((total - by_hand).abs() < 1e-9, "{total} {by_hand}");
}

#[test]
fn a_gap_leaves_its_weight_to_what_stands_beside_it() {
    let data = DATA
        .replace("10,4,90", "NA,4,90")
        .replace(",40,100", ",,100");
    expect_same(&data, META, Mean::Arithmetic);
    // Without its denominator there is no value either, and without any there is no unit.
    let data = data.replace("25,50\n", "25,NA\n");
    expect_same(&data, META, Mean::Arithmetic);
    let none = data.replace(
        "E5,Ea Kar,nhỏ,2024,17.25,5,60,0.05,80,33,40",
        "E5,Ea,,2024,,,,,,,",
    );
    assert_eq!(computed(&none, META, Mean::Arithmetic).len(), 4);
    expect_same(&none, META, Mean::Arithmetic);
}

#[test]
fn values_of_any_size_keep_their_scores() {
    let data = DATA
        .replace(",100\n", ",1e14\n")
        .replace(",30\n", ",3e13\n");
    let data = data.replace(",50\n", ",5e13\n").replace(",40\n", ",4e13\n");
    expect_same(&data.replace("5,10\n", "5,1e13\n"), META, Mean::Arithmetic);
}

#[test]
fn what_the_tables_say_stands_in_the_index() {
    let book = book(DATA, META);
    let draft = index_tables(&book).unwrap().draft(2020).unwrap();
    assert_eq!((draft.title.as_str(), draft.year), ("Chỉ số thử", 2024));
    let index = parse_index("x.json", &draft.document().unwrap()).unwrap();
    assert_eq!(index.id(), "own-chi-so-thu-2024");
    assert_eq!(index.units()[4].name.vi, "Ea Kar");
    assert_eq!(index.units()[4].region.as_ref().unwrap().vi, "nhỏ");
    let framework = index.framework();
    let of = |id: &str| framework.indicator(framework.node(id).unwrap());
    assert_eq!(of("trade").name.vi, "Buôn bán / Dân số");
    let points = |id: &str| of(id).max_points.whole();
    assert_eq!(["links", "nature", "culture"].map(points), [30, 15, 15]);
    assert_eq!(
        ["roads", "ports", "trade", "smoke"].map(points),
        [6, 9, 15, 10]
    );
}

#[test]
fn tables_are_known_by_their_headings_too() {
    let named = |sheets: [(&str, &str); 2]| {
        let sheets = sheets.map(|(name, text)| (name.to_owned(), grid(text)));
        index_tables(&sheets).is_some_and(|tables| tables.draft(2020).is_ok())
    };
    assert!(named([("Sheet1", DATA), ("Sheet2", META)]));
    assert!(named([
        ("x", &format!("Bảng của tôi\n{META}")),
        ("y", DATA)
    ]));
    assert!(!named([("iData", DATA), ("Sheet2", "Tỉnh,DTI\nHuế,0.7")]));
}

/// The fault of the tables after a text is replaced in one of them, and its place as people count.
#[track_caller]
fn expect(from: &str, to: &str, sheet: &str, place: (usize, usize), kind: K) {
    assert!(DATA.contains(from) || META.contains(from), "{from}");
    let is_data = sheet == "iData" && DATA.contains(from);
    let data = if is_data {
        DATA.replacen(from, to, 1)
    } else {
        DATA.to_owned()
    };
    let meta = if is_data {
        META.to_owned()
    } else {
        META.replacen(from, to, 1)
    };
    let book = book(&data, &meta);
    let fault = index_tables(&book).unwrap().draft(2020).unwrap_err();
    let row = fault.row.map_or(0, |row| row + 1);
    let column = fault.column.map_or(0, |column| column + 1);
    assert_eq!(
        (fault.sheet.as_str(), (row, column), fault.kind),
        (sheet, place, kind)
    );
}

#[test]
fn faults_of_the_units_have_their_place() {
    let text = |text: &str| text.to_owned();
    expect("uCode", "code", "iData", (1, 0), K::NoColumn("uCode"));
    expect("B2,", ",", "iData", (3, 1), K::NoCode);
    expect("B2,", "A1,", "iData", (3, 1), K::Twice(text("A1")));
    expect("Ports,", "Roads,", "iData", (1, 6), K::Twice(text("Roads")));
    expect(",0.11,", ",ít,", "iData", (3, 8), K::NotANumber(text("ít")));
    expect(",95,", ",95%,", "iData", (3, 9), K::MixedPercent);
    expect(
        "25,50\n",
        "25,0\n",
        "iData",
        (4, 11),
        K::DenominatorZero(text("Trade")),
    );
    expect("nhỏ,2024", "nhỏ,2023", "iData", (4, 4), K::SeveralTimes);
    expect(
        ",People",
        ",Folk",
        "iData",
        (1, 11),
        K::Unlisted(text("Folk")),
    );
    let equal = "30,1,75";
    let data = DATA
        .replace("12.5,3,", "12.5,1,")
        .replace("10,4,90", "10,1,90");
    let data = data
        .replace("21,2,", "21,1,")
        .replace("17.25,5,", "17.25,1,");
    assert!(data.contains(equal));
    let book = book(&data, META);
    let fault = index_tables(&book).unwrap().draft(2020).unwrap_err();
    assert_eq!(
        (fault.column, fault.kind),
        (Some(5), K::AllEqual(text("Ports")))
    );
}

#[test]
fn faults_of_the_indicators_have_their_place() {
    let text = |text: &str| text.to_owned();
    expect("Weight", "Wt", "iMeta", (1, 0), K::NoColumn("Weight"));
    expect("1,Water", "1,", "iMeta", (8, 2), K::NoCode);
    expect("Water", "Smoke", "iMeta", (8, 2), K::Twice(text("Smoke")));
    expect("Group", "Grp", "iMeta", (2, 7), K::UnknownType(text("Grp")));
    expect(
        "Nature,-1",
        "Nature,0",
        "iMeta",
        (7, 5),
        K::BadDirection(text("0")),
    );
    expect(
        "Index,1,0.5",
        "Index,-1,0.5",
        "iMeta",
        (10, 5),
        K::TurnedAggregate(text("Links")),
    );
    expect(
        "Links,1,0.3",
        "Links,1,-3",
        "iMeta",
        (5, 6),
        K::BadWeight(text("-3")),
    );
    expect(
        "Index,1,0.5",
        "Index,1,0",
        "iMeta",
        (10, 6),
        K::BadWeight(text("0")),
    );
    expect(
        "1,Books",
        "2,Books",
        "iMeta",
        (9, 1),
        K::BadLevel(text("2")),
    );
    expect(
        "Culture,1,1",
        "Cult,1,1",
        "iMeta",
        (9, 4),
        K::UnknownParent(text("Cult")),
    );
    expect(
        "2,Culture",
        "3,Culture",
        "iMeta",
        (9, 4),
        K::LevelSkipped(text("Culture")),
    );
    let tops = vec![text("Culture"), text("Index")];
    expect(
        "Văn hóa,Index",
        "Văn hóa,NA",
        "iMeta",
        (13, 4),
        K::Tops(tops),
    );
    expect(
        "Books,Sách,Culture",
        "Books,Sách,Nature",
        "iMeta",
        (12, 0),
        K::NothingBelow(text("Culture")),
    );
    expect(
        "Indicator,People",
        "Indicator,GDP",
        "iMeta",
        (6, 8),
        K::UnknownDenominator(text("GDP")),
    );
    expect(
        "Links,1,0.2",
        "Links,1,0.31830988618379",
        "iMeta",
        (10, 6),
        weights("Links"),
    );
}

fn weights(group: &str) -> K {
    K::Weights(group.to_owned(), PointsFaultKind::TooFine)
}

#[test]
fn an_indicator_needs_its_column() {
    let meta = META.replace(
        "1,Roads,Đường",
        "1,Rails,Đường sắt,Links,1,0.2,Indicator,NA\n1,Roads,Đường",
    );
    let book = book(DATA, &meta);
    let fault = index_tables(&book).unwrap().draft(2020).unwrap_err();
    assert_eq!((fault.sheet.as_str(), fault.row), ("iMeta", Some(3)));
    assert_eq!(fault.kind, K::WithoutColumn("Rails".to_owned()));
}

/// The tables with further columns of `iMeta`, which have these cells at the indicator `Trade`.
fn asked(columns: &str, cells: &str) -> Result<IndexDraft, TableFault> {
    let none = "NA,".repeat(columns.split(',').count());
    let rows = META.lines().enumerate().map(|(row, line)| match row {
        0 => format!("{line},{columns}"),
        5 => format!("{line},{cells}"),
        _ => format!("{line},{}", none.trim_end_matches(',')),
    });
    let meta: Vec<String> = rows.collect();
    let book = book(DATA, &meta.join("\n"));
    index_tables(&book).unwrap().draft(2020)
}

/// What is asked for of `Trade`.
#[track_caller]
fn column(columns: &str, cells: &str) -> (Option<Imputation>, Option<Treatment>) {
    let draft = asked(columns, cells).unwrap();
    let Below::Indicators(links) = &draft.indicators[0].below else {
        panic!("no group");
    };
    let Below::Values(own) = &links[2].below else {
        panic!("no values");
    };
    (own.imputation, own.treatment)
}

#[test]
fn imputation_is_asked_for_by_the_names_of_coinr() {
    for (cell, expected) in [
        ("i_mean", Some(Imputation::Mean)),
        ("median", Some(Imputation::Median)),
        ("i_mean_grp", Some(Imputation::RegionMean)),
        ("i_median_grp", Some(Imputation::RegionMedian)),
        ("none", None),
        ("", None),
    ] {
        assert_eq!(column("Impute", cell), (expected, None), "{cell}");
    }
    let named = column("f_i,use_group", "i_mean_grp,Size_group");
    assert_eq!(named.0, Some(Imputation::RegionMean));
}

#[test]
fn outliers_are_treated_as_the_columns_ask() {
    let usual = Treatment::default();
    let winsorised = Treatment {
        most: 3,
        beyond: Beyond::Winsorised,
        ..usual
    };
    let logged = Treatment { most: 0, ..usual };
    for (columns, cells, expected) in [
        ("Winsorise", "5", Some(usual)),
        ("winmax", "5", Some(usual)),
        ("Winsorise", "none", None),
        ("Winsorise,Log", "5,log_CT", Some(usual)),
        ("Winsorise,Log", "3,none", Some(winsorised)),
        ("Log", "yes", Some(logged)),
        ("Log", "0", None),
    ] {
        assert_eq!(
            column(columns, cells),
            (None, expected),
            "{columns} {cells}"
        );
    }
}

#[test]
fn treatments_that_the_document_does_not_have_are_refused() {
    let text = |text: &str| text.to_owned();
    for (columns, cells, place, kind) in [
        ("Transform", "boxcox", 8, K::Treatment(text("Transform"))),
        ("Impute", "knn", 8, K::UnknownTreatment(text("knn"))),
        ("Winsorise", "2.5", 8, K::UnknownTreatment(text("2.5"))),
        ("Log", "log_GII", 8, K::UnknownTreatment(text("log_GII"))),
        (
            "Impute,use_group",
            "i_mean_grp,People",
            9,
            K::BadGroup(text("People")),
        ),
    ] {
        let fault = asked(columns, cells).unwrap_err();
        assert_eq!(
            (fault.row, fault.column),
            (Some(5), Some(place)),
            "{columns}"
        );
        assert_eq!(fault.kind, kind);
    }
    assert!(asked("Transform", "none").is_ok());
}

#[test]
fn imputation_by_group_needs_one() {
    let meta = |group: &str| {
        let meta = META.replace("NA,Size_group,Cỡ,NA,NA,NA,Group,NA", group);
        meta.replace("Denominator\n", "Denominator,Impute\n")
            .replace("Indicator,NA\n", "Indicator,NA,i_mean_grp\n")
    };
    let fault = |data: &str, meta: &str| {
        let book = book(data, meta);
        index_tables(&book).unwrap().draft(2020).unwrap_err().kind
    };
    let other = meta("NA,Size_group,Cỡ,NA,NA,NA,Other,NA");
    assert_eq!(fault(DATA, &other), K::BadGroup(String::new()));
    let elsewhere = meta("NA,Area,Vùng,NA,NA,NA,Group,NA\nNA,Size_group,Cỡ,NA,NA,NA,Other,NA");
    assert_eq!(fault(DATA, &elsewhere), K::WithoutColumn("Area".to_owned()));
}

#[test]
fn numbers_that_can_be_two_are_refused() {
    let sheet = |rows: &[[&str; 3]]| Grid {
        rows: rows
            .iter()
            .map(|row| row.map(str::to_owned).to_vec())
            .collect(),
    };
    let data = sheet(&[
        ["uCode", "X", "Y"],
        ["a", "1,234", "1"],
        ["b", "5,678", "2"],
    ]);
    let book = [("iData".to_owned(), data), ("iMeta".to_owned(), grid(META))];
    let meta = META.replace("0.", "");
    let book = [book[0].clone(), ("iMeta".to_owned(), grid(&meta))];
    let fault = index_tables(&book).unwrap().draft(2020).unwrap_err();
    assert_eq!(fault.kind, K::TwoReadings);
}
