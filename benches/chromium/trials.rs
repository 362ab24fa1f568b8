//! The same questions as in `../engine.rs`, for the browser: `cargo xtask audit chromium` builds this to
//! WebAssembly as the site is built, and prints how long each takes.

use dti_engine::analysis::{Effort, Lever, cheapest};
use dti_engine::calculator::{Calculator, StabilityQuestion};
use dti_engine::model::Exact;
use dti_formats::link;
use wasm_bindgen::prelude::wasm_bindgen;

/// The cost of a plan over 98 components with levels at quarters, 1000 points together.
#[wasm_bindgen]
pub fn plan_over_levels(costs: i32, needed: i32) -> f64 {
    let lever = |place: i64| Lever {
        max_points: Exact::whole(if place < 20 { 11 } else { 10 }),
        start: Exact::decimal(2_000 + place * 37, 4),
        cap: Exact::ONE,
        cost: 1.0 + (place % i64::from(costs)) as f64 / 2.0,
        levels: Some((0..=4).map(|quarter| Exact::fraction(quarter, 4)).collect()),
    };
    let levers: Vec<Lever> = (0..98).map(lever).collect();
    let way = cheapest(&levers, Effort::Flat, Exact::whole(i64::from(needed)));
    way.map_or(f64::NAN, |way| way.cost)
}

/// How often the first unit of 2022 is first in so many draws with everything on.
#[wasm_bindgen]
pub fn draws(count: u32) -> u32 {
    let (link, _) = link::read("e=2022");
    let question = StabilityQuestion {
        draws: count,
        ..StabilityQuestion::of(link.scenario)
    };
    let made = dti_formats::official().ok();
    let made = made.and_then(|calculator| calculator.stability(&question).ok());
    let first = made.and_then(|made| made.units.first().map(|unit| *unit.counts.at(0)));
    first.unwrap_or_default()
}
