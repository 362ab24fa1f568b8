//! Scripts as they are shipped: without the remarks, which are for who reads the sources.

use std::path::Path;

use anyhow::{Context as _, Result, bail};

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

/// A module as a function that gives its exports, for where modules are refused; nothing where it exports
/// nothing.
pub(super) fn as_function(text: &str) -> Result<Option<String>> {
    let mut exports = Vec::new();
    let mut body = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let Some(after) = line.strip_prefix("export ") else {
            body.push_str(line);
            continue;
        };
        match after
            .trim()
            .strip_prefix("{")
            .and_then(|list| list.strip_suffix("};"))
        {
            Some(list) => exports.extend(list.split(',').filter_map(listed)),
            None => {
                exports.extend(declared(after).map(|own| format!("{own}: {own}")));
                body.push_str(after);
            }
        }
    }
    if exports.is_empty() {
        return Ok(None);
    }
    if body.lines().any(|line| line.starts_with("import ")) {
        bail!("it imports another module");
    }
    let body = body.replace("import.meta.url", "location.href");
    let exports = exports.join(", ");
    Ok(Some(format!(
        "() => {{\n{body}\nreturn {{ {exports} }};\n}}"
    )))
}

/// `a as b` of an export list as `b: a`.
fn listed(item: &str) -> Option<String> {
    let item = item.trim();
    let (own, name) = item.split_once(" as ").unwrap_or((item, item));
    (!item.is_empty()).then(|| format!("{name}: {own}"))
}

/// The name in `async function name(` or `class Name {`.
fn declared(declaration: &str) -> Option<&str> {
    let words = declaration.trim_start_matches("async ").split_once(' ')?.1;
    let end = words.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '$')?;
    words.get(..end).filter(|name| !name.is_empty())
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
