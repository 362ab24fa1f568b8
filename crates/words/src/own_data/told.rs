//! What is said of files that come in: what is read now, and why one could not be.

use crate::Words;
use crate::numbers::decimal;
use dti_engine::model::{Exact, Text};
use dti_formats::FileError;

/// Bytes in a kilobyte, as what is read without a worker is counted.
const KILOBYTE: usize = 1024;
/// Bytes in a megabyte, as files are shown.
const MEGABYTE: usize = 1_000_000;

/// What is wrong with a file, and where.
pub fn file_fault(fault: &FileError, words: &Words) -> String {
    let FileError {
        file,
        place,
        problem,
    } = fault;
    words.file_fault(file, place, problem)
}

/// A file beyond every limit: its size and the most that is read, both in bytes.
pub fn too_large(name: &str, bytes: u64, most: usize, words: &Words) -> String {
    let tenths = i64::try_from(bytes / (MEGABYTE as u64 / 10)).unwrap_or(i64::MAX);
    let megabytes = decimal(Exact::decimal(tenths, 1), 1, words);
    words.file_too_large(name, megabytes, most / MEGABYTE)
}

/// What is brought, by its name; a pasted table has none.
fn brought(name: &str, words: &Words) -> String {
    match name.is_empty() {
        true => words.pasted_table().to_owned(),
        false => format!("“{name}”"),
    }
}

/// A file, or a pasted table without a name, is being read.
pub fn reading(name: &str, words: &Words) -> String {
    words.reading_now(brought(name, words))
}

/// Something on which the reading did not end.
pub fn too_slow(name: &str, words: &Words) -> String {
    words.reading_too_slow(brought(name, words))
}

/// Something at which the reading broke off.
pub fn broke_off(name: &str, words: &Words) -> String {
    words.reading_broke_off(brought(name, words))
}

/// Something longer than what is read without a worker: its size and the most, both in bytes.
pub fn too_large_here(name: &str, bytes: usize, most: usize, words: &Words) -> String {
    let kilobytes = bytes.div_ceil(KILOBYTE);
    words.reading_too_large(brought(name, words), kilobytes, most / KILOBYTE)
}

/// Units of an own index of which nothing is known.
pub fn unranked(units: &[Text], words: &Words) -> String {
    let names: Vec<&str> = units.iter().map(|name| words.in_language(name)).collect();
    words.index_unranked(names.join(", "))
}
