//! Why something does not stay on the device.

/// Why something is not kept on the device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unkept {
    /// The browser keeps nothing for this page.
    Denied,
    /// There is no room left.
    Full,
    /// What is there was written by a newer page.
    Newer,
    /// What is there cannot be read.
    Unreadable,
    /// Another page changed the same.
    Elsewhere,
}

impl Unkept {
    /// From the name of the browser's error.
    pub fn of_error(name: &str) -> Self {
        match name {
            "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => Self::Full,
            _ => Self::Denied,
        }
    }
}
