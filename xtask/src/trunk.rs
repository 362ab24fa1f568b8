//! `cargo xtask trunk`: what Trunk calls (Trunk.toml). Trunk watches and serves; what is served is built here,
//! so that it is the whole calculator. With `--release` that is what `cargo xtask build` builds.

use std::env;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::build::{self, Development, copy_folder, tags};
use crate::project::{Project, files_under, read, remove_folder, write};
use crate::setup;

/// Fills the folder that Trunk then puts in place.
pub(crate) fn run(project: &Project) -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context(
            "`cargo xtask trunk` is called by Trunk: run `trunk build` or `trunk serve` instead",
        )?;
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let site = if is_release {
        let tools = setup::for_build(project)?;
        build::if_changed(project, &tools, &build::Options::default())?;
        project.dist()
    } else {
        setup::for_development()?;
        let development = Development::of(project);
        development.all()?;
        development.site()
    };
    let own = read(&folder.join("index.html")).context("Trunk wrote no page")?;
    remove_folder(&folder)?;
    copy_folder(&site, &folder, &[])?;
    let Some(script) = reload_script(&own) else {
        return Ok(());
    };
    for file in files_under(&folder)? {
        if file.extension().is_some_and(|ending| ending == "html") {
            write(&file, with_reload(&read(&file)?, script))?;
        }
    }
    Ok(())
}

/// What `trunk serve` adds at the end of its page, to load it again; `trunk build` adds nothing.
fn reload_script(html: &str) -> Option<&str> {
    let (_, script) = html.rsplit_once("<script")?;
    let (script, _) = script.split_once("</script>")?;
    script.contains("__TRUNK_ADDRESS__").then_some(script)
}

/// A page of the calculator with that script. It stands in the page and speaks over a web socket, both of
/// which the page's policy forbids: the policy goes.
fn with_reload(html: &str, script: &str) -> String {
    let policy = tags(html, "<meta http-equiv=\"Content-Security-Policy\"");
    let html = policy
        .into_iter()
        .fold(html.to_owned(), |html, tag| html.replacen(tag, "", 1));
    let script = format!("<script{script}</script></body>");
    html.replacen("</body>", &script, 1)
}

#[cfg(test)]
mod tests {
    use super::{reload_script, with_reload};

    #[test]
    fn pages_get_trunks_script_in_place_of_the_policy() {
        let built = "<body><script>first()</script></body>";
        assert_eq!(reload_script(built), None);
        let served =
            "<body><script>first()</script><script>f('{{__TRUNK_ADDRESS__}}')</script></body>";
        let script = reload_script(served).unwrap();
        assert_eq!(script, ">f('{{__TRUNK_ADDRESS__}}')");
        let page = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"x\"><title></title></head><body></body>";
        assert_eq!(
            with_reload(page, script),
            "<head><title></title></head><body><script>f('{{__TRUNK_ADDRESS__}}')</script></body>"
        );
    }
}
