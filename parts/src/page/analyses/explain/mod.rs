//! Why the rank moved: between two editions on file, or from the figures as published to the scenario.
//! One finding, one paragraph, one chart, and the tables behind them.

mod pairs;
mod words;

use super::ground::Ground;
use super::others::{about, signed};
use super::parts::{Cells, Table, Weight, caution, choice, finding, simulated, whose};
use super::rest::Waterfall;
use crate::page::Markup;
use crate::page::text::{change, score};
use dti_engine::calculator::{Change, Explanation, Part};
use dti_engine::model::{Edition, Exact, Scenario};
use pairs::pairs;
use std::sync::Arc;
use words::{Told, change_name};

/// The scenario on screen, among the things that can be compared.
const SCENARIO: &str = "scenario";

/// The panel.
pub(super) fn explain(ground: &Ground<'_>, m: &mut Markup) {
    let [from, to] = ends(ground);
    m.node("div", "choices", |m| {
        let options = options(ground);
        let [first, last] = [ground.either("Từ", "From"), ground.either("Đến", "To")];
        choice(m, "set from", first, options.clone(), &from);
        choice(m, "set to", last, options, &to);
    });
    if from == to {
        let is_alone = options(ground).len() < 2;
        let sentence = match is_alone {
            true => words::alone(ground.own_name(), ground.language),
            false => words::same(ground.own_name(), ground.language),
        };
        finding(m, sentence, String::new());
        return whose(ground, ground.edition, false, m);
    }
    let states = [&from, &to].map(|end| state(ground, end));
    let [Some((before, _)), Some((after, edition))] = states else {
        return;
    };
    let unit = ground.calculator.counterpart(ground.unit(), edition.id());
    let unit = unit.unwrap_or_default();
    match ground.calculator.explain(unit, &before, &after) {
        Ok(found) => told(ground, edition, [&from, &to], &found, m),
        Err(error) => {
            let name = name_in(ground, edition, edition.position(unit).unwrap_or_default());
            finding(
                m,
                words::refused(name, ground.language),
                ground.in_words(&error),
            );
            on_file(ground, [&before, &after], m);
        }
    }
    if [&from, &to].iter().any(|end| *end == SCENARIO) {
        return simulated(ground, m);
    }
    for end in [&from, &to] {
        if let Ok(edition) = ground.calculator.edition(end) {
            whose(ground, edition, false, m);
        }
    }
}

/// What is compared: what the reader chose, or the scenario with the figures before it, or the
/// edition with the one before.
fn ends(ground: &Ground<'_>) -> [String; 2] {
    let own = ground.edition.id();
    let usual = if ground.scenario().is_baseline() {
        let before = |edition: &Edition| {
            let previous = edition.header().previous.as_ref();
            let before = ground.calculator.edition(&previous?.edition).ok()?;
            let is_apart = edition.header().merger_of.is_some() || !before.header().simulatable;
            (!is_apart).then(|| before.id().to_owned())
        };
        // After the merger, and in the first year, the nearest pair that can be explained.
        let editions = ground.calculator.series(ground.edition);
        let pairs = editions.filter_map(|e| Some([before(e)?, e.id().to_owned()]));
        let pairs: Vec<[String; 2]> = pairs.collect();
        let at = |place: usize| {
            pairs
                .iter()
                .find(|pair| pair.get(place).is_some_and(|e| e == own))
        };
        at(1).or_else(|| at(0)).or_else(|| pairs.last()).cloned()
    } else {
        Some([own.to_owned(), SCENARIO.to_owned()])
    };
    let [from, to] = usual.unwrap_or_else(|| [own.to_owned(), own.to_owned()]);
    let chosen = |key: &str, usual: String| {
        let wanted = ground.choice(key);
        let is_known = if wanted == SCENARIO {
            !ground.scenario().is_baseline()
        } else {
            let mut series = ground.calculator.series(ground.edition);
            series.any(|edition| edition.id() == wanted)
        };
        if is_known { wanted.to_owned() } else { usual }
    };
    [chosen("from", from), chosen("to", to)]
}

fn options(ground: &Ground<'_>) -> Vec<(String, String)> {
    let editions = ground.calculator.series(ground.edition);
    let editions = editions.map(|edition| {
        let title = ground.of_text(&edition.header().title);
        (edition.id().to_owned(), title.to_owned())
    });
    let mut options: Vec<_> = editions.collect();
    if !ground.scenario().is_baseline() {
        options.push((
            SCENARIO.to_owned(),
            words::scenario(ground.language).to_owned(),
        ));
    }
    options
}

fn state<'a>(ground: &Ground<'a>, end: &str) -> Option<(Scenario, &'a Arc<Edition>)> {
    if end == SCENARIO {
        return Some((ground.scenario().clone(), ground.edition));
    }
    let edition = ground.calculator.edition(end).ok()?;
    Some((Scenario::baseline(end), edition))
}

fn name_in<'g>(ground: &Ground<'g>, edition: &'g Edition, position: usize) -> &'g str {
    let unit = edition.units().get(position);
    unit.map(|unit| ground.of_text(&unit.name))
        .unwrap_or_default()
}

/// Ranks and scores on file, where nothing more can be said.
fn on_file(ground: &Ground<'_>, states: [&Scenario; 2], m: &mut Markup) {
    let language = ground.language;
    let calculator = ground.calculator;
    let mut rows = Vec::new();
    for state in states {
        let Ok(edition) = calculator.edition(&state.edition) else {
            continue;
        };
        let unit = calculator.counterpart(ground.unit(), edition.id());
        let row = unit.and_then(|unit| edition.rows().get(edition.position(unit)?));
        let none = || words::none(language).to_owned();
        let rank = row.and_then(|row| row.rank.as_ref());
        let total = row.and_then(|row| row.total.as_ref());
        let position = unit.and_then(|unit| edition.position(unit));
        let cells = vec![
            ground.of_text(&edition.header().title).to_owned(),
            position.map_or_else(none, |row| name_in(ground, edition, row).to_owned()),
            rank.map_or_else(none, |rank| rank.value.to_short_text(0)),
            total.map_or_else(none, |total| score(total.value, language)),
        ];
        rows.push((cells, Weight::Plain));
    }
    let columns = vec![
        (ground.either("Kỳ", "Edition").to_owned(), Cells::Text),
        (ground.either("Tỉnh", "Province").to_owned(), Cells::Text),
        (ground.either("Hạng", "Rank").to_owned(), Cells::Number),
        (ground.either("Giá trị", "Score").to_owned(), Cells::Number),
    ];
    let caption = words::on_file(language).to_owned();
    Table {
        caption,
        columns,
        rows,
    }
    .write(m);
}

fn told(
    ground: &Ground<'_>,
    edition: &Edition,
    ends: [&String; 2],
    found: &Explanation,
    m: &mut Markup,
) {
    let language = ground.language;
    let names = |rows: &[usize]| {
        rows.iter()
            .map(|&row| name_in(ground, edition, row))
            .collect()
    };
    let total = edition.framework().total().value();
    let told = Told {
        unit: name_in(ground, edition, found.position),
        ends: ends.map(|end| match end.as_str() {
            SCENARIO => words::in_scenario(language).to_owned(),
            own => own.to_owned(),
        }),
        are_estimated: ends
            .map(|end| *end == SCENARIO && ground.own().is_some_and(|own| own.estimated)),
        is_former: ground.edition.header().merger_of.is_some()
            && edition.header().merger_of.is_none(),
        found,
        overtook_me: names(&found.overtook_me),
        i_overtook: names(&found.i_overtook),
        largest: largest(ground, edition, &found.changes),
    };
    finding(m, told.finding(language), told.paragraph(language));
    effects(ground, found, m);
    split(ground, edition, ends, found, total, m);
    let headings = told.headings(language);
    pairs(ground, edition, &found.pairs, (headings, total), m);
    if found.estimated {
        caution(m, words::estimated(language));
    }
}

/// The indicator that changed the score most, in the direction of the whole change.
fn largest<'g>(
    ground: &Ground<'g>,
    edition: &'g Edition,
    changes: &[Change],
) -> Option<(&'g str, String)> {
    let known = changes.iter().filter_map(|one| match one.part {
        Part::Indicator(node) => Some((node, one)),
        Part::Rest => None,
    });
    let (node, one) = known.max_by_key(|(_, one)| one.change.abs())?;
    let name = ground.of_text(&edition.framework().indicator(node).name);
    let by = about(change(one.change, ground.language), one.estimated);
    (one.change != Exact::ZERO).then_some((name, by))
}

/// Own figures, rivals, method: places that add up to the whole.
fn effects(ground: &Ground<'_>, found: &Explanation, m: &mut Markup) {
    let language = ground.language;
    let row = |name: &str, places: Exact, weight| {
        (
            vec![name.to_owned(), words::places(places, language)],
            weight,
        )
    };
    let whole = Exact::whole(found.rank_change);
    let rows = vec![
        row(words::own(language), found.own, Weight::Plain),
        row(words::rivals(language), found.rivals, Weight::Plain),
        row(words::method(language), found.method, Weight::Plain),
        row(words::whole(language), whole, Weight::Own),
    ];
    let columns = vec![
        (words::cause(language).to_owned(), Cells::Text),
        (words::effect(language).to_owned(), Cells::Number),
    ];
    let caption = words::effects(language).to_owned();
    Table {
        caption,
        columns,
        rows,
    }
    .write(m);
}

/// The change of the score by indicator: a chart and its table.
fn split(
    ground: &Ground<'_>,
    edition: &Edition,
    [from, to]: [&String; 2],
    found: &Explanation,
    total: Exact,
    m: &mut Markup,
) {
    let language = ground.language;
    let label = |end: &String| match end.as_str() {
        SCENARIO => words::scenario(language).to_owned(),
        own => own.to_owned(),
    };
    let heading = words::by_indicator(total, language);
    m.leaf("h4", "", heading.clone());
    let changes = found.changes.iter();
    let shown = Waterfall {
        from: (label(from), found.score_before * total),
        to: (label(to), found.score_after * total),
        changes: changes
            .map(|one| (change_name(ground, edition, one), one.change * total))
            .collect(),
    };
    shown.write(ground, m);
    Table {
        caption: heading,
        columns: vec![
            (
                ground.either("Chỉ số chính", "Main indicator").to_owned(),
                Cells::Text,
            ),
            (
                ground
                    .either("Giá trị DTI đổi", "Change of DTI score")
                    .to_owned(),
                Cells::Number,
            ),
            (ground.either("Điểm", "Points").to_owned(), Cells::Number),
        ],
        rows: changes_of(ground, edition, found, total),
    }
    .write_folded(m, "folded-changes", words::as_table(language).to_owned());
}

/// Each indicator with its change, the rest and the whole.
fn changes_of(
    ground: &Ground<'_>,
    edition: &Edition,
    found: &Explanation,
    total: Exact,
) -> Vec<(Vec<String>, Weight)> {
    let language = ground.language;
    let row = |one: &Change| {
        let cells = vec![
            change_name(ground, edition, one),
            about(change(one.change, language), one.estimated),
            about(signed(one.change * total, language), one.estimated),
        ];
        (cells, Weight::Plain)
    };
    // Where all indicators are known nothing is left for the rest.
    let is_told =
        |one: &&Change| one.part != Part::Rest || (one.change * total).round_half_up(2) != 0;
    let mut rows: Vec<_> = found.changes.iter().filter(is_told).map(row).collect();
    let whole = vec![
        words::score_change(language).to_owned(),
        change(found.score_change, language),
        signed(found.score_change * total, language),
    ];
    rows.push((whole, Weight::Own));
    rows
}

#[cfg(test)]
mod tests;
