//! A picture with what stands around it: heading, summary, legend, table, and buttons to keep it.

use super::charts::{Name, words};
use super::drawing::draw;
use super::{Chosen, either, handed, picture_file};
use crate::page::control::{button_with, select};
use crate::page::{Markup, Page};
use dti_charts::{Chart, LegendEntry, Sign};

/// One picture.
pub(super) fn figure(page: &Page, m: &mut Markup, name: Name, chart: &Chart, chosen: Chosen) {
    let Some(known) = words(page) else {
        return;
    };
    let own = known.about();
    let heading = format!("picture-{}-heading", name.id());
    let units: Vec<String> = page.units().iter().map(|unit| unit.id.clone()).collect();
    m.node("figure", "", |m| {
        m.set("id", format!("picture-{}", name.id()));
        m.set("class", "card picture");
        m.node("figcaption", "", |m| {
            m.node("h3", "", |m| {
                m.set("id", heading.clone());
                m.text(own.finding(&chart.finding));
            });
            m.leaf("p", "summary", own.summary(&chart.facts));
        });
        if name == Name::Map {
            choose_measure(page, m, chosen.measure);
        }
        legend(m, &chart.legend, |entry| own.meaning(entry.meaning));
        draw(m, &chart.drawing, heading.clone(), &units);
        m.node("div", "picture-foot", |m| {
            m.node("details", "", |m| {
                m.leaf(
                    "summary",
                    "",
                    either(page.language, "Bảng số liệu", "Table"),
                );
                m.node("div", "table-box", |m| {
                    m.set("tabindex", "0");
                    m.set("role", "group");
                    m.set("aria-labelledby", heading);
                    table(m, chart, &own);
                });
            });
            m.node("span", "actions", |m| {
                for kind in ["svg", "png"] {
                    let deed = format!("save {kind} {}", name.id());
                    let label = kind.to_ascii_uppercase();
                    let verb = either(page.language, "Tải hình", "Download as");
                    button_with(m, "quiet", deed.into(), label.clone().into(), |m| {
                        m.set("aria-label", format!("{verb} {label}"));
                    });
                }
            });
            let is_last = chosen.handed == name.id();
            let last = is_last.then(|| picture_file(page, name.id(), chosen.measure));
            if let Some(text) = last.flatten() {
                handed(page, m, "SVG", text);
            }
        });
    });
}

/// What the tiles of the map show.
fn choose_measure(page: &Page, m: &mut Markup, measure: &str) {
    let language = page.language;
    let options = [
        ("score", either(language, "Giá trị DTI", "DTI score")),
        ("rank", either(language, "Thứ hạng", "Rank")),
        (
            "change",
            either(language, "Thay đổi thứ hạng", "Change of rank"),
        ),
    ];
    let options = options.map(|(value, text)| (value.to_owned(), text.to_owned()));
    let name = either(language, "Bản đồ cho thấy", "The map shows");
    m.node("p", "measure", |m| {
        select(m, "measure", ("aria-label", name), options.into(), measure);
    });
}

fn legend(m: &mut Markup, entries: &[LegendEntry], meaning: impl Fn(&LegendEntry) -> String) {
    m.node("ul", "picture-legend", |m| {
        for entry in entries {
            m.node("li", "", |m| {
                let sign = match entry.sign {
                    Sign::Dot => "dot",
                    Sign::Ring => "ring",
                    Sign::Notch => "notch",
                    Sign::Diamond => "diamond",
                    Sign::Line => "dash",
                    Sign::Tile => "tile",
                    Sign::Frame => "frame",
                };
                m.node("span", "", |m| {
                    m.set(
                        "class",
                        format!("sign sign-{sign} ink-{}", entry.ink.name()),
                    );
                    m.set("aria-hidden", "true");
                });
                m.text(meaning(entry));
            });
        }
    });
}

fn table(m: &mut Markup, chart: &Chart, own: &crate::page::text::ChartWords) {
    m.node("table", "", |m| {
        m.node("thead", "", |m| {
            m.node("tr", "", |m| {
                for (place, column) in chart.table.columns.iter().enumerate() {
                    m.node("th", if place == 0 { "" } else { "number" }, |m| {
                        m.set("scope", "col");
                        m.text(own.column(*column));
                    });
                }
            });
        });
        m.node("tbody", "", |m| {
            for row in &chart.table.rows {
                m.node("tr", "", |m| {
                    for (place, cell) in row.iter().enumerate() {
                        let tag = if place == 0 { "th" } else { "td" };
                        m.node(tag, if place == 0 { "" } else { "number" }, |m| {
                            if place == 0 {
                                m.set("scope", "row");
                            }
                            m.text(own.cell(cell));
                        });
                    }
                });
            }
        });
    });
}
