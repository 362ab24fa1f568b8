//! The scenario on screen beside those that were saved.

use super::words::{self, Told};
use crate::page::Markup;
use crate::page::analyses::ground::Ground;
use crate::page::analyses::others::about;
use crate::page::analyses::parts::{Cells, Table, Weight, caution, field, finding, fragment, load};
use crate::page::control::button_with;
use crate::page::text::{change, move_in_words, unkept};
use crate::page::unkept::{LAST_SLOT, SAVING, Unkept};
use dti_engine::calculator::{Calculator, Effort, present};
use dti_engine::model::{Exact, Node, Origin, Scenario, Standing, Unit};
use dti_formats::link;

/// As many as fit beside one another; more only where several pages saved at once.
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

    /// "≈ 8/63"
    fn rank(&self) -> String {
        let rank = format!("{}/{}", self.own.rank, self.units);
        about(rank, self.own.estimated)
    }

    /// A main indicator, with its change: "0,4500 (+0,1152)".
    fn indicator(&self, ground: &Ground<'_>, id: &str) -> String {
        let language = ground.language;
        let edition = ground.calculator.edition(&self.scenario.edition).ok();
        let node: Option<Node> = edition.and_then(|edition| edition.framework().node(id));
        let Some(node) = node else {
            return words::none(language).to_owned();
        };
        let (now, then) = (&self.own.card, &self.before.card);
        let value = words::marked(now.value(node), language);
        let off = now.score(node) - then.score(node);
        if off == Exact::ZERO {
            return value;
        }
        let is_estimated = then.origin(node) == Some(Origin::Estimated);
        format!("{value} ({})", about(change(off, language), is_estimated))
    }

    fn told(&self, ground: &Ground<'_>) -> Told<'_> {
        Told {
            name: &self.name,
            about: &self.about,
            place: self.own.rank,
            rank: self.rank(),
            score: about(ground.ranked(self.own.score), self.own.estimated),
        }
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
    let (mut free, mut unshown) = (None, Vec::new());
    for slot in 1..=LAST_SLOT {
        let fragment = ground.choice(&format!("saved.{slot}"));
        let name = ground.choice(&format!("saved.{slot}.name"));
        let name = match name {
            "" => words::scenario(slot, language),
            own => own.to_owned(),
        };
        if fragment.is_empty() {
            free = free.or(Some(slot));
            continue;
        }
        let scenario = link::read_private(fragment).0.scenario;
        let column = Column::of(
            ground,
            ground.calculator,
            scenario,
            name.clone(),
            Some(slot),
        );
        match column {
            Some(column) => columns.push(column),
            None => unshown.push((slot, name)),
        }
    }
    let free = free.filter(|_| columns.len() + unshown.len() <= MOST);
    let others = columns.len() - 1;
    let told: Vec<Told<'_>> = columns.iter().map(|column| column.told(ground)).collect();
    finding(m, words::finding(&told, language), String::new());
    m.node("p", "actions", |m| {
        if let Some(slot) = free {
            save(ground, m, slot);
        }
        let hint = match (Unkept::named(ground.choice(SAVING)), free) {
            (Some(why), _) => unkept(why, language),
            (None, Some(_)) => words::kept_here(language),
            (None, None) => words::all_taken(language),
        };
        m.leaf("span", "copy-said", hint);
    });
    if others > 0 {
        table(ground, &columns, m);
    }
    if others + unshown.len() > 0 {
        m.node("ul", "saved", |m| {
            for column in &columns {
                saved(ground, m, column);
            }
            for (slot, name) in &unshown {
                m.node("li", "choices", |m| {
                    m.leaf("span", "", words::not_here(name, language));
                    delete(ground, m, *slot, name);
                });
            }
        });
        if columns.iter().any(|column| column.own.estimated) {
            caution(m, words::estimated(language));
        }
    }
}

fn save(ground: &Ground<'_>, m: &mut Markup, slot: usize) {
    if let Some(fragment) = fragment(ground.scenario()) {
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
        if let Some(fragment) = fragment(&column.scenario) {
            load(m, &fragment, words::open(&column.name, language));
        }
        delete(ground, m, slot, &column.name);
    });
}

fn delete(ground: &Ground<'_>, m: &mut Markup, slot: usize, name: &str) {
    let deed = format!("set saved.{slot} ");
    let label = words::delete(name, ground.language);
    button_with(m, "quiet", deed.into(), label.into(), |_| {});
}

fn table(ground: &Ground<'_>, columns: &[Column], m: &mut Markup) {
    let language = ground.language;
    let first = (words::what(language).to_owned(), Cells::Text);
    let heads = columns.iter().map(|c| (c.name.clone(), Cells::Number));
    Table {
        caption: words::caption(language).to_owned(),
        columns: std::iter::once(first).chain(heads).collect(),
        rows: rows(ground, columns),
    }
    .write(m);
}

/// Rank, score, effort and each main indicator, with their changes.
fn rows(ground: &Ground<'_>, columns: &[Column]) -> Vec<(Vec<String>, Weight)> {
    let language = ground.language;
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
    row(either("Thứ hạng", "Rank"), &Column::rank, Weight::Own);
    let places = |c: &Column| i64::from(c.before.rank) - i64::from(c.own.rank);
    row(
        either("Đổi hạng so với số liệu gốc", "Places against the baseline"),
        &|c| move_in_words(places(c), language),
        Weight::Plain,
    );
    row(
        either("Giá trị DTI", "DTI score"),
        &|c| c.told(ground).score,
        Weight::Own,
    );
    row(
        either(
            "Đổi giá trị so với số liệu gốc",
            "Score against the baseline",
        ),
        &|c| {
            let off = change(c.own.score - c.before.score, language);
            about(off, c.own.estimated)
        },
        Weight::Plain,
    );
    let effort = |c: &Column| {
        let effort = ground.calculator.effort(&c.scenario, Effort::Diminishing);
        words::effort(effort.ok(), language)
    };
    row(
        either("Nỗ lực (số quy ước)", "Effort (a relative measure)"),
        &effort,
        Weight::Plain,
    );
    for node in ground.framework().mains() {
        let id = ground.id_of(node);
        if ground.framework().indicator(node).scored {
            row(
                ground.name_of(node),
                &|c| c.indicator(ground, id),
                Weight::Plain,
            );
        }
    }
    rows
}
