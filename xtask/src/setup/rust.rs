//! The Rust side: the wasm32 target, lints, and what audits call of Cargo.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::process::{cargo, command, output, run};
use crate::project::{Project, remove_folder};

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// A program that `cargo install` builds and Cargo calls: its package and version.
#[derive(Clone, Copy)]
pub(crate) struct Tool {
    package: &'static str,
    version: &'static str,
}

/// Checks what the lock file may bring.
pub(crate) const DENY: Tool = Tool {
    package: "cargo-deny",
    version: "0.20.2",
};

/// Puts mistakes into the sources, one at a time.
pub(crate) const MUTANTS: Tool = Tool {
    package: "cargo-mutants",
    version: "27.1.0",
};

impl fmt::Display for Tool {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.package, self.version)
    }
}

impl Tool {
    fn own_path(&self, project: &Project) -> PathBuf {
        let name = format!("{}{}", self.package, std::env::consts::EXE_SUFFIX);
        project.tools().join("bin").join(name)
    }

    /// The version in target/tools, else that on the PATH.
    fn found_version(&self, project: &Project) -> Option<String> {
        let own = self.own_path(project);
        let program = if own.is_file() {
            own
        } else {
            PathBuf::from(self.package)
        };
        let said = output(&mut command(program, ["--version"], &project.root))?;
        said.split_whitespace().nth(1).map(str::to_owned)
    }

    pub(super) fn is_there(&self, project: &Project) -> bool {
        self.found_version(project).as_deref() == Some(self.version)
    }

    /// Builds it into target/tools with a profile that compiles fast.
    pub(super) fn install(&self, project: &Project) -> Result<()> {
        let building = project.tools().join("building");
        let mut install = cargo(["install", self.package, "--version"], &project.root);
        install.args([self.version, "--locked", "--force"]);
        install.arg("--root").arg(project.tools());
        install
            .env("CARGO_TARGET_DIR", &building)
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "64")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "false")
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS");
        run(&mut install)?;
        remove_folder(&building)
    }
}

/// Whether this Rust has the standard library for wasm32.
pub(super) fn has_wasm_target() -> bool {
    let arguments = ["--print", "target-libdir", "--target", TARGET];
    output(Command::new("rustc").args(arguments)).is_some_and(|folder| {
        fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
    })
}

pub(super) fn add_wasm_target() -> Result<()> {
    rustup(&["target", "add", TARGET]).with_context(|| {
        format!(
            "this Rust has no `{TARGET}` target and rustup couldn't add it; install Rust with \
             rustup, or your system's package with Rust's standard library for wasm32"
        )
    })
}

/// Whether rustfmt and clippy are there.
pub(super) fn has_lints() -> bool {
    let has = |name| output(cargo([name, "--version"], Path::new(".")).env_remove("RUSTFLAGS"));
    has("fmt").is_some() && has("clippy").is_some()
}

pub(super) fn add_lints() -> Result<()> {
    rustup(&["component", "add", "rustfmt", "clippy"])
        .context("rustfmt or clippy is missing and rustup couldn't add it; install both")
}

fn rustup(arguments: &[&str]) -> Result<()> {
    run(&mut command("rustup", arguments, Path::new(".")))
}
