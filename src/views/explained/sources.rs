//! Where every figure of the open scorecard was read, and what is missing.

use super::ground::Ground;
use crate::state::State;
use crate::views::SourcePlace;
use dti_engine::model::{Exact, Figure, Origin};
use dti_formats::link::Language;
use dti_words::Words;
use dti_words::numbers::{score, whole};
use dti_words::origin_word;
use leptos::prelude::*;

/// Most decimals of a raw value.
const RAW_DECIMALS: u32 = 12;
/// What the table is named by.
const HEADING: &str = "sources-heading";

/// What is on file under a name.
struct Line<'a> {
    name: String,
    /// The figure and how its value is written.
    figure: Option<(&'a Figure, String)>,
}

/// How a value is written.
type Write = fn(Exact, &Words) -> String;

/// Every figure of the open scorecard's unit.
fn lines<'a>(ground: &'a Ground) -> Vec<Line<'a>> {
    let (words, framework) = (&ground.words, ground.framework());
    let Some(own) = ground.edition.rows().get(ground.subject) else {
        return Vec::new();
    };
    let line = |name: &str, figure: Option<&'a Figure>, write: Write| Line {
        name: name.to_owned(),
        figure: figure.map(|figure| (figure, write(figure.value, words))),
    };
    if !ground.provenance().is_official() {
        let nodes = framework.nodes().filter(|&node| {
            let indicator = framework.indicator(node);
            indicator.scored && indicator.children.is_empty()
        });
        return nodes
            .map(|node| line(ground.named(node), own.indicators.get(&node), raw))
            .collect();
    }
    let mut all = vec![
        line(words.rank(), own.rank.as_ref(), whole),
        line(&words.dti_score(), own.total.as_ref(), score),
    ];
    let mains = framework.mains();
    all.extend(mains.map(|node| line(ground.named(node), own.indicators.get(&node), score)));
    for (pillar, figures) in framework.pillars().iter().zip(&own.pillars) {
        let name = words.in_language(&pillar.name);
        let value = figures.score.as_ref();
        all.extend(value.map(|figure| line(name, Some(figure), score)));
        let rank = figures.rank.as_ref();
        let name = words.data_pillar_rank(name);
        all.extend(rank.map(|figure| line(&name, Some(figure), whole)));
    }
    all
}

/// A raw value, as it was given.
fn raw(value: Exact, words: &Words) -> String {
    let text = value.to_short_text(RAW_DECIMALS);
    match words.language() {
        Language::Vi => text.replace('.', ","),
        Language::En => text,
    }
}

/// Every figure of the open scorecard's unit, with its origin and where it was read.
pub(super) fn sources(state: State, ground: &Ground) -> AnyView {
    let words = &ground.words;
    let rows = lines(ground)
        .into_iter()
        .map(|line| row(state, ground, line));
    let source = words.in_language(&ground.framework().header().source);
    view! {
        <h3 id=HEADING>{words.sources_of(ground.name(ground.subject))}</h3>
        <p>{words.sources_hint()}</p>
        <div class="table-box" tabindex="0" role="group" aria-labelledby=HEADING>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{words.data_figure()}</th>
                        <th scope="col" class="number">{words.sources_value()}</th>
                        <th scope="col">{words.origin()}</th>
                        <th scope="col">{words.source()}</th>
                        <th scope="col" class="number">{words.sources_copies()}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
        <p>
            <strong>{words.sources_framework()}</strong>
            {format!(" {source}")}
        </p>
    }
    .into_any()
}

/// A figure with its value, origin and source.
fn row(state: State, ground: &Ground, line: Line<'_>) -> AnyView {
    let (words, provenance) = (&ground.words, ground.provenance());
    let Some((figure, value)) = line.figure else {
        let absent = match provenance.is_official() {
            true => words.sources_not_separate(),
            false => words.data_none(),
        };
        return view! {
            <tr>
                <th scope="row">{line.name}</th>
                <td class="number">{"–"}</td>
                <td>{absent}</td>
                <td>{()}</td>
                <td class="number">{()}</td>
            </tr>
        }
        .into_any();
    };
    let copies = match figure.origin {
        Origin::Derived | Origin::Loaded => String::new(),
        _ => figure.copies.to_string(),
    };
    view! {
        <tr>
            <th scope="row">{line.name}</th>
            <td class="number" translate="no">{value}</td>
            <td>{origin_word(words, provenance, figure.origin)}</td>
            <td>
                <SourcePlace state figure=figure.clone() />
            </td>
            <td class="number">{copies}</td>
        </tr>
    }
    .into_any()
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Ground, lines};
    use dti_words::origin_word;

    /// The texts of the table, row by row; where a figure was read is not among them.
    pub(in crate::views::explained) fn rows(ground: &Ground) -> Vec<String> {
        let provenance = ground.provenance();
        let row = |line: super::Line| match line.figure {
            Some((figure, value)) => {
                let origin = origin_word(&ground.words, provenance, figure.origin);
                format!("{} | {value} | {origin}", line.name)
            }
            None => line.name,
        };
        lines(ground).into_iter().map(row).collect()
    }
}
