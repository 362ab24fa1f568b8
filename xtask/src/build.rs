//! The site: compiles every module, names files by their content and fills a folder.

mod api;
mod assemble;
mod development;
mod embed;
mod gather;
mod markup;
mod merge;
mod offline;
mod page;
mod policy;
mod published;
mod script;
mod split;
mod stamp;
mod still;
mod style;
mod wasm;

use std::path::{Path, PathBuf};

use anyhow::Result;

pub(crate) use assemble::copy_folder;
pub(crate) use development::{Development, Need, Rest};
pub(crate) use markup::{attribute, tags};
pub(crate) use offline::page as offline_page;
pub(crate) use published::is_hashed_anywhere;
pub(crate) use wasm::cargo_home;
use wasm::{Builder, Kind, Module, Profile};

use crate::project::Project;
use crate::setup::BuildTools;
use crate::steps::Steps;

/// What can be chosen for a build.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    /// The address that the site will have; absolute links are left out without it.
    pub(crate) site_url: Option<String>,
    /// Leaves the module for other sites out: who only wants to look at the page need not wait
    /// for it.
    pub(crate) without_api: bool,
}

/// The page, of which pictures, analyses and what a reader brought are cut off: its package, program and
/// features.
const PAGE: Module = Module::program(["dti-whatif", "dti-whatif", "csr,own-indices"], "page")
    .cut()
    .that_reads_files();

/// The same inside other sites.
const EMBED: Module = Module::program(["dti-whatif", "dti-embed", "csr"], "embed");

/// Reading workbooks.
const SHEETS_IN: Module =
    Module::library(["dti-workbooks", "reading"], "sheets-in", Kind::Classic).that_reads_files();

/// Writing them.
const SHEETS_OUT: Module =
    Module::library(["dti-workbooks", "writing"], "sheets-out", Kind::Classic);

/// The module for other sites.
const API: Module = Module::library(["dti-api", ""], "dti_whatif", Kind::Module);

/// The questions of `cargo xtask audit bench`.
const TRIALS: Module = Module::library(["dti-benches", ""], "trials", Kind::Classic);

/// What somebody sees at once.
const FIRST: [Module; 2] = [PAGE, EMBED];

/// What the page loads later.
const LATER: [Module; 2] = [SHEETS_IN, SHEETS_OUT];

/// Builds the site into dist/ unless dist/ is already what would be built.
pub(crate) fn if_changed(project: &Project, tools: &BuildTools, options: &Options) -> Result<()> {
    if is_built(project, tools, options)? {
        println!("dist/ is up to date");
        return Ok(());
    }
    site(project, tools, options)
}

/// Whether dist/ is what would be built.
pub(crate) fn is_built(project: &Project, tools: &BuildTools, options: &Options) -> Result<bool> {
    stamp::holds(project, tools, options)
}

/// Builds the site into dist/.
pub(crate) fn site(project: &Project, tools: &BuildTools, options: &Options) -> Result<()> {
    let builder = Builder::new(project, Profile::Release, "site");
    let mut modules = [&FIRST[..], &LATER].concat();
    if !options.without_api {
        modules.push(API);
    }
    let mut steps = Steps::default();
    add_modules(&mut steps, &builder, &modules);
    match &tools.wasm_opt {
        Some(wasm_opt) => {
            let folders = modules.iter().map(|module| builder.folder(module.name));
            let parts = builder.folder(&wasm::parts_folder(PAGE.name));
            let folders: Vec<PathBuf> = folders.chain([parts]).collect();
            steps.add("build: wasm-opt", move || {
                wasm::optimise(project, wasm_opt, &folders)
            });
        }
        None => eprintln!("warning: wasm-opt is skipped because Node.js is missing"),
    }
    steps.add("build: pages that stand still", || {
        still::write_all(&builder, options.site_url.as_deref())
    });
    steps.add("build: put dist/ together", || {
        assemble::site(&builder, options, &project.dist())?;
        stamp::write(project, tools, options)
    });
    steps.run()
}

fn add_modules<'a>(steps: &mut Steps<'a>, builder: &'a Builder<'_>, modules: &[Module]) {
    for &module in modules {
        steps.add(format!("build: {}", module.name), move || {
            builder.build(module).map(drop)
        });
    }
}

/// Builds what `cargo xtask audit bench` times, as the site is built: `trials/` with the questions, and
/// `dti_whatif/` as others import it.
pub(crate) fn trials(project: &Project, tools: &BuildTools, folder: &Path) -> Result<()> {
    let builder = Builder {
        folder: folder.to_path_buf(),
        ..Builder::new(project, Profile::Release, "")
    };
    for module in [TRIALS, API] {
        builder.build(module)?;
    }
    match &tools.wasm_opt {
        Some(wasm_opt) => {
            let folders = [TRIALS, API].map(|module| builder.folder(module.name));
            wasm::optimise(project, wasm_opt, &folders)
        }
        None => Ok(()),
    }
}
