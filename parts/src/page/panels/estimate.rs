//! How estimates are made: one of them, or those of the open scorecard.

use super::lines::{Story, card_of, indicator, score, unit_at};
use super::words::Term;
use super::written::{Written, sum_text, whole};
use super::{equation, sentences, title_of};
use crate::page::{Markup, Page};
use dti_engine::calculator::ScorecardLine;
use dti_engine::model::{Exact, Node, Origin};

/// How estimates are made, with the points that are left for those of the open scorecard.
pub(super) fn estimate(page: &Page, m: &mut Markup) {
    let language = page.language;
    let subject = &page.shown.subject;
    let name = page.name_of(subject);
    let title = sentences::title(Term::Estimate.text(language), &name, language);
    m.leaf("h3", "", title);
    let Some(edition) = page.edition() else {
        return;
    };
    let framework = edition.framework();
    let is_gap = |node: Node| {
        edition
            .rows()
            .iter()
            .any(|row| !row.indicators.contains_key(&node))
    };
    if !framework.mains().any(is_gap) {
        m.leaf("p", "", Term::NothingEstimated.text(language));
        return;
    }
    if let Some((behind, units)) = page.calculator.complete_units(edition.id()) {
        let title = title_of(page, behind);
        for sentence in sentences::how_estimated(units, title, language) {
            m.leaf("p", "", sentence);
        }
    }
    error(page, m);
    let position = edition.position(subject).unwrap_or_default();
    let card = card_of(page, position);
    let is_open = |line: &&ScorecardLine| {
        let id = indicator(page, line)
            .map(|own| own.id.as_str())
            .unwrap_or_default();
        let story = Story::present(page, unit_at(page, position), id, line);
        story == Story::OnFile(Origin::Estimated)
    };
    let lines = card.iter().flat_map(|group| &group.lines);
    let (open, known): (Vec<&ScorecardLine>, Vec<&ScorecardLine>) = lines.partition(is_open);
    if open.is_empty() {
        m.leaf("p", "", sentences::nothing_estimated(&name, language));
    } else {
        left_over(page, position, &open, &known, m);
    }
    if known
        .iter()
        .any(|line| line.baseline_origin == Origin::Estimated)
    {
        m.leaf("p", "", Term::KnownCounts.text(language));
    }
}

/// The known sum less the known points.
fn left_over(
    page: &Page,
    position: usize,
    open: &[&ScorecardLine],
    known: &[&ScorecardLine],
    m: &mut Markup,
) {
    let language = page.language;
    let names = open.iter().filter_map(|line| indicator(page, line));
    let names: Vec<&str> = names.map(|own| page.of(&own.name)).collect();
    let own_max = |line: &&ScorecardLine| line.own_max_points.value();
    let capacity: Exact = open.iter().map(own_max).sum();
    let unit = page.of(&page.name_at(position)).to_owned();
    m.leaf(
        "p",
        "",
        sentences::left_for(&unit, &names, capacity, language),
    );
    let standing = page.shown.before.of(position);
    let published = standing.map_or(Exact::ZERO, |own| own.baseline_score);
    let total = capacity + known.iter().map(own_max).sum();
    let known: Exact = known.iter().map(|line| line.present * own_max(line)).sum();
    let known = Written::in_full(known, 2);
    let left = Written::in_full(published * total, 2).minus(&known);
    let (published, result) = (score(published), left.result_of(&[&known], language));
    let factors = format!("{} × {}", published.text(language), whole(total, language));
    let result = sentences::points(&result, language);
    equation(m, format!("{factors} − {} {result}", known.text(language)));
}

/// Mean, shift and estimate, and how far off it may be.
pub(super) fn how_estimated(page: &Page, line: &ScorecardLine, m: &mut Markup) {
    let language = page.language;
    let own = &page.shown.scenario.edition;
    let start = page.calculator.estimate_start(own, line.node);
    let behind = page.calculator.complete_units(own);
    let Some(((behind, units), start)) = behind.zip(start) else {
        return;
    };
    let title = title_of(page, behind);
    m.leaf("p", "", sentences::estimated(units, title, language));
    let (mean, end) = (score(start), score(line.present));
    if [Exact::ZERO, Exact::ONE].contains(&line.present) {
        let [mean, end] = [mean, end].map(|number| number.text(language));
        m.leaf("p", "", sentences::stopped(&mean, &end, language));
    } else {
        let shift = end.minus(&mean);
        let sum = sum_text(&mean, &shift, language);
        let result = end.result_of(&[&mean], language);
        equation(m, format!("{sum} {result}"));
    }
    error(page, m);
}

/// How far off the estimates of this edition are.
pub(super) fn error(page: &Page, m: &mut Markup) {
    let behind = page.calculator.complete_units(&page.shown.scenario.edition);
    if let Some((error, (behind, units))) = page.shown.estimate_error.zip(behind) {
        let is_partial = units < behind.units().len();
        m.leaf("p", "", sentences::error(error, is_partial, page.language));
    }
}
