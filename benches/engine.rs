//! How long a what-if takes: one edit, a full rescore, a merger, a foreign link and the draws of a
//! rank's stability, side by side.

use criterion::{Criterion, criterion_group, criterion_main};
use dti_whatif::analysis::Weights;
use dti_whatif::calculator::{Calculator, StabilityQuestion};
use dti_whatif::link::{self, Link};
use std::hint::black_box;

fn engine(criterion: &mut Criterion) {
    let Ok(calculator) = Calculator::official() else {
        return;
    };
    let cases = [
        ("baseline", "e=2022"),
        ("one edit", "e=2022&s=bac-giang.society:0.45"),
        (
            "a known figure and an edit",
            "e=2022&s=bac-giang.awareness:k0.8,bac-giang.society:0.45",
        ),
        ("full rescore of 63 units", "e=2022&w=economy:200"),
        ("rivals on trend", "e=2023&r=trend"),
        ("34 units", "e=2024-34&s=bac-ninh.society:0.9"),
    ];
    let mut group = criterion.benchmark_group("simulate");
    for (name, fragment) in cases {
        let (link, _) = link::read(fragment);
        group.bench_function(name, |bencher| {
            bencher.iter(|| calculator.simulate(black_box(&link.scenario)));
        });
    }
    group.finish();
    let mut group = criterion.benchmark_group("around it");
    let (link, _) = link::read("e=2024");
    group.bench_function("merge 63 into 34", |bencher| {
        bencher.iter(|| calculator.merge(black_box(&link.scenario), Weights::Equal));
    });
    let foreign =
        "e=2022&s=bac-giang.society:0.45,bac-giang.moon:0.1,hue.society:0.2&w=economy:200";
    group.bench_function("admit a foreign link", |bencher| {
        bencher.iter(|| {
            let (link, _) = link::read(black_box(foreign));
            calculator.admit(&link.scenario, &Link::default().scenario)
        });
    });
    group.bench_function("start: read everything that ships", |bencher| {
        bencher.iter(Calculator::official);
    });
    group.finish();
    let mut group = criterion.benchmark_group("stability");
    let (link, _) = link::read("e=2022");
    let question = StabilityQuestion::of(link.scenario);
    group
        .sample_size(10)
        .bench_function("10,000 draws for 63 units", |bencher| {
            bencher.iter(|| calculator.stability(black_box(&question)));
        });
    group.finish();
}

criterion_group!(benches, engine);
criterion_main!(benches);
