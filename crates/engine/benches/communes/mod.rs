//! An index of as many units as a country has communes, for the benchmarks.

use dti_engine::calculator::Calculator;
use dti_formats::parse_index;
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng as _, SeedableRng as _};

const COMMUNES: usize = 3_321;
const INDICATORS: usize = 62;

/// Whole numbers below a limit, the same at every run.
pub(crate) struct Draws(pub(crate) Xoshiro256PlusPlus);

impl Draws {
    /// The next one.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.0.next_u64() % limit as u64) as usize
    }
}

/// The official editions and, behind them, one of so many units and indicators.
///
/// Files of own indices hold fewer units, so the lines of a small one are written out for more.
pub(crate) fn communes() -> Option<Calculator> {
    let mut draws = Draws(Xoshiro256PlusPlus::seed_from_u64(63));
    let id = |place: usize| format!("i{place}");
    let indicators = (0..INDICATORS).map(|place| {
        let (id, points) = (id(place), 5 + place % 20);
        format!(r#"{{"id":"{id}","name":{{"vi":"{id}","en":"{id}"}},"maxPoints":{points}}}"#)
    });
    let indicators: Vec<String> = indicators.collect();
    let values: Vec<String> = (0..INDICATORS)
        .map(|place| format!(r#""{}":0.5"#, id(place)))
        .collect();
    let document = format!(
        r#"{{"framework":{{"id":"large","title":{{"vi":"l","en":"l"}},"decimals":4,"indicators":[{}]}},
        "edition":{{"id":"communes","year":2025,"title":{{"vi":"c","en":"c"}},
        "units":[{{"id":"u","name":{{"vi":"u","en":"u"}}}}],"values":{{"u":{{{}}}}}}}}}"#,
        indicators.join(","),
        values.join(",")
    );
    let index = parse_index("communes.json", &document).ok()?;
    let mut text = dti_formats::official_text().to_owned();
    for line in index.to_catalogue_text().lines() {
        let Some(rest) = line.strip_prefix("u\t") else {
            text.push_str(line);
            text.push('\n');
            continue;
        };
        let is_row = rest.starts_with("own\t");
        for unit in 0..COMMUNES {
            text.push_str(&format!("u{unit}\t"));
            if is_row {
                text.push_str("own\t\t\t");
                for _ in 0..INDICATORS {
                    text.push_str(&format!("\t0.{:04}", 3_000 + draws.below(6_000)));
                }
            } else {
                text.push_str(rest);
            }
            text.push('\n');
        }
    }
    dti_formats::shipped(text.leak()).ok()
}
