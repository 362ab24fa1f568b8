//! How the program that runs the page has a part loaded (`src/main.rs`): the page itself never names the
//! code of one, which would then come with the page.

use super::analyses::Analysis;
use super::own_data::Tab;
use crate::state::State;
use crate::views::Desk;
use dti_own_data::Brought;
use leptos::prelude::AnyView;
use leptos::wasm_split::SplitLoaderError;
use std::pin::Pin;
use std::rc::Rc;

/// A part could not be loaded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lost;

impl From<SplitLoaderError> for Lost {
    fn from(_error: SplitLoaderError) -> Self {
        Self
    }
}

/// A part on its way.
pub type Loading<T> = Pin<Box<dyn Future<Output = Result<T, Lost>>>>;

/// A part that is a view of the page: drawn as often as the page is.
pub type Drawn = Rc<dyn Fn() -> AnyView>;

/// What loads such a part.
pub type Load = fn(State) -> Loading<Drawn>;

/// Takes in something that was brought to a desk: its name, what it holds, and what came of going through it
/// beside the page.
pub type TakeIn = fn(Desk, &str, Brought, &str);

/// What loads the parts.
#[derive(Clone, Copy, Debug)]
pub struct Loaders {
    /// What holds what the reader brought.
    pub own_data: Load,
    /// One of its parts.
    pub own_data_tab: fn(Tab) -> Load,
    /// What reads files and tables.
    pub own_data_reading: fn() -> Loading<TakeIn>,
    /// What holds a claim against the figures.
    pub claims: fn(State) -> Loading<Drawn>,
    /// What leads to the analyses.
    pub analyses: Load,
    /// What analyses a scenario in one way.
    pub analysis: fn(Analysis) -> Load,
    /// What draws the pictures.
    pub figures: fn(State) -> Loading<Drawn>,
    /// What tells how numbers are computed, and what is on file.
    pub explanations: fn(State) -> Loading<Drawn>,
    /// What writes the codes for other pages.
    pub embed_codes: fn(State) -> Loading<Drawn>,
    /// What makes a report of what is on screen.
    pub report: fn(State) -> Loading<Drawn>,
}

impl Loaders {
    /// Of a program without parts.
    pub const NONE: Self = Self {
        own_data: |_state| Box::pin(async { Err(Lost) }),
        own_data_tab: |_tab| |_state| Box::pin(async { Err(Lost) }),
        own_data_reading: || Box::pin(async { Err(Lost) }),
        claims: |_state| Box::pin(async { Err(Lost) }),
        analyses: |_state| Box::pin(async { Err(Lost) }),
        analysis: |_analysis| |_state| Box::pin(async { Err(Lost) }),
        figures: |_state| Box::pin(async { Err(Lost) }),
        explanations: |_state| Box::pin(async { Err(Lost) }),
        embed_codes: |_state| Box::pin(async { Err(Lost) }),
        report: |_state| Box::pin(async { Err(Lost) }),
    };
}
