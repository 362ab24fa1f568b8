//! Beginning without figures: a province, a department, a ward or commune with a name of its own, and a
//! set of indicators whose scorecard it fills.

use super::super::fields::tool_list;
use super::super::ground::Ground;
use super::super::words::Word;
use super::super::{Desk, Event, Markup, button_with};
use crate::page::EventKind;
use crate::page::text::in_language;
use dti_engine::model::Framework;
use dti_formats::{commune_set, commune_sets, empty_scorecard, fold};

/// The framework of provinces, whose components are on file.
const PROVINCES: &str = "dti-922";
/// Longest name, in letters.
const LONGEST_NAME: usize = 80;

/// What is chosen and typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(in crate::page::desk) struct Beginning {
    /// Id of the set; the provinces' where nothing is chosen.
    set: String,
    name: String,
}

/// What happened to one of its controls.
pub(super) fn take_in(desk: &mut Desk, verb: &str, event: &Event) {
    match (verb, event.kind) {
        ("set", EventKind::Change) => event.value.clone_into(&mut desk.beginning.set),
        ("name", EventKind::Input | EventKind::Change) => {
            desk.beginning.name = event.value.chars().take(LONGEST_NAME).collect();
        }
        ("begin", EventKind::Click) => begin(desk),
        _ => {}
    }
}

/// The set that is chosen.
fn chosen(desk: &Desk) -> Option<Framework> {
    match desk.beginning.set.as_str() {
        "" | PROVINCES => {
            let mut editions = desk.official.editions().iter();
            let found = editions.find(|edition| edition.framework().id() == PROVINCES);
            found.map(|edition| (**edition.framework()).clone())
        }
        id => commune_set(id),
    }
}

/// An id for an edition that no other has.
fn free_id(desk: &Desk, name: &str) -> String {
    let folded = fold(name);
    let letters = folded.chars().filter(char::is_ascii_alphanumeric);
    let short: String = letters.take(24).collect();
    let id = |number: usize| match number {
        1 => format!("phieu-{short}"),
        number => format!("phieu-{short}-{number}"),
    };
    let is_free = |id: &String| desk.calculator.edition(id).is_err();
    let mut ids = (1..).map(id);
    ids.find(is_free).unwrap_or_default()
}

fn begin(desk: &mut Desk) {
    let name = desk.beginning.name.trim().to_owned();
    let Some(framework) = chosen(desk).filter(|_| !name.is_empty()) else {
        desk.done = desk.word(Word::NameMissing).to_owned();
        return;
    };
    let id = free_id(desk, &name);
    let document = empty_scorecard(&framework, &id, &name);
    match desk.open_index(&name, &document) {
        Ok(()) => {
            desk.beginning = Beginning::default();
            desk.part = super::super::Part::Card;
        }
        Err(refusal) => desk.refusal = Some(refusal),
    }
}

/// The section.
pub(super) fn view(desk: &Desk, ground: &Ground, m: &mut Markup) {
    let provinces = desk.word(Word::ProvincesSet).to_owned();
    let communes = commune_sets().into_iter();
    let communes = communes.map(|(id, title)| {
        let title = in_language(&title, ground.language).to_owned();
        (id, title)
    });
    let sets = std::iter::once((PROVINCES.to_owned(), provinces)).chain(communes);
    let set = match desk.beginning.set.as_str() {
        "" => PROVINCES,
        set => set,
    };
    m.node("section", "desk-section", |m| {
        m.leaf("h3", "", desk.word(Word::BeginHeading));
        m.leaf("p", "", desk.word(Word::BeginHint));
        m.node("div", "component-tools", |m| {
            let list = ("begin-set", "desk index set");
            tool_list(m, list, desk.word(Word::BeginSet), sets.collect(), set);
            m.node("span", "component-tool", |m| {
                m.node("label", "", |m| {
                    m.set("for", "begin-name");
                    m.text(desk.word(Word::BeginName));
                });
                m.node("input", "", |m| {
                    m.set("id", "begin-name");
                    m.set("type", "text");
                    m.set("autocomplete", "off");
                    m.set("maxlength", LONGEST_NAME.to_string());
                    m.set("data-do", "desk index name");
                    m.set("value", desk.beginning.name.clone());
                });
            });
            button_with(
                m,
                "primary",
                "desk index begin".into(),
                desk.word(Word::Begin).into(),
                |_| {},
            );
        });
    });
}

#[cfg(test)]
mod tests {
    use crate::page::EventKind;
    use crate::page::desk::tests::happen;
    use crate::page::desk::{Desk, News};
    use dti_formats::official_bytes;

    #[test]
    fn a_ward_begins_with_its_name_and_no_figure() {
        let mut desk = Desk::new(official_bytes(), "").unwrap();
        happen(&mut desk, EventKind::Click, "index begin", "");
        assert!(desk.done.contains("Hãy nhập tên đơn vị"), "{}", desk.done);
        happen(
            &mut desk,
            EventKind::Change,
            "index set",
            "commune-hcmc-2026",
        );
        happen(
            &mut desk,
            EventKind::Input,
            "index name",
            "Phường Bến Thành",
        );
        happen(&mut desk, EventKind::Click, "index begin", "");
        let edition = desk.calculator.edition("phieu-phuongbenthanh").unwrap();
        assert_eq!(edition.units()[0].name.vi, "Phường Bến Thành");
        assert!(edition.rows()[0].indicators.is_empty());
        let shown = |news: &News| match news {
            News::Load(link) => link.contains("e=phieu-phuongbenthanh&u=ours"),
            _ => false,
        };
        assert!(desk.news.iter().any(shown));
        // Another of the same name has an id of its own.
        happen(
            &mut desk,
            EventKind::Input,
            "index name",
            "Phường Bến Thành",
        );
        happen(&mut desk, EventKind::Click, "index begin", "");
        let second = desk.calculator.edition("phieu-phuongbenthanh-2").unwrap();
        assert_eq!(second.framework().total().whole(), 1000);
    }
}
