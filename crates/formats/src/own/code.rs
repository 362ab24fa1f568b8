//! Data codes: what tells the data that a reader brought from others without giving them. A link
//! carries the code of its edition, so that a page with other data can say so. Codes are in links, so
//! they are of lines that never change ([`Lines`]), whatever the form in which data ship.

use crate::catalogue_document::{
    CatalogueDocument, EditionDocument, ListedFramework, OriginDocument, RowDocument,
    TableDocument, UnitDocument,
};
use crate::framework_document::{IndicatorDocument, ScaleDocument};
use crate::shipped::{self, last_of_each, named};
use crate::typed::{Both, Decimal};
use crate::{FileError, OwnCatalogue};
use dti_engine::model::{Exact, POINTS_DECIMALS};

/// FNV-1a, 32 bits: it need not withstand anybody, only be short and the same on every machine.
const BASIS: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

/// The data codes of the editions that count with something of `brought`, to stand behind it; of those
/// that `shipped` or `before` list too. Empty where no edition counts with any of it.
pub fn codes_part(
    shipped: &[u8],
    before: &OwnCatalogue,
    brought: &OwnCatalogue,
) -> Result<OwnCatalogue, FileError> {
    let mut editions = shipped::document(shipped)?.editions;
    editions.extend(before.0.editions.iter().chain(&brought.0.editions).cloned());
    let mut codes = Vec::new();
    for edition in last_of_each(editions) {
        if let Some(code) = code_of(&brought.0, &edition) {
            codes.push((edition.id, code));
        }
    }
    Ok(OwnCatalogue(CatalogueDocument {
        codes,
        ..CatalogueDocument::default()
    }))
}

/// One code for what an edition counts with of the data; `None` where it does with none.
fn code_of(data: &CatalogueDocument, edition: &EditionDocument) -> Option<u32> {
    let framework = named(&data.frameworks, &edition.framework);
    let units = named(&data.units, &edition.units);
    let table = named(&data.tables, &edition.id);
    // Estimates follow the figures of another edition.
    let profile = edition.profile.as_ref().filter(|id| **id != edition.id);
    let profile = profile.and_then(|id| named(&data.tables, id));
    let mut lines = Lines::default();
    if let Some(framework) = framework {
        lines.framework(framework);
    }
    if let Some(units) = units {
        lines.units(units);
    }
    for table in table.into_iter().chain(profile) {
        match edition.own {
            Some(_) => lines.own_table(table),
            None => lines.table(table),
        }
    }
    (!lines.0.is_empty()).then(|| fnv_1a(&lines.0))
}

fn fnv_1a(text: &str) -> u32 {
    text.bytes().fold(BASIS, |code, byte| {
        (code ^ u32::from(byte)).wrapping_mul(PRIME)
    })
}

/// Data as lines of fields with tabs between them, each kind below its name.
#[derive(Default)]
struct Lines(String);

fn number(value: Decimal) -> String {
    Exact::from(value).to_short_text(u32::from(value.decimals))
}

fn pair(text: Option<&Both>) -> [&str; 2] {
    let en = text.and_then(|text| text.en.as_deref());
    [text.map_or("", |text| &*text.vi), en.unwrap_or_default()]
}

impl Lines {
    fn line<'a>(&mut self, fields: impl IntoIterator<Item = &'a str>) {
        for (place, field) in fields.into_iter().enumerate() {
            if place > 0 {
                self.0.push('\t');
            }
            self.0.push_str(field);
        }
        self.0.push('\n');
    }

    fn framework(&mut self, ListedFramework { document, parents }: &ListedFramework) {
        let [number, date] = match &document.decision {
            Some(decision) => [&*decision.number, &*decision.date],
            None => [""; 2],
        };
        let decimals = document.decimals.map(|own| own.0.to_string());
        self.line(["framework"]);
        let first = [
            &*document.id,
            number,
            date,
            document.origin.as_deref().unwrap_or("published"),
        ];
        let rules = [&document.missing, &document.ties, &document.mean];
        let fields = first
            .into_iter()
            .chain([decimals.as_deref().unwrap_or_default()]);
        let fields = fields
            .chain(pair(Some(&document.title)))
            .chain(pair(document.source.as_ref()));
        self.line(fields.chain(rules.map(|rule| rule.as_deref().unwrap_or_default())));
        for (indicator, parent) in document.indicators.iter().zip(parents) {
            self.indicator(indicator, parent.as_deref().unwrap_or_default());
        }
        for pillar in document.pillars.iter().flatten() {
            let members: Vec<&str> = pillar.members.iter().map(|member| &**member).collect();
            let weight = pillar.weight.map(self::number).unwrap_or_default();
            let fields = ["pillar", &*pillar.id, &weight, &members.join(" ")];
            self.line(fields.into_iter().chain(pair(Some(&pillar.name))));
        }
    }

    fn indicator(&mut self, own: &IndicatorDocument, parent: &str) {
        let points = own.max_points.map_or(0, |own| i64::from(own.0));
        let points = Exact::decimal(points, POINTS_DECIMALS).to_short_text(POINTS_DECIMALS);
        let count = own.component_count.map(|own| own.0.to_string());
        let scale = own.scale.as_ref().map(scale).unwrap_or_default();
        let [level, number, rule, mean] = [&own.level, &own.number, &own.rule, &own.mean]
            .map(|line| line.as_deref().unwrap_or_default());
        let [vi, en] = pair(Some(&own.name));
        self.line([
            level,
            &*own.id,
            parent,
            &points,
            own.scored.map_or("", |_| "false"),
            &count.unwrap_or_default(),
            number,
            vi,
            en,
            rule,
            // What stood here once is gone, its place is not.
            "",
            mean,
            &scale,
        ]);
    }

    fn units(&mut self, units: &[UnitDocument]) {
        self.line(["units"]);
        let first = [
            "id",
            "name_vi",
            "name_en",
            "gso_code",
            "region_vi",
            "region_en",
        ];
        self.line(first);
        for unit in units {
            let fields = [&*unit.id].into_iter().chain(pair(Some(&unit.name)));
            let fields = fields.chain([&*unit.gso_code]);
            self.line(fields.chain(pair(unit.region.as_ref())));
        }
    }

    /// The figures of an own index.
    fn own_table(&mut self, table: &TableDocument) {
        self.line(["edition"]);
        let first = ["unit", "source", "other_sources", "copies", "derived"];
        self.line(
            first
                .into_iter()
                .chain(table.columns.iter().map(String::as_str)),
        );
        for row in &table.rows {
            let cells = cells(table, row);
            let first = [&*row.unit, "own", "", "", ""];
            self.line(first.into_iter().chain(cells.iter().map(String::as_str)));
        }
    }

    /// The figures of another edition with a table of the reader's in it.
    fn table(&mut self, table: &TableDocument) {
        self.line(["edition"]);
        let columns = table.columns.iter().map(String::as_str);
        let last = ["source", "other_sources", "derived", "entered", "copies"];
        self.line(["unit"].into_iter().chain(columns).chain(last));
        for row in &table.rows {
            let cells = cells(table, row);
            let cells = cells.iter().map(String::as_str);
            let remarks = remarks(table, row);
            let last = [""].into_iter().chain(remarks.iter().map(String::as_str));
            self.line([&*row.unit].into_iter().chain(cells).chain(last));
        }
    }
}

fn cells(table: &TableDocument, row: &RowDocument) -> Vec<String> {
    let mut cells = vec![String::new(); table.columns.len()];
    for figure in &row.figures {
        if let Some(cell) = cells.get_mut(usize::from(figure.column)) {
            *cell = number(figure.value);
        }
    }
    cells
}

/// Sources, what is derived, what is entered, and in how many copies.
fn remarks(table: &TableDocument, row: &RowDocument) -> [String; 4] {
    let mut remarks = [const { Vec::new() }; 4];
    let [sources, derived, entered, copies] = &mut remarks;
    for figure in &row.figures {
        let column = table.columns.get(usize::from(figure.column));
        let column = column.map_or("", String::as_str);
        let source = table.sources.get(usize::from(figure.source));
        if let Some(source) = source.filter(|source| !source.is_empty()) {
            sources.push(format!("{column}={source}"));
        }
        match figure.origin {
            OriginDocument::Derived => derived.push(column.to_owned()),
            OriginDocument::Loaded => entered.push(column.to_owned()),
            OriginDocument::Published => {}
        }
        if figure.copies != 1 {
            copies.push(format!("{column}={}", figure.copies));
        }
    }
    remarks.map(|words| words.join(" "))
}

/// A scale in words: `goalposts logarithm 100 75000 lower`.
fn scale(scale: &ScaleDocument) -> String {
    let mut words = vec![scale.normalisation.to_string()];
    words.extend(scale.form.iter().map(|form| form.to_string()));
    words.extend(scale.low.into_iter().chain(scale.high).map(number));
    words.extend(scale.direction.iter().map(|_| "lower".to_owned()));
    words.extend(scale.imputation.iter().map(|own| own.to_string()));
    if let Some(own) = &scale.treatment {
        let most = own.winsorise.map(|most| most.0.to_string());
        let [skewness, kurtosis] = [own.skewness, own.kurtosis].map(|own| own.map(number));
        let beyond = own.beyond.as_deref().map(str::to_owned);
        // Which is left out shows by its place.
        let all =
            [most, skewness, kurtosis, beyond].map(|own| own.unwrap_or_else(|| "-".to_owned()));
        words.push(format!("treated {}", all.join(" ")));
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Lines, codes_part, fnv_1a};
    use crate::{
        OwnCatalogue, components_part, example_part, official_bytes, parse_framework, parse_index,
        parse_rule, results_part,
    };
    use dti_engine::Catalogue;
    use dti_engine::model::{
        ComponentList, Edition, Exact, ListedComponent, ResultsRow, ResultsTable, Text,
    };
    use proptest::prelude::*;

    /// A framework as it was when the codes were written: what ships may change.
    const FRAMEWORK: &str = r#"{"id":"dti-922","title":{"vi":"Bộ","en":"Set"},
        "source":{"vi":"nguồn"},"decision":{"number":"922/QĐ","date":"2022-05-20"},"decimals":4,
        "indicators":[{"id":"awareness","level":"main","name":{"vi":"Nhận thức"},"maxPoints":100,
        "componentCount":2},{"id":"society","level":"main","name":{"vi":"Xã hội"},"maxPoints":900}],
        "pillars":[{"id":"all","name":{"vi":"Cả"},"members":["awareness","society"],
        "weight":0.25}]}"#;
    const STORED: &str = include_str!("../../tests/files/own-index.json");

    /// The codes of all editions, with this behind what ships.
    fn codes(mut brought: OwnCatalogue) -> Vec<(String, String)> {
        let before = OwnCatalogue::default();
        let part = codes_part(official_bytes(), &before, &brought).unwrap();
        brought.add(part);
        let catalogue = crate::official_catalogue_with(brought).unwrap();
        let headers = catalogue.editions.iter().map(|own| own.header());
        let code = headers.filter_map(|own| Some((own.id.clone(), own.data_code.clone()?)));
        code.collect()
    }

    /// The codes alone, also of data that do not fit what ships.
    fn written(brought: &OwnCatalogue) -> Vec<(String, String)> {
        let part = codes_part(official_bytes(), &OwnCatalogue::default(), brought).unwrap();
        let codes = part.0.codes.into_iter();
        codes
            .map(|(id, code)| (id, format!("{code:08x}")))
            .collect()
    }

    #[track_caller]
    fn expect(brought: OwnCatalogue, wanted: &[(&str, &str)]) {
        let found = written(&brought);
        let found: Vec<(&str, &str)> = found.iter().map(|(id, code)| (&**id, &**code)).collect();
        assert_eq!(found, wanted);
    }

    fn official() -> Catalogue {
        crate::official_catalogue().unwrap()
    }

    fn edition(catalogue: &Catalogue, id: &str) -> Edition {
        Edition::clone(catalogue.edition(id).unwrap())
    }

    fn listed(place: u32, max_points: u32, rule: &str, vi: &str) -> ListedComponent {
        ListedComponent {
            id: format!("awareness.{place}"),
            parent: "awareness".to_owned(),
            number: Some(format!("1.{place}")),
            name: Text {
                vi: vi.to_owned(),
                en: "One".to_owned(),
            },
            max_points,
            scored: true,
            rule: parse_rule(rule).unwrap(),
        }
    }

    fn list() -> OwnCatalogue {
        let list = ComponentList {
            framework: "dti-922".to_owned(),
            rows: vec![
                listed(1, 6050, "levels 0 0.5 1", "Một\nhai"),
                listed(2, 3950, "points", "Hai"),
            ],
        };
        let framework = parse_framework("stored.json", FRAMEWORK).unwrap();
        components_part(&framework, &list).unwrap()
    }

    fn results(id: &str, rank: Option<u32>, total: Option<Exact>) -> OwnCatalogue {
        let row = ResultsRow {
            unit: "hue".to_owned(),
            rank,
            total,
            scores: vec![("society".to_owned(), Exact::decimal(1234, 4))],
        };
        let table = ResultsTable {
            edition: id.to_owned(),
            rows: vec![row],
        };
        results_part(&edition(&official(), id), &table)
    }

    #[test]
    fn the_hash_is_fnv_1a() {
        // Worked out by another program.
        assert_eq!(fnv_1a("a\nc\n"), 0x9c27_e20b);
        assert_eq!(fnv_1a(&Lines::default().0), 0x811c_9dc5);
    }

    /// These codes are in links: the version before wrote them.
    #[test]
    fn the_same_data_keep_their_code() {
        expect(
            parse_index("own.json", STORED).unwrap().to_part(),
            &[("full-2024", "3d5ad74f")],
        );
        let total = Some(Exact::decimal(69, 2));
        expect(results("2022", Some(3), total), &[("2022", "dd454989")]);
        expect(
            results("2024-34", None, None),
            &[("2024", "3d06155c"), ("2024-34", "3d06155c")],
        );
        let of_list = ["2021", "2022", "2023"].map(|id| (id, "b4c1689c"));
        expect(list(), &of_list);
        let mut both = list();
        both.add(results("2022", Some(3), total));
        let found = written(&both);
        assert_eq!(found[0].1, "b4c1689c");
        assert!(!["b4c1689c", "dd454989"].contains(&found[1].1.as_str()));
    }

    #[test]
    fn what_ships_has_no_code_and_says_what_it_said() {
        expect(OwnCatalogue::default(), &[]);
        let catalogue = official();
        let own = OwnCatalogue::framework(edition(&catalogue, "2022").framework());
        let codes = codes_part(official_bytes(), &OwnCatalogue::default(), &own).unwrap();
        let with = crate::official_catalogue_with(codes).unwrap();
        for (plain, coded) in catalogue.editions.iter().zip(&with.editions) {
            let mut header = coded.header().clone();
            let is_touched = coded.framework().id() == "dti-922";
            assert_eq!(
                header.data_code.take().is_some(),
                is_touched,
                "{}",
                header.id
            );
            assert_eq!(&header, plain.header());
        }
    }

    #[test]
    fn an_own_index_has_a_code_beside_an_example() {
        let example = example_part("example-commune-2025").unwrap();
        let part = codes_part(official_bytes(), &example, &index(5)).unwrap();
        let names: Vec<&str> = part.0.codes.iter().map(|(id, _)| &**id).collect();
        assert_eq!(names, ["own-1"]);
    }

    #[test]
    fn what_is_done_with_values_is_in_the_code() {
        let scaled = |more: &str| {
            let document = format!(
                r#"{{"framework":{{"id":"own","title":{{"vi":"T"}},"indicators":[{{"id":"a",
                "name":{{"vi":"A"}},"maxPoints":10,"scale":{{"normalisation":"rank"{more}}}}}]}},
                "edition":{{"id":"own-1","year":2026,"title":{{"vi":"K"}},
                "units":[{{"id":"u","name":{{"vi":"U"}}}}],"values":{{"u":{{"a":3}}}}}}}}"#
            );
            written(&parse_index("own.json", &document).unwrap().to_part())
        };
        let all = [
            "",
            r#","imputation":"mean""#,
            r#","imputation":"median""#,
            r#","treatment":{}"#,
            r#","treatment":{"winsorise":3}"#,
            r#","treatment":{"skewness":3}"#,
            r#","treatment":{"kurtosis":3}"#,
            r#","treatment":{"beyond":"winsorised"}"#,
        ];
        let codes = all.map(scaled);
        for (place, code) in codes.iter().enumerate() {
            assert!(!codes[..place].contains(code), "{}", all[place]);
        }
        // What is usual is the same, said or not.
        assert_eq!(
            codes[3],
            scaled(r#","treatment":{"winsorise":5,"kurtosis":3.5}"#)
        );
    }

    fn index(figure: u32) -> OwnCatalogue {
        let document = format!(
            r#"{{"framework":{{"id":"own","title":{{"vi":"Riêng"}},"indicators":[
            {{"id":"a","name":{{"vi":"A"}},"maxPoints":10}}]}},"edition":{{"id":"own-1",
            "year":2026,"title":{{"vi":"Kỳ"}},"units":[{{"id":"u","name":{{"vi":"U"}}}}],
            "values":{{"u":{{"a":0.{figure:04}}}}}}}}}"#
        );
        parse_index("own.json", &document).unwrap().to_part()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        /// The same data have the same code whatever was brought besides; others have another.
        #[test]
        fn a_code_is_of_the_data_alone(one in 0_u32..10_000, other in 0_u32..10_000) {
            let code = |brought: OwnCatalogue| {
                let found = codes(brought).into_iter().find(|(id, _)| id == "own-1");
                found.unwrap().1
            };
            let alone = code(index(one));
            prop_assert!(alone.len() == 8 && alone.bytes().all(|b| b.is_ascii_hexdigit()));
            let mut besides = results("2022", None, None);
            besides.add(index(one));
            prop_assert_eq!(&alone, &code(besides));
            prop_assert_eq!(alone == code(index(other)), one == other);
        }
    }
}
