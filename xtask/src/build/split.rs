//! Cuts what is loaded later off a module, before wasm-bindgen: the functions that `#[wasm_split]` marks
//! (`src/parts.rs`), with all that only they need. The library writes a script that fetches the files; ours
//! has `public/boot.js` fetch them, which checks their hash and tries again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};
use wasm_split_cli_support::{Options, transform};

use crate::project::{read, read_bytes, remove_folder, write};

/// What the linker has to leave in the module for it to be cut.
pub(super) const LINKING: &str = "link-arg=--emit-relocs";
/// The script that the library writes, as the module asks for it.
const LINK: &str = "./__wasm_split.js";

/// A module that was cut: what is left of it, and a folder with the rest.
pub(super) struct Cut {
    pub(super) main: PathBuf,
    /// Script of the library.
    script: PathBuf,
    /// Which files a part is made of: a part's name, and the names of files.
    parts: Vec<(String, Vec<String>)>,
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
        parts,
    })
}

impl Cut {
    /// Puts the library's script into the one that wasm-bindgen wrote, and leaves nothing of the cutting
    /// but the files that are loaded later.
    pub(super) fn join_scripts(&self, glue: &Path) -> Result<()> {
        let joined = joined(&read(glue)?, &read(&self.script)?, &self.parts)
            .with_context(|| format!("{} can't be joined", glue.display()))?;
        write(glue, joined)?;
        for used in [&self.main, &self.script] {
            fs::remove_file(used).with_context(|| format!("{} is not there", used.display()))?;
        }
        Ok(())
    }
}

/// One script of both: each names the other, and names are made from what a file holds. Exports beside what
/// wasm-bindgen exports `parts`: the names of the files of each part.
fn joined(glue: &str, link: &str, parts: &[(String, Vec<String>)]) -> Result<String> {
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
    let loaders = format!("{{ {} }}", loaders.join(", "));
    let mut script = link;
    for line in glue.split_inclusive('\n') {
        match line.strip_prefix("import * as ") {
            Some(import) if import.contains(LINK) => {
                let name = import.split_whitespace().next().unwrap_or_default();
                script.push_str(&format!("const {name} = {loaders};\n"));
            }
            _ => script.push_str(line),
        }
    }
    let parts: BTreeMap<&str, &[String]> = parts
        .iter()
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
    use super::joined;

    const GLUE: &str = "import * as import1 from \"./__wasm_split.js\"\nimport * as import2 from \"./__wasm_split.js\"\n\
        function initSync() {}\nexport { initSync, init as default };\n";
    const LINK: &str = "import { initSync } from \"./main.js\";\n\nconst __chunk_1 = makeLoad(() => {\n    const src = \
        fetch(new URL(\"./chunk_1.wasm\", import.meta.url));\n    return async (imports) => \
        (WebAssembly.instantiateStreaming(src, imports));\n}\n, []);\nexport const __wasm_split_load_a = wrap(__chunk_1);\n";

    #[test]
    fn two_scripts_become_one_that_asks_the_page_for_files() {
        let parts = [("a".to_owned(), vec!["chunk_1".to_owned()])];
        let script = joined(GLUE, LINK, &parts).unwrap();
        assert!(
            !script.contains("import ") && !script.contains("fetch("),
            "{script}"
        );
        assert!(script.contains("const src = dtiPart(\"chunk_1\");"));
        assert!(script.contains("(WebAssembly.instantiate(await src, imports))"));
        assert!(script.contains("\nconst __wasm_split_load_a = wrap(__chunk_1);\n"));
        assert!(script.contains("const import2 = { __wasm_split_load_a };\n"));
        assert!(script.ends_with("export const parts = {\"a\":[\"chunk_1\"]};\n"));
        // A library that writes something else is heard of here, not on the page.
        assert!(joined(GLUE, &LINK.replace("fetch(", "get("), &parts).is_err());
        assert!(joined(GLUE, &LINK.replace("Streaming", ""), &parts).is_err());
    }
}
