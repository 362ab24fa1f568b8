//! CSV and pasted tables to a [`Grid`], stopping at the first excess.

use super::delimiter::{cut, without_gaps};
use super::encodings::{utf16, windows_1258};
use super::{FileKind, IntakeFault, IntakeFaultKind, OldFont, Place};
use super::{LARGEST_INDEX_TABLE, LARGEST_TEXT, LONGEST_CELL, LONGEST_TABLE, WIDEST_TABLE};
use crate::{Grid, is_unseen};
use std::borrow::Cow;

/// Stands behind the last row while a text is read: whatever holds it was never closed. Control
/// characters do not reach a grid, so no cell has it.
const END: char = '\u{1}';

/// A CSV file as a table: UTF-8 with or without byte order mark, UTF-16, Windows-1258, or bytes of an
/// [`OldFont`]; comma, semicolon or tab.
///
/// ```
/// use dti_formats::read_csv;
/// let grid = read_csv("\u{feff}Tỉnh;DTI\r\nHuế;0,6975".as_bytes()).expect("a small table");
/// assert_eq!(grid.cell(1, 1), "0,6975");
/// ```
pub fn read_csv(bytes: &[u8]) -> Result<Grid, IntakeFault> {
    read_up_to(LARGEST_TEXT, bytes)
}

/// The same of the units and indicators of an own index, which may be as many as an index has: up to
/// [`LARGEST_INDEX_TABLE`] bytes.
pub fn read_index_csv(bytes: &[u8]) -> Result<Grid, IntakeFault> {
    read_up_to(LARGEST_INDEX_TABLE, bytes)
}

fn read_up_to(most: usize, bytes: &[u8]) -> Result<Grid, IntakeFault> {
    match checked(bytes, most) {
        Err(fault) if fault.kind == IntakeFaultKind::NotUtf8 => old_text(bytes).ok_or(fault),
        text => read(&text?, Source::File),
    }
}

/// A table of bytes that are letters of an old font, which stay as they are, or of Windows-1258.
fn old_text(bytes: &[u8]) -> Option<Grid> {
    let text: String = bytes.iter().copied().map(char::from).collect();
    let grid = read(&text, Source::File).ok();
    let of_font = grid.filter(|grid| OldFont::of(grid).is_some());
    of_font.or_else(|| read(&windows_1258(bytes)?, Source::File).ok())
}

/// A pasted text as a table: copied from a sheet or a web page (tabs), or CSV.
pub fn read_paste(text: &str) -> Result<Grid, IntakeFault> {
    read(&checked(text.as_bytes(), LARGEST_TEXT)?, Source::Paste)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    File,
    Paste,
}

/// The text of a file that is one, within its limit.
fn checked(bytes: &[u8], most: usize) -> Result<Cow<'_, str>, IntakeFault> {
    // What a file is says more than how large it is.
    let kind = FileKind::of(bytes);
    if !matches!(kind, FileKind::Text | FileKind::Utf16) {
        return Err(IntakeFault::whole(IntakeFaultKind::OtherKind(kind)));
    }
    if bytes.len() > most {
        let bytes = bytes.len();
        return Err(IntakeFault::whole(IntakeFaultKind::TooLarge {
            bytes,
            most,
        }));
    }
    if kind == FileKind::Utf16 {
        let broken = IntakeFault::whole(IntakeFaultKind::OtherKind(kind));
        let text = utf16(bytes).ok_or(broken)?;
        return Ok(Cow::Owned(without_mark(&text)?.to_owned()));
    }
    let line = |end: usize| {
        let before = bytes.get(..end).unwrap_or_default();
        Place::row(before.iter().filter(|&&byte| byte == b'\n').count())
    };
    if let Some(end) = bytes.iter().position(|&byte| byte == 0) {
        return Err(IntakeFault::at(line(end), IntakeFaultKind::Nul));
    }
    let text = str::from_utf8(bytes)
        .map_err(|fault| IntakeFault::at(line(fault.valid_up_to()), IntakeFaultKind::NotUtf8))?;
    without_mark(text).map(Cow::Borrowed)
}

/// A text without its byte order mark, if anything is left.
fn without_mark(text: &str) -> Result<&str, IntakeFault> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match text.trim().is_empty() {
        true => Err(IntakeFault::whole(IntakeFaultKind::Empty)),
        false => Ok(text),
    }
}

fn read(text: &str, source: Source) -> Result<Grid, IntakeFault> {
    let cut = cut(text);
    // Only a marked text is read: the marks of the reader's own would end it early.
    let text = format!("{}\n{END}", cut.text.replace(END, " "));
    let marked = without_gaps(&text, cut.delimiter);
    let quoted = rows(&marked, cut.delimiter, cut.skipped, Quotes::Marks);
    match quoted {
        // A table copied from a web page has no quotes around its cells, but may have some in them.
        Err(fault) if source == Source::Paste && fault.kind == IntakeFaultKind::OpenQuote => {
            rows(&text, cut.delimiter, cut.skipped, Quotes::Letters)
        }
        read => read,
    }
}

/// What quotation marks are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quotes {
    /// They enclose a cell.
    Marks,
    /// They are letters like others.
    Letters,
}

fn rows(text: &str, delimiter: u8, skipped: usize, quotes: Quotes) -> Result<Grid, IntakeFault> {
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .quoting(quotes == Quotes::Marks)
        .from_reader(text.as_bytes());
    let mut grid = Grid {
        rows: vec![Vec::new(); skipped],
    };
    let mut record = ::csv::StringRecord::new();
    loop {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        // The text is UTF-8 already and read from memory, so reading cannot fail.
        if !reader.read_record(&mut record).unwrap_or(false) {
            return Ok(grid);
        }
        let mut letters = [0; 4];
        if record.len() == 1 && record.get(0) == Some(END.encode_utf8(&mut letters)) {
            return Ok(grid);
        }
        // A file of line breaks alone must not become a million rows.
        let blank = blank_lines(text.as_bytes(), start).min(LONGEST_TABLE);
        grid.rows.resize(grid.rows.len() + blank, Vec::new());
        let row = grid.rows.len();
        if let Some(column) = record.iter().position(|cell| cell.ends_with(END)) {
            return Err(IntakeFault::at(
                Place::cell(row, column),
                IntakeFaultKind::OpenQuote,
            ));
        }
        grid.rows.push(cells(&record, row)?);
    }
}

/// One row within its limits.
fn cells(record: &::csv::StringRecord, row: usize) -> Result<Vec<String>, IntakeFault> {
    if row >= LONGEST_TABLE {
        return Err(IntakeFault::at(
            Place::row(row),
            IntakeFaultKind::TooManyRows,
        ));
    }
    if record.len() > WIDEST_TABLE {
        return Err(IntakeFault::at(
            Place::row(row),
            IntakeFaultKind::TooManyColumns,
        ));
    }
    let mut cells = Vec::with_capacity(record.len());
    for (column, cell) in record.iter().enumerate() {
        if cell.len() > LONGEST_CELL && cell.chars().count() > LONGEST_CELL {
            let place = Place::cell(row, column);
            return Err(IntakeFault::at(place, IntakeFaultKind::TooManyLetters));
        }
        cells.push(printable(cell));
    }
    Ok(cells)
}

/// A cell without control characters and letters that cannot be seen; line breaks stay.
fn printable(cell: &str) -> String {
    let letters = cell.replace("\r\n", "\n");
    let letters = letters.chars().filter_map(|letter| match letter {
        '\n' => Some('\n'),
        letter if is_unseen(letter) => None,
        letter if letter.is_control() => Some(' '),
        letter => Some(letter),
    });
    letters.collect()
}

/// The `csv` crate passes over blank lines; the rows of a file are counted with them.
fn blank_lines(text: &[u8], start: usize) -> usize {
    let byte = |place: usize| text.get(place).copied();
    let mut place = start;
    // The second half of the line break before.
    if start > 0 && byte(start - 1) == Some(b'\r') && byte(start) == Some(b'\n') {
        place += 1;
    }
    let mut lines = 0;
    loop {
        match (byte(place), byte(place + 1)) {
            (Some(b'\r'), Some(b'\n')) => place += 2,
            (Some(b'\r' | b'\n'), _) => place += 1,
            _ => return lines,
        }
        lines += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::{LARGEST_TEXT, read_csv, read_index_csv, read_paste};
    use crate::{Grid, IntakeFault, IntakeFaultKind, Place};

    fn grid(rows: &[&[&str]]) -> Grid {
        let row = |cells: &&[&str]| cells.iter().map(|&cell| cell.to_owned()).collect();
        Grid {
            rows: rows.iter().map(row).collect(),
        }
    }

    #[track_caller]
    fn expect(text: &str, rows: &[&[&str]]) {
        assert_eq!(read_csv(text.as_bytes()), Ok(grid(rows)), "{text:?}");
    }

    #[test]
    fn a_table_for_an_index_may_be_as_large_as_an_index() {
        let row = "0.1234,".repeat(62);
        let text = format!("{row}Xã\n").repeat(3_321);
        assert!(text.len() > LARGEST_TEXT);
        let grid = read_index_csv(text.as_bytes()).unwrap();
        assert_eq!((grid.rows.len(), grid.cell(3_320, 62)), (3_321, "Xã"));
        let (bytes, most) = ((4 << 20) + 1, 4 << 20);
        let fault = read_index_csv(&vec![b'a'; bytes]).unwrap_err();
        assert_eq!(fault.kind, IntakeFaultKind::TooLarge { bytes, most });
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_counts_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a;b", "", "", "c;\"d", "e\"", "", "f;g", ""].join(end);
            let inner = if end == "\r" { "d e" } else { "d\ne" };
            expect(
                &text,
                &[&["a", "b"], &[], &[], &["c", inner], &[], &["f", "g"]],
            );
        }
        expect("\n\na,b", &[&[], &[], &["a", "b"]]);
        expect("sep=;\r\na;1,5\r\n", &[&[], &["a", "1,5"]]);
        expect("\u{feff}a,b", &[&["a", "b"]]);
        expect("\"a\"\"b\",\u{200b}c\u{b}d", &[&["a\"b", "c d"]]);
        expect(
            "a\u{202e}b,\u{2066}c\u{2069}\nd,e",
            &[&["ab", "c"], &["d", "e"]],
        );
        expect("1, \"Huế, cũ\", 0.5\n", &[&["1", "Huế, cũ", " 0.5"]]);
    }

    #[test]
    fn older_encodings_are_read() {
        let table = grid(&[&["Tỉnh", "DTI"], &["Huế", "0,6975"], &["Quảng Trị", "0,6"]]);
        let text = "\u{feff}Tỉnh\tDTI\r\nHuế\t0,6975\r\nQuảng Trị\t0,6\r\n";
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read_csv(&wide), Ok(table.clone()));
        let old = b"Ti\xd2nh;DTI\r\nHu\xea\xec;0,6975\r\nQua\xd2ng Tri\xf2;0,6\r\n";
        assert_eq!(read_csv(old), Ok(table));
        let broken = IntakeFaultKind::OtherKind(crate::FileKind::Utf16);
        expect_fault(b"\xff\xfea\0b", None, broken);
        expect_fault(b"\xff\xfe", None, IntakeFaultKind::Empty);
    }

    #[track_caller]
    fn expect_fault(bytes: &[u8], place: Option<Place>, kind: IntakeFaultKind) {
        assert_eq!(read_csv(bytes), Err(IntakeFault { place, kind }));
    }

    #[test]
    fn an_open_quote_is_found_where_it_opens() {
        let place = Some(Place::cell(2, 1));
        let text = "a,b\n\n1,\"x\n2,y\n3,z\n";
        expect_fault(text.as_bytes(), place, IntakeFaultKind::OpenQuote);
        expect_fault(
            b"a,b\n1,2\n\"",
            Some(Place::cell(2, 0)),
            IntakeFaultKind::OpenQuote,
        );
    }

    #[test]
    fn a_paste_may_hold_quotes_as_letters() {
        let read = read_paste("Tỉnh\tGhi chú\nHuế\t\"cũ\nHà Nội\tx").unwrap();
        assert_eq!(read.cell(1, 1), "\"cũ");
        assert_eq!(read.cell(2, 0), "Hà Nội");
        // A sheet puts quotes around cells with line breaks.
        let read = read_paste("Tỉnh\t\"Nhận thức\nsố\"\nHuế\t1").unwrap();
        assert_eq!(read.cell(0, 1), "Nhận thức\nsố");
    }

    #[test]
    fn every_limit_is_kept() {
        let row = |count: usize| vec!["1"; count].join(",");
        assert!(read_csv(row(300).as_bytes()).is_ok());
        let place = Some(Place::row(0));
        expect_fault(row(301).as_bytes(), place, IntakeFaultKind::TooManyColumns);
        let lines = "1,2\n".repeat(5_000);
        assert!(read_csv(lines.as_bytes()).is_ok());
        let place = Some(Place::row(5_000));
        expect_fault(
            (lines + "1,2").as_bytes(),
            place,
            IntakeFaultKind::TooManyRows,
        );
        let long = |count: usize| format!("a,b\n1,{}", "ữ".repeat(count));
        assert!(read_csv(long(1_000).as_bytes()).is_ok());
        let place = Some(Place::cell(1, 1));
        expect_fault(
            long(1_001).as_bytes(),
            place,
            IntakeFaultKind::TooManyLetters,
        );
        let bytes = (1 << 20) + 1;
        let most = 1 << 20;
        let large = IntakeFaultKind::TooLarge { bytes, most };
        expect_fault(&vec![b'a'; bytes], None, large);
        expect_fault(b"\xef\xbb\xbf \r\n", None, IntakeFaultKind::Empty);
        expect_fault(b"a,b\n1,\0", Some(Place::row(1)), IntakeFaultKind::Nul);
        expect_fault(
            b"a\nTh\xe0nh",
            Some(Place::row(1)),
            IntakeFaultKind::NotUtf8,
        );
    }
}
