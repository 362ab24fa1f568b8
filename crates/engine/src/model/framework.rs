//! A framework: one generation of the index as a tree of indicators, with pillars as views on it.

use super::{Exact, FrameworkError, Level, MaxPoints, Mean, Missing, Rule, Scale, Ties};

/// Whether frameworks of a reader's own are counted with. The embed shows official editions only,
/// so its module is compiled without means, scales and rules that none of those asks for.
pub const HAS_OWN_INDICES: bool = cfg!(feature = "own-indices");

/// A text in both languages. Where a source has only Vietnamese, `en` repeats it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Text {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

/// Place of an indicator in its framework; the root is [`Node::ROOT`], parents come first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Node(usize);

impl Node {
    /// The total.
    pub const ROOT: Self = Self(0);

    /// The node of a row in tables that have one row per node.
    pub(super) const fn at(row: usize) -> Self {
        Self(row)
    }

    /// Row of this node in tables that have one row per node.
    pub fn row(self) -> usize {
        self.0
    }
}

/// One indicator as it stands in a framework.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Stable id, for example `society` or `government.22.1`.
    pub id: String,
    /// Number in the official list, for example `4.22.1`, where the list has one.
    pub number: Option<String>,
    /// Name.
    pub name: Text,
    /// Level.
    pub level: Level,
    /// Parent; `None` for the root only.
    pub parent: Option<Node>,
    /// Children, in the order of the framework.
    pub children: Vec<Node>,
    /// Points available: for a node with children the sum over them, where scored.
    pub max_points: MaxPoints,
    /// Whether it counts towards the total.
    pub scored: bool,
    /// How raw values become points.
    pub rule: Rule,
    /// How many components the decision lists below this main indicator, where only that is known.
    pub component_count: Option<u32>,
    /// How the scores of its children make its own.
    pub mean: Mean,
    /// How the raw values of a leaf become scores.
    pub scale: Scale,
}

/// A scored main indicator without a name and without points, to be filled in.
impl Default for Indicator {
    fn default() -> Self {
        Self {
            id: String::new(),
            number: None,
            name: Text::default(),
            level: Level::Main,
            parent: None,
            children: Vec::new(),
            max_points: MaxPoints::default(),
            scored: true,
            rule: Rule::default(),
            component_count: None,
            mean: Mean::default(),
            scale: Scale::default(),
        }
    }
}

/// A pillar: a weighted *view* on the main indicators. Pillars overlap and do not add up.
#[derive(Clone, Debug)]
pub struct Pillar {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Main indicators that it counts; empty where the pillar itself is the figure (2020).
    pub members: Vec<Node>,
    /// Weight in the total, only where the total is made of pillars (Decision 1726).
    pub weight: Option<Exact>,
}

/// What a framework file says about itself.
#[derive(Clone, Debug, Default)]
pub struct FrameworkHeader {
    /// Stable id, for example `dti-922`.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Number and date of the decision, where there is one.
    pub decision: Option<(String, String)>,
    /// Where the maxima come from, in a sentence.
    pub source: Text,
    /// The year in which the rules of its components were applied, where one is known.
    pub rules_of: Option<u16>,
    /// Whether the maxima were derived rather than read from the decision.
    pub maxima_derived: bool,
    /// Decimals to which scores are rounded before ranking; `None` ranks unrounded scores.
    pub decimals: Option<u32>,
    /// How the scores of the main indicators make the total.
    pub mean: Mean,
    /// What stands for a missing value; `None` where it is estimated from a known sum.
    pub missing: Option<Missing>,
    /// Which rank comes after a tie.
    pub ties: Ties,
}

/// An indicator on its way into a framework: its parent is named by id (`None` for the root).
#[derive(Clone, Debug)]
pub struct IndicatorDraft {
    /// Id of the parent, `None` directly below the total.
    pub parent: Option<String>,
    /// The indicator; its `parent` and `children` are filled in, and its max points where it has
    /// children.
    pub indicator: Indicator,
}

/// One generation of an index: a tree of indicators whose points add up, and pillars.
///
/// # Invariant
///
/// Parents stand before their children, ids are unique, and a parent's max points are the sum over
/// its scored children.
#[derive(Clone, Debug)]
pub struct Framework {
    header: FrameworkHeader,
    nodes: Vec<Indicator>,
    /// All but the root, in the order of their ids.
    by_id: Vec<Node>,
    /// The main indicators that count.
    mains: Vec<Node>,
    pillars: Vec<Pillar>,
    is_composite: bool,
}

impl Framework {
    /// Builds and checks the tree. `pillars` names members by id.
    pub fn try_new(
        header: FrameworkHeader,
        drafts: Vec<IndicatorDraft>,
        pillars: Vec<(Pillar, Vec<String>)>,
    ) -> Result<Self, FrameworkError> {
        let mut framework = Self {
            nodes: vec![Indicator {
                mean: header.mean,
                ..root()
            }],
            by_id: Vec::new(),
            mains: Vec::new(),
            is_composite: header.missing.is_some() || header.mean != Mean::Arithmetic,
            header,
            pillars: Vec::new(),
        };
        for draft in drafts {
            let IndicatorDraft { indicator, .. } = &draft;
            framework.is_composite |=
                indicator.mean != Mean::Arithmetic || indicator.scale != Scale::default();
            framework.add(draft)?;
        }
        framework.add_up()?;
        for (mut pillar, members) in pillars {
            for member in members {
                match framework.node(&member) {
                    Some(node) if framework.indicator(node).level == Level::Main => {
                        pillar.members.push(node);
                    }
                    _ => {
                        return Err(FrameworkError::BadMember {
                            pillar: pillar.id,
                            member,
                        });
                    }
                }
            }
            framework.pillars.push(pillar);
        }
        Ok(framework)
    }

    fn add(&mut self, draft: IndicatorDraft) -> Result<(), FrameworkError> {
        let IndicatorDraft {
            parent,
            mut indicator,
        } = draft;
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-.".contains(c);
        if indicator.id.is_empty() || !indicator.id.chars().all(allowed) {
            return Err(FrameworkError::BadId(indicator.id));
        }
        let above = match &parent {
            None => Node::ROOT,
            Some(id) => self.node(id).ok_or_else(|| FrameworkError::MissingParent {
                child: indicator.id.clone(),
                parent: id.clone(),
            })?,
        };
        // Only criteria stand below their own level.
        let level_above = self.indicator(above).level;
        let is_criterion = [indicator.level, level_above] == [Level::Criterion; 2];
        if indicator.level <= level_above && !is_criterion {
            return Err(FrameworkError::WrongLevel {
                child: indicator.id,
                level: indicator.level.as_str(),
                parent: self.indicator(above).id.clone(),
            });
        }
        let node = Node(self.nodes.len());
        match self.place(&indicator.id) {
            Ok(_) => return Err(FrameworkError::DuplicateId(indicator.id)),
            Err(place) => self.by_id.insert(place, node),
        }
        if indicator.level == Level::Main && indicator.scored {
            self.mains.push(node);
        }
        indicator.parent = Some(above);
        indicator.children = Vec::new();
        self.nodes.push(indicator);
        if let Some(parent) = self.nodes.get_mut(above.row()) {
            parent.children.push(node);
        }
        Ok(())
    }

    /// Sums max points upwards; children stand after parents, so one backward pass is enough.
    fn add_up(&mut self) -> Result<(), FrameworkError> {
        for row in (0..self.nodes.len()).rev() {
            let node = self.indicator(Node(row));
            if node.children.is_empty() {
                continue;
            }
            let children = node.children.iter().map(|&child| self.indicator(child));
            // Saturates only for absurd files, which the maxima's own range already refuses.
            let sum = MaxPoints::sum_of(children.filter(|c| c.scored).map(|c| c.max_points));
            let stated = node.max_points;
            if stated != MaxPoints::default() && stated != sum {
                return Err(FrameworkError::WrongSum {
                    parent: node.id.clone(),
                    sum: sum.value(),
                    stated: stated.value(),
                });
            }
            if let Some(node) = self.nodes.get_mut(row) {
                node.max_points = sum;
            }
        }
        Ok(())
    }

    /// Stable id, for example `dti-922`.
    pub fn id(&self) -> &str {
        &self.header.id
    }

    /// What the file says about itself.
    pub fn header(&self) -> &FrameworkHeader {
        &self.header
    }

    /// Whether figures are raw values, or scores are put together otherwise than by adding points:
    /// an index of one's own with a mean, a scale or a rule for missing values.
    pub fn is_composite(&self) -> bool {
        HAS_OWN_INDICES && self.is_composite
    }

    /// The indicator at a node of this framework.
    ///
    /// A node of another framework that does not exist here gives the root.
    pub fn indicator(&self, node: Node) -> &Indicator {
        self.nodes.get(node.row()).unwrap_or_else(|| self.root())
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "the root is put in by the constructor"
    )]
    fn root(&self) -> &Indicator {
        &self.nodes[0]
    }

    /// The node with this id; the root has none.
    pub fn node(&self, id: &str) -> Option<Node> {
        let place = self.place(id).ok()?;
        self.by_id.get(place).copied()
    }

    /// Where an id stands among all ids, or where it would.
    fn place(&self, id: &str) -> Result<usize, usize> {
        self.by_id
            .binary_search_by(|&node| self.indicator(node).id.as_str().cmp(id))
    }

    /// All nodes but the root, parents first.
    pub fn nodes(&self) -> impl Iterator<Item = Node> + '_ {
        (1..self.nodes.len()).map(Node)
    }

    /// How many rows a table with one row per node has, root included.
    pub fn rows(&self) -> usize {
        self.nodes.len()
    }

    /// The main indicators that count, in the framework's order.
    pub fn mains(&self) -> impl Iterator<Item = Node> + '_ {
        self.mains.iter().copied()
    }

    /// Main indicators by the group that they stand in, in the framework's order; those without one stand in
    /// the root.
    pub fn main_groups(&self) -> Vec<(Node, Vec<Node>)> {
        let mut groups: Vec<(Node, Vec<Node>)> = Vec::new();
        for node in self.mains() {
            let group = self.indicator(node).parent.unwrap_or(Node::ROOT);
            match groups.last_mut() {
                Some((last, mains)) if *last == group => mains.push(node),
                _ => groups.push((group, vec![node])),
            }
        }
        groups
    }

    /// The scored children of a node.
    pub fn scored_children(&self, node: Node) -> impl Iterator<Item = Node> + '_ {
        self.indicator(node)
            .children
            .iter()
            .copied()
            .filter(|&n| self.indicator(n).scored)
    }

    /// Whether `ancestor` stands above `node`.
    pub fn is_above(&self, ancestor: Node, node: Node) -> bool {
        let mut above = self.indicator(node).parent;
        while let Some(parent) = above {
            if parent == ancestor {
                return true;
            }
            above = self.indicator(parent).parent;
        }
        false
    }

    /// Max points of the whole.
    pub fn total(&self) -> MaxPoints {
        self.root().max_points
    }

    /// The pillars.
    pub fn pillars(&self) -> &[Pillar] {
        &self.pillars
    }
}

fn root() -> Indicator {
    Indicator {
        id: "total".to_owned(),
        level: Level::Root,
        ..Indicator::default()
    }
}

#[cfg(test)]
impl IndicatorDraft {
    /// An indicator below another one, for tests of what is done with a framework.
    pub(crate) fn of(id: &str, level: Level, parent: Option<&str>, max_points: u32) -> Self {
        Self {
            parent: parent.map(str::to_owned),
            indicator: Indicator {
                id: id.to_owned(),
                level,
                max_points: MaxPoints::try_new(max_points).unwrap_or_default(),
                ..Indicator::default()
            },
        }
    }
}
