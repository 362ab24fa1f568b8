//! `cargo xtask release`: the site with all that a host of one's own needs, in one ZIP that is the same
//! wherever it is made, and its SHA-256.

mod crates;
mod licences;
mod sbom;

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use flate2::Compression;
use flate2::write::DeflateEncoder;
use rawzip::time::UtcDateTime;
use rawzip::{CompressionMethod, ZipArchiveWriter};

use crate::build::offline_page;
use crate::digest;
use crate::project::{Project, files_under, read, read_bytes, remove_folder, write};

/// Documents of the project that go with it, where they exist.
const DOCUMENTS: [&str; 9] = [
    "CHANGELOG.md",
    "LICENSE",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "README.vi.md",
    "THIRD-PARTY.md",
    "docs/embedding.md",
    "docs/publishing.md",
];

/// What goes into the ZIP: paths below its folder with their contents, in order.
type Entries = Vec<(String, Vec<u8>)>;

/// Packs dist/ into target/release-zip/.
pub(crate) fn run(project: &Project) -> Result<()> {
    let folder = project.root.join("target/release-zip");
    remove_folder(&folder)?;
    let version = version(project)?;
    let name = format!("dti-whatif-{version}");
    let mut entries = gather(project)?;
    let crates = crates::shipped(project)?;
    for (file, text) in [
        ("THIRD-PARTY.txt", licences::text(&crates)?),
        ("sbom.cdx.json", sbom::text(&version, &crates)?),
    ] {
        entries.push((file.to_owned(), text.into_bytes()));
    }
    entries.sort();
    let sums = sums(
        entries
            .iter()
            .map(|(path, content)| (path.as_str(), content.as_slice())),
    );
    entries.push(("SHA256SUMS".to_owned(), sums.into_bytes()));
    for (path, content) in &entries {
        write(&folder.join(&name).join(path), content)?;
    }
    let archive = zip(&name, &entries)?;
    let file = format!("{name}.zip");
    write(
        &folder.join("SHA256SUMS"),
        self::sums([(file.as_str(), archive.as_slice())]),
    )?;
    write(&folder.join(&file), &archive)?;
    println!("{} ({} bytes)", folder.join(&file).display(), archive.len());
    Ok(())
}

/// The bill of materials of a release, and how many crates it names.
pub(crate) fn bill(project: &Project) -> Result<(String, usize)> {
    let crates = crates::shipped(project)?;
    Ok((sbom::text(&version(project)?, &crates)?, crates.len()))
}

/// The page in one file, written beside the site for tests and for who wants to look at it.
pub(crate) fn offline(project: &Project) -> Result<std::path::PathBuf> {
    let file = project.root.join("target/offline.html");
    write(&file, offline_page(&project.dist())?)?;
    Ok(file)
}

/// The version in Cargo.toml.
fn version(project: &Project) -> Result<String> {
    let manifest = read(&project.root.join("Cargo.toml"))?;
    let version = manifest
        .lines()
        .find_map(|line| line.strip_prefix("version = \""));
    let version = version.context("Cargo.toml names no version")?;
    Ok(version.trim_end_matches('"').to_owned())
}

fn gather(project: &Project) -> Result<Entries> {
    let dist = project.dist();
    let mut entries = Entries::new();
    for path in files_under(&dist)? {
        let below = path
            .strip_prefix(&dist)?
            .to_string_lossy()
            .replace('\\', "/");
        entries.push((format!("site/{below}"), read_bytes(&path)?));
    }
    entries.push(("offline.html".to_owned(), offline_page(&dist)?.into_bytes()));
    for name in DOCUMENTS {
        let path = project.root.join(name);
        if path.is_file() {
            entries.push((name.to_owned(), read_bytes(&path)?));
        }
    }
    Ok(entries)
}

/// Lines that `sha256sum --check` reads.
fn sums<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
    let line = |(name, content): (&str, &[u8])| format!("{}  {name}\n", digest::sha256(content));
    files.into_iter().map(line).collect()
}

/// The archive: in the order given, every file with the same time and rights.
fn zip(folder: &str, entries: &[(String, Vec<u8>)]) -> Result<Vec<u8>> {
    let time = UtcDateTime::from_components(1980, 1, 1, 0, 0, 0, 0).context("no such day")?;
    let mut bytes = Vec::new();
    let mut archive = ZipArchiveWriter::new(&mut bytes);
    for (path, content) in entries {
        let name = format!("{folder}/{path}");
        let builder = archive.new_file(&name);
        let builder = builder.compression_method(CompressionMethod::DEFLATE);
        let (mut entry, config) = builder
            .last_modified(time)
            .unix_permissions(0o644)
            .start()?;
        let mut writer = config.wrap(DeflateEncoder::new(&mut entry, Compression::best()));
        writer.write_all(content)?;
        let (encoder, descriptor) = writer.finish()?;
        encoder.finish()?;
        entry.finish(descriptor)?;
    }
    archive.finish()?;
    Ok(bytes)
}

/// The folder that the last release was packed from.
pub(crate) fn unpacked(project: &Project) -> Result<Vec<std::path::PathBuf>> {
    files_under(&project.root.join("target/release-zip"))
}

/// The release ZIP below a folder of the project.
pub(crate) fn archive(root: &Path) -> Result<Vec<u8>> {
    let folder = root.join("target/release-zip");
    let mut found = files_under(&folder)?;
    found.retain(|file| file.extension().is_some_and(|extension| extension == "zip"));
    let file = found
        .first()
        .context("there is no release; run `cargo xtask release`")?;
    fs::read(file).with_context(|| format!("{} can't be read", file.display()))
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use flate2::read::DeflateDecoder;

    use super::{sums, zip};

    #[test]
    fn the_archive_holds_what_was_given_and_is_the_same_again() {
        let entries = vec![
            ("a.txt".to_owned(), b"Hue ".repeat(500)),
            ("site/index.html".to_owned(), b"<p>".to_vec()),
        ];
        let bytes = zip("dti-1", &entries).unwrap();
        assert_eq!(bytes, zip("dti-1", &entries).unwrap());
        assert!(bytes.len() < 600, "it is compressed");
        let archive = rawzip::ZipArchive::from_slice(&bytes).unwrap();
        let mut headers = archive.entries();
        for (path, content) in &entries {
            let header = headers.next_entry().unwrap().unwrap();
            let name = header.file_path().try_normalize().unwrap();
            assert_eq!(name.as_ref(), format!("dti-1/{path}"));
            let entry = archive.get_entry(header.wayfinder()).unwrap();
            let mut read = Vec::new();
            let decoder = DeflateDecoder::new(entry.data());
            entry
                .verifying_reader(decoder)
                .read_to_end(&mut read)
                .unwrap();
            assert_eq!(&read, content);
        }
        assert!(headers.next_entry().unwrap().is_none());
    }

    #[test]
    fn sums_are_written_as_their_programs_read_them() {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.txt\n";
        assert_eq!(sums([("a.txt", b"abc".as_slice())]), expected);
    }
}
