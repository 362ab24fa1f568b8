//! Where figures were read, said below tables that stand there without the calculator.

use super::badge::SourcePlace;
use crate::state::State;
use dti_engine::model::Figure;
use leptos::prelude::*;

/// Of which year the ranks and scores of an edition are, and where they were read.
#[component]
pub fn Origin(
    /// The state.
    state: State,
    /// What else is to be known of them.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let edition = state.edition.get_untracked();
    let rows = edition.rows().iter();
    let figures = rows.flat_map(|row| [&row.rank, &row.total]);
    let figures: Vec<Figure> = figures.flatten().cloned().collect();
    view! {
        <div class="origin">
            <Sources state figures />
            {children.map(|more| more())}
        </div>
    }
    .into_any()
}

/// Each source of some figures of the edition once.
#[component]
pub fn Sources(
    /// The state.
    state: State,
    /// The figures.
    figures: Vec<Figure>,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let year = state
        .edition
        .with_untracked(|edition| edition.header().year.to_string());
    let mut named: Vec<Figure> = Vec::new();
    for figure in figures {
        if named.iter().all(|other| other.source != figure.source) {
            named.push(figure);
        }
    }
    let place = |(at, figure): (usize, Figure)| {
        let before = if at == 0 { " " } else { "; " };
        view! {
            {before}
            <SourcePlace state figure />
        }
        .into_any()
    };
    view! {
        <p>
            {words.read_from(year)}
            {named.into_iter().enumerate().map(place).collect::<Vec<AnyView>>()}
            "."
        </p>
    }
    .into_any()
}
