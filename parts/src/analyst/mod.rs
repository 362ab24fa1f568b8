//! The analyses, slice by slice: in a worker, or in the page's own thread where workers are denied. They
//! know no browser.

use crate::page::Work;
use dti_engine::calculator::Calculator;
use dti_formats::OwnCatalogue;

/// What works out analyses.
pub trait Analyses {
    /// Takes the official editions, as the site ships them, and what the reader brought. What was
    /// worked out before no longer holds.
    fn supply(&mut self, shipped: &[u8], own: &str);
    /// Takes a question, in place of the one before.
    fn begin(&mut self, question: &str);
    /// Does the next slice of the newest question; says whether that was the last.
    fn advance(&mut self) -> bool;
    /// What there is to show of it so far.
    fn answer(&self) -> String;
}

/// With nothing asked and nothing to count with.
pub fn open() -> Box<dyn Analyses> {
    Box::new(Analyst::default())
}

#[derive(Default)]
struct Analyst {
    /// It lives as long as the module.
    calculator: Option<&'static Calculator>,
    /// The newest question.
    work: Option<Work<'static>>,
}

impl Analyses for Analyst {
    fn supply(&mut self, shipped: &[u8], own: &str) {
        self.work = None;
        let own = OwnCatalogue::from_text(own);
        let calculator = own.and_then(|own| dti_formats::shipped(shipped, own)).ok();
        self.calculator = calculator.map(|calculator| &*Box::leak(Box::new(calculator)));
    }

    fn begin(&mut self, question: &str) {
        let before = self.work.take();
        self.work = self
            .calculator
            .map(|calculator| Work::begin(calculator, question, before));
    }

    fn advance(&mut self) -> bool {
        self.work.as_mut().is_none_or(Work::advance)
    }

    fn answer(&self) -> String {
        self.work.as_ref().map(Work::answer).unwrap_or_default()
    }
}
