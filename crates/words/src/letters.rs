//! Capital and small letters of Vietnamese and English: the full tables of Unicode would be 10 KB gzip.

const SMALL: &str = "đăâêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ";
const CAPITAL: &str = "ĐĂÂÊÔƠƯÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ";

/// The capital letter of a small one; any other as it is.
pub fn capital(letter: char) -> char {
    other(letter, SMALL, CAPITAL).unwrap_or_else(|| letter.to_ascii_uppercase())
}

/// The small letter of a capital one; any other as it is.
pub fn small(letter: char) -> char {
    other(letter, CAPITAL, SMALL).unwrap_or_else(|| letter.to_ascii_lowercase())
}

fn other(letter: char, from: &str, to: &str) -> Option<char> {
    let mut pairs = from.chars().zip(to.chars());
    pairs
        .find(|(own, _)| *own == letter)
        .map(|(_, other)| other)
}

#[cfg(test)]
mod tests {
    use super::{CAPITAL, SMALL, capital, small};

    #[test]
    fn letters_change_as_unicode_has_them() {
        for letter in SMALL.chars().chain('a'..='z') {
            assert_eq!(
                vec![capital(letter)],
                letter.to_uppercase().collect::<Vec<_>>()
            );
            assert_eq!(small(capital(letter)), letter);
        }
        assert_eq!(SMALL.chars().count(), CAPITAL.chars().count());
        assert_eq!((capital('7'), small('Đ')), ('7', 'đ'));
    }
}
