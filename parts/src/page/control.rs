//! The controls: buttons, fields, lists to choose from, and marks beside numbers.

use crate::page::Markup;
use crate::page::markup::Words;

/// A button with a text that tells what it does.
pub(in crate::page) fn button(m: &mut Markup, deed: impl Into<Words>, label: impl Into<Words>) {
    button_with(m, "quiet", deed.into(), label.into(), |_| {});
}

/// A button with further attributes.
pub(in crate::page) fn button_with(
    m: &mut Markup,
    class: &'static str,
    deed: Words,
    label: Words,
    attributes: impl FnOnce(&mut Markup),
) {
    m.node("button", class, |m| {
        m.set("type", "button");
        m.set("data-do", deed);
        attributes(m);
        m.text(label);
    });
}

/// A native list to choose from: values with their texts, and what it is named by.
pub(in crate::page) fn select(
    m: &mut Markup,
    deed: impl Into<Words>,
    name: (&'static str, impl Into<Words>),
    options: Vec<(String, String)>,
    chosen: &str,
) {
    m.node("select", "", |m| {
        m.set("data-do", deed.into());
        m.set(name.0, name.1.into());
        for (value, text) in options {
            m.node("option", "", |m| {
                m.flag("selected", value == chosen);
                m.set("value", value);
                m.text(text);
            });
        }
    });
}
