//! Getting the tools: what is there in the right version is used, what is missing is installed.

mod browsers;
mod node;
mod rust;

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

use browsers::{Browser, CHROMIUM, FIREFOX, SCREEN, WEBKIT};
pub(crate) use node::{Packages, packages};
pub(crate) use rust::{DENY, MUTANTS, TARGET, Tool};

use crate::project::Project;
use crate::steps::Steps;

/// What building needs.
pub(crate) struct BuildTools {
    /// The script that is wasm-opt; absent without Node.
    pub(crate) wasm_opt: Option<PathBuf>,
}

/// What the tests need beside that.
pub(crate) struct TestTools {
    pub(crate) build: BuildTools,
    pub(crate) chromium: PathBuf,
}

/// What the journeys in three engines need beside those.
pub(crate) struct Engines {
    pub(crate) firefox: PathBuf,
    pub(crate) webkit_driver: PathBuf,
    pub(crate) screen: PathBuf,
}

/// Makes ready what the development build needs: Rust alone.
pub(crate) fn for_development() -> Result<()> {
    let mut steps = Steps::default();
    if !rust::has_wasm_target() {
        steps.add("setup: the wasm32 target", rust::add_wasm_target);
    }
    match steps.is_empty() {
        true => Ok(()),
        false => steps.run(),
    }
}

/// Makes ready what `build` needs. Without Node there is only a warning.
pub(crate) fn for_build(project: &Project) -> Result<BuildTools> {
    for_development()?;
    let mut steps = Steps::default();
    let has_node = node::is_there();
    if !has_node {
        eprintln!("warning: Node.js is missing, so the site is built without wasm-opt, larger");
        eprintln!("         than it should be; install Node 20 or later and build again");
    } else if !packages(project, Packages::Build).are_installed() {
        steps.add("setup: wasm-opt from npm", || {
            packages(project, Packages::Build).install()
        });
    }
    if !steps.is_empty() {
        steps.run()?;
    }
    let wasm_opt = has_node.then(|| {
        packages(project, Packages::Build)
            .folder()
            .join("binaryen/bin/wasm-opt")
    });
    Ok(BuildTools { wasm_opt })
}

/// Makes ready what `test` and `setup` need; whatever is missing after that is an error.
pub(crate) fn for_tests(project: &Project) -> Result<TestTools> {
    node::require()?;
    let build = for_build(project)?;
    let mut steps = Steps::default();
    if !rust::has_lints() {
        steps.add("setup: rustfmt and clippy", rust::add_lints);
    }
    if !packages(project, Packages::Browser).are_installed() {
        steps.add("setup: packages of the browser tests", || {
            packages(project, Packages::Browser).install()
        });
    }
    add_browser(&mut steps, &CHROMIUM);
    if !steps.is_empty() {
        steps.run()?;
    }
    let chromium = CHROMIUM.path()?;
    Ok(TestTools { build, chromium })
}

fn add_browser(steps: &mut Steps<'_>, browser: &'static Browser) {
    if browser.find().is_none() {
        steps.add(format!("setup: {}", browser.name()), || browser.install());
    }
}

/// Makes Firefox and WebKit ready, and what drives them.
pub(crate) fn for_engines(project: &Project) -> Result<Engines> {
    let mut steps = Steps::default();
    if !packages(project, Packages::Engines).are_installed() {
        steps.add("setup: packages that drive Firefox and WebKit", || {
            packages(project, Packages::Engines).install()
        });
    }
    for browser in [&FIREFOX, &WEBKIT, &SCREEN] {
        add_browser(&mut steps, browser);
    }
    if !steps.is_empty() {
        steps.run()?;
    }
    Ok(Engines {
        firefox: FIREFOX.path()?,
        webkit_driver: WEBKIT.path()?,
        screen: SCREEN.path()?,
    })
}

/// Makes a program that Cargo calls ready; gives the PATH to find it by.
pub(crate) fn for_cargo(project: &Project, tool: Tool) -> Result<OsString> {
    if !tool.is_there(project) {
        let mut steps = Steps::default();
        steps.add(format!("setup: {tool}, about 4 minutes"), || {
            tool.install(project)
        });
        steps.run()?;
    }
    search_path(project)
}

fn search_path(project: &Project) -> Result<OsString> {
    let mut folders = vec![project.tools().join("bin")];
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    env::join_paths(folders)
        .context("the folder of the project has a character that PATH can't hold")
}
