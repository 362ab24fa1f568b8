//! Asking the analyses, which run in a worker where the browser allows one (`public/analyses.js`).

use super::Denied;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};

/// What is called with an answer of the analyses, or with nothing where there will be none, and whether
/// that is all. It must live as long as answers may come.
pub type Show = Closure<dyn Fn(Option<String>, bool)>;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = dtiAnalyse)]
    fn ask_analyses(question: &str, show: &Show, again: bool) -> Result<(), JsValue>;
}

/// Asks the analyses; `show` is called with what there is to show so far. `again` gives up what has not
/// been heard of.
pub fn analyse(question: &str, again: bool, show: &Show) -> Result<(), Denied> {
    ask_analyses(question, show, again).map_err(|_thrown| Denied)
}
