//! How a number is shown, as far as it matters for what it says: `0.7` in a cell of percent is 70 %, and
//! `1.1` with two decimals reads 1.10.

use super::number;

/// What the format of a cell makes of its number.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Shown {
    /// The number as it is.
    #[default]
    Plain,
    /// A hundred times the number, with a percent sign.
    Percent,
    /// The number with a percent sign that is only written: `0"%"`.
    Signed,
    /// So many decimals, zeros included.
    Places(usize),
    /// A share: `3/4`.
    Share,
}

/// Largest whole of a share.
const MOST_PARTS: u32 = 999;
/// How far a share may lie off its parts: the noise of numbers that are not exact.
const NOISE: f64 = 1e-9;

impl Shown {
    /// What a format that every spreadsheet has makes of a number, by its id.
    pub(super) fn of_id(id: u32) -> Self {
        match id {
            9 | 10 => Self::Percent,
            12 | 13 => Self::Share,
            2 | 4 | 39 | 40 | 43 | 44 => Self::Places(2),
            _ => Self::Plain,
        }
    }

    /// What a format in its own words makes of a number: `0.00`, `0%`. Only what holds for numbers
    /// above zero counts, and nothing of it that is written as it stands.
    pub(super) fn of_code(code: &str) -> Self {
        let mut letters = code.chars();
        let (mut is_percent, mut is_signed) = (false, false);
        let (mut is_share, mut is_other) = (false, false);
        let mut places: Option<usize> = None;
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => is_signed |= letters.next() == Some('%'),
                // The next one is left free or repeated.
                '_' | '*' => drop(letters.next()),
                '"' => {
                    let written = letters.by_ref().take_while(|&end| end != '"');
                    is_signed |= written.filter(|&letter| letter == '%').count() > 0;
                }
                '[' => drop(letters.by_ref().find(|&end| end == ']')),
                ';' => break,
                '%' => is_percent = true,
                '.' => places = Some(0),
                '0' => places = places.map(|places| places + 1),
                '/' => is_share = true,
                // A power of ten, a date, a text.
                'E' | 'e' | 'd' | 'm' | 'y' | 'h' | 's' | '@' => is_other = true,
                _ => {}
            }
        }
        match places {
            _ if is_percent => Self::Percent,
            _ if is_other => Self::Plain,
            _ if is_signed => Self::Signed,
            _ if is_share => Self::Share,
            Some(places) if places > 0 => Self::Places(places),
            _ => Self::Plain,
        }
    }

    /// A number as it is shown, with all the digits that it has. Zeros are only put behind one or two
    /// decimals, where no three digits can be taken for thousands.
    pub(super) fn text(self, value: f64) -> Option<String> {
        let mut text = number::text(value)?;
        if self == Self::Percent {
            return Some(format!("{}%", number::text(value * 100.0)?));
        }
        if self == Self::Signed {
            return Some(format!("{text}%"));
        }
        if self == Self::Share {
            return Some(share(value).unwrap_or(text));
        }
        if let (Self::Places(places @ 1..=2), Some((_, own))) = (self, text.split_once('.')) {
            let missing = places.saturating_sub(own.len());
            text.push_str(&"0".repeat(missing));
        }
        Some(text)
    }
}

/// A number between 0 and 1 as the smallest share that it is.
fn share(value: f64) -> Option<String> {
    let is_between = value > NOISE && value < 1.0 - NOISE;
    let parts = |whole: u32| value * f64::from(whole);
    let is_whole = |whole: &u32| (parts(*whole) - parts(*whole).round()).abs() < NOISE;
    let whole = (2..=MOST_PARTS).find(is_whole).filter(|_| is_between)?;
    Some(format!("{:.0}/{whole}", parts(whole)))
}

#[cfg(test)]
mod tests {
    use super::Shown;

    #[test]
    fn formats_say_percent_and_places() {
        for (code, shown) in [
            ("General", Shown::Plain),
            ("0", Shown::Plain),
            ("0.0", Shown::Places(1)),
            ("#,##0.00", Shown::Places(2)),
            ("0.00_);[Red](0.0%)", Shown::Places(2)),
            ("0.##", Shown::Plain),
            ("0%", Shown::Percent),
            ("0.00%", Shown::Percent),
            ("[>1]0.0%", Shown::Percent),
            ("0\" %\"", Shown::Signed),
            ("0.0\\%", Shown::Signed),
            ("0\" điểm\"", Shown::Plain),
            ("0;-0\"%\"", Shown::Plain),
            ("0.00E+00", Shown::Plain),
            ("dd.mm.yyyy", Shown::Plain),
            ("d/m/yyyy", Shown::Plain),
            ("# ?/?", Shown::Share),
            ("# ??/100", Shown::Share),
        ] {
            assert_eq!(Shown::of_code(code), shown, "{code}");
        }
    }

    #[test]
    fn numbers_are_shown_with_all_their_digits() {
        for (shown, value, text) in [
            (Shown::Percent, 0.7, "70%"),
            (Shown::Percent, 0.07, "7%"),
            (Shown::Percent, 0.8875, "88.75%"),
            (Shown::Percent, 2.0 / 3.0, "66.6666666667%"),
            (Shown::Signed, 70.5, "70.5%"),
            (Shown::Places(2), 1.1, "1.10"),
            (Shown::Places(2), 0.8253, "0.8253"),
            (Shown::Places(2), 4.0, "4"),
            (Shown::Places(3), 1.1, "1.1"),
            (Shown::Plain, 1.1, "1.1"),
            (Shown::Share, 0.75, "3/4"),
            (Shown::Share, 12.0 / 35.0, "12/35"),
            (Shown::Share, 1.0, "1"),
            (Shown::Share, 1.75, "1.75"),
            (Shown::Share, std::f64::consts::FRAC_1_PI, "0.318309886184"),
        ] {
            assert_eq!(shown.text(value).as_deref(), Some(text));
        }
    }
}
