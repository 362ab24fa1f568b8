//! The fourth module of the page: what the reader brought. Loaded when the desk is opened; what it
//! is and does stands in `page::desk`, here it meets the browser.

mod brought;

use crate::offer;
use crate::page::desk::{Brought, Desk, News, pack_news};
use crate::page::{Asked, Event, EventKind};
use js_sys::{Function, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

thread_local! {
    /// It lives as long as the page.
    static DESK: RefCell<Option<Desk>> = const { RefCell::new(None) };
}

/// Calls with the desk; nothing where the official figures could not be read.
fn with<T: Default>(call: impl FnOnce(&mut Desk) -> T) -> T {
    DESK.with_borrow_mut(|desk| desk.as_mut().map(call).unwrap_or_default())
}

/// Takes the official editions, as the site ships them, and what was kept on the device.
#[wasm_bindgen]
pub fn supply(shipped: String, kept: &str) {
    DESK.set(Desk::new(shipped.leak(), kept));
}

/// Takes in what happened to a control.
#[wasm_bindgen]
pub fn take_in(kind: &str, deed: &str, id: &str, value: &str) {
    let kind = match kind {
        "click" => EventKind::Click,
        "input" => EventKind::Input,
        "change" => EventKind::Change,
        "key" => EventKind::Key,
        _ => EventKind::Leave,
    };
    let now = 0.0;
    let event = Event {
        kind,
        deed,
        id,
        value,
        now,
    };
    with(|desk| desk.take_in(&event));
}

/// The desk for the page that asks.
#[wasm_bindgen]
pub fn show(question: &str) -> String {
    with(|desk| desk.markup(&Asked::unpack(question)).pack())
}

/// What the page has to hear. Files are handed to the reader here.
#[wasm_bindgen]
pub fn news() -> String {
    let mut news = with(Desk::news);
    news.retain(|one| match one {
        News::Save { name, kind, text } => {
            let done = offer::text(text, (kind, name));
            if done.is_err() {
                with(|desk| desk.could_not_save(name));
            }
            false
        }
        _ => true,
    });
    pack_news(&news)
}

/// Hears that the browser keeps nothing beyond the page.
#[wasm_bindgen]
pub fn keeps_nothing() {
    with(Desk::keeps_nothing);
}

/// Takes a file that was read elsewhere: a workbook, as the sheet module packs it.
#[wasm_bindgen]
pub fn receive_workbook(name: &str, packed: &str) {
    with(|desk| desk.receive(name, Brought::Workbook(packed.to_owned())));
}

/// Listens to the place of the desk for files. `changed` is called when one has been taken in;
/// `read_workbook` gets the name and the bytes of a workbook.
#[wasm_bindgen]
pub fn attach(place: &Element, changed: &Function, read_workbook: &Function) {
    brought::listen(place, changed, read_workbook);
}

/// Hands the reader a workbook; without bytes it says that it could not be written.
#[wasm_bindgen]
pub fn save_file(name: &str, bytes: Option<Uint8Array>) {
    let done = bytes.map(|bytes| brought::hand_out(&bytes, name));
    if !matches!(done, Some(Ok(()))) {
        with(|desk| desk.could_not_save(name));
    }
}
