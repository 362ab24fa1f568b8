//! The licences of the crates that are compiled into the site: their texts must go with it.

use std::fs;
use std::path::Path;

use anyhow::Result;

use super::crates::Crate;
use crate::project::files_under;

/// Every crate with its licence and the texts in its folder; a text that several share stands once.
pub(super) fn text(crates: &[Crate]) -> Result<String> {
    let mut listed = String::from(
        "Compiled into the site, each under its own licence:\n\nRust's standard library: MIT OR Apache-2.0\n",
    );
    let mut texts: Vec<(String, Vec<String>)> = Vec::new();
    for own in crates {
        let Crate {
            name,
            version,
            licence,
            folder,
            ..
        } = own;
        let licence = licence.as_deref().unwrap_or("see below");
        listed.push_str(&format!("{name} {version}: {licence}\n"));
        for text in licence_texts(folder)? {
            match texts.iter_mut().find(|(known, _)| *known == text) {
                Some((_, names)) => names.push(name.clone()),
                None => texts.push((text, vec![name.clone()])),
            }
        }
    }
    for (text, mut names) in texts {
        names.dedup();
        let line = "-".repeat(72);
        listed.push_str(&format!(
            "\n{line}\n{}\n{line}\n\n{text}\n",
            names.join(", ")
        ));
    }
    Ok(listed)
}

/// What a crate says of its licence, in files of its own.
fn licence_texts(folder: &Path) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    for path in files_under(folder)? {
        let is_top = path.parent() == Some(folder);
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .to_uppercase();
        let begins = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "COPYRIGHT"];
        if is_top && begins.iter().any(|begin| name.starts_with(begin)) {
            // Texts that differ in their ends of lines only are one text.
            let text = fs::read(&path)?;
            let text = String::from_utf8_lossy(&text).replace("\r\n", "\n");
            texts.push(text.trim_end().to_owned());
        }
    }
    Ok(texts)
}
