//! Words that change. A browser's translation puts its own elements in the place of a text, and what is
//! written into the old text afterwards is seen by nobody: so the whole content is set anew.

use super::at_first;
use leptos::prelude::*;

/// A `<span>` whose text follows a signal, whatever a translation made of it meanwhile.
#[component]
pub(crate) fn LiveText(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
    /// Class of the element.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    view! { <span class=class prop:textContent=text>{at_first(text)}</span> }.into_any()
}
