//! What a reader brought beside other pages that keep the same on the device: what another one changed is
//! merged before anything is written; what cannot be merged is the reader's choice; what cannot be read is
//! left alone.

use crate::{Done, News, OwnData, Refusal, Told};
use dti_formats::{FileError, Own, index_id, is_newer_project, parse_project};
use dti_words::Unkept;

/// The name of the file when a project is saved, and in messages about what was kept.
pub(crate) const PROJECT_FILE: &str = "dti-whatif.json";

/// What this page knows of the data that are kept.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Kept {
    /// The project file as this page last read or wrote it.
    base: String,
    /// What another page wrote, while the reader has to choose.
    theirs: String,
    /// Why what is here is not kept.
    unkept: Option<Unkept>,
}

impl Kept {
    /// Whether this page may write over what is there.
    pub(crate) fn may_be_written(&self) -> bool {
        matches!(self.unkept, None | Some(Unkept::Full | Unkept::Denied))
    }

    /// Whether what is there is not for this page.
    pub(crate) fn is_unreadable(&self) -> bool {
        matches!(self.unkept, Some(Unkept::Newer | Unkept::Unreadable))
    }
}

/// A version of data that two pages changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Version {
    /// What the other page wrote.
    Theirs,
    /// What is here.
    Ours,
}

/// What a kept text holds: empty, or the text of a project file.
fn read(text: &str) -> Result<Own, (Unkept, FileError)> {
    if text.is_empty() {
        return Ok(Own::default());
    }
    match parse_project(PROJECT_FILE, text) {
        Ok(project) => Ok(project.own),
        Err(fault) if is_newer_project(text) => Err((Unkept::Newer, fault)),
        Err(fault) => Err((Unkept::Unreadable, fault)),
    }
}

impl OwnData {
    /// Begins with what is kept; what is wrong with it where nobody can read it.
    pub(crate) fn begin_with(&mut self, kept: &str) -> Result<Own, Option<FileError>> {
        kept.clone_into(&mut self.kept.base);
        read(kept).map_err(|(why, fault)| {
            self.kept.unkept = Some(why);
            (why != Unkept::Newer).then_some(fault)
        })
    }

    /// Meets what is kept now: another page may have changed it.
    pub fn meet(&mut self, there: &str) -> Option<Told> {
        if self.knows(there) {
            return None;
        }
        let theirs = match read(there) {
            Ok(theirs) => theirs,
            Err((why, _)) => {
                there.clone_into(&mut self.kept.base);
                self.is_unkept(why);
                return None;
            }
        };
        // What could not be read before was never ours.
        let base = read(&self.kept.base).unwrap_or_default();
        let merged = Own::merged(&base, &self.own, &theirs, index_id);
        let is_changed = merged.as_ref().is_some_and(|merged| *merged != self.own);
        let is_merged = merged.is_some_and(|merged| self.take(merged, there, &theirs).is_ok());
        if !is_merged {
            there.clone_into(&mut self.kept.theirs);
            self.is_unkept(Unkept::Elsewhere);
        }
        (is_merged && is_changed).then_some(Ok(Done::Merged))
    }

    /// Goes on with data that hold what another page wrote.
    fn take(&mut self, next: Own, there: &str, theirs: &Own) -> Result<(), Refusal> {
        self.put(&next)?;
        there.clone_into(&mut self.kept.base);
        self.kept.theirs.clear();
        self.kept.unkept = None;
        if next != self.own {
            self.remember_before();
        }
        let is_written = next == *theirs;
        self.own = next;
        self.tell();
        if is_written {
            self.news.retain(|news| !matches!(news, News::Keep));
        }
        Ok(())
    }

    /// Goes on with the version that the reader chose; a step back brings the other one.
    pub fn choose(&mut self, version: Version) -> Option<Told> {
        let theirs = std::mem::take(&mut self.kept.theirs);
        let other = read(&theirs).ok()?;
        if self.kept.unkept != Some(Unkept::Elsewhere) {
            return None;
        }
        Some(match version {
            Version::Theirs => match self.take(other.clone(), &theirs, &other) {
                Ok(()) => Ok(Done::TookTheirs),
                Err(refusal) => {
                    self.kept.theirs = theirs;
                    Err(refusal)
                }
            },
            Version::Ours => {
                self.past.push(other);
                self.kept.base = theirs;
                self.kept.unkept = None;
                self.tell();
                Ok(Done::KeptOurs)
            }
        })
    }

    /// Whether this page has met what is kept now.
    pub fn knows(&self, there: &str) -> bool {
        let has_to_choose = self.kept.unkept == Some(Unkept::Elsewhere);
        let known = if has_to_choose {
            &self.kept.theirs
        } else {
            &self.kept.base
        };
        there == known
    }

    /// What came of keeping a project file.
    pub fn settle_kept(&mut self, project: &str, outcome: Result<(), Unkept>) {
        match outcome {
            Ok(()) => {
                project.clone_into(&mut self.kept.base);
                self.kept.unkept = None;
            }
            Err(why) => self.is_unkept(why),
        }
    }

    /// What is here is not kept.
    pub fn is_unkept(&mut self, why: Unkept) {
        self.kept.unkept = Some(why);
    }

    /// Why what is here goes when the page closes, where it does.
    pub fn unkept(&self) -> Option<Unkept> {
        self.kept.unkept
    }
}

#[cfg(test)]
mod tests {
    use super::Version;
    use crate::tests::{kept, own_data};
    use crate::{Done, News, OwnData, Refusal, Told};
    use dti_engine::model::{Exact, RawValue};
    use dti_formats::official_bytes;
    use dti_words::Unkept;

    const COMMUNE: &str = "example-commune-2025";

    /// What a page does with its news: it meets what is kept, then keeps its own.
    fn settle(own: &mut OwnData, device: &mut String) -> Vec<News> {
        let mut news = own.take_news();
        if has_keep(&news) {
            own.meet(device);
            news.extend(own.take_news());
            if let Some([text, ..]) = own.texts() {
                own.settle_kept(&text, Ok(()));
                *device = text;
            }
        }
        news
    }

    fn has_keep(news: &[News]) -> bool {
        news.iter().any(|news| matches!(news, News::Keep))
    }

    fn has_counts(news: &[News]) -> bool {
        news.iter().any(|news| matches!(news, News::Counts(..)))
    }

    #[test]
    fn what_two_pages_bring_is_kept_together() {
        let mut device = String::new();
        let [mut one, mut other] = [own_data(), own_data()];
        one.open_example(COMMUNE).unwrap();
        settle(&mut one, &mut device);
        other.open_example("example-rules-2025").unwrap();
        settle(&mut other, &mut device);
        for example in [COMMUNE, "example-rules-2025"] {
            assert!(device.contains(example), "{device}");
        }
        assert_eq!(one.meet(&device), Some(Ok(Done::Merged)));
        let news = one.take_news();
        assert!(has_counts(&news) && !has_keep(&news));
        // And back again, on both.
        one.step_back().unwrap();
        settle(&mut one, &mut device);
        other.meet(&device);
        assert_eq!(one.own, other.own);
        assert_eq!(one.own.examples, [COMMUNE]);
    }

    #[test]
    fn what_a_page_wrote_itself_is_no_news_to_it() {
        let mut device = String::new();
        let mut own = own_data();
        own.open_example(COMMUNE).unwrap();
        settle(&mut own, &mut device);
        assert_eq!(own.meet(&device), None);
        assert!(own.take_news().is_empty());
    }

    /// Two pages with different values in one scorecard.
    fn at_odds() -> (OwnData, String, String) {
        let mut device = String::new();
        let [mut one, mut other] = [own_data(), own_data()];
        for (own, points) in [(&mut one, 3), (&mut other, 4)] {
            own.open_example(COMMUNE).unwrap();
            let mut assessment = own.own.assessments[0].clone();
            assessment.rows[0].own = Some(RawValue::Points(Exact::whole(points)));
            own.assess(assessment).unwrap();
        }
        settle(&mut one, &mut device);
        let theirs = device.clone();
        settle(&mut other, &mut device);
        assert_eq!(device, theirs, "nothing is overwritten");
        let ours = other.kept_text();
        assert_ne!(ours, theirs);
        (other, ours, theirs)
    }

    #[test]
    fn what_cannot_be_merged_is_the_readers_choice_and_can_be_undone() {
        let versions: [(Version, Done); 2] = [
            (Version::Theirs, Done::TookTheirs),
            (Version::Ours, Done::KeptOurs),
        ];
        for (version, done) in versions {
            let (mut own, ours, theirs) = at_odds();
            assert_eq!(own.unkept(), Some(Unkept::Elsewhere));
            // Going on changes nothing on the device.
            assert_eq!(own.texts(), None);
            let mut device = theirs.clone();
            assert_eq!(own.choose(version), Some(Ok(done)));
            settle(&mut own, &mut device);
            let [chosen, other] = match version {
                Version::Theirs => [&theirs, &ours],
                Version::Ours => [&ours, &theirs],
            };
            assert_eq!((&device, &own.kept_text()), (chosen, chosen), "{version:?}");
            assert_eq!(own.unkept(), None);
            assert_eq!(own.choose(version), None, "nothing is left to choose");
            own.step_back().unwrap();
            settle(&mut own, &mut device);
            assert_eq!((&device, &own.kept_text()), (other, other), "{version:?}");
        }
    }

    const NEWER: &str = "{\"format\":\"dti-whatif project\",\"version\":2,\"moon\":[]}";

    #[test]
    fn what_a_newer_page_kept_or_nobody_can_read_stays() {
        for (text, why) in [(NEWER, Unkept::Newer), ("{", Unkept::Unreadable)] {
            let mut own = kept(text);
            let mut device = text.to_owned();
            assert_eq!(own.unkept(), Some(why), "{text}");
            own.open_example(COMMUNE).unwrap();
            let news = settle(&mut own, &mut device);
            assert!(has_counts(&news));
            assert_eq!(device, text);
            // Only who says so deletes it.
            own.delete_everything();
            let news = own.take_news();
            assert!(news.iter().any(|news| matches!(news, News::Forget)));
            assert_eq!(own.unkept(), None);
        }
        // It comes while the page is open.
        let mut own = own_data();
        assert_eq!(own.meet(NEWER), None);
        assert_eq!(own.unkept(), Some(Unkept::Newer));
        assert_eq!(own.texts(), None);
    }

    /// What is told of a kept text as the page opens; the catalogue is what the page had of it.
    fn opened(text: &str, catalogue: &str) -> (OwnData, Option<Told>) {
        OwnData::open(official_bytes().to_vec(), text, catalogue).unwrap()
    }

    #[test]
    fn what_cannot_be_read_counts_on_as_the_page_had_it() {
        let mut before = own_data();
        before.open_example(COMMUNE).unwrap();
        let [text, catalogue, _] = before.texts().unwrap();
        for (unread, is_told) in [(NEWER, false), ("{", true)] {
            let (mut own, told) = opened(unread, &catalogue);
            let is_file = matches!(told, Some(Err(Refusal::File(_))));
            assert_eq!((is_file, told.is_some()), (is_told, is_told), "{told:?}");
            assert!(own.calculator().edition(COMMUNE).is_ok());
            assert!(own.own().is_empty() && own.take_news().is_empty());
        }
        // What can be read is known to the page; it hears of what it lost of it.
        let (mut own, told) = opened(&text, &catalogue);
        assert_eq!(told, None);
        assert!(own.take_news().is_empty());
        let (mut own, _) = opened(&text, "");
        let news = own.take_news();
        assert!(has_counts(&news) && has_keep(&news));
    }

    #[test]
    fn a_full_device_is_said_until_there_is_room() {
        let mut own = own_data();
        own.open_example(COMMUNE).unwrap();
        own.is_unkept(Unkept::Full);
        assert_eq!(own.unkept(), Some(Unkept::Full));
        let [text, ..] = own.texts().unwrap();
        own.settle_kept(&text, Ok(()));
        assert_eq!(own.unkept(), None);
    }
}
