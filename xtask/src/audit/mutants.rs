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
    let tried = |more: &[&str]| {
        // Called by Cargo, it tries a copy of the sources and leaves these alone.
        let always = ["mutants", "--workspace", "--no-shuffle", "--colors=never"];
        let mut mutants = command("cargo", always.iter().chain(more), &project.root);
        run_command(mutants.arg("--output").arg(&output).env("PATH", &path))
    };
    // Most mistakes fail a test that stands beside them: building and running those takes seconds.
    let beside = [
        "--profile=mutants",
        "--cargo-arg=--lib",
        "--minimum-test-timeout=20",
    ];
    if let Err(left) = tried(&beside) {
        println!("    {left:#}: what is left is tried with all tests of its crate");
    }
    tried(&["--iterate"])
        .context("a mistake went unnoticed: target/mutants/mutants.out/missed.txt names it")
}
