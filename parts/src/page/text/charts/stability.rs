//! Words about how sure a rank is, and about what one figure alone can do to it.

use super::{ChartWords, ordinal};
use crate::page::text::percent;
use dti_charts::Fact;
use dti_formats::link::Language;

impl ChartWords<'_> {
    /// "Bắc Giang hạng 9; ít nhất 90% số lần thử cho hạng từ 8 đến 14"
    pub(super) fn stability(&self, unit: usize, rank: u32, (low, high): (u32, u32)) -> String {
        let unit = self.unit_name(unit);
        match (self.language, low == high) {
            (Language::Vi, true) => {
                format!("{unit} hạng {rank}; ít nhất 90% số lần thử cho hạng {low}")
            }
            (Language::Vi, false) => {
                format!("{unit} hạng {rank}; ít nhất 90% số lần thử cho hạng từ {low} đến {high}")
            }
            (Language::En, is_one) => {
                let ranks = self.verb("ranks", "would rank");
                let (rank, low, high) = (ordinal(rank), ordinal(low), ordinal(high));
                let band = if is_one {
                    low
                } else {
                    format!("{low} to {high}")
                };
                format!("{unit} {ranks} {rank}; at least 90% of the draws say {band}")
            }
        }
    }

    /// "Bắc Giang ở hạng 9 trong 24% số lần thử; hay gặp nhất là hạng 8 (36%)."
    pub(super) fn shares_at_ranks(&self, facts: &[Fact]) -> Option<String> {
        let mut shares = facts.iter().filter_map(|fact| match fact {
            Fact::ShareAtRank(rank, share) => Some((*rank, percent(*share, self.language))),
            _ => None,
        });
        let (rank, share) = shares.next()?;
        let own = self.own();
        let head = match self.language {
            Language::Vi => format!("{own} ở hạng {rank} trong {share} số lần thử"),
            Language::En => format!("{own} is {} in {share} of the draws", ordinal(rank)),
        };
        let tail = shares.next().map(|(rank, share)| match self.language {
            Language::Vi => format!("; hay gặp nhất là hạng {rank} ({share})"),
            Language::En => format!("; {} is the most frequent ({share})", ordinal(rank)),
        });
        Some(format!("{head}{}.", tail.unwrap_or_default()))
    }

    /// "Chỉ riêng thay đổi này đưa Bắc Giang từ hạng 40 đến hạng 3; hiện ở hạng 9"
    pub(super) fn step_curve(&self, at_nothing: u32, at_most: u32, present: u32) -> String {
        let own = self.own();
        let [from, to, now] = [at_nothing, at_most, present].map(ordinal);
        match (self.language, at_nothing == at_most) {
            (Language::Vi, true) => {
                format!("Chỉ riêng thay đổi này không làm {own} rời hạng {present}")
            }
            (Language::Vi, false) => format!(
                "Chỉ riêng thay đổi này đưa {own} từ hạng {at_nothing} đến hạng {at_most}; hiện ở \
                 hạng {present}"
            ),
            (Language::En, true) => {
                format!("This change alone does not move {own} from {now}")
            }
            (Language::En, false) => format!(
                "This change alone could take {own} from {from} to {to}; at present it is {now}"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::page::text::charts::tests::{edited, tenths, unit, words};
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
}
