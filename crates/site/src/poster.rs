//! What a picture for sharing says: words and places on an axis, to be drawn when the site is
//! built.

use crate::change::Change;
use crate::still::Still;
use dti_engine::model::{Exact, Origin, Standing};
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

/// All units from the lowest score to the highest.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Axis {
    /// Every unit's place, `0..=1`.
    pub(crate) places: Vec<f64>,
    /// That of the unit that the picture is about.
    pub(crate) own: Option<f64>,
    /// Both ends.
    pub(crate) ends: [End; 2],
}

/// A picture for sharing.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Poster {
    /// The small line on top.
    pub(crate) kicker: String,
    /// The name in large letters.
    pub(crate) name: String,
    /// What is supposed, where that is not nothing.
    pub(crate) premise: Option<String>,
    /// What is said of it.
    pub(crate) headline: Headline,
    /// How many units are ranked.
    pub(crate) units: usize,
    /// Labels of rank, score and change.
    pub(crate) labels: [String; 3],
    /// Where all units stand.
    pub(crate) axis: Axis,
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
        let name = match own {
            Some(own) => self.unit(own)?.1,
            None => words.title().to_owned(),
        };
        let headline = own.map_or_else(|| Headline::Site(words.lead()), |own| self.place_of(own));
        Some(Poster {
            kicker: self.title().to_owned(),
            description: self.described(&name, own),
            name,
            premise: None,
            headline,
            units: self.standings.standings.len(),
            labels: [
                words.rank().to_owned(),
                words.dti_score(),
                self.compared_with(),
            ],
            axis: self.axis(&self.scores(), row)?,
            foot: [words.title().to_owned(), self.origin_of_figures(own)],
        })
    }

    /// Row and score of every unit, as published.
    pub(crate) fn scores(&self) -> Vec<(usize, Exact)> {
        let all = self.standings.standings.iter();
        all.map(|own| (own.position, own.score)).collect()
    }

    /// The axis of these scores by row, in any order.
    pub(crate) fn axis(&self, scores: &[(usize, Exact)], own: Option<usize>) -> Option<Axis> {
        let mut sorted = scores.to_vec();
        sorted.sort_by_key(|(_, score)| *score);
        let (last, best) = (*sorted.first()?, *sorted.last()?);
        let (low, high) = (last.1.to_f64(), best.1.to_f64());
        let span = if high > low { high - low } else { 1.0 };
        let place = |score: Exact| (score.to_f64() - low) / span;
        let own = sorted.iter().find(|(row, _)| Some(*row) == own);
        Some(Axis {
            places: sorted.iter().map(|(_, score)| place(*score)).collect(),
            own: own.map(|(_, score)| place(*score)),
            ends: [
                self.end(last, self.words.lowest())?,
                self.end(best, self.words.highest())?,
            ],
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

    fn end(&self, (row, own): (usize, Exact), label: &str) -> Option<End> {
        let unit = self.edition.units().get(row)?;
        let name = self.words.in_language(&unit.name);
        Some(End {
            name: format!("{label}: {name}"),
            score: score(own, &self.words),
        })
    }
}
