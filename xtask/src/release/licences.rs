//! The licences of the crates that are compiled into the site: their texts must go with it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::process::{cargo, output};
use crate::project::{Project, files_under};
use crate::setup::TARGET;

/// A crate as Cargo knows it.
struct Crate {
    name: String,
    version: String,
    licence: String,
    folder: PathBuf,
}

/// Every crate with its licence and the texts in its folder; a text that several share stands once.
pub(super) fn text(project: &Project) -> Result<String> {
    let used = used(project)?;
    let all = metadata(project)?;
    let mut listed = String::from(
        "Compiled into the site, each under its own licence:\n\nRust's standard library: MIT OR Apache-2.0\n",
    );
    let mut texts: Vec<(String, Vec<String>)> = Vec::new();
    for own in all
        .iter()
        .filter(|own| used.contains(&format!("{} v{}", own.name, own.version)))
    {
        let Crate {
            name,
            version,
            licence,
            folder,
        } = own;
        listed.push_str(&format!("{name} {version}: {licence}\n"));
        for text in licence_texts(folder)? {
            match texts.iter_mut().find(|(known, _)| *known == text) {
                Some((_, names)) => names.push(name.clone()),
                None => texts.push((text, vec![name.clone()])),
            }
        }
    }
    for (text, mut names) in texts {
        names.dedup();
        let line = "-".repeat(72);
        listed.push_str(&format!(
            "\n{line}\n{}\n{line}\n\n{text}\n",
            names.join(", ")
        ));
    }
    Ok(listed)
}

/// `name vVERSION` of what is compiled for the browser, without what only runs while compiling.
fn used(project: &Project) -> Result<Vec<String>> {
    let arguments = [
        "tree",
        "--package=dti-whatif",
        "--all-features",
        "--edges=normal,no-proc-macro",
        "--prefix=none",
        "--format={p}",
        "--target",
        TARGET,
    ];
    let tree = output(&mut cargo(arguments, &project.root)).context("`cargo tree` failed")?;
    let first_words = |line: &str| line.split(' ').take(2).collect::<Vec<_>>().join(" ");
    Ok(tree.lines().map(first_words).collect())
}

/// All crates of the lock file, in order, without those of the project itself.
fn metadata(project: &Project) -> Result<Vec<Crate>> {
    let arguments = [
        "metadata",
        "--format-version=1",
        "--locked",
        "--all-features",
        "--filter-platform",
        TARGET,
    ];
    let text = output(&mut cargo(arguments, &project.root)).context("`cargo metadata` failed")?;
    let metadata: Value = serde_json::from_str(&text).context("`cargo metadata` is no JSON")?;
    let packages = metadata.get("packages").and_then(Value::as_array);
    let read = |package: &Value| {
        let text = |key: &str| package.get(key).and_then(Value::as_str).map(str::to_owned);
        text("source")?;
        Some(Crate {
            name: text("name")?,
            version: text("version")?,
            licence: text("license").unwrap_or_else(|| "see below".to_owned()),
            folder: PathBuf::from(text("manifest_path")?)
                .parent()?
                .to_path_buf(),
        })
    };
    let mut crates: Vec<Crate> = packages.into_iter().flatten().filter_map(read).collect();
    crates.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    Ok(crates)
}

/// What a crate says of its licence, in files of its own.
fn licence_texts(folder: &Path) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    for path in files_under(folder)? {
        let is_top = path.parent() == Some(folder);
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .to_uppercase();
        let begins = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "COPYRIGHT"];
        if is_top && begins.iter().any(|begin| name.starts_with(begin)) {
            // Texts that differ in their ends of lines only are one text.
            let text = fs::read(&path)?;
            let text = String::from_utf8_lossy(&text).replace("\r\n", "\n");
            texts.push(text.trim_end().to_owned());
        }
    }
    Ok(texts)
}
