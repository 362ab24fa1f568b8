//! The crates that are compiled into the site.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::process::{cargo, output};
use crate::project::{Project, read};
use crate::setup::TARGET;

/// A crate as Cargo knows it.
pub(super) struct Crate {
    pub(super) name: String,
    pub(super) version: String,
    /// SHA-256 of what the registry sent, by the lock file.
    pub(super) checksum: Option<String>,
    /// An SPDX expression, where its manifest has one.
    pub(super) licence: Option<String>,
    pub(super) folder: PathBuf,
    /// Cargo's name for it, and for those that it is built with.
    pub(super) id: String,
    pub(super) needs: Vec<String>,
}

/// Every crate that is compiled into the site, by name, without those of the project itself.
pub(super) fn shipped(project: &Project) -> Result<Vec<Crate>> {
    let used = used(project)?;
    let mut crates = metadata(project, &checksums(project)?)?;
    crates.retain(|own| used.contains(&format!("{} v{}", own.name, own.version)));
    Ok(crates)
}

/// `name vVERSION` of what is compiled for the browser, without what only runs while compiling.
fn used(project: &Project) -> Result<Vec<String>> {
    let arguments = [
        "tree",
        "--package=dti-whatif",
        "--package=dti-own-data",
        "--package=dti-api",
        "--package=dti-workbooks",
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

/// What the lock file says of each crate's package, by name and version.
type Checksums = BTreeMap<(String, String), String>;

fn checksums(project: &Project) -> Result<Checksums> {
    let lock: toml::Table = read(&project.root.join("Cargo.lock"))?
        .parse()
        .context("Cargo.lock is no TOML")?;
    let packages = lock.get("package").and_then(toml::Value::as_array);
    let read = |package: &toml::Value| {
        let text = |key: &str| package.get(key)?.as_str().map(str::to_owned);
        Some(((text("name")?, text("version")?), text("checksum")?))
    };
    let packages = packages.context("Cargo.lock names no package")?;
    Ok(packages.iter().filter_map(read).collect())
}

/// All crates of the lock file, in order, without those of the project itself.
fn metadata(project: &Project, checksums: &Checksums) -> Result<Vec<Crate>> {
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
    let nodes = metadata.pointer("/resolve/nodes").and_then(Value::as_array);
    let nodes = nodes.context("`cargo metadata` resolves nothing")?;
    let read = |package: &Value| {
        let text = |key: &str| package.get(key).and_then(Value::as_str).map(str::to_owned);
        text("source")?;
        let id = text("id")?;
        let own = |node: &&Value| node.get("id").and_then(Value::as_str) == Some(&id);
        let needs = nodes.iter().find(own)?.get("dependencies")?.as_array()?;
        let needs = needs.iter().filter_map(Value::as_str).map(str::to_owned);
        let (name, version) = (text("name")?, text("version")?);
        Some(Crate {
            checksum: checksums.get(&(name.clone(), version.clone())).cloned(),
            name,
            version,
            licence: text("license"),
            needs: needs.collect(),
            id,
            folder: PathBuf::from(text("manifest_path")?)
                .parent()?
                .to_path_buf(),
        })
    };
    let mut crates: Vec<Crate> = packages.into_iter().flatten().filter_map(read).collect();
    crates.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    Ok(crates)
}

#[cfg(test)]
mod tests {
    use super::shipped;
    use crate::project::Project;

    #[test]
    fn what_each_module_is_built_with_is_listed() {
        let crates = shipped(&Project::find().unwrap()).unwrap();
        // Of the page, the API, reading workbooks and writing them.
        for name in [
            "leptos",
            "serde-wasm-bindgen",
            "calamine",
            "rust_xlsxwriter",
        ] {
            assert!(crates.iter().any(|own| own.name == name), "{name}");
        }
        let ours = |name: &str| name.starts_with("dti-") || name == "xtask";
        assert!(!crates.iter().any(|own| ours(&own.name)));
        for own in &crates {
            let sum = own.checksum.as_deref().unwrap_or_default();
            let is_sum = sum.len() == 64 && sum.bytes().all(|b| b.is_ascii_hexdigit());
            assert!(is_sum && own.licence.is_some(), "{} {sum}", own.name);
        }
    }
}
