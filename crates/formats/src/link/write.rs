//! Writing a link: the other half of reading one.

use super::escape::encode;
use super::{DEFAULT_SEED, FIRST_DATA, Link, Privacy, TooLong, VERSION};
use crate::raw_text::value_text;
use dti_engine::model::{Entry, Exact, Kind, Override, POINTS_DECIMALS, Rivals, SCORE_DECIMALS};
use std::fmt::Write as _;

/// Writes a link as a fragment, without the leading `#`. Defaults of the grammar are left out.
/// Assessed figures (`a12/35`) are written with [`Privacy::WithKnown`] only.
pub fn write(link: &Link, privacy: Privacy) -> Result<String, TooLong> {
    let scenario = &link.scenario;
    let mut text = format!("v={VERSION}&e={}", encode(&scenario.edition));
    let mut add = |key: &str, value: &str| {
        // Writing to a String cannot fail.
        write!(text, "&{key}={value}").ok();
    };
    if let Some(unit) = &scenario.unit {
        add("u", &encode(unit));
    }
    let shared = |o: &&Override| privacy == Privacy::WithKnown || o.kind == Kind::WhatIf;
    let overrides: Vec<String> = scenario
        .overrides
        .iter()
        .filter(shared)
        .map(written_override)
        .collect();
    if !overrides.is_empty() {
        add("s", &overrides.join(","));
    }
    let mut ids = scenario.overrides.iter().filter(shared);
    if ids.any(|o| o.indicator.contains('.')) {
        add("c", "1");
    }
    let maxima: Vec<String> = scenario
        .max_points
        .iter()
        .map(|(id, max)| format!("{id}:{}", max.whole()))
        .collect();
    if !maxima.is_empty() {
        add("w", &maxima.join(","));
    }
    match scenario.rivals {
        Rivals::Frozen => {}
        Rivals::Trend => add("r", "trend"),
        Rivals::Gain(hundredths) => {
            let sign = if hundredths < 0 { "-" } else { "" };
            let points = Exact::decimal(hundredths, POINTS_DECIMALS).abs();
            add(
                "r",
                &format!("gain:{sign}{}", points.to_short_text(POINTS_DECIMALS)),
            );
        }
    }
    if let Some(target) = link.target {
        add("t", &target.to_string());
    }
    if link.seed != DEFAULT_SEED {
        add("seed", &link.seed.to_string());
    }
    if let Some(language) = link.language {
        add("lang", language.as_str());
    }
    if let Some(theme) = link.theme {
        add("theme", theme.as_str());
    }
    if let Some(data) = link.data.filter(|&data| data > FIRST_DATA) {
        add("d", &data.to_string());
    }
    if let Some(code) = &link.data_code {
        add("own", code);
    }
    for (key, value) in &link.view {
        add(key, &encode(value));
    }
    if text.len() > privacy.longest() {
        Err(TooLong { bytes: text.len() })
    } else {
        Ok(text)
    }
}

fn written_override(o: &Override) -> String {
    let kind = match o.kind {
        Kind::Known => "k",
        Kind::WhatIf => "",
        Kind::Assessed => "a",
    };
    let value = match &o.entry {
        Entry::Share(share) if o.kind == Kind::Assessed => share.value().to_fraction_text(),
        // What is typed has 4 decimals.
        Entry::Share(score) => score.value().to_short_text(SCORE_DECIMALS),
        Entry::Score(score) => score.value().to_short_text(SCORE_DECIMALS),
        Entry::Value(raw) => format!("v{}", value_text(raw)),
        Entry::Points(points) => format!("p{}", points.value().to_short_text(POINTS_DECIMALS)),
    };
    format!("{}.{}:{kind}{value}", o.unit, o.indicator)
}
