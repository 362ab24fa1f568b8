//! What a file is by its first bytes: names lie, and a picture called `.csv` is still a picture.

/// The kind of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileKind {
    /// A text, as far as its first bytes tell.
    Text,
    /// A text in UTF-16 (what Excel calls "Unicode text").
    Utf16,
    /// A workbook of today's Excel (XLSX).
    Workbook,
    /// An OpenDocument file (`.ods`).
    OpenDocument,
    /// A workbook of Excel before 2007 (`.xls`), or a workbook with a password.
    OldWorkbook,
    /// A web page, often called `.xls`.
    WebPage,
    /// XML.
    Xml,
    /// JSON: a project file, or an index of one's own.
    Json,
    /// PDF.
    Pdf,
    /// A picture.
    Picture,
    /// Rich text.
    RichText,
    /// A packed file (`.zip`, `.gz`, `.rar`, `.7z`) that is no workbook.
    Packed,
}

/// How far a web page may begin with blanks and comments.
const HEAD: usize = 512;

/// First bytes that tell a kind for sure.
const SIGNATURES: [(&[u8], FileKind); 13] = [
    (b"\x89PNG", FileKind::Picture),
    (b"\xff\xd8\xff", FileKind::Picture),
    (b"GIF8", FileKind::Picture),
    (b"BM\0", FileKind::Picture),
    (b"%PDF", FileKind::Pdf),
    (b"\xd0\xcf\x11\xe0", FileKind::OldWorkbook),
    (b"\x1f\x8b", FileKind::Packed),
    (b"Rar!", FileKind::Packed),
    (b"7z\xbc\xaf", FileKind::Packed),
    (b"{\\rtf", FileKind::RichText),
    (b"\xff\xfe", FileKind::Utf16),
    (b"\xfe\xff", FileKind::Utf16),
    // WebP and its kin.
    (b"RIFF", FileKind::Picture),
];

/// How texts of other kinds begin, in lower case.
const BEGINNINGS: [(&str, FileKind); 10] = [
    ("<!doctype html", FileKind::WebPage),
    ("<html", FileKind::WebPage),
    ("<head", FileKind::WebPage),
    ("<meta", FileKind::WebPage),
    ("<table", FileKind::WebPage),
    ("<div", FileKind::WebPage),
    ("<style", FileKind::WebPage),
    ("<?xml", FileKind::Xml),
    ("{", FileKind::Json),
    ("[{", FileKind::Json),
];

impl FileKind {
    /// The kind of a file with these bytes.
    ///
    /// ```
    /// use dti_formats::FileKind;
    /// assert_eq!(FileKind::of(b"\x89PNG\r\n\x1a\n"), FileKind::Picture);
    /// assert_eq!(FileKind::of("Hạng;Tỉnh".as_bytes()), FileKind::Text);
    /// ```
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return packed(bytes);
        }
        let signed = SIGNATURES.iter().find(|(sign, _)| bytes.starts_with(sign));
        if let Some((_, kind)) = signed {
            return *kind;
        }
        let head = bytes.get(..HEAD).unwrap_or(bytes);
        if is_wide(head) {
            return Self::Utf16;
        }
        let text = String::from_utf8_lossy(head).to_ascii_lowercase();
        let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let begun = BEGINNINGS.iter().find(|(word, _)| text.starts_with(word));
        begun.map_or(Self::Text, |(_, kind)| *kind)
    }
}

/// A packed file is what it holds; the names of its entries stand in it unpacked.
fn packed(bytes: &[u8]) -> FileKind {
    let has = |words: &[u8]| bytes.windows(words.len()).any(|part| part == words);
    if bytes
        .get(30..60)
        .is_some_and(|part| part.starts_with(b"mimetypeapplication/vnd.oasis"))
    {
        FileKind::OpenDocument
    } else if has(b"xl/workbook") {
        FileKind::Workbook
    } else {
        FileKind::Packed
    }
}

/// UTF-16 without a byte order mark: every second byte of Latin letters is NUL.
fn is_wide(head: &[u8]) -> bool {
    let zeros = |first: usize| {
        head.iter()
            .skip(first)
            .step_by(2)
            .filter(|&&b| b == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let is_half = |some: usize, others: usize| others == 0 && some * 4 >= head.len() && some > 1;
    is_half(even, odd) || is_half(odd, even)
}

#[cfg(test)]
mod tests {
    use super::FileKind;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        let wide =
            |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
        let mut ods = b"PK\x03\x04".to_vec();
        ods.resize(30, 0);
        ods.extend(b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
        for (bytes, kind) in [
            (
                b"PK\x03\x04....xl/workbook.xml".to_vec(),
                FileKind::Workbook,
            ),
            (
                b"PK\x03\x04....word/document.xml".to_vec(),
                FileKind::Packed,
            ),
            (b"PK\x05\x06".to_vec(), FileKind::Packed),
            (ods, FileKind::OpenDocument),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(),
                FileKind::OldWorkbook,
            ),
            (wide("Hang;Tinh"), FileKind::Utf16),
            (b"\xff\xfeH\0".to_vec(), FileKind::Utf16),
            ("\u{feff}\n <!DOCTYPE HTML>".into(), FileKind::WebPage),
            (b"<table><tr>".to_vec(), FileKind::WebPage),
            (b" {\"framework\":".to_vec(), FileKind::Json),
            (b"%PDF-1.7".to_vec(), FileKind::Pdf),
            (b"".to_vec(), FileKind::Text),
            (b"a\0b".to_vec(), FileKind::Text),
            (b"PKV,1".to_vec(), FileKind::Text),
        ] {
            assert_eq!(FileKind::of(&bytes), kind, "{bytes:?}");
        }
    }
}
