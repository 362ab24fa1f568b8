//! What stands above the components: totals, points of the main indicators, and what cannot count.

use super::super::ground::Ground;
use super::super::{Markup, button, words as desk_words};
use super::words;
use crate::page::text::{in_language, points};
use dti_engine::calculator::{AssessmentFault, AssessmentProblem, CalculatorError, ComponentCard};
use dti_engine::model::{Framework, Level};

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

/// Points of the main indicators, each under its own maximum.
pub(super) fn sums(ground: &Ground, card: &ComponentCard, m: &mut Markup) {
    let language = ground.language;
    m.node("div", "component-sums", |m| {
        m.set("role", "group");
        m.set("aria-label", words::sums(language));
        // On a phone it is scrolled.
        m.set("tabindex", "0");
        m.node("dl", "", |m| {
            for main in card.mains.iter().filter(|main| main.own.is_scored) {
                let indicator = ground.framework().indicator(main.own.node);
                let name = in_language(&indicator.name, language).to_owned();
                let both = [main.own.points, main.own.max_points];
                let [own, most] = both.map(|value| points(value, language));
                m.node("div", "", |m| {
                    m.leaf("dt", "", name);
                    m.leaf("dd", "", format!("{own} / {most}"));
                });
            }
        });
    });
}

/// The way to a list where a framework has no components.
pub(super) fn about_components(ground: &Ground, m: &mut Markup) {
    let (framework, language) = (ground.framework(), ground.language);
    let mut levels = framework
        .nodes()
        .map(|node| framework.indicator(node).level);
    if levels.any(|level| level > Level::Main) {
        return;
    }
    m.leaf("p", "", words::no_components(language));
    m.node("p", "actions", |m| {
        button(m, "desk open import", words::load_list(language));
    });
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
                let problem = words::problem(&fault.problem, None, language);
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
