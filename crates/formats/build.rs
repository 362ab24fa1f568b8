//! Embeds `data/` as one plain text (build/shipped.rs), so that a new edition or decision is a new
//! file and no Rust, and the page carries no JSON or CSV parser.

#[path = "build/shipped.rs"]
mod shipped;

use serde_json::Value;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let data = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../../data");
    println!("cargo::rerun-if-changed={}", data.display());
    let made = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(made.join("shipped.txt"), shipped::text_of(&data)?)?;
    // The examples are apart: only what is loaded later carries them.
    let examples = shipped::text_of(&data.join("examples"))?;
    fs::write(made.join("examples.txt"), examples)?;
    println!("cargo::rustc-env=DTI_NEWEST_EDITION={}", newest(&data)?);
    Ok(())
}

/// The edition that a plain address opens: the last in the list that can be simulated.
fn newest(data: &Path) -> Result<String, Box<dyn Error + Send + Sync>> {
    let list: Value = serde_json::from_str(&fs::read_to_string(data.join("editions.json"))?)?;
    let editions = list
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
        .iter();
    let is_simulatable = |edition: &&Value| edition.get("simulatable") == Some(&Value::Bool(true));
    let newest = editions.rev().find(is_simulatable);
    let id = newest.and_then(|edition| edition.get("id")?.as_str());
    Ok(id
        .ok_or("editions.json names no edition that can be simulated")?
        .to_owned())
}
