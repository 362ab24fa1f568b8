//! The API's files. Its script keeps its name, for who imports it, but asks for its module by a
//! name that changes with the content: hosts cache both for minutes, and the script of one release
//! can't run the module of another.

use std::path::Path;

use anyhow::{Result, bail};

use super::assemble::{copy_folder, hashed};
use super::page;
use crate::project::{read, read_bytes, write};

/// Where they are, below the root of the site.
pub(super) const FOLDER: &str = "api/v1/";

const SCRIPT: &str = "dti_whatif.js";
const MODULE: &str = "dti_whatif_bg";

/// Puts what was built into a new dist/. The module keeps its plain name too: Node reads it by
/// that, and so does who took only these two files.
pub(super) fn place(built: &Path, dist: &Path) -> Result<()> {
    let folder = dist.join(FOLDER);
    copy_folder(built, &folder, &[SCRIPT])?;
    let content = read_bytes(&built.join(format!("{MODULE}.wasm")))?;
    let module = hashed(&folder, MODULE, "wasm", &content)?;
    let script = with_module(&read(&built.join(SCRIPT))?, &module)?;
    write(&folder.join(SCRIPT), script)
}

/// The script with the module's hashed name as its default address; under the plain name only the
/// same bytes will do. Both addresses stand there whole, as bundlers look for them.
fn with_module(script: &str, module: &page::Part) -> Result<String> {
    let default = format!("= new URL('{MODULE}.wasm', import.meta.url);");
    if script.matches(&default).count() != 1 {
        bail!("wasm-bindgen's script must hold `{default}` once");
    }
    let page::Part { file, integrity } = module;
    let own = format!(
        "= fetch(new URL('{file}', import.meta.url)).then((found) => found.ok ? found\n            \
         : fetch(new URL('{MODULE}.wasm', import.meta.url), {{ integrity: '{integrity}' }}));"
    );
    Ok(script.replace(&default, &own))
}

#[cfg(test)]
mod tests {
    use super::{FOLDER, place};
    use crate::digest;
    use crate::project::{read, remove_folder, write};

    #[test]
    fn the_script_asks_for_the_module_by_its_hash() {
        let above = std::env::temp_dir().join(format!("xtask-api-{}", std::process::id()));
        let (built, dist) = (above.join("api"), above.join("dist"));
        let script = "let m = new URL('dti_whatif_bg.wasm', import.meta.url);\n";
        for (name, content) in [
            ("dti_whatif.js", script),
            ("dti_whatif.d.ts", "types"),
            ("dti_whatif_bg.wasm", "module"),
        ] {
            write(&built.join(name), content).unwrap();
        }
        place(&built, &dist).unwrap();
        let folder = dist.join(FOLDER);
        let hashed = format!("dti_whatif_bg-{}.wasm", digest::short(b"module"));
        for name in [hashed.as_str(), "dti_whatif_bg.wasm"] {
            assert_eq!(read(&folder.join(name)).unwrap(), "module", "{name}");
        }
        assert_eq!(read(&folder.join("dti_whatif.d.ts")).unwrap(), "types");
        let script = read(&folder.join("dti_whatif.js")).unwrap();
        let first = format!("let m = fetch(new URL('{hashed}', import.meta.url))");
        assert!(script.starts_with(&first), "{script}");
        assert!(script.contains(&digest::integrity(b"module")), "{script}");

        write(&built.join("dti_whatif.js"), "let m = elsewhere;\n").unwrap();
        assert!(place(&built, &dist).is_err());
        remove_folder(&above).unwrap();
    }
}
