//! The embed in a browser: a module of its own, much smaller than the page's. It keeps nothing on
//! the device, reads nothing that is kept there, asks for no other module, and leaves the history to
//! the page around it.

use super::browser::happenings::{Happening, listen};
use super::browser::timing::{Frame, soon};
use super::browser::{address, page as document};
use super::render::View;
use super::{desk, dress, event_of, in_its_site, paced, prepared, speak, tell_panics};
use crate::page::Page;
use leptos::prelude::*;

/// Fills the embed: the figures, the first result and the drawing are tasks of their own.
pub fn start_embed() {
    tell_panics();
    prepared(desk::official, |calculator| {
        let served = document::served_language();
        let page = Page::new(calculator, &address::address(), served, |_edition| None);
        let page = in_its_site(page).embedded();
        soon(move || draw(page));
    });
}

fn draw(page: Page) {
    let Some(root) = document::root() else {
        return;
    };
    let target = root.clone();
    let mounted = mount_to(root, move || {
        let (page, frame) = (RwSignal::new(page), Frame::new());
        soon(move || {
            listen(&target, move |happening| {
                paced(frame, happening, move |happening| tell(page, happening))
            });
            Effect::new(move || page.with(dress));
            address::on_navigate(move || page.update(|page| page.arrive(&address::fragment())));
            speak(page);
            soon(document::take_over);
        });
        move || View(page.with(Page::embed_markup))
    });
    mounted.forget();
}

fn tell(page: RwSignal<Page>, happening: &Happening) -> bool {
    let event = event_of(happening);
    let handled = page.try_update(|page| page.happen_in_embed(&event));
    handled.unwrap_or_default()
}
