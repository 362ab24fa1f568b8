//! A document on its way out: headings, sentences, tables and pictures as values, so that the page, a file,
//! the clipboard and a word processor all say the same. A module of its own writes it as DOCX.

mod markup;
mod plain;

pub use markup::{Markup, escaped};

use crate::link::Language;
use serde::{Deserialize, Serialize};

/// A document: a title and what stands below it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Document {
    /// The language of all its texts.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// What stands below the title, in order.
    pub pieces: Vec<DocumentPiece>,
}

/// A piece of a document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum DocumentPiece {
    /// A heading of the pieces below it.
    Heading(String),
    /// A sentence or a few.
    Paragraph(Tone, String),
    /// Names with their values.
    Facts(Vec<(String, String)>),
    /// Sentences one below the other.
    List(Vec<String>),
    /// A table.
    Table(DocumentTable),
    /// A picture.
    Picture(DocumentPicture),
}

/// How a sentence is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Tone {
    /// As usual.
    #[default]
    Plain,
    /// To be quoted.
    Quote,
    /// Not to be overlooked: whose figures these are.
    Warning,
    /// Said beside the matter.
    Remark,
}

/// A table: its first column names the rows.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct DocumentTable {
    /// What it is about.
    pub caption: String,
    /// Heads, left to right, each with whether numbers stand below it.
    pub columns: Vec<(String, bool)>,
    /// Rows, each as long as `columns`.
    pub rows: Vec<Vec<String>>,
    /// Rows that stand out, by their place: the unit asked about, a sum.
    pub own: Vec<usize>,
}

/// A picture.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct DocumentPicture {
    /// What it is called in ids and files.
    pub name: String,
    /// What it shows, in a sentence.
    pub finding: String,
    /// What the finding leaves out; empty where there is nothing.
    pub summary: String,
    /// The drawing with its finding, legend and source, as an SVG file.
    pub svg: String,
    /// The same as a bitmap, for who takes no SVG.
    pub bitmap: Option<Bitmap>,
}

/// A bitmap.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Bitmap {
    /// A PNG file.
    pub png: Vec<u8>,
    /// Width and height at which it is shown, in pixels of the page (96 an inch).
    pub size: (u32, u32),
}

impl Document {
    /// As bytes, to be handed from module to module; empty where they can't be made, which does not happen.
    pub fn pack(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// From bytes; `None` for anything that [`Self::pack`] did not write.
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }

    /// Its pictures.
    pub fn pictures(&self) -> impl Iterator<Item = &DocumentPicture> {
        self.pieces.iter().filter_map(|piece| match piece {
            DocumentPiece::Picture(picture) => Some(picture),
            _ => None,
        })
    }

    /// The same, to give them their bitmaps.
    pub fn pictures_mut(&mut self) -> impl Iterator<Item = &mut DocumentPicture> {
        self.pieces.iter_mut().filter_map(|piece| match piece {
            DocumentPiece::Picture(picture) => Some(picture),
            _ => None,
        })
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Bitmap, Document, DocumentPicture, DocumentPiece, DocumentTable, Tone};
    use crate::link::Language;

    /// One of each piece, with names that would be markup where they are not taken for text.
    pub(crate) fn hostile() -> Document {
        let bad = "<script>alert(\"1\")</script> & 'Huế'";
        Document {
            language: Language::Vi,
            title: format!("Báo cáo: {bad}"),
            pieces: vec![
                DocumentPiece::Heading("A < B".to_owned()),
                DocumentPiece::Paragraph(Tone::Warning, "Mô phỏng.".to_owned()),
                DocumentPiece::Paragraph(Tone::Quote, bad.to_owned()),
                DocumentPiece::Facts(vec![("Hạng".to_owned(), bad.to_owned())]),
                DocumentPiece::List(vec!["</li>".to_owned(), "]]>\u{1}".to_owned()]),
                DocumentPiece::Table(DocumentTable {
                    caption: bad.to_owned(),
                    columns: vec![("Tỉnh".to_owned(), false), ("Điểm".to_owned(), true)],
                    rows: vec![
                        vec![bad.to_owned(), "1,5".to_owned()],
                        vec!["Tổng".to_owned(), "2".to_owned()],
                    ],
                    own: vec![1],
                }),
                DocumentPiece::Picture(DocumentPicture {
                    name: "strip".to_owned(),
                    finding: bad.to_owned(),
                    summary: "Tóm tắt".to_owned(),
                    svg: "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>".to_owned(),
                    bitmap: None,
                }),
            ],
        }
    }

    #[test]
    fn a_document_goes_from_module_to_module_unchanged() {
        let mut document = hostile();
        for picture in document.pictures_mut() {
            picture.bitmap = Some(Bitmap {
                png: vec![137, 80, 0, 255],
                size: (640, 320),
            });
        }
        assert_eq!(Document::unpack(&document.pack()), Some(document.clone()));
        assert_eq!(document.pictures().count(), 1);
        assert_eq!(Document::unpack(b"x"), None);
    }
}
