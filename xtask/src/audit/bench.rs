//! `cargo xtask audit bench`: the engine natively and in WebAssembly, plain JavaScript and LineUp.js in
//! one run on one machine, each figure beside its limit; then the shipped page beside the minimal one, from
//! a slider to the paint. Printed, never a gate: docs/benchmarks.md.

use anyhow::{Context as _, Result};

use crate::build;
use crate::process::{cargo, command, output, run as run_command};
use crate::project::{Project, read_bytes, remove_folder, write};
use crate::server::Running;
use crate::setup::{Packages, TestTools, packages};

/// The page that is written by hand, in `benches/minimal/`.
const MINIMAL: [&str; 3] = ["index.html", "page.js", "style.css"];

/// What the page with the trials is made of, below `benches/chromium/`.
const SCRIPTS: [&str; 4] = ["index.html", "bench.js", "plain.js", "lineup.js"];

/// The program that answers the same questions natively.
const NATIVE: [&str; 5] = ["bench", "--package", "dti-benches", "--bench", "native"];

/// Builds what is compared, has it timed natively and in Chromium, and prints the table.
pub(super) fn run(project: &Project, tools: &TestTools, _: &build::Options) -> Result<()> {
    let set = packages(project, Packages::Bench);
    if !set.are_installed() {
        set.install()?;
    }
    let folder = project.root.join("target/bench");
    remove_folder(&folder)?;
    build::trials(project, &tools.build, &folder)?;
    for name in SCRIPTS {
        let script = project.root.join("benches/chromium").join(name);
        write(&folder.join(name), read_bytes(&script)?)?;
    }
    for name in MINIMAL {
        let own = project.root.join("benches/minimal").join(name);
        write(&folder.join("minimal").join(name), read_bytes(&own)?)?;
    }
    let lineup = set.folder().join("lineupjs/build/LineUpJS.js");
    write(&folder.join("lineup.umd.js"), read_bytes(&lineup)?)?;

    let native = folder.join("native.txt");
    write(&native, native_times(project)?)?;
    let server = Running::start(&folder, "/", 0)?;
    let mut node = command("node", ["tests/browser/support/bench.mjs"], &project.root);
    node.env("DTI_BASE_URL", server.address())
        .env("DTI_NATIVE", &native)
        .env("CHROMIUM", &tools.chromium);
    run_command(&mut node)?;

    let site = Running::start(&project.dist(), "/", 0)?;
    let mut node = command("node", ["tests/browser/support/paint.mjs"], &project.root);
    node.env("DTI_BASE_URL", site.address())
        .env("DTI_BENCH_URL", server.address())
        .env("DTI_UNITS", project.root.join("data/units/63.csv"))
        .env("CHROMIUM", &tools.chromium);
    run_command(&mut node)
}

/// A line for each case: its name, a tab, microseconds.
fn native_times(project: &Project) -> Result<String> {
    let mut bench = cargo(NATIVE, &project.root);
    bench.arg("--no-run");
    run_command(&mut bench)?;
    println!("    timing natively");
    output(&mut cargo(NATIVE, &project.root)).context("the native benchmark failed")
}
