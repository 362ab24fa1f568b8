//! Where the code that is compiled in comes from: licences, sources and crates that are refused (`deny.toml`), and
//! whether the bill of materials of a release names all of it as the lock file does.

use std::env;

use anyhow::{Context as _, Result};

use crate::process::{command, run as run_command};
use crate::project::{Project, write};
use crate::release;
use crate::setup;
use crate::steps::Steps;

/// Runs cargo-deny and writes the bill to `target/supply/`. One that fails hides no other.
pub(super) fn run(project: &Project) -> Result<()> {
    let mut steps = Steps::default();
    steps.add("cargo-deny", || deny(project));
    steps.add("bill of materials", || bill(project));
    steps.run_all()
}

/// Known weaknesses are asked about where there is a network for it, in CI.
fn deny(project: &Project) -> Result<()> {
    let path = setup::for_cargo(project, setup::DENY)?;
    let mut checks = vec![
        "deny",
        "--all-features",
        "check",
        "bans",
        "licenses",
        "sources",
    ];
    if env::var_os("CI").is_some() {
        checks.push("advisories");
    }
    // Called by Cargo, it finds the manifest and the lock file by itself.
    let mut deny = command("cargo", checks, &project.root);
    run_command(deny.env("PATH", path)).context("deny.toml says what is allowed, and why")
}

fn bill(project: &Project) -> Result<()> {
    let file = project.root.join("target/supply/sbom.cdx.json");
    let (bill, crates) = release::bill(project)?;
    write(&file, bill)?;
    println!(
        "{crates} crates, each with its checksum: {}",
        file.display()
    );
    Ok(())
}
