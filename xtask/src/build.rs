//! The release site: compiles every module, names files by their content and fills dist/.

mod api;
mod embed;
mod markup;
mod module;
mod offline;
mod order;
mod page;
mod published;
mod script;
mod stamp;
mod still;
mod style;
mod wasm;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

pub(crate) use markup::{attribute, tags};
pub(crate) use offline::page as offline_page;
use published::Release;
pub(crate) use published::is_hashed_anywhere;
pub(crate) use wasm::cargo_home;
use wasm::{Kind, Library};

use crate::digest;
use crate::project::{Project, files_under, read, read_bytes, remove_folder, write};
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

/// The module for other sites.
const API: Library = Library {
    package: "dti-api",
    feature: "",
    name: "dti_whatif",
    reads_files: false,
};

/// What a reader brought.
const DESK: Library = Library {
    reads_files: true,
    ..Library::of_page("desk")
};

/// Reading workbooks, and writing them.
const WORKBOOKS: [Library; 2] = [
    Library {
        package: "dti-workbooks",
        feature: "reading",
        name: "sheets-in",
        reads_files: true,
    },
    Library {
        package: "dti-workbooks",
        feature: "writing",
        name: "sheets-out",
        reads_files: false,
    },
];

/// Builds the site into dist/ unless dist/ is already what would be built.
pub(crate) fn if_changed(project: &Project, tools: &BuildTools, options: &Options) -> Result<()> {
    if stamp::holds(project, tools, options)? {
        println!("dist/ is up to date");
        return Ok(());
    }
    site(project, tools, options)
}

/// Builds the site into dist/.
pub(crate) fn site(project: &Project, tools: &BuildTools, options: &Options) -> Result<()> {
    let api = scratch(project, "api");
    let studio = scratch(project, "studio");
    let [desk, desk_worker] = ["desk", "desk-worker"].map(|name| scratch(project, name));
    let analyst = scratch(project, "analyst");
    let [reader, writer] = ["sheets-in", "sheets-out"].map(|name| scratch(project, name));
    let page = scratch(project, "site");
    let framed = scratch(project, "embed");
    let still = scratch(project, "still");
    let mut folders: Vec<&Path> = vec![&studio, &desk, &analyst, &reader, &writer, &page, &framed];
    if !options.without_api {
        folders.push(&api);
    }
    let mut steps = Steps::default();
    if !options.without_api {
        steps.add("build: the JavaScript API", || {
            wasm::library(project, API, Kind::Module, &api)
        });
    }
    steps.add("build: pictures and panels", || {
        wasm::library(project, Library::of_page("studio"), Kind::Module, &studio)
    });
    steps.add("build: own data", || {
        wasm::library_with_worker(project, DESK, [&desk, &desk_worker])
    });
    steps.add("build: analyses", || {
        wasm::library(
            project,
            Library::of_page("analyst"),
            Kind::Classic,
            &analyst,
        )
    });
    for (library, folder) in WORKBOOKS.into_iter().zip([&reader, &writer]) {
        steps.add(
            format!("build: workbooks, {}", library.feature),
            move || wasm::library(project, library, Kind::Classic, folder),
        );
    }
    steps.add("build: the page", || {
        wasm::program(project, ("app,own-indices", "dti-whatif", "page"), &page)
    });
    steps.add("build: the embed", || {
        wasm::program(project, ("embed", "dti-embed", "embed"), &framed)
    });
    match &tools.wasm_opt {
        Some(wasm_opt) => {
            steps.add("build: wasm-opt", || {
                wasm::optimise(project, wasm_opt, &folders)
            });
        }
        None => eprintln!("warning: wasm-opt is skipped because Node.js is missing"),
    }
    steps.add("build: pages that stand still", || {
        still::write_all(project, options.site_url.as_deref(), &still)
    });
    steps.add("build: put dist/ together", || {
        let folders = [
            &api,
            &studio,
            &desk,
            &desk_worker,
            &analyst,
            &reader,
            &writer,
            &page,
            &framed,
            &still,
        ];
        assemble(project, folders.map(PathBuf::as_path), options)?;
        stamp::write(project, tools, options)
    });
    steps.run()
}

/// Builds what `cargo xtask audit bench` times, as the site is built: `trials/` with the questions, and
/// `api/` as others import it.
pub(crate) fn trials(project: &Project, tools: &BuildTools, folder: &Path) -> Result<()> {
    let [trials, api] = ["trials", "api"].map(|name| folder.join(name));
    let questions = Library {
        package: "dti-benches",
        name: "trials",
        ..API
    };
    wasm::library(project, questions, Kind::Classic, &trials)?;
    wasm::library(project, API, Kind::Module, &api)?;
    match &tools.wasm_opt {
        Some(wasm_opt) => wasm::optimise(project, wasm_opt, &[&trials, &api]),
        None => Ok(()),
    }
}

/// Scripts that get a name of their own, made from their content, or are filled in.
const SCRIPTS: [&str; 11] = [
    "boot.js",
    "analyses.js",
    "components.js",
    "lost.js",
    "patience.js",
    "policy.js",
    "sheets.js",
    "sheets-worker.js",
    "sw.js",
    "upkeep.js",
    "worker.js",
];

/// A folder for what lies between the compiler and dist/.
fn scratch(project: &Project, name: &str) -> PathBuf {
    project.root.join("target").join(name)
}

/// Fills a new folder and puts it in the place of dist/.
fn assemble(
    project: &Project,
    [
        api,
        studio,
        desk,
        desk_worker,
        analyst,
        reader,
        writer,
        app,
        framed,
        still,
    ]: [&Path; 10],
    options: &Options,
) -> Result<()> {
    let new = scratch(project, "dist-new");
    remove_folder(&new)?;
    copy_folder(&project.root.join("public"), &new, &SCRIPTS)?;
    if !options.without_api {
        api::place(api, &new)?;
    }

    let plain_page = read(&project.root.join("index.html"))?;
    let styles = style::bundle(&project.root, &page::stylesheets(&plain_page))?;
    let glue = |folder: &Path| script::shipped(&wasm::only(folder, "js")?);
    let module = |folder: &Path, name: &str, extension: &str| -> Result<page::Part> {
        let content = match extension {
            "js" => glue(folder)?,
            _ => read_bytes(&wasm::only(folder, extension)?)?,
        };
        hashed(&new, name, extension, &content)
    };
    let public = |name: &str| script::shipped(&project.root.join("public").join(name));
    // The worker is one file: what it is made of must not be loaded from inside it.
    let worker = [glue(analyst)?, public("worker.js")?].concat();
    let in_worker = |folder: &Path, name: &str| -> Result<page::Part> {
        // In a block: two scripts of wasm-bindgen in one page would name the same thing.
        let (glue, around) = (glue(folder)?, public("sheets-worker.js")?);
        let parts = [&b"{\n"[..], &glue, &around, b"}\n"];
        hashed(&new, name, "js", &parts.concat())
    };
    let [figures, components] = ["figures.bin", "components.bin"];
    let [figures, components] = [figures, components].map(|file| read_bytes(&still.join(file)));
    let (figures, components) = (figures?, components?);
    let parts = page::Parts {
        // No text, but hosts compress by the ending, and it is a third then.
        figures: hashed(&new, "figures", "txt", &figures)?,
        style: hashed(&new, "style", "css", styles.as_bytes())?,
        // What may become a script is said before the first one is loaded.
        boot: hashed(
            &new,
            "boot",
            "js",
            &["policy.js", "patience.js", "components.js", "boot.js"]
                .map(public)
                .into_iter()
                .collect::<Result<Vec<_>>>()?
                .concat(),
        )?,
        glue: module(app, "page", "js")?,
        wasm: module(app, "page", "wasm")?,
        later: vec![
            (
                "components",
                hashed(&new, "components", "txt", &components)?,
            ),
            ("studio-script", module(studio, "studio", "js")?),
            ("studio-wasm", module(studio, "studio", "wasm")?),
            ("desk-script", module(desk, "desk", "js")?),
            ("desk-wasm", module(desk, "desk", "wasm")?),
            ("desk-worker-script", in_worker(desk_worker, "desk-worker")?),
            (
                "analyses-script",
                hashed(&new, "analyses", "js", &public("analyses.js")?)?,
            ),
            ("analyst-script", hashed(&new, "analyst", "js", &worker)?),
            ("analyst-wasm", module(analyst, "analyst", "wasm")?),
            (
                "sheets-script",
                hashed(&new, "sheets", "js", &public("sheets.js")?)?,
            ),
            ("sheets-in-script", in_worker(reader, "sheets-in")?),
            ("sheets-in-wasm", module(reader, "sheets-in", "wasm")?),
            ("sheets-out-script", in_worker(writer, "sheets-out")?),
            ("sheets-out-wasm", module(writer, "sheets-out", "wasm")?),
            (
                "upkeep-script",
                hashed(&new, "upkeep", "js", &public("upkeep.js")?)?,
            ),
        ],
    };
    let own = page::Parts {
        glue: module(framed, "embed", "js")?,
        wasm: module(framed, "embed", "wasm")?,
        ..embed::parts(project, &new, &parts)?
    };
    let release = Release::of(&new, &plain_page, &project.root.join("data"))?;
    release.write(&new, &String::from_utf8(public("sw.js")?)?)?;
    let everywhere = page::LANGUAGES.into_iter().chain([page::VIETNAMESE_FOLDER]);
    for language in everywhere {
        let begun = still::with_first(&plain_page, still, language.name)?;
        let html = page::finish(
            &begun,
            (&parts, &release),
            language,
            options.site_url.as_deref(),
        )
        .with_context(|| format!("the page in {} can't be made", language.name))?;
        write(&new.join(language.folder).join("index.html"), html)?;
    }
    let embedded = still::with_first(&embed::page(project)?, still, "embed")?;
    embed::write(
        &new,
        &embedded,
        (&own, &release),
        options.site_url.as_deref(),
    )?;
    let lost = public("lost.js")?;
    still::place(&still.join("site"), &new, (&parts.style, &lost))?;
    let dist = project.dist();
    remove_folder(&dist)?;
    fs::rename(&new, &dist).with_context(|| format!("{} can't be put in place", dist.display()))
}

/// Writes a file under a name that changes with its content.
fn hashed(folder: &Path, name: &str, extension: &str, content: &[u8]) -> Result<page::Part> {
    let file = format!("{name}-{}.{extension}", digest::short(content));
    write(&folder.join(&file), content)?;
    Ok(page::Part {
        file,
        integrity: digest::integrity(content),
    })
}

fn copy_folder(from: &Path, to: &Path, without: &[&str]) -> Result<()> {
    for file in files_under(from)? {
        let name = file.strip_prefix(from)?;
        if !without.iter().any(|left_out| name == Path::new(left_out)) {
            write(&to.join(name), read_bytes(&file)?)?;
        }
    }
    Ok(())
}
