//! The way to the parts that are loaded later and know nothing of Leptos (`parts/`): pictures and
//! explanations, analyses, own data. A part is asked in one text and draws into a place of the page;
//! what happens there comes back as a `Request`.

mod analyses;
mod claims;
mod loading;
mod own_data;
mod pace;
mod panel;
mod part;
mod pictures;
mod place;
mod question;
mod request;

pub(crate) use analyses::Analyses;
pub(crate) use claims::ClaimsPlace;
pub use loading::{Drawn, Loaders, Loading, Lost};
pub(crate) use own_data::OwnData;
pub(crate) use panel::PanelDialog;
pub use part::Parts;
pub(crate) use pictures::Pictures;

use crate::state::State;
use dti_parts::studio::{Heard, Studio};
use leptos::prelude::GetUntracked as _;
use request::Request;
use std::rc::Rc;

/// What draws pictures, explanations and analyses, once it is there.
fn studio(state: State) -> Option<Rc<dyn Studio>> {
    state.parts.studio.part()
}

/// Has it loaded the first time that it is wanted.
fn want_studio(state: State) {
    state.parts.studio.want(move || load_studio(state));
}

/// Has it loaded again where it could not be, and asks again what nothing was heard of.
fn retry_studio(state: State) {
    state.parts.studio.retry(move || load_studio(state));
    state.parts.ask_again();
}

fn load_studio(state: State) -> Loading<Rc<dyn Studio>> {
    let heard: Heard = Rc::new(move |kind, purpose, value| {
        if let Some(request) = Request::of(kind, purpose, value) {
            request.perform(state);
        }
    });
    (state.parts.loaders().studio)(state.calculator.get_untracked(), heard)
}

#[cfg(test)]
mod tests;
