//! Building the same sources from another home and folder must give the same bytes.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::build;
use crate::process::{cargo, command, output, run as run_command};
use crate::project::{Project, files_under, read_bytes, remove_folder, write};
use crate::setup::TestTools;

/// Builds in another place and compares with dist/.
pub(super) fn run(project: &Project, _: &TestTools) -> Result<()> {
    let home = project.root.join("target/other-home");
    remove_folder(&home)?;
    let copy = home.join("some/other/folder");
    copy_sources(project, &copy)?;
    link(&project.tools(), &copy.join("target/tools"))?;
    let cargo_home = home.join("cargo");
    link_cargo_home(&cargo_home)?;

    let arguments = ["run", "--quiet", "--package", "xtask", "--", "build"];
    let mut build = cargo(arguments, &copy);
    build
        .env("CARGO_HOME", &cargo_home)
        .env_remove("CARGO_TARGET_DIR");
    run_command(&mut build)?;

    let differing = differences(&project.dist(), &copy.join("dist"))?;
    if !differing.is_empty() {
        bail!(
            "a build from another folder differs in {}; compare with {}",
            differing.join(", "),
            copy.join("dist").display()
        );
    }
    println!("every file of dist/ is the same when built from another home and folder");
    remove_folder(&home)
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
