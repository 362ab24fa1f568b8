//! How sure a rank is: bands, chances and who cannot be told apart, from draws that are made slice by
//! slice.

mod words;

use super::ground::Ground;
use super::others::chance;
use super::parts::{
    Cells, Table, Weight, caution, choice, details, field, finding, simulated, switch,
};
use super::rest::{Heat, place_panel};
use crate::page::Markup;
use crate::page::control::button_with;
use crate::page::text::whole;
use dti_engine::calculator::{Draws, Stability, StabilityQuestion, UnitStability};
use dti_engine::model::{Exact, LARGEST_SEED, Origin};
use words::Told;

/// Spreads of the max points that are offered, in per cent.
const SPREADS: [u32; 5] = [0, 10, 25, 50, 100];
/// Numbers of draws that are offered.
const DRAWS: [u32; 3] = [1_000, 10_000, 100_000];
/// The usual ones.
const USUAL: (u32, u32) = (25, 10_000);

/// What the reader asks of the draws.
pub(super) fn question(ground: &Ground<'_>) -> StabilityQuestion {
    let offered = |key: &str, offered: &[u32], usual: u32| {
        let chosen = ground.choice(key).parse().ok();
        chosen
            .filter(|chosen| offered.contains(chosen))
            .unwrap_or(usual)
    };
    let spread = offered("spread", &SPREADS, USUAL.0);
    StabilityQuestion {
        draws: offered("draws", &DRAWS, USUAL.1),
        seed: ground.link.seed,
        weight_spread: f64::from(spread) / 100.0,
        rounding: ground.choice("rounding") != "off",
        estimates: ground.choice("estimates") != "off",
        ..StabilityQuestion::of(ground.scenario().clone())
    }
}

/// The panel, with the draws as far as they are made.
pub(super) fn stability(ground: &Ground<'_>, draws: Option<&Draws>, asked: &str, m: &mut Markup) {
    let question = question(ground);
    controls(ground, &question, m);
    let made = draws.map(Draws::result).filter(|made| made.draws > 0);
    match &made {
        Some(made) => results(ground, &question, made, m),
        None => finding(
            m,
            words::none_yet(ground.own_name(), ground.language),
            String::new(),
        ),
    }
    progress(ground, &question, draws, m);
    seed(ground, &question, m);
    place_panel(m, asked);
    if let Some(made) = &made {
        table(ground, made, m);
    }
    simulated(ground, m);
}

fn controls(ground: &Ground<'_>, question: &StabilityQuestion, m: &mut Markup) {
    let language = ground.language;
    m.node("div", "choices", |m| {
        let option = |spread: u32| (spread.to_string(), words::spread_option(spread, language));
        let chosen = (question.weight_spread * 100.0).round() as u32;
        let options = SPREADS.map(option).into();
        choice(
            m,
            "set spread",
            words::spread(language),
            options,
            &chosen.to_string(),
        );
        let number = |count: u32| whole(Exact::whole(i64::from(count)), language);
        let options = DRAWS.map(|count| (count.to_string(), number(count))).into();
        let draws = question.draws.to_string();
        choice(m, "set draws", words::draws(language), options, &draws);
        switch(m, "rounding", words::rounding(language), question.rounding);
        switch(
            m,
            "estimates",
            words::estimates(language),
            question.estimates,
        );
    });
}

/// What makes the draws the same again, with the field to choose other ones.
fn seed(ground: &Ground<'_>, question: &StabilityQuestion, m: &mut Markup) {
    let language = ground.language;
    let typed = ground.choice("seed");
    let digits = typed.chars().all(|c| c.is_ascii_digit());
    let is_read =
        typed.is_empty() || digits && typed.parse::<u64>().is_ok_and(|seed| seed <= LARGEST_SEED);
    let (seed, fault) = match is_read {
        true => (question.seed.to_string(), ""),
        false => (typed.to_owned(), words::bad_seed(language)),
    };
    details(m, "folded-seed", language, |m| {
        m.leaf("p", "", words::repeatable(question, language));
        field(m, "seed", words::seed(language).into(), &seed, fault);
    });
}

/// How far the draws are, with a button that stops them or goes on.
fn progress(
    ground: &Ground<'_>,
    question: &StabilityQuestion,
    draws: Option<&Draws>,
    m: &mut Markup,
) {
    let language = ground.language;
    let done = draws.map_or(0, Draws::done);
    let is_stopped = ground.choice("pause") == "on";
    m.node("p", "draws", |m| {
        m.node("progress", "", |m| {
            m.set("max", question.draws.to_string());
            m.set("value", done.to_string());
            m.set("aria-label", words::draws(language));
        });
        m.leaf(
            "span",
            "",
            words::progress(done, question, is_stopped, language),
        );
        let is_done = done >= question.draws;
        if !is_done {
            let (deed, word) = if is_stopped {
                ("set pause off", words::go_on(language))
            } else {
                ("set pause on", words::stop(language))
            };
            button_with(m, "quiet", deed.into(), word.into(), |_| {});
        }
    });
}

fn results(ground: &Ground<'_>, question: &StabilityQuestion, made: &Stability, m: &mut Markup) {
    let language = ground.language;
    let Some(own) = made.of(ground.position) else {
        return;
    };
    let groups = made.tied_groups();
    let tied = groups.iter().find(|group| group.contains(&ground.position));
    let tied = tied
        .into_iter()
        .flatten()
        .filter(|row| **row != ground.position);
    let told = Told {
        unit: ground.own_name(),
        own,
        top: top_for(own.rank, ground.units().len()),
        varied: varied(ground, question),
        tied: tied.map(|&row| ground.name_at(row)).collect(),
    };
    finding(m, told.finding(language), told.paragraph(language));
    Heat::of(ground, made).write(ground, m);
    m.leaf("p", "copy-said", words::legend(language));
    if ground.standings.estimated {
        caution(m, words::estimated(language));
    }
}

/// What varies from draw to draw, in a sentence.
pub(super) fn varied(ground: &Ground<'_>, question: &StabilityQuestion) -> String {
    let error = ground.calculator.estimate_error(ground.edition.id());
    let error = error.ok().flatten().filter(|_| has_estimates(ground));
    words::varied(question, error, ground.language)
}

/// Whether anything is estimated at all: after the merger every figure is on file.
fn has_estimates(ground: &Ground<'_>) -> bool {
    let units = ground.standings.standings.iter();
    let mut mains = units.flat_map(|unit| {
        let nodes = ground.framework().mains();
        nodes.map(|node| unit.card.origin(node))
    });
    mains.any(|origin| origin == Some(Origin::Estimated))
}

/// The next round number of places that a rank is among: top 3, 5, 10, 20. All units are no top.
fn top_for(rank: u32, units: usize) -> u32 {
    let tops = [1, 3, 5, 10, 20, 30, 40, 50, 60];
    let mut tops = tops.into_iter().filter(|top| (*top as usize) < units);
    let first = tops.clone().find(|top| rank <= *top);
    first.or_else(|| tops.next_back()).unwrap_or(1)
}

/// Bands and chances of all units, folded away.
fn table(ground: &Ground<'_>, made: &Stability, m: &mut Markup) {
    let language = ground.language;
    let tops = [3, 5, 10];
    let number = |name: String| (name, Cells::Number);
    let mut columns = vec![
        (
            ground.either("Tỉnh, thành phố", "Province").to_owned(),
            Cells::Text,
        ),
        number(ground.either("Hạng", "Rank").to_owned()),
        number(words::band(language).to_owned()),
        number(words::most_often(language).to_owned()),
    ];
    columns.extend(tops.map(|top| number(words::top(top, language))));
    columns.push(number(words::group(language).to_owned()));
    let groups = made.tied_groups();
    let row = |unit: &UnitStability| {
        let most = unit
            .counts
            .iter()
            .enumerate()
            .rev()
            .max_by_key(|(_, count)| *count);
        let mut cells = vec![
            ground.name_at(unit.position).to_owned(),
            unit.rank.to_string(),
            format!("{}–{}", unit.low, unit.high),
            most.map_or(String::new(), |(place, _)| (place + 1).to_string()),
        ];
        cells.extend(tops.map(|top| chance(unit.top(top), language)));
        let group = groups
            .iter()
            .position(|group| group.contains(&unit.position));
        cells.push(group.map_or(String::new(), |group| (group + 1).to_string()));
        let is_own = unit.position == ground.position;
        (cells, if is_own { Weight::Own } else { Weight::Plain })
    };
    let rows = made.units.iter().map(row).collect();
    Table {
        caption: words::all(language).to_owned(),
        columns,
        rows,
    }
    .write_folded(
        m,
        "folded-bands",
        words::all_units(made.units.len(), language),
    );
}

#[cfg(test)]
mod tests;
