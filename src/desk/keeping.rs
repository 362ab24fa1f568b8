//! What the desk keeps on the device, beyond the tab; sandboxed frames deny it.

use crate::offer::Denied;
use crate::page::desk::News;
use web_sys::{Storage, window};

/// All projects of one host share their storage (`app/browser/storage.rs`).
const PREFIX: &str = "dti1:";
/// The project file.
const OWN: &str = "dti1:own";
/// What every module counts with, and the assessed figures: the page reads these at its start.
const CATALOGUE: &str = "dti1:catalogue";
const ASSESSED: &str = "dti1:assessed";

fn lasting() -> Result<Storage, Denied> {
    let window = window().ok_or(Denied)?;
    let storage = window.local_storage().map_err(|_refused| Denied)?;
    storage.ok_or(Denied)
}

/// What was kept; `None` where nothing can be.
pub(super) fn kept() -> Option<String> {
    let storage = lasting().ok()?;
    Some(storage.get_item(OWN).ok().flatten().unwrap_or_default())
}

/// Keeps what there is of it in the news; says whether that was allowed.
pub(super) fn keep(news: &News) -> Result<(), Denied> {
    let (key, text) = match news {
        News::Keep(text) => (OWN, text),
        News::Catalogue(text) => (CATALOGUE, text),
        News::Assessed(text) => (ASSESSED, text),
        News::Forget => return forget_everything(),
        _ => return Ok(()),
    };
    let storage = lasting()?;
    let done = match text.is_empty() {
        true => storage.remove_item(key),
        false => storage.set_item(key, text),
    };
    done.map_err(|_full| Denied)
}

/// Deletes everything that the page keeps, in this tab and beyond it.
fn forget_everything() -> Result<(), Denied> {
    let tab = window().and_then(|window| window.session_storage().ok().flatten());
    for storage in [tab, lasting().ok()].into_iter().flatten() {
        let count = storage.length().unwrap_or_default();
        let keys = (0..count).filter_map(|place| storage.key(place).ok().flatten());
        let own: Vec<String> = keys.filter(|key| key.starts_with(PREFIX)).collect();
        for key in own {
            storage.remove_item(&key).ok();
        }
    }
    Ok(())
}
