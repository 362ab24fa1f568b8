//! What the lock file may bring: licences, sources, crates that are refused (`deny.toml`).

use std::env;

use anyhow::{Context as _, Result};

use crate::process::{command, run as run_command};
use crate::project::Project;
use crate::setup;

/// Runs cargo-deny. Known weaknesses are asked about where there is a network for it, in CI.
pub(super) fn run(project: &Project) -> Result<()> {
    let path = setup::for_deny(project)?;
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
