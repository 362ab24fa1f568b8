//! The scenario on screen beside those that were saved.

use super::super::ground::{Ground, found, piece};
use super::super::parts::{Caution, Cells, Field, Finding, LoadButton, Row, Table, TableBox};
use crate::components::{LiveText, flag, text, when};
use crate::state::State;
use dti_engine::calculator::{Calculator, Effort, present};
use dti_engine::model::{Exact, Origin, Scenario};
use dti_engine::session::Session;
use dti_formats::link;
use dti_words::analyses::about;
use dti_words::analyses::compare::{self as told, effort, marked};
use dti_words::numbers::change;
use dti_words::{Words, move_in_words, unkept};
use leptos::prelude::*;

/// As many as fit beside one another; more only where several pages saved at once.
const MOST: usize = 4;

/// A scenario that can be shown in a column.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Column {
    name: String,
    pub(super) scenario: Scenario,
    /// Name of its unit and title of its edition.
    about: String,
    rank: u32,
    units: usize,
    score: Exact,
    is_estimated: bool,
    /// Rank and score before any what-if of this scenario.
    before: (u32, Exact),
    effort: Option<f64>,
    mains: Vec<Main>,
}

/// A main indicator of it.
#[derive(Clone, PartialEq, Debug)]
struct Main {
    id: String,
    /// Score, and where it comes from; now and before any what-if.
    now: (Exact, Option<Origin>),
    before: (Exact, Option<Origin>),
}

/// A saved scenario.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Kept {
    pub(super) slot: usize,
    pub(super) name: String,
    /// Nothing where its edition or unit is not on this page.
    pub(super) column: Option<Column>,
}

/// What there is to say.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Compared {
    pub(super) finding: String,
    pub(super) table: Table,
    pub(super) caution: String,
}

/// The table, what saves, and what to do with each that is saved.
#[component]
pub(super) fn Scenarios(
    /// The state.
    state: State,
) -> impl IntoView {
    // They are worked out when they change, not when the scenario on screen does.
    let kept = Memo::new(move |_| all_kept(state));
    let found = found(state, move |ground| {
        kept.with_untracked(|kept| compared(ground, kept))
    });
    let has_room = flag(move || kept.with(|kept| kept.len() < MOST));
    let hint = text(move || {
        let words = state.words.get();
        let hint = match (state.unkept.get(), has_room.get()) {
            (Some(why), _) => unkept(why, &words),
            (None, true) => words.compare_kept_here(),
            (None, false) => words.compare_full(),
        };
        hint.to_owned()
    });
    let save = move || {
        let label = state.words.with_untracked(Words::compare_save);
        view! {
            <button type="button" class="primary" on:click=move |_| state.save_scenario()>
                {label}
            </button>
        }
        .into_any()
    };
    // Those that can be shown first.
    let slots = move || {
        kept.with(|kept| {
            let mut slots: Vec<_> = kept
                .iter()
                .map(|own| (own.column.is_none(), own.slot))
                .collect();
            slots.sort_unstable();
            slots
        })
    };
    let one = move |(is_gone, slot): (bool, usize)| {
        let own =
            Memo::new(move |_| kept.with(|kept| kept.iter().find(|own| own.slot == slot).cloned()));
        match is_gone {
            true => gone(state, slot, own),
            false => shown(state, slot, own),
        }
    };
    view! {
        <Finding state sentence=piece(found, |compared| compared.finding.clone()) />
        <p class="actions">
            {when(has_room, save)} <span class="copy-said"><LiveText text=hint /></span>
        </p>
        <TableBox state name="scenarios" table=piece(found, |compared| compared.table.clone()) />
        <ul class="saved" hidden=flag(move || kept.with(Vec::is_empty))>
            <For each=slots key=|own| *own children=one />
        </ul>
        <Caution sentence=piece(found, |compared| compared.caution.clone()) />
    }
    .into_any()
}

/// One saved scenario: its name, and what can be done with it.
fn shown(state: State, slot: usize, own: Memo<Option<Kept>>) -> AnyView {
    let label = state.words.with_untracked(|words| words.compare_name(slot));
    let name = text(move || name_of(own));
    let open = text(move || state.words.with(|words| words.compare_open(name.get())));
    let scenario = Signal::derive(move || {
        own.with(|own| Some(own.as_ref()?.column.as_ref()?.scenario.clone()))
    });
    view! {
        <li class="choices" id=format!("saved-{slot}")>
            <Field
                state
                key=format!("saved.{slot}.name")
                label
                value=name
                fault=Signal::stored(String::new())
            />
            <LoadButton state label=open scenario />
            {delete(state, slot, name)}
        </li>
    }
    .into_any()
}

/// One whose edition or unit is not on this page.
fn gone(state: State, slot: usize, own: Memo<Option<Kept>>) -> AnyView {
    let name = text(move || name_of(own));
    let said = text(move || state.words.with(|words| words.compare_not_here(name.get())));
    view! {
        <li class="choices">
            <span><LiveText text=said /></span>
            {delete(state, slot, name)}
        </li>
    }
    .into_any()
}

fn delete(state: State, slot: usize, name: Signal<String>) -> AnyView {
    let label = text(move || state.words.with(|words| words.compare_delete(name.get())));
    view! {
        <button type="button" class="quiet" on:click=move |_| state.forget_scenario(slot)>
            <LiveText text=label />
        </button>
    }
    .into_any()
}

fn name_of(own: Memo<Option<Kept>>) -> String {
    own.with(|own| own.as_ref().map(|own| own.name.clone()).unwrap_or_default())
}

/// The saved scenarios.
pub(super) fn all_kept(state: State) -> Vec<Kept> {
    let (calculator, words) = (state.calculator.get(), state.words.get());
    let saved = state.saved_scenarios().into_iter();
    let one = |(slot, (fragment, name)): (usize, (String, String))| {
        let name = match name.is_empty() {
            true => words.compare_scenario(slot),
            false => name,
        };
        let scenario = link::read_private(&fragment).0.scenario;
        Kept {
            slot,
            column: Column::of(&calculator, scenario, &name, &words),
            name,
        }
    };
    saved.map(one).collect()
}

/// What the columns show together; the one on screen comes first.
pub(super) fn compared(ground: &Ground, kept: &[Kept]) -> Compared {
    let words = &ground.words;
    let on_screen = Column::on_screen(ground);
    let columns = on_screen.into_iter();
    let columns = columns.chain(kept.iter().filter_map(|own| own.column.clone()));
    let columns: Vec<Column> = columns.collect();
    let told: Vec<_> = columns.iter().map(|column| column.told(ground)).collect();
    let is_alone = columns.len() < 2;
    let is_estimated = columns.iter().any(|column| column.is_estimated);
    let caution = (!kept.is_empty() && is_estimated).then(|| words.compare_estimated());
    Compared {
        finding: told::finding(&told, words),
        table: match is_alone {
            true => Table::default(),
            false => table(ground, &columns),
        },
        caution: caution.unwrap_or_default().to_owned(),
    }
}

impl Column {
    /// Of a saved scenario; nothing where its edition or unit is not on this page.
    fn of(calculator: &Calculator, scenario: Scenario, name: &str, words: &Words) -> Option<Self> {
        let edition = calculator.edition(&scenario.edition).ok()?;
        let row = edition.position(scenario.unit.as_deref()?)?;
        let now = calculator.open(&scenario).ok()?;
        let before = calculator.open(&present(&scenario)).ok()?;
        Self::between([&now, &before], row, (calculator, scenario, name), words)
    }

    /// Of the scenario on screen.
    fn on_screen(ground: &Ground) -> Option<Self> {
        let words = &ground.words;
        let asked = (
            &*ground.calculator,
            ground.scenario.clone(),
            words.compare_on_screen(),
        );
        ground.sessions(|both| Self::between(both, ground.position(), asked, words))
    }

    fn between(
        [now, before]: [&Session; 2],
        row: usize,
        (calculator, scenario, name): (&Calculator, Scenario, &str),
        words: &Words,
    ) -> Option<Self> {
        let edition = now.edition();
        let framework = edition.framework();
        let unit = edition.units().get(row)?;
        let [unit, title] = [&unit.name, &edition.header().title].map(|own| words.in_language(own));
        let place =
            |session: &Session| Some((*session.ranks().get(row)?, session.scores().nth(row)?));
        let (rank, score) = place(now)?;
        let mains = framework
            .mains()
            .filter(|&node| framework.indicator(node).scored);
        let mains = mains.map(|node| {
            let at =
                |session: &Session| (session.score_of(row, node), session.origin_of(row, node));
            Main {
                id: framework.indicator(node).id.clone(),
                now: at(now),
                before: at(before),
            }
        });
        Some(Self {
            name: name.to_owned(),
            about: format!("{unit}, {title}"),
            rank,
            units: edition.units().len(),
            score,
            is_estimated: now.is_estimated(row).unwrap_or_default(),
            before: place(before)?,
            effort: calculator.effort(&scenario, Effort::Diminishing).ok(),
            mains: mains.collect(),
            scenario,
        })
    }

    /// "≈ 8/63"
    fn ranked(&self) -> String {
        about(format!("{}/{}", self.rank, self.units), self.is_estimated)
    }

    fn told(&self, ground: &Ground) -> told::Column<'_> {
        told::Column {
            name: &self.name,
            about: &self.about,
            place: self.rank,
            rank: self.ranked(),
            score: about(ground.ranked(self.score), self.is_estimated),
        }
    }

    /// A main indicator, with its change: "0,4500 (+0,1152)".
    fn indicator(&self, id: &str, words: &Words) -> String {
        let Some(own) = self.mains.iter().find(|main| main.id == id) else {
            return words.not_on_file().to_owned();
        };
        let value = marked(own.now.0, own.now.1, words);
        let off = own.now.0 - own.before.0;
        if off == Exact::ZERO {
            return value;
        }
        let is_estimated = own.before.1.is_some_and(Origin::is_guess);
        format!("{value} ({})", about(change(off, words), is_estimated))
    }
}

/// Rank, score, effort and each main indicator, with their changes.
fn table(ground: &Ground, columns: &[Column]) -> Table {
    let words = &ground.words;
    let row = |name: &str, cell: &dyn Fn(&Column) -> String| {
        let cells = std::iter::once(name.to_owned()).chain(columns.iter().map(cell));
        cells.collect::<Vec<String>>()
    };
    let places = |c: &Column| i64::from(c.before.0) - i64::from(c.rank);
    let moved = |c: &Column| about(change(c.score - c.before.1, words), c.is_estimated);
    let score = |c: &Column| about(ground.ranked(c.score), c.is_estimated);
    let mut rows = vec![
        Row::plain(row(&words.compare_place(), &|c| c.about.clone())),
        Row::own(row(words.rank(), &Column::ranked)),
        Row::plain(row(words.compare_places(), &|c| {
            move_in_words(places(c), words)
        })),
        Row::own(row(&words.dti_score(), &score)),
        Row::plain(row(words.compare_change(), &moved)),
        Row::plain(row(words.compare_effort(), &|c| effort(c.effort, words))),
    ];
    let framework = ground.framework();
    for node in framework
        .mains()
        .filter(|&node| framework.indicator(node).scored)
    {
        let id = ground.id_of(node);
        rows.push(Row::plain(row(ground.name_of(node), &|c| {
            c.indicator(id, words)
        })));
    }
    let heads = columns
        .iter()
        .map(|column| (column.name.clone(), Cells::Number));
    Table {
        caption: words.compare_caption().to_owned(),
        columns: std::iter::once((words.compare_what().to_owned(), Cells::Text))
            .chain(heads)
            .collect(),
        rows,
    }
}
