//! Knowing that nothing changed, so that serving the second time takes seconds.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::Options;
use crate::digest;
use crate::process::output;
use crate::project::{self, Project};
use crate::setup::BuildTools;

/// All that the built site depends on.
const INPUTS: [&str; 16] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "assets",
    "crates",
    "data",
    "embed",
    "index.html",
    "parts",
    "public",
    "src",
    "style",
    "xtask/Cargo.toml",
    "xtask/npm",
    "xtask/src",
];

/// Whether dist/ is what would be built from the sources as they are.
pub(super) fn holds(project: &Project, tools: &BuildTools, options: &Options) -> Result<bool> {
    let Ok(written) = fs::read_to_string(path(project)) else {
        return Ok(false);
    };
    let whole = Options {
        without_api: false,
        ..options.clone()
    };
    // A site with the API serves who does not need it, too.
    Ok(written == stamp(project, tools, &whole)?
        || (options.without_api && written == stamp(project, tools, options)?))
}

/// Notes what dist/ was built from.
pub(super) fn write(project: &Project, tools: &BuildTools, options: &Options) -> Result<()> {
    project::write(&path(project), stamp(project, tools, options)?)
}

fn path(project: &Project) -> PathBuf {
    project.root.join("target").join("dist-stamp.txt")
}

fn stamp(project: &Project, tools: &BuildTools, options: &Options) -> Result<String> {
    let inputs: Vec<PathBuf> = INPUTS.iter().map(|name| project.root.join(name)).collect();
    let dist = project.dist();
    Ok(format!(
        "sources {}\nsite {}\ncompiler {:?}\noptimised {}\naddress {:?}\nwithout API {}\n",
        digest::tree(&project.root, &inputs)?,
        digest::tree(&dist, std::slice::from_ref(&dist))?,
        output(Command::new("rustc").arg("-vV")),
        tools.wasm_opt.is_some(),
        options.site_url,
        options.without_api,
    ))
}
