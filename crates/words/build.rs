//! Messages in Fluent's syntax (`locales/`) become methods of `Words`, so that a message without a
//! language, an unknown argument or a fault of syntax does not compile (decision 22).

#[path = "build/messages.rs"]
mod messages;
#[path = "build/methods.rs"]
mod methods;
#[path = "build/reading.rs"]
mod reading;

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let locales = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("locales");
    println!("cargo::rerun-if-changed={}", locales.display());
    let messages = messages::all(&locales)?;
    let made = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(made.join("messages.rs"), methods::written(&messages))?;
    Ok(())
}
