//! What the address of an embed asks for.

use super::State;
use dti_engine::model::{Framework, Node};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What an embed offers. Whatever its address holds, something can be shown.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EmbedOptions {
    /// Ids of the indicators that are offered; unknown ones are passed over.
    pub show: Vec<String>,
    /// Unit and edition cannot be chosen.
    pub is_locked: bool,
    /// Nothing can be changed.
    pub is_static: bool,
    /// No heading and no frame.
    pub is_plain: bool,
    /// What lies behind the frame shows through.
    pub is_transparent: bool,
    /// The page around it hears of changes and may make them.
    pub has_api: bool,
}

impl EmbedOptions {
    /// Reads the view's own keys of a link.
    pub fn of(view: &BTreeMap<String, String>) -> Self {
        let get = |key: &str| view.get(key).map_or("", String::as_str);
        let is_on = |key: &str| get(key) == "1";
        Self {
            show: get("show").split(',').map(str::to_owned).collect(),
            is_locked: is_on("locked"),
            is_static: is_on("static"),
            is_plain: is_on("plain"),
            is_transparent: get("bg") == "transparent",
            has_api: is_on("api"),
        }
    }

    /// The indicators that are offered as sliders: those that are asked for, or the last group.
    pub fn offered(&self, framework: &Framework) -> Vec<Node> {
        let is_wanted = |node: &Node| self.show.contains(&framework.indicator(*node).id);
        let wanted: Vec<Node> = framework.mains().filter(is_wanted).collect();
        if !wanted.is_empty() {
            return wanted;
        }
        let last = framework.main_groups().pop();
        last.map(|(_, mains)| mains).unwrap_or_default()
    }
}

impl State {
    /// What the embed's address asks for.
    pub fn embed_options(self) -> EmbedOptions {
        self.carried.with(|link| EmbedOptions::of(&link.view))
    }
}

#[cfg(test)]
mod tests {
    use super::EmbedOptions;
    use dti_formats::link;

    fn options(fragment: &str) -> EmbedOptions {
        EmbedOptions::of(&link::read(fragment).0.view)
    }

    #[test]
    fn options_are_read_from_the_address() {
        let given = options("#show=society,economy&locked=1&bg=transparent&api=1&static=0");
        assert_eq!(given.show, ["society", "economy"]);
        assert!(given.is_locked && given.is_transparent && given.has_api);
        assert!(!given.is_static && !given.is_plain);
    }

    #[test]
    fn without_a_wish_the_last_group_is_offered() {
        let calculator = dti_formats::official().unwrap();
        let framework = calculator.edition("2022").unwrap().framework();
        let ids = |fragment: &str| {
            let nodes = options(fragment).offered(framework);
            let ids = nodes
                .iter()
                .map(|&node| framework.indicator(node).id.clone());
            ids.collect::<Vec<_>>()
        };
        assert_eq!(ids(""), ["government", "economy", "society"]);
        assert_eq!(ids("#show=moon"), ids(""));
        assert_eq!(
            ids("#show=society,infrastructure"),
            ["infrastructure", "society"]
        );
    }
}
