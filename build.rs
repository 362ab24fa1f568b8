//! Embeds `data/` as one plain text (build/shipped.rs), so that a new edition or decision is a new
//! file and no Rust, and the page carries no JSON or CSV parser.

#[path = "build/shipped.rs"]
mod shipped;

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let data = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("data");
    println!("cargo::rerun-if-changed={}", data.display());
    let text = shipped::text_of(&data)?;
    fs::write(
        PathBuf::from(env::var("OUT_DIR")?).join("shipped.txt"),
        text,
    )?;
    Ok(())
}
