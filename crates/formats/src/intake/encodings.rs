//! Texts that are not UTF-8: UTF-16, which Excel calls "Unicode text", and Windows-1258, in which
//! spreadsheets of Viet Nam wrote CSV before Unicode. Its letters carry their tone as a mark behind
//! them.

use std::collections::BTreeSet;

/// Windows-1258 from 0x80; a dot where it has nothing, else the letter.
const HIGH: [&str; 8] = [
    "€.‚ƒ„…†‡ˆ‰.‹Œ...",
    ".‘’“”•–—˜™.›œ..Ÿ",
    "\u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯",
    "°±²³´µ¶·¸¹º»¼½¾¿",
    "ÀÁÂĂÄÅÆÇÈÉÊË\u{300}ÍÎÏ",
    "ĐÑ\u{309}ÓÔƠÖ×ØÙÚÛÜƯ\u{303}ß",
    "àáâăäåæçèéêë\u{301}íîï",
    "đñ\u{323}óôơö÷øùúûüư₫ÿ",
];

/// Marks of tones, and each letter with them.
const MARKS: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];
const LETTERS: [&str; 24] = [
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "iìỉĩíị",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
    "AÀẢÃÁẠ",
    "ĂẰẲẴẮẶ",
    "ÂẦẨẪẤẬ",
    "EÈẺẼÉẸ",
    "ÊỀỂỄẾỆ",
    "IÌỈĨÍỊ",
    "OÒỎÕÓỌ",
    "ÔỒỔỖỐỘ",
    "ƠỜỞỠỚỢ",
    "UÙỦŨÚỤ",
    "ƯỪỬỮỨỰ",
    "YỲỶỸÝỴ",
];

/// Letters with a mark behind them from which on a text is Windows-1258, and different marks.
const FEWEST: usize = 3;
const FEWEST_DIFFERENT: usize = 2;

/// A text in UTF-16, its order told by the mark in front or by where its zeros stand; `None` where a
/// letter is broken.
pub(super) fn utf16(bytes: &[u8]) -> Option<String> {
    let zeros = |first: usize| {
        bytes
            .iter()
            .skip(first)
            .step_by(2)
            .filter(|&&byte| byte == 0)
    };
    let is_big = match bytes {
        [0xfe, 0xff, ..] => true,
        [0xff, 0xfe, ..] => false,
        _ => zeros(0).count() > zeros(1).count(),
    };
    let (pairs, rest) = bytes.as_chunks::<2>();
    let unit = |pair: &[u8; 2]| match is_big {
        true => u16::from_be_bytes(*pair),
        false => u16::from_le_bytes(*pair),
    };
    let letters: Result<String, _> = char::decode_utf16(pairs.iter().map(unit)).collect();
    letters.ok().filter(|_| rest.is_empty())
}

/// A text in Windows-1258; `None` where nothing says that it is: no letters with a mark behind them,
/// or marks behind others.
pub(super) fn windows_1258(bytes: &[u8]) -> Option<String> {
    let mut text = String::with_capacity(bytes.len() * 2);
    let (mut marked, mut different) = (0, BTreeSet::new());
    for &byte in bytes {
        let letter = decoded(byte)?;
        if !MARKS.contains(&letter) {
            text.push(letter);
            continue;
        }
        let whole = text.pop().and_then(|before| with_mark(before, letter))?;
        text.push(whole);
        marked += 1;
        different.insert(letter);
    }
    (marked >= FEWEST && different.len() >= FEWEST_DIFFERENT).then_some(text)
}

fn decoded(byte: u8) -> Option<char> {
    let Some(place) = byte.checked_sub(0x80).map(usize::from) else {
        return Some(char::from(byte));
    };
    let row = HIGH.get(place / 16)?;
    row.chars().nth(place % 16).filter(|letter| *letter != '.')
}

/// A letter and the mark behind it as one.
fn with_mark(letter: char, mark: char) -> Option<char> {
    let place = MARKS.iter().position(|own| *own == mark)?;
    let row = LETTERS.iter().find(|row| row.starts_with(letter))?;
    row.chars().nth(place + 1)
}

#[cfg(test)]
mod tests {
    use super::{utf16, windows_1258};

    #[test]
    fn utf16_is_read_in_both_orders() {
        let text = "Tỉnh\tĐiểm\r\n𝔸";
        let wide = |to_bytes: fn(u16) -> [u8; 2], mark: &str| -> Vec<u8> {
            let text = format!("{mark}{text}");
            text.encode_utf16().flat_map(to_bytes).collect()
        };
        for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            let marked = utf16(&wide(to_bytes, "\u{feff}")).unwrap();
            assert_eq!(marked.trim_start_matches('\u{feff}'), text);
            assert_eq!(utf16(&wide(to_bytes, "")).unwrap(), text);
        }
        assert_eq!(utf16(b"\xff\xfea"), None);
        assert_eq!(utf16(b"\xff\xfe\x00\xd8a\0"), None);
    }

    #[test]
    fn windows_1258_is_known_by_its_marks() {
        let written = b"T\xd2inh;\xd0i\xea\xd2m\nThanh Ho\xe1;1\nCa\xec N\xe3\xecm;2";
        assert_eq!(windows_1258(written), None);
        let written =
            b"Ti\xd2nh;\xd0i\xea\xd2m\nQua\xd2ng Ng\xe3i;1\nTh\xfd\xcca Thi\xean Hu\xea\xec;2";
        let read = "Tỉnh;Điểm\nQuảng Ngăi;1\nThừa Thiên Huế;2";
        assert_eq!(windows_1258(written).as_deref(), Some(read));
        for other in [
            &b"C\xf4te d'Ivoire;S\xe3o Tom\xe9;T\xfcrkiye"[..],
            b"\x81",
            b"Hue",
        ] {
            assert_eq!(windows_1258(other), None);
        }
    }
}
