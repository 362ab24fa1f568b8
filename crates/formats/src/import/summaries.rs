//! Rows of a table of results that are no units: what sums them up, above or below.

use crate::fold;

/// How such rows are named, folded.
const NAMES: [&str; 16] = [
    "trung binh",
    "binh quan",
    "gia tri trung binh",
    "ca nuoc",
    "toan quoc",
    "tong",
    "tong cong",
    "cao nhat",
    "thap nhat",
    "trung vi",
    "average",
    "mean",
    "median",
    "total",
    "diem toi da",
    "max points",
];

/// Whether a row with this name sums others up.
pub(super) fn is_summary(name: &str) -> bool {
    NAMES.contains(&fold(name).as_str())
}

#[cfg(test)]
mod tests {
    use super::is_summary;

    #[test]
    fn sums_are_no_units() {
        assert!(is_summary("Trung bình") && is_summary("Điểm tối đa") && is_summary("MAX POINTS"));
        assert!(!is_summary("Bắc Ninh") && !is_summary(""));
    }
}
