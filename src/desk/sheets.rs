//! Workbooks in and out: the script that `boot.js` loads for them keeps their modules.

use super::brought::hand_out;
use super::{changed, with};
use crate::page::desk::Brought;
use js_sys::{Function, Promise, Reflect, Uint8Array, global};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

/// What stands for a module that could not be loaded (`files::BookFault`).
const NOT_LOADED: &str = "!not_loaded";

/// Has a workbook read and taken in.
pub(super) fn read(name: String, bytes: &JsValue) {
    let own_name = name.clone();
    let take = move |packed: &str| {
        let brought = Brought::Workbook(packed.to_owned());
        with(|desk| desk.receive(&own_name, brought));
        changed();
    };
    let lost = take.clone();
    let done = move |packed: JsValue| take(&packed.as_string().unwrap_or_default());
    ask("readWorkbook", bytes, done, move || lost(NOT_LOADED));
}

/// Has a packed book written and handed to the reader.
pub(super) fn write(name: String, book: &str) {
    let refused = name.clone();
    let lost = move || {
        with(|desk| desk.could_not_save(&refused));
        changed();
    };
    let otherwise = lost.clone();
    let done = move |bytes: JsValue| {
        let bytes = bytes.dyn_into::<Uint8Array>();
        let is_done = bytes.is_ok_and(|bytes| hand_out(&bytes, &name).is_ok());
        if !is_done {
            otherwise();
        }
    };
    ask("writeWorkbook", &JsValue::from_str(book), done, lost);
}

fn ask(
    verb: &str,
    given: &JsValue,
    done: impl FnOnce(JsValue) + 'static,
    lost: impl FnOnce() + 'static,
) {
    let found = Reflect::get(&global(), &JsValue::from_str("dtiSheets"));
    let asked = found.ok().and_then(|found| {
        let function = found.dyn_into::<Function>().ok()?;
        let verb = JsValue::from_str(verb);
        function.call2(&JsValue::NULL, &verb, given).ok()
    });
    let Some(promise) = asked.and_then(|asked| asked.dyn_into::<Promise>().ok()) else {
        return lost();
    };
    let on_success = Closure::once(done);
    let on_failure = Closure::once(move |_reason: JsValue| lost());
    drop(promise.then2(&on_success, &on_failure));
    // The browser calls one of the two later.
    on_success.forget();
    on_failure.forget();
}
