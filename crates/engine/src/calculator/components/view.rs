//! Ways to look at a detailed scorecard: what is shown of it, in which order.

use super::{Card, ComponentLine, ComponentMain};
use crate::model::{Exact, Node};

/// What of a detailed scorecard is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum CardView {
    /// Everything, in the framework's order.
    #[default]
    All,
    /// What has not all its points.
    BelowMax,
    /// The same without sums, the largest gap in points first.
    LargestGap,
    /// What a what-if moves.
    Changed,
    /// What is verified with other points than the unit gives itself.
    SelfDiffers,
}

impl CardView {
    /// All ways to look.
    pub const ALL: [Self; 5] = [
        Self::All,
        Self::BelowMax,
        Self::LargestGap,
        Self::Changed,
        Self::SelfDiffers,
    ];

    /// The word in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::BelowMax => "below-max",
            Self::LargestGap => "largest-gap",
            Self::Changed => "changed",
            Self::SelfDiffers => "self-differs",
        }
    }

    /// Whether a line that is no sum is shown.
    fn has(self, line: &ComponentLine) -> bool {
        match self {
            Self::All => true,
            Self::BelowMax | Self::LargestGap => line.is_scored && line.gap > Exact::ZERO,
            Self::Changed => line.is_scored && line.is_changed,
            Self::SelfDiffers => line.has_difference(),
        }
    }
}

/// The main indicators with the lines that a view shows; those of which it shows none are left out.
pub(super) fn chosen(card: &Card<'_>, view: CardView) -> Vec<ComponentMain> {
    let mut mains: Vec<ComponentMain> = Vec::new();
    for node in card.mains() {
        let mut lines = Vec::new();
        let children = &card.framework.indicator(node).children;
        for &child in children {
            collect(card, view, child, &mut lines);
        }
        if children.is_empty() {
            collect(card, view, node, &mut lines);
        }
        if view == CardView::LargestGap {
            lines.sort_by_key(|line| -line.gap);
        }
        if !lines.is_empty() {
            mains.push(card.main(node, lines));
        }
    }
    if view == CardView::LargestGap {
        mains.sort_by_key(|main| main.lines.first().map(|line| -line.gap));
    }
    mains
}

/// A node and what stands below it, as far as a view shows it: a sum is shown with its parts.
fn collect(card: &Card<'_>, view: CardView, node: Node, lines: &mut Vec<ComponentLine>) {
    let line = card.line(node);
    if !line.is_sum {
        if view.has(&line) {
            lines.push(line);
        }
        return;
    }
    let place = lines.len();
    for &child in &card.framework.indicator(node).children {
        collect(card, view, child, lines);
    }
    if lines.len() > place && view != CardView::LargestGap {
        lines.insert(place, line);
    }
}
