//! The computation on screen as a script for Python or R, to be run and changed elsewhere.

use super::bar::hand_out;
use crate::components::{LiveText, text};
use crate::state::State;
use dti_formats::Script;
use dti_formats::link::Privacy;
use dti_words::script;
use leptos::prelude::*;

/// What a script is called in files, without its ending.
pub(super) const NAME: &str = "compute";

/// The kinds of scripts, by their ending.
#[derive(Clone, Copy)]
enum Kind {
    Python,
    R,
}

impl Kind {
    fn ending(self) -> &'static str {
        match self {
            Self::Python => "py",
            Self::R => "R",
        }
    }

    fn written(self, script: &Script) -> String {
        match self {
            Self::Python => script.python(),
            Self::R => script.r(),
        }
    }
}

/// The buttons that hand out the scripts.
pub(super) fn scripts(state: State) -> AnyView {
    let words = state.words.get_untracked();
    let refused = RwSignal::new(false);
    let kinds = [
        (Kind::Python, words.elsewhere_python()),
        (Kind::R, words.elsewhere_r()),
    ];
    let buttons = kinds.map(|(kind, label)| {
        let save = move |_| {
            let written = untrack(|| file(state, kind));
            refused.set(written.is_none());
            if let Some(written) = written {
                hand_out(state, NAME, kind.ending(), written);
            }
        };
        view! {
            <button type="button" class="quiet" on:click=save>
                {label}
            </button>
        }
        .into_any()
    });
    let told = text(move || match refused.get() {
        true => words.elsewhere_refused().to_owned(),
        false => String::new(),
    });
    view! {
        {Vec::from(buttons)}
        <LiveText class="copy-said" text=told />
    }
    .into_any()
}

/// The script of the page as it is; nothing where its total is no mean.
fn file(state: State, kind: Kind) -> Option<String> {
    let words = state.words.get();
    let mut more = vec![state.sentence()];
    let address = state.address_of(Privacy::ChoicesOnly);
    more.extend(address.map(|address| format!("{} {address}", words.paper_link())));
    let made = script(&state.calculator.get(), &state.scenario(), more, &words);
    Some(kind.written(&made.ok().flatten()?))
}

#[cfg(test)]
mod tests {
    use super::{Kind, file};
    use crate::views::tests::support::{official, on_page};

    #[test]
    fn a_script_says_what_is_supposed_and_keeps_known_figures_named() {
        let fragment = "#e=2022&u=bac-giang&s=bac-giang.society:0.45,bac-giang.awareness:k0.8";
        for (language, simulated, known) in [
            (
                "vi",
                "# Mô phỏng, không chính thức.",
                "awareness: Bạn cho biết; ",
            ),
            (
                "en",
                "# Simulation, not official.",
                "awareness: Known to you; ",
            ),
        ] {
            on_page(
                official(),
                &format!("{fragment}&lang={language}"),
                |state| {
                    for kind in [Kind::Python, Kind::R] {
                        let text = file(state, kind).unwrap();
                        assert!(
                            text.contains(&format!("# {}\n", state.sentence())),
                            "{text}"
                        );
                        assert!(text.contains(simulated) && text.contains(known), "{text}");
                        // The reader's own figures stay out of the address.
                        assert!(!text.contains("k0.8"));
                    }
                },
            );
        }
    }
}
