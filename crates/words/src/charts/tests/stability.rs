//! How sure a rank is, and what one figure can do to it.

use super::{edited, tenths, unit, words};
use dti_charts::{Fact, Finding};
use dti_formats::link::Language::{En, Vi};

#[test]
fn a_band_is_said_with_the_rank() {
    let finding = |low, high| Finding::Stability {
        unit: unit("bac-giang"),
        rank: 9,
        low,
        high,
    };
    let vi = "Bắc Giang hạng 9; ít nhất 90% số lần thử cho hạng từ 8 đến 14";
    assert_eq!(words(Vi).finding(&finding(8, 14)), vi);
    let en = "Bac Giang ranks 9th; at least 90% of the draws say 8th to 14th";
    assert_eq!(words(En).finding(&finding(8, 14)), en);
    let vi = "Bắc Giang hạng 9; ít nhất 90% số lần thử cho hạng 9";
    assert_eq!(words(Vi).finding(&finding(9, 9)), vi);
    let en = "Bac Giang would rank 9th; at least 90% of the draws say 9th";
    assert_eq!(edited(En).finding(&finding(9, 9)), en);
}

#[test]
fn shares_of_the_own_and_the_likeliest_rank_are_said() {
    let facts = [
        Fact::ShareAtRank(9, tenths(2380)),
        Fact::ShareAtRank(8, tenths(3580)),
    ];
    let vi = "Bắc Giang ở hạng 9 trong 24% số lần thử; hay gặp nhất là hạng 8 (36%).";
    assert_eq!(words(Vi).summary(&facts), vi);
    let en = "Bac Giang is 9th in 24% of the draws; 8th is the most frequent (36%).";
    assert_eq!(words(En).summary(&facts), en);
    let en = "Bac Giang is 9th in 24% of the draws.";
    assert_eq!(words(En).summary(&facts[..1]), en);
}

#[test]
fn a_curve_is_said_by_its_ends() {
    let finding = |at_nothing, at_most| Finding::StepCurve {
        at_nothing,
        at_most,
        present: 9,
    };
    let vi = "Chỉ riêng thay đổi này đưa Bắc Giang từ hạng 40 đến hạng 3; hiện ở hạng 9";
    assert_eq!(words(Vi).finding(&finding(40, 3)), vi);
    let en = "This change alone could take Bac Giang from 40th to 3rd; at present it is 9th";
    assert_eq!(words(En).finding(&finding(40, 3)), en);
    let vi = "Chỉ riêng thay đổi này không làm Bắc Giang rời hạng 9";
    assert_eq!(words(Vi).finding(&finding(9, 9)), vi);
    let en = "This change alone does not move Bac Giang from 9th";
    assert_eq!(words(En).finding(&finding(9, 9)), en);
}
