//! Seeing that sources changed, by looking at their times: nothing of a system's own ways of telling
//! is needed for some thousand files.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::Result;

use crate::build::Need;
use crate::project::files_under;

/// Time between two looks.
const PAUSE: Duration = Duration::from_millis(300);

/// What is watched, from the root of the project, and what a change of it needs.
const WATCHED: [(&str, Need); 11] = [
    (".cargo", Need::Compile),
    ("Cargo.lock", Need::Compile),
    ("Cargo.toml", Need::Compile),
    ("assets", Need::Compile),
    ("crates", Need::Compile),
    ("data", Need::Compile),
    ("embed", Need::PutTogether),
    ("index.html", Need::PutTogether),
    ("public", Need::PutTogether),
    ("src", Need::Compile),
    ("style", Need::PutTogether),
];

/// Folders inside of these that no module is made from.
const PASSED_BY: [&str; 2] = ["tests", "benches"];

/// Files by their names, each with its time and size.
type Seen = BTreeMap<PathBuf, (SystemTime, u64)>;

/// The sources of the site as they were when they were last looked at.
pub(crate) struct Sources {
    root: PathBuf,
    seen: Seen,
}

/// What changed, and what that needs.
pub(crate) struct Change {
    /// From the root of the project.
    pub(crate) files: Vec<PathBuf>,
    pub(crate) need: Need,
}

impl Sources {
    /// The sources as they are.
    pub(crate) fn of(root: &Path) -> Result<Self> {
        Ok(Self {
            root: root.to_path_buf(),
            seen: look(root)?,
        })
    }

    /// Waits until something changed and is at rest again.
    pub(crate) fn wait(&mut self) -> Change {
        loop {
            thread::sleep(PAUSE);
            if let Some(change) = self.change() {
                return change;
            }
        }
    }

    /// Whether something changed since the last time.
    pub(crate) fn are_changed(&self) -> bool {
        look(&self.root).is_ok_and(|now| now != self.seen)
    }

    /// What changed since the last time and is not being written any more.
    fn change(&mut self) -> Option<Change> {
        // A folder may go away while it is read; the next look finds it as it then is.
        let mut now = look(&self.root).ok()?;
        if now == self.seen {
            return None;
        }
        loop {
            thread::sleep(PAUSE);
            let later = look(&self.root).ok()?;
            if later == now {
                break;
            }
            now = later;
        }
        let files = differing(&self.seen, &now);
        self.seen = now;
        let need = files.iter().filter_map(|file| need(file)).max()?;
        Some(Change { files, need })
    }
}

/// What a change of this file needs, named from the root of the project; nothing if it is no source.
fn need(file: &Path) -> Option<Need> {
    let is_left_out = file.components().any(|part| {
        let name = part.as_os_str().to_string_lossy();
        // What editors write beside a file.
        let is_besides = name.starts_with('.') && name != ".cargo" || name.ends_with('~');
        is_besides || PASSED_BY.contains(&name.as_ref())
    });
    if is_left_out {
        return None;
    }
    let found = WATCHED.iter().find(|(place, _)| file.starts_with(place));
    found.map(|(_, need)| *need)
}

/// Every source with its time and size.
fn look(root: &Path) -> Result<Seen> {
    let mut seen = Seen::new();
    for (place, _) in WATCHED {
        for path in files_under(&root.join(place))? {
            let file = path.strip_prefix(root)?;
            // One that went away meanwhile is not there.
            if need(file).is_some()
                && let Ok(found) = fs::metadata(&path)
            {
                seen.insert(file.to_path_buf(), (found.modified()?, found.len()));
            }
        }
    }
    Ok(seen)
}

/// Files that came, went or changed.
fn differing(before: &Seen, after: &Seen) -> Vec<PathBuf> {
    let came_or_changed = after
        .iter()
        .filter(|(file, now)| before.get(*file) != Some(*now));
    let went = before.iter().filter(|(file, _)| !after.contains_key(*file));
    came_or_changed
        .chain(went)
        .map(|(file, _)| file.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::{Sources, need};
    use crate::build::Need;
    use crate::project::{remove_folder, write};

    #[test]
    fn styles_scripts_and_pages_need_no_compiler_and_all_else_does() {
        for (file, expected) in [
            ("style/app.css", Some(Need::PutTogether)),
            ("public/boot.js", Some(Need::PutTogether)),
            ("public/embed/v1/embed.js", Some(Need::PutTogether)),
            ("embed/index.html", Some(Need::PutTogether)),
            ("index.html", Some(Need::PutTogether)),
            ("src/views/verdict.rs", Some(Need::Compile)),
            ("crates/engine/src/lib.rs", Some(Need::Compile)),
            ("crates/words/locales/vi/page.ftl", Some(Need::Compile)),
            ("src/main.rs", Some(Need::Compile)),
            ("data/2024/units.csv", Some(Need::Compile)),
            ("Cargo.toml", Some(Need::Compile)),
            (".cargo/config.toml", Some(Need::Compile)),
            ("crates/engine/tests/session.rs", None),
            ("src/views/.verdict.rs.swp", None),
            ("src/views/verdict.rs~", None),
            ("docs/architecture.md", None),
            ("xtask/src/main.rs", None),
            ("target/serve/dist/index.html", None),
        ] {
            assert_eq!(need(Path::new(file)), expected, "{file}");
        }
    }

    #[test]
    fn what_came_went_or_changed_is_named_once_and_the_greatest_need_counts() {
        let root = std::env::temp_dir().join(format!("xtask-watch-{}", std::process::id()));
        remove_folder(&root).unwrap();
        for file in ["style/app.css", "style/old.css", "src/lib.rs"] {
            write(&root.join(file), "1").unwrap();
        }
        let mut sources = Sources::of(&root).unwrap();
        assert!(sources.change().is_none() && !sources.are_changed());

        write(&root.join("style/app.css"), "22").unwrap();
        fs::remove_file(root.join("style/old.css")).unwrap();
        write(&root.join("docs/a.md"), "").unwrap();
        assert!(sources.are_changed());
        let change = sources.change().unwrap();
        let named = ["style/app.css", "style/old.css"].map(PathBuf::from);
        assert_eq!(change.files, named);
        assert_eq!(change.need, Need::PutTogether);
        assert!(sources.change().is_none());

        write(&root.join("style/app.css"), "1").unwrap();
        write(&root.join("src/views.rs"), "1").unwrap();
        assert_eq!(sources.change().unwrap().need, Need::Compile);
        remove_folder(&root).unwrap();
    }
}
