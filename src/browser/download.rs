//! Files for the reader: a text or bytes as they are, or a drawing as PNG. Frames without leave to download refuse in
//! silence.

use super::Denied;
use dti_formats::Bitmap;
use js_sys::{Array, Promise, Uint8Array};
use leptos::prelude::document;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, Url,
};

/// The type of a drawing.
const SVG: &str = "image/svg+xml";
/// A PNG has so many pixels for each of the drawing.
const SHARPNESS: u32 = 2;

/// Hands the reader a file of a kind, which is its ending: `png` is what the text draws, all others are the
/// text. What the browser refuses is left undone.
pub fn offer(text: &str, kind: &str, name: &str) {
    let file = format!("{name}.{kind}");
    if kind == "png" {
        let svg = text.to_owned();
        spawn_local(async move {
            let blob = match painted(&svg).await {
                Ok(canvas) => png_of(&canvas).await,
                Err(denied) => Err(denied),
            };
            blob.and_then(|blob| hand(&blob, &file)).unwrap_or_default();
        });
    } else {
        blob_of(text, type_of(kind))
            .and_then(|blob| hand(&blob, &file))
            .unwrap_or_default();
    }
}

/// Hands the reader a text of some media type as a file of this name.
pub fn hand_text(text: &str, kind: &str, file: &str) -> Result<(), Denied> {
    // Natively there is nobody to hand it to.
    if cfg!(not(target_arch = "wasm32")) {
        return Err(Denied);
    }
    hand(&blob_of(text, kind)?, file)
}

/// Hands the reader bytes of some kind as a file of this name.
pub fn hand_bytes(bytes: &[u8], kind: &str, file: &str) -> Result<(), Denied> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(type_of(kind));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options);
    hand(&blob.map_err(|_refused| Denied)?, file)
}

/// The media type of a kind of file.
fn type_of(kind: &str) -> &'static str {
    match kind {
        "svg" => SVG,
        "html" => "text/html",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "csv" => "text/csv",
        // A script is text that nobody runs by opening it.
        _ => "text/plain",
    }
}

/// A drawing as a bitmap.
pub async fn bitmap(svg: &str) -> Result<Bitmap, Denied> {
    let canvas = painted(svg).await?;
    let blob = png_of(&canvas).await?;
    let bytes = JsFuture::from(blob.array_buffer()).await;
    let bytes = bytes.map_err(|_refused| Denied)?;
    Ok(Bitmap {
        png: Uint8Array::new(&bytes).to_vec(),
        size: (canvas.width() / SHARPNESS, canvas.height() / SHARPNESS),
    })
}

/// A text as bytes of some type.
pub(super) fn blob_of(text: &str, kind: &str) -> Result<Blob, Denied> {
    let parts = Array::of1(&JsValue::from_str(text));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options);
    blob.map_err(|_refused| Denied)
}

/// Has the browser download some bytes.
fn hand(blob: &Blob, file: &str) -> Result<(), Denied> {
    let address = Url::create_object_url_with_blob(blob).map_err(|_refused| Denied)?;
    let link: HtmlAnchorElement = element("a")?;
    link.set_href(&address);
    link.set_download(file);
    link.click();
    Url::revoke_object_url(&address).ok();
    Ok(())
}

/// An element that stands nowhere yet.
fn element<T: wasm_bindgen::JsCast>(tag: &str) -> Result<T, Denied> {
    let element = document().create_element(tag);
    let element = element.map_err(|_refused| Denied)?;
    element.dyn_into().map_err(|_other| Denied)
}

/// A drawing painted on a canvas.
pub(super) async fn painted(svg: &str) -> Result<HtmlCanvasElement, Denied> {
    let blob = blob_of(svg, SVG)?;
    let address = Url::create_object_url_with_blob(&blob).map_err(|_refused| Denied)?;
    let image: HtmlImageElement = element("img")?;
    image.set_src(&address);
    let decoded = JsFuture::from(image.decode()).await;
    Url::revoke_object_url(&address).ok();
    decoded.map_err(|_refused| Denied)?;
    let canvas: HtmlCanvasElement = element("canvas")?;
    canvas.set_width(image.natural_width() * SHARPNESS);
    canvas.set_height(image.natural_height() * SHARPNESS);
    let context = canvas.get_context("2d").map_err(|_refused| Denied)?;
    let context: CanvasRenderingContext2d =
        context.ok_or(Denied)?.dyn_into().map_err(|_other| Denied)?;
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    let placed =
        context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height);
    placed.map_err(|_refused| Denied)?;
    Ok(canvas)
}

/// What is painted on a canvas, as PNG.
pub(super) async fn png_of(canvas: &HtmlCanvasElement) -> Result<Blob, Denied> {
    let promise = Promise::new(&mut |resolve, reject| {
        let done = Closure::once_into_js(move |blob: JsValue| {
            resolve.call1(&JsValue::NULL, &blob).ok();
        });
        if canvas.to_blob(done.unchecked_ref()).is_err() {
            reject.call0(&JsValue::NULL).ok();
        }
    });
    let blob = JsFuture::from(promise).await.map_err(|_refused| Denied)?;
    blob.dyn_into().map_err(|_nothing| Denied)
}
