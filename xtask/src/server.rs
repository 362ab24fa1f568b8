//! A server that sends what GitHub Pages sends and nothing else; `serve` and the tests use it.
//!
//! One thread for each connection: browsers keep several open and idle, which starves a fixed pool.

mod answer;
mod connection;
mod media;
mod request_path;

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

use anyhow::{Context as _, Result};

use answer::Site;

/// A server that runs until it is dropped.
pub(crate) struct Running {
    site: Arc<Site>,
    listening: Option<JoinHandle<()>>,
    stopped: Arc<AtomicBool>,
    socket: SocketAddr,
    address: String,
}

impl Running {
    /// Serves a folder on this machine alone; port 0 takes any free one.
    pub(crate) fn start(folder: &Path, base: &str, port: u16) -> Result<Self> {
        Self::serve(Site::try_new(folder, base)?, port)
    }

    /// The same for a folder that is built anew meanwhile: open pages follow.
    pub(crate) fn start_following(folder: &Path, base: &str, port: u16) -> Result<Self> {
        Self::serve(Site::try_new(folder, base)?.following_builds(), port)
    }

    fn serve(site: Site, port: u16) -> Result<Self> {
        let site = Arc::new(site);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("port {port} is taken; choose another with `--port`"))?;
        let socket = listener.local_addr()?;
        let address = format!("http://{socket}{}", site.base());
        let stopped = Arc::new(AtomicBool::new(false));
        let listening = {
            let (site, stopped) = (Arc::clone(&site), Arc::clone(&stopped));
            thread::spawn(move || listen(&listener, &site, &stopped))
        };
        Ok(Self {
            site,
            listening: Some(listening),
            stopped,
            socket,
            address,
        })
    }

    /// The address of the site's first page.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Has open pages load what was built anew.
    pub(crate) fn announce_build(&self) {
        self.site.announce_build();
    }

    /// Serves until the program is stopped.
    pub(crate) fn wait(mut self) {
        if let Some(listening) = self.listening.take() {
            // A thread that panicked has already said so.
            let _ = listening.join();
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::SeqCst);
        if let Some(listening) = self.listening.take() {
            // Wakes the listener, which then sees that it must stop.
            let woken = TcpStream::connect(self.socket);
            if woken.is_ok() {
                let _ = listening.join();
            }
        }
    }
}

fn listen(listener: &TcpListener, site: &Arc<Site>, stopped: &AtomicBool) {
    for stream in listener.incoming() {
        if stopped.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let site = Arc::clone(site);
        thread::spawn(move || {
            // The other side may go away at any moment; there is nobody left to tell.
            let _ = connection::serve(stream, &site);
        });
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};

    use super::*;

    fn connect(running: &Running) -> TcpStream {
        TcpStream::connect(running.socket).unwrap()
    }

    fn reply(mut stream: TcpStream, request: &str) -> String {
        stream.write_all(request.as_bytes()).unwrap();
        let mut reply = Vec::new();
        stream.read_to_end(&mut reply).unwrap();
        String::from_utf8_lossy(&reply).into_owned()
    }

    #[test]
    fn it_answers_over_the_network_under_its_base() {
        let folder = answer::tests::site_folder("network");
        let running = Running::start(&folder, "/repo/", 0).unwrap();
        assert!(running.address().starts_with("http://127.0.0.1:"));
        assert!(running.address().ends_with("/repo/"));
        // Idle connections, as browsers keep them, hold nobody up.
        let idle: Vec<TcpStream> = (0..40).map(|_| connect(&running)).collect();

        let request = "GET /repo/a.js HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n\
                       Connection: close\r\n\r\n";
        let head = reply(connect(&running), request);
        assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
        assert!(
            head.contains("\r\nAccess-Control-Allow-Origin: *\r\n"),
            "{head}"
        );
        assert!(head.contains("\r\nContent-Encoding: gzip\r\n"), "{head}");
        drop(idle);
    }

    #[test]
    fn a_connection_is_used_again_and_head_has_no_body() {
        let folder = answer::tests::site_folder("again");
        let running = Running::start(&folder, "/", 0).unwrap();
        let two = "HEAD /a.js HTTP/1.1\r\nHost: x\r\n\r\n\
                   GET /none HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        let both = reply(connect(&running), two);
        assert!(both.starts_with("HTTP/1.1 200 "), "{both}");
        assert!(
            both.contains("Content-Length: 19\r\n\r\nHTTP/1.1 404 "),
            "{both}"
        );
        assert!(both.ends_with("<p>nothing here</p>"), "{both}");
    }

    #[test]
    fn nonsense_gets_an_error_and_the_connection_ends() {
        let folder = answer::tests::site_folder("nonsense");
        let running = Running::start(&folder, "/", 0).unwrap();
        assert!(reply(connect(&running), "\0\r\n\r\n").starts_with("HTTP/1.1 400 "));
        let endless = format!("GET / HTTP/1.1\r\nX: {}", "x".repeat(20_000));
        assert!(reply(connect(&running), &endless).starts_with("HTTP/1.1 400 "));
        let posted = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc";
        assert!(reply(connect(&running), posted).starts_with("HTTP/1.1 405 "));
    }

    #[test]
    fn a_dropped_server_frees_its_port() {
        let folder = answer::tests::site_folder("dropped");
        let running = Running::start(&folder, "/", 0).unwrap();
        let port = running.socket.port();
        drop(running);
        assert!(Running::start(&folder, "/", port).is_ok());
    }
}
