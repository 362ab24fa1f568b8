//! How the program that runs the page has a part loaded (`src/main.rs`): the page itself never names the
//! code of one, which would then come with the page.

use crate::state::State;
use dti_parts::desk::OwnData;
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

/// What loads the parts.
#[derive(Clone, Copy, Debug)]
pub struct Loaders {
    /// What holds what the reader brought, from all official figures.
    pub own_data: fn() -> Loading<Rc<dyn OwnData>>,
    /// What holds a claim against the figures.
    pub claims: fn(State) -> Loading<Drawn>,
    /// What analyses a scenario.
    pub analyses: fn(State) -> Loading<Drawn>,
    /// What draws the pictures.
    pub figures: fn(State) -> Loading<Drawn>,
    /// What tells how numbers are computed, and what is on file.
    pub explanations: fn(State) -> Loading<Drawn>,
    /// What writes the codes for other pages.
    pub embed_codes: fn(State) -> Loading<Drawn>,
}

impl Loaders {
    /// Of a program without parts.
    pub const NONE: Self = Self {
        own_data: || Box::pin(async { Err(Lost) }),
        claims: |_state| Box::pin(async { Err(Lost) }),
        analyses: |_state| Box::pin(async { Err(Lost) }),
        figures: |_state| Box::pin(async { Err(Lost) }),
        explanations: |_state| Box::pin(async { Err(Lost) }),
        embed_codes: |_state| Box::pin(async { Err(Lost) }),
    };
}
