//! What happens on the page. Every control says in its `data-do` what it does, a verb and what it
//! is done to; here the words become verbs of [`Page`].

use super::ladder_choices::Sort;
use super::{Copied, Page, Subject};
use dti_engine::calculator::{LadderColumn, parse_score, stepped};
use dti_engine::model::Rivals;
use dti_formats::link::{LONGEST, Language, Privacy, Theme, write};

/// What rivals gain when that mode is chosen: 10 points.
const FIRST_GAIN: i64 = 1000;

/// The kinds of things that happen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EventKind {
    /// A button, an option or a link is clicked; a dialog is closed.
    Click,
    /// The value of a field or slider changes.
    Input,
    /// The value of a field or choice is final.
    Change,
    /// A key is pressed in a field.
    Key,
    /// A field is left.
    Leave,
}

/// Something that happens to a control.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Event<'a> {
    /// What kind of thing.
    pub kind: EventKind,
    /// The control's `data-do`.
    pub deed: &'a str,
    /// Its id.
    pub id: &'a str,
    /// Its value; for a key, the key's name.
    pub value: &'a str,
    /// Milliseconds on any clock.
    pub now: f64,
}

/// What the page asks of the browser.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wish {
    /// Focus on the element with this id.
    Focus(String),
    /// Select what stands in the field with this id.
    Select(String),
    /// Copy this text and tell [`Page::copied`].
    Copy {
        /// Which button.
        what: String,
        /// The text.
        text: String,
    },
    /// Copy what stands in the text field with this id and tell [`Page::copied`].
    CopyField {
        /// Id of the field.
        id: String,
        /// What the page should remember it by.
        text: String,
    },
    /// Open the dialog with this id.
    Open(String),
    /// Close it.
    Close(String),
    /// Hand the reader a picture as a file.
    Save {
        /// `svg` or `png`.
        kind: String,
        /// Which picture.
        name: String,
    },
    /// Try again to load the second module.
    Retry,
    /// Scroll the list so that this option is in view.
    ShowOption(String),
    /// Scroll the ladder so that this row is in view.
    ShowRow(String),
}

/// What came of an event.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Outcome {
    /// Whether the browser should not do what it would.
    pub is_handled: bool,
    /// What the browser should do once the page is drawn.
    pub wishes: Vec<Wish>,
}

impl Page {
    /// Takes an event in. What nobody understands changes nothing.
    pub fn happen(&mut self, event: &Event) -> Outcome {
        self.now = event.now;
        let before = self.ladder_place();
        let mut outcome = Outcome::default();
        match event.kind {
            EventKind::Click => self.click(event.deed, &mut outcome),
            EventKind::Input => self.input(event),
            EventKind::Change => self.change(event),
            EventKind::Key => self.key(event, &mut outcome),
            EventKind::Leave => {
                if event.deed == "province" {
                    self.close_picker();
                }
            }
        }
        if before != self.ladder_place() {
            outcome.wishes.push(self.show_own_row());
        }
        outcome
    }

    /// Has the ladder scrolled to the unit whose scorecard is open.
    pub fn show_own_row(&self) -> Wish {
        Wish::ShowRow(format!("row-{}", self.shown.subject))
    }

    /// Remembers what came of copying.
    pub fn copied(&mut self, what: &str, text: &str, is_done: bool) {
        self.copied = Some(Copied {
            what: what.to_owned(),
            text: text.to_owned(),
            is_done,
        });
    }

    /// Undo and redo from anywhere on the page.
    pub fn travel(&mut self, is_back: bool) {
        if is_back { self.undo() } else { self.redo() }
    }

    /// What the place of the ladder's box depends on: only a choice moves it, no step of a drag.
    fn ladder_place(&self) -> (String, String, Sort, String, String) {
        let choices = &self.ladder;
        (
            self.scenario.edition.clone(),
            self.shown.subject.clone(),
            choices.sort,
            choices.wanted.clone(),
            choices.region.clone(),
        )
    }

    fn click(&mut self, deed: &str, outcome: &mut Outcome) {
        let (verb, object) = deed.split_once(' ').unwrap_or((deed, ""));
        match verb {
            "skip" => {
                // The fragment is the scenario: a jump inside the page must not write to it.
                outcome.is_handled = true;
                outcome.wishes.push(Wish::Focus(object.to_owned()));
            }
            "language" => {
                self.language = match self.language {
                    Language::Vi => Language::En,
                    Language::En => Language::Vi,
                }
            }
            "undo" => self.undo(),
            "redo" => self.redo(),
            "reset-all" => self.reset_all(),
            "reset" => self.reset_indicator(object),
            "step" => self.step(object),
            "choose" => self.choose_unit(object),
            "edit" => self.edit_unit(object),
            "own" => self.edit_own(),
            "forget" => self.forget(object),
            "drop" => self.drop_edit(object),
            "reset-max" => self.reset_max_points(),
            "dismiss" => self.notices.clear(),
            "sort" => {
                let column = match object {
                    "rank" => LadderColumn::Rank,
                    "places" => LadderColumn::Places,
                    "name" => LadderColumn::Name,
                    "score" => LadderColumn::Score,
                    _ => self.compared_column(),
                };
                self.ladder.sort = self.ladder.sort.clicked(column);
            }
            "know" => self.toggle_form(object, outcome),
            "province" => {
                let is_fresh = self.picker.typed.is_none();
                self.open_picker();
                if is_fresh {
                    outcome.wishes.push(Wish::Select("province".to_owned()));
                }
                self.show_option(outcome);
            }
            "option" => self.pick(object.parse().unwrap_or_default()),
            "copy" => {
                let text = self.text_to_copy(object);
                let what = object.to_owned();
                outcome.wishes.push(Wish::Copy { what, text });
            }
            "copy-field" => {
                let (id, text) = (object.to_owned(), self.embed_choices());
                outcome.wishes.push(Wish::CopyField { id, text });
            }
            "open" => {
                self.open_dialogs.push(object.to_owned());
                outcome.wishes.push(Wish::Open(object.to_owned()));
            }
            "close" => outcome.wishes.push(Wish::Close(object.to_owned())),
            // By the button, by Escape: the browser closed it.
            "closed" => self.open_dialogs.retain(|open| open != object),
            "explain" => {
                self.panel = Subject::Formula(object.to_owned());
                self.click("open panel", outcome);
            }
            "embed" => {
                self.panel = self.embed_subject();
                self.click("open panel", outcome);
            }
            "data" => {
                self.panel = Subject::Data;
                self.click("open panel", outcome);
            }
            "sources" => {
                self.panel = Subject::Sources;
                self.click("open panel", outcome);
            }
            "save" => {
                if let Some((kind, name)) = object.split_once(' ') {
                    let (kind, name) = (kind.to_owned(), name.to_owned());
                    outcome.wishes.push(Wish::Save { kind, name });
                }
            }
            "set" => {
                // Without a value it is a field or a list, which speaks when it changes.
                if let Some((key, value)) = object.split_once(' ') {
                    self.set_choice(key, value);
                }
            }
            "load" => self.load(object),
            "retry" => outcome.wishes.push(Wish::Retry),
            "hint" => self.has_hint = false,
            _ => {}
        }
    }

    pub(super) fn input_in_field(&mut self, event: &Event) -> bool {
        let (verb, object) = event.deed.split_once(' ').unwrap_or((event.deed, ""));
        match verb {
            "slide" => {
                if let Ok(score) = parse_score(event.value) {
                    self.slide(object, score);
                }
            }
            "field" => self.type_in_field(event.id, event.value),
            _ => return false,
        }
        true
    }

    fn input(&mut self, event: &Event) {
        if self.input_in_field(event) {
            return;
        }
        match event.deed {
            "province" => self.type_in_picker(event.value),
            "find" => event.value.clone_into(&mut self.ladder.wanted),
            _ => {}
        }
    }

    fn change(&mut self, event: &Event) {
        let (verb, object) = event.deed.split_once(' ').unwrap_or((event.deed, ""));
        match verb {
            "field" => self.finish_field(event.id, event.value),
            "set" if !object.contains(' ') => self.set_choice(object, event.value),
            "edition" => self.choose_edition(event.value),
            "region" => event.value.clone_into(&mut self.ladder.region),
            "compare" => self.compare_by(event.value),
            "measure" => event.value.clone_into(&mut self.measure),
            "theme" => {
                let themes = [Theme::Auto, Theme::Light, Theme::Dark];
                let chosen = themes.iter().find(|theme| theme.as_str() == event.value);
                self.theme = chosen.copied().unwrap_or_default();
            }
            "rivals" => {
                let rivals = match object {
                    "trend" => Rivals::Trend,
                    "gain" => Rivals::Gain(FIRST_GAIN),
                    _ => Rivals::Frozen,
                };
                // Modes that are offered can be chosen: what is refused is not on offer.
                self.set_rivals(rivals).unwrap_or_default();
            }
            _ => {}
        }
    }

    fn key(&mut self, event: &Event, outcome: &mut Outcome) {
        match (event.deed, event.value) {
            ("province", "ArrowDown") => self.step_in_picker(1),
            ("province", "ArrowUp") => self.step_in_picker(-1),
            ("province", "Enter") => match self.active_hit() {
                Some(row) => self.pick(row),
                None => return,
            },
            ("province", "Escape") => return self.close_picker(),
            ("field", "Escape") => return self.drop_draft(event.id),
            _ => return,
        }
        outcome.is_handled = true;
        self.show_option(outcome);
    }

    fn show_option(&self, outcome: &mut Outcome) {
        if let Some(row) = self.active_hit() {
            outcome.wishes.push(Wish::ShowOption(option_id(row)));
        }
    }

    /// One hundredth more or less: `society 1`, `society -1`.
    pub(super) fn step(&mut self, object: &str) {
        let (indicator, by) = object.rsplit_once(' ').unwrap_or((object, ""));
        let value = self.line_value(indicator, |line| line.score);
        if let Some((value, by)) = value.zip(by.parse::<i64>().ok()) {
            self.slide(indicator, stepped(value, by));
        }
    }

    fn drop_edit(&mut self, what: &str) {
        match what {
            MAX_POINTS => self.reset_max_points(),
            // Frozen rivals are always possible.
            RIVALS => self.set_rivals(Rivals::Frozen).unwrap_or_default(),
            unit => self.reset_unit(unit),
        }
    }

    fn toggle_form(&mut self, indicator: &str, outcome: &mut Outcome) {
        let is_open = self.open_forms.iter().any(|open| open == indicator);
        let focus = if is_open {
            self.open_forms.retain(|open| open != indicator);
            format!("known-{indicator}-open")
        } else {
            self.open_forms.push(indicator.to_owned());
            format!("known-{indicator}")
        };
        outcome.wishes.push(Wish::Focus(focus));
    }

    /// The text that a copy button copies; `None` of it where a link would be too long.
    pub(super) fn text_to_copy(&self, what: &str) -> String {
        let (link, privacy) = match what {
            "sentence" => return self.sentence(),
            "known" => (self.shared_link(), Privacy::WithKnown),
            _ => (self.link(), Privacy::ChoicesOnly),
        };
        match write(&link, privacy) {
            Ok(fragment) if fragment.len() <= LONGEST => format!("{}#{fragment}", self.address),
            _ => self.word(super::Word::LinkTooLong).to_owned(),
        }
    }
}

/// Objects of `drop` that are no units.
pub(super) const MAX_POINTS: &str = "max-points";
/// The same for rivals.
pub(super) const RIVALS: &str = "rivals";

/// Id of a line in the list of provinces.
pub(super) fn option_id(row: usize) -> String {
    format!("province-{row}")
}
