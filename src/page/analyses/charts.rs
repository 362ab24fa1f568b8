//! Charts in the answers of the analyses: the third module writes what a chart shows, the second
//! draws it, since only that one carries what draws.

use crate::page::Markup;

/// An answer with its charts drawn.
pub fn with_charts(answer: &Markup) -> Markup {
    answer.clone()
}
