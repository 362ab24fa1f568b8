//! Chromium for the journeys: found where systems put it, installed where we may.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::process::{command, output, run};

/// What to do without it.
pub(super) const WAY_OUT: &str = "Chromium is missing: install it (Debian and Ubuntu: `apt-get \
    install chromium fonts-dejavu-core`) or set CHROMIUM to the path of Chromium or Chrome, then \
    run the command again";

/// $CHROMIUM, else the first on the PATH under its usual names.
pub(super) fn find() -> Option<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM").filter(|path| !path.is_empty()) {
        return Some(PathBuf::from(named)).filter(|path| path.is_file());
    }
    let folders: Vec<PathBuf> =
        env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect();
    let names = ["chromium", "chromium-browser", "google-chrome"];
    names.iter().find_map(|name| {
        folders
            .iter()
            .map(|folder| folder.join(name))
            .find(|path| path.is_file())
    })
}

/// Installs it from the system's packages where we are root; else says how.
pub(super) fn install() -> Result<()> {
    let here = Path::new("/");
    let root = output(&mut command("id", ["-u"], here)).as_deref() == Some("0");
    if !root || output(&mut command("apt-get", ["--version"], here)).is_none() {
        bail!(WAY_OUT);
    }
    let packages = [
        "install",
        "--yes",
        "--no-install-recommends",
        "chromium",
        "fonts-dejavu-core",
    ];
    run(command("apt-get", ["update"], here).env("DEBIAN_FRONTEND", "noninteractive"))?;
    run(command("apt-get", packages, here).env("DEBIAN_FRONTEND", "noninteractive"))
        .context(WAY_OUT)
}
