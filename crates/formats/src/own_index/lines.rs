//! An own index as parts of the catalogue's text: the form of `build/shipped.rs`.

use super::OwnIndex;
use crate::edition_file::decimal;
use crate::means_file::{raw_text, scale_text};
use crate::rule_text::rule_text;
use crate::shipped::Fields;
use dti_engine::model::{
    Edition, Framework, GivenResult, Indicator, Level, Mean, Node, POINTS_DECIMALS, RuleKind, Text,
    Ties, Unit,
};

/// Kind of the part with the results that a file gives. It is no part of the data code: what comes out
/// does not rest on it.
pub(crate) const GIVEN: &str = "given";

/// Begins a part; no text of an own index holds it.
const PART: char = '\u{1d}';

/// Framework, units, edition, what its file publishes and who is not ranked, and the line of the
/// edition in the list. Data codes are of the first three, so they stay what they were.
pub(super) fn catalogue_text(index: &OwnIndex) -> String {
    let edition = &index.0;
    let header = edition.header();
    // Named after the edition: another own index may have a framework of the same id.
    let name = format!("own:{}", header.id);
    let mut text = String::new();
    let mut part = |kind: &str, name: &str, lines: &[String]| {
        text.push(PART);
        for piece in [kind, " ", name, "\n"] {
            text.push_str(piece);
        }
        for line in lines {
            text.push_str(line);
            text.push('\n');
        }
    };
    part("framework", &name, &framework(edition.framework()));
    part("units", &name, &units(edition.units()));
    part("edition", &header.id, &rows(edition));
    if !edition.given().is_empty() {
        part(GIVEN, &header.id, &given(edition.given()));
    }
    if !header.unranked.is_empty() {
        let names = header.unranked.iter();
        let names: Vec<String> = names
            .map(|Text { vi, en }| [&**vi, en].join("\t"))
            .collect();
        part("unranked", &header.id, &names);
    }
    let year = header.year.to_string();
    let [unit_vi, unit_en, units_en] = &header.ranked;
    let listed: [&str; 15] = [
        &header.id,
        &year,
        &name,
        &name,
        "true",
        "",
        "",
        "",
        "",
        &header.title.vi,
        &header.title.en,
        "own",
        unit_vi,
        unit_en,
        units_en,
    ];
    part("editions", "", &[listed.join("\t")]);
    text
}

/// A framework as the lines of its part.
pub(crate) fn framework(framework: &Framework) -> Vec<String> {
    let header = framework.header();
    let (number, date) = header.decision.clone().unwrap_or_default();
    let decimals = header.decimals.map(|decimals| decimals.to_string());
    let origin = if header.maxima_derived {
        "derived"
    } else {
        "published"
    };
    let first: [&str; 12] = [
        &header.id,
        &number,
        &date,
        origin,
        &decimals.unwrap_or_default(),
        &header.title.vi,
        &header.title.en,
        &header.source.vi,
        &header.source.en,
        header.missing.map_or("", |missing| missing.as_str()),
        ties(header.ties),
        mean(header.mean),
    ];
    let mut lines = vec![first.join("\t")];
    lines.extend(framework.nodes().map(|node| indicator(framework, node)));
    for pillar in framework.pillars() {
        let members = pillar.members.iter();
        let members: Vec<&str> = members
            .map(|&n| framework.indicator(n).id.as_str())
            .collect();
        let weight = pillar.weight.map(raw_text).unwrap_or_default();
        let Text { vi, en } = &pillar.name;
        lines.push(["pillar", &pillar.id, &weight, &members.join(" "), vi, en].join("\t"));
    }
    lines
}

/// The default is not written, as in what ships.
fn mean(mean: Mean) -> &'static str {
    match mean {
        Mean::Arithmetic => "",
        other => other.as_str(),
    }
}

fn ties(ties: Ties) -> &'static str {
    match ties {
        Ties::Competition => "",
        other @ Ties::Dense => other.as_str(),
    }
}

fn indicator(framework: &Framework, node: Node) -> String {
    let own: &Indicator = framework.indicator(node);
    let parent = own.parent.map(|parent| framework.indicator(parent));
    let parent = parent.filter(|parent| parent.level != Level::Root);
    let max_points = own.max_points.value().to_short_text(POINTS_DECIMALS);
    let rule = match own.rule.kind {
        RuleKind::Points => String::new(),
        _ => rule_text(&own.rule),
    };
    let count = own.component_count.map(|count| count.to_string());
    let fields = [
        own.level.as_str(),
        &own.id,
        parent.map_or("", |parent| &parent.id),
        &max_points,
        if own.scored { "" } else { "false" },
        &count.unwrap_or_default(),
        own.number.as_deref().unwrap_or_default(),
        &own.name.vi,
        &own.name.en,
        &rule,
        "",
        mean(own.mean),
        &scale_text(&own.scale),
    ];
    fields.join("\t")
}

fn units(units: &[Unit]) -> Vec<String> {
    let first = [
        "id",
        "name_vi",
        "name_en",
        "gso_code",
        "region_vi",
        "region_en",
    ];
    let mut lines = vec![first.join("\t")];
    for unit in units {
        let region = unit.region.clone().unwrap_or_default();
        let Text { vi, en } = &unit.name;
        lines.push(
            [&unit.id, vi, en, &unit.gso_code, &region.vi, &region.en]
                .map(String::as_str)
                .join("\t"),
        );
    }
    lines
}

/// Unit, total, its decimals, rank.
fn given(given: &[GivenResult]) -> Vec<String> {
    let line = |own: &GivenResult| {
        let total = own.total.map(|(total, _)| raw_text(total));
        let decimals = own.total.map(|(_, decimals)| decimals.to_string());
        let rank = own.rank.map(|rank| rank.to_string());
        let parts = [total, decimals, rank].map(Option::unwrap_or_default);
        format!("{}\t{}", own.unit, parts.join("\t"))
    };
    given.iter().map(line).collect()
}

/// Reads them again.
pub(crate) fn read_given(lines: &str) -> Vec<GivenResult> {
    let line = |line: &str| {
        let fields = Fields::of(line);
        let total = decimal(fields.at(1)).zip(fields.at(2).parse().ok());
        GivenResult {
            unit: fields.own(0),
            total,
            rank: fields.at(3).parse().ok(),
        }
    };
    lines.lines().map(line).collect()
}

fn rows(edition: &Edition) -> Vec<String> {
    let framework = edition.framework();
    let is_used = |node: &Node| {
        edition
            .rows()
            .iter()
            .any(|row| row.indicators.contains_key(node))
    };
    let nodes: Vec<Node> = framework.nodes().filter(is_used).collect();
    let mut first = vec!["unit", "source", "other_sources", "copies", "derived"];
    first.extend(
        nodes
            .iter()
            .map(|&node| framework.indicator(node).id.as_str()),
    );
    let mut lines = vec![first.join("\t")];
    for (unit, row) in edition.units().iter().zip(edition.rows()) {
        let mut fields = vec![unit.id.clone(), "own".to_owned()];
        fields.extend(["", "", ""].map(str::to_owned));
        let value = |node: &Node| {
            row.indicators
                .get(node)
                .map(|figure| raw_text(figure.value))
        };
        fields.extend(nodes.iter().map(|node| value(node).unwrap_or_default()));
        lines.push(fields.join("\t"));
    }
    lines
}
