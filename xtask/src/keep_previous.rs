//! `cargo xtask keep-previous ADDRESS`: the hashed files of the release that is published there go into
//! dist/ too, for one release. Hosts cache pages for minutes, and a page from before the change still asks
//! for them.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::build::is_hashed_anywhere;
use crate::digest;
use crate::project::{Project, write};

/// What `curl --fail` ends with when the host answers 400 or above.
const NOT_THERE: i32 = 22;

/// Fetches with curl, which every runner and most systems have.
pub(crate) fn run(project: &Project, address: &str) -> Result<()> {
    let address = format!("{}/", address.trim_end_matches('/'));
    let kept = keep(&project.dist(), |name| fetch(&format!("{address}{name}")))?;
    match kept.as_slice() {
        [] => println!("nothing is published at {address}, or all of its files are in dist/"),
        names => println!("kept from {address}: {}", names.join(", ")),
    }
    Ok(())
}

/// Fails where dist/ lacks what is still published.
pub(crate) fn check(project: &Project, address: &str) -> Result<()> {
    match missing(&project.dist(), |name| fetch(&format!("{address}{name}")))?.as_slice() {
        [] => Ok(()),
        [first, ..] => bail!(
            "dist/ lacks {} that pages of the published release ask for; run \
             `cargo xtask keep-previous {address}`",
            first.name
        ),
    }
}

/// A file, or nothing where the host has none.
fn fetch(address: &str) -> Result<Option<Vec<u8>>> {
    let options = [
        "--fail",
        "--silent",
        "--show-error",
        "--location",
        "--max-time",
        "60",
    ];
    let got = Command::new("curl")
        .args(options)
        .args(["--proto", "=https,http", address])
        .output()
        .context("`curl` can't be started; is it installed?")?;
    match got.status.code() {
        Some(0) => Ok(Some(got.stdout)),
        Some(NOT_THERE) => Ok(None),
        _ => bail!(
            "{address} can't be fetched: {}",
            String::from_utf8_lossy(&got.stderr).trim()
        ),
    }
}

/// Puts what `files.json` lists and dist/ lacks into dist/.
fn keep(dist: &Path, fetch: impl Fn(&str) -> Result<Option<Vec<u8>>>) -> Result<Vec<String>> {
    let missing = missing(dist, fetch)?;
    for file in &missing {
        write(&dist.join(&file.name), &file.content)?;
    }
    Ok(missing.into_iter().map(|file| file.name).collect())
}

/// A file of the previous release.
struct Kept {
    name: String,
    content: Vec<u8>,
}

/// What `files.json` lists and dist/ lacks. What does not fit its own hash is refused.
fn missing(dist: &Path, fetch: impl Fn(&str) -> Result<Option<Vec<u8>>>) -> Result<Vec<Kept>> {
    let Some(list) = fetch("files.json")? else {
        return Ok(Vec::new());
    };
    let list: Value =
        serde_json::from_slice(&list).context("the published files.json is no JSON")?;
    let files = list.get("files").and_then(Value::as_array);
    let mut missing = Vec::new();
    for file in files.into_iter().flatten() {
        let text = |key: &str| file.get(key).and_then(Value::as_str).unwrap_or_default();
        let (name, sum) = (text("name"), text("sha256"));
        if !is_hashed_anywhere(name) {
            bail!("the published files.json names `{name}`, which is no hashed file of the site");
        }
        if dist.join(name).is_file() {
            continue;
        }
        let Some(content) = fetch(name)? else {
            println!("warning: {name} is listed but not published any more");
            continue;
        };
        if digest::sha256(&content) != sum {
            bail!("the published {name} is not what its files.json says; nothing was kept");
        }
        missing.push(Kept {
            name: name.to_owned(),
            content,
        });
    }
    Ok(missing)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{keep, missing};
    use crate::digest;
    use crate::project::{read, remove_folder, write};
    use crate::server::Running;

    const OLD: &str = "boot-0123456789abcdef.js";
    const SAME: &str = "page-0123456789abcdef.wasm";

    fn folder(name: &str) -> PathBuf {
        std::env::temp_dir().join(format!("xtask-keep-{}-{name}", std::process::id()))
    }

    fn list(name: &str, content: &str) -> String {
        let sum = digest::sha256(content.as_bytes());
        format!(
            "{{\"files\":[{{\"name\":\"{name}\",\"sha256\":\"{sum}\"}},{{\"name\":\"{SAME}\",\"sha256\":\"\"}}]}}"
        )
    }

    #[test]
    fn the_files_of_the_previous_release_stay_for_one_more() {
        let dist = folder("dist");
        write(&dist.join(SAME), "new").unwrap();
        let published = |name: &str| {
            let content = match name {
                "files.json" => list(OLD, "old"),
                OLD => "old".to_owned(),
                _ => return Ok(None),
            };
            Ok(Some(content.into_bytes()))
        };
        assert_eq!(missing(&dist, published).unwrap().len(), 1);
        assert_eq!(keep(&dist, published).unwrap(), [OLD]);
        assert!(missing(&dist, published).unwrap().is_empty());
        assert_eq!(read(&dist.join(OLD)).unwrap(), "old");
        assert_eq!(read(&dist.join(SAME)).unwrap(), "new");
        assert!(
            keep(&dist, published).unwrap().is_empty(),
            "nothing is fetched twice"
        );
        remove_folder(&dist).unwrap();
    }

    #[test]
    fn the_module_that_an_old_script_of_the_api_asks_for_stays_too() {
        const MODULE: &str = "api/v1/dti_whatif_bg-0123456789abcdef.wasm";
        let dist = folder("api");
        write(&dist.join(SAME), "new").unwrap();
        let published = |name: &str| {
            let content = match name {
                "files.json" => list(MODULE, "old"),
                MODULE => "old".to_owned(),
                _ => return Ok(None),
            };
            Ok(Some(content.into_bytes()))
        };
        assert_eq!(keep(&dist, published).unwrap(), [MODULE]);
        assert_eq!(read(&dist.join(MODULE)).unwrap(), "old");
        remove_folder(&dist).unwrap();
    }

    #[test]
    fn a_first_release_keeps_nothing_and_a_damaged_one_is_refused() {
        let dist = folder("none");
        assert!(keep(&dist, |_| Ok(None)).unwrap().is_empty());
        let says = |content: String| {
            let published = |_: &str| Ok(Some(content.clone().into_bytes()));
            keep(&dist, published).unwrap_err().to_string()
        };
        assert!(says(list("../../x.js", "x")).contains("no hashed file"));
        assert!(says(list(OLD, "other")).contains("not what its files.json says"));
        assert!(says("<html>".to_owned()).contains("no JSON"));
        assert!(!dist.join(OLD).exists());
    }

    #[test]
    fn curl_fetches_from_a_host_like_ours() {
        let site = folder("site");
        write(&site.join("files.json"), list(OLD, "old")).unwrap();
        let server = Running::start(&site, "/repo/", 0).unwrap();
        let address = format!("{}files.json", server.address());
        let Ok(found) = super::fetch(&address) else {
            return; // No curl here; the other tests need none.
        };
        assert!(found.is_some());
        let missing = format!("{}missing.json", server.address());
        assert!(super::fetch(&missing).unwrap().is_none());
        remove_folder(&site).unwrap();
    }
}
