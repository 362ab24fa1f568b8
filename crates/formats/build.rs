//! Embeds `data/` as one document (build/shipped.rs), so that a new edition or decision is a new file
//! and no Rust, and the page carries no reader of JSON or CSV for it.

#[path = "src/catalogue_document.rs"]
mod catalogue_document;
#[path = "src/framework_document.rs"]
mod framework_document;
#[path = "build/shipped.rs"]
mod shipped;
#[path = "src/typed.rs"]
mod typed;

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let data = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../../data");
    println!("cargo::rerun-if-changed={}", data.display());
    let made = PathBuf::from(env::var("OUT_DIR")?);
    let official = shipped::document_of(&data)?;
    fs::write(made.join("shipped.bin"), postcard::to_allocvec(&official)?)?;
    let first = shipped::without_components(official.clone());
    fs::write(made.join("first.bin"), postcard::to_allocvec(&first)?)?;
    // The examples are apart: only what is loaded later carries them.
    let mut examples = shipped::document_of(&data.join("examples"))?;
    shipped::add_commune_sets(&data, &mut examples)?;
    fs::write(made.join("examples.bin"), postcard::to_allocvec(&examples)?)?;
    // What a plain address opens: the last in the list that can be simulated.
    let newest = official.editions.iter().rfind(|own| own.simulatable);
    let newest = newest.ok_or("editions.json names no edition that can be simulated")?;
    println!("cargo::rustc-env=DTI_NEWEST_EDITION={}", newest.id);
    Ok(())
}
