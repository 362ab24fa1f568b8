//! `cargo xtask serve`: builds if needed, serves dist/ and opens a browser where there is one.

use std::env;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::Result;

use crate::build;
use crate::project::Project;
use crate::server::Running;
use crate::setup;

const FIRST_PORT: u16 = 8080;
const PORTS_TRIED: u16 = 20;

/// What can be chosen for serving.
pub(crate) struct Options {
    /// The port; without it, 8080 or the next that is free.
    pub(crate) port: Option<u16>,
    /// The path under which the site is served.
    pub(crate) base: String,
    /// Serve dist/ as it is.
    pub(crate) no_build: bool,
    /// Leave the browser alone.
    pub(crate) no_open: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: None,
            base: "/".to_owned(),
            no_build: false,
            no_open: false,
        }
    }
}

/// Builds, serves, and stays until it is stopped.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    if !options.no_build {
        let tools = setup::for_build(project)?;
        let options = build::Options {
            without_api: true,
            ..build::Options::default()
        };
        build::if_changed(project, &tools, &options)?;
    }
    let running = start(&project.dist(), options)?;
    println!("\n{}\n(stop with Ctrl+C)", running.address());
    if !options.no_open {
        open(running.address());
    }
    running.wait();
    Ok(())
}

fn start(dist: &Path, options: &Options) -> Result<Running> {
    if let Some(port) = options.port {
        return Running::start(dist, &options.base, port);
    }
    let later = FIRST_PORT + 1..FIRST_PORT + PORTS_TRIED;
    let first = Running::start(dist, &options.base, FIRST_PORT);
    later.fold(first, |found, port| {
        found.or_else(|_| Running::start(dist, &options.base, port))
    })
}

/// Opens the address if somebody sits in front of a screen.
fn open(address: &str) {
    let has_screen = cfg!(any(windows, target_os = "macos"))
        || env::var_os("DISPLAY").is_some()
        || env::var_os("WAYLAND_DISPLAY").is_some();
    if !has_screen || env::var_os("CI").is_some() {
        return;
    }
    let mut opener = if cfg!(windows) {
        let mut shell = Command::new("cmd");
        shell.args(["/C", "start", ""]);
        shell
    } else {
        Command::new(if cfg!(target_os = "macos") {
            "open"
        } else {
            "xdg-open"
        })
    };
    opener
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    // Without a browser the printed address is enough.
    let _ = opener.spawn();
}
