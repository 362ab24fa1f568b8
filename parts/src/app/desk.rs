//! The desk in the page: when its module is loaded, what it is told, what it brings. Own data enter
//! every module as text, so that all of them count alike.

use super::browser::drawing::DrawnElement;
use super::browser::happenings::{Happening, by_id};
use super::browser::module::{Module, figures, load, share, shared};
use super::browser::timing::Frame;
use super::browser::{page as document, storage};
use super::later::{Later, framed};
use crate::page::desk::unpack_news;
use crate::page::{EventKind, Markup, Page};
use dti_engine::calculator::Calculator;
use dti_formats::{FileError, OwnCatalogue};
use leptos::prelude::*;

/// Where the desk stands.
const PLACE: &str = "desk-place";
/// Keys under which the desk keeps on the device what the page needs of it.
const KEPT: [&str; 2] = ["catalogue", "assessed"];

/// The calculator with the official editions and what the reader brought before; without those
/// where they cannot be read, which the desk says when it is opened.
pub(super) fn with_own_data() -> Option<&'static Calculator> {
    let own = storage::kept_for_long(KEPT[0]).unwrap_or_default();
    if !own.is_empty()
        && let Ok(calculator) = counting_with(&own)
    {
        share("dtiOwn", &own);
        return Some(calculator);
    }
    official()
}

/// The calculator with the official editions and this text of own data. It lives as long as the page.
fn counting_with(own: &str) -> Result<&'static Calculator, FileError> {
    let calculator = dti_formats::shipped(&figures(), OwnCatalogue::from_text(own)?)?;
    Ok(Box::leak(Box::new(calculator)))
}

/// The calculator with the official editions alone.
pub(super) fn official() -> Option<&'static Calculator> {
    match counting_with("") {
        Ok(calculator) => Some(calculator),
        Err(error) => {
            leptos::logging::error!("{error}");
            None
        }
    }
}

/// The assessed figures that were kept on the device.
pub(super) fn assessed() -> String {
    storage::kept_for_long(KEPT[1]).unwrap_or_default()
}

enum Progress {
    NotWanted,
    Loading,
    Ready(Module),
    Failed,
}

struct State {
    progress: Progress,
    /// What happened while the module was loading.
    waiting: Vec<[String; 4]>,
    drawn: Option<DrawnElement>,
    later: Option<Later>,
}

/// The place of the desk.
#[derive(Clone, Copy)]
pub(super) struct DeskPlace {
    page: RwSignal<Page>,
    frame: Frame,
    state: StoredValue<State, LocalStorage>,
}

impl DeskPlace {
    /// With nothing loaded.
    pub(super) fn new(page: RwSignal<Page>) -> Self {
        let state = State {
            progress: Progress::NotWanted,
            waiting: Vec::new(),
            drawn: None,
            later: None,
        };
        Self {
            page,
            frame: Frame::new(),
            state: StoredValue::new_local(state),
        }
    }

    /// Finds its place once the page is drawn, and follows the page from then on.
    pub(super) fn settle(self, later: Later) {
        if let Some(place) = by_id(PLACE) {
            let drawn = DrawnElement::new(framed(Markup::default()));
            document::place_in(&place, drawn.element());
            self.state.update_value(|state| {
                state.drawn = Some(drawn);
                state.later = Some(later);
            });
        }
        let page = self.page;
        Effect::new(move || {
            page.track();
            // Once a frame: the verdict must not wait for it.
            self.frame.run(move || self.draw());
        });
    }

    /// Takes in what happened to one of its controls; the first has the module loaded.
    pub(super) fn take_in(self, happening: &Happening) {
        let kind = match happening.kind {
            EventKind::Click => "click",
            EventKind::Input => "input",
            EventKind::Change => "change",
            EventKind::Key => "key",
            EventKind::Leave => "leave",
        };
        let Happening {
            deed, id, value, ..
        } = happening;
        let told = [kind.to_owned(), deed.clone(), id.clone(), value.clone()];
        if let Some(module) = self.module() {
            tell(&module, &told);
            self.hear();
        } else if happening.kind == EventKind::Click {
            // Only a click opens it, or tries again.
            self.state.update_value(|state| state.waiting.push(told));
            self.open();
        }
    }

    fn open(self) {
        let begins = self.state.try_update_value(|state| {
            let again = match state.progress {
                Progress::NotWanted => false,
                Progress::Failed => true,
                _ => return None,
            };
            if state.waiting.is_empty() {
                return None;
            }
            state.progress = Progress::Loading;
            Some(again)
        });
        if let Some(again) = begins.flatten() {
            self.draw();
            load("desk", again, move |outcome| {
                // Asked for twice, it may come twice.
                if self.module().is_some() {
                    return;
                }
                self.state.update_value(|state| {
                    state.progress = outcome.clone().map_or(Progress::Failed, Progress::Ready);
                });
                match outcome {
                    Ok(module) => self.begin(&module),
                    Err(_) => self.draw(),
                }
            });
        }
    }

    /// Hands the module what it needs once it is there.
    fn begin(self, module: &Module) {
        module.supply(&shared("dtiOwn"));
        module.attach(PLACE, move || self.hear());
        let waiting = self
            .state
            .try_update_value(|state| std::mem::take(&mut state.waiting));
        // It begins with what is kept now, which another page may have changed since this one began.
        let kept = storage::kept_for_long(KEPT[0]).unwrap_or_default();
        if kept == shared("dtiOwn") {
            self.complete(&kept);
        } else {
            self.heed("catalogue", &kept);
        }
        self.heed("assessed", &assessed());
        // It has to know the page before it is told what happened.
        self.draw();
        for told in waiting.unwrap_or_default() {
            tell(module, &told);
        }
        self.hear();
    }

    /// With the module the figures came with components: everybody counts with them from now on.
    fn complete(self, own: &str) {
        let Ok(calculator) = counting_with(own) else {
            return;
        };
        self.page
            .update(|page| page.count_with_components(calculator));
        if let Some(later) = self.state.with_value(|state| state.later) {
            later.supply(own);
        }
    }

    fn module(self) -> Option<Module> {
        // A drawing that takes a focused field away is heard in the middle of it.
        let module = self.state.try_with_value(|state| match &state.progress {
            Progress::Ready(module) => Some(module.clone()),
            _ => None,
        });
        module.flatten()
    }

    /// Hears what the module has to say, and draws it.
    fn hear(self) {
        let Some(module) = self.module() else {
            return;
        };
        let news = module.call("news", &[]).unwrap_or_default();
        for (about, text) in unpack_news(&news) {
            self.heed(about, text);
        }
        self.draw();
    }

    fn heed(self, about: &str, text: &str) {
        if about == "catalogue" {
            let Ok(calculator) = counting_with(text) else {
                return;
            };
            self.page.update(|page| page.count_with(calculator));
            if let Some(later) = self.state.with_value(|state| state.later) {
                later.supply(text);
            }
            return;
        }
        self.page.update(|page| match about {
            "assessed" => page.assess(text),
            "load" => page.open_scenario(text),
            "saved" => page.restore_saved(text),
            _ => page.say(text.to_owned()),
        });
    }

    fn draw(self) {
        let answer = self.page.with_untracked(|page| {
            let drawn = self.state.with_value(|state| match &state.progress {
                Progress::NotWanted => Some(Ok(Markup::default())),
                Progress::Loading => Some(Ok(page.studio_loading())),
                Progress::Failed => Some(Ok(page.desk_failed())),
                Progress::Ready(module) => {
                    let question = page.desk_question()?.pack();
                    let answer = module.call("show", &[&question]);
                    Some(answer.map(|answer| Markup::unpack(&answer)))
                }
            });
            drawn?.ok()
        });
        if let Some(answer) = answer {
            self.state.update_value(|state| {
                if let Some(drawn) = &mut state.drawn {
                    drawn.redraw(framed(answer));
                }
            });
        }
    }
}

fn tell(module: &Module, [kind, deed, id, value]: &[String; 4]) {
    module.call("take_in", &[kind, deed, id, value]).ok();
}
