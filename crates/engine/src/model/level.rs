//! The levels of a framework's tree.

/// How deep an indicator stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Level {
    /// The total itself.
    Root,
    /// A partition of the main indicators (foundation, activity).
    Group,
    /// A main indicator (chỉ số chính).
    #[default]
    Main,
    /// A component of a main indicator (chỉ số thành phần).
    Component,
    /// A criterion of a component (tiêu chí).
    Criterion,
}

impl Level {
    /// The level of this word below the root.
    pub fn named(word: &str) -> Option<Self> {
        let levels = [Self::Group, Self::Main, Self::Component, Self::Criterion];
        levels.into_iter().find(|level| level.as_str() == word)
    }

    /// The word used in framework files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Root => "root",
            Self::Group => "group",
            Self::Main => "main",
            Self::Component => "component",
            Self::Criterion => "criterion",
        }
    }
}
