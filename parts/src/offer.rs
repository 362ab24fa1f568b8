//! Handing a text to the reader as a file. Frames without leave to download refuse in silence.

use js_sys::Array;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, Element, HtmlAnchorElement, Url, window};

/// The browser refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Denied;

/// Hands a text of some type to the reader as a file.
pub(crate) fn text(text: &str, (kind, file): (&str, &str)) -> Result<(), Denied> {
    let address = address_of(text, kind)?;
    offer(&address, file)?;
    Url::revoke_object_url(&address).ok();
    Ok(())
}

/// An element that stands nowhere yet.
pub(crate) fn element(tag: &str) -> Result<Element, Denied> {
    let document = window()
        .and_then(|window| window.document())
        .ok_or(Denied)?;
    document.create_element(tag).map_err(|_refused| Denied)
}

/// An address of a text, until it is given back.
pub(crate) fn address_of(text: &str, kind: &str) -> Result<String, Denied> {
    let parts = Array::of1(&JsValue::from_str(text));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options);
    let blob = blob.map_err(|_refused| Denied)?;
    Url::create_object_url_with_blob(&blob).map_err(|_refused| Denied)
}

/// Has the browser download what an address holds.
pub(crate) fn offer(address: &str, file: &str) -> Result<(), Denied> {
    let link: HtmlAnchorElement = element("a")?.dyn_into().map_err(|_other| Denied)?;
    link.set_href(address);
    link.set_download(file);
    link.click();
    Ok(())
}
