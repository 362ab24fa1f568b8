//! Names for ids, for sentences about errors.

use crate::Words;
use dti_engine::model::Edition;

/// Names for ids, in the language of the moment.
pub trait Names {
    /// The name of a unit, or its id.
    fn unit(&self, id: &str) -> String;
    /// The name of an indicator, or its id.
    fn indicator(&self, id: &str) -> String;
}

/// The names of one edition in one language.
#[derive(Clone, Copy, Debug)]
pub struct NamesIn<'a> {
    edition: Option<&'a Edition>,
    words: &'a Words,
}

impl<'a> NamesIn<'a> {
    /// Of an edition; without one, ids stand for names.
    pub fn new(edition: Option<&'a Edition>, words: &'a Words) -> Self {
        Self { edition, words }
    }
}

impl Names for NamesIn<'_> {
    fn unit(&self, id: &str) -> String {
        let units = self.edition.map(Edition::units).unwrap_or_default();
        let unit = units.iter().find(|unit| unit.id == id);
        let name = unit.map_or(id, |unit| self.words.in_language(&unit.name));
        name.to_owned()
    }

    fn indicator(&self, id: &str) -> String {
        let framework = self.edition.map(Edition::framework);
        let found = framework.and_then(|framework| Some((framework, framework.node(id)?)));
        let name = found.map(|(framework, node)| &framework.indicator(node).name);
        name.map_or(id, |name| self.words.in_language(name))
            .to_owned()
    }
}
