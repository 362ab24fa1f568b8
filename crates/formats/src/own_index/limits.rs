//! How large an own index may be, whether it is a file or an argument. A country's communes fit:
//! 3,321 of them with 62 indicators are 5 MB.

/// Most units.
pub const MOST_UNITS: usize = 5_000;
/// Most indicators, of all levels.
pub const MOST_INDICATORS: usize = 400;
/// Most bytes of text.
pub const LARGEST_INDEX: usize = 24_000_000;
/// Most bytes of a project file: an index stands in it as a text in quotes, which is longer.
pub const LARGEST_PROJECT: usize = 2 * LARGEST_INDEX;
/// Longest id, in bytes.
pub(super) const LONGEST_ID: usize = 64;
