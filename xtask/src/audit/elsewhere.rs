//! The scripts for Python and R, run where these are: total and ranks must be the calculator's.

use anyhow::Result;

use crate::process::{cargo, run as run_command};
use crate::project::Project;

/// Runs the scripts of several editions, scenarios and own indices; prints what agreed.
pub(super) fn run(project: &Project) -> Result<()> {
    let what = ["test", "--package", "dti-words", "--test", "elsewhere"];
    let how = ["--", "--ignored", "--nocapture"];
    run_command(&mut cargo([&what[..], &how[..]].concat(), &project.root))
}
