//! Elements in the document, drawn from [`Token`]s and drawn again by changing what differs.

use crate::page::{Markup, Name, Token, Words, kept};
use std::vec::IntoIter;
use wasm_bindgen::JsCast as _;
use web_sys::{
    Document, Element, HtmlElement, HtmlInputElement, HtmlOptionElement, HtmlTextAreaElement, Node,
    Text,
};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element or a text in the document.
enum Drawn {
    Element(DrawnElement),
    Text(Text, Words),
}

/// An element, with what was last drawn into it.
pub(crate) struct DrawnElement {
    document: Document,
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

    fn name(&self) -> Name<'_> {
        let Self::Element(drawn) = self else {
            return Name::TEXT;
        };
        let first = drawn.attributes.first();
        Name::of(&drawn.tag, first.map(|(name, value)| (&**name, &**value)))
    }
}

impl DrawnElement {
    /// An empty element of the page; nothing where it stands in no document.
    pub(crate) fn in_place(place: &Element) -> Option<Self> {
        Some(Self {
            document: place.owner_document()?,
            tag: Words::default(),
            element: place.clone(),
            attributes: Vec::new(),
            children: Vec::new(),
        })
    }

    /// Draws this into it, in place of what was drawn before.
    pub(crate) fn draw(&mut self, markup: Markup) {
        self.fill(&mut markup.into_tokens().into_iter());
    }

    fn build(&self, tag: Words, tokens: &mut IntoIter<Token>) -> Self {
        let document = self.document.clone();
        let is_in_svg = self.element.namespace_uri().as_deref() == Some(SVG);
        let created = if is_in_svg || tag == "svg" {
            document.create_element_ns(Some(SVG), &tag)
        } else {
            document.create_element(&tag)
        };
        // Fails only for a tag that is no name; all tags are written in `page`.
        let element = created.unwrap_or_else(|_| document.create_comment("").unchecked_into());
        let mut drawn = Self {
            document,
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
        let mut is_sorted = self.children.is_empty();
        while let Some(name) = Name::next(tokens.as_slice()) {
            let mut is_here = self.is_at(place, name);
            if !is_here && !is_sorted {
                self.sort(place, tokens.as_slice());
                is_sorted = true;
                is_here = self.is_at(place, name);
            }
            match tokens.next() {
                Some(Token::Text(text)) if is_here => self.fill_text(place, text),
                Some(Token::Text(text)) => {
                    let node = self.document.create_text_node(&text);
                    self.insert(place, Drawn::Text(node, text));
                }
                Some(Token::Open(tag)) => self.fill_child(place, is_here, tag, tokens),
                _ => break,
            }
            place += 1;
        }
        tokens.next();
        let surplus = self.children.split_off(place.min(self.children.len()));
        self.remove(surplus);
    }

    fn is_at(&self, place: usize, name: Name) -> bool {
        let child = self.children.get(place);
        child.is_some_and(|child| child.name() == name)
    }

    /// Puts those children from a place on that these tokens want too into their order, and takes out the
    /// others. What stays in its order is not touched: moved, it would lose focus.
    fn sort(&mut self, place: usize, tokens: &[Token]) {
        if self.has_lost_text() {
            self.reclaim();
        }
        let old = self.children.split_off(place);
        let names: Vec<Name> = old.iter().map(Drawn::name).collect();
        let order = kept(&names, &Name::all(tokens));
        let mut old: Vec<Option<Drawn>> = old.into_iter().map(Some).collect();
        let mut furthest = 0;
        for row in order {
            let Some(drawn) = old.get_mut(row).and_then(Option::take) else {
                continue;
            };
            if row < furthest {
                let after = self
                    .children
                    .last()
                    .and_then(|last| last.node().next_sibling());
                // Fails only where somebody else has changed the document.
                let moved = self.element.insert_before(drawn.node(), after.as_ref());
                moved.ok();
            }
            furthest = furthest.max(row);
            self.children.push(drawn);
        }
        self.remove(old.into_iter().flatten().collect());
    }

    fn remove(&mut self, gone: Vec<Drawn>) {
        let mut is_lost = false;
        for child in gone {
            is_lost |= self.element.remove_child(child.node()).is_err();
        }
        if is_lost {
            self.reclaim();
        }
    }

    /// Whether a text of this element stands elsewhere now: a browser's translation puts its own words in
    /// its place.
    fn has_lost_text(&self) -> bool {
        self.children.iter().any(|child| match child {
            Drawn::Text(text, _) => !self.holds(text),
            Drawn::Element(_) => false,
        })
    }

    fn holds(&self, node: &Node) -> bool {
        node.parent_node().as_ref() == Some(&*self.element)
    }

    /// Takes out what others have put here, and puts our own back where it is missing.
    fn reclaim(&self) {
        let mut next = self.element.first_child();
        while let Some(node) = next {
            next = node.next_sibling();
            if !self.children.iter().any(|child| *child.node() == node) {
                self.element.remove_child(&node).ok();
            }
        }
        let mut before: Option<&Node> = None;
        for child in self.children.iter().rev() {
            if !self.holds(child.node()) {
                self.element.insert_before(child.node(), before).ok();
            }
            before = Some(child.node());
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
        let Some(Drawn::Text(node, old)) = self.children.get_mut(place) else {
            return;
        };
        if *old == text {
            return;
        }
        node.set_data(&text);
        *old = text;
        if self.has_lost_text() {
            self.reclaim();
        }
    }

    fn fill_child(
        &mut self,
        place: usize,
        is_here: bool,
        tag: Words,
        tokens: &mut IntoIter<Token>,
    ) {
        if !is_here {
            let built = self.build(tag, tokens);
            self.insert(place, Drawn::Element(built));
        } else if let Some(Drawn::Element(child)) = self.children.get_mut(place) {
            child.fill(tokens);
        }
    }

    fn insert(&mut self, place: usize, drawn: Drawn) {
        let before = self.children.get(place).map(Drawn::node);
        let inserted = self.element.insert_before(drawn.node(), before);
        let is_lost = inserted.is_err();
        self.children.insert(place.min(self.children.len()), drawn);
        if is_lost {
            self.reclaim();
        }
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
