//! Stands in for the crate `wasm-streams` (`[patch.crates-io]` in Cargo.toml). Leptos depends on it
//! for server functions that stream, which a page without a server has none of, and the original
//! exports its classes from every module, called or not: 3 KB gzip of code and glue. Here are the
//! four functions that Leptos' code names; a stream that was made from a body ends at once with an
//! error. See docs/decisions/0012-order-of-functions.md.

use futures_util::stream::{self, Stream};
use wasm_bindgen::JsValue;
use web_sys::ReadableStream as Raw;

/// A stream of the browser that nothing is read from.
#[derive(Debug)]
pub struct ReadableStream(Result<Raw, JsValue>);

impl ReadableStream {
    /// Takes the browser's stream.
    pub fn from_raw(raw: Raw) -> Self {
        Self(Ok(raw))
    }

    /// An empty stream: what `source` gives is not passed on.
    pub fn from_stream<S>(source: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        drop(source);
        Self(Raw::new())
    }

    /// The browser's stream.
    pub fn into_raw(self) -> Raw {
        self.0.unwrap_or_else(wasm_bindgen::JsCast::unchecked_into)
    }

    /// One error.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> {
        stream::iter([Err(JsValue::from_str("streams are not built in"))])
    }
}
