//! What a workbook holds and does not show, what it shows otherwise than it holds, and archives in the
//! forms that other programs write.

use crate::kit::{Archive, Form, Lies, frame, one_sheet, packed_spaces, sheet};
use crate::{expect_fault, read};
use dti_formats::{BookFaultKind, BookRemarkKind, Workbook};

const BOOK: &str = "xl/workbook.xml";
const RELATIONS: &str = "xl/_rels/workbook.xml.rels";
const ROOT: &str = "<Relationships><Relationship Id=\"a\" Type=\"x/relationships/officeDocument\" \
    Target=\"xl/workbook.xml\"/></Relationships>";
const ONE: &str = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

/// A workbook with a list of sheets and relations of its own, and one sheet in this part.
fn written(mut archive: Archive, list: &str, relations: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    archive
        .add("[Content_Types].xml", b"<Types>spreadsheetml</Types>")
        .add("_rels/.rels", ROOT.as_bytes())
        .add(BOOK, format!("<workbook>{list}</workbook>").as_bytes())
        .add(
            RELATIONS,
            format!("<Relationships>{relations}</Relationships>").as_bytes(),
        );
    for (name, content) in parts {
        archive.add(name, content.as_bytes());
    }
    archive.finish()
}

/// A workbook of two sheets, the first in this state.
fn two_sheets(state: &str) -> Vec<u8> {
    let list = format!(
        "<sheets><sheet name=\"Nháp &amp; cũ\" state=\"{state}\" r:id=\"a\"/>\
         <sheet name=\"S\" r:id=\"b\"/></sheets>"
    );
    let relations = "<Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"a.xml\"/>\
        <Relationship Id=\"b\" Type=\"x/worksheet\" Target=\"b.xml\"/>";
    let other = sheet(&ONE.replace("<v>1", "<v>2"));
    let parts = [("xl/a.xml", sheet(ONE)), ("xl/b.xml", other)];
    let parts = parts.each_ref().map(|(name, text)| (*name, text.as_str()));
    written(Archive::default(), &list, relations, &parts)
}

/// Kinds of remarks with the rows or columns that they name.
fn said(book: &Workbook) -> Vec<(BookRemarkKind, Vec<(usize, usize)>)> {
    let remarks = book.remarks.iter();
    remarks.map(|own| (own.kind, own.ranges.clone())).collect()
}

#[test]
fn hidden_sheets_are_named_and_not_read() {
    for state in ["hidden", "veryHidden"] {
        let book = read(&two_sheets(state)).unwrap();
        assert_eq!(book.sheets.len(), 1);
        assert_eq!(book.sheets[0].0, "S");
        assert_eq!(book.remarks[0].kind, BookRemarkKind::HiddenSheet);
        assert_eq!(book.remarks[0].sheet, "Nháp & cũ");
    }
    let book = read(&two_sheets("visible")).unwrap();
    assert_eq!((book.sheets.len(), book.remarks.len()), (2, 0));
}

#[test]
fn where_all_is_hidden_nothing_is_read() {
    let list = "<sheets><sheet name=\"S\" state=\"hidden\" r:id=\"a\"/></sheets>";
    let relations = "<Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"a.xml\"/>";
    let parts = [("xl/a.xml", &sheet(ONE)[..])];
    let bytes = written(Archive::default(), list, relations, &parts);
    expect_fault(&bytes, BookFaultKind::OnlyHidden);
    let rows = ONE.replace("r=\"1\"", "r=\"1\" hidden=\"1\"");
    expect_fault(&one_sheet(&rows), BookFaultKind::OnlyHidden);
}

#[test]
fn hidden_rows_and_columns_are_left_out_and_named() {
    let row = |place: usize, more: &str| {
        let cells = "<c><v>1</v></c><c><v>2</v></c><c><v>3</v></c><c><v>4</v></c>";
        format!("<row r=\"{place}\" {more}>{cells}</row>")
    };
    let rows = [
        row(1, ""),
        row(2, "hidden=\"1\""),
        row(3, "hidden=\"true\" outlineLevel=\"1\""),
        row(4, "ht=\"0\" customHeight=\"1\""),
        row(5, "hidden=\"0\" ht=\"15\" collapsed=\"1\""),
        "<row r=\"6\" hidden=\"1\"><c><f>A1</f></c></row>".to_owned(),
    ];
    let text = format!(
        "<worksheet><cols><col min=\"1\" max=\"1\" width=\"9\"/><col min=\"2\" max=\"2\" hidden=\"1\"/>\
         <col min=\"3\" max=\"3\" width=\"0\" customWidth=\"1\"/>\
         <col min=\"9\" max=\"16384\" hidden=\"1\"/></cols>\
         <sheetData>{}</sheetData></worksheet>",
        rows.concat()
    );
    let bytes = frame(&["S"])
        .add("xl/worksheets/s1.xml", text.as_bytes())
        .finish();
    let book = read(&bytes).unwrap();
    let grid = &book.sheets[0].1;
    assert_eq!(grid.rows.len(), 5);
    for row in [0, 4] {
        assert_eq!(grid.rows[row], ["1", "", "", "4"]);
    }
    for row in 1..4 {
        assert!(grid.rows[row].is_empty());
    }
    assert_eq!(
        said(&book),
        [
            (BookRemarkKind::HiddenRows, vec![(1, 3)]),
            (BookRemarkKind::HiddenColumns, vec![(1, 2)]),
        ]
    );
}

#[test]
fn merged_cells_show_their_value_where_some_of_them_show() {
    let text = "<worksheet><cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols><sheetData>\
        <row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"/><c r=\"C1\"/></row>\
        <row r=\"2\"><c r=\"A2\"><v>2</v></c><c r=\"B2\"><v>3</v></c></row></sheetData>\
        <mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells></worksheet>";
    let bytes = frame(&["S"])
        .add("xl/worksheets/s1.xml", text.as_bytes())
        .finish();
    let book = read(&bytes).unwrap();
    assert_eq!(book.sheets[0].1.rows, [["", "1"], ["", "3"]]);
}

#[test]
fn raised_and_lowered_text_is_left_out_and_said() {
    let run = |set: &str, text: &str| {
        format!("<r><rPr><vertAlign val=\"{set}\"/></rPr><t>{text}</t></r>")
    };
    let plain = "<r><rPr><b/></rPr><t>0,6975</t></r>";
    let strings = format!(
        "<sst><si>{plain}{}</si><si><t>Huế</t></si></sst>",
        run("superscript", "1")
    );
    let rows = format!(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>\
         <c r=\"C1\" t=\"inlineStr\"><is>{}{plain}{}</is></c>\
         <c r=\"D1\" t=\"inlineStr\"><is>{}</is></c></row>",
        run("subscript", "(*)"),
        run("baseline", "8"),
        run("superscript", "2"),
    );
    let bytes = frame(&["S"])
        .add("xl/sharedStrings.xml", strings.as_bytes())
        .add("xl/worksheets/s1.xml", sheet(&rows).as_bytes())
        .finish();
    let book = read(&bytes).unwrap();
    assert_eq!(book.sheets[0].1.rows, [["0,6975", "Huế", "0,69758"]]);
    let remark = &book.remarks[0];
    assert_eq!(
        (remark.kind, remark.cell, remark.count),
        (BookRemarkKind::Lifted, (0, 0), 3)
    );
}

#[test]
fn numbers_are_read_as_they_are_shown() {
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0&quot; %&quot;\"/>\
        <numFmt numFmtId=\"165\" formatCode=\"[Red]0.0%\"/></numFmts><cellXfs><xf numFmtId=\"0\"/>\
        <xf numFmtId=\"9\"/><xf numFmtId=\"2\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs>\
        </styleSheet>";
    let rows = "<row r=\"1\"><c r=\"A1\"><v>1.1</v></c><c r=\"B1\" s=\"1\"><v>0.7</v></c>\
        <c r=\"C1\" s=\"2\"><v>1.1</v></c><c r=\"D1\" s=\"3\"><v>70</v></c>\
        <c r=\"E1\" s=\"4\"><f>A1/3</f><v>0.125</v></c><c r=\"F1\" s=\"2\"><v>0.8253</v></c></row>";
    let bytes = frame(&["S"])
        .add("xl/styles.xml", styles.as_bytes())
        .add("xl/worksheets/s1.xml", sheet(rows).as_bytes())
        .finish();
    let book = read(&bytes).unwrap();
    let cells = ["1.1", "70%", "1.10", "70%", "12.5%", "0.8253"];
    assert_eq!(book.sheets[0].1.rows, [cells]);
}

#[test]
fn the_rank_of_a_tie_comes_through_as_a_formula_and_as_a_text() {
    let rows = "<row r=\"1\"><c r=\"A1\"><f>15</f><v>15</v></c>\
        <c r=\"B1\" t=\"inlineStr\"><is><t>=15</t></is></c></row>";
    assert_eq!(
        read(&one_sheet(rows)).unwrap().sheets[0].1.rows,
        [["15", "=15"]]
    );
}

const FORMS: [Form; 3] = [
    Form::Streamed { is_marked: true },
    Form::Streamed { is_marked: false },
    Form::Large,
];

const LIST: &str = "<workbookPr/><sheets><sheet name=\"S\" r:id=\"a\"/></sheets>";

#[test]
fn archives_of_every_form_are_read() {
    let relations = "<Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"a.xml\"/>";
    let parts = [("xl/a.xml", &sheet(ONE)[..])];
    for form in FORMS {
        let bytes = written(Archive::of(form), LIST, relations, &parts);
        assert_eq!(read(&bytes).unwrap().sheets[0].1.rows, [["1"]], "{form:?}");
        // What is cut off is damaged in every form.
        for length in 4..bytes.len() {
            assert!(read(&bytes[..length]).is_err(), "{form:?} {length}");
        }
    }
}

#[test]
fn what_an_archive_unpacks_to_is_counted_in_every_form() {
    for form in FORMS {
        let mut archive = Archive::of(form);
        let lies = Lies {
            unpacked: Some(500_000_000),
            ..Lies::default()
        };
        archive.add_packed("xl/a.xml", &packed_spaces(5_000), lies);
        expect_fault(&archive.finish(), BookFaultKind::UnpacksTooLarge);
        let mut archive = Archive::of(form);
        for number in 0..65 {
            archive.add(&format!("{number}.xml"), b"<a/>");
        }
        expect_fault(&archive.finish(), BookFaultKind::TooManyParts);
    }
}

#[test]
fn large_numbers_that_lie_are_damage() {
    let relations = "<Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"a.xml\"/>";
    let parts = [("xl/a.xml", &sheet(ONE)[..])];
    let whole = written(Archive::of(Form::Large), LIST, relations, &parts);
    let end = whole.len() - 98;
    // The end record's length, volumes, counts, size and start, and the pointer to it.
    for place in [4, 16, 20, 24, 32, 40, 48, 64].map(|offset| end + offset) {
        for byte in [0x01, 0xff] {
            let mut bytes = whole.clone();
            bytes[place] ^= byte;
            expect_fault(&bytes, BookFaultKind::Damaged);
            bytes[place + 3] ^= 0x7f;
            expect_fault(&bytes, BookFaultKind::Damaged);
        }
    }
}

#[test]
fn parts_are_found_under_every_way_to_write_their_names() {
    for (target, name) in [
        ("worksheets/s.xml", "xl\\worksheets\\s.xml"),
        ("worksheets\\s.xml", "xl/worksheets/s.xml"),
        ("/xl/worksheets/s.xml", "xl/worksheets/s.xml"),
        ("../xl/worksheets/s.xml", "/xl/worksheets/s.xml"),
        ("worksheets/S.xml", "XL/Worksheets/s.XML"),
    ] {
        let relations =
            format!("<Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"{target}\"/>");
        let bytes = written(Archive::default(), LIST, &relations, &[(name, &sheet(ONE))]);
        assert_eq!(read(&bytes).unwrap().sheets[0].1.rows, [["1"]], "{name}");
    }
}
