//! `cargo xtask serve`: builds without optimisation, serves, opens a browser where there is one, and
//! builds again whatever changes.

use std::env;
use std::process::{Command, Stdio};

use anyhow::{Error, Result};

use crate::build::{self, Development, Need, Rest};
use crate::project::Project;
use crate::server::Running;
use crate::setup;
use crate::watch::Sources;

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
    /// Serve what `cargo xtask build` builds, and leave it as it is.
    pub(crate) release: bool,
    /// Leave the browser alone.
    pub(crate) no_open: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: None,
            base: "/".to_owned(),
            no_build: false,
            release: false,
            no_open: false,
        }
    }
}

/// Builds, serves, and stays until it is stopped.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    if !options.no_build && !options.release {
        return develop(project, options);
    }
    if !options.no_build {
        let tools = setup::for_build(project)?;
        let without_api = build::Options {
            without_api: true,
            ..build::Options::default()
        };
        build::if_changed(project, &tools, &without_api)?;
    }
    let running = start(options, |port| {
        Running::start(&project.dist(), &options.base, port)
    })?;
    show(&running, options);
    running.wait();
    Ok(())
}

/// Builds the development site again at each change. One that fails leaves the last good one served.
fn develop(project: &Project, options: &Options) -> Result<()> {
    setup::for_development()?;
    let mut sources = Sources::of(&project.root)?;
    let mut following = Following {
        development: Development::of(project),
        options,
        running: None,
    };
    let mut need = Need::Compile;
    loop {
        match following.build(need, &sources)? {
            Outcome::Overtaken => {}
            Outcome::Built => {
                println!("\nwatching for changes");
                need = Need::PutTogether;
            }
            Outcome::Failed(error) => {
                let stays = match following.running {
                    Some(_) => "the last good build stays",
                    None => "there is nothing to serve yet",
                };
                eprintln!("\nerror: {error:#}\n{stays}; change something to try again");
            }
        }
        let change = sources.wait();
        let names = change.files.iter().map(|file| file.display().to_string());
        println!("\nchanged: {}", names.collect::<Vec<_>>().join(", "));
        // What was not compiled to its end still has to be.
        need = need.max(change.need);
    }
}

/// A served site, and what builds it.
struct Following<'a> {
    development: Development<'a>,
    options: &'a Options,
    running: Option<Running>,
}

/// How a build ended.
enum Outcome {
    Built,
    /// By another change, before its end.
    Overtaken,
    Failed(Error),
}

impl Following<'_> {
    /// Shows what is seen at once as soon as it is there, then makes the rest. Fails where nothing can be
    /// served.
    fn build(&mut self, need: Need, sources: &Sources) -> Result<Outcome> {
        match self.development.first(need) {
            Ok(true) => self.show()?,
            Ok(false) => {}
            Err(error) => return Ok(Outcome::Failed(error)),
        }
        if need == Need::PutTogether {
            return Ok(Outcome::Built);
        }
        match self.development.rest(&|| sources.are_changed()) {
            Ok(Rest::Changed) => self.show()?,
            Ok(Rest::AsBefore) => {}
            Ok(Rest::Overtaken) => return Ok(Outcome::Overtaken),
            Err(error) => return Ok(Outcome::Failed(error)),
        }
        Ok(Outcome::Built)
    }

    /// Has open pages follow; the first time, opens one.
    fn show(&mut self) -> Result<()> {
        match &self.running {
            Some(running) => running.announce_build(),
            None => {
                let running = start(self.options, |port| {
                    let site = self.development.site();
                    Running::start_following(&site, &self.options.base, port)
                })?;
                show(&running, self.options);
                self.running = Some(running);
            }
        }
        Ok(())
    }
}

fn show(running: &Running, options: &Options) {
    println!("\n{}\n(stop with Ctrl+C)", running.address());
    if !options.no_open {
        open(running.address());
    }
}

fn start(options: &Options, at: impl Fn(u16) -> Result<Running>) -> Result<Running> {
    if let Some(port) = options.port {
        return at(port);
    }
    let later = FIRST_PORT + 1..FIRST_PORT + PORTS_TRIED;
    later.fold(at(FIRST_PORT), |found, port| found.or_else(|_| at(port)))
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
