//! Gains of a year in small editions, worked out by hand.

use super::small::{Published, edition, framework, named};
use crate::calculator::Calculator;
use crate::catalogue::Catalogue;
use crate::model::{EditionHeader, Exact, FrameworkHeader, Previous};

const FIRST: [Published<'_>; 2] = [
    ("u", None, &[("a", 50), ("b", 50), ("c", 50)]),
    ("v", None, &[("a", 20), ("b", 50), ("c", 50)]),
];

const SECOND: [Published<'_>; 2] = [
    ("u", None, &[("a", 60), ("b", 50), ("c", 40)]),
    ("v", None, &[("a", 50), ("b", 40)]),
];

/// Of another index: everything rises by .9.
const OTHERS: [[Published<'_>; 2]; 2] = [
    [
        ("u", None, &[("a", 0), ("b", 0), ("c", 0)]),
        ("v", None, &[("a", 0), ("b", 0), ("c", 0)]),
    ],
    [
        ("u", None, &[("a", 90), ("b", 90), ("c", 90)]),
        ("v", None, &[("a", 90), ("b", 90), ("c", 90)]),
    ],
];

fn after(id: &str, before: &str, merged: bool) -> EditionHeader {
    EditionHeader {
        previous: Some(Previous {
            edition: before.to_owned(),
            merged,
        }),
        ..named(id)
    }
}

fn gain(edition_id: &str, indicator: &str) -> Option<Exact> {
    let framework = |id: &str| {
        let header = FrameworkHeader {
            id: id.to_owned(),
            ..FrameworkHeader::default()
        };
        framework(header, &[("a", 100), ("b", 100), ("c", 100)])
    };
    let [own, other] = ["own", "other"].map(framework);
    let editions = vec![
        edition(named("first"), &own, &FIRST),
        edition(after("second", "first", false), &own, &SECOND),
        // What comes after a merger was measured of other units.
        edition(after("merged", "first", true), &own, &OTHERS[1]),
        edition(named("before"), &other, &OTHERS[0]),
        edition(after("after", "before", false), &other, &OTHERS[1]),
    ];
    let calculator = Calculator::new(Catalogue {
        editions,
        ..Catalogue::default()
    });
    calculator
        .largest_yearly_gain(edition_id, indicator)
        .unwrap()
}

#[test]
fn the_largest_gain_of_a_year_is_of_the_editions_own_index() {
    // `v` rose from .2 to .5, `u` from .5 to .6.
    for edition in ["first", "second", "merged"] {
        assert_eq!(gain(edition, "a"), Some(Exact::decimal(3, 1)), "{edition}");
    }
    assert_eq!(gain("after", "a"), Some(Exact::decimal(9, 1)));
}

#[test]
fn no_gain_is_told_where_none_rose_or_one_is_not_on_file() {
    assert_eq!(gain("second", "b"), None);
    assert_eq!(gain("second", "c"), None);
    assert_eq!(gain("second", "moon"), None);
}
