//! One question of the page, answered slice by slice.

use super::compare::compare;
use super::ground::Ground;
use super::merger::merger;
use super::neighbourhood::neighbourhood;
use super::panel::{Panel, buttons};
use super::sweep::sweep;
use crate::calculator::{Calculator, CalculatorError};
use crate::page::Markup;
use crate::page::studio::Asked;

/// A question that is being answered.
pub struct Work<'a> {
    ground: Result<Ground<'a>, CalculatorError>,
}

impl<'a> Work<'a> {
    /// Takes a packed question.
    pub fn begin(calculator: &'a Calculator, question: &str) -> Self {
        Self {
            ground: Ground::of(calculator, &Asked::unpack(question)),
        }
    }

    /// Does the next slice; says whether that was the last.
    pub fn advance(&mut self) -> bool {
        true
    }

    /// What there is to show so far, packed.
    pub fn answer(&self) -> String {
        let mut out = Markup::default();
        // The page asks only what it can show itself, so an error is a fault of the two parts.
        if let Ok(ground) = &self.ground {
            out.node("div", "analyses", |m| section(ground, m));
        }
        out.pack()
    }
}

fn section(ground: &Ground<'_>, m: &mut Markup) {
    m.node("h2", "", |m| {
        m.set("id", "analyses-heading");
        m.text(format!(
            "{}: {}",
            ground.either("Phân tích", "Analyses"),
            ground.own_name()
        ));
    });
    buttons(ground, m);
    let panel = Panel::chosen(ground);
    m.node("div", "", |m| {
        m.set("id", format!("analysis-{}", panel.id()));
        m.set("class", "card analysis");
        match panel {
            Panel::Neighbourhood => neighbourhood(ground, m),
            Panel::Sweep => sweep(ground, m),
            Panel::Merger => merger(ground, m),
            Panel::Compare => compare(ground, m),
            _ => m.leaf("h3", "", panel.name(ground.language)),
        }
    });
}
