//! Journeys through the site in Chromium, Firefox and WebKit: a table of what each can do.

use anyhow::Result;

use crate::build::Options;
use crate::process::{command, run as run_command};
use crate::project::{Project, remove_folder};
use crate::release;
use crate::server::Running;
use crate::setup::{self, TestTools};

/// Takes every journey in every engine; fails where one ends otherwise than `tests/engines/defects.mjs` says.
pub(super) fn run(project: &Project, tools: &TestTools, _: &Options) -> Result<()> {
    let engines = setup::for_engines(project)?;
    let failures = project.root.join("target/engines");
    remove_folder(&failures)?;
    let server = Running::start(&project.dist(), "/", 0)?;
    let mut node = command("node", ["tests/engines/run.mjs"], &project.root);
    node.env("DTI_BASE_URL", server.address())
        .env("DTI_OFFLINE_FILE", release::offline(project)?)
        .env("DTI_FAILURES", failures)
        .env("CHROMIUM", &tools.chromium)
        .env("FIREFOX", engines.firefox)
        .env("WEBKIT_DRIVER", engines.webkit_driver)
        .env("XVFB", engines.screen);
    run_command(&mut node)
}
