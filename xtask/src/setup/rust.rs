//! The Rust side: the wasm32 target, lints, Trunk and wasm-bindgen in the versions that fit.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::process::{cargo, command, output, run};
use crate::project::{Project, read, remove_folder};

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";
const TRUNK: &str = "0.21.14";
const DENY: &str = "0.20.2";

/// A program that `cargo install` builds.
pub(super) struct Tool {
    program: &'static str,
    package: &'static str,
    version: String,
    options: &'static [&'static str],
}

impl fmt::Display for Tool {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.package, self.version)
    }
}

fn tools(bindgen: &str) -> [Tool; 2] {
    let trunk = Tool {
        program: "trunk",
        package: "trunk",
        version: TRUNK.to_owned(),
        options: &["--locked", "--no-default-features", "--features", "rustls"],
    };
    // Not --locked: its lock file names a package version that some registry mirrors lack.
    let bindgen = Tool {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: bindgen.to_owned(),
        options: &[],
    };
    [trunk, bindgen]
}

/// The tools that must be built first.
pub(super) fn missing(project: &Project, bindgen: &str) -> Vec<Tool> {
    tools(bindgen)
        .into_iter()
        .filter(|tool| !tool.is_there(project))
        .collect()
}

/// cargo-deny, where it must be built first.
pub(super) fn missing_deny(project: &Project) -> Option<Tool> {
    let deny = Tool {
        program: "cargo-deny",
        package: "cargo-deny",
        version: DENY.to_owned(),
        options: &["--locked"],
    };
    (!deny.is_there(project)).then_some(deny)
}

impl Tool {
    fn own_path(&self, project: &Project) -> PathBuf {
        let name = format!("{}{}", self.program, std::env::consts::EXE_SUFFIX);
        project.tools().join("bin").join(name)
    }

    /// The version in target/tools, else that on the PATH.
    fn found_version(&self, project: &Project) -> Option<String> {
        let own = self.own_path(project);
        let program = if own.is_file() {
            own
        } else {
            PathBuf::from(self.program)
        };
        let said = output(&mut command(program, ["--version"], &project.root))?;
        said.split_whitespace().nth(1).map(str::to_owned)
    }

    fn is_there(&self, project: &Project) -> bool {
        self.found_version(project).as_deref() == Some(self.version.as_str())
    }

    /// Builds it into target/tools with a profile that compiles fast.
    pub(super) fn install(&self, project: &Project) -> Result<()> {
        let building = project.tools().join("building");
        let mut install = cargo(["install", self.package, "--version"], &project.root);
        install.arg(&self.version).args(self.options).arg("--force");
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

/// Fails if a tool still has another version than Cargo.lock asks for.
pub(super) fn check_versions(project: &Project, bindgen: &str) -> Result<()> {
    for tool in tools(bindgen) {
        let found = tool
            .found_version(project)
            .unwrap_or_else(|| "none".to_owned());
        if found != tool.version {
            bail!(
                "{} {} is needed but {found} was found; remove target/tools/bin and run \
                 `cargo xtask setup`",
                tool.program,
                tool.version
            );
        }
    }
    Ok(())
}

/// Fails if Cargo.toml pins another wasm-bindgen than Cargo.lock holds.
pub(super) fn check_pin(project: &Project, bindgen: &str) -> Result<()> {
    let manifest = read(&project.root.join("Cargo.toml"))?;
    let pinned = manifest
        .lines()
        .any(|line| line.starts_with("wasm-bindgen ") && line.contains(&format!("\"={bindgen}\"")));
    if !pinned {
        bail!(
            "Cargo.toml must pin `wasm-bindgen` to `={bindgen}`, the version in Cargo.lock, since \
             the wasm-bindgen program must be of the same version"
        );
    }
    Ok(())
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
