//! What an edit costs: one score at a time, with values that change, on provinces, on components and
//! on as many units as a country has communes.

mod communes;

use communes::{Draws, communes};
use criterion::{
    BenchmarkGroup, Criterion, criterion_group, criterion_main, measurement::WallTime,
};
use dti_engine::model::{Level, MaxPoints, Scenario, Score};
use dti_engine::session::Session;
use dti_formats::slots_part;
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::SeedableRng as _;
use std::hint::black_box;

const EDITS: usize = 4_096;

/// The edits of a run: a unit, an indicator of this level, a score.
fn edits(session: &Session, level: Level) -> Vec<(String, String, Score)> {
    let mut draws = Draws(Xoshiro256PlusPlus::seed_from_u64(15));
    let edition = session.edition();
    let framework = edition.framework();
    let nodes: Vec<&str> = framework
        .nodes()
        .map(|node| framework.indicator(node))
        .filter(|indicator| indicator.level == level && indicator.scored)
        .map(|indicator| indicator.id.as_str())
        .collect();
    let edit = |_| {
        let unit = edition.units().get(draws.below(edition.units().len()))?;
        let node = nodes.get(draws.below(nodes.len()))?;
        let score = Score::entered(draws.below(10_001) as f64 / 10_000.0)?;
        Some((unit.id.clone(), (*node).to_owned(), score))
    };
    (0..EDITS).filter_map(edit).collect()
}

fn set(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, mut session: Session, level: Level) {
    let edits = edits(&session, level);
    let mut turn = edits.iter().cycle();
    group.bench_function(name, |bencher| {
        bencher.iter(|| {
            let (unit, node, score) = turn.next()?;
            session.set(black_box(unit), black_box(node), *score).ok()
        });
    });
}

fn session(criterion: &mut Criterion) {
    let Ok(official) = dti_formats::official() else {
        return;
    };
    let year = Scenario::baseline("2022");
    let mut group = criterion.benchmark_group("set");
    if let Ok(session) = official.open(&year) {
        set(&mut group, "63 x 8", session, Level::Main);
    }
    let slots = official
        .edition("2022")
        .map(|edition| slots_part(edition.framework()));
    if let Ok(slots) = slots {
        let text = format!("{}{slots}", dti_formats::official_text());
        let components = dti_formats::shipped(text.leak());
        if let Some(session) = components.ok().and_then(|made| made.open(&year).ok()) {
            set(&mut group, "63 x 98 components", session, Level::Component);
        }
    }
    let large = communes();
    let country = large
        .as_ref()
        .and_then(|made| made.open(&Scenario::baseline("communes")).ok());
    if let Some(session) = country.clone() {
        set(&mut group, "3,321 x 62", session, Level::Main);
    }
    group.finish();
    let mut group = criterion.benchmark_group("session");
    group.bench_function("open, 63 x 8", |bencher| {
        bencher.iter(|| official.open(black_box(&year)));
    });
    for (name, session, main) in [
        ("max points, 63 x 8", official.open(&year).ok(), "economy"),
        ("max points, 3,321 x 62", country, "i5"),
    ] {
        let Some(mut session) = session else { continue };
        let mut points = 0;
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                points = points % 300 + 1;
                session
                    .set_max_points(main, MaxPoints::try_new(points)?)
                    .ok()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, session);
criterion_main!(benches);
