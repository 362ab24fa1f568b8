//! Hashes of file contents: names that change with the content, integrity, and "nothing changed".

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256, Sha384};

use crate::project::{files_under, read_bytes};

/// The part of a hash that goes into a file name.
pub(crate) fn short(content: &[u8]) -> String {
    hex(&Sha256::digest(content)).chars().take(16).collect()
}

/// The value of an `integrity` attribute.
pub(crate) fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

/// The value in a policy that allows exactly this script or style.
pub(crate) fn policy_hash(content: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}

/// A whole SHA-256, as `sha256sum` writes it.
pub(crate) fn sha256(content: &[u8]) -> String {
    hex(&Sha256::digest(content))
}

/// One hash for the names and contents of all files under these paths.
pub(crate) fn tree(root: &Path, paths: &[PathBuf]) -> Result<String> {
    let mut hash = Sha256::new();
    for path in paths {
        for file in files_under(path)? {
            let name = file.strip_prefix(root).unwrap_or(&file);
            hash.update(name.to_string_lossy().replace('\\', "/"));
            hash.update([0]);
            hash.update(Sha256::digest(read_bytes(&file)?));
        }
    }
    Ok(hex(&hash.finalize()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String can't fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_match_known_values() {
        assert_eq!(short(b"abc"), "ba7816bf8f01cfea");
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }
}
