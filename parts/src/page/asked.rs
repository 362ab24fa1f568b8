//! What the page asks, as one text.

/// A question about the page as it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// The saved scenarios, in the page's own form.
    pub saved: String,
    /// The unit whose scorecard is open.
    pub unit: String,
    /// The scenario with its known figures and the language; it never leaves the device.
    pub fragment: String,
}

/// Between the parts of a question.
const MARK: char = '\u{1e}';

impl Asked {
    /// As one text.
    pub fn pack(&self) -> String {
        let parts = [&self.saved, &self.unit, &self.fragment].map(String::as_str);
        parts.join(&MARK.to_string())
    }

    /// From one text; what is missing is empty.
    pub fn unpack(text: &str) -> Self {
        let mut parts = text.splitn(3, MARK).map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        Self {
            saved: next(),
            unit: next(),
            fragment: next(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Asked;

    #[test]
    fn a_question_arrives_as_it_was_asked() {
        let asked = Asked {
            saved: "saved.1\u{1f}e=2022\u{1d}".to_owned(),
            unit: "bac-giang".to_owned(),
            fragment: "e=2022&s=bac-giang.awareness:k0.8&lang=en".to_owned(),
        };
        assert_eq!(Asked::unpack(&asked.pack()), asked);
        assert_eq!(Asked::unpack("").fragment, "");
    }
}
