//! Reading the path of a request: decoding it, and refusing names that could leave the folder.

/// Whether a name could mean another folder or another drive.
pub(super) fn is_unsafe(name: &str) -> bool {
    name == "." || name == ".." || name.contains(['\\', ':', '\0'])
}

/// Percent-decoded; nothing if that isn't UTF-8 or hides a slash.
pub(super) fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut left = path.bytes();
    while let Some(byte) = left.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let high = char::from(left.next()?).to_digit(16)?;
        let low = char::from(left.next()?).to_digit(16)?;
        let byte = u8::try_from(high * 16 + low).ok()?;
        if byte == b'/' {
            return None;
        }
        bytes.push(byte);
    }
    String::from_utf8(bytes).ok()
}
