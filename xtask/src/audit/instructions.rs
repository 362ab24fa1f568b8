//! `cargo xtask audit instructions`: how many instructions the engine's questions take, counted by
//! callgrind, against stored figures. Times differ from machine to machine; these do not.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::process::{cargo, output, run as run_command};
use crate::project::{Project, read, write};

/// Where the figures are kept.
const FILE: &str = "benches/instructions.txt";
/// What stands above them.
const HEAD: &str = "\
# Instructions of one question each, as callgrind counts them. `cargo xtask audit instructions` fails where
# one differs by more than 2 %; with `--store` it writes them anew, and the commit says why they moved.
";
/// How far a figure may be from the stored one: one part in so many.
const LEEWAY: u64 = 50;
/// The function in `benches/native.rs` inside which callgrind counts.
const COUNTED: &str = "*only_this_is_counted*";

/// What is done with the stored figures.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Stored {
    /// The counts must be near them.
    #[default]
    Compared,
    /// The counts take their place.
    Anew,
}

/// Instructions of one question, by its name in `benches/native.rs`.
type Counts = BTreeMap<String, u64>;

/// Counts every case; fails where one is not near its stored figure.
pub(super) fn run(project: &Project, stored: Stored) -> Result<()> {
    if output(Command::new("valgrind").arg("--version")).is_none() {
        bail!(
            "valgrind, which counts the instructions, is not installed; on Debian: \
             `apt-get install --no-install-recommends valgrind`"
        );
    }
    let program = program(project)?;
    let listed = output(Command::new(&program).arg("--list"));
    let listed = listed.context("the native benchmark cannot list its cases")?;
    let mut counts = Counts::new();
    for name in listed.lines() {
        let count = count(project, &program, name)?;
        println!("    {name}: {count}");
        counts.insert(name.to_owned(), count);
    }
    let file = project.root.join(FILE);
    match stored {
        Stored::Anew => write(&file, text_of(&counts)),
        Stored::Compared => compare(&parse(&read(&file)?)?, &counts),
    }
}

/// Builds `benches/native.rs` and finds its program.
fn program(project: &Project) -> Result<String> {
    let arguments = ["bench", "--package", "dti-benches", "--bench", "native"];
    let mut build = cargo(arguments, &project.root);
    run_command(build.arg("--no-run"))?;
    build.args(["--quiet", "--message-format=json"]);
    let said = output(&mut build).context("the native benchmark could not be built")?;
    let mut messages = said
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let named = messages.find_map(|message| Some(message.get("executable")?.as_str()?.to_owned()));
    named.context("cargo did not say where the native benchmark is")
}

/// The instructions of one question: the batch that callgrind counted, divided by its length.
fn count(project: &Project, program: &str, name: &str) -> Result<u64> {
    let out = project.target.join("callgrind.out");
    let mut valgrind = Command::new("valgrind");
    valgrind
        .args([
            "--tool=callgrind",
            "--quiet",
            "--branch-sim=no",
            "--cache-sim=no",
        ])
        .arg(format!("--toggle-collect={COUNTED}"))
        .arg(format!("--callgrind-out-file={}", out.display()))
        .args([program, name]);
    let said = output(&mut valgrind).with_context(|| format!("valgrind failed on `{name}`"))?;
    let times = said
        .rsplit('\t')
        .next()
        .and_then(|times| times.parse().ok());
    let times: u64 = times.with_context(|| format!("`{name}` does not say how often it ran"))?;
    let total = total(&out)?;
    if total < times {
        bail!("callgrind counted nothing of `{name}`: is `{COUNTED}` still in benches/native.rs?");
    }
    Ok(total / times.max(1))
}

/// The sum in a file of callgrind.
fn total(out: &Path) -> Result<u64> {
    let text = read(out)?;
    let sum = text.lines().find_map(|line| line.strip_prefix("totals: "));
    let sum = sum.with_context(|| format!("{} holds no totals", out.display()))?;
    fs::remove_file(out).with_context(|| format!("{} can't be removed", out.display()))?;
    Ok(sum.trim().parse()?)
}

fn text_of(counts: &Counts) -> String {
    let lines = counts
        .iter()
        .map(|(name, count)| format!("{name}: {count}\n"));
    HEAD.to_owned() + &lines.collect::<String>()
}

fn parse(text: &str) -> Result<Counts> {
    let line = |line: &str| -> Result<(String, u64)> {
        let (name, count) = line.rsplit_once(": ").context("it is no `name: count`")?;
        Ok((
            name.to_owned(),
            count.parse().context("its count is no whole number")?,
        ))
    };
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|text| line(text).with_context(|| format!("{FILE}, `{text}`")))
        .collect()
}

/// Fails where a count is too far from its stored figure, or one of both is missing.
fn compare(stored: &Counts, counts: &Counts) -> Result<()> {
    let mut faults = Vec::new();
    for (name, &count) in counts {
        match stored.get(name) {
            None => faults.push(format!("`{name}` has no stored figure")),
            Some(&before) if before.abs_diff(count) > before / LEEWAY => {
                let moved = (count as f64 / before as f64 - 1.0) * 100.0;
                faults.push(format!(
                    "`{name}` takes {count}, not {before}: {moved:+.1} %"
                ));
            }
            Some(_) => {}
        }
    }
    let is_gone = |name: &&String| !counts.contains_key(*name);
    let gone = stored.keys().filter(is_gone);
    faults.extend(gone.map(|name| format!("`{name}` is stored but counted no more")));
    if faults.is_empty() {
        return Ok(());
    }
    bail!(
        "instructions moved by more than 2 %: {}. Mend it, or store them anew with a reason: \
         `cargo xtask audit instructions --store`",
        faults.join("; ")
    )
}

#[cfg(test)]
mod tests {
    use super::{Counts, compare, parse, text_of};

    fn counts(pairs: &[(&str, u64)]) -> Counts {
        let pair = |&(name, count): &(&str, u64)| (name.to_owned(), count);
        pairs.iter().map(pair).collect()
    }

    #[test]
    fn what_is_stored_is_read_again() {
        let counts = counts(&[("plan, 63 x 8", 12_345), ("set, 3,321 x 62", 678)]);
        assert_eq!(parse(&text_of(&counts)).unwrap(), counts);
        assert!(parse("set: many").is_err());
    }

    #[test]
    fn two_in_a_hundred_pass_and_three_do_not() {
        let stored = counts(&[("set", 1_000)]);
        for near in [980, 1_000, 1_020] {
            assert!(
                compare(&stored, &counts(&[("set", near)])).is_ok(),
                "{near}"
            );
        }
        for far in [979, 1_021] {
            assert!(compare(&stored, &counts(&[("set", far)])).is_err(), "{far}");
        }
    }

    #[test]
    fn a_case_without_a_figure_and_a_figure_without_a_case_are_faults() {
        let (one, two) = (counts(&[("set", 1)]), counts(&[("set", 1), ("plan", 2)]));
        assert!(compare(&one, &two).is_err());
        assert!(compare(&two, &one).is_err());
    }
}
