//! Sentences about the places around a unit: what it takes to climb, what may be lost, who stands close,
//! how far the order depends on the weights.

use super::counted;
use crate::Words;
use crate::numbers::points;
use dti_engine::calculator::Zone;
use dti_engine::model::Exact;

/// The next place up.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rise {
    /// Points needed; marked where they rest on estimates.
    pub points: String,
    /// Who is drawn level with.
    pub name: String,
    /// The rank that this gives.
    pub rank: u32,
}

/// The next fall.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fall {
    /// Points that may be lost before it; `None` where nothing may.
    pub points: Option<String>,
    /// Who passes.
    pub names: String,
    /// The rank after it.
    pub rank: u32,
}

/// "Huế (hạng 4) cần thêm 4,9 điểm để bằng Quảng Ninh và lên hạng 3; mất hơn 4,2 điểm thì tụt sau
/// Cần Thơ, xuống hạng 5."
pub fn finding(
    name: &str,
    rank: u32,
    rise: Option<&Rise>,
    fall: Option<&Fall>,
    words: &Words,
) -> String {
    let up = match rise {
        None => words.around_stands(name, rank),
        Some(rise) => words.around_rise(name, rank, &rise.points, &rise.name, rise.rank),
    };
    let down = match fall {
        None => words.around_last(),
        Some(Fall {
            points: None,
            names,
            rank,
        }) => words.around_level(names, rank),
        Some(Fall {
            points: Some(points),
            names,
            rank,
        }) => words.around_fall(points, names, rank),
    };
    words.around_finding(up, down)
}

/// Whether the unit stands where little moves much; `step` is such a gain in points.
pub fn crowded(
    name: &str,
    zone: Option<&Zone>,
    has_zones: bool,
    step: Exact,
    words: &Words,
) -> String {
    let step = counted(step, words);
    match zone {
        None if has_zones => words.around_apart(name, step),
        None => words.around_no_crowd(step),
        Some(Zone { from, to, .. }) if from == to => words.around_crowded(name, step),
        Some(Zone { from, to, .. }) => words.around_crowd(from, to, name, step),
    }
}

/// "10–23"
pub fn ranks(zone: &Zone) -> String {
    if zone.from == zone.to {
        zone.from.to_string()
    } else {
        format!("{}–{}", zone.from, zone.to)
    }
}

/// How the order of two neighbours depends on the weights.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Order {
    /// Their scores are the same.
    Level,
    /// By the indicators alone the first is not ahead: what rounding took or rivals gained decides.
    Outside {
        /// Whether rivals move in the scenario.
        are_rivals_moving: bool,
    },
    /// The score is no sum of points, so weights do not tell.
    NoSum,
    /// It holds for all weights.
    Always,
    /// It holds up to a share of other weights.
    UpTo {
        /// The share, 0..1.
        share: Exact,
        /// Whether it rests on estimates.
        is_estimated: bool,
    },
}

/// One sentence on the order of two neighbours, the first of them ahead.
pub fn order([first, second]: [&str; 2], order: Order, words: &Words) -> String {
    match order {
        Order::Level => words.order_level(first, second),
        Order::Outside { are_rivals_moving } => {
            words.order_outside(first, second, are_rivals_moving)
        }
        Order::NoSum => words.order_no_sum(first, second),
        Order::Always => words.order_always(first, second),
        Order::UpTo {
            share,
            is_estimated,
        } => up_to([first, second], share, is_estimated, words),
    }
}

/// Where an order holds up to a share of other weights; one decimal, never nothing and never all.
fn up_to([first, second]: [&str; 2], share: Exact, is_estimated: bool, words: &Words) -> String {
    let tenths = (share * Exact::whole(100)).round_half_up(1);
    if tenths < 1 {
        return words.order_thin(first, second);
    }
    let text = points(Exact::decimal(tenths.min(999), 1), words);
    let share = match tenths {
        _ if is_estimated => format!("≈ {text}%"),
        ..1000 => words.order_about(text),
        _ => words.order_more_than(text),
    };
    words.order_up_to(first, second, share)
}

#[cfg(test)]
mod tests {
    use super::{Order, order};
    use crate::Words;
    use dti_engine::model::Exact;
    use dti_formats::link::Language::{En, Vi};

    #[test]
    fn the_ends_of_the_shares_are_told_as_they_are() {
        let up_to = |share| Order::UpTo {
            share,
            is_estimated: false,
        };
        let [vi, en] = [Vi, En].map(Words::plain);
        let tiny = order(["A", "B"], up_to(Exact::decimal(2, 4)), &vi);
        assert!(tiny.contains("thay chưa đến 0,1% trọng số"), "{tiny}");
        let huge = order(["A", "B"], up_to(Exact::decimal(99_996, 5)), &en);
        assert!(
            huge.contains("up to more than 99.9% of the weights"),
            "{huge}"
        );
        assert_eq!(
            order(["A", "B"], Order::Always, &vi),
            "A không kém B ở chỉ số nào, nên không bộ trọng số nào đưa được B lên trên."
        );
        let outside = |are_rivals_moving| Order::Outside { are_rivals_moving };
        let said = order(["A", "B"], outside(true), &vi);
        assert!(
            said.contains("(như mức thay đổi của các tỉnh khác)"),
            "{said}"
        );
        let said = order(["A", "B"], outside(false), &en);
        assert!(said.contains("(such as rounding)"), "{said}");
    }
}
