//! The Node side: pinned npm packages, installed without their scripts.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::digest;
use crate::process::{command, npm, output, run};
use crate::project::{Project, read_bytes, write};

const OLDEST: u32 = 20;

/// The sets of packages that this project uses.
#[derive(Clone, Copy)]
pub(crate) enum Packages {
    /// wasm-opt.
    Build,
    /// Playwright (without its browsers) and axe; beside the tests, where Node looks for them.
    Browser,
    /// What drives Firefox and WebKit; beside the journeys, where Node looks for it.
    Engines,
    /// Lighthouse.
    Audit,
    /// What the engine is compared with.
    Bench,
}

/// One set: where it is named, and where it is installed.
pub(crate) struct PackageSet {
    named_in: PathBuf,
    installed_in: PathBuf,
}

/// The set of that name.
pub(crate) fn packages(project: &Project, which: Packages) -> PackageSet {
    let (named_in, installed_in) = match which {
        Packages::Build => (project.root.join("xtask/npm"), project.tools().join("npm")),
        Packages::Browser => (
            project.root.join("tests/browser"),
            project.root.join("tests/browser"),
        ),
        Packages::Engines => (
            project.root.join("tests/engines"),
            project.root.join("tests/engines"),
        ),
        Packages::Audit => (
            project.root.join("xtask/lighthouse"),
            project.tools().join("lighthouse"),
        ),
        Packages::Bench => (
            project.root.join("benches/chromium"),
            project.tools().join("bench"),
        ),
    };
    PackageSet {
        named_in,
        installed_in,
    }
}

impl PackageSet {
    /// The folder with one folder for each package.
    pub(crate) fn folder(&self) -> PathBuf {
        self.installed_in.join("node_modules")
    }

    fn stamp(&self) -> PathBuf {
        self.folder().join(".installed-from")
    }

    /// Whether they are there as the lock file names them.
    pub(crate) fn are_installed(&self) -> bool {
        let lock = digest_of(&self.named_in.join("package-lock.json"));
        let stamp = fs::read_to_string(self.stamp());
        lock.is_ok_and(|lock| stamp.is_ok_and(|stamp| stamp == lock))
    }

    /// Installs them as the lock file names them.
    pub(crate) fn install(&self) -> Result<()> {
        if self.named_in != self.installed_in {
            for name in ["package.json", "package-lock.json"] {
                write(
                    &self.installed_in.join(name),
                    read_bytes(&self.named_in.join(name))?,
                )?;
            }
        }
        let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
        run(&mut npm(arguments, &self.installed_in))
            .context("npm couldn't install the packages; it needs the npm registry once")?;
        write(
            &self.stamp(),
            digest_of(&self.named_in.join("package-lock.json"))?,
        )
    }
}

fn digest_of(file: &Path) -> Result<String> {
    Ok(digest::short(&read_bytes(file)?))
}

/// Whether Node and npm are there, new enough.
pub(super) fn is_there() -> bool {
    let here = Path::new(".");
    let major = output(&mut command("node", ["--version"], here)).and_then(|said| major(&said));
    major.is_some_and(|major| major >= OLDEST) && output(&mut npm(["--version"], here)).is_some()
}

/// Fails without Node.
pub(super) fn require() -> Result<()> {
    if !is_there() {
        bail!(
            "the tests need Node.js {OLDEST} or later with npm (Debian: `apt-get install nodejs \
             npm`); install it and run the command again"
        );
    }
    Ok(())
}

fn major(said: &str) -> Option<u32> {
    said.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("nothing"), None);
    }
}
