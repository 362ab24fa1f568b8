//! The figures that stay on the device, as a link may carry them on the reader's explicit wish. What
//! was assessed component by component is shared as one value of its main indicator: nobody else has
//! the list of components, and nobody else needs it.

use super::Page;
use dti_engine::calculator::enterable;
use dti_engine::model::{Entry, Kind, Level, Node, Override};
use dti_formats::link::Link;

impl Page {
    /// Known figures, and the main indicators whose components are assessed.
    pub(super) fn own_figures(&self) -> Vec<Override> {
        let mut figures: Vec<Override> = Vec::new();
        for item in &self.scenario.overrides {
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
    pub(super) fn shared_link(&self) -> Link {
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
    fn main_above(&self, item: &Override) -> Option<Override> {
        let edition = self.edition()?;
        let framework = edition.framework();
        let mut node: Node = framework.node(&item.indicator)?;
        while framework.indicator(node).level > Level::Main {
            node = framework.indicator(node).parent?;
        }
        let indicator = &framework.indicator(node).id;
        if self
            .scenario
            .find(&item.unit, indicator, Kind::WhatIf)
            .is_some()
        {
            return None;
        }
        let own = self.shown.standings.of(edition.position(&item.unit)?)?;
        Some(Override {
            unit: item.unit.clone(),
            indicator: indicator.clone(),
            entry: Entry::Score(enterable(own.card.score(node))),
            kind: Kind::WhatIf,
        })
    }
}
