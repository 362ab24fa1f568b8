//! The ranking as a plain table with the change on the year before, for a frame in another site's page.

use crate::change::{MISSING, Moved};
use crate::still::Still;
use dti_engine::model::Standing;
use dti_whatif::state::unit_page;
use dti_words::numbers::score;
use leptos::prelude::*;
use std::sync::Arc;

/// All units in the order of their ranks.
#[component]
pub(crate) fn Ranking(
    /// What is ranked.
    still: Arc<Still>,
) -> impl IntoView {
    let words = still.words.clone();
    let line = |own: &Standing| view! { <Line still=still.clone() own=own.clone() /> };
    let lines = still.standings.standings.iter().map(line);
    let lines = lines.collect::<Vec<_>>();
    view! {
        <table>
            <caption class="hidden">{words.nav_ladder()}</caption>
            <thead>
                <tr>
                    <th class="rank" scope="col">{words.column_rank()}</th>
                    <th class="name" scope="col">{words.column_name()}</th>
                    <th class="score" scope="col">{words.column_score()}</th>
                    <th class="compare" scope="col">{still.compared_with()}</th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

/// The name leads to the unit's own page, in a window of its own: the table stands in a frame.
#[component]
fn Line(still: Arc<Still>, own: Standing) -> impl IntoView {
    let (id, name) = still.unit(&own)?;
    let home = still.language().home();
    // From the site's root: the build puts the way there before it.
    let address = format!("./{home}{}", unit_page(still.edition.id(), &id));
    let line = view! {
        <tr>
            <td class="rank" translate="no">{own.rank}</td>
            <th class="name" scope="row">
                <a href=address target="_blank" rel="noopener" translate="no">{name}</a>
            </th>
            <td class="score" translate="no">{score(own.score, &still.words)}</td>
            <td class="compare">
                {match still.change(&own) {
                    None => MISSING.into_any(),
                    Some(change) => view! {
                        <span translate="no">{change.score.clone()}</span>
                        <Moved change />
                    }
                    .into_any(),
                }}
            </td>
        </tr>
    };
    Some(line.into_any())
}
