//! What the analyses are made of: choices, tables and findings that look alike in all of them.

use crate::browser::timing::Debounce;
use crate::components::{Select, at_first, attribute, flag, text};
use crate::state::State;
use crate::views::figures::DataTable;
use dti_engine::model::{Edition, Scenario};
use dti_words::numbers::read_back;
use dti_words::{ColumnHead, TableCell, Told, Words, warning};
use leptos::prelude::*;
use std::sync::Arc;

/// Id of the sentence that an analysis begins with, and that names its charts.
pub(super) const FINDING: &str = "analysis-finding";
/// The status line speaks after this pause: draws bring a finding in parts, and the last is said.
const STATUS_MS: u32 = 900;

/// Has the status line say what came of a choice in the analyses. It outlives the panels, so the frame
/// makes it.
#[derive(Clone, Copy)]
pub(super) struct Teller {
    /// The finding that was there last, and the news of the scenario then.
    told: StoredValue<(String, String)>,
    pause: Debounce,
}

impl Teller {
    /// With nothing found yet.
    pub(super) fn new() -> Self {
        Self {
            told: StoredValue::new(Default::default()),
            pause: Debounce::new(STATUS_MS),
        }
    }

    /// What an edit of the scenario brings is said by the verdict, and what was there first needs no
    /// announcement.
    fn tell(self, state: State, finding: String) {
        let news = untrack(|| state.news());
        let (before, scenario) = self.told.get_value();
        if !before.is_empty() && before != finding && scenario == news {
            let finding = finding.clone();
            self.pause.run(move || state.say(finding));
        }
        self.told.set_value((finding, news));
    }
}

/// The finding of an analysis in one sentence, and the paragraph that explains it.
#[component]
pub(super) fn Finding(
    /// The state.
    state: State,
    /// The sentence.
    #[prop(into)]
    sentence: Signal<String>,
    /// What explains it; none where it stands elsewhere.
    #[prop(optional, into)]
    told: Option<Signal<String>>,
) -> impl IntoView {
    if let Some(teller) = use_context::<Teller>() {
        Effect::new(move || teller.tell(state, sentence.get()));
    }
    view! {
        <h3 id=FINDING class="finding" prop:textContent=sentence>{at_first(sentence)}</h3>
        {told.map(|sentence| view! { <Paragraph sentence /> })}
    }
    .into_any()
}

/// A paragraph that explains; nothing where it is empty.
#[component]
pub(super) fn Paragraph(
    /// What it says.
    #[prop(into)]
    sentence: Signal<String>,
    /// How it looks.
    #[prop(default = "told")]
    class: &'static str,
) -> impl IntoView {
    view! {
        <p class=class hidden=flag(move || sentence.with(String::is_empty)) prop:textContent=sentence>
            {at_first(sentence)}
        </p>
    }
    .into_any()
}

/// A list to choose from, with its label above.
#[component]
pub(super) fn Choose(
    /// The state, which keeps the choice.
    state: State,
    /// Key of the choice.
    key: &'static str,
    /// The label.
    #[prop(into)]
    label: String,
    /// Values with their texts.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The chosen one.
    #[prop(into)]
    value: Signal<String>,
) -> impl IntoView {
    let id = format!("choice-{key}");
    let changed = move |value: String| state.set_choice(key, &value);
    view! {
        <span class="choose">
            <label for=id.clone()>{label}</label>
            <Select id=id options value changed />
        </span>
    }
    .into_any()
}

/// Something that is on or off; both are written down, so that each choice has its own default.
#[component]
pub(super) fn Switch(
    /// The state, which keeps the choice.
    state: State,
    /// Key of the choice.
    #[prop(into)]
    key: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// Whether it is on.
    #[prop(into)]
    is_on: Signal<bool>,
) -> impl IntoView {
    let changed = move |event| {
        let word = if event_target_checked(&event) {
            "on"
        } else {
            "off"
        };
        state.set_choice(&key, word);
    };
    view! {
        <label class="switch">
            <input
                type="checkbox"
                checked=is_on.get_untracked()
                prop:checked=is_on
                on:change=changed
            />
            <span>{label}</span>
        </label>
    }
    .into_any()
}

/// A field for a number or a name, with the sentence about what is wrong with it. What was typed stays,
/// right or wrong.
#[component]
pub(super) fn Field(
    /// The state, which keeps the text.
    state: State,
    /// Key of the choice.
    #[prop(into)]
    key: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// The text.
    #[prop(into)]
    value: Signal<String>,
    /// What is wrong with it; empty where nothing is.
    #[prop(into)]
    fault: Signal<String>,
    /// Id of a `<datalist>` with texts to choose from.
    #[prop(optional)]
    list: Option<&'static str>,
) -> impl IntoView {
    let id = format!("choice-{key}");
    let fault_id = format!("{id}-fault");
    let is_wrong = move || fault.with(|fault| !fault.is_empty());
    let described_by = {
        let id = fault_id.clone();
        attribute(move || is_wrong().then(|| id.clone()))
    };
    view! {
        <span class="choose">
            <label for=id.clone()>{label}</label>
            <input
                type="text"
                autocomplete="off"
                maxlength="60"
                list=list
                id=id
                aria-invalid=attribute(move || is_wrong().then(|| "true".to_owned()))
                aria-describedby=described_by
                value=value.get_untracked()
                prop:value=value
                on:focus=move |event| crate::browser::document::select_field(&event)
                on:change=move |event| state.set_choice(&key, &event_target_value(&event))
            />
            <span class="fault" id=fault_id prop:textContent=fault>{at_first(fault)}</span>
        </span>
    }
    .into_any()
}

/// A button that shows a whole scenario; it is one step for undo.
#[component]
pub(super) fn LoadButton(
    /// The state.
    state: State,
    /// What it says.
    #[prop(into)]
    label: Signal<String>,
    /// The scenario; without one there is no button.
    #[prop(into)]
    scenario: Signal<Option<Scenario>>,
) -> impl IntoView {
    let load = move |_| {
        if let Some(scenario) = scenario.get_untracked() {
            state.load_scenario(&scenario);
        }
    };
    view! {
        <button
            type="button"
            class="primary"
            hidden=flag(move || scenario.with(Option::is_none))
            on:click=load
            prop:textContent=label
        >
            {at_first(label)}
        </button>
    }
    .into_any()
}

/// What few readers ask for, behind a line that opens it. It stays open while what is in it changes.
#[component]
pub(super) fn Folded(
    /// Id of the element.
    id: &'static str,
    /// The line.
    #[prop(into)]
    summary: Signal<String>,
    /// What is behind it.
    children: Children,
) -> impl IntoView {
    view! {
        <details id=id>
            <summary prop:textContent=summary>{at_first(summary)}</summary>
            {children()}
        </details>
    }
    .into_any()
}

/// A sentence that warns, where something rests on estimates or is not official; nothing where it is
/// empty.
#[component]
pub(super) fn Caution(
    /// The sentence.
    #[prop(into)]
    sentence: Signal<String>,
    /// How it is marked: `caution`, `caution plain` for what is no estimate, `caution bare`.
    #[prop(default = "caution")]
    class: &'static str,
) -> impl IntoView {
    view! { <Paragraph sentence class /> }.into_any()
}

/// The sentence that every analysis ends with where figures are edited or not as published.
#[component]
pub(super) fn Simulated(
    /// The state.
    state: State,
) -> impl IntoView {
    let sentence = text(move || {
        let edition = state.edition.get();
        whose(&edition, state.is_edited(), &state.words.get()).unwrap_or_default()
    });
    view! { <Caution sentence class="caution bare" /> }.into_any()
}

/// The same about an edition that need not be the one on screen.
pub(super) fn whose(edition: &Edition, is_edited: bool, words: &Words) -> Option<String> {
    let words = words.clone().with_provenance(edition.provenance());
    warning(is_edited, &words)
}

/// What the cells of a column hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Cells {
    /// Words.
    Text,
    /// Numbers, aligned at the right.
    Number,
}

/// A row of a table: its first cell is its heading.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Row {
    /// What stands in it.
    pub(super) cells: Vec<String>,
    /// Whether it stands out: the unit asked about, or a sum.
    pub(super) is_own: bool,
}

impl Row {
    /// As the others.
    pub(super) fn plain(cells: Vec<String>) -> Self {
        Self {
            cells,
            is_own: false,
        }
    }

    /// The unit asked about, or a sum.
    pub(super) fn own(cells: Vec<String>) -> Self {
        Self {
            cells,
            is_own: true,
        }
    }
}

/// What a table shows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Table {
    /// What it is about.
    pub(super) caption: String,
    /// Headings, and what the cells below them hold.
    pub(super) columns: Vec<(String, Cells)>,
    /// Rows with as many cells.
    pub(super) rows: Vec<Row>,
}

impl Table {
    /// As it is copied and handed out as a file: what is written as a number is one.
    pub(super) fn in_file(&self, words: &Words) -> dti_words::Table {
        let cell = |(text, (_, kind)): (&String, &(String, Cells))| match kind {
            Cells::Text => TableCell::words(text),
            Cells::Number => TableCell {
                number: read_back(text, words),
                text: text.clone(),
            },
        };
        let head = |(text, kind): &(String, Cells)| ColumnHead {
            text: text.clone(),
            is_number: *kind == Cells::Number,
        };
        let own = self.rows.iter().enumerate().filter(|(_, row)| row.is_own);
        let rows = self.rows.iter();
        let rows = rows.map(|row| row.cells.iter().zip(&self.columns).map(cell).collect());
        dti_words::Table {
            columns: self.columns.iter().map(head).collect(),
            own: own.map(|(place, _)| place).collect(),
            rows: rows.collect(),
        }
    }
}

/// A table in a box that scrolls, with the bar to keep it; nothing where it has no rows.
#[component]
pub(super) fn TableBox(
    /// The state.
    state: State,
    /// What it is called in ids and files.
    name: &'static str,
    /// The table.
    #[prop(into)]
    table: Signal<Table>,
    /// Titles of the editions in it, where it is not about the one on screen.
    #[prop(optional, into)]
    source: Option<Signal<String>>,
) -> impl IntoView {
    let told = Memo::new(move |_| {
        let title = source.map_or_else(|| state.edition_title(), |source| source.get());
        let (words, is_edited) = (state.words.get(), state.is_edited());
        table.with(|table| {
            (!table.rows.is_empty()).then(|| {
                Arc::new(Told {
                    finding: table.caption.clone(),
                    table: table.in_file(&words),
                    warning: warning(is_edited, &words).unwrap_or_default(),
                    source: words.figure_from(title),
                    ..Told::default()
                })
            })
        })
    });
    view! { <DataTable state name told /> }.into_any()
}
