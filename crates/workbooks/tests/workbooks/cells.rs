//! What each kind of cell becomes, and what is said about it.

use crate::kit::{frame, one_sheet, sheet};
use crate::{expect_fault, read};
use dti_formats::{BookFaultKind, BookRemarkKind};

const STYLES: &str = "<styleSheet><fonts><font><name val=\"Arial\"/></font></fonts><cellXfs>\
    <xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";

#[test]
fn numbers_texts_dates_truths_and_mistakes_become_texts() {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Huế</t></is></c>\
        <c r=\"B1\"><v>0.30000000000000004</v></c><c r=\"C1\"><v>0.1</v></c>\
        <c r=\"D1\" s=\"1\"><v>44773</v></c><c r=\"E1\" t=\"b\"><v>1</v></c>\
        <c r=\"F1\" t=\"e\"><v>#REF!</v></c><c r=\"G1\" t=\"str\"><v> x &amp; y </v></c></row>";
    let bytes = frame(&["Số liệu"])
        .add("xl/worksheets/s1.xml", sheet(rows).as_bytes())
        .add("xl/styles.xml", STYLES.as_bytes())
        .finish();
    let book = read(&bytes).unwrap();
    let (name, grid) = &book.sheets[0];
    assert_eq!(name, "Số liệu");
    let cells = [
        "Huế",
        "0.3",
        "0.1",
        "2022-07-31",
        "TRUE",
        "#REF!",
        " x & y ",
    ];
    assert_eq!(grid.rows, [cells]);
    let said: Vec<_> = book
        .remarks
        .iter()
        .map(|own| (own.kind, own.cell, own.count))
        .collect();
    assert_eq!(
        said,
        [
            (BookRemarkKind::Date, (0, 3), 1),
            (BookRemarkKind::Truth, (0, 4), 1),
            (BookRemarkKind::Mistake, (0, 5), 1),
        ]
    );
}

#[test]
fn numbers_beside_texts_with_decimal_commas_have_commas_too() {
    let rows = |text: &str| {
        format!(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{text}</t></is></c>\
             <c r=\"B1\"><v>0.8002</v></c><c r=\"C1\"><v>2022</v></c>\
             <c r=\"D1\" t=\"inlineStr\"><is><t>1.1</t></is></c></row>"
        )
    };
    for (text, number) in [
        ("0,6975", "0,8002"),
        ("69,75 %", "0,8002"),
        ("0,825", "0,8002"),
        // May be thousands.
        ("1,234", "0.8002"),
        ("0.6975", "0.8002"),
        ("1, 2", "0.8002"),
    ] {
        let book = read(&one_sheet(&rows(text))).unwrap();
        assert_eq!(book.sheets[0].1.rows, [[text, number, "2022", "1.1"]]);
    }
}

#[test]
fn the_stored_value_of_a_formula_is_used_and_said() {
    let rows = "<row r=\"5\"><c r=\"D5\"><f>SUM(A1:A4)</f><v>7</v></c>\
        <c r=\"E5\" t=\"str\"><f>\"a\"</f><v>a</v></c></row>";
    let book = read(&one_sheet(rows)).unwrap();
    assert_eq!(book.sheets[0].1.cell(4, 3), "7");
    let remark = &book.remarks[0];
    assert_eq!(
        (remark.kind, remark.cell, remark.count),
        (BookRemarkKind::Formula, (4, 3), 2)
    );
}

#[test]
fn a_formula_without_a_stored_value_is_a_fault_with_its_cell() {
    for formula in ["<f>A1</f>", "<f>A1</f><v/>", "<f>A1</f><v></v>"] {
        let rows = format!("<row r=\"5\"><c r=\"D5\">{formula}</c></row>");
        let fault = expect_fault(&one_sheet(&rows), BookFaultKind::NoStoredValue);
        assert_eq!(
            (fault.sheet.as_deref(), fault.cell),
            (Some("S"), Some((4, 3)))
        );
    }
}

#[test]
fn the_value_of_merged_cells_stands_in_the_first() {
    let text = "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\">\
        <c r=\"A1\"><v>1</v></c><c r=\"B1\"/></row></sheetData><mergeCells>\
        <mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A9:C9\"/></mergeCells></worksheet>";
    let book = read(
        &frame(&["S"])
            .add("xl/worksheets/s1.xml", text.as_bytes())
            .finish(),
    )
    .unwrap();
    assert_eq!(book.sheets[0].1.rows, [["1"]]);
    let remark = &book.remarks[0];
    assert_eq!(
        (remark.kind, remark.cell, remark.count),
        (BookRemarkKind::Merged, (0, 0), 1)
    );
}

#[test]
fn empty_sheets_are_left_out_and_the_names_kept() {
    let bytes = frame(&["Trống", "Phiếu &amp; điểm"])
        .add(
            "xl/worksheets/s1.xml",
            sheet("<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>").as_bytes(),
        )
        .add(
            "xl/worksheets/s2.xml",
            sheet("<row><c><v>5</v></c><c><v>6</v></c></row>").as_bytes(),
        )
        .finish();
    let book = read(&bytes).unwrap();
    assert_eq!(book.sheets.len(), 1);
    assert_eq!(book.sheets[0].0, "Phiếu & điểm");
    assert_eq!(book.sheets[0].1.rows, [["5", "6"]]);
}

#[test]
fn styled_cells_far_away_that_hold_nothing_do_no_harm() {
    let rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"1\"/></row>\
        <row r=\"1048576\"><c r=\"A1048576\" s=\"1\"/></row>";
    assert_eq!(read(&one_sheet(rows)).unwrap().sheets[0].1.rows, [["1"]]);
}

#[test]
fn control_characters_by_number_become_spaces() {
    let rows =
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a_x001D_b_x0000_c</t></is></c></row>";
    let book = read(&one_sheet(rows)).unwrap();
    assert_eq!(book.sheets[0].1.rows, [["a b c"]]);
}

#[test]
fn letters_that_cannot_be_seen_are_left_out() {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Bắc\u{202e} Ni\u{200b}nh&#x2066;</t></is></c>\
        <c r=\"B1\" t=\"inlineStr\"><is><t>&#x202e;</t></is></c><c r=\"C1\"><v>1</v></c></row>";
    let book = read(&one_sheet(rows)).unwrap();
    assert_eq!(book.sheets[0].1.rows, [["Bắc Ninh", "", "1"]]);
    let named = frame(&["S\u{202e}1"])
        .add("xl/worksheets/s1.xml", sheet(rows).as_bytes())
        .finish();
    assert_eq!(read(&named).unwrap().sheets[0].0, "S1");
}

#[test]
fn a_span_of_time_is_no_number() {
    let styles =
        "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"46\"/></cellXfs></styleSheet>";
    let rows = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>0.7</v></c></row>";
    let bytes = frame(&["S"])
        .add("xl/styles.xml", styles.as_bytes())
        .add("xl/worksheets/s1.xml", sheet(rows).as_bytes())
        .finish();
    let book = read(&bytes).unwrap();
    assert_eq!(book.sheets[0].1.rows, [["16:48:00"]]);
    assert_eq!(book.remarks[0].kind, BookRemarkKind::Date);
}

#[test]
fn a_workbook_without_filled_cells_is_empty() {
    expect_fault(&one_sheet(""), BookFaultKind::Empty);
    expect_fault(&frame(&[]).finish(), BookFaultKind::Empty);
}
