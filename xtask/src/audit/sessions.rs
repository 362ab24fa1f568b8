//! Sessions against simulations from scratch and against the slow computations, many more than in the
//! daily tests and optimised: every edition, own indices of each mean, and numbers at the limits of what
//! whole numbers hold. Every number that overflows is a fault: the profile checks for it.

use anyhow::Result;

use crate::process::{cargo, run as run_command};
use crate::project::Project;

/// How many sessions, and cases of each law.
const SESSIONS: &str = "20000";
const CASES: &str = "2000";

/// Runs `tests/session.rs` with many more sessions, and the laws with many more cases.
pub(super) fn run(project: &Project) -> Result<()> {
    let what = ["test", "--profile", "fuzz", "--package", "dti-engine"];
    let which = ["--test", "session", "--test", "properties"];
    let mut tests = cargo([&what[..], &which[..]].concat(), &project.root);
    tests
        .env("DTI_SESSIONS", SESSIONS)
        .env("PROPTEST_CASES", CASES);
    run_command(&mut tests)
}
