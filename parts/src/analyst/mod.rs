//! The third module of the page: the analyses. It runs in a worker, or in the page's own thread
//! where workers are denied, slice by slice (public/worker.js); it knows no browser.

use crate::page::Work;
use dti_engine::calculator::Calculator;
use dti_formats::OwnCatalogue;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    /// It lives as long as the module.
    static CALCULATOR: RefCell<Option<&'static Calculator>> = const { RefCell::new(None) };
    /// The newest question.
    static WORK: RefCell<Option<Work<'static>>> = const { RefCell::new(None) };
}

/// Takes the official editions, as the site ships them, and what the reader brought. What was worked
/// out before no longer holds.
#[wasm_bindgen]
pub fn supply(shipped: &[u8], own: &str) {
    WORK.set(None);
    let own = OwnCatalogue::from_text(own);
    let calculator = own.and_then(|own| dti_formats::shipped(shipped, own)).ok();
    CALCULATOR.set(calculator.map(|calculator| &*Box::leak(Box::new(calculator))));
}

/// Takes a question, in place of the one before.
#[wasm_bindgen]
pub fn begin(question: &str) {
    let calculator = CALCULATOR.with_borrow(|calculator| *calculator);
    let before = WORK.take();
    WORK.set(calculator.map(|calculator| Work::begin(calculator, question, before)));
}

/// Does the next slice of the newest question; says whether that was the last.
#[wasm_bindgen]
pub fn advance() -> bool {
    WORK.with_borrow_mut(|work| work.as_mut().is_none_or(Work::advance))
}

/// What there is to show of it so far.
#[wasm_bindgen]
pub fn answer() -> String {
    WORK.with_borrow(|work| work.as_ref().map(Work::answer).unwrap_or_default())
}
