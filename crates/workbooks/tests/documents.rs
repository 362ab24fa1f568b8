//! Documents as DOCX: the archive opens, every part is XML, and all that the document says stands in it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a broken file must stop the tests"
)]

use dti_formats::link::Language;
use dti_formats::{Bitmap, Document, DocumentPicture, DocumentPiece, DocumentTable, Tone, escaped};
use dti_workbooks::writing::write_document;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

const BAD: &str = "<w:p>A & \"B\"</w:p> ]]> \u{1}";
/// A PNG of one pixel.
const PIXEL: [u8; 8] = [137, 80, 78, 71, 13, 10, 26, 10];

fn picture(finding: &str, bitmap: Option<Bitmap>) -> DocumentPiece {
    DocumentPiece::Picture(DocumentPicture {
        name: "strip".to_owned(),
        finding: finding.to_owned(),
        summary: format!("{finding}, tóm tắt"),
        svg: String::new(),
        bitmap,
    })
}

fn document() -> Document {
    let bitmap = |width| Bitmap {
        png: PIXEL.to_vec(),
        size: (width, 320),
    };
    Document {
        language: Language::Vi,
        title: format!("Báo cáo: {BAD}"),
        pieces: vec![
            DocumentPiece::Heading("Kết quả".to_owned()),
            DocumentPiece::Paragraph(Tone::Warning, "Mô phỏng.".to_owned()),
            DocumentPiece::Paragraph(Tone::Quote, BAD.to_owned()),
            DocumentPiece::Facts(vec![("Thứ hạng".to_owned(), "9/63".to_owned())]),
            DocumentPiece::Table(DocumentTable {
                caption: "Các chỉ số".to_owned(),
                columns: vec![("Chỉ số".to_owned(), false), ("Điểm".to_owned(), true)],
                rows: vec![
                    vec![BAD.to_owned(), "67,50".to_owned()],
                    vec!["Tổng".to_owned(), "661,30".to_owned()],
                ],
                own: vec![1],
            }),
            picture("Hẹp", Some(bitmap(640))),
            picture("Rộng", Some(bitmap(1_280))),
            picture("Không vẽ được", None),
            DocumentPiece::List(vec!["Nguồn".to_owned()]),
        ],
    }
}

/// The parts of a file by their names.
fn parts(document: &Document) -> BTreeMap<String, Vec<u8>> {
    let bytes = write_document(&document.pack());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    let part = |name: String| {
        let mut bytes = Vec::new();
        archive
            .by_name(&name)
            .unwrap()
            .read_to_end(&mut bytes)
            .unwrap();
        (name, bytes)
    };
    names.into_iter().map(part).collect()
}

fn text(parts: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(parts[name].clone()).unwrap()
}

#[test]
fn every_part_is_well_formed_and_what_it_names_is_there() {
    let parts = parts(&document());
    assert_eq!(parts.len(), 8, "{:?}", parts.keys());
    for (name, bytes) in &parts {
        if name.ends_with(".png") {
            assert_eq!(bytes, &PIXEL);
            continue;
        }
        let mut reader = Reader::from_reader(&bytes[..]);
        reader.config_mut().check_end_names = true;
        let (mut buffer, mut depth) = (Vec::new(), 0);
        loop {
            match reader.read_event_into(&mut buffer).unwrap() {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(depth, 0, "{name}");
    }
    let relations = text(&parts, "word/_rels/document.xml.rels");
    let body = text(&parts, "word/document.xml");
    for place in 1..=2 {
        let id = format!("picture{place}");
        assert!(
            relations.contains(&format!("Id=\"{id}\""))
                && body.contains(&format!("r:embed=\"{id}\""))
        );
        assert!(parts.contains_key(&format!("word/media/{id}.png")));
    }
    let styles = text(&parts, "word/styles.xml");
    for used in body.split("<w:pStyle w:val=\"").skip(1) {
        let style = used.split('"').next().unwrap();
        assert!(
            styles.contains(&format!("w:styleId=\"{style}\"")),
            "{style}"
        );
    }
}

#[test]
fn all_that_the_document_says_stands_in_the_text_as_text() {
    let document = document();
    let parts = parts(&document);
    let body = text(&parts, "word/document.xml");
    for line in document.plain_text().lines() {
        for said in line.split('\t') {
            let said = said.trim_start_matches("- ");
            let (name, value) = said.split_once(": ").unwrap_or(("", said));
            assert!(
                body.contains(&escaped(value)) && body.contains(name),
                "{said}"
            );
        }
    }
    assert!(!body.contains(BAD));
    let properties = text(&parts, "docProps/core.xml");
    assert!(properties.contains(&escaped(&document.title)) && properties.contains("vi-VN"));
}

#[test]
fn no_picture_is_wider_than_the_page() {
    let body = text(&parts(&document()), "word/document.xml");
    let extents = body.split("<wp:extent cx=\"").skip(1);
    let extents: Vec<(u64, u64)> = extents
        .map(|rest| {
            let (wide, rest) = rest.split_once("\" cy=\"").unwrap();
            (
                wide.parse().unwrap(),
                rest.split('"').next().unwrap().parse().unwrap(),
            )
        })
        .collect();
    // 640 pixels stay as they are; twice as many are as wide as an A4 page within its margins.
    assert_eq!(
        extents,
        [(640 * 9_525, 320 * 9_525), (6_408_420, 1_602_105)]
    );
}

#[test]
fn what_is_no_document_gives_no_file() {
    assert_eq!(write_document(b"x"), Vec::<u8>::new());
}
