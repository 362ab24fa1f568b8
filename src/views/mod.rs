//! What each part of the page shows: components that ask the [`State`] and hand it what is done. They
//! are drawn anew as a whole when the words change, so a word that no figure is in needs no signal.

mod about;
pub mod analyses;
mod badge;
mod claims;
mod edits;
mod embed;
mod embed_codes;
mod explained;
mod figures;
mod header;
mod indicator;
mod ladder;
mod ladder_row;
mod notices;
mod origin;
pub mod own_data;
mod picker;
mod report;
mod rivals;
mod scorecard;
mod share;
mod stacked_bar;
mod verdict;
mod weights;

pub use badge::SourcePlace;
pub use claims::{Claims, ClaimsProps};
pub(crate) use embed::Embed;
pub use embed_codes::{EmbedCodes, EmbedCodesProps};
pub use explained::{Explained, ExplainedProps};
pub use figures::{Figures, FiguresProps};
pub use header::other_language;
pub use origin::{Origin, Sources};
pub use own_data::{Desk, OwnData, OwnDataProps};
pub use report::{Report, ReportProps};

use crate::bridge::{
    AnalysesPlace, ClaimsPlace, FiguresPlace, OwnDataPlace, PanelDialog, ReportPlace,
};
use crate::browser::document;
use crate::components::{LiveText, later, text};
use crate::state::State;
use leptos::prelude::*;

/// The whole page in its order of weight: the verdict, the scorecard beside the ranking, and what is
/// looked at after them.
#[component]
pub fn Page(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let is_sharing = RwSignal::new(false);
    let (is_still, stages) = (state.is_still(), state.stages);
    let skip = (!is_still).then(|| {
        view! {
            <a
                class="skip"
                href="#main"
                // The fragment is the scenario: a jump inside the page must not write to it.
                on:click=|event| {
                    event.prevent_default();
                    document::focus("main");
                }
            >
                {words.skip_to_content()}
            </a>
        }
    });
    view! {
        <div class="page">
            {skip}
            {later(stages, move || view! { <header::Header state /> }.into_any())}
            <main id="main" tabindex="-1">
                <notices::Notices state />
                <notices::Resume state />
                {later(stages, move || view! { <verdict::VerdictCard state is_sharing /> }.into_any())}
                <div class="columns">
                    <div class="column" class:live=is_still>
                        {later(stages, move || view! { <scorecard::Scorecard state /> }.into_any())}
                        {later(stages, move || view! { <weights::Weights state /> }.into_any())}
                        {later(stages, move || view! { <rivals::RivalModes state /> }.into_any())}
                    </div>
                    <div class="column column-ladder">
                        {later(stages, move || view! { <ladder::Ladder state /> }.into_any())}
                    </div>
                </div>
                {later(stages, move || view! { <AnalysesPlace state /> }.into_any())}
                {later(stages, move || view! { <ReportPlace state /> }.into_any())}
                {later(stages, move || view! { <ClaimsPlace state /> }.into_any())}
                {later(stages, move || view! { <FiguresPlace state /> }.into_any())}
                {later(stages, move || view! { <OwnDataPlace state /> }.into_any())}
                {later(stages, move || view! { <about::About state /> }.into_any())}
                {(!is_still).then(|| view! {
                    <p class="paper-only">
                        <LiveText text=text(move || share::on_paper(state)) />
                    </p>
                })}
            </main>
            <about::Footer state />
            {(!is_still).then(|| {
                later(stages, move || view! { <Besides state is_sharing /> }.into_any())
            })}
        </div>
    }
    .into_any()
}

/// What stands beside the page until it is asked for: dialogs, and the status line.
#[component]
fn Besides(state: State, is_sharing: RwSignal<bool>) -> impl IntoView {
    view! {
        <share::ShareDialog state open=is_sharing />
        <PanelDialog state />
        // The one line that screen readers hear, some time after the last edit.
        <p class="hidden" role="status" prop:textContent=text(move || state.status.get())>
            {()}
        </p>
    }
    .into_any()
}

#[cfg(test)]
mod tests;
