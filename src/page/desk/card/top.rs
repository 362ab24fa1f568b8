//! What stands above the components: totals, whether components are known or assumed, and what cannot
//! count.

use super::super::ground::Ground;
use super::super::{Desk, Markup, button, button_with, words as desk_words};
use super::words;
use crate::page::text::in_language;
use dti_engine::calculator::{AssessmentFault, AssessmentProblem, CalculatorError, ComponentCard};
use dti_engine::model::{Framework, Level, Node};

/// Rank, score, points and pillars; they follow each keystroke.
pub(super) fn totals(ground: &Ground, card: &ComponentCard, m: &mut Markup) {
    let language = ground.language;
    let standing = &card.standing;
    let framework = ground.framework();
    m.node("dl", "component-totals", |m| {
        let mut total = |name: String, value: String| {
            m.node("div", "", |m| {
                m.leaf("dt", "", name);
                m.leaf("dd", "", value);
            });
        };
        let rank = words::rank_of(standing, card.units, ground);
        total(words::rank(language).to_owned(), rank);
        let score = words::score_of(standing, ground);
        total(words::dti_score(language).to_owned(), score);
        let points = standing.unrounded * card.max_points;
        let points = words::points_of(points, card.max_points, language);
        total(words::total_points(language).to_owned(), points);
        for (pillar, own) in framework.pillars().iter().zip(&standing.pillars) {
            let name = in_language(&pillar.name, language).to_owned();
            total(name, words::pillar(own.score, own.rank, language));
        }
    });
}

/// Whether the framework's components are known, assumed or not there.
pub(super) fn about_components(desk: &Desk, ground: &Ground, m: &mut Markup) {
    let (framework, language) = (ground.framework(), ground.language);
    let is_used = framework
        .nodes()
        .any(|node| framework.indicator(node).is_assumed);
    let is_offered = framework
        .nodes()
        .any(|node| has_open_slots(framework, node));
    let has_some = framework
        .nodes()
        .any(|node| framework.indicator(node).level > Level::Main);
    let load = |m: &mut Markup| button(m, "desk open import", words::load_list(language));
    let is_chosen = desk.own.slots.iter().any(|own| own == framework.id());
    if is_used {
        m.node("div", "caution", |m| {
            m.leaf("p", "", words::slots_used(language));
            m.node("p", "actions", |m| {
                load(m);
                if is_chosen {
                    button(m, "desk card no-slots", words::drop_slots(language));
                }
            });
        });
    } else if is_offered {
        m.leaf("p", "", words::slots_offered(language));
        m.node("p", "actions", |m| {
            button_with(
                m,
                "primary",
                "desk card slots".into(),
                words::use_slots(language).into(),
                |_| {},
            );
            load(m);
        });
    } else if !has_some {
        m.leaf("p", "", words::no_components(language));
        m.node("p", "actions", load);
    }
}

/// Whether only the number of a main indicator's components is known.
fn has_open_slots(framework: &Framework, node: Node) -> bool {
    let indicator = framework.indicator(node);
    indicator.component_count.is_some_and(|count| count > 0) && indicator.children.is_empty()
}

/// Why what-ifs have no room; for a parent, the range that what is entered below leaves it.
fn why_refused(ground: &Ground, error: &CalculatorError) -> String {
    let language = ground.language;
    let CalculatorError::Unreachable {
        indicator,
        low,
        high,
        ..
    } = error
    else {
        return desk_words::problem(error, Some(ground), language);
    };
    let framework = ground.framework();
    let name = framework
        .node(indicator)
        .map(|node| words::name(framework.indicator(node), language));
    words::room(name.as_ref().unwrap_or(indicator), *low, *high, language)
}

/// What cannot count and has no row of its own, and what-ifs without room.
pub(super) fn said(ground: &Ground, card: &ComponentCard, m: &mut Markup) {
    let language = ground.language;
    if let Some(error) = &card.refused {
        m.node("div", "notice", |m| {
            m.leaf("p", "", words::refused(language));
            m.leaf("p", "", why_refused(ground, error));
        });
    }
    let faults: Vec<&AssessmentFault> = unplaced(ground.framework(), card).collect();
    if faults.is_empty() {
        return;
    }
    m.node("div", "notice", |m| {
        m.leaf("p", "", words::not_counted(language));
        m.node("ul", "", |m| {
            for fault in faults {
                let column = words::column(fault.column, language);
                let problem = words::problem(&fault.problem, language);
                m.leaf(
                    "li",
                    "",
                    format!("{}, {column}: {problem}", fault.indicator),
                );
            }
        });
        button(m, "desk card drop-faulty", words::drop_faulty(language));
    });
}

/// Faults of values that no row shows.
pub(super) fn unplaced<'a>(
    framework: &'a Framework,
    card: &'a ComponentCard,
) -> impl Iterator<Item = &'a AssessmentFault> {
    card.faults.iter().filter(|fault| {
        let is_shown = framework.node(&fault.indicator).is_some();
        !is_shown
            || matches!(
                fault.problem,
                AssessmentProblem::Twice | AssessmentProblem::UnknownIndicator { .. }
            )
    })
}
