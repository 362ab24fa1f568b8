//! A province's own page: its place, its figures with their origin, and the way to the calculator.

use super::ranking::{Links, places_since};
use super::words::{
    MISSING, Small, about_estimates, compared_with, its_figures, open_calculator, read_from,
    share_title, since_last_year, site_words, whole_ranking,
};
use super::{Still, place_fragment, shared_editions, year_before};
use crate::page::text::{Word, change, fixed_points, in_language, move_in_words, score, whole};
use crate::page::views::control::origin_word;
use crate::page::{Markup, Page};
use dti_engine::calculator::{ScorecardGroup, ScorecardLine};
use dti_engine::model::{Figure, Origin, Provenance, Standing, Unit};
use dti_formats::link::Language;

/// A page of its own for one unit of one edition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SharePage {
    /// Title of the document.
    pub title: String,
    /// What it says, in one or two sentences.
    pub description: String,
    /// All that is on it.
    pub body: Markup,
}

/// From a province's page to the home page of its language.
const HOME: &str = "../../../";

impl Still {
    /// The page of the unit in this row.
    pub fn share(&self, position: usize) -> Option<SharePage> {
        let unit = self.edition.units().get(position)?;
        let own = self.standings.of(position)?;
        let page = self.page(&unit.id);
        let edition = in_language(&self.edition.header().title, self.language);
        let name = in_language(&unit.name, self.language);
        let place = format!("{}/{}", own.rank, self.standings.standings.len());
        let title = share_title(name, &place, edition, self.language);
        let mut body = Markup::default();
        body.node("div", "page still", |m| {
            self.top(m, unit);
            m.node("main", "", |m| {
                m.leaf("h1", "", title.clone());
                self.place(m, own);
                m.leaf("p", "told", page.sentence());
                if let Some(line) = self.since(own) {
                    m.leaf("p", "told", line);
                }
                m.node("p", "actions", |m| {
                    let fragment = place_fragment(self.edition.id(), &unit.id);
                    let label = open_calculator(name, self.language);
                    link(m, "open-calculator", format!("{HOME}#{fragment}"), label);
                });
                self.figures(m, &page, own);
                self.also(m, unit, own);
            });
            m.node("footer", "", |m| {
                m.leaf("p", "", Word::Unofficial.in_language(self.language));
            });
        });
        Some(SharePage {
            description: page.sentence(),
            title,
            body,
        })
    }

    /// The site's name, which leads home, and the same page in the other language.
    fn top(&self, m: &mut Markup, unit: &Unit) {
        let path = super::share_path(self.edition.id(), &unit.id);
        let (up, other) = match self.language {
            Language::Vi => (format!("{HOME}en/{path}"), Language::En),
            Language::En => (format!("{HOME}../{path}"), Language::Vi),
        };
        m.node("header", "top", |m| {
            m.node("p", "brand", |m| {
                link(
                    m,
                    "site-name",
                    HOME.to_owned(),
                    site_words(self.language).title.to_owned(),
                );
            });
            m.node("a", "", |m| {
                m.set("href", up);
                m.set("lang", other.as_str());
                m.set("hreflang", other.as_str());
                m.text(Small::OtherLanguage.text(self.language));
            });
        });
    }

    /// Rank and score as the live page shows them, and the change on the year before.
    fn place(&self, m: &mut Markup, own: &Standing) {
        let word = |word: Word| word.in_language(self.language);
        m.node("section", "hero", |m| {
            m.set("aria-label", word(Word::Rank));
            m.node("div", "hero-inner", |m| {
                m.node("dl", "", |m| {
                    figure(m, word(Word::Rank).to_owned(), |m| {
                        m.figure("strong", "", own.rank.to_string());
                        let of = self.standings.standings.len();
                        m.leaf("span", "of", format!("/{of}"));
                    });
                    figure(m, word(Word::DtiScore).to_owned(), |m| {
                        m.figure("strong", "", score(own.score, self.language));
                    });
                    if self.last_year_of(own.position).is_some() {
                        let year = year_before(self);
                        let label = compared_with(year.as_deref(), self.language);
                        figure(m, label, |m| self.against_last_year(m, "strong", own));
                    }
                });
            });
        });
    }

    /// What changed since the year before, in a sentence with what is compared.
    fn since(&self, own: &Standing) -> Option<String> {
        let before = self.last_year_of(own.position)?;
        let year = year_before(self)?;
        let change = change(own.score - before.score, self.language);
        let moved = places_since(before, own).map(|p| move_in_words(p, self.language));
        let line = since_last_year(&change, moved.as_deref(), &year, self.language);
        Some(format!("{line} {}", self.last_year_note(&year)))
    }

    /// The scorecard with the origin of each figure, and where they were read.
    fn figures(&self, m: &mut Markup, page: &Page, own: &Standing) {
        let language = self.language;
        let row = self.edition.rows().get(own.position);
        m.node("section", "card", |m| {
            m.node("h2", "", |m| {
                m.set("id", "figures");
                m.text(its_figures(&self.name_of(own), language));
            });
            m.node("div", "table-box", |m| {
                m.set("tabindex", "0");
                m.set("role", "group");
                m.set("aria-labelledby", "figures");
                m.node("table", "", |m| {
                    self.heads(m);
                    m.node("tbody", "", |m| {
                        let total = row.and_then(|row| row.total.as_ref());
                        self.total(m, own, total);
                        for group in &page.shown.card {
                            self.group(m, group);
                        }
                    });
                });
            });
            let cards = page.shown.card.iter().flat_map(|group| &group.lines);
            m.node("div", "origin", |m| {
                if cards.clone().any(|line| line.origin == Origin::Estimated) {
                    m.leaf("p", "", about_estimates(language));
                }
                if let Some(row) = row {
                    m.node("p", "", |m| {
                        m.text(read_from(self.edition.header().year, language));
                        let figures = [row.rank.as_ref(), row.total.as_ref()].into_iter();
                        let indicators = row.indicators.values();
                        self.sources(m, figures.flatten().chain(indicators), Links::Home);
                    });
                }
            });
        });
    }

    fn heads(&self, m: &mut Markup) {
        let word = |word: Word| word.in_language(self.language);
        m.node("thead", "", |m| {
            m.node("tr", "", |m| {
                for (class, label) in [
                    ("", Small::Indicator.text(self.language)),
                    ("number", word(Word::Value)),
                    ("number points", Small::Points.text(self.language)),
                    ("number", word(Word::Rank)),
                    ("", word(Word::Origin)),
                ] {
                    m.node("th", class, |m| {
                        m.set("scope", "col");
                        m.text(label);
                    });
                }
            });
        });
    }

    fn total(&self, m: &mut Markup, own: &Standing, figure: Option<&Figure>) {
        let origin = figure.map_or(Origin::Derived, |figure| figure.origin);
        let cells = [
            score(own.score, self.language),
            MISSING.to_owned(),
            format!("{}/{}", own.rank, self.standings.standings.len()),
        ];
        let name = Small::Total.text(self.language).to_owned();
        self.row(m, "own", name, cells, origin);
    }

    fn group(&self, m: &mut Markup, group: &ScorecardGroup) {
        let framework = self.edition.framework();
        for line in &group.lines {
            let name = in_language(&framework.indicator(line.node).name, self.language);
            self.row(m, "", name.to_owned(), self.cells(line), line.origin);
        }
    }

    fn cells(&self, line: &ScorecardLine) -> [String; 3] {
        let units = self.standings.standings.len();
        let (points, most) = (line.points, line.max_points);
        let about = if line.rank_is_estimated { "≈ " } else { "" };
        [
            score(line.score, self.language),
            format!(
                "{}/{}",
                fixed_points(points, self.language),
                whole(most, self.language)
            ),
            format!("{about}{}/{units}", line.rank),
        ]
    }

    fn row(
        &self,
        m: &mut Markup,
        class: &'static str,
        name: String,
        cells: [String; 3],
        origin: Origin,
    ) {
        m.node("tr", class, |m| {
            m.node("th", "", |m| {
                m.set("scope", "row");
                m.text(name);
            });
            for (class, cell) in ["number", "number points", "number"].into_iter().zip(cells) {
                m.leaf("td", class, cell);
            }
            m.leaf(
                "td",
                "",
                origin_word(Provenance::Published, origin).in_language(self.language),
            );
        });
    }

    /// The next units up and down, the other editions, and the whole table.
    fn also(&self, m: &mut Markup, unit: &Unit, own: &Standing) {
        let all = &self.standings.standings;
        let place = all.iter().position(|other| other.position == own.position);
        let place = place.unwrap_or_default();
        let above = place.checked_sub(1).and_then(|place| all.get(place));
        let below = all.get(place + 1);
        m.node("nav", "also", |m| {
            let label = Small::AlsoSee.text(self.language);
            m.set("aria-label", label);
            m.leaf("h2", "", label);
            m.node("ul", "", |m| {
                for (word, other) in [(Small::Above, above), (Small::Below, below)] {
                    if let Some(other) = other {
                        self.neighbour(m, word, other);
                    }
                }
                for edition in shared_editions(self.calculator) {
                    let there = self.calculator.counterpart(&unit.id, edition.id());
                    let is_other = edition.id() != self.edition.id();
                    let there = there.and_then(|id| edition.units().get(edition.position(id)?));
                    if let Some(there) = there.filter(|_| is_other) {
                        let address = format!("../../{}/{}/", edition.id(), there.id);
                        let title = in_language(&edition.header().title, self.language);
                        let name = in_language(&there.name, self.language);
                        item(m, address, format!("{name}, {title}"));
                    }
                }
                let title = in_language(&self.edition.header().title, self.language);
                let address = format!("{HOME}#e={}", self.edition.id());
                item(m, address, whole_ranking(title, self.language));
            });
        });
    }

    fn neighbour(&self, m: &mut Markup, word: Small, other: &Standing) {
        let Some(unit) = self.edition.units().get(other.position) else {
            return;
        };
        let name = in_language(&unit.name, self.language);
        let label = word.text(self.language);
        let rank = other.rank;
        item(
            m,
            format!("../{}/", unit.id),
            format!("{label}: {name} ({rank})"),
        );
    }
}

/// A figure of the verdict under its name.
fn figure(m: &mut Markup, label: String, fill: impl FnOnce(&mut Markup)) {
    m.node("div", "", |m| {
        m.leaf("dt", "", label);
        m.node("dd", "", fill);
    });
}

fn link(m: &mut Markup, class: &'static str, address: String, label: String) {
    m.node("a", class, |m| {
        m.set("href", address);
        m.text(label);
    });
}

fn item(m: &mut Markup, address: String, label: String) {
    m.node("li", "", |m| link(m, "", address, label));
}
