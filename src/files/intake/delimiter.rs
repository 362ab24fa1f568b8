//! What sets the columns of a text apart: said by its first line (`sep=;`), or seen over the first
//! rows.

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

/// The delimiter that gives most rows the same number of cells. Decimal commas and commas in names
/// lose against the semicolons or tabs of the same rows.
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

/// How many rows have the most frequent number of cells above one.
fn agreement(text: &str, delimiter: u8) -> usize {
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let rows = reader.byte_records().take(LOOKED_AT).filter_map(Result::ok);
    let mut widths: Vec<usize> = rows
        .map(|row| row.len())
        .filter(|&width| width > 1)
        .collect();
    widths.sort_unstable();
    let runs = widths.chunk_by(|left, right| left == right);
    runs.map(<[usize]>::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn decimal_commas_and_names_with_commas_do_not_mislead() {
        for (text, delimiter) in [
            ("Tỉnh;DTI;Hạng\nHuế;0,6975;4\nĐà Nẵng;0,8002;1", b';'),
            ("Unit,DTI\n\"Bà Rịa; Vũng Tàu\",0.5\nHuế,0.6", b','),
            ("Tỉnh\tDTI\nHuế\t0,6975", b'\t'),
            ("Bảng 1, năm 2022\n\nTỉnh;DTI\nHuế;0,69\nHà Nội;0,70", b';'),
            ("sep=,\r\na;b", b','),
            ("one column\nonly", b','),
        ] {
            assert_eq!(cut(text).delimiter, delimiter, "{text}");
        }
        assert_eq!(cut("sep=;\r\na;b").text, "a;b");
        assert_eq!(cut("sep=x\na;b").skipped, 0);
    }
}
