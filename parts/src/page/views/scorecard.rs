//! The scorecard of one unit: its main indicators by group.

use super::control::button;
use super::indicator::indicator;
use crate::page::text::{Word, points_of};
use crate::page::{Markup, Page};

/// The scorecard of the unit asked about, or of the one that is being edited.
pub(super) fn scorecard(page: &Page, m: &mut Markup) {
    let shown = &page.shown;
    let name = page.name_of(&shown.subject);
    m.node("section", "card scorecard", |m| {
        m.set("aria-labelledby", "scorecard-heading");
        m.node("div", "card-head", |m| {
            m.node("h2", "", |m| {
                m.set("id", "scorecard-heading");
                m.text(format!("{}: {name}", page.word(Word::ScorecardHeading)));
            });
            button(m, "sources", page.word(Word::Sources));
        });
        if shown.subject != shown.unit {
            m.node("p", "other", |m| {
                m.leaf("span", "", page.word(Word::OtherProvince));
                let own = page.name_of(&shown.unit);
                button(m, "own", format!("{} {own}", page.word(Word::BackToOwn)));
            });
        }
        m.node("p", "legend", |m| {
            m.set("aria-hidden", "true");
            m.leaf("span", "", page.word(Word::Legend));
            for (class, word) in [
                ("key key-present", Word::MarkPresent),
                ("key key-median", Word::MarkMedian),
                ("key key-best", Word::MarkBest),
            ] {
                m.node("span", class, |_| {});
                m.leaf("span", "", page.word(word));
            }
        });
        // Another unit or edition is another scorecard; values inside one change in place.
        m.node("div", "", |m| {
            m.set(
                "id",
                format!("card-{}-{}", shown.scenario.edition, shown.subject),
            );
            groups(page, m);
        });
    });
}

/// The indicators of each group, under its name and sum.
fn groups(page: &Page, m: &mut Markup) {
    let Some(edition) = page.edition() else {
        return;
    };
    let framework = edition.framework();
    for group in &page.shown.card {
        m.node("div", "group", |m| {
            m.node("h3", "", |m| {
                let name = &framework.indicator(group.node).name;
                m.leaf("span", "", page.of(name).to_owned());
                let sum = points_of(group.points, group.max_points, page.language);
                m.leaf("span", "sum", sum);
            });
            m.node("ul", "", |m| {
                for line in &group.lines {
                    indicator(page, m, framework.indicator(line.node), line);
                }
            });
        });
    }
}
