//! Keeping a picture as a file: the text as it is, or drawn as PNG.

use crate::offer::{Denied, address_of, element, offer, text};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

/// The type of a drawing.
const SVG: &str = "image/svg+xml";
/// A PNG has so many pixels for each of the drawing.
const SHARPNESS: u32 = 2;

/// Hands a drawing to the reader as a file.
pub(super) fn svg(drawing: &str, name: &str) -> Result<(), Denied> {
    text(drawing, (SVG, &format!("{name}.svg")))
}

/// Draws a drawing as PNG and hands it to the reader.
pub(super) fn png(drawing: &str, name: &str) -> Result<(), Denied> {
    let address = address_of(drawing, SVG)?;
    let image = HtmlImageElement::new().map_err(|_refused| Denied)?;
    let file = format!("{name}.png");
    let drawn = image.clone();
    let on_load = Closure::once(move || {
        // A frame that may not download leaves it at that.
        draw(&drawn, file).unwrap_or_default();
        Url::revoke_object_url(&drawn.src()).ok();
    });
    image.set_onload(Some(on_load.as_ref().unchecked_ref()));
    // The browser calls it later.
    on_load.forget();
    image.set_src(&address);
    Ok(())
}

fn draw(image: &HtmlImageElement, file: String) -> Result<(), Denied> {
    let canvas: HtmlCanvasElement = element("canvas")?.dyn_into().map_err(|_other| Denied)?;
    canvas.set_width(image.natural_width() * SHARPNESS);
    canvas.set_height(image.natural_height() * SHARPNESS);
    let context = canvas.get_context("2d").map_err(|_refused| Denied)?;
    let context: CanvasRenderingContext2d =
        context.ok_or(Denied)?.dyn_into().map_err(|_other| Denied)?;
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    let placed =
        context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height);
    placed.map_err(|_refused| Denied)?;
    let done = Closure::once(move |blob: JsValue| {
        let blob = blob.dyn_into::<Blob>();
        let address = blob
            .ok()
            .and_then(|blob| Url::create_object_url_with_blob(&blob).ok());
        if let Some(address) = address {
            offer(&address, &file).unwrap_or_default();
            Url::revoke_object_url(&address).ok();
        }
    });
    let begun = canvas.to_blob(done.as_ref().unchecked_ref());
    done.forget();
    begun.map_err(|_refused| Denied)
}
