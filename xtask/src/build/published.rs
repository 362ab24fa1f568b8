//! What the site says of itself: which release it is, which files belong to it, and the service worker
//! that keeps them.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};

use super::api;
use crate::digest;
use crate::project::{files_under, read, read_bytes, write};

/// A release of the site: the same for the same content.
pub(super) struct Release {
    /// Changes with every byte of the page and its files.
    pub(super) id: String,
    /// Version of the data.
    pub(super) data: u64,
    /// The day of that version.
    date: String,
    /// The hashed files, in order of their names. Those of the API belong to no page.
    files: Vec<File>,
}

struct File {
    name: String,
    sha256: String,
}

impl Release {
    /// Of the hashed files in a folder, the page as it is written and the version in `data/`.
    pub(super) fn of(folder: &Path, plain_page: &str, data: &Path) -> Result<Self> {
        let version: Value = serde_json::from_str(&read(&data.join("version.json"))?)
            .context("data/version.json is no JSON")?;
        let number = version.get("version").and_then(Value::as_u64);
        let date = version.get("date").and_then(Value::as_str);
        let (Some(data), Some(date)) = (number, date) else {
            bail!("data/version.json must have `version`, a whole number, and `date`");
        };
        let mut files = Vec::new();
        for path in files_under(folder)? {
            let name = path.strip_prefix(folder)?.to_string_lossy();
            let name = name.replace('\\', "/");
            if is_hashed_anywhere(&name) {
                let sha256 = digest::sha256(&read_bytes(&path)?);
                files.push(File { name, sha256 });
            }
        }
        let names = pages_own(&files).map(|file| format!("{}\n", file.name));
        let content = format!("{plain_page}{date}{data}\n{}", names.collect::<String>());
        Ok(Self {
            id: digest::short(content.as_bytes()),
            data,
            date: date.to_owned(),
            files,
        })
    }

    /// One for tests.
    #[cfg(test)]
    pub(super) fn named(id: &str, data: u64) -> Self {
        Self {
            id: id.to_owned(),
            data,
            date: String::new(),
            files: Vec::new(),
        }
    }

    /// Writes `version.json` (is there a newer one?), `files.json` (what belongs together) and `sw.js`.
    pub(super) fn write(&self, folder: &Path, worker: &str) -> Result<()> {
        let version = json!({ "data": self.data, "date": self.date, "release": self.id });
        write(&folder.join("version.json"), format!("{version}\n"))?;
        let list: Vec<Value> = self
            .files
            .iter()
            .map(|file| json!({ "name": file.name, "sha256": file.sha256 }))
            .collect();
        let list = json!({ "release": self.id, "files": list });
        write(&folder.join("files.json"), format!("{list:#}\n"))?;
        write(&folder.join("sw.js"), self.worker(worker)?)
    }

    /// The service worker with the names of what it keeps.
    fn worker(&self, worker: &str) -> Result<String> {
        let names = pages_own(&self.files).map(|file| format!("\"{}\"", file.name));
        let names = names.collect::<Vec<_>>().join(", ");
        for mark in ["\"xtask:release\"", "\"xtask:files\""] {
            if worker.matches(mark).count() != 1 {
                bail!("public/sw.js must hold `{mark}` once");
            }
        }
        let release = format!("\"{}\"", self.id);
        let worker = worker.replace("\"xtask:release\"", &release);
        Ok(worker.replace("\"xtask:files\"", &names))
    }
}

/// The files that pages load: a change of the API is no newer page, and no page keeps it.
fn pages_own(files: &[File]) -> impl Iterator<Item = &File> {
    files.iter().filter(|file| is_hashed(&file.name))
}

/// Whether a file has its hash in its name, at the root or beside the API's script.
pub(crate) fn is_hashed_anywhere(name: &str) -> bool {
    is_hashed(name.strip_prefix(api::FOLDER).unwrap_or(name))
}

/// Whether a file at the root has its hash in its name, as `boot-0123456789abcdef.js` has.
pub(crate) fn is_hashed(name: &str) -> bool {
    let Some((begin, extension)) = name.rsplit_once('.') else {
        return false;
    };
    let Some((word, hash)) = begin.rsplit_once('-') else {
        return false;
    };
    let plain = |text: &str, allowed: fn(u8) -> bool| !text.is_empty() && text.bytes().all(allowed);
    plain(word, |b| {
        b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_".contains(&b)
    }) && hash.len() == 16
        && plain(hash, |b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
        && ["css", "js", "txt", "wasm"].contains(&extension)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Release, is_hashed, is_hashed_anywhere};
    use crate::project::{read, remove_folder, write};

    #[test]
    fn only_names_made_by_a_hash_are_hashed() {
        assert!(is_hashed("boot-0123456789abcdef.js") && is_hashed("a-b_4-0123456789abcdef.wasm"));
        for other in [
            "boot.js",
            "boot-0123.js",
            "en/boot-0123456789abcdef.js",
            "../boot-0123456789abcdef.js",
            "boot-0123456789ABCDEF.js",
            "boot-0123456789abcdef.html",
            "-0123456789abcdef.js",
        ] {
            assert!(!is_hashed(other), "{other}");
            assert!(!is_hashed_anywhere(other), "{other}");
        }
        let module = "api/v1/dti_whatif_bg-0123456789abcdef.wasm";
        assert!(is_hashed_anywhere(module) && !is_hashed(module));
        assert!(is_hashed_anywhere("boot-0123456789abcdef.js"));
        assert!(!is_hashed_anywhere("api/v1/../boot-0123456789abcdef.js"));
        assert!(!is_hashed_anywhere("api/v1/dti_whatif_bg.wasm"));
    }

    /// A new dist/ with one hashed file and the folder of its figures, below a folder for both.
    fn begun(name: &str) -> [PathBuf; 3] {
        let above = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        let (folder, data) = (above.join("new"), above.join("data"));
        write(
            &data.join("version.json"),
            "{\"version\":2,\"date\":\"2027-01-31\"}",
        )
        .unwrap();
        write(&folder.join("boot-0123456789abcdef.js"), "1").unwrap();
        [above, folder, data]
    }

    #[test]
    fn the_api_belongs_to_the_release_but_makes_no_newer_page() {
        let [above, folder, data] = begun("with-api");
        let without = Release::of(&folder, "page", &data).unwrap();
        let module = "api/v1/dti_whatif_bg-0123456789abcdef.wasm";
        write(&folder.join(module), "2").unwrap();
        write(&folder.join("api/v1/dti_whatif_bg.wasm"), "2").unwrap();
        let release = Release::of(&folder, "page", &data).unwrap();
        assert_eq!(release.id, without.id);
        let worker = "[\"xtask:release\", \"xtask:files\"]";
        release.write(&folder, worker).unwrap();
        let list = read(&folder.join("files.json")).unwrap();
        assert!(list.contains(module) && !list.contains("bg.wasm"), "{list}");
        assert!(!read(&folder.join("sw.js")).unwrap().contains("api/"));
        remove_folder(&above).unwrap();
    }

    #[test]
    fn a_release_names_its_files_and_changes_with_them() {
        let [above, folder, data] = begun("release");
        write(&folder.join("favicon.svg"), "2").unwrap();
        let release = Release::of(&folder, "page", &data).unwrap();
        assert_ne!(release.id, Release::of(&folder, "other", &data).unwrap().id);
        let worker = "const R = \"xtask:release\"; const F = new Set([\"xtask:files\"]);";
        release.write(&folder, worker).unwrap();
        let worker = read(&folder.join("sw.js")).unwrap();
        let expected = "F = new Set([\"boot-0123456789abcdef.js\"]);";
        assert!(
            worker.contains(&release.id) && worker.ends_with(expected),
            "{worker}"
        );
        assert!(
            !read(&folder.join("files.json"))
                .unwrap()
                .contains("favicon")
        );
        assert!(
            read(&folder.join("version.json"))
                .unwrap()
                .contains("\"data\":2")
        );
        assert!(release.write(&folder, "no marks").is_err());
        write(&data.join("version.json"), "{}").unwrap();
        assert!(Release::of(&folder, "page", &data).is_err());
        remove_folder(&above).unwrap();
    }
}
