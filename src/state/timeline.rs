//! Undo and redo: the scenarios before and after the present one.

use dti_engine::model::Scenario;

/// More steps back than anybody takes.
const LONGEST: usize = 200;
/// Edits of the same value are one step unless a pause of so many milliseconds lies between them.
const PAUSE_MS: f64 = 800.0;

/// The scenarios that undo and redo go through.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Timeline {
    past: Vec<Scenario>,
    future: Vec<Scenario>,
    /// What the last edit changed and when, so that a drag is one step.
    open: Option<(String, f64)>,
}

impl Timeline {
    /// Whether an edit at some millisecond belongs to the step before: edits with the same key follow on one
    /// another until a pause or [`Self::seal`].
    pub fn goes_on(&self, key: &str, now: f64) -> bool {
        let is_same = |(last, at): &(String, f64)| last == key && now - at < PAUSE_MS;
        self.open.as_ref().is_some_and(is_same) && self.future.is_empty()
    }

    /// Keeps the step open for edits that follow on one at some millisecond.
    pub fn go_on(&mut self, now: f64) {
        if let Some((_, at)) = &mut self.open {
            *at = now;
        }
    }

    /// Remembers the scenario before an edit that begins a step.
    pub fn record(&mut self, before: Scenario, key: &str, now: f64) {
        self.past.push(before);
        if self.past.len() > LONGEST {
            self.past.remove(0);
        }
        self.future.clear();
        self.open = Some((key.to_owned(), now));
    }

    /// Ends an edit: the next one is a step of its own.
    pub fn seal(&mut self) {
        self.open = None;
    }

    /// One step back from the present scenario.
    pub fn undo(&mut self, present: &Scenario) -> Option<Scenario> {
        let before = self.past.pop()?;
        self.future.push(present.clone());
        self.open = None;
        Some(before)
    }

    /// One step forward again.
    pub fn redo(&mut self, present: &Scenario) -> Option<Scenario> {
        let after = self.future.pop()?;
        self.past.push(present.clone());
        self.open = None;
        Some(after)
    }

    /// Whether there is a step back.
    pub fn has_past(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step forward.
    pub fn has_future(&self) -> bool {
        !self.future.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::Timeline;
    use dti_engine::model::Scenario;

    fn state(name: &str) -> Scenario {
        Scenario::baseline(name)
    }

    #[test]
    fn a_drag_is_one_step() {
        let mut timeline = Timeline::default();
        assert!(!timeline.goes_on("society", 0.0));
        timeline.record(state("a"), "society", 0.0);
        assert!(timeline.goes_on("society", 700.0));
        timeline.go_on(700.0);
        assert!(timeline.goes_on("society", 1_400.0));
        assert_eq!(timeline.undo(&state("c")), Some(state("a")));
        assert_eq!(timeline.redo(&state("a")), Some(state("c")));
    }

    #[test]
    fn another_value_or_a_pause_begins_a_new_step() {
        let mut timeline = Timeline::default();
        timeline.record(state("a"), "society", 0.0);
        timeline.seal();
        assert!(!timeline.goes_on("society", 0.0));
        timeline.record(state("b"), "society", 0.0);
        assert!(!timeline.goes_on("economy", 0.0));
        assert!(!timeline.goes_on("society", 900.0));
        assert_eq!(timeline.undo(&state("c")), Some(state("b")));
        assert_eq!(timeline.undo(&state("b")), Some(state("a")));
        assert_eq!(timeline.undo(&state("a")), None);
    }

    #[test]
    fn an_edit_after_undo_drops_what_was_undone() {
        let mut timeline = Timeline::default();
        timeline.record(state("a"), "society", 0.0);
        assert!(timeline.has_past() && !timeline.has_future());
        assert_eq!(timeline.undo(&state("b")), Some(state("a")));
        assert!(timeline.has_future() && !timeline.goes_on("society", 0.0));
        timeline.record(state("a"), "society", 0.0);
        assert!(!timeline.has_future());
        assert_eq!(timeline.undo(&state("x")), Some(state("a")));
    }
}
