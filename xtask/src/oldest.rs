//! Whether the built files need nothing that the oldest browsers of the README lack: Chrome and Edge 105,
//! Firefox 121, Safari 16.4. Those know WebAssembly 2.0 and ECMAScript 2022, all of them.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use wasmparser::{Validator, WasmFeatures};

use crate::process::{command, run as run_command};
use crate::project::{Project, files_under, read_bytes};

/// Looks through every module and every script of dist/.
pub(crate) fn run(project: &Project) -> Result<()> {
    let dist = project.dist();
    for file in files_under(&dist)? {
        if file.extension().is_some_and(|kind| kind == "wasm") {
            check_module(&file)?;
        }
    }
    let syntax = ["tests/browser/support/syntax.mjs"];
    run_command(command("node", syntax, &project.root).arg(dist))
}

fn check_module(file: &Path) -> Result<()> {
    validate(&read_bytes(file)?).with_context(|| {
        format!(
            "{} needs more than the oldest browsers of README.md know",
            file.display()
        )
    })
}

fn validate(module: &[u8]) -> Result<()> {
    match Validator::new_with_features(WasmFeatures::WASM2).validate_all(module) {
        Ok(_) => Ok(()),
        Err(error) => bail!("{error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::validate;

    /// A module whose one type is a function that gives a value of this kind.
    fn module_of(kind: u8) -> Vec<u8> {
        let types = [1, 5, 1, 0x60, 0, 1, kind];
        [b"\0asm\x01\0\0\0".as_slice(), &types].concat()
    }

    #[test]
    fn what_is_newer_than_webassembly_2_is_refused() {
        let [int, vector, external, any] = [0x7f, 0x7b, 0x6f, 0x6e];
        for known in [int, vector, external] {
            assert!(validate(&module_of(known)).is_ok(), "{known:x}");
        }
        assert!(validate(&module_of(any)).is_err());
    }
}
