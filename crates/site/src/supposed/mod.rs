//! A page for a scenario that is shared much: one indicator of a unit at a landmark. A link preview shows it;
//! who opens it is led on to the calculator with the same scenario (decision 30).

#[cfg(test)]
mod tests;

use crate::change::Change;
use crate::document::{Document, Head, Role};
use crate::place::HOME;
use crate::poster::{Headline, Poster};
use crate::still::{Still, fragment};
use dti_engine::calculator::Verdict;
use dti_engine::model::{Exact, Node};
use dti_formats::link::{self, Link, Privacy};
use dti_whatif::state::{Landmark, has_supposed_pages, landmarks, supposed_page, supposing};
use dti_words::numbers::{change_to, decimal, score};
use dti_words::{move_in_words, rank_of};
use leptos::prelude::*;
use std::sync::Arc;

/// One main indicator of a unit at a landmark.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Supposed {
    /// Row of the unit.
    pub(crate) row: usize,
    /// The indicator.
    pub(crate) node: Node,
    /// What it is supposed to reach.
    pub(crate) landmark: Landmark,
    /// The score of that, `0..=1`.
    pub(crate) score: Exact,
    /// Where its page is, from that of the unit.
    pub(crate) page: String,
}

/// Such a page as a file, and what its picture shows.
#[derive(Debug)]
pub(crate) struct SupposedPage {
    /// The whole file.
    pub(crate) html: String,
    /// The picture.
    pub(crate) poster: Poster,
}

/// What is said of the scenario, and where it leads.
struct Told {
    title: String,
    /// The sentence that the live page says.
    sentence: String,
    verdict: Verdict,
    /// "Nếu Hoạt động xã hội số ở mức tối đa: 1,0000 (hiện là 0,6416)"
    premise: String,
    /// The calculator with this scenario, from the page.
    address: String,
}

impl Still {
    /// The scenarios with pages of the unit in a row; none in an edition or a language that has no
    /// such pages.
    pub(crate) fn supposed(&self, row: usize) -> Option<Vec<Supposed>> {
        if !has_supposed_pages(&self.calculator, &self.edition, self.language()) {
            return Some(Vec::new());
        }
        let framework = self.edition.framework();
        let unit = self.edition.units().get(row)?;
        Owner::new().with(|| {
            let state = self.state(&fragment(self.edition.id(), &unit.id))?;
            let mut all = Vec::new();
            for node in framework.mains() {
                let indicator = &framework.indicator(node).id;
                let landmarks = landmarks(&state.line(node)?);
                all.extend(landmarks.into_iter().map(|(landmark, score)| Supposed {
                    row,
                    node,
                    landmark,
                    score,
                    page: supposed_page(indicator, landmark),
                }));
            }
            Some(all)
        })
    }

    fn told(&self, supposed: &Supposed) -> Option<Told> {
        let words = &self.words;
        let unit = self.edition.units().get(supposed.row)?;
        let indicator = self.edition.framework().indicator(supposed.node);
        let place = [unit.id.as_str(), indicator.id.as_str()];
        let link = Link {
            scenario: supposing(self.edition.id(), place, supposed.score)?,
            data: Some(self.calculator.data_version().number),
            ..Link::default()
        };
        let fragment = link::write(&link, Privacy::ChoicesOnly).ok()?;
        let state = self.state(&fragment)?;
        let verdict = state.verdict.get_untracked()?;
        let line = state.line(supposed.node)?;
        let landmark = match supposed.landmark {
            Landmark::Full => words.landmark_full(),
            Landmark::Best => words.landmark_best(),
            Landmark::Median => words.landmark_median(),
        };
        let [name, indicator] = [&unit.name, &indicator.name].map(|text| words.in_language(text));
        let [now, before] = [line.score, line.present].map(|value| score(value, words));
        let rank = rank_of(verdict.rank, verdict.units);
        Some(Told {
            title: words.supposed_title(name, indicator, landmark, rank),
            sentence: state.sentence(),
            premise: words.supposed_premise(indicator, landmark, now, before),
            address: format!("../{HOME}#{fragment}"),
            verdict,
        })
    }

    /// The picture of the unit, with what came of the scenario in the place of what was published.
    fn supposed_poster(&self, row: usize, told: &Told) -> Option<Poster> {
        let words = &self.words;
        let verdict = &told.verdict;
        let published = self.poster(Some(row))?;
        let mut scores = self.scores();
        for (other, own) in &mut scores {
            if *other == row {
                *own = verdict.score;
            }
        }
        let [rank, dti_score, _] = published.labels;
        let [site, _] = published.foot;
        Some(Poster {
            premise: Some(told.premise.clone()),
            headline: Headline::Place {
                rank: verdict.rank,
                score: decimal(verdict.score, verdict.digits.score, words),
                since: Some(Change {
                    score: change_to(verdict.change, verdict.digits.score, words),
                    places: Some(verdict.places),
                    moved: move_in_words(verdict.places, words),
                }),
            },
            labels: [rank, dti_score, words.compared_with_published().to_owned()],
            axis: self.axis(&scores, Some(row))?,
            foot: [site, words.tag(true).to_owned()],
            description: told.title.clone(),
            ..published
        })
    }
}

/// The page of a scenario in a folder from the site's root.
pub(crate) fn page(
    still: &Arc<Still>,
    supposed: &Supposed,
    folder: &str,
    site_url: Option<&str>,
) -> Option<SupposedPage> {
    Owner::new().with(|| {
        let told = still.told(supposed)?;
        let poster = still.supposed_poster(supposed.row, &told)?;
        let head = Head {
            title: told.title.clone(),
            description: told.sentence.clone(),
            language: still.language(),
            folder: folder.to_owned(),
            picture: poster.description.clone(),
            site_url: site_url.map(str::to_owned),
            role: Role::LeadsTo(told.address.clone()),
        };
        let (still, name) = (still.clone(), poster.name.clone());
        let page = view! {
            <Document head>
                <LeadingOn still told name />
            </Document>
        };
        Some(SupposedPage {
            html: page.to_html() + "\n",
            poster,
        })
    })
}

/// What is read where the browser leads nobody on, and by who has no script: the scenario in words.
#[component]
fn LeadingOn(still: Arc<Still>, told: Told, name: String) -> impl IntoView {
    let words = &still.words;
    view! {
        <div class="page still">
            <header class="top">
                <p class="brand">
                    <a class="site-name" href=format!("../{HOME}")>{words.title()}</a>
                </p>
            </header>
            <main>
                <h1>{told.title}</h1>
                <p class="told">{told.sentence}</p>
                <p class="actions">
                    <a class="open-calculator" href=told.address>{words.open_calculator(&name)}</a>
                </p>
                <p><a href="../">{words.its_figures(&name)}</a></p>
            </main>
            <footer>
                <p>{words.unofficial()}</p>
            </footer>
        </div>
    }
    .into_any()
}
