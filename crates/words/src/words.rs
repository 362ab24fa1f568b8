//! What sentences are made with: the language, what is ranked and whose figures they are. The messages
//! of `locales/` are its methods.

use crate::letters::capital;
use crate::numbers;
use dti_engine::model::{Edition, Provenance, Text};
use dti_formats::link::Language;
use std::fmt::{Display, Write as _};
use std::sync::Arc;

/// The messages in one language, about one edition. Cheap to clone.
///
/// Nouns stand in the messages as `{$unit}`; `Words` fills them in, so that communes are communes
/// wherever they are spoken of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Words {
    language: Language,
    provenance: Provenance,
    /// What is ranked, where it is no province.
    ranked: Option<Arc<Nouns>>,
}

/// What an edition ranks.
#[derive(PartialEq, Eq, Debug)]
struct Nouns {
    one: String,
    several: String,
    /// Whether its score is no DTI.
    is_own_index: bool,
}

impl Words {
    /// About an edition; without one, about provinces with published figures.
    pub fn of(language: Language, edition: Option<&Edition>) -> Self {
        let Some(edition) = edition else {
            return Self::plain(language);
        };
        let header = edition.header();
        let [vi, en, several] = &header.ranked;
        let (one, several) = match language {
            Language::Vi => (vi, vi),
            Language::En => (en, several),
        };
        let ranked = (!one.is_empty()).then(|| {
            Arc::new(Nouns {
                one: one.clone(),
                several: several.clone(),
                is_own_index: header.is_own,
            })
        });
        Self {
            language,
            provenance: edition.provenance(),
            ranked,
        }
    }

    /// About provinces with published figures.
    pub fn plain(language: Language) -> Self {
        Self {
            language,
            provenance: Provenance::Published,
            ranked: None,
        }
    }

    /// The same about figures of another provenance.
    #[must_use]
    pub fn with_provenance(self, provenance: Provenance) -> Self {
        Self { provenance, ..self }
    }

    /// Whether the figures are as they were published, all of them.
    pub fn is_published(&self) -> bool {
        self.provenance == Provenance::Published
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The half of a text that is in this language.
    pub fn in_language<'a>(&self, text: &'a Text) -> &'a str {
        match self.language {
            Language::Vi => &text.vi,
            Language::En => &text.en,
        }
    }

    /// What is ranked: one of them.
    pub fn unit(&self) -> &str {
        match (&self.ranked, self.language) {
            (Some(nouns), _) => &nouns.one,
            (None, Language::Vi) => "tỉnh",
            (None, Language::En) => "province",
        }
    }

    /// What is ranked: several of them.
    pub fn units(&self) -> &str {
        match (&self.ranked, self.language) {
            (Some(nouns), _) => &nouns.several,
            (None, Language::Vi) => "tỉnh",
            (None, Language::En) => "provinces",
        }
    }

    /// The same where they are counted or all are meant: provinces are provinces and cities then.
    pub fn all_units(&self) -> &str {
        match (&self.ranked, self.language) {
            (None, Language::Vi) => "tỉnh, thành",
            _ => self.units(),
        }
    }

    /// What the total is called.
    pub fn score_name(&self) -> &'static str {
        let is_dti = !self.ranked.as_ref().is_some_and(|own| own.is_own_index);
        match (self.language, is_dti) {
            (Language::Vi, true) => "giá trị DTI",
            (Language::Vi, false) => "giá trị",
            (Language::En, true) => "DTI score",
            (Language::En, false) => "score",
        }
    }

    /// Whose figures are spoken of: published ones, those with some of the reader's own among them, or
    /// others altogether.
    fn figures(&self) -> &'static str {
        match self.provenance {
            Provenance::Published => "published",
            Provenance::PartlyLoaded => "mixed",
            Provenance::Loaded | Provenance::Fictitious => "own",
        }
    }

    /// The same one by one.
    fn provenance(&self) -> &'static str {
        match self.provenance {
            Provenance::Published => "published",
            Provenance::PartlyLoaded => "partly-loaded",
            Provenance::Loaded => "loaded",
            Provenance::Fictitious => "fictitious",
        }
    }

    /// Whether provinces are ranked, which are called `tỉnh, thành phố` in full.
    fn ranked(&self) -> &'static str {
        if self.ranked.is_none() {
            "provinces"
        } else {
            "other"
        }
    }
}

/// A number in a sentence, which decides whether it says `point` or `points`: a whole number, or one
/// that [`numbers`] wrote.
pub trait Count {
    /// How it is written, and what it is if it is whole.
    fn counted(self, language: Language) -> Counted;
}

/// A number as it stands in a sentence.
#[derive(Debug)]
pub struct Counted {
    text: String,
    /// The number, if it is whole: `1,0` has the plural form of many.
    whole: Option<u64>,
}

impl Count for u64 {
    fn counted(self, language: Language) -> Counted {
        Counted {
            text: numbers::grouped(&self.to_string(), language),
            whole: Some(self),
        }
    }
}

impl Count for u32 {
    fn counted(self, language: Language) -> Counted {
        u64::from(self).counted(language)
    }
}

impl Count for usize {
    fn counted(self, language: Language) -> Counted {
        u64::try_from(self).unwrap_or(u64::MAX).counted(language)
    }
}

impl Count for String {
    fn counted(self, _: Language) -> Counted {
        Counted {
            whole: self.parse().ok(),
            text: self,
        }
    }
}

impl Count for &str {
    fn counted(self, language: Language) -> Counted {
        self.to_owned().counted(language)
    }
}

fn put(out: &mut String, text: &str) {
    out.push_str(text);
}

/// A noun at the beginning of a sentence.
fn put_capital(out: &mut String, noun: &str) {
    let mut letters = noun.chars();
    out.extend(letters.next().map(capital));
    out.push_str(letters.as_str());
}

/// One function for whatever can be shown keeps the messages small.
fn put_shown(out: &mut String, value: &dyn Display) {
    // Writing to a `String` does not fail.
    write!(out, "{value}").ok();
}

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
