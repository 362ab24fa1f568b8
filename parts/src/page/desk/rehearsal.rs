//! What a reader brings is gone through on another desk first, in a worker: a text on which this code
//! would lose its way, or take all the memory there is, ends there and not the page.

use super::{Brought, Desk, Event, words};
use crate::page::Asked;
use crate::page::EventKind;
use dti_formats::{BookFaultKind, Workbook};
use std::borrow::Cow;

/// Most bytes that are read where there is no worker.
const LARGEST_WITHOUT: usize = 256 << 10;
/// Between the parts of what another desk needs.
const MARK: char = '\u{1c}';

impl Brought {
    /// What kind of thing it is, for a desk elsewhere.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Bytes(_) => "bytes",
            Self::Pasted(_) => "pasted",
            Self::Workbook(_) => "workbook",
        }
    }

    /// What it holds.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Bytes(bytes) => bytes,
            Self::Pasted(text) | Self::Workbook(text) => text.as_bytes(),
        }
    }

    /// The same again from its kind and bytes.
    fn of(kind: &str, bytes: Vec<u8>) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap_or_default();
        match kind {
            "pasted" => Self::Pasted(text(bytes)),
            "workbook" => Self::Workbook(text(bytes)),
            _ => Self::Bytes(bytes),
        }
    }
}

impl Desk {
    /// Something begins to be gone through elsewhere; gives what a desk there needs to be like this
    /// one.
    pub fn begins_to_read(&mut self, name: &str) -> String {
        self.reading = Some(name.to_owned());
        format!("{}{MARK}{}", self.asked, self.kept_text())
    }

    /// Takes in what was gone through elsewhere: `outcome` is empty where it came to an end, else a
    /// packed fault (`files::BookFault`).
    pub fn receive_rehearsed(&mut self, name: &str, brought: Brought, outcome: &str) {
        let language = self.language();
        let fault = Workbook::unpack(outcome).err().map(|fault| fault.kind);
        let size = brought.bytes().len();
        match fault {
            _ if outcome.is_empty() => self.receive(name, brought),
            Some(BookFaultKind::TooSlow) => self.refuse(words::too_slow(name, language)),
            Some(BookFaultKind::NoWorker | BookFaultKind::NotLoaded) if size <= LARGEST_WITHOUT => {
                self.receive(name, brought);
            }
            Some(BookFaultKind::NoWorker | BookFaultKind::NotLoaded) => {
                let sizes = (size, LARGEST_WITHOUT);
                self.refuse(words::too_large_here(name, sizes, language));
            }
            _ => self.refuse(words::broke_off(name, language)),
        }
    }
}

/// Goes through all that a desk like another one (`Desk::begins_to_read`) would do with what is
/// brought: reads it, shows it, takes it over.
pub fn rehearse(
    shipped: impl Into<Cow<'static, [u8]>>,
    like: &str,
    name: &str,
    (kind, bytes): (&str, Vec<u8>),
) {
    let (asked, kept) = like.split_once(MARK).unwrap_or((like, ""));
    let asked = Asked::unpack(asked);
    let Some(mut desk) = Desk::new(shipped, kept) else {
        return;
    };
    desk.markup(&asked);
    desk.receive(name, Brought::of(kind, bytes));
    desk.markup(&asked);
    desk.take_in(&Event {
        kind: EventKind::Click,
        deed: "desk import apply",
        value: "",
    });
    desk.markup(&asked);
    desk.news();
}

#[cfg(test)]
mod tests {
    use super::super::News;
    use super::super::tests::{desk, press, question};
    use super::{Brought, Desk, LARGEST_WITHOUT, rehearse};
    use dti_formats::official_bytes;

    fn table() -> Brought {
        Brought::Pasted("Hạng\tTỉnh\tDTI\n9\tBắc Giang\t0,6440\n".to_owned())
    }

    fn is_open(desk: &Desk) -> bool {
        desk.news
            .contains(&News::Focus("desk-import-heading".to_owned()))
    }

    #[test]
    fn what_came_to_an_end_elsewhere_is_taken_in() {
        let mut desk = desk("#e=2022&u=bac-giang");
        let like = desk.begins_to_read("");
        assert!(desk.told().contains("Đang đọc bảng đã dán"));
        rehearse(
            official_bytes(),
            &like,
            "",
            ("pasted", table().bytes().to_vec()),
        );
        desk.receive_rehearsed("", table(), "");
        assert!(is_open(&desk) && desk.told().is_empty());
    }

    #[test]
    fn what_did_not_end_is_told_about_and_changes_nothing() {
        for (outcome, said) in [("!too_slow", "quá 5 giây"), ("!damaged", "ngắt giữa chừng")]
        {
            let mut desk = desk("#e=2022&u=bac-giang");
            desk.begins_to_read("bang.csv");
            desk.receive_rehearsed("bang.csv", table(), outcome);
            assert!(!is_open(&desk));
            let told = desk.told();
            assert!(told.contains(said) && told.contains("“bang.csv”"), "{told}");
        }
    }

    #[test]
    fn without_a_worker_only_small_texts_are_read() {
        for outcome in ["!no_worker", "!not_loaded"] {
            let mut desk = desk("#e=2022&u=bac-giang");
            desk.receive_rehearsed("", table(), outcome);
            assert!(is_open(&desk));
            let large = Brought::Bytes(vec![b'1'; LARGEST_WITHOUT + 1]);
            desk.receive_rehearsed("lon.csv", large, outcome);
            let told = desk.told();
            assert!(told.contains("256 KB") && told.contains("257 KB"), "{told}");
        }
    }

    #[test]
    fn the_other_desk_has_what_the_reader_brought() {
        let mut desk = desk("#e=2022&u=bac-giang");
        press(&mut desk, "index example example-rules-2025");
        desk.markup(&question("#e=2022&u=bac-giang"));
        let like = desk.begins_to_read("x.csv");
        assert!(like.contains("example-rules-2025") && like.contains("e=2022"));
    }
}
