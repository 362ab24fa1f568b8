//! Scripts as they are shipped: without the remarks, which are for who reads the sources.

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::project::read_bytes;

/// A script of this file as it is shipped.
pub(super) fn shipped(file: &Path) -> Result<Vec<u8>> {
    without_remarks(read_bytes(file)?).with_context(|| format!("{} is no text", file.display()))
}

/// A script without the lines that hold nothing but a remark. Remarks behind code stay.
fn without_remarks(script: Vec<u8>) -> Result<Vec<u8>> {
    let script = String::from_utf8(script)?;
    let mut kept = String::with_capacity(script.len());
    let mut is_inside = false;
    for line in script.split_inclusive('\n') {
        let text = line.trim();
        let begins = text.starts_with("/*") && (text.ends_with("*/") || !text.contains("*/"));
        if is_inside || begins {
            is_inside = !text.ends_with("*/");
        } else if !text.starts_with("//") {
            kept.push_str(line);
        }
    }
    Ok(kept.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::without_remarks;

    #[test]
    fn only_lines_that_are_all_remark_go() {
        let script = "// Why.\n/** How. */\nconst a = 1; // kept\n  /**\n   * @param b\n   */\n\
            function f(b) {\n  // Here.\n  return `//${b}`; /* kept */\n}\n/* x */ f();\n";
        let kept = "const a = 1; // kept\nfunction f(b) {\n  return `//${b}`; /* kept */\n}\n\
            /* x */ f();\n";
        assert_eq!(
            without_remarks(script.into()).unwrap(),
            kept.as_bytes().to_vec()
        );
        assert!(without_remarks(vec![0xff]).is_err());
    }
}
