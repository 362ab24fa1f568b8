//! How long a what-if takes: one edit, a full rescore, a merger and a foreign link, side by side.

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use dti_benches::cases::{COMMUNES, COUNTRY, country, level_country, stepped_components};
use dti_engine::analysis::{Weights, cheapest};
use dti_engine::calculator::{
    Calculator, Effort, PlanLevel, PlanQuestion, StabilityQuestion, Target,
};
use dti_engine::model::{Exact, MaxPoints, Scenario};
use dti_formats::link::{self, Link};
use std::collections::BTreeMap;
use std::hint::black_box;

fn engine(criterion: &mut Criterion) {
    let Ok(calculator) = dti_formats::official() else {
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
        bencher.iter(dti_formats::official);
    });
    group.finish();
    let mut group = criterion.benchmark_group("analyses");
    let [from, to] = ["e=2022", "e=2024"].map(|fragment| link::read(fragment).0.scenario);
    group.bench_function("explain a rank across frameworks", |bencher| {
        bencher.iter(|| calculator.explain("quang-ninh", black_box(&from), black_box(&to)));
    });
    let asked = link::read("e=2022&u=bac-giang&s=bac-giang.society:0.45")
        .0
        .scenario;
    group.bench_function("neighbourhood", |bencher| {
        bencher.iter(|| calculator.neighbourhood(black_box(&asked)));
    });
    group.bench_function("sweep an indicator", |bencher| {
        bencher.iter(|| calculator.sweep_indicator(black_box(&asked), "society"));
    });
    group.bench_function("sweep a maximum from 0 to 400", |bencher| {
        bencher.iter(|| calculator.sweep_max_points(black_box(&asked), "economy", 400));
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
    plans(criterion, &calculator);
    communes(criterion);
    growth(criterion);
}

/// Four times as many units, all of them level: what takes sixteen times as long is a square.
fn growth(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("growth");
    group.sample_size(10);
    for units in [1_250, 5_000] {
        let Some(calculator) = level_country(units) else {
            return;
        };
        let scenario = link::read("e=communes&u=u7&s=u7.i5:0.6&w=i6:40").0.scenario;
        group.bench_function(BenchmarkId::new("simulate", units), |bencher| {
            bencher.iter(|| calculator.simulate(black_box(&scenario)));
        });
        group.bench_function(BenchmarkId::new("sweep a maximum", units), |bencher| {
            bencher.iter(|| calculator.sweep_max_points(black_box(&scenario), "i5", 60));
        });
        let edition = calculator.edition(COUNTRY).ok();
        group.bench_function(BenchmarkId::new("find every unit", units), |bencher| {
            let found = || {
                let edition = edition?;
                let units = edition.units().iter();
                Some(units.filter_map(|unit| edition.position(&unit.id)).count())
            };
            bencher.iter(found);
        });
    }
    group.finish();
}

/// The same questions about as many units as a country has communes.
fn communes(criterion: &mut Criterion) {
    let Some(calculator) = country(COMMUNES) else {
        return;
    };
    let baseline = Scenario::baseline(COUNTRY);
    let ask = |points: Option<u32>| Scenario {
        unit: Some("u7".to_owned()),
        max_points: points
            .and_then(|points| Some(("i5".to_owned(), MaxPoints::try_new(points)?)))
            .into_iter()
            .collect(),
        ..baseline.clone()
    };
    let (asked, weighted) = (ask(None), ask(Some(40)));
    let mut group = criterion.benchmark_group("3,321 x 62");
    group.sample_size(10);
    group.bench_function("simulate", |bencher| {
        bencher.iter(|| calculator.simulate(black_box(&asked)));
    });
    group.bench_function("simulate with other max points", |bencher| {
        bencher.iter(|| calculator.simulate(black_box(&weighted)));
    });
    group.bench_function("explain", |bencher| {
        bencher.iter(|| calculator.explain("u7", black_box(&asked), black_box(&weighted)));
    });
    group.bench_function("neighbourhood", |bencher| {
        bencher.iter(|| calculator.neighbourhood(black_box(&asked)));
    });
    group.bench_function("sweep an indicator", |bencher| {
        bencher.iter(|| calculator.sweep_indicator(black_box(&asked), "i5"));
    });
    let plan = PlanQuestion {
        scenario: asked.clone(),
        target: Target::Rank(1),
        level: PlanLevel::Main,
        effort: Effort::Diminishing,
        costs: BTreeMap::new(),
        caps: BTreeMap::new(),
        locked: Vec::new(),
    };
    group.bench_function("plan to the first rank", |bencher| {
        bencher.iter(|| calculator.plan(black_box(&plan)));
    });
    let question = StabilityQuestion {
        draws: 1_000,
        ..StabilityQuestion::of(baseline)
    };
    group.bench_function("1,000 draws", |bencher| {
        bencher.iter(|| calculator.stability(black_box(&question)));
    });
    group.finish();
}

fn plans(criterion: &mut Criterion, calculator: &Calculator) {
    let mut group = criterion.benchmark_group("plan");
    let question = |fragment, rank, effort| PlanQuestion {
        scenario: link::read(fragment).0.scenario,
        target: Target::Rank(rank),
        level: PlanLevel::Main,
        effort,
        costs: BTreeMap::new(),
        caps: BTreeMap::new(),
        locked: Vec::new(),
    };
    let next = question("e=2022&u=thua-thien-hue", 3, Effort::Diminishing);
    group.bench_function("plan to the next rank", |bencher| {
        bencher.iter(|| calculator.plan(black_box(&next)));
    });
    let first = question("e=2024&u=bac-kan", 1, Effort::Diminishing);
    group.bench_function("plan from the last rank to the first", |bencher| {
        bencher.iter(|| calculator.plan(black_box(&first)));
    });
    for (name, costs, needed) in [
        ("plan over 98 stepped components", 1, 20),
        (
            "plan over 98 stepped components, half of all there is",
            1,
            300,
        ),
        ("plan over 98 stepped components, five costs", 5, 20),
        (
            "plan over 98 stepped components, five costs, half of all there is",
            5,
            300,
        ),
    ] {
        let (levers, needed) = (stepped_components(costs), Exact::whole(needed));
        group.bench_function(name, |bencher| {
            bencher.iter(|| cheapest(black_box(&levers), Effort::Flat, needed));
        });
    }
    group.finish();
}

criterion_group!(benches, engine);
criterion_main!(benches);
