//! The ladder: all units ranked, filtered and sorted, with the chosen one always in sight.

use super::control::{button_with, move_mark, select};
use crate::page::stacked_bar::bar_parts;
use crate::page::text::{Word, score};
use crate::page::{Markup, Page};
use dti_engine::calculator::LadderColumn;
use dti_engine::model::Node;

/// The whole ranking as a table.
pub(super) fn ladder(page: &Page, m: &mut Markup) {
    let heading = page.word(Word::LadderHeading);
    let edition = page.edition().map(|edition| &edition.header().title);
    let edition = edition.map(|title| page.of(title).to_owned());
    let rows = page.ladder_rows();
    let compared = page.compared();
    m.node("section", "card ladder", |m| {
        m.set("aria-labelledby", "ladder-heading");
        m.node("div", "card-head", |m| {
            m.node("h2", "", |m| {
                m.set("id", "ladder-heading");
                m.text(heading);
            });
            m.leaf("p", "edition-name", edition.unwrap_or_default());
        });
        filters(page, m);
        m.node("div", "ladder-box", |m| {
            m.set("id", "ladder-box");
            m.set("tabindex", "0");
            m.set("role", "group");
            m.set("aria-labelledby", "ladder-heading");
            m.node("table", "", |m| {
                m.classes("ranking", &[("by-indicator", compared.is_some())]);
                m.set("--decimals", page.digits().score.to_string());
                m.leaf("caption", "hidden", heading);
                head(page, m);
                m.node("tbody", "", |m| {
                    for row in &rows {
                        line(page, m, *row, compared);
                    }
                });
            });
            m.node("p", "no-rows", |m| {
                m.flag("hidden", !rows.is_empty());
                m.text(page.word(Word::NothingInTable));
            });
        });
        m.node("p", "legend", |m| {
            m.set("aria-hidden", "true");
            for (class, word) in [
                ("key key-foundation", Word::Foundation),
                ("key key-activity", Word::Activity),
            ] {
                m.node("span", class, |_| {});
                m.leaf("span", "", page.word(word));
            }
        });
    });
}

/// Search, region, and what the last column compares.
fn filters(page: &Page, m: &mut Markup) {
    let mut regions = vec![(String::new(), page.word(Word::AllRegions).to_owned())];
    for own in page.units().iter().filter_map(|unit| unit.region.as_ref()) {
        if !regions.iter().any(|(id, _)| *id == own.vi) {
            regions.push((own.vi.clone(), page.of(own).to_owned()));
        }
    }
    let mut columns = vec![(String::new(), page.word(Word::Contributions).to_owned())];
    if let Some(edition) = page.edition() {
        let framework = edition.framework();
        columns.extend(framework.mains().map(|node| {
            let indicator = framework.indicator(node);
            (indicator.id.clone(), page.of(&indicator.name).to_owned())
        }));
    }
    m.node("div", "filters", |m| {
        m.node("input", "", |m| {
            m.set("type", "search");
            m.set("aria-label", page.word(Word::LadderSearch));
            m.set("placeholder", page.word(Word::LadderSearch));
            m.set("maxlength", "60");
            m.set("data-do", "find");
            m.set("value", page.ladder.wanted.clone());
        });
        m.node("span", "", |m| {
            m.flag("hidden", regions.len() < 2);
            let name = ("aria-label", page.word(Word::Region));
            select(m, "region", name, regions, &page.ladder.region);
        });
        m.node("span", "", |m| {
            let name = ("aria-label", page.word(Word::Column));
            select(m, "compare", name, columns, &page.ladder.compared);
        });
    });
}

/// The heads of the columns. Sorting does not move focus.
fn head(page: &Page, m: &mut Markup) {
    let compared = match page.compared().zip(page.edition()) {
        Some((node, edition)) => {
            let name = &edition.framework().indicator(node).name;
            page.of(name).to_owned()
        }
        None => page.word(Word::Contributions).to_owned(),
    };
    let cell = |m: &mut Markup, column, class: &'static str, deed: &'static str, label| {
        let aria = page.ladder.sort.aria(column);
        m.node("th", class, |m| {
            m.set("scope", "col");
            if let Some(aria) = aria {
                m.set("aria-sort", aria);
            }
            let arrow = match aria {
                Some("ascending") => " ↑",
                Some(_) => " ↓",
                None => "",
            };
            let text = format!("{label}{arrow}");
            button_with(m, "sort", deed.into(), text.into(), |m| {
                m.set("aria-label", label);
            });
        });
    };
    m.node("thead", "", |m| {
        m.node("tr", "", |m| {
            let word = |word: Word| page.word(word).to_owned();
            cell(
                m,
                LadderColumn::Rank,
                "rank",
                "sort rank",
                word(Word::ColumnRank),
            );
            cell(
                m,
                LadderColumn::Places,
                "places",
                "sort places",
                word(Word::ColumnPlaces),
            );
            cell(
                m,
                LadderColumn::Name,
                "name",
                "sort name",
                word(Word::ColumnName),
            );
            cell(
                m,
                LadderColumn::Score,
                "score",
                "sort score",
                word(Word::ColumnScore),
            );
            cell(
                m,
                page.compared_column(),
                "compare",
                "sort compared",
                compared,
            );
            m.node("th", "edit", |m| {
                m.set("scope", "col");
                m.leaf("span", "hidden", page.word(Word::ColumnEdit));
            });
        });
    });
}

/// A row: rank, move, name, score, make-up, and a pencil.
fn line(page: &Page, m: &mut Markup, row: usize, compared: Option<Node>) -> Option<()> {
    let shown = &page.shown;
    let unit = page.units().get(row)?;
    let (standings, maxima) = (&shown.standings, shown.maxima.as_ref()?);
    let line = page.calculator.ladder_line(maxima, standings, row)?;
    let compared = match compared {
        Some(node) => Some(standings.of(row)?.card.score(node)),
        None => None,
    };
    let foundation = shown.card.first().map_or(0, |group| group.lines.len());
    let bar = match compared {
        Some(score) => bar_parts(&[score.to_f64()], 0),
        None => bar_parts(&line.shares, foundation),
    };
    let name = page.of(&unit.name).to_owned();
    let is_chosen = shown.unit == unit.id;
    m.node("tr", "", |m| {
        let is_edited = shown.changes(&unit.id) > 0;
        m.classes("row", &[("chosen", is_chosen), ("edited", is_edited)]);
        // Not the first attribute: rows change their texts in place and never move, so that focus
        // stays where it is and nothing shifts.
        m.set("id", format!("row-{}", unit.id));
        if is_chosen {
            m.set("aria-current", "true");
        }
        m.figure("td", "rank", line.rank.to_string());
        m.node("td", "places", |m| move_mark(page, m, line.places));
        m.node("th", "name", |m| {
            m.set("scope", "row");
            let choose = format!("choose {}", unit.id);
            button_with(
                m,
                "name",
                choose.into(),
                name.clone().into(),
                Markup::keep_as_is,
            );
        });
        m.figure("td", "score", page.ranked(line.score));
        m.node("td", "compare", |m| {
            let value = compared.map(|value| score(value, page.language));
            m.figure("span", "compare-value", value.unwrap_or_default());
            m.node("svg", "bar", |m| {
                m.set("viewBox", "0 0 1000 10");
                m.set("preserveAspectRatio", "none");
                m.set("aria-hidden", "true");
                m.node("path", "bar-foundation", |m| m.set("d", bar.first));
                m.node("path", "bar-activity", |m| m.set("d", bar.rest));
            });
        });
        m.node("td", "edit", |m| {
            let edit = format!("edit {}", unit.id);
            button_with(m, "pencil", edit.into(), "✎".into(), |m| {
                m.set(
                    "aria-label",
                    format!("{} {name}", page.word(Word::ColumnEdit)),
                );
            });
        });
    });
    Some(())
}
