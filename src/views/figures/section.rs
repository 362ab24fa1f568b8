//! The section of the pictures: seven of them, and the figures as files. Each picture is drawn in a task of
//! its own, so that a slider stays quick.

use super::bar::{by_hand, hand_out};
use super::figure::Figure;
use super::scene::{Name, Scene, ranked};
use super::scripts::{NAME as SCRIPT, scripts};
use crate::bridge::Pace;
use crate::browser::timing::soon;
use crate::components::{LiveText, Select, redrawn, text};
use crate::state::State;
use crate::views::figures::Picture;
use dti_engine::session::Session;
use dti_formats::{Cell, Form, csv};
use dti_words::{scorecard_table, warning};
use leptos::prelude::*;
use std::sync::Arc;

/// Room between two pictures, as `--space-4` has it, and inside a picture on both sides.
const GAP: f64 = 16.0;
const PADDING: f64 = 48.0;
/// From this width on, two pictures stand side by side.
const TWO: f64 = 900.0;
/// How wide a file is drawn.
const FILE: f64 = 800.0;

/// How the section is laid out.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Room {
    /// Its width.
    whole: f64,
    /// The width of a column.
    column: f64,
}

impl Room {
    fn of(width: u32) -> Self {
        let whole = f64::from(width);
        let column = if whole >= TWO {
            (whole - GAP) / 2.0
        } else {
            whole
        };
        Self { whole, column }
    }

    fn has_two_columns(self) -> bool {
        self.column < self.whole
    }

    /// Room for a drawing.
    fn width_of(self, name: Name) -> f64 {
        let room = match name {
            Name::Strip => self.whole,
            _ => self.column,
        };
        room - PADDING
    }
}

/// A picture of the section, once it is drawn.
type Slot = (Name, RwSignal<Option<Arc<Picture>>>);

/// The pictures in turn, each drawn in a task of its own. What changes meanwhile is what is drawn from
/// there on, so that no picture waits for the end of a drag.
#[derive(Clone, Copy)]
struct Turns(StoredValue<Queue>);

struct Queue {
    slots: Vec<Slot>,
    /// What is drawn, and the room for it.
    shown: Option<(Arc<Scene>, Room)>,
    /// The place of the next one.
    next: usize,
    /// How many are still to be drawn.
    left: usize,
}

impl Turns {
    fn of(slots: Vec<Slot>) -> Self {
        Self(StoredValue::new(Queue {
            slots,
            shown: None,
            next: 0,
            left: 0,
        }))
    }

    /// Has all of them drawn.
    fn begin(self, scene: Scene, room: Room) {
        let is_running = self.0.try_update_value(|queue| {
            queue.shown = Some((Arc::new(scene), room));
            let is_running = queue.left > 0;
            queue.left = queue.slots.len();
            is_running
        });
        if is_running == Some(false) {
            soon(move || self.draw_next());
        }
    }

    fn draw_next(self) {
        // The page may have been drawn anew meanwhile.
        let next = self.0.try_update_value(|queue| {
            let (scene, room) = queue.shown.clone()?;
            let slot = *queue.slots.get(queue.next)?;
            queue.next = (queue.next + 1) % queue.slots.len();
            queue.left = queue.left.checked_sub(1)?;
            Some((scene, room, slot, queue.left))
        });
        let Some((scene, room, (name, slot), left)) = next.flatten() else {
            return;
        };
        slot.set(scene.picture(name, room.width_of(name)).map(Arc::new));
        if left > 0 {
            soon(move || self.draw_next());
        }
    }
}

/// The pictures and the files.
#[component]
pub fn Figures(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let before = Memo::new_with_compare(
        move |_| {
            ranked(
                &state.calculator.get(),
                &state.present.with(Session::scenario),
            )
        },
        |_, _| true,
    );
    let scene = move || Scene::now(state, before.get());
    let room = RwSignal::new(Room::of(0));
    let slot = |name: Name| -> Slot { (name, RwSignal::new(None)) };
    let strip = slot(Name::Strip);
    let columns =
        Name::COLUMNS.map(|names| names.iter().map(|&name| slot(name)).collect::<Vec<_>>());
    let slots: Vec<Slot> = std::iter::once(strip)
        .chain(columns.iter().flatten().copied())
        .collect();
    let turns = Turns::of(slots);
    let pace = Pace::new();
    Effect::new(move || {
        let Some(width) = state.parts.room.get() else {
            return;
        };
        follow(state);
        pace.run(move || {
            // What comes above may have pushed them away meanwhile: they are drawn all the same.
            let width = state.parts.room.get_untracked().unwrap_or(width);
            let now = Room::of(width);
            room.set(now);
            turns.begin(untrack(scene), now);
        });
    });
    let figure = move |(name, slot): Slot| {
        let for_file = Callback::new(move |()| untrack(scene).picture(name, FILE));
        let choice = (name == Name::Map).then(|| measure_choice(state));
        view! {
            <Figure state name=name.id() picture=slot for_file>
                {choice}
            </Figure>
        }
        .into_any()
    };
    let columns: Vec<AnyView> = columns
        .into_iter()
        .map(|column| {
            let figures: Vec<AnyView> = column.into_iter().map(figure).collect();
            view! { <div class="picture-column">{figures}</div> }.into_any()
        })
        .collect();
    view! {
        <div class="pictures">
            <h2 id="pictures-heading">{words.pictures()}</h2>
            {lead(state)}
            {files(state, Callback::new(move |()| untrack(scene)))}
            {figure(strip)}
            // Two columns of their own, since the map is as high as three others.
            <div class="picture-grid" class:two=move || room.get().has_two_columns()>
                {columns}
            </div>
        </div>
    }
    .into_any()
}

/// Follows all that the pictures show.
fn follow(state: State) {
    state.session.track();
    state.present.track();
    state.unit.track();
    state.words.track();
    state.measure.track();
    state.calculator.track();
}

/// Where the figures come from, and what must be said of them.
fn lead(state: State) -> AnyView {
    let source = text(move || {
        let title = state.edition_title();
        state.words.with(|words| words.figure_from(title))
    });
    let told = redrawn(move || {
        let is_edited = state.is_edited();
        let warning = state.words.with(|words| warning(is_edited, words));
        warning
            .map(|warning| view! { <strong>{warning}</strong> })
            .into_any()
    });
    view! { <p class="pictures-lead"><LiveText text=source /> {told}</p> }.into_any()
}

/// What the tiles of the map show.
fn measure_choice(state: State) -> AnyView {
    let words = state.words.get_untracked();
    let options = [
        ("score", words.dti_score()),
        ("rank", words.rank().to_owned()),
        ("change", words.map_change().to_owned()),
    ];
    let options = options.map(|(value, text)| (value.to_owned(), text));
    view! {
        <p class="measure">
            <Select
                label=words.map_shows()
                options=Signal::stored(options.to_vec())
                value=state.measure
                changed=move |measure| state.measure.set(measure)
            />
        </p>
    }
    .into_any()
}

/// A table of the page in one of the forms that spreadsheets read.
#[derive(Clone, Copy)]
struct TableFile {
    name: &'static str,
    is_card: bool,
    form: Form,
}

const FILES: [TableFile; 4] = [
    TableFile {
        name: "results-vi",
        is_card: false,
        form: Form::Vietnamese,
    },
    TableFile {
        name: "results-en",
        is_card: false,
        form: Form::International,
    },
    TableFile {
        name: "scorecard-vi",
        is_card: true,
        form: Form::Vietnamese,
    },
    TableFile {
        name: "scorecard-en",
        is_card: true,
        form: Form::International,
    },
];

/// The buttons that hand out the results of all units and the open scorecard.
fn files(state: State, scene: Callback<(), Scene>) -> AnyView {
    let words = state.words.get_untracked();
    let buttons: Vec<AnyView> = FILES
        .into_iter()
        .map(|file| {
            let table = match file.is_card {
                true => words.files_scorecard().to_owned(),
                false => words.files_results(),
            };
            let form = match file.form {
                Form::Vietnamese => words.files_comma(),
                Form::International => words.files_point(),
            };
            let save = move |_| {
                let rows = match file.is_card {
                    true => untrack(|| scorecard(state)),
                    false => scene.run(()).results().table(),
                };
                hand_out(state, file.name, "csv", csv(&rows, file.form));
            };
            view! {
                <button type="button" class="quiet" on:click=save>
                    {format!("{table}, {form}")}
                </button>
            }
            .into_any()
        })
        .collect();
    let names = || FILES.iter().map(|file| file.name).chain([SCRIPT]);
    let handed = Memo::new(move |_| names().find_map(|name| state.handed_as(name)));
    view! {
        <div class="table-files">
            <span>{words.files_lead()}</span>
            {buttons}
            {scripts(state)}
            {by_hand(state, handed)}
        </div>
    }
    .into_any()
}

/// The open scorecard as a table for a spreadsheet.
pub(super) fn scorecard(state: State) -> Vec<Vec<Cell>> {
    let row = state.subject();
    let edition = state.edition.get();
    let lines: Vec<_> = edition
        .framework()
        .mains()
        .filter_map(|node| state.line(node))
        .collect();
    state
        .words
        .with(|words| scorecard_table(&edition, &state.name(row), lines.iter(), words))
}
