//! What the reader brought. Loaded when the desk is opened; what it is and does stands in `page::desk`,
//! here it meets the browser.

mod brought;
mod focus;
mod keeping;
mod rehearsal;
mod sheets;

use crate::drawn::{DrawnElement, listen};
use crate::offer;
use crate::page::desk::{Brought, Desk};
use crate::page::{Asked, Event, EventKind};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;

pub use crate::page::desk::{News, rehearse};

/// Is called when something came of what happened in the place of the desk.
pub type Changed = Rc<dyn Fn()>;

/// What holds what the reader brought.
pub trait OwnData {
    /// Opens a part of it: `card`, `card` with an indicator, `import`, `export` or `index`.
    fn open(&self, part: &str);
    /// Takes a place to be drawn in, and listens to it; `changed` is called when something came of what
    /// happened there: then there may be news, and it wants to be drawn again. The page may give the
    /// same place again, or another one in its stead.
    fn settle(&self, place: &Element, changed: Changed);
    /// Draws it for the page that asks.
    fn draw(&self, question: &str);
    /// What the page has to hear. The rest is done here: files handed out, data kept, focus moved.
    fn news(&self) -> Vec<News>;
}

thread_local! {
    /// It lives as long as the page.
    static DESK: RefCell<Option<Desk>> = const { RefCell::new(None) };
    /// What the page is told by.
    static CHANGED: RefCell<Option<Changed>> = const { RefCell::new(None) };
    /// Where it is drawn, with what stands there.
    static PLACE: RefCell<Option<(Element, DrawnElement)>> = const { RefCell::new(None) };
}

/// Calls with the desk; nothing where the official figures could not be read.
fn with<T: Default>(call: impl FnOnce(&mut Desk) -> T) -> T {
    DESK.with_borrow_mut(|desk| desk.as_mut().map(call).unwrap_or_default())
}

/// The one of this page. It takes the official editions, as the site ships them, and what was kept on the
/// device; `own` is what the page counts with.
pub fn open(shipped: Vec<u8>, own: &str) -> Rc<dyn OwnData> {
    let kept = keeping::kept();
    let mut desk = Desk::new(shipped, kept.as_deref().unwrap_or_default());
    match (&mut desk, kept) {
        (Some(desk), Ok(_)) => desk.meet_catalogue(own),
        (Some(desk), Err(why)) => desk.is_unkept(why),
        (None, _) => {}
    }
    DESK.set(desk);
    Rc::new(Here)
}

fn happen(kind: EventKind, deed: &str, value: &str) {
    with(|desk| desk.take_in(&Event { kind, deed, value }));
}

/// The desk of this page.
struct Here;

impl OwnData for Here {
    fn open(&self, part: &str) {
        happen(EventKind::Click, &format!("desk open {part}"), "");
    }

    fn settle(&self, place: &Element, call: Changed) {
        let before = CHANGED.replace(Some(call));
        if before.is_none() {
            watch_storage();
        }
        let is_same =
            |own: &Option<(Element, _)>| own.as_ref().is_some_and(|(own, _)| own == place);
        if PLACE.with_borrow(is_same) {
            return;
        }
        let drawn = DrawnElement::in_place(place);
        PLACE.set(drawn.map(|drawn| (place.clone(), drawn)));
        brought::listen(place);
        listen(place, |kind, deed, value| {
            // A drawing that takes a focused field away is heard in the middle of it.
            let is_drawing = PLACE.with(|place| place.try_borrow().is_err());
            if !is_drawing {
                happen(kind, deed, value);
                changed();
            }
        });
    }

    fn draw(&self, question: &str) {
        let markup = with(|desk| desk.markup(&Asked::unpack(question)));
        PLACE.with(|place| {
            if let Ok(mut place) = place.try_borrow_mut()
                && let Some((_, drawn)) = place.as_mut()
            {
                drawn.draw(markup);
            }
        });
    }

    fn news(&self) -> Vec<News> {
        let mut news = with(Desk::news);
        if news.contains(&News::Keep) {
            keep(&mut news);
        }
        for one in &news {
            match one {
                News::Forget => keeping::forget_everything(),
                News::Save { name, kind, text } if offer::text(text, (kind, name)).is_err() => {
                    with(|desk| desk.could_not_save(name));
                }
                News::SaveBook { name, book } => sheets::write(name.clone(), book),
                News::Read(text) => rehearsal::take(String::new(), Brought::Pasted(text.clone())),
                News::ReadAgain => sheets::read_again(),
                News::Focus(id) => focus::move_to(id.clone()),
                _ => {}
            }
        }
        news
    }
}

/// Keeps what the desk holds, with what another page kept meanwhile; adds what comes of that to the
/// news.
fn keep(news: &mut Vec<News>) {
    if let Ok(there) = keeping::kept() {
        with(|desk| desk.meet(&there));
    }
    if let Some(texts) = with(|desk| desk.texts()) {
        let outcome = keeping::keep(&texts);
        let [project, ..] = &texts;
        with(|desk| match outcome {
            Ok(()) => desk.has_kept(project),
            Err(why) => desk.is_unkept(why),
        });
    }
    news.append(&mut with(Desk::news));
}

fn watch_storage() {
    keeping::on_change_elsewhere(|| {
        if let Ok(there) = keeping::kept() {
            with(|desk| desk.meet(&there));
            changed();
        }
    });
}

/// Tells the page that there is something new.
fn changed() {
    let changed = CHANGED.with_borrow(Clone::clone);
    if let Some(changed) = changed {
        changed();
    }
}
