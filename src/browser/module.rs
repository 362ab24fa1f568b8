//! The modules that are loaded later. `boot.js` loads them when they are asked for; they draw into
//! places of the page and tell what happens there.

use super::{Denied, figures};
use gloo::timers::callback::Timeout;
use js_sys::Promise;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};

/// What a module is loaded as.
pub use wasm_bindgen::JsCast;
use web_sys::Element;

/// How long the reader waits for a module before being told, in milliseconds.
pub const PATIENCE_MS: u32 = 10_000;

/// What a module calls with what happened to a control: of which kind, what the control is for, its
/// value.
type Heard = Closure<dyn Fn(String, String, String)>;
/// What a module calls when something came of what happened in its place.
pub type Changed = Closure<dyn Fn()>;
/// What is called with an answer of the analyses, or with nothing where there will be none, and whether
/// that is all. It must live as long as answers may come.
pub type Show = Closure<dyn Fn(Option<String>, bool)>;

#[wasm_bindgen]
extern "C" {
    /// The module that draws pictures, explanations and what the analyses answer (`parts/src/studio`).
    #[derive(Clone)]
    pub type Studio;

    #[wasm_bindgen(method, catch, js_name = supply)]
    fn supply_studio(this: &Studio, shipped: &JsValue, own: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn attach(this: &Studio, heard: &Heard) -> Result<(), JsValue>;
    /// Draws the answer to a question into a place, by changing what differs.
    #[wasm_bindgen(method, catch)]
    pub fn draw(this: &Studio, place: &Element, question: &str) -> Result<(), JsValue>;
    /// Draws an answer of the analyses into a place; gives the sentence that it begins with.
    #[wasm_bindgen(method, catch)]
    pub fn draw_answer(this: &Studio, place: &Element, answer: &str) -> Result<String, JsValue>;
    /// Hands the reader the file that a question asks for, as `svg`, `png` or `csv`.
    #[wasm_bindgen(method, catch)]
    pub fn save(this: &Studio, question: &str, kind: &str, name: &str) -> Result<(), JsValue>;

    /// The module that holds what the reader brought (`parts/src/desk`).
    #[derive(Clone)]
    pub type Desk;

    #[wasm_bindgen(method, catch, js_name = supply)]
    fn supply_desk(this: &Desk, shipped: &JsValue, own: &str) -> Result<(), JsValue>;
    /// Gives it the place to draw in and to listen to.
    #[wasm_bindgen(method, catch)]
    pub fn settle(this: &Desk, place: &Element, changed: &Changed) -> Result<(), JsValue>;
    /// Opens a part of it: `card`, `card` with an indicator, `import`, `export` or `index`.
    #[wasm_bindgen(method, catch)]
    pub fn open(this: &Desk, part: &str) -> Result<(), JsValue>;
    /// Draws it into its place, for the page that asks.
    #[wasm_bindgen(method, catch, js_name = draw)]
    pub fn draw_for(this: &Desk, question: &str) -> Result<(), JsValue>;
    /// What the page has to hear.
    #[wasm_bindgen(method, catch)]
    pub fn news(this: &Desk) -> Result<String, JsValue>;

    #[wasm_bindgen(catch, js_name = dtiModule)]
    fn begin(name: &str, again: bool) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_name = dtiAnalyse)]
    fn ask_analyses(question: &str, show: &Show, again: bool) -> Result<(), JsValue>;
}

impl Studio {
    /// Has it count with other own data.
    pub fn supply(&self, own: &str) {
        self.supply_studio(&figures::shipped(), own).ok();
    }

    /// Has it tell what happens in the places that it draws, as long as the page lives.
    pub fn tell(&self, heard: impl Fn(String, String, String) + 'static) {
        let heard = Heard::new(heard);
        self.attach(&heard).ok();
        heard.forget();
    }
}

impl Desk {
    /// Gives it the official figures and what the page counts with.
    pub fn supply(&self, own: &str) {
        self.supply_desk(&figures::shipped(), own).ok();
    }
}

/// Loads a module by its name and calls back: with a failure also where none has come for too long, and
/// once more should it come after that. `again` does not wait for what was begun before.
pub fn load<T: JsCast>(
    name: &str,
    again: bool,
    done: impl Fn(Result<T, Denied>) + Clone + 'static,
) {
    let Ok(promise) = begin(name, again) else {
        return done(Err(Denied));
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
        done(Ok(module.unchecked_into()));
    });
    let on_failure = Closure::once(move |_reason: JsValue| fail());
    drop(promise.then2(&on_success, &on_failure));
    // The browser calls one of the two later; both must outlive this function.
    on_success.forget();
    on_failure.forget();
}

/// Asks the analyses; `show` is called with what there is to show so far. `again` gives up what has not
/// been heard of.
pub fn analyse(question: &str, again: bool, show: &Show) -> Result<(), Denied> {
    ask_analyses(question, show, again).map_err(|_thrown| Denied)
}
