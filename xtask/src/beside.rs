//! A command of this program that runs beside the steps of another.

use std::fs::File;
use std::path::PathBuf;
use std::process::Child;

use anyhow::{Context as _, Result, bail};

use crate::process::command;
use crate::project::{Project, read};

/// It ends with whoever began it.
#[derive(Debug)]
pub(crate) struct Beside {
    name: &'static str,
    child: Child,
    /// What it says, kept until it is waited for.
    log: PathBuf,
}

impl Beside {
    /// Begins a command by its name.
    pub(crate) fn begin(project: &Project, name: &'static str) -> Result<Self> {
        let log = project.target.join(format!("{name}.log"));
        let file = File::create(&log).with_context(|| format!("{}", log.display()))?;
        let program = std::env::current_exe().context("where this program lies")?;
        let mut command = command(program, [name], &project.root);
        command.stdout(file.try_clone()?).stderr(file);
        let child = command.spawn();
        let child = child.with_context(|| format!("`cargo xtask {name}` can't be started"))?;
        Ok(Self { name, child, log })
    }

    /// Waits for its end and prints what it said.
    pub(crate) fn wait(mut self) -> Result<()> {
        let status = self.child.wait()?;
        print!("{}", read(&self.log)?);
        if !status.success() {
            bail!(
                "`cargo xtask {}` failed ({status}); its own words are above",
                self.name
            );
        }
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // One that has ended cannot be ended.
        self.child.kill().ok();
    }
}
