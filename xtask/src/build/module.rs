//! A WebAssembly module as what it is made of: sections, and numbers in LEB128.

use anyhow::{Result, bail};

/// Magic number and version.
const HEAD: usize = 8;

/// The number that says of which kind a section is, and its bytes.
pub(super) type Section<'a> = (u8, &'a [u8]);

/// A module's head, and its sections: the number that says of which kind each is, and its bytes.
pub(super) fn sections(module: &[u8]) -> Result<(&[u8], Vec<Section<'_>>)> {
    let mut reader = Reader::of(module);
    let head = reader.take(HEAD)?;
    let mut sections = Vec::new();
    while let [id, ..] = *reader.left() {
        reader.take(1)?;
        let size = reader.number()?;
        sections.push((id, reader.take(size)?));
    }
    Ok((head, sections))
}

pub(super) fn write_section(id: u8, section: &[u8], module: &mut Vec<u8>) {
    module.push(id);
    write_number(section.len(), module);
    module.extend(section);
}

/// Bytes of a module, read from front to back.
pub(super) struct Reader<'a> {
    left: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        Self { left: bytes }
    }

    /// What is not read yet.
    pub(super) fn left(&self) -> &'a [u8] {
        self.left
    }

    pub(super) fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        match self.left.split_at_checked(length) {
            Some((taken, left)) => {
                self.left = left;
                Ok(taken)
            }
            None => bail!("the module ends in the middle"),
        }
    }

    /// A number in LEB128.
    pub(super) fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let [byte] = *self.take(1)? else { break };
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        bail!("a number of the module is too long")
    }
}

pub(super) fn write_number(mut number: usize, bytes: &mut Vec<u8>) {
    loop {
        let low = (number & 0x7f) as u8;
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return;
        }
        bytes.push(low | 0x80);
    }
}
