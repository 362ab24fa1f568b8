//! The rules of the house (docs/architecture.md): who may import whom, and how large things grow.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use std::fs;
use std::path::{Path, PathBuf};

/// Longest file, counted without its tests.
const LONGEST_FILE: usize = 400;
/// Modules that say nothing about what they know.
const EMPTY_NAMES: [&str; 4] = ["utils", "common", "helpers", "types"];

struct Source {
    /// Path below the project, with `/`.
    path: String,
    text: String,
}

impl Source {
    /// The path in its crate: `browser/mod.rs` of the page, `crates/engine/model/exact.rs`.
    fn place(&self) -> String {
        let own = self.path.strip_prefix("src/").unwrap_or(&self.path);
        own.replace("/src/", "/")
    }

    /// The module directly below the root of the page (`state`), or the crate (`crates/engine`).
    fn module(&self) -> String {
        let place = self.place();
        let parts = if place.starts_with("crates/") { 2 } else { 1 };
        let parts: Vec<&str> = place.split('/').take(parts).collect();
        parts.join("/").trim_end_matches(".rs").to_owned()
    }

    /// The text above the tests; long tests have a file of their own.
    fn code(&self) -> &str {
        // A folder `tests/` is compiled by the `tests.rs` beside it alone.
        if self.path.ends_with("/tests.rs") || self.path.contains("/tests/") {
            return "";
        }
        // Tests whose helpers others use are seen by their parent.
        let code = self.text.split("#[cfg(test)]\nmod tests").next().unwrap();
        code.split("#[cfg(test)]\npub(super) mod tests")
            .next()
            .unwrap()
    }

    /// Lines of code with their numbers, comments left out.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let numbered = self
            .code()
            .lines()
            .enumerate()
            .map(|(row, line)| (row + 1, line));
        numbered.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

fn collect(folder: &Path, root: &Path, sources: &mut Vec<Source>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, root, sources);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let below = path
                .strip_prefix(root)
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            sources.push(Source { path: below, text });
        }
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    collect(&root.join("src"), root, &mut sources);
    for entry in fs::read_dir(root.join("crates")).unwrap() {
        collect(&entry.unwrap().path().join("src"), root, &mut sources);
    }
    assert!(sources.len() > 200, "the sources were not found");
    sources
}

/// Fails with every line in which a file of `is_bound` holds one of the words.
#[track_caller]
fn expect_absent(rule: &str, words: &[&str], is_bound: impl Fn(&Source) -> bool) {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| is_bound(source)) {
        for (row, line) in source.lines() {
            if words.iter().any(|word| line.contains(word)) {
                broken.push(format!("{}:{row}: {}", source.path, line.trim()));
            }
        }
    }
    assert!(broken.is_empty(), "{rule}:\n{}", broken.join("\n"));
}

#[test]
fn files_of_tests_are_compiled_for_tests_only() {
    let sources = sources();
    for tests in sources.iter().filter(|s| s.path.ends_with("/tests.rs")) {
        let parents = ["/mod.rs", "/lib.rs"].map(|file| tests.path.replace("/tests.rs", file));
        let is_parent = |source: &&Source| parents.contains(&source.path);
        let parent = sources.iter().find(is_parent).unwrap();
        let declared = "#[cfg(test)]\nmod tests;";
        assert!(parent.text.contains(declared), "{}", parent.path);
    }
    for source in &sources {
        if let Some((folder, _)) = source.path.split_once("/tests/") {
            let owner = format!("{folder}/tests.rs");
            let is_owned = sources.iter().any(|own| own.path == owner);
            assert!(is_owned, "{} needs {owner}", source.path);
        }
    }
}

#[test]
fn the_core_depends_on_no_page_and_no_browser() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates");
    for own in ["engine", "formats", "charts", "words", "own-data"] {
        let manifest = fs::read_to_string(root.join(own).join("Cargo.toml")).unwrap();
        for word in [
            "leptos",
            "gloo",
            "web-sys",
            "js-sys",
            "wasm-bindgen",
            "dti-whatif",
        ] {
            assert!(!manifest.contains(word), "crates/{own} depends on {word}");
        }
    }
}

#[test]
fn no_module_that_a_browser_loads_depends_on_the_site() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for own in ["", "crates/api", "crates/workbooks"] {
        let manifest = fs::read_to_string(root.join(own).join("Cargo.toml")).unwrap();
        assert!(!manifest.contains("dti-site"), "{own} depends on dti-site");
    }
}

#[test]
fn the_model_and_the_formulas_know_nothing_above_them() {
    let above = ["crate::calculator", "crate::session", "crate::catalogue"];
    expect_absent("model and analysis are the ground", &above, |source| {
        source.path.starts_with("crates/engine/src/model/")
            || source.path.starts_with("crates/engine/src/analysis/")
    });
    expect_absent("nouns know no verbs", &["crate::analysis"], |source| {
        source.path.starts_with("crates/engine/src/model/")
    });
}

/// Whether a source is of the page's own package.
fn is_of_page(source: &Source) -> bool {
    source.path.starts_with("src/")
}

#[test]
fn leptos_stays_in_the_page() {
    expect_absent(
        "leptos belongs to the page and the site",
        &["leptos::", "use leptos"],
        |source| !is_of_page(source) && source.module() != "crates/site",
    );
}

#[test]
fn the_browser_is_reached_through_one_door() {
    expect_absent(
        "web_sys and gloo belong to browser/",
        &["web_sys", "gloo"],
        |source| !(is_of_page(source) && source.place().starts_with("browser/")),
    );
    let bindings = ["wasm_bindgen::", "use wasm_bindgen", "js_sys::"];
    expect_absent(
        "wasm_bindgen belongs to browser/, to what workers call, and to the faces of modules",
        &bindings,
        |source| {
            let place = source.place();
            let is_face = ["reading", "writing"]
                .iter()
                .any(|own| place == format!("crates/workbooks/{own}/mod.rs"));
            let may = source.module() == "crates/api" || is_face;
            let is_door = is_of_page(source)
                && (place.starts_with("browser/") || source.path == "src/worker.rs");
            !may && !is_door
        },
    );
}

/// Whether a line has an element that begins and ends with nothing between.
fn has_empty_element(line: &str) -> bool {
    line.match_indices("></").any(|(end, _)| {
        let before = line.get(..end).unwrap();
        let tag = before.rsplit('<').next().unwrap();
        before.contains('<') && !tag.starts_with('/') && !tag.ends_with('/')
    })
}

#[test]
fn an_empty_element_says_so() {
    // A subtree of literals would be made from text, which Trusted Types refuse.
    let sources = sources();
    for source in sources.iter().filter(|source| is_of_page(source)) {
        for (row, line) in source.lines() {
            let is_empty = has_empty_element(line);
            assert!(!is_empty, "{}:{row} needs `{{()}}`", source.path);
        }
    }
}

#[test]
fn json_and_csv_are_known_to_formats_only() {
    expect_absent(
        "JSON and CSV that are read belong to crates/formats; the site writes JSON for machines",
        &["serde_json", "csv::"],
        |source| !["crates/formats", "crates/site"].contains(&source.module().as_str()),
    );
}

#[test]
fn each_library_of_workbooks_stays_in_its_module() {
    for (library, module) in [
        ("calamine", "reading"),
        ("quick_xml", "reading"),
        ("flate2", "reading"),
        ("rust_xlsxwriter", "writing"),
    ] {
        let module = format!("crates/workbooks/{module}/");
        expect_absent(
            "each way of XLSX has a module of its own",
            &[library],
            |source| !source.place().starts_with(&module),
        );
    }
}

#[test]
fn features_are_switched_in_lib_rs_only() {
    expect_absent("cfg(feature) belongs to lib.rs", &["cfg(feature"], |s| {
        !s.path.ends_with("src/lib.rs")
    });
}

#[test]
fn markup_is_never_built_from_text() {
    let words = [
        "inner_html",
        "set_inner_html",
        "Function::new",
        "eval(",
        "innerHTML",
        "style=\"",
    ];
    expect_absent(
        "text never becomes markup, script or inline style",
        &words,
        |_| true,
    );
}

#[test]
fn nothing_panics_outside_tests() {
    let words = [
        ".unwrap()",
        ".expect(",
        "panic!(",
        "unreachable!(",
        "todo!(",
        "unimplemented!(",
    ];
    expect_absent("a panic kills the page", &words, |_| true);
}

#[test]
fn every_file_begins_with_why_it_exists() {
    for source in sources() {
        assert!(
            source.text.starts_with("//! "),
            "{} has no `//!` first line",
            source.path
        );
    }
}

#[test]
fn files_stay_short() {
    for source in sources() {
        let lines = source.code().lines().count();
        assert!(
            lines <= LONGEST_FILE,
            "{} has {lines} lines without tests",
            source.path
        );
    }
}

#[test]
fn every_verb_is_tested() {
    for source in sources()
        .iter()
        .filter(|source| source.path.starts_with("crates/engine/src/analysis/"))
    {
        let is_list = source.path.ends_with("mod.rs");
        assert!(
            is_list || source.text.contains("#[test]"),
            "{} has no tests",
            source.path
        );
    }
}

#[test]
fn names_say_what_a_module_knows() {
    for source in sources() {
        let parts = source.path.trim_end_matches(".rs").split('/');
        for part in parts {
            assert!(!EMPTY_NAMES.contains(&part), "{}", source.path);
        }
    }
}

/// Scripts written by hand, and the pages: name and text.
fn served() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![root.join("index.html"), root.join("embed/index.html")];
    for folder in ["embed", "public", "xtask/offline"] {
        scripts(&root.join(folder), &mut files);
    }
    let read = |path: PathBuf| {
        let name = path
            .strip_prefix(root)
            .unwrap()
            .to_string_lossy()
            .into_owned();
        (name, fs::read_to_string(&path).unwrap())
    };
    files.into_iter().map(read).collect()
}

fn scripts(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            scripts(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "js") {
            files.push(path);
        }
    }
}

#[test]
fn scripts_make_no_markup_or_code_from_text() {
    let words = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "DOMParser",
        "srcdoc",
        "eval(",
        "new Function",
        "createHTML",
        "document.cookie",
        "javascript:",
    ];
    let addresses = ["http://", "https://"];
    for (name, text) in served() {
        for (row, line) in text.lines().enumerate() {
            // A page may name addresses for readers and search engines; a script has no use for one.
            let more = if name.ends_with(".js") {
                &addresses[..]
            } else {
                &[]
            };
            let found = words.iter().chain(more).find(|word| line.contains(**word));
            assert!(found.is_none(), "{name}:{}: {}", row + 1, line.trim());
        }
    }
}

#[test]
fn scripts_stay_short() {
    for (name, text) in served().iter().filter(|(name, _)| name.ends_with(".js")) {
        let lines = text.lines().count();
        assert!(lines <= 100, "{name} has {lines} lines");
        assert!(text.starts_with("// "), "{name} does not say why it exists");
    }
}

#[test]
fn the_policy_allows_what_the_page_brings_and_nothing_else() {
    for (name, page) in served().iter().filter(|(name, _)| name.ends_with(".html")) {
        let (_, policy) = page
            .split_once("Content-Security-Policy\" content=\"")
            .unwrap();
        let policy = policy.split('"').next().unwrap();
        for part in [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "connect-src 'self'",
            "style-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "object-src 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types default",
        ] {
            let is_there = policy.split("; ").any(|own| own == part);
            assert!(is_there, "{name}: {part}");
        }
        for word in ["unsafe-inline", "'unsafe-eval'", "*", "http:", "https:"] {
            assert!(!policy.contains(word), "{name}: {word}");
        }
        // Before anything that it is about.
        let place = |text: &str| page.find(text).unwrap();
        assert!(place("Content-Security-Policy") < place("<link"), "{name}");
    }
}

#[test]
fn workflows_name_their_actions_by_commit_and_ask_for_little() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(".github/workflows");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let name = path.display();
        assert!(
            text.contains("\npermissions:\n  contents: read\n"),
            "{name}"
        );
        assert!(!text.contains("secrets."), "{name}");
        for line in text.lines().filter(|line| line.contains("uses: ")) {
            let commit = line.split_once('@').unwrap().1;
            let hex = commit.bytes().take_while(u8::is_ascii_hexdigit).count();
            assert!(
                hex == 40 && commit.contains(" # v"),
                "{name}: {}",
                line.trim()
            );
        }
    }
}
