//! What sets the columns of a text apart: said by its first line (`sep=;`), or seen over the first
//! rows.

use std::borrow::Cow;

/// How many rows are looked at.
const LOOKED_AT: usize = 40;
/// Bytes that are looked at: a quote that never closes must not cost the whole file thrice.
const HEAD: usize = 1 << 16;

/// A text without the line that names its delimiter, and that delimiter.
pub(super) struct Cut<'a> {
    /// The rows.
    pub(super) text: &'a str,
    /// Between cells.
    pub(super) delimiter: u8,
    /// How many rows were taken off the front.
    pub(super) skipped: usize,
}

/// Finds the delimiter of a text.
pub(super) fn cut(text: &str) -> Cut<'_> {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let first = first.trim_end_matches('\r');
    if let (Some(b"sep=" | b"SEP=" | b"Sep="), &[delimiter]) = (
        first.as_bytes().get(..4),
        first.as_bytes().get(4..).unwrap_or_default(),
    ) && b";,\t|".contains(&delimiter)
    {
        return Cut {
            text: rest,
            delimiter,
            skipped: 1,
        };
    }
    Cut {
        text,
        delimiter: seen(text),
        skipped: 0,
    }
}

/// The delimiter that cuts most rows, and most of them into the same number of cells. A table may leave
/// out the last cells of a row, so that a count of cells alone says too little.
fn seen(text: &str) -> u8 {
    let mut end = text.len().min(HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text.get(..end).unwrap_or(text);
    let mut best = (b',', 0);
    // Rather tabs than semicolons than commas: a later one has to be better, not as good.
    for delimiter in [b'\t', b';', b','] {
        let agreement = agreement(head, delimiter);
        if agreement > best.1 {
            best = (delimiter, agreement);
        }
    }
    best.0
}

/// How many rows are cut, and how many of these have the most frequent number of cells.
fn agreement(text: &str, delimiter: u8) -> usize {
    let text = without_gaps(text, delimiter);
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let rows = reader.byte_records().take(LOOKED_AT).filter_map(Result::ok);
    let mut widths: Vec<usize> = rows
        .filter(|row| delimiter != b',' || !is_decimal(row))
        .map(|row| row.len())
        .filter(|&width| width > 1)
        .collect();
    widths.sort_unstable();
    let runs = widths.chunk_by(|left, right| left == right);
    widths.len() + runs.map(<[usize]>::len).max().unwrap_or(0)
}

/// Whether every comma of a row stands between two digits, as decimal commas do.
fn is_decimal(row: &::csv::ByteRecord) -> bool {
    let cells: Vec<&[u8]> = row.iter().collect();
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    cells.windows(2).all(|pair| match pair {
        [left, right] => is_digit(left.last()) && is_digit(right.first()),
        _ => true,
    })
}

/// Where one stands in a text of cells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    /// Before anything of a cell but spaces.
    Start,
    /// In a cell without quotation marks.
    Plain,
    /// Between quotation marks.
    Quoted,
    /// Behind a mark that closed them, or is the first of a doubled one.
    Closed,
}

/// A text without the spaces between a delimiter and the quotation mark behind it: some programs
/// write `1, "Huế"`, where a mark after a space would be a letter.
pub(super) fn without_gaps(text: &str, delimiter: u8) -> Cow<'_, str> {
    let is_gap = |byte: u8| byte == b' ' || (byte == b'\t' && delimiter != b'\t');
    let ends_cell = |byte: u8| byte == delimiter || byte == b'\n' || byte == b'\r';
    let mut kept = String::new();
    // Up to where the text is in `kept`, or left out; where the present cell starts.
    let (mut done, mut start) = (0, 0);
    let mut at = At::Start;
    for (place, byte) in text.bytes().enumerate() {
        at = match (at, byte) {
            (At::Start, b'"') => {
                if start < place {
                    kept.push_str(text.get(done..start).unwrap_or_default());
                    done = place;
                }
                At::Quoted
            }
            (At::Quoted, b'"') => At::Closed,
            (At::Quoted, _) | (At::Closed, b'"') => At::Quoted,
            (At::Start, byte) if is_gap(byte) => At::Start,
            (_, byte) if ends_cell(byte) => {
                start = place + 1;
                At::Start
            }
            _ => At::Plain,
        };
    }
    match done {
        0 => Cow::Borrowed(text),
        _ => Cow::Owned(kept + text.get(done..).unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::{cut, without_gaps};

    #[test]
    fn decimal_commas_and_names_with_commas_do_not_mislead() {
        for (text, delimiter) in [
            ("Tỉnh;DTI;Hạng\nHuế;0,6975;4\nĐà Nẵng;0,8002;1", b';'),
            ("Unit,DTI\n\"Bà Rịa; Vũng Tàu\",0.5\nHuế,0.6", b','),
            ("Tỉnh\tDTI\nHuế\t0,6975", b'\t'),
            ("Bảng 1, năm 2022\n\nTỉnh;DTI\nHuế;0,69\nHà Nội;0,70", b';'),
            ("sep=,\r\na;b", b','),
            ("one column\nonly", b','),
            // Last cells that are left out, with a decimal comma in every row.
            (
                "Tỉnh;DTI;Hạng;Ghi chú\nĐà Nẵng;0,8002\nHuế;0,6975;4;\nCần Thơ;0,6924;5",
                b';',
            ),
            ("Mã,DTI\n01,0.5\n24,0.6", b','),
            // Semicolons in every rule of a list with commas.
            (
                "TT,Tên,Quy tắc\n1.1,A,có: 10; không: 0\n1.2,B,có: 5; không: 0",
                b',',
            ),
        ] {
            assert_eq!(cut(text).delimiter, delimiter, "{text}");
        }
        assert_eq!(cut("sep=;\r\na;b").text, "a;b");
        assert_eq!(cut("sep=x\na;b").skipped, 0);
    }

    #[test]
    fn only_spaces_before_a_quotation_go() {
        for (text, kept) in [
            (
                "1, \"Huế\" ,  \"a \"\" , \"\"b\"",
                "1,\"Huế\" ,\"a \"\" , \"\"b\"",
            ),
            (" \"a\"\n \"b\nc, \"\"\"", "\"a\"\n\"b\nc, \"\"\""),
            ("a \"b\", c, d \"", "a \"b\", c, d \""),
            ("a, b", "a, b"),
        ] {
            assert_eq!(without_gaps(text, b','), kept, "{text}");
        }
        assert_eq!(without_gaps("a;\t\"b\"", b';'), "a;\"b\"");
        assert_eq!(without_gaps("a\t\t\"b\"", b'\t'), "a\t\t\"b\"");
    }
}
