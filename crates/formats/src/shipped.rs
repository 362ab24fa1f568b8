//! What ships with the calculator, read from the plain text that `build/shipped.rs` makes of `data/`.

use super::edition_file::{decimal, parse_pairs, parse_rows, parse_sources, parse_units};
use super::means_file::parse_scale;
use super::own_index::lines::{GIVEN, read_given};
use super::rule_text::parse_rule;
use super::table::Table;
use super::{FileError, Source};
use dti_engine::model::{
    Edition, EditionHeader, Framework, FrameworkHeader, HAS_OWN_INDICES, Indicator, IndicatorDraft,
    Level, MaxPoints, Mean, Missing, POINTS_DECIMALS, Pillar, Previous, Row, Rule, Scale, Text,
    Ties, Unit,
};
use dti_engine::{Catalogue, Correction, DataVersion};
use std::sync::Arc;

/// The official editions, for native use and the JavaScript API: the page fetches them.
pub(super) const OFFICIAL: &str = include_str!(concat!(env!("OUT_DIR"), "/shipped.txt"));

/// What stands before the name of each part (build/shipped.rs).
pub(super) const PART: char = '\u{1d}';

/// Where the line of an edition has its data code, behind everything else.
pub(super) const CODE_PLACE: usize = 15;

/// What is wrong with a rule that nobody knows.
const UNKNOWN_RULE: &str = "this scoring rule is unknown";

/// The parts of one kind: their names with their lines.
pub(super) fn parts<'a>(text: &'a str, kind: &str) -> Vec<(&'a str, &'a str)> {
    let mut found = Vec::new();
    for part in text.split(PART) {
        let (title, lines) = part.split_once('\n').unwrap_or((part, ""));
        let lines = lines.strip_suffix('\n').unwrap_or(lines);
        let (own, name) = title.split_once(' ').unwrap_or((title, ""));
        if own == kind {
            found.push((name, lines));
        }
    }
    found
}

/// The one part of a kind.
fn part<'a>(text: &'a str, kind: &str) -> Result<&'a str, FileError> {
    let found = parts(text, kind).first().map(|(_, lines)| *lines);
    found.ok_or_else(|| FileError::new("shipped.txt", kind, "this part is missing"))
}

/// The fields of one line; a missing one is empty.
pub(super) struct Fields<'a>(Vec<&'a str>);

impl<'a> Fields<'a> {
    pub(super) fn of(line: &'a str) -> Self {
        Self(line.split('\t').collect())
    }

    pub(super) fn at(&self, place: usize) -> &'a str {
        self.0.get(place).copied().unwrap_or_default()
    }

    pub(super) fn own(&self, place: usize) -> String {
        self.at(place).to_owned()
    }

    /// The line as it was.
    pub(super) fn line(&self) -> String {
        self.0.join("\t")
    }

    pub(super) fn optional(&self, place: usize) -> Option<String> {
        Some(self.own(place)).filter(|text| !text.is_empty())
    }

    pub(super) fn both(&self, place: usize) -> Text {
        Text {
            vi: self.own(place),
            en: self.own(place + 1),
        }
    }
}

/// Reads the text that `build/shipped.rs` made.
pub(super) fn catalogue(text: &'static str) -> Result<Catalogue, FileError> {
    let mut frameworks = Vec::new();
    for (id, lines) in parts(text, "framework") {
        frameworks.push((id, Arc::new(framework(id, lines)?)));
    }
    let mut units = Vec::new();
    for (id, lines) in parts(text, "units") {
        units.push((id, Arc::new(parse_units(&Table::lines(id, lines))?)));
    }
    let files = parts(text, "edition");
    let unranked = parts(text, "unranked");
    let mut editions = Vec::new();
    let mut merged_units = Arc::new(Vec::new());
    for fields in editions_listed(text)? {
        let missing = |what: &str| FileError::new("editions.json", what, "no such file");
        let framework = named(&frameworks, fields.at(2)).ok_or_else(|| missing(fields.at(2)))?;
        let set = named(&units, fields.at(3)).ok_or_else(|| missing(fields.at(3)))?;
        let header = EditionHeader {
            unranked: of_edition(&unranked, fields.at(0))
                .map(|own| own.both(0))
                .collect(),
            ..header(&fields)
        };
        let file = files.iter().rfind(|(id, _)| *id == header.id);
        let (_, lines) = file.ok_or_else(|| missing(&header.id))?;
        if header.merger_of.is_some() {
            merged_units = Arc::clone(set);
        }
        let (framework, set) = (Arc::clone(framework), Arc::clone(set));
        let mut edition = Edition::read_later(header, framework, set, lines, rows);
        if HAS_OWN_INDICES && edition.header().is_own {
            let mut given = parts(text, GIVEN).into_iter();
            let given = given.rfind(|(id, _)| *id == edition.id());
            let given = given.map(|(_, lines)| read_given(lines));
            edition = edition.with_given(given.unwrap_or_default());
        }
        editions.push(Arc::new(edition));
    }
    let mergers = parse_pairs(&Table::lines("mergers.csv", part(text, "mergers")?))?;
    Ok(Catalogue {
        editions,
        mergers,
        merged_units,
        text,
        version: version(text)?,
    })
}

/// Version and date, and what was corrected since the first version.
pub(super) fn version(text: &str) -> Result<DataVersion, FileError> {
    let (first, rest) = {
        let lines = part(text, "version")?;
        lines.split_once('\n').unwrap_or((lines, ""))
    };
    let own = Fields::of(first);
    let correction = |line| {
        let fields = Fields::of(line);
        let editions = fields.at(2).split(' ').filter(|id| !id.is_empty());
        Correction {
            version: fields.at(0).parse().unwrap_or_default(),
            date: fields.own(1),
            editions: editions.map(str::to_owned).collect(),
            what: fields.both(3),
        }
    };
    Ok(DataVersion {
        number: own.at(0).parse().unwrap_or_default(),
        date: own.own(1),
        corrections: rest.lines().map(correction).collect(),
    })
}

/// The lines of all lists of editions; a later line takes the place of one with the same id.
pub(super) fn editions_listed(text: &str) -> Result<Vec<Fields<'_>>, FileError> {
    // There is one list at least.
    part(text, "editions")?;
    let mut listed: Vec<Fields<'_>> = Vec::new();
    for (_, lines) in parts(text, "editions") {
        for line in lines.lines() {
            let fields = Fields::of(line);
            match listed.iter_mut().find(|own| own.at(0) == fields.at(0)) {
                Some(own) => *own = fields,
                None => listed.push(fields),
            }
        }
    }
    Ok(listed)
}

/// Where figures were read.
pub(super) fn sources(text: &str) -> Result<Vec<(String, Source)>, FileError> {
    let mut sources = Vec::new();
    for (_, lines) in parts(text, "sources") {
        sources.extend(parse_sources(&Table::lines("sources.csv", lines))?);
    }
    Ok(sources)
}

/// The last of a name: what a reader brought stands behind what ships.
fn named<'a, T>(list: &'a [(&str, Arc<T>)], name: &str) -> Option<&'a Arc<T>> {
    list.iter()
        .rfind(|(own, _)| *own == name)
        .map(|(_, found)| found)
}

fn header(fields: &Fields<'_>) -> EditionHeader {
    let is_merged = fields.at(7) == "true";
    EditionHeader {
        id: fields.own(0),
        year: fields.at(1).parse().unwrap_or_default(),
        title: fields.both(9),
        simulatable: fields.at(4) == "true",
        profile: fields.optional(5),
        previous: fields.optional(6).map(|edition| Previous {
            edition,
            merged: is_merged,
        }),
        merger_of: fields.optional(8),
        is_own: fields.at(11) == "own",
        ranked: [12, 13, 14].map(|place| fields.own(place)),
        data_code: fields.optional(CODE_PLACE),
        ..EditionHeader::default()
    }
}

/// The lines of the last of these parts that an own index brought for its edition.
fn of_edition<'a>(parts: &[(&str, &'a str)], id: &str) -> impl Iterator<Item = Fields<'a>> {
    let found = parts.iter().rfind(|(own, _)| *own == id);
    found.map_or("", |(_, lines)| lines).lines().map(Fields::of)
}

/// The published figures of an edition. A test reads them all; a damaged build has none.
fn rows(framework: &Framework, units: &[Unit], lines: &str) -> Vec<Row> {
    try_rows(framework, units, lines).unwrap_or_default()
}

fn try_rows(framework: &Framework, units: &[Unit], lines: &str) -> Result<Vec<Row>, FileError> {
    parse_rows(&Table::lines("editions", lines), framework, units)
}

/// Points with hundredths, as a main indicator or a component has them.
fn max_points(text: &str) -> Option<MaxPoints> {
    let hundredths = decimal(text)?.round_half_up(POINTS_DECIMALS);
    MaxPoints::of_hundredths(u32::try_from(hundredths).ok()?)
}

fn framework(id: &str, lines: &str) -> Result<Framework, FileError> {
    let (first, rest) = lines.split_once('\n').unwrap_or((lines, ""));
    let fields = Fields::of(first);
    let header = FrameworkHeader {
        id: fields.own(0),
        decision: fields.optional(1).map(|number| (number, fields.own(2))),
        maxima_derived: fields.at(3) == "derived",
        decimals: fields.at(4).parse().ok(),
        title: fields.both(5),
        source: fields.both(7),
        rules_of: None,
        missing: Missing::named(fields.at(9)),
        ties: Ties::named(fields.at(10)).unwrap_or_default(),
        mean: Mean::named(fields.at(11)).unwrap_or_default(),
    };
    let (mut drafts, mut pillars) = (Vec::new(), Vec::new());
    for line in rest.lines() {
        let fields = Fields::of(line);
        if fields.at(0) == "pillar" {
            let members = fields.at(3).split(' ').filter(|member| !member.is_empty());
            let pillar = Pillar {
                id: fields.own(1),
                name: fields.both(4),
                members: Vec::new(),
                weight: decimal(fields.at(2)),
            };
            pillars.push((pillar, members.map(str::to_owned).collect()));
        } else {
            drafts.push(indicator(id, &fields)?);
        }
    }
    Framework::try_new(header, drafts, pillars)
        .map_err(|_fault| FileError::new(id, "indicators", "they do not fit together"))
}

fn indicator(file: &str, fields: &Fields<'_>) -> Result<IndicatorDraft, FileError> {
    let level = Level::named(fields.at(0));
    let level = level.ok_or_else(|| FileError::new(file, fields.at(1), "this level is unknown"))?;
    let rule = match fields.at(9) {
        "" => Rule::default(),
        _ if !HAS_OWN_INDICES => Rule::default(),
        text => parse_rule(text).ok_or_else(|| FileError::new(file, fields.at(1), UNKNOWN_RULE))?,
    };
    let indicator = Indicator {
        id: fields.own(1),
        number: fields.optional(6),
        name: fields.both(7),
        level,
        max_points: max_points(fields.at(3)).unwrap_or_default(),
        scored: fields.at(4) != "false",
        rule,
        component_count: fields.at(5).parse().ok(),
        mean: Mean::named(fields.at(11)).unwrap_or_default(),
        scale: if HAS_OWN_INDICES {
            parse_scale(fields.at(12))
        } else {
            Scale::default()
        },
        ..Indicator::default()
    };
    Ok(IndicatorDraft {
        parent: fields.optional(2),
        indicator,
    })
}

#[cfg(test)]
mod tests {
    use super::{OFFICIAL, parts, try_rows};
    use crate::parse_framework;

    #[test]
    fn a_framework_ships_as_its_json_file_says() {
        let catalogue = crate::official_catalogue().unwrap();
        assert_eq!(parts(OFFICIAL, "framework").len(), 3);
        for edition in catalogue.editions {
            let id = edition.framework().id();
            let path = format!(
                "{}/../../data/frameworks/{id}.json",
                env!("CARGO_MANIFEST_DIR")
            );
            let file = parse_framework(id, &std::fs::read_to_string(path).unwrap()).unwrap();
            assert_eq!(format!("{file:?}"), format!("{:?}", edition.framework()));
        }
    }

    #[test]
    fn corrections_are_read_with_the_editions_that_they_touch() {
        let text = "\u{1d}version \n3\t2027-01-31\n2\t2026-12-01\t2022 2023\tSửa\tMended\n\
                    3\t2027-01-31\t\tHết\tAll\n";
        let version = super::version(text).unwrap();
        assert_eq!((version.number, version.date.as_str()), (3, "2027-01-31"));
        assert_eq!(version.since(1, "2022").count(), 2);
        let since = |number, edition| version.since(number, edition).map(|c| c.what.en.as_str());
        assert_eq!(since(1, "2024").collect::<Vec<_>>(), ["All"]);
        assert_eq!(since(2, "2022").collect::<Vec<_>>(), ["All"]);
        assert_eq!(since(3, "2022").count(), 0);
        assert!(super::version("").is_err());
    }

    #[test]
    fn everything_that_ships_can_be_read() {
        let catalogue = crate::official_catalogue().unwrap();
        assert_eq!(catalogue.editions.len(), 6);
        assert_eq!(catalogue.merged_units.len(), 34);
        let sources = super::sources(OFFICIAL).unwrap();
        assert!(super::version(OFFICIAL).unwrap().number > 0);
        for edition in catalogue.editions {
            let files = parts(OFFICIAL, "edition");
            let (_, lines) = files.iter().find(|(id, _)| *id == edition.id()).unwrap();
            let rows = try_rows(edition.framework(), edition.units(), lines);
            assert_eq!(rows.unwrap().len(), edition.units().len());
            for (unit, row) in edition.units().iter().zip(edition.rows()) {
                let figures = row.indicators.values().chain(&row.total).chain(&row.rank);
                for figure in figures {
                    let is_listed = sources.iter().any(|(key, _)| *key == figure.source);
                    assert!(is_listed, "{}", unit.id);
                }
            }
        }
    }
}
