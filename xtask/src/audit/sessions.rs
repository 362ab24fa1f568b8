//! Sessions against simulations from scratch and against the slow computations, many more than in the
//! daily tests and optimised: every edition, own indices of each mean, and numbers at the limits of what
//! whole numbers hold. Every number that overflows is a fault: the profile checks for it.

use anyhow::Result;

use crate::process::{cargo, run as run_command};
use crate::project::Project;

/// How many sessions.
const SESSIONS: &str = "20000";

/// Runs `tests/session.rs` with many more sessions.
pub(super) fn run(project: &Project) -> Result<()> {
    let what = ["test", "--no-default-features", "--profile", "fuzz"];
    let arguments = [&what[..], &["--test", "session"]].concat();
    let mut tests = cargo(arguments, &project.root);
    run_command(tests.env("DTI_SESSIONS", SESSIONS))
}
