//! The scenario on screen beside those that were saved.

use super::words;
use crate::calculator::{Calculator, Effort, present};
use crate::link::{self, Link, Privacy};
use crate::model::{Exact, Scenario, Standing, Unit};
use crate::page::Markup;
use crate::page::analyses::ground::Ground;
use crate::page::analyses::parts::{
    Cells, Table, Weight, caution, field, finding, load, simulated,
};
use crate::page::text::{change, score};
use crate::page::views::control::button_with;

/// As many as fit beside one another.
const MOST: usize = 4;

/// A scenario that can be shown in a column.
struct Column {
    name: String,
    scenario: Scenario,
    /// Where it is saved; `None` for the one on screen.
    slot: Option<usize>,
    /// Name of its province and title of its edition.
    about: String,
    own: Standing,
    /// The province before any what-if of this scenario.
    before: Standing,
    units: usize,
}

impl Column {
    fn of(
        ground: &Ground<'_>,
        calculator: &Calculator,
        scenario: Scenario,
        name: String,
        slot: Option<usize>,
    ) -> Option<Self> {
        let edition = calculator.edition(&scenario.edition).ok()?;
        let unit = scenario.unit.as_deref()?;
        let position = edition.position(unit)?;
        let standings = calculator.simulate(&scenario).ok()?;
        let before = calculator.simulate(&present(&scenario)).ok()?;
        let named = |unit: &Unit| ground.of_text(&unit.name).to_owned();
        let unit = edition.units().get(position).map(named)?;
        Some(Self {
            about: format!("{unit}, {}", ground.of_text(&edition.header().title)),
            own: standings.of(position)?.clone(),
            before: before.of(position)?.clone(),
            units: standings.standings.len(),
            name,
            scenario,
            slot,
        })
    }
}

/// The table, what saves, and what to do with each that is saved.
pub(super) fn scenarios(ground: &Ground<'_>, m: &mut Markup) {
    let language = ground.language;
    let own = words::on_screen(language).to_owned();
    let on_screen = Column::of(
        ground,
        ground.calculator,
        ground.scenario().clone(),
        own,
        None,
    );
    let Some(on_screen) = on_screen else {
        return;
    };
    let mut columns = vec![on_screen];
    let mut free = None;
    for slot in 1..=MOST {
        let fragment = ground.choice(&format!("saved.{slot}"));
        let name = ground.choice(&format!("saved.{slot}.name"));
        let name = match name {
            "" => words::scenario(slot, language),
            own => own.to_owned(),
        };
        let scenario = link::read(fragment).0.scenario;
        let column = Some(scenario).filter(|_| !fragment.is_empty());
        let column = column
            .and_then(|scenario| Column::of(ground, ground.calculator, scenario, name, Some(slot)));
        match column {
            Some(column) => columns.push(column),
            None => free = free.or(Some(slot)),
        }
    }
    let others = columns.len() - 1;
    finding(
        m,
        words::finding(&columns_told(&columns), language),
        String::new(),
    );
    m.node("p", "actions", |m| {
        match free {
            Some(slot) => save(ground, m, slot),
            None => m.text(words::all_taken(language)),
        }
        m.leaf("span", "copy-said", words::kept_here(language));
    });
    if others > 0 {
        table(ground, &columns, m);
        m.node("ul", "saved", |m| {
            for column in &columns {
                saved(ground, m, column);
            }
        });
        if columns.iter().any(|column| column.own.estimated) {
            caution(m, words::estimated(language));
        }
    }
    simulated(ground, m);
}

fn columns_told(columns: &[Column]) -> Vec<(&str, u32, Exact)> {
    let told = |column: &Column| (column.own.rank, column.own.score);
    columns
        .iter()
        .map(|column| {
            let (rank, score) = told(column);
            (column.name.as_str(), rank, score)
        })
        .collect()
}

fn save(ground: &Ground<'_>, m: &mut Markup, slot: usize) {
    let link = Link {
        scenario: ground.scenario().clone(),
        ..Link::default()
    };
    // It stays on the device, so it may hold what the reader knows.
    if let Ok(fragment) = link::write(&link, Privacy::WithKnown) {
        let deed = format!("set saved.{slot} {fragment}");
        button_with(
            m,
            "primary",
            deed.into(),
            words::save(ground.language).into(),
            |_| {},
        );
    }
}

/// One saved scenario: its name, and what can be done with it.
fn saved(ground: &Ground<'_>, m: &mut Markup, column: &Column) {
    let Some(slot) = column.slot else {
        return;
    };
    let language = ground.language;
    m.node("li", "choices", |m| {
        m.set("id", format!("saved-{slot}"));
        let key = format!("saved.{slot}.name");
        field(
            m,
            &key,
            words::name_of(slot, language).into(),
            &column.name,
            "",
        );
        let link = Link {
            scenario: column.scenario.clone(),
            ..Link::default()
        };
        if let Ok(fragment) = link::write(&link, Privacy::WithKnown) {
            load(m, &fragment, words::open(&column.name, language));
        }
        let deed = format!("set saved.{slot} ");
        let label = words::delete(&column.name, language);
        button_with(m, "quiet", deed.into(), label.into(), |_| {});
    });
}

fn table(ground: &Ground<'_>, columns: &[Column], m: &mut Markup) {
    let language = ground.language;
    let first = (words::what(language).to_owned(), Cells::Text);
    let heads = columns.iter().map(|c| (c.name.clone(), Cells::Number));
    let mut rows = Vec::new();
    let mut row = |name: &str, cell: &dyn Fn(&Column) -> String, weight| {
        let cells = std::iter::once(name.to_owned()).chain(columns.iter().map(cell));
        rows.push((cells.collect(), weight));
    };
    let either = |vi, en| ground.either(vi, en);
    row(
        either("Tỉnh và kỳ", "Province and edition"),
        &|c| c.about.clone(),
        Weight::Plain,
    );
    row(
        either("Thứ hạng", "Rank"),
        &|c| format!("{}/{}", c.own.rank, c.units),
        Weight::Own,
    );
    let places = |c: &Column| i64::from(c.before.rank) - i64::from(c.own.rank);
    row(
        either("Đổi hạng so với số liệu gốc", "Places against the baseline"),
        &|c| words::places(places(c), language),
        Weight::Plain,
    );
    row(
        either("Giá trị DTI", "DTI score"),
        &|c| score(c.own.score, language),
        Weight::Own,
    );
    row(
        either(
            "Đổi giá trị so với số liệu gốc",
            "Score against the baseline",
        ),
        &|c| change(c.own.score - c.before.score, language),
        Weight::Plain,
    );
    let effort = |c: &Column| {
        let effort = ground.calculator.effort(&c.scenario, Effort::Diminishing);
        words::effort(effort.ok(), language)
    };
    row(
        either(
            "Nỗ lực (càng cao càng khó)",
            "Effort (the higher the harder)",
        ),
        &effort,
        Weight::Plain,
    );
    for node in ground.framework().mains() {
        let id = ground.id_of(node);
        let cell = |c: &Column| {
            let edition = ground.calculator.edition(&c.scenario.edition).ok();
            let node = edition.and_then(|edition| edition.framework().node(id));
            let Some(node) = node else {
                return words::none(language).to_owned();
            };
            let (now, then) = (c.own.card.score(node), c.before.card.score(node));
            let value = words::marked(c.own.card.value(node), language);
            if now == then {
                return value;
            }
            format!("{value} ({})", change(now - then, language))
        };
        if ground.framework().indicator(node).scored {
            row(ground.name_of(node), &cell, Weight::Plain);
        }
    }
    Table {
        caption: words::caption(language).to_owned(),
        columns: std::iter::once(first).chain(heads).collect(),
        rows,
    }
    .write(m);
}
