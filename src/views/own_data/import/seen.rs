//! A table that is looked at, with what is understood of it: what all parts of the preview follow.

use super::super::desk::Desk;
use dti_engine::model::Edition;
use dti_own_data::import::{Table, Understood};
use dti_words::Words;
use leptos::prelude::*;
use std::sync::Arc;

/// The edition that a table goes into.
#[derive(Clone, Debug)]
pub(super) struct Into(pub(super) Arc<Edition>);

impl PartialEq for Into {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// The table. A copy is as good as the other.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    pub(super) desk: Desk,
    pub(super) into: Memo<Option<Into>>,
    pub(super) understood: Memo<Option<Understood>>,
    /// The words of the edition that it goes into.
    pub(super) words: Memo<Words>,
}

impl Seen {
    /// The table that is looked at now.
    pub(super) fn new(desk: Desk) -> Self {
        let state = desk.state;
        let into = Memo::new(move |_| {
            state.calculator.track();
            desk.table
                .with(|table| desk.table_edition(table.as_ref()?).map(Into))
        });
        Self {
            desk,
            into,
            understood: Memo::new(move |_| {
                let into = into.get()?;
                desk.table
                    .with(|table| Some(Understood::of(table.as_ref()?, &into.0)))
            }),
            words: Memo::new(move |_| {
                let into = into.get();
                Words::of(state.language.get(), into.as_ref().map(|into| &*into.0))
            }),
        }
    }

    /// Something of the table; nothing where it is gone.
    pub(super) fn of_table<T: Default>(self, ask: impl FnOnce(&Table) -> T) -> T {
        self.desk
            .table
            .with(|table| table.as_ref().map(ask).unwrap_or_default())
    }

    /// Something of what is understood.
    pub(super) fn of<T: Default>(self, ask: impl FnOnce(&Understood) -> T) -> T {
        self.understood
            .with(|own| own.as_ref().map(ask).unwrap_or_default())
    }

    /// Decides something about the table.
    pub(super) fn decide(self, decide: impl FnOnce(&mut Table)) {
        self.desk.table.update(|table| {
            if let Some(table) = table {
                decide(table);
            }
        });
    }

    /// The edition, where the table is still there.
    pub(super) fn edition(self) -> Option<Arc<Edition>> {
        self.into.get().map(|into| into.0)
    }

    /// Ids and names of the units of the edition.
    pub(super) fn units(self) -> Vec<(String, String)> {
        let Some(edition) = self.edition() else {
            return Vec::new();
        };
        let units = edition.units().iter();
        self.words.with(|words| {
            units
                .map(|unit| (unit.id.clone(), words.in_language(&unit.name).to_owned()))
                .collect()
        })
    }
}
