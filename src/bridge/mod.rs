//! The way to the parts that are loaded later and know nothing of Leptos (`parts/`): pictures and
//! explanations, analyses, own data. A part is asked in one text and draws into a place of the page;
//! what happens there comes back as a `Request`.

mod analyses;
mod news;
mod own_data;
mod pace;
mod panel;
mod part;
mod pictures;
mod place;
mod question;
mod request;

pub(crate) use analyses::Analyses;
pub(crate) use own_data::OwnData;
pub(crate) use panel::PanelDialog;
pub use part::Parts;
pub(crate) use pictures::Pictures;

use crate::browser::module::Studio;
use crate::state::State;
use part::Copied;
use request::Request;

/// What draws pictures, explanations and analyses, once it is there.
fn studio(state: State) -> Option<Studio> {
    state.parts.studio.module()
}

/// Has it loaded the first time that it is wanted.
fn want_studio(state: State) {
    state.parts.studio.want(move |studio| begin(state, studio));
}

/// Has it loaded again where it could not be, and asks again what nothing was heard of.
fn retry_studio(state: State) {
    state.parts.studio.retry(move |studio| begin(state, studio));
    state.parts.ask_again();
}

fn begin(state: State, studio: &Studio) {
    studio.tell(move |kind, purpose, value| {
        if let Some(request) = Request::of(&kind, &purpose, &value) {
            request.perform(state);
        }
    });
}

#[cfg(test)]
mod tests;
