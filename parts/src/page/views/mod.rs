//! What each part of the page shows: functions from the state to markup.

mod about;
mod choice;
pub(super) mod control;
mod desk;
mod edits;
mod embed;
mod header;
mod indicator;
mod ladder;
mod options;
mod scorecard;
mod share;
mod verdict;

use super::arrival::Notice;
use super::names::NamesIn;
use super::text::{
    Word, ahead, corrected, dated, elsewhere, last_max_points, notice, problem, slots_named, unkept,
};
use super::{Markup, Page, STAGES};
use control::button;
pub(in crate::page) use embed::embed;

/// The whole page in its order of weight: which province, the verdict, the scorecard, the ladder.
pub(super) fn page(page: &Page) -> Markup {
    let mut out = Markup::default();
    out.node("div", "page", |m| parts(page, m));
    out
}

fn parts(page: &Page, m: &mut Markup) {
    m.node("a", "skip", |m| {
        m.set("href", "#main");
        m.set("data-do", "skip main");
        m.text(page.word(Word::SkipToContent));
    });
    header::header(page, m);
    m.node("main", "", |m| {
        m.set("id", "main");
        m.set("tabindex", "-1");
        choice::choice(page, m);
        notices(page, m);
        verdict::hero(page, m);
        verdict::story(page, m);
        hint(page, m);
        edits::edits(page, m);
        m.node("div", "columns", |m| {
            if page.stage >= 1 {
                m.node("div", "column", |m| {
                    scorecard::scorecard(page, m);
                    options::options(page, m);
                });
            }
            if page.stage >= 2 {
                m.node("div", "column column-ladder", |m| ladder::ladder(page, m));
            }
        });
        if page.stage < STAGES {
            return;
        }
        desk::desk(page, m);
        // Filled by the other modules when they come near.
        m.node("section", "analyses-place", |m| {
            m.set("id", "analyses");
            m.set("aria-label", page.word(Word::Analyses));
        });
        m.node("section", "pictures-place", |m| {
            m.set("id", "pictures");
            m.set("aria-label", page.word(Word::Pictures));
        });
        about::about(page, m);
        m.node("p", "paper-only", |m| {
            if let Some(warning) = page.warning() {
                m.text(format!("{warning} "));
            }
            m.text(format!("{} ", page.word(Word::PaperLink)));
            m.text(page.text_to_copy("link"));
        });
    });
    if page.stage < STAGES {
        return;
    }
    m.node("footer", "", |m| {
        let [unofficial, private] = [Word::Unofficial, Word::Private].map(|word| page.word(word));
        m.leaf("p", "", format!("{unofficial} {private}"));
        m.leaf("p", "data-version", data_version(page));
    });
    share::dialog(page, m);
    about::panel(page, m);
    // The one line that screen readers hear, some time after the last edit.
    m.node("p", "hidden", |m| {
        m.set("role", "status");
        m.text(page.said.clone());
    });
}

/// Version and date of the figures.
fn data_version(page: &Page) -> String {
    let version = page.calculator.data_version();
    dated(version.number, &version.date, page.language)
}

/// What to try first, until it is dismissed.
fn hint(page: &Page, m: &mut Markup) {
    if page.has_hint {
        m.node("p", "hint", |m| {
            m.leaf("span", "", page.word(Word::Hint));
            button(m, "hint", page.word(Word::Understood));
        });
    }
}

/// What an address could not bring, until the reader dismisses it.
fn notices(page: &Page, m: &mut Markup) {
    let names = NamesIn::new(page.edition(), page.language);
    let line = |one: &Notice| match one {
        Notice::Unread(unread) => notice(unread, &names, page.language),
        Notice::Refused(error) => problem(error, &names, page.language),
        Notice::LastMaxPoints(id) => last_max_points(id, &names, page.language),
        Notice::Corrected { then, now, what } => corrected((*then, *now), what, page.language),
        Notice::Ahead { then, now } => ahead((*then, *now), page.language),
        Notice::Elsewhere(code) => elsewhere(code, page.language),
        Notice::SlotsNamed(ids) => slots_named(ids, &names, page.language),
        Notice::Unkept(why) => unkept(*why, page.language).to_owned(),
    };
    if page.notices.is_empty() {
        return;
    }
    m.node("section", "notice", |m| {
        m.set("aria-label", page.word(Word::Notices));
        m.node("ul", "", |m| {
            for one in &page.notices {
                m.leaf("li", "", line(one));
            }
        });
        button(m, "dismiss", page.word(Word::Dismiss));
    });
}
