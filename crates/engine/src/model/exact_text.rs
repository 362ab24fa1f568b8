//! Exact numbers as texts: decimals to show, fractions to keep.

use super::Exact;

impl Exact {
    /// The number rounded half up to so many decimals, with a point and all its zeros: `0.8002`.
    pub fn to_text(self, decimals: u32) -> String {
        let units = self.round_half_up(decimals);
        let scale = 10_u64.pow(decimals.min(18));
        let (whole, rest) = (units.unsigned_abs() / scale, units.unsigned_abs() % scale);
        let sign = if units < 0 { "-" } else { "" };
        if decimals == 0 {
            return format!("{sign}{whole}");
        }
        format!("{sign}{whole}.{rest:0width$}", width = decimals as usize)
    }

    /// As [`Self::to_text`], without trailing zeros: `0.45`, `150`. A large number has fewer decimals:
    /// 18 digits in all.
    pub fn to_short_text(self, decimals: u32) -> String {
        const LARGEST: f64 = 9.0e18;
        let size = self.abs().to_f64();
        let fits = |decimals: &u32| size * 10_f64.powi(*decimals as i32) < LARGEST;
        let text = self.to_text((0..=decimals).rev().find(fits).unwrap_or_default());
        match text.contains('.') {
            true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
            false => text,
        }
    }

    /// The fraction in lowest terms, with nothing lost: `12/35`, `1/1`.
    pub fn to_fraction_text(self) -> String {
        let sign = if self.is_negative() { "-" } else { "" };
        let (numerator, denominator) = self.parts();
        let (numerator, denominator) = (digits(numerator), digits(denominator));
        format!("{sign}{numerator}/{denominator}")
    }

    /// A fraction that [`Self::to_fraction_text`] wrote of a number not below zero; `None` for
    /// anything else.
    pub fn from_fraction_text(text: &str) -> Option<Self> {
        let (numerator, denominator) = text.split_once('/')?;
        let (numerator, denominator) = (whole_of(numerator)?, whole_of(denominator)?);
        (denominator > 0).then(|| Self::reduced(numerator, denominator))
    }
}

/// A whole number in digits: writing one of 128 bits through `format!` is large.
fn digits(value: u128) -> String {
    let (mut text, mut rest) = (String::new(), value);
    loop {
        text.insert(0, char::from(b'0' + (rest % 10) as u8));
        rest /= 10;
        if rest == 0 {
            return text;
        }
    }
}

/// The number of a text of digits; `None` where it is no such text or does not fit.
fn whole_of(text: &str) -> Option<i128> {
    let add = |sum: i128, byte: u8| {
        let digit = byte.is_ascii_digit().then(|| i128::from(byte - b'0'))?;
        sum.checked_mul(10)?.checked_add(digit)
    };
    let number = text.bytes().try_fold(0, add)?;
    (!text.is_empty()).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::{Exact, digits, whole_of};

    #[test]
    fn large_numbers_are_written_and_read_in_digits() {
        for value in [0, 7, 10, i128::MAX.unsigned_abs()] {
            assert_eq!(digits(value), value.to_string());
            assert_eq!(whole_of(&value.to_string()), i128::try_from(value).ok());
        }
        assert_eq!(whole_of(&u128::MAX.to_string()), None);
        assert_eq!(Exact::decimal(-12345, 5).to_short_text(4), "-0.1234");
        let people = Exact::whole(99_460_000);
        assert_eq!(people.to_short_text(12), "99460000");
        let budget = Exact::decimal(123_456_789_012_375, 3);
        assert_eq!(budget.to_short_text(12), "123456789012.375");
    }
}
