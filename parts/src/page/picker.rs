//! Choosing a province by typing a part of its name: an editable combobox with a list.

use super::Page;
use super::search::SearchKeys;

/// What is typed, whether the list is open, and which of its lines is active.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Picker {
    /// What is typed instead of the chosen name.
    pub(crate) typed: Option<String>,
    /// Whether the list is open.
    pub(crate) is_open: bool,
    /// Position of the active line among the hits.
    pub(crate) active: usize,
}

impl Page {
    /// What the units can be found by, worked out at the first search.
    pub(super) fn keys(&self) -> &SearchKeys {
        let made = || SearchKeys::of(self.calculator, self.units());
        self.shown.keys.get_or_init(made)
    }

    /// Rows of the units that match what is typed; all while nothing is.
    pub(super) fn hits(&self) -> Vec<usize> {
        let wanted = self.picker.typed.as_deref().unwrap_or_default();
        self.keys().find(wanted)
    }

    /// Row of the active line, while the list is open.
    pub(super) fn active_hit(&self) -> Option<usize> {
        let hit = self.hits().get(self.picker.active).copied();
        hit.filter(|_| self.picker.is_open)
    }

    /// Opens the list at the chosen unit.
    pub(super) fn open_picker(&mut self) {
        if !self.picker.is_open {
            let at = self.shown.position;
            let place = self.hits().iter().position(|&row| row == at);
            self.picker.active = place.unwrap_or_default();
            self.picker.is_open = true;
        }
    }

    /// Closes the list; the chosen unit stays.
    pub(super) fn close_picker(&mut self) {
        self.picker = Picker::default();
    }

    /// Searches for what is typed.
    pub(super) fn type_in_picker(&mut self, text: &str) {
        self.picker = Picker {
            typed: Some(text.to_owned()),
            is_open: true,
            active: 0,
        };
    }

    /// Goes down or up the list, round its ends.
    pub(super) fn step_in_picker(&mut self, by: isize) {
        if !self.picker.is_open {
            self.open_picker();
            return;
        }
        let count = self.hits().len();
        let last = count.saturating_sub(1);
        let next = self.picker.active.checked_add_signed(by).unwrap_or(last);
        self.picker.active = next % count.max(1);
    }

    /// Chooses the unit in a row of the edition.
    pub(super) fn pick(&mut self, row: usize) {
        self.close_picker();
        if let Some(unit) = self.units().get(row) {
            self.choose_unit(&unit.id);
        }
    }
}
