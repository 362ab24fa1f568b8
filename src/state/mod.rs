//! What the reader has changed and chosen: signals in, memos out, actions as methods. It holds facts;
//! words are chosen when something is drawn.
//!
//! | file | holds |
//! | --- | --- |
//! | `edits` | every change of the scenario, undo and redo |
//! | `answers` | what the views show of it, each a question to the session |
//! | `arrival`, `address`, `preview` | what an address brings, says of the state, and shows before it is opened |
//! | `fields` | texts that a person typed, as numbers |
//! | `handed` | what was handed out last, as a file or copied |
//! | `ladder`, `search` | how the ranking is sorted and filtered, what a name is found by |
//! | `followed` | the plan that is followed |
//! | `choices`, `saved` | choices of the analyses, scenarios kept on the device |
//! | `embed`, `embed_choices` | what the address of an embed asks for, what is chosen for the code of one |
//! | `steady` | values that wake nothing unless they change |
//! | `own_data`, `own_figures` | what the reader brought, and what of it a link may carry |
//! | `story` | what the sentence that can be quoted is about |

mod address;
mod answers;
mod arrival;
mod choices;
mod edits;
mod embed;
mod embed_choices;
mod fields;
mod followed;
mod handed;
mod ladder;
mod own_data;
mod own_figures;
mod preview;
mod saved;
mod search;
mod steady;
mod story;
mod timeline;

pub use address::{Place, is_said, unit_page};
pub use answers::{GroupLine, group_line, groups};
use answers::{decimals, edited, estimate_error};
pub use arrival::Notice;
pub use choices::{Choices, pack};
pub use embed::EmbedOptions;
pub use embed_choices::EmbedChoices;
pub use fields::{parse_gain, parse_score_or_points, parse_weight};
pub use followed::{Followed, FollowedStep};
pub use handed::Handed;
pub use ladder::{Compared, LadderState, MOST_ROWS, PILLAR, Sort, window};
pub use own_data::assessed_in;
pub use preview::{
    Landmark, Preview, has_supposed_pages, is_complete, landmarks, shared_editions, supposed_page,
    supposing,
};
pub use saved::{Saved, is_readable_link, pack_saved, settled};
pub use search::{Found, SearchKeys};
pub use steady::steady;

use crate::bridge::Parts;
use crate::browser::stages::Stages;
use arrival::Arrival;
use dti_engine::calculator::{Calculator, CalculatorError, Verdict, present};
use dti_engine::model::{Edition, Node, Provenance, Scenario, Text};
use dti_engine::session::Session;
use dti_formats::link::{self, Language, Link, Theme};
use dti_words::{NamesIn, Unkept, Words, problem};
use leptos::prelude::*;
use std::sync::Arc;
use steady::steady_by;
use timeline::Timeline;

/// Reads the known and assessed figures that stayed on the device for an edition.
pub type Keeper = fn(&str) -> Option<String>;

/// What the dialog for explanations is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Panel {
    /// How a number is computed: `total`, `rank`, `estimate` or the id of an indicator.
    Formula(String),
    /// What is on file for the edition.
    Data,
    /// Where the figures of the open scorecard were read.
    Sources,
    /// Putting this page into another one.
    Embed,
}

/// A part of what the reader brought, to be opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OwnDataRequest {
    /// The detailed scorecard, at the components of an indicator if one is named.
    Card(Option<String>),
    /// Bringing data in.
    Import,
    /// Taking them out.
    Export,
    /// Indices of one's own.
    Index,
}

/// Everything that the reader has changed and chosen. Provided once; a copy is as good as the other.
#[derive(Clone, Copy)]
pub struct State {
    /// What the page counts with.
    pub calculator: RwSignal<Arc<Calculator>>,
    /// The scenario being edited, with its results.
    pub session: RwSignal<Session>,
    /// The same without any what-if: what is published and what the reader knows.
    pub present: RwSignal<Session>,
    /// The edition that is shown.
    pub edition: Signal<Arc<Edition>>,
    /// Row of the unit asked about.
    pub unit: RwSignal<usize>,
    /// Row of the other unit whose scorecard is open, if one is.
    pub editing: RwSignal<Option<usize>>,
    /// What the scenario does to the unit asked about.
    pub verdict: Memo<Option<Verdict>>,
    /// Decimals of every score on the page.
    pub decimals: Signal<u32>,
    /// Rows of the units of which something is changed.
    pub edited: Signal<Vec<usize>>,
    /// How far off the estimates are, where there are any.
    pub estimate_error: Signal<Option<f64>>,
    /// Language of the page.
    pub language: RwSignal<Language>,
    /// Colours of the page.
    pub theme: RwSignal<Theme>,
    /// The words of the edition in the language; all that is drawn with them is drawn anew when they
    /// change.
    pub words: Signal<Words>,
    /// What an address could not bring.
    pub notices: RwSignal<Vec<Notice>>,
    /// How the ranking is sorted and filtered.
    pub ladder: LadderState,
    /// What units can be found by, worked out at the first search.
    pub keys: Memo<SearchKeys>,
    /// What whoever comes back may go on with, as a fragment.
    pub resume: RwSignal<Option<String>>,
    /// What is chosen in the analyses, by key.
    pub choices: RwSignal<Choices>,
    /// Why saved scenarios are not kept on the device, where they are not.
    pub unkept: RwSignal<Option<Unkept>>,
    /// What the map shows.
    pub measure: RwSignal<String>,
    /// What the dialog for explanations is about, while it is open.
    pub panel: RwSignal<Option<Panel>>,
    /// What is chosen for the code of an embed.
    pub embed: RwSignal<EmbedChoices>,
    /// What of the own data is to be opened.
    pub own_data: RwSignal<Option<OwnDataRequest>>,
    /// What was handed to the reader last.
    handed: RwSignal<Option<Handed>>,
    /// The parts that are loaded later.
    pub parts: Parts,
    /// What of the page waits to be drawn when it opens.
    pub stages: Stages,
    /// What the status line says.
    pub status: RwSignal<String>,
    followed: RwSignal<Option<Followed>>,
    timeline: RwSignal<Timeline>,
    /// Scenarios of the other editions, until the page is left.
    shelf: StoredValue<Vec<Scenario>>,
    /// What a link carries besides: kept as it came.
    carried: RwSignal<Link>,
    served: Language,
    is_still: bool,
    kept: StoredValue<Keeper>,
    /// The address without its fragment, and that of the site's root with its last `/`.
    addresses: StoredValue<(String, String)>,
}

impl State {
    /// The state that an address asks for, on a page served in a language. `kept` gives what stayed on
    /// the device. Fails only where no edition can be opened.
    pub fn try_new(
        calculator: Arc<Calculator>,
        address: &str,
        served: Language,
        kept: Keeper,
    ) -> Result<Self, CalculatorError> {
        let (address, fragment) = address.split_once('#').unwrap_or((address, ""));
        // Links hold no query: what a host writes there is its own.
        let address = address
            .split_once('?')
            .map_or(address, |(before, _)| before);
        let Arrival { link, notices } = arrival::arrive(&calculator, link::read(fragment), kept);
        let session = calculator.open(&link.scenario)?;
        let before = calculator.open(&present(&link.scenario))?;
        let unit = unit_of(&session, &link.scenario);
        let session = RwSignal::new(session);
        let edition = steady_by(
            move || session.with(|session| Arc::clone(session.edition())),
            Arc::ptr_eq,
        );
        let unit = RwSignal::new(unit);
        let counted = RwSignal::new(calculator);
        let present = RwSignal::new(before);
        let language = RwSignal::new(link.language.unwrap_or(served));
        let verdict = Memo::new(move |_| session.with(|session| session.verdict(unit.get())));
        Ok(Self {
            calculator: counted,
            session,
            present,
            estimate_error: steady(move || {
                present.with(|present| estimate_error(&counted.get(), present))
            }),
            edition,
            unit,
            editing: RwSignal::new(None),
            verdict,
            decimals: steady(move || verdict.with(|verdict| decimals(verdict.as_ref()))),
            edited: steady(move || session.with(edited)),
            language,
            theme: RwSignal::new(link.theme.unwrap_or_default()),
            words: steady(move || edition.with(|edition| Words::of(language.get(), Some(edition)))),
            notices: RwSignal::new(notices),
            ladder: LadderState::default(),
            keys: Memo::new(move |_| {
                edition.with(|edition| SearchKeys::of(&counted.get(), edition))
            }),
            resume: RwSignal::new(None),
            choices: RwSignal::new(Choices::new()),
            unkept: RwSignal::new(None),
            measure: RwSignal::new("score".to_owned()),
            panel: RwSignal::new(None),
            embed: RwSignal::new(EmbedChoices::default()),
            own_data: RwSignal::new(None),
            handed: RwSignal::new(None),
            parts: Parts::new(),
            stages: Stages::new(),
            status: RwSignal::new(String::new()),
            followed: RwSignal::new(None),
            timeline: RwSignal::new(Timeline::default()),
            shelf: StoredValue::new(Vec::new()),
            carried: RwSignal::new(link),
            served,
            is_still: false,
            kept: StoredValue::new(kept),
            addresses: StoredValue::new((address.to_owned(), folder_of(address))),
        })
    }

    /// The same for a page that only stands there: the first HTML, before the calculator runs and without
    /// it.
    #[must_use]
    pub fn standing_still(self) -> Self {
        Self {
            is_still: true,
            ..self
        }
    }

    /// Whether the page only stands there: what does nothing without the calculator is left out or has the
    /// class `live`. Never in a browser, so its module holds nothing of that.
    pub fn is_still(self) -> bool {
        self.is_still && !cfg!(target_arch = "wasm32")
    }

    /// Row of the unit whose scorecard is open.
    pub fn subject(self) -> usize {
        self.editing.get().unwrap_or_else(|| self.unit.get())
    }

    /// The same without following it.
    pub fn subject_untracked(self) -> usize {
        self.editing
            .get_untracked()
            .unwrap_or_else(|| self.unit.get_untracked())
    }

    /// The scenario with the unit asked about.
    pub fn scenario(self) -> Scenario {
        self.session.with(Session::scenario)
    }

    /// The same without following it.
    fn scenario_now(self) -> Scenario {
        self.session.with_untracked(Session::scenario)
    }

    /// Whether anything differs from the edition.
    pub fn is_edited(self) -> bool {
        !self.session.with(Session::is_baseline)
    }

    /// Whose figures are shown.
    pub fn provenance(self) -> Provenance {
        self.edition.with(|edition| edition.provenance())
    }

    /// Name of the unit in a row, in the language of the moment.
    pub fn name(self, row: usize) -> String {
        self.in_language(&self.name_at(row))
    }

    /// Name of the unit in a row; empty where there is none.
    pub fn name_at(self, row: usize) -> Text {
        self.edition.with(|edition| {
            let unit = edition.units().get(row);
            unit.map(|unit| unit.name.clone()).unwrap_or_default()
        })
    }

    /// Id of the unit in a row; empty where there is none.
    pub fn id(self, row: usize) -> String {
        let id = |edition: &Arc<Edition>| edition.units().get(row).map(|unit| unit.id.clone());
        self.edition.with(id).unwrap_or_default()
    }

    /// The half of a text that is in the language of the moment.
    pub fn in_language(self, text: &Text) -> String {
        self.words.with(|words| words.in_language(text).to_owned())
    }

    /// Id of an indicator of the edition.
    pub fn indicator_id(self, node: Node) -> String {
        self.edition
            .with(|edition| edition.framework().indicator(node).id.clone())
    }

    /// Rows with a key of the edition that they are of: other figures have other units in the same rows, and
    /// what is drawn of a unit once belongs to them.
    pub fn keyed(self, rows: &[usize]) -> Vec<(usize, usize)> {
        let edition = self.edition.with(|edition| Arc::as_ptr(edition).addr());
        rows.iter().map(|&row| (edition, row)).collect()
    }

    /// Title of the edition that is shown, in the language of the moment.
    pub fn edition_title(self) -> String {
        self.edition
            .with(|edition| self.in_language(&edition.header().title))
    }

    /// An error of the calculator in a sentence.
    pub fn said(self, why: &CalculatorError) -> String {
        let edition = self.edition.get();
        self.words
            .with(|words| problem(why, &NamesIn::new(Some(&edition), words), words))
    }

    /// Ids and titles of the editions that can be simulated, newest first.
    pub fn editions(self) -> Vec<(String, String)> {
        let calculator = self.calculator.get();
        let editions = calculator.editions().iter().rev();
        let editions = editions.filter(|edition| edition.header().simulatable);
        let option = |edition: &Arc<Edition>| {
            let title = self.in_language(&edition.header().title);
            (edition.id().to_owned(), title)
        };
        editions.map(option).collect()
    }

    /// Title of an edition, in the language of the moment; empty where there is none.
    pub fn title_of(self, edition: &str) -> String {
        let edition = self.calculator.get().edition(edition).ok().cloned();
        edition.map_or_else(String::new, |own| self.in_language(&own.header().title))
    }

    /// Whether there is a step back.
    pub fn has_past(self) -> bool {
        self.timeline.with(Timeline::has_past)
    }

    /// Whether there is a step forward.
    pub fn has_future(self) -> bool {
        self.timeline.with(Timeline::has_future)
    }

    /// Opens the explanation of `total`, `rank`, `estimate` or an indicator.
    pub fn explain(self, focus: &str) {
        self.panel.set(Some(Panel::Formula(focus.to_owned())));
    }

    /// Opens a part of the own data.
    pub fn open_own_data(self, request: OwnDataRequest) {
        self.own_data.set(Some(request));
    }

    /// Has the status line say something.
    pub fn say(self, news: String) {
        self.status.set(news);
    }
}

/// Row of the unit that a scenario asks about; the first where it asks about none.
fn unit_of(session: &Session, scenario: &Scenario) -> usize {
    let asked = scenario.unit.as_deref();
    let row = asked.and_then(|unit| session.edition().position(unit));
    row.unwrap_or_default()
}

/// An address up to its last `/`.
fn folder_of(address: &str) -> String {
    let folder = address.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/")
}

#[cfg(test)]
mod tests;
