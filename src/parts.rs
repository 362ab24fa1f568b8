//! The parts that are loaded later: each function here is cut off from the module, with all that only it
//! needs (`xtask/src/build/split.rs`), and fetched when it is first called.

use dti_parts::desk::{self, OwnData};
use dti_whatif::bridge::{Drawn, Loaders, Lost};
use dti_whatif::browser::{figures, loading};
use dti_whatif::draws::{self, Maker};
use dti_whatif::state::State;
use dti_whatif::views::{Analyses, Claims, EmbedCodes, Explained, Figures};
use leptos::prelude::{IntoAny as _, view};
use leptos::wasm_split::wasm_split;
use std::rc::Rc;

/// How the page has them loaded.
pub(crate) const LOADERS: Loaders = Loaders {
    own_data: || {
        Box::pin(async {
            loading::components().await.map_err(|_denied| Lost)?;
            own_data(figures::shipped(), figures::own()).await
        })
    },
    claims: |state| Box::pin(claims(state)),
    analyses: |state| Box::pin(analyses(state)),
    figures: |state| Box::pin(pictures(state)),
    explanations: |state| Box::pin(explanations(state)),
    embed_codes: |state| Box::pin(embed_codes(state)),
};

#[wasm_split(own_data, wasm_split_path = leptos::wasm_split, fallible)]
fn own_data(shipped: Vec<u8>, own: String) -> Result<Rc<dyn OwnData>, Lost> {
    Ok(desk::open(shipped, &own))
}

#[wasm_split(claims, wasm_split_path = leptos::wasm_split, fallible)]
fn claims(state: State) -> Result<Drawn, Lost> {
    Ok(Rc::new(move || view! { <Claims state /> }.into_any()))
}

#[wasm_split(figures, wasm_split_path = leptos::wasm_split, fallible)]
fn pictures(state: State) -> Result<Drawn, Lost> {
    Ok(Rc::new(move || view! { <Figures state /> }.into_any()))
}

#[wasm_split(explanations, wasm_split_path = leptos::wasm_split, fallible)]
fn explanations(state: State) -> Result<Drawn, Lost> {
    Ok(Rc::new(move || view! { <Explained state /> }.into_any()))
}

#[wasm_split(embed_codes, wasm_split_path = leptos::wasm_split, fallible)]
fn embed_codes(state: State) -> Result<Drawn, Lost> {
    Ok(Rc::new(move || view! { <EmbedCodes state /> }.into_any()))
}

#[wasm_split(analyses, wasm_split_path = leptos::wasm_split, fallible)]
fn analyses(state: State) -> Result<Drawn, Lost> {
    Ok(Rc::new(move || view! { <Analyses state /> }.into_any()))
}

/// What makes draws, with nothing asked.
#[wasm_split(draws, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn draws() -> Result<Box<dyn Maker>, Lost> {
    Ok(draws::maker())
}

/// Something that a reader brings, as it is gone through on another desk.
pub(crate) struct Brought {
    /// All official figures.
    pub(crate) shipped: Vec<u8>,
    /// What the desk of the page is like.
    pub(crate) like: String,
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) bytes: Vec<u8>,
}

/// Goes through what a reader brings.
#[wasm_split(own_data, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn rehearse(brought: Brought) -> Result<(), Lost> {
    let Brought {
        shipped,
        like,
        name,
        kind,
        bytes,
    } = brought;
    desk::rehearse(shipped, &like, &name, (&kind, bytes));
    Ok(())
}
