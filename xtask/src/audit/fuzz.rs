//! Everything that reads what others wrote, with many more cases than in the daily tests: nothing may
//! panic, whatever it is given. Cases are random, so each run is another one; what was found before
//! comes first (`docs/decisions/0013-fuzzing.md`).

use anyhow::Result;

use crate::process::{cargo, run as run_command};
use crate::project::Project;
use crate::steps::Steps;

/// Cases of each property; some minutes together.
const CASES: &str = "20000";

/// The crates and their tests.
const TESTS: [[&str; 2]; 2] = [["dti-parts", "hostile"], ["dti-workbooks", "workbooks"]];

/// Runs the properties about hostile texts and workbooks, optimised.
pub(super) fn run(project: &Project) -> Result<()> {
    let mut steps = Steps::default();
    for [package, test] in TESTS {
        steps.add(test, move || {
            let what = [
                "test",
                "--profile",
                "fuzz",
                "--package",
                package,
                "--test",
                test,
            ];
            let mut tests = cargo(what, &project.root);
            run_command(tests.env("PROPTEST_CASES", CASES))
        });
    }
    steps.run_all()
}
