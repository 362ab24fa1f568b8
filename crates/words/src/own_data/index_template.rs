//! A workbook to begin an index with: `iData` and `iMeta` with a small fictitious example, and what their
//! columns mean. Brought back it opens as it is.

use crate::Words;
use dti_engine::model::Exact;
use dti_formats::{Book, BookCell, BookSheet, Look};

/// Name of the file.
const FILE: &str = "iData-iMeta.xlsx";
/// Headings of `iMeta`.
const META: [&str; 8] = [
    "Level",
    "iCode",
    "iName",
    "Parent",
    "Direction",
    "Weight",
    "Type",
    "Denominator",
];
/// Headings of `iData`.
const DATA: [&str; 9] = [
    "uCode", "uName", "Area", "Time", "Online", "Waiting", "Network", "Staff", "People",
];
/// Area, then a number for each indicator and the denominator; hundredths.
const UNITS: [(&str, bool, [i64; 5]); 5] = [
    ("A", true, [6_250, 400, 9_100, 1_200, 4_800]),
    ("B", true, [7_100, 250, 8_800, 1_500, 5_200]),
    ("C", false, [4_800, 700, 9_500, 600, 3_100]),
    ("D", false, [5_500, 310, 7_600, 900, 2_900]),
    ("E", false, [8_200, 520, 8_200, 1_900, 7_400]),
];
/// Year of the example.
const YEAR: i64 = 2024;

/// The workbook with its name, in the language of the words.
pub fn index_template(words: &Words) -> (String, Book) {
    let sheets = vec![data(words), meta(words), explained(words)];
    (FILE.to_owned(), Book { sheets })
}

fn data(words: &Words) -> BookSheet {
    let units = UNITS.map(|(letter, is_first, numbers)| {
        let area = match is_first {
            true => words.template_area_first(),
            false => words.template_area_second(),
        };
        let mut cells = vec![
            BookCell::text(letter),
            BookCell::text(words.template_unit(letter)),
            BookCell::text(area),
            BookCell::number(Exact::whole(YEAR), 0),
        ];
        let numbers = numbers.map(|own| BookCell::number(Exact::decimal(own, 2), 2));
        cells.extend(numbers);
        cells
    });
    sheet(
        "iData",
        vec![8, 18, 12, 8, 10, 10, 10, 10, 10],
        headings(&DATA),
        units.to_vec(),
    )
}

fn meta(words: &Words) -> BookSheet {
    /// Level, code, parent, direction, weight, denominator.
    type Row = (i64, &'static str, &'static str, i64, i64, &'static str);
    const ROWS: [Row; 7] = [
        (1, "Online", "Service", 1, 3, ""),
        (1, "Waiting", "Service", -1, 2, ""),
        (1, "Network", "Means", 1, 1, ""),
        (1, "Staff", "Means", 1, 1, "People"),
        (2, "Service", "Index", 1, 60, ""),
        (2, "Means", "Index", 1, 40, ""),
        (3, "Index", "", 1, 1, ""),
    ];
    let names = [
        words.template_online(),
        words.template_waiting(),
        words.template_network(),
        words.template_staff(),
        words.template_service(),
        words.template_means(),
        words.template_title(),
    ];
    let whole = |value: i64| BookCell::number(Exact::whole(value), 0);
    let other = |code: &str, name: &str, kind: &str| {
        let empty = || BookCell::empty();
        let [code, name, kind] = [code, name, kind].map(BookCell::text);
        vec![
            empty(),
            code,
            name,
            empty(),
            empty(),
            empty(),
            kind,
            empty(),
        ]
    };
    let rows = ROWS.iter().zip(names);
    let rows = rows.map(
        |((level, code, parent, direction, weight, denominator), name)| {
            let kind = if *level == 1 {
                "Indicator"
            } else {
                "Aggregate"
            };
            vec![
                whole(*level),
                BookCell::text(*code),
                BookCell::text(name),
                BookCell::text(*parent),
                whole(*direction),
                whole(*weight),
                BookCell::text(kind),
                BookCell::text(*denominator),
            ]
        },
    );
    let others = [
        other("Area", words.template_area(), "Group"),
        other("People", words.template_people(), "Denominator"),
    ];
    let rows = rows.chain(others).collect();
    sheet(
        "iMeta",
        vec![7, 12, 44, 12, 10, 8, 13, 13],
        headings(&META),
        rows,
    )
}

fn explained(words: &Words) -> BookSheet {
    let title = BookCell::text(words.template_heading()).with_look(Look::Title);
    let lines = [
        words.template_fictitious(),
        words.template_data(),
        words.template_meta(),
        words.template_levels(),
        words.template_direction(),
        words.template_weight(),
        words.template_types(),
        words.template_denominator(),
        words.template_gaps(),
        words.template_scores(),
    ];
    let lines = lines.map(|line| vec![BookCell::text(line)]);
    sheet(
        words.template_sheet(),
        vec![110],
        vec![title],
        lines.to_vec(),
    )
}

fn headings(all: &[&str]) -> Vec<BookCell> {
    let cells = all.iter().copied();
    cells
        .map(|own| BookCell::text(own).with_look(Look::Heading))
        .collect()
}

fn sheet(
    name: &str,
    widths: Vec<u32>,
    first: Vec<BookCell>,
    rows: Vec<Vec<BookCell>>,
) -> BookSheet {
    BookSheet {
        name: name.to_owned(),
        widths,
        frozen: (1, 0),
        rows: std::iter::once(first).chain(rows).collect(),
    }
}
