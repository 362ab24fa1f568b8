//! Which figures these are, what was corrected in them, and the copy of the page on the device: the end
//! of what is said about the data.

use super::ground::Ground;
use super::pieces::{Explanation, Piece};
use dti_words::{Words, correction, dated};
use leptos::prelude::*;

/// Tells the version, and the corrections of the edition at hand.
pub(super) fn tell_version(ground: &Ground, told: &mut Explanation) {
    let words = &ground.words;
    let version = ground.calculator.data_version();
    told.head(words.data_version());
    told.say(dated(version.number, &version.date, words));
    let touching = version.since(0, ground.edition.id());
    let touching: Vec<String> = touching
        .map(|one| correction(one.version, &one.date, words.in_language(&one.what), words))
        .collect();
    if touching.is_empty() {
        told.say(words.data_never_corrected());
    } else {
        told.pieces.push(Piece::List(touching));
    }
}

/// The copy of the page on the device, and how to be rid of it.
pub(super) fn copy_here(words: &Words) -> AnyView {
    view! {
        <h4>{words.copy_here()}</h4>
        <p>
            {format!("{} ", words.copy_here_means())}
            <a href="?offline=off">{words.copy_here_off()}</a>
            {" "}
            <a href="?offline=on">{words.copy_here_on()}</a>
        </p>
    }
    .into_any()
}
