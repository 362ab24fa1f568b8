//! What a picture for sharing says: words and places on an axis, to be drawn when the site is
//! built.

use super::ranking::places_since;
use super::words::{Small, compared_with, published_and_mean, site_words};
use super::{Still, year_before};
use crate::page::text::{Word, change, in_language, move_in_words, score, tag};
use dti_engine::model::{Origin, Provenance, Standing};

/// One end of the axis.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct End {
    /// Who stands there: "Thấp nhất: Lai Châu".
    pub name: String,
    /// Its score.
    pub score: String,
}

/// What stands large on the picture.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Headline {
    /// The site itself, with what it is for.
    Site(String),
    /// One unit's place.
    Place {
        /// Rank, from 1.
        rank: u32,
        /// Its score.
        score: String,
        /// Change of score on the year before, and places gained; where on file.
        since: Option<(String, i64)>,
        /// The same places in words; empty without a rank of the year before.
        moved: String,
    },
}

/// A picture for sharing.
#[derive(Clone, PartialEq, Debug)]
pub struct Poster {
    /// The small line on top.
    pub kicker: String,
    /// The name in large letters.
    pub name: String,
    /// What is said of it.
    pub headline: Headline,
    /// How many units are ranked.
    pub units: usize,
    /// Labels of rank, score and change.
    pub labels: [String; 3],
    /// Every unit's place on the axis, `0..=1` from the lowest score to the highest.
    pub scores: Vec<f64>,
    /// The unit's own place on it.
    pub own: Option<f64>,
    /// Both ends of the axis.
    pub ends: [End; 2],
    /// The small lines at the foot.
    pub foot: [String; 2],
    /// What the picture shows, in words.
    pub description: String,
}

impl Still {
    /// The picture of a unit, or that of the whole edition.
    pub fn poster(&self, position: Option<usize>) -> Option<Poster> {
        let language = self.language;
        let word = |word: Word| word.in_language(language).to_owned();
        let site = site_words(language);
        let own = match position {
            Some(position) => Some(self.standings.of(position)?),
            None => None,
        };
        let all = &self.standings.standings;
        let (best, last) = (all.first()?, all.last()?);
        let (low, high) = (last.score.to_f64(), best.score.to_f64());
        let span = if high > low { high - low } else { 1.0 };
        let place = |standing: &Standing| (standing.score.to_f64() - low) / span;
        let edition = in_language(&self.edition.header().title, language);
        let name = own.map_or_else(|| site.title.to_owned(), |own| self.name_of(own));
        let headline = own.map_or_else(
            || Headline::Site(site.lead.to_owned()),
            |own| self.place_of(own),
        );
        let compared = compared_with(year_before(self).as_deref(), language);
        let description = match &headline {
            Headline::Site(lead) => format!("{name}. {lead}"),
            Headline::Place { rank, score, .. } => {
                let place = format!("{rank}/{}", all.len());
                let label = word(Word::DtiScore);
                format!(
                    "{name}, {edition}: {} {place}, {label} {score}.",
                    word(Word::Rank)
                )
            }
        };
        Some(Poster {
            kicker: edition.to_owned(),
            name,
            headline,
            units: all.len(),
            labels: [word(Word::Rank), word(Word::DtiScore), compared],
            scores: all.iter().map(place).collect(),
            own: own.map(place),
            ends: [
                self.end(last, Small::Lowest),
                self.end(best, Small::Highest),
            ],
            foot: [site.title.to_owned(), self.origin_of_figures(own)],
            description,
        })
    }

    fn place_of(&self, own: &Standing) -> Headline {
        let language = self.language;
        let before = self.last_year_of(own.position);
        let places = before.and_then(|before| places_since(before, own));
        Headline::Place {
            rank: own.rank,
            score: score(own.score, language),
            since: before.map(|before| {
                let by = change(own.score - before.score, language);
                (by, places.unwrap_or_default())
            }),
            moved: places.map_or_else(String::new, |places| move_in_words(places, language)),
        }
    }

    /// That the figures are published; of the year before, that it is derived, where it is.
    fn origin_of_figures(&self, own: Option<&Standing>) -> String {
        let published = tag(Provenance::Published, false, self.language);
        let before = own.and_then(|own| self.last_year_of(own.position));
        let is_derived = before.is_some_and(|before| before.origin == Origin::Derived);
        match year_before(self).filter(|_| is_derived) {
            Some(year) => published_and_mean(published, &year, self.language),
            None => published.to_owned(),
        }
    }

    fn end(&self, standing: &Standing, label: Small) -> End {
        let label = label.text(self.language);
        End {
            name: format!("{label}: {}", self.name_of(standing)),
            score: score(standing.score, self.language),
        }
    }

    /// Name of the unit of a standing.
    pub(super) fn name_of(&self, standing: &Standing) -> String {
        let unit = self.edition.units().get(standing.position);
        unit.map(|unit| in_language(&unit.name, self.language).to_owned())
            .unwrap_or_default()
    }
}
