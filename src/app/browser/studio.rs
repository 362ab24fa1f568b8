//! The other modules: pictures and panels, analyses. `boot.js` loads them when they are asked for.

use super::Denied;
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

/// The module, ready to be asked.
pub(crate) struct Studio {
    ask: Function,
    save: Function,
}

impl Studio {
    /// What it answers.
    pub(crate) fn ask(&self, question: &str) -> Result<String, Denied> {
        let answer = self.ask.call1(&JsValue::NULL, &JsValue::from_str(question));
        let answer = answer.map_err(|_thrown| Denied)?;
        answer.as_string().ok_or(Denied)
    }

    /// Has it hand the reader a file, `svg` or `png`.
    pub(crate) fn save(&self, question: &str, kind: &str, name: &str) {
        let [question, kind, name] = [question, kind, name].map(JsValue::from_str);
        // What the browser refuses it tells the reader by itself.
        self.save
            .call3(&JsValue::NULL, &question, &kind, &name)
            .ok();
    }
}

/// Loads the module and calls back once.
pub(crate) fn load(done: impl Fn(Result<Studio, Denied>) + Clone + 'static) {
    let Ok(promise) = begin() else {
        done(Err(Denied));
        return;
    };
    let ready = done.clone();
    let on_success = Closure::once(move |module: JsValue| {
        let function = |name: &str| {
            let found = Reflect::get(&module, &JsValue::from_str(name)).ok()?;
            found.dyn_into::<Function>().ok()
        };
        let both = function("ask").zip(function("save"));
        ready(both.map(|(ask, save)| Studio { ask, save }).ok_or(Denied));
    });
    let on_failure = Closure::once(move |_reason: JsValue| done(Err(Denied)));
    drop(promise.then2(&on_success, &on_failure));
    // The browser calls one of the two later; both must outlive this function.
    on_success.forget();
    on_failure.forget();
}

/// The official editions, which `boot.js` fetched for all modules.
pub(crate) fn shipped() -> String {
    let text = Reflect::get(&window(), &JsValue::from_str("dtiData"));
    let text = text.ok().and_then(|text| text.as_string());
    text.unwrap_or_default()
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

fn begin() -> Result<Promise, Denied> {
    let open = global("dtiStudio")?;
    let promise = open.call0(&JsValue::NULL).map_err(|_thrown| Denied)?;
    promise.dyn_into().map_err(|_other| Denied)
}
