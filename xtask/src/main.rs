//! The commands of the README: reads the command line and calls the one that was asked for.

mod audit;
mod beside;
mod build;
mod check_data;
mod check_site;
mod checks;
mod digest;
mod gzip;
mod keep_previous;
mod oldest;
mod process;
mod project;
mod release;
mod screenshots;
mod serve;
mod server;
mod setup;
mod size;
mod steps;
mod trunk;
mod watch;

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use lexopt::prelude::*;
use project::Project;

const HELP: &str = "\
Usage: cargo xtask COMMAND

  setup                   get what building and testing need
  build [--site-url URL]  build the release site into dist/
  release [--site-url URL]
                          build, and pack dist/ with offline.html into target/release-zip/
  keep-previous URL       put the hashed files that are published at URL into dist/ too
  check-site URL          whether dist/ was built for URL and is whole, with the files of the
                          release that is published there
  serve [--port N] [--base /PATH/] [--no-open] [--release] [--no-build]
                          build without optimisation, serve as GitHub Pages would, and build again
                          whatever changes; `--release` builds and serves dist/, `--no-build` serves
                          dist/ as it is
  check-data [FOLDER]     whether data/ is whole and agrees with itself
  test                    format, lints, all tests, size budget: what CI runs
  audit [--site-url URL] [--store] [NAME ...]
                          slow audits: bench, benchmarks, drag, elsewhere, engines, fuzz,
                          instructions, libreoffice, lighthouse, mutants, report, reproducible,
                          sessions, soak, supply, trunk; `--store` keeps the counts of `instructions`
  screenshots             take the pictures of docs/screenshots
  size                    print the size report of dist/
  trunk                   what Trunk calls: fills the folder of `trunk build` and `trunk serve`
";

fn main() -> std::process::ExitCode {
    match run() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut line = lexopt::Parser::from_env();
    let command = match line.next()? {
        Some(Value(command)) => command.string()?,
        Some(Long("help") | Short('h')) | None => "help".to_owned(),
        Some(other) => return Err(other.unexpected().into()),
    };
    let project = Project::find()?;
    match command.as_str() {
        "help" => print!("{HELP}"),
        "setup" => no_more(line, || setup::for_tests(&project).map(drop))?,
        "build" => {
            let options = build_options(line)?;
            let tools = setup::for_build(&project)?;
            build::site(&project, &tools, &options)?;
            if tools.wasm_opt.is_some() {
                size::report(&project)?;
            }
        }
        "release" => {
            let options = build_options(line)?;
            let tools = setup::for_build(&project)?;
            build::if_changed(&project, &tools, &options)?;
            release::run(&project)?;
        }
        "keep-previous" => match names(line)?.as_slice() {
            [address] => keep_previous::run(&project, &site_url(address)?)?,
            _ => bail!("`keep-previous` takes the address of the published site"),
        },
        "check-site" => match names(line)?.as_slice() {
            [address] => check_site::run(&project, &site_url(address)?)?,
            _ => bail!("`check-site` takes the address that the site will have"),
        },
        "serve" => serve::run(&project, &serve_options(line)?)?,
        "check-data" => {
            let folders = names(line)?;
            let own = project.root.join("data");
            check_data::run(folders.first().map_or(own.as_path(), Path::new))?;
        }
        "test" => no_more(line, || checks::run(&project))?,
        "audit" => {
            let (names, options, stored) = audit_options(line)?;
            audit::run(&project, &names, &options, stored)?;
        }
        "screenshots" => no_more(line, || screenshots::run(&project))?,
        "trunk" => no_more(line, || trunk::run(&project))?,
        "size" => no_more(line, || size::report(&project))?,
        other => bail!("there is no command `{other}`; `cargo xtask help` lists them"),
    }
    Ok(())
}

fn no_more(mut line: lexopt::Parser, command: impl FnOnce() -> Result<()>) -> Result<()> {
    match line.next()? {
        None => command(),
        Some(other) => Err(other.unexpected().into()),
    }
}

fn names(mut line: lexopt::Parser) -> Result<Vec<String>> {
    let mut names = Vec::new();
    while let Some(argument) = line.next()? {
        match argument {
            Value(name) => names.push(name.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(names)
}

fn build_options(mut line: lexopt::Parser) -> Result<build::Options> {
    let mut options = build::Options::default();
    while let Some(argument) = line.next()? {
        match argument {
            Long("site-url") => options.site_url = Some(site_url(&line.value()?.string()?)?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

/// Names of audits, and what the site that they look at is built with.
fn audit_options(mut line: lexopt::Parser) -> Result<(Vec<String>, build::Options, audit::Stored)> {
    let (mut names, mut options) = (Vec::new(), build::Options::default());
    let mut stored = audit::Stored::default();
    while let Some(argument) = line.next()? {
        match argument {
            Value(name) => names.push(name.string()?),
            Long("site-url") => options.site_url = Some(site_url(&line.value()?.string()?)?),
            Long("store") => stored = audit::Stored::Anew,
            other => return Err(other.unexpected().into()),
        }
    }
    let is_counted = names.iter().any(|name| name == "instructions");
    if stored == audit::Stored::Anew && !is_counted {
        bail!("`--store` belongs to the audit `instructions`: name it");
    }
    Ok((names, options, stored))
}

/// An absolute address without query or fragment, with one slash at the end.
fn site_url(given: &str) -> Result<String> {
    let absolute = given.starts_with("https://") || given.starts_with("http://");
    if !absolute || given.contains(['?', '#', '"', '<', '>', '&', ' ']) {
        bail!("`--site-url {given}` must be a plain address such as https://example.org/dti/");
    }
    Ok(format!("{}/", given.trim_end_matches('/')))
}

fn serve_options(mut line: lexopt::Parser) -> Result<serve::Options> {
    let mut options = serve::Options::default();
    while let Some(argument) = line.next()? {
        match argument {
            Long("port") => {
                let port = line
                    .value()?
                    .parse()
                    .context("`--port` takes a number, 0 to 65535")?;
                options.port = Some(port);
            }
            Long("base") => options.base = line.value()?.string()?,
            Long("release") => options.release = true,
            Long("no-build") => options.no_build = true,
            Long("no-open") => options.no_open = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::site_url;

    #[test]
    fn a_site_url_is_absolute_and_ends_with_one_slash() {
        assert_eq!(
            site_url("https://example.org/dti").unwrap(),
            "https://example.org/dti/"
        );
        assert_eq!(
            site_url("https://example.org//").unwrap(),
            "https://example.org/"
        );
        assert!(site_url("/dti/").is_err());
        assert!(site_url("https://example.org/?q").is_err());
        assert!(site_url("https://example.org/\"><script>").is_err());
    }
}
