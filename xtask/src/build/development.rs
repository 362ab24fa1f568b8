//! The development site: the same site without optimisation and without the API, of which only what changed is
//! made anew. What somebody looks at comes first.

use std::cell::Cell;
use std::path::PathBuf;

use anyhow::Result;

use super::wasm::{Builder, Profile};
use super::{FIRST, LATER, Options, add_modules, assemble, still};
use crate::project::Project;
use crate::steps::Steps;

/// What a change of the sources needs before the site shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Need {
    /// Styles, scripts and pages as they are written: the site is put together again.
    PutTogether,
    /// Anything that Cargo reads; Cargo knows which module it belongs to.
    Compile,
}

/// What became of that which is not seen at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rest {
    /// Open pages have all that they will ask for.
    AsBefore,
    /// A part that is loaded later is another: open pages would ask for one that is gone.
    Changed,
    /// Sources changed meanwhile, so it was left.
    Overtaken,
}

/// Builds into `target/serve/dist`.
pub(crate) struct Development<'a> {
    builder: Builder<'a>,
    options: Options,
}

impl<'a> Development<'a> {
    pub(crate) fn of(project: &'a Project) -> Self {
        Self {
            builder: Builder::new(project, Profile::Serve, "serve"),
            options: Options {
                without_api: true,
                ..Options::default()
            },
        }
    }

    /// Where the site is.
    pub(crate) fn site(&self) -> PathBuf {
        self.builder.folder("dist")
    }

    /// Builds all of it.
    pub(crate) fn all(&self) -> Result<()> {
        self.first(Need::Compile)?;
        self.rest(&|| false).map(drop)
    }

    /// Makes what is seen at once, and puts it together with all else as that was made the last time. Gives
    /// whether there is a site: something may never have been made.
    pub(crate) fn first(&self, need: Need) -> Result<bool> {
        let mut steps = Steps::default();
        if need == Need::Compile {
            add_modules(&mut steps, &self.builder, &FIRST);
        }
        let is_whole = self.is_whole();
        if is_whole {
            steps.add("build: put the site together", || self.put_together());
        }
        steps.run()?;
        Ok(is_whole)
    }

    /// Makes the rest, as long as nothing more urgent comes: what is loaded later, and the pages that stand
    /// still with the first HTML.
    pub(crate) fn rest(&self, is_overtaken: &dyn Fn() -> bool) -> Result<Rest> {
        let is_changed = Cell::new(!self.is_whole());
        let is_left = Cell::new(false);
        let unless_left = |act: &dyn Fn() -> Result<()>| {
            is_left.set(is_left.get() || is_overtaken());
            match is_left.get() {
                true => Ok(()),
                false => act(),
            }
        };
        let unless_left = &unless_left;
        let mut steps = Steps::default();
        for module in LATER {
            let is_changed = &is_changed;
            steps.add(format!("build: {}", module.name), move || {
                unless_left(&|| {
                    let is_anew = self.builder.build(module)?;
                    is_changed.set(is_changed.get() || is_anew);
                    Ok(())
                })
            });
        }
        steps.add("build: pages that stand still", || {
            unless_left(&|| still::write_all(&self.builder, None))
        });
        steps.add("build: put the site together", || {
            unless_left(&|| self.put_together())
        });
        steps.run()?;
        Ok(match (is_left.get(), is_changed.get()) {
            (true, _) => Rest::Overtaken,
            (false, true) => Rest::Changed,
            (false, false) => Rest::AsBefore,
        })
    }

    fn put_together(&self) -> Result<()> {
        assemble::site(&self.builder, &self.options, &self.site())
    }

    /// Whether everything that is not made first is there.
    fn is_whole(&self) -> bool {
        let names = LATER.iter().map(|module| module.name);
        let mut names = names.chain([still::FOLDER]);
        names.all(|name| self.builder.folder(name).is_dir())
    }
}
