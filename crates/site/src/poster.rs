//! What a picture for sharing says: words and places on an axis, to be drawn when the site is
//! built.

use crate::change::Change;
use crate::still::Still;
use dti_engine::model::{Origin, Standing};
use dti_words::numbers::score;

/// One end of the axis.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct End {
    /// Who stands there: "Thấp nhất: Lai Châu".
    pub(crate) name: String,
    /// Its score.
    pub(crate) score: String,
}

/// What stands large on the picture.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Headline {
    /// The site itself, with what it is for.
    Site(String),
    /// One unit's place.
    Place {
        /// Rank, from 1.
        rank: u32,
        /// Its score.
        score: String,
        /// What changed since the year before, where that is on file.
        since: Option<Change>,
    },
}

/// A picture for sharing.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Poster {
    /// The small line on top.
    pub(crate) kicker: String,
    /// The name in large letters.
    pub(crate) name: String,
    /// What is said of it.
    pub(crate) headline: Headline,
    /// How many units are ranked.
    pub(crate) units: usize,
    /// Labels of rank, score and change.
    pub(crate) labels: [String; 3],
    /// Every unit's place on the axis, `0..=1` from the lowest score to the highest.
    pub(crate) scores: Vec<f64>,
    /// The unit's own place on it.
    pub(crate) own: Option<f64>,
    /// Both ends of the axis.
    pub(crate) ends: [End; 2],
    /// The small lines at the foot.
    pub(crate) foot: [String; 2],
    /// What the picture shows, in words.
    pub(crate) description: String,
}

impl Still {
    /// The picture of the unit in a row, or that of the whole edition.
    pub(crate) fn poster(&self, row: Option<usize>) -> Option<Poster> {
        let words = &self.words;
        let own = match row {
            Some(row) => Some(self.standings.of(row)?),
            None => None,
        };
        let all = &self.standings.standings;
        let (best, last) = (all.first()?, all.last()?);
        let (low, high) = (last.score.to_f64(), best.score.to_f64());
        let span = if high > low { high - low } else { 1.0 };
        let place = |standing: &Standing| (standing.score.to_f64() - low) / span;
        let name = match own {
            Some(own) => self.unit(own)?.1,
            None => words.title().to_owned(),
        };
        let headline = own.map_or_else(|| Headline::Site(words.lead()), |own| self.place_of(own));
        Some(Poster {
            kicker: self.title().to_owned(),
            description: self.described(&name, own),
            name,
            headline,
            units: all.len(),
            labels: [
                words.rank().to_owned(),
                words.dti_score(),
                self.compared_with(),
            ],
            scores: all.iter().map(place).collect(),
            own: own.map(place),
            ends: [
                self.end(last, words.lowest())?,
                self.end(best, words.highest())?,
            ],
            foot: [words.title().to_owned(), self.origin_of_figures(own)],
        })
    }

    fn place_of(&self, own: &Standing) -> Headline {
        Headline::Place {
            rank: own.rank,
            score: score(own.score, &self.words),
            since: self.change(own),
        }
    }

    fn described(&self, name: &str, own: Option<&Standing>) -> String {
        let words = &self.words;
        let Some(own) = own else {
            return format!("{name}. {}", words.lead());
        };
        let (rank, place) = (words.rank(), self.place(own));
        let (label, score) = (words.dti_score(), score(own.score, words));
        format!("{name}, {}: {rank} {place}, {label} {score}.", self.title())
    }

    /// That the figures are published; of the year before, that it is derived, where it is.
    fn origin_of_figures(&self, own: Option<&Standing>) -> String {
        let published = self.words.tag(false);
        let before = own.and_then(|own| self.last_year_of(own));
        let is_derived = before.is_some_and(|before| before.origin == Origin::Derived);
        match self.year_before().filter(|_| is_derived) {
            Some(year) => self.words.published_and_mean(published, year),
            None => published.to_owned(),
        }
    }

    fn end(&self, standing: &Standing, label: &str) -> Option<End> {
        let (_, name) = self.unit(standing)?;
        Some(End {
            name: format!("{label}: {name}"),
            score: score(standing.score, &self.words),
        })
    }
}
