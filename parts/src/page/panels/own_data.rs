//! What is known of an edition that is none of the official ones: whose figures it holds, what is
//! missing, and where the results of its file differ from what comes out.

use super::words::Term;
use crate::page::text::{GivenOtherwise, one_otherwise, warning};
use crate::page::{Markup, Page};
use dti_engine::model::{Edition, Node};
use dti_formats::link::Language;

/// Below the heading of the panel.
pub(super) fn about(page: &Page, edition: &Edition, m: &mut Markup) {
    let language = page.language;
    if let Some(warning) = warning(edition.provenance(), false, language) {
        m.leaf("p", "", warning);
    }
    let framework = edition.framework();
    let given: Vec<Node> = framework
        .nodes()
        .filter(|&node| {
            let own = framework.indicator(node);
            own.scored && node != Node::ROOT && own.children.is_empty()
        })
        .collect();
    let rows = edition.rows().iter();
    let gaps: usize = rows
        .map(|row| {
            let has_none = |node: &&Node| !row.indicators.contains_key(node);
            given.iter().filter(has_none).count()
        })
        .sum();
    m.leaf(
        "p",
        "",
        counts(edition.units().len(), given.len(), language),
    );
    m.leaf("p", "", missing(gaps, language));
    m.leaf("h4", "", Term::MaxPoints.text(language));
    m.leaf("p", "", page.of(&framework.header().title).to_owned());
    let source = page.of(&framework.header().source);
    if !source.is_empty() {
        m.leaf("p", "", source.to_owned());
    }
    if edition.given().is_empty() {
        return;
    }
    m.leaf("h4", "", Term::GivenResults.text(language));
    let found = given_otherwise(page);
    m.leaf(
        "p",
        "",
        compared(edition.given().len(), found.len(), language),
    );
    if !found.is_empty() {
        m.node("ul", "", |m| {
            for one in &found {
                m.leaf("li", "", one_otherwise(one, language));
            }
        });
    }
}

/// What the file gives and what comes out, by unit; totals only where they differ.
fn given_otherwise(page: &Page) -> Vec<GivenOtherwise> {
    let own = page.shown.given_otherwise.iter();
    let told = own.map(|one| GivenOtherwise {
        unit: page.name_of(&one.unit),
        totals: one.published_total.map(|given| (given, one.total)),
        decimals: page.digits().score,
        ranks: one.published_rank.map(|given| (given, one.rank)),
    });
    told.collect()
}

/// How much there is.
fn counts(units: usize, indicators: usize, language: Language) -> String {
    match language {
        Language::Vi => format!("{units} đơn vị, {indicators} chỉ số có số liệu."),
        Language::En => format!("Units: {units}. Indicators with figures: {indicators}."),
    }
}

/// How many figures are missing.
fn missing(gaps: usize, language: Language) -> String {
    match (gaps, language) {
        (0, Language::Vi) => "Không thiếu số liệu nào, nên không có số ước tính.".to_owned(),
        (0, Language::En) => "No figure is missing, so nothing is estimated.".to_owned(),
        (_, Language::Vi) => format!("Số liệu còn thiếu: {gaps}."),
        (_, Language::En) => format!("Figures that are missing: {gaps}."),
    }
}

/// How many results of the file do not come out.
fn compared(given: usize, differing: usize, language: Language) -> String {
    match (differing, language) {
        (0, Language::Vi) => format!("Tệp ghi kết quả của {given} đơn vị; tất cả đều khớp."),
        (0, Language::En) => format!("The file gives results of {given}; all of them come out."),
        (_, Language::Vi) => {
            format!(
                "Tệp ghi kết quả của {given} đơn vị; {differing} kết quả khác với số tính được:"
            )
        }
        (_, Language::En) => {
            format!("The file gives results of {given}; {differing} do not come out:")
        }
    }
}
