//! An index of the size and shape of COINr's ASEM example, by `iData` and `iMeta`, against totals that another
//! program worked out from the definitions (`files/coinr/made.R`; the tables of ASEM itself are in R's own
//! format, which cannot be read here).

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use dti_engine::Catalogue;
use dti_engine::analysis::{Drawn, prepared};
use dti_engine::calculator::Calculator;
use dti_engine::model::{Edition, Exact, Note, Origin, Scenario, Standings};
use dti_formats::{Grid, index_tables, parse_index};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

fn grid(text: &str) -> Grid {
    let cells = |line: &str| line.split(',').map(str::to_owned).collect();
    Grid {
        rows: text.lines().map(cells).collect(),
    }
}

/// Rows of a table by their first cell, without the headings.
fn rows(text: &'static str) -> BTreeMap<String, Vec<&'static str>> {
    let lines = text.lines().skip(1).map(|line| {
        let mut cells = line.split(',');
        let first = cells.next().unwrap().to_lowercase();
        (first, cells.collect())
    });
    lines.collect()
}

const DATA: &str = include_str!("files/coinr/iData.csv");
const META: &str = include_str!("files/coinr/iMeta.csv");
const TOTALS: &str = include_str!("files/coinr/totals.csv");
const TREATED: &str = include_str!("files/coinr/treated.csv");

fn read(data: &str, meta: &str) -> (Arc<Edition>, Standings) {
    let book = [("iData", data), ("iMeta", meta)];
    let book = book.map(|(name, text)| (name.to_owned(), grid(text)));
    let draft = index_tables(&book).unwrap().draft(2020).unwrap();
    let index = parse_index("asem.json", &draft.document().unwrap()).unwrap();
    let edition = index.edition();
    let calculator = Calculator::new(Catalogue {
        editions: vec![Arc::clone(&edition)],
        ..Catalogue::default()
    });
    let standings = calculator.simulate(&Scenario::baseline(index.id()));
    (edition, standings.unwrap())
}

#[test]
fn every_total_and_rank_is_what_the_definitions_give() {
    let (edition, standings) = read(DATA, META);
    let totals = rows(TOTALS);
    assert_eq!((standings.standings.len(), totals.len()), (51, 51));
    for own in &standings.standings {
        let unit = &edition.units()[own.position].id;
        let [total, rank] = totals[unit][..] else {
            panic!("{unit}");
        };
        let total: f64 = total.parse().unwrap();
        let off = own.unrounded.to_f64() * 100.0 - total;
        assert!(off.abs() < 1e-9, "{unit}: {off}");
        assert_eq!(own.rank.to_string(), rank, "{unit}");
    }
}

#[test]
fn what_is_imputed_and_treated_says_so() {
    let (edition, standings) = read(DATA, META);
    let framework = edition.framework();
    let mut guesses = 0;
    for (code, row) in rows(TREATED) {
        let [way, gaps] = row[..] else {
            panic!("{code}");
        };
        let node = framework.node(&code).unwrap();
        let drawn = prepared(&edition, node).drawn;
        let expected = match way {
            "none" => Drawn::AsGiven,
            "winsorised" => Drawn::Winsorised,
            _ => Drawn::Logarithms,
        };
        assert_eq!(drawn, expected, "{code}");
        let cards = || standings.standings.iter().map(|own| &own.card);
        let with = |origin| {
            let own = cards().filter(|card| card.origin(node) == Some(origin));
            own.count()
        };
        assert_eq!(with(Origin::Imputed).to_string(), gaps, "{code}");
        guesses += with(Origin::Imputed);
        match drawn {
            Drawn::AsGiven => assert_eq!(with(Origin::Treated), 0, "{code}"),
            Drawn::Winsorised => assert!((1..=5).contains(&with(Origin::Treated)), "{code}"),
            Drawn::Logarithms => assert_eq!(with(Origin::Derived), 0, "{code}"),
        }
    }
    assert!(guesses > 50);
    // What rests on a guess is one, up to the total, and is said.
    for own in &standings.standings {
        let is_guess = framework
            .nodes()
            .any(|node| own.card.origin(node) == Some(Origin::Imputed));
        assert_eq!(own.estimated, is_guess);
    }
    assert!(standings.notes.contains(&Note::DependsOnEstimates));
}

/// What COINr's vignette on imputation prints of ten of its units (William Becker, MIT licence): the mean of
/// each column, and the medians of its first five units and of the others.
#[test]
fn what_coinr_imputes_is_imputed() {
    const PART: &str = "\
uCode,half,Pat,CultServ,CultGood
u37,a,23.7,0.13405,NA
u38,a,583.5,2.20754,16.182
u39,a,3.6,0.05780,0.985
u40,a,249.8,1.79800,NA
u41,a,NA,NA,NA
u42,b,64.2,1.15292,7.555
u43,b,0.3,0.00266,0.046
u44,b,NA,0.08905,NA
u45,b,46.5,0.34615,1.213
u46,b,7.2,0.03553,1.256
";
    let meta = |rule: &str| {
        format!(
            "Level,iCode,Parent,Direction,Weight,Type,Impute\n\
             1,Pat,Index,1,1,Indicator,{rule}\n1,CultServ,Index,1,1,Indicator,{rule}\n\
             1,CultGood,Index,1,1,Indicator,{rule}\n2,Index,,1,1,Aggregate,\n\
             NA,half,NA,NA,NA,Group,NA"
        )
    };
    let stand_ins = |rule: &str| {
        let (edition, _) = read(PART, &meta(rule));
        let framework = edition.framework();
        let of = |code: &str, unit: &str| {
            let values = prepared(&edition, framework.node(code).unwrap()).values;
            let value = values[edition.position(unit).unwrap()].unwrap();
            value.round_half_up(7)
        };
        let places = [
            ("pat", "u44"),
            ("cultgood", "u37"),
            ("cultgood", "u44"),
            ("cultgood", "u40"),
        ];
        places.map(|(code, unit)| of(code, unit))
    };
    let by_column = [1_223_500_000, 45_395_000, 45_395_000, 45_395_000];
    assert_eq!(stand_ins("i_mean"), by_column);
    let by_half = [268_500_000, 85_835_000, 12_345_000, 85_835_000];
    assert_eq!(stand_ins("i_median_grp"), by_half);
}

/// An index of one indicator, with this after the word for its scale.
fn small(values: &[i32], scale: &str) -> String {
    let units = (0..values.len()).map(|unit| format!(r#"{{"id":"u{unit}","name":{{"vi":"U"}}}}"#));
    let values = values.iter().enumerate();
    let values = values.map(|(unit, value)| format!(r#""u{unit}":{{"a":{value}}}"#));
    let [units, values] = [units.collect::<Vec<_>>(), values.collect()].map(|own| own.join(","));
    format!(
        r#"{{"framework":{{"id":"own","title":{{"vi":"T"}},"indicators":[{{"id":"a",
        "name":{{"vi":"A"}},"maxPoints":10,"scale":{{"normalisation":"z_score"{scale}}}}}]}},
        "edition":{{"id":"own-1","year":2026,"title":{{"vi":"K"}},"units":[{units}],
        "values":{{{values}}}}}}}"#
    )
}

fn totals(document: &str) -> Vec<(usize, u32, Exact, bool)> {
    let index = parse_index("own.json", document).unwrap();
    let calculator = Calculator::new(Catalogue {
        editions: vec![index.edition()],
        ..Catalogue::default()
    });
    let standings = calculator.simulate(&Scenario::baseline("own-1")).unwrap();
    let own = standings.standings.into_iter();
    own.map(|own| (own.position, own.rank, own.unrounded, own.estimated))
        .collect()
}

proptest! {
    /// Without gaps, and where no threshold is ever passed, nothing is changed by asking for both.
    #[test]
    fn what_needs_no_treatment_keeps_its_totals(values in prop::collection::vec(-999..999, 1..30)) {
        let plain = totals(&small(&values, ""));
        for asked in [
            r#","imputation":"region_median""#,
            r#","imputation":"mean","treatment":{"skewness":1000}"#,
            r#","treatment":{"kurtosis":1000000,"winsorise":0}"#,
        ] {
            prop_assert_eq!(&plain, &totals(&small(&values, asked)));
        }
    }
}
