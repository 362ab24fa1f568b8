//! The second module of the page, loaded when what it draws comes near: the pictures and the panels.
//! The page asks in one text; the answer is drawn where the page says, and what happens there is told
//! to the page. Nothing of the page's state lives here.

mod download;

use crate::drawn::{DrawnElement, listen};
use crate::offer;
use crate::page::{Asked, EventKind, FINDING, Markup, Page, answer, answered, completed};
use dti_engine::calculator::Calculator;
use dti_formats::OwnCatalogue;
use js_sys::Function;
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

thread_local! {
    /// The page as it was when it was last asked about.
    static PAGE: RefCell<Option<Page>> = const { RefCell::new(None) };
    /// The places that were drawn into, with what stands there.
    static PLACES: RefCell<Vec<(Element, DrawnElement)>> = const { RefCell::new(Vec::new()) };
    /// What the page is told by of what happens in them.
    static HEARD: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Takes the official editions, as the site ships them, and what the reader brought.
#[wasm_bindgen]
pub fn supply(shipped: &[u8], own: &str) {
    let own = OwnCatalogue::from_text(own);
    let Ok(calculator) = own.and_then(|own| dti_formats::shipped(shipped, own)) else {
        return;
    };
    // It lives as long as the page.
    let calculator: &'static Calculator = Box::leak(Box::new(calculator));
    PAGE.set(Some(Page::new(calculator)));
}

/// Answers a question as text. What cannot be answered is an empty one.
#[wasm_bindgen]
pub fn ask(question: &str) -> String {
    let asked = Asked::unpack(question);
    PAGE.with_borrow_mut(|page| {
        let answer = page.as_mut().map(|page| answer(page, &asked));
        answer.unwrap_or_default()
    })
}

/// Has the page told of what happens in the places that are drawn here: `heard` is called with `click`
/// or `change`, what the control is for, and its value.
#[wasm_bindgen]
pub fn attach(heard: Function) {
    HEARD.set(Some(heard));
}

/// Draws the answer to a question into a place.
#[wasm_bindgen]
pub fn draw(place: &Element, question: &str) {
    let asked = Asked::unpack(question);
    let answer = PAGE.with_borrow_mut(|page| page.as_mut().map(|page| answered(page, &asked)));
    draw_into(place, answer.unwrap_or_default());
}

/// Draws an answer of the analyses into a place, with what they leave to this module; gives the
/// sentence that it begins with.
#[wasm_bindgen]
pub fn draw_answer(place: &Element, answer: &str) -> String {
    let answer = Markup::unpack(answer);
    let whole = PAGE.with_borrow(|page| {
        let calculator = page.as_ref().map(Page::calculator);
        calculator.map(|calculator| completed(calculator, &answer))
    });
    let whole = whole.unwrap_or(answer);
    let finding = whole.text_of(FINDING).to_owned();
    draw_into(place, whole);
    finding
}

/// Draws into a place by changing what differs from what it drew there last. Places that are gone from
/// the page are forgotten.
fn draw_into(place: &Element, markup: Markup) {
    PLACES.with(|places| {
        // What is told while something is drawn cannot have more drawn.
        let Ok(mut places) = places.try_borrow_mut() else {
            return;
        };
        places.retain(|(own, _)| own.is_connected());
        if let Some((_, drawn)) = places.iter_mut().find(|(own, _)| own == place) {
            drawn.draw(markup);
        } else if let Some(mut drawn) = DrawnElement::in_place(place) {
            listen(place, tell);
            drawn.draw(markup);
            places.push((place.clone(), drawn));
        }
    });
}

fn tell(kind: EventKind, deed: &str, value: &str) {
    let kind = match kind {
        EventKind::Click => "click",
        EventKind::Change => "change",
        _ => return,
    };
    let [kind, deed, value] = [kind, deed, value].map(JsValue::from_str);
    HEARD.with_borrow(|heard| {
        if let Some(heard) = heard {
            heard.call3(&JsValue::NULL, &kind, &deed, &value).ok();
        }
    });
}

/// An answer of the analyses with what they leave to this module.
#[wasm_bindgen]
pub fn complete(answer: &str) -> String {
    PAGE.with_borrow(|page| {
        let done = page
            .as_ref()
            .map(|page| completed(page.calculator(), &Markup::unpack(answer)));
        done.unwrap_or_default().pack()
    })
}

/// Hands the reader the file that a question asks for, as `svg`, `png` or `csv`. What the browser refuses
/// is left undone.
#[wasm_bindgen]
pub fn save(question: &str, kind: &str, name: &str) {
    let text = ask(question);
    let done = match kind {
        "png" => download::png(&text, name),
        "csv" => offer::text(&text, ("text/csv", &format!("{name}.csv"))),
        _ => download::svg(&text, name),
    };
    done.unwrap_or_default();
}
