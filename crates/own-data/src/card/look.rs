//! Ways to look at the detailed scorecard: which of its lines are shown, in which order.

use dti_engine::calculator::{AssessmentColumn, ComponentCard, ComponentLine, ComponentMain};
use dti_engine::model::{Exact, Framework, Node};

/// A way to look.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum View {
    /// Everything, in the framework's order.
    #[default]
    All,
    /// What misses points, most of them first, over all main indicators.
    MostMissing,
    /// What misses points, in the framework's order.
    BelowMax,
    /// What a what-if moves.
    Changed,
    /// What is verified with other points than the unit gives itself.
    SelfDiffers,
}

impl View {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::All,
        Self::MostMissing,
        Self::BelowMax,
        Self::Changed,
        Self::SelfDiffers,
    ];

    /// The word in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::MostMissing => "most-missing",
            Self::BelowMax => "below-max",
            Self::Changed => "changed",
            Self::SelfDiffers => "self-differs",
        }
    }
}

/// What is shown: each of its parts leaves something out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Look {
    /// The way to look.
    pub view: View,
    /// Id of the only main indicator; empty for all.
    pub main: String,
    /// The stage that has no value.
    pub missing: Option<AssessmentColumn>,
    /// The kind of rule; empty for all.
    pub kind: String,
}

impl Look {
    /// Whether a line that is no sum is shown.
    fn has(&self, framework: &Framework, line: &ComponentLine) -> bool {
        let is_in_view = match self.view {
            View::All => true,
            View::BelowMax | View::MostMissing => line.is_scored && line.gap > Exact::ZERO,
            View::Changed => line.is_scored && line.is_changed,
            View::SelfDiffers => line.has_difference(),
        };
        let is_missing = self
            .missing
            .is_none_or(|stage| line.is_scored && raw_in(line, stage).is_none());
        let kind = framework.indicator(line.node).rule.kind.as_str();
        is_in_view && is_missing && (self.kind.is_empty() || self.kind == kind)
    }
}

/// Lines that stand together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part<'a> {
    /// The main indicator that they belong to; `None` in a list over all of them.
    pub main: Option<&'a ComponentMain>,
    /// The lines, in the order in which they are shown.
    pub lines: Vec<&'a ComponentLine>,
}

/// What was entered in a stage.
pub fn raw_in(
    line: &ComponentLine,
    stage: AssessmentColumn,
) -> Option<&dti_engine::model::RawValue> {
    let mut values = AssessmentColumn::ALL.into_iter().zip(&line.values);
    let found = values.find(|(own, _)| *own == stage);
    found.and_then(|(_, value)| value.raw.as_ref())
}

/// The lines that a look shows. A sum stands before its criteria, which are shown where `is_open`.
pub fn parts<'a>(
    framework: &Framework,
    card: &'a ComponentCard,
    look: &Look,
    is_open: impl Fn(Node) -> bool,
) -> Vec<Part<'a>> {
    let is_chosen = |main: &&ComponentMain| {
        look.main.is_empty() || look.main == framework.indicator(main.own.node).id
    };
    let mains = card.mains.iter().filter(is_chosen);
    if look.view == View::MostMissing {
        let mut lines: Vec<&ComponentLine> = mains
            .flat_map(|main| &main.lines)
            .filter(|line| !line.is_sum && look.has(framework, line))
            .collect();
        lines.sort_by_key(|line| -line.gap);
        return match lines.is_empty() {
            true => Vec::new(),
            false => vec![Part { main: None, lines }],
        };
    }
    let part = |main: &'a ComponentMain| {
        let shown: Vec<&ComponentLine> = main
            .lines
            .iter()
            .filter(|line| !line.is_sum && look.has(framework, line))
            .collect();
        let is_folded = |line: &ComponentLine| {
            let mut above = main.lines.iter().filter(|own| own.is_sum);
            above.any(|own| framework.is_above(own.node, line.node) && !is_open(own.node))
        };
        let holds_shown = |line: &ComponentLine| {
            let mut below = shown.iter();
            below.any(|own| own.node == line.node || framework.is_above(line.node, own.node))
        };
        let is_shown = |line: &&ComponentLine| holds_shown(line) && !is_folded(line);
        let lines: Vec<&ComponentLine> = main.lines.iter().filter(is_shown).collect();
        (!lines.is_empty()).then_some(Part {
            main: Some(main),
            lines,
        })
    };
    mains.filter_map(part).collect()
}

/// Kinds of rule that a framework has, each once, in its order.
pub fn kinds(framework: &Framework) -> Vec<&'static str> {
    let mut kinds: Vec<&'static str> = Vec::new();
    for node in framework.nodes() {
        let indicator = framework.indicator(node);
        let kind = indicator.rule.kind.as_str();
        if indicator.scored && indicator.children.is_empty() && !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}
