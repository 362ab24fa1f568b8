//! What Trunk builds and serves is the whole calculator: a slider moves, and the rank with it.

use std::net::TcpListener;
use std::process::{Child, Command};

use anyhow::{Context as _, Result, bail};

use crate::process::{command, output, run as run_command};
use crate::project::Project;
use crate::server::Running;
use crate::setup::TestTools;

/// The version that Trunk.toml asks for.
const VERSION: &str = "0.21.14";

/// Has Trunk build, then serve, and takes a short journey through each.
pub(super) fn run(project: &Project, tools: &TestTools) -> Result<()> {
    check_version(output(Command::new("trunk").arg("--version")).as_deref())?;
    run_command(&mut command("trunk", ["build", "--offline"], &project.root))?;
    let built = Running::start(&project.root.join("target/trunk"), "/", 0)?;
    journey(project, tools, built.address())?;
    drop(built);

    let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
    let mut serve = command("trunk", ["serve", "--offline", "--port"], &project.root);
    let served = Served(serve.arg(port.to_string()).spawn()?);
    let walked = journey(project, tools, &format!("http://127.0.0.1:{port}/"));
    drop(served);
    walked
}

fn check_version(said: Option<&str>) -> Result<()> {
    const WAY_OUT: &str = "`cargo install trunk --version 0.21.14 --locked`, about 4 minutes";
    let found = said.and_then(|said| said.split_whitespace().nth(1));
    match found.with_context(|| format!("Trunk is not installed; {WAY_OUT}"))? {
        VERSION => Ok(()),
        other => {
            bail!("Trunk {other} is on the PATH, but Trunk.toml asks for {VERSION}; {WAY_OUT}")
        }
    }
}

fn journey(project: &Project, tools: &TestTools, address: &str) -> Result<()> {
    let mut node = command("node", ["tests/browser/support/trunk.mjs"], &project.root);
    node.env("DTI_BASE_URL", address)
        .env("CHROMIUM", &tools.chromium);
    run_command(&mut node)
}

/// Ends `trunk serve` however the journey ends.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        // One that has ended by itself has said why.
        if self.0.kill().is_ok() {
            self.0.wait().ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::check_version;

    #[test]
    fn another_trunk_or_none_names_the_way_out() {
        assert!(check_version(Some("trunk 0.21.14")).is_ok());
        let says = |said| format!("{:#}", check_version(said).unwrap_err());
        for said in [None, Some("trunk 0.22.1")] {
            assert!(says(said).contains("cargo install trunk --version 0.21.14 --locked"));
        }
        assert!(says(Some("trunk 0.22.1")).starts_with("Trunk 0.22.1 "));
    }
}
