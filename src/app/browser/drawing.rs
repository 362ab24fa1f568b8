//! Elements in the document, drawn from [`Token`]s and drawn again by changing what differs.

use crate::page::{Markup, Token, Words};
use leptos::prelude::document;
use std::vec::IntoIter;
use wasm_bindgen::JsCast as _;
use web_sys::{
    Element, HtmlElement, HtmlInputElement, HtmlOptionElement, HtmlTextAreaElement, Node, Text,
};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element or a text in the document.
pub(crate) enum Drawn {
    /// An element.
    Element(DrawnElement),
    /// A text.
    Text(Text, Words),
}

/// An element, with what was last drawn into it.
pub(crate) struct DrawnElement {
    tag: Words,
    element: Element,
    attributes: Vec<(Words, Words)>,
    children: Vec<Drawn>,
}

impl Drawn {
    fn node(&self) -> &Node {
        match self {
            Self::Element(drawn) => &drawn.element,
            Self::Text(text, _) => text,
        }
    }

    /// Whether this is an element with this tag and key.
    fn is(&self, tag: &str, key: Option<&Words>) -> bool {
        match self {
            Self::Element(drawn) => drawn.tag == tag && key_of(&drawn.attributes) == key,
            Self::Text(..) => false,
        }
    }
}

/// An element whose first attribute is its id is told apart by it: another id is another element.
fn key_of(attributes: &[(Words, Words)]) -> Option<&Words> {
    let first = attributes.first().filter(|(name, _)| *name == "id");
    first.map(|(_, id)| id)
}

impl DrawnElement {
    /// Draws the one element that a markup holds.
    pub(crate) fn new(markup: Markup) -> Self {
        let mut tokens = markup.into_tokens().into_iter();
        let tag = match tokens.next() {
            Some(Token::Open(tag)) => tag,
            _ => Words::Borrowed("div"),
        };
        Self::build(tag, false, &mut tokens)
    }

    /// Draws another state of the same element.
    pub(crate) fn redraw(&mut self, markup: Markup) {
        let mut tokens = markup.into_tokens().into_iter();
        tokens.next();
        self.fill(&mut tokens);
    }

    /// The element.
    pub(crate) fn element(&self) -> &Element {
        &self.element
    }

    fn build(tag: Words, is_in_svg: bool, tokens: &mut IntoIter<Token>) -> Self {
        let document = document();
        let created = if is_in_svg || tag == "svg" {
            document.create_element_ns(Some(SVG), &tag)
        } else {
            document.create_element(&tag)
        };
        // Fails only for a tag that is no name; all tags are written in `page`.
        let element = created.unwrap_or_else(|_| document.create_comment("").unchecked_into());
        let mut drawn = Self {
            tag,
            element,
            attributes: Vec::new(),
            children: Vec::new(),
        };
        drawn.fill(tokens);
        drawn
    }

    /// Takes the tokens of this element up to its end.
    fn fill(&mut self, tokens: &mut IntoIter<Token>) {
        self.fill_attributes(tokens);
        let mut place = 0;
        loop {
            match tokens.next() {
                Some(Token::Open(tag)) => self.fill_child(place, tag, tokens),
                Some(Token::Text(text)) => self.fill_text(place, text),
                Some(Token::Attribute(..)) => continue,
                Some(Token::Close) | None => break,
            }
            place += 1;
        }
        for surplus in self.children.drain(place.min(self.children.len())..) {
            // Fails only where somebody else has taken it out already.
            self.element.remove_child(surplus.node()).ok();
        }
    }

    fn fill_attributes(&mut self, tokens: &mut IntoIter<Token>) {
        let mut left = std::mem::take(&mut self.attributes);
        while let Some(Token::Attribute(..)) = tokens.as_slice().first() {
            let Some(Token::Attribute(name, value)) = tokens.next() else {
                break;
            };
            let old = left.iter().position(|(old, _)| *old == name);
            let old = old.map(|position| left.swap_remove(position).1);
            // A slider may stand elsewhere by the reader's hand though its value stays.
            let is_slider =
                name == "value" && self.attributes.iter().any(|(_, own)| own == "range");
            if old.as_ref() != Some(&value) || is_slider {
                self.set(&name, Some(&value));
            }
            self.attributes.push((name, value));
        }
        for (name, _) in left {
            self.set(&name, None);
        }
    }

    fn fill_text(&mut self, place: usize, text: Words) {
        if let Some(Drawn::Text(node, old)) = self.children.get_mut(place) {
            if *old != text {
                node.set_data(&text);
                *old = text;
            }
            return;
        }
        let node = document().create_text_node(&text);
        self.insert(place, Drawn::Text(node, text));
    }

    fn fill_child(&mut self, place: usize, tag: Words, tokens: &mut IntoIter<Token>) {
        let key = match tokens.as_slice().first() {
            Some(Token::Attribute(name, id)) if name == "id" => Some(id),
            _ => None,
        };
        let is_same = |drawn: &Drawn| drawn.is(&tag, key);
        if !self.children.get(place).is_some_and(is_same) {
            let rest = self.children.get(place..).unwrap_or_default();
            let later = rest.iter().position(is_same).filter(|_| key.is_some());
            let drawn = match later {
                Some(ahead) => self.children.remove(place + ahead),
                None => {
                    let is_in_svg = self.element.namespace_uri().as_deref() == Some(SVG);
                    let built = Self::build(tag, is_in_svg, tokens);
                    return self.insert(place, Drawn::Element(built));
                }
            };
            self.insert(place, drawn);
        }
        if let Some(Drawn::Element(child)) = self.children.get_mut(place) {
            child.fill(tokens);
        }
    }

    fn insert(&mut self, place: usize, drawn: Drawn) {
        let before = self.children.get(place).map(Drawn::node);
        // Fails only where somebody else has changed the document.
        self.element.insert_before(drawn.node(), before).ok();
        self.children.insert(place.min(self.children.len()), drawn);
    }

    /// Sets an attribute, or takes it away. What a reader changes too is a property: the attribute
    /// would only say how it began.
    fn set(&self, name: &str, value: Option<&Words>) {
        let element = &self.element;
        if name == "value" {
            if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
                let value = value.map(AsRef::as_ref).unwrap_or_default();
                if input.value() != value {
                    input.set_value(value);
                }
                return;
            }
            if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
                let value = value.map(AsRef::as_ref).unwrap_or_default();
                if area.value() != value {
                    area.set_value(value);
                }
                return;
            }
        } else if name == "checked" {
            if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
                return input.set_checked(value.is_some());
            }
        } else if name == "selected" {
            if let Some(option) = element.dyn_ref::<HtmlOptionElement>() {
                return option.set_selected(value.is_some());
            }
        } else if name.starts_with("--") {
            // A style attribute would be refused by the page's policy.
            if let Some(element) = element.dyn_ref::<HtmlElement>() {
                let value = value.map(AsRef::as_ref).unwrap_or_default();
                element.style().set_property(name, value).ok();
            }
            return;
        }
        // Both fail only for a name that is none.
        match value {
            Some(value) => element.set_attribute(name, value).ok(),
            None => element.remove_attribute(name).ok(),
        };
    }
}
