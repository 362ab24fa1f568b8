//! Where a component stands: below which main indicator or component, by its id or its number.

use super::Reading;
use super::order::Place;
use crate::import::dates::is_date;
use crate::import::findings::FindingKind;
use crate::import::numbering::{id_part, is_lettered, main_named, parts};
use crate::import::{MainNumber, Meaning};
use dti_engine::model::{Framework, Level, Node};

/// Where a row stands.
pub(super) struct Position {
    pub(super) id: String,
    pub(super) parent: String,
    pub(super) number: Option<String>,
}

impl Reading<'_> {
    /// A row whose id says where it stands: `awareness.1`, `awareness.1.2`.
    pub(super) fn by_id(&mut self, row: usize, id: &str, number: &str) -> Option<Position> {
        let id = id.to_ascii_lowercase();
        let above = id.rsplit_once('.').map(|(above, _)| above.to_owned());
        let depth = id.matches('.').count();
        let is_known = above.as_ref().is_some_and(|above| match depth {
            1 => main_with_id(self.framework, above).is_some(),
            _ => self
                .listed
                .iter()
                .any(|placed| placed.component.id == *above),
        });
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-.".contains(c);
        let Some(parent) = above.filter(|_| is_known && depth <= 2 && id.chars().all(allowed))
        else {
            self.find(row, &Meaning::Id, FindingKind::ParentMissing(id));
            return None;
        };
        let number = Some(number.to_owned()).filter(|number| !number.is_empty());
        Some(Position { id, parent, number })
    }

    pub(super) fn by_number(&mut self, row: usize, text: &str) -> Option<Position> {
        if text.is_empty() {
            self.find(row, &Meaning::Number, FindingKind::NumberMissing);
            return None;
        }
        if is_date(text) {
            let kind = FindingKind::DateInstead(text.to_owned());
            self.find(row, &Meaning::Number, kind);
            return None;
        }
        if is_lettered(text)
            && let Some(position) = self.below_last(text)
        {
            return Some(position);
        }
        let Some(parts) = parts(text) else {
            self.find(
                row,
                &Meaning::Number,
                FindingKind::NumberUnclear(text.to_owned()),
            );
            return None;
        };
        let has_parent = self.sheet.column(&Meaning::Parent).is_some();
        let main = match has_parent {
            true => self.parent_named(row)?,
            false => self.main_of(row, text, &parts)?,
        };
        let own: &[String] = match self.restarts {
            true => &parts,
            false => parts.get(1..).unwrap_or_default(),
        };
        let id = |parts: &[String]| {
            let parts = parts.iter().map(|part| id_part(part).to_owned());
            let main = std::iter::once(self.framework.indicator(main).id.clone());
            main.chain(parts).collect::<Vec<_>>().join(".")
        };
        let number = Some(text.trim_end_matches('.').to_owned());
        match own {
            [_] => Some(Position {
                id: id(own),
                parent: id(&[]),
                number,
            }),
            [above, _] if self.has(&id(std::slice::from_ref(above))) => Some(Position {
                id: id(own),
                parent: id(std::slice::from_ref(above)),
                number,
            }),
            _ => {
                self.find(
                    row,
                    &Meaning::Number,
                    FindingKind::NumberUnclear(text.to_owned()),
                );
                None
            }
        }
    }

    /// A lettered row with max points: a criterion of the component above.
    fn below_last(&self, text: &str) -> Option<Position> {
        let is_component = |id: &str| main_with_id(self.framework, id).is_some();
        let mut placed = self.listed.iter().map(|placed| &placed.component);
        let above = placed.rfind(|component| is_component(&component.parent))?;
        let letter = text.chars().next()?.to_ascii_lowercase();
        let number = above.number.as_deref().unwrap_or_default();
        Some(Position {
            id: format!("{}.{letter}", above.id),
            parent: above.id.clone(),
            number: Some(format!("{number}.{letter}")),
        })
    }

    fn has(&self, id: &str) -> bool {
        self.listed.iter().any(|placed| placed.component.id == id)
    }

    /// The main indicator in a row's own column; a merged cell holds for the rows below it too.
    fn parent_named(&mut self, row: usize) -> Option<Node> {
        let text = self.text(row, Meaning::Parent);
        let found = match text.is_empty() {
            true => self.current,
            false => main_named(self.framework, &text),
        };
        match found {
            Some(node) => self.current = Some(node),
            None => self.find(row, &Meaning::Parent, FindingKind::ParentMissing(text)),
        }
        found
    }

    /// The main indicator of a number, by the section it stands in or else by the framework's order.
    fn main_of(&mut self, row: usize, text: &str, parts: &[String]) -> Option<Node> {
        let first = parts
            .first()
            .map(|part| id_part(part).to_owned())
            .unwrap_or_default();
        if self.restarts {
            if self.current.is_none() {
                self.find(
                    row,
                    &Meaning::Number,
                    FindingKind::ParentMissing(text.to_owned()),
                );
            }
            return self.current;
        }
        let section = self.sections.iter().rfind(|(number, _)| *number == first);
        let section = section.map(|(_, node)| *node);
        let found = match section {
            Some(node) => Some(node),
            // An unnumbered section gives its number to the first component below it.
            None if self.current.is_some() => self.current,
            None => match self.main_in_order(row, &first) {
                Place::Main(node) => Some(node),
                Place::Open => return None,
                Place::Nowhere => None,
            },
        };
        match found {
            Some(node) if section.is_none() => self.sections.push((first, node)),
            Some(_) => {}
            None => self.find(
                row,
                &Meaning::Number,
                FindingKind::ParentMissing(text.to_owned()),
            ),
        }
        found
    }

    /// The main indicator of a number that no row names; the reader is asked once where it may be two.
    fn main_in_order(&mut self, row: usize, first: &str) -> Place {
        let place = self.order.main(first);
        let main = match place {
            Place::Main(node) => Some(self.framework.indicator(node).id.clone()),
            Place::Open => None,
            Place::Nowhere => return place,
        };
        if self.mains.iter().all(|known| known.number != first) {
            if main.is_none() {
                let kind = FindingKind::WhichMain(first.to_owned());
                self.find(row, &Meaning::Number, kind);
            }
            self.mains.push(MainNumber {
                number: first.to_owned(),
                main,
            });
        }
        place
    }
}

pub(super) fn main_with_id(framework: &Framework, id: &str) -> Option<Node> {
    let node = framework.node(id)?;
    (framework.indicator(node).level == Level::Main).then_some(node)
}

pub(super) fn number_key(number: &str) -> String {
    let parts = parts(number).unwrap_or_default();
    parts
        .first()
        .map(|part| id_part(part).to_owned())
        .unwrap_or_default()
}
