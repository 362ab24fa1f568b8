//! What a reader brings goes through a worker first: the script for workbooks has it done there.

use super::sheets::{NOT_LOADED, ask};
use super::{changed, with};
use crate::page::desk::Brought;
use js_sys::{Array, Uint8Array};
use std::cell::Cell;
use wasm_bindgen::JsValue;

thread_local! {
    /// How often something was brought: of several only the last is taken in.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// Has something gone through elsewhere, and taken in if that came to an end.
pub(super) fn take(name: String, brought: Brought) {
    let like = with(|desk| desk.begins_to_read(&name));
    let turn = TURN.get().wrapping_add(1);
    TURN.set(turn);
    let bytes = Uint8Array::from(brought.bytes());
    let texts = [&like, &name, brought.kind()].map(JsValue::from_str);
    let given: Array = texts.into_iter().chain([bytes.into()]).collect();
    ask("rehearse", &given, move |answer| {
        if TURN.get() != turn {
            return;
        }
        let outcome = answer.map(|outcome| outcome.as_string().unwrap_or_default());
        let outcome = outcome.as_deref().unwrap_or(NOT_LOADED);
        with(|desk| desk.receive_rehearsed(&name, brought, outcome));
        changed();
    });
}
