//! Workbooks that are right but for a few wounds, which get in further than noise: in the bytes, in
//! the parts of the archive, in the cells. Whatever comes of one, it is a table or one fault.

use crate::kit::{Archive, Lies, frame, sheet};
use crate::read;
use dti_formats::Workbook;
use dti_formats::{BookLanguage, link, results_book};
use dti_workbooks::writing;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use std::sync::LazyLock;

/// As many cases as the environment says, else few. What fails is noted beside this file, and comes
/// first from then on.
fn config() -> ProptestConfig {
    let many = std::env::var("PROPTEST_CASES").ok();
    ProptestConfig {
        cases: many.and_then(|many| many.parse().ok()).unwrap_or(60),
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..ProptestConfig::default()
    }
}

/// Name and content of each part.
type Parts = Vec<(&'static str, String)>;

const STRINGS: &str = "<sst count=\"2\" uniqueCount=\"2\"><si><t>Huế</t></si>\
    <si><r><t xml:space=\"preserve\">Đà </t></r>\
    <r><t xml:space=\"preserve\">Nẵng </t></r></si></sst>";
const STYLES: &str = "<styleSheet><numFmts count=\"1\">\
    <numFmt numFmtId=\"164\" formatCode=\"d/m/yy\"/></numFmts>\
    <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs>\
    </styleSheet>";
const ROWS: &str = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>\
    <c r=\"C1\" t=\"inlineStr\"><is><t>a_x001D_b &amp; c</t></is></c></row>\
    <row r=\"2\"><c r=\"A2\"><v>0.30000000000000004</v></c><c r=\"B2\" s=\"1\"><v>44773</v></c>\
    <c r=\"C2\" t=\"b\"><v>1</v></c><c r=\"D2\" t=\"e\"><v>#REF!</v></c></row>\
    <row r=\"4\"><c r=\"A4\"><f>SUM(A1:A2)</f><v>7</v></c><c r=\"D4\" s=\"2\"><v>44773.5</v></c>\
    <c><v>-1.5e3</v></c></row>";
const MERGED: &str = "<mergeCells count=\"1\"><mergeCell ref=\"A2:C3\"/></mergeCells>";

/// A workbook with a cell of every kind in it.
static PARTS: LazyLock<Parts> = LazyLock::new(|| {
    let rows = sheet(ROWS).replace("</worksheet>", &format!("{MERGED}</worksheet>"));
    vec![
        ("xl/sharedStrings.xml", STRINGS.to_owned()),
        ("xl/styles.xml", STYLES.to_owned()),
        ("xl/worksheets/s1.xml", rows),
        ("xl/worksheets/s2.xml", sheet("<row><c><v>5</v></c></row>")),
    ]
});

/// The same, and one that the calculator writes.
static BOOKS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let calculator = dti_formats::official().unwrap();
    let (link, _) = link::read("e=2024-34");
    let book = results_book(&calculator, &link.scenario, BookLanguage::Vi);
    vec![archive(&PARTS, &[]), writing::write(&book.unwrap().pack())]
});

/// How a part is kept in the archive, by its place in the list.
#[derive(Clone, Debug)]
enum Deed {
    Drop,
    Double,
    Rename(String),
    Swap,
    Lie(Option<u32>, Option<u32>, u16, Option<u32>),
}

fn deeds() -> impl Strategy<Value = Vec<(usize, Deed)>> {
    let word = "(s1|S1|s2|sheet[0-9]{1,3}|styles|workbook|\\.\\./x|\\PC{0,6})";
    let name = format!("(xl/)?(worksheets/)?{word}\\.(xml|bin|rels)");
    let name = proptest::string::string_regex(&name).unwrap();
    let size = || prop::option::of(prop_oneof![Just(0), Just(u32::MAX), 0_u32..4_000]);
    let deed = prop_oneof![
        Just(Deed::Drop),
        Just(Deed::Double),
        Just(Deed::Swap),
        name.prop_map(Deed::Rename),
        (size(), size(), 0_u16..16, size())
            .prop_map(|(unpacked, packed, flags, start)| Deed::Lie(unpacked, packed, flags, start)),
    ];
    prop::collection::vec((0..4_usize, deed), 0..3)
}

/// The parts, with what is done to each, as a file.
fn archive(parts: &Parts, deeds: &[(usize, Deed)]) -> Vec<u8> {
    let mut archive: Archive = frame(&["Số liệu", "S"]);
    for (place, (name, content)) in parts.iter().enumerate() {
        let deed = deeds.iter().find(|(at, _)| *at == place);
        let content = content.as_bytes();
        match deed.map(|(_, deed)| deed) {
            None => archive.add(name, content),
            Some(Deed::Drop) => &mut archive,
            Some(Deed::Double) => archive.add(name, content).add(name, content),
            Some(Deed::Rename(other)) => archive.add(other, content),
            Some(Deed::Swap) => {
                let (_, other) = &parts[(place + 1) % parts.len()];
                archive.add(name, other.as_bytes())
            }
            Some(Deed::Lie(unpacked, packed, flags, start)) => {
                let lies = Lies {
                    unpacked: *unpacked,
                    packed: *packed,
                    flags: *flags,
                    start: *start,
                };
                archive.add_lying(name, content, lies)
            }
        };
    }
    archive.finish()
}

/// What is cut out, and what is put there instead; places are shares of the length.
type Wound<T> = (u16, u8, T);

fn start(place: u16, length: usize) -> usize {
    length * usize::from(place) / usize::from(u16::MAX)
}

fn wounded_bytes(bytes: &[u8], wounds: &[Wound<Vec<u8>>]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (place, length, inserted) in wounds {
        let from = start(*place, bytes.len());
        let to = (from + usize::from(*length)).min(bytes.len());
        bytes.splice(from..to, inserted.iter().copied());
    }
    bytes
}

fn wounded_text(text: &str, wounds: &[Wound<String>]) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for (place, length, inserted) in wounds {
        let from = start(*place, letters.len());
        let to = (from + usize::from(*length)).min(letters.len());
        letters.splice(from..to, inserted.chars());
    }
    letters.into_iter().collect()
}

/// Pieces of a part as no program would write them.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        "[<>/\"'=&;! a-z0-9-]{0,8}",
        "<(c|row|v|f|is|t|si|r|xf)( (r|s|t|spans)=\"[A-Z]{0,4}[0-9]{0,8}\")?/?>",
        "<(sheetData|mergeCell|numFmt)( ref=\"[A-Z]{0,4}[0-9]{0,8}(:B[0-9])?\")?/?>",
        "</(c|row|v|f|is|t|si|r|sheetData|worksheet|sst)>",
        "&(amp|lt|#[0-9]{1,8}|#x[0-9a-fA-F]{1,6}|[a-z]{1,5});?",
        "(<!\\[CDATA\\[|\\]\\]>|<!--|-->|<!DOCTYPE x>|_x0000_|\u{0}|\u{feff})",
        "<\\?xml encoding=\"(UTF-16|windows-1258|x)\"\\?>",
        any::<String>(),
    ]
}

/// A cell: where it stands, of which kind and style, and what it holds.
fn cell() -> impl Strategy<Value = String> {
    let number = prop_oneof![
        "-?[0-9]{0,20}[.,]?[0-9]{0,20}([eE][-+]?[0-9]{1,4})?",
        any::<f64>().prop_map(|value| value.to_string()),
        any::<i64>().prop_map(|value| value.to_string()),
        "(TRUE|2|#N/A|nan|inf|18446744073709551615|4294967295)",
        piece(),
    ];
    let place = "( r=\"[A-Za-z]{0,4}[0-9]{0,9}\")?";
    let kind = "( t=\"(s|b|e|n|d|str|inlineStr|x)\")?( s=\"[0-9]{1,10}\")?";
    let formula = "(<f>[A-Z0-9+]{0,6}</f>|<f t=\"shared\" si=\"[0-9]{1,10}\"/>)?";
    (place, kind, formula, number).prop_map(|(place, kind, formula, number)| {
        format!("<c{place}{kind}>{formula}<v>{number}</v><is><t>{number}</t></is></c>")
    })
}

/// A table or one fault, which the other modules get as one text.
fn expect_answer(bytes: &[u8]) -> Result<(), TestCaseError> {
    let packed = match read(bytes) {
        Ok(book) => {
            prop_assert!(!book.sheets.is_empty());
            prop_assert!(book.sheets.iter().all(|(_, grid)| !grid.rows.is_empty()));
            book.pack()
        }
        Err(fault) => fault.pack(),
    };
    let again = Workbook::unpack(&packed);
    let again = again.map_or_else(|fault| fault.pack(), |book| book.pack());
    prop_assert_eq!(again, packed);
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn wounded_bytes_are_a_table_or_a_fault(
        book in prop::sample::select(BOOKS.as_slice()),
        wounds in prop::collection::vec(
            (any::<u16>(), 0..24_u8, prop::collection::vec(any::<u8>(), 0..6)),
            0..4,
        ),
    ) {
        expect_answer(&wounded_bytes(&book, &wounds))?;
    }

    #[test]
    fn wounded_parts_are_a_table_or_a_fault(
        place in 0..4_usize,
        wounds in prop::collection::vec((any::<u16>(), 0..24_u8, piece()), 0..5),
        deeds in deeds(),
    ) {
        let mut parts = PARTS.clone();
        parts[place].1 = wounded_text(&parts[place].1, &wounds);
        expect_answer(&archive(&parts, &deeds))?;
    }

    #[test]
    fn cells_of_any_kind_are_a_table_or_a_fault(
        rows in prop::collection::vec(
            ("( r=\"[0-9]{1,9}\")?", prop::collection::vec(cell(), 0..6)),
            0..5,
        ),
    ) {
        let row = |(place, cells): &(String, Vec<String>)| {
            format!("<row{place}>{}</row>", cells.concat())
        };
        let mut parts = PARTS.clone();
        parts[2].1 = sheet(&rows.iter().map(row).collect::<String>());
        expect_answer(&archive(&parts, &[]))?;
    }
}

#[test]
fn what_is_wounded_is_whole_without_wounds() {
    for book in BOOKS.iter() {
        let whole = read(&wounded_bytes(book, &[])).unwrap();
        assert!(!whole.sheets.is_empty());
    }
    let grid = &read(&archive(&PARTS, &[])).unwrap().sheets[0].1;
    let first = ["Huế", "Đà Nẵng ", "a b & c"];
    assert_eq!([grid.cell(0, 0), grid.cell(0, 1), grid.cell(0, 2)], first);
    assert_eq!([grid.cell(3, 0), grid.cell(3, 4)], ["7", "-1500"]);
}
