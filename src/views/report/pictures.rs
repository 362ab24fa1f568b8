//! The pictures of a report: which are chosen, drawn in tasks of their own, as wide as a sheet of paper.

use crate::browser::timing::soon;
use crate::components::{flag, redrawn};
use crate::state::State;
use crate::views::analyses::reported;
use crate::views::figures::{Drawn, Name, Picture, Scene, legend, ranked};
use dti_charts::Canvas;
use dti_engine::session::Session;
use dti_formats::{DocumentPicture, DocumentPiece};
use dti_words::{Words, chart_locale};
use leptos::prelude::*;
use std::sync::Arc;

/// How wide a picture is drawn, in pixels: as wide as what is printed on A4.
pub(super) const WIDTH: f64 = 640.0;

/// A picture that can stand in a report.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Pick {
    /// What changed the score between the two ends of the explanation.
    Change,
    /// A picture of the page's section.
    Of(Name),
}

impl Pick {
    /// In their order in the report.
    pub(super) const ALL: [Self; 8] = [
        Self::Change,
        Self::Of(Name::Profile),
        Self::Of(Name::History),
        Self::Of(Name::Breakdown),
        Self::Of(Name::Strip),
        Self::Of(Name::Shift),
        Self::Of(Name::Pillars),
        Self::Of(Name::Map),
    ];

    /// Name in ids, files and choices.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Change => "change",
            Self::Of(name) => name.id(),
        }
    }

    /// What its box says.
    fn label(self, words: &Words) -> &'static str {
        match self {
            Self::Change => words.analysis_explain(),
            Self::Of(Name::Profile) => words.report_profile(),
            Self::Of(Name::History) => words.report_history(),
            Self::Of(Name::Breakdown) => words.report_breakdown(),
            Self::Of(Name::Strip) => words.report_strip(),
            Self::Of(Name::Shift) => words.report_shift(),
            Self::Of(Name::Pillars) => words.report_pillars(),
            Self::Of(Name::Map) => words.report_map(),
        }
    }

    fn key(self) -> String {
        format!("picture.{}", self.id())
    }

    /// Whether it is chosen; a few are at first.
    pub(super) fn is_chosen(self, state: State) -> bool {
        let is_usual = matches!(self, Self::Change | Self::Of(Name::Profile | Name::History));
        let chosen = state
            .choices
            .with(|choices| choices.get(&self.key()).cloned());
        chosen.map_or(is_usual, |chosen| chosen == "on")
    }

    /// The picture of the page as it is, so many pixels wide; nothing where its figures are missing.
    fn picture(self, state: State, width: f64) -> Option<Arc<Picture>> {
        let Self::Of(name) = self else {
            let canvas = Canvas {
                width,
                locale: state.words.with(chart_locale),
            };
            return reported(state, &canvas)?.why.picture;
        };
        let before = ranked(
            &state.calculator.get(),
            &state.present.with(Session::scenario),
        );
        Scene::now(state, before).picture(name, width).map(Arc::new)
    }
}

/// The chosen pictures of the page as it is, as they stand in a document.
pub(super) fn chosen(state: State) -> Vec<DocumentPiece> {
    let picks = Pick::ALL.into_iter().filter(|pick| pick.is_chosen(state));
    let piece = |pick: Pick| {
        let picture = pick.picture(state, WIDTH)?;
        Some(DocumentPiece::Picture(DocumentPicture {
            name: pick.id().to_owned(),
            finding: picture.told.finding.clone(),
            summary: picture.told.summary.clone(),
            svg: picture.file(),
            bitmap: None,
        }))
    };
    picks.filter_map(piece).collect()
}

/// A picture of the report, once it is drawn.
type Slot = (Pick, RwSignal<Option<Arc<Picture>>>);

/// The chosen pictures as they are shown.
#[derive(Clone, Copy)]
pub(super) struct Pictures {
    state: State,
    slots: StoredValue<Vec<Slot>>,
}

impl Pictures {
    /// With nothing drawn.
    pub(super) fn of(state: State) -> Self {
        let slots = Pick::ALL.map(|pick| (pick, RwSignal::new(None)));
        Self {
            state,
            slots: StoredValue::new(slots.to_vec()),
        }
    }

    /// Has the chosen ones drawn, each in a task of its own.
    pub(super) fn draw(self) {
        self.draw_from(0);
    }

    /// As wide as a sheet of paper, or as the analyses above are where a screen is narrower.
    fn width(self) -> f64 {
        match self.state.parts.analyses_width.get_untracked() {
            0 => WIDTH,
            width => f64::from(width).min(WIDTH),
        }
    }

    fn draw_from(self, place: usize) {
        soon(move || {
            // The report may have been closed meanwhile.
            let slot = self.slots.try_with_value(|slots| slots.get(place).copied());
            let Some((pick, slot)) = slot.flatten() else {
                return;
            };
            let (state, width) = (self.state, self.width());
            slot.set(untrack(|| {
                let is_chosen = pick.is_chosen(state);
                is_chosen.then(|| pick.picture(state, width)).flatten()
            }));
            self.draw_from(place + 1);
        });
    }

    /// The pictures, once they are drawn.
    pub(super) fn shown(self) -> AnyView {
        let state = self.state;
        let slots = self.slots.get_value().into_iter();
        let shown = slots.map(|(pick, slot)| {
            redrawn(move || {
                slot.get()
                    .map(|picture| figure(state, pick, picture))
                    .into_any()
            })
        });
        shown.collect_view().into_any()
    }
}

/// A picture with its words.
fn figure(state: State, pick: Pick, picture: Arc<Picture>) -> AnyView {
    let id = format!("report-{}", pick.id());
    let told = &picture.told;
    let drawing = Signal::stored(Some(Arc::clone(&picture)));
    view! {
        <figure class="report-picture">
            <figcaption>
                <p id=id.clone() class="report-finding">{told.finding.clone()}</p>
                <p class="hint-line">{told.summary.clone()}</p>
            </figcaption>
            {legend(&picture.chart.legend, &told.legend)}
            <Drawn state picture=drawing named_by=id />
        </figure>
    }
    .into_any()
}

/// Boxes to choose the pictures by.
#[component]
pub(super) fn Choices(
    /// The state, which keeps what is chosen.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let choice = |pick: Pick| {
        let is_on = flag(move || pick.is_chosen(state));
        let change = move |event| {
            let word = if event_target_checked(&event) {
                "on"
            } else {
                "off"
            };
            state.set_choice(&pick.key(), word);
        };
        view! {
            <label class="switch">
                <input
                    type="checkbox"
                    checked=is_on.get_untracked()
                    prop:checked=is_on
                    on:change=change
                />
                <span>{pick.label(&words)}</span>
            </label>
        }
        .into_any()
    };
    view! {
        <fieldset class="vary report-choices">
            <legend>{words.report_pictures()}</legend>
            {Pick::ALL.map(choice).collect_view()}
        </fieldset>
    }
    .into_any()
}
