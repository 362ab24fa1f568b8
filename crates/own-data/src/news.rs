//! What the page has to do after a deed.

use dti_engine::calculator::Calculator;
use dti_formats::link::Link;
use std::sync::Arc;

/// Something that the page has to do.
#[derive(Clone, Debug)]
pub enum News {
    /// Count with this from now on. The text is what of it the device keeps
    /// ([`dti_formats::OwnCatalogue`]).
    Counts(Arc<Calculator>, String),
    /// Take the assessed figures of all editions: lines `edition fragment`.
    Assessed(String),
    /// Keep on the device what is held now ([`super::OwnData::texts`]).
    Keep,
    /// Delete everything that is kept on the device.
    Forget,
    /// Show this scenario.
    Show(Box<Link>),
    /// Take these saved scenarios in the place of those there: names and fragments.
    Saved(Vec<(String, String)>),
}
