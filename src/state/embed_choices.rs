//! What is chosen in the dialog with the codes for other pages.

use super::EmbedOptions;
use dti_engine::model::{Framework, Node};
use dti_formats::link::{Language, Theme};
use std::collections::BTreeMap;

/// What is chosen for an embed, and for its preview.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EmbedChoices {
    /// Language of the embed, where it is not the page's.
    pub language: Option<Language>,
    /// Its colours.
    pub theme: Theme,
    /// Its height in pixels.
    pub height: u32,
    /// Width of the preview in pixels.
    pub width: u32,
    /// What its address asks for, but for the indicators.
    pub options: EmbedOptions,
    /// Whether an indicator is offered, by its id, where the reader said so.
    pub offered: BTreeMap<String, bool>,
}

impl Default for EmbedChoices {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::Auto,
            height: 640,
            width: 600,
            options: EmbedOptions::default(),
            offered: BTreeMap::new(),
        }
    }
}

impl EmbedChoices {
    /// Whether a main indicator is offered: those of the last group are, if nothing is chosen.
    pub fn is_offered(&self, framework: &Framework, node: Node) -> bool {
        let chosen = self.offered.get(&framework.indicator(node).id).copied();
        chosen.unwrap_or_else(|| EmbedOptions::default().offered(framework).contains(&node))
    }

    /// The keys of the embed's address, as [`EmbedOptions::of`] reads them.
    pub fn view(&self, framework: &Framework) -> BTreeMap<String, String> {
        let offered = framework.mains();
        let offered = offered.filter(|&node| self.is_offered(framework, node));
        let offered: Vec<&str> = offered
            .map(|node| framework.indicator(node).id.as_str())
            .collect();
        let options = &self.options;
        // Where nothing is offered, nothing can be changed.
        let is_static = options.is_static || offered.is_empty();
        let show = match self.offered.is_empty() {
            true => String::new(),
            false => offered.join(","),
        };
        let keys = [
            ("api", options.has_api, "1"),
            ("bg", options.is_transparent, "transparent"),
            ("locked", options.is_locked, "1"),
            ("plain", options.is_plain, "1"),
            ("show", !show.is_empty(), &show),
            ("static", is_static, "1"),
        ];
        let keys = keys.into_iter().filter(|(_, is_said, _)| *is_said);
        keys.map(|(key, _, value)| (key.to_owned(), value.to_owned()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::EmbedChoices;
    use crate::state::EmbedOptions;

    #[test]
    fn an_embed_reads_what_was_chosen() {
        let calculator = dti_formats::official().unwrap();
        let framework = calculator.edition("2022").unwrap().framework();
        let mut choices = EmbedChoices::default();
        assert!(choices.view(framework).is_empty());
        choices.options = EmbedOptions {
            is_locked: true,
            is_transparent: true,
            has_api: true,
            ..EmbedOptions::default()
        };
        choices.offered = [("society", false), ("awareness", true), ("moon", true)]
            .map(|(id, is_offered)| (id.to_owned(), is_offered))
            .into();
        let wanted = EmbedOptions {
            show: ["awareness", "government", "economy"]
                .map(str::to_owned)
                .into(),
            ..choices.options.clone()
        };
        assert_eq!(EmbedOptions::of(&choices.view(framework)), wanted);
    }
}
