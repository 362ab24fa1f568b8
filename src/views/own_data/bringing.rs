//! What a reader brings, on its way in: read, gone through beside the page, looked at, taken over.

use super::desk::{Busy, Desk};
use crate::bridge::Tab;
use crate::browser::{document, office, own_files, storage};
use dti_engine::model::Edition;
use dti_formats::{BookFault, BookFaultKind};
use dti_own_data::import::{Shapes, Table};
use dti_own_data::{Brought, Ground, LARGEST_FILE, Received, Refusal};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How a workbook begins, as every ZIP does.
const ZIP: &[u8] = b"PK\x03\x04";
/// Where the page keeps what the columns of tables brought before were.
const SHAPES: &str = "shapes";

impl Desk {
    /// Takes in a file that the reader chose or dropped.
    pub(super) fn take_file(self, file: Option<own_files::ChosenFile>) {
        let Some(file) = file else { return };
        let name = file.name();
        if file.size() > LARGEST_FILE as u64 {
            return self.tell(Some(Err(Refusal::TooLarge(name, file.size()))));
        }
        self.begin_reading(&name);
        spawn_local(async move {
            match file.bytes().await {
                Ok(bytes) if bytes.starts_with(ZIP) => self.take_workbook(name, bytes).await,
                Ok(bytes) if self.has_form() => self.take(name, Brought::ForIndex(bytes)).await,
                Ok(bytes) => self.take(name, Brought::Bytes(bytes)).await,
                Err(_denied) => self.tell(Some(Err(Refusal::Unread(name)))),
            }
        });
    }

    /// Takes in the table that was pasted.
    pub(super) fn take_pasted(self) {
        let text = self.pasted.get_untracked();
        self.begin_reading("");
        spawn_local(self.take(String::new(), Brought::Pasted(text)));
    }

    /// Reads the workbook again that could not be.
    pub(super) fn read_again(self) {
        if let Some((name, bytes)) = self.unread.try_update_value(Option::take).flatten() {
            self.begin_reading(&name);
            spawn_local(self.take_workbook(name, bytes));
        }
    }

    /// Says that something is read; empty for a pasted table.
    pub(super) fn begin_reading(self, name: &str) {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.told.set(None);
        self.handed.set(String::new());
        self.busy.set(Some(Busy::Reading(name.to_owned())));
    }

    async fn take_workbook(self, name: String, bytes: Vec<u8>) {
        let turn = self.turn.get_value();
        let packed = office::read_workbook(&bytes).await;
        let packed = packed.unwrap_or_else(|_denied| dti_own_data::not_loaded());
        if self.turn.get_value() != turn {
            return;
        }
        let fault = BookFault::unpack(&packed);
        if let Some(fault) = fault.filter(|fault| fault.kind == BookFaultKind::NotLoaded) {
            // What did not come for this would not come for going through it either.
            self.unread.set_value(Some((name.clone(), bytes)));
            return self.tell(Some(Err(Refusal::Workbook(name, fault))));
        }
        self.take(name, Brought::Workbook(packed)).await;
    }

    /// Has what is brought gone through beside the page first, and takes it in if nothing else was brought
    /// meanwhile.
    async fn take(self, name: String, brought: Brought) {
        let turn = self.turn.get_value();
        let Ok(ground) = self.ground() else { return };
        let trial = self
            .own
            .with_untracked(|own| own.trial(&ground, &name, brought.clone()));
        let outcome = office::try_out(&trial.to_bytes()).await;
        let outcome = outcome.unwrap_or_else(|_denied| dti_own_data::not_loaded());
        let take_in = (self.state.parts.loaders().own_data_reading)().await;
        if self.turn.get_value() != turn {
            return;
        }
        match take_in {
            Ok(take_in) => take_in(self, &name, brought, &outcome),
            Err(_lost) => self.tell(Some(Err(Refusal::Unread(name)))),
        }
    }

    /// Takes in what was gone through: `outcome` is empty where that came to an end, else a packed fault.
    pub fn take_in(self, name: &str, brought: Brought, outcome: &str) {
        self.deed_by_steps(|own, ground| {
            match own.receive_tried(name, brought, outcome, ground)? {
                Received::Opened(done) => Ok(done),
                Received::Table(table) if self.has_form() => self.fill_form(&table, ground),
                Received::Table(table) => {
                    self.look_at(*table, ground);
                    Ok(None)
                }
            }
        });
    }

    /// Shows a table before it is taken over, read as one like it was before.
    fn look_at(self, table: Table, ground: &Ground) {
        let shapes = Shapes::from_text(&storage::kept_for_long(SHAPES).unwrap_or_default());
        let table = shapes.applied(table, &ground.edition);
        // What cannot be read stays where it can be corrected.
        self.pasted.set(String::new());
        self.table.set(Some(table));
        self.brought.update(|turn| *turn = turn.wrapping_add(1));
        self.tab.set(Tab::Import);
        document::focus_soon("desk-import-heading".to_owned());
    }

    /// Takes over the table that is looked at.
    pub(super) fn take_over(self) {
        let Some(table) = self.table.get_untracked() else {
            return;
        };
        self.deed(|own, ground| own.take_over(&table, ground).map(Some));
        if self.told.with_untracked(|told| matches!(told, Some(Ok(_)))) {
            self.remember(&table);
            self.table.set(None);
            self.pasted.set(String::new());
        }
    }

    /// Remembers how a table was read, for the next one like it.
    fn remember(self, table: &Table) {
        let kept = storage::kept_for_long(SHAPES).unwrap_or_default();
        if let Some(edition) = self.table_edition(table) {
            let shapes = Shapes::from_text(&kept).with(table, &edition);
            // Only a convenience: where nothing is kept, the reader chooses again.
            storage::keep_for_long(SHAPES, &shapes.to_text()).ok();
        }
    }

    /// The edition that the table goes into.
    pub(super) fn table_edition(self, table: &Table) -> Option<Arc<Edition>> {
        let ground = self.ground().ok()?;
        Some(
            self.own
                .with_untracked(|own| own.edition_of(table, &ground)),
        )
    }
}
