//! Charts and tables of the analyses, with the words around them.

use super::ground::Ground;
use crate::state::State;
use crate::views::figures::Picture;
use dti_charts::{Canvas, Chart};
use dti_words::{ChartWords, Table, Told, chart_locale, warning};
use leptos::prelude::*;
use std::sync::Arc;

/// How wide an analysis draws, and how its numbers are written.
pub(super) fn canvas(state: State) -> Canvas {
    Canvas {
        width: f64::from(state.parts.analyses_width.get_untracked()),
        locale: state.words.with_untracked(chart_locale),
    }
}

/// A chart about the scenario on screen.
pub(super) fn picture(ground: &Ground, chart: Chart) -> Arc<Picture> {
    let words = ChartWords {
        edition: &ground.edition,
        editions: &[],
        unit: ground.position(),
        tied: &[],
        decimals: ground.own.digits.score,
        is_edited: ground.is_edited(),
        words: &ground.words,
    };
    let told = words.told(&chart);
    Arc::new(Picture { chart, told })
}

/// A table about the scenario on screen, with its caption.
pub(super) fn table(ground: &Ground, caption: &str, table: Table) -> Arc<Told> {
    let title = ground.in_language(&ground.edition.header().title);
    Arc::new(Told {
        finding: caption.to_owned(),
        table,
        warning: warning(ground.is_edited(), &ground.words).unwrap_or_default(),
        source: ground.words.figure_from(title),
        ..Told::default()
    })
}
