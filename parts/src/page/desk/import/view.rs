//! What a reader sees of a table before it is taken over: what it is, what each column is, questions,
//! findings with row and column, and what would change.

use super::super::ground::Ground;
use super::super::words::{Word, say};
use super::super::{Desk, Markup, button, button_with};
use super::applying::Understood;
use super::findings::Told;
use super::{Table, editions, words};
use crate::page::control::select;
use crate::page::renamed::Renamed;
use crate::page::text::in_language;
use crate::page::workbooks::book_remark;
use dti_engine::model::{Edition, Unit};
use dti_formats::link::Language;
use dti_formats::{DecimalMark, Finding, FindingKind, Meaning, Scale, Severity, TableKind};
use std::sync::Arc;

/// Findings of a kind that are shown.
pub(super) const FINDINGS_SHOWN: usize = 50;

/// The word for a kind of table in an option.
pub(super) fn kind_key(kind: TableKind) -> &'static str {
    match kind {
        TableKind::Components => "components",
        TableKind::Scorecard => "scorecard",
        TableKind::ListAndCard => "list-and-card",
        TableKind::Results => "results",
    }
}

/// The form, or the preview of what was brought.
pub(in super::super) fn view(desk: &Desk, ground: &Ground, m: &mut Markup) {
    match &desk.import.table {
        None => {
            let mut own = Markup::default();
            form(desk, &mut own);
            m.append(Renamed::whole(desk.calculator, &ground.edition, own));
        }
        Some(table) => {
            let edition = table.edition(desk, ground);
            let preview = Preview {
                desk,
                table,
                understood: Understood::of(table, &edition),
                renamed: Renamed::of(desk.calculator, &edition),
                edition: &edition,
                language: ground.language,
            };
            preview.view(m);
        }
    }
}

/// A file, or a field for a table that was copied.
fn form(desk: &Desk, m: &mut Markup) {
    let language = desk.language();
    m.node("section", "desk-section", |m| {
        m.leaf("h3", "", desk.word(Word::ImportHeading));
        m.leaf("p", "", desk.word(Word::ImportHint));
        let kinds = ".csv,.txt,.tsv,.xlsx,text/csv,text/plain";
        super::super::file_field(desk, m, "desk-import-file", Word::ImportFile, kinds);
        super::super::text_field(desk, m, ("desk-paste", Word::Paste), |m| {
            m.set("autocomplete", "off");
            m.set(
                "placeholder",
                say(language, "Hạng\tTỉnh\tDTI", "Rank\tProvince\tDTI"),
            );
            m.set("data-do", "desk import paste");
            m.set("value", desk.import.pasted.clone());
        });
        button(m, "desk import read", desk.word(Word::PasteRead));
    });
}

/// A table with what is understood of it.
pub(super) struct Preview<'a> {
    desk: &'a Desk,
    pub(super) table: &'a Table,
    pub(super) understood: Understood,
    pub(super) edition: &'a Arc<Edition>,
    renamed: Option<Renamed<'a>>,
    pub(super) language: Language,
}

impl Preview<'_> {
    /// A text in the language of the page.
    pub(super) fn say(&self, vi: &'static str, en: &'static str) -> String {
        self.here(say(self.language, vi, en))
    }

    /// A text with the word of the edition for what it ranks.
    pub(super) fn here(&self, text: &str) -> String {
        let renamed = self.renamed.as_ref();
        renamed.map_or_else(|| text.to_owned(), |renamed| renamed.text(text))
    }

    fn view(&self, m: &mut Markup) {
        m.node("section", "desk-section", |m| {
            m.node("h3", "", |m| {
                m.set("id", "desk-import-heading");
                m.set("tabindex", "-1");
                let name = match self.table.name.is_empty() {
                    true => self.say("Bảng đã dán", "The pasted table"),
                    false => self.table.name.clone(),
                };
                m.text(name);
            });
            m.node("div", "import-choices", |m| self.choices(m));
            let rows = self.understood.rows.len();
            let known = self.understood.columns.iter();
            let known = known
                .filter(|column| column.meaning != Meaning::Ignored)
                .count();
            m.leaf("p", "", words::understood(rows, known, self.language));
            if let Some(font) = self.table.font {
                m.leaf("p", "caution plain", words::old_font(font, self.language));
            }
            for remark in &self.desk.import.remarks {
                m.leaf("p", "caution plain", book_remark(remark, self.language));
            }
            self.questions(m);
            self.main_questions(m);
            self.findings(m);
            self.verdict(m);
            self.grid(m);
        });
    }

    /// What it is, which edition and unit it is for, and how its numbers are written.
    fn choices(&self, m: &mut Markup) {
        let import = &self.desk.import;
        if import.sheets.len() > 1 {
            let names = import.sheets.iter().map(|(name, _)| name);
            let options = names.map(|name| (name.clone(), name.clone())).collect();
            let label = self.say("Trang tính", "Sheet");
            self.choice(m, "sheet", label, options, &import.sheet);
        }
        let kinds = [
            TableKind::Results,
            TableKind::Scorecard,
            TableKind::Components,
            TableKind::ListAndCard,
        ];
        let named = |kind| self.here(words::kind_name(kind, self.language));
        let kinds = kinds.map(|kind| (kind_key(kind).to_owned(), named(kind)));
        let label = self.say("Đây là", "This is");
        self.choice(m, "kind", label, kinds.into(), kind_key(self.table.kind));
        let editions = editions(self.desk).into_iter().rev();
        let editions = editions.map(|edition| {
            let title = in_language(&edition.header().title, self.language);
            (edition.id().to_owned(), title.to_owned())
        });
        let into = self.say("Nhập vào kỳ", "Goes into");
        self.choice(m, "edition", into, editions.collect(), self.edition.id());
        if matches!(
            self.table.kind,
            TableKind::Scorecard | TableKind::ListAndCard
        ) {
            let label = self.say("Của tỉnh, thành", "Of");
            self.choice(m, "unit", label, self.units(), &self.table.unit);
        }
        let marks = [DecimalMark::Comma, DecimalMark::Point];
        let marks = marks.map(|mark| {
            (
                mark_key(mark).to_owned(),
                words::mark_name(mark, self.language).to_owned(),
            )
        });
        let label = self.say("Dấu thập phân", "Decimal mark");
        self.choice(
            m,
            "mark",
            label,
            marks.into(),
            mark_key(self.understood.mark),
        );
        if let Some(scale) = self.understood.scale {
            let scales = [Scale::Score, Scale::Percent, Scale::Points];
            let scales = scales.map(|scale| {
                (
                    scale_key(scale).to_owned(),
                    words::scale_name(scale, self.language).to_owned(),
                )
            });
            let label = self.say("Các giá trị là", "Values are");
            self.choice(m, "scale", label, scales.into(), scale_key(scale));
        }
    }

    pub(super) fn units(&self) -> Vec<(String, String)> {
        let name = |unit: &Unit| in_language(&unit.name, self.language).to_owned();
        self.edition
            .units()
            .iter()
            .map(|unit| (unit.id.clone(), name(unit)))
            .collect()
    }

    fn choice(
        &self,
        m: &mut Markup,
        verb: &'static str,
        label: String,
        options: Vec<(String, String)>,
        chosen: &str,
    ) {
        let id = format!("desk-import-{verb}");
        m.node("p", "import-choice", |m| {
            m.node("label", "", |m| {
                m.set("for", id.clone());
                m.text(label);
            });
            let deed = format!("desk import {verb}");
            select(m, deed, ("id", id), options, chosen);
        });
    }

    fn findings(&self, m: &mut Markup) {
        let errors = self.understood.found(Severity::Error).count();
        let remarks = self.understood.found(Severity::Remark).count();
        for (severity, count, heading, class) in [
            (
                Severity::Error,
                errors,
                words::counted(errors, self.language),
                "errors",
            ),
            (
                Severity::Remark,
                remarks,
                words::remarks(remarks, self.language),
                "remarks",
            ),
        ] {
            if count == 0 {
                continue;
            }
            m.leaf("h4", "", heading);
            m.node("ul", class, |m| {
                for finding in self.understood.found(severity).take(FINDINGS_SHOWN) {
                    m.node("li", "", |m| self.finding(m, finding));
                }
                if let Some(more) = count.checked_sub(FINDINGS_SHOWN).filter(|more| *more > 0) {
                    m.leaf("li", "", words::more(more, self.language));
                }
            });
        }
    }

    /// A finding; an error about a row with a button that leaves the row out.
    fn finding(&self, m: &mut Markup, finding: &Finding) {
        m.text(self.sentence(finding));
        let is_error = finding.severity() == Severity::Error;
        if let Some(row) = finding.row.filter(|_| is_error) {
            m.text(" ");
            let deed = format!("desk import leave {row}");
            let label = self.say("Bỏ hàng này", "Leave this row out");
            button_with(m, "quiet", deed.into(), label.into(), |_| {});
        }
    }

    fn sentence(&self, finding: &Finding) -> String {
        let told = Told {
            edition: self.edition,
            columns: &self.understood.columns,
            language: self.language,
        };
        format!("{}{}", told.place(finding), self.here(&told.what(finding)))
    }

    /// What would change, and the buttons.
    fn verdict(&self, m: &mut Markup) {
        let change = self
            .understood
            .change(&self.desk.own, self.edition, self.language);
        if let Some(change) = &change {
            m.leaf("p", "import-change", self.here(change));
        }
        m.node("p", "actions", |m| {
            if change.is_some() {
                let label = self.say("Nhập vào trang", "Take it over");
                button_with(
                    m,
                    "primary",
                    "desk import apply".into(),
                    label.into(),
                    |_| {},
                );
            }
            if !self.table.choices.left_out.is_empty() {
                let label = self.say("Lấy lại các hàng đã bỏ", "Take back the rows left out");
                button(m, "desk import leave", label);
            }
            for edition in self.of_its_year() {
                let title = in_language(&edition.header().title, self.language);
                let label = words::rather_into(title, self.language);
                let deed = format!("desk import into {}", edition.id());
                button_with(m, "quiet", deed.into(), label.into(), |_| {});
            }
            button(m, "desk import cancel", self.say("Hủy", "Cancel"));
        });
    }
}

impl Preview<'_> {
    /// The editions of the year that the table says it is of, where that is another one.
    fn of_its_year(&self) -> Vec<&'static Arc<Edition>> {
        let mut said = self.understood.findings.iter();
        let said = said.find_map(|finding| match finding.kind {
            FindingKind::OtherYear { written, .. } => Some(written),
            _ => None,
        });
        let mut editions = editions(self.desk);
        editions.retain(|edition| Some(edition.header().year) == said);
        editions
    }
}

fn mark_key(mark: DecimalMark) -> &'static str {
    match mark {
        DecimalMark::Comma => "comma",
        DecimalMark::Point => "point",
    }
}

fn scale_key(scale: Scale) -> &'static str {
    match scale {
        Scale::Score => "score",
        Scale::Percent => "percent",
        Scale::Points => "points",
    }
}
