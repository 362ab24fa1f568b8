//! Texts of the fonts before Unicode, which offices still have: TCVN3 (ABC, `.VnTime`) and
//! VNI-Windows. In a file they are letters and signs of Western Europe that only look right in those
//! fonts: `H¹ng` and `Haïng` are `Hạng`.

use crate::Grid;
use std::collections::BTreeSet;

/// An encoding of fonts before Unicode.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OldFont {
    /// One sign for each letter with its tone.
    Tcvn3,
    /// A letter, then a sign for its shape and tone.
    Vni,
}

/// TCVN3 from U+00A0 in rows of sixteen; a dot where it has nothing.
const TCVN3: [&str; 6] = [
    ".ĂÂÊÔƠƯĐăâêôơưđ.",
    ".....àảãáạ.ằẳẵắ.",
    "......ặầẩẫấậè.ẻẽ",
    "éẹềểễếệìỉ...ĩíịò",
    ".ỏõóọồổỗốộờởỡớợù",
    ".ủũúụừửữứựỳỷỹýỵ.",
];

/// VNI: letters that carry signs, and what each sign makes of them.
const CARRIERS: &str = "aeouyôö";
const VNI_SIGNS: [(char, &str); 17] = [
    ('ø', "àèòùỳờừ"),
    ('ù', "áéóúýớứ"),
    ('û', "ảẻỏủỷởử"),
    ('õ', "ãẽõũỹỡữ"),
    ('ï', "ạẹọụ.ợự"),
    ('â', "âêô...."),
    ('à', "ầềồ...."),
    ('á', "ấếố...."),
    ('å', "ẩểổ...."),
    ('ã', "ẫễỗ...."),
    ('ä', "ậệộ...."),
    ('ê', "ă......"),
    ('è', "ằ......"),
    ('é', "ắ......"),
    ('ú', "ẳ......"),
    ('ü', "ẵ......"),
    ('ë', "ặ......"),
];
/// VNI: signs that are a letter by themselves.
const VNI_LETTERS: [(char, char); 9] = [
    ('ñ', 'đ'),
    ('ô', 'ơ'),
    ('ö', 'ư'),
    ('ì', 'ì'),
    ('í', 'í'),
    ('æ', 'ỉ'),
    ('ó', 'ĩ'),
    ('ò', 'ị'),
    ('î', 'ỵ'),
];
/// Letters that Vietnamese does not have and VNI needs.
const VNI_ONLY: &str = "øûïåäëüñöæî";

/// Odd letters from which on a table is of an old font.
const FEWEST: usize = 3;
/// Different ones among them: a unit of measure in each row is one.
const FEWEST_DIFFERENT: usize = 2;

/// What speaks for an old font, and against.
#[derive(Default)]
struct Evidence {
    /// Letters that the font explains.
    explained: usize,
    /// Those among them that no text in Unicode has there.
    odd: usize,
    different: BTreeSet<char>,
    /// Letters that it does not explain.
    foreign: usize,
}

impl Evidence {
    fn odd(&mut self, sign: char) {
        self.odd += 1;
        self.different.insert(sign);
    }

    fn is_enough(&self) -> bool {
        self.odd >= FEWEST
            && self.different.len() >= FEWEST_DIFFERENT
            && self.foreign * 10 <= self.explained
    }
}

impl OldFont {
    /// The old font in which a table is written; `None` for Unicode.
    ///
    /// ```
    /// use dti_formats::{OldFont, read_csv};
    /// let grid = read_csv("H¹ng;TØnh\n1;§µ N½ng\n2;Qu¶ng Ninh".as_bytes()).expect("a small table");
    /// assert_eq!(OldFont::of(&grid), Some(OldFont::Tcvn3));
    /// assert_eq!(OldFont::Tcvn3.to_unicode(&grid).cell(1, 1), "Đà Nẵng");
    /// ```
    pub fn of(grid: &Grid) -> Option<Self> {
        let weighed = [Self::Tcvn3, Self::Vni].map(|font| {
            let mut evidence = Evidence::default();
            for cell in grid.rows.iter().flatten() {
                font.read(cell, &mut evidence);
            }
            (font, evidence)
        });
        let enough = weighed.iter().filter(|(_, evidence)| evidence.is_enough());
        let best = enough.max_by_key(|(_, evidence)| evidence.odd);
        best.map(|(font, _)| *font)
    }

    /// The table in Unicode.
    #[must_use]
    pub fn to_unicode(self, grid: &Grid) -> Grid {
        let cell = |cell: &String| self.read(cell, &mut Evidence::default());
        let row = |cells: &Vec<String>| cells.iter().map(cell).collect();
        Grid {
            rows: grid.rows.iter().map(row).collect(),
        }
    }

    fn read(self, text: &str, evidence: &mut Evidence) -> String {
        if text.is_ascii() {
            return text.to_owned();
        }
        match self {
            Self::Tcvn3 => tcvn3(text, evidence),
            Self::Vni => vni(text, evidence),
        }
    }
}

fn tcvn3(text: &str, evidence: &mut Evidence) -> String {
    let mut read = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        let place = u32::from(letter).checked_sub(0xa0).unwrap_or(u32::MAX) as usize;
        let row = TCVN3.get(place / 16);
        let meant = row.and_then(|row| row.chars().nth(place % 16));
        let after = letters.peek().copied().unwrap_or(' ');
        match meant.filter(|meant| *meant != '.') {
            Some(meant) => {
                evidence.explained += 1;
                // Signs inside words; quotation marks may stand there.
                let is_sign = place < 0x20 && !"¡«»".contains(letter) || letter == '×';
                if is_sign && (before.is_ascii_alphabetic() || after.is_ascii_alphabetic()) {
                    evidence.odd(letter);
                }
                read.push(meant);
            }
            None => {
                evidence.foreign += usize::from(letter.is_alphabetic() && !letter.is_ascii());
                read.push(letter);
            }
        }
        before = letter;
    }
    read
}

fn vni(text: &str, evidence: &mut Evidence) -> String {
    let mut read = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        let carried = letters.peek().and_then(|sign| carried(letter, *sign));
        let (meant, sign) = match carried {
            Some(meant) => (Some(meant), letters.next().unwrap_or(letter)),
            None => (vni_letter(letter), letter),
        };
        // Đ only begins words.
        let is_foreign = small(sign) == 'ñ' && before.is_alphabetic();
        match meant {
            Some(meant) if !is_foreign => {
                evidence.explained += 1;
                if VNI_ONLY.contains(small(sign)) {
                    evidence.odd(small(sign));
                }
                read.push(meant);
            }
            _ => {
                evidence.foreign += usize::from(letter.is_alphabetic() && !letter.is_ascii());
                read.push(letter);
            }
        }
        before = letter;
    }
    read
}

/// A letter with the sign behind it.
fn carried(letter: char, sign: char) -> Option<char> {
    let place = CARRIERS.chars().position(|own| own == small(letter))?;
    let (_, made) = VNI_SIGNS.iter().find(|(own, _)| *own == small(sign))?;
    let made = made.chars().nth(place).filter(|made| *made != '.')?;
    Some(as_large_as(letter, made))
}

fn vni_letter(letter: char) -> Option<char> {
    let mut known = VNI_LETTERS.iter();
    let (_, meant) = known.find(|(own, _)| *own == small(letter))?;
    Some(as_large_as(letter, *meant))
}

fn small(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

fn as_large_as(letter: char, meant: char) -> char {
    match letter.is_uppercase() {
        true => meant.to_uppercase().next().unwrap_or(meant),
        false => meant,
    }
}

#[cfg(test)]
mod tests {
    use super::OldFont;
    use crate::{Grid, read_csv};

    #[track_caller]
    fn expect(font: OldFont, written: &str, meant: &str) {
        let grid = read_csv(written.as_bytes()).unwrap();
        assert_eq!(OldFont::of(&grid), Some(font), "{written}");
        let meant = read_csv(meant.as_bytes()).unwrap();
        assert_eq!(font.to_unicode(&grid), meant);
        assert_eq!(OldFont::of(&meant), None, "{meant:?}");
    }

    #[test]
    fn tables_of_old_fonts_are_known_and_read() {
        expect(
            OldFont::Tcvn3,
            "H¹ng;TØnh, thµnh phè;Ho¹t ®éng chÝnh quyÒn sè;Ho¹t ®éng x· héi sè\n1;§µ N½ng;0,8;0,5\n4;Thõa Thiªn HuÕ;0,8;0,3\n12;B×nh Ph\u{ad}íc;0,7;0,4\n",
            "Hạng;Tỉnh, thành phố;Hoạt động chính quyền số;Hoạt động xã hội số\n1;Đà Nẵng;0,8;0,5\n4;Thừa Thiên Huế;0,8;0,3\n12;Bình Phước;0,7;0,4\n",
        );
        expect(
            OldFont::Vni,
            "Haïng;Tænh, thaønh phoá;Hoaït ñoäng chính quyeàn soá;XAÕ HOÄI SOÁ\n1;Ñaø Naüng;0,8;0,5\n2;Hoà Chí Minh;0,8;0,3\n4;Thöøa Thieân Hueá;0,7;0,4\n12;Bình Phöôùc;0;0\n",
            "Hạng;Tỉnh, thành phố;Hoạt động chính quyền số;XÃ HỘI SỐ\n1;Đà Nẵng;0,8;0,5\n2;Hồ Chí Minh;0,8;0,3\n4;Thừa Thiên Huế;0,7;0,4\n12;Bình Phước;0;0\n",
        );
    }

    #[test]
    fn unicode_of_any_country_is_no_old_font() {
        for text in [
            "Tỉnh;DTI\nHoà Bình;0,5\nThanh Hoá;0,6\nKhánh Hoà;0,4",
            "Tinh;DTI\nHoà Bình;0,5\nThanh Hoá;0,6\nHoà Bình;0,4",
            "Country,Score\nTürkiye,0.5\nÖsterreich,0.6\nCôte d'Ivoire,0.4\nSão Tomé,0.3\nEspaña,0.2\nCuraçao,0.1",
            "Substance,Limit\nPM10,50 µg/m³\nPM2.5,25 µg/m³\nCO,10 µg/m³\n«Total»,½",
            "Unit,DTI\nHue,0.5",
        ] {
            assert_eq!(
                OldFont::of(&read_csv(text.as_bytes()).unwrap()),
                None,
                "{text}"
            );
        }
        assert_eq!(OldFont::of(&Grid::default()), None);
    }
}
