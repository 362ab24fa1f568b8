//! The page standing still: what is in the HTML before any script runs, and a page of its own for
//! each province. Written when the site is built, by the same core; the page's module never calls
//! it.

mod first;
mod poster;
mod ranking;
mod share;
#[cfg(test)]
mod tests;
mod words;

pub use first::{first, first_embed};
pub use poster::{End, Headline, Poster};
pub use share::SharePage;
pub use words::site_words;

use super::Page;
use dti_engine::calculator::{Calculator, LastYear};
use dti_engine::model::{Edition, Scenario, Standings};
use dti_formats::link::Language;
use std::sync::Arc;

/// One edition as published, in one language.
#[derive(Clone, Debug)]
pub struct Still {
    calculator: &'static Calculator,
    edition: &'static Arc<Edition>,
    standings: Standings,
    /// In the order of the units.
    last_year: Vec<Option<LastYear>>,
    language: Language,
}

impl Still {
    /// An edition by its id; `None` where it is unknown or incomplete.
    pub fn of(calculator: &'static Calculator, edition: &str, language: Language) -> Option<Self> {
        let edition = calculator.edition(edition).ok()?;
        let standings = calculator.simulate(&Scenario::baseline(edition.id()));
        Some(Self {
            calculator,
            edition,
            standings: standings.ok()?,
            last_year: calculator.last_year(edition.id()),
            language,
        })
    }

    /// Its edition.
    pub fn edition(&self) -> &'static Edition {
        self.edition
    }

    /// Its language.
    pub fn language(&self) -> Language {
        self.language
    }

    fn last_year_of(&self, position: usize) -> Option<&LastYear> {
        self.last_year.get(position)?.as_ref()
    }

    /// The live page on one unit of the edition.
    fn page(&self, unit: &str) -> Page {
        let fragment = format!("#{}", place_fragment(self.edition.id(), unit));
        Page::new(self.calculator, &fragment, self.language, |_| None)
    }
}

/// The editions that have a page for each unit: the last one before the merger and all since, so
/// that an address once shared stays.
pub fn shared_editions(calculator: &'static Calculator) -> Vec<&'static Edition> {
    let editions = calculator.editions();
    let is_last_before = |edition: &Edition| {
        let mut later = editions.iter();
        later.any(|other| other.header().merger_of.as_deref() == Some(edition.id()))
    };
    let from = editions.iter().position(|edition| is_last_before(edition));
    let shared = editions.iter().skip(from.unwrap_or_default());
    let shared = shared.filter(|edition| {
        let header = edition.header();
        header.simulatable && !header.is_example() && !header.is_own
    });
    shared.map(AsRef::as_ref).collect()
}

/// Where the page of a unit is, from the home page in its language: `p/2024-34/bac-ninh/`.
pub fn share_path(edition: &str, unit: &str) -> String {
    format!("p/{edition}/{unit}/")
}

/// The fragment of the live page on a unit, without `#`.
fn place_fragment(edition: &str, unit: &str) -> String {
    format!("e={edition}&u={unit}")
}

/// The edition before, as it is named in "compared with 2023".
fn year_before(still: &Still) -> Option<String> {
    let previous = still.edition.header().previous.as_ref()?;
    let before = still.calculator.edition(&previous.edition).ok()?;
    Some(before.header().year.to_string())
}
