//! The report on paper and in other programs: few sheets of A4, and a DOCX that LibreOffice opens and in which
//! it reads the same sentences.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::build::Options;
use crate::process::{command, output, run as run_command};
use crate::project::{Project, read, remove_folder};
use crate::server::Running;
use crate::setup::TestTools;

/// Has Chromium print and save reports into `target/report/`, and LibreOffice open them.
pub(super) fn run(project: &Project, tools: &TestTools, _: &Options) -> Result<()> {
    let folder = project.root.join("target/report");
    remove_folder(&folder)?;
    std::fs::create_dir_all(&folder)?;
    let server = Running::start(&project.dist(), "/", 0)?;
    let mut node = command("node", ["tests/browser/support/report.mjs"], &project.root);
    node.env("DTI_BASE_URL", server.address())
        .env("DTI_REPORTS", &folder)
        .env("CHROMIUM", &tools.chromium);
    run_command(&mut node)?;
    drop(server);
    if output(Command::new("soffice").arg("--version")).is_none() {
        bail!(
            "LibreOffice (`soffice`) is not installed; on Debian: \
             `apt-get install --no-install-recommends libreoffice-writer-nogui`"
        );
    }
    let mut files = 0;
    for entry in std::fs::read_dir(&folder)? {
        let file = entry?.path();
        if file.extension().is_some_and(|ending| ending == "docx") {
            open(project, &file)?;
            files += 1;
        }
    }
    match files {
        0 => bail!("no DOCX was saved in {}", folder.display()),
        _ => Ok(()),
    }
}

/// Has LibreOffice make a PDF, to be looked at, and a text of a DOCX, which holds every line beside it.
fn open(project: &Project, file: &Path) -> Result<()> {
    let office = file.with_extension("office");
    for into in ["pdf", "txt:Text (encoded):UTF8"] {
        let mut soffice = command(
            "soffice",
            ["--headless", "--convert-to", into],
            &project.root,
        );
        run_command(soffice.arg("--outdir").arg(&office).arg(file))?;
    }
    let stem = file.file_stem().context("a file has a name")?;
    let text = read(&office.join(stem).with_extension("txt"))?;
    let wanted = read(&file.with_extension("lines"))?;
    match missing(&text, &wanted) {
        None => Ok(()),
        Some(line) => bail!(
            "LibreOffice does not read this in {}: {line}",
            file.display()
        ),
    }
}

/// The first line that a text does not hold, however its spaces are broken.
fn missing<'w>(text: &str, wanted: &'w str) -> Option<&'w str> {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = plain(text);
    wanted.lines().find(|line| !text.contains(&plain(line)))
}

#[cfg(test)]
mod tests {
    use super::missing;

    #[test]
    fn a_line_that_is_not_read_is_named() {
        let text = "Bắc Giang xếp hạng\n9/63 trong DTI 2023.\u{a0}Hết.";
        assert_eq!(missing(text, "Bắc Giang xếp hạng 9/63\nHết."), None);
        assert_eq!(missing(text, "Hết.\nhạng 8/63"), Some("hạng 8/63"));
    }
}
