//! Workbooks in and out: what was written is read again, and hostile files get one clear fault in
//! bounded memory.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a broken file must stop the tests"
)]

#[path = "workbooks/cells.rs"]
mod cells;
#[path = "workbooks/forms.rs"]
mod forms;
#[path = "workbooks/hidden.rs"]
mod hidden;
#[path = "workbooks/hostile.rs"]
mod hostile;
#[path = "workbooks/kit.rs"]
mod kit;
#[path = "workbooks/round_trip.rs"]
mod round_trip;
#[path = "workbooks/wounded.rs"]
mod wounded;

use dti_formats::{BookFault, BookFaultKind, Workbook};
use dti_workbooks::reading::workbook;
use peak_alloc::PeakAlloc;
use std::sync::Mutex;
use std::time::{Duration, Instant};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// One reading at a time, so that its memory can be told apart.
static READING: Mutex<()> = Mutex::new(());

/// The most that reading any file may take; the module's own limit is 256 MB.
const MOST_MEMORY: usize = 160_000_000;
/// The most that it may last here, where nothing is optimised; in the page it is cut off at 5 s.
const MOST_TIME: Duration = Duration::from_secs(60);

/// Reads a file with an eye on memory and time.
fn read(bytes: &[u8]) -> Result<Workbook, BookFault> {
    let _alone = READING
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let start = Instant::now();
    let read = workbook(bytes);
    let took = MEMORY.peak_usage().saturating_sub(before);
    assert!(took < MOST_MEMORY, "{took} bytes of memory");
    assert!(start.elapsed() < MOST_TIME, "{:?}", start.elapsed());
    read
}

#[track_caller]
fn expect_fault(bytes: &[u8], kind: BookFaultKind) -> BookFault {
    let fault = read(bytes).expect_err("this must not be read");
    assert_eq!(fault.kind, kind);
    fault
}

#[test]
fn the_parser_has_the_fixes_of_2026() {
    let lock = include_str!("../../../Cargo.lock");
    for found in lock.split("name = \"quick-xml\"\nversion = \"").skip(1) {
        let version = found.split('"').next().unwrap();
        let minor: u32 = version.split('.').nth(1).unwrap().parse().unwrap();
        assert!(version.starts_with("0.") && minor >= 41, "{version}");
    }
}
