//! How the scores of an index of one's own are told.

use super::{explained, texts, with};
use dti_formats::parse_index;

/// What is told of an example with one text in place of another.
#[track_caller]
fn told(example: &str, (old, new): (&str, &str), fragment: &str, focus: &str) -> Vec<String> {
    let path = format!(
        "{}/data/examples/{example}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let document = std::fs::read_to_string(path).unwrap().replace(old, new);
    let own = parse_index(example, &document).unwrap();
    let address = format!("#e={example}-example&{fragment}");
    texts(&explained(&with(own.to_part()), &address, focus))
}

#[track_caller]
fn has(told: &[String], line: &str) {
    assert!(told.iter().any(|own| own == line), "{line}\n{told:#?}");
}

/// A written number.
fn number(text: &str) -> f64 {
    let plain = text.replace('.', "").replace(',', ".").replace('−', "-");
    plain.parse().unwrap()
}

/// Works out `a / b ≈ c`, `exp(a / b) ≈ c`.
#[track_caller]
fn check(told: &[String], is_power: bool) {
    let line = told.iter().find(|text| {
        text.contains(" / ")
            && (text.contains(") ≈") || text.contains(" ≈ "))
            && !text.contains("tổng")
    });
    let line = line.unwrap_or_else(|| panic!("{told:#?}"));
    let plain = line.replace("exp(", "").replace(')', "");
    let (left, result) = plain.split_once(" ≈ ").unwrap();
    let (above, below) = left.split_once(" / ").unwrap();
    let quotient = number(above) / number(below);
    let value = if is_power { quotient.exp() } else { quotient };
    assert!((value - number(result)).abs() < 2e-6, "{line}");
}

const SAME: (&str, &str) = ("", "");

#[test]
fn a_geometric_total_is_told_by_its_logarithms() {
    let own = told("hdi", SAME, "u=a", "total");
    assert!(own.iter().any(|text| text.starts_with("Trung bình nhân")));
    has(&own, "Quyền số × ln giá trị");
    check(&own, true);
    assert!(
        own.iter()
            .any(|text| text.starts_with("Làm tròn trước khi xếp hạng: 0,"))
    );
    assert!(
        !own.iter()
            .any(|text| text.contains("tổng điểm") || text.contains("công bố"))
    );
}

#[test]
fn a_harmonic_total_divides_the_weights() {
    let own = told(
        "hdi",
        ("\"mean\": \"geometric\"", "\"mean\": \"harmonic\""),
        "u=b",
        "total",
    );
    assert!(
        own.iter()
            .any(|text| text.starts_with("Trung bình điều hòa"))
    );
    check(&own, false);
    let zero = told("hdi", SAME, "u=b&s=b.health:0", "total");
    has(&zero, "Có giá trị bằng 0, nên trung bình này bằng 0.");
    assert!(
        zero.iter()
            .any(|text| text.starts_with("Trước khi thay đổi: "))
    );
}

#[test]
fn a_weighted_arithmetic_total_adds_up() {
    let own = told("ddci", SAME, "u=huyen-a", "total");
    assert!(own.iter().any(|text| text.starts_with("Trung bình cộng")));
    check(&own, false);
    let ranks = told("ddci", SAME, "u=huyen-a", "rank");
    assert!(
        ranks.iter().any(|text| text.contains("1, 2, 2, 3")),
        "{ranks:#?}"
    );
}

#[test]
fn an_indicator_tells_its_scale_or_its_own_mean() {
    let health = told("hdi", SAME, "u=a", "health");
    assert!(
        health
            .iter()
            .any(|text| text.starts_with("Số liệu gốc trong tệp của bạn: "))
    );
    assert!(
        health
            .iter()
            .any(|text| text.contains(" − 20) / (85 − 20) ")),
        "{health:#?}"
    );
    has(&health, "Quyền số trong tổng: 2 trên 6, tức 33,3%.");
    let education = told("hdi", SAME, "u=a", "education");
    assert!(
        education
            .iter()
            .any(|text| text.starts_with("Trung bình cộng"))
    );
    let support = told("ddci", SAME, "u=huyen-b", "support");
    assert!(
        support
            .iter()
            .any(|text| text.starts_with("Trung bình nhân"))
    );
    let charges = told("ddci", SAME, "u=huyen-b", "informal");
    has(&charges, "Số liệu càng thấp càng tốt, nên lấy 1 trừ đi.");
    assert!(
        charges.iter().any(|text| text.starts_with("1 − (")),
        "{charges:#?}"
    );
}

#[test]
fn every_panel_of_every_unit_can_be_told() {
    for (example, units) in [("hdi", ["a", "f"]), ("ddci", ["huyen-a", "huyen-h"])] {
        for unit in units {
            for focus in [
                "total",
                "rank",
                "education",
                "health",
                "land",
                "firms",
                "time",
            ] {
                let own = told(example, SAME, &format!("u={unit}"), focus);
                assert!(own.len() > 1, "{example} {unit} {focus}");
            }
        }
    }
}
