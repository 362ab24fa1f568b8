//! Compiling to WebAssembly: cargo, wasm-bindgen (as a library) and wasm-opt, module by module.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::UNIX_EPOCH;

use anyhow::{Context as _, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use super::split;
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
/// As small as it travels (docs/decisions/0012-order-of-functions.md): variables for what occurs twice make
/// a module shorter and its gzip longer, by 1 in 130.
const SHRINK: [&str; 6] = [
    "-Oz",
    "--skip-pass=local-cse",
    // What has one caller stays a function: inside of a large one nothing like it is near.
    "--one-caller-inline-max-function-size=20",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];
/// Has Node compile wasm-opt itself once and quickly: it runs for a second, and compiling it better takes two.
const COMPILED_ONCE: &str = "--liftoff-only";
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

/// How carefully modules are compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Profile {
    /// As small as they travel, with the folders of this machine taken out.
    Release,
    /// As fast as they compile: for `cargo xtask serve` and Trunk.
    Serve,
}

impl Profile {
    fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Serve => "serve",
        }
    }
}

/// What becomes a module of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Module {
    package: &'static str,
    /// The features that it is compiled with, separated by commas.
    features: &'static str,
    /// The program that it is; the package's library where this is empty.
    program: &'static str,
    /// What its files and its folder are called.
    pub(super) name: &'static str,
    kind: Kind,
    reads_files: bool,
    /// Whether parts of it are cut off, to be loaded later: into a folder called `NAME-parts`.
    is_cut: bool,
}

impl Module {
    /// A program that draws with Leptos: the page or the embed.
    pub(super) const fn program(
        [package, program, features]: [&'static str; 3],
        name: &'static str,
    ) -> Self {
        Self {
            program,
            ..Self::library([package, features], name, Kind::Module)
        }
    }

    /// A library, without the page.
    pub(super) const fn library(
        [package, features]: [&'static str; 2],
        name: &'static str,
        kind: Kind,
    ) -> Self {
        Self {
            package,
            features,
            program: "",
            name,
            kind,
            reads_files: false,
            is_cut: false,
        }
    }

    /// The same without what its program marks for loading later.
    pub(super) const fn cut(self) -> Self {
        Self {
            is_cut: true,
            ..self
        }
    }

    /// The same, with no more memory than what strangers' files may take.
    pub(super) const fn that_reads_files(self) -> Self {
        Self {
            reads_files: true,
            ..self
        }
    }
}

/// Makes modules, each in a folder of its own below one for all.
pub(super) struct Builder<'a> {
    pub(super) project: &'a Project,
    pub(super) profile: Profile,
    pub(super) folder: PathBuf,
}

impl<'a> Builder<'a> {
    /// One that works below `target/`.
    pub(super) fn new(project: &'a Project, profile: Profile, folder: &str) -> Self {
        Self {
            project,
            profile,
            folder: project.root.join("target").join(folder),
        }
    }

    /// Where the files are of what has this name.
    pub(super) fn folder(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Compiles a module and has wasm-bindgen write its script; gives whether it is another than before.
    pub(super) fn build(&self, module: Module) -> Result<bool> {
        let compiled = self.compile(module)?;
        let name = module.name;
        let note = Note::of(self, name, &compiled)?;
        if note.is_written() {
            return Ok(false);
        }
        let folder = self.folder(name);
        if module.is_cut {
            let cut = split::cut(&compiled, &self.folder(&parts_folder(name)))?;
            bind(&cut.main, name, module.kind, &folder)?;
            cut.join_scripts(&only(&folder, "js")?)?;
        } else {
            bind(&compiled, name, module.kind, &folder)?;
        }
        if !module.program.is_empty() {
            blank_split_marker(&folder)?;
        }
        note.write()?;
        Ok(true)
    }

    /// Has Cargo compile a module; gives the file.
    fn compile(&self, module: Module) -> Result<PathBuf> {
        let Module {
            package,
            features,
            program,
            ..
        } = module;
        let project = self.project;
        let (target, file) = match program {
            "" => (&["--lib", "--crate-type", "cdylib"][..], package),
            program => (&["--bin", program][..], program),
        };
        let mut compile = cargo(["rustc"], &project.root);
        compile.args(target).args(["--package", package]);
        compile.args(["--no-default-features", "--features", features]);
        compile.args(["--profile", self.profile.name(), "--target", TARGET]);
        let linking = [
            module.reads_files.then_some(MOST_MEMORY),
            module.is_cut.then_some(split::LINKING),
        ];
        compile.arg("--");
        for argument in linking.into_iter().flatten() {
            compile.args(["-C", argument]);
        }
        if self.profile == Profile::Release {
            reproducible(project, &mut compile)?;
        }
        run(&mut compile)?;
        let file = match program {
            "" => file.replace('-', "_"),
            program => program.to_owned(),
        };
        let folder = project.target.join(TARGET).join(self.profile.name());
        Ok(folder.join(format!("{file}.wasm")))
    }
}

/// The folder of what is cut off a module.
pub(super) fn parts_folder(name: &str) -> String {
    format!("{name}-parts")
}

/// What a development build was made of, so that it is made anew only from something else. What Cargo
/// compiled is known by its time and size: files of several modules come to lie in the same place.
pub(super) struct Note {
    file: PathBuf,
    made_of: Option<String>,
}

impl Note {
    /// Of what `name` is made of. The release is always made anew.
    pub(super) fn of(builder: &Builder<'_>, name: &str, compiled: &Path) -> Result<Self> {
        let found = fs::metadata(compiled)
            .with_context(|| format!("Cargo wrote no {}", compiled.display()))?;
        let time = found.modified()?.duration_since(UNIX_EPOCH)?.as_nanos();
        let is_kept = builder.profile == Profile::Serve;
        Ok(Self {
            file: builder.folder(&format!("{name}.txt")),
            made_of: is_kept.then(|| format!("{time} {}", found.len())),
        })
    }

    /// Whether that is what stands there.
    pub(super) fn is_written(&self) -> bool {
        self.made_of.is_some() && self.made_of == fs::read_to_string(&self.file).ok()
    }

    /// Says so, once it is made.
    pub(super) fn write(&self) -> Result<()> {
        let made_of = self.made_of.as_ref();
        made_of.map_or(Ok(()), |made_of| write(&self.file, made_of))
    }
}

/// Has wasm-bindgen make of what was compiled a module with its script, in a new folder.
fn bind(compiled: &Path, name: &str, kind: Kind, folder: &Path) -> Result<()> {
    remove_folder(folder)?;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(compiled)
        .out_name(name)
        .typescript(true)
        // What was cut off links with these.
        .keep_lld_exports(true)
        .omit_default_module_path(false);
    kind.choose(&mut bindgen)?
        .generate(folder)
        .with_context(|| format!("wasm-bindgen can't read {}", compiled.display()))?;
    let unused = folder.join(format!("{name}_bg.wasm.d.ts"));
    fs::remove_file(&unused).with_context(|| format!("{} can't be removed", unused.display()))
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

/// Runs wasm-opt over every module in these folders, each file by itself, as many at once as there are
/// processors.
pub(super) fn optimise(project: &Project, wasm_opt: &Path, folders: &[PathBuf]) -> Result<()> {
    let files = folders.iter().map(|folder| files_under(folder));
    let mut files = files.collect::<Result<Vec<_>>>()?.concat();
    files.retain(|file| is_wasm(file));
    // The page's own takes as long as all others: whoever began it last would be waited for.
    files.sort_by_cached_key(|file| fs::metadata(file).map_or(0, |known| known.len()));
    let waiting = Mutex::new(files);
    let work = || -> Result<()> {
        while let Some(module) = next_of(&waiting) {
            let mut rewrite = command("node", [COMPILED_ONCE], &project.root);
            rewrite.arg(wasm_opt).args(FEATURES).args(SHRINK);
            run(rewrite.arg(&module).arg("-o").arg(&module))?;
        }
        Ok(())
    };
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let running: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        running
            .into_iter()
            .try_for_each(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}

/// The largest file that nobody works on.
fn next_of(waiting: &Mutex<Vec<PathBuf>>) -> Option<PathBuf> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner).pop()
}

fn is_wasm(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == "wasm")
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
fn reproducible(project: &Project, command: &mut Command) -> Result<()> {
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

    // Views of one type: 1 in 14 of the page is saved (docs/decisions/0024-what-the-new-page-weighs.md).
    let mut flags = OsString::from("--cfg=erase_components");
    for (folder, name) in folders {
        if folder.parent().is_none() {
            continue;
        }
        flags.push("\u{1f}--remap-path-prefix=");
        flags.push(folder);
        flags.push("=");
        flags.push(name);
    }
    command
        .env("CARGO_ENCODED_RUSTFLAGS", flags)
        .env_remove("RUSTFLAGS");
    Ok(())
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
