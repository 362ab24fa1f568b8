//! Explanations of small editions, worked out by hand.

use super::small::{Published, edition, framework, named};
use crate::analysis::{Change, Part};
use crate::calculator::{Calculator, ErrorCode, Explanation};
use crate::catalogue::Catalogue;
use crate::model::{
    EditionHeader, Entry, Exact, FrameworkHeader, Kind, MaxPoints, Override, Rivals, Scenario,
    Score, Ties,
};

const BEFORE: [Published<'_>; 7] = [
    ("u", None, &[("a", 60), ("b", 60)]),
    ("k", None, &[("a", 90), ("b", 90)]),
    ("w", None, &[("a", 70), ("b", 70)]),
    ("v", None, &[("a", 50), ("b", 50)]),
    ("t", None, &[("a", 40), ("b", 40)]),
    ("z", None, &[("a", 10), ("b", 10)]),
    ("y", None, &[("a", 10), ("b", 10)]),
];

const AFTER: [Published<'_>; 7] = [
    ("u", None, &[("a", 50), ("b", 60)]),
    ("k", None, &[("a", 90), ("b", 90)]),
    ("w", None, &[("a", 40), ("b", 60)]),
    ("v", None, &[("a", 80), ("b", 50)]),
    ("t", None, &[("a", 50), ("b", 60)]),
    ("z", None, &[("a", 60), ("b", 60)]),
    ("y", None, &[("a", 60), ("b", 60)]),
];

/// `BEFORE` with other values of `w` and `v`.
const REWEIGHED: [Published<'_>; 7] = [
    ("u", None, &[("a", 60), ("b", 60)]),
    ("k", None, &[("a", 90), ("b", 90)]),
    ("w", None, &[("a", 90), ("b", 58)]),
    ("v", None, &[("a", 20), ("b", 80)]),
    ("t", None, &[("a", 40), ("b", 40)]),
    ("z", None, &[("a", 10), ("b", 10)]),
    ("y", None, &[("a", 10), ("b", 10)]),
];

const CLOSE: [Published<'_>; 2] = [
    ("u", None, &[("a", 54), ("b", 54)]),
    ("v", None, &[("a", 52), ("b", 52)]),
];

const HIDDEN: [Published<'_>; 2] = [("u", Some(50), &[]), ("v", None, &[("a", 40), ("b", 40)])];

const SHOWN: [Published<'_>; 2] = [
    ("u", None, &[("a", 50), ("b", 50)]),
    ("v", None, &[("a", 40), ("b", 40)]),
];

const THREE: [Published<'_>; 2] = [
    ("u", None, &[("a", 50), ("b", 50), ("c", 50)]),
    ("v", None, &[("a", 40), ("b", 40), ("c", 40)]),
];

/// Published beside the sum: the unit with everything has .95, and the other .97.
const BESIDE: [Published<'_>; 2] = [
    ("u", Some(95), &[("a", 100), ("b", 100)]),
    ("v", Some(97), &[("a", 90), ("b", 90)]),
];

fn calculator() -> Calculator {
    let plain = FrameworkHeader::default;
    let even = framework(plain(), &[("a", 100), ("b", 100)]);
    // The other way round, too.
    let uneven = framework(plain(), &[("b", 300), ("a", 100)]);
    let tenths = FrameworkHeader {
        decimals: Some(1),
        ..plain()
    };
    let rounded = framework(tenths, &[("a", 100), ("b", 100)]);
    let dense = FrameworkHeader {
        ties: Ties::Dense,
        ..plain()
    };
    let dense = framework(dense, &[("a", 100), ("b", 100)]);
    let three = framework(plain(), &[("a", 100), ("b", 100), ("c", 100)]);
    let hidden = |id| EditionHeader {
        profile: Some("close".to_owned()),
        ..named(id)
    };
    let editions = vec![
        edition(named("before"), &even, &BEFORE),
        edition(named("after"), &even, &AFTER),
        edition(named("reweighed"), &uneven, &REWEIGHED),
        edition(named("close"), &even, &CLOSE),
        edition(named("rounded"), &rounded, &CLOSE),
        edition(named("dense"), &dense, &CLOSE),
        edition(hidden("hidden"), &even, &HIDDEN),
        edition(hidden("later"), &even, &HIDDEN),
        edition(named("shown"), &uneven, &SHOWN),
        edition(named("three"), &three, &THREE),
        edition(named("beside"), &even, &BESIDE),
    ];
    Calculator::new(Catalogue {
        editions,
        ..Catalogue::default()
    })
}

fn explained(unit: &str, from: &Scenario, to: &Scenario) -> Explanation {
    calculator().explain(unit, from, to).unwrap()
}

fn between(unit: &str, from: &str, to: &str) -> Explanation {
    explained(unit, &Scenario::baseline(from), &Scenario::baseline(to))
}

/// What if a unit had so many hundredths on `a`.
fn supposed(edition: &str, unit: &str, hundredths: i64) -> Scenario {
    let score = Score::entered(hundredths as f64 / 100.0).unwrap();
    Scenario::baseline(edition).with_override(Override {
        unit: unit.to_owned(),
        indicator: "a".to_owned(),
        entry: Entry::Score(score),
        kind: Kind::WhatIf,
    })
}

fn hundredths(value: i64) -> Exact {
    Exact::decimal(value, 2)
}

/// Changes by the rows of the second edition's framework (0 the rest), in hundredths.
fn rows(changes: &[Change]) -> Vec<(usize, Exact, bool)> {
    let row = |change: &Change| {
        let row = match change.part {
            Part::Indicator(node) => node.row(),
            Part::Rest => 0,
        };
        (row, change.change, change.estimated)
    };
    changes.iter().map(row).collect()
}

fn expected<const N: usize>(changes: [(usize, i64, bool); N]) -> Vec<(usize, Exact, bool)> {
    let row = |(row, change, estimated)| (row, hundredths(change), estimated);
    changes.map(row).to_vec()
}

fn effects(why: &Explanation) -> [Exact; 3] {
    [why.own, why.rivals, why.method]
}

fn whole(effects: [i64; 3]) -> [Exact; 3] {
    effects.map(Exact::whole)
}

#[test]
fn who_overtook_and_who_was_overtaken() {
    let why = between("u", "before", "after");
    // Before .9, .7, .6; after .9, .65, .6, .6, .55 with another.
    assert_eq!(
        (why.rank_before, why.rank_after, why.rank_change),
        (3, 5, 2)
    );
    assert_eq!(
        (why.score_before, why.score_after),
        (hundredths(60), hundredths(55))
    );
    assert_eq!(why.score_change, hundredths(-5));
    // Those that are level stand by id; who drew level has overtaken nobody.
    assert_eq!(
        (why.overtook_me.as_slice(), why.i_overtook.as_slice()),
        (&[3, 6, 5][..], &[2][..])
    );
    // Alone: .55 is behind two of the old, .6 behind two of the new.
    assert_eq!(effects(&why), whole([1, 1, 0]));
    assert_eq!(
        (why.alone.own, why.alone.rivals, why.alone.method),
        (3, 3, 3)
    );
    assert_eq!(
        rows(&why.changes),
        expected([(1, -5, false), (2, 0, false), (0, 0, false)])
    );
    let gaps: Vec<_> = why
        .pairs
        .iter()
        .map(|pair| (pair.position, pair.gap_before, pair.gap_after))
        .collect();
    let [v, y, z] = [(3, -10, 10), (6, -50, 5), (5, -50, 5)]
        .map(|(row, before, after)| (row, hundredths(before), hundredths(after)));
    assert_eq!(gaps, [v, y, z]);
    let changes = expected([(1, 20, false), (2, 0, false), (0, 0, false)]);
    assert_eq!(rows(&why.pairs[0].changes), changes);
    assert!(!why.estimated);
    let back = between("u", "after", "before");
    assert_eq!(
        (back.overtook_me, back.i_overtook),
        (vec![2], vec![3, 6, 5])
    );
}

#[test]
fn the_unit_asked_about_is_no_rival() {
    let plain = Scenario::baseline("before");
    // 30 of 200 points.
    let moved = Scenario {
        rivals: Rivals::Gain(3000),
        ..plain.clone()
    };
    let why = explained("u", &plain, &moved);
    assert_eq!((why.rank_change, effects(&why)), (1, whole([0, 1, 0])));
    assert_eq!(why.score_change, Exact::ZERO);
    assert_eq!(effects(&explained("u", &moved, &plain)), whole([0, -1, 0]));
}

#[test]
fn other_weights_are_the_methods_share() {
    let why = between("u", "before", "reweighed");
    // Of 400 points .66 and .65 are ahead; with the old weights .74 and .5 would be there.
    assert_eq!((why.rank_before, why.rank_after), (3, 4));
    let half = Exact::fraction(1, 2);
    assert_eq!(effects(&why), [Exact::ZERO, half, half]);
    // `b` stands first there: .45 less .3, .15 less .3.
    assert_eq!(
        rows(&why.changes),
        expected([(1, 15, false), (2, -15, false), (0, 0, false)])
    );
    // .6 less .25, .05 less .25; less those.
    let pair = expected([(1, 20, false), (2, -5, false), (0, 0, false)]);
    assert_eq!(rows(&why.pairs[0].changes), pair);
    // Whatever the order of the indicators: .45 less .3, .15 less .25.
    let changes = between("u", "after", "reweighed").changes;
    assert_eq!(
        rows(&changes),
        expected([(1, 15, false), (2, -10, false), (0, 0, false)])
    );
    let plain = Scenario::baseline("reweighed");
    let mut even = plain.clone();
    even.max_points
        .insert("b".to_owned(), MaxPoints::try_new(100).unwrap());
    let why = explained("u", &plain, &even);
    assert_eq!((why.rank_change, effects(&why)), (-1, whole([0, 0, -1])));
    assert_eq!(
        rows(&why.changes),
        expected([(1, -15, false), (2, 15, false), (0, 0, false)])
    );
}

#[test]
fn what_is_rounded_otherwise_is_the_methods_share() {
    // .54 and .52 are both .5.
    let why = between("v", "close", "rounded");
    assert_eq!((why.rank_before, why.rank_after), (2, 1));
    assert_eq!(
        (why.score_before, why.score_after),
        (hundredths(52), hundredths(50))
    );
    assert_eq!(effects(&why), whole([0, 0, -1]));
}

#[test]
fn where_nothing_moves_nothing_is_anybodys_doing() {
    // Added up anew, the one with everything would have 1.
    for unit in ["u", "v"] {
        let why = between(unit, "beside", "beside");
        assert_eq!((why.rank_change, effects(&why)), (0, whole([0, 0, 0])));
        assert_eq!(why.alone.own, why.rank_before);
    }
}

#[test]
fn estimates_are_marked_where_they_matter() {
    let plain = Scenario::baseline("hidden");
    // .5 and .5 make up the total; half of .2 more.
    let moved = supposed("hidden", "u", 70);
    let why = explained("u", &plain, &moved);
    assert_eq!(rows(&why.changes), expected([(1, 10, true), (0, 0, false)]));
    assert!(why.estimated);
    assert!(explained("u", &moved, &plain).estimated);
    assert!(!between("u", "hidden", "hidden").estimated);
    let known = explained("v", &plain, &supposed("hidden", "v", 60));
    assert!(!known.estimated);
    assert_eq!(known.score_change, hundredths(10));
    // Between two editions an estimate says nothing, whether moved from or not.
    let why = explained("u", &plain, &supposed("later", "u", 70));
    assert_eq!(rows(&why.changes), expected([(0, 10, false)]));
    // With other weights it matters how the .5 were made up, whoever asks.
    for unit in ["u", "v"] {
        assert!(between(unit, "hidden", "shown").estimated);
        assert!(between(unit, "shown", "hidden").estimated);
    }
    assert!(!between("u", "shown", "shown").estimated);
}

#[test]
fn other_units_indicators_or_rules_are_not_compared() {
    for [from, to] in [
        ["before", "close"],
        ["shown", "three"],
        ["three", "shown"],
        ["close", "dense"],
    ] {
        let [from, to] = [from, to].map(Scenario::baseline);
        let error = calculator().explain("u", &from, &to).unwrap_err();
        assert_eq!(error.code(), ErrorCode::Unavailable, "{from:?} {to:?}");
        assert!(
            error.to_string().contains("the same units and indicators"),
            "{error}"
        );
    }
}
