//! An edition: a year's published figures under one framework, each with its origin and source.

use super::{Exact, Framework, Node, Text};
use std::collections::BTreeMap;

use std::cmp::Ordering;
use std::sync::{Arc, OnceLock};

/// Where a number comes from. It is shown beside the number and never lost by an edit elsewhere.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Origin {
    /// Read from a publication.
    Published,
    /// Exact arithmetic on published figures.
    Derived,
    /// Not published separately; filled so that the known sum holds.
    Estimated,
    /// Not on file: the mean or median of other units stands in for it.
    Imputed,
    /// On file, and drawn in as an outlier before it became a score.
    Treated,
    /// Typed in by the user.
    Entered,
    /// Read from a table of results that the user loaded: on file like a published one, but theirs.
    Loaded,
    /// Not on file: the framework's rule for missing values stands for it.
    Missing,
}

impl Origin {
    /// The word used in files and in the JavaScript API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Derived => "derived",
            Self::Estimated => "estimated",
            Self::Imputed => "imputed",
            Self::Treated => "treated",
            Self::Entered | Self::Loaded => "entered",
            Self::Missing => "missing",
        }
    }

    /// Whether the number was guessed from others, which is marked wherever it is shown.
    pub fn is_guess(self) -> bool {
        matches!(self, Self::Estimated | Self::Imputed)
    }
}

/// Whose figures an edition holds. Decided here, once; faces choose their words by it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Provenance {
    /// As they were published, all of them.
    Published,
    /// As they were published, but for figures of a table that a reader loaded.
    PartlyLoaded,
    /// A reader's own: nothing of it was published by those who publish the official editions.
    Loaded,
    /// Made up, for an example.
    Fictitious,
}

impl Provenance {
    /// Whether it is one of the official editions, whatever a reader put into it.
    pub fn is_official(self) -> bool {
        matches!(self, Self::Published | Self::PartlyLoaded)
    }

    /// The origin of a figure as it is shown: what a reader loaded as a whole is not published,
    /// though its file calls it given.
    pub fn shown(self, origin: Origin) -> Origin {
        match (self, origin) {
            (Self::Loaded, Origin::Published) => Origin::Loaded,
            _ => origin,
        }
    }
}

/// One figure on file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Figure {
    /// The number: a score `0..=1` or a rank; for an indicator with a scale its raw value.
    pub value: Exact,
    /// Published or derived (or entered, for a figure that the user knows).
    pub origin: Origin,
    /// Key into the list of sources.
    pub source: String,
    /// How many sources carry it.
    pub copies: u32,
}

/// A ranked subject: a province.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unit {
    /// Stable id, for example `bac-giang`.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Code of the General Statistics Office.
    pub gso_code: String,
    /// Region, where the set of units has regions.
    pub region: Option<Text>,
    /// Other spellings of the name.
    pub variants: Vec<String>,
    /// Population in thousands by year, where on file.
    pub population: Vec<(u16, Exact)>,
}

/// What is published of one pillar of one unit.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PillarFigures {
    /// Its score.
    pub score: Option<Figure>,
    /// Its rank.
    pub rank: Option<Figure>,
}

/// What is published of one unit in one edition. A gap is `None`, never 0.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Row {
    /// Rank.
    pub rank: Option<Figure>,
    /// Total score.
    pub total: Option<Figure>,
    /// Figures of indicators.
    pub indicators: BTreeMap<Node, Figure>,
    /// Figures of pillars, in the framework's order.
    pub pillars: Vec<PillarFigures>,
}

/// A result that the file of an own index gives for a unit: only compared with what is computed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GivenResult {
    /// Id of the unit.
    pub unit: String,
    /// Total score, `0..=1`, with the decimals in which it was given.
    pub total: Option<(Exact, u32)>,
    /// Rank, from 1.
    pub rank: Option<u32>,
}

/// Which edition came before, for the rivals' trend.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Previous {
    /// Its id.
    pub edition: String,
    /// Whether its units are merged into this edition's first.
    pub merged: bool,
}

/// What the list of editions says about one.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EditionHeader {
    /// Stable id, for example `2024-34`.
    pub id: String,
    /// The year measured.
    pub year: u16,
    /// Title.
    pub title: Text,
    /// Whether the figures allow a simulation.
    pub simulatable: bool,
    /// Edition whose complete rows give the profile for estimates.
    pub profile: Option<String>,
    /// The edition before.
    pub previous: Option<Previous>,
    /// The edition of the former units that this one is merged from.
    pub merger_of: Option<String>,
    /// Whether a reader loaded it.
    pub is_own: bool,
    /// The data code of what a reader brought for it; `None` where it is as it ships.
    pub data_code: Option<String>,
    /// What is ranked: one in Vietnamese, one and several in English. Empty where provinces are.
    pub ranked: [String; 3],
    /// Names of the units of an own index without any value, which are not ranked.
    pub unranked: Vec<Text>,
}

impl EditionHeader {
    /// Whether the figures are fictitious, for illustration only: the ids of example editions begin
    /// with `example-`, so that a link to one shows it too.
    pub fn is_example(&self) -> bool {
        self.id.starts_with("example-")
    }
}

/// A year's published results under one framework.
#[derive(Clone, Debug)]
pub struct Edition {
    header: EditionHeader,
    framework: Arc<Framework>,
    units: Arc<Vec<Unit>>,
    rows: Vec<Row>,
    provenance: OnceLock<Provenance>,
    by_id: OnceLock<Vec<u32>>,
    given: Vec<GivenResult>,
}

/// The rows of some units in the order of their ids.
///
/// Each row is put where it belongs: that moves 50 MB in all for 5,000 units, a few milliseconds, and
/// a sort of its own would add more than a kilobyte to every module.
pub(crate) fn rows_by_id(units: &[Unit]) -> Vec<u32> {
    let mut rows = Vec::with_capacity(units.len());
    for (row, unit) in (0..).zip(units) {
        let (Ok(place) | Err(place)) = place_of(units, &rows, &unit.id);
        rows.insert(place, row);
    }
    rows
}

/// Where the unit of this id stands among rows in the order of their ids, or would stand.
fn place_of(units: &[Unit], rows: &[u32], unit: &str) -> Result<usize, usize> {
    rows.binary_search_by(|row| {
        let own = units.get(*row as usize);
        own.map_or(Ordering::Less, |own| own.id.as_str().cmp(unit))
    })
}

impl Edition {
    /// An edition with one row per unit, in the order of the units; missing rows are empty.
    pub fn new(
        header: EditionHeader,
        framework: Arc<Framework>,
        units: Arc<Vec<Unit>>,
        mut rows: Vec<Row>,
    ) -> Self {
        rows.resize(units.len(), Row::default());
        Self {
            header,
            framework,
            units,
            rows,
            provenance: OnceLock::new(),
            by_id: OnceLock::new(),
            given: Vec::new(),
        }
    }

    /// The edition with the results that its file gives beside what they are computed from.
    #[must_use]
    pub fn with_given(self, given: Vec<GivenResult>) -> Self {
        Self { given, ..self }
    }

    /// Results that its file gives: only compared with what comes out.
    pub fn given(&self) -> &[GivenResult] {
        &self.given
    }

    /// The result that its file gives for a unit.
    pub fn given_for(&self, unit: &str) -> Option<&GivenResult> {
        self.given.iter().find(|given| given.unit == unit)
    }

    /// Stable id.
    pub fn id(&self) -> &str {
        &self.header.id
    }

    /// What the list of editions says about it.
    pub fn header(&self) -> &EditionHeader {
        &self.header
    }

    /// Its framework.
    pub fn framework(&self) -> &Arc<Framework> {
        &self.framework
    }

    /// Whose figures it holds.
    pub fn provenance(&self) -> Provenance {
        *self.provenance.get_or_init(|| self.find_provenance())
    }

    fn find_provenance(&self) -> Provenance {
        if self.header.is_own {
            return Provenance::Loaded;
        }
        if self.header.is_example() {
            return Provenance::Fictitious;
        }
        let is_loaded = |figure: &Figure| figure.origin == Origin::Loaded;
        let has_loaded = |row: &Row| {
            let own = row.rank.iter().chain(&row.total);
            own.chain(row.indicators.values()).any(is_loaded)
        };
        if self.rows().iter().any(has_loaded) {
            Provenance::PartlyLoaded
        } else {
            Provenance::Published
        }
    }

    /// Its units, by name in Vietnamese order.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// What is published, one row per unit.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row of the unit with this id.
    pub fn position(&self, unit: &str) -> Option<usize> {
        let rows = self.rows_by_id();
        let place = place_of(&self.units, rows, unit).ok()?;
        rows.get(place).map(|row| *row as usize)
    }

    /// Its rows in the order of the units' ids, sorted when they are first asked for.
    pub(crate) fn rows_by_id(&self) -> &[u32] {
        self.by_id.get_or_init(|| rows_by_id(&self.units))
    }
}
