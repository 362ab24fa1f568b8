//! The desk: what a reader brought (component lists, assessments, results, own indices), as values.
//! A module of its own that is loaded when it is opened; the page hears of it by [`News`].

mod card;
mod export;
mod fields;
mod ground;
mod import;
mod index;
mod keep;
mod kept;
mod news;
mod rehearsal;
mod words;

pub use news::News;
pub use rehearsal::rehearse;

use super::Asked;
use super::choices::{Choices, pack, unpack};
use super::control::{button, button_with};
use super::renamed::Renamed;
use super::{Event, EventKind, Markup};
use dti_engine::calculator::{Calculator, CalculatorError};
use dti_formats::link::Language;
use dti_formats::{FileError, Own, Project, ProjectKind};
use fields::{file_field, text_field};
use ground::Ground;
use std::borrow::Cow;
use words::Word;

/// Longest file that is read at all, in bytes; the limits of each kind are checked later.
pub const LARGEST_FILE: usize = dti_formats::LARGEST_PROJECT;

/// Steps back that are kept.
const LONGEST_PAST: usize = 20;

/// What of the desk is open.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Part {
    /// The detailed scorecard.
    #[default]
    Card,
    /// Bringing data in.
    Import,
    /// Taking data out, keeping and deleting it.
    Export,
    /// Own indices.
    Index,
}

impl Part {
    const ALL: [Self; 4] = [Self::Card, Self::Import, Self::Export, Self::Index];

    fn as_str(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Import => "import",
            Self::Export => "export",
            Self::Index => "index",
        }
    }

    fn word(self) -> Word {
        match self {
            Self::Card => Word::Card,
            Self::Import => Word::Import,
            Self::Export => Word::Export,
            Self::Index => Word::Index,
        }
    }
}

/// What a reader sees when something cannot be done.
#[derive(Clone, PartialEq, Debug)]
enum Refusal {
    /// A file or what was kept.
    File(FileError),
    /// The figures do not allow it.
    Figures(CalculatorError),
    /// A sentence.
    Said(String),
    /// What reads a workbook was not loaded: a sentence, and the workbook can be read again.
    NotLoaded(String),
}

/// The desk with what the reader brought.
#[derive(Debug)]
pub struct Desk {
    /// The official editions, as the site ships them.
    shipped: Cow<'static, [u8]>,
    /// The official editions alone.
    official: &'static Calculator,
    /// With what the reader brought.
    calculator: &'static Calculator,
    own: Own,
    /// The same as it stands behind what ships.
    catalogue_own: dti_formats::OwnCatalogue,
    kept: kept::State,
    past: Vec<Own>,
    part: Part,
    /// The page as it was when it last asked.
    ground: Option<Ground>,
    /// Saved scenarios of the page.
    saved: Choices,
    card: card::State,
    beginning: index::Beginning,
    import: import::State,
    export: export::State,
    refusal: Option<Refusal>,
    /// What the last deed came to, in a sentence.
    done: String,
    /// Name of what is being read elsewhere; `None` when nothing is.
    reading: Option<String>,
    /// The last question of the page, for a desk elsewhere.
    asked: String,
    /// What the status line was last asked to say.
    said: String,
    news: Vec<News>,
}

impl Desk {
    /// The desk on the official editions, with what was kept on the device: empty, or the text of a
    /// project file. What cannot be read is left where it is and said.
    pub fn new(shipped: impl Into<Cow<'static, [u8]>>, kept: &str) -> Option<Self> {
        let shipped = shipped.into();
        let official = dti_formats::shipped(&shipped, dti_formats::OwnCatalogue::default()).ok()?;
        let official: &Calculator = Box::leak(Box::new(official));
        let mut desk = Self {
            shipped,
            official,
            calculator: official,
            own: Own::default(),
            catalogue_own: dti_formats::OwnCatalogue::default(),
            kept: kept::State::default(),
            past: Vec::new(),
            part: Part::default(),
            ground: None,
            saved: Choices::new(),
            card: card::State::default(),
            beginning: index::Beginning::default(),
            import: import::State::default(),
            export: export::State::default(),
            refusal: None,
            done: String::new(),
            reading: None,
            asked: String::new(),
            said: String::new(),
            news: Vec::new(),
        };
        desk.restore(kept);
        Some(desk)
    }

    /// What happened to one of its controls: its `data-do` begins with `desk`.
    pub fn take_in(&mut self, event: &Event) {
        let deed = event.deed.strip_prefix("desk ").unwrap_or(event.deed);
        let (verb, object) = deed.split_once(' ').unwrap_or((deed, ""));
        // A control that is drawn anew is left as another one: only clicks open, close and undo.
        let is_click = event.kind == EventKind::Click;
        if is_click {
            self.export.handed.clear();
        }
        match verb {
            "open" if is_click => {
                let (part, rest) = object.split_once(' ').unwrap_or((object, ""));
                let found = Part::ALL.into_iter().find(|own| own.as_str() == part);
                self.part = found.unwrap_or_default();
                if self.part == Part::Card {
                    card::open(self, rest);
                }
            }
            "dismiss" if is_click => {
                self.refusal = None;
                self.done.clear();
            }
            "back" if is_click => self.step_back(),
            "again" if is_click => self.news.push(News::ReadAgain),
            "choose" if is_click => self.choose(object),
            "card" => card::take_in(self, object, event),
            "import" => import::take_in(self, object, event),
            "export" => export::take_in(self, object, event),
            "index" => index::take_in(self, object, event),
            _ => {}
        }
    }

    /// A file that the reader chose, dropped or pasted: its name and what it holds.
    pub fn receive(&mut self, name: &str, brought: Brought) {
        self.reading = None;
        self.refusal = None;
        self.done.clear();
        match keep::json_of(&brought) {
            Some(keep::Json::Project(text)) => match self.open_project(name, &text) {
                Err(refusal) => self.refusal = Some(refusal),
                Ok(done) => self.done = done,
            },
            Some(keep::Json::Index(text)) => {
                if let Err(refusal) = self.open_index(name, &text) {
                    self.refusal = Some(refusal);
                }
            }
            None => import::receive(self, name, brought),
        }
    }

    /// Says that a file is larger than anything that is read.
    pub fn is_too_large(&mut self, name: &str, bytes: f64) {
        self.refuse(words::too_large(name, bytes, self.language()));
    }

    /// Says that the browser could not read a file.
    pub fn could_not_read(&mut self, name: &str) {
        self.refuse(words::unread(name, self.language()));
    }

    /// Says that the browser refused to hand a file out.
    pub fn could_not_save(&mut self, name: &str) {
        self.refuse(words::unsaved(name, self.language()));
    }

    /// Why the last deed could not be done.
    fn refused(&self) -> Option<String> {
        let language = self.language();
        self.refusal.as_ref().map(|refusal| match refusal {
            Refusal::File(fault) => words::file_fault(fault, language),
            Refusal::Figures(error) => {
                let sentence = words::problem(error, self.ground.as_ref(), language);
                match &self.ground {
                    Some(ground) => Renamed::sentence(self.calculator, &ground.edition, sentence),
                    None => sentence,
                }
            }
            Refusal::Said(sentence) | Refusal::NotLoaded(sentence) => sentence.clone(),
        })
    }

    /// What the reader is told of the last deed.
    fn told(&self) -> String {
        match &self.reading {
            Some(name) => words::reading(name, self.language()),
            None => self.refused().unwrap_or_else(|| self.done.clone()),
        }
    }

    fn refuse(&mut self, sentence: String) {
        self.reading = None;
        self.refusal = Some(Refusal::Said(sentence));
    }

    /// What the page has to hear since it last asked.
    pub fn news(&mut self) -> Vec<News> {
        let said = self.told();
        if said != self.said {
            self.said.clone_from(&said);
            if !said.is_empty() {
                self.news.push(News::Say(said));
            }
        }
        std::mem::take(&mut self.news)
    }

    /// The desk for the page that asks.
    pub fn markup(&mut self, asked: &Asked) -> Markup {
        let mut out = Markup::default();
        self.saved = unpack(&asked.saved);
        self.asked = asked.pack();
        match Ground::of(self.calculator, asked) {
            Ok(ground) => self.ground = Some(ground),
            Err(error) => self.refusal = Some(Refusal::Figures(error)),
        }
        card::prepare(self);
        if let Some(ground) = &self.ground {
            view(self, ground, &mut out);
        }
        out
    }

    fn language(&self) -> Language {
        self.ground
            .as_ref()
            .map(|ground| ground.language)
            .unwrap_or_default()
    }

    fn word(&self, word: Word) -> &'static str {
        word.in_language(self.language())
    }

    /// The project that the reader would save now.
    fn project(&self) -> Project {
        let ground = self.ground.as_ref();
        Project {
            kind: ProjectKind::Whole,
            own: self.own.clone(),
            scenarios: keep::scenarios(&self.saved),
            current: ground
                .map(|ground| ground.fragment.clone())
                .unwrap_or_default(),
        }
    }
}

/// What a file holds, as far as the browser and the sheet module read it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Brought {
    /// Bytes of a text file.
    Bytes(Vec<u8>),
    /// A pasted text.
    Pasted(String),
    /// A packed workbook, or a packed fault (`files::Workbook`).
    Workbook(String),
}

fn view(desk: &Desk, ground: &Ground, m: &mut Markup) {
    m.node("div", "desk", |m| {
        m.node("div", "desk-parts", |m| {
            m.set("role", "group");
            m.set("aria-label", desk.word(Word::Parts));
            for part in Part::ALL {
                let deed = format!("desk open {}", part.as_str());
                button_with(m, "part", deed.into(), desk.word(part.word()).into(), |m| {
                    let is_open = part == desk.part;
                    m.set("aria-pressed", if is_open { "true" } else { "false" });
                });
            }
        });
        kept::view(desk, m);
        told(desk, m);
        let mut own = Markup::default();
        match desk.part {
            Part::Card => card::view(desk, ground, &mut own),
            // It holds what the reader brought, which stays as it is.
            Part::Import => return import::view(desk, ground, m),
            Part::Export => export::view(desk, ground, &mut own),
            Part::Index => index::view(desk, ground, &mut own),
        }
        m.append(Renamed::whole(desk.calculator, &ground.edition, own));
    });
}

/// What the last deed came to, or why it could not be done.
fn told(desk: &Desk, m: &mut Markup) {
    let told = desk.told();
    m.node("div", "desk-told", |m| {
        m.set("id", "desk-told");
        if told.is_empty() {
            return;
        }
        let is_refused = desk.refusal.is_some() && desk.reading.is_none();
        m.node("div", if is_refused { "notice" } else { "done" }, |m| {
            m.leaf("p", "", told);
            if desk.reading.is_some() {
                return;
            }
            m.node("p", "actions", |m| {
                if !desk.past.is_empty() && desk.refusal.is_none() {
                    button(m, "desk back", desk.word(Word::StepBack));
                }
                if matches!(desk.refusal, Some(Refusal::NotLoaded(_))) {
                    button(m, "desk again", desk.word(Word::Again));
                }
                button(m, "desk dismiss", desk.word(Word::Close));
            });
        });
    });
}

#[cfg(test)]
mod tests;
