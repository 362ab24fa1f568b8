//! What stays on the device, and why it does not.

/// Highest place of a saved scenario. The page offers fewer; merging may need more.
pub(crate) const LAST_SLOT: usize = 64;
/// Choice that tells the analyses why saved scenarios are not kept.
pub(crate) const SAVING: &str = "saving";

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
    const ALL: [Self; 5] = [
        Self::Denied,
        Self::Full,
        Self::Newer,
        Self::Unreadable,
        Self::Elsewhere,
    ];

    /// From the name of the browser's error.
    pub fn of_error(name: &str) -> Self {
        match name {
            "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => Self::Full,
            _ => Self::Denied,
        }
    }

    /// The word between the page and its modules.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Denied => "denied",
            Self::Full => "full",
            Self::Newer => "newer",
            Self::Unreadable => "unreadable",
            Self::Elsewhere => "elsewhere",
        }
    }

    /// The one with this word.
    pub(crate) fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.as_str() == word)
    }
}
