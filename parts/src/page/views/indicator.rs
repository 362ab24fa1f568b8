//! One main indicator: its slider, field and steps, its points and rank, and where it comes from.

use super::control::{button, button_with, field, origin_badge};
use crate::page::text::{Word, marks, points_of, rank_move, score_for_slider, slider_value};
use crate::page::{Markup, Page};
use dti_engine::calculator::ScorecardLine;
use dti_engine::model::{Indicator, Kind, Origin};

/// One line of the scorecard.
pub(super) fn indicator(page: &Page, m: &mut Markup, own: &Indicator, line: &ScorecardLine) {
    let (id, name) = (own.id.as_str(), page.of(&own.name).to_owned());
    let subject = &page.shown.subject;
    let is_supposed = page.scenario.find(subject, id, Kind::WhatIf).is_some();
    let is_known = page.is_known(id);
    m.node("li", "", |m| {
        m.classes("indicator", &[("supposed", is_supposed)]);
        m.node("div", "indicator-head", |m| {
            m.node("label", "", |m| {
                m.set("for", format!("slider-{id}"));
                m.text(name.clone());
            });
            origin_badge(page, m, line.origin, is_known && !is_supposed);
            // Explanations, and figures that stay on a device, belong to the full page.
            if !page.is_embedded() {
                let explain = format!("explain {id}");
                button_with(m, "why", explain.into(), "?".into(), |m| {
                    m.set("aria-label", page.named(&name, Word::ExplainOne));
                });
                let components = format!("desk open card {id}");
                button_with(m, "why", components.into(), "⋯".into(), |m| {
                    m.set("aria-label", page.named(&name, Word::Components));
                });
            }
            m.node("span", "figures", |m| {
                m.leaf(
                    "span",
                    "",
                    points_of(line.points, line.max_points, page.language),
                );
                m.leaf(
                    "span",
                    "",
                    rank_move(line, page.units().len(), page.language),
                );
            });
        });
        m.node("div", "indicator-controls", |m| {
            track(page, m, id, line);
            m.node("span", "stepper", |m| {
                let step = |m: &mut Markup, sign: &'static str, word: Word, by: &'static str| {
                    let deed = format!("step {id} {by}");
                    button_with(m, "step", deed.into(), sign.into(), |m| {
                        m.set("aria-label", page.named(&name, word));
                    });
                };
                step(m, "−", Word::Less, "-1");
                field(
                    page,
                    m,
                    format!("field-{id}"),
                    page.named(&name, Word::ScoreField),
                );
                step(m, "+", Word::More, "1");
            });
            let reset = format!("reset {id}");
            button_with(m, "reset", reset.into(), "↺".into(), |m| {
                m.set("aria-label", page.named(&name, Word::ResetOne));
                m.flag("disabled", !is_supposed);
            });
        });
        if line.baseline_origin == Origin::Estimated && !page.is_embedded() {
            known_form(page, m, id, &name, is_known);
        }
    });
}

/// A native slider from 0 to 1 with marks for the present value, the median and the best.
fn track(page: &Page, m: &mut Markup, id: &str, line: &ScorecardLine) {
    let marks_id = format!("slider-{id}-marks");
    let now = score_for_slider(line.score);
    m.node("span", "track", |m| {
        m.set("--now", now.clone());
        m.set("--present", score_for_slider(line.present));
        m.set("--median", score_for_slider(line.median));
        m.set("--best", score_for_slider(line.best));
        m.node("input", "", |m| {
            m.set("type", "range");
            m.set("id", format!("slider-{id}"));
            m.set("min", "0");
            m.set("max", "1");
            m.set("step", "0.001");
            m.set("data-do", format!("slide {id}"));
            m.set("aria-valuetext", slider_value(line.score, page.language));
            m.set("aria-describedby", marks_id.clone());
            m.set("value", now);
        });
        for class in ["mark mark-best", "mark mark-median", "mark mark-present"] {
            m.node("span", class, |m| m.set("aria-hidden", "true"));
        }
        m.node("span", "hidden", |m| {
            m.set("id", marks_id);
            m.text(marks(line, page.language));
        });
    });
}

/// "I know this figure": a button that opens a field for the true figure, and one that takes it
/// back.
fn known_form(page: &Page, m: &mut Markup, id: &str, name: &str, is_known: bool) {
    let is_open = page.open_forms.iter().any(|open| open == id);
    m.node("div", "known-form", |m| {
        let know = format!("know {id}");
        let label = page.word(Word::IKnow);
        button_with(m, "quiet", know.clone().into(), label.into(), |m| {
            m.set("id", format!("known-{id}-open"));
            m.set("aria-label", page.named(name, Word::IKnow));
            m.set("aria-expanded", if is_open { "true" } else { "false" });
        });
        if is_known {
            let forget = format!("forget {id}");
            let label = page.word(Word::KnownForget);
            button_with(m, "quiet", forget.into(), label.into(), |m| {
                m.set("aria-label", page.named(name, Word::KnownForget));
            });
        }
        m.node("div", "known-panel", |m| {
            m.flag("hidden", !is_open);
            m.leaf("p", "", page.word(Word::KnownHint));
            field(
                page,
                m,
                format!("known-{id}"),
                page.named(name, Word::KnownField),
            );
            button(m, know, page.word(Word::Close));
        });
    });
}
