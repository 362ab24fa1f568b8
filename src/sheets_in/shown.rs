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
    /// So many decimals, zeros included.
    Places(usize),
}

impl Shown {
    /// What a format that every spreadsheet has makes of a number, by its id.
    pub(super) fn of_id(id: u32) -> Self {
        match id {
            9 | 10 => Self::Percent,
            2 | 4 | 39 | 40 | 43 | 44 => Self::Places(2),
            _ => Self::Plain,
        }
    }

    /// What a format in its own words makes of a number: `0.00`, `0%`. Only what holds for numbers
    /// above zero counts, and nothing of it that is written as it stands.
    pub(super) fn of_code(code: &str) -> Self {
        let mut letters = code.chars();
        let (mut is_percent, mut is_other) = (false, false);
        let mut places: Option<usize> = None;
        while let Some(letter) = letters.next() {
            match letter {
                // The next one is written, left free or repeated.
                '\\' | '_' | '*' => drop(letters.next()),
                '"' => drop(letters.by_ref().find(|&end| end == '"')),
                '[' => drop(letters.by_ref().find(|&end| end == ']')),
                ';' => break,
                '%' => is_percent = true,
                '.' => places = Some(0),
                '0' => places = places.map(|places| places + 1),
                // In thousands, a fraction, a power of ten, a date, a text.
                'E' | 'e' | '/' | '?' | 'd' | 'm' | 'y' | 'h' | 's' | '@' => is_other = true,
                _ => {}
            }
        }
        match (is_percent, places) {
            (true, _) => Self::Percent,
            (false, Some(places)) if !is_other && places > 0 => Self::Places(places),
            _ => Self::Plain,
        }
    }

    /// A number as it is shown, with all the digits that it has. Zeros are only put behind one or two
    /// decimals, where no three digits can be taken for thousands.
    pub(super) fn text(self, value: f64) -> Option<String> {
        if self == Self::Percent {
            return Some(format!("{}%", number::text(value * 100.0)?));
        }
        let mut text = number::text(value)?;
        if let (Self::Places(places @ 1..=2), Some((_, own))) = (self, text.split_once('.')) {
            let missing = places.saturating_sub(own.len());
            text.push_str(&"0".repeat(missing));
        }
        Some(text)
    }
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
            ("0\" %\"", Shown::Plain),
            ("0\\%", Shown::Plain),
            ("0.00E+00", Shown::Plain),
            ("dd.mm.yyyy", Shown::Plain),
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
            (Shown::Places(2), 1.1, "1.10"),
            (Shown::Places(2), 0.8253, "0.8253"),
            (Shown::Places(2), 4.0, "4"),
            (Shown::Places(3), 1.1, "1.1"),
            (Shown::Plain, 1.1, "1.1"),
        ] {
            assert_eq!(shown.text(value).as_deref(), Some(text));
        }
    }
}
