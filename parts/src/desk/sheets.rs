//! Workbooks in and out, and all that is done in a worker for the desk: the script that `boot.js` loads
//! for it keeps the modules.

use super::brought::hand_out;
use super::{changed, rehearsal, with};
use crate::page::desk::Brought;
use js_sys::{Function, Promise, Reflect, Uint8Array, global};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

/// What stands for a module that could not be loaded (`files::BookFault`).
pub(super) const NOT_LOADED: &str = "!not_loaded";

thread_local! {
    /// The workbook that could not be read, since what reads it was not loaded: its name and its bytes.
    static UNREAD: RefCell<Option<(String, JsValue)>> = const { RefCell::new(None) };
}

/// Has a workbook read and taken in.
pub(super) fn read(name: String, bytes: JsValue) {
    with(|desk| desk.begins_to_read(&name));
    changed();
    ask("readWorkbook", &bytes.clone(), move |answer| {
        let packed = answer.map(|packed| packed.as_string().unwrap_or_default());
        let packed = packed.unwrap_or_else(|| NOT_LOADED.to_owned());
        if packed == NOT_LOADED {
            with(|desk| desk.receive(&name, Brought::Workbook(packed)));
            UNREAD.set(Some((name, bytes)));
            return changed();
        }
        rehearsal::take(name, Brought::Workbook(packed));
    });
}

/// Has the workbook read that could not be.
pub(super) fn read_again() {
    if let Some((name, bytes)) = UNREAD.take() {
        read(name, bytes);
    }
}

/// Has a packed book written and handed to the reader.
pub(super) fn write(name: String, book: &str) {
    ask("writeWorkbook", &JsValue::from_str(book), move |answer| {
        let bytes = answer.and_then(|bytes| bytes.dyn_into::<Uint8Array>().ok());
        if bytes.is_none_or(|bytes| hand_out(&bytes, &name).is_err()) {
            with(|desk| desk.could_not_save(&name));
            changed();
        }
    });
}

/// Asks the script; `settle` gets its answer, or `None` where there is none.
pub(super) fn ask(verb: &str, given: &JsValue, settle: impl FnOnce(Option<JsValue>) + 'static) {
    let found = Reflect::get(&global(), &JsValue::from_str("dtiSheets"));
    let asked = found.ok().and_then(|found| {
        let function = found.dyn_into::<Function>().ok()?;
        let verb = JsValue::from_str(verb);
        function.call2(&JsValue::NULL, &verb, given).ok()
    });
    let Some(promise) = asked.and_then(|asked| asked.dyn_into::<Promise>().ok()) else {
        return settle(None);
    };
    // The browser calls one of the two later.
    let settle = Rc::new(Cell::new(Some(settle)));
    let lost = Rc::clone(&settle);
    let on_success = Closure::once(move |answer: JsValue| settle_once(&settle, Some(answer)));
    let on_failure = Closure::once(move |_reason: JsValue| settle_once(&lost, None));
    drop(promise.then2(&on_success, &on_failure));
    on_success.forget();
    on_failure.forget();
}

fn settle_once(settle: &Cell<Option<impl FnOnce(Option<JsValue>)>>, answer: Option<JsValue>) {
    if let Some(settle) = settle.take() {
        settle(answer);
    }
}
