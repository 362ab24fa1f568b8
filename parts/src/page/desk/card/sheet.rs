//! The work sheet as it is drawn: what stands above it, the ways to look, and its lines.

use super::super::fields::tool_list;
use super::super::ground::Ground;
use super::super::{Desk, Markup, button};
use super::entry::rows;
use super::look::{Part, View, kinds};
use super::row::Row;
use super::top::{about_components, said, sums, totals};
use super::{card_of, main_id, shown_parts, stage_in_line, words, worth};
use crate::page::text::in_language;
use dti_engine::calculator::{AssessmentColumn, ComponentCard, ComponentMain};

/// The scorecard.
pub(in crate::page::desk) fn view(desk: &Desk, ground: &Ground, m: &mut Markup) {
    let language = ground.language;
    let card = match card_of(desk, ground) {
        Ok(card) => card,
        Err(error) => {
            let said = super::super::words::problem(&error, Some(ground), language);
            return m.leaf("p", "notice", said);
        }
    };
    let is_outdated = desk
        .card
        .worth
        .as_ref()
        .is_some_and(|worth| worth.is_outdated);
    m.node("section", "", |m| {
        m.classes("component-card", &[("outdated", is_outdated)]);
        let edition = in_language(&ground.edition.header().title, language);
        m.leaf("h3", "", format!("{}, {edition}", ground.unit_name()));
        if ground.edition.header().is_example() {
            m.leaf("p", "caution", words::example(language));
        }
        m.node("div", "component-head", |m| {
            totals(ground, &card, m);
            sums(ground, &card, m);
        });
        if card.standing.estimated {
            m.leaf("p", "caution", words::rests_on_estimates(language));
        }
        m.leaf("p", "component-private", words::private(language));
        about_components(ground, m);
        said(ground, &card, m);
        worth::view(desk, ground, m);
        tools(desk, ground, m);
        sheet(desk, ground, m, &card);
    });
}

/// The ways to look, and what is done to the whole scorecard.
fn tools(desk: &Desk, ground: &Ground, m: &mut Markup) {
    let (language, framework) = (ground.language, ground.framework());
    let look = &desk.card.look;
    let stages = AssessmentColumn::ALL.map(|stage| {
        let text = words::column(stage, language).to_owned();
        (stage.as_str().to_owned(), text)
    });
    let first = |text: &'static str| vec![(String::new(), text.to_owned())];
    m.node("div", "component-tools", |m| {
        let (stage, label) = (stage_in_line(desk, ground), words::stage(language));
        let options = stages.to_vec();
        tool_list(
            m,
            ("component-stage", "desk card stage"),
            label,
            options,
            stage.as_str(),
        );
        let views = View::ALL.map(|view| {
            let text = words::view(view, language).to_owned();
            (view.as_str().to_owned(), text)
        });
        let label = words::look(language);
        tool_list(
            m,
            ("component-view", "desk card view"),
            label,
            views.to_vec(),
            look.view.as_str(),
        );
        let mut mains = first(words::all_mains(language));
        mains.extend(framework.mains().map(|node| {
            let main = framework.indicator(node);
            (main.id.clone(), words::name(main, language))
        }));
        let label = words::main_filter(language);
        tool_list(
            m,
            ("component-main", "desk card main"),
            label,
            mains,
            &look.main,
        );
        let mut missing = first(words::any_stage(language));
        missing.extend(stages);
        let (label, chosen) = (words::missing_filter(language), look.missing);
        let chosen = chosen.map_or("", AssessmentColumn::as_str);
        tool_list(
            m,
            ("component-missing", "desk card missing"),
            label,
            missing,
            chosen,
        );
        let mut all = first(words::all_kinds(language));
        all.extend(kinds(framework).into_iter().map(|kind| {
            let text = words::kind(kind, language).to_owned();
            (kind.to_owned(), text)
        }));
        let label = words::kind_filter(language);
        tool_list(
            m,
            ("component-kind", "desk card kind"),
            label,
            all,
            &look.kind,
        );
        if !rows(desk, ground).is_empty() {
            button(m, "desk card clear", words::clear(language));
        }
    });
}

/// The lines, and on a phone the way from one to the next.
fn sheet(desk: &Desk, ground: &Ground, m: &mut Markup, card: &ComponentCard) {
    let language = ground.language;
    let parts = shown_parts(desk, ground, card);
    let framework = ground.framework();
    let ids: Vec<&str> = parts
        .iter()
        .flat_map(|part| &part.lines)
        .map(|line| framework.indicator(line.node).id.as_str())
        .collect();
    if ids.is_empty() {
        return m.leaf("p", "", words::nothing_here(language));
    }
    let found = ids.iter().position(|id| *id == desk.card.current);
    let row = found.unwrap_or_default();
    let current = ids.get(row).copied().unwrap_or_default();
    steps(m, &ids, row, ground);
    for part in &parts {
        one_part(desk, ground, m, (card, part), current);
    }
}

/// Back, "12/98", next.
fn steps(m: &mut Markup, ids: &[&str], row: usize, ground: &Ground) {
    let language = ground.language;
    m.node("div", "component-steps", |m| {
        let mut step = |id: &'static str, label: &'static str, to: Option<usize>| {
            let to = to.and_then(|to| ids.get(to));
            m.node("button", "quiet", |m| {
                m.set("id", id);
                m.set("type", "button");
                m.set("data-do", format!("desk card go {}", to.unwrap_or(&"")));
                if to.is_none() {
                    m.set("aria-disabled", "true");
                }
                m.text(label);
            });
        };
        step(
            "component-before",
            words::before(language),
            row.checked_sub(1),
        );
        step(
            "component-after",
            words::after(language),
            row.checked_add(1),
        );
        m.node("span", "component-position", |m| {
            m.set("role", "status");
            m.text(format!("{}/{}", row + 1, ids.len()));
        });
    });
}

/// A main indicator with what is shown of it, or a list over all of them.
fn one_part(
    desk: &Desk,
    ground: &Ground,
    m: &mut Markup,
    (card, part): (&ComponentCard, &Part<'_>),
    current: &str,
) {
    let framework = ground.framework();
    let stage = stage_in_line(desk, ground);
    let has_current = part
        .lines
        .iter()
        .any(|line| framework.indicator(line.node).id == current);
    m.node("div", "", |m| {
        m.classes("component-main", &[("current", has_current)]);
        match part.main {
            Some(main) => heading(ground, m, main),
            None => m.leaf("h4", "", words::over_all(ground.language)),
        }
        m.node("ul", "", |m| {
            for line in &part.lines {
                let worth = desk.card.worth.as_ref();
                Row {
                    desk,
                    ground,
                    line,
                    faults: &card.faults,
                    stage,
                    places: worth.map_or(0, |worth| worth.places(line.node)),
                    is_current: framework.indicator(line.node).id == current,
                }
                .draw(m);
            }
        });
    });
}

fn heading(ground: &Ground, m: &mut Markup, main: &ComponentMain) {
    let language = ground.language;
    let indicator = ground.framework().indicator(main.own.node);
    m.node("h4", "", |m| {
        m.set("id", main_id(&indicator.id));
        m.set("tabindex", "-1");
        m.leaf("span", "component-name", words::name(indicator, language));
        if main.own.is_scored {
            let (own, most) = (main.own.points, main.own.max_points);
            m.leaf("span", "", words::points_of(own, most, language));
            m.leaf("span", "", words::at_max(main, language));
        } else {
            m.leaf("span", "", words::unscored(language));
        }
    });
}
