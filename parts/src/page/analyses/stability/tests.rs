//! What is said about draws, against the calculator's own; stopped, resumed and kept.

use super::{question, top_for};
use crate::page::Markup;
use crate::page::analyses::Work;
use crate::page::analyses::others::chance;
use crate::page::analyses::work::tests::{
    asked, calculator, deed, finding_of, ground, html, page, shown, table, text_of,
};
use crate::page::tests::Asker;
use crate::page::text::in_language;
use dti_engine::calculator::{Stability, StabilityQuestion};
use dti_formats::link::{self, Language};

/// What a work shows so far.
fn so_far(work: &Work<'_>) -> String {
    Markup::unpack(&work.answer()).html()
}

fn done(work: &Work<'_>) -> u32 {
    let html = so_far(work);
    let (_, rest) = html.split_once("<progress").unwrap();
    let (_, rest) = rest.split_once(" value=\"").unwrap();
    rest.split('"').next().unwrap().parse().unwrap()
}

fn finish(work: &mut Work<'_>) -> String {
    while !work.advance() {}
    so_far(work)
}

/// Finding, ties, table and progress against the result.
#[track_caller]
fn check(html: &str, asked: &StabilityQuestion, made: &Stability, language: Language) {
    let edition = calculator().edition(&asked.scenario.edition).unwrap();
    let unit = asked.scenario.unit.as_deref().unwrap();
    let position = edition.position(unit).unwrap();
    let own = made.of(position).unwrap();
    let name_at = |row: usize| in_language(&edition.units()[row].name, language);
    let top = top_for(own.rank, edition.units().len());
    let sure = chance(own.top(top), language);
    let (name, rank, low, high) = (name_at(position), own.rank, own.low, own.high);
    let band = match (language, low == high) {
        (Language::Vi, true) => format!("ít nhất 90% số lần thử cho hạng {low}."),
        (Language::Vi, false) => format!("90% số lần thử cho hạng từ {low} đến {high}."),
        (Language::En, true) => format!("at least 90% of the draws put it at rank {low}."),
        (Language::En, false) => {
            format!("90% of the draws put it between ranks {low} and {high}.")
        }
    };
    let wanted = match (language, top) {
        (Language::Vi, 1) => format!("{name}: hạng {rank}; {band} Xác suất đứng đầu: {sure}."),
        (Language::Vi, _) => format!("{name}: hạng {rank}; {band} Xác suất vào tốp {top}: {sure}."),
        (Language::En, 1) => {
            format!("{name}: rank {rank}; {band} Chance of the first place: {sure}.")
        }
        (Language::En, _) => {
            format!("{name}: rank {rank}; {band} Chance of the top {top}: {sure}.")
        }
    };
    assert_eq!(finding_of(html), wanted);
    let groups = made.tied_groups();
    let tied = groups.iter().find(|group| group.contains(&position));
    let tied: Vec<&str> = tied
        .into_iter()
        .flatten()
        .filter(|row| **row != position)
        .map(|row| name_at(*row))
        .collect();
    let list = format!(": {}.", tied.join(", "));
    assert_eq!(
        html.contains("chưa thể nói chắc") || html.contains("not certain"),
        !tied.is_empty()
    );
    assert!(tied.is_empty() || html.contains(&list), "{list}: {html}");
    let caption = match language {
        Language::Vi => "Dải hạng và xác suất vào tốp",
        Language::En => "Rank bands and chances of the top",
    };
    let rows = table(html, caption);
    assert_eq!(rows.len(), edition.units().len() + 1);
    for (row, unit) in rows[1..].iter().zip(&made.units) {
        assert_eq!(row[0], name_at(unit.position));
        assert_eq!(
            row[1..3],
            [unit.rank.to_string(), format!("{}–{}", unit.low, unit.high)]
        );
        let most: usize = row[3].parse().unwrap();
        assert_eq!(unit.counts.iter().max(), Some(unit.counts.at(most - 1)));
        for (cell, top) in row[4..].iter().zip([3, 5, 10]) {
            assert_eq!(*cell, chance(unit.top(top), language));
        }
    }
}

#[test]
fn the_finding_and_the_table_are_the_calculators() {
    for (fragment, choices) in [
        ("e=2022&u=bac-giang", vec![]),
        ("e=2022&u=da-nang&lang=en", vec![("spread", "10")]),
        (
            "e=2022&u=thanh-hoa",
            vec![("estimates", "off"), ("spread", "50")],
        ),
        (
            "e=2022&u=bac-kan&lang=en",
            vec![("rounding", "off"), ("spread", "100")],
        ),
        ("e=2023&u=phu-yen", vec![("spread", "0")]),
        (
            "e=2022&u=yen-bai&lang=en",
            vec![("spread", "0"), ("rounding", "off")],
        ),
        ("e=2024&u=bac-ninh&seed=9007199254740991", vec![]),
        (
            "e=2024-34&u=cao-bang&lang=en&seed=0",
            vec![("spread", "50")],
        ),
        (
            "e=2022&u=bac-giang&s=bac-giang.awareness:0.95&r=gain:5",
            vec![],
        ),
        (
            "e=2022&u=hai-phong&w=society:400,economy:0",
            vec![("seed", "42")],
        ),
    ] {
        let link = link::read(fragment).0;
        let chosen = |key| choices.iter().find(|(own, _)| *own == key).map(|own| own.1);
        let spread: f64 = chosen("spread").unwrap_or("25").parse().unwrap();
        let asked = StabilityQuestion {
            draws: 1_000,
            seed: chosen("seed").map_or(link.seed, |seed| seed.parse().unwrap()),
            weight_spread: spread / 100.0,
            rounding: chosen("rounding").is_none(),
            estimates: chosen("estimates").is_none(),
            ..StabilityQuestion::of(link.scenario)
        };
        let made = calculator().stability(&asked).unwrap();
        let mut all = choices.clone();
        all.push(("draws", "1000"));
        let html = html(&format!("#{fragment}&panel=stability"), &all);
        let language = link.language.unwrap_or_default();
        check(&html, &asked, &made, language);
        let seed = format!(
            "{} {}",
            ["số khởi đầu", "seed"][usize::from(language == Language::En)],
            asked.seed
        );
        assert!(html.contains(&seed), "{html}");
        assert_eq!(
            html.contains("(±0,00005)") || html.contains("(±0.00005)"),
            asked.rounding
        );
        let spread_told = format!("(±{spread}%)");
        assert_eq!(html.contains(&spread_told), spread > 0.0);
        let error = ["giá trị ước tính (±", "the estimated figures (±"];
        assert_eq!(
            error.iter().any(|words| html.contains(words)),
            // After the merger every figure is on file.
            asked.estimates && asked.scenario.edition != "2024-34"
        );
        assert_eq!(
            html.contains("Kịch bản đổi một chỉ số chỉ"),
            fragment.contains("awareness")
        );
        assert!(!html.contains("<button class=\"quiet\" type=\"button\" data-do=\"set pause"));
    }
}

#[test]
fn choices_reach_the_question_and_what_is_not_offered_does_not() {
    let fragment = "#e=2022&u=bac-giang&seed=7";
    let of = |choices: &[(&str, &str)]| question(&ground(fragment, choices));
    let scenario = link::read("e=2022&u=bac-giang").0.scenario;
    let usual = StabilityQuestion {
        seed: 7,
        ..StabilityQuestion::of(scenario)
    };
    assert_eq!(of(&[]), usual);
    for wrong in ["7", "-1", "", "NaN", "10000000000"] {
        assert_eq!(of(&[("spread", wrong), ("draws", wrong)]), usual);
    }
    let all = [
        ("spread", "100"),
        ("draws", "100000"),
        ("rounding", "off"),
        ("estimates", "off"),
        ("seed", "8"),
    ];
    let wanted = StabilityQuestion {
        draws: 100_000,
        weight_spread: 1.0,
        rounding: false,
        estimates: false,
        seed: 8,
        ..usual
    };
    assert_eq!(of(&all), wanted);
    let back = of(&[("rounding", "off"), ("rounding", "on")]);
    assert!(back.rounding);
    let still = [
        ("spread", "0"),
        ("rounding", "off"),
        ("estimates", "off"),
        ("draws", "1000"),
    ];
    let html = html("#e=2022&u=bac-giang&panel=stability", &still);
    assert!(html.contains("Không có gì thay đổi giữa các lần thử."));
    assert!(html.contains("hạng 9; ít nhất 90% số lần thử cho hạng 9. Xác suất vào tốp 10: 100%."));
}

/// The page of a reader who wants few draws.
fn reader() -> Asker {
    page("#e=2022&u=bac-giang&panel=stability", &[("draws", "1000")])
}

#[test]
fn draws_that_are_stopped_go_on_to_the_same_result() {
    let whole = finish(&mut Work::begin(calculator(), &asked(&reader()), None));
    let mut page = reader();
    let mut work = Work::begin(calculator(), &asked(&page), None);
    assert_eq!(done(&work), 0);
    assert_eq!(
        finding_of(&so_far(&work)),
        "Hạng của Bắc Giang chắc tới đâu?"
    );
    for slice in 1..=3 {
        assert!(!work.advance());
        assert_eq!(done(&work), slice * 100);
    }
    let part = so_far(&work);
    assert!(part.contains("300/1.000 lần thử.") && part.contains("<table"));
    assert!(finding_of(&part).starts_with("Bắc Giang: hạng 9; "));
    page.press(&deed(&part, "set pause").unwrap());
    let mut work = Work::begin(calculator(), &asked(&page), Some(work));
    assert!(work.advance() && work.advance());
    let stopped = so_far(&work);
    assert!(stopped.contains("Đã dừng: 300/1.000 lần thử"), "{stopped}");
    assert_eq!(finding_of(&stopped), finding_of(&part));
    page.press(&deed(&stopped, "set pause").unwrap());
    let mut work = Work::begin(calculator(), &asked(&page), Some(work));
    assert_eq!(done(&work), 300);
    let resumed = finish(&mut work);
    assert!(resumed.contains("1.000/1.000 lần thử") && !resumed.contains("set pause"));
    let rows = |html: &str| table(html, "Dải hạng và xác suất vào tốp");
    assert_eq!(
        (finding_of(&resumed), rows(&resumed)),
        (finding_of(&whole), rows(&whole))
    );
    // Stopped from the start, nothing is drawn; the draws of a plan are not stopped by that.
    let choices = [("pause", "on"), ("draws", "1000")];
    let html = html("#e=2022&u=bac-giang&panel=stability", &choices);
    assert!(html.contains("Đã dừng: 0/1.000 lần thử") && html.contains("Chạy tiếp"));
    assert!(!html.contains("<table"));
    page.press("set pause on");
    page.press("set panel plan");
    assert!(shown(&page).contains("Xác suất đạt hạng 5 trở lên"));
}

#[test]
fn what_does_not_change_the_question_keeps_the_draws() {
    let mut page = reader();
    let begun = |page: &Asker, before| Work::begin(calculator(), &asked(page), before);
    let mut work = begun(&page, None);
    work.advance();
    page.link.language = Some(Language::En);
    let mut work = begun(&page, Some(work));
    assert_eq!(done(&work), 100);
    assert!(so_far(&work).contains("100 of 1,000 draws."));
    work.advance();
    page.press("set other hue");
    let work = begun(&page, Some(work));
    assert_eq!(done(&work), 200);
    // Other questions begin anew.
    page.press("set rounding off");
    let mut work = begun(&page, Some(work));
    assert_eq!(done(&work), 0);
    work.advance();
    page.press("set seed 5");
    let mut work = begun(&page, Some(work));
    assert_eq!(done(&work), 0);
    work.advance();
    page.arrive("#e=2022&u=ha-noi&panel=stability&seed=5");
    assert_eq!(done(&begun(&page, Some(work))), 0);
}

#[test]
fn the_seed_is_the_links_and_a_wrong_one_is_told() {
    let fault = "Hãy nhập số nguyên từ 0 đến 9.007.199.254.740.991.";
    let fragment = "#e=2022&u=bac-giang&panel=stability&seed=9";
    let stopped = |seed: &str| html(fragment, &[("pause", "on"), ("seed", seed)]);
    for wrong in ["x", "-1", "1,5", "+3", "9007199254740992", "1e3", "٣"] {
        let html = stopped(wrong);
        assert!(
            html.contains(fault) && html.contains("aria-invalid"),
            "{wrong}"
        );
        assert!(html.contains(&format!("value=\"{wrong}\"")), "{html}");
        assert!(html.contains("số khởi đầu 9;"), "{html}");
    }
    let html = stopped("42");
    assert!(
        !html.contains(fault) && html.contains("số khởi đầu 42;") && html.contains("value=\"42\"")
    );
    // Another address brings another seed; what was typed before is no fault then.
    let mut page = page(fragment, &[("pause", "on"), ("seed", "42")]);
    assert_eq!(page.link.seed, 42);
    page.arrive("#e=2022&u=bac-giang&panel=stability&seed=3");
    let html = shown(&page);
    assert!(
        html.contains("số khởi đầu 3;") && !html.contains(fault),
        "{html}"
    );
    page.press("set seed ");
    assert_eq!(page.link.seed, link::DEFAULT_SEED);
}

#[test]
fn a_top_is_never_all_units() {
    for (rank, units, top) in [
        (1, 63, 1),
        (2, 63, 3),
        (9, 63, 10),
        (11, 34, 20),
        (34, 34, 30),
        (31, 34, 30),
        (58, 63, 60),
        (63, 63, 60),
        (1, 1, 1),
    ] {
        assert_eq!(top_for(rank, units), top, "{rank} {units}");
    }
    let text = text_of(&html(
        "#e=2024-34&u=cao-bang&panel=stability",
        &[("draws", "1000")],
    ));
    assert!(text.contains("Xác suất vào tốp 30: 0%."), "{text}");
}
