//! What the desk tells the page and the browser around it.

/// Something that the page has to hear.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum News {
    /// Own data for every module ([`dti_formats::OwnCatalogue`] as text).
    Catalogue(String),
    /// The assessed figures of all editions: lines `edition fragment`.
    Assessed(String),
    /// Keep on the device what the desk holds now ([`super::Desk::texts`]).
    Keep,
    /// Delete everything that is kept on the device.
    Forget,
    /// Show this scenario.
    Load(String),
    /// The saved scenarios, in the page's own form.
    Saved(String),
    /// Hand the reader a text as a file: name, kind of file, text.
    Save {
        /// Name with its ending.
        name: String,
        /// Media type.
        kind: String,
        /// What it holds.
        text: String,
    },
    /// Hand the reader a workbook: name, and the packed book.
    SaveBook {
        /// Name with its ending.
        name: String,
        /// `files::Book::pack`.
        book: String,
    },
    /// Have a pasted table gone through elsewhere, then bring it.
    Read(String),
    /// Have the last workbook read again.
    ReadAgain,
    /// Have the status line say this.
    Say(String),
    /// Move focus to the element with this id once the desk is drawn.
    Focus(String),
}
