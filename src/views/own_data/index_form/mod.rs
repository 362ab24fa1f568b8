//! An index of one's own without writing JSON: a form for one table, and the template of two.

mod columns;
mod faults;
mod fields;
mod header;

use super::desk::{Busy, Desk, in_a_next_task};
use super::fields::FileField;
use crate::bridge::Tab;
use crate::browser::document;
use crate::browser::timing::Debounce;
use crate::components::{at_first, flag, redrawn, text};
use columns::Columns;
use dti_own_data::import::Table;
use dti_own_data::index_form::{FormFault, FormField, FormPreview, IndexForm};
use dti_own_data::{Done, Ground, Refusal};
use dti_words::own_data::{form_preview, index_template};
use faults::sentence;
use header::Header;
use leptos::prelude::*;

/// Whether the form is open, and what is in it.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum OpenForm {
    /// Not open.
    Closed,
    /// Open without a table.
    Empty,
    /// With a table.
    Filled(Box<IndexForm>),
}

impl Desk {
    /// Whether the next table goes into the form.
    pub(super) fn has_form(self) -> bool {
        let is_open = self.form.with_untracked(|form| *form != OpenForm::Closed);
        is_open && self.tab.get_untracked() == Tab::Index
    }

    /// Puts a table into the form.
    pub(super) fn fill_form(self, table: &Table, ground: &Ground) -> Result<Option<Done>, Refusal> {
        let form = IndexForm::of(table, ground.edition.header().year);
        let form = form.ok_or_else(|| Refusal::NoIndexTable(table.name.clone()))?;
        self.pasted.set(String::new());
        self.form.set(OpenForm::Filled(Box::new(form)));
        document::focus_soon("index-form-title".to_owned());
        Ok(None)
    }

    /// Opens the index that the form makes.
    fn create_index(self) {
        let OpenForm::Filled(form) = self.form.get_untracked() else {
            return;
        };
        let desk = self;
        desk.busy.set(Some(Busy::Opening(form.title.clone(), 0)));
        in_a_next_task(move || {
            desk.deed_by_steps(move |own, _ground| {
                let done = own.open_form(&form)?;
                desk.form.set(OpenForm::Closed);
                Ok(Some(done))
            });
        });
    }
}

/// The preview of a form follows what is typed after a pause.
const PREVIEW_MS: u32 = 300;

/// What a form comes to, or what is wrong with it.
type Preview = Result<FormPreview, Vec<FormFault>>;

/// The form while it holds a table. A copy is as good as the other.
#[derive(Clone, Copy)]
struct Filled {
    desk: Desk,
    preview: Signal<Preview>,
}

impl Filled {
    fn new(desk: Desk) -> Self {
        let found = move || {
            desk.form.with(|form| match form {
                OpenForm::Filled(form) => form.preview(),
                _ => Err(Vec::new()),
            })
        };
        if cfg!(not(target_arch = "wasm32")) {
            let preview = Memo::new(move |_| found()).into();
            return Self { desk, preview };
        }
        // Of thousands of units it takes longer than a keystroke may.
        let preview = RwSignal::new(Err(Vec::new()));
        let pause = Debounce::new(PREVIEW_MS);
        Effect::new(move || {
            desk.form.track();
            pause.run(move || {
                preview.try_set(untrack(found));
            });
        });
        Self {
            desk,
            preview: preview.into(),
        }
    }

    /// Something of the form; nothing where it is gone.
    fn of<T: Default>(self, ask: impl FnOnce(&IndexForm) -> T) -> T {
        self.desk.form.with(|form| match form {
            OpenForm::Filled(form) => ask(form),
            _ => T::default(),
        })
    }

    /// Decides something about it.
    fn decide(self, decide: impl FnOnce(&mut IndexForm)) {
        self.desk.form.update(|form| {
            if let OpenForm::Filled(form) = form {
                decide(form);
            }
        });
    }

    /// What is wrong with a field, in a sentence; nothing where it is right.
    fn fault(self, field: FormField) -> Signal<String> {
        let words = StoredValue::new(self.desk.state.words.get_untracked());
        text(move || {
            let mark = self.of(|form| form.mark);
            self.preview
                .with(|preview| {
                    let faults = preview.as_ref().err()?;
                    let fault = faults.iter().find(|fault| fault.field == field)?;
                    Some(words.with_value(|words| sentence(&fault.kind, mark, words)))
                })
                .unwrap_or_default()
        })
    }
}

/// The buttons, and the form once it is open.
#[component]
pub(super) fn IndexFormPart(
    /// What the reader brought.
    desk: Desk,
) -> impl IntoView {
    let words = StoredValue::new(desk.state.words.get_untracked());
    // Another table is another form; what is typed draws nothing anew.
    let shape = Memo::new(move |_| {
        desk.form.with(|form| match form {
            OpenForm::Closed => None,
            OpenForm::Empty => Some(None),
            OpenForm::Filled(form) => Some(Some((form.name.clone(), form.sheet, form.mark))),
        })
    });
    redrawn(move || match shape.get() {
        None => words.with_value(|words| closed(desk, words)),
        Some(None) => view! { <TableFields desk /> }.into_any(),
        Some(Some(_)) => view! { <FilledForm desk /> }.into_any(),
    })
}

fn closed(desk: Desk, words: &dti_words::Words) -> AnyView {
    let template = move |_| {
        let words = desk.state.words.get_untracked();
        desk.hand_out_book(Ok(index_template(&words)));
    };
    view! {
        <section class="desk-section">
            <h3>{words.form_heading()}</h3>
            <p>{words.form_hint()}</p>
            <button
                type="button"
                class="primary"
                id="index-form-open"
                on:click=move |_| desk.form.set(OpenForm::Empty)
            >
                {words.form_open()}
            </button>
            <p>{words.template_hint()}</p>
            <button type="button" class="quiet" on:click=template>
                {words.template_get()}
            </button>
        </section>
    }
    .into_any()
}

/// Closes the form.
#[component]
fn CloseForm(desk: Desk) -> impl IntoView {
    let words = desk.state.words.get_untracked();
    let close = move |_| {
        desk.form.set(OpenForm::Closed);
        document::focus_soon("index-form-open".to_owned());
    };
    view! {
        <button type="button" class="quiet" on:click=close>
            {words.form_close()}
        </button>
    }
    .into_any()
}

/// A file, or a field for a table that was copied.
#[component]
fn TableFields(desk: Desk) -> impl IntoView {
    let words = desk.state.words.get_untracked();
    view! {
        <section class="desk-section">
            <h3>{words.form_heading()}</h3>
            <p>{words.form_hint()}</p>
            <FileField
                desk
                id="index-form-file"
                label=words.form_file()
                kinds=".csv,.txt,.tsv,.xlsx,text/csv,text/plain"
            />
            <p class="paste-field">
                <label for="index-form-paste">{words.form_paste()}</label>
                <textarea
                    id="index-form-paste"
                    rows="6"
                    spellcheck="false"
                    autocomplete="off"
                    prop:value=desk.pasted
                    on:input=move |event| desk.pasted.set(event_target_value(&event))
                >
                    {()}
                </textarea>
            </p>
            <p class="actions">
                <button type="button" class="quiet" on:click=move |_| desk.take_pasted()>
                    {words.form_paste_read()}
                </button>
                <CloseForm desk />
            </p>
        </section>
    }
    .into_any()
}

/// What is chosen and typed about the table, and what it comes to.
#[component]
fn FilledForm(desk: Desk) -> impl IntoView {
    let words = desk.state.words.get_untracked();
    let form = Filled::new(desk);
    let own_words = StoredValue::new(words.clone());
    let said = text(move || {
        let said = form.preview.with(|preview| {
            let own = preview.as_ref().ok()?;
            let said = |words: &_| form_preview(own.units, own.indicators, &own.first, words);
            Some(own_words.with_value(said))
        });
        said.unwrap_or_default()
    });
    let whole = form.fault(FormField::Whole);
    let is_wrong = flag(move || form.preview.with(Result::is_err));
    view! {
        <section class="desk-section">
            <h3>{words.form_heading()}</h3>
            <Header form />
            <Columns form />
            <p id="index-form-preview" role="status" translate="no" prop:textContent=said>
                {at_first(said)}
            </p>
            <p class="fault" id="index-form-fault" prop:textContent=whole>
                {at_first(whole)}
            </p>
            <p class="actions">
                <button
                    type="button"
                    class="primary"
                    id="index-form-create"
                    disabled=move || is_wrong.get() || desk.busy.with(Option::is_some)
                    on:click=move |_| desk.create_index()
                >
                    {words.form_create()}
                </button>
                <CloseForm desk />
            </p>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests;
