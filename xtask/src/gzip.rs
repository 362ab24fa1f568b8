//! Compression as GitHub Pages does it; the size budget counts in these bytes.

use std::io::Write as _;

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

/// gzip at level 6.
pub(crate) fn compress(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(content.len() / 2), Compression::new(6));
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

/// Whether files of this kind are sent compressed.
pub(crate) fn is_used_for(extension: &str) -> bool {
    let kinds = [
        "css",
        "csv",
        "html",
        "js",
        "json",
        "mjs",
        "svg",
        "txt",
        "wasm",
        "webmanifest",
        "xml",
    ];
    kinds.contains(&extension)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_shrinks() {
        let text = "Bắc Ninh ".repeat(1_000);
        let small = compress(text.as_bytes()).unwrap();
        assert!(small.len() < 200);
        assert_eq!(small.get(..2), Some(&[0x1f, 0x8b][..]));
        assert!(is_used_for("wasm") && !is_used_for("png"));
    }
}
