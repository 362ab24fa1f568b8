//! Which of the files that parts share become one. The library makes a file for every set of parts that need
//! the same thing: with ten analyses that are 160, most of them below 1 KB, and a part would ask for a hundred
//! (docs/decisions/0028-a-part-a-panel.md).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use super::merge;
use crate::project::{read_bytes, write};

/// What asking for one more file is worth, in bytes of code before wasm-opt: 1 to 2 KB as they travel.
const REQUEST: usize = 5_000;

/// Most bytes of code, before wasm-opt, in a file that was put together: about 60 KB as they travel.
const LARGEST: usize = 200_000;

/// Which files a part is made of: a part's name, and the names of files.
pub(super) type Parts = Vec<(String, Vec<String>)>;

/// What becomes one file, by the first of the files that it was.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Shared {
    /// In the order of their numbers.
    files: Vec<String>,
    /// Who needs any of it.
    parts: BTreeSet<usize>,
    /// Bytes of code.
    weight: usize,
}

impl Shared {
    /// What all parts that need it load, and what asking for it is worth to them.
    fn cost(&self) -> usize {
        self.parts.len() * (REQUEST + self.weight)
    }

    fn with(&self, other: &Self) -> Self {
        let mut files = [&self.files[..], &other.files].concat();
        files.sort_by(in_order);
        Self {
            files,
            parts: self.parts.union(&other.parts).copied().collect(),
            weight: self.weight + other.weight,
        }
    }
}

/// `chunk_9` before `chunk_10`.
fn in_order(one: &String, other: &String) -> std::cmp::Ordering {
    (one.len(), one).cmp(&(other.len(), other))
}

/// Puts shared files together; gives what each one that is gone became.
pub(super) fn gather(folder: &Path, parts: &mut Parts) -> Result<BTreeMap<String, String>> {
    let file = |name: &String| folder.join(format!("{name}.wasm"));
    let mut all = shared(parts);
    for one in &mut all {
        for name in &one.files {
            one.weight += merge::weight(&read_bytes(&file(name))?)?;
        }
    }
    let mut became = BTreeMap::new();
    for one in together(all) {
        let Some((first, others)) = one.files.split_first().filter(|(_, own)| !own.is_empty())
        else {
            continue;
        };
        let modules = one.files.iter().map(|name| read_bytes(&file(name)));
        let whole = merge::merged(&modules.collect::<Result<Vec<_>>>()?)
            .with_context(|| format!("{} can't be one file", one.files.join(", ")))?;
        write(&file(first), whole)?;
        for other in others {
            let gone = file(other);
            fs::remove_file(&gone).with_context(|| format!("{} can't go", gone.display()))?;
            became.insert(other.clone(), first.clone());
        }
    }
    for (_, files) in parts {
        let now = files.iter().map(|name| became.get(name).unwrap_or(name));
        let mut seen = BTreeSet::new();
        *files = now.filter(|name| seen.insert(*name)).cloned().collect();
    }
    Ok(became)
}

/// The files that several parts need, each by itself.
fn shared(parts: &Parts) -> Vec<Shared> {
    let mut needed: BTreeMap<&String, BTreeSet<usize>> = BTreeMap::new();
    for (place, (_, files)) in parts.iter().enumerate() {
        for file in files {
            needed.entry(file).or_default().insert(place);
        }
    }
    let needed = needed.into_iter().filter(|(_, parts)| parts.len() > 1);
    let mut all: Vec<Shared> = needed
        .map(|(file, parts)| Shared {
            files: vec![file.clone()],
            parts,
            weight: 0,
        })
        .collect();
    all.sort_by(|one, other| one.files.cmp(&other.files));
    all
}

/// Puts those two together by which most is won, as long as anything is: a request less for whoever needs
/// both, for what the others load in vain.
fn together(mut all: Vec<Shared>) -> Vec<Shared> {
    while let Some((one, other)) = best(&all) {
        let whole = one.with(&other);
        all.retain(|own| *own != one && *own != other);
        all.push(whole);
    }
    all.sort_by(|one, other| one.files.cmp(&other.files));
    all
}

fn best(all: &[Shared]) -> Option<(Shared, Shared)> {
    let mut best = None;
    for (place, one) in all.iter().enumerate() {
        for other in all.iter().skip(place + 1) {
            let apart = one.cost() + other.cost();
            let together =
                (one.parts.union(&other.parts).count()) * (REQUEST + one.weight + other.weight);
            if one.weight + other.weight > LARGEST {
                continue;
            }
            let won = apart.saturating_sub(together);
            if best.is_none_or(|(most, _, _)| won > most) && won > 0 {
                best = Some((won, one, other));
            }
        }
    }
    best.map(|(_, one, other)| (one.clone(), other.clone()))
}

#[cfg(test)]
mod tests {
    use super::{REQUEST, Shared, gather, shared, together};
    use crate::build::merge::tests::module;
    use crate::project::{read_bytes, remove_folder, write};
    use std::collections::BTreeSet;

    fn one(file: &str, parts: &[usize], weight: usize) -> Shared {
        Shared {
            files: vec![file.to_owned()],
            parts: parts.iter().copied().collect(),
            weight,
        }
    }

    fn files(all: &[Shared]) -> Vec<String> {
        all.iter().map(|own| own.files.join("+")).collect()
    }

    #[test]
    fn what_is_small_goes_with_what_the_same_parts_need_and_what_is_large_stays() {
        let all = vec![
            one("chunk_2", &[0, 1, 2], 10),
            one("chunk_9", &[0, 1], 20),
            one("chunk_10", &[0, 1, 2], 10 * REQUEST),
            one("chunk_11", &[3, 4], 10),
        ];
        // The third part never loads what only two need, if that is much.
        assert_eq!(
            files(&together(all.clone())),
            ["chunk_11", "chunk_2+chunk_9+chunk_10"]
        );
        let large = all.into_iter().map(|own| match own.parts.len() {
            2 => Shared {
                weight: 10 * REQUEST,
                ..own
            },
            _ => own,
        });
        assert_eq!(
            files(&together(large.collect())),
            ["chunk_11", "chunk_2+chunk_10", "chunk_9"]
        );
    }

    #[test]
    fn files_of_one_part_are_not_shared() {
        let parts = vec![
            (
                "a".to_owned(),
                vec!["chunk_1".to_owned(), "split_a".to_owned()],
            ),
            (
                "b".to_owned(),
                vec!["chunk_1".to_owned(), "split_b".to_owned()],
            ),
        ];
        let all = shared(&parts);
        assert_eq!(files(&all), ["chunk_1"]);
        assert_eq!(all[0].parts, BTreeSet::from([0, 1]));
    }

    #[test]
    fn a_part_asks_for_what_its_files_became() {
        let folder = std::env::temp_dir().join(format!("xtask-gather-{}", std::process::id()));
        for (name, value) in [
            ("chunk_1", 1),
            ("chunk_2", 2),
            ("split_a", 3),
            ("split_b", 4),
        ] {
            write(&folder.join(format!("{name}.wasm")), module(value)).unwrap();
        }
        let files = |own: &str| ["chunk_1", "chunk_2", own].map(str::to_owned).to_vec();
        let mut parts = vec![
            ("a".to_owned(), files("split_a")),
            ("b".to_owned(), files("split_b")),
        ];
        let became = gather(&folder, &mut parts).unwrap();
        assert_eq!(became.get("chunk_2").map(String::as_str), Some("chunk_1"));
        assert_eq!(became.len(), 1);
        assert_eq!(parts[0].1, ["chunk_1", "split_a"]);
        assert_eq!(parts[1].1, ["chunk_1", "split_b"]);
        assert!(!folder.join("chunk_2.wasm").exists());
        let whole = read_bytes(&folder.join("chunk_1.wasm")).unwrap();
        assert!(whole.len() > module(1).len());
        assert_eq!(read_bytes(&folder.join("split_a.wasm")).unwrap(), module(3));
        remove_folder(&folder).unwrap();
    }
}
