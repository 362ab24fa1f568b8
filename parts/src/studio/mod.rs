//! The second module of the page, loaded when what it draws comes near: the pictures and the panels.
//! The page asks in one text and gets one text back; nothing of the page's state lives here.

mod download;

use crate::offer;
use crate::page::{Asked, Markup, Page, answer, completed};
use dti_engine::calculator::Calculator;
use dti_formats::OwnCatalogue;
use dti_formats::link::Language;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    /// The page as it was when it was last asked about.
    static PAGE: RefCell<Option<Page>> = const { RefCell::new(None) };
}

/// Takes the official editions, as the site ships them, and what the reader brought.
#[wasm_bindgen]
pub fn supply(shipped: &[u8], own: &str) {
    let own = OwnCatalogue::from_text(own);
    let Ok(calculator) = own.and_then(|own| dti_formats::shipped(shipped, own)) else {
        return;
    };
    // It lives as long as the page.
    let calculator: &'static Calculator = Box::leak(Box::new(calculator));
    PAGE.set(Some(Page::new(calculator, "", Language::Vi, |_| None)));
}

/// Answers a question of the page. What cannot be answered is an empty text.
#[wasm_bindgen]
pub fn ask(question: &str) -> String {
    let asked = Asked::unpack(question);
    PAGE.with_borrow_mut(|kept| {
        let page = kept.as_mut();
        page.map(|page| answer(page, &asked)).unwrap_or_default()
    })
}

/// An answer of the analyses with what they leave to this module.
#[wasm_bindgen]
pub fn complete(answer: &str) -> String {
    PAGE.with_borrow(|page| {
        let done = page
            .as_ref()
            .map(|page| completed(page.calculator(), &Markup::unpack(answer)));
        done.unwrap_or_default().pack()
    })
}

/// Hands the reader the file that a question asks for, as `svg`, `png` or `csv`. What the browser refuses
/// is left undone.
#[wasm_bindgen]
pub fn save(question: &str, kind: &str, name: &str) {
    let text = ask(question);
    let done = match kind {
        "png" => download::png(&text, name),
        "csv" => offer::text(&text, ("text/csv", &format!("{name}.csv"))),
        _ => download::svg(&text, name),
    };
    done.unwrap_or_default();
}
