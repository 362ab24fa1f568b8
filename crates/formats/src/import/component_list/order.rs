//! Which main indicators the first numbers of a list mean where no row names these. Lists follow the
//! decision's order, or that of the ministry's scoring sheet, where what is not scored comes last: in
//! Decision 922 the sixth is the smart city, in the sheet digital government.

use super::position::number_key;
use crate::fold;
use crate::import::columns::Sheet;
use crate::import::headings::without_around;
use crate::import::numbering::{main_named, parts};
use crate::import::numbers::number;
use crate::import::{Choices, Meaning};
use dti_engine::model::{Exact, Framework, Level, Node};

/// What the reader's own answer weighs: more than all that a list can tell.
const ANSWER: usize = 1_000;
/// What a row that names a main indicator weighs.
const NAMED: usize = 3;

/// The components below one first number.
struct Group {
    number: String,
    components: usize,
    points: Exact,
    /// Folded names, as one text.
    names: String,
}

/// What a first number stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place {
    /// This main indicator.
    Main(Node),
    /// Both orders are possible, and they differ here.
    Open,
    /// No main indicator has it.
    Nowhere,
}

/// The orders that a list may follow.
pub(super) struct Order {
    answers: Vec<(String, Node)>,
    /// Numbers that main indicators have in the framework itself.
    numbered: Vec<(String, Node)>,
    /// Those that fit equally well, by place.
    possible: Vec<Vec<Node>>,
}

impl Order {
    /// Weighs the orders by what a list tells: names, max points, how many components.
    pub(super) fn of(
        sheet: &Sheet<'_>,
        framework: &Framework,
        rows: &[usize],
        choices: &Choices,
    ) -> Self {
        let mains: Vec<Node> = framework
            .nodes()
            .filter(|&node| framework.indicator(node).level == Level::Main)
            .collect();
        let is_scored = |node: &&Node| framework.indicator(**node).scored;
        let scored = mains.iter().filter(is_scored);
        let others = mains.iter().filter(|node| !is_scored(node));
        let sheet_order: Vec<Node> = scored.chain(others).copied().collect();
        let known = choices.mains.iter();
        let known = known.filter_map(|(number, id)| Some((number.clone(), framework.node(id)?)));
        let answers: Vec<(String, Node)> = known.collect();
        let numbered = mains.iter().filter_map(|&node| {
            let own = framework.indicator(node).number.as_deref()?;
            Some((number_key(own), node))
        });
        let numbered = numbered.collect();
        let (groups, named) = told(sheet, framework, rows);
        let weight = |order: &[Node]| -> usize {
            let at = |number: &str| place(number).and_then(|place| order.get(place).copied());
            let is_at = |(number, node): &&(String, Node)| at(number) == Some(*node);
            let fits = groups
                .iter()
                .filter_map(|group| Some(fit(framework, group, at(&group.number)?)));
            fits.sum::<usize>()
                + NAMED * named.iter().filter(is_at).count()
                + ANSWER * answers.iter().filter(is_at).count()
        };
        let (decision, scoring) = (weight(&mains), weight(&sheet_order));
        let possible = match decision.cmp(&scoring) {
            std::cmp::Ordering::Greater => vec![mains],
            std::cmp::Ordering::Less => vec![sheet_order],
            std::cmp::Ordering::Equal => vec![mains, sheet_order],
        };
        Self {
            answers,
            numbered,
            possible,
        }
    }

    /// What a first number stands for.
    pub(super) fn main(&self, number: &str) -> Place {
        let own = self.answers.iter().chain(&self.numbered);
        if let Some((_, node)) = own.into_iter().find(|(own, _)| own == number) {
            return Place::Main(*node);
        }
        let Some(place) = place(number) else {
            return Place::Nowhere;
        };
        let mut nodes = self.possible.iter().map(|order| order.get(place).copied());
        let first = nodes.next().flatten();
        match first {
            None => Place::Nowhere,
            Some(_) if nodes.any(|other| other != first) => Place::Open,
            Some(node) => Place::Main(node),
        }
    }
}

fn place(number: &str) -> Option<usize> {
    number.parse::<usize>().ok()?.checked_sub(1)
}

/// What a list tells of its first numbers: the components below each, and the rows that name one.
fn told(
    sheet: &Sheet<'_>,
    framework: &Framework,
    rows: &[usize],
) -> (Vec<Group>, Vec<(String, Node)>) {
    let mut groups: Vec<Group> = Vec::new();
    let mut named = Vec::new();
    for &row in rows {
        let text = sheet.text(row, &Meaning::Number);
        let name = sheet.text(row, &Meaning::Name);
        let depth = parts(text).map_or(0, |parts| parts.len());
        let key = number_key(text);
        if depth == 1
            && let Some(node) = main_named(framework, name)
        {
            named.push((key, node));
        } else if depth == 2 {
            let points = number(sheet.text(row, &Meaning::MaxPoints), sheet.mark);
            let points = points.map_or(Exact::ZERO, |written| written.value);
            let at = groups.iter().position(|group| group.number == key);
            let at = at.unwrap_or_else(|| {
                groups.push(Group {
                    number: key,
                    components: 0,
                    points: Exact::ZERO,
                    names: String::new(),
                });
                groups.len() - 1
            });
            if let Some(group) = groups.get_mut(at) {
                group.components += 1;
                group.points = group.points + points;
                group.names.push_str(&format!(" {} ", fold(name)));
            }
        }
    }
    (groups, named)
}

/// How well the components below a number are those of a main indicator.
fn fit(framework: &Framework, group: &Group, node: Node) -> usize {
    let main = framework.indicator(node);
    let count = main.component_count.map(|count| count as usize);
    let has_count = count.unwrap_or(main.children.len()) == group.components;
    let has_points = main.scored && main.max_points.value() == group.points;
    let is_named = [&main.name.vi, &main.name.en].iter().any(|name| {
        let folded = fold(name);
        let bare = without_around(&folded);
        !bare.is_empty() && group.names.contains(&format!(" {bare} "))
    });
    usize::from(has_count) + usize::from(has_points) + usize::from(is_named)
}
