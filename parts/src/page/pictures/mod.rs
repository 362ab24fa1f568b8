//! The pictures below the tables: seven charts, each with the finding as its heading, a summary, a
//! legend and its table. Drawn by a second module (`studio`) that is loaded when they come near.

mod charts;
mod drawing;
mod figure;
mod tables;

use super::text::{Word, either, in_language};
use super::{Markup, Page};
use charts::{Name, chart};
use dti_charts::svg::{Caption, write};
use dti_charts::{Canvas, Locale, Measure, Theme};
use dti_formats::link::Language;
use figure::figure;

pub(super) use drawing::draw;

/// Room between two pictures, as `--space-4` has it, and inside a picture on both sides.
const GAP: f64 = 16.0;
const PADDING: f64 = 48.0;
/// From this width on, two pictures stand side by side.
const TWO: f64 = 900.0;
/// Id of the field with the file that was handed out last.
const HANDED: &str = "pictures-handed";

pub(super) fn locale(language: Language) -> Locale {
    let decimal = match language {
        Language::Vi => ',',
        Language::En => '.',
    };
    Locale { decimal }
}

/// What the map shows, by its name in a list.
pub(super) fn measure(name: &str) -> Measure {
    match name {
        "rank" => Measure::Rank,
        "change" => Measure::Change,
        _ => Measure::Score,
    }
}

/// What the page says of the pictures besides its figures.
#[derive(Clone, Copy)]
pub(super) struct Chosen<'a> {
    /// What the map shows.
    pub(super) measure: &'a str,
    /// Name of the file that was handed out last with these figures; empty without one.
    pub(super) handed: &'a str,
}

/// All pictures, for a section of so many pixels.
pub(super) fn pictures(page: &Page, width: f64, chosen: Chosen) -> Markup {
    let language = page.language;
    let mut out = Markup::default();
    let is_wide = width >= TWO;
    let half = if is_wide { (width - GAP) / 2.0 } else { width };
    out.node("div", "pictures", |m| {
        m.node("h2", "", |m| {
            m.set("id", "pictures-heading");
            m.text(page.word(Word::Pictures));
        });
        m.node("p", "pictures-lead", |m| {
            m.text(source(page));
            if let Some(warning) = page.warning() {
                m.leaf("strong", "", warning);
            }
        });
        tables::buttons(page, m, chosen.handed);
        let put = |m: &mut Markup, name: Name, room: f64| {
            let canvas = Canvas {
                width: room - PADDING,
                locale: locale(language),
            };
            if let Some(chart) = chart(page, name, measure(chosen.measure), &canvas) {
                figure(page, m, name, &chart, chosen);
            }
        };
        put(m, Name::Strip, width);
        // Two columns of their own, since the map is as high as three others.
        m.node("div", "", |m| {
            m.classes("picture-grid", &[("two", is_wide)]);
            for column in Name::COLUMNS {
                m.node("div", "picture-column", |m| {
                    for &name in column {
                        put(m, name, half);
                    }
                });
            }
        });
    });
    out
}

/// A table as CSV, or one picture as a file of its own: title, source and legend in it, and the warning where the
/// figures are edited.
pub(super) fn picture_file(page: &Page, name: &str, measure: &str) -> Option<String> {
    if let Some(table) = tables::table_file(page, name) {
        return Some(table);
    }
    let name = Name::by_id(name)?;
    let canvas = Canvas {
        width: 800.0,
        locale: locale(page.language),
    };
    let chart = chart(page, name, self::measure(measure), &canvas)?;
    let words = charts::words(page)?;
    let own = words.about();
    let caption = Caption {
        title: own.finding(&chart.finding),
        warning: page.warning().unwrap_or_default(),
        source: source(page),
        legend: chart
            .legend
            .iter()
            .map(|entry| (*entry, own.meaning(entry.meaning)))
            .collect(),
    };
    Some(page.renamed(write(&chart.drawing, &caption, Theme::Light)))
}

/// The file that was handed out last, as a text to be copied: frames may refuse downloads without a
/// word. A PNG is its drawing here.
fn handed(page: &Page, m: &mut Markup, kind: &str, text: String) {
    let either = |vi, en| either(page.language, vi, en);
    m.node("details", "handed", |m| {
        let question = either("Không thấy tệp tải xuống?", "No file to be seen?");
        m.leaf("summary", "", question);
        m.node("p", "paste-field", |m| {
            m.node("label", "", |m| {
                m.set("for", HANDED);
                let way_out = either("Hãy sao chép từ đây, dạng", "Copy it from here, as");
                m.text(format!("{way_out} {kind}:"));
            });
            m.node("textarea", "", |m| {
                m.set("id", HANDED);
                m.set("rows", "6");
                m.set("spellcheck", "false");
                m.flag("readonly", true);
                m.set("value", text);
            });
        });
    });
}

/// Where the figures come from.
fn source(page: &Page) -> String {
    let edition = page.edition();
    let title = edition.map(|edition| in_language(&edition.header().title, page.language));
    let title = title.unwrap_or_default();
    match page.language {
        Language::Vi => format!("Nguồn: {title}; tính bằng dti-whatif."),
        Language::En => format!("Source: {title}; computed with dti-whatif."),
    }
}

impl Page {
    /// A table of what is shown as CSV: `results` or `scorecard`, with the form behind a hyphen.
    pub(super) fn table_file(&self, name: &str) -> Option<String> {
        tables::table_file(self, name)
    }
}
