//! `cargo xtask audit`: what is too slow for every change; a scheduled workflow runs it.

mod libreoffice;
mod lighthouse;
mod reproducible;

use anyhow::{Result, bail};

use crate::build;
use crate::process::{cargo, command, run as run_command};
use crate::project::Project;
use crate::server::Running;
use crate::setup::{self, TestTools};
use crate::steps::Steps;

struct Audit {
    name: &'static str,
    /// Whether it looks at the built site.
    needs_site: bool,
    run: fn(&Project, &TestTools) -> Result<()>,
}

/// Every audit; a new one is a line here.
const AUDITS: [Audit; 6] = [
    Audit {
        name: "benchmarks",
        needs_site: false,
        run: benchmarks,
    },
    Audit {
        name: "chromium",
        needs_site: false,
        run: chromium,
    },
    Audit {
        name: "reproducible",
        needs_site: true,
        run: reproducible::run,
    },
    Audit {
        name: "drag",
        needs_site: true,
        run: drag,
    },
    Audit {
        name: "libreoffice",
        needs_site: false,
        run: libreoffice::run,
    },
    Audit {
        name: "lighthouse",
        needs_site: true,
        run: lighthouse::run,
    },
];

/// Runs the audits of these names; all of them without names.
pub(crate) fn run(project: &Project, names: &[String]) -> Result<()> {
    if let Some(unknown) = names
        .iter()
        .find(|name| !AUDITS.iter().any(|it| it.name == *name))
    {
        let known = AUDITS.map(|audit| audit.name).join(", ");
        bail!("there is no audit `{unknown}`; there are {known}");
    }
    let is_chosen = |audit: &Audit| names.is_empty() || names.iter().any(|name| name == audit.name);
    let tools = setup::for_tests(project)?;
    let tools = &tools;
    let mut steps = Steps::default();
    if AUDITS
        .iter()
        .any(|audit| is_chosen(audit) && audit.needs_site)
    {
        steps.add("build", || {
            build::if_changed(project, &tools.build, &build::Options::default())
        });
    }
    for audit in AUDITS.into_iter().filter(is_chosen) {
        steps.add(audit.name, move || (audit.run)(project, tools));
    }
    steps.run()
}

/// From a slider's input to the next paint on a slowed processor. Printed, never a gate.
fn drag(project: &Project, tools: &TestTools) -> Result<()> {
    let server = Running::start(&project.dist(), "/", 0)?;
    let mut node = command("node", ["tests/browser/support/drag.mjs"], &project.root);
    node.env("DTI_BASE_URL", server.address())
        .env("CHROMIUM", &tools.chromium);
    run_command(&mut node)
}

/// Times of the core, without Leptos and the browser. They are printed, never gates.
fn benchmarks(project: &Project, _: &TestTools) -> Result<()> {
    run_command(&mut cargo(
        ["bench", "--no-default-features", "--benches"],
        &project.root,
    ))
}

/// The longest questions in Chromium, built as the site is. Printed, never a gate.
fn chromium(project: &Project, tools: &TestTools) -> Result<()> {
    let folder = project.root.join("target/trials");
    build::trials(project, &tools.build, &folder)?;
    let mut node = command("node", ["tests/browser/support/speed.mjs"], &project.root);
    node.env("DTI_TRIALS", &folder)
        .env("DTI_BASE_URL", "http://localhost/")
        .env("CHROMIUM", &tools.chromium);
    run_command(&mut node)
}
