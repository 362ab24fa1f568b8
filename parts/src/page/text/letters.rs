//! Capital letters of Vietnamese and English: the full tables of Unicode would be 10 KB gzip.

const SMALL: &str = "đăâêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ";
const CAPITAL: &str = "ĐĂÂÊÔƠƯÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ";

/// The capital letter of a small one; any other as it is.
pub(crate) fn capital(letter: char) -> char {
    let mut pairs = SMALL.chars().zip(CAPITAL.chars());
    let found = pairs.find(|(own, _)| *own == letter);
    found.map_or_else(|| letter.to_ascii_uppercase(), |(_, capital)| capital)
}

#[cfg(test)]
mod tests {
    use super::{CAPITAL, SMALL, capital};

    #[test]
    fn letters_change_as_unicode_has_them() {
        for letter in SMALL.chars().chain('a'..='z') {
            assert_eq!(
                vec![capital(letter)],
                letter.to_uppercase().collect::<Vec<_>>()
            );
        }
        assert_eq!(SMALL.chars().count(), CAPITAL.chars().count());
        assert_eq!(capital('7'), '7');
    }
}
