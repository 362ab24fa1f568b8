//! The order of a module's functions. What travels is compressed, and a compressor finds again
//! only what it saw within the last 32 KB: functions that have much in common stand together.
//! wasm-opt sorts functions by name, so each is named by its place.

use std::collections::VecDeque;

use anyhow::{Context as _, Result};

use super::module::{Reader, sections, write_number, write_section};

/// Ids of sections.
const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const CODE: u8 = 10;
/// Bytes that must be the same before it counts: one word of the processor holds them.
const PHRASE: usize = 8;
/// How far back a phrase is looked for: gzip's window with some room for what it can't use.
const WINDOW: usize = 28_000;

/// The module with a name for every function, by which it is to be sorted.
pub(super) fn named_by_place(module: &[u8]) -> Result<Vec<u8>> {
    let (head, sections) = sections(module)?;
    let mut imported = 0;
    let mut functions = Vec::new();
    let mut named = head.to_vec();
    for (id, section) in sections {
        match id {
            IMPORTS => imported = imported_functions(section)?,
            CODE => functions = bodies(section)?,
            // Names that it had, and what tools left in it.
            CUSTOM => continue,
            _ => {}
        }
        write_section(id, section, &mut named);
    }
    write_section(CUSTOM, &names(imported, &order(&functions)), &mut named);
    Ok(named)
}

/// How many functions come from outside: they are numbered first.
fn imported_functions(section: &[u8]) -> Result<usize> {
    let mut reader = Reader::of(section);
    let mut count = 0;
    for _ in 0..reader.number()? {
        for _ in 0..2 {
            let length = reader.number()?;
            reader.take(length)?;
        }
        let [kind] = *reader.take(1)? else {
            continue;
        };
        match kind {
            0 => {
                reader.number()?;
                count += 1;
            }
            // A table, a memory: limits, the first after a type.
            1 | 2 => {
                reader.take((2 - kind).into())?;
                let has_most = reader.number()? & 1 == 1;
                reader.number()?;
                if has_most {
                    reader.number()?;
                }
            }
            _ => {
                reader.take(2)?;
            }
        }
    }
    Ok(count)
}

fn bodies(section: &[u8]) -> Result<Vec<&[u8]>> {
    let mut reader = Reader::of(section);
    let count = reader.number()?;
    (0..count)
        .map(|_| {
            let length = reader.number()?;
            reader.take(length).context("a function is cut off")
        })
        .collect()
}

/// A `name` section that calls each function by its place in `order`.
fn names(imported: usize, order: &[usize]) -> Vec<u8> {
    let mut names = vec![String::new(); order.len()];
    for (place, &function) in order.iter().enumerate() {
        if let Some(name) = names.get_mut(function) {
            *name = format!("{place:08}");
        }
    }
    let mut list = Vec::new();
    write_number(names.len(), &mut list);
    for (function, name) in names.iter().enumerate() {
        write_number(imported + function, &mut list);
        write_number(name.len(), &mut list);
        list.extend(name.as_bytes());
    }
    // The part that names functions, inside a section that is called `name`.
    let mut section = b"\x04name".to_vec();
    write_section(1, &list, &mut section);
    section
}

/// Positions of functions, each followed by the one that has most in common, for its length, with
/// what then lies in the window.
fn order(functions: &[&[u8]]) -> Vec<usize> {
    let mut window = Window::over(functions);
    let smallest = (0..functions.len()).min_by_key(|&at| functions.get(at).map(|body| body.len()));
    let mut next = smallest;
    let mut is_placed = vec![false; functions.len()];
    let mut order = Vec::with_capacity(functions.len());
    while let Some(function) = next {
        order.push(function);
        if let Some(placed) = is_placed.get_mut(function) {
            *placed = true;
        }
        window.take_in(function);
        let left = is_placed.iter().enumerate().filter(|(_, placed)| !**placed);
        // The first of equals: the order must not depend on anything but the module.
        next = left.map(|(at, _)| at).reduce(|best, other| {
            if window.is_closer(other, best) {
                other
            } else {
                best
            }
        });
    }
    order
}

/// The functions that were placed last, and how much every function has in common with them.
struct Window {
    lengths: Vec<usize>,
    /// Of each function, the phrases that another has too.
    phrases: Vec<Vec<usize>>,
    /// Of each phrase, its functions.
    functions: Vec<Vec<usize>>,
    /// How often each phrase stands in the window.
    counts: Vec<usize>,
    /// How many of its phrases each function finds there.
    common: Vec<usize>,
    held: VecDeque<usize>,
    size: usize,
}

impl Window {
    fn over(bodies: &[&[u8]]) -> Self {
        let mut all: Vec<([u8; PHRASE], usize)> = Vec::new();
        for (at, body) in bodies.iter().enumerate() {
            let windows = body.windows(PHRASE);
            all.extend(windows.filter_map(|bytes| Some((bytes.try_into().ok()?, at))));
        }
        all.sort_unstable();
        all.dedup();
        let mut phrases = vec![Vec::new(); bodies.len()];
        let mut functions: Vec<Vec<usize>> = Vec::new();
        for same in all.chunk_by(|one, other| one.0 == other.0) {
            if same.len() == 1 {
                continue;
            }
            for (_, at) in same {
                if let Some(own) = phrases.get_mut(*at) {
                    own.push(functions.len());
                }
            }
            functions.push(same.iter().map(|(_, at)| *at).collect());
        }
        Self {
            lengths: bodies.iter().map(|body| body.len()).collect(),
            counts: vec![0; functions.len()],
            common: vec![0; bodies.len()],
            phrases,
            functions,
            held: VecDeque::new(),
            size: 0,
        }
    }

    fn take_in(&mut self, function: usize) {
        self.held.push_back(function);
        self.size += self.length(function);
        self.count(
            function,
            |count| (count + 1, count == 0),
            |common| common + 1,
        );
        while self.size > WINDOW && self.held.len() > 1 {
            let Some(oldest) = self.held.pop_front() else {
                break;
            };
            self.size -= self.length(oldest);
            self.count(oldest, |count| (count - 1, count == 1), |common| common - 1);
        }
    }

    /// Counts a function's phrases anew; where one comes or goes, what its functions have in
    /// common with the window changes.
    fn count(
        &mut self,
        function: usize,
        counted: fn(usize) -> (usize, bool),
        changed: fn(usize) -> usize,
    ) {
        for &phrase in self.phrases.get(function).into_iter().flatten() {
            let Some(count) = self.counts.get_mut(phrase) else {
                continue;
            };
            let (now, is_news) = counted(*count);
            *count = now;
            if !is_news {
                continue;
            }
            for &other in self.functions.get(phrase).into_iter().flatten() {
                if let Some(common) = self.common.get_mut(other) {
                    *common = changed(*common);
                }
            }
        }
    }

    /// Whether a function has more in common with the window than another, for their lengths.
    fn is_closer(&self, function: usize, other: usize) -> bool {
        // What begins and ends a function is never found again as a phrase.
        const OVERHEAD: usize = 20;
        let share = |at: usize| self.common.get(at).copied().unwrap_or_default();
        let length = |at: usize| self.length(at) + OVERHEAD;
        let (own, its) = (
            share(function) * length(other),
            share(other) * length(function),
        );
        // Where nothing is in common, short ones come first.
        own > its || (own == its && length(function) < length(other))
    }

    fn length(&self, function: usize) -> usize {
        self.lengths.get(function).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{named_by_place, order};

    #[test]
    fn functions_that_share_phrases_stand_together() {
        let one: Vec<u8> = (0..60).collect();
        let two: Vec<u8> = (100..180).collect();
        let three: Vec<u8> = (5..62).chain([9]).collect();
        let four: Vec<u8> = (101..190).collect();
        let found = order(&[&one, &two, &three, &four]);
        assert_eq!(found, [2, 0, 1, 3]);
    }

    #[test]
    fn every_function_has_one_place() {
        let bodies: Vec<Vec<u8>> = (0..300_usize)
            .map(|at| {
                (0..at * 7 % 90)
                    .map(|byte| (byte * (at % 5)) as u8)
                    .collect()
            })
            .collect();
        let bodies: Vec<&[u8]> = bodies.iter().map(Vec::as_slice).collect();
        let mut found = order(&bodies);
        assert_eq!(found, order(&bodies));
        found.sort_unstable();
        assert!(found.into_iter().eq(0..300));
    }

    #[test]
    fn names_are_numbered_after_imported_functions() {
        // One imported function, two of its own: `nop`s, the first longer.
        let import = b"\x01\x01a\x01b\x00\x00";
        let code = b"\x02\x04\0\x01\x01\x0b\x03\0\x01\x0b";
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        super::write_section(2, import, &mut module);
        super::write_section(10, code, &mut module);
        let mut expected = module.clone();
        super::write_section(0, b"left by a tool", &mut module);
        let names = b"\x04name\x01\x15\x02\x01\x0800000001\x02\x0800000000";
        super::write_section(0, names, &mut expected);
        assert_eq!(named_by_place(&module).unwrap(), expected);
        assert!(named_by_place(b"\0asm\x01\0\0\0\x0a\x02\x01\x09").is_err());
    }
}
