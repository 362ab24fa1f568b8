//! Files that a reader chooses or drops: read here, taken in by the desk. Workbooks go out here.

use super::{changed, rehearsal, sheets, with};
use crate::offer;
use crate::page::desk::{Brought, LARGEST_FILE};
use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, DragEvent, Element, Event, FileList, HtmlInputElement, Url};

/// How a workbook begins, as every ZIP does.
const ZIP: [u8; 4] = *b"PK\x03\x04";

/// Listens to the place of the desk: files chosen in a field with `data-file`, and files dropped.
pub(super) fn listen(place: &Element) {
    let on_change = Closure::<dyn Fn(Event)>::new(|event: Event| {
        let field = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(field) = field.filter(|field| field.has_attribute("data-file")) else {
            return;
        };
        read_first(field.files());
        // The same file again is a new choice.
        field.set_value("");
    });
    let on_drop = Closure::<dyn Fn(DragEvent)>::new(|event: DragEvent| {
        event.prevent_default();
        read_first(event.data_transfer().and_then(|dropped| dropped.files()));
    });
    let on_drag = Closure::<dyn Fn(Event)>::new(|event: Event| event.prevent_default());
    let listeners = [
        ("change", on_change.as_ref()),
        ("drop", on_drop.as_ref()),
        ("dragover", on_drag.as_ref()),
    ];
    for (name, listener) in listeners {
        // Fails only for what is no function.
        let listener: &Function = listener.unchecked_ref();
        place.add_event_listener_with_callback(name, listener).ok();
    }
    // The browser calls them as long as the page lives.
    on_change.forget();
    on_drop.forget();
    on_drag.forget();
}

fn read_first(files: Option<FileList>) {
    let Some(file) = files.and_then(|files| files.get(0)) else {
        return;
    };
    let name = file.name();
    if file.size() > LARGEST_FILE as f64 {
        with(|desk| desk.is_too_large(&name, file.size()));
        return changed();
    }
    let own_name = name.clone();
    let on_bytes = Closure::once(move |buffer: JsValue| {
        let bytes = Uint8Array::new(&buffer).to_vec();
        if bytes.starts_with(&ZIP) {
            return sheets::read(own_name, buffer);
        }
        rehearsal::take(own_name, Brought::Bytes(bytes));
        changed();
    });
    let on_failure = Closure::once(move |_reason: JsValue| {
        with(|desk| desk.could_not_read(&name));
        changed();
    });
    drop(file.array_buffer().then2(&on_bytes, &on_failure));
    // The browser calls one of the two later.
    on_bytes.forget();
    on_failure.forget();
}

/// Hands bytes to the reader as a file.
pub(super) fn hand_out(bytes: &Uint8Array, file: &str) -> Result<(), offer::Denied> {
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(bytes));
    let address = Url::create_object_url_with_blob(&blob.map_err(|_refused| offer::Denied)?);
    let address = address.map_err(|_refused| offer::Denied)?;
    offer::offer(&address, file)?;
    Url::revoke_object_url(&address).ok();
    Ok(())
}
