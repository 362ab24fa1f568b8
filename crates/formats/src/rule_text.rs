//! Scoring rules and raw values as short texts, the same in framework files, component lists,
//! scorecards and project files: `steps 1:0.25 4:1`, `12/35`.

use super::edition_file::decimal;
use dti_engine::model::{Answer, Exact, RawValue, Rule};

/// Decimals that are written at most; what is read has as many at most.
const DECIMALS: u32 = 12;
/// Most steps, levels or parts of one rule.
const MOST_STEPS: usize = 50;

/// The rule that a text names: `points`, `yes_no`, `levels 0 0.5 1`, `ratio`, `capped_ratio 0.8`,
/// `steps 1:0.25 4:1`, `parts 0.3 0.7`, `per_capita 1000 1.5`, `survey`, `unscored`. Fractions are
/// shares of the max points, `0..=1`; `None` for anything else.
///
/// ```
/// use dti_formats::{parse_rule, rule_text};
/// let rule = parse_rule("steps 1:0.25 4:1").expect("counts with their fractions");
/// assert_eq!(rule_text(&rule), "steps 1:0.25 4:1");
/// assert_eq!(parse_rule("levels 2"), None);
/// ```
pub fn parse_rule(text: &str) -> Option<Rule> {
    let mut words = text.split_ascii_whitespace();
    let kind = words.next()?;
    let numbers: Vec<&str> = words.collect();
    if numbers.len() > MOST_STEPS {
        return None;
    }
    let fractions = || -> Option<Vec<Exact>> { numbers.iter().map(|n| fraction(n)).collect() };
    Some(match (kind, numbers.as_slice()) {
        ("points", []) => Rule::Points,
        ("yes_no", []) => Rule::YesNo,
        ("ratio", []) => Rule::Ratio,
        ("survey", []) => Rule::Survey,
        ("unscored", []) => Rule::Unscored,
        ("levels", [_, ..]) => Rule::Levels(fractions()?),
        ("parts", [_, ..]) => Rule::Parts(fractions()?),
        ("capped_ratio", [full_at]) => Rule::CappedRatio(above_zero(fraction(full_at)?)?),
        ("steps", [_, ..]) => {
            let step = |text: &&str| {
                let (count, fraction_) = text.split_once(':')?;
                Some((count.parse().ok()?, fraction(fraction_)?))
            };
            Rule::Steps(numbers.iter().map(step).collect::<Option<_>>()?)
        }
        ("per_capita", [people, threshold]) => Rule::PerCapita {
            people: people.parse().ok().filter(|&people| people > 0)?,
            threshold: above_zero(decimal(threshold)?)?,
        },
        _ => return None,
    })
}

/// A rule as a text that [`parse_rule`] reads.
pub fn rule_text(rule: &Rule) -> String {
    let listed = |kind: &str, fractions: &[Exact]| {
        let texts = fractions.iter().map(|f| f.to_short_text(DECIMALS));
        std::iter::once(kind.to_owned())
            .chain(texts)
            .collect::<Vec<_>>()
            .join(" ")
    };
    match rule {
        Rule::Points => "points".to_owned(),
        Rule::YesNo => "yes_no".to_owned(),
        Rule::Ratio => "ratio".to_owned(),
        Rule::Survey => "survey".to_owned(),
        Rule::Unscored => "unscored".to_owned(),
        Rule::Levels(levels) => listed("levels", levels),
        Rule::Parts(parts) => listed("parts", parts),
        Rule::CappedRatio(full_at) => listed("capped_ratio", &[*full_at]),
        Rule::Steps(steps) => {
            let mut text = "steps".to_owned();
            for (count, fraction) in steps {
                text.push_str(&format!(" {count}:{}", fraction.to_short_text(DECIMALS)));
            }
            text
        }
        Rule::PerCapita { people, threshold } => {
            format!("per_capita {people} {}", threshold.to_short_text(DECIMALS))
        }
    }
}

/// The raw value that a text gives under a rule: `12.5` points, `yes`, level `2` (from 0), share
/// `12/35`, count `3`, parts met `0+2` (`-` for none), `500/480000` in a population. `None` for
/// anything else; whether it is inside the rule's range is for `analysis::score` to say.
pub fn parse_raw_value(rule: &Rule, text: &str) -> Option<RawValue> {
    let text = text.trim();
    let ratio = || {
        let (part, whole) = text.split_once('/')?;
        Some((decimal(part.trim())?, decimal(whole.trim())?))
    };
    Some(match rule {
        Rule::Points => RawValue::Points(decimal(text)?),
        Rule::YesNo => RawValue::Answer(match text {
            "yes" => Answer::Yes,
            "no" => Answer::No,
            _ => return None,
        }),
        Rule::Levels(_) => RawValue::Level(text.parse().ok()?),
        Rule::Ratio | Rule::CappedRatio(_) | Rule::Survey => {
            let (part, whole) = ratio()?;
            RawValue::Share { part, whole }
        }
        Rule::Steps(_) => RawValue::Count(text.parse().ok()?),
        Rule::Parts(_) if text == "-" => RawValue::Met(Vec::new()),
        Rule::Parts(_) => {
            let parts = text.split('+').map(|part| part.trim().parse().ok());
            RawValue::Met(parts.collect::<Option<_>>()?)
        }
        Rule::PerCapita { .. } => {
            let (count, population) = ratio()?;
            RawValue::InPopulation { count, population }
        }
        Rule::Unscored => return None,
    })
}

/// A raw value as a text that [`parse_raw_value`] reads.
pub fn raw_value_text(raw: &RawValue) -> String {
    let number = |value: &Exact| value.to_short_text(DECIMALS);
    match raw {
        RawValue::Points(points) => number(points),
        RawValue::Answer(Answer::Yes) => "yes".to_owned(),
        RawValue::Answer(Answer::No) => "no".to_owned(),
        RawValue::Level(level) => level.to_string(),
        RawValue::Count(count) => count.to_string(),
        RawValue::Share { part, whole } => format!("{}/{}", number(part), number(whole)),
        RawValue::InPopulation { count, population } => {
            format!("{}/{}", number(count), number(population))
        }
        RawValue::Met(parts) if parts.is_empty() => "-".to_owned(),
        RawValue::Met(parts) => {
            let parts: Vec<String> = parts.iter().map(usize::to_string).collect();
            parts.join("+")
        }
    }
}

fn fraction(text: &str) -> Option<Exact> {
    decimal(text).filter(|value| *value <= Exact::ONE)
}

fn above_zero(value: Exact) -> Option<Exact> {
    (value > Exact::ZERO).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::{parse_raw_value, parse_rule, raw_value_text, rule_text};
    use dti_engine::model::Rule;

    #[test]
    fn rules_and_raw_values_round_trip() {
        for (rule, raws) in [
            ("points", &["12.5", "0"][..]),
            ("yes_no", &["yes", "no"]),
            ("levels 0 0.5 1", &["0", "2"]),
            ("ratio", &["12/35", "0.5/1"]),
            ("capped_ratio 0.8", &["3/4"]),
            ("steps 1:0.25 2:0.5 4:1", &["0", "9"]),
            ("parts 0.3 0.7", &["0", "0+1", "-"]),
            ("per_capita 1000 1.5", &["500/480000"]),
            ("survey", &["71/80"]),
        ] {
            let read = parse_rule(rule).unwrap();
            assert_eq!(rule_text(&read), rule);
            for raw in raws {
                let value = parse_raw_value(&read, raw).unwrap();
                assert_eq!(raw_value_text(&value), *raw, "{rule}");
            }
        }
        assert_eq!(parse_rule("unscored"), Some(Rule::Unscored));
    }

    #[test]
    fn anything_else_is_no_rule_and_no_value() {
        for text in [
            "",
            "point",
            "levels",
            "levels 2",
            "levels -1",
            "steps 1",
            "steps a:1",
            "ratio 1",
            "capped_ratio 0",
            "per_capita 0 1",
            "per_capita 1000",
            "parts x",
        ] {
            assert_eq!(parse_rule(text), None, "{text}");
        }
        for text in ["", "12", "1/", "a/b", "1/2/3", "-1/2"] {
            assert_eq!(parse_raw_value(&Rule::Ratio, text), None, "{text}");
        }
        assert_eq!(parse_raw_value(&Rule::Unscored, "1"), None);
        assert_eq!(parse_raw_value(&Rule::YesNo, "Yes"), None);
    }
}
