//! What the page asks its second module: a question as one text, an answer as another.

use super::choices::pack;
use super::embed::CHOICES;
use super::panels::{about_data, embed_dialog, formula, sources};
use super::pictures::{picture_file, pictures};
use super::text::Word;
use super::views::control::button;
use super::{Markup, Page};
use crate::link::{Privacy, write};

/// What a question is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Subject {
    /// The pictures, for a section of so many pixels.
    Pictures {
        /// Width of the section.
        width: u32,
    },
    /// One picture as a file, by its name.
    File(String),
    /// How a number is computed: `total`, `rank`, `estimate` or an indicator.
    Formula(String),
    /// What is on file for the edition.
    Data,
    /// Putting this page into another one.
    Embed {
        /// Address of the site's root, what was copied last, and what is chosen.
        about: String,
    },
    /// Where the figures of the open scorecard were read.
    Sources,
    /// What the reader brought.
    Desk {
        /// The saved scenarios, in the page's own form.
        saved: String,
    },
    /// The analyses, for a section of so many pixels.
    Analyses {
        /// Width of the section.
        width: u32,
        /// What is chosen in them.
        choices: String,
    },
}

/// A question: about what, and for which page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    pub(super) subject: Subject,
    /// The unit whose scorecard is open.
    pub(super) unit: String,
    /// What the map shows.
    measure: String,
    /// The scenario with its known figures and the language; it never leaves the device.
    pub(super) fragment: String,
}

/// Between the parts of a question.
const MARK: char = '\u{1e}';

impl Asked {
    /// As one text.
    pub fn pack(&self) -> String {
        let (kind, about) = match &self.subject {
            Subject::Pictures { width } => ("pictures", width.to_string()),
            Subject::File(name) => ("file", name.clone()),
            Subject::Formula(focus) => ("formula", focus.clone()),
            Subject::Data => ("data", String::new()),
            Subject::Embed { about } => ("embed", about.clone()),
            Subject::Sources => ("sources", String::new()),
            Subject::Desk { saved } => ("desk", saved.clone()),
            Subject::Analyses { width, choices } => ("analyses", format!("{width} {choices}")),
        };
        let parts = [kind, &about, &self.unit, &self.measure, &self.fragment];
        parts.join(&MARK.to_string())
    }

    /// From one text; what is missing is empty.
    pub fn unpack(text: &str) -> Self {
        let mut parts = text.splitn(5, MARK).map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        let (kind, about) = (next(), next());
        Self {
            subject: match kind.as_str() {
                "pictures" => Subject::Pictures {
                    width: about.parse().unwrap_or_default(),
                },
                "file" => Subject::File(about),
                "formula" => Subject::Formula(about),
                "embed" => Subject::Embed { about },
                "sources" => Subject::Sources,
                "desk" => Subject::Desk { saved: about },
                "analyses" => {
                    let (width, choices) = about.split_once(' ').unwrap_or_default();
                    Subject::Analyses {
                        width: width.parse().unwrap_or_default(),
                        choices: choices.to_owned(),
                    }
                }
                _ => Subject::Data,
            },
            unit: next(),
            measure: next(),
            fragment: next(),
        }
    }
}

impl Page {
    /// A question about the page as it is; `None` where the scenario is too large to be handed on.
    pub fn question(&self, subject: Subject) -> Option<Asked> {
        let mut link = self.link();
        link.language = Some(self.language);
        Some(Asked {
            subject,
            unit: self.shown.subject.clone(),
            measure: self.measure.clone(),
            fragment: write(&link, Privacy::WithKnown).ok()?,
        })
    }

    /// The question that an open panel asks.
    pub fn panel_question(&self) -> Option<Asked> {
        let subject = match self.panel {
            Subject::Embed { .. } => self.embed_subject(),
            _ => self.panel.clone(),
        };
        let is_open = self.is_open("panel");
        is_open.then(|| self.question(subject)).flatten()
    }

    /// The question that the desk answers.
    pub fn desk_question(&self) -> Option<Asked> {
        let saved = self.saved();
        self.question(Subject::Desk { saved })
    }

    /// The question that the analyses answer, for a section of so many pixels.
    pub fn analysis_question(&self, width: u32) -> Option<Asked> {
        let choices = self.choices.iter();
        let choices = pack(choices.filter(|(key, _)| !key.starts_with(CHOICES)));
        self.question(Subject::Analyses { width, choices })
    }

    /// Name of a picture's file.
    pub fn file_name(&self, picture: &str) -> String {
        let shown = &self.shown;
        format!("dti-{}-{}-{picture}", shown.scenario.edition, shown.unit)
    }

    /// What stands in the place of pictures and panels while they are loaded.
    pub fn studio_loading(&self) -> Markup {
        let mut out = Markup::default();
        out.node("p", "loading", |m| m.text(self.word(Word::StudioLoading)));
        out
    }

    /// What stands there when they could not be.
    pub fn studio_failed(&self) -> Markup {
        let mut out = Markup::default();
        out.node("div", "notice", |m| {
            m.leaf("p", "", self.word(Word::StudioFailed));
            button(m, "retry", self.word(Word::StudioRetry));
        });
        out
    }
}

/// Answers a question: a packed [`Markup`], or the text of a file.
pub fn answer(page: &mut Page, asked: &Asked) -> String {
    page.arrive_privately(&asked.fragment);
    page.edit_unit(&asked.unit);
    let mut out = Markup::default();
    match &asked.subject {
        Subject::Pictures { width } => out = pictures(page, f64::from(*width), &asked.measure),
        Subject::File(name) => return picture_file(page, name, &asked.measure).unwrap_or_default(),
        Subject::Formula(focus) => {
            out.node("div", "panel", |m| formula(page, focus, m));
        }
        Subject::Data => out.node("div", "panel", |m| about_data(page, m)),
        Subject::Embed { about } => out.node("div", "panel", |m| embed_dialog(page, about, m)),
        Subject::Sources => out.node("div", "panel", |m| sources(page, m)),
        // Answered by other modules.
        Subject::Analyses { .. } | Subject::Desk { .. } => {}
    }
    page.named_here(out).pack()
}

#[cfg(test)]
mod tests {
    use super::{Asked, Subject, answer};
    use crate::calculator::Calculator;
    use crate::link::Language;
    use crate::page::{Markup, Page};

    fn page(fragment: &str) -> Page {
        let calculator = Box::leak(Box::new(Calculator::official().unwrap()));
        Page::new(calculator, fragment, Language::Vi, |_| None)
    }

    #[test]
    fn a_question_arrives_as_it_was_asked() {
        let page = page("#e=2022&u=bac-giang&s=bac-giang.awareness:k0.8&lang=en");
        for subject in [
            Subject::Pictures { width: 1200 },
            Subject::File("map".to_owned()),
            Subject::Formula("society".to_owned()),
            Subject::Data,
            Subject::Embed {
                about: "https://example.org/ - embed.locked\u{1f}on\u{1d}".to_owned(),
            },
            Subject::Sources,
            Subject::Desk {
                saved: "saved.1\u{1f}e=2022\u{1d}".to_owned(),
            },
            Subject::Analyses {
                width: 640,
                choices: "effort\u{1f}flat\u{1d}".to_owned(),
            },
        ] {
            let asked = page.question(subject).unwrap();
            assert_eq!(Asked::unpack(&asked.pack()), asked);
            assert!(asked.fragment.contains("k0.8") && asked.fragment.contains("lang=en"));
        }
    }

    #[test]
    fn the_answer_is_about_the_page_that_asked() {
        let own = page("#e=2022&u=bac-giang&s=bac-giang.society:0.45");
        let mut other = page("");
        let asked = own.question(Subject::Pictures { width: 1200 }).unwrap();
        let drawn = Markup::unpack(&answer(&mut other, &asked)).html();
        assert_eq!(drawn.matches("<figure").count(), 7);
        assert_eq!(drawn.matches("<svg").count(), 7);
        assert!(drawn.contains("Bắc Giang từ hạng 9 lên hạng 8"), "{drawn}");
        assert!(drawn.contains("Mô phỏng"));
        let file = answer(
            &mut other,
            &own.question(Subject::File("map".into())).unwrap(),
        );
        assert!(file.starts_with("<svg") && file.contains("Mô phỏng"));
        let none = answer(
            &mut other,
            &own.question(Subject::File("x".into())).unwrap(),
        );
        assert_eq!(none, "");
    }

    #[test]
    fn every_edition_unit_and_width_can_be_drawn() {
        let mut studio = page("");
        for edition in ["2022", "2023", "2024", "2024-34"] {
            for unit in ["ha-noi", "bac-ninh", "dak-nong", "hue"] {
                for width in [0, 288, 700, 1240, 4000] {
                    let own = page(&format!("#e={edition}&u={unit}&lang=en"));
                    let asked = own.question(Subject::Pictures { width }).unwrap();
                    let drawn = Markup::unpack(&answer(&mut studio, &asked)).html();
                    assert!(
                        drawn.matches("<figure").count() >= 6,
                        "{edition} {unit} {width}"
                    );
                }
            }
        }
    }
}
