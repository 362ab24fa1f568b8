//! Numbers of components: `1.3`, `4.22.1.`, `II`, `a)`. In most lists they begin with the number of the
//! main indicator; in some they begin again at 1 below each.

use super::Meaning;
use super::headings::{TableKind, understand};
use crate::fold;
use dti_engine::model::{Framework, Level, Node};
use std::collections::{BTreeMap, BTreeSet};

/// Most parts of a number.
const DEEPEST: usize = 4;

/// The parts of a number, `4.22.1` in three; `None` where it is none.
pub(super) fn parts(text: &str) -> Option<Vec<String>> {
    let text = text
        .trim()
        .trim_end_matches(['.', ')', ':'])
        .to_ascii_lowercase();
    let parts: Vec<String> = text
        .split(['.', '-', ','])
        .map(|part| part.trim().to_owned())
        .collect();
    let is_part = |part: &String| {
        let letters = part.chars().all(|letter| letter.is_ascii_alphanumeric());
        !part.is_empty() && part.len() <= 6 && letters
    };
    let is_number = parts.len() <= DEEPEST && parts.iter().all(is_part);
    is_number.then_some(parts)
}

/// Numbers whose last zeros a spreadsheet took for decimals and cut: behind `1.9` a second `1.1` is
/// `1.10`. Given by row, in the order of the table.
pub(super) fn with_zeros<'a>(
    numbers: impl Iterator<Item = (usize, &'a str)>,
) -> BTreeMap<usize, String> {
    let mut seen = BTreeSet::new();
    let mut mended = BTreeMap::new();
    let mut before: Option<(Vec<String>, u32)> = None;
    for (row, text) in numbers {
        let Some(mut own) = parts(text).filter(|parts| parts.len() > 1) else {
            continue;
        };
        let written = own.join(".");
        let Some(last) = own.pop().and_then(|last| last.parse::<u32>().ok()) else {
            continue;
        };
        let mut last = last;
        if let Some((above, number)) = &before
            && *above == own
            && seen.contains(&written)
            && is_cut(last, number + 1)
        {
            last = number + 1;
            mended.insert(row, format!("{}.{last}", own.join(".")));
        }
        seen.insert(written);
        before = Some((own, last));
    }
    mended
}

/// Whether a number is another one without its last zeros.
fn is_cut(number: u32, whole: u32) -> bool {
    let mut cut = whole;
    while cut > number && cut.is_multiple_of(10) {
        cut /= 10;
    }
    cut == number && number != whole
}

/// Whether a number is one letter, as parts of a component are counted: `a`, `b)`.
pub(super) fn is_lettered(text: &str) -> bool {
    let letter = text.trim().trim_end_matches(['.', ')', ':']);
    matches!(letter.as_bytes(), [byte] if byte.is_ascii_alphabetic())
}

/// Parts without zeros in front, as ids have them.
pub(super) fn id_part(part: &str) -> &str {
    match part.trim_start_matches('0') {
        "" => "0",
        rest => rest,
    }
}

/// The main indicator, scored or not, that a text names.
pub(super) fn main_named(framework: &Framework, text: &str) -> Option<Node> {
    let folded = fold(text);
    if folded.is_empty() {
        return None;
    }
    let mains = || {
        framework
            .nodes()
            .filter(|&n| framework.indicator(n).level == Level::Main)
    };
    let exact = mains().find(|&node| {
        let indicator = framework.indicator(node);
        let own = [&indicator.id, &indicator.name.vi, &indicator.name.en];
        own.iter().any(|name| fold(name) == folded)
    });
    exact.or_else(|| match understand(text, TableKind::Results, framework)? {
        (Meaning::Score(id), _) => framework.node(&id),
        _ => None,
    })
}

/// Whether a text names a group or the whole.
pub(super) fn is_whole(framework: &Framework, text: &str) -> bool {
    let folded = fold(text);
    let wholes = ["tong", "tong cong", "tong diem", "cong", "total", "sum"];
    let is_group = |node: Node| {
        let indicator = framework.indicator(node);
        let names = [&indicator.name.vi, &indicator.name.en];
        let is_named = |name: &&String| {
            let name = fold(name);
            folded.ends_with(name.strip_prefix("nhom ").unwrap_or(&name))
        };
        indicator.level == Level::Group && names.iter().any(is_named)
    };
    wholes.contains(&folded.as_str()) || framework.nodes().any(is_group)
}

#[cfg(test)]
mod tests {
    use super::{id_part, main_named, parts, with_zeros};

    #[test]
    fn zeros_that_were_cut_come_back() {
        let mended = |numbers: &[&str]| {
            let mended = with_zeros(numbers.iter().copied().enumerate());
            let mended = mended.into_iter();
            mended
                .map(|(row, number)| format!("{row}: {number}"))
                .collect::<Vec<_>>()
        };
        let first = [
            "1", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9",
        ];
        let after = |more: &[&'static str]| [&first[..], more].concat();
        assert_eq!(mended(&after(&["1.1", "1.11"])), ["10: 1.10"]);
        assert_eq!(mended(&after(&["a", "1,1", "2.1"])), ["11: 1.10"]);
        assert_eq!(mended(&["1.1", "1.2", "1.19", "1.2"]), ["3: 1.20"]);
        assert_eq!(mended(&["1.1", "1.99", "1.1"]), ["2: 1.100"]);
        for whole in [
            &["1.1", "1.2", "1.1"][..],
            &["1.9", "1.1"],
            &["1.1", "1.9", "2.1"],
            &["1.1", "1.9", "1.10"],
        ] {
            assert_eq!(mended(whole), Vec::<String>::new(), "{whole:?}");
        }
    }

    #[test]
    fn numbers_have_parts() {
        let texts = |text| parts(text).map(|parts| parts.join("/"));
        assert_eq!(texts("4.22.1.").as_deref(), Some("4/22/1"));
        assert_eq!(texts(" II) ").as_deref(), Some("ii"));
        assert_eq!(texts("1.3.a").as_deref(), Some("1/3/a"));
        // A number in a spreadsheet with decimal commas.
        assert_eq!(texts("1,10").as_deref(), Some("1/10"));
        for none in [
            "",
            "1..2",
            "1.2.3.4.5",
            "Nhận thức số",
            "1, 3 và 4",
            "abcdefgh",
        ] {
            assert_eq!(texts(none), None, "{none}");
        }
        assert_eq!(
            (id_part("03"), id_part("0"), id_part("10")),
            ("3", "0", "10")
        );
    }

    #[test]
    fn sections_are_named_by_their_main_indicator() {
        let catalogue = crate::official_catalogue().unwrap();
        let framework = catalogue.edition("2022").unwrap().framework();
        let id = |text| main_named(framework, text).map(|n| framework.indicator(n).id.clone());
        assert_eq!(
            id("1. NHẬN THỨC SỐ (100 điểm)").as_deref(),
            Some("awareness")
        );
        assert_eq!(id("Đô thị thông minh").as_deref(), Some("smart_city"));
        assert_eq!(id("Hoạt động kinh tế số").as_deref(), Some("economy"));
        assert_eq!(id("Tỷ lệ hộ gia đình có cáp quang"), None);
        assert_eq!(id(""), None);
    }
}
