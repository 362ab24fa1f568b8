//! Both languages side by side: the messages that the page may say, each with its arguments and their
//! types. Whatever would be missing or misspelt on the page is refused here.

use crate::reading::{self, Key, Piece, Said, Select};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// What `Words` itself knows: nobody passes it.
pub(crate) const NOUNS: [&str; 7] = [
    "unit",
    "Unit",
    "units",
    "Units",
    "all-units",
    "score-name",
    "Score-name",
];
/// What `Words` itself selects by, and the keys that there are.
pub(crate) const STATES: [(&str, &[&str]); 3] = [
    ("figures", &["published", "mixed", "own"]),
    (
        "provenance",
        &["published", "partly-loaded", "loaded", "fictitious"],
    ),
    ("ranked", &["provinces", "other"]),
];
/// Plural forms by the rules of CLDR: Vietnamese has one, English has two for whole numbers.
const PLURALS: [&[&str]; 2] = [&["other"], &["one", "other"]];

/// What an argument is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// Anything that can be shown.
    Shown,
    /// A number, which has a plural form.
    Count,
    /// Yes or no.
    Flag,
    /// One of some words.
    Choice,
}

/// A message in both languages.
#[derive(Debug)]
pub(crate) struct Message {
    /// Its name in the files.
    pub(crate) name: String,
    /// What it says in Vietnamese and in English.
    pub(crate) pieces: [Vec<Piece>; 2],
    /// Its arguments in the order of the method.
    pub(crate) arguments: Vec<(String, Kind)>,
}

/// The messages of all files in the folders of both languages, which have the same names.
pub(crate) fn all(locales: &Path) -> Result<Vec<Message>, String> {
    let [files, others] = [names(&locales.join("vi"))?, names(&locales.join("en"))?];
    if let Some(file) = files.symmetric_difference(&others).next() {
        return Err(format!("`{file}` stands there in one language only"));
    }
    let mut all: Vec<Message> = Vec::new();
    for file in files {
        let text = |language| {
            let path = locales.join(language).join(&file);
            fs::read_to_string(path).map_err(|error| format!("{language}/{file}: {error}"))
        };
        all.extend(checked(&file, &text("vi")?, &text("en")?)?);
    }
    let mut seen = BTreeSet::new();
    match all.iter().find(|message| !seen.insert(&message.name)) {
        Some(twice) => Err(format!("`{}` stands in two files", twice.name)),
        None => Ok(all),
    }
}

/// Names of the files in a folder.
pub(crate) fn names(folder: &Path) -> Result<BTreeSet<String>, String> {
    let fault = |error| format!("{}: {error}", folder.display());
    let entries = fs::read_dir(folder).map_err(fault)?;
    let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
    entries
        .map(|entry| entry.map(name).map_err(fault))
        .collect()
}

/// The messages of a file in both languages; an error names the file, the message and what is wrong.
pub(crate) fn checked(file: &str, vi: &str, en: &str) -> Result<Vec<Message>, String> {
    let [vi_file, en_file] = [format!("vi/{file}"), format!("en/{file}")];
    let [vi, en] = [
        reading::messages(&vi_file, vi)?,
        reading::messages(&en_file, en)?,
    ];
    let mut english: BTreeMap<String, Said> = en
        .into_iter()
        .map(|said| (said.name.clone(), said))
        .collect();
    let mut all = Vec::new();
    for own in vi {
        let Some(other) = english.remove(&own.name) else {
            return Err(format!("{en_file}: `{}` of {vi_file} is missing", own.name));
        };
        let name = own.name.clone();
        all.push(message(own, other).map_err(|fault| format!("`{name}` {fault}"))?);
    }
    match english.keys().next() {
        Some(name) => Err(format!("{vi_file}: `{name}` of {en_file} is missing")),
        None => Ok(all),
    }
}

fn message(vi: Said, en: Said) -> Result<Message, String> {
    if !en.order.is_empty() {
        return Err("names its arguments in English; they stand in Vietnamese only".into());
    }
    let mut uses = [Uses::default(), Uses::default()];
    for ((uses, said), plurals) in uses.iter_mut().zip([&vi, &en]).zip(PLURALS) {
        uses.read(&said.pieces, plurals)?;
    }
    let [own, other] = &uses;
    if let Some(only) = own.placed.symmetric_difference(&other.placed).next() {
        return Err(format!("says ${only} in one language only"));
    }
    let mut kinds: BTreeMap<String, Kind> = BTreeMap::new();
    for (name, kind) in uses.iter().flat_map(|uses| &uses.kinds) {
        let known = kinds.insert(name.clone(), *kind).unwrap_or(*kind);
        let merged = merged(known, *kind).ok_or_else(|| format!("uses ${name} in two ways"))?;
        kinds.insert(name.clone(), merged);
    }
    let named: BTreeSet<&String> = vi.order.iter().collect();
    let order: Vec<String> = match vi.order.is_empty() {
        true if kinds.len() > 1 => {
            return Err(
                "takes several arguments: name them in a comment, `# $first, $second`".into(),
            );
        }
        true => kinds.keys().cloned().collect(),
        false if named.into_iter().ne(kinds.keys()) || vi.order.len() != kinds.len() => {
            let used: Vec<&str> = kinds.keys().map(String::as_str).collect();
            return Err(format!(
                "uses ${}, but its comment names others",
                used.join(", $")
            ));
        }
        false => vi.order,
    };
    let kind = |name: String| {
        let kind = kinds.get(&name).copied().unwrap_or(Kind::Shown);
        (name, kind)
    };
    Ok(Message {
        name: vi.name,
        pieces: [vi.pieces, en.pieces],
        arguments: order.into_iter().map(kind).collect(),
    })
}

/// One kind for two uses: what is compared may be shown as well.
fn merged(one: Kind, other: Kind) -> Option<Kind> {
    match (one, other) {
        (one, other) if one == other => Some(one),
        (Kind::Shown, Kind::Count) | (Kind::Count, Kind::Shown) => Some(Kind::Count),
        (Kind::Shown, Kind::Choice) | (Kind::Choice, Kind::Shown) => Some(Kind::Choice),
        _ => None,
    }
}

/// How a language uses the arguments of a message.
#[derive(Default)]
struct Uses {
    kinds: BTreeMap<String, Kind>,
    placed: BTreeSet<String>,
}

impl Uses {
    fn read(&mut self, pieces: &[Piece], plurals: &[&str]) -> Result<(), String> {
        for piece in pieces {
            match piece {
                Piece::Text(_) => {}
                Piece::Argument(name) if NOUNS.contains(&name.as_str()) => {}
                Piece::Argument(name) => self.place(name, Kind::Shown)?,
                Piece::Number(name) => self.place(name, Kind::Count)?,
                Piece::Select(select) => {
                    self.compare(select, plurals)?;
                    for pieces in select.choices() {
                        self.read(pieces, plurals)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn place(&mut self, name: &str, kind: Kind) -> Result<(), String> {
        if STATES.iter().any(|(state, _)| *state == name) {
            return Err(format!("says ${name}, which is only to select by"));
        }
        self.placed.insert(name.to_owned());
        self.know(name, kind)
    }

    fn know(&mut self, name: &str, kind: Kind) -> Result<(), String> {
        let known = self.kinds.get(name).copied().unwrap_or(kind);
        let kind = merged(known, kind).ok_or_else(|| format!("uses ${name} in two ways"))?;
        self.kinds.insert(name.to_owned(), kind);
        Ok(())
    }

    fn compare(&mut self, select: &Select, plurals: &[&str]) -> Result<(), String> {
        let name = select.by.as_str();
        let words = select.keys().filter_map(|key| match key {
            Key::Word(word) => Some(word.as_str()),
            Key::Number(_) => None,
        });
        let words: Vec<&str> = words.collect();
        if NOUNS.contains(&name) {
            return Err(format!("selects by ${name}, which is only to be said"));
        }
        if let Some((_, allowed)) = STATES.iter().find(|(state, _)| *state == name) {
            return match words.iter().find(|word| !allowed.contains(word)) {
                Some(word) => Err(format!(
                    "selects ${name} by {word}; use {}",
                    allowed.join(", ")
                )),
                None => Ok(()),
            };
        }
        if !select.is_by_number() {
            let is_flag = words.iter().all(|word| ["true", "false"].contains(word));
            return self.know(name, if is_flag { Kind::Flag } else { Kind::Choice });
        }
        if let Some(word) = words.iter().find(|word| !plurals.contains(word)) {
            return Err(format!(
                "has a plural form “{word}” that the language does not have"
            ));
        }
        match &select.default.0 {
            Key::Word(word) if word == "other" => self.know(name, Kind::Count),
            _ => Err(format!(
                "selects by ${name} with another default than *[other]"
            )),
        }
    }
}
