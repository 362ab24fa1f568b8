//! The document around the app: its root, language, title and theme, and where focus goes.

use super::address;
use dti_formats::link::{Language, Theme};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlTextAreaElement, Url};

/// The element with this id.
pub fn by_id<T: JsCast>(id: &str) -> Option<T> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The element that the app fills. It is hidden beside the first HTML until [`take_over`].
pub fn root() -> Option<HtmlElement> {
    by_id("app")
}

/// Puts what the app drew in the place of the first HTML, between two frames.
pub fn take_over() {
    if let Some(first) = by_id::<Element>("first") {
        first.remove();
    }
    if let Some(root) = root() {
        root.set_hidden(false);
    }
}

/// The language of the page as it was served: Vietnamese at the root, English below `en/`.
pub fn served_language() -> Language {
    let lang = document()
        .document_element()
        .and_then(|html| html.get_attribute("lang"));
    match lang.as_deref() {
        Some("en") => Language::En,
        _ => Language::Vi,
    }
}

/// Address of the site's root with its last `/`: where the page's module lies.
pub fn root_address() -> Option<String> {
    let module = document().get_element_by_id("page-wasm")?;
    let file = Url::new_with_base(&module.get_attribute("content")?, &address::address()).ok()?;
    let file = file.href();
    file.rsplit_once('/').map(|(root, _)| format!("{root}/"))
}

/// Tells browsers and screen readers which language is spoken.
pub fn set_language(language: Language, title: &str) {
    let document = document();
    if document.title() != title {
        document.set_title(title);
    }
    set_on_root("lang", Some(language.as_str()));
}

/// Sets the colours; without a choice the device decides.
pub fn set_theme(theme: Theme) {
    set_on_root("data-theme", (theme != Theme::Auto).then(|| theme.as_str()));
}

fn set_on_root(name: &str, value: Option<&str>) {
    let Some(html) = document().document_element() else {
        return;
    };
    // Even the same value again would have the browser style the whole page anew.
    if html.get_attribute(name).as_deref() == value {
        return;
    }
    // Both fail only for names that are no attribute names.
    match value {
        Some(value) => html.set_attribute(name, value).ok(),
        None => html.remove_attribute(name).ok(),
    };
}

/// Moves focus to the element with this id.
pub fn focus(id: &str) {
    if let Some(element) = by_id::<HtmlElement>(id) {
        element.focus().ok();
    }
}

/// Moves focus to the element with this id once what is drawn now is there.
pub fn focus_soon(id: String) {
    super::timing::soon(move || super::timing::soon(move || focus(&id)));
}

/// Brings what is drawn now into view and moves focus there, once it is there.
pub fn go_to_soon(id: String) {
    super::timing::soon(move || super::timing::soon(move || go_to(&id)));
}

/// Selects all text of the field with this id, ready to be typed over.
pub fn select_all(id: &str) {
    if let Some(field) = by_id::<HtmlInputElement>(id) {
        field.select();
    } else if let Some(field) = by_id::<HtmlTextAreaElement>(id) {
        field.select();
    }
}

/// Selects all text of the field that an event happened to.
pub fn select_field(event: &Event) {
    let target = event.target();
    if let Some(field) = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        field.select();
    }
}

/// The unit that what an event happened to stands for, by its id.
pub fn unit_at(event: &Event) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.get_attribute("data-unit")
}

/// Id of the element that has focus; empty where it has none.
pub fn focused() -> String {
    let active = document().active_element();
    active.map(|active| active.id()).unwrap_or_default()
}

/// Brings a part of the page into view and moves focus there.
pub fn go_to(id: &str) {
    if let Some(element) = by_id::<HtmlElement>(id) {
        element.scroll_into_view();
        element.focus().ok();
    }
}

/// The element with this id, whatever it is.
pub fn element(id: &str) -> Option<Element> {
    by_id(id)
}
