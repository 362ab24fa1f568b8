//! `cargo xtask screenshots`: the pictures of docs/screenshots, taken from the built site.

use anyhow::Result;

use crate::build;
use crate::process::{command, run as run_command};
use crate::project::Project;
use crate::server::Running;
use crate::setup;

/// Builds if needed and takes the pictures.
pub(crate) fn run(project: &Project) -> Result<()> {
    let tools = setup::for_tests(project)?;
    build::if_changed(project, &tools.build, &build::Options::default())?;
    let server = Running::start(&project.dist(), "/", 0)?;
    let mut node = command(
        "node",
        ["tests/browser/support/screenshots.mjs"],
        &project.root,
    );
    node.env("DTI_BASE_URL", server.address())
        .env("CHROMIUM", &tools.chromium)
        .env("DTI_SCREENSHOTS", project.root.join("docs/screenshots"));
    run_command(&mut node)
}
