//! The size budget: what a first visit costs in gzip -6 bytes, against target and limit.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::build::{attribute, tags};
use crate::gzip;
use crate::project::{Project, read, read_bytes};

/// What is over its limit today, and may only shrink.
const DEBT_FILE: &str = "xtask/size-debt.txt";

/// What `boot.js` loads by itself, beside the preloaded script.
const STARTED: [&str; 2] = ["page-wasm", "figures"];

/// One line of the report. Without limits it is only printed.
struct Line<'a> {
    name: &'a str,
    found: usize,
    /// Target and the most that passes.
    limits: Option<(usize, usize)>,
}

/// Prints the report of dist/ and fails if a limit is passed.
pub(crate) fn report(project: &Project) -> Result<()> {
    let dist = project.dist();
    let loaded = files_of(&dist, "index.html", "./")?;
    let embed = files_of(&dist, "embed/v1/index.html", "../../")?;

    let mut lines = vec![
        Line {
            name: "core wasm",
            found: sum(&loaded, "wasm")?,
            limits: kilobytes(150, 190),
        },
        Line {
            name: "glue and boot script",
            found: sum(&loaded, "js")?,
            limits: kilobytes(9, 14),
        },
        Line {
            name: "HTML",
            found: sum(&loaded, "html")?,
            limits: kilobytes(9, 20),
        },
        Line {
            name: "CSS",
            found: sum(&loaded, "css")?,
            limits: kilobytes(9, 12),
        },
        Line {
            name: "data",
            found: sum(&loaded, "txt")?,
            limits: kilobytes(14, 20),
        },
        Line {
            name: "full page, cold",
            found: sum(&loaded, "")?,
            limits: kilobytes(200, 250),
        },
        Line {
            name: "requests, cold",
            found: loaded.len(),
            limits: Some((8, 10)),
        },
        Line {
            name: "core wasm of the embed",
            found: sum(&embed, "wasm")?,
            limits: kilobytes(120, 160),
        },
        Line {
            name: "embed, cold",
            found: sum(&embed, "")?,
            limits: kilobytes(130, 150),
        },
        Line {
            name: "requests of the embed, cold",
            found: embed.len(),
            limits: Some((6, 6)),
        },
        Line {
            name: "<dti-whatif>",
            found: sum(&[dist.join("embed/v1/embed.js")], "")?,
            limits: kilobytes(2, 3),
        },
        Line {
            name: "draws, later",
            found: later(&dist, "split_draws-")? + later(&dist, "draws-")?,
            limits: kilobytes(40, 80),
        },
        Line {
            name: "a file that parts share, later",
            found: largest(&dist, "chunk_")?,
            limits: kilobytes(40, 80),
        },
        Line {
            name: "all that parts share, later",
            found: later(&dist, "chunk_")?,
            limits: None,
        },
        Line {
            name: "script of the worker, later",
            found: later(&dist, "worker-")?,
            limits: None,
        },
        Line {
            name: "reading workbooks, later",
            found: later(&dist, "sheets-in-")?,
            limits: kilobytes(250, 330),
        },
        Line {
            name: "writing workbooks, later",
            found: later(&dist, "sheets-out-")?,
            limits: kilobytes(230, 310),
        },
        Line {
            name: "all that can be loaded",
            found: all(&dist)?,
            limits: kilobytes(800, 1_000),
        },
        Line {
            name: "JavaScript API",
            found: api(&dist)?,
            limits: kilobytes(110, 140),
        },
    ];
    let cut_off = cut_off(&dist)?;
    for (name, begin) in &cut_off {
        lines.push(Line {
            name,
            found: later(&dist, begin)?,
            limits: kilobytes(40, 80),
        });
    }
    print_table(&lines);
    let debts = debts(&read(&project.root.join(DEBT_FILE))?)?;
    for line in &lines {
        let debt = debts.iter().find(|(name, _)| name == line.name);
        settle(line, debt.map(|(_, most)| *most))?;
    }
    match debts
        .iter()
        .find(|(name, _)| lines.iter().all(|line| line.name != name))
    {
        Some((name, _)) => bail!("{DEBT_FILE} names `{name}`, which the report does not have"),
        None => Ok(()),
    }
}

/// A line passes inside its limit, or over it when that is recorded and has not grown.
fn settle(line: &Line<'_>, debt: Option<usize>) -> Result<()> {
    let name = line.name;
    let is_over = line.limits.is_some_and(|(_, most)| line.found > most);
    match debt {
        None if is_over => {
            bail!("{name} is over the size budget; make it smaller or load it later")
        }
        None => Ok(()),
        Some(_) if !is_over => {
            bail!("{name} is inside the size budget again: strike it off {DEBT_FILE}")
        }
        Some(most) if line.found > most => bail!(
            "{name} is over the size budget and grew from {most} to {}; make it smaller",
            line.found
        ),
        Some(most) => {
            println!("  {name} is over its limit: known, may not pass {most}, see {DEBT_FILE}");
            Ok(())
        }
    }
}

/// `name: bytes` a line; `#` begins a remark.
fn debts(text: &str) -> Result<Vec<(String, usize)>> {
    let lines = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let debt = |line: &str| -> Result<(String, usize)> {
        let (name, most) = line.split_once(':').context("a line is `name: bytes`")?;
        Ok((
            name.trim().to_owned(),
            most.trim().parse().context("bytes are a whole number")?,
        ))
    };
    lines
        .map(|line| debt(line).with_context(|| format!("{DEBT_FILE}, `{line}`")))
        .collect()
}

fn kilobytes(target: usize, most: usize) -> Option<(usize, usize)> {
    Some((target * 1_000, most * 1_000))
}

fn print_table(lines: &[Line<'_>]) {
    println!("\nsize of dist/ (gzip -6 bytes)        found   target     fail");
    for Line {
        name,
        found,
        limits,
    } in lines
    {
        let (target, most, verdict) = match *limits {
            Some((target, most)) if *found > most => (target, most, "OVER THE LIMIT"),
            Some((target, most)) if *found > target => (target, most, "over the target"),
            Some((target, most)) => (target, most, "ok"),
            None => {
                println!("  {name:<31} {found:>8}        -        -");
                continue;
            }
        };
        println!("  {name:<31} {found:>8} {target:>8} {most:>8}  {verdict}");
    }
}

/// A page with all that it loads by itself; its links to the root of the site begin with `up`.
fn files_of(dist: &Path, page: &str, up: &str) -> Result<Vec<PathBuf>> {
    let page = dist.join(page);
    let html = read(&page).context("there is no built site; run `cargo xtask build`")?;
    let mut files = vec![page];
    // A frame asks for no icon.
    let found = addresses(&html, up).into_iter();
    let found = found.filter(|file| up == "./" || !file.starts_with("favicon"));
    files.extend(found.map(|address| dist.join(address)));
    let started = named(&html, up).filter(|(id, _)| STARTED.contains(id));
    files.extend(started.map(|(_, file)| dist.join(file)));
    Ok(files)
}

/// What boot.js reads from a page: the id and the file of each part.
fn named<'a>(html: &'a str, up: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let tags = tags(html, "<meta ").into_iter();
    let tags = tags.filter(|tag| tag.contains(" data-integrity="));
    tags.filter_map(move |tag| {
        let file = attribute(tag, "content")?.strip_prefix(up)?;
        Some((attribute(tag, "id")?, file))
    })
}

/// What a browser loads by itself: local files in `<link>` and `<script>`.
fn addresses(html: &str, up: &str) -> Vec<String> {
    let starts = html
        .match_indices('<')
        .filter_map(|(start, _)| html.get(start..));
    let tags = starts.filter(|tag| tag.starts_with("<link ") || tag.starts_with("<script "));
    // Loaded only when somebody puts the page on a home screen.
    let tags = tags.filter(|tag| !tag.starts_with("<link rel=\"apple-touch-icon\""));
    let mut found: Vec<String> = tags
        .filter_map(|tag| {
            let (tag, _) = tag.split_once('>')?;
            let (_, address) = tag
                .split_once(" href=\"")
                .or_else(|| tag.split_once(" src=\""))?;
            let (address, _) = address.split_once('"')?;
            let local = address.strip_prefix(up)?;
            (!local.is_empty() && !local.ends_with('/')).then(|| local.to_owned())
        })
        .collect();
    found.sort();
    found.dedup();
    found
}

/// The bytes sent for those files that have this extension; all of them for an empty one.
fn sum(files: &[PathBuf], extension: &str) -> Result<usize> {
    let mut total = 0;
    for file in files {
        let found = file
            .extension()
            .and_then(|text| text.to_str())
            .unwrap_or_default();
        if !extension.is_empty() && found != extension {
            continue;
        }
        let content = read_bytes(file).context("the page names a file that isn't there")?;
        let sent = if gzip::is_used_for(found) {
            gzip::compress(&content)?.len()
        } else {
            content.len()
        };
        total += sent;
    }
    Ok(total)
}

/// What the page loads when it is wanted, by how its files begin.
fn later(dist: &Path, name: &str) -> Result<usize> {
    sum(&released(dist, name)?, "")
}

/// What is cut off the page's module, each without what it shares: its name in the report and how its file
/// begins. What makes draws counts with its script.
fn cut_off(dist: &Path) -> Result<Vec<(String, String)>> {
    let names = released(dist, "split_")?.into_iter().filter_map(|file| {
        let name = file.file_name()?.to_str()?;
        let (part, _) = name.strip_prefix("split_")?.rsplit_once('-')?;
        let name = format!("{}, later", part.replace('_', " "));
        (part != "draws").then(|| (name, format!("split_{part}-")))
    });
    Ok(names.collect())
}

/// The largest of the files whose names begin so.
fn largest(dist: &Path, name: &str) -> Result<usize> {
    let sizes = released(dist, name)?
        .into_iter()
        .map(|file| sum(&[file], ""));
    Ok(sizes
        .collect::<Result<Vec<_>>>()?
        .into_iter()
        .max()
        .unwrap_or_default())
}

/// The page with everything that it may ask for, now or later.
fn all(dist: &Path) -> Result<usize> {
    let mut files = files_of(dist, "index.html", "./")?;
    let html = read(&dist.join("index.html"))?;
    let later = named(&html, "./").filter(|(id, _)| !STARTED.contains(id));
    files.extend(later.map(|(_, file)| dist.join(file)));
    sum(&files, "")
}

/// The script and the module that it asks for; the module's copy under a plain name is left out.
fn api(dist: &Path) -> Result<usize> {
    let mut files = released(dist, "api/v1/")?;
    // A site may be built without it.
    if !files.is_empty() {
        files.push(dist.join("api/v1/dti_whatif.js"));
    }
    sum(&files, "")
}

/// The hashed files of this release whose names begin so; those of the previous one may lie beside.
fn released(dist: &Path, begin: &str) -> Result<Vec<PathBuf>> {
    let list: Value = serde_json::from_str(&read(&dist.join("files.json"))?)
        .context("dist/files.json is no JSON")?;
    let files = list.get("files").and_then(Value::as_array);
    let files = files.context("dist/files.json has no `files`")?;
    let names = files
        .iter()
        .filter_map(|file| file.get("name")?.as_str())
        .filter(|name| name.starts_with(begin));
    Ok(names.map(|name| dist.join(name)).collect())
}

#[cfg(test)]
mod tests {
    use super::{Line, addresses, api, cut_off, debts, largest, later, settle};
    use crate::project::{remove_folder, write};

    #[test]
    fn a_debt_may_shrink_but_not_grow_and_is_struck_off_when_paid() {
        let line = |found| Line {
            name: "core wasm",
            found,
            limits: Some((120, 160)),
        };
        assert!(settle(&line(160), None).is_ok());
        assert!(settle(&line(161), None).is_err());
        assert!(settle(&line(200), Some(200)).is_ok());
        assert!(settle(&line(201), Some(200)).is_err());
        assert!(settle(&line(160), Some(200)).is_err());
        let read = debts("# why\n\ncore wasm: 200\n").unwrap();
        assert_eq!(read, [("core wasm".to_owned(), 200)]);
        assert!(debts("core wasm 200").is_err());
    }

    #[test]
    fn only_files_of_this_release_are_counted_and_each_once() {
        let dist = std::env::temp_dir().join(format!("xtask-size-{}", std::process::id()));
        let files = [
            "drawing-2.bin",
            "split_draws-2.bin",
            "split_own_data-2.bin",
            "api/v1/m-2.bin",
        ];
        let files = files.map(|name| format!("{{\"name\":\"{name}\"}}"));
        let list = format!("{{\"files\":[{}]}}", files.join(","));
        for (name, content) in [
            ("files.json", &list[..]),
            ("drawing-1.bin", "the previous release"),
            ("drawing-2.bin", "ours"),
            ("split_draws-2.bin", "six..."),
            ("split_own_data-1.bin", "the previous release"),
            ("split_own_data-2.bin", "own"),
            ("api/v1/m.bin", "copy"),
            ("api/v1/m-1.bin", "the previous release"),
            ("api/v1/m-2.bin", "copy"),
        ] {
            write(&dist.join(name), content).unwrap();
        }
        assert_eq!(later(&dist, "drawing-").unwrap(), 4);
        assert_eq!(later(&dist, "split_").unwrap(), 9);
        assert_eq!(largest(&dist, "split_").unwrap(), 6);
        let own = ("own data, later".to_owned(), "split_own_data-".to_owned());
        assert_eq!(cut_off(&dist).unwrap(), [own]);
        assert!(api(&dist).is_err(), "its script is missing");
        write(&dist.join("api/v1/dti_whatif.js"), "").unwrap();
        assert!((5..40).contains(&api(&dist).unwrap()));
        write(&dist.join("files.json"), "{\"files\":[]}").unwrap();
        assert_eq!(api(&dist).unwrap(), 0);
        remove_folder(&dist).unwrap();
    }

    #[test]
    fn the_files_that_a_page_loads_are_found_once() {
        let html = r#"<link rel="icon" href="./icon.svg"><link rel="icon" href="./icon.svg">
            <link rel="alternate" href="./en/"><link rel="canonical" href="https://example.org/">
            <script type="module" src="./boot-1.js"></script><a href="./other.html">x</a>"#;
        assert_eq!(addresses(html, "./"), ["boot-1.js", "icon.svg"]);
        let embed = html.replace("\"./", "\"../../");
        assert_eq!(addresses(&embed, "../../"), ["boot-1.js", "icon.svg"]);
        assert!(addresses(&embed, "./").is_empty());
    }
}
