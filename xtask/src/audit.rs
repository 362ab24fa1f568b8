//! `cargo xtask audit`: what is too slow for every change; a scheduled workflow runs it.

mod bench;
mod elsewhere;
mod engines;
mod fuzz;
mod instructions;
mod libreoffice;
mod lighthouse;
mod mutants;
mod report;
mod reproducible;
mod sessions;
mod soak;
mod supply;
mod trunk;

use std::cell::Cell;

use anyhow::{Result, bail};

use crate::build;
use crate::process::{cargo, command, run as run_command};
use crate::project::Project;
use crate::server::Running;
use crate::setup::{self, TestTools};
use crate::steps::Steps;

pub(crate) use instructions::Stored;

struct Audit {
    name: &'static str,
    run: Run,
}

/// What an audit looks at.
#[derive(Clone, Copy)]
enum Run {
    /// The sources alone: nothing is built for the browser.
    Sources(fn(&Project) -> Result<()>),
    /// The sources alone, against stored figures that may be stored anew.
    Counts(fn(&Project, Stored) -> Result<()>),
    /// A browser, and the page that something else builds.
    Tools(fn(&Project, &TestTools) -> Result<()>),
    /// The built site, and what was chosen for it.
    Site(fn(&Project, &TestTools, &build::Options) -> Result<()>),
}

/// Every audit; a new one is a line here.
const AUDITS: [Audit; 16] = [
    audit("supply", Run::Sources(supply::run)),
    audit("elsewhere", Run::Sources(elsewhere::run)),
    audit("engines", Run::Site(engines::run)),
    audit("fuzz", Run::Sources(fuzz::run)),
    audit("sessions", Run::Sources(sessions::run)),
    audit("benchmarks", Run::Sources(benchmarks)),
    audit("bench", Run::Site(bench::run)),
    audit("instructions", Run::Counts(instructions::run)),
    audit("reproducible", Run::Site(reproducible::run)),
    audit("drag", Run::Site(drag)),
    audit("soak", Run::Site(soak::run)),
    audit("libreoffice", Run::Sources(libreoffice::run)),
    audit("lighthouse", Run::Site(lighthouse::run)),
    audit("report", Run::Site(report::run)),
    audit("trunk", Run::Tools(trunk::run)),
    audit("mutants", Run::Sources(mutants::run)),
];

/// What takes hours: it is run where it is named only.
const NAMED_ONLY: [&str; 1] = ["mutants"];

const fn audit(name: &'static str, run: Run) -> Audit {
    Audit { name, run }
}

impl Audit {
    fn is_among(&self, names: &[String]) -> bool {
        match names {
            [] => !NAMED_ONLY.contains(&self.name),
            names => names.iter().any(|name| name == self.name),
        }
    }
}

/// Runs the audits of these names; without names all that take no hours. One that fails hides no other.
pub(crate) fn run(
    project: &Project,
    names: &[String],
    options: &build::Options,
    stored: Stored,
) -> Result<()> {
    if let Some(unknown) = names
        .iter()
        .find(|name| !AUDITS.iter().any(|it| it.name == *name))
    {
        let known = AUDITS.map(|audit| audit.name).join(", ");
        bail!("there is no audit `{unknown}`; there are {known}");
    }
    let asked = || AUDITS.iter().filter(|audit| audit.is_among(names));
    let is_tooled = |audit: &Audit| matches!(audit.run, Run::Tools(_) | Run::Site(_));
    let tools = match asked().any(is_tooled) {
        true => Some(setup::for_tests(project)?),
        false => None,
    };
    let is_built = Cell::new(false);
    let is_built = &is_built;
    let mut steps = Steps::default();
    let needs_site = asked().any(|audit| matches!(audit.run, Run::Site(_)));
    if let Some(tools) = tools.as_ref().filter(|_| needs_site) {
        steps.add("build", || {
            build::if_changed(project, &tools.build, options)?;
            is_built.set(true);
            Ok(())
        });
    }
    for audit in asked() {
        match (audit.run, &tools) {
            (Run::Sources(run), _) => {
                steps.add(audit.name, move || run(project));
            }
            (Run::Counts(run), _) => {
                steps.add(audit.name, move || run(project, stored));
            }
            (Run::Tools(run), Some(tools)) => {
                steps.add(audit.name, move || run(project, tools));
            }
            (Run::Site(run), Some(tools)) => {
                steps.add(audit.name, move || match is_built.get() {
                    true => run(project, tools, options),
                    false => bail!("it needs the site, which could not be built"),
                });
            }
            (_, None) => bail!("{} needs the tools", audit.name),
        }
    }
    steps.run_all()
}

/// From a slider's input to the next paint on a slowed processor. Printed, never a gate.
fn drag(project: &Project, tools: &TestTools, _: &build::Options) -> Result<()> {
    let server = Running::start(&project.dist(), "/", 0)?;
    let mut node = command("node", ["tests/browser/support/drag.mjs"], &project.root);
    node.env("DTI_BASE_URL", server.address())
        .env("CHROMIUM", &tools.chromium);
    run_command(&mut node)
}

/// Times of the core, without Leptos and the browser. They are printed, never gates.
fn benchmarks(project: &Project) -> Result<()> {
    run_command(&mut cargo(
        [
            "bench",
            "--package",
            "dti-benches",
            "--bench",
            "engine",
            "--bench",
            "session",
        ],
        &project.root,
    ))
}

#[cfg(test)]
mod tests {
    use super::{AUDITS, NAMED_ONLY};

    #[test]
    fn what_takes_hours_is_run_where_it_is_named_only() {
        let count = |names: &[String]| AUDITS.iter().filter(|own| own.is_among(names)).count();
        assert_eq!(count(&[]), AUDITS.len() - NAMED_ONLY.len());
        assert_eq!(count(&["mutants".to_owned(), "soak".to_owned()]), 2);
    }
}
