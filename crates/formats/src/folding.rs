//! Vietnamese and English words without case, diacritics and punctuation: what is left to compare
//! where people spell one name in ten ways.

use crate::typed::is_unseen;

/// Lower-case Latin letters and digits in words set apart by one space: `TP. Đà Nẵng` becomes
/// `tp da nang`. Letters and marks may come as one character or apart.
///
/// ```
/// use dti_formats::fold;
/// assert_eq!(fold("  THỪA THIÊN – Huế\n"), "thua thien hue");
/// assert_eq!(fold("Thu\u{31b}\u{300}a Thie\u{302}n"), "thua thien");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        match plain(letter) {
            Plain::Letter(letter) => folded.push(letter),
            Plain::Nothing => {}
            Plain::Space if folded.is_empty() || folded.ends_with(' ') => {}
            Plain::Space => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// As [`fold`], without the spaces: `Dak Lak` and `Daklak` are one.
pub(super) fn fold_together(text: &str) -> String {
    fold(text).replace(' ', "")
}

enum Plain {
    Letter(char),
    /// Between words.
    Space,
    /// A mark that belongs to the letter before, or a character without a width.
    Nothing,
}

fn plain(letter: char) -> Plain {
    Plain::Letter(match letter {
        'À'..='Å' | 'à'..='å' | 'Ă' | 'ă' | 'Ạ'..='ặ' => 'a',
        'È'..='Ë' | 'è'..='ë' | 'Ẹ'..='ệ' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ' | 'ĩ' | 'Ỉ'..='ị' => 'i',
        'Ò'..='Ö' | 'ò'..='ö' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ' | 'ũ' | 'Ư' | 'ư' | 'Ụ'..='ự' => 'u',
        'Ý' | 'ý' | 'ÿ' | 'Ỳ'..='ỹ' => 'y',
        // Latin letters with a stroke: the Vietnamese one, and two that are typed for it.
        'Đ' | 'đ' | 'Ð' | 'ð' | 'Ɖ' => 'd',
        '\u{300}'..='\u{36f}' | '\u{ad}' => return Plain::Nothing,
        letter if is_unseen(letter) => return Plain::Nothing,
        letter if letter.is_ascii_alphanumeric() => letter.to_ascii_lowercase(),
        _ => return Plain::Space,
    })
}

#[cfg(test)]
mod tests {
    use super::{fold, fold_together};

    #[test]
    fn every_vietnamese_letter_has_its_plain_one() {
        let letters = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵdđ";
        let plain: String = letters.chars().map(|l| fold(&l.to_string())).collect();
        let upper: String = letters
            .to_uppercase()
            .chars()
            .map(|l| fold(&l.to_string()))
            .collect();
        assert_eq!(plain, upper);
        assert!(
            plain.bytes().all(|byte| b"aeiouyd".contains(&byte)),
            "{plain}"
        );
        assert_eq!(plain.len(), letters.chars().count());
    }

    #[test]
    fn words_are_set_apart_by_one_space() {
        assert_eq!(fold("\tBà Rịa-Vũng  Tàu.\u{a0}"), "ba ria vung tau");
        assert_eq!(fold("…–—"), "");
        assert_eq!(fold_together("TP.\u{200b} HCM"), "tphcm");
        // Eth looks like Đ and is what some old fonts give.
        assert_eq!(fold("Ðồng Nai"), "dong nai");
    }
}
