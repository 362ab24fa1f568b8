//! Whether the tests notice a mistake: cargo-mutants puts one at a time into the rules of the engine and into the
//! link (`.cargo/mutants.toml`). What survives is killed by a test, or explained in docs/mutants.md.

use anyhow::{Context as _, Result};

use crate::process::{command, run as run_command};
use crate::project::Project;
use crate::setup;

/// Tries every mistake; hours, so it is run where it is named only.
pub(super) fn run(project: &Project) -> Result<()> {
    let path = setup::for_cargo(project, setup::MUTANTS)?;
    let output = project.root.join("target/mutants");
    // Called by Cargo, it tries a copy of the sources and leaves these alone.
    let mut mutants = command(
        "cargo",
        [
            "mutants",
            "--workspace",
            "--no-shuffle",
            "--colors=never",
            "--output",
        ],
        &project.root,
    );
    run_command(mutants.arg(output).env("PATH", path))
        .context("a mistake went unnoticed: target/mutants/mutants.out/missed.txt names it")
}
