//! Names for ids, for sentences about errors.

use dti_engine::model::Edition;
use dti_formats::link::Language;
use dti_words::{Names, in_language};

/// The names of one edition in one language.
#[derive(Clone, Copy)]
pub struct NamesIn<'a> {
    edition: Option<&'a Edition>,
    language: Language,
}

impl<'a> NamesIn<'a> {
    /// Of an edition; without one, ids stand for names.
    pub fn new<E: AsRef<Edition>>(edition: Option<&'a E>, language: Language) -> Self {
        Self {
            edition: edition.map(AsRef::as_ref),
            language,
        }
    }
}

impl Names for NamesIn<'_> {
    fn unit(&self, id: &str) -> String {
        let units = self.edition.map(Edition::units).unwrap_or_default();
        let unit = units.iter().find(|unit| unit.id == id);
        unit.map_or(id, |unit| in_language(&unit.name, self.language))
            .to_owned()
    }

    fn indicator(&self, id: &str) -> String {
        let framework = self.edition.map(Edition::framework);
        let found = framework.and_then(|framework| Some((framework, framework.node(id)?)));
        let name = found.map(|(framework, node)| &framework.indicator(node).name);
        name.map_or(id, |name| in_language(name, self.language))
            .to_owned()
    }
}
