//! Compiling to WebAssembly: cargo, wasm-bindgen (as a library) and wasm-opt, module by module.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::process::{cargo, command, output, run};
use crate::project::{Project, files_under, read_bytes, remove_folder, write};
use crate::setup::TARGET;

/// The features that Rust's wasm32 target uses; wasm-opt refuses code with others.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-sign-ext",
    "--enable-mutable-globals",
];
/// As small as it travels: variables for what occurs twice make a module shorter and its gzip
/// longer, by 1 in 130.
const SHRINK: [&str; 6] = [
    "-Oz",
    "--skip-pass=local-cse",
    // What has one caller stays a function: inside of a large one nothing like it is near.
    "--one-caller-inline-max-function-size=20",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];
/// See [`super::order`].
const SORT: [&str; 1] = ["--reorder-functions-by-name"];

/// The most memory that modules get which read files of strangers: 256 MB.
const MOST_MEMORY: &str = "link-arg=--max-memory=268435456";

/// How the script beside a module is loaded.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// With `import`.
    Module,
    /// As a classic script: sandboxed frames refuse workers made of modules.
    Classic,
}

impl Kind {
    fn choose(self, bindgen: &mut Bindgen) -> Result<&mut Bindgen> {
        match self {
            Self::Module => bindgen.web(true),
            Self::Classic => bindgen.no_modules(true),
        }
    }
}

/// A library that becomes a module of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Library {
    pub(super) package: &'static str,
    /// The one feature that it is compiled with; none where this is empty.
    pub(super) feature: &'static str,
    /// What its files are called.
    pub(super) name: &'static str,
    pub(super) reads_files: bool,
}

impl Library {
    /// A part of the page, named as its feature.
    pub(super) const fn of_page(name: &'static str) -> Self {
        Self {
            package: "dti-parts",
            feature: name,
            name,
            reads_files: false,
        }
    }

    fn compiled(&self) -> String {
        format!("{}.wasm", self.package.replace('-', "_"))
    }
}

/// Builds a library into a module of its own, without the page.
pub(super) fn library(
    project: &Project,
    library: Library,
    kind: Kind,
    folder: &Path,
) -> Result<()> {
    let what = ["rustc", "--lib", "--crate-type", "cdylib"];
    let mut compile = compilation(project, &what, (library.package, library.feature));
    if library.reads_files {
        compile.args(["--", "-C", MOST_MEMORY]);
    }
    run(reproducible(project, &mut compile)?)?;
    bind(project, (&library.compiled(), library.name), kind, folder)
}

/// Cargo's call that compiles something for the browser.
fn compilation(project: &Project, what: &[&str], (package, features): (&str, &str)) -> Command {
    let mut compile = cargo(what, &project.root);
    compile.args(["--package", package]);
    compile.args(["--no-default-features", "--features", features]);
    compile.args(["--release", "--target", TARGET]);
    compile
}

/// Has wasm-bindgen make of what was compiled a module with its script, in a new folder.
fn bind(
    project: &Project,
    (compiled, name): (&str, &str),
    kind: Kind,
    folder: &Path,
) -> Result<()> {
    remove_folder(folder)?;
    let compiled = project.target.join(TARGET).join("release").join(compiled);
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(&compiled)
        .out_name(name)
        .typescript(true)
        .omit_default_module_path(false);
    kind.choose(&mut bindgen)?
        .generate(folder)
        .with_context(|| format!("wasm-bindgen can't read {}", compiled.display()))?;
    let unused = folder.join(format!("{name}_bg.wasm.d.ts"));
    fs::remove_file(&unused).with_context(|| format!("{} can't be removed", unused.display()))
}

/// Builds a program that draws with Leptos: the page or the embed.
pub(super) fn program(
    project: &Project,
    (features, program, name): (&str, &str, &str),
    folder: &Path,
) -> Result<()> {
    let what = ["build", "--bin", program];
    let mut compile = compilation(project, &what, ("dti-parts", features));
    run(reproducible(project, &mut compile)?)?;
    let compiled = format!("{program}.wasm");
    bind(project, (&compiled, name), Kind::Module, folder)?;
    blank_split_marker(folder)
}

/// A library whose module also runs in a worker: a second script for it, and one WebAssembly for both.
pub(super) fn library_with_worker(
    project: &Project,
    own: Library,
    [folder, worker]: [&Path; 2],
) -> Result<()> {
    library(project, own, Kind::Module, folder)?;
    let name = own.name;
    bind(project, (&own.compiled(), name), Kind::Classic, worker)?;
    let second = only(worker, "wasm")?;
    if read_bytes(&second)? != read_bytes(&only(folder, "wasm")?)? {
        bail!("wasm-bindgen writes another {name} for a worker than for the page");
    }
    fs::remove_file(&second).with_context(|| format!("{} can't be removed", second.display()))
}

fn blank_split_marker(folder: &Path) -> Result<()> {
    let module = only(folder, "wasm")?;
    let mut bytes = read_bytes(&module)?;
    without_split_marker(&mut bytes);
    write(&module, bytes)
}

/// Blanks the hash in the name that `wasm_split_helpers` (part of Leptos) exports: it is made from
/// the path of Cargo's home, and would be all that differs between two machines.
fn without_split_marker(module: &mut [u8]) {
    const MARKER: &[u8] = b"_WASM_SPLIT_MARKER_";
    const HASH_LENGTH: usize = 16;
    let mut left = module;
    while let Some(start) = left.windows(MARKER.len()).position(|bytes| bytes == MARKER) {
        let (_, after) = left.split_at_mut(start + MARKER.len());
        if let Some(hash) = after.get_mut(..HASH_LENGTH) {
            hash.fill(b'0');
        }
        left = after;
    }
}

/// Runs wasm-opt over every module in these folders, and puts what is alike together.
pub(super) fn optimise(project: &Project, wasm_opt: &Path, folders: &[&Path]) -> Result<()> {
    for folder in folders {
        let module = only(folder, "wasm")?;
        let rewrite = |passes: &[&str]| {
            let mut rewrite = command("node", [wasm_opt], &project.root);
            rewrite.args(FEATURES).args(passes);
            run(rewrite.arg(&module).arg("-o").arg(&module))
        };
        rewrite(&SHRINK)?;
        let named = super::order::named_by_place(&read_bytes(&module)?)
            .with_context(|| format!("{} can't be read", module.display()))?;
        write(&module, named)?;
        rewrite(&SORT)?;
    }
    Ok(())
}

/// The one file of that kind in a folder.
pub(super) fn only(folder: &Path, extension: &str) -> Result<PathBuf> {
    let mut found = files_under(folder)?;
    found.retain(|file| file.extension().is_some_and(|found| found == extension));
    match <[PathBuf; 1]>::try_from(found) {
        Ok([file]) => Ok(file),
        Err(found) => bail!(
            "{} must hold one .{extension} file but holds {}: snippets of JavaScript in crates \
             are not supported, since they would need integrity of their own",
            folder.display(),
            found.len()
        ),
    }
}

/// Takes the folders of this machine out of what the compiler writes.
fn reproducible<'a>(project: &Project, command: &'a mut Command) -> Result<&'a mut Command> {
    let compiler = output(Command::new("rustc").arg("-vV")).context("`rustc -vV` failed")?;
    let commit = compiler
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "));
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]));
    let home = env::home_dir();

    // Of two that fit, the compiler takes the later one.
    let mut folders: Vec<(PathBuf, String)> = Vec::new();
    folders.extend(home.map(|home| (home, "/home".to_owned())));
    if let Some(cargo) = cargo_home() {
        let sources = fs::read_dir(cargo.join("registry/src"))
            .into_iter()
            .flatten()
            .flatten();
        folders.push((cargo, "/cargo".to_owned()));
        folders.extend(sources.map(|registry| (registry.path(), "/crates".to_owned())));
    }
    folders.push((project.root.clone(), "/project".to_owned()));
    folders.push((project.target.clone(), "/project/target".to_owned()));
    folders.extend(sysroot.map(|sysroot| {
        let sources = Path::new(&sysroot).join("lib/rustlib/src/rust");
        (sources, format!("/rustc/{}", commit.unwrap_or("unknown")))
    }));

    let mut flags = OsString::new();
    for (folder, name) in folders {
        if folder.parent().is_none() {
            continue;
        }
        if !flags.is_empty() {
            flags.push("\u{1f}");
        }
        flags.push("--remap-path-prefix=");
        flags.push(folder);
        flags.push("=");
        flags.push(name);
    }
    Ok(command
        .env("CARGO_ENCODED_RUSTFLAGS", flags)
        .env_remove("RUSTFLAGS"))
}

/// Where Cargo keeps what it fetches.
pub(crate) fn cargo_home() -> Option<PathBuf> {
    let named = env::var_os("CARGO_HOME")
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from);
    named.or_else(|| env::home_dir().map(|home| home.join(".cargo")))
}

#[cfg(test)]
mod tests {
    use super::without_split_marker;

    #[test]
    fn only_the_hash_after_the_marker_is_blanked() {
        let mut module =
            b"a_WASM_SPLIT_MARKER_732e786d2a082da8version b_WASM_SPLIT_MARKER_1".to_vec();
        without_split_marker(&mut module);
        let expected = b"a_WASM_SPLIT_MARKER_0000000000000000version b_WASM_SPLIT_MARKER_1";
        assert_eq!(module, expected);
    }
}
