//! A button. One component for all of them, so that the page carries its code once.

use crate::app::live::{Flag, Live};
use leptos::prelude::*;

/// A button with a text on it.
#[component]
pub(crate) fn Button(
    /// The text on it.
    label: Live,
    /// Called on a click.
    on_click: Callback<()>,
    /// Its class.
    #[prop(default = "quiet")]
    class: &'static str,
    /// Its name, where the text alone does not tell.
    #[prop(optional)]
    name: Option<Live>,
    /// Whether there is nothing to do.
    #[prop(optional)]
    disabled: Option<Flag>,
    /// Whether it is not there now.
    #[prop(optional)]
    hidden: Option<Flag>,
    /// Whether what it opens is open: `true` or `false`.
    #[prop(optional)]
    expanded: Option<Live>,
    /// Language of its text, where it is not the page's.
    #[prop(optional)]
    lang: Option<Live>,
    /// Its id.
    #[prop(optional)]
    id: String,
    /// Its shortcut, for screen readers.
    #[prop(optional)]
    keys: &'static str,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=class
            id=(!id.is_empty()).then_some(id)
            aria-label=name
            aria-expanded=expanded
            aria-keyshortcuts=(!keys.is_empty()).then_some(keys)
            lang=lang
            disabled=disabled
            hidden=hidden
            on:click=move |_| on_click.run(())
        >
            {label}
        </button>
    }
}
