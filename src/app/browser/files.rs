//! Files that a reader brings to the desk, and workbooks in and out: read and written by modules
//! that are loaded for it.

use super::happenings::by_id;
use super::module::{Module, global};
use js_sys::{Array, Promise};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

/// The bytes of a file, as the browser holds them.
pub(crate) struct Bytes(JsValue);

/// Has a module listen to a place for files. `changed` is called when one has been taken in,
/// `workbook` with the name and the bytes of a workbook; both live as long as the page.
pub(crate) fn listen(
    module: &Module,
    place: &str,
    changed: impl Fn() + 'static,
    workbook: impl Fn(String, Bytes) + 'static,
) {
    let changed = Closure::<dyn Fn()>::new(changed);
    let workbook = Closure::<dyn Fn(String, JsValue)>::new(move |name: String, bytes: JsValue| {
        workbook(name, Bytes(bytes));
    });
    if let Some(place) = by_id::<JsValue>(place) {
        let arguments = Array::of3(&place, changed.as_ref(), workbook.as_ref());
        module.apply("attach", &arguments).ok();
    }
    changed.forget();
    workbook.forget();
}

/// Has a workbook read; `done` gets it packed, or why it cannot be read.
pub(crate) fn read_workbook(bytes: &Bytes, done: impl Fn(String) + Clone + 'static) {
    let lost = done.clone();
    let read = move |packed: JsValue| done(packed.as_string().unwrap_or_default());
    // A module that did not come says so in the same words.
    sheets("readWorkbook", &bytes.0, read, move || {
        lost(NOT_LOADED.to_owned());
    });
}

/// What stands for a module that could not be loaded (`files::BookFault`).
const NOT_LOADED: &str = "!not_loaded";

/// Has a packed book written; `done` gets the file, or nothing where that is not possible.
pub(crate) fn write_workbook(book: &str, done: impl Fn(Option<Bytes>) + Clone + 'static) {
    let lost = done.clone();
    let book = JsValue::from_str(book);
    sheets(
        "writeWorkbook",
        &book,
        move |bytes| done(Some(Bytes(bytes))),
        move || lost(None),
    );
}

/// Has a module hand the reader a file.
pub(crate) fn save_file(module: &Module, name: &str, bytes: Option<&Bytes>) {
    let bytes = bytes.map_or(JsValue::UNDEFINED, |bytes| bytes.0.clone());
    let arguments = Array::of2(&JsValue::from_str(name), &bytes);
    module.apply("save_file", &arguments).ok();
}

/// Asks the script that keeps the modules for workbooks.
fn sheets(
    verb: &str,
    given: &JsValue,
    done: impl Fn(JsValue) + 'static,
    lost: impl Fn() + 'static,
) {
    let asked = global("dtiSheets").ok().and_then(|ask| {
        let verb = JsValue::from_str(verb);
        ask.call2(&JsValue::NULL, &verb, given).ok()
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
