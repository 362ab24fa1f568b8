//! What the module offers to `public/worker.js`, which runs it without a window, and to `public/analyses.js`
//! where workers are denied.

#![expect(
    unreachable_pub,
    reason = "what `#[wasm_bindgen]` hands to scripts is public to them"
)]

use crate::parts::{self, Brought};
use dti_parts::analyst::Analyses;
use dti_whatif::browser::{now, timing};
use js_sys::Function;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Why a part is not there, for the script that waits.
fn lost<E>(_error: E) -> JsValue {
    JsValue::from_str("a part of the module could not be loaded")
}

/// Answers the newest question slice by slice; messages are heard in between.
#[wasm_bindgen]
pub struct Analyst(Rc<Slices>);

struct Slices {
    analyses: RefCell<Box<dyn Analyses>>,
    /// A question that nothing was done for yet, and its number.
    waiting: Cell<Option<String>>,
    number: Cell<u32>,
    is_planned: Cell<bool>,
    /// How long a slice may take, in milliseconds.
    longest: f64,
    /// Is called with the number of the question, what there is to show, and whether that is all.
    send: Function,
}

#[wasm_bindgen]
impl Analyst {
    /// Counts with these official figures and with what the reader brought.
    pub fn supply(&self, shipped: &[u8], own: &str) {
        self.0.analyses.borrow_mut().supply(shipped, own);
    }

    /// Takes a question, in place of the one before.
    pub fn ask(&self, number: u32, question: String) {
        self.0.waiting.set(Some(question));
        self.0.number.set(number);
        Slices::plan(&self.0);
    }
}

impl Slices {
    fn plan(this: &Rc<Self>) {
        if !this.is_planned.replace(true) {
            let this = Rc::clone(this);
            timing::soon(move || Self::work(&this));
        }
    }

    fn work(this: &Rc<Self>) {
        this.is_planned.set(false);
        let mut analyses = this.analyses.borrow_mut();
        if let Some(question) = this.waiting.take() {
            analyses.begin(&question);
        }
        let until = now() + this.longest;
        let mut is_all = analyses.advance();
        while !is_all && now() < until {
            is_all = analyses.advance();
        }
        let answer = analyses.answer();
        drop(analyses);
        let number = JsValue::from(this.number.get());
        // A page that is gone hears nothing.
        this.send
            .call3(&JsValue::NULL, &number, &answer.into(), &is_all.into())
            .ok();
        if !is_all {
            Self::plan(this);
        }
    }
}

/// What works out analyses, in slices of so many milliseconds.
#[wasm_bindgen(js_name = openAnalyst)]
pub async fn open_analyst(longest: f64, send: Function) -> Result<Analyst, JsValue> {
    let analyses = parts::analyses().await.map_err(lost)?;
    Ok(Analyst(Rc::new(Slices {
        analyses: RefCell::new(analyses),
        waiting: Cell::default(),
        number: Cell::default(),
        is_planned: Cell::default(),
        longest,
        send,
    })))
}

/// Goes through what a reader brings on another desk, which is `like` the one of the page.
#[wasm_bindgen]
pub async fn rehearse(
    shipped: Vec<u8>,
    like: String,
    name: String,
    kind: String,
    bytes: Vec<u8>,
) -> Result<(), JsValue> {
    let brought = Brought {
        shipped,
        like,
        name,
        kind,
        bytes,
    };
    parts::rehearse(brought).await.map_err(lost)
}
