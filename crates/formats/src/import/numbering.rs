//! Numbers of components: `1.3`, `4.22.1.`, `II`, `a)`. In most lists they begin with the number of the
//! main indicator; in some they begin again at 1 below each.

use super::Meaning;
use super::headings::{TableKind, understand};
use crate::fold;
use dti_engine::model::{Framework, Level, Node};

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
        indicator.level == Level::Group && names.iter().any(|name| folded.ends_with(&fold(name)))
    };
    wholes.contains(&folded.as_str()) || framework.nodes().any(is_group)
}

#[cfg(test)]
mod tests {
    use super::{id_part, main_named, parts};

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
