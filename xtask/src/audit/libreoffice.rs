//! Written workbooks, opened and recalculated by LibreOffice: total and ranks must be the calculator's.

use std::process::Command;

use anyhow::{Result, bail};

use crate::process::{cargo, output, run as run_command};
use crate::project::Project;

/// Has LibreOffice recalculate workbooks of several editions and scenarios; prints what agreed.
pub(super) fn run(project: &Project) -> Result<()> {
    if output(Command::new("soffice").arg("--version")).is_none() {
        bail!(
            "LibreOffice (`soffice`) is not installed; on Debian: \
             `apt-get install --no-install-recommends libreoffice-calc-nogui`"
        );
    }
    let what = [
        "test",
        "--package",
        "dti-workbooks",
        "--test",
        "recalculated",
    ];
    let how = ["--", "--ignored", "--nocapture"];
    run_command(&mut cargo([&what[..], &how[..]].concat(), &project.root))
}
