//! The desk beside other pages that keep the same data on the device: what another one changed is
//! merged before anything is written; what cannot be merged is the reader's choice; what cannot be
//! read is left alone.

use super::keep::{PROJECT_FILE, edition_of};
use super::words::Word;
use super::{Desk, Markup, News, button};
use crate::page::Unkept;
use crate::page::text::unkept;
use dti_formats::{Own, is_newer_project, parse_project};

/// What this page knows of the data that are kept.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct State {
    /// The project file as this page last read or wrote it.
    base: String,
    /// What another page wrote, while the reader has to choose.
    theirs: String,
    /// Why what is here is not kept.
    unkept: Option<Unkept>,
}

/// What a kept text holds: empty, or the text of a project file.
fn read(text: &str) -> Result<Own, Unkept> {
    if text.is_empty() {
        return Ok(Own::default());
    }
    match parse_project(PROJECT_FILE, text) {
        Ok(project) => Ok(project.own),
        Err(_) if is_newer_project(text) => Err(Unkept::Newer),
        Err(_) => Err(Unkept::Unreadable),
    }
}

impl Desk {
    /// Begins with what is kept; says whether it can be read here.
    pub(super) fn begin_with(&mut self, kept: &str) -> Result<Own, Unkept> {
        kept.clone_into(&mut self.kept.base);
        let read = read(kept);
        self.kept.unkept = read.as_ref().err().copied();
        read
    }

    /// Meets what is kept now: another page may have changed it.
    pub fn meet(&mut self, there: &str) {
        let has_to_choose = self.kept.unkept == Some(Unkept::Elsewhere);
        let known = if has_to_choose {
            &self.kept.theirs
        } else {
            &self.kept.base
        };
        if there == known {
            return;
        }
        let theirs = match read(there) {
            Ok(theirs) => theirs,
            Err(why) => {
                there.clone_into(&mut self.kept.base);
                return self.is_unkept(why);
            }
        };
        // What could not be read before was never ours.
        let base = read(&self.kept.base).unwrap_or_default();
        let merged = Own::merged(&base, &self.own, &theirs, edition_of);
        let is_merged = merged.is_some_and(|merged| self.take(merged, there, &theirs).is_ok());
        if !is_merged {
            there.clone_into(&mut self.kept.theirs);
            self.is_unkept(Unkept::Elsewhere);
        }
    }

    /// Goes on with data that hold what another page wrote.
    fn take(&mut self, next: Own, there: &str, theirs: &Own) -> Result<(), super::Refusal> {
        self.put(next.clone())?;
        there.clone_into(&mut self.kept.base);
        self.kept.theirs.clear();
        self.kept.unkept = None;
        if next != self.own {
            self.remember_before();
            self.word(Word::Merged).clone_into(&mut self.done);
        }
        let is_written = next == *theirs;
        self.own = next;
        self.tell();
        if is_written {
            self.news.retain(|news| !matches!(news, News::Keep));
        }
        Ok(())
    }

    /// What the reader chose: the version of the other page, or this one.
    pub(super) fn choose(&mut self, version: &str) {
        let theirs = std::mem::take(&mut self.kept.theirs);
        let Ok(other) = read(&theirs) else {
            return;
        };
        if self.kept.unkept != Some(Unkept::Elsewhere) {
            return;
        }
        self.done.clear();
        match version {
            "theirs" => match self.take(other.clone(), &theirs, &other) {
                Ok(()) => self.word(Word::TookTheirs).clone_into(&mut self.done),
                Err(refusal) => {
                    self.kept.theirs = theirs;
                    self.refusal = Some(refusal);
                }
            },
            _ => {
                // A step back brings the other one.
                self.past.push(other);
                self.kept.base = theirs;
                self.kept.unkept = None;
                self.word(Word::KeptThis).clone_into(&mut self.done);
                self.tell();
            }
        }
    }

    /// The texts to keep on the device: the project file, the catalogue, the assessed figures; `None`
    /// where what is there has to stay.
    pub fn texts(&self) -> Option<[String; 3]> {
        let may_try = matches!(self.kept.unkept, None | Some(Unkept::Full | Unkept::Denied));
        let assessed = || self.assessed_text(&self.own).unwrap_or_default();
        may_try.then(|| [self.kept_text(), self.catalogue_own.to_text(), assessed()])
    }

    /// These texts are kept.
    pub fn has_kept(&mut self, project: &str) {
        project.clone_into(&mut self.kept.base);
        self.kept.unkept = None;
    }

    /// What is here is not kept.
    pub fn is_unkept(&mut self, why: Unkept) {
        if self.kept.unkept != Some(why) {
            self.kept.unkept = Some(why);
            let said = unkept(why, self.language());
            self.news.push(News::Say(said.to_owned()));
        }
    }

    /// Nothing is kept on the device any more.
    pub(super) fn forget_kept(&mut self) {
        self.kept = State::default();
    }

    /// Whether what is here stays when the page closes.
    pub(super) fn is_kept(&self) -> bool {
        self.kept.unkept.is_none()
    }
}

/// Why what is here is not kept, and what the reader can do.
pub(super) fn view(desk: &Desk, m: &mut Markup) {
    m.node("div", "desk-kept", |m| {
        m.set("id", "desk-kept");
        let Some(why) = desk.kept.unkept else {
            return;
        };
        m.node("div", "notice", |m| {
            m.leaf("p", "", unkept(why, desk.language()));
            m.node("p", "actions", |m| {
                if why == Unkept::Elsewhere {
                    button(m, "desk choose theirs", desk.word(Word::TakeTheirs));
                    button(m, "desk choose ours", desk.word(Word::KeepThis));
                }
                button(m, "desk export project", desk.word(Word::SaveProject));
            });
        });
    });
}

#[cfg(test)]
mod tests {
    use crate::page::EventKind::Click;
    use crate::page::desk::tests::{desk, happen, press, question};
    use crate::page::desk::{Desk, News};
    use dti_formats::official_bytes;

    const GROUND: &str = "#e=2022&u=bac-giang";

    /// What a page does with its news: it meets what is kept, then keeps its own.
    fn settle(desk: &mut Desk, device: &mut String) -> Vec<News> {
        let mut news = desk.news();
        if news.contains(&News::Keep) {
            desk.meet(device);
            news.extend(desk.news());
            if let Some([own, ..]) = desk.texts() {
                desk.has_kept(&own);
                *device = own;
            }
        }
        news
    }

    fn opened(device: &str) -> Desk {
        let mut desk = Desk::new(official_bytes(), device).unwrap();
        desk.markup(&question(GROUND));
        desk
    }

    fn shown(desk: &mut Desk) -> String {
        desk.markup(&question(GROUND)).html()
    }

    #[test]
    fn what_two_pages_bring_is_kept_together() {
        let mut device = String::new();
        let [mut one, mut other] = [opened(""), opened("")];
        press(&mut one, "index example example-commune-2025");
        settle(&mut one, &mut device);
        press(&mut other, "index example example-rules-2025");
        settle(&mut other, &mut device);
        for example in ["example-commune-2025", "example-rules-2025"] {
            assert!(device.contains(example), "{device}");
        }
        let is_catalogue = |news: &News| matches!(news, News::Catalogue(_));
        one.meet(&device);
        let news = one.news();
        assert!(news.iter().any(is_catalogue) && !news.contains(&News::Keep));
        assert!(shown(&mut one).contains("đã gộp"));
        // And back again, on both.
        press(&mut one, "back");
        settle(&mut one, &mut device);
        other.meet(&device);
        assert_eq!(one.own, other.own);
    }

    /// Two pages with different values in one scorecard.
    fn at_odds() -> (Desk, String, String) {
        let mut device = String::new();
        let [mut one, mut other] = [opened(""), opened("")];
        for (desk, value) in [(&mut one, "3"), (&mut other, "4")] {
            press(desk, "index example example-commune-2025");
            let mut assessment = desk.own.assessments[0].clone();
            let points = dti_engine::model::Exact::from_plain_text(value, 0).unwrap();
            assessment.rows[0].own = Some(dti_engine::model::RawValue::Points(points));
            desk.assess(assessment).unwrap();
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
        for (version, chosen_first) in [("theirs", false), ("ours", true)] {
            let (mut desk, ours, theirs) = at_odds();
            let html = shown(&mut desk);
            assert!(html.contains("desk choose theirs") && html.contains("desk choose ours"));
            // Going on changes nothing on the device.
            assert_eq!(desk.texts(), None);
            let mut device = theirs.clone();
            press(&mut desk, &format!("choose {version}"));
            settle(&mut desk, &mut device);
            let [chosen, other] = if chosen_first {
                [&ours, &theirs]
            } else {
                [&theirs, &ours]
            };
            assert_eq!((&device, &desk.kept_text()), (chosen, chosen), "{version}");
            assert!(!shown(&mut desk).contains("desk choose"));
            press(&mut desk, "back");
            settle(&mut desk, &mut device);
            assert_eq!((&device, &desk.kept_text()), (other, other), "{version}");
        }
    }

    #[test]
    fn what_a_newer_page_kept_or_nobody_can_read_stays() {
        let newer = "{\"format\":\"dti-whatif project\",\"version\":2,\"moon\":[]}";
        for (kept, sentence) in [(newer, "phiên bản mới hơn"), ("{", "Không đọc được")]
        {
            let mut desk = opened(kept);
            let mut device = kept.to_owned();
            assert!(shown(&mut desk).contains(sentence), "{kept}");
            press(&mut desk, "index example example-commune-2025");
            let news = settle(&mut desk, &mut device);
            assert!(news.iter().any(|news| matches!(news, News::Catalogue(_))));
            assert_eq!(device, kept);
            // Only who says so deletes it.
            happen(&mut desk, Click, "export delete-sure", "");
            assert!(desk.news().contains(&News::Forget));
            assert!(!shown(&mut desk).contains(sentence));
        }
        // It comes while the page is open.
        let mut desk = desk(GROUND);
        desk.meet(newer);
        assert!(shown(&mut desk).contains("phiên bản mới hơn"));
        assert_eq!(desk.texts(), None);
    }

    #[test]
    fn a_full_device_is_said_until_there_is_room() {
        use crate::page::Unkept;
        let mut desk = desk(GROUND);
        press(&mut desk, "index example example-commune-2025");
        desk.is_unkept(Unkept::Full);
        let html = shown(&mut desk);
        assert!(html.contains("đã đầy") && html.contains("desk export project"));
        press(&mut desk, "open export");
        assert!(!shown(&mut desk).contains("Trang này tự lưu"));
        let [own, ..] = desk.texts().unwrap();
        desk.has_kept(&own);
        assert!(!shown(&mut desk).contains("đã đầy"));
    }
}
