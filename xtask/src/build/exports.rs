//! Takes exports out of a WebAssembly module. Leptos brings stream classes for servers, whose
//! functions are exported whether a page calls them or not; without their exports wasm-opt drops
//! them with all that they need.

use anyhow::Result;

use super::module::{Reader, sections, write_number, write_section};

/// What the names of unused exports begin with.
const UNUSED: [&str; 2] = ["intounderlying", "__wbg_intounderlying"];
/// Id of the section that lists the exports.
const EXPORTS: u8 = 7;

/// The module without the exports that nothing calls.
pub(super) fn without_unused(module: &[u8]) -> Result<Vec<u8>> {
    let (head, sections) = sections(module)?;
    let mut kept = head.to_vec();
    for (id, section) in sections {
        if id == EXPORTS {
            write_section(id, &filtered(section)?, &mut kept);
        } else {
            write_section(id, section, &mut kept);
        }
    }
    Ok(kept)
}

/// The section of the exports without the unused ones.
fn filtered(section: &[u8]) -> Result<Vec<u8>> {
    let mut reader = Reader::of(section);
    let mut kept = Vec::new();
    let mut count = 0;
    for _ in 0..reader.number()? {
        let before = reader.left();
        let length = reader.number()?;
        let name = reader.take(length)?;
        // The kind of what is exported, and its number.
        reader.take(1)?;
        reader.number()?;
        if !UNUSED
            .iter()
            .any(|unused| name.starts_with(unused.as_bytes()))
        {
            kept.extend_from_slice(
                before
                    .get(..before.len() - reader.left().len())
                    .unwrap_or(before),
            );
            count += 1;
        }
    }
    let mut section = Vec::new();
    write_number(count, &mut section);
    section.extend(kept);
    Ok(section)
}

#[cfg(test)]
mod tests {
    use super::without_unused;
    use crate::build::module::write_number;

    /// A module with a custom section of `filler` bytes and these exports of function 0.
    fn module(exports: &[&str], filler: usize) -> Vec<u8> {
        let mut section = Vec::new();
        write_number(exports.len(), &mut section);
        for name in exports {
            write_number(name.len(), &mut section);
            section.extend(name.as_bytes());
            section.extend([0, 0]);
        }
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        for (id, section) in [(0, vec![1; filler]), (7, section)] {
            module.push(id);
            write_number(section.len(), &mut module);
            module.extend(section);
        }
        module
    }

    #[test]
    fn only_unused_exports_go() {
        let given = [
            "memory",
            "intounderlyingsink_write",
            "main",
            "__wbg_intounderlyingsource_free",
        ];
        let kept = without_unused(&module(&given, 300)).unwrap();
        assert_eq!(kept, module(&["memory", "main"], 300));
        assert_eq!(without_unused(&kept).unwrap(), kept);
    }

    #[test]
    fn a_damaged_module_is_refused() {
        assert!(without_unused(b"\0asm").is_err());
        assert!(without_unused(b"\0asm\x01\0\0\0\x07\x7f").is_err());
        assert!(without_unused(b"\0asm\x01\0\0\0\x07\xff\xff\xff\xff\xff\xff").is_err());
    }
}
