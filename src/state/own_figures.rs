//! The figures that stay on the device, as a link may carry them on the reader's explicit wish. What
//! was assessed component by component is shared as one value of its main indicator: nobody else has
//! the list of components, and nobody else needs it.

use super::State;
use dti_engine::calculator::enterable;
use dti_engine::model::{Entry, Kind, Level, Node, Override};
use dti_formats::link::Link;
use leptos::prelude::*;

impl State {
    /// Known figures, and the main indicators whose components are assessed.
    pub fn own_figures(self) -> Vec<Override> {
        let mut figures: Vec<Override> = Vec::new();
        for item in &self.scenario().overrides {
            let figure = match item.kind {
                Kind::WhatIf => None,
                Kind::Known => Some(item.clone()),
                Kind::Assessed => self.main_above(item),
            };
            let is_new = |figure: &Override| !figures.contains(figure);
            figures.extend(figure.filter(is_new));
        }
        figures
    }

    /// The link with the reader's own figures.
    pub(super) fn link_with_own_figures(self) -> Link {
        let mut link = self.link();
        link.scenario = link.scenario.without_assessed();
        for figure in self.own_figures() {
            if figure.kind == Kind::WhatIf {
                // The value holds what was supposed below it.
                let is_below = |o: &Override| {
                    let prefix = o.indicator.strip_prefix(&figure.indicator);
                    o.unit == figure.unit && prefix.is_some_and(|rest| rest.starts_with('.'))
                };
                link.scenario.overrides.retain(|o| !is_below(o));
                link.scenario.overrides.push(figure);
            }
        }
        link
    }

    /// The main indicator of an assessed figure at its value on screen; `None` where a what-if on it
    /// is in the link already.
    fn main_above(self, item: &Override) -> Option<Override> {
        let edition = self.edition.get();
        let framework = edition.framework();
        let mut node: Node = framework.node(&item.indicator)?;
        while framework.indicator(node).level > Level::Main {
            node = framework.indicator(node).parent?;
        }
        let indicator = &framework.indicator(node).id;
        let scenario = self.scenario();
        if scenario.find(&item.unit, indicator, Kind::WhatIf).is_some() {
            return None;
        }
        let row = edition.position(&item.unit)?;
        let score = self.session.with(|session| session.score_of(row, node));
        Some(Override {
            unit: item.unit.clone(),
            indicator: indicator.clone(),
            entry: Entry::Score(enterable(score)),
            kind: Kind::WhatIf,
        })
    }
}
