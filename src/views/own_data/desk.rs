//! What a reader brought, as all of its views share it, and what the page does after each deed.

use super::begin::Beginning;
use super::card::{WorthExtent, main_id};
use super::index_form::OpenForm;
use super::told::now;
use crate::bridge::Tab;
use crate::browser::timing::{Debounce, after_paint};
use crate::browser::{address, document, download, figures, office, storage};
use crate::state::{OwnDataRequest, State, pack_saved};
use dti_engine::calculator::{AssessmentColumn, CalculatorError};
use dti_engine::model::Assessment;
use dti_formats::Book;
use dti_own_data::card::{Drafts, Look};
use dti_own_data::import::Table;
use dti_own_data::{Done, Ground, HandedFile, News, OwnData, Refusal, Told};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// What is changed is kept after this pause.
const KEEP_MS: u32 = 250;
/// Where the page keeps the assessed figures on the device.
const ASSESSED: &str = "assessed";

/// Does this once what is on screen is painted; natively at once.
pub(super) fn in_a_next_task(action: impl FnOnce() + 'static) {
    if cfg!(target_arch = "wasm32") {
        after_paint(0, action);
    } else {
        action();
    }
}

/// What the page is busy with, as long as it takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Busy {
    /// Something of this name is read; empty for a pasted table.
    Reading(String),
    /// An index of this title is opened: so many of [`Busy::STEPS`] are done.
    Opening(String, usize),
}

impl Busy {
    /// An index is worked out, then the page follows.
    pub(super) const STEPS: usize = 2;
}

/// What the reader brought, with what is open and typed. It lives as long as the page, whatever of it is
/// drawn anew.
#[derive(Clone, Copy)]
pub struct Desk {
    pub(super) state: State,
    pub(super) own: RwSignal<OwnData>,
    pub(super) tab: RwSignal<Tab>,
    /// What came of the last deed.
    pub(super) told: RwSignal<Option<Told>>,
    /// What it is busy with.
    pub(super) busy: RwSignal<Option<Busy>>,
    /// How often something was brought: of several only the last is taken in.
    pub(super) turn: StoredValue<u32>,
    /// The workbook that was brought last, where what reads it did not come.
    pub(super) unread: StoredValue<Option<(String, Vec<u8>)>>,
    /// How often a table was looked at anew.
    pub(super) brought: RwSignal<u32>,
    /// The table that is looked at.
    pub(super) table: RwSignal<Option<Table>>,
    /// The form for an index from one table.
    pub(super) form: RwSignal<OpenForm>,
    /// What stands in the field for a pasted table.
    pub(super) pasted: RwSignal<String>,
    /// What is typed in scorecards.
    pub(super) drafts: RwSignal<Drafts>,
    /// What of the scorecard is shown.
    pub(super) look: RwSignal<Look>,
    /// Edition and unit, with the stage whose fields the reader put into the lines of that scorecard.
    pub(super) stage: RwSignal<Option<([String; 2], AssessmentColumn)>>,
    /// How much is shown of what components are worth.
    pub(super) worth_extent: RwSignal<WorthExtent>,
    /// Ids of components whose details are open.
    pub(super) open: RwSignal<Vec<String>>,
    /// Id of the component that a phone shows.
    pub(super) current: RwSignal<String>,
    /// What begins without figures.
    pub(super) beginning: Beginning,
    /// What was handed out last, until the next deed: frames may refuse downloads without a word, and then
    /// it is copied from the page.
    pub(super) handed: RwSignal<String>,
    keeping: Debounce,
}

impl Desk {
    /// Opens it for the page: what is kept on the device, and with what the page counts from now on. `None`
    /// where the official figures cannot be read.
    pub fn open(state: State) -> Option<Self> {
        let kept = storage::kept_own();
        let text = kept.clone().unwrap_or_default();
        let (mut own, told) = OwnData::open(figures::shipped(), &text, &figures::kept())?;
        if let Err(why) = kept {
            own.is_unkept(why);
        }
        let owner = Owner::new();
        let desk = owner.with(|| {
            let desk = Self::new(state, own, told);
            desk.begin();
            desk.follow();
            desk
        });
        // It lives as long as the page.
        std::mem::forget(owner);
        Some(desk)
    }

    /// With what the reader brought, and what there is to say of it.
    pub(super) fn new(state: State, own: OwnData, told: Option<Told>) -> Self {
        Self {
            state,
            tab: RwSignal::new(Tab::default()),
            told: RwSignal::new(told),
            busy: RwSignal::new(None),
            turn: StoredValue::new(0),
            unread: StoredValue::new(None),
            brought: RwSignal::new(0),
            table: RwSignal::new(None),
            form: RwSignal::new(OpenForm::Closed),
            pasted: RwSignal::new(String::new()),
            drafts: RwSignal::new(Drafts::default()),
            look: RwSignal::new(Look::default()),
            stage: RwSignal::new(None),
            worth_extent: RwSignal::new(WorthExtent::default()),
            open: RwSignal::new(Vec::new()),
            current: RwSignal::new(String::new()),
            beginning: Beginning::new(),
            handed: RwSignal::new(String::new()),
            keeping: Debounce::new(KEEP_MS),
            own: RwSignal::new(own),
        }
    }

    /// Follows other pages, the wishes of the reader, and what there is to say.
    fn follow(self) {
        storage::on_change_elsewhere(move || self.meet());
        address::on_leave(move || self.keeping.flush());
        Effect::new(move || self.speak());
        let wish = self.state.own_data;
        Effect::new(move || {
            if let Some(request) = wish.get() {
                wish.set(None);
                self.turn_to(request);
            }
        });
    }

    /// Has the page count with all that is here: with the part came the components of every figure.
    fn begin(self) {
        let calculator = self.own.with_untracked(|own| Arc::clone(own.calculator()));
        let kept = figures::kept();
        if kept == figures::own() {
            self.state.count_with_components(calculator);
        } else {
            self.state.count_with(calculator);
        }
        figures::share(&kept);
        self.state.parts.ask_again();
        self.hear();
        let assessed = storage::kept_for_long(ASSESSED);
        self.state.assess(&assessed.unwrap_or_default());
    }

    /// Has the status line say what came of a deed.
    fn speak(self) {
        let said = self.state.words.with(|words| now(self, words));
        if !said.is_empty() {
            self.state.say(said);
        }
    }

    /// Opens what the reader asks for.
    pub(super) fn turn_to(self, request: OwnDataRequest) {
        match request {
            OwnDataRequest::Card(main) => {
                self.tab.set(Tab::Card);
                if let Some(main) = main {
                    self.open_card_at(&main);
                }
            }
            OwnDataRequest::Import => self.tab.set(Tab::Import),
            OwnDataRequest::Export => self.tab.set(Tab::Export),
            OwnDataRequest::Index => self.tab.set(Tab::Index),
        }
    }

    /// Opens the scorecard at a main indicator.
    fn open_card_at(self, main: &str) {
        self.look.set(Look::default());
        let first = self.state.edition.with_untracked(|edition| {
            let framework = edition.framework();
            let children = &framework.indicator(framework.node(main)?).children;
            let first = children.first()?;
            Some(framework.indicator(*first).id.clone())
        });
        self.current.set(first.unwrap_or_else(|| main.to_owned()));
        document::focus_soon(main_id(main));
    }

    /// What a deed is about: the scenario on screen, and the open scorecard.
    pub(super) fn ground(self) -> Result<Ground, CalculatorError> {
        let (link, unit) = untrack(|| {
            let state = self.state;
            (state.link(), state.id(state.subject_untracked()))
        });
        self.own
            .with_untracked(|own| Ground::of(own.calculator(), link, &unit))
    }

    /// Does something with what the reader brought, says what came of it, and has the page follow.
    pub(super) fn deed(
        self,
        act: impl FnOnce(&mut OwnData, &Ground) -> Result<Option<Done>, Refusal>,
    ) {
        let told = self.done(act);
        self.tell(told);
        self.hear();
    }

    /// The same where each half of it can take a second: what the page is busy with is painted between them.
    pub(super) fn deed_by_steps(
        self,
        act: impl FnOnce(&mut OwnData, &Ground) -> Result<Option<Done>, Refusal>,
    ) {
        let told = self.done(act);
        self.busy.update(|busy| {
            if let Some(Busy::Opening(_, steps)) = busy {
                *steps += 1;
            }
        });
        in_a_next_task(move || {
            self.tell(told);
            self.hear();
        });
    }

    fn done(
        self,
        act: impl FnOnce(&mut OwnData, &Ground) -> Result<Option<Done>, Refusal>,
    ) -> Option<Told> {
        let ground = self.ground();
        let outcome = ground.map_err(Refusal::Figures).and_then(|ground| {
            let outcome = self.own.try_update(|own| act(own, &ground));
            outcome.unwrap_or(Ok(None))
        });
        self.handed.set(String::new());
        outcome.transpose()
    }

    /// Says what came of a deed.
    pub(super) fn tell(self, told: Option<Told>) {
        self.busy.set(None);
        self.told.set(told);
    }

    /// Takes an assessment; what was said before stays, unless it cannot be taken.
    pub(super) fn assess(self, assessment: Assessment) {
        let outcome = self.own.try_update(|own| own.assess(assessment));
        if let Some(Err(refusal)) = outcome {
            self.tell(Some(Err(refusal)));
        }
        self.hear();
    }

    /// Does what is new.
    fn hear(self) {
        let news = self
            .own
            .try_maybe_update(|own| (false, own.take_news()))
            .unwrap_or_default();
        for one in news {
            match one {
                News::Counts(calculator, catalogue) => {
                    self.state.count_with(calculator);
                    figures::share(&catalogue);
                    self.state.parts.ask_again();
                }
                News::Assessed(text) => self.state.assess(&text),
                News::Keep => self.keeping.run(move || self.keep()),
                News::Forget => {
                    self.keeping.cancel();
                    storage::forget_everything();
                }
                News::Show(link) => self.state.load_scenario(&link.scenario),
                News::Saved(saved) => self.state.restore_saved(&pack_saved(&saved)),
            }
        }
    }

    /// Keeps what is here, with what another page kept meanwhile.
    fn keep(self) {
        if let Ok(there) = storage::kept_own() {
            self.meet_text(&there);
        }
        self.keeping.cancel();
        let texts = self.own.with_untracked(OwnData::texts);
        let Some(texts) = texts else { return };
        let outcome = storage::keep_own(&texts);
        let [project, ..] = &texts;
        let before = self.own.with_untracked(OwnData::unkept);
        if before == outcome.err() {
            // Nothing that is shown changes.
            self.own
                .update_untracked(|own| own.settle_kept(project, outcome));
        } else {
            self.own.update(|own| own.settle_kept(project, outcome));
        }
    }

    /// Meets what another page wrote.
    fn meet(self) {
        if let Ok(there) = storage::kept_own() {
            self.meet_text(&there);
        }
    }

    /// Meets this text, which another page wrote.
    pub(super) fn meet_text(self, there: &str) {
        if self.own.with_untracked(|own| own.knows(there)) {
            return;
        }
        let told = self.own.try_update(|own| own.meet(there)).flatten();
        if told.is_some() {
            self.tell(told);
        }
        self.hear();
    }

    /// Hands the reader a file, and shows its text.
    pub(super) fn hand_out(self, file: Result<HandedFile, CalculatorError>) {
        match file {
            Ok(HandedFile { name, kind, text }) => {
                let denied = download::hand_text(&text, kind, &name).is_err();
                self.tell(denied.then_some(Err(Refusal::Unsaved(name))));
                self.handed.set(text);
            }
            Err(error) => self.tell(Some(Err(Refusal::Figures(error)))),
        }
    }

    /// Has a workbook written, and hands it to the reader.
    pub(super) fn hand_out_book(self, book: Result<(String, Book), CalculatorError>) {
        self.handed.set(String::new());
        let (name, book) = match book {
            Ok(book) => book,
            Err(error) => return self.tell(Some(Err(Refusal::Figures(error)))),
        };
        self.tell(None);
        spawn_local(async move {
            let bytes = office::write_workbook(&book.pack()).await;
            let handed = bytes.and_then(|bytes| download::hand_bytes(&bytes, "xlsx", &name));
            if handed.is_err() {
                self.tell(Some(Err(Refusal::Unsaved(name))));
            }
        });
    }

    /// Deletes everything.
    pub(super) fn delete_everything(self) {
        self.deed(|own, _ground| Ok(Some(own.delete_everything())));
        self.table.set(None);
        self.form.set(OpenForm::Closed);
        self.drafts.set(Drafts::default());
    }
}
