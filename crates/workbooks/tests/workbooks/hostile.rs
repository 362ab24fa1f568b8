//! Files that were made to hurt: each ends in one fault, in little time and memory.

use crate::kit::{Archive, Lies, frame, one_sheet, packed_spaces, sheet};
use crate::{expect_fault, read};
use dti_formats::BookFaultKind;
use dti_workbooks::reading;

#[test]
fn one_cell_in_the_farthest_corner_makes_no_huge_grid() {
    let bomb = one_sheet("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>");
    assert!(bomb.len() < 2_500, "{} bytes", bomb.len());
    let fault = expect_fault(&bomb, BookFaultKind::TooManyRows);
    assert_eq!(fault.cell, Some((1_048_575, 16_383)));
}

#[test]
fn half_a_megabyte_that_unpacks_to_half_a_gigabyte_is_stopped_early() {
    let lies = Lies {
        unpacked: Some(500_000_000),
        ..Lies::default()
    };
    let bomb = frame(&["S"])
        .add_packed("xl/worksheets/s1.xml", &packed_spaces(5_000), lies)
        .finish();
    assert!(
        (400_000..700_000).contains(&bomb.len()),
        "{} bytes",
        bomb.len()
    );
    expect_fault(&bomb, BookFaultKind::UnpacksTooLarge);
}

#[test]
fn many_parts_that_are_each_allowed_are_too_much_together() {
    // Some of it packs poorly, so that the ratio is no matter.
    let large = sheet(&format!("{}{}", noise(200_000), " ".repeat(6_600_000)));
    let mut archive = frame(&["S"]);
    for number in 1..=3 {
        archive.add(&format!("xl/worksheets/s{number}.xml"), large.as_bytes());
    }
    expect_fault(&archive.finish(), BookFaultKind::UnpacksTooLarge);
}

#[test]
fn a_million_columns_and_a_million_rows_are_stopped_at_the_first_excess() {
    let columns = format!("<row r=\"1\">{}</row>", "<c><v>1</v></c>".repeat(300_000));
    let fault = expect_fault(&one_sheet(&noisy(&columns)), BookFaultKind::TooManyColumns);
    assert_eq!(fault.cell, Some((0, 200)));
    let rows = "<row><c><v>1</v></c></row>".repeat(250_000);
    let fault = expect_fault(&one_sheet(&noisy(&rows)), BookFaultKind::TooManyRows);
    assert_eq!(fault.cell, Some((2000, 0)));
    let cells = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(200)).repeat(501);
    let fault = expect_fault(&one_sheet(&noisy(&cells)), BookFaultKind::TooManyCells);
    assert_eq!(fault.cell, Some((500, 0)));
}

/// A remark that does not pack well.
fn noise(length: usize) -> String {
    let mut state = 7_u64;
    let mut letter = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        char::from(b'a' + (state >> 60) as u8)
    };
    let letters: String = (0..length).map(|_| letter()).collect();
    format!("<!--{letters}-->")
}

/// With so much noise that the ratio stays below the limit.
fn noisy(rows: &str) -> String {
    format!("{rows}{}", noise(rows.len() / 40))
}

#[test]
fn a_text_referred_to_a_hundred_thousand_times_is_counted_each_time() {
    let text = "x".repeat(30_000);
    let cells = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>".repeat(1_900);
    let bomb = frame(&["S"])
        .add(
            "xl/sharedStrings.xml",
            format!("<sst><si><t>{text}</t></si></sst>").as_bytes(),
        )
        .add("xl/worksheets/s1.xml", sheet(&noisy(&cells)).as_bytes())
        .finish();
    expect_fault(&bomb, BookFaultKind::TooMuchText);
}

#[test]
fn memory_that_a_file_only_claims_is_not_reserved() {
    for claim in ["99999999999", "18446744073709551615", "4000000000"] {
        for mark in ["uniqueCount=\"N\"", "a='>' uniqueCount = 'N'"] {
            let strings = format!(
                "<sst {}><si><t>Huế</t></si></sst>",
                mark.replace('N', claim)
            );
            let rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>";
            let bytes = frame(&["S"])
                .add("xl/sharedStrings.xml", strings.as_bytes())
                .add("xl/worksheets/s1.xml", sheet(rows).as_bytes())
                .finish();
            assert_eq!(read(&bytes).unwrap().sheets[0].1.rows, [["Huế"]]);
        }
    }
}

#[test]
fn a_million_empty_texts_take_little() {
    let strings = format!("<sst>{}</sst>", noisy(&"<si/>".repeat(1_000_000)));
    let rows = "<row><c t=\"s\"><v>999999</v></c><c><v>1</v></c></row>";
    let bytes = frame(&["S"])
        .add("xl/sharedStrings.xml", strings.as_bytes())
        .add("xl/worksheets/s1.xml", sheet(rows).as_bytes())
        .finish();
    assert_eq!(read(&bytes).unwrap().sheets[0].1.rows, [["", "1"]]);
}

#[test]
fn a_font_with_a_name_of_a_megabyte_is_not_copied_for_each_cell_format() {
    let font = format!(
        "<fonts><font><name val=\"{}\"/></font></fonts>",
        "f".repeat(1_000_000)
    );
    let formats = "<xf numFmtId=\"0\" fontId=\"0\"/>".repeat(60_000);
    let styles = format!("<styleSheet>{font}<cellXfs>{formats}</cellXfs></styleSheet>");
    let bytes = frame(&["S"])
        .add("xl/styles.xml", noisy(&styles).as_bytes())
        .add(
            "xl/worksheets/s1.xml",
            sheet("<row><c><v>1</v></c></row>").as_bytes(),
        )
        .finish();
    assert_eq!(read(&bytes).unwrap().sheets[0].1.rows, [["1"]]);
}

#[test]
fn sheets_that_share_one_part_are_counted() {
    let sheets = "<sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/>".repeat(2_000);
    let mut archive = Archive::default();
    let kit = frame(&["S"]).finish();
    assert!(!kit.is_empty());
    archive
        .add("[Content_Types].xml", b"<Types>spreadsheetml</Types>")
        .add("_rels/.rels", b"<Relationships/>")
        .add(
            "xl/workbook.xml",
            format!("<workbook><sheets>{sheets}</sheets></workbook>").as_bytes(),
        );
    expect_fault(&archive.finish(), BookFaultKind::TooManySheets);
}

#[test]
fn entities_are_refused_unread() {
    let rows = "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;\">\
        <!ENTITY c \"&b;&b;&b;&b;&b;\">]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&c;\
        </t></is></c></row></sheetData></worksheet>";
    let bytes = frame(&["S"])
        .add("xl/worksheets/s1.xml", rows.as_bytes())
        .finish();
    expect_fault(&bytes, BookFaultKind::Damaged);
}

#[test]
fn deep_nesting_takes_no_stack() {
    let deep = format!("{}{}", "<a>".repeat(1_000_000), "</a>".repeat(1_000_000));
    let bytes = one_sheet(&noisy(&format!("<row><c><v>1</v></c></row>{deep}")));
    assert_eq!(read(&bytes).unwrap().sheets[0].1.rows, [["1"]]);
}

#[test]
fn an_archive_that_is_cut_off_anywhere_is_damaged() {
    let whole = one_sheet("<row><c><v>1</v></c></row>");
    assert!(read(&whole).is_ok());
    for length in 4..whole.len() {
        assert!(read(&whole[..length]).is_err(), "{length}");
    }
}

#[test]
fn any_byte_may_be_wrong_and_nothing_breaks() {
    let whole =
        one_sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" t=\"b\"><v>1</v></c></row>");
    for place in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[place] ^= [1_u8, 0x80, 0xff][place % 3];
        // Whatever comes of it: no panic, and what is packed can be unpacked.
        let packed = reading::read(&bytes);
        dti_formats::Workbook::unpack(&packed).ok();
    }
}

#[test]
fn sizes_that_lie_are_damage() {
    let rows = sheet("<row><c><v>1</v></c></row>");
    let lying = |lies: Lies| {
        frame(&["S"])
            .add_lying("xl/worksheets/s1.xml", rows.as_bytes(), lies)
            .finish()
    };
    let none = Lies::default();
    assert!(read(&lying(none)).is_ok());
    for lies in [
        Lies {
            unpacked: Some(1),
            ..none
        },
        Lies {
            unpacked: Some(u32::MAX),
            ..none
        },
        Lies {
            packed: Some(1),
            ..none
        },
        Lies {
            packed: Some(u32::MAX),
            ..none
        },
        Lies {
            start: Some(0),
            ..none
        },
        Lies {
            start: Some(u32::MAX),
            ..none
        },
    ] {
        expect_fault(&lying(lies), BookFaultKind::Damaged);
    }
    let encrypted = Lies { flags: 1, ..none };
    expect_fault(&lying(encrypted), BookFaultKind::Encrypted);
}

#[test]
fn parts_may_not_share_a_name_or_bytes() {
    let rows = sheet("<row><c><v>1</v></c></row>");
    let twice = frame(&["S"])
        .add("xl/worksheets/s1.xml", rows.as_bytes())
        .add("xl/Worksheets/S1.xml", rows.as_bytes())
        .finish();
    expect_fault(&twice, BookFaultKind::Damaged);
    let mut archive = Archive::default();
    archive.add("a.xml", b"<a/>");
    archive.add_lying(
        "b.xml",
        b"<a/>",
        Lies {
            start: Some(0),
            ..Lies::default()
        },
    );
    expect_fault(&archive.finish(), BookFaultKind::Damaged);
}

#[test]
fn sixty_five_parts_are_too_many() {
    let mut archive = frame(&["S"]);
    for number in 0..61 {
        archive.add(&format!("{number}.xml"), b"<a/>");
    }
    expect_fault(&archive.finish(), BookFaultKind::TooManyParts);
}

#[test]
fn bytes_before_or_behind_the_archive_are_damage() {
    let whole = one_sheet("<row><c><v>1</v></c></row>");
    expect_fault(&[&whole[..], b"more"].concat(), BookFaultKind::Damaged);
    expect_fault(
        &[b"PK\x03\x04", &whole[..]].concat(),
        BookFaultKind::Damaged,
    );
}

#[test]
fn other_archives_are_told_apart() {
    let ods = Archive::default()
        .add(
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        )
        .add("content.xml", b"<a/>")
        .finish();
    expect_fault(&ods, BookFaultKind::OpenDocument);
    let word = Archive::default()
        .add("[Content_Types].xml", b"<Types>wordprocessingml</Types>")
        .add("_rels/.rels", b"<a/>")
        .add("word/document.xml", b"<a/>")
        .finish();
    expect_fault(&word, BookFaultKind::AnotherKind);
    let binary = Archive::default()
        .add("[Content_Types].xml", b"<Types>ms-excel</Types>")
        .add("_rels/.rels", b"<a/>")
        .add("xl/workbook.bin", b"\0")
        .finish();
    expect_fault(&binary, BookFaultKind::BinaryExcel);
    let photos = Archive::default().add("a.jpg", b"\0").finish();
    expect_fault(&photos, BookFaultKind::AnotherKind);
}

#[test]
fn numbers_that_are_none_are_damage_with_their_cell() {
    for number in ["1e400", "nan", "-1e300"] {
        let rows = format!("<row r=\"3\"><c r=\"B3\"><v>{number}</v></c></row>");
        let fault = expect_fault(&one_sheet(&rows), BookFaultKind::Damaged);
        assert_eq!(fault.cell, Some((2, 1)), "{number}");
    }
}

#[test]
fn references_out_of_this_world_do_not_break_it() {
    for reference in [
        "ZZZZZZZZZZZ1",
        "A99999999999999",
        "A0",
        "1",
        "",
        "é1",
        "A1:B2",
    ] {
        let rows = format!("<row r=\"1\"><c r=\"{reference}\"><v>1</v></c></row>");
        let _ = read(&one_sheet(&rows));
        let merged = format!(
            "<worksheet><dimension ref=\"{reference}:A1\"/><sheetData/><mergeCells>\
             <mergeCell ref=\"B5:{reference}\"/></mergeCells></worksheet>"
        );
        let _ = read(
            &frame(&["S"])
                .add("xl/worksheets/s1.xml", merged.as_bytes())
                .finish(),
        );
    }
}
