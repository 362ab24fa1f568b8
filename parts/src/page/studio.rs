//! What the page asks, as one text, and what is answered.

use super::panels::{about_data, embed_dialog, formula, sources};
use super::{Markup, Page};

/// What a question is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Subject {
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
}

/// A question: about what, and for which page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    pub(super) subject: Subject,
    /// The unit whose scorecard is open.
    pub(super) unit: String,
    /// What the map shows.
    pub(super) measure: String,
    /// The scenario with its known figures and the language; it never leaves the device.
    pub(super) fragment: String,
}

/// Between the parts of a question.
const MARK: char = '\u{1e}';

impl Asked {
    /// As one text.
    pub fn pack(&self) -> String {
        let (kind, about) = match &self.subject {
            Subject::Formula(focus) => ("formula", focus.clone()),
            Subject::Data => ("data", String::new()),
            Subject::Embed { about } => ("embed", about.clone()),
            Subject::Sources => ("sources", String::new()),
            Subject::Desk { saved } => ("desk", saved.clone()),
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
                "formula" => Subject::Formula(about),
                "embed" => Subject::Embed { about },
                "sources" => Subject::Sources,
                "desk" => Subject::Desk { saved: about },
                _ => Subject::Data,
            },
            unit: next(),
            measure: next(),
            fragment: next(),
        }
    }
}

/// What a question is answered with on the page; nothing where it asks for another module.
pub fn answered(page: &mut Page, asked: &Asked) -> Markup {
    page.show(&asked.fragment, &asked.unit);
    let mut out = Markup::default();
    match &asked.subject {
        Subject::Formula(focus) => out.node("div", "panel", |m| formula(page, focus, m)),
        Subject::Data => out.node("div", "panel", |m| about_data(page, m)),
        Subject::Embed { about } => out.node("div", "panel", |m| embed_dialog(page, about, m)),
        Subject::Sources => out.node("div", "panel", |m| sources(page, m)),
        Subject::Desk { .. } => {}
    }
    page.named_here(out)
}

#[cfg(test)]
mod tests {
    use super::{Asked, Subject};
    use crate::page::tests::Asker;
    use dti_engine::calculator::Calculator;

    fn calculator() -> &'static Calculator {
        Box::leak(Box::new(dti_formats::official().unwrap()))
    }

    #[test]
    fn a_question_arrives_as_it_was_asked() {
        let fragment = "#e=2022&u=bac-giang&s=bac-giang.awareness:k0.8&lang=en";
        let page = Asker::at(calculator(), fragment);
        for subject in [
            Subject::Formula("society".to_owned()),
            Subject::Data,
            Subject::Embed {
                about: "https://example.org/ - embed.locked\u{1f}on\u{1d}".to_owned(),
            },
            Subject::Sources,
            Subject::Desk {
                saved: "saved.1\u{1f}e=2022\u{1d}".to_owned(),
            },
        ] {
            let asked = page.question(subject);
            assert_eq!(Asked::unpack(&asked.pack()), asked);
            assert!(asked.fragment.contains("k0.8") && asked.fragment.contains("lang=en"));
        }
    }
}
