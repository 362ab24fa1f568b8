//! What the engine takes natively: times of every case, as `cargo xtask audit bench` prints them beside
//! those in Chromium, or one case alone, whose instructions `cargo xtask audit instructions` counts.

use dti_benches::cases::{self, COMMUNES, COUNTRY, Editing, components, country};
use dti_engine::calculator::Calculator;
use dti_engine::model::Level;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

/// Of so many batches the quickest counts: the others waited for the machine.
const BATCHES: usize = 200;

/// One question, asked again and again.
struct Case {
    name: &'static str,
    /// How often it is asked where instructions are counted.
    times: usize,
    /// And where it is timed: so short that another program seldom comes between.
    timed: usize,
    /// Makes everything ready; what comes out asks the question so many times.
    prepare: fn() -> Option<Run>,
}

type Run = Box<dyn FnMut(usize)>;

const CASES: [Case; 8] = [
    case("set, 63 x 8", 4_096, 2_048, || {
        editing(dti_formats::official().ok(), "2022", Level::Main)
    }),
    case("set, 34 x 8", 4_096, 2_048, || {
        editing(dti_formats::official().ok(), "2024-34", Level::Main)
    }),
    case("set, 63 x 98 components", 4_096, 2_048, || {
        editing(components(), "2022", Level::Component)
    }),
    case("set, 3,321 x 62", 4_096, 2_048, || {
        editing(country(COMMUNES), COUNTRY, Level::Main)
    }),
    case("simulate, 63 x 8", 100, 1, || {
        let calculator = dti_formats::official().ok()?;
        Some(Box::new(move |times| {
            black_box(cases::simulate(&calculator, times));
        }))
    }),
    case("draw, 63 x 8", 2_000, 1_000, || {
        let calculator = dti_formats::official().ok()?;
        Some(Box::new(move |times| {
            black_box(cases::draws(&calculator, "2022", times as u32));
        }))
    }),
    case("plan, 63 x 8", 20, 1, || {
        let calculator = dti_formats::official().ok()?;
        Some(Box::new(move |times| {
            for _ in 0..times {
                black_box(cases::plan(&calculator));
            }
        }))
    }),
    case("plan, 98 components", 5, 1, || {
        Some(Box::new(|times| {
            for _ in 0..times {
                black_box(cases::plan_over_levels(black_box(5), 60));
            }
        }))
    }),
];

const fn case(
    name: &'static str,
    times: usize,
    timed: usize,
    prepare: fn() -> Option<Run>,
) -> Case {
    Case {
        name,
        times,
        timed,
        prepare,
    }
}

fn editing(calculator: Option<Calculator>, edition: &str, level: Level) -> Option<Run> {
    let mut editing = Editing::of(&calculator?, edition, level)?;
    Some(Box::new(move |times| {
        black_box(editing.take(times));
    }))
}

/// A name that callgrind finds again: nothing outside is counted.
#[inline(never)]
fn only_this_is_counted(run: &mut Run, times: usize) {
    run(times);
}

/// The microseconds of one question.
fn time(run: &mut Run, times: usize) -> f64 {
    let start = Instant::now();
    only_this_is_counted(run, times);
    start.elapsed().as_secs_f64() * 1e6 / times as f64
}

/// Without a name all cases are timed, with one it is asked a batch of times; `--list` names them.
fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.iter().any(|word| word == "--list") {
        for case in &CASES {
            println!("{}", case.name);
        }
        return ExitCode::SUCCESS;
    }
    // Cargo adds `--bench`.
    let asked = words.iter().find(|word| !word.starts_with("--"));
    let mut ready = Vec::new();
    for case in &CASES {
        if asked.is_some_and(|name| name != case.name) {
            continue;
        }
        let Some(mut run) = (case.prepare)() else {
            eprintln!("error: the case `{}` cannot be made ready", case.name);
            return ExitCode::FAILURE;
        };
        // What is computed once and kept is no part of any case.
        run(case.times);
        ready.push((case, run, f64::INFINITY));
    }
    if asked.is_some() {
        for (case, run, _) in &mut ready {
            only_this_is_counted(run, case.times);
            println!("{}\t{}", case.name, case.times);
        }
        return ExitCode::SUCCESS;
    }
    // In turns, so that all meet the same load.
    for _ in 0..BATCHES {
        for (case, run, best) in &mut ready {
            *best = best.min(time(run, case.timed));
        }
    }
    for (case, _, best) in &ready {
        println!("{}\t{best}", case.name);
    }
    ExitCode::SUCCESS
}
