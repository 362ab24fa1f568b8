//! One connection: reads requests, writes answers, until one side has had enough.

use std::io::{self, Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

use super::answer::{self, Answer, Asked, Site};

const MOST_HEAD_BYTES: usize = 16 * 1024;
const MOST_HEADERS: usize = 64;
const IDLE: Duration = Duration::from_secs(60);

/// What was asked, and whether the connection stays open after it.
#[derive(Default)]
struct Request {
    method: String,
    target: String,
    accepts_gzip: bool,
    keeps_open: bool,
}

/// What came in.
enum Received {
    /// A whole head of this many bytes.
    Head(usize),
    TooMuch,
    Nothing,
}

/// Answers every request on this connection.
pub(super) fn serve(mut stream: TcpStream, site: &Site) -> io::Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    stream.set_nodelay(true)?;
    let mut bytes = Vec::new();
    loop {
        let head: Vec<u8> = match receive(&mut stream, &mut bytes)? {
            Received::Head(length) => bytes.drain(..length).collect(),
            Received::TooMuch => return refuse(&mut stream),
            Received::Nothing => return Ok(()),
        };
        let Some(request) = parse(&head) else {
            return refuse(&mut stream);
        };
        let Request {
            method,
            target,
            accepts_gzip,
            ..
        } = &request;
        let asked = Asked {
            method,
            target,
            accepts_gzip: *accepts_gzip,
        };
        stream.write_all(&in_bytes(&site.answer(&asked), &request))?;
        if !request.keeps_open {
            return end(&mut stream);
        }
    }
}

fn refuse(stream: &mut TcpStream) -> io::Result<()> {
    stream.write_all(&in_bytes(&answer::bad_request(), &Request::default()))?;
    end(stream)
}

/// Takes in what is still under way, since closing before that would destroy our answer.
fn end(stream: &mut TcpStream) -> io::Result<()> {
    stream.shutdown(Shutdown::Write)?;
    stream.set_read_timeout(Some(Duration::from_secs(1)))?;
    io::copy(&mut stream.take(1_000_000), &mut io::sink()).map(drop)
}

fn receive(stream: &mut TcpStream, bytes: &mut Vec<u8>) -> io::Result<Received> {
    let mut block = [0; 4096];
    loop {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
        if let Some(end) = end {
            return Ok(Received::Head(end + 4));
        }
        if bytes.len() > MOST_HEAD_BYTES {
            return Ok(Received::TooMuch);
        }
        let read = stream.read(&mut block)?;
        if read == 0 {
            return Ok(Received::Nothing);
        }
        bytes.extend_from_slice(block.get(..read).unwrap_or_default());
    }
}

fn parse(head: &[u8]) -> Option<Request> {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut request = httparse::Request::new(&mut headers);
    if !request.parse(head).ok()?.is_complete() {
        return None;
    }
    let values = |name: &str| {
        let named = request
            .headers
            .iter()
            .filter(move |it| it.name.eq_ignore_ascii_case(name));
        named
            .filter_map(|header| std::str::from_utf8(header.value).ok())
            .collect::<Vec<_>>()
    };
    // A body isn't read, so what follows it can't be told from it.
    let has_body = !values("Content-Length")
        .iter()
        .all(|length| length.trim() == "0")
        || !values("Transfer-Encoding").is_empty();
    let closes = values("Connection")
        .iter()
        .any(|value| value.eq_ignore_ascii_case("close"));
    Some(Request {
        method: request.method?.to_owned(),
        target: request.path?.to_owned(),
        accepts_gzip: values("Accept-Encoding")
            .iter()
            .any(|value| answer::takes_gzip(value)),
        keeps_open: request.version? == 1 && !closes && !has_body,
    })
}

fn in_bytes(answer: &Answer, request: &Request) -> Vec<u8> {
    let Answer {
        status,
        headers,
        body,
    } = answer;
    let mut bytes = format!("HTTP/1.1 {status} {}\r\n", reason(*status)).into_bytes();
    for (name, value) in headers {
        bytes.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
    }
    if !request.keeps_open {
        bytes.extend_from_slice(b"Connection: close\r\n");
    }
    bytes.extend_from_slice(format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes());
    if request.method != "HEAD" {
        bytes.extend_from_slice(body);
    }
    bytes
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "Internal Server Error",
    }
}
