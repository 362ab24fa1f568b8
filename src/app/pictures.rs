//! The second module in the page: when it is loaded, what it is asked, where its answers stand.

use super::browser::drawing::DrawnElement;
use super::browser::sight::{on_resize, watch, width_of};
use super::browser::studio::{Studio, load};
use super::browser::timing::{after_paint, now};
use super::browser::{happenings::by_id, page::place_in};
use crate::page::{Asked, Markup, Page, Subject};
use leptos::prelude::*;

/// Where the pictures stand, and where what a panel says.
const PLACES: [&str; 2] = ["pictures", "panel-place"];
/// The longest pause between two drawings on a slow machine.
const LONGEST_PAUSE_MS: f64 = 300.0;

/// How far the second module is.
enum Progress {
    NotWanted,
    Loading,
    Ready(Studio),
    Failed,
}

/// A place with what was last drawn into it and for which question.
struct Place {
    drawn: DrawnElement,
    question: String,
}

struct State {
    progress: Progress,
    places: Vec<Place>,
    /// Whether the pictures are near what is seen.
    is_near: bool,
    is_planned: bool,
    /// How long the last drawing took, in milliseconds: a slow machine draws less often.
    took: f64,
}

/// The second module with its two places in the page.
#[derive(Clone, Copy)]
pub(super) struct Second {
    page: RwSignal<Page>,
    state: StoredValue<State, LocalStorage>,
}

impl Second {
    /// With nothing loaded.
    pub(super) fn new(page: RwSignal<Page>) -> Self {
        let state = State {
            progress: Progress::NotWanted,
            places: Vec::new(),
            is_near: false,
            is_planned: false,
            took: 0.0,
        };
        Self {
            page,
            state: StoredValue::new_local(state),
        }
    }

    /// Finds its places once the page is drawn, and follows the page from then on.
    pub(super) fn settle(self) {
        let place = |id: &&str| {
            let drawn = DrawnElement::new(framed(Markup::default()));
            place_in(&by_id(id)?, drawn.element());
            Some(Place {
                drawn,
                question: String::new(),
            })
        };
        let places = PLACES.iter().filter_map(place).collect();
        self.state.update_value(|state| state.places = places);
        watch(PLACES[0], move |is_near| {
            self.state.update_value(|state| state.is_near = is_near);
            self.follow();
        });
        on_resize(move || self.follow());
        let page = self.page;
        Effect::new(move || {
            page.track();
            self.follow();
        });
    }

    /// Draws what has changed after the next paint: the verdict must not wait for the pictures.
    fn follow(self) {
        let pause = self.state.try_update_value(|state| {
            let was_planned = std::mem::replace(&mut state.is_planned, true);
            (!was_planned).then(|| (state.took * 2.0).min(LONGEST_PAUSE_MS))
        });
        if let Some(pause) = pause.flatten() {
            after_paint(pause as u32, move || self.draw());
        }
    }

    fn draw(self) {
        let start = now();
        let is_near = self.state.with_value(|state| state.is_near);
        let (questions, waiting, failed) = self.page.with_untracked(|page| {
            let pictures = is_near.then(|| {
                let width = width_of(PLACES[0]);
                page.question(Subject::Pictures { width })
            });
            let pictures = pictures.flatten();
            let questions = [pictures, page.panel_question()];
            (questions, page.studio_loading(), page.studio_failed())
        });
        let is_wanted = questions.iter().any(Option::is_some);
        let begins = self.state.try_update_value(|state| {
            state.is_planned = false;
            for (place, question) in state.places.iter_mut().zip(&questions) {
                let Some(question) = question.as_ref().map(Asked::pack) else {
                    continue;
                };
                let answer = match &state.progress {
                    Progress::Ready(_) if place.question == question => continue,
                    Progress::Ready(studio) => {
                        let answer = studio.ask(&question).unwrap_or_default();
                        place.question = question;
                        Markup::unpack(&answer)
                    }
                    Progress::Failed => failed.clone(),
                    _ => waiting.clone(),
                };
                place.drawn.redraw(framed(answer));
            }
            state.took = now() - start;
            let begins = is_wanted && matches!(state.progress, Progress::NotWanted);
            if begins {
                state.progress = Progress::Loading;
            }
            begins
        });
        if begins == Some(true) {
            load(move |outcome| {
                self.state.update_value(|state| {
                    state.progress = outcome.map_or(Progress::Failed, Progress::Ready);
                });
                self.follow();
            });
        }
    }

    /// Loads the module again after a failure.
    pub(super) fn retry(self) {
        self.state
            .update_value(|state| state.progress = Progress::NotWanted);
        self.follow();
    }

    /// Hands the reader a picture as a file.
    pub(super) fn save(self, kind: &str, name: &str) {
        let asked = self.page.with_untracked(|page| {
            Some((
                page.question(Subject::File(name.to_owned()))?,
                page.file_name(name),
            ))
        });
        self.state.with_value(|state| {
            if let (Progress::Ready(studio), Some((question, file))) = (&state.progress, asked) {
                studio.save(&question.pack(), kind, &file);
            }
        });
    }
}

/// One element around whatever an answer holds.
fn framed(answer: Markup) -> Markup {
    let mut out = Markup::default();
    out.node("div", "", |m| m.append(answer));
    out
}
