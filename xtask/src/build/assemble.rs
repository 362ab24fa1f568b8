//! Puts a site together: every file under a name made from its content, the pages with their hashes.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use super::page::{self, Part, Parts};
use super::published::Release;
use super::wasm::{self, Builder, Module};
use super::{API, EMBED, Options, PAGE, SHEETS_IN, SHEETS_OUT, api, embed, script, still, style};
use crate::digest;
use crate::project::{Project, files_under, read, read_bytes, remove_folder, write};

/// Scripts that get a name of their own, made from their content, or are filled in.
const SCRIPTS: [&str; 13] = [
    "boot.js",
    "components.js",
    "draws.js",
    "lost.js",
    "onward.js",
    "patience.js",
    "policy.js",
    "query.js",
    "sheets.js",
    "sheets-worker.js",
    "sw.js",
    "upkeep.js",
    "worker.js",
];

/// Fills a new folder and puts it in the place of the site before.
pub(super) fn site(builder: &Builder<'_>, options: &Options, place: &Path) -> Result<()> {
    let project = builder.project;
    let new = builder.folder("new");
    remove_folder(&new)?;
    copy_folder(&project.root.join("public"), &new, &SCRIPTS)?;
    if !options.without_api {
        api::place(&builder.folder(API.name), &new)?;
    }
    let still = builder.folder(still::FOLDER);
    let plain_page = read(&project.root.join("index.html"))?;
    let files = Files { builder, new: &new };
    let parts = files.of_page(&plain_page, &still)?;
    let own = Parts {
        glue: files.glue(EMBED)?,
        wasm: files.wasm(EMBED)?,
        ..embed::parts(project, &new, &parts)?
    };
    let release = Release::of(&new, &plain_page, &project.root.join("data"))?;
    release.write(&new, &text(project, "sw.js")?)?;
    let site_url = options.site_url.as_deref();
    let everywhere = page::LANGUAGES.into_iter().chain([page::VIETNAMESE_FOLDER]);
    for language in everywhere {
        let begun = still::with_first(&plain_page, &still, language.name)?;
        let html = page::finish(&begun, (&parts, &release), language, site_url)
            .with_context(|| format!("the page in {} can't be made", language.name))?;
        write(&new.join(language.folder).join("index.html"), html)?;
    }
    let embedded = still::with_first(&embed::page(project)?, &still, "embed")?;
    embed::write(&new, &embedded, (&own, &release), site_url)?;
    let scripts = still::Scripts {
        lost: text(project, "lost.js")?,
        onward: text(project, "onward.js")?,
    };
    still::place(&still.join("site"), &new, &parts.style, &scripts)?;
    remove_folder(place)?;
    fs::rename(&new, place).with_context(|| format!("{} can't be put in place", place.display()))
}

/// The files of a new site that have their hash in their name.
struct Files<'a> {
    builder: &'a Builder<'a>,
    new: &'a Path,
}

impl Files<'_> {
    /// All that the page loads, now and later.
    fn of_page(&self, plain_page: &str, still: &Path) -> Result<Parts> {
        let root = &self.builder.project.root;
        let styles = style::bundle(root, &page::stylesheets(plain_page))?;
        // What may become a script is said before the first one is loaded.
        let boot = [
            "policy.js",
            "query.js",
            "patience.js",
            "components.js",
            "boot.js",
        ];
        let boot = boot.map(|name| public(self.builder.project, name));
        let boot = boot.into_iter().collect::<Result<Vec<_>>>()?.concat();
        Ok(Parts {
            // No text, but hosts compress by the ending, and it is a third then.
            figures: self.add("figures", "txt", &read_bytes(&still.join("figures.bin"))?)?,
            style: self.add("style", "css", styles.as_bytes())?,
            boot: self.add("boot", "js", &boot)?,
            glue: self.glue(PAGE)?,
            wasm: self.wasm(PAGE)?,
            later: self.later(still)?,
        })
    }

    /// What is loaded when it is wanted, under the ids by which scripts find it.
    fn later(&self, still: &Path) -> Result<Vec<(String, Part)>> {
        let components = read_bytes(&still.join("components.bin"))?;
        let mut later = self.cut_off()?;
        let others = [
            ("components", self.add("components", "txt", &components)?),
            ("worker-script", self.worker()?),
            ("draws-script", self.public_script("draws")?),
            ("sheets-script", self.public_script("sheets")?),
            ("sheets-in-script", self.in_worker(SHEETS_IN.name)?),
            ("sheets-in-wasm", self.wasm(SHEETS_IN)?),
            ("sheets-out-script", self.in_worker(SHEETS_OUT.name)?),
            ("sheets-out-wasm", self.wasm(SHEETS_OUT)?),
            ("upkeep-script", self.public_script("upkeep")?),
        ];
        later.extend(others.map(|(id, part)| (id.to_owned(), part)));
        Ok(later)
    }

    /// What was cut off the page's module, under the names by which its script asks for it.
    fn cut_off(&self) -> Result<Vec<(String, Part)>> {
        let folder = self.builder.folder(&wasm::parts_folder(PAGE.name));
        let named = files_under(&folder)?.into_iter().map(|file| {
            let name = file
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let part = self.add(&name, "wasm", &read_bytes(&file)?)?;
            Ok((name, part))
        });
        named.collect()
    }

    /// The page's script in a worker, which is one file: what it is made of must not be loaded from inside.
    fn worker(&self) -> Result<Part> {
        let glue = String::from_utf8(self.script(PAGE.name)?)?;
        let function = script::as_function(&glue)?.context("the page's script exports nothing")?;
        let begin = format!("const script = {function};\n");
        self.add(
            "worker",
            "js",
            &[begin.as_bytes(), &self.public("worker.js")?].concat(),
        )
    }

    /// The script that wasm-bindgen wrote, by the folder it is in.
    fn script(&self, folder: &str) -> Result<Vec<u8>> {
        script::shipped(&wasm::only(&self.builder.folder(folder), "js")?)
    }

    fn public(&self, name: &str) -> Result<Vec<u8>> {
        public(self.builder.project, name)
    }

    fn glue(&self, module: Module) -> Result<Part> {
        self.add(module.name, "js", &self.script(module.name)?)
    }

    fn wasm(&self, module: Module) -> Result<Part> {
        let folder = self.builder.folder(module.name);
        let content = read_bytes(&wasm::only(&folder, "wasm")?)?;
        self.add(module.name, "wasm", &content)
    }

    fn public_script(&self, name: &str) -> Result<Part> {
        self.add(name, "js", &self.public(&format!("{name}.js"))?)
    }

    /// In a block: two scripts of wasm-bindgen in one page would name the same thing.
    fn in_worker(&self, folder: &str) -> Result<Part> {
        let (glue, around) = (self.script(folder)?, self.public("sheets-worker.js")?);
        let parts = [&b"{\n"[..], &glue, &around, b"}\n"];
        self.add(folder, "js", &parts.concat())
    }

    fn add(&self, name: &str, extension: &str, content: &[u8]) -> Result<Part> {
        hashed(self.new, name, extension, content)
    }
}

/// A script of `public/` as it is shipped.
fn public(project: &Project, name: &str) -> Result<Vec<u8>> {
    script::shipped(&project.root.join("public").join(name))
}

fn text(project: &Project, name: &str) -> Result<String> {
    Ok(String::from_utf8(public(project, name)?)?)
}

/// Writes a file under a name that changes with its content.
pub(super) fn hashed(folder: &Path, name: &str, extension: &str, content: &[u8]) -> Result<Part> {
    let file = format!("{name}-{}.{extension}", digest::short(content));
    write(&folder.join(&file), content)?;
    Ok(Part {
        file,
        integrity: digest::integrity(content),
    })
}

/// Copies a folder's files, but for those at its root with these names.
pub(crate) fn copy_folder(from: &Path, to: &Path, without: &[&str]) -> Result<()> {
    for file in files_under(from)? {
        let name = file.strip_prefix(from)?;
        if !without.iter().any(|left_out| name == Path::new(left_out)) {
            write(&to.join(name), read_bytes(&file)?)?;
        }
    }
    Ok(())
}
