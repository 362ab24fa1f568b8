//! The modules that are loaded later. `boot.js` loads them when they are asked for; they are called
//! with texts and answer with texts.

use super::Denied;
use super::happenings::by_id;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

/// How long the reader waits for a module before being told, in milliseconds.
pub(crate) const PATIENCE_MS: u32 = 10_000;

/// A module, ready to be called.
#[derive(Clone)]
pub(crate) struct Module(JsValue);

impl Module {
    /// What a function of it answers; an empty text where it answers nothing.
    pub(crate) fn call(&self, name: &str, arguments: &[&str]) -> Result<String, Denied> {
        let arguments: Array = arguments
            .iter()
            .map(|text| JsValue::from_str(text))
            .collect();
        self.apply(name, &arguments)
    }

    /// Gives it the official figures and what the reader brought.
    pub(crate) fn supply(&self, own: &str) {
        self.apply("supply", &Array::of2(&global_value(FIGURES), &own.into()))
            .ok();
    }

    /// Has it listen to a place of its own; it calls back when something came of that.
    pub(crate) fn attach(&self, place: &str, changed: impl Fn() + 'static) {
        let changed = Closure::<dyn Fn()>::new(changed);
        if let Some(place) = by_id::<JsValue>(place) {
            self.apply("attach", &Array::of2(&place, changed.as_ref()))
                .ok();
        }
        // As long as the page lives.
        changed.forget();
    }

    fn apply(&self, name: &str, arguments: &Array) -> Result<String, Denied> {
        let found = Reflect::get(&self.0, &JsValue::from_str(name)).map_err(|_refused| Denied)?;
        let function: Function = found.dyn_into().map_err(|_other| Denied)?;
        let answer = function.apply(&JsValue::NULL, arguments);
        Ok(answer
            .map_err(|_thrown| Denied)?
            .as_string()
            .unwrap_or_default())
    }
}

/// Loads a module by its name and calls back: with a failure also where none has come for too long, and
/// once more should it come after that. `again` does not wait for what was begun before.
pub(crate) fn load(
    name: &str,
    again: bool,
    done: impl Fn(Result<Module, Denied>) + Clone + 'static,
) {
    let Ok(promise) = begin(name, again) else {
        done(Err(Denied));
        return;
    };
    let is_told = Rc::new(Cell::new(false));
    let fail = {
        let (is_told, done) = (Rc::clone(&is_told), done.clone());
        move || {
            if !is_told.replace(true) {
                done(Err(Denied));
            }
        }
    };
    Timeout::new(PATIENCE_MS, fail.clone()).forget();
    let on_success = Closure::once(move |module: JsValue| {
        is_told.set(true);
        done(Ok(Module(module)));
    });
    let on_failure = Closure::once(move |_reason: JsValue| fail());
    drop(promise.then2(&on_success, &on_failure));
    // The browser calls one of the two later; both must outlive this function.
    on_success.forget();
    on_failure.forget();
}

/// Where `boot.js` keeps the official figures for all modules, as bytes.
const FIGURES: &str = "dtiData";

/// The official figures.
pub(crate) fn figures() -> Vec<u8> {
    let bytes = global_value(FIGURES).dyn_into::<Uint8Array>();
    bytes.map(|bytes| bytes.to_vec()).unwrap_or_default()
}

/// A text that the page keeps for all modules: `dtiOwn`.
pub(crate) fn shared(name: &str) -> String {
    global_value(name).as_string().unwrap_or_default()
}

fn global_value(name: &str) -> JsValue {
    Reflect::get(&window(), &JsValue::from_str(name)).unwrap_or_default()
}

/// Keeps a text for all modules.
pub(crate) fn share(name: &str, text: &str) {
    // Fails only for a frozen window.
    Reflect::set(
        &window(),
        &JsValue::from_str(name),
        &JsValue::from_str(text),
    )
    .ok();
}

/// What is called with an answer of the analyses; it must live as long as answers may come.
pub(crate) type Show = Closure<dyn Fn(Option<String>, bool)>;

/// A function for answers of the analyses, and whether that is all.
pub(crate) fn show(call: impl Fn(Option<String>, bool) + 'static) -> Show {
    Closure::new(call)
}

/// Asks the analyses; `show` is called with what there is to show so far, or without anything when
/// there will be nothing. `again` gives up what has not been heard of.
pub(crate) fn analyse(question: &str, again: bool, show: &Show) {
    if let Ok(analyse) = global("dtiAnalyse") {
        let question = JsValue::from_str(question);
        let nobody = &JsValue::NULL;
        let asked = analyse.call3(nobody, &question, show.as_ref(), &again.into());
        asked.ok();
    }
}

/// A function that `boot.js` put there.
fn global(name: &str) -> Result<Function, Denied> {
    let found = Reflect::get(&window(), &JsValue::from_str(name)).map_err(|_refused| Denied)?;
    found.dyn_into().map_err(|_other| Denied)
}

fn begin(name: &str, again: bool) -> Result<Promise, Denied> {
    let name = JsValue::from_str(name);
    let promise = global("dtiModule")?.call2(&JsValue::NULL, &name, &again.into());
    promise
        .map_err(|_thrown| Denied)?
        .dyn_into()
        .map_err(|_other| Denied)
}
