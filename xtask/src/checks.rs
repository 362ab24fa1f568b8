//! `cargo xtask test`: every check that a change must pass, in the order of what fails fastest.

use std::cell::RefCell;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::beside::Beside;
use crate::build;
use crate::check_data;
use crate::oldest;
use crate::process::{cargo, command, run as run_command};
use crate::project::{Project, files_under};
use crate::release;
use crate::server::Running;
use crate::setup::{self, TARGET, TestTools};
use crate::size;
use crate::steps::Steps;

/// All packages but the page and the site, which is made of the page's components.
const ALL_BUT_THE_PAGE: [&str; 5] = [
    "--workspace",
    "--exclude",
    "dti-whatif",
    "--exclude",
    "dti-site",
];

/// The page as HTML, which it is natively, and what of the site is written with it. Never together with a
/// package that draws in a browser: Leptos is made for one of both.
const PAGE_AS_HTML: [&str; 6] = [
    "--package",
    "dti-whatif",
    "--package",
    "dti-site",
    "--features",
    "dti-whatif/ssr",
];

/// What has no tests of its own, or is already compiled apart by whoever runs this.
const TESTED_ELSEWHERE: [&str; 4] = ["--exclude", "dti-benches", "--exclude", "xtask"];

/// The crates that know neither the page nor the browser.
const CORE: [&str; 3] = ["dti-engine", "dti-formats", "dti-charts"];

/// What is compiled for the browser. Each module is also built by itself for the site, so a slip between
/// features is seen there.
const IN_THE_BROWSER: [(&str, &[&str]); 3] = [
    (
        "modules and own data",
        &[
            "--package",
            "dti-api",
            "--package",
            "dti-workbooks",
            "--package",
            "dti-own-data",
        ],
    ),
    ("embed", &["--package", "dti-whatif", "--features", "csr"]),
    (
        "page",
        &["--package", "dti-whatif", "--features", "csr,own-indices"],
    ),
];

/// Runs every check; the first that fails ends it.
pub(crate) fn run(project: &Project) -> Result<()> {
    let tools = setup::for_tests(project)?;
    let tools = &tools;
    let options = build::Options::default();
    let building = RefCell::new(None);
    let mut steps = Steps::default();
    steps.add("format", || {
        cargo_run(project, &["fmt", "--all", "--check"])
    });
    steps.add("data", || check_data::run(&project.root.join("data")));
    add_lints(&mut steps, project);
    // One processor is enough for most of it, and the tests leave one idle as often.
    steps.add("begin the build beside the tests", || {
        if !build::is_built(project, &tools.build, &options)? {
            *building.borrow_mut() = Some(Beside::begin(project, "build")?);
        }
        Ok(())
    });
    steps.add("each crate of the core alone", || {
        let alone = |package| cargo_run(project, &["check", "--lib", "--package", package]);
        CORE.into_iter().try_for_each(alone)
    });
    steps.add("native tests", || {
        let what = [&["test"][..], &ALL_BUT_THE_PAGE, &TESTED_ELSEWHERE];
        cargo_run(project, &what.concat())
    });
    steps.add("native tests, page", || {
        cargo_run(project, &[&["test"][..], &PAGE_AS_HTML].concat())
    });
    steps.add("native tests, xtask", || {
        cargo_run(project, &["test", "--package", "xtask"])
    });
    steps.add("documentation", || documentation(project));
    steps.add("the rest of the build", || {
        building.take().map_or(Ok(()), Beside::wait)?;
        build::if_changed(project, &tools.build, &options)
    });
    steps.add("the oldest browsers", || oldest::run(project));
    steps.add("API tests", || api_tests(project));
    steps.add("browser journeys", || journeys(project, tools));
    steps.add("browser journeys, in a folder", || {
        journeys_in_a_folder(project, tools)
    });
    steps.add("size budget", || size::report(project));
    steps.run()
}

fn add_lints<'a>(steps: &mut Steps<'a>, project: &'a Project) {
    let denied: &[&str] = &["--", "--deny", "warnings"];
    for (name, of_what) in [
        ("native", &ALL_BUT_THE_PAGE[..]),
        ("native, page", &PAGE_AS_HTML),
    ] {
        steps.add(format!("lints, {name}"), move || {
            let what: &[&str] = &["clippy", "--all-targets"];
            cargo_run(project, &[what, of_what, denied].concat())
        });
    }
    for (name, of_what) in IN_THE_BROWSER {
        steps.add(format!("lints, wasm32, {name}"), move || {
            let what: &[&str] = &["clippy", "--lib", "--bins", "--target", TARGET];
            cargo_run(project, &[what, of_what, denied].concat())
        });
    }
}

/// Every public item has its words, and every link in them leads somewhere.
fn documentation(project: &Project) -> Result<()> {
    for of_what in [&ALL_BUT_THE_PAGE[..], &PAGE_AS_HTML] {
        let what = [&["doc", "--no-deps"], of_what].concat();
        run_command(cargo(what, &project.root).env("RUSTDOCFLAGS", "--deny warnings"))?;
    }
    Ok(())
}

fn cargo_run(project: &Project, arguments: &[&str]) -> Result<()> {
    run_command(&mut cargo(arguments, &project.root))
}

/// The built module, as Node sees it.
fn api_tests(project: &Project) -> Result<()> {
    let mut node = node_tests(project, "tests/api")?;
    run_command(node.env("DTI_API_DIR", project.dist().join("api/v1")))
}

/// The built page in Chromium, at the root of a host and below it.
fn journeys(project: &Project, tools: &TestTools) -> Result<()> {
    let root = Running::start(&project.dist(), "/", 0)?;
    let below = Running::start(&project.dist(), "/repo/", 0)?;
    let mut node = node_tests(project, "tests/browser")?;
    node.env("DTI_BASE_URL", root.address())
        .env("DTI_REPO_URL", below.address())
        .env("DTI_API_DIR", project.dist().join("api/v1"))
        .env("DTI_OFFLINE_FILE", release::offline(project)?)
        .env("CHROMIUM", &tools.chromium);
    run_command(&mut node)
}

/// Journeys that depend on where a site is: what the first HTML and the embed ask for.
const PLACED: [&str; 2] = [
    "tests/browser/embed.test.mjs",
    "tests/browser/first.test.mjs",
];

/// The same journeys where all of the site lies below the root of its host, and one folder deeper.
fn journeys_in_a_folder(project: &Project, tools: &TestTools) -> Result<()> {
    let folder = Running::start(&project.dist(), "/repo/", 0)?;
    let deeper = Running::start(&project.dist(), "/repo/site/", 0)?;
    let mut node = node_runner(project);
    node.args(PLACED)
        .env("DTI_BASE_URL", folder.address())
        .env("DTI_REPO_URL", deeper.address())
        .env("CHROMIUM", &tools.chromium);
    run_command(&mut node)
}

/// Node's test runner over the tests of a folder; a folder without tests is an error.
fn node_tests(project: &Project, folder: &str) -> Result<Command> {
    let tests = test_files(project, folder)?;
    if tests.is_empty() {
        bail!("{folder} has no *.test.mjs, so nothing would be tested");
    }
    let mut node = node_runner(project);
    node.args(tests);
    Ok(node)
}

/// Node's test runner; its report repeats at the end what failed, where a long log is read first. Two files at
/// once: each has a browser of its own, and half of the time a journey waits.
fn node_runner(project: &Project) -> Command {
    let options = ["--test", "--test-concurrency=2", "--test-reporter=spec"];
    command("node", options, &project.root)
}

fn test_files(project: &Project, folder: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for file in files_under(&project.root.join(folder))? {
        let name = file
            .strip_prefix(&project.root)
            .context("a test lies outside the project")?;
        let text = name.to_string_lossy();
        if text.ends_with(".test.mjs") && !text.contains("node_modules") {
            found.push(name.to_path_buf());
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_tests_is_an_error() {
        let root = std::env::temp_dir().join(format!("xtask-checks-{}", std::process::id()));
        crate::project::write(&root.join("tests/none/readme.md"), "").unwrap();
        crate::project::write(&root.join("tests/one/a.test.mjs"), "").unwrap();
        crate::project::write(&root.join("tests/one/node_modules/b.test.mjs"), "").unwrap();
        let project = Project {
            target: root.join("target"),
            root,
        };
        assert!(node_tests(&project, "tests/none").is_err());
        assert!(node_tests(&project, "tests/missing").is_err());
        assert_eq!(test_files(&project, "tests/one").unwrap().len(), 1);
    }
}
