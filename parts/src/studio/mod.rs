//! Panels: the page asks in one text; the answer is drawn where the
//! page says, and what happens there is told to the page. Nothing of the page's state lives here.

use crate::drawn::{DrawnElement, listen};
use crate::page::{Asked, EventKind, Markup, Page, answered};
use dti_engine::calculator::Calculator;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;

/// Is told what happens to a control: of which kind, what the control is for, its value.
pub type Heard = Rc<dyn Fn(EventKind, &str, &str)>;

/// What draws explanations.
pub trait Studio {
    /// Has it count with another calculator.
    fn count_with(&self, calculator: &'static Calculator);
    /// Draws the answer to a question into a place.
    fn draw(&self, place: &Element, question: &str);
}

/// One that counts with a calculator and tells what happens where it draws.
pub fn open(calculator: &'static Calculator, heard: Heard) -> Rc<dyn Studio> {
    Rc::new(Drawing {
        page: RefCell::new(Page::new(calculator)),
        places: RefCell::default(),
        heard,
    })
}

struct Drawing {
    /// The page as it was when it was last asked about.
    page: RefCell<Page>,
    /// The places that were drawn into, with what stands there.
    places: RefCell<Vec<(Element, DrawnElement)>>,
    heard: Heard,
}

impl Studio for Drawing {
    fn count_with(&self, calculator: &'static Calculator) {
        self.page.replace(Page::new(calculator));
    }

    fn draw(&self, place: &Element, question: &str) {
        let markup = answered(&mut self.page.borrow_mut(), &Asked::unpack(question));
        self.draw_into(place, markup);
    }
}

impl Drawing {
    /// Draws into a place by changing what differs from what it drew there last. Places that are gone
    /// from the page are forgotten.
    fn draw_into(&self, place: &Element, markup: Markup) {
        // What is told while something is drawn cannot have more drawn.
        let Ok(mut places) = self.places.try_borrow_mut() else {
            return;
        };
        places.retain(|(own, _)| own.is_connected());
        if let Some((_, drawn)) = places.iter_mut().find(|(own, _)| own == place) {
            drawn.draw(markup);
        } else if let Some(mut drawn) = DrawnElement::in_place(place) {
            let heard = Rc::clone(&self.heard);
            listen(place, move |kind, purpose, value| {
                heard(kind, purpose, value);
            });
            drawn.draw(markup);
            places.push((place.clone(), drawn));
        }
    }
}
