//! What `public/sheets.js` does in workers of their own: workbooks and documents in and out, and going through
//! what a reader brings.

use super::Denied;
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = dtiSheets)]
    fn sheets(verb: &str, given: &JsValue) -> Result<Promise, JsValue>;
}

async fn ask(verb: &str, given: &JsValue) -> Result<JsValue, Denied> {
    let promise = sheets(verb, given).map_err(|_thrown| Denied)?;
    JsFuture::from(promise).await.map_err(|_reason| Denied)
}

async fn written(verb: &str, given: &JsValue) -> Result<Vec<u8>, Denied> {
    let bytes = ask(verb, given).await?;
    let bytes: Uint8Array = bytes.dyn_into().map_err(|_nothing| Denied)?;
    Ok(bytes.to_vec())
}

/// Has a workbook read: a packed workbook or a packed fault. Fails where the script is not there.
pub async fn read_workbook(bytes: &[u8]) -> Result<String, Denied> {
    let bytes = Uint8Array::from(bytes);
    let packed = ask("readWorkbook", &bytes.buffer()).await?;
    packed.as_string().ok_or(Denied)
}

/// Has something gone through (`dti_own_data::Trial`): empty where that came to an end, else a packed fault.
/// Fails where the script is not there.
pub async fn try_out(trial: &[u8]) -> Result<String, Denied> {
    let outcome = ask("tryOut", &Uint8Array::from(trial)).await?;
    outcome.as_string().ok_or(Denied)
}

/// Has a packed book written as a workbook.
pub async fn write_workbook(book: &str) -> Result<Vec<u8>, Denied> {
    written("writeWorkbook", &JsValue::from_str(book)).await
}

/// Has a packed document (`dti_formats::Document`) written as DOCX.
pub async fn write_document(document: &[u8]) -> Result<Vec<u8>, Denied> {
    written("writeDocument", &Uint8Array::from(document)).await
}
