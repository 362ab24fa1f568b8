//! What the reader is asked about a table: names that are not exactly one unit, and numbers that no
//! row gives a main indicator.

use super::view::{FINDINGS_SHOWN, Preview};
use super::{NOBODY, words};
use crate::page::Markup;
use crate::page::control::select;
use crate::page::names::NamesIn;
use crate::page::text::{Names as _, in_language};
use dti_engine::model::Level;
use dti_formats::{MainNumber, Meaning, UnitQuestion};

impl Preview<'_> {
    /// Names that are not exactly one unit.
    pub(super) fn questions(&self, m: &mut Markup) {
        let open = self.understood.questions.iter();
        // What was answered can be answered otherwise.
        let answered = self.table.choices.units.iter().map(|answer| {
            let unit = answer.unit.clone().unwrap_or_else(|| NOBODY.to_owned());
            (answer.row, self.written(answer.row), Vec::new(), unit)
        });
        let open = open.map(
            |UnitQuestion {
                 row,
                 written,
                 offered,
             }| { (*row, written.clone(), offered.clone(), String::new()) },
        );
        let mut all: Vec<_> = open.chain(answered).collect();
        all.sort_by_key(|(row, ..)| *row);
        if all.is_empty() {
            return;
        }
        m.node("div", "import-questions", |m| {
            m.leaf("h4", "", self.say("Tỉnh, thành nào?", "Which province?"));
            for (row, written, offered, chosen) in all.into_iter().take(FINDINGS_SHOWN) {
                let id = format!("desk-import-unit-{row}");
                m.node("p", "import-choice", |m| {
                    m.node("label", "", |m| {
                        m.set("for", id.clone());
                        m.text(words::which_unit(row + 1, &written, self.language));
                    });
                    let deed = format!("desk import unit {row}");
                    select(m, deed, ("id", id), self.answers(&offered), &chosen);
                });
            }
        });
    }

    /// Nothing yet, leave the row out, the units that are offered, then all.
    fn answers(&self, offered: &[String]) -> Vec<(String, String)> {
        let names = NamesIn::new(Some(self.edition), self.language);
        let mut answers = vec![
            (String::new(), self.say("hãy chọn", "choose")),
            (
                NOBODY.to_owned(),
                self.say("bỏ hàng này", "leave this row out"),
            ),
        ];
        answers.extend(offered.iter().map(|id| (id.clone(), names.unit(id))));
        let others = self
            .units()
            .into_iter()
            .filter(|(id, _)| !offered.contains(id));
        answers.extend(others);
        answers
    }

    /// The name in a row, as written.
    fn written(&self, row: usize) -> String {
        let columns = &self.understood.columns;
        let column = columns
            .iter()
            .position(|column| column.meaning == Meaning::Unit);
        self.table
            .grid
            .cell(row, column.unwrap_or_default())
            .trim()
            .to_owned()
    }

    /// First numbers of a list in which no row names the main indicators: those that are asked, and
    /// those that were told by their order.
    pub(super) fn main_questions(&self, m: &mut Markup) {
        let mains = &self.understood.mains;
        if mains.is_empty() {
            return;
        }
        m.node("div", "import-questions", |m| {
            let heading = self.say("Chỉ số chính nào?", "Which main indicator?");
            m.leaf("h4", "", heading);
            for MainNumber { number, main } in mains.iter().take(FINDINGS_SHOWN) {
                let id = format!("desk-import-main-{number}");
                m.node("p", "import-choice", |m| {
                    m.node("label", "", |m| {
                        m.set("for", id.clone());
                        m.text(words::which_main(number, self.language));
                    });
                    let deed = format!("desk import main {number}");
                    let chosen = main.as_deref().unwrap_or_default();
                    select(m, deed, ("id", id), self.mains(), chosen);
                });
            }
        });
    }

    /// Nothing yet, then all main indicators.
    fn mains(&self) -> Vec<(String, String)> {
        let framework = self.edition.framework();
        let nodes = framework.nodes();
        let mains = nodes.map(|node| framework.indicator(node));
        let mains = mains.filter(|indicator| indicator.level == Level::Main);
        let named = mains.map(|main| {
            let name = in_language(&main.name, self.language);
            (main.id.clone(), name.to_owned())
        });
        let nothing = (String::new(), self.say("hãy chọn", "choose"));
        std::iter::once(nothing).chain(named).collect()
    }
}
