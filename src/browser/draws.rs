//! Asking for draws, which are made in a worker where the browser allows one (`public/draws.js`).

use super::Denied;
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};

/// What is called with an answer, or with nothing where there will be none, and whether that is all. It
/// must live as long as answers may come.
pub type Show = Closure<dyn Fn(Option<Vec<u8>>, bool)>;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = dtiDraw)]
    fn ask(question: &Uint8Array, show: &Show, again: bool) -> Result<(), JsValue>;
}

/// Asks for draws; `show` is called with what there is so far. `again` gives up what has not been heard of.
pub fn draw(question: &[u8], again: bool, show: &Show) -> Result<(), Denied> {
    ask(&Uint8Array::from(question), show, again).map_err(|_thrown| Denied)
}
