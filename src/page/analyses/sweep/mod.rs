//! The rank against one number: the value of an indicator from 0 to 1, or its max points.

mod max_points;
mod values;
mod words;

use super::ground::Ground;
use super::others::rivals_move;
use super::parts::{choice, simulated};
use super::rest::place;
use crate::link::{self, Link, Privacy};
use crate::model::{Exact, Node, Scenario};
use crate::page::Markup;

/// The panel.
pub(super) fn sweep(ground: &Ground<'_>, m: &mut Markup) {
    let wanted = ground.choice("sweep");
    let found = ground
        .framework()
        .mains()
        .find(|&node| ground.id_of(node) == wanted);
    let Some(node) = found.or_else(|| widest(ground)) else {
        return;
    };
    let swept = ground.choice_or("sweep-of", "value");
    let is_weight = swept == "weight";
    m.node("div", "choices", |m| {
        choices(ground, m, node, is_weight);
        if found.is_none() {
            fault(ground, m, "sweep", wanted, ground.name_of(node));
        }
        if !["value", "weight"].contains(&swept) {
            let instead = ground.either("giá trị", "the score");
            fault(ground, m, "sweep-of", swept, instead);
        }
    });
    if is_weight {
        max_points::max_points(ground, node, m);
    } else {
        values::values(ground, node, m);
    }
    rivals_move(ground, m);
    simulated(ground, m);
}

/// The indicator with the most points still to be had, before any what-if.
fn widest(ground: &Ground<'_>) -> Option<Node> {
    let own = ground.before.of(ground.position)?;
    let room = |node: Node| (Exact::ONE - own.card.score(node)) * ground.maxima.of_node(node);
    let mut widest = None;
    for node in ground.framework().mains() {
        if widest.is_none_or(|other| room(node) > room(other)) {
            widest = Some(node);
        }
    }
    widest
}

fn choices(ground: &Ground<'_>, m: &mut Markup, node: Node, is_weight: bool) {
    let mains = ground.framework().mains();
    let options = mains.map(|main| {
        let (id, name) = (ground.id_of(main), ground.name_of(main));
        (id.to_owned(), name.to_owned())
    });
    let label = ground.either("Chỉ số chính", "Main indicator");
    choice(m, "set sweep", label, options.collect(), ground.id_of(node));
    let options = [
        ("value", ground.either("Giá trị", "Its score")),
        ("weight", ground.either("Điểm tối đa", "Its max points")),
    ];
    let options = options.map(|(id, text)| (id.to_owned(), text.to_owned()));
    let label = ground.either("Cho thay đổi", "What changes");
    let chosen = if is_weight { "weight" } else { "value" };
    choice(m, "set sweep-of", label, options.into(), chosen);
}

/// What is wrong with a choice, where one was made.
fn fault(ground: &Ground<'_>, m: &mut Markup, key: &str, given: &str, instead: &str) {
    if given.is_empty() {
        return;
    }
    m.node("span", "fault", |m| {
        m.set("id", format!("choice-{key}-fault"));
        m.text(words::unknown(given, instead, ground.language));
    });
}

/// What a step chart shows, for the module that draws it.
struct Steps {
    /// Highest number on the axis.
    end: Exact,
    /// Decimals of its numbers.
    decimals: u32,
    /// The number under the scenario.
    start: Exact,
    /// The rank under the scenario.
    rank: u32,
    /// Where each rank begins.
    steps: Vec<(Exact, u32)>,
    /// Places with a name.
    labels: Vec<(Exact, u32, String)>,
}

impl Steps {
    fn write(&self, ground: &Ground<'_>, m: &mut Markup) {
        let at = |number: &Exact| number.to_short_text(self.decimals);
        let steps: Vec<String> = self
            .steps
            .iter()
            .map(|(from, rank)| format!("{}:{rank}", at(from)))
            .collect();
        let labels: Vec<String> = self
            .labels
            .iter()
            .map(|(from, rank, name)| {
                let name = name.replace(['|', ';', ':'], " ");
                format!("{}:{rank}:{name}", at(from))
            })
            .collect();
        let packed = format!(
            "{}|{}|{}|{}|{}|{}|{}",
            at(&self.end),
            self.decimals,
            at(&self.start),
            self.rank,
            ground.units().len(),
            steps.join(","),
            labels.join(";")
        );
        place(ground, m, "steps", packed);
    }
}

/// A scenario as the deed of a button; `None` where it is too large.
fn fragment(scenario: Scenario) -> Option<String> {
    let link = Link {
        scenario,
        ..Link::default()
    };
    // It stays on the page, so it may hold what the reader knows.
    link::write(&link, Privacy::WithKnown).ok()
}
