//! A province's own page: its place, its figures with their origin, and the way to the calculator.

mod scorecard;
#[cfg(test)]
mod tests;

use crate::change::Moved;
use crate::document::{Document, Head, Role};
use crate::still::{Still, fragment, html};
use dti_engine::model::Standing;
use dti_formats::link::Language;
use dti_whatif::state::{State, shared_editions, unit_page};
use dti_whatif::views::other_language;
use dti_words::numbers::score;
use leptos::prelude::*;
use scorecard::Scorecard;
use std::sync::Arc;

/// From a province's page to the home page of its language.
pub(crate) const HOME: &str = "../../../";

/// A province's page as a file.
#[derive(Debug)]
pub(crate) struct PlacePage {
    /// Title of the document.
    pub(crate) title: String,
    /// The whole file.
    pub(crate) html: String,
}

/// The page of the unit in a row, in a folder from the site's root. The picture's description stands in its
/// head.
pub(crate) fn page(
    still: &Arc<Still>,
    row: usize,
    (folder, picture): (&str, &str),
    site_url: Option<&str>,
) -> Option<PlacePage> {
    let own = still.standings.of(row)?.clone();
    let (id, name) = still.unit(&own)?;
    let title = still
        .words
        .place_title(&name, still.place(&own), still.edition.header().year);
    let html = html(|| {
        let state = still.state(&fragment(still.edition.id(), &id))?;
        let head = Head {
            title: title.clone(),
            description: still.words.place_description(state.sentence(), &name),
            language: still.language(),
            folder: folder.to_owned(),
            picture: picture.to_owned(),
            site_url: site_url.map(str::to_owned),
            role: Role::OfRecord,
        };
        let (still, title) = (still.clone(), title.clone());
        let page = view! {
            <Document head>
                <Place still state own title />
            </Document>
        };
        Some(page.into_any())
    })?;
    Some(PlacePage {
        title,
        html: html + "\n",
    })
}

/// All that is on the page.
#[component]
fn Place(still: Arc<Still>, state: State, own: Standing, title: String) -> impl IntoView {
    let words = still.words.clone();
    let (id, name) = still.unit(&own)?;
    let address = format!("{HOME}#{}", fragment(still.edition.id(), &id));
    let page = view! {
        <div class="page still">
            <Top still=still.clone() id=id.clone() />
            <main>
                <h1>{title}</h1>
                <Verdict still=still.clone() own=own.clone() />
                <p class="told">{state.sentence()}</p>
                {since(&still, &own).map(|since| view! { <p class="told">{since}</p> })}
                <p class="actions">
                    <a class="open-calculator" href=address>{words.open_calculator(name)}</a>
                </p>
                <Scorecard still=still.clone() state own=own.clone() />
                <Also still own id />
            </main>
            <footer>
                <p>{words.unofficial()}</p>
            </footer>
        </div>
    };
    Some(page.into_any())
}

/// The site's name, which leads home, and the same page in the other language.
#[component]
fn Top(still: Arc<Still>, id: String) -> impl IntoView {
    let path = unit_page(still.edition.id(), &id);
    let (other, name) = other_language(still.language());
    let address = match other {
        Language::En => format!("{HOME}{}{path}", other.home()),
        Language::Vi => format!("{HOME}../{path}"),
    };
    view! {
        <header class="top">
            <p class="brand">
                <a class="site-name" href=HOME>{still.words.title()}</a>
            </p>
            <a href=address lang=other.as_str() hreflang=other.as_str()>{name}</a>
        </header>
    }
    .into_any()
}

/// Rank and score, and the change on the year before.
#[component]
fn Verdict(still: Arc<Still>, own: Standing) -> impl IntoView {
    let words = &still.words;
    let change = still.change(&own).map(|change| {
        view! {
            <div>
                <dt>{still.compared_with()}</dt>
                <dd>
                    <strong translate="no">{change.score.clone()}</strong>
                    <Moved change />
                </dd>
            </div>
        }
    });
    view! {
        <section class="hero" aria-label=words.rank()>
            <dl class="hero-figures">
                <div>
                    <dt>{words.rank()}</dt>
                    <dd translate="no">
                        <strong>{own.rank}</strong>
                        <span class="of">{format!("/{}", still.standings.standings.len())}</span>
                    </dd>
                </div>
                <div>
                    <dt>{words.dti_score()}</dt>
                    <dd translate="no">
                        <strong>{score(own.score, words)}</strong>
                    </dd>
                </div>
                {change}
            </dl>
        </section>
    }
    .into_any()
}

/// What changed since the year before, in a sentence with what is compared.
fn since(still: &Still, own: &Standing) -> Option<String> {
    let change = still.change(own)?;
    let what = match change.moved.is_empty() {
        true => change.score,
        false => format!("{}, {}", change.score, change.moved),
    };
    let line = still.words.since_year(still.year_before()?, what);
    Some(format!("{line} {}", still.about_last_year()?))
}

/// The next units up and down, the other editions, and the whole table.
#[component]
fn Also(still: Arc<Still>, own: Standing, id: String) -> impl IntoView {
    let words = &still.words;
    let all = &still.standings.standings;
    let place = all.iter().position(|other| other.position == own.position);
    let place = place.unwrap_or_default();
    let above = place.checked_sub(1).and_then(|place| all.get(place));
    let neighbours = [
        (words.just_above(), above),
        (words.just_below(), all.get(place + 1)),
    ];
    let neighbours = neighbours.into_iter().filter_map(|(label, other)| {
        let other = other?;
        let (id, name) = still.unit(other)?;
        Some((
            format!("../{id}/"),
            format!("{label}: {name} ({})", other.rank),
        ))
    });
    let whole = (
        format!("{HOME}#e={}", still.edition.id()),
        words.whole_ranking(still.title()),
    );
    let links = neighbours.chain(elsewhere(&still, &id)).chain([whole]);
    let link = |(address, label): (String, String)| view! { <li><a href=address>{label}</a></li> };
    view! {
        <nav class="also" aria-label=words.see_also()>
            <h2>{words.see_also()}</h2>
            <ul>{links.map(link).collect::<Vec<_>>()}</ul>
        </nav>
    }
    .into_any()
}

/// The same unit, or what became of it, in the other editions that have pages.
fn elsewhere(still: &Still, id: &str) -> Vec<(String, String)> {
    let words = &still.words;
    let others = shared_editions(&still.calculator).into_iter();
    let others = others.filter(|edition| edition.id() != still.edition.id());
    let there = others.filter_map(|edition| {
        let there = still.calculator.counterpart(id, edition.id())?;
        let unit = edition.units().get(edition.position(there)?)?;
        let name = words.in_language(&unit.name);
        let title = words.in_language(&edition.header().title);
        let address = format!("../../{}/{there}/", edition.id());
        Some((address, format!("{name}, {title}")))
    });
    there.collect()
}
