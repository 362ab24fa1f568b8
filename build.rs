//! Puts every data file that an edition names into the binary, so that a new edition or decision is
//! a new file and no Rust.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let data = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("data");
    println!("cargo::rerun-if-changed={}", data.display());
    let list: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(data.join("editions.json"))?)?;
    let named = |key: &str| -> Vec<String> {
        let entries = list.as_array().map(Vec::as_slice).unwrap_or_default();
        let mut names: Vec<String> = entries
            .iter()
            .filter_map(|e| e.get(key)?.as_str().map(str::to_owned))
            .collect();
        names.sort();
        names.dedup();
        names
    };
    let mut code = String::new();
    files(
        &mut code,
        "FRAMEWORKS",
        &data.join("frameworks"),
        &named("framework"),
        "json",
    )?;
    files(
        &mut code,
        "UNITS",
        &data.join("units"),
        &named("units"),
        "csv",
    )?;
    files(
        &mut code,
        "EDITION_FILES",
        &data.join("editions"),
        &named("id"),
        "csv",
    )?;
    for (constant, file) in [
        ("MERGERS", "mergers.csv"),
        ("SOURCES", "sources.csv"),
        ("EDITIONS", "editions.json"),
    ] {
        let path = data.join(file);
        writeln!(
            code,
            "pub(super) const {constant}: &str = include_str!({:?});",
            path.display().to_string()
        )?;
    }
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("shipped.rs"), code)?;
    Ok(())
}

fn files(
    code: &mut String,
    constant: &str,
    folder: &Path,
    names: &[String],
    ending: &str,
) -> Result<(), Box<dyn Error>> {
    writeln!(code, "pub(super) const {constant}: &[(&str, &str)] = &[")?;
    for name in names {
        let path = folder.join(format!("{name}.{ending}"));
        writeln!(
            code,
            "    ({name:?}, include_str!({:?})),",
            path.display().to_string()
        )?;
    }
    writeln!(code, "];")?;
    Ok(())
}
