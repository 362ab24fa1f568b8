//! What the module offers to `public/worker.js`, which runs it without a window, and to `public/draws.js`
//! where workers are denied.

#![expect(
    unreachable_pub,
    reason = "what `#[wasm_bindgen]` hands to scripts is public to them"
)]

use crate::parts;
use dti_whatif::browser::{now, timing};
use dti_whatif::draws::Maker;
use js_sys::{Function, Uint8Array};
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
pub struct Draws(Rc<Slices>);

struct Slices {
    maker: RefCell<Box<dyn Maker>>,
    /// A request that nothing was done for yet, and its number.
    waiting: Cell<Option<Vec<u8>>>,
    number: Cell<u32>,
    is_planned: Cell<bool>,
    /// How long a slice may take, in milliseconds.
    longest: f64,
    /// Draws that are made between two looks at the clock.
    step: Cell<u32>,
    /// When something was sent last.
    sent: Cell<f64>,
    /// Is called with the number of the request, what there is, and whether that is all.
    send: Function,
}

/// How often there is news, in milliseconds: who hears them has to draw them.
const NEWS: f64 = 80.0;
/// A step takes between so many milliseconds: short beside a slice, long beside a look at the clock.
const STEP: [f64; 2] = [1.0, 4.0];

#[wasm_bindgen]
impl Draws {
    /// Counts with these official figures and with what the reader brought.
    pub fn supply(&self, shipped: &[u8], own: &str) {
        self.0.maker.borrow_mut().supply(shipped, own);
    }

    /// Takes a request, in place of the one before.
    pub fn ask(&self, number: u32, request: Vec<u8>) {
        self.0.waiting.set(Some(request));
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
        let start = now();
        let mut maker = this.maker.borrow_mut();
        let request = this.waiting.take();
        let is_new = request.is_some();
        if let Some(request) = request {
            maker.begin(&request);
        }
        let mut is_all = this.step(&mut **maker);
        while !is_all && now() < start + this.longest {
            is_all = this.step(&mut **maker);
        }
        if is_new || is_all || now() >= this.sent.get() + NEWS {
            let answer = Uint8Array::from(maker.answer().as_slice());
            let number = JsValue::from(this.number.get());
            // A page that is gone hears nothing.
            this.send
                .call3(&JsValue::NULL, &number, &answer, &is_all.into())
                .ok();
            this.sent.set(now());
        }
        drop(maker);
        if !is_all {
            Self::plan(this);
        }
    }

    /// A few more draws: of thousands of units one is a step, of a few hundreds are.
    fn step(&self, maker: &mut dyn Maker) -> bool {
        let (start, step) = (now(), self.step.get());
        let is_all = maker.advance(step);
        let took = now() - start;
        if took < STEP[0] {
            self.step.set(step.saturating_mul(2));
        } else if took > STEP[1] {
            self.step.set((step / 2).max(1));
        }
        is_all
    }
}

/// What makes draws, in slices of so many milliseconds.
#[wasm_bindgen(js_name = openDraws)]
pub async fn open_draws(longest: f64, send: Function) -> Result<Draws, JsValue> {
    let maker = parts::draws().await.map_err(lost)?;
    Ok(Draws(Rc::new(Slices {
        maker: RefCell::new(maker),
        waiting: Cell::default(),
        number: Cell::default(),
        is_planned: Cell::default(),
        longest,
        step: Cell::new(1),
        sent: Cell::default(),
        send,
    })))
}

/// Goes through what a reader brings (`dti_own_data::Trial`) beside the page.
#[wasm_bindgen(js_name = tryOut)]
pub async fn try_out(shipped: Vec<u8>, trial: Vec<u8>) -> Result<(), JsValue> {
    parts::try_out(trial, shipped).await.map_err(lost)
}
