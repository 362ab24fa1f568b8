//! Which charts there are, and what each is made of.

use crate::page::Page;
use crate::page::text::{ChartWords, in_language};
use dti_charts::{
    Canvas, Chart, Measure, Place, Start, TileSet, breakdown, history, ladder_strip, pillars,
    profile, rank_shift, tile_map,
};
use dti_engine::calculator::{Side, contributions, shortfalls};
use dti_engine::model::{Edition, Framework, Provenance, Standings};
use std::sync::Arc;

/// A chart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Name {
    /// All scores on one axis.
    Strip,
    /// Each indicator against median and best.
    Profile,
    /// Points gained or lost by indicator, or missing to full marks.
    Breakdown,
    /// Who moved.
    Shift,
    /// Ranks over the editions.
    History,
    /// The three pillars.
    Pillars,
    /// The country in tiles.
    Map,
}

impl Name {
    /// Below the strip, in two columns. Those that grow with the edit stand last: nothing may move
    /// while a slider is dragged.
    pub(super) const COLUMNS: [&[Self]; 2] = [
        &[Self::Profile, Self::Map],
        &[Self::History, Self::Pillars, Self::Breakdown, Self::Shift],
    ];

    /// The chart with this name.
    pub(super) fn by_id(id: &str) -> Option<Self> {
        let below = Self::COLUMNS.into_iter().flatten().copied();
        let mut all = std::iter::once(Self::Strip).chain(below);
        all.find(|name| name.id() == id)
    }

    /// Name in ids and files.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Strip => "strip",
            Self::Profile => "profile",
            Self::Breakdown => "breakdown",
            Self::Shift => "shift",
            Self::History => "history",
            Self::Pillars => "pillars",
            Self::Map => "map",
        }
    }
}

/// What the words about a chart need to know.
pub(super) struct Known {
    edition: Arc<Edition>,
    editions: Vec<String>,
    unit: usize,
    tied: Vec<usize>,
    decimals: u32,
    is_edited: bool,
    language: dti_formats::link::Language,
}

impl Known {
    /// The words.
    pub(super) fn about(&self) -> ChartWords<'_> {
        ChartWords {
            edition: &self.edition,
            editions: &self.editions,
            unit: self.unit,
            tied: &self.tied,
            decimals: self.decimals,
            is_edited: self.is_edited,
            language: self.language,
        }
    }
}

/// What the words about this page's charts need to know.
pub(super) fn words(page: &Page) -> Option<Known> {
    let own = page.edition()?;
    Some(Known {
        edition: Arc::clone(own),
        editions: page
            .calculator
            .series(own)
            .map(|e| label(page, e))
            .collect(),
        unit: page.shown.position,
        tied: page
            .shown
            .verdict
            .iter()
            .flat_map(|own| own.tied.clone())
            .collect(),
        decimals: page.digits().score,
        is_edited: page.shown.is_edited(),
        language: page.language,
    })
}

/// "2024", or "2024 (34)" for the edition after the merger; marked where a reader's figures are in it.
fn label(page: &Page, edition: &Edition) -> String {
    let header = edition.header();
    let label = match &header.merger_of {
        Some(before) => format!("{before} ({})", edition.units().len()),
        None => edition.id().to_owned(),
    };
    match edition.provenance() {
        Provenance::PartlyLoaded => {
            format!(
                "{label} {}",
                super::either(page.language, "(bạn nạp)", "(loaded)")
            )
        }
        Provenance::Published | Provenance::Loaded | Provenance::Fictitious => label,
    }
}

fn main_names(page: &Page, framework: &Framework) -> Vec<String> {
    let mains = framework.mains();
    let name = |node| in_language(&framework.indicator(node).name, page.language).to_owned();
    mains.map(name).collect()
}

/// A chart of the page as it is; `None` where its figures are missing.
pub(super) fn chart(page: &Page, name: Name, measure: Measure, canvas: &Canvas) -> Option<Chart> {
    let shown = &page.shown;
    let edition = page.edition()?;
    let framework = edition.framework();
    let (before, after): (&Standings, &Standings) = (&shown.before, &shown.standings);
    let own = shown.position;
    let units = || -> Vec<String> {
        let name =
            |unit: &dti_engine::model::Unit| in_language(&unit.name, page.language).to_owned();
        page.units().iter().map(name).collect()
    };
    Some(match name {
        Name::Strip => {
            let input = ladder_strip::input(after, own, &units())?;
            ladder_strip::chart(&input, canvas)?
        }
        Name::Profile => {
            let names = main_names(page, framework);
            profile::chart(
                &profile::input(framework, before, after, own, &names)?,
                canvas,
            )
        }
        Name::Breakdown => breakdown_chart(page, framework, canvas)?,
        Name::Shift => rank_shift::chart(&rank_shift::input(after, own, &units())?, canvas)?,
        Name::History => history_chart(page, edition, canvas)?,
        Name::Pillars => {
            let names = framework.pillars().iter();
            let names: Vec<String> = names
                .map(|pillar| in_language(&pillar.name, page.language).to_owned())
                .collect();
            let input = pillars::input(before, after, own, &names)?;
            if input.lines.is_empty() {
                return None;
            }
            pillars::chart(&input, canvas)
        }
        Name::Map => {
            let tiles = TileSet::of(page.units())?;
            let islands = match page.language {
                dti_formats::link::Language::Vi => ["Hoàng Sa", "Trường Sa"],
                dti_formats::link::Language::En => ["Hoang Sa (Paracel)", "Truong Sa (Spratly)"],
            };
            let islands = islands.map(str::to_owned);
            let input = tile_map::input(tiles, after, measure, Some(own), islands);
            tile_map::chart(&input, canvas)
        }
    })
}

/// What the scenario changed, by indicator; without one, what is missing to full marks.
fn breakdown_chart(page: &Page, framework: &Framework, canvas: &Canvas) -> Option<Chart> {
    let shown = &page.shown;
    let own = shown.position;
    let (before, after) = (shown.before.of(own)?, shown.standings.of(own)?);
    let maxima = shown.maxima.as_ref()?;
    let own_maxima = page
        .calculator
        .maxima(&dti_engine::calculator::present(&shown.scenario));
    let own_maxima = own_maxima.ok()?;
    let now = Side {
        maxima,
        card: &after.card,
        score: after.score,
    };
    let then = Side {
        maxima: &own_maxima,
        card: &before.card,
        score: before.score,
    };
    let (start, split) = if shown.is_edited() {
        (Start::Baseline, contributions(framework, then, now))
    } else {
        (Start::FullMarks, shortfalls(framework, now))
    };
    let language = page.language;
    let names = breakdown::Names {
        from: super::either(
            language,
            if shown.is_edited() {
                "Trước"
            } else {
                "Điểm tối đa"
            },
            if shown.is_edited() {
                "Before"
            } else {
                "Full marks"
            },
        )
        .to_owned(),
        to: super::either(
            language,
            if shown.is_edited() {
                "Sau"
            } else {
                "Đạt được"
            },
            if shown.is_edited() {
                "After"
            } else {
                "Achieved"
            },
        )
        .to_owned(),
        rest: super::either(language, "Làm tròn, khác", "Rounding, other").to_owned(),
        indicators: main_names(page, framework),
    };
    let input = breakdown::input(start, &split, maxima.total(), &names);
    Some(breakdown::chart(&input, canvas))
}

/// The unit's ranks over all editions, through the merger to the province that it became.
fn history_chart(page: &Page, own: &Edition, canvas: &Canvas) -> Option<Chart> {
    let shown = &page.shown;
    if page.calculator.series(own).count() < 2 {
        return None;
    }
    let stops = page.calculator.series(own).map(|edition| {
        let unit = page.calculator.counterpart(&shown.unit, edition.id());
        let position = unit.and_then(|unit| edition.position(unit));
        let mut stop = history::stop(edition, position, &label(page, edition));
        let is_shown = edition.id() == shown.scenario.edition && shown.is_edited();
        let own = shown.standings.of(shown.position).filter(|_| is_shown);
        stop.simulated = own.map(|own| Place {
            rank: own.rank,
            score: own.score,
        });
        stop
    });
    let stops = stops.collect();
    Some(history::chart(&history::Input { stops }, canvas))
}
