//! Why what is here does not stay on the device, and what the reader can do.

use super::desk::Desk;
use super::export::save_project;
use crate::components::redrawn;
use dti_own_data::{OwnData, Version};
use dti_words::{Unkept, unkept};
use leptos::prelude::*;

/// The notice; nothing where everything is kept.
#[component]
pub(super) fn UnkeptNotice(
    /// What the reader brought.
    desk: Desk,
) -> impl IntoView {
    let why = Memo::new(move |_| desk.own.with(OwnData::unkept));
    let notice = move || match why.get() {
        None => ().into_any(),
        Some(why) => view! { <Notice desk why /> }.into_any(),
    };
    view! { <div class="desk-kept" id="desk-kept">{redrawn(notice)}</div> }.into_any()
}

#[component]
fn Notice(desk: Desk, why: Unkept) -> impl IntoView {
    let words = desk.state.words.get_untracked();
    let choose = move |version| desk.deed(move |own, _ground| own.choose(version).transpose());
    let versions = (why == Unkept::Elsewhere).then(|| {
        view! {
            <button type="button" class="quiet" on:click=move |_| choose(Version::Theirs)>
                {words.version_take_theirs()}
            </button>
            <button type="button" class="quiet" on:click=move |_| choose(Version::Ours)>
                {words.version_keep_this()}
            </button>
        }
        .into_any()
    });
    view! {
        <div class="notice">
            <p>{unkept(why, &words)}</p>
            <p class="actions">
                {versions}
                <button type="button" class="quiet" on:click=move |_| save_project(desk)>
                    {words.project_save()}
                </button>
            </p>
        </div>
    }
    .into_any()
}
