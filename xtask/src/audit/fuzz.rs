//! Everything that reads what others wrote, with many more cases than in the daily tests: nothing may
//! panic, whatever it is given. Cases are random, so each run is another one.

use anyhow::Result;

use crate::process::{cargo, run as run_command};
use crate::project::Project;

/// Cases of each property; some minutes together.
const CASES: &str = "20000";

/// Runs the properties about hostile texts, optimised.
pub(super) fn run(project: &Project) -> Result<()> {
    let arguments = [
        "test",
        "--no-default-features",
        "--profile",
        "fuzz",
        "--test",
        "hostile",
    ];
    let mut tests = cargo(arguments, &project.root);
    run_command(tests.env("PROPTEST_CASES", CASES))
}
