//! Text to model and back: the only place that knows JSON and CSV. `Catalogue` is what ships.

mod edition_file;
mod framework_file;
mod json;

pub use framework_file::parse_framework;

use crate::model::{Edition, EditionHeader, Exact, Framework, Previous, Row, Unit};
use json::{Field, Json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A fault in a file: which file, where in it, what is wrong and what is allowed.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{file}, {place}: {problem}")]
pub struct FileError {
    /// Name of the file.
    pub file: String,
    /// Row and column, or the path of the field.
    pub place: String,
    /// What was given and what is allowed.
    pub problem: String,
}

impl FileError {
    /// A fault at a place in a file.
    pub fn new(file: &str, place: impl Into<String>, problem: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            place: place.into(),
            problem: problem.into(),
        }
    }
}

/// Where a figure was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// The ministry, a copy of its table, or a province or newspaper.
    pub kind: String,
    /// Address, or a description where there is no address.
    pub place: String,
}

mod shipped {
    //! Every file of `data/` that the calculator carries, put in by `build.rs`.
    include!(concat!(env!("OUT_DIR"), "/shipped.rs"));
}

/// The frameworks, editions, units, mergers and sources that the calculator carries.
#[derive(Clone, Debug)]
pub struct Catalogue {
    editions: Vec<Arc<Edition>>,
    mergers: BTreeMap<String, String>,
    merged_units: Arc<Vec<Unit>>,
    sources: BTreeMap<String, Source>,
}

impl Catalogue {
    /// Reads the files that ship with the calculator. A test reads them all, so a failure here
    /// means a damaged build.
    pub fn shipped() -> Result<Self, FileError> {
        let mut frameworks = BTreeMap::new();
        for (name, text) in shipped::FRAMEWORKS {
            let framework = parse_framework(name, text)?;
            frameworks.insert(framework.id().to_owned(), Arc::new(framework));
        }
        let mut units = BTreeMap::new();
        for (name, text) in shipped::UNITS {
            units.insert(
                (*name).to_owned(),
                Arc::new(edition_file::parse_units(name, text)?),
            );
        }
        let mergers = edition_file::parse_pairs("mergers.csv", shipped::MERGERS)?;
        let sources = edition_file::parse_sources("sources.csv", shipped::SOURCES)?;
        let list = "editions.json";
        let value = Json::parse(list, shipped::EDITIONS)?;
        let mut editions = Vec::new();
        let mut merged_units = Arc::new(Vec::new());
        for entry in value.field(list).list()? {
            let (header, framework, set) = parse_header(&entry)?;
            let missing = |what: &str| {
                FileError::new(
                    list,
                    header.id.clone(),
                    format!("no {what} of that name on file"),
                )
            };
            let framework = frameworks
                .get(&framework)
                .ok_or_else(|| missing("framework"))?;
            let set = units.get(&set).ok_or_else(|| missing("set of units"))?;
            if header.merger_of.is_some() {
                merged_units = Arc::clone(set);
            }
            editions.push(Arc::new(read_edition(header, framework, set)?));
        }
        Ok(Self {
            editions,
            mergers,
            merged_units,
            sources,
        })
    }

    /// The editions, oldest first.
    pub fn editions(&self) -> &[Arc<Edition>] {
        &self.editions
    }

    /// The edition with this id.
    pub fn edition(&self, id: &str) -> Option<&Arc<Edition>> {
        self.editions.iter().find(|edition| edition.id() == id)
    }

    /// The new unit that a former unit became part of.
    pub fn merged_into(&self, former: &str) -> Option<&str> {
        self.mergers.get(former).map(String::as_str)
    }

    /// The units after the merger.
    pub fn merged_units(&self) -> &Arc<Vec<Unit>> {
        &self.merged_units
    }

    /// The source with this key.
    pub fn source(&self, key: &str) -> Option<&Source> {
        self.sources.get(key)
    }
}

fn read_edition(
    header: EditionHeader,
    framework: &Arc<Framework>,
    units: &Arc<Vec<Unit>>,
) -> Result<Edition, FileError> {
    let name = format!("editions/{}.csv", header.id);
    let found = shipped::EDITION_FILES
        .iter()
        .find(|(id, _)| *id == header.id);
    let (_, text) =
        found.ok_or_else(|| FileError::new(&name, "file", "this file is not on file; add it"))?;
    let rows: Vec<Row> = edition_file::parse_rows(&name, text, framework, units)?;
    Ok(Edition::new(
        header,
        Arc::clone(framework),
        Arc::clone(units),
        rows,
    ))
}

fn parse_header(entry: &Field<'_>) -> Result<(EditionHeader, String, String), FileError> {
    let known = [
        "id",
        "year",
        "title",
        "framework",
        "units",
        "simulatable",
        "profile",
        "previous",
        "mergerOf",
    ];
    entry.only(&known)?;
    let year = entry.get("year")?.number()?;
    let year = Exact::from_decimal_float(year, 0).map_or(0, |whole| whole.round_half_up(0));
    let previous = match entry.find("previous")? {
        None => None,
        Some(previous) => Some(Previous {
            edition: previous.get("edition")?.text()?,
            merged: previous
                .find("merged")?
                .map_or(Ok(false), |flag| flag.flag())?,
        }),
    };
    let optional = |key: &str| entry.find(key)?.map(|field| field.text()).transpose();
    let header = EditionHeader {
        id: entry.get("id")?.text()?,
        year: u16::try_from(year).unwrap_or_default(),
        title: entry.get("title")?.both()?,
        simulatable: entry.get("simulatable")?.flag()?,
        profile: optional("profile")?,
        previous,
        merger_of: optional("mergerOf")?,
    };
    Ok((
        header,
        entry.get("framework")?.text()?,
        entry.get("units")?.text()?,
    ))
}
