//! A second, independent computation of the method, so that the engine has something to disagree
//! with: exact fractions, the slow and obvious way, reading `data/` by its own route.
//!
//! Nothing here may be imported from the crate under test, or copied from it.

#![allow(
    dead_code,
    unused_imports,
    reason = "each test binary uses another part of the oracle"
)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a broken file must stop the tests"
)]

mod case;
mod fill;
mod merge;
pub(crate) mod numbers;
pub(crate) mod records;
pub(crate) mod rules;
mod scenario;
mod simulate;

use std::collections::BTreeMap;
use std::sync::LazyLock;

pub(crate) use case::{
    Amount, Case, Kind, Maxima, Origin, Override, Pillar, Refusal, Rivals, Row, Value, Values,
};
use fill::{Part, spread};
use numbers::{Number, approximately, between, whole, zero};
use records::{Edition, Figure, Framework};

/// The main indicators that most provinces do not publish one by one.
const OFTEN_UNPUBLISHED: [&str; 4] = ["awareness", "institutions", "workforce", "security"];

/// Everything in `data/` that the method computes with.
#[derive(Debug)]
pub(crate) struct Oracle {
    pub(crate) editions: BTreeMap<String, Edition>,
    pub(crate) frameworks: BTreeMap<String, Framework>,
    /// New province -> former provinces.
    pub(crate) formers: BTreeMap<String, Vec<String>>,
    pub(crate) populations: BTreeMap<String, Number>,
    /// Edition -> main indicator -> mean over the complete units of the profile edition.
    profiles: BTreeMap<String, BTreeMap<String, Number>>,
    /// Edition -> unit -> main indicator: filled once, for it is the slow part.
    completed: BTreeMap<String, BTreeMap<String, Values>>,
}

impl Oracle {
    /// Read once for all tests of a program: filling takes a while.
    pub(crate) fn load() -> &'static Self {
        static READ: LazyLock<Oracle> = LazyLock::new(Oracle::read);
        &READ
    }

    fn read() -> Self {
        let editions = records::read_editions();
        let frameworks = editions
            .values()
            .map(|edition| {
                (
                    edition.framework.clone(),
                    records::read_framework(&edition.framework),
                )
            })
            .collect();
        let mut oracle = Self {
            editions,
            frameworks,
            formers: records::read_mergers(),
            populations: records::read_populations(),
            profiles: BTreeMap::new(),
            completed: BTreeMap::new(),
        };
        let with_profile = oracle
            .editions
            .values()
            .filter(|edition| edition.profile.is_some());
        oracle.profiles = with_profile
            .map(|edition| (edition.id.clone(), oracle.profile(&edition.id, None)))
            .collect();
        for edition in oracle.profiles.clone().keys() {
            let units = oracle.units(edition).into_iter();
            let rows = units
                .map(|unit| (unit.clone(), oracle.filled(edition, &unit)))
                .collect();
            oracle.completed.insert(edition.clone(), rows);
        }
        oracle
    }

    /// An edition that must exist: for the fixed questions of a test.
    pub(crate) fn edition(&self, id: &str) -> &Edition {
        self.editions
            .get(id)
            .unwrap_or_else(|| panic!("no edition `{id}` in data/editions.json"))
    }

    pub(crate) fn framework_of(&self, edition: &str) -> &Framework {
        &self.frameworks[&self.edition(edition).framework]
    }

    /// Official maxima by main indicator.
    pub(crate) fn official_maxima(&self, edition: &str) -> Maxima {
        let mains = &self.framework_of(edition).mains;
        mains
            .iter()
            .map(|main| (main.id.clone(), main.max_points.clone()))
            .collect()
    }

    pub(crate) fn units(&self, edition: &str) -> Vec<String> {
        self.edition(edition).figures.keys().cloned().collect()
    }

    /// The figures of a unit that must be on file.
    pub(crate) fn figures(&self, edition: &str, unit: &str) -> &BTreeMap<String, Figure> {
        let all = &self.edition(edition).figures;
        all.get(unit)
            .unwrap_or_else(|| panic!("no unit `{unit}` in edition {edition}"))
    }

    /// A published figure that must be on file.
    pub(crate) fn figure(&self, edition: &str, unit: &str, field: &str) -> &Number {
        match self.figures(edition, unit).get(field) {
            Some(figure) => &figure.value,
            None => panic!("no `{field}` on file for {unit} in edition {edition}"),
        }
    }

    /// The published total score.
    pub(crate) fn published(&self, edition: &str, unit: &str) -> &Number {
        self.figure(edition, unit, "score")
    }

    /// The sum of points over the maxima, from scores of all main indicators.
    pub(crate) fn recomputed(scores: &Values, maxima: &Maxima) -> Number {
        let points: Number = maxima
            .iter()
            .map(|(main, max_points)| &scores[main].score * max_points)
            .sum();
        points / maxima.values().sum::<Number>()
    }

    /// All main indicators of a unit: those on file, and estimates for the others (method 3).
    pub(crate) fn complete(&self, edition: &str, unit: &str) -> Values {
        match self.completed.get(edition).and_then(|rows| rows.get(unit)) {
            Some(values) => values.clone(),
            None => panic!("{unit} in edition {edition} cannot be completed"),
        }
    }

    fn filled(&self, edition: &str, unit: &str) -> Values {
        let figures = self.figures(edition, unit);
        let maxima = self.official_maxima(edition);
        let mut values = BTreeMap::new();
        for main in maxima.keys() {
            if let Some(figure) = figures.get(main) {
                let origin = if figure.derived {
                    Origin::Derived
                } else {
                    Origin::Published
                };
                values.insert(
                    main.clone(),
                    Value {
                        score: figure.value.clone(),
                        origin,
                    },
                );
            }
        }
        let unknown: Vec<String> = maxima
            .keys()
            .filter(|main| !values.contains_key(*main))
            .cloned()
            .collect();
        if unknown.is_empty() {
            return values;
        }
        let points = self.unpublished_points(edition, unit, &unknown);
        let estimates = spread(
            &self.parts(edition, &unknown, &self.profiles[edition]),
            &points,
        )
        .expect("a sum kept within its limits can be spread");
        for (main, score) in unknown.into_iter().zip(estimates) {
            values.insert(
                main,
                Value {
                    score,
                    origin: Origin::Estimated,
                },
            );
        }
        values
    }

    /// The points of the named indicators together: total x max less all the others, kept possible.
    fn unpublished_points(&self, edition: &str, unit: &str, unknown: &[String]) -> Number {
        let maxima = self.official_maxima(edition);
        let all: Number = maxima.values().sum();
        let mut points = self.published(edition, unit) * all;
        for (main, max_points) in &maxima {
            if !unknown.contains(main) {
                points -= self.figure(edition, unit, main) * max_points;
            }
        }
        let most: Number = unknown.iter().map(|main| &maxima[main]).sum();
        between(&points, &zero(), &most)
    }

    /// The mean of each main indicator over the complete units; one unit may be left out.
    fn profile(&self, edition: &str, without: Option<&str>) -> BTreeMap<String, Number> {
        let profile_edition = self.profile_edition(edition);
        let complete: Vec<String> = self
            .complete_units(&profile_edition)
            .into_iter()
            .filter(|unit| Some(unit.as_str()) != without)
            .collect();
        let count = whole(i64::try_from(complete.len()).expect("a table has few rows"));
        let mean_of = |main: &String| -> Number {
            let sum: Number = complete
                .iter()
                .map(|unit| self.figure(&profile_edition, unit, main))
                .sum();
            sum / &count
        };
        let mains = self.official_maxima(edition).into_keys();
        mains.map(|main| (main.clone(), mean_of(&main))).collect()
    }

    /// Maximum and profile of each named indicator.
    fn parts(
        &self,
        edition: &str,
        names: &[String],
        profile: &BTreeMap<String, Number>,
    ) -> Vec<Part> {
        let maxima = self.official_maxima(edition);
        let part_of = |main: &String| Part {
            max_points: maxima[main].clone(),
            profile: profile[main].clone(),
        };
        names.iter().map(part_of).collect()
    }

    fn profile_edition(&self, edition: &str) -> String {
        match &self.edition(edition).profile {
            Some(profile) => profile.clone(),
            None => panic!("edition {edition} names no profile in data/editions.json"),
        }
    }

    /// The units whose main indicators are all on file.
    pub(crate) fn complete_units(&self, edition: &str) -> Vec<String> {
        let mains = &self.framework_of(edition).mains;
        let has_all = |figures: &BTreeMap<String, Figure>| {
            mains.iter().all(|main| figures.contains_key(&main.id))
        };
        let rows = self.edition(edition).figures.iter();
        rows.filter(|(_, figures)| has_all(figures))
            .map(|(unit, _)| unit.clone())
            .collect()
    }

    /// The mean square miss of the fill when each complete unit of the profile is left out in turn.
    pub(crate) fn mean_square_error(&self, edition: &str) -> Number {
        let profile = self.profile_edition(edition);
        let names: Vec<String> = OFTEN_UNPUBLISHED.map(str::to_owned).to_vec();
        let (mut sum, mut count) = (zero(), zero());
        for unit in self.complete_units(&profile) {
            let points = self.unpublished_points(&profile, &unit, &names);
            let others = self.profile(&profile, Some(&unit));
            let guesses = spread(&self.parts(&profile, &names, &others), &points)
                .expect("a sum kept within its limits can be spread");
            for (name, guess) in names.iter().zip(guesses) {
                let miss = guess - self.figure(&profile, &unit, name);
                sum += &miss * &miss;
                count += whole(1);
            }
        }
        sum / count
    }

    /// The square root of `mean_square_error`: the only inexact number of the oracle.
    pub(crate) fn estimate_error(&self, edition: &str) -> f64 {
        approximately(&self.mean_square_error(edition)).sqrt()
    }
}
