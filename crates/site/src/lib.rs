//! Everything of the site that stands still, written once when it is built: the first HTML of each
//! language, a page and a picture for each province and for what is shared most of it, icons, manifests, the
//! list of pages. Native only; no part of it is in any module that a browser loads.
//!
//! | file | holds |
//! | --- | --- |
//! | `still`, `change` | one edition as published, in one language: what all the others are written from |
//! | `first` | what the page and the embed hold before any script runs |
//! | `place` | a province's own page |
//! | `supposed` | the page of a scenario that is shared much |
//! | `document` | the HTML around it, and the page for addresses that lead nowhere |
//! | `oembed`, `manifest` | what machines read |
//! | `poster`, `picture`, `icon` | what a picture for sharing says; how it and the icons are drawn |

#![expect(
    unreachable_pub,
    reason = "`#[component]` writes public builders into private modules"
)]

mod change;
mod document;
mod first;
mod icon;
mod manifest;
mod oembed;
mod picture;
mod place;
mod poster;
mod still;
mod supposed;
#[cfg(test)]
mod tests;

use dti_engine::calculator::Calculator;
use dti_formats::FileError;
use dti_formats::link::Language;
use dti_whatif::state::{shared_editions, unit_page};
use oembed::Embeddable;
use picture::{Easel, Refused};
use poster::Poster;
use std::fmt::{self, Display};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use still::Still;
use supposed::Supposed;

/// Both languages, each with the folder of its home page.
const LANGUAGES: [(Language, &str); 2] = [
    (Language::Vi, Language::Vi.home()),
    (Language::En, Language::En.home()),
];

/// Why the static pages could not be written.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// The data in this build cannot be read.
    #[error("the shipped figures can't be read: {0}")]
    Figures(#[from] FileError),
    /// A file could not be written.
    #[error("{} can't be written: {cause}; is the folder there, and writable?", file.display())]
    File {
        /// Which one.
        file: PathBuf,
        /// What the system says.
        cause: std::io::Error,
    },
    /// A picture could not be drawn.
    #[error("the picture of {name} can't be drawn: {cause}")]
    Picture {
        /// Whose.
        name: String,
        /// What went wrong.
        cause: Refused,
    },
    /// An edition or unit that should be there is not.
    #[error("{0} has no complete figures, so its page can't be written")]
    Incomplete(String),
    /// A thread ended before its work did.
    #[error("drawing stopped half-way; the panic's own words are above")]
    Stopped,
}

/// What was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Report {
    /// How many pages.
    pub pages: usize,
    /// How many pictures, and their bytes.
    pub pictures: (usize, usize),
}

impl Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (pictures, bytes) = self.pictures;
        let kilobytes = bytes / 1000;
        let pages = self.pages;
        write!(f, "{pages} pages, {pictures} pictures ({kilobytes} KB)")
    }
}

/// A page and its picture to write.
struct Task<'a> {
    /// Folder of the page, from the root of the site.
    folder: String,
    still: &'a Arc<Still>,
    about: About,
}

/// What a page is about.
#[derive(Clone, PartialEq, Eq, Debug)]
enum About {
    /// The unit in this row, as it was published.
    Place(usize),
    /// A scenario.
    Supposed(Supposed),
}

/// Writes everything below a folder: `figures.bin` (what the first view needs), `components.bin` (the same
/// with components, for what comes later), `first/` (fragments for the pages that run), `site/` (files as
/// they are served; their pages lack only the stylesheet, whose name is not known here). With the site's
/// address, links that must be absolute are written too.
pub fn write(folder: &Path, site_url: Option<&str>) -> Result<Report, SiteError> {
    let calculator = Arc::new(dti_formats::official()?);
    let output = Output {
        folder: folder.to_owned(),
        site_url: site_url.map(str::to_owned),
    };
    let easel = Easel::new().map_err(|cause| of_picture("the site", cause))?;
    output.write("figures.bin", dti_formats::first_bytes())?;
    output.write("components.bin", dti_formats::official_bytes())?;
    output.first(&calculator)?;
    output.around(&calculator, &easel)?;
    let stills = stills(&calculator)?;
    let tasks = tasks(&stills)?;
    let written = output.all(&tasks, &easel)?;
    output.lists(&tasks)?;
    Ok(written)
}

/// The editions that have pages, in each language, with the home page's folder.
fn stills(calculator: &Arc<Calculator>) -> Result<Vec<(Arc<Still>, &'static str)>, SiteError> {
    let mut stills = Vec::new();
    for edition in shared_editions(calculator) {
        for (language, home) in LANGUAGES {
            let still = Still::of(calculator, edition.id(), language);
            let still = still.ok_or_else(|| SiteError::Incomplete(edition.id().to_owned()))?;
            stills.push((Arc::new(still), home));
        }
    }
    Ok(stills)
}

/// A page for each unit of each edition in each language, and for each scenario that has one.
fn tasks<'a>(stills: &'a [(Arc<Still>, &'static str)]) -> Result<Vec<Task<'a>>, SiteError> {
    let mut tasks = Vec::new();
    for (still, home) in stills {
        let edition = &still.edition;
        for (row, unit) in edition.units().iter().enumerate() {
            let folder = format!("{home}{}", unit_page(edition.id(), &unit.id));
            let supposed = still.supposed(row);
            let supposed = supposed.ok_or_else(|| SiteError::Incomplete(folder.clone()))?;
            let pages = supposed.into_iter().map(|own| {
                let folder = format!("{folder}{}", own.page);
                (folder, About::Supposed(own))
            });
            let pages = [(folder.clone(), About::Place(row))]
                .into_iter()
                .chain(pages);
            tasks.extend(pages.map(|(folder, about)| Task {
                folder,
                still,
                about,
            }));
        }
    }
    Ok(tasks)
}

/// Where everything goes.
struct Output {
    folder: PathBuf,
    site_url: Option<String>,
}

impl Output {
    fn write(&self, path: &str, content: impl AsRef<[u8]>) -> Result<(), SiteError> {
        let file = self.folder.join(path);
        let made = file.parent().map_or(Ok(()), std::fs::create_dir_all);
        let written = made.and_then(|()| std::fs::write(&file, content));
        written.map_err(|cause| SiteError::File { file, cause })
    }

    /// The fragments that the pages which run begin with.
    fn first(&self, calculator: &Arc<Calculator>) -> Result<(), SiteError> {
        let missing = || SiteError::Incomplete("the first edition".to_owned());
        for (language, _) in LANGUAGES {
            let name = language.as_str();
            let home = first::home(calculator, language, self.site_url.as_deref());
            self.write(&format!("first/{name}.html"), home.ok_or_else(missing)?)?;
        }
        // One page for both languages: nobody knows the address's before a script runs.
        let embed = first::embed(calculator, Language::Vi).ok_or_else(missing)?;
        self.write("first/embed.html", embed)
    }

    /// Icons, manifests, and the picture of the site itself.
    fn around(&self, calculator: &Arc<Calculator>, easel: &Easel) -> Result<(), SiteError> {
        for (file, icon) in icon::all() {
            let drawn = icon.map_err(|cause| of_picture(file, cause))?;
            self.write(&format!("site/icons/{file}"), drawn)?;
        }
        for (language, home) in LANGUAGES {
            let manifest = manifest::of(language);
            self.write(&format!("site/{home}manifest.webmanifest"), manifest)?;
            let edition = first::default_edition();
            let still = Still::of(calculator, &edition, language);
            let words = still.and_then(|still| still.poster(None));
            let words = words.ok_or(SiteError::Incomplete(edition))?;
            let drawn = easel
                .poster(&words)
                .map_err(|cause| of_picture("the site", cause))?;
            self.write(&format!("site/{home}share.png"), drawn)?;
        }
        Ok(())
    }

    /// All pages and pictures of provinces, on every processor.
    fn all(&self, tasks: &[Task<'_>], easel: &Easel) -> Result<Report, SiteError> {
        let next = AtomicUsize::new(0);
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        std::thread::scope(|scope| {
            let work = || self.some(tasks, easel, &next);
            let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            let mut report = Report::default();
            for worker in workers {
                let part = worker.join().map_err(|_panic| SiteError::Stopped)??;
                report.pages += part.pages;
                report.pictures.0 += part.pictures.0;
                report.pictures.1 += part.pictures.1;
            }
            Ok(report)
        })
    }

    /// Tasks until none is left.
    fn some(
        &self,
        tasks: &[Task<'_>],
        easel: &Easel,
        next: &AtomicUsize,
    ) -> Result<Report, SiteError> {
        let mut report = Report::default();
        while let Some(task) = tasks.get(next.fetch_add(1, Ordering::Relaxed)) {
            report.pages += 1;
            report.pictures.0 += 1;
            report.pictures.1 += self.one(task, easel)?;
        }
        Ok(report)
    }

    /// One page with its picture; says how many bytes the picture has.
    fn one(&self, task: &Task<'_>, easel: &Easel) -> Result<usize, SiteError> {
        let words = match &task.about {
            About::Place(row) => self.place(task, *row)?,
            About::Supposed(supposed) => self.supposed(task, supposed)?,
        };
        let drawn = easel
            .poster(&words)
            .map_err(|cause| of_picture(&words.name, cause))?;
        let bytes = drawn.len();
        self.write(&format!("site/{}share.png", task.folder), drawn)?;
        Ok(bytes)
    }

    /// The page of a scenario; gives what its picture shows.
    fn supposed(&self, task: &Task<'_>, supposed: &Supposed) -> Result<Poster, SiteError> {
        let page = supposed::page(task.still, supposed, &task.folder, self.site_url.as_deref());
        let page = page.ok_or_else(|| SiteError::Incomplete(task.folder.clone()))?;
        self.write(&format!("site/{}index.html", task.folder), page.html)?;
        Ok(page.poster)
    }

    /// The page of a unit, and what is told of it beside; gives what its picture shows.
    fn place(&self, task: &Task<'_>, row: usize) -> Result<Poster, SiteError> {
        let incomplete = || SiteError::Incomplete(task.folder.clone());
        let words = task.still.poster(Some(row)).ok_or_else(incomplete)?;
        let shown = (task.folder.as_str(), words.description.as_str());
        let page = place::page(task.still, row, shown, self.site_url.as_deref());
        let page = page.ok_or_else(incomplete)?;
        self.write(&format!("site/{}index.html", task.folder), page.html)?;
        if let Some(site_url) = &self.site_url {
            let unit = task.still.edition.units().get(row);
            let unit = unit.ok_or_else(incomplete)?;
            let embeddable = Embeddable {
                title: &page.title,
                folder: &task.folder,
                edition: task.still.edition.id(),
                unit: &unit.id,
                language: task.still.language(),
            };
            let file = format!("site/{}{}", task.folder, oembed::FILE);
            self.write(&file, embeddable.answer(site_url))?;
        }
        Ok(words)
    }

    /// What search engines read: robots.txt, and with the site's address the list of all pages.
    fn lists(&self, tasks: &[Task<'_>]) -> Result<(), SiteError> {
        let missing = document::missing(self.site_url.as_deref());
        self.write("site/404.html", missing)?;
        let mut robots = "User-agent: *\nAllow: /\n".to_owned();
        if let Some(site_url) = &self.site_url {
            robots.push_str(&format!("Sitemap: {site_url}sitemap.xml\n"));
            let homes = LANGUAGES.iter().map(|(_, home)| *home);
            let places = tasks
                .iter()
                .filter(|task| matches!(task.about, About::Place(_)));
            let folders = homes.chain(places.map(|task| task.folder.as_str()));
            self.write("site/sitemap.xml", document::sitemap(site_url, folders))?;
        }
        self.write("site/robots.txt", robots)
    }
}

fn of_picture(name: &str, cause: Refused) -> SiteError {
    SiteError::Picture {
        name: name.to_owned(),
        cause,
    }
}
