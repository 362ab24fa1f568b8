//! Running other programs: their output streams through, and a failure becomes one sentence.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

/// A program with its arguments, to run in a folder.
pub(crate) fn command<I>(program: impl AsRef<OsStr>, arguments: I, folder: &Path) -> Command
where
    I: IntoIterator,
    I::Item: AsRef<OsStr>,
{
    let mut command = Command::new(program);
    command
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null());
    command
}

/// Cargo itself.
pub(crate) fn cargo<I>(arguments: I, folder: &Path) -> Command
where
    I: IntoIterator,
    I::Item: AsRef<OsStr>,
{
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    command(program, arguments, folder)
}

/// npm, under the name that it has on this system.
pub(crate) fn npm<I>(arguments: I, folder: &Path) -> Command
where
    I: IntoIterator,
    I::Item: AsRef<OsStr>,
{
    command(
        if cfg!(windows) { "npm.cmd" } else { "npm" },
        arguments,
        folder,
    )
}

/// Runs it, lets its output through, and fails unless it ends with success.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    println!("    $ {}", in_words(command));
    let status = command
        .status()
        .with_context(|| format!("`{}` can't be started; is it installed?", name(command)))?;
    if !status.success() {
        bail!(
            "`{}` failed ({status}); its own words are above",
            in_words(command)
        );
    }
    Ok(())
}

/// What it prints, or nothing if it can't be started or fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

fn name(command: &Command) -> String {
    let path = Path::new(command.get_program());
    path.file_name()
        .unwrap_or_else(|| command.get_program())
        .to_string_lossy()
        .into_owned()
}

fn in_words(command: &Command) -> String {
    let mut words = vec![name(command)];
    words.extend(
        command
            .get_args()
            .map(|word| word.to_string_lossy().into_owned()),
    );
    words.join(" ")
}
