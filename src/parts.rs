//! The parts that are loaded later: each function here is cut off from the module, with all that only it
//! needs (`xtask/src/build/split.rs`), and fetched when it is first called.

use dti_own_data::Trial;
use dti_whatif::bridge::{Analysis, Drawn, Loaders, Lost, Tab, TakeIn};
use dti_whatif::browser::loading;
use dti_whatif::draws::{self, Maker};
use dti_whatif::state::State;
use dti_whatif::views::analyses::{
    Analyses, Bridge, Compare, Explain, Merger, Neighbourhood, Peers, Plan, Sensitivity, Stability,
    Sweep,
};
use dti_whatif::views::own_data::{Card, Export, Import, Indices};
use dti_whatif::views::{Claims, Desk, EmbedCodes, Explained, Figures, OwnData, Report};
use leptos::prelude::{IntoAny as _, use_context, view};
use leptos::wasm_split::wasm_split;
use std::rc::Rc;

/// How the page has them loaded.
pub(crate) const LOADERS: Loaders = Loaders {
    own_data: |state| {
        Box::pin(async move {
            loading::components().await.map_err(|_denied| Lost)?;
            own_data(state).await
        })
    },
    own_data_tab: |tab| match tab {
        Tab::Card => |state| Box::pin(own_data_card(state)),
        Tab::Import => |state| Box::pin(own_data_import(state)),
        Tab::Export => |state| Box::pin(own_data_export(state)),
        Tab::Index => |state| Box::pin(own_data_index(state)),
    },
    own_data_reading: || Box::pin(own_data_reading()),
    claims: |state| Box::pin(claims(state)),
    analyses: |state| Box::pin(analyses(state)),
    analysis: |analysis| match analysis {
        Analysis::Plan => |state| Box::pin(analysis_plan(state)),
        Analysis::Neighbourhood => |state| Box::pin(analysis_neighbourhood(state)),
        Analysis::Explain => |state| Box::pin(analysis_explain(state)),
        Analysis::Stability => |state| Box::pin(analysis_stability(state)),
        Analysis::Sensitivity => |state| Box::pin(analysis_sensitivity(state)),
        Analysis::Sweep => |state| Box::pin(analysis_sweep(state)),
        Analysis::Merger => |state| Box::pin(analysis_merger(state)),
        Analysis::Compare => |state| Box::pin(analysis_compare(state)),
        Analysis::Peers => |state| Box::pin(analysis_peers(state)),
        Analysis::Bridge => |state| Box::pin(analysis_bridge(state)),
    },
    figures: |state| Box::pin(pictures(state)),
    explanations: |state| Box::pin(explanations(state)),
    embed_codes: |state| Box::pin(embed_codes(state)),
    report: |state| Box::pin(report(state)),
};

#[wasm_split(own_data, wasm_split_path = leptos::wasm_split, fallible)]
fn own_data(state: State) -> Result<Drawn, Lost> {
    let desk = Desk::open(state).ok_or(Lost)?;
    Ok(Rc::new(move || view! { <OwnData desk /> }.into_any()))
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

#[wasm_split(report, wasm_split_path = leptos::wasm_split, fallible)]
fn report(state: State) -> Result<Drawn, Lost> {
    Ok(Rc::new(move || view! { <Report state /> }.into_any()))
}

#[wasm_split(analyses, wasm_split_path = leptos::wasm_split, fallible)]
fn analyses(state: State) -> Result<Drawn, Lost> {
    Ok(Rc::new(move || view! { <Analyses state /> }.into_any()))
}

/// Views that are each a part of its own.
macro_rules! parts_of_views {
    ($($part:ident: $view:ident,)*) => {$(
        #[wasm_split($part, wasm_split_path = leptos::wasm_split, fallible)]
        fn $part(state: State) -> Result<Drawn, Lost> {
            Ok(Rc::new(move || view! { <$view state /> }.into_any()))
        }
    )*};
}

parts_of_views! {
    analysis_plan: Plan,
    analysis_neighbourhood: Neighbourhood,
    analysis_explain: Explain,
    analysis_stability: Stability,
    analysis_sensitivity: Sensitivity,
    analysis_sweep: Sweep,
    analysis_merger: Merger,
    analysis_compare: Compare,
    analysis_peers: Peers,
    analysis_bridge: Bridge,
}

/// The parts of the own data, which stand on the desk that is open.
macro_rules! parts_of_own_data {
    ($($part:ident: $view:ident,)*) => {$(
        #[wasm_split($part, wasm_split_path = leptos::wasm_split, fallible)]
        fn $part(_state: State) -> Result<Drawn, Lost> {
            Ok(Rc::new(|| use_context::<Desk>().map(|desk| view! { <$view desk /> }).into_any()))
        }
    )*};
}

parts_of_own_data! {
    own_data_card: Card,
    own_data_import: Import,
    own_data_export: Export,
    own_data_index: Indices,
}

/// What reads files and tables that a reader brings.
#[wasm_split(own_data_reading, wasm_split_path = leptos::wasm_split, fallible)]
fn own_data_reading() -> Result<TakeIn, Lost> {
    Ok(Desk::take_in)
}

/// What makes draws, with nothing asked.
#[wasm_split(draws, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn draws() -> Result<Box<dyn Maker>, Lost> {
    Ok(draws::maker())
}

/// Goes through what a reader brings on a twin.
#[wasm_split(own_data_reading, wasm_split_path = leptos::wasm_split, fallible)]
pub(crate) fn try_out(trial: Vec<u8>, shipped: Vec<u8>) -> Result<(), Lost> {
    Trial::run(&trial, shipped);
    Ok(())
}
