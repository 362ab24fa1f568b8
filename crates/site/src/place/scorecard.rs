//! The scorecard of a province's page: a table with the origin of each figure, and where they were read.

use crate::change::MISSING;
use crate::still::Still;
use dti_engine::calculator::ScorecardLine;
use dti_engine::model::{Figure, Origin, Standing};
use dti_whatif::state::State;
use dti_whatif::views::Sources;
use dti_words::numbers::{fixed_points, score, whole};
use dti_words::origin_word;
use dti_words::rank_of;
use leptos::prelude::*;
use std::sync::Arc;

/// A row of the table.
struct Line {
    is_total: bool,
    name: String,
    value: String,
    points: String,
    rank: String,
    origin: Origin,
}

/// The total, then every main indicator.
#[component]
pub(crate) fn Scorecard(
    /// What it is a part of.
    still: Arc<Still>,
    /// The live page's state at the unit.
    state: State,
    /// The unit's place.
    own: Standing,
) -> impl IntoView {
    let words = still.words.clone();
    let (_, name) = still.unit(&own)?;
    let framework = still.edition.framework();
    let mains = framework.mains().filter_map(|node| state.line(node));
    let mains: Vec<ScorecardLine> = mains.collect();
    let is_estimated = mains.iter().any(|line| line.origin == Origin::Estimated);
    let row = still.edition.rows().get(own.position)?;
    let figures = [&row.rank, &row.total].into_iter().flatten();
    let figures: Vec<Figure> = figures.chain(row.indicators.values()).cloned().collect();
    let total = total(&still, &own);
    let lines = mains.iter().map(|own| of_indicator(&still, own));
    let lines = [total].into_iter().chain(lines);
    let lines: Vec<AnyView> = lines.map(|line| drawn(line, &still)).collect();
    let about_estimates = is_estimated.then(|| view! { <p>{words.about_estimates()}</p> });
    let card = view! {
        <section class="card">
            <h2 id="figures">{words.its_figures(name)}</h2>
            <div class="table-box" tabindex="0" role="group" aria-labelledby="figures">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{words.indicator()}</th>
                            <th class="number" scope="col">{words.value()}</th>
                            <th class="number points" scope="col">{words.points()}</th>
                            <th class="number" scope="col">{words.rank()}</th>
                            <th scope="col">{words.origin()}</th>
                        </tr>
                    </thead>
                    <tbody>{lines}</tbody>
                </table>
            </div>
            <div class="origin">
                {about_estimates}
                <Sources state figures />
            </div>
        </section>
    };
    Some(card.into_any())
}

fn total(still: &Still, own: &Standing) -> Line {
    let row = still.edition.rows().get(own.position);
    let figure = row.and_then(|row| row.total.as_ref());
    Line {
        is_total: true,
        name: still.words.total_score(),
        value: score(own.score, &still.words),
        points: MISSING.to_owned(),
        rank: still.place(own),
        origin: figure.map_or(Origin::Derived, |figure| figure.origin),
    }
}

fn of_indicator(still: &Still, own: &ScorecardLine) -> Line {
    let words = &still.words;
    let indicator = still.edition.framework().indicator(own.node);
    let points = fixed_points(own.points, words);
    let about = if own.rank_is_estimated { "≈ " } else { "" };
    let units = still.standings.standings.len();
    Line {
        is_total: false,
        name: words.in_language(&indicator.name).to_owned(),
        value: score(own.score, words),
        points: format!("{points}/{}", whole(own.max_points, words)),
        rank: format!("{about}{}", rank_of(own.rank, units)),
        origin: own.origin,
    }
}

fn drawn(line: Line, still: &Still) -> AnyView {
    let origin = origin_word(&still.words, still.edition.provenance(), line.origin);
    view! {
        <tr class:own=line.is_total>
            <th scope="row">{line.name}</th>
            <td class="number" translate="no">{line.value}</td>
            <td class="number points" translate="no">{line.points}</td>
            <td class="number" translate="no">{line.rank}</td>
            <td>{origin}</td>
        </tr>
    }
    .into_any()
}
