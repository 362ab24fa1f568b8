//! Sentences about what the doubt in a rank comes from. No share is told without its interval and the
//! number of rows.

use crate::Words;
use crate::numbers::{decimal, score, whole};
use dti_engine::calculator::{Group, Indices, Share, Varied};
use dti_engine::model::Exact;

/// What is found of a unit.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Doubt<'a> {
    /// Its name.
    pub unit: &'a str,
    /// Its rank under the scenario.
    pub rank: u32,
    /// Rows of the scheme.
    pub rows: u32,
    /// How its rank varies.
    pub by_rank: &'a Varied,
    /// How its score varies.
    pub by_score: &'a Varied,
}

impl Doubt<'_> {
    /// "Hạng của Bắc Giang không chắc chủ yếu do trọng số: riêng nguồn này giải thích 62% (58 đến 66%)
    /// dao động của hạng, …"
    pub fn finding(&self, words: &Words) -> String {
        let groups = self.by_rank.groups.iter();
        let largest = groups.max_by(|(_, a), (_, b)| a.total.value.total_cmp(&b.total.value));
        let Some((group, Indices { first, total })) = largest else {
            return words.doubt_still(self.unit, self.rank, self.rows);
        };
        let source = source(*group, words);
        let [first, total] = [first, total].map(|own| share(*own, words));
        words.doubt_finding(self.unit, source, first, total, self.rows)
    }

    /// How widely rank and score vary.
    pub fn size(&self, words: &Words) -> String {
        let [mean, deviation] = [self.by_rank.mean, self.by_rank.deviation]
            .map(|number| decimal(to(number, 1), 1, words));
        let of_score = score(to(self.by_score.deviation, 4), words);
        words.doubt_size(mean, deviation, of_score)
    }
}

/// A number with so many decimals.
fn to(number: f64, decimals: u32) -> Exact {
    let scale = 10_f64.powi(i32::try_from(decimals).unwrap_or_default());
    Exact::decimal((number * scale).round() as i64, decimals)
}

/// A group of inputs in a sentence.
pub fn source(group: Group, words: &Words) -> String {
    match group {
        Group::Weights => words.doubt_weights().to_owned(),
        Group::Estimates => words.doubt_estimates().to_owned(),
        Group::Rounding => words.doubt_rounding().to_owned(),
        Group::Rivals => words.doubt_rivals(),
    }
}

/// "62% (58 đến 66%)": an estimate may miss 0 to 100 by its own error.
pub fn share(share: Share, words: &Words) -> String {
    let [value, low, high] =
        [share.value, share.low, share.high].map(|own| whole(to(own * 100.0, 0), words));
    words.doubt_share(value, low, high)
}

#[cfg(test)]
mod tests {
    use super::{Doubt, share, source};
    use crate::Words;
    use dti_engine::calculator::{Group, Indices, Share, Varied};
    use dti_formats::link::Language::{En, Vi};

    fn around(value: f64) -> Share {
        Share {
            value,
            low: value - 0.04,
            high: value + 0.04,
        }
    }

    fn varied(groups: &[(Group, f64, f64)]) -> Varied {
        let groups = groups.iter().map(|&(group, first, total)| {
            let [first, total] = [first, total].map(around);
            (group, Indices { first, total })
        });
        Varied {
            mean: 9.84,
            deviation: 2.06,
            groups: groups.collect(),
        }
    }

    fn doubt<'a>(by_rank: &'a Varied, by_score: &'a Varied) -> Doubt<'a> {
        Doubt {
            unit: "Bắc Giang",
            rank: 9,
            rows: 2_000,
            by_rank,
            by_score,
        }
    }

    #[test]
    fn the_largest_source_is_told_with_interval_and_rows() {
        let [vi, en] = [Vi, En].map(Words::plain);
        // By what it takes part in, not by what it explains alone.
        let by_rank = varied(&[(Group::Weights, 0.3, 0.4), (Group::Rivals, 0.28, 0.72)]);
        let told = doubt(&by_rank, &by_rank);
        assert_eq!(
            told.finding(&vi),
            "Hạng của Bắc Giang không chắc chủ yếu do thay đổi của các tỉnh khác: riêng nguồn này giải \
             thích 28% (24 đến 32%) dao động của hạng, tính cả khi cùng đổi với nguồn khác là 72% (68 \
             đến 76%) (khoảng tin cậy 95%, N = 2.000)."
        );
        assert!(told.finding(&en).contains("N = 2,000"));
        let size = told.size(&vi);
        assert!(
            size.contains("trung bình là 9,8, độ lệch chuẩn 2,1 bậc"),
            "{size}"
        );
    }

    #[test]
    fn what_does_not_vary_has_no_source() {
        let still = varied(&[]);
        let said = doubt(&still, &still).finding(&Words::plain(Vi));
        assert_eq!(
            said,
            "Hạng của Bắc Giang không đổi trong mọi lần thử: luôn là hạng 9 (N = 2.000)."
        );
    }

    #[test]
    fn errors_beyond_the_ends_are_shown_as_they_are() {
        let vi = Words::plain(Vi);
        assert_eq!(share(around(-0.01), &vi), "\u{2212}1% (\u{2212}5 đến 3%)");
        assert_eq!(share(around(0.0), &vi), "0% (\u{2212}4 đến 4%)");
        assert_eq!(source(Group::Estimates, &vi), "các giá trị ước tính");
    }
}
