//! What the page asks, as one text, and what is answered.

use super::pictures::{Chosen, picture_file, pictures};
use super::{Markup, Page};

/// What a question is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Subject {
    /// The pictures, for a section of so many pixels.
    Pictures {
        /// Width of the section.
        width: u32,
    },
    /// One picture as a file, by its name.
    File(String),
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
            Subject::Pictures { width } => ("pictures", width.to_string()),
            Subject::File(name) => ("file", name.clone()),
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
                "file" => Subject::File(about),
                "desk" => Subject::Desk { saved: about },
                "analyses" => {
                    let (width, choices) = about.split_once(' ').unwrap_or_default();
                    Subject::Analyses {
                        width: width.parse().unwrap_or_default(),
                        choices: choices.to_owned(),
                    }
                }
                _ => Subject::Pictures {
                    width: about.parse().unwrap_or_default(),
                },
            },
            unit: next(),
            measure: next(),
            fragment: next(),
        }
    }
}

/// Answers a question as text: a packed [`Markup`], or what is in a file.
pub fn answer(page: &mut Page, asked: &Asked) -> String {
    let Subject::File(name) = &asked.subject else {
        return answered(page, asked).pack();
    };
    page.show(&asked.fragment, &asked.unit);
    page.handed = Some(asked.clone());
    picture_file(page, name, &asked.measure).unwrap_or_default()
}

/// What a question is answered with on the page; nothing where it asks for a file or another module.
pub fn answered(page: &mut Page, asked: &Asked) -> Markup {
    page.show(&asked.fragment, &asked.unit);
    let mut out = Markup::default();
    match &asked.subject {
        Subject::Pictures { width } => {
            let handed = handed(page, asked).unwrap_or_default();
            let chosen = Chosen {
                measure: &asked.measure,
                handed: &handed,
            };
            out = pictures(page, f64::from(*width), chosen);
        }
        Subject::File(_) | Subject::Analyses { .. } | Subject::Desk { .. } => {}
    }
    page.named_here(out)
}

/// Name of the file that was handed out last, if it is about the very page that asks.
fn handed(page: &Page, asked: &Asked) -> Option<String> {
    let last = page.handed.as_ref()?;
    let [own, before] = [asked, last].map(|one| (&one.unit, &one.measure, &one.fragment));
    match &last.subject {
        Subject::File(name) if own == before => Some(name.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, Subject, answer, answered};
    use crate::page::tests::Asker;
    use crate::page::{Page, Token};
    use dti_engine::calculator::Calculator;
    use dti_formats::example_part;

    fn calculator() -> &'static Calculator {
        Box::leak(Box::new(dti_formats::official().unwrap()))
    }

    #[test]
    fn a_question_arrives_as_it_was_asked() {
        let fragment = "#e=2022&u=bac-giang&s=bac-giang.awareness:k0.8&lang=en";
        let page = Asker::at(calculator(), fragment);
        for subject in [
            Subject::Pictures { width: 1200 },
            Subject::File("map".to_owned()),
            Subject::Desk {
                saved: "saved.1\u{1f}e=2022\u{1d}".to_owned(),
            },
            Subject::Analyses {
                width: 640,
                choices: "effort\u{1f}flat\u{1d}".to_owned(),
            },
        ] {
            let asked = page.question(subject);
            assert_eq!(Asked::unpack(&asked.pack()), asked);
            assert!(asked.fragment.contains("k0.8") && asked.fragment.contains("lang=en"));
        }
    }

    #[test]
    fn the_answer_is_about_the_page_that_asked() {
        let calculator = calculator();
        let own = Asker::at(calculator, "#e=2022&u=bac-giang&s=bac-giang.society:0.45");
        let mut other = Page::new(calculator);
        let asked = own.question(Subject::Pictures { width: 1200 });
        let drawn = answered(&mut other, &asked).html();
        assert_eq!(drawn.matches("<figure").count(), 7);
        assert_eq!(drawn.matches("<svg").count(), 7);
        assert!(drawn.contains("Bắc Giang từ hạng 9 lên hạng 8"), "{drawn}");
        assert!(drawn.contains("Mô phỏng"));
        let file = answer(&mut other, &own.question(Subject::File("map".into())));
        assert!(file.starts_with("<svg") && file.contains("Mô phỏng"));
        let none = answer(&mut other, &own.question(Subject::File("x".into())));
        assert_eq!(none, "");
    }

    /// What the answering page shows of the last file, and as what: CSV or SVG.
    fn shown(studio: &mut Page, own: &Asker) -> Option<(String, String)> {
        let asked = own.question(Subject::Pictures { width: 1200 });
        let drawn = answered(studio, &asked);
        let html = drawn.html();
        assert!(html.matches("id=\"pictures-handed\"").count() < 2);
        let part = html.split_once("<details class=\"handed\">")?.1;
        let label = part.split("</label>").next().unwrap();
        let label = label.rsplit('>').next().unwrap().to_owned();
        let at = drawn.tokens().iter().position(is_field).unwrap();
        let value = drawn.tokens()[at..].iter().find_map(|token| match token {
            Token::Attribute(name, value) if name == "value" => Some(value.to_string()),
            _ => None,
        });
        Some((label, value.unwrap()))
    }

    fn is_field(token: &Token) -> bool {
        matches!(token, Token::Attribute(name, id) if name == "id" && id == "pictures-handed")
    }

    #[test]
    fn the_last_file_stands_below_its_buttons_until_something_else_is_shown() {
        let calculator = calculator();
        let mut studio = Page::new(calculator);
        let labels = [
            ("", "Hãy sao chép từ đây, dạng"),
            ("&lang=en", "Copy it from here, as"),
        ];
        for (language, label) in labels {
            let own = |society: &str| {
                let edited = format!("bac-giang.society:{society},bac-giang.awareness:k0.8");
                Asker::at(
                    calculator,
                    &format!("#e=2022&u=bac-giang&s={edited}{language}"),
                )
            };
            let edited = own("0.45");
            assert_eq!(shown(&mut studio, &edited), None, "nothing was saved");
            for (name, kind) in [
                ("results-vi", "CSV"),
                ("map", "SVG"),
                ("scorecard-en", "CSV"),
            ] {
                let asked = edited.question(Subject::File(name.to_owned()));
                let file = answer(&mut studio, &asked);
                let found = shown(&mut studio, &edited);
                assert_eq!(found, Some((format!("{label} {kind}:"), file)), "{name}");
            }
            assert_eq!(shown(&mut studio, &own("0.46")), None, "other figures");
            assert!(shown(&mut studio, &edited).is_some());
            let none = edited.question(Subject::File("moon".to_owned()));
            assert_eq!(answer(&mut studio, &none), "");
            assert_eq!(shown(&mut studio, &edited), None, "no such file");
        }
    }

    #[test]
    fn a_file_about_communes_is_shown_word_for_word() {
        let example = example_part("example-commune-2025").unwrap();
        let communes = Box::leak(Box::new(dti_formats::official_with(example).unwrap()));
        let mut studio = Page::new(communes);
        let own = Asker::at(communes, "#e=example-commune-2025");
        let asked = own.question(Subject::File("results-vi".into()));
        let file = answer(&mut studio, &asked);
        assert_eq!(shown(&mut studio, &own).unwrap().1, file);
    }

    #[test]
    fn every_edition_unit_and_width_can_be_drawn() {
        let calculator = calculator();
        let mut studio = Page::new(calculator);
        for edition in ["2022", "2023", "2024", "2024-34"] {
            for unit in ["ha-noi", "bac-ninh", "dak-nong", "hue"] {
                for width in [0, 288, 700, 1240, 4000] {
                    let own = Asker::at(calculator, &format!("#e={edition}&u={unit}&lang=en"));
                    let asked = own.question(Subject::Pictures { width });
                    let drawn = answered(&mut studio, &asked).html();
                    assert!(
                        drawn.matches("<figure").count() >= 6,
                        "{edition} {unit} {width}"
                    );
                }
            }
        }
    }
}
