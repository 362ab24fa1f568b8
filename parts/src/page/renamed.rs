//! Sentences speak of provinces and their published DTI score. Where an edition ranks something else, or
//! its figures are not as published, the right words are put into the finished markup: one place,
//! whatever the sentence.

use super::text::capital;
use super::{Markup, Token};
use dti_engine::calculator::Calculator;
use dti_engine::model::{Edition, HAS_OWN_INDICES, Provenance, Text};
use std::borrow::Cow;

/// What sentences say behind its first letter, which may be a capital: longest first, with the place
/// of what is said instead.
const SAID: [(&str, usize); 7] = [
    ("ỉnh, thành phố", 0),
    ("ỉnh, thành", 0),
    ("ỉnh", 0),
    ("rovinces", 2),
    ("rovince", 1),
    ("iá trị DTI", 3),
    ("TI score", 4),
];
/// From this place on it is about scores.
const ABOUT_SCORES: usize = 3;
/// What a text that holds one of them holds.
const SIGNS: [&str; 3] = ["ỉnh", "rovince", "DTI"];
/// What is said of published totals, and of those before the scenario that were not published. Longest
/// first.
const NOT_PUBLISHED: [(&str, &str); 26] = [
    (
        "giá trị DTI và thứ hạng đã công bố",
        "giá trị và thứ hạng gốc",
    ),
    ("giá trị DTI đã công bố", "giá trị gốc"),
    ("Giá trị đã công bố", "Giá trị gốc"),
    ("giá trị đã công bố", "giá trị gốc"),
    ("giá trị công bố", "giá trị gốc"),
    ("Tổng điểm đã công bố", "Tổng điểm gốc"),
    ("Tổng đã công bố", "Tổng gốc"),
    ("(công bố trừ", "(gốc trừ"),
    ("giá trị DTI đúng như công bố", "giá trị đúng như gốc"),
    ("đúng như công bố", "đúng như số liệu gốc"),
    ("giữ như công bố", "giữ nguyên"),
    ("hiển thị số liệu công bố", "hiển thị số liệu gốc"),
    ("đã có số liệu công bố", "đã có số liệu"),
    (
        "the published score and rank",
        "the baseline score and rank",
    ),
    ("the published DTI score", "the baseline score"),
    ("published DTI score", "baseline score"),
    ("All published scores", "All baseline scores"),
    ("published score", "baseline score"),
    ("published total", "baseline total"),
    ("(published less", "(baseline less"),
    (
        "you see the published result",
        "you see the baseline result",
    ),
    (
        "You see the published figures",
        "You see the baseline figures",
    ),
    (
        "the DTI score is as published",
        "the score is the baseline score",
    ),
    ("stay as published", "stay as they are"),
    ("is published already", "is on file already"),
    ("the published DTI scores", "the baseline scores"),
];

/// What is said of the official editions only.
const NOT_OFFICIAL: [(&str, &str); 8] = [
    (
        "Phần còn lại (không công bố riêng, làm tròn)",
        "Phần còn lại (làm tròn)",
    ),
    ("các chỉ số không công bố riêng", "phần còn lại"),
    (
        "Rest (not published separately, rounding)",
        "Rest (rounding)",
    ),
    ("what is not published separately", "the rest"),
    ("bảng kết quả các tỉnh như Bộ công bố", "bảng kết quả"),
    (
        "the results of all provinces as the ministry publishes them",
        "a table of results",
    ),
    ("Về mức quy định", "Về mức của bộ chỉ số"),
    ("Back to the decision's", "Back to the framework's"),
];

/// "Of provinces" is part of a name, not what is ranked.
const LEVEL: &str = "cấp ";

/// What is said of an edition that does not rank provinces, or whose figures are not as published.
pub(super) struct Renamed<'a> {
    /// One in Vietnamese, one and several in English, the score in both; `None` for provinces.
    words: Option<[&'a str; 5]>,
    /// Whole phrases that are said otherwise.
    phrases: Vec<(&'static str, &'static str)>,
    /// Whether its score is no DTI.
    is_own: bool,
    /// Names that hold one of the words and stay as they are.
    kept: Vec<&'a str>,
}

impl<'a> Renamed<'a> {
    /// Nothing where provinces are ranked by what was published.
    pub(super) fn of(calculator: &'a Calculator, edition: &'a Edition) -> Option<Self> {
        let header = edition.header();
        let [vi, en, several] = header.ranked.each_ref();
        let provenance = edition.provenance();
        if vi.is_empty() && provenance == Provenance::Published {
            return None;
        }
        let mut phrases = Vec::new();
        if HAS_OWN_INDICES && provenance != Provenance::Published {
            phrases.extend(NOT_PUBLISHED);
        }
        if HAS_OWN_INDICES && !provenance.is_official() {
            phrases.extend(NOT_OFFICIAL);
        }
        let mut kept = Vec::new();
        let mut keep = |text: &'a Text| {
            for name in [&text.vi, &text.en] {
                if has_sign(name) {
                    kept.push(name.as_str());
                }
            }
        };
        for own in calculator.editions() {
            keep(&own.header().title);
        }
        for unit in edition.units() {
            keep(&unit.name);
        }
        let framework = edition.framework();
        for node in framework.nodes() {
            keep(&framework.indicator(node).name);
        }
        keep(&framework.header().title);
        keep(&framework.header().source);
        Some(Self {
            words: (!vi.is_empty()).then_some([vi, en, several, "giá trị", "score"]),
            phrases,
            is_own: header.is_own,
            kept,
        })
    }

    /// A markup with the word of an edition, where it has one.
    pub(super) fn whole(calculator: &Calculator, edition: &Edition, mut markup: Markup) -> Markup {
        if let Some(renamed) = Renamed::of(calculator, edition) {
            for token in markup.tokens_mut() {
                let text = match token {
                    Token::Text(text) => text,
                    Token::Attribute(name, text)
                        if name == "aria-label" || name == "placeholder" =>
                    {
                        text
                    }
                    _ => continue,
                };
                if has_sign(text) || renamed.has_phrase(text) {
                    *text = Cow::Owned(renamed.text(text));
                }
            }
        }
        markup
    }

    /// A sentence with the word of an edition, where it has one.
    pub(super) fn sentence(calculator: &Calculator, edition: &Edition, said: String) -> String {
        match Renamed::of(calculator, edition) {
            Some(renamed) => renamed.text(&said),
            None => said,
        }
    }

    fn has_phrase(&self, text: &str) -> bool {
        let mut phrases = self.phrases.iter();
        phrases.any(|(said, _)| text.contains(said))
    }

    /// A text with the edition's own word; what stands in quotation marks is somebody else's.
    pub(super) fn text(&self, text: &str) -> String {
        // Bytes: only whole texts take the place of whole texts, and letters would cost more.
        let (mut out, mut rest) = (Vec::new(), text.as_bytes());
        let mut is_quoted = false;
        while let Some((&byte, behind)) = rest.split_first() {
            let begins = |text: &str| rest.starts_with(text.as_bytes());
            is_quoted = begins("“") || is_quoted && !begins("”");
            let kept = self.kept.iter().find(|name| begins(name));
            if let Some((name, behind)) = kept.and_then(|name| rest.split_at_checked(name.len())) {
                out.extend_from_slice(name);
                rest = behind;
                continue;
            }
            let mut phrases = self.phrases.iter();
            let phrase = phrases.find(|(said, _)| !is_quoted && begins(said));
            if let Some((said, instead)) = phrase {
                out.extend_from_slice(instead.as_bytes());
                rest = rest.get(said.len()..).unwrap_or_default();
                continue;
            }
            let said = SAID.iter().find(|(said, _)| !is_quoted && begins(said));
            rest = behind;
            match said {
                Some((said, place)) if self.put(&mut out, *place) => {
                    rest = behind.get(said.len() - 1..).unwrap_or_default();
                }
                _ => out.push(byte),
            }
        }
        String::from_utf8(out).unwrap_or_default()
    }

    /// Puts a word in the place of the letter before, if that begins what is said.
    fn put(&self, out: &mut Vec<u8>, place: usize) -> bool {
        let (Some((&first, before)), Some(words)) = (out.split_last(), self.words) else {
            return false;
        };
        let is_about_provinces = place < ABOUT_SCORES;
        let letters: &[u8] = if is_about_provinces { b"tTpP" } else { b"gGD" };
        let is_level = before.ends_with(LEVEL.as_bytes());
        if !letters.contains(&first) || is_level || !(is_about_provinces || self.is_own) {
            return false;
        }
        let is_capital = before.is_empty() || b"TPG".contains(&first);
        out.pop();
        let word = words.get(place).copied().unwrap_or_default();
        let mut letters = word.chars();
        if let Some(own) = letters.next() {
            let own = if is_capital { capital(own) } else { own };
            out.extend_from_slice(own.encode_utf8(&mut [0; 4]).as_bytes());
        }
        out.extend_from_slice(letters.as_str().as_bytes());
        true
    }
}

fn has_sign(text: &str) -> bool {
    SIGNS.iter().any(|sign| text.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::Renamed;
    use dti_engine::calculator::Calculator;
    use dti_formats::{example_part, parse_index};

    /// The official editions, the commune set, and the DDCI-like index with two awkward names.
    fn calculator() -> &'static Calculator {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../data/examples/ddci.json");
        let document = std::fs::read_to_string(path).unwrap();
        let document = document.replace("Huyện A (hư cấu)", "Công an tỉnh");
        let own = parse_index("ddci.json", &document).unwrap();
        let mut parts = example_part("example-commune-2025").unwrap();
        parts.add(own.to_part());
        Box::leak(Box::new(dti_formats::official_with(parts).unwrap()))
    }

    #[test]
    fn provinces_stay_provinces() {
        let calculator = calculator();
        let edition = calculator.edition("2022").unwrap();
        let said = "Các tỉnh, thành phố và giá trị DTI đã công bố".to_owned();
        assert_eq!(Renamed::sentence(calculator, edition, said.clone()), said);
    }

    #[test]
    fn what_others_wrote_is_left_alone() {
        let calculator = calculator();
        let edition = calculator.edition("ddci-example").unwrap();
        let renamed = Renamed::of(calculator, edition).unwrap();
        for (given, said) in [
            ("Tỉnh, thành phố", "Huyện"),
            ("Các tỉnh khác", "Các huyện khác"),
            ("Không có tỉnh “Tỉnh X”.", "Không có huyện “Tỉnh X”."),
            (
                "Công an tỉnh đứng trên 3 tỉnh",
                "Công an tỉnh đứng trên 3 huyện",
            ),
            ("đỉnh, điều chỉnh, tỉnh", "đỉnh, điều chỉnh, huyện"),
            ("Giá trị DTI của tỉnh", "Giá trị của huyện"),
            (
                "The DTI score of all provinces",
                "The score of all districts",
            ),
            ("DTI score", "Score"),
            ("Provinces: a province", "Districts: a district"),
            ("“", "“"),
        ] {
            assert_eq!(renamed.text(given), said);
        }
    }
}
