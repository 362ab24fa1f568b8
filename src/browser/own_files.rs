//! Files that a reader chooses or drops.

use super::Denied;
use js_sys::Uint8Array;
use leptos::prelude::event_target;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

/// A file that the reader chose or dropped.
#[derive(Clone, Debug)]
pub struct ChosenFile(File);

impl ChosenFile {
    fn first(files: Option<FileList>) -> Option<Self> {
        files?.get(0).map(Self)
    }

    /// The file that was chosen in a field. The same file again is a new choice.
    pub fn chosen(event: &Event) -> Option<Self> {
        let field: HtmlInputElement = event_target(event);
        let file = Self::first(field.files());
        field.set_value("");
        file
    }

    /// The file that was dropped; the browser would leave the page for it.
    pub fn dropped(event: &DragEvent) -> Option<Self> {
        event.prevent_default();
        Self::first(event.data_transfer()?.files())
    }

    /// Its name.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// How many bytes it has.
    pub fn size(&self) -> u64 {
        // No file has more than a float holds exactly.
        self.0.size() as u64
    }

    /// What it holds.
    pub async fn bytes(&self) -> Result<Vec<u8>, Denied> {
        let buffer = JsFuture::from(self.0.array_buffer()).await;
        let buffer = buffer.map_err(|_reason| Denied)?;
        Ok(Uint8Array::new(&buffer).to_vec())
    }
}

/// Keeps the browser from opening what is dragged over an element.
pub fn hold_drag(event: &DragEvent) {
    event.prevent_default();
}
