//! Browsers for the journeys: found where systems put them, installed where we may.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::process::{command, output, run};

/// A browser, or what drives one.
pub(super) struct Browser {
    name: &'static str,
    /// The variable of the environment that names its path.
    variable: &'static str,
    /// What it may be called.
    programs: &'static [&'static str],
    /// Debian's packages with it.
    packages: &'static [&'static str],
}

pub(super) const CHROMIUM: Browser = Browser {
    name: "Chromium",
    variable: "CHROMIUM",
    programs: &["chromium", "chromium-browser", "google-chrome"],
    packages: &["chromium", "fonts-dejavu-core"],
};
pub(super) const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "FIREFOX",
    programs: &["firefox-esr", "firefox"],
    packages: &["firefox-esr"],
};
/// Brings WebKitGTK's own browser along.
pub(super) const WEBKIT: Browser = Browser {
    name: "WebKitWebDriver",
    variable: "WEBKIT_DRIVER",
    programs: &["WebKitWebDriver"],
    packages: &["webkit2gtk-driver"],
};
/// The screen that WebKitGTK's browser wants.
pub(super) const SCREEN: Browser = Browser {
    name: "Xvfb",
    variable: "XVFB",
    programs: &["Xvfb"],
    packages: &["xvfb"],
};

impl Browser {
    pub(super) fn name(&self) -> &'static str {
        self.name
    }

    /// What its variable names, else the first on the PATH under its usual names.
    pub(super) fn find(&self) -> Option<PathBuf> {
        if let Some(named) = env::var_os(self.variable).filter(|path| !path.is_empty()) {
            return Some(PathBuf::from(named)).filter(|path| path.is_file());
        }
        let folders: Vec<PathBuf> =
            env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect();
        self.programs.iter().find_map(|name| {
            folders
                .iter()
                .map(|folder| folder.join(name))
                .find(|path| path.is_file())
        })
    }

    /// Where it is, or what to do without it.
    pub(super) fn path(&self) -> Result<PathBuf> {
        self.find().with_context(|| self.way_out())
    }

    /// Installs it from the system's packages where we are root; else says how.
    pub(super) fn install(&self) -> Result<()> {
        let here = Path::new("/");
        let root = output(&mut command("id", ["-u"], here)).as_deref() == Some("0");
        if !root || output(&mut command("apt-get", ["--version"], here)).is_none() {
            bail!(self.way_out());
        }
        let apt = |arguments: &[&str]| {
            let mut apt = command("apt-get", arguments, here);
            run(apt.env("DEBIAN_FRONTEND", "noninteractive"))
        };
        apt(&["update"])?;
        let install = ["install", "--yes", "--no-install-recommends"];
        apt(&[&install, self.packages].concat()).with_context(|| self.way_out())
    }

    fn way_out(&self) -> String {
        format!(
            "{} is missing: install it (Debian and Ubuntu: `apt-get install {}`) or set {} to its \
             path, then run the command again",
            self.name,
            self.packages.join(" "),
            self.variable
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Browser;

    #[test]
    fn what_is_missing_names_its_packages_and_its_variable() {
        let browser = Browser {
            name: "Nothing",
            variable: "DTI_NO_SUCH_BROWSER",
            programs: &["dti-no-such-browser"],
            packages: &["one", "two"],
        };
        let says = format!("{:#}", browser.path().unwrap_err());
        assert!(says.contains("apt-get install one two") && says.contains("DTI_NO_SUCH_BROWSER"));
    }
}
