//! Workbooks as other programs write them, and as Excel forgives them.

use crate::kit::{Archive, frame, sheet};
use crate::read;
use dti_formats::{BookFaultKind, BookRemarkKind};

const ROOT: &str = "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" \
    Target=\"xl/workbook.xml\"/></Relationships>";
const TYPES: &str = "<Types>spreadsheetml</Types>";
const ONE: &str = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

/// An archive of these parts.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = Archive::default();
    for (name, content) in parts {
        archive.add(name, content.as_bytes());
    }
    archive.finish()
}

#[test]
fn names_of_elements_may_have_a_prefix() {
    let list = "<x:workbook xmlns:x=\"m\" xmlns:r=\"n\"><x:workbookPr date1904=\"1\"/><x:sheets>\
        <x:sheet name=\"S\" sheetId=\"1\" r:id=\"a\"/><x:sheet name=\"H\" state=\"hidden\" r:id=\"b\"/>\
        </x:sheets></x:workbook>";
    let relations = "<p:Relationships xmlns:p=\"q\"><p:Relationship Id=\"a\" Type=\"x/worksheet\" \
        Target=\"worksheets/s.xml\"/><p:Relationship Id=\"c\" Type=\"x/sharedStrings\" \
        Target=\"texts.xml\"/></p:Relationships>";
    let texts = "<x:sst xmlns:x=\"m\"><x:si><x:t>Huế</x:t></x:si><x:si><x:r><x:t>0,69</x:t></x:r><x:r>\
        <x:rPr><x:vertAlign val=\"superscript\"/></x:rPr><x:t>1</x:t></x:r></x:si></x:sst>";
    let styles = "<x:styleSheet xmlns:x=\"m\"><x:cellXfs><x:xf numFmtId=\"0\"/><x:xf numFmtId=\"9\"/>\
        </x:cellXfs></x:styleSheet>";
    let cells = "<x:worksheet xmlns:x=\"m\"><x:cols><x:col min=\"4\" max=\"4\" hidden=\"1\"/></x:cols>\
        <x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c><x:c r=\"B1\" t=\"s\"><x:v>1</x:v>\
        </x:c><x:c r=\"C1\" s=\"1\"><x:v>0.7</x:v></x:c><x:c r=\"D1\"><x:v>9</x:v></x:c></x:row>\
        </x:sheetData></x:worksheet>";
    let bytes = archive(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", list),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/texts.xml", texts),
        ("xl/styles.xml", styles),
        ("xl/worksheets/s.xml", cells),
    ]);
    let book = read(&bytes).unwrap();
    assert_eq!(book.sheets[0].1.rows, [["Huế", "0,69", "70%"]]);
    assert_eq!(book.remarks[0].kind, BookRemarkKind::HiddenSheet);
}

#[test]
fn strict_workbooks_have_other_addresses_and_dates_in_words() {
    let purl = "http://purl.oclc.org/ooxml/officeDocument";
    let root = format!(
        "<Relationships><Relationship Id=\"a\" Type=\"{purl}/relationships/officeDocument\" \
         Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let list = format!(
        "<workbook xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" conformance=\"strict\" \
         xmlns:r=\"{purl}/relationships\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"b\"/></sheets></workbook>"
    );
    let relations = format!(
        "<Relationships><Relationship Id=\"b\" Type=\"{purl}/relationships/worksheet\" \
         Target=\"worksheets/s.xml\"/></Relationships>"
    );
    let cells = sheet(
        "<row r=\"1\"><c r=\"A1\"><v>0.8002</v></c><c r=\"B1\" t=\"d\"><v>2022-04-03T00:00:00</v></c></row>",
    );
    let bytes = archive(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", &root),
        ("xl/workbook.xml", &list),
        ("xl/_rels/workbook.xml.rels", &relations),
        ("xl/worksheets/s.xml", &cells),
    ]);
    let book = read(&bytes).unwrap();
    assert_eq!(book.sheets[0].1.rows, [["0.8002", "2022-04-03"]]);
    assert_eq!(book.remarks[0].kind, BookRemarkKind::Date);
}

#[test]
fn days_may_be_counted_from_1904() {
    let styles =
        "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
    let cells = sheet("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>43192</v></c></row>");
    let list = |epoch: &str| {
        format!(
            "<workbook><workbookPr {epoch}/><sheets><sheet name=\"S\" r:id=\"a\"/></sheets></workbook>"
        )
    };
    let relations = "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"s.xml\"/></Relationships>";
    for (epoch, day) in [("date1904=\"1\"", "2022-04-03"), ("", "2018-04-02")] {
        let bytes = archive(&[
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", ROOT),
            ("xl/workbook.xml", &list(epoch)),
            ("xl/_rels/workbook.xml.rels", relations),
            ("xl/styles.xml", styles),
            ("xl/s.xml", &cells),
        ]);
        assert_eq!(read(&bytes).unwrap().sheets[0].1.rows, [[day]]);
    }
}

#[test]
fn what_excel_forgives_is_read() {
    let list = "<workbook><sheets><sheet name=\"S\" r:id=\"a\"/></sheets></workbook>";
    let table = sheet(ONE);
    // Neither lists of parts nor styles nor texts.
    let bare = archive(&[
        ("xl/workbook.xml", list),
        ("xl/worksheets/sheet1.xml", &table),
    ]);
    assert_eq!(read(&bare).unwrap().sheets[0].1.rows, [["1"]]);
    // Byte order marks, cells without places, texts without any.
    let odd = "\u{feff}<?xml version=\"1.0\"?><worksheet><sheetData><row><c t=\"str\"><v>a</v></c>\
        <c t=\"inlineStr\"/><c t=\"s\"/><c><v>5</v></c><c t=\"inlineStr\"><is/></c><c t=\"b\"><v>1</v></c>\
        </row></sheetData></worksheet>";
    let bytes = frame(&["S"])
        .add("xl/worksheets/s1.xml", odd.as_bytes())
        .finish();
    assert_eq!(
        read(&bytes).unwrap().sheets[0].1.rows,
        [["a", "", "", "5", "", "TRUE"]]
    );
}

#[test]
fn a_listed_sheet_that_is_not_there_is_named() {
    let bytes = frame(&["Mất", "S"])
        .add("xl/worksheets/s2.xml", sheet(ONE).as_bytes())
        .finish();
    let book = read(&bytes).unwrap();
    assert_eq!(book.sheets[0].0, "S");
    assert_eq!(book.remarks[0].kind, BookRemarkKind::LostSheet);
    assert_eq!(book.remarks[0].sheet, "Mất");
    let fault = read(&frame(&["Mất"]).finish()).unwrap_err();
    assert_eq!(fault.kind, BookFaultKind::Damaged);
}
