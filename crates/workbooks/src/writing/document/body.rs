//! The text of a DOCX file: paragraphs, tables and pictures.

use super::parts::{WORD, bitmap_id};
use dti_formats::{Bitmap, Document, DocumentPicture, DocumentPiece, DocumentTable, Tone, escaped};

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";
/// A4 with margins of 16 mm, in twentieths of a point.
const PAGE: (u32, u32) = (11_906, 16_838);
const MARGIN: u32 = 907;
/// What is between the margins.
const ROOM: u32 = PAGE.0 - 2 * MARGIN;
/// Units of a drawing in a pixel of the page, and in a twentieth of a point.
const PER_PIXEL: u64 = 9_525;
const PER_TWENTIETH: u64 = 635;
/// How wide a column is beside others: with the names of rows, with numbers, with other words.
const NAMES: u32 = 26;
const NUMBERS: u32 = 10;
const WORDS: u32 = 16;

/// The text, and the bitmaps in it.
pub(super) struct Body<'a> {
    text: String,
    pub(super) bitmaps: Vec<&'a Bitmap>,
}

impl<'a> Body<'a> {
    /// Of a document.
    pub(super) fn of(document: &'a Document) -> Self {
        let mut body = Self {
            text: paragraph("Title", &document.title),
            bitmaps: Vec::new(),
        };
        for piece in &document.pieces {
            body.put(piece);
        }
        body
    }

    /// As a part of the file.
    pub(super) fn text(&self) -> String {
        let (width, height) = PAGE;
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
             <w:document xmlns:w=\"{WORD}\" xmlns:r=\"{RELATIONS}\" xmlns:a=\"{DRAWING}/main\" \
             xmlns:wp=\"{DRAWING}/wordprocessingDrawing\" xmlns:pic=\"{DRAWING}/picture\"><w:body>{}\
             <w:sectPr><w:pgSz w:w=\"{width}\" w:h=\"{height}\"/><w:pgMar w:top=\"{MARGIN}\" \
             w:right=\"{MARGIN}\" w:bottom=\"{MARGIN}\" w:left=\"{MARGIN}\" w:header=\"450\" w:footer=\"450\" \
             w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
            self.text
        )
    }

    fn put(&mut self, piece: &'a DocumentPiece) {
        match piece {
            DocumentPiece::Heading(text) => self.text.push_str(&paragraph("Heading1", text)),
            DocumentPiece::Paragraph(tone, text) => {
                self.text.push_str(&paragraph(style_of(*tone), text));
            }
            DocumentPiece::Facts(facts) => {
                for (name, value) in facts {
                    let runs = format!("{}{}", run(&format!("{name}: "), false), run(value, true));
                    self.text.push_str(&paragraph_of("Normal", "", &runs));
                }
            }
            DocumentPiece::List(lines) => {
                for line in lines {
                    let runs =
                        format!("{}<w:r><w:tab/></w:r>{}", run("•", false), run(line, false));
                    self.text.push_str(&paragraph_of("Item", "", &runs));
                }
            }
            DocumentPiece::Table(table) => self.text.push_str(&whole_table(table)),
            DocumentPiece::Picture(picture) => self.put_picture(picture),
        }
    }

    /// The bitmap, which says what it shows; without one its words stand alone.
    fn put_picture(&mut self, picture: &'a DocumentPicture) {
        match &picture.bitmap {
            None => self.text.push_str(&paragraph("Caption", &picture.finding)),
            Some(bitmap) => {
                let drawing = drawing(picture, bitmap, self.bitmaps.len());
                self.text.push_str(&paragraph_of("Normal", "", &drawing));
                self.bitmaps.push(bitmap);
            }
        }
        if !picture.summary.is_empty() {
            self.text.push_str(&paragraph("Remark", &picture.summary));
        }
    }
}

fn style_of(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "Normal",
        Tone::Quote => "Quote",
        Tone::Warning => "Warning",
        Tone::Remark => "Remark",
    }
}

fn paragraph(style: &str, text: &str) -> String {
    paragraph_of(style, "", &run(text, false))
}

/// A paragraph of a style, with more properties, of these runs.
fn paragraph_of(style: &str, more: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{more}</w:pPr>{runs}</w:p>")
}

fn run(text: &str, is_bold: bool) -> String {
    let bold = if is_bold { "<w:rPr><w:b/></w:rPr>" } else { "" };
    format!(
        "<w:r>{bold}<w:t xml:space=\"preserve\">{}</w:t></w:r>",
        escaped(text)
    )
}

/// A table below its caption; its heads are repeated on every page, and no row is broken.
fn whole_table(table: &DocumentTable) -> String {
    let mut text = match table.caption.is_empty() {
        true => String::new(),
        false => paragraph("Caption", &table.caption),
    };
    let widths = widths(table);
    let line = |side: &str, thick: u32| {
        format!("<w:{side} w:val=\"single\" w:sz=\"{thick}\" w:space=\"0\" w:color=\"999999\"/>")
    };
    let lines = [("top", 6), ("bottom", 6), ("insideH", 4)];
    let lines = lines.map(|(side, thick)| line(side, thick)).concat();
    let columns = widths
        .iter()
        .map(|width| format!("<w:gridCol w:w=\"{width}\"/>"));
    text.push_str(&format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{ROOM}\" w:type=\"dxa\"/><w:tblBorders>{lines}</w:tblBorders>\
         <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"60\" w:type=\"dxa\"/>\
         <w:right w:w=\"60\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>{}</w:tblGrid>",
        columns.collect::<String>()
    ));
    let heads = table.columns.iter().map(|(text, _)| text.as_str());
    text.push_str(&table_row(table, &widths, heads, "<w:tblHeader/>", true));
    for (place, row) in table.rows.iter().enumerate() {
        let is_own = table.own.contains(&place);
        let cells = row.iter().map(String::as_str);
        text.push_str(&table_row(table, &widths, cells, "", is_own));
    }
    text.push_str("</w:tbl>");
    // Two tables with nothing between them would be one.
    text.push_str(&paragraph("Cell", ""));
    text
}

fn table_row<'t>(
    table: &DocumentTable,
    widths: &[u32],
    cells: impl Iterator<Item = &'t str>,
    more: &str,
    is_bold: bool,
) -> String {
    let cells = cells.zip(&table.columns).zip(widths);
    let cells = cells.map(|((text, (_, is_number)), width)| {
        let side = if *is_number {
            "<w:jc w:val=\"right\"/>"
        } else {
            ""
        };
        let cell = paragraph_of("Cell", side, &run(text, is_bold));
        format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{cell}</w:tc>")
    });
    let cells = cells.collect::<String>();
    format!("<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{cells}</w:tr>")
}

/// How wide each column is, of all the room.
fn widths(table: &DocumentTable) -> Vec<u32> {
    let columns = table.columns.iter().enumerate();
    let parts = columns.map(|(place, (_, is_number))| match (place, is_number) {
        (0, _) => NAMES,
        (_, true) => NUMBERS,
        (_, false) => WORDS,
    });
    let parts: Vec<u32> = parts.collect();
    let all = parts.iter().sum::<u32>().max(1);
    parts.iter().map(|part| ROOM * part / all).collect()
}

/// A bitmap in a line of its own, no wider than the page, named by what it shows.
fn drawing(picture: &DocumentPicture, bitmap: &Bitmap, place: usize) -> String {
    let (number, id) = (place + 1, bitmap_id(place));
    let (name, told) = (escaped(&picture.name), escaped(&picture.finding));
    let [width, height] =
        [bitmap.size.0, bitmap.size.1].map(|pixels| u64::from(pixels) * PER_PIXEL);
    let most = u64::from(ROOM) * PER_TWENTIETH;
    let (wide, high) = match width > most {
        true => (most, height * most / width),
        false => (width, height),
    };
    format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
         <wp:extent cx=\"{wide}\" cy=\"{high}\"/><wp:docPr id=\"{number}\" name=\"{name}\" descr=\"{told}\"/>\
         <a:graphic><a:graphicData uri=\"{DRAWING}/picture\"><pic:pic><pic:nvPicPr>\
         <pic:cNvPr id=\"{number}\" name=\"{name}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>\
         <a:blip r:embed=\"{id}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>\
         <a:off x=\"0\" y=\"0\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>\
         </wp:inline></w:drawing></w:r>"
    )
}
