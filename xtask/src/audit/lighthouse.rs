//! Lighthouse on the served page and embed: mobile, three runs, the median of each figure.

use anyhow::Result;

use crate::build::Options;
use crate::process::{command, run as run_command};
use crate::project::{Project, remove_folder};
use crate::server::Running;
use crate::setup::{Packages, TestTools, packages};

const RUNS: usize = 3;
/// What is measured: its name and its place below the root of the site.
const PAGES: [(&str, &str); 2] = [("page", ""), ("embed", "embed/v1/")];
const FLAGS: &str = "--headless=new --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync";

/// Runs Lighthouse and prints its figures; fails below the budget where it is no matter of speed.
pub(super) fn run(project: &Project, tools: &TestTools, _: &Options) -> Result<()> {
    let set = packages(project, Packages::Audit);
    if !set.are_installed() {
        set.install()?;
    }
    let reports = project.root.join("target/lighthouse");
    remove_folder(&reports)?;
    std::fs::create_dir_all(&reports)?;
    let server = Running::start(&project.dist(), "/", 0)?;
    let program = set.folder().join("lighthouse/cli/index.js");
    let summary = project.root.join("xtask/lighthouse/summary.mjs");
    for (name, place) in PAGES {
        let address = format!("{}{place}", server.address());
        let mut files = Vec::new();
        for number in 1..=RUNS {
            let file = reports.join(format!("{name}-{number}.json"));
            let mut lighthouse = command("node", [&program], &project.root);
            lighthouse.args([&address, "--quiet", "--output=json"]);
            lighthouse.arg(format!("--output-path={}", file.display()));
            // Chromium refuses its sandbox to root; the page served here is our own.
            lighthouse.arg(format!("--chrome-flags={FLAGS} --no-sandbox"));
            run_command(lighthouse.env("CHROME_PATH", &tools.chromium))?;
            files.push(file);
        }
        run_command(
            command("node", [&summary], &project.root)
                .arg(name)
                .args(files),
        )?;
    }
    Ok(())
}
