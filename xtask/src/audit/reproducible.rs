//! Building the same sources from another home and folder must give the same bytes, and nothing of the
//! builder's machine may stand in them.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::build::{self, Options};
use crate::process::{cargo, command, npm, output, run as run_command};
use crate::project::{Project, files_under, read_bytes, remove_folder, write};
use crate::release;
use crate::setup::TestTools;

/// Builds in another place, for the same address, and compares with dist/.
pub(super) fn run(project: &Project, _: &TestTools, options: &Options) -> Result<()> {
    let home = project.root.join("target/other-home");
    remove_folder(&home)?;
    let copy = home.join("some/other/folder");
    copy_sources(project, &copy)?;
    link(&project.tools(), &copy.join("target/tools"))?;
    link_cargo_home(&home.join("cargo"))?;

    let arguments = ["run", "--quiet", "--package", "xtask", "--", "release"];
    let mut build = cargo(arguments, &copy);
    if let Some(site_url) = &options.site_url {
        build.args(["--site-url", site_url]);
    }
    run_command(at_home_in(&home, &mut build))?;

    let differing = differences(&project.dist(), &copy.join("dist"))?;
    if !differing.is_empty() {
        bail!(
            "a build from another folder differs in {}; compare with {}",
            differing.join(", "),
            copy.join("dist").display()
        );
    }
    release::run(project)?;
    if release::archive(&project.root)? != release::archive(&copy)? {
        bail!("the release ZIP differs though dist/ does not; compare the two target/release-zip");
    }
    let found = traces(&release::unpacked(project)?, &folders(project))?;
    if !found.is_empty() {
        bail!(
            "paths of this machine stand in what is published: {}",
            found.join(", ")
        );
    }
    println!("dist/ and the release are the same from another home and folder, without its paths");
    remove_folder(&home)
}

/// The command as if this were the builder's home. What is installed stays where it is.
fn at_home_in<'a>(home: &Path, command: &'a mut Command) -> &'a mut Command {
    if let Some(rustup) = rustup_home() {
        command.env("RUSTUP_HOME", rustup);
    }
    for key in ["cache", "userconfig"] {
        if let Some(value) = output(&mut npm(["config", "get", key], Path::new("."))) {
            command.env(format!("npm_config_{key}"), value);
        }
    }
    command
        .env("HOME", home)
        .env("CARGO_HOME", home.join("cargo"))
        .env_remove("CARGO_TARGET_DIR")
}

/// Where rustup keeps the toolchains, and which of them is used.
fn rustup_home() -> Option<PathBuf> {
    let named = env::var_os("RUSTUP_HOME").map(PathBuf::from);
    let usual = || env::home_dir().map(|home| home.join(".rustup"));
    named.or_else(usual).filter(|folder| folder.is_dir())
}

/// The folders of this machine that could have been written down while building.
fn folders(project: &Project) -> Vec<PathBuf> {
    let mut folders = vec![project.root.clone(), project.target.clone()];
    folders.extend(build::cargo_home());
    folders.extend(env::home_dir());
    folders.extend(rustup_home());
    folders
}

/// Each file with a path that stands in it. Paths of two letters would be found by chance.
fn traces(files: &[PathBuf], folders: &[PathBuf]) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for file in files {
        let content = read_bytes(file)?;
        for folder in folders.iter().filter(|folder| folder.as_os_str().len() > 3) {
            let trace = folder.as_os_str().as_encoded_bytes();
            let is_text =
                |after: Option<&u8>| after.is_none_or(|byte| !byte.is_ascii_alphanumeric());
            let mut windows = content.windows(trace.len()).enumerate();
            if windows
                .any(|(start, bytes)| bytes == trace && is_text(content.get(start + trace.len())))
            {
                found.push(format!("{} in {}", folder.display(), file.display()));
            }
        }
    }
    Ok(found)
}

fn copy_sources(project: &Project, to: &Path) -> Result<()> {
    let arguments = [
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
        "-z",
    ];
    let listed = output(&mut command("git", arguments, &project.root))
        .context("git couldn't list the sources; run this in a clone of the repository")?;
    for name in listed.split_terminator('\0') {
        let file = project.root.join(name);
        if file.is_file() {
            write(&to.join(name), read_bytes(&file)?)?;
        }
    }
    Ok(())
}

/// Another home for Cargo, with the crates that are already fetched.
fn link_cargo_home(to: &Path) -> Result<()> {
    let home = build::cargo_home().context("there is no home folder; set CARGO_HOME")?;
    for entry in fs::read_dir(&home)? {
        let entry = entry?;
        link(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    std::os::unix::fs::symlink(from, to)
        .with_context(|| format!("{} can't be linked", to.display()))
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> Result<()> {
    bail!("this audit needs symbolic links; run it on Linux or macOS")
}

fn differences(one: &Path, other: &Path) -> Result<Vec<String>> {
    let names = |folder: &Path| -> Result<Vec<PathBuf>> {
        let files = files_under(folder)?;
        Ok(files
            .iter()
            .filter_map(|f| f.strip_prefix(folder).ok())
            .map(Into::into)
            .collect())
    };
    let mut all = names(one)?;
    all.extend(names(other)?);
    all.sort();
    all.dedup();
    all.retain(|name| fs::read(one.join(name)).ok() != fs::read(other.join(name)).ok());
    Ok(all.iter().map(|name| name.display().to_string()).collect())
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::traces;
    use crate::project::{remove_folder, write};

    #[test]
    fn a_path_of_the_machine_is_found_in_any_file() {
        let folder = std::env::temp_dir().join(format!("xtask-traces-{}", std::process::id()));
        let (clean, dirty) = (folder.join("a.wasm"), folder.join("b.wasm"));
        write(&clean, b"\0asm /project/src /homestead").unwrap();
        write(&dirty, b"\0asm /home/minh/.cargo/registry").unwrap();
        let folders = ["/home", "/home/minh", "/"].map(PathBuf::from);
        let found = traces(&[clean, dirty], &folders).unwrap();
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found.iter().all(|one| one.ends_with("b.wasm")));
        remove_folder(&folder).unwrap();
    }
}
