//! What else a scenario can change: what rivals do, and the max points.

use super::control::{button_with, field};
use crate::page::text::{Word, trend_reason, whole};
use crate::page::{Markup, Page};
use dti_engine::model::{Node, Rivals};

/// Rivals and max points, the latter folded away until wanted.
pub(super) fn options(page: &Page, m: &mut Markup) {
    m.node("section", "card options", |m| {
        m.set("aria-label", page.word(Word::OptionsHeading));
        rivals(page, m);
        m.node("details", "", |m| {
            m.node("summary", "", |m| {
                m.leaf("h2", "", page.word(Word::MaxPointsHeading));
            });
            m.leaf("p", "", page.word(Word::MaxPointsHint));
            max_points(page, m);
        });
    });
}

/// Frozen, trend or gain.
fn rivals(page: &Page, m: &mut Markup) {
    let now = page.scenario.rivals;
    let radio = |m: &mut Markup, id: &'static str, deed: &'static str, word, is_on, is_off| {
        m.node("p", "radio", |m| {
            m.node("input", "", |m| {
                m.set("type", "radio");
                m.set("name", "rivals");
                m.set("id", id);
                m.set("data-do", deed);
                m.flag("checked", is_on);
                m.flag("disabled", is_off);
            });
            m.node("label", "", |m| {
                m.set("for", id);
                m.text(page.word(word));
                if is_off {
                    m.text(format!(
                        " ({})",
                        trend_reason(page.provenance(), page.language)
                    ));
                }
            });
        });
    };
    m.node("fieldset", "", |m| {
        m.node("legend", "", |m| {
            m.leaf("h2", "", page.word(Word::RivalsHeading));
        });
        let is_frozen = now == Rivals::Frozen;
        radio(
            m,
            "rivals-frozen",
            "rivals frozen",
            Word::RivalsFrozen,
            is_frozen,
            false,
        );
        let is_trend = now == Rivals::Trend;
        radio(
            m,
            "rivals-trend",
            "rivals trend",
            Word::RivalsTrend,
            is_trend,
            !page.shown.has_trend,
        );
        let is_gain = matches!(now, Rivals::Gain(_));
        radio(
            m,
            "rivals-gain",
            "rivals gain",
            Word::RivalsGain,
            is_gain,
            false,
        );
        if is_gain {
            m.node("p", "gain", |m| {
                let label = page.word(Word::RivalsGainField).to_owned();
                field(page, m, "gain".to_owned(), label);
            });
        }
    });
}

/// A field for the max points of each main indicator, and their sum.
fn max_points(page: &Page, m: &mut Markup) {
    m.node("ul", "maxima", |m| {
        let framework = page.edition().map(|edition| edition.framework());
        let mains = framework
            .into_iter()
            .flat_map(|framework| framework.mains().map(|node| framework.indicator(node)));
        for main in mains {
            m.node("li", "", |m| {
                let name = page.of(&main.name).to_owned();
                m.node("span", "", |m| {
                    m.set("aria-hidden", "true");
                    m.text(name.clone());
                });
                field(page, m, format!("max-{}", main.id), name);
            });
        }
    });
    m.node("p", "maxima-total", |m| {
        m.leaf("span", "", page.word(Word::MaxPointsTotal));
        let total = whole(page.max_points(Node::ROOT), page.language);
        m.figure("strong", "", total);
        let label = page.word(Word::MaxPointsReset);
        button_with(m, "quiet", "reset-max".into(), label.into(), |m| {
            m.flag("disabled", page.scenario.max_points.is_empty());
        });
    });
}
