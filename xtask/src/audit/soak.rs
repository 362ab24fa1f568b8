//! A page that stays open for a day and is sent what nobody should send: heap and nodes before and after.

use anyhow::Result;

use crate::build::Options;
use crate::process::{command, run as run_command};
use crate::project::Project;
use crate::server::Running;
use crate::setup::TestTools;

/// Runs `tests/soak/` in Chromium; about a quarter of an hour.
pub(super) fn run(project: &Project, tools: &TestTools, _: &Options) -> Result<()> {
    let root = Running::start(&project.dist(), "/", 0)?;
    let below = Running::start(&project.dist(), "/repo/", 0)?;
    let tests = ["--test", "--test-reporter=spec", "tests/soak/soak.test.mjs"];
    let mut node = command("node", tests, &project.root);
    node.env("DTI_BASE_URL", root.address())
        .env("DTI_REPO_URL", below.address())
        .env("CHROMIUM", &tools.chromium);
    run_command(&mut node)
}
