//! The clipboard, which many embeds and insecure pages deny.

use super::Denied;
use super::download::{blob_of, painted, png_of};
use dti_formats::Markup;
use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::window;
use leptos::task::spawn_local;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Blob, HtmlCanvasElement};

/// Copies a text and calls back with what came of it.
pub fn copy(text: &str, done: impl Fn(Result<(), Denied>) + Clone + 'static) {
    let navigator = window().navigator();
    let is_missing = Reflect::get(&navigator, &JsValue::from_str("clipboard"))
        .map_or(true, |clipboard| clipboard.is_undefined());
    if is_missing {
        done(Err(Denied));
        return;
    }
    let promise = navigator.clipboard().write_text(text);
    let copied = done.clone();
    let on_success = Closure::once(move |_nothing: JsValue| copied(Ok(())));
    let on_failure = Closure::once(move |_reason: JsValue| done(Err(Denied)));
    drop(promise.then2(&on_success, &on_failure));
    // The browser calls one of the two later; both must outlive this function.
    on_success.forget();
    on_failure.forget();
}

/// Something to copy in several forms, so that each program takes the one that it can use.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Copied {
    /// Rich text with drawings in their places; a drawing alone is copied as PNG too.
    pub rich: Vec<Markup>,
    /// Plain text.
    pub text: String,
}

impl Copied {
    fn drawings(&self) -> impl Iterator<Item = &String> {
        self.rich.iter().filter_map(|part| match part {
            Markup::Drawing(svg) => Some(svg),
            Markup::Text(_) => None,
        })
    }
}

/// Copies something in all its forms, else without drawings, else as plain text, and calls back with
/// what came of it.
pub fn copy_rich(copied: Copied, done: impl Fn(Result<(), Denied>) + Clone + 'static) {
    let copied = Rc::new(copied);
    // The first is begun while the click is handled: browsers ask for that.
    let has_drawings = copied.drawings().next().is_some();
    let drawn = has_drawings.then(|| written(&copied, true));
    spawn_local(async move {
        let mut is_done = match drawn {
            Some(drawn) => has_come(drawn).await,
            None => false,
        };
        if !is_done {
            is_done = has_come(written(&copied, false)).await;
        }
        match is_done {
            true => done(Ok(())),
            false => copy(&copied.text, done),
        }
    });
}

async fn has_come(promise: Result<Promise, Denied>) -> bool {
    match promise {
        Ok(promise) => JsFuture::from(promise).await.is_ok(),
        Err(Denied) => false,
    }
}

/// Writes to the clipboard, with drawings or without.
fn written(copied: &Rc<Copied>, is_drawn: bool) -> Result<Promise, Denied> {
    let clipboard = property(&window().navigator(), "clipboard")?;
    let item: Function = as_function(property(&js_sys::global(), "ClipboardItem")?)?;
    let write = as_function(property(&clipboard, "write")?)?;
    let forms = Object::new();
    let mut drawings = copied.drawings().filter(|_| is_drawn);
    if let (Some(svg), None) = (drawings.next().cloned(), drawings.next()) {
        set(&forms, "image/png", async move {
            png_of(&painted(&svg).await?).await
        })?;
    }
    let own = Rc::clone(copied);
    set(&forms, "text/html", async move {
        let mut html = String::new();
        for part in &own.rich {
            match part {
                Markup::Text(text) => html.push_str(text),
                Markup::Drawing(svg) if is_drawn => {
                    let image = image_of(&painted(svg).await?);
                    html.push_str(&image.unwrap_or_default());
                }
                Markup::Drawing(_) => {}
            }
        }
        blob_of(&html, "text/html")
    })?;
    let text = copied.text.clone();
    set(
        &forms,
        "text/plain",
        async move { blob_of(&text, "text/plain") },
    )?;
    let item = Reflect::construct(&item, &Array::of1(&forms)).map_err(|_refused| Denied)?;
    let promise = write.call1(&clipboard, &Array::of1(&item));
    let promise = promise.map_err(|_refused| Denied)?;
    promise.dyn_into().map_err(|_other| Denied)
}

/// What is painted on a canvas, as an element of rich text.
fn image_of(canvas: &HtmlCanvasElement) -> Option<String> {
    let address = canvas.to_data_url().ok()?;
    let width = canvas.width() / 2;
    let image = format!("<img src=\"{address}\" width=\"{width}\">");
    Some(format!("<p>{image}</p>"))
}

/// A property that is there.
fn property(of: &JsValue, name: &str) -> Result<JsValue, Denied> {
    let found = Reflect::get(of, &JsValue::from_str(name)).map_err(|_refused| Denied)?;
    if found.is_undefined() {
        return Err(Denied);
    }
    Ok(found)
}

fn as_function(value: JsValue) -> Result<Function, Denied> {
    value.dyn_into().map_err(|_other| Denied)
}

/// One of the forms, which comes later.
fn set(
    forms: &Object,
    kind: &str,
    blob: impl Future<Output = Result<Blob, Denied>> + 'static,
) -> Result<(), Denied> {
    let promise = future_to_promise(async move {
        let blob = blob.await.map_err(|Denied| JsValue::NULL)?;
        Ok(blob.into())
    });
    let done = Reflect::set(forms, &JsValue::from_str(kind), &promise);
    done.map_err(|_refused| Denied)?;
    Ok(())
}
