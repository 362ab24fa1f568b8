//! The make-up of a score as one bar.

use std::fmt::Write as _;

/// What is left free between two indicators, as a share of the bar.
const GAP: f64 = 0.004;

/// A part of a bar.
struct Part {
    /// Where it begins and ends, `0..=1`.
    from: f64,
    to: f64,
    /// Where the next one begins.
    next: f64,
    is_foundation: bool,
}

/// Lays out shares of 1 one after the other; the first `first` of them are the foundation.
fn parts(shares: &[f64], first: usize) -> impl Iterator<Item = Part> {
    let mut from = 0.0;
    shares.iter().enumerate().map(move |(position, share)| {
        let next = from + share;
        let part = Part {
            from,
            to: (next - GAP).max(from),
            next,
            is_foundation: position < first,
        };
        from = next;
        part
    })
}

/// The stops of a gradient that is the bar: an element for each row, and nothing to draw but its
/// background.
pub(crate) fn bar_stops(shares: &[f64], first: usize) -> String {
    let mut stops = String::new();
    for part in parts(shares, first) {
        let colour = match part.is_foundation {
            true => "foundation",
            false => "activity",
        };
        let [to, next] = [part.to, part.next].map(|share| share * 100.0);
        let mark = if stops.is_empty() { "" } else { "," };
        // Writing to a String cannot fail.
        write!(
            stops,
            "{mark}var(--bar-{colour}) 0 {to:.1}%,#0000 0 {next:.1}%"
        )
        .ok();
    }
    stops
}

/// Foundation and activity as SVG paths in a box of 1000 by 10, for HTML that is written natively: there the
/// page's policy refuses styles.
pub(crate) fn bar_paths(shares: &[f64], first: usize) -> [String; 2] {
    let mut paths = [String::new(), String::new()];
    for part in parts(shares, first) {
        let [from, to] = [part.from, part.to].map(|share| (share * 1000.0).round());
        let [foundation, activity] = &mut paths;
        let path = if part.is_foundation {
            foundation
        } else {
            activity
        };
        // Writing to a String cannot fail.
        write!(path, "M{from} 0H{to}v10H{from}z").ok();
    }
    paths
}

#[cfg(test)]
mod tests {
    use super::{bar_paths, bar_stops};

    #[test]
    fn shares_follow_on_one_another_with_a_gap() {
        let shares = [0.1, 0.05, 0.2];
        assert_eq!(
            bar_stops(&shares, 2),
            "var(--bar-foundation) 0 9.6%,#0000 0 10.0%,var(--bar-foundation) 0 14.6%,#0000 0 15.0%,\
             var(--bar-activity) 0 34.6%,#0000 0 35.0%"
        );
        let [foundation, activity] = bar_paths(&shares, 2);
        assert_eq!(foundation, "M0 0H96v10H0zM100 0H146v10H100z");
        assert_eq!(activity, "M150 0H346v10H150z");
        assert_eq!(bar_paths(&[0.001], 1), ["M0 0H0v10H0z", ""]);
    }
}
