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
    let made = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(made.join("shipped.txt"), shipped::text_of(&data)?)?;
    // The examples are apart: only what is loaded later carries them.
    let examples = shipped::text_of(&data.join("examples"))?;
    fs::write(made.join("examples.txt"), examples)?;
    Ok(())
}
