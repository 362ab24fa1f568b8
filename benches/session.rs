//! What an edit costs: one score at a time, with values that change, on provinces, on components and
//! on as many units as a country has communes.

use criterion::{
    BenchmarkGroup, Criterion, criterion_group, criterion_main, measurement::WallTime,
};
use dti_benches::cases::{COMMUNES, COUNTRY, Editing, components, country};
use dti_engine::calculator::Calculator;
use dti_engine::model::{Level, MaxPoints, Scenario};
use std::hint::black_box;

/// Times the edits of an edition.
fn set(
    group: &mut BenchmarkGroup<'_, WallTime>,
    name: &str,
    calculator: Option<&Calculator>,
    (edition, level): (&str, Level),
) {
    let Some(mut editing) = calculator.and_then(|made| Editing::of(made, edition, level)) else {
        return;
    };
    group.bench_function(name, |bencher| bencher.iter(|| editing.take(1)));
}

fn session(criterion: &mut Criterion) {
    let Ok(official) = dti_formats::official() else {
        return;
    };
    let year = Scenario::baseline("2022");
    let (slots, large) = (components(), country(COMMUNES));
    let mut group = criterion.benchmark_group("set");
    let mains = ("2022", Level::Main);
    set(&mut group, "63 x 8", Some(&official), mains);
    let parts = ("2022", Level::Component);
    set(&mut group, "63 x 98 components", slots.as_ref(), parts);
    let communes = (COUNTRY, Level::Main);
    set(&mut group, "3,321 x 62", large.as_ref(), communes);
    group.finish();
    let country = large
        .as_ref()
        .and_then(|made| made.open(&Scenario::baseline(COUNTRY)).ok());
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
