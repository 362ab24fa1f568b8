//! A framework with the components of a list below its main indicators.

use super::{
    ComponentList, Exact, Framework, FrameworkError, Indicator, IndicatorDraft, Level,
    ListedComponent, MaxPoints, Node, POINTS_DECIMALS, Pillar, RuleKind,
};

/// Longest id, as links allow it.
const LONGEST_ID: usize = 64;

/// Why a list of components does not fit a framework. Rows are counted from 1.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ComponentListFault {
    /// A list for another framework.
    #[error("this list is for the framework `{given}`, not for `{framework}`; choose that one")]
    OtherFramework {
        /// The framework that the list names.
        given: String,
        /// The one at hand.
        framework: String,
    },
    /// An id that links and files cannot hold.
    #[error(
        "row {row}: the id `{id}` is not allowed; use at most 64 lower-case letters, digits, `_`, \
         `-` and `.`"
    )]
    BadId {
        /// The row.
        row: usize,
        /// The id.
        id: String,
    },
    /// Two rows with one id, or a row with the id of another indicator.
    #[error("row {row}: the id `{id}` stands in the framework already; ids must be different")]
    DuplicateId {
        /// The row.
        row: usize,
        /// The id.
        id: String,
    },
    /// Two rows with one number.
    #[error("row {row}: the number {number} stands in row {first} already; correct one of them")]
    DuplicateNumber {
        /// The row.
        row: usize,
        /// The number.
        number: String,
        /// The row that has it first.
        first: usize,
    },
    /// A parent that neither the framework has nor an earlier row gives.
    #[error(
        "row {row}: `{id}` stands below `{parent}`, which is neither a main indicator nor a \
         component in a row above; correct the parent or the order"
    )]
    UnknownParent {
        /// The row.
        row: usize,
        /// The id.
        id: String,
        /// The parent that it names.
        parent: String,
    },
    /// A row below a group.
    #[error(
        "row {row}: `{id}` cannot stand below `{parent}`; components stand below a main indicator, \
         criteria below a component or a criterion"
    )]
    WrongLevel {
        /// The row.
        row: usize,
        /// The id.
        id: String,
        /// The parent.
        parent: String,
    },
    /// Max points beyond what one indicator may have.
    #[error("row {row}: `{id}` cannot have {} max points; use 0 to 10000", short(*.given))]
    MaxPointsOutOfRange {
        /// The row.
        row: usize,
        /// The id.
        id: String,
        /// What was given.
        given: Exact,
    },
    /// Components that do not add up to their main indicator, or criteria to their component.
    #[error(
        "what is listed below `{parent}` adds up to {} points, but its max points are {}; complete \
         or correct the rows below it", short(*.sum), short(*.stated)
    )]
    WrongSum {
        /// The main indicator or component.
        parent: String,
        /// The row of a component; `None` for a main indicator.
        row: Option<usize>,
        /// What its rows add up to.
        sum: Exact,
        /// Its max points.
        stated: Exact,
    },
    /// Anything else that a framework cannot be built from.
    #[error(transparent)]
    Tree(FrameworkError),
}

fn short(points: Exact) -> String {
    points.to_short_text(POINTS_DECIMALS)
}

impl Framework {
    /// This framework with the components (and criteria) of a list below its main indicators. The
    /// list takes the place of what stood below the main indicators that it names. Nodes of main
    /// indicators and groups stay what they were.
    pub fn with_components(&self, list: &ComponentList) -> Result<Self, ComponentListFault> {
        if list.framework != self.id() {
            let (given, framework) = (list.framework.clone(), self.id().to_owned());
            return Err(ComponentListFault::OtherFramework { given, framework });
        }
        check_numbers(&list.rows)?;
        let mut drafts = self.drafts(|main| {
            let id = &self.indicator(main).id;
            list.rows.iter().any(|row| row.parent == *id)
        });
        for (place, listed) in list.rows.iter().enumerate() {
            let draft = draft(&drafts, place + 1, listed)?;
            drafts.push(draft);
        }
        check_sums(&drafts, &list.rows)?;
        self.rebuilt(drafts).map_err(ComponentListFault::Tree)
    }

    /// Everything that stays: all but what stands below the main indicators that `is_replaced` picks.
    fn drafts(&self, is_replaced: impl Fn(Node) -> bool) -> Vec<IndicatorDraft> {
        let mains = self
            .nodes()
            .filter(|&n| self.indicator(n).level == Level::Main);
        let replaced: Vec<Node> = mains.filter(|&main| is_replaced(main)).collect();
        let stays = |node: &Node| !replaced.iter().any(|&main| self.is_above(main, *node));
        let draft = |node: Node| {
            let indicator = self.indicator(node);
            let parent = indicator.parent.filter(|&parent| parent != Node::ROOT);
            let mut indicator = indicator.clone();
            if indicator.level < Level::Main {
                // Added up again.
                indicator.max_points = MaxPoints::default();
            }
            IndicatorDraft {
                parent: parent.map(|parent| self.indicator(parent).id.clone()),
                indicator,
            }
        };
        self.nodes().filter(stays).map(draft).collect()
    }

    fn rebuilt(&self, drafts: Vec<IndicatorDraft>) -> Result<Self, FrameworkError> {
        let pillars = self.pillars().iter().map(|pillar| {
            let members = pillar.members.iter();
            let ids = members.map(|&node| self.indicator(node).id.clone());
            let empty = Pillar {
                members: Vec::new(),
                ..pillar.clone()
            };
            (empty, ids.collect())
        });
        Self::try_new(self.header().clone(), drafts, pillars.collect())
    }
}

/// A row of a list as an indicator below those that stand already.
fn draft(
    above: &[IndicatorDraft],
    row: usize,
    listed: &ListedComponent,
) -> Result<IndicatorDraft, ComponentListFault> {
    let id = listed.id.clone();
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-.".contains(c);
    if id.is_empty() || id.len() > LONGEST_ID || !id.chars().all(allowed) {
        return Err(ComponentListFault::BadId { row, id });
    }
    if named(above, &id).is_some() {
        return Err(ComponentListFault::DuplicateId { row, id });
    }
    let parent = listed.parent.clone();
    let Some(found) = named(above, &parent) else {
        return Err(ComponentListFault::UnknownParent { row, id, parent });
    };
    let level = match found.level {
        Level::Main => Level::Component,
        Level::Component | Level::Criterion => Level::Criterion,
        _ => return Err(ComponentListFault::WrongLevel { row, id, parent }),
    };
    let Some(max_points) = MaxPoints::of_hundredths(listed.max_points) else {
        let given = Exact::decimal(i64::from(listed.max_points), POINTS_DECIMALS);
        return Err(ComponentListFault::MaxPointsOutOfRange { row, id, given });
    };
    Ok(IndicatorDraft {
        parent: Some(parent),
        indicator: Indicator {
            id,
            number: listed.number.clone(),
            name: listed.name.clone(),
            level,
            max_points,
            // Nothing below what is not scored gives points.
            scored: listed.scored && found.scored && listed.rule.kind != RuleKind::Unscored,
            rule: listed.rule.clone(),
            ..Indicator::default()
        },
    })
}

fn named<'a>(drafts: &'a [IndicatorDraft], id: &str) -> Option<&'a Indicator> {
    let mut indicators = drafts.iter().map(|draft| &draft.indicator);
    indicators.find(|indicator| indicator.id == id)
}

fn check_numbers(rows: &[ListedComponent]) -> Result<(), ComponentListFault> {
    for (place, listed) in rows.iter().enumerate() {
        // Some lists count from 1 again below each main indicator.
        let is_whole = listed
            .number
            .as_ref()
            .is_some_and(|number| number.contains('.'));
        let is_same = |other: &ListedComponent| {
            other.number == listed.number && (is_whole || other.parent == listed.parent)
        };
        let mut before = rows.iter().take(place).zip(1..);
        let first = before.find(|(other, _)| is_same(other));
        if let (Some((_, first)), Some(number)) = (first, &listed.number) {
            return Err(ComponentListFault::DuplicateNumber {
                row: place + 1,
                number: number.clone(),
                first,
            });
        }
    }
    Ok(())
}

/// Whether what is listed below each parent adds up to its max points.
fn check_sums(
    drafts: &[IndicatorDraft],
    rows: &[ListedComponent],
) -> Result<(), ComponentListFault> {
    for draft in drafts.iter().filter(|d| d.indicator.level >= Level::Main) {
        let parent = &draft.indicator;
        let stated = parent.max_points;
        // A component may leave its max points to its criteria.
        let is_open = parent.level > Level::Main && stated == MaxPoints::default();
        let sum = sum_below(drafts, parent).filter(|sum| *sum != stated && !is_open);
        if let Some(sum) = sum {
            let mut row = rows.iter().zip(1..);
            return Err(ComponentListFault::WrongSum {
                parent: parent.id.clone(),
                row: row.find(|(own, _)| own.id == parent.id).map(|(_, row)| row),
                sum: sum.value(),
                stated: stated.value(),
            });
        }
    }
    Ok(())
}

/// What stands below an indicator in points; `None` where nothing does.
fn sum_below(drafts: &[IndicatorDraft], parent: &Indicator) -> Option<MaxPoints> {
    let is_child = |other: &&IndicatorDraft| other.parent.as_deref() == Some(&*parent.id);
    let children: Vec<&Indicator> = drafts
        .iter()
        .filter(is_child)
        .map(|draft| &draft.indicator)
        .collect();
    let points = |child: &&Indicator| match child.max_points {
        own if own == MaxPoints::default() => sum_below(drafts, child).unwrap_or_default(),
        own => own,
    };
    let scored = children.iter().copied().filter(|child| child.scored);
    (!children.is_empty()).then(|| MaxPoints::sum_of(scored.map(|child| points(&child))))
}

#[cfg(test)]
mod tests {
    use super::ComponentListFault;
    use crate::model::{
        ComponentList, Exact, Framework, FrameworkHeader, Indicator, IndicatorDraft, Level,
        ListedComponent, MaxPoints, Rule, RuleKind,
    };

    /// A group of two main indicators of 100 and 30 points, and one that is not scored.
    fn framework() -> Framework {
        let draft = |id: &str, parent: Option<&str>, level, points, count| IndicatorDraft {
            parent: parent.map(str::to_owned),
            indicator: Indicator {
                id: id.to_owned(),
                level,
                max_points: MaxPoints::try_new(points).unwrap(),
                scored: id != "smart",
                component_count: count,
                ..Indicator::default()
            },
        };
        let drafts = vec![
            draft("group", None, Level::Group, 0, None),
            draft("left", Some("group"), Level::Main, 100, Some(11)),
            draft("right", Some("group"), Level::Main, 30, Some(2)),
            draft("smart", None, Level::Main, 0, Some(3)),
        ];
        let header = FrameworkHeader {
            id: "own".into(),
            ..FrameworkHeader::default()
        };
        Framework::try_new(header, drafts, vec![]).unwrap()
    }

    fn row(id: &str, parent: &str, points: u32) -> ListedComponent {
        ListedComponent {
            id: id.to_owned(),
            parent: parent.to_owned(),
            number: Some(id.replace("right", "2")),
            max_points: points * 100,
            scored: true,
            ..ListedComponent::default()
        }
    }

    fn list(rows: Vec<ListedComponent>) -> ComponentList {
        let framework = "own".to_owned();
        ComponentList { framework, rows }
    }

    fn good() -> Vec<ListedComponent> {
        vec![
            row("right.1", "right", 20),
            row("right.2", "right", 0),
            row("right.2.1", "right.2", 4),
            row("right.2.2", "right.2", 6),
        ]
    }

    #[track_caller]
    fn expect_fault(rows: Vec<ListedComponent>, sentence: &str) {
        let fault = framework().with_components(&list(rows)).unwrap_err();
        assert_eq!(fault.to_string(), sentence);
    }

    #[test]
    fn components_and_criteria_stand_below_what_was_there() {
        let plain = framework();
        let with = plain.with_components(&list(good())).unwrap();
        for node in plain.nodes() {
            assert_eq!(plain.indicator(node).id, with.indicator(node).id);
        }
        let right = with.node("right").unwrap();
        assert_eq!(with.scored_children(right).count(), 2);
        let component = with.indicator(with.node("right.2").unwrap());
        assert_eq!(
            (component.level, component.children.len()),
            (Level::Component, 2)
        );
        assert_eq!(component.max_points, MaxPoints::try_new(10).unwrap());
        let left = with.indicator(with.node("left").unwrap());
        assert!(left.children.is_empty(), "the list leaves it out");
        assert_eq!(with.total(), plain.total());
    }

    #[test]
    fn a_list_takes_the_place_of_another_list() {
        let mut first = good();
        first.truncate(1);
        first[0].max_points = 3_000;
        let once = framework().with_components(&list(first)).unwrap();
        assert!(once.node("right.1").is_some() && once.node("right.2").is_none());
        let again = once.with_components(&list(good())).unwrap();
        let plain = framework().with_components(&list(good())).unwrap();
        assert_eq!(format!("{again:?}"), format!("{plain:?}"));
    }

    #[test]
    fn nothing_below_an_unscored_main_indicator_is_scored() {
        let with = framework()
            .with_components(&list(vec![row("smart.1", "smart", 9)]))
            .unwrap();
        assert!(!with.indicator(with.node("smart.1").unwrap()).scored);
        let mut rows = good();
        rows.push(ListedComponent {
            rule: Rule::from(RuleKind::Unscored),
            ..row("right.3", "right", 5)
        });
        let with = framework().with_components(&list(rows)).unwrap();
        assert!(!with.indicator(with.node("right.3").unwrap()).scored);
    }

    #[test]
    fn a_main_indicator_that_does_not_add_up_names_both_sums() {
        let mut rows = good();
        rows.pop();
        expect_fault(
            rows,
            "what is listed below `right` adds up to 24 points, but its max points are 30; \
             complete or correct the rows below it",
        );
        let mut rows = good();
        rows[1].max_points = 1100;
        let fault = framework().with_components(&list(rows)).unwrap_err();
        let (sum, stated) = (Exact::whole(31), Exact::whole(30));
        let (parent, row) = ("right".to_owned(), None);
        assert_eq!(
            fault,
            ComponentListFault::WrongSum {
                parent,
                row,
                sum,
                stated
            }
        );
    }

    #[test]
    fn faults_name_the_row() {
        let with = |change: fn(&mut ListedComponent)| {
            let mut rows = good();
            change(&mut rows[2]);
            rows
        };
        expect_fault(
            with(|row| row.id = "right.1".into()),
            "row 3: the id `right.1` stands in the framework already; ids must be different",
        );
        expect_fault(
            with(|row| row.id = "Right".into()),
            "row 3: the id `Right` is not allowed; use at most 64 lower-case letters, digits, \
             `_`, `-` and `.`",
        );
        expect_fault(
            with(|row| row.number = Some("2.1".into())),
            "row 3: the number 2.1 stands in row 1 already; correct one of them",
        );
        expect_fault(
            with(|row| row.parent = "moon".into()),
            "row 3: `right.2.1` stands below `moon`, which is neither a main indicator nor a \
             component in a row above; correct the parent or the order",
        );
        expect_fault(
            with(|row| row.parent = "group".into()),
            "row 3: `right.2.1` cannot stand below `group`; components stand below a main \
             indicator, criteria below a component or a criterion",
        );
        expect_fault(
            with(|row| row.max_points = 1_000_001),
            "row 3: `right.2.1` cannot have 10000.01 max points; use 0 to 10000",
        );
        let other = ComponentList {
            framework: "else".into(),
            rows: Vec::new(),
        };
        let fault = framework().with_components(&other).unwrap_err();
        assert!(fault.to_string().contains("`else`"), "{fault}");
    }
}
