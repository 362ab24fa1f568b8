//! Own indices from a file, into the catalogue and back, and what is wrong with others.

use super::{OwnIndex, parse_index};
use crate::OwnCatalogue;
use dti_engine::model::{Beyond, Exact, Imputation, Mean, Missing, Normalisation, Ties, Treatment};
use serde_json::{Value, json};

fn example(name: &str) -> Value {
    let path = format!(
        "{}/../../data/examples/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn parsed(document: &Value) -> OwnIndex {
    parse_index("own.json", &document.to_string()).unwrap()
}

/// A small index that uses everything that the catalogue can carry.
fn full() -> Value {
    json!({
        "framework": {
            "id": "full", "title": { "vi": "Đủ", "en": "Full" }, "source": { "vi": "nguồn" },
            "decision": { "number": "1/QĐ", "date": "2024-01-01" }, "origin": "derived",
            "missing": "rescale", "ties": "dense", "mean": "harmonic", "decimals": 3,
            "indicators": [
                { "id": "one", "number": "1", "name": { "vi": "một" }, "mean": "geometric", "children": [
                    { "id": "one.1", "name": { "vi": "a" }, "maxPoints": 3,
                      "scale": { "normalisation": "goalposts", "low": -2.5, "high": 1e6 } },
                    { "id": "one.2", "name": { "vi": "b" }, "maxPoints": 4,
                      "scale": { "normalisation": "rank", "direction": "lower_is_better",
                        "imputation": "region_median", "treatment": { "winsorise": 3,
                          "skewness": 2.25, "kurtosis": 4, "beyond": "winsorised" } } },
                    { "id": "one.3", "name": { "vi": "c" }, "maxPoints": 1, "scored": false },
                ] },
                { "id": "two", "name": { "vi": "hai" }, "maxPoints": 12,
                  "scale": { "normalisation": "none", "direction": "lower_is_better" } },
            ],
        },
        "edition": {
            "id": "full-2024", "year": 2024, "title": { "vi": "Kỳ" },
            "units": [
                { "id": "a", "name": { "vi": "A" }, "region": { "vi": "vùng", "en": "region" } },
                { "id": "b", "name": { "vi": "B" } },
            ],
            "values": {
                "a": { "one.1": -2.25, "one.2": 123456789.125, "two": 0.123456789012 },
                "b": { "one.1": null, "one.2": -1e-9 },
            },
        },
    })
}

#[test]
fn an_own_index_goes_through_the_catalogue_unchanged() {
    let indices = [full(), example("hdi"), example("ddci")].map(|document| parsed(&document));
    let mut brought = OwnCatalogue::default();
    for index in &indices {
        brought.add(index.to_part());
    }
    let brought = OwnCatalogue::from_text(&brought.to_text()).unwrap();
    let catalogue = crate::official_catalogue_with(brought).unwrap();
    assert_eq!(catalogue.editions.len(), 9);
    for index in &indices {
        let read = catalogue.edition(index.id()).unwrap();
        let own = index.edition();
        assert_eq!(read.header(), own.header());
        assert_eq!(
            format!("{:?}", read.framework()),
            format!("{:?}", own.framework())
        );
        assert_eq!(read.units(), own.units());
        for (read, own) in read.rows().iter().zip(own.rows()) {
            assert_eq!(read.indicators, own.indicators);
        }
    }
}

#[test]
fn a_later_form_of_the_same_edition_takes_its_place() {
    let earlier = parsed(&full());
    let mut document = full();
    document["edition"]["title"]["vi"] = json!("Mới");
    document["edition"]["values"]["a"]["two"] = json!(0.5);
    let later = parsed(&document);
    let mut brought = earlier.to_part();
    brought.add(later.to_part());
    let catalogue = crate::official_catalogue_with(brought).unwrap();
    assert_eq!(catalogue.editions.len(), 7);
    let read = catalogue.edition("full-2024").unwrap();
    assert_eq!(read.header().title.vi, "Mới");
    let node = read.framework().node("two").unwrap();
    assert_eq!(read.rows()[0].indicators[&node].value, Exact::decimal(5, 1));
}

#[test]
fn every_key_says_what_it_should() {
    let index = parsed(&full());
    let header = index.framework().header();
    assert_eq!(header.mean, Mean::Harmonic);
    assert_eq!(
        (header.missing, header.ties),
        (Some(Missing::Rescale), Ties::Dense)
    );
    let node = |id: &str| {
        index
            .framework()
            .indicator(index.framework().node(id).unwrap())
    };
    assert_eq!(node("one").mean, Mean::Geometric);
    assert_eq!(node("one").max_points.whole(), 7);
    let scale = node("one.2").scale;
    assert_eq!(scale.normalisation, Normalisation::Rank);
    assert_eq!(scale.imputation, Some(Imputation::RegionMedian));
    let treatment = Treatment {
        most: 3,
        skewness: Exact::decimal(225, 2),
        kurtosis: Exact::whole(4),
        beyond: Beyond::Winsorised,
    };
    assert_eq!(scale.treatment, Some(treatment));
    assert_eq!(index.units()[1].name.en, "B");
}

/// Changes one field of the full example and expects this place and a part of the sentence.
#[track_caller]
fn expect_fault(pointer: &str, value: Value, place: &str, part: &str) {
    let mut document = full();
    match document.pointer_mut(pointer) {
        Some(field) => *field = value,
        None => {
            let (above, key) = pointer.rsplit_once('/').unwrap();
            document.pointer_mut(above).unwrap()[key] = value;
        }
    }
    let fault = parse_index("own.json", &document.to_string()).unwrap_err();
    assert_eq!(fault.place, place, "{fault}");
    assert!(fault.problem.contains(part), "{fault}");
}

#[test]
fn faults_of_the_framework_are_placed() {
    let all = "framework.indicators";
    expect_fault(
        "/framework/mean",
        json!("median"),
        "framework.mean",
        "harmonic",
    );
    expect_fault(
        "/framework/missing",
        json!("mean"),
        "framework.missing",
        "rescale",
    );
    expect_fault(
        "/framework/ties",
        json!(1),
        "framework.ties",
        "text in quotes",
    );
    expect_fault(
        "/framework/tie",
        json!("dense"),
        "framework",
        "`tie` is not known here",
    );
    expect_fault(
        "/framework/id",
        json!("Full!"),
        "framework.id",
        "lower-case",
    );
    expect_fault(
        "/framework/indicators",
        json!([]),
        all,
        "max points above 0",
    );
    let scale = format!("{all}.0.children.0.scale");
    let pointer = "/framework/indicators/0/children/0/scale";
    expect_fault(
        &format!("{pointer}/normalisation"),
        json!("log"),
        &format!("{scale}.normalisation"),
        "z_score",
    );
    expect_fault(
        &format!("{pointer}/low"),
        json!(1e6),
        &scale,
        "below `high`",
    );
    expect_fault(
        &format!("{pointer}/form"),
        json!("logarithm"),
        &format!("{scale}.low"),
        "above 0",
    );
    expect_fault(
        &format!("{pointer}/normalisation"),
        json!("rank"),
        &format!("{scale}.low"),
        "leave it out",
    );
    expect_fault(
        &format!("{pointer}/direction"),
        json!("up"),
        &format!("{scale}.direction"),
        "lower_is_better",
    );
    expect_fault(
        &format!("{pointer}/imputation"),
        json!("knn"),
        &format!("{scale}.imputation"),
        "region_median",
    );
    expect_fault(
        &format!("{pointer}/treatment"),
        json!({}),
        &format!("{scale}.treatment"),
        "before min_max",
    );
    let ranked = "/framework/indicators/0/children/1/scale/treatment";
    for (key, value, part) in [
        ("winsorise", json!(2.5), "whole number"),
        ("skewness", json!(-1), "from 0"),
        ("beyond", json!("boxcox"), "logarithm or winsorised"),
        ("log", json!(true), "not known here"),
    ] {
        let at = match key {
            "log" => String::new(),
            key => format!(".{key}"),
        };
        let place = format!("{all}.0.children.1.scale.treatment{at}");
        expect_fault(&format!("{ranked}/{key}"), value, &place, part);
    }
    expect_fault(
        "/framework/indicators/1/mean",
        json!("harmonic"),
        &format!("{all}.1.mean"),
        "only what has",
    );
    expect_fault(
        "/framework/indicators/0/scale",
        json!({"normalisation": "rank"}),
        &format!("{all}.0.scale"),
        "below it",
    );
    expect_fault("/framework/indicators/1/id", json!("rank"), all, "reserved");
    expect_fault(
        "/framework/indicators/1/id",
        json!("one.1"),
        "framework",
        "stands in the framework twice",
    );
    expect_fault(
        "/framework/indicators/1/level",
        json!("group"),
        &format!("{all}.1"),
        "arithmetic mean only",
    );
    expect_fault(
        "/framework/indicators/1/maxPoints",
        json!(1.5),
        &format!("{all}.1.maxPoints"),
        "whole number",
    );
    let pillar = json!([{ "id": "p", "name": { "vi": "p" }, "members": ["two"] }]);
    expect_fault(
        "/framework/pillars",
        pillar,
        "framework.pillars",
        "arithmetic",
    );
    let leaf =
        |row: usize| json!({ "id": format!("n{row}"), "name": { "vi": "n" }, "maxPoints": 1 });
    let many: Vec<Value> = (0..401).map(leaf).collect();
    expect_fault(
        "/framework/indicators",
        json!(many),
        all,
        "400 indicators at most",
    );
}

#[test]
fn faults_of_the_edition_are_placed() {
    let values = "edition.values";
    expect_fault("/edition/id", json!("a.b"), "edition.id", "lower-case");
    expect_fault("/edition/year", json!(1066), "edition.year", "1900 to 2200");
    expect_fault("/edition/units", json!([]), "edition.units", "1 to 5000");
    let name = json!({ "vi": "nước", "en": " ", "plural": "countries" });
    expect_fault("/edition/unitName", name, "edition.unitName.en", "1 to 64");
    let name = json!({ "vi": "nước", "en": "country" });
    expect_fault("/edition/unitName", name, "edition.unitName", "plural");
    expect_fault(
        "/edition/units/1/id",
        json!("a"),
        "edition.units.1",
        "twice",
    );
    expect_fault(
        "/edition/units/1/id",
        json!("a.b"),
        "edition.units.1.id",
        "is not an id",
    );
    expect_fault(
        "/edition/values/c",
        json!({}),
        values,
        "`c` is not one of the units",
    );
    expect_fault(
        "/edition/values/a/moon",
        json!(1),
        "edition.values.a.moon",
        "not an indicator",
    );
    expect_fault(
        "/edition/values/a/one",
        json!(1),
        "edition.values.a.one",
        "lies below it",
    );
    expect_fault(
        "/edition/values/a/one.3",
        json!(1),
        "edition.values.a.one.3",
        "not scored",
    );
    expect_fault(
        "/edition/values/a/two",
        json!(1.2),
        "edition.values.a.two",
        "from 0 to 1",
    );
    expect_fault(
        "/edition/values/a/two",
        json!("0.5"),
        "edition.values.a.two",
        "must be a number",
    );
    expect_fault(
        "/edition/values/a/one.1",
        json!(1e12),
        "edition.values.a.one.1",
        "too large",
    );
    expect_fault(
        "/edition/values",
        json!({ "a": {}, "b": { "two": null } }),
        values,
        "no unit has a value",
    );
    expect_fault(
        "/edition/published",
        json!({ "a": { "rank": 0 } }),
        "edition.published.a.rank",
        "start at 1",
    );
    expect_fault(
        "/edition/title/vi",
        json!("a\tb"),
        "edition.title.vi",
        "control characters",
    );
    expect_fault(
        "/edition/title/vi",
        json!("x".repeat(1_001)),
        "edition.title.vi",
        "1000 bytes",
    );
    let mut document = full();
    document["framework"]
        .as_object_mut()
        .unwrap()
        .remove("missing");
    let fault = parse_index("own.json", &document.to_string()).unwrap_err();
    assert_eq!(fault.place, values);
    assert!(
        fault.problem.contains("`b` has no value for `one.1`"),
        "{fault}"
    );
}

#[test]
fn max_points_are_whole_on_every_level_but_of_components_with_a_rule() {
    let component = "/framework/indicators/0/children/0/maxPoints";
    for (place, path) in [
        (component, "framework.indicators.0.children.0.maxPoints"),
        (
            "/framework/indicators/1/maxPoints",
            "framework.indicators.1.maxPoints",
        ),
    ] {
        expect_fault(
            place,
            json!(1.5),
            path,
            "1.5 is not a whole number from 0 to 10000",
        );
    }
    let mut document = full();
    *document.pointer_mut(component).unwrap() = json!(2.0);
    assert!(parse_index("own.json", &document.to_string()).is_ok());
    *document.pointer_mut(component).unwrap() = json!(1.25);
    document["framework"]["indicators"][0]["children"][0]["rule"] = json!("yes_no");
    assert!(parse_index("own.json", &document.to_string()).is_ok());
}

#[test]
fn results_of_the_file_and_units_without_values_go_through_the_catalogue() {
    let mut document = full();
    document["edition"]["values"]["b"] = json!({ "two": null });
    document["edition"]["published"] = json!({
        "a": { "total": 0.76, "rank": 2 }, "b": { "rank": 1 },
    });
    let index = parsed(&document);
    let catalogue = crate::official_catalogue_with(index.to_part()).unwrap();
    let own = catalogue.edition(index.id()).unwrap();
    // With `rescale` nothing of `b` is left to take a mean of: no total, no rank.
    assert_eq!(
        (own.units().len(), own.header().unranked[0].vi.as_str()),
        (1, "B")
    );
    assert_eq!(own.header(), index.edition().header());
    let given = own.given_for("a").unwrap();
    assert_eq!(given.total, Some((Exact::decimal(76, 2), 2)));
    assert_eq!((given.rank, own.given().len()), (Some(2), 1));
}

#[test]
fn values_under_a_logarithm_are_above_0() {
    for value in [0.0, -3.5] {
        let mut document = example("hdi");
        document["edition"]["values"]["b"]["income"] = json!(value);
        let fault = parse_index("own.json", &document.to_string()).unwrap_err();
        assert_eq!(fault.place, "edition.values.b.income");
        assert!(fault.problem.contains("above 0"), "{fault}");
    }
}

#[test]
fn what_is_no_document_says_so() {
    for text in [
        "",
        "[]",
        "null",
        "{",
        "{\"framework\":1}",
        "\u{feff}{}",
        "NaN",
    ] {
        assert!(parse_index("own.json", text).is_err(), "{text}");
    }
    let deep = "[".repeat(100_000);
    assert!(parse_index("own.json", &deep).is_err());
    let with_mark = format!("\u{feff}{}", full());
    assert!(parse_index("own.json", &with_mark).is_ok());
}

#[test]
fn a_field_that_stands_twice_is_refused_with_its_place() {
    let text = full().to_string();
    for (field, twice) in [
        (
            "maxPoints",
            text.replacen("\"maxPoints\":3,", "\"maxPoints\":3,\"maxPoints\":4,", 1),
        ),
        (
            "a",
            text.replacen("\"values\":{", "\"values\":{\"a\":{},", 1),
        ),
        ("edition", text.replacen('{', "{\"edition\":{},", 1)),
    ] {
        let fault = parse_index("own.json", &twice).unwrap_err();
        let said = format!("the field `{field}` stands here twice; keep one of them");
        assert_eq!(fault.problem, said);
        assert!(fault.place.starts_with("line 1, column "), "{fault}");
    }
}

#[test]
fn letters_that_cannot_be_seen_are_refused_by_their_number() {
    for (letter, number) in [
        ('\u{202e}', "U+202E"),
        ('\u{200b}', "U+200B"),
        ('\u{ad}', "U+00AD"),
    ] {
        let name = json!(format!("B{letter}B"));
        expect_fault(
            "/edition/units/1/name/vi",
            name.clone(),
            "edition.units.1.name.vi",
            number,
        );
        expect_fault(
            "/framework/indicators/1/name/vi",
            name,
            "framework.indicators.1.name.vi",
            number,
        );
    }
}

#[test]
fn fields_may_stand_in_any_order_and_nothing_but_fields_is_an_object() {
    let whole = full();
    let (framework, edition) = (&whole["framework"], &whole["edition"]);
    let mut units_last = edition.clone();
    let units = units_last.as_object_mut().unwrap().remove("units").unwrap();
    let units_last = units_last.to_string();
    let units_last = units_last.strip_suffix('}').unwrap();
    let turned = format!(r#"{{"edition":{units_last},"units":{units}}},"framework":{framework}}}"#);
    let turned = parse_index("own.json", &turned).unwrap();
    assert_eq!(turned.edition().rows(), parsed(&whole).edition().rows());
    let needed = "an object with named fields";
    expect_fault("/edition", json!(["id", 2024]), "edition", needed);
    expect_fault("/edition/units/1", json!("b"), "edition.units.1", needed);
    expect_fault("/edition/values/a", json!([1]), "edition.values.a", needed);
    expect_fault("/edition/units", json!({}), "edition.units", "a list");
    expect_fault(
        "/edition/unit",
        json!(1),
        "edition",
        "`unit` is not known here; known fields are id, year, title, unitName, units, values, \
         published",
    );
}

#[test]
fn a_countrys_communes_are_read_in_one_pass() {
    let (units, nodes) = (super::MOST_UNITS, 40);
    let document = |units: usize| {
        let unit = |row: usize| format!(r#"{{"id":"u{row}","name":{{"vi":"Xã {row}"}}}}"#);
        let node =
            |row: usize| format!(r#"{{"id":"n{row}","name":{{"vi":"Chỉ số"}},"maxPoints":1}}"#);
        let values = |row: usize| {
            let value = |node: usize| format!(r#""n{node}":0.{:04}"#, (row * 7 + node) % 10_000);
            let values: Vec<String> = (0..nodes).map(value).collect();
            format!(r#""u{row}":{{{}}}"#, values.join(","))
        };
        let all = |one: &dyn Fn(usize) -> String, count| {
            (0..count).rev().map(one).collect::<Vec<_>>().join(",")
        };
        format!(
            r#"{{"framework":{{"id":"large","title":{{"vi":"L"}},"indicators":[{}]}},"edition":
            {{"id":"large","year":2025,"title":{{"vi":"L"}},"units":[{}],"values":{{{}}}}}}}"#,
            all(&node, nodes),
            all(&unit, units),
            all(&values, units)
        )
    };
    let index = parse_index("own.json", &document(units)).unwrap();
    assert_eq!(index.units().len(), units);
    let fault = parse_index("own.json", &document(units + 1)).unwrap_err();
    assert!(fault.problem.contains("1 to 5000 units; here are 5001"));
    let text = " ".repeat(super::LARGEST_INDEX + 1);
    let fault = parse_index("own.json", &text).unwrap_err().to_string();
    assert!(
        fault.contains("an index may have 24000000 at most"),
        "{fault}"
    );
}
