//! The other modules in the page: when they are loaded, what they are asked, where their answers
//! stand. The second answers at once; the third, with the analyses, answers later and in parts.

use super::STATUS_MS;
use super::browser::drawing::DrawnElement;
use super::browser::module::{Module, PATIENCE_MS, Show, analyse, load, share, show};
use super::browser::sight::{on_resize, watch, width_of};
use super::browser::timing::{Debounce, after_paint, now};
use super::browser::{happenings::by_id, page::place_in};
use crate::page::{Asked, Markup, Page, Subject};
use leptos::prelude::*;

/// Where the pictures stand, and where what a panel says.
const PLACES: [&str; 2] = ["pictures", "panel-place"];
/// The sentence that an analysis begins with (`page/analyses/rest.rs`).
const FINDING: &str = "analysis-finding";
/// Where the analyses stand.
const ANALYSES: &str = "analyses";
/// The longest pause between two drawings on a slow machine.
const LONGEST_PAUSE_MS: f64 = 300.0;

/// How far the second module is.
enum Progress {
    NotWanted,
    /// Failed, and the reader asked again: nothing that hangs is waited for.
    WantedAgain,
    Loading,
    Ready(Module),
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
    /// The analyses with the question that they were asked last, once they are there.
    analyses: Option<Place>,
    /// Whether the analyses are near what is seen.
    is_analysing: bool,
    /// Whether the pictures are near what is seen.
    is_near: bool,
    is_planned: bool,
    /// Whether there was nothing to show of the analyses, or nothing was heard of them.
    is_lost: bool,
    /// The last finding of the analyses, and the verdict when it came.
    told: (String, String),
    /// How long the last drawing took, in milliseconds: a slow machine draws less often.
    took: f64,
}

/// The modules that are loaded later, with their places in the page.
#[derive(Clone, Copy)]
pub(super) struct Later {
    page: RwSignal<Page>,
    state: StoredValue<State, LocalStorage>,
    /// What is called with an answer of the analyses.
    show: StoredValue<Show, LocalStorage>,
    /// Draws bring a finding in parts: the last is said.
    pause: Debounce,
    /// How long the analyses may stay silent.
    silence: Debounce,
}

impl Later {
    /// With nothing loaded.
    pub(super) fn new(page: RwSignal<Page>) -> Self {
        let state = State {
            progress: Progress::NotWanted,
            places: Vec::new(),
            analyses: None,
            is_analysing: false,
            is_near: false,
            is_planned: false,
            is_lost: false,
            told: (String::new(), String::new()),
            took: 0.0,
        };
        let later = Self {
            page,
            state: StoredValue::new_local(state),
            show: StoredValue::new_local(show(|_answer, _is_all| {})),
            pause: Debounce::new(STATUS_MS),
            silence: Debounce::new(PATIENCE_MS),
        };
        let show = show(move |answer, is_all| {
            if is_all {
                later.silence.cancel();
            } else {
                later.expect_analyses();
            }
            later.show_analyses(answer);
        });
        later.show.set_value(show);
        later
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
        let analyses = place(&ANALYSES);
        self.state.update_value(|state| {
            state.places = places;
            state.analyses = analyses;
        });
        watch(ANALYSES, move |is_near| {
            self.state
                .update_value(|state| state.is_analysing = is_near);
            self.follow();
        });
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

    /// Asks the analyses about the page as it is, if they are near.
    fn analyse(self) {
        if !self.state.with_value(|state| state.is_analysing) {
            return;
        }
        let width = width_of(ANALYSES);
        let (question, waiting) = self
            .page
            .with_untracked(|page| (page.analysis_question(width), page.studio_loading()));
        let Some(question) = question.map(|question| question.pack()) else {
            return;
        };
        let is_new = self.state.try_update_value(|state| {
            let place = state.analyses.as_mut()?;
            if place.question == question {
                return None;
            }
            if place.question.is_empty() {
                place.drawn.redraw(framed(waiting));
            }
            place.question.clone_from(&question);
            Some(std::mem::take(&mut state.is_lost))
        });
        if let Some(again) = is_new.flatten() {
            self.expect_analyses();
            self.show.with_value(|show| analyse(&question, again, show));
        }
    }

    /// A worker may end without a word, or a module hang: then that is said after a while.
    fn expect_analyses(self) {
        self.silence.run(move || self.show_analyses(None));
    }

    fn show_analyses(self, answer: Option<String>) {
        let failed = self.page.with_untracked(Page::studio_failed);
        let answer = answer.as_deref().map(Markup::unpack);
        if let Some(answer) = &answer {
            self.tell(answer.text_of(FINDING));
        }
        self.state.update_value(|state| {
            state.is_lost = answer.is_none();
            if let Some(place) = &mut state.analyses {
                place.drawn.redraw(framed(answer.unwrap_or(failed)));
            }
        });
    }

    /// Has the status line say what came of a choice in the analyses. What an edit of the scenario
    /// brings is said by the verdict, and what was there first needs no announcement.
    fn tell(self, finding: &str) {
        let told = (finding.to_owned(), self.page.with_untracked(Page::news));
        let before = self
            .state
            .try_update_value(|state| std::mem::replace(&mut state.told, told));
        let is_news = before.is_some_and(|(before, news)| {
            let same_scenario = self.state.with_value(|state| state.told.1 == news);
            !before.is_empty() && before != finding && same_scenario
        });
        if is_news {
            let (page, finding) = (self.page, finding.to_owned());
            self.pause
                .run(move || page.update(|page| page.say(finding)));
        }
    }

    fn draw(self) {
        self.analyse();
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
                        let answer = studio.call("ask", &[&question]).unwrap_or_default();
                        place.question = question;
                        Markup::unpack(&answer)
                    }
                    Progress::Failed => failed.clone(),
                    _ => waiting.clone(),
                };
                place.drawn.redraw(framed(answer));
            }
            state.took = now() - start;
            let again = match state.progress {
                Progress::NotWanted => Some(false),
                Progress::WantedAgain => Some(true),
                _ => None,
            };
            let begins = again.filter(|_| is_wanted);
            if begins.is_some() {
                state.progress = Progress::Loading;
            }
            begins
        });
        if let Some(again) = begins.flatten() {
            load("studio", again, move |outcome| {
                self.state.update_value(|state| {
                    state.progress = outcome.map_or(Progress::Failed, Progress::Ready);
                });
                self.follow();
            });
        }
    }

    /// Loads the module again after a failure.
    pub(super) fn retry(self) {
        self.state.update_value(|state| {
            if matches!(state.progress, Progress::Failed) {
                state.progress = Progress::WantedAgain;
            }
            if let Some(place) = &mut state.analyses {
                place.question.clear();
            }
        });
        self.follow();
    }

    /// Has every module count with other own data.
    pub(super) fn supply(self, own: &str) {
        share("dtiOwn", own);
        self.state.update_value(|state| {
            if let Progress::Ready(studio) = &state.progress {
                studio.supply(own);
            }
            for place in state.places.iter_mut().chain(&mut state.analyses) {
                place.question.clear();
            }
        });
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
        self.state.update_value(|state| {
            if let (Progress::Ready(studio), Some((question, file))) = (&state.progress, asked) {
                // What the browser refuses is left undone, and the pictures hold the text too.
                studio.call("save", &[&question.pack(), kind, &file]).ok();
                for place in &mut state.places {
                    place.question.clear();
                }
            }
        });
        self.follow();
    }
}

/// One element around whatever an answer holds.
pub(super) fn framed(answer: Markup) -> Markup {
    let mut out = Markup::default();
    out.node("div", "", |m| m.append(answer));
    out
}
