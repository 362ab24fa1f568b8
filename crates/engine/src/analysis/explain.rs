//! Why a rank moved: own effect, rivals' effect and the method's, adding up exactly (method 7).

use super::attribution::{is_no_sum, parts_of_change};
use super::summary::{in_rows, share};
use super::{aggregate, place_among, total};
use crate::model::{Exact, Framework, Maxima, Node, Origin, Scorecard, Ties, Value};

/// The change of a rank, split over those who moved; the three add up to it exactly.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Effects {
    /// Places due to the unit's own values; positive is worse.
    pub own: Exact,
    /// Places due to the values of all others.
    pub rivals: Exact,
    /// Places due to other weights; zero where the weights are the same.
    pub method: Exact,
    /// Where each of them leads by itself.
    pub alone: RanksAlone,
}

/// The rank after, had only one of those who moved done so: what the effects are means of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RanksAlone {
    /// Own values moved, all else stood still.
    pub own: u32,
    /// The values of all others moved.
    pub rivals: u32,
    /// The weights moved.
    pub method: u32,
}

/// Scores of all units with the values of one state: under the weights before, and after.
pub type Weighed<'a> = [&'a [Exact]; 2];

/// Each player's mean effect on the rank over all orders in which own values, rivals' values and
/// weights may move (Shapley). `before` and `after` are the rounded scores with the values of the
/// first and of the second state. With equal weights the third player never changes anything and
/// what is left is the mean over the two orders of the other two.
pub fn effects(position: usize, ties: Ties, before: Weighed<'_>, after: Weighed<'_>) -> Effects {
    let rank = |own: &[Exact], rivals: &[Exact]| {
        let others = rivals.iter().enumerate();
        let others = others.filter(|(row, _)| *row != position);
        let others: Vec<Exact> = others.map(|(_, rival)| *rival).collect();
        let score = own.get(position).copied().unwrap_or(Exact::ZERO);
        place_among(score, &others, ties)
    };
    let alone = RanksAlone {
        own: rank(after[0], before[0]),
        rivals: rank(before[0], after[0]),
        method: rank(before[1], before[1]),
    };
    let rank = |own: &[Exact], rivals: &[Exact]| i64::from(rank(own, rivals));
    let ([old, old_reweighed], [new_unweighed, new]) = (before, after);
    let nobody = rank(old, old);
    let [own, rivals, method] = [alone.own, alone.rivals, alone.method].map(i64::from);
    // All but one have moved.
    let [but_own, but_rivals, but_method] = [
        rank(old_reweighed, new),
        rank(new, old_reweighed),
        rank(new_unweighed, new_unweighed),
    ];
    let all = rank(new, new);
    let mean = |first: i64, second: i64, third: i64, last: i64| {
        Exact::fraction(2 * first + second + third + 2 * last, 6)
    };
    Effects {
        own: mean(
            own - nobody,
            but_method - rivals,
            but_rivals - method,
            all - but_own,
        ),
        rivals: mean(
            rivals - nobody,
            but_method - own,
            but_own - method,
            all - but_rivals,
        ),
        method: mean(
            method - nobody,
            but_rivals - own,
            but_own - rivals,
            all - but_method,
        ),
        alone,
    }
}

/// The unrounded total of a unit's values under other maxima: `own_total`, which they have under
/// their own, plus what the recomputed total changes. `card` holds the sums under their own.
pub fn reweighed(
    framework: &Framework,
    maxima: &Maxima,
    own_total: Exact,
    card: &Scorecard,
) -> Exact {
    let mut other = card.clone();
    aggregate(framework, maxima, &mut other);
    total(framework, maxima, own_total, card, &other)
}

/// Whether a card counts differently under other maxima depending on how its known sum was split
/// into estimates: the maxima of two estimated indicators change by different factors.
pub fn rests_on_estimates(
    framework: &Framework,
    [before, after]: [&Maxima; 2],
    card: &Scorecard,
) -> bool {
    let mut estimated = framework
        .mains()
        .filter(|&node| card.origin(node) == Some(Origin::Estimated));
    let Some(first) = estimated.next() else {
        return false;
    };
    estimated.any(|node| {
        after.of_node(node) * before.of_node(first) != after.of_node(first) * before.of_node(node)
    })
}

/// Whether two states start from the same figures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Basis {
    /// Two scenarios on one edition: an estimate that a what-if moves has moved by so much.
    SameEdition,
    /// Two editions: an estimate in either says nothing about the change.
    TwoEditions,
}

/// One unit in one state, on the nodes of the framework of the second state.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// Max points per node.
    pub maxima: &'a Maxima,
    /// Values under the scenario.
    pub card: &'a Scorecard,
    /// Values from which its what-ifs moved.
    pub present: &'a Scorecard,
    /// Score as it is ranked.
    pub score: Exact,
}

impl Seen<'_> {
    fn is_moved(&self, node: Node) -> bool {
        self.card.score(node) != self.present.score(node)
    }

    /// The value on a node; an estimate that nothing moved here gives way to that from which the
    /// other state moved, which may be known by then.
    fn value_beside(&self, other: &Self, node: Node) -> Option<Value> {
        let own = self.card.value(node)?;
        if own.origin == Origin::Estimated && !self.is_moved(node) {
            other.present.value(node)
        } else {
            Some(own)
        }
    }
}

/// What a part of a change of the score belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// A main indicator whose value is known in both states.
    Indicator(Node),
    /// What is not published separately, rounding, residuals, and rivals' movement.
    Rest,
}

/// One part of a change of the score, or of a gap between two scores.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Change {
    /// What it belongs to.
    pub part: Part,
    /// By how much, in score.
    pub change: Exact,
    /// Whether it starts from an estimate, or ends at one.
    pub estimated: bool,
}

/// One unit's way from the first state to the second.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Course {
    before: Exact,
    after: Exact,
    /// Change of `w x / W` per main indicator that is known in both states, in the framework's
    /// order, those without change included.
    known: Vec<(Node, Exact, bool)>,
}

/// How a unit came from one state to another, by the main indicators known in both.
pub fn course(framework: &Framework, basis: Basis, before: &Seen<'_>, after: &Seen<'_>) -> Course {
    if is_no_sum(framework, &[before.card, after.card]) {
        return course_of_mean(framework, before, after);
    }
    let mut known = Vec::new();
    for node in framework.mains() {
        let is_estimate = |value: Value| value.origin == Origin::Estimated;
        let is_hidden = [before, after]
            .iter()
            .any(|seen| seen.card.value(node).is_none_or(is_estimate));
        let is_moved = before.is_moved(node) || after.is_moved(node);
        if is_hidden && !(basis == Basis::SameEdition && is_moved) {
            continue;
        }
        let is_guess = |value: Value| value.origin.is_guess();
        let from = before.value_beside(after, node);
        let to = after.value_beside(before, node);
        if let (Some(from), Some(to)) = (from, to) {
            let change =
                share(after.maxima, node, to.score) - share(before.maxima, node, from.score);
            let change = in_rows(framework, change);
            known.push((node, change, is_guess(from) || is_guess(to)));
        }
    }
    Course {
        before: before.score,
        after: after.score,
        known,
    }
}

/// The same where the total is no sum.
fn course_of_mean(framework: &Framework, before: &Seen<'_>, after: &Seen<'_>) -> Course {
    let [then, now] = [before, after].map(|seen| (seen.maxima, seen.card));
    let is_guess = |node: Node| {
        [before, after]
            .iter()
            .any(|seen| seen.card.origin(node).is_some_and(Origin::is_guess))
    };
    let parts = parts_of_change(framework, then, now).into_iter();
    Course {
        before: before.score,
        after: after.score,
        known: parts
            .map(|(node, change)| (node, change, is_guess(node)))
            .collect(),
    }
}

impl Course {
    /// The change of the score, part by part, the rest last: they add up to it exactly.
    pub fn changes(&self) -> Vec<Change> {
        with_rest(self.after - self.before, self.known.clone())
    }

    /// The change of the gap by which `self` is ahead of `behind`, by the main indicators known of
    /// both units in both states, the rest last: they add up to it exactly.
    pub fn gap_changes(&self, behind: &Self) -> Vec<Change> {
        let mut known = Vec::new();
        // Both are in the framework's order.
        let mut rest = behind.known.as_slice();
        for &(node, theirs, is_guess) in &self.known {
            while let Some((&(other, mine, is_mine_guess), later)) = rest.split_first() {
                if other > node {
                    break;
                }
                rest = later;
                if other == node {
                    known.push((node, theirs - mine, is_guess || is_mine_guess));
                    break;
                }
            }
        }
        let gap = (self.after - behind.after) - (self.before - behind.before);
        with_rest(gap, known)
    }
}

fn with_rest(whole: Exact, known: Vec<(Node, Exact, bool)>) -> Vec<Change> {
    let mut rest = Change {
        part: Part::Rest,
        change: whole,
        estimated: false,
    };
    let mut changes = Vec::with_capacity(known.len() + 1);
    for (node, change, estimated) in known {
        rest.change = rest.change - change;
        changes.push(Change {
            part: Part::Indicator(node),
            change,
            estimated,
        });
    }
    changes.push(rest);
    changes
}

#[cfg(test)]
mod tests {
    use super::{
        Basis, Change, Course, Part, Seen, course, effects, rests_on_estimates, reweighed,
    };
    use crate::model::{
        Exact, Framework, FrameworkHeader, IndicatorDraft, Level, MaxPoints, Maxima, Mean, Node,
        Origin, Scorecard, Ties,
    };
    use Origin::{Derived, Entered, Estimated, Published};

    fn scores(units: [i64; 3]) -> Vec<Exact> {
        units.map(|units| Exact::decimal(units, 4)).to_vec()
    }

    /// The same by walking through all orders, one mover after the other.
    fn over_all_orders(tables: [[&[Exact]; 2]; 2]) -> [Exact; 3] {
        let rank = |moved: [bool; 3]| {
            let [own, rivals] = [moved[0], moved[1]]
                .map(|is_after| tables[usize::from(is_after)][usize::from(moved[2])]);
            let higher = rivals[1..].iter().filter(|rival| **rival > own[0]);
            i64::try_from(higher.count()).unwrap()
        };
        let orders = [
            [0, 1, 2],
            [0, 2, 1],
            [1, 0, 2],
            [1, 2, 0],
            [2, 0, 1],
            [2, 1, 0],
        ];
        let mut sums = [0; 3];
        for order in orders {
            let mut moved = [false; 3];
            for player in order {
                let before = rank(moved);
                moved[player] = true;
                sums[player] += rank(moved) - before;
            }
        }
        sums.map(|sum| Exact::fraction(sum, 6))
    }

    #[test]
    fn effects_are_the_means_over_all_orders() {
        let mut digits = 7_i64;
        let mut next = || {
            digits = (digits * 1_103 + 12_345) % 65_536;
            scores([digits % 7, digits / 7 % 7, digits / 49 % 7])
        };
        for _ in 0..500 {
            let states = [next(), next(), next(), next()];
            let tables = [[&*states[0], &*states[1]], [&*states[2], &*states[3]]];
            let effects = effects(0, Ties::Competition, tables[0], tables[1]);
            let given = [effects.own, effects.rivals, effects.method];
            assert_eq!(given, over_all_orders(tables), "{states:?}");
        }
    }

    #[test]
    fn two_players_share_what_only_both_together_do() {
        // The first falls and the second rises: either alone is enough to change places.
        let (old, new) = (scores([50, 40, 10]), scores([35, 55, 10]));
        let effects = effects(0, Ties::Competition, [&old, &old], [&new, &new]);
        let half = Exact::fraction(1, 2);
        assert_eq!((effects.own, effects.rivals), (half, half));
        assert_eq!(effects.method, Exact::ZERO);
        let alone = effects.alone;
        assert_eq!((alone.own, alone.rivals, alone.method), (2, 2, 1));
    }

    #[test]
    fn other_weights_alone_are_the_methods_effect() {
        let (old, reweighed) = (scores([50, 40, 10]), scores([30, 40, 45]));
        let effects = effects(0, Ties::Competition, [&old, &reweighed], [&old, &reweighed]);
        assert_eq!(effects.method, Exact::whole(2));
        assert_eq!((effects.own, effects.rivals), (Exact::ZERO, Exact::ZERO));
    }

    #[test]
    fn a_tie_is_no_step_ahead() {
        let (old, new) = (scores([50, 40, 10]), scores([40, 40, 40]));
        let effects = effects(0, Ties::Competition, [&old, &old], [&new, &new]);
        assert_eq!(effects.own + effects.rivals + effects.method, Exact::ZERO);
    }

    #[test]
    fn the_rest_makes_the_parts_of_a_gap_add_up() {
        let course = |before, after, known| Course {
            before: Exact::decimal(before, 4),
            after: Exact::decimal(after, 4),
            known,
        };
        let mine = course(
            7000,
            7100,
            vec![(Node::ROOT, Exact::fraction(1, 300), false)],
        );
        let theirs = course(6900, 7200, vec![(Node::ROOT, Exact::fraction(1, 30), true)]);
        let changes = theirs.gap_changes(&mine);
        let sum: Exact = changes.iter().map(|change| change.change).sum();
        assert_eq!(sum, Exact::decimal(200, 4));
        let first = Change {
            part: Part::Indicator(Node::ROOT),
            change: Exact::fraction(3, 100),
            estimated: true,
        };
        assert_eq!(changes.first(), Some(&first));
        assert_eq!(changes.last().map(|rest| rest.part), Some(Part::Rest));
    }

    const IDS: [&str; 3] = ["a", "b", "c"];

    /// `a` of 100 points, `b` and `c` of 50 each.
    fn framework(mean: Mean) -> Framework {
        let points = [100, 50, 50];
        let draft = |(id, points)| IndicatorDraft::of(id, Level::Main, None, points);
        let drafts = IDS.into_iter().zip(points).map(draft).collect();
        let header = FrameworkHeader {
            mean,
            ..FrameworkHeader::default()
        };
        Framework::try_new(header, drafts, vec![]).unwrap()
    }

    fn maxima(framework: &Framework, points: [u32; 3]) -> Maxima {
        let points = points.map(|points| MaxPoints::try_new(points).unwrap());
        let nodes = IDS.map(|id| framework.node(id).unwrap());
        Maxima::changed(framework, &nodes.into_iter().zip(points).collect())
    }

    /// Hundredths and their origins on `a`, `b` and `c`; what has none is not there.
    type Given = [Option<(i64, Origin)>; 3];

    fn card(framework: &Framework, given: Given) -> Scorecard {
        let mut card = Scorecard::empty(framework);
        for (id, value) in IDS.into_iter().zip(given) {
            if let Some((hundredths, origin)) = value {
                let score = Exact::decimal(hundredths, 2);
                card.put(framework.node(id).unwrap(), score, origin);
            }
        }
        card
    }

    fn all(origin: Origin, hundredths: [i64; 3]) -> Given {
        hundredths.map(|hundredths| Some((hundredths, origin)))
    }

    #[test]
    fn other_weights_move_a_total_by_what_they_move_the_sum() {
        let framework = framework(Mean::Arithmetic);
        let mut card = card(&framework, all(Published, [50, 20, 80]));
        // 50 + 10 + 40 of 200 are .5; of 100, 150 and 50 points they are 50 + 30 + 40 of 300, .4.
        card.put(Node::ROOT, Exact::decimal(50, 2), Derived);
        let other = maxima(&framework, [100, 150, 50]);
        let total = reweighed(&framework, &other, Exact::decimal(53, 2), &card);
        assert_eq!(total, Exact::decimal(43, 2));
    }

    #[test]
    fn estimates_matter_where_their_weights_move_apart() {
        let framework = framework(Mean::Arithmetic);
        let rests = |given: Given, points| {
            let maxima = [Maxima::of(&framework), maxima(&framework, points)];
            let card = card(&framework, given);
            rests_on_estimates(&framework, maxima.each_ref(), &card)
        };
        let with = |origins: [Origin; 3]| origins.map(|origin| Some((50, origin)));
        let two = with([Estimated, Estimated, Published]);
        assert!(!rests(two, [100, 50, 50]));
        // Both twice, with whatever beside them.
        assert!(!rests(two, [200, 100, 70]));
        assert!(rests(two, [200, 50, 50]));
        assert!(rests(two, [100, 60, 50]));
        assert!(!rests(
            with([Published, Estimated, Published]),
            [100, 60, 50]
        ));
        assert!(!rests(with([Published; 3]), [300, 60, 50]));
        assert!(rests(
            with([Published, Estimated, Estimated]),
            [100, 50, 60]
        ));
    }

    /// One state: what the unit started from, and what it has.
    type State = [Given; 2];

    /// Changes in thousandths, and whether they are estimates, by `a`, `b`, `c` and the rest.
    fn told(basis: Basis, states: [State; 2], points: [[u32; 3]; 2]) -> Vec<(String, i64, bool)> {
        let framework = framework(Mean::Arithmetic);
        let cards = states.map(|state| state.map(|given| card(&framework, given)));
        let maxima = points.map(|points| maxima(&framework, points));
        let [before, after] = [(0, 600), (1, 700)].map(|(state, thousandths)| Seen {
            maxima: &maxima[state],
            present: &cards[state][0],
            card: &cards[state][1],
            score: Exact::decimal(thousandths, 3),
        });
        let changes = course(&framework, basis, &before, &after).changes();
        let row = |change: &Change| {
            let name = match change.part {
                Part::Indicator(node) => framework.indicator(node).id.clone(),
                Part::Rest => "rest".to_owned(),
            };
            let thousandths = change.change.round_half_up(3);
            assert_eq!(change.change, Exact::decimal(thousandths, 3));
            (name, thousandths, change.estimated)
        };
        changes.iter().map(row).collect()
    }

    fn rows<const N: usize>(rows: [(&str, i64, bool); N]) -> Vec<(String, i64, bool)> {
        rows.map(|(name, change, is_guess)| (name.to_owned(), change, is_guess))
            .to_vec()
    }

    const OWN: [[u32; 3]; 2] = [[100, 50, 50]; 2];

    #[test]
    fn each_year_counts_with_its_own_figures_and_weights() {
        let [old, new] = [[60, 40, 20], [70, 40, 60]].map(|units| all(Published, units));
        let years = [[old, old], [new, new]];
        // Half of .1, a quarter of .4; nothing is left of .1.
        let expected = rows([
            ("a", 50, false),
            ("b", 0, false),
            ("c", 100, false),
            ("rest", -50, false),
        ]);
        for basis in [Basis::TwoEditions, Basis::SameEdition] {
            assert_eq!(told(basis, years, OWN), expected);
        }
        // Of 250 points: .42 less .3, .08 less .1, .12 less .05.
        let expected = rows([
            ("a", 120, false),
            ("b", -20, false),
            ("c", 70, false),
            ("rest", -70, false),
        ]);
        let points = [[100, 50, 50], [150, 50, 50]];
        assert_eq!(told(Basis::TwoEditions, years, points), expected);
    }

    #[test]
    fn an_estimate_of_a_year_says_nothing_about_a_change() {
        let old = [Some((60, Published)), Some((40, Estimated)), None];
        let mut new = all(Published, [70, 50, 60]);
        let years = [[old, old], [new, new]];
        let expected = rows([("a", 50, false), ("rest", 50, false)]);
        for basis in [Basis::TwoEditions, Basis::SameEdition] {
            assert_eq!(told(basis, years, OWN), expected);
            let [before, after] = years;
            let back = rows([("a", -50, false), ("rest", 150, false)]);
            assert_eq!(told(basis, [after, before], OWN), back);
        }
        // Moved by hand, and yet not known before.
        new[1] = Some((80, Entered));
        let years = [[old, old], [all(Published, [70, 50, 60]), new]];
        assert_eq!(told(Basis::TwoEditions, years, OWN), expected);
    }

    #[test]
    fn an_estimate_that_was_moved_has_a_row_of_its_own() {
        let present = all(Estimated, [60, 40, 20]);
        let mut moved = present;
        moved[1] = Some((80, Entered));
        // A quarter of .4.
        let states = [[present, present], [present, moved]];
        let expected = rows([("b", 100, true), ("rest", 0, false)]);
        assert_eq!(told(Basis::SameEdition, states, OWN), expected);
        let [before, after] = states;
        let back = rows([("b", -100, true), ("rest", 200, false)]);
        assert_eq!(told(Basis::SameEdition, [after, before], OWN), back);
        // An estimate that follows a what-if above or beside it ends at one.
        let mut followed = present;
        followed[1] = Some((80, Estimated));
        let states = [[present, present], [present, followed]];
        assert_eq!(told(Basis::SameEdition, states, OWN), expected);
        // What was found out since is where both start from: .5 to .8 are .075.
        let mut known = present;
        known[1] = Some((50, Entered));
        let states = [[present, present], [known, moved]];
        let expected = rows([("b", 75, false), ("rest", 25, false)]);
        assert_eq!(told(Basis::SameEdition, states, OWN), expected);
        let [before, after] = states;
        let back = rows([("b", -75, false), ("rest", 175, false)]);
        assert_eq!(told(Basis::SameEdition, [after, before], OWN), back);
        // Two what-ifs on it: from one to the other.
        let mut less = present;
        less[1] = Some((60, Entered));
        let states = [[present, less], [present, moved]];
        let expected = rows([("b", 50, false), ("rest", 50, false)]);
        assert_eq!(told(Basis::SameEdition, states, OWN), expected);
    }

    #[test]
    fn what_is_no_sum_has_all_its_indicators_in_the_course() {
        let framework = framework(Mean::Geometric);
        let [mut before, after] =
            [[64, 36, 36], [81, 36, 36]].map(|units| card(&framework, all(Published, units)));
        before.put(
            framework.node("b").unwrap(),
            Exact::decimal(36, 2),
            Estimated,
        );
        let maxima = Maxima::of(&framework);
        // The roots of .64 * .36 and .81 * .36.
        let seen = |card, hundredths| Seen {
            maxima: &maxima,
            card,
            present: card,
            score: Exact::decimal(hundredths, 2),
        };
        let course = |before, after| {
            let changes = course(&framework, Basis::TwoEditions, before, after).changes();
            let row = |change: &Change| (change.change.round_half_up(9), change.estimated);
            changes.iter().map(row).collect::<Vec<_>>()
        };
        let (before, after) = (seen(&before, 48), seen(&after, 54));
        let expected = |change| vec![(change, false), (0, true), (0, false), (0, false)];
        assert_eq!(course(&before, &after), expected(60_000_000));
        assert_eq!(course(&after, &before), expected(-60_000_000));
    }

    #[test]
    fn a_gap_names_what_is_known_of_both() {
        let framework = framework(Mean::Arithmetic);
        let node = |id: &str| framework.node(id).unwrap();
        let course = |before, after, known: &[(&str, i64, bool)]| Course {
            before: Exact::decimal(before, 2),
            after: Exact::decimal(after, 2),
            known: known
                .iter()
                .map(|&(id, change, is_guess)| (node(id), Exact::decimal(change, 2), is_guess))
                .collect(),
        };
        let gap = |ahead: &Course, behind: &Course| {
            let row = |change: &Change| {
                let name = match change.part {
                    Part::Indicator(node) => framework.indicator(node).id.as_str(),
                    Part::Rest => "rest",
                };
                (name, change.change.round_half_up(2), change.estimated)
            };
            ahead
                .gap_changes(behind)
                .iter()
                .map(row)
                .collect::<Vec<_>>()
        };
        let whole = course(40, 52, &[("a", 3, false), ("b", 5, true), ("c", 4, false)]);
        let holed = course(50, 51, &[("a", 1, false), ("c", -2, true)]);
        // From .10 behind to .01 ahead.
        let expected = [("a", 2, false), ("c", 6, true), ("rest", 3, false)];
        assert_eq!(gap(&whole, &holed), expected);
        let back = [("a", -2, false), ("c", -6, true), ("rest", -3, false)];
        assert_eq!(gap(&holed, &whole), back);
        let middle = course(50, 51, &[("b", 1, false)]);
        let expected = [("b", 4, true), ("rest", 7, false)];
        assert_eq!(gap(&whole, &middle), expected);
        assert_eq!(gap(&holed, &middle), [("rest", 0, false)]);
        assert_eq!(gap(&middle, &holed), [("rest", 0, false)]);
    }
}
