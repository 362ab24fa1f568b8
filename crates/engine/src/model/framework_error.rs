//! Why a tree of indicators is no framework.

use super::{Exact, POINTS_DECIMALS};

/// Why a framework could not be built.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FrameworkError {
    /// Two indicators with one id.
    #[error("indicator `{0}` stands in the framework twice; ids must be different")]
    DuplicateId(String),
    /// A parent that is not listed before its child.
    #[error("indicator `{child}` names the parent `{parent}`, which does not stand before it")]
    MissingParent {
        /// The child.
        child: String,
        /// The parent that was named.
        parent: String,
    },
    /// An id with a character that links and files use as a separator.
    #[error("id `{0}` is not allowed; use lower-case letters, digits, `_`, `-` and `.`")]
    BadId(String),
    /// A child that is not below its parent's level.
    #[error("indicator `{child}` ({level}) cannot stand below `{parent}`")]
    WrongLevel {
        /// The child.
        child: String,
        /// Its level.
        level: &'static str,
        /// The parent.
        parent: String,
    },
    /// The children's maxima do not add up to the parent's own.
    #[error(
        "children of `{parent}` add up to {} points, but its max points are {}",
        sum.to_short_text(POINTS_DECIMALS), stated.to_short_text(POINTS_DECIMALS)
    )]
    WrongSum {
        /// The parent.
        parent: String,
        /// The children's sum.
        sum: Exact,
        /// What the file states.
        stated: Exact,
    },
    /// A pillar that counts something that is not an indicator.
    #[error("pillar `{pillar}` counts `{member}`, which is not a main indicator")]
    BadMember {
        /// The pillar.
        pillar: String,
        /// The member that was named.
        member: String,
    },
}
