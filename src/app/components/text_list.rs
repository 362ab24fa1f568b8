//! A list of short lines.

use super::Each;
use leptos::prelude::*;

/// A `<ul>` of different texts.
#[component]
pub(crate) fn TextList(
    /// Its class.
    #[prop(optional)]
    class: &'static str,
    /// The lines.
    lines: Signal<Vec<String>>,
) -> impl IntoView {
    let draw = Callback::new(|line: String| view! { <li>{line}</li> }.into_any());
    view! { <ul class=class><Each keys=lines draw=draw/></ul> }
}
