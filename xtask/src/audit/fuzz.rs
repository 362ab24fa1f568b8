//! Everything that reads what others wrote, with many more cases than in the daily tests: nothing may
//! panic, whatever it is given. Cases are random, so each run is another one; what was found before
//! comes first (`docs/decisions/0013-fuzzing.md`).

use anyhow::Result;

use crate::process::{cargo, run as run_command};
use crate::project::Project;
use crate::steps::Steps;

/// Cases of each property, of those that open a page each time one in twenty; some minutes together.
const CASES: &str = "20000";

/// What Cargo is asked for, by the name of the tests.
const TESTS: [(&str, &[&str]); 3] = [
    (
        "state",
        &["--package=dti-whatif", "--features=ssr", "--lib", "hostile"],
    ),
    ("own data", &["--package=dti-own-data", "--test=hostile"]),
    (
        "workbooks",
        &["--package=dti-workbooks", "--test=workbooks"],
    ),
];

/// Runs the properties about hostile texts and workbooks, optimised.
pub(super) fn run(project: &Project) -> Result<()> {
    let mut steps = Steps::default();
    for (name, which) in TESTS {
        steps.add(name, move || {
            let what = [&["test", "--profile", "fuzz"], which].concat();
            let mut tests = cargo(what, &project.root);
            run_command(tests.env("PROPTEST_CASES", CASES))
        });
    }
    steps.run_all()
}
