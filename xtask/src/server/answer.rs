//! What is answered to a request, without any network.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, Result, bail};

use super::media::media_type;
use super::request_path::{decoded, is_unsafe};
use crate::gzip;
use crate::project::{read, read_bytes};

/// A folder under a base path.
pub(super) struct Site {
    folder: PathBuf,
    base: String,
    /// Compressed files, for as long as they stay unchanged.
    compressed: Mutex<BTreeMap<PathBuf, Compressed>>,
    /// Which build this is, where the site is built anew while it is served.
    build: Option<AtomicU64>,
}

/// What makes an open page follow the builds.
const RELOAD: &str = include_str!("../../serve/reload.js");
/// Where that is, and the number of the last build, below the base.
const RELOAD_FILE: &str = "xtask-reload.js";
const BUILD_FILE: &str = "xtask-build.txt";

/// When the file was changed, and its compressed bytes.
type Compressed = (SystemTime, Arc<Vec<u8>>);

/// The parts of a request that matter.
pub(super) struct Asked<'a> {
    pub(super) method: &'a str,
    pub(super) target: &'a str,
    pub(super) accepts_gzip: bool,
}

/// What is sent back.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Arc<Vec<u8>>,
}

enum Found {
    File(PathBuf),
    FolderWithoutSlash,
    Nothing,
}

impl Site {
    pub(super) fn try_new(folder: &Path, base: &str) -> Result<Self> {
        let folder = folder
            .canonicalize()
            .with_context(|| format!("{} is missing; run `cargo xtask build`", folder.display()))?;
        let whole = base.starts_with('/') && base.ends_with('/') && !base.contains("//");
        if !whole || base.contains(['?', '#', '%', ' ', '\\']) {
            bail!("the base path `{base}` must begin and end with `/`, as `/repo/` does");
        }
        Ok(Self {
            folder,
            base: base.to_owned(),
            compressed: Mutex::default(),
            build: None,
        })
    }

    /// The same for a site that is built anew while it is served: its pages follow, and nothing is kept.
    pub(super) fn following_builds(self) -> Self {
        Self {
            build: Some(AtomicU64::new(now())),
            ..self
        }
    }

    /// Tells open pages that there is another build.
    pub(super) fn announce_build(&self) {
        if let Some(build) = &self.build {
            build.store(now(), Ordering::SeqCst);
        }
    }

    pub(super) fn base(&self) -> &str {
        &self.base
    }

    pub(super) fn answer(&self, asked: &Asked<'_>) -> Answer {
        if asked.method != "GET" && asked.method != "HEAD" {
            return plain(405, "405 method not allowed\n");
        }
        let end = asked.target.find(['?', '#']).unwrap_or(asked.target.len());
        let (path, query) = asked.target.split_at(end);
        if format!("{path}/") == self.base {
            return redirect(&self.base, query);
        }
        let below = path.strip_prefix(self.base.as_str());
        if let (Some(build), Some(name)) = (&self.build, below) {
            let build = build.load(Ordering::SeqCst);
            match name {
                RELOAD_FILE => return fresh(200, "js", RELOAD.into()),
                BUILD_FILE => return fresh(200, "txt", build.to_string().into()),
                _ => {}
            }
        }
        match below.map_or(Found::Nothing, |path| self.find(path)) {
            Found::File(file) => self.send(200, &file, asked.accepts_gzip),
            Found::FolderWithoutSlash => redirect(&format!("{path}/"), query),
            Found::Nothing => self.not_found(asked.accepts_gzip),
        }
    }

    fn not_found(&self, accepts_gzip: bool) -> Answer {
        let page = self.folder.join("404.html");
        if page.is_file() {
            return self.send(404, &page, accepts_gzip);
        }
        plain(404, "404 not found\n")
    }

    /// The file for a path below the base; never one outside the folder.
    fn find(&self, path: &str) -> Found {
        let Some(path) = decoded(path) else {
            return Found::Nothing;
        };
        let names: Vec<&str> = path.split('/').collect();
        let (last, folders) = names
            .split_last()
            .map_or(("", &[][..]), |(last, rest)| (*last, rest));
        if folders.contains(&"") || names.iter().any(|name| is_unsafe(name)) {
            return Found::Nothing;
        }
        let mut file = folders
            .iter()
            .fold(self.folder.clone(), |file, name| file.join(name));
        file.push(if last.is_empty() { "index.html" } else { last });
        match file.canonicalize() {
            Ok(real) if !real.starts_with(&self.folder) => Found::Nothing,
            Ok(real) if real.is_file() => Found::File(real),
            Ok(real) if real.is_dir() => Found::FolderWithoutSlash,
            _ => Found::Nothing,
        }
    }

    fn send(&self, status: u16, file: &Path, accepts_gzip: bool) -> Answer {
        let extension = file
            .extension()
            .and_then(|text| text.to_str())
            .unwrap_or_default();
        if let Some(build) = &self.build {
            return self.send_fresh(status, (file, extension), build.load(Ordering::SeqCst));
        }
        let mut headers = common_headers(media_type(extension));
        let compressible = gzip::is_used_for(extension);
        if compressible {
            headers.push(("Vary", "Accept-Encoding".to_owned()));
        }
        let body = if compressible && accepts_gzip {
            headers.push(("Content-Encoding", "gzip".to_owned()));
            self.compressed(file)
        } else {
            fs::read(file).map(Arc::new).map_err(Into::into)
        };
        match body {
            Ok(body) => Answer {
                status,
                headers,
                body,
            },
            Err(error) => plain(500, &format!("500 {error:#}\n")),
        }
    }

    /// A file of the last build; a page gets what makes it follow the next ones.
    fn send_fresh(&self, status: u16, (file, extension): (&Path, &str), build: u64) -> Answer {
        let content = match extension {
            "html" => read(file).map(|html| self.with_reload(&html, build).into_bytes()),
            _ => read_bytes(file),
        };
        match content {
            Ok(content) => fresh(status, extension, content),
            Err(error) => plain(500, &format!("500 {error:#}\n")),
        }
    }

    /// Pages whose policy lets no script of their own site run stay as they are.
    fn with_reload(&self, html: &str, build: u64) -> String {
        if !html.contains("script-src 'self'") {
            return html.to_owned();
        }
        let base = &self.base;
        let script =
            format!("<script type=\"module\" src=\"{base}{RELOAD_FILE}?{build}\"></script>");
        html.replacen("</head>", &format!("{script}</head>"), 1)
    }

    fn compressed(&self, file: &Path) -> Result<Arc<Vec<u8>>> {
        let changed = fs::metadata(file)?.modified()?;
        let kept = || {
            self.compressed
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
        };
        if let Some((time, body)) = kept().get(file)
            && *time == changed
        {
            return Ok(Arc::clone(body));
        }
        let body = Arc::new(gzip::compress(&fs::read(file)?)?);
        kept().insert(file.to_path_buf(), (changed, Arc::clone(&body)));
        Ok(body)
    }
}

fn common_headers(media_type: &str) -> Vec<(&'static str, String)> {
    vec![
        ("Content-Type", media_type.to_owned()),
        ("Access-Control-Allow-Origin", "*".to_owned()),
        ("Cache-Control", "max-age=600".to_owned()),
    ]
}

/// What nothing may keep, since the next build has another.
fn fresh(status: u16, extension: &str, content: Vec<u8>) -> Answer {
    let mut headers = common_headers(media_type(extension));
    headers.retain(|(name, _)| *name != "Cache-Control");
    headers.push(("Cache-Control", "no-store".to_owned()));
    Answer {
        status,
        headers,
        body: Arc::new(content),
    }
}

/// A number that no build before has had, nor one of another server.
fn now() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.map_or(0, |now| now.as_millis().try_into().unwrap_or(u64::MAX))
}

fn plain(status: u16, text: &str) -> Answer {
    let headers = common_headers("text/plain; charset=utf-8");
    Answer {
        status,
        headers,
        body: Arc::new(text.as_bytes().to_vec()),
    }
}

/// For what isn't HTTP.
pub(super) fn bad_request() -> Answer {
    plain(400, "400 bad request\n")
}

fn redirect(path: &str, query: &str) -> Answer {
    let mut answer = plain(301, "301 moved permanently\n");
    answer.headers.push(("Location", format!("{path}{query}")));
    answer
}

/// Whether an Accept-Encoding header allows gzip.
pub(super) fn takes_gzip(accepted: &str) -> bool {
    accepted.split(',').any(|part| {
        let mut words = part.split(';').map(str::trim);
        let named = words
            .next()
            .is_some_and(|name| name == "gzip" || name == "*");
        named && !words.any(|word| word.replace(' ', "") == "q=0")
    })
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A small site in a folder of its own, with a secret beside it.
    pub(in crate::server) fn site_folder(name: &str) -> PathBuf {
        let above = std::env::temp_dir().join(format!("xtask-{}-{name}", std::process::id()));
        let folder = above.join("site");
        let files = [
            ("index.html", "<p>first</p>"),
            ("404.html", "<p>nothing here</p>"),
            ("a.js", "export const a = 1;"),
            ("a.wasm", "\0asm"),
            ("en/index.html", "<p>English</p>"),
            ("bảng.csv", "a;b"),
            ("../secret.txt", "secret"),
        ];
        for (file, content) in files {
            crate::project::write(&folder.join(file), content).unwrap();
        }
        folder
    }

    fn site(name: &str, base: &str) -> Site {
        Site::try_new(&site_folder(name), base).unwrap()
    }

    fn get(site: &Site, target: &str) -> (u16, String) {
        let answer = site.answer(&Asked {
            method: "GET",
            target,
            accepts_gzip: false,
        });
        (
            answer.status,
            String::from_utf8_lossy(&answer.body).into_owned(),
        )
    }

    fn header(answer: &Answer, name: &str) -> Option<String> {
        answer
            .headers
            .iter()
            .find(|(found, _)| *found == name)
            .map(|(_, value)| value.clone())
    }

    #[test]
    fn folders_answer_with_their_first_page() {
        let site = site("folders", "/");
        assert_eq!(get(&site, "/"), (200, "<p>first</p>".to_owned()));
        assert_eq!(get(&site, "/?x=1"), (200, "<p>first</p>".to_owned()));
        assert_eq!(get(&site, "/en/"), (200, "<p>English</p>".to_owned()));
        assert_eq!(get(&site, "/b%E1%BA%A3ng.csv"), (200, "a;b".to_owned()));
        let moved = site.answer(&Asked {
            method: "GET",
            target: "/en?a",
            accepts_gzip: true,
        });
        assert_eq!(
            (moved.status, header(&moved, "Location")),
            (301, Some("/en/?a".to_owned()))
        );
    }

    #[test]
    fn a_missing_file_gets_the_page_for_it() {
        let site = site("missing", "/");
        assert_eq!(
            get(&site, "/none.js"),
            (404, "<p>nothing here</p>".to_owned())
        );
        assert_eq!(
            get(&site, "/index.html/"),
            (404, "<p>nothing here</p>".to_owned())
        );
    }

    #[test]
    fn only_paths_below_the_base_are_served() {
        let site = site("base", "/repo/");
        assert_eq!(get(&site, "/repo/").0, 200);
        assert_eq!(get(&site, "/repo/a.js").0, 200);
        assert_eq!(get(&site, "/repo").0, 301);
        assert_eq!(get(&site, "/").0, 404);
        assert_eq!(get(&site, "/a.js").0, 404);
        assert_eq!(get(&site, "/repository/a.js").0, 404);
        for wrong in ["repo", "/repo", "//", "/a?/"] {
            assert!(
                Site::try_new(&site_folder("base"), wrong).is_err(),
                "{wrong}"
            );
        }
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let site = site("outside", "/");
        let attempts = [
            "/../secret.txt",
            "/en/../../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/..%5csecret.txt",
            "/..\\secret.txt",
            "//etc/passwd",
            "/%00",
            "/%zz",
            "/%ff",
            "/C:/x",
        ];
        for attempt in attempts {
            let (status, body) = get(&site, attempt);
            assert_eq!(status, 404, "{attempt}");
            assert!(!body.contains("secret"), "{attempt}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_folder_is_not_followed() {
        let site = site("link", "/");
        let link = site.folder.join("link.txt");
        let _ = fs::remove_file(&link);
        std::os::unix::fs::symlink("../secret.txt", &link).unwrap();
        assert_eq!(get(&site, "/link.txt").0, 404);
    }

    #[test]
    fn headers_are_those_of_the_host_we_stand_for() {
        let site = site("headers", "/");
        let wasm = site.answer(&Asked {
            method: "GET",
            target: "/a.wasm",
            accepts_gzip: true,
        });
        let names: Vec<&str> = wasm.headers.iter().map(|(name, _)| *name).collect();
        let expected = [
            "Content-Type",
            "Access-Control-Allow-Origin",
            "Cache-Control",
            "Vary",
            "Content-Encoding",
        ];
        assert_eq!(names, expected);
        assert_eq!(
            header(&wasm, "Content-Type").as_deref(),
            Some("application/wasm")
        );
        assert_eq!(
            header(&wasm, "Cache-Control").as_deref(),
            Some("max-age=600")
        );
        assert_eq!(wasm.body.get(..2), Some(&[0x1f, 0x8b][..]));
        assert_eq!(
            *wasm.body,
            *site.compressed(&site.folder.join("a.wasm")).unwrap()
        );
        let plain = site.answer(&Asked {
            method: "GET",
            target: "/a.js",
            accepts_gzip: false,
        });
        assert_eq!(header(&plain, "Content-Encoding"), None);
    }

    #[test]
    fn pages_follow_the_builds_of_a_site_that_is_being_worked_on() {
        let folder = site_folder("builds");
        let policy = "<meta content=\"script-src 'self'\">";
        let page = format!("<head>{policy}</head>");
        crate::project::write(&folder.join("index.html"), &page).unwrap();
        let plain = Site::try_new(&folder, "/repo/").unwrap();
        assert_eq!(get(&plain, "/repo/"), (200, page));
        assert_eq!(get(&plain, "/repo/xtask-build.txt").0, 404);

        let site = plain.following_builds();
        let (_, first) = get(&site, "/repo/xtask-build.txt");
        let script = format!("src=\"/repo/xtask-reload.js?{first}\"></script></head>");
        assert!(get(&site, "/repo/").1.ends_with(&script), "{script}");
        assert!(
            get(&site, "/repo/xtask-reload.js")
                .1
                .contains("location.reload()")
        );
        // Its policy lets no script run.
        assert_eq!(get(&site, "/repo/en/").1, "<p>English</p>");
        let answer = site.answer(&Asked {
            method: "GET",
            target: "/repo/a.js",
            accepts_gzip: true,
        });
        assert_eq!(
            header(&answer, "Cache-Control").as_deref(),
            Some("no-store")
        );

        std::thread::sleep(std::time::Duration::from_millis(2));
        site.announce_build();
        assert_ne!(get(&site, "/repo/xtask-build.txt").1, first);
    }

    #[test]
    fn other_methods_are_refused() {
        let site = site("methods", "/");
        let posted = site.answer(&Asked {
            method: "POST",
            target: "/",
            accepts_gzip: false,
        });
        assert_eq!(posted.status, 405);
    }

    #[test]
    fn gzip_is_sent_only_where_it_is_taken() {
        assert!(takes_gzip("gzip, deflate, br"));
        assert!(takes_gzip("br;q=1.0, gzip;q=0.8"));
        assert!(!takes_gzip("identity"));
        assert!(!takes_gzip("gzip; q=0"));
    }
}
