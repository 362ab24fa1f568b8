//! The modules that are loaded later. `boot.js` loads them when they are asked for; they are called
//! with texts and answer with texts.

use super::Denied;
use super::happenings::by_id;
use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

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

/// Loads a module by its name and calls back once.
pub(crate) fn load(name: &str, done: impl Fn(Result<Module, Denied>) + Clone + 'static) {
    let Ok(promise) = begin(name) else {
        done(Err(Denied));
        return;
    };
    let ready = done.clone();
    let on_success = Closure::once(move |module: JsValue| ready(Ok(Module(module))));
    let on_failure = Closure::once(move |_reason: JsValue| done(Err(Denied)));
    drop(promise.then2(&on_success, &on_failure));
    // The browser calls one of the two later; both must outlive this function.
    on_success.forget();
    on_failure.forget();
}

/// A text that `boot.js` or the page keeps for all modules: `dtiData`, `dtiOwn`.
pub(crate) fn shared(name: &str) -> String {
    let text = Reflect::get(&window(), &JsValue::from_str(name));
    let text = text.ok().and_then(|text| text.as_string());
    text.unwrap_or_default()
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
pub(crate) type Show = Closure<dyn Fn(Option<String>)>;

/// A function for answers of the analyses.
pub(crate) fn show(call: impl Fn(Option<String>) + 'static) -> Show {
    Closure::new(call)
}

/// Asks the analyses; `show` is called with what there is to show so far, or without anything when
/// there will be nothing.
pub(crate) fn analyse(question: &str, show: &Show) {
    if let Ok(analyse) = global("dtiAnalyse") {
        let question = JsValue::from_str(question);
        analyse.call2(&JsValue::NULL, &question, show.as_ref()).ok();
    }
}

/// A function that `boot.js` put there.
fn global(name: &str) -> Result<Function, Denied> {
    let found = Reflect::get(&window(), &JsValue::from_str(name)).map_err(|_refused| Denied)?;
    found.dyn_into().map_err(|_other| Denied)
}

fn begin(name: &str) -> Result<Promise, Denied> {
    let name = JsValue::from_str(name);
    let promise = global("dtiModule")?.call1(&JsValue::NULL, &name);
    promise
        .map_err(|_thrown| Denied)?
        .dyn_into()
        .map_err(|_other| Denied)
}
