//! The page as values: its state, what a reader can do to it, and what it shows. No browser and no
//! Leptos here: `app` draws the [`Markup`] of a [`Page`] and hands it what happens.

mod analyses;
mod arrival;
mod choices;
pub mod desk;
mod embed;
mod events;
mod fields;
mod kept;
mod ladder_choices;
mod markup;
mod names;
mod own_data;
mod own_figures;
mod panels;
mod picker;
mod pictures;
mod renamed;
mod search;
mod shown;
mod siblings;
mod stacked_bar;
mod studio;
mod text;
mod timeline;
mod verbs;
mod views;
mod workbooks;

pub use analyses::{FINDING, Work, completed};
pub use arrival::{HistoryStep, Place, history_step};
pub use events::{Event, EventKind, Outcome, Wish};
pub use kept::{Unkept, is_readable_link, settled};
pub use markup::{Markup, Token, Words};
pub use own_data::assessed_in;
pub use siblings::{Name, kept};
pub use studio::{Asked, Subject, answer, answered};
pub use workbooks::{book_fault, book_remark};

use arrival::{Arrival, Notice, arrive};
use choices::{Choices, SAVED};
use dti_engine::calculator::{Calculator, ScorecardLine};
use dti_engine::model::{Digits, Edition, Exact, Provenance, Scenario, Text, Unit};
use dti_formats::link::{self, Language, Link, Theme};
use fields::Draft;
use ladder_choices::LadderChoices;
use picker::Picker;
use renamed::Renamed;
use shown::Shown;
use std::sync::Arc;
use text::{Word, in_language, tag, warning};
use timeline::Timeline;

/// Reads the known figures that stayed on the device for an edition.
pub type Keeper = fn(&str) -> Option<String>;

/// The top, the scorecard, the ladder, and what stands below.
const STAGES: u8 = 3;

/// What was last copied, or could not be.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Copied {
    /// Which button: `link`, `known`, `sentence`.
    what: String,
    text: String,
    is_done: bool,
}

/// The page: what is supposed, chosen, typed and open. It always shows a scenario that can be
/// simulated.
#[derive(Debug)]
pub struct Page {
    calculator: &'static Calculator,
    kept: Keeper,
    /// Language in which the page was served.
    served: Language,
    language: Language,
    theme: Theme,
    scenario: Scenario,
    /// The other unit whose scorecard is open, if one is.
    editing: Option<String>,
    /// The scenario with all its results.
    shown: Shown,
    /// What an address could not bring.
    notices: Vec<Notice>,
    timeline: Timeline,
    /// Scenarios of the other editions, until the page is left.
    shelf: Vec<Scenario>,
    /// What a link carries besides: kept as it came.
    carried: Link,
    ladder: LadderChoices,
    /// What the map shows.
    measure: String,
    picker: Picker,
    drafts: Vec<Draft>,
    /// Indicators whose "I know this figure" is open.
    open_forms: Vec<String>,
    /// Dialogs that are open: what is in them is drawn only then.
    open_dialogs: Vec<String>,
    copied: Option<Copied>,
    /// What the panel is about.
    panel: Subject,
    /// What is chosen in the analyses.
    choices: Choices,
    /// Whether the hint for a first visit is still wanted.
    has_hint: bool,
    /// How much of the page is drawn: from its top down, all of it at [`STAGES`].
    stage: u8,
    /// What the status line says.
    said: String,
    /// The address without its fragment.
    address: String,
    /// Address of the site's root, with its last `/`.
    root: String,
    /// Whether the page stands inside another one.
    is_embedded: bool,
    /// Milliseconds on any clock, for edits that follow on one another.
    now: f64,
}

impl Page {
    /// The page that an address asks for.
    pub fn new(
        calculator: &'static Calculator,
        address: &str,
        served: Language,
        kept: Keeper,
    ) -> Self {
        let (address, fragment) = address.split_once('#').unwrap_or((address, ""));
        let Arrival { link, notices } = arrive(calculator, link::read(fragment), kept);
        Self {
            calculator,
            kept,
            served,
            language: link.language.unwrap_or(served),
            theme: link.theme.unwrap_or_default(),
            scenario: link.scenario.clone(),
            editing: None,
            shown: Shown::of(calculator, &link.scenario, None, None),
            notices,
            timeline: Timeline::default(),
            shelf: Vec::new(),
            carried: link,
            ladder: LadderChoices::default(),
            measure: "score".to_owned(),
            picker: Picker::default(),
            drafts: Vec::new(),
            open_forms: Vec::new(),
            open_dialogs: Vec::new(),
            copied: None,
            panel: Subject::Data,
            choices: Choices::new(),
            has_hint: false,
            stage: STAGES,
            said: String::new(),
            address: address.to_owned(),
            root: folder_of(address),
            is_embedded: false,
            now: 0.0,
        }
    }

    /// Works out what [`Self::new`] needs of the address's edition, which the calculator keeps: the
    /// longer half of its work, for a task of its own.
    pub fn prepare(calculator: &Calculator, address: &str) {
        let (_, fragment) = address.split_once('#').unwrap_or_default();
        let wanted = link::read(fragment).0.scenario.edition;
        // What is wrong with it is said when the page is made.
        calculator.simulate(&Scenario::baseline(&wanted)).ok();
    }

    /// The page with the hint for a first visit.
    pub fn with_hint(self) -> Self {
        Self {
            has_hint: true,
            ..self
        }
    }

    /// The page with its top only: [`Self::grow`] draws the next part below, so that no single
    /// drawing takes long. Nothing that stands already moves.
    pub fn from_its_top(self) -> Self {
        Self { stage: 0, ..self }
    }

    /// Draws the next part too; says whether that was the last.
    pub fn grow(&mut self) -> bool {
        self.stage = STAGES.min(self.stage + 1);
        self.stage == STAGES
    }

    /// Whether the reader knows what to do: the hint for a first visit has been dismissed, or
    /// something is edited. The hint itself stays until it is dismissed, since nothing may move
    /// while a slider is dragged.
    pub fn is_known_to_reader(&self) -> bool {
        !self.has_hint || self.shown.is_edited()
    }

    /// What the page counts with.
    pub fn calculator(&self) -> &'static Calculator {
        self.calculator
    }

    /// Everything on the page.
    pub fn markup(&self) -> Markup {
        self.named_here(views::page(self))
    }

    /// A markup with the word of the edition for what it ranks.
    fn named_here(&self, markup: Markup) -> Markup {
        match self.edition() {
            Some(edition) => Renamed::whole(self.calculator, edition, markup),
            None => markup,
        }
    }

    /// A sentence with the words of the edition.
    fn renamed(&self, sentence: String) -> String {
        match self.edition() {
            Some(edition) => Renamed::sentence(self.calculator, edition, sentence),
            None => sentence,
        }
    }

    /// Whose figures are shown.
    fn provenance(&self) -> Provenance {
        let edition = self.edition();
        edition.map_or(Provenance::Published, |edition| edition.provenance())
    }

    /// Decimals that the scores shown need.
    fn digits(&self) -> Digits {
        let verdict = self.shown.verdict.as_ref();
        verdict.map_or_else(Digits::default, |verdict| verdict.digits)
    }

    /// A score of the ranking with the decimals that tell it from others.
    fn ranked(&self, score: Exact) -> String {
        text::decimal(score, self.digits().score, self.language)
    }

    /// Whose figures are shown and whether they were changed, in a few words.
    fn tag(&self) -> &'static str {
        tag(self.provenance(), self.shown.is_edited(), self.language)
    }

    /// The same as a sentence; none where the figures are as published.
    fn warning(&self) -> Option<String> {
        warning(self.provenance(), self.shown.is_edited(), self.language)
    }

    /// Language of the page.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Colours of the page.
    pub fn theme(&self) -> Theme {
        self.theme
    }

    /// Title of the document.
    pub fn title(&self) -> &'static str {
        self.word(Word::Title)
    }

    /// What the page shows, as a link.
    pub fn link(&self) -> Link {
        Link {
            scenario: self.scenario.clone(),
            language: (self.language != self.served).then_some(self.language),
            theme: (self.theme != Theme::Auto).then_some(self.theme),
            data: Some(self.calculator.data_version().number),
            data_code: self
                .edition()
                .and_then(|own| own.header().data_code.clone()),
            ..self.carried.clone()
        }
    }

    /// The edition that is shown and the known figures in it as a text to keep on the device.
    pub fn to_keep(&self) -> (String, Option<String>) {
        let edition = self.scenario.edition.clone();
        (edition, arrival::known_text(&self.scenario))
    }

    /// The result in one line, for the status line some time after an edit.
    pub fn news(&self) -> String {
        let Some(verdict) = &self.shown.verdict else {
            return String::new();
        };
        let name = self.name_at(verdict.position);
        let language = self.language;
        let told = [
            Some(text::status(verdict, &name, language)),
            text::tied_with(&self.tied(), language),
            Some(text::rival_mode(self.scenario.rivals, language)),
            (self.provenance() != Provenance::Published).then(|| self.tag().to_owned()),
        ];
        let told = told.into_iter().flatten().filter(|part| !part.is_empty());
        self.renamed(told.collect::<Vec<_>>().join("; "))
    }

    /// Has the status line say something.
    pub fn say(&mut self, news: String) {
        self.said = news;
    }

    fn word(&self, word: Word) -> &'static str {
        word.in_language(self.language)
    }

    /// `Huế: Đặt lại`, for names of controls.
    fn named(&self, name: &str, word: Word) -> String {
        format!("{name}: {}", self.word(word))
    }

    fn of<'a>(&self, text: &'a Text) -> &'a str {
        in_language(text, self.language)
    }

    fn edition(&self) -> Option<&'static Arc<Edition>> {
        self.calculator.edition(&self.scenario.edition).ok()
    }

    fn units(&self) -> &'static [Unit] {
        self.edition()
            .map(|edition| edition.units())
            .unwrap_or_default()
    }

    fn name_at(&self, position: usize) -> Text {
        let unit = self.units().get(position);
        unit.map(|unit| unit.name.clone()).unwrap_or_default()
    }

    fn name_of(&self, id: &str) -> String {
        let unit = self.units().iter().find(|unit| unit.id == id);
        unit.map(|unit| self.of(&unit.name).to_owned())
            .unwrap_or_default()
    }

    /// The line of the open scorecard for an indicator, and what `pick` takes from it.
    fn line_value(&self, indicator: &str, pick: fn(&ScorecardLine) -> Exact) -> Option<Exact> {
        let node = self.node(indicator)?;
        let mut lines = self.shown.card.iter().flat_map(|group| &group.lines);
        lines.find(|line| line.node == node).map(pick)
    }

    fn is_open(&self, dialog: &str) -> bool {
        self.open_dialogs.iter().any(|open| open == dialog)
    }
}

/// An address up to its last `/`.
fn folder_of(address: &str) -> String {
    let folder = address.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/")
}

#[cfg(test)]
mod tests;
