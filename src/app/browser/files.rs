//! Files that a reader brings to the desk, and workbooks in and out: read and written by modules
//! that are loaded for it.

use super::happenings::by_id;
use super::module::{Module, global};
use js_sys::Array;
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
pub(crate) fn read_workbook(bytes: &Bytes, done: impl FnOnce(String) + 'static) {
    let done = Closure::once_into_js(done);
    call("dtiReadWorkbook", &[&bytes.0, &done]);
}

/// Has a packed book written and handed to the reader.
pub(crate) fn write_workbook(name: &str, book: &str) {
    let (name, book) = (JsValue::from_str(name), JsValue::from_str(book));
    call("dtiWriteWorkbook", &[&book, &name]);
}

fn call(name: &str, arguments: &[&JsValue]) {
    let arguments: Array = arguments.iter().copied().collect();
    if let Ok(function) = global(name) {
        function
            .apply(&JsValue::NULL, arguments.unchecked_ref())
            .ok();
    }
}
