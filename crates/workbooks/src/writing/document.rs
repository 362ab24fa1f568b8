//! Writes a document ([`Document`]) as the bytes of a file for word processors (DOCX): a ZIP archive with a
//! few parts of XML. The archive is the library's that workbooks are packed with; the parts are so few that
//! a library for them would weigh more than all of this module (decision 29).

mod body;
mod parts;

use body::Body;
use dti_formats::Document;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;

/// The bytes of the file.
pub(super) fn bytes(document: &Document) -> ZipResult<Vec<u8>> {
    let body = Body::of(document);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for (name, text) in [
        ("[Content_Types].xml", parts::content_types()),
        ("_rels/.rels", parts::relations()),
        ("docProps/core.xml", parts::properties(document)),
        ("word/document.xml", body.text()),
        ("word/styles.xml", parts::styles(document.language)),
        (
            "word/_rels/document.xml.rels",
            parts::document_relations(body.bitmaps.len()),
        ),
    ] {
        archive.start_file(name, options)?;
        archive.write_all(text.as_bytes())?;
    }
    for (place, bitmap) in body.bitmaps.iter().enumerate() {
        archive.start_file(format!("word/{}", parts::bitmap(place)), options)?;
        archive.write_all(&bitmap.png)?;
    }
    Ok(archive.finish()?.into_inner())
}
