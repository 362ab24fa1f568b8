//! What a reader brings is gone through on a twin first, in a worker: a text on which this code would lose
//! its way, or take all the memory there is, ends there and not the page.

use crate::import::{Table, Understood};
use crate::index_form::IndexForm;
use crate::{Done, Ground, OwnData, Refusal};
use dti_formats::link::read_private;
use dti_formats::{
    BookFault, BookFaultKind, Workbook, index_tables, read_csv, read_index_csv, read_paste,
};
use serde::{Deserialize, Serialize};

/// Most bytes that are read where there is no worker.
pub const LARGEST_WITHOUT: usize = 256 << 10;

/// What a reader brings, as far as the browser and the module for workbooks read it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Brought {
    /// Bytes of a text file.
    Bytes(Vec<u8>),
    /// Bytes of a text file for the form of an index.
    ForIndex(Vec<u8>),
    /// A pasted text.
    Pasted(String),
    /// A packed workbook, or a packed fault ([`Workbook::unpack`]).
    Workbook(String),
}

impl Brought {
    /// How many bytes it has.
    pub fn size(&self) -> usize {
        match self {
            Self::Bytes(bytes) | Self::ForIndex(bytes) => bytes.len(),
            Self::Pasted(text) | Self::Workbook(text) => text.len(),
        }
    }

    /// The text, if it is JSON.
    fn json(&self) -> Option<&str> {
        let text = match self {
            Self::Bytes(bytes) | Self::ForIndex(bytes) => std::str::from_utf8(bytes).ok()?,
            Self::Pasted(text) => text,
            Self::Workbook(_) => return None,
        };
        let text = text.trim_start_matches('\u{feff}').trim_start();
        // Rich text begins with a brace too.
        (text.starts_with('{') && !text.starts_with("{\\rtf")).then_some(text)
    }
}

/// Everything that a twin elsewhere needs to go through what is brought.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Trial {
    /// What the page shows, as a fragment that stays on the device.
    pub shown: String,
    /// Id of the unit whose scorecard is open.
    pub unit: String,
    /// What the reader brought before, as a project file.
    pub kept: String,
    /// Name of the file; empty for a pasted table.
    pub name: String,
    /// What it holds.
    pub brought: Brought,
}

impl Trial {
    /// As bytes, for a worker.
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// Does all that the page would do at once: reads it, understands it, takes it over or fills the form.
    pub fn run(bytes: &[u8], shipped: Vec<u8>) {
        let Ok(trial) = postcard::from_bytes::<Self>(bytes) else {
            return;
        };
        let Some((mut own, _)) = OwnData::open(shipped, &trial.kept, "") else {
            return;
        };
        let (link, _) = read_private(&trial.shown);
        let Ok(ground) = Ground::of(own.calculator(), link, &trial.unit) else {
            return;
        };
        let is_for_index = matches!(trial.brought, Brought::ForIndex(_));
        if let Ok(Received::Table(table)) = own.receive(&trial.name, trial.brought, &ground) {
            if is_for_index {
                // What the form comes to follows once it is filled, and takes as long as its table is large.
                IndexForm::of(&table, ground.edition.header().year);
            } else {
                own.take_over(&table, &ground).ok();
            }
        }
    }
}

/// What became of something that was brought.
#[derive(Clone, PartialEq, Debug)]
pub enum Received {
    /// A project or an index is open; what there is to say of it.
    Opened(Option<Done>),
    /// A table, to be looked at.
    Table(Box<Table>),
}

impl OwnData {
    /// What a twin needs to be like this one.
    pub fn trial(&self, ground: &Ground, name: &str, brought: Brought) -> Trial {
        Trial {
            shown: crate::saved_link(&ground.link),
            unit: ground.unit().to_owned(),
            kept: self.kept_text(),
            name: name.to_owned(),
            brought,
        }
    }

    /// Takes in what a twin went through: `outcome` is empty where that came to an end, else a packed fault
    /// ([`BookFault`]).
    pub fn receive_tried(
        &mut self,
        name: &str,
        brought: Brought,
        outcome: &str,
        ground: &Ground,
    ) -> Result<Received, Refusal> {
        let fault = BookFault::unpack(outcome).map(|fault| fault.kind);
        let size = brought.size();
        match fault {
            _ if outcome.is_empty() => self.receive(name, brought, ground),
            Some(BookFaultKind::TooSlow) => Err(Refusal::TooSlow(name.to_owned())),
            Some(BookFaultKind::NoWorker | BookFaultKind::NotLoaded) if size <= LARGEST_WITHOUT => {
                self.receive(name, brought, ground)
            }
            Some(BookFaultKind::NoWorker | BookFaultKind::NotLoaded) => {
                Err(Refusal::TooLargeHere(name.to_owned(), size))
            }
            _ => Err(Refusal::BrokeOff(name.to_owned())),
        }
    }

    /// Takes in what the reader brought: a project or an index is opened, a table is looked at.
    pub fn receive(
        &mut self,
        name: &str,
        brought: Brought,
        ground: &Ground,
    ) -> Result<Received, Refusal> {
        if let Some(text) = brought.json() {
            let told = self.open_json(name, text).transpose()?;
            return Ok(Received::Opened(told));
        }
        let refuse = |fault| Refusal::Table(name.to_owned(), fault);
        let table = match brought {
            Brought::Bytes(bytes) => {
                let grid = read_csv(&bytes).map_err(refuse)?;
                self.look_at(name, grid, ground)
            }
            Brought::ForIndex(bytes) => {
                let grid = read_index_csv(&bytes).map_err(refuse)?;
                self.look_at(name, grid, ground)
            }
            Brought::Pasted(text) => {
                let grid = read_paste(&text).map_err(refuse)?;
                self.look_at(name, grid, ground)
            }
            Brought::Workbook(packed) => {
                let refuse = |fault: BookFault| Refusal::Workbook(name.to_owned(), fault);
                let book = Workbook::unpack(&packed).map_err(refuse)?;
                if let Some(tables) = index_tables(&book.sheets) {
                    let refuse = |fault| Refusal::IndexTables(name.to_owned(), Box::new(fault));
                    let year = ground.edition.header().year;
                    let draft = tables.draft(year).map_err(refuse)?;
                    let done = self.open_draft(name, &draft, &book.remarks)?;
                    return Ok(Received::Opened(Some(done)));
                }
                self.look_at_book(name, book, ground)
            }
        };
        Ok(table.map_or(Received::Opened(None), |table| {
            Received::Table(Box::new(table))
        }))
    }

    /// What a table means for its edition.
    pub fn understand(&self, table: &Table, ground: &Ground) -> Understood {
        Understood::of(table, &self.edition_of(table, ground))
    }
}

#[cfg(test)]
mod tests {
    use super::{Brought, LARGEST_WITHOUT, Received, Trial};
    use crate::Refusal;
    use crate::tests::{ground, own_data};
    use dti_formats::official_bytes;

    fn table() -> Brought {
        Brought::Pasted("Hạng\tTỉnh\tDTI\n9\tBắc Giang\t0,6440\n".to_owned())
    }

    #[test]
    fn what_came_to_an_end_elsewhere_is_taken_in() {
        let mut own = own_data();
        let ground = ground(&own, "e=2022&u=bac-giang");
        let trial = own.trial(&ground, "", table());
        Trial::run(&trial.to_bytes(), official_bytes().to_vec());
        let received = own.receive_tried("", table(), "", &ground);
        assert!(matches!(received, Ok(Received::Table(_))), "{received:?}");
    }

    #[test]
    fn what_did_not_end_is_told_about_and_changes_nothing() {
        let name = || "bang.csv".to_owned();
        for (outcome, refusal) in [
            ("!too_slow", Refusal::TooSlow(name())),
            ("!damaged", Refusal::BrokeOff(name())),
        ] {
            let mut own = own_data();
            let ground = ground(&own, "e=2022&u=bac-giang");
            let received = own.receive_tried(&name(), table(), outcome, &ground);
            assert_eq!(received, Err(refusal));
            assert!(own.own().is_empty());
        }
    }

    #[test]
    fn without_a_worker_only_small_texts_are_read() {
        for outcome in ["!no_worker", "!not_loaded"] {
            let mut own = own_data();
            let ground = ground(&own, "e=2022&u=bac-giang");
            let received = own.receive_tried("", table(), outcome, &ground);
            assert!(matches!(received, Ok(Received::Table(_))));
            let large = Brought::Bytes(vec![b'1'; LARGEST_WITHOUT + 1]);
            let received = own.receive_tried("lon.csv", large, outcome, &ground);
            let refusal = Refusal::TooLargeHere("lon.csv".to_owned(), LARGEST_WITHOUT + 1);
            assert_eq!(received, Err(refusal));
        }
    }

    #[test]
    fn the_twin_has_what_the_reader_brought() {
        let mut own = own_data();
        own.open_example("example-rules-2025").unwrap();
        let ground = ground(&own, "e=2022&u=bac-giang");
        let trial = own.trial(&ground, "x.csv", table());
        assert!(trial.kept.contains("example-rules-2025") && trial.shown.contains("e=2022"));
    }
}
