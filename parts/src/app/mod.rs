//! The page in a browser: Leptos keeps one [`Page`] in a signal, draws it whenever it changes, and
//! hands it what happens. What the page is and does stands in `page`; the browser in `browser`.

mod browser;
mod desk;
mod embed;
mod later;
mod render;

use crate::page::{
    Event, EventKind, HistoryStep, Page, Place, Unkept, Wish, assessed_in, history_step,
    is_readable_link, settled,
};
use browser::happenings::{Happening, listen};
use browser::keyboard::Shortcut;
use browser::timing::{Debounce, Frame, now, soon};
use browser::{address, clipboard, dialog, keyboard, page as document, scroll, storage};
use desk::DeskPlace;
use dti_engine::calculator::Calculator;
use dti_formats::link::{Link, Privacy, write};
pub use embed::start_embed;
use later::Later;
use leptos::prelude::*;
use render::View;

/// Edits enter the address after this pause: browsers limit how often it may change.
const ADDRESS_MS: u32 = 600;
/// The status line speaks after this pause.
const STATUS_MS: u32 = 900;

/// Fills the page, in short tasks, so that the browser can answer between them: the figures, the
/// edition, the first result, the drawing.
pub fn start() {
    tell_panics();
    prepared(desk::with_own_data, |calculator| {
        let served = document::served_language();
        let page = Page::new(calculator, &address::address(), served, kept_figures);
        let page = with_kept(in_its_site(page));
        soon(move || draw(page));
    });
}

/// Reads the figures and works out the edition, then goes on with them: each is a task of its own.
fn prepared(
    figures: fn() -> Option<&'static Calculator>,
    go_on: impl FnOnce(&'static Calculator) + 'static,
) {
    soon(move || {
        if let Some(calculator) = figures() {
            soon(move || {
                Page::prepare(calculator, &address::address());
                soon(move || go_on(calculator));
            });
        }
    });
}

/// Has the console say why the page stopped, should it ever.
fn tell_panics() {
    std::panic::set_hook(Box::new(|panic| {
        leptos::logging::error!("dti-whatif stopped: {panic}");
    }));
}

/// The page with the address of the site that it belongs to.
fn in_its_site(page: Page) -> Page {
    match document::root_address() {
        Some(root) => page.with_root(root),
        None => page,
    }
}

/// The page with what stays on the device beyond a tab.
fn with_kept(page: Page) -> Page {
    let saved = storage::kept_for_long(SAVED).unwrap_or_default();
    let page = page.with_kept(&saved);
    if storage::is_first_visit() {
        page.with_hint()
    } else {
        page
    }
}

/// Draws the page and listens to it.
fn draw(page: Page) {
    let Some(root) = document::root() else {
        return;
    };
    let mounted = mount_to(root, move || {
        let page = RwSignal::new(page.from_its_top());
        let shell = Shell {
            page,
            frame: Frame::new(),
            later: Later::new(page),
            desk: DeskPlace::new(page),
        };
        soon(move || {
            shell.attend();
            soon(move || shell.grow());
        });
        move || View(page.with(Page::markup))
    });
    mounted.forget();
}

/// Where saved scenarios are kept.
const SAVED: &str = "saved";

/// The page with what it is drawn and loaded by.
#[derive(Clone, Copy)]
struct Shell {
    page: RwSignal<Page>,
    frame: Frame,
    later: Later,
    desk: DeskPlace,
}

impl Shell {
    /// Listens to the page, and keeps beside it what goes with it.
    fn attend(self) {
        let page = self.page;
        if let Some(root) = document::root() {
            listen(&root, move |happening| self.take_in(happening));
        }
        keep_document(page);
        keep_saved(page);
        keep_address(page);
        speak(page);
        keyboard::on_shortcut(move |shortcut| {
            page.update(|page| page.travel(shortcut == Shortcut::Undo));
        });
    }

    /// Draws the page part by part, then finds what stands in it.
    fn grow(self) {
        let is_whole = self.page.try_update(Page::grow).unwrap_or(true);
        soon(move || {
            if !is_whole {
                return self.grow();
            }
            document::take_over();
            self.fulfil(self.page.with_untracked(Page::show_own_row));
            self.later.settle();
            self.desk.settle(self.later);
        });
    }

    fn take_in(self, happening: Happening) -> bool {
        paced(self.frame, happening, move |happening| self.tell(happening))
    }

    fn tell(self, happening: &Happening) -> bool {
        if happening.deed.starts_with("desk ") {
            self.desk.take_in(happening);
            return false;
        }
        let event = event_of(happening);
        let outcome = self.page.try_update(|page| page.happen(&event));
        let outcome = outcome.unwrap_or_default();
        for wish in outcome.wishes {
            self.fulfil(wish);
        }
        outcome.is_handled
    }

    /// Does what the page asks of the browser. What stands in the drawing that is still to come is
    /// looked for in the next frame.
    fn fulfil(self, wish: Wish) {
        let page = self.page;
        match wish {
            Wish::Select(id) => document::select_all(&id),
            Wish::Open(id) => dialog::open(&id),
            Wish::Close(id) => dialog::close(&id),
            Wish::Copy { what, text } => {
                let copied = text.clone();
                clipboard::copy(&text, move |outcome| {
                    page.update(|page| page.copied(&what, &copied, outcome.is_ok()));
                });
            }
            Wish::CopyField { id, text } => {
                clipboard::copy(&document::text_of(&id), move |outcome| {
                    if outcome.is_err() {
                        document::select_all(&id);
                    }
                    page.update(|page| page.copied(&id, &text, outcome.is_ok()));
                });
            }
            Wish::Save { kind, name } => self.later.save(&kind, &name),
            Wish::Retry => self.later.retry(),
            Wish::Focus(id) => {
                document::focus(&id);
                request_animation_frame(move || document::focus(&id));
            }
            Wish::ShowOption(id) => request_animation_frame(move || scroll::show_option(&id)),
            Wish::ShowRow(id) => {
                request_animation_frame(move || scroll::show_row("ladder-box", &id));
            }
        }
    }
}

/// Hands on what happened; a slider that is dragged speaks once per frame.
fn paced(frame: Frame, happening: Happening, tell: impl Fn(&Happening) -> bool + 'static) -> bool {
    if happening.kind == EventKind::Input && happening.deed.starts_with("slide ") {
        frame.run(move || {
            tell(&happening);
        });
        return false;
    }
    // What was dragged before comes first.
    frame.flush();
    tell(&happening)
}

/// Gives the document the page's language, title and colours.
fn dress(page: &Page) {
    document::set_language(page.language(), page.title());
    document::set_theme(page.theme());
}

/// What happened, as the page is told.
fn event_of(happening: &Happening) -> Event<'_> {
    Event {
        kind: happening.kind,
        deed: &happening.deed,
        id: &happening.id,
        value: &happening.value,
        now: now(),
    }
}

/// Keeps language, title and colours of the document, and the known figures on the device.
fn keep_document(page: RwSignal<Page>) {
    let kept = StoredValue::new((String::new(), None::<String>));
    let is_seen = StoredValue::new(false);
    Effect::new(move || {
        let unkept = page.with(|page| {
            dress(page);
            let figures = page.to_keep();
            if page.is_known_to_reader() && !is_seen.with_value(|seen| *seen) {
                storage::end_first_visit();
                is_seen.set_value(true);
            }
            if kept.with_value(|kept| *kept == figures) {
                return None;
            }
            let done = keep_figures(&figures.0, figures.1.as_deref());
            let is_lost = figures.1.is_some();
            kept.set_value(figures);
            done.err().filter(|_| is_lost)
        });
        if let Some(why) = unkept {
            page.update(|page| page.is_unkept(why));
        }
    });
}

/// Keeps the known figures of an edition as long as the tab, unless a newer page keeps them there.
fn keep_figures(edition: &str, figures: Option<&str>) -> Result<(), Unkept> {
    let key = storage_key(edition);
    match storage::get(&key).ok().flatten() {
        Some(there) if !is_readable_link(&there) => Err(Unkept::Newer),
        _ => storage::set(&key, figures),
    }
}

/// Keeps the saved scenarios on the device, together with every other page that does.
fn keep_saved(page: RwSignal<Page>) {
    let there = || storage::kept_for_long(SAVED).unwrap_or_default();
    // What is kept, as this page last knew it; and what this page last wanted to keep.
    let base = StoredValue::new(there());
    let wanted = StoredValue::new(page.with_untracked(Page::saved));
    let settle = move || {
        let ours = page.with_untracked(Page::saved);
        let kept = settled(&base.get_value(), &ours, &there());
        let outcome = kept.and_then(|text| storage::keep_for_long(SAVED, &text).map(|()| text));
        if let Ok(text) = &outcome {
            base.set_value(text.clone());
        }
        page.update(|page| page.saved_as(&outcome));
        wanted.set_value(page.with_untracked(Page::saved));
    };
    Effect::new(move || {
        let ours = page.with(Page::saved);
        if wanted.with_value(|wanted| *wanted != ours) {
            settle();
        }
    });
    storage::on_change_elsewhere(move || {
        if base.with_value(|base| *base != there()) {
            settle();
        }
    });
}

/// Keeps address and page the same, in both directions.
fn keep_address(page: RwSignal<Page>) {
    let pause = Debounce::new(ADDRESS_MS);
    let place = StoredValue::new(page.with_untracked(|page| Place::of(&page.link())));
    let link = Memo::new(move |_| page.with(Page::link));
    Effect::new(move || {
        let link: Link = link.get();
        let before = place.get_value();
        place.set_value(Place::of(&link));
        // Too large for a link: the address stays as it was.
        let Ok(text) = write(&link, Privacy::ChoicesOnly) else {
            return;
        };
        match history_step(&address::fragment(), &before, &link) {
            HistoryStep::Keep => pause.cancel(),
            HistoryStep::Push => {
                pause.flush();
                // A browser that refuses has no history to keep: sandboxed or too many entries.
                address::push(&text).ok();
            }
            HistoryStep::Replace => pause.run(move || {
                address::replace(&text).ok();
            }),
        }
    });
    address::on_navigate(move || {
        pause.cancel();
        page.update(|page| {
            page.arrive(&address::fragment());
            place.set_value(Place::of(&page.link()));
        });
    });
    address::on_leave(move || pause.flush());
}

/// The status line says what came of an edit, some time after the last one. What stands there when
/// the page opens needs no announcement.
fn speak(page: RwSignal<Page>) {
    let pause = Debounce::new(STATUS_MS);
    let last = StoredValue::new(page.with_untracked(Page::news));
    Effect::new(move || {
        let news = page.with(Page::news);
        if last.with_value(|last| *last != news) {
            last.set_value(news.clone());
            pause.run(move || page.update(|page| page.say(news)));
        }
    });
}

fn storage_key(edition: &str) -> String {
    format!("known:{edition}")
}

/// What stayed on the device for an edition: known figures as long as the tab, assessed ones longer.
fn kept_figures(edition: &str) -> Option<String> {
    let known = storage::get(&storage_key(edition)).ok().flatten();
    let all = desk::assessed();
    // Keys of a fragment may come twice.
    match (known, assessed_in(&all, edition)) {
        (Some(known), Some(assessed)) => Some(format!("{known}&{assessed}")),
        (known, assessed) => known.or_else(|| assessed.map(str::to_owned)),
    }
}
