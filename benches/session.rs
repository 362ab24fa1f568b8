//! What an edit costs: one score at a time, with values that change, on provinces, on components and
//! on as many units as a country has communes; and what the page asks after it.

use criterion::{
    BenchmarkGroup, Criterion, criterion_group, criterion_main, measurement::WallTime,
};
use dti_benches::cases::{COMMUNES, COUNTRY, Editing, components, country};
use dti_engine::calculator::{Calculator, Direction, LadderColumn};
use dti_engine::model::{Exact, Level, MaxPoints, Scenario, Score};
use dti_engine::session::Session;
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

/// One slider of an edition's first unit, on its first main indicator.
struct Slider {
    session: Session,
    before: Session,
    unit: String,
    main: String,
    tenths: i64,
}

impl Slider {
    fn of(calculator: &Calculator, edition: &str) -> Option<Self> {
        let session = calculator.open(&Scenario::baseline(edition)).ok()?;
        let framework = session.edition().framework();
        let main = framework.mains().next()?;
        Some(Self {
            before: session.clone(),
            unit: session.edition().units().first()?.id.clone(),
            main: framework.indicator(main).id.clone(),
            tenths: 0,
            session,
        })
    }

    /// To the next place of its track.
    fn step(&mut self) -> &Session {
        self.tenths = (self.tenths + 1) % 10;
        let score = Score::try_new(Exact::decimal(self.tenths, 1)).unwrap_or(Score::ZERO);
        self.session.set(&self.unit, &self.main, score).ok();
        &self.session
    }
}

/// Times a step of a slider and what is then asked.
fn ask<A>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    (edition, question): (&str, &str),
    calculator: Option<&Calculator>,
    answer: impl Fn(&Session, &Session) -> A,
) {
    let Some(mut slider) = calculator.and_then(|made| Slider::of(made, edition)) else {
        return;
    };
    let before = slider.before.clone();
    group.bench_function(format!("{question}, {edition}"), |bencher| {
        bencher.iter(|| black_box(answer(slider.step(), &before)));
    });
}

fn page(criterion: &mut Criterion) {
    let (official, large) = (dti_formats::official().ok(), country(COMMUNES));
    let mut group = criterion.benchmark_group("page");
    for (edition, calculator) in [("2022", official.as_ref()), (COUNTRY, large.as_ref())] {
        ask(&mut group, (edition, "step"), calculator, |_, _| ());
        ask(&mut group, (edition, "verdict"), calculator, |now, _| {
            now.verdict(0)
        });
        ask(
            &mut group,
            (edition, "scorecard"),
            calculator,
            |now, before| now.scorecard(before, 0),
        );
        ask(&mut group, (edition, "63 lines"), calculator, |now, _| {
            (0..63)
                .map(|unit| now.ladder_line(unit))
                .collect::<Vec<_>>()
        });
        ask(&mut group, (edition, "notes"), calculator, |now, _| {
            now.notes()
        });
        ask(
            &mut group,
            (edition, "order by name"),
            calculator,
            |now, _| now.ladder_order(LadderColumn::Name, Direction::Usual),
        );
        ask(&mut group, (edition, "pillars"), calculator, |now, _| {
            now.pillars().map(<[_]>::len)
        });
    }
    group.finish();
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

criterion_group!(benches, session, page);
criterion_main!(benches);
