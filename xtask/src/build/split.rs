//! Cuts what is loaded later off a module, before wasm-bindgen: the functions that `#[wasm_split]` marks
//! (`src/parts.rs`), with all that only they need. The library writes a script that fetches the files; ours
//! has `public/boot.js` fetch them, which checks their hash and tries again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};
use wasm_split_cli_support::{Options, transform};

use super::gather::{Parts, gather};
use crate::project::{read, read_bytes, remove_folder, write};

/// What the linker has to leave in the module for it to be cut.
pub(super) const LINKING: &str = "link-arg=--emit-relocs";
/// The parts that a worker needs too: the page sends it their files.
const IN_WORKERS: [&str; 2] = ["draws", "own_data_reading"];
/// The script that the library writes, as the module asks for it.
const LINK: &str = "./__wasm_split.js";

/// A module that was cut: what is left of it, and a folder with the rest.
pub(super) struct Cut {
    pub(super) main: PathBuf,
    /// Script of the library.
    script: PathBuf,
    parts: Parts,
    /// What files became that were put together with others.
    became: BTreeMap<String, String>,
}

/// Cuts a module into a new folder.
pub(super) fn cut(compiled: &Path, folder: &Path) -> Result<Cut> {
    remove_folder(folder)?;
    let wasm = read_bytes(compiled)?;
    let main = folder.join("main.uncut");
    let mut options = Options::new(&wasm);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = LINK;
    let split = transform(options)
        .map_err(|error| anyhow!("{} can't be cut: {error:#}", compiled.display()))?;
    for file in &split.split_modules {
        if fs::metadata(file)?.len() == 0 {
            bail!(
                "{} is empty: its code came back into the page",
                file.display()
            );
        }
    }
    let mut parts: Vec<_> = split.prefetch_map.into_iter().collect();
    parts.sort();
    Ok(Cut {
        main,
        script: folder.join(LINK),
        became: gather(folder, &mut parts)?,
        parts,
    })
}

impl Cut {
    /// Puts the library's script into the one that wasm-bindgen wrote, and leaves nothing of the cutting
    /// but the files that are loaded later.
    pub(super) fn join_scripts(&self, glue: &Path) -> Result<()> {
        let link = read(&self.script)?;
        let joined = gathered(link, &self.became)
            .and_then(|link| joined(&read(glue)?, &link, &self.parts))
            .with_context(|| format!("{} can't be joined", glue.display()))?;
        write(glue, joined)?;
        for used in [&self.main, &self.script] {
            fs::remove_file(used).with_context(|| format!("{} is not there", used.display()))?;
        }
        Ok(())
    }
}

/// The library's script without what asks for files that are gone: whoever needs one asks for the file that it is
/// in now, once.
fn gathered(mut link: String, became: &BTreeMap<String, String>) -> Result<String> {
    for file in became.keys() {
        let begin = format!("const __{file} = makeLoad(");
        let end = ", []);\n";
        let found = link.split_once(&begin).and_then(|(before, after)| {
            let (_, after) = after.split_once(end)?;
            Some(format!("{before}{after}"))
        });
        link = found.with_context(|| format!("the library's script must hold `{begin}`"))?;
    }
    let lines = link.split_inclusive('\n').map(|line| {
        let needed = line.strip_prefix(", [").and_then(|own| own.split_once(']'));
        needed.map_or_else(
            || line.to_owned(),
            |(files, rest)| needs(files, rest, became),
        )
    });
    Ok(lines.collect())
}

/// The line that names what a file needs, with each file where it is now.
fn needs(files: &str, rest: &str, became: &BTreeMap<String, String>) -> String {
    let mut now: Vec<&str> = Vec::new();
    for file in files.split(", ").filter(|file| !file.is_empty()) {
        let name = file.trim_start_matches("__");
        let name = became.get(name).map_or(name, String::as_str);
        if !now.contains(&name) {
            now.push(name);
        }
    }
    let now: Vec<String> = now.iter().map(|name| format!("__{name}")).collect();
    format!(", [{}]{rest}", now.join(", "))
}

/// One script of both: each names the other, and names are made from what a file holds. Exports beside what
/// wasm-bindgen exports `parts`: the names of the files of each part that a worker needs.
fn joined(glue: &str, link: &str, parts: &Parts) -> Result<String> {
    let (_, link) = link
        .split_once("import { initSync } from \"./main.js\";")
        .context("the library's script begins in another way than it did")?;
    let files: BTreeSet<&str> = parts
        .iter()
        .flat_map(|(_, files)| files)
        .map(String::as_str)
        .collect();
    let mut link = link.replace("export const ", "const ");
    for file in &files {
        let fetched = format!("fetch(new URL(\"./{file}.wasm\", import.meta.url))");
        link = once_replaced(&link, &fetched, &format!("dtiPart(\"{file}\")"))?;
    }
    let (from, to) = (
        "WebAssembly.instantiateStreaming(src, imports)",
        "WebAssembly.instantiate(await src, imports)",
    );
    if link.matches(from).count() != files.len() {
        bail!("the library's script makes instances in another way than it did");
    }
    let link = link.replace(from, to);
    let loaders: Vec<String> = parts
        .iter()
        .map(|(part, _)| format!("__wasm_split_load_{part}"))
        .collect();
    let mut script = format!("{link}const loaders = {{ {} }};\n", loaders.join(", "));
    for line in glue.split_inclusive('\n') {
        match line.strip_prefix("import * as ") {
            Some(import) if import.contains(LINK) => {
                let name = import.split_whitespace().next().unwrap_or_default();
                script.push_str(&format!("const {name} = loaders;\n"));
            }
            _ => script.push_str(line),
        }
    }
    let parts: BTreeMap<&str, &[String]> = parts
        .iter()
        .filter(|(part, _)| IN_WORKERS.contains(&part.as_str()))
        .map(|(part, files)| (part.as_str(), files.as_slice()))
        .collect();
    script.push_str(&format!(
        "export const parts = {};\n",
        serde_json::to_string(&parts)?
    ));
    Ok(script)
}

fn once_replaced(text: &str, from: &str, to: &str) -> Result<String> {
    match text.matches(from).count() {
        1 => Ok(text.replace(from, to)),
        count => bail!("the library's script must hold `{from}` once, not {count} times"),
    }
}

#[cfg(test)]
mod tests {
    use super::{gathered, joined};
    use std::collections::BTreeMap;

    const GLUE: &str = "import * as import1 from \"./__wasm_split.js\"\nimport * as import2 from \"./__wasm_split.js\"\n\
        function initSync() {}\nexport { initSync, init as default };\n";
    const LINK: &str = "import { initSync } from \"./main.js\";\n\nconst __chunk_1 = makeLoad(() => {\n    const src = \
        fetch(new URL(\"./chunk_1.wasm\", import.meta.url));\n    return async (imports) => \
        (WebAssembly.instantiateStreaming(src, imports));\n}\n, []);\nexport const __wasm_split_load_a = wrap(__chunk_1);\n";

    #[test]
    fn two_scripts_become_one_that_asks_the_page_for_files() {
        let parts = vec![("a".to_owned(), vec!["chunk_1".to_owned()])];
        let script = joined(GLUE, LINK, &parts).unwrap();
        assert!(
            !script.contains("import ") && !script.contains("fetch("),
            "{script}"
        );
        assert!(script.contains("const src = dtiPart(\"chunk_1\");"));
        assert!(script.contains("(WebAssembly.instantiate(await src, imports))"));
        assert!(script.contains("\nconst __wasm_split_load_a = wrap(__chunk_1);\n"));
        assert!(script.contains("const loaders = { __wasm_split_load_a };\n"));
        assert!(script.contains("const import2 = loaders;\n"));
        assert!(script.ends_with("export const parts = {};\n"));
        let parts = vec![("draws".to_owned(), vec!["chunk_1".to_owned()])];
        let script = joined(GLUE, LINK, &parts).unwrap();
        assert!(script.ends_with("export const parts = {\"draws\":[\"chunk_1\"]};\n"));
        // A library that writes something else is heard of here, not on the page.
        assert!(joined(GLUE, &LINK.replace("fetch(", "get("), &parts).is_err());
        assert!(joined(GLUE, &LINK.replace("Streaming", ""), &parts).is_err());
    }

    #[test]
    fn what_asked_for_a_file_that_is_gone_asks_for_the_one_that_it_is_in() {
        let other = LINK
            .split_once("\n\n")
            .unwrap()
            .1
            .replace("chunk_1", "chunk_12");
        let needs = "const __b = makeLoad(x\n, [__chunk_1, __chunk_12, __chunk_3]);\n";
        let link = format!("{LINK}{other}{needs}");
        let became = BTreeMap::from([("chunk_12".to_owned(), "chunk_1".to_owned())]);
        let link = gathered(link, &became).unwrap();
        assert!(!link.contains("const __chunk_12"), "{link}");
        assert_eq!(link.matches("fetch(").count(), 1);
        assert!(
            link.contains("makeLoad(x\n, [__chunk_1, __chunk_3]);\n"),
            "{link}"
        );
        assert!(gathered(LINK.to_owned(), &became).is_err());
    }
}
