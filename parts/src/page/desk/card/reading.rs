//! What a value comes to, in words, and the way to the next step of a rule.

use super::words::{self, percent, typed};
use crate::page::text::{either, in_language, points};
use dti_engine::analysis::{ratio_of, score};
use dti_engine::model::{Exact, RawValue, Rule, RuleKind};
use dti_formats::link::Language;
use dti_formats::takes_share;

/// What a value comes to, to stand beside its field: "76,6 % của 20 điểm = 15,32". Nothing where it
/// does not count.
pub(super) fn reading(
    rule: &Rule,
    max_points: Exact,
    raw: &RawValue,
    reference: Option<Exact>,
    language: Language,
) -> String {
    let compared = match (&rule.kind, reference) {
        (RuleKind::Relative, Some(best)) => raw.clone().compared(best),
        _ => raw.clone(),
    };
    let Ok(earned) = score(rule, max_points, &compared) else {
        return String::new();
    };
    let [own, most] = [earned * max_points, max_points].map(|value| points(value, language));
    let ratio = share_of(rule, raw);
    let (of, word) = match language {
        Language::Vi => ("của", "điểm"),
        Language::En => ("of", "points"),
    };
    match ratio {
        Some(ratio) if ratio == earned => {
            let ratio = percent(ratio, language).replace('%', " %");
            format!("{ratio} {of} {most} {word} = {own}")
        }
        Some(ratio) if takes_share(rule) => {
            let ratio = percent(ratio, language).replace('%', " %");
            format!("{ratio} → {own} / {most} {word}")
        }
        _ => format!("= {own} / {most} {word}"),
    }
}

/// The ratio that a value is, where it is one.
fn share_of(rule: &Rule, raw: &RawValue) -> Option<Exact> {
    match raw {
        RawValue::Number(number) if takes_share(rule) || rule.kind == RuleKind::Points => {
            Some(*number)
        }
        RawValue::Inputs(given) => ratio_of(rule, given),
        _ => None,
    }
}

/// The way to the next step of a rule, in raw units: "lên 10", "thêm 1", "thêm: có hỏi đáp".
pub(super) fn step(
    rule: &Rule,
    now: Option<&RawValue>,
    next: Option<&RawValue>,
    language: Language,
) -> String {
    let (more, up) = match language {
        Language::Vi => ("thêm", "lên"),
        Language::En => ("more:", "up to"),
    };
    let named = |id: &str| {
        let found = rule.kind.choices().iter().find(|choice| choice.id == id);
        let name = found.map(|choice| in_language(&choice.name, language));
        name.filter(|name| !name.is_empty()).map(str::to_owned)
    };
    let said = match (next, now) {
        (Some(RawValue::Answer(_)), _) => Some(words::yes(language).to_owned()),
        (Some(RawValue::Choice(id)), _) => named(id).map(|name| format!("{up} “{name}”")),
        (Some(RawValue::Number(to)), Some(RawValue::Number(from))) if !takes_share(rule) => {
            Some(match matches!(rule.kind, RuleKind::Steps(_)) {
                true => format!("{} → {}", typed(*from, language), typed(*to, language)),
                false => format!("{more} {}", typed(*to - *from, language)),
            })
        }
        (Some(RawValue::Number(to)), _) => Some(match takes_share(rule) {
            true => format!("{up} {}", percent(*to, language)),
            false => format!("{up} {}", typed(*to, language)),
        }),
        (Some(RawValue::Listed(to)), from) => {
            let before = match from {
                Some(RawValue::Listed(before)) => &before[..],
                _ => &[],
            };
            let added: Option<Vec<String>> = to
                .iter()
                .enumerate()
                .filter(|(place, id)| match rule.kind {
                    RuleKind::PerPeriodSum { .. } => before.get(*place) != Some(*id),
                    _ => !before.contains(id),
                })
                .map(|(_, id)| named(id))
                .collect();
            let added = added.filter(|added| !added.is_empty());
            added.map(|added| format!("{more} “{}”", added.join("”, “")))
        }
        _ => None,
    };
    let one_level = || either(language, "thêm một mức", "one level more").to_owned();
    said.unwrap_or_else(one_level)
}

#[cfg(test)]
mod tests {
    use super::{reading, step};
    use dti_engine::model::Exact;
    use dti_formats::link::Language::{self, En, Vi};
    use dti_formats::{parse_raw_value, parse_rule, read_entry};

    fn twenty() -> Exact {
        Exact::whole(20)
    }

    #[track_caller]
    fn expect_reading(text: &str, typed: &str, language: Language, sentence: &str) {
        let rule = parse_rule(text).unwrap();
        let raw = read_entry(&rule, twenty(), typed).unwrap().unwrap();
        let own = reading(&rule, twenty(), &raw, None, language);
        assert_eq!(own, sentence, "{text}");
    }

    #[test]
    fn a_reading_says_what_a_value_comes_to() {
        expect_reading("ratio", "0,7660", Vi, "76,6 % của 20 điểm = 15,32");
        expect_reading("ratio", "76,6%", En, "76.6 % of 20 points = 15.32");
        expect_reading("ratio", "3420/4465", Vi, "76,6 % của 20 điểm = 15,32");
        expect_reading("ratio of a/b=7", "7", Vi, "100 % của 20 điểm = 20");
        expect_reading("points", "62,5%", Vi, "62,5 % của 20 điểm = 12,5");
        expect_reading("points", "12,5", Vi, "= 12,5 / 20 điểm");
        // 0.76 % of the 50 % that give all points.
        expect_reading("capped_ratio 0.5", "0,76%", Vi, "0,76 % → 0,3 / 20 điểm");
        expect_reading("threshold_jump 0.8", "80", Vi, "80 % → 20 / 20 điểm");
        expect_reading("banded_ratio 0.9", "89", En, "89 % → 0 / 20 points");
        expect_reading("steps 1:0.25 4:1", "3", Vi, "= 5 / 20 điểm");
        expect_reading("yes_no", "có", Vi, "= 20 / 20 điểm");
        expect_reading("relative", "30", Vi, "");
        let relative = parse_rule("relative").unwrap();
        let raw = parse_raw_value(&relative, "30").unwrap();
        let beside = reading(&relative, twenty(), &raw, Some(Exact::whole(40)), Vi);
        assert_eq!(beside, "= 15 / 20 điểm");
    }

    #[test]
    fn the_next_step_is_said_in_raw_units() {
        for (text, now, next, said) in [
            ("steps 1:0.25 4:1", "3", "4", "3 → 4"),
            ("steps 1:0.25 4:1", "", "4", "lên 4"),
            ("count_capped 0.1", "3", "5", "thêm 2"),
            ("capped_ratio 0.5", "0.2", "0.5", "lên 50%"),
            ("yes_no", "no", "yes", "Có"),
            ("levels 0 0.5 1", "0", "1", "thêm một mức"),
            ("parts 0.3 0.7", "0", "0+1", "thêm một mức"),
        ] {
            let rule = parse_rule(text).unwrap();
            let [now, next] = [now, next].map(|raw| parse_raw_value(&rule, raw));
            assert_eq!(step(&rule, now.as_ref(), next.as_ref(), Vi), said, "{text}");
        }
        let mut named = parse_rule("parts 0.3 0.7").unwrap();
        if let dti_engine::model::RuleKind::Parts(choices) = &mut named.kind {
            choices[1].name.vi = "có hỏi đáp".to_owned();
        }
        let [now, next] = ["0", "0+1"].map(|raw| parse_raw_value(&named, raw));
        let said = step(&named, now.as_ref(), next.as_ref(), Vi);
        assert_eq!(said, "thêm “có hỏi đáp”");
    }
}
