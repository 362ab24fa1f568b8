//! What the merger of 2025 does: where the province and its figures end up, by the official rule or
//! weighed by population, from the edition as published or from the scenario.

mod words;

use super::ground::Ground;
use super::others::about;
use super::parts::{Cells, Table, Weight, caution, choice, finding, load, whose};
use crate::page::Markup;
use crate::page::text::score;
use dti_engine::calculator::{CalculatorError, Weights};
use dti_engine::model::{Edition, Exact, Framework, Node, Origin, Scenario, Standing, Standings};
use std::sync::Arc;
use words::Told;

/// The former units before the merger, the new ones after it.
struct Merger<'a> {
    edition: &'a Arc<Edition>,
    former: Standings,
    merged: Standings,
    /// Row of the new unit.
    own: usize,
    /// Rows of the former units that it is made of.
    parts: Vec<usize>,
}

/// The panel.
pub(super) fn merger(ground: &Ground<'_>, m: &mut Markup) {
    let weights = if ground.choice("weights") == "population" {
        Weights::Population(2024)
    } else {
        Weights::Equal
    };
    m.node("div", "choices", |m| {
        let options = [
            (
                "equal",
                ground.either("Quy tắc của Bộ: bình quân đều", "Official: plain mean"),
            ),
            (
                "population",
                ground.either(
                    "Theo dân số 2024 (không chính thức)",
                    "By population 2024 (not official)",
                ),
            ),
        ];
        let options = options.map(|(id, text)| (id.to_owned(), text.to_owned()));
        let label = ground.either("Cách gộp", "How they are merged");
        let chosen = if weights == Weights::Equal {
            "equal"
        } else {
            "population"
        };
        choice(m, "set weights", label, options.into(), chosen);
    });
    match Merger::of(ground, weights) {
        Ok(Some(merger)) => merger.write(ground, weights, m),
        Ok(None) => caution(m, words::no_merger(ground.language)),
        Err(error) => caution(m, ground.in_words(&error)),
    }
}

impl<'a> Merger<'a> {
    fn of(ground: &Ground<'a>, weights: Weights) -> Result<Option<Self>, CalculatorError> {
        let calculator = ground.calculator;
        // The edition after the merger shows the one that it was made from, as published.
        let (edition, scenario) = match ground.edition.header().merger_of.as_deref() {
            Some(before) => (calculator.edition(before)?, Scenario::baseline(before)),
            None => (ground.edition, ground.scenario().clone()),
        };
        let new = calculator.merged_units();
        let is_new = ground.edition.header().merger_of.is_some();
        let unit = Some(ground.unit()).filter(|_| is_new);
        let unit = unit.or_else(|| calculator.merged_into(ground.unit()));
        let own = unit.and_then(|unit| new.iter().position(|other| other.id == unit));
        let Some((unit, own)) = unit.zip(own) else {
            return Ok(None);
        };
        let units = edition.units().iter().enumerate();
        let parts = units.filter(|(_, old)| calculator.merged_into(&old.id) == Some(unit));
        Ok(Some(Self {
            parts: parts.map(|(position, _)| position).collect(),
            former: calculator.simulate(&scenario)?,
            merged: calculator.merge(&scenario, weights)?,
            edition,
            own,
        }))
    }

    fn former_name<'g>(&self, ground: &Ground<'g>, position: usize) -> &'g str
    where
        'a: 'g,
    {
        let unit = self.edition.units().get(position);
        unit.map(|unit| ground.of_text(&unit.name))
            .unwrap_or_default()
    }

    /// The former unit that the reader asked about, or that gave its name, or else the first.
    fn lead(&self, ground: &Ground<'_>) -> Option<&Standing> {
        let asked = self.edition.position(ground.unit());
        let asked = asked.filter(|position| self.parts.contains(position));
        let position = asked.or_else(|| self.parts.first().copied())?;
        self.former.of(position)
    }

    fn write(&self, ground: &Ground<'_>, weights: Weights, m: &mut Markup) {
        let language = ground.language;
        let Some((own, lead)) = self.merged.of(self.own).zip(self.lead(ground)) else {
            return;
        };
        let new = ground.calculator.merged_units().get(self.own);
        let part = |&part: &usize| {
            let score = self.former.of(part).map_or(Exact::ZERO, |s| s.score);
            (self.former_name(ground, part), score)
        };
        let told = Told {
            former: self.former_name(ground, lead.position),
            new: new
                .map(|unit| ground.of_text(&unit.name))
                .unwrap_or_default(),
            before: lead,
            after: own,
            units: [self.former.standings.len(), self.merged.standings.len()],
            edition: self.edition.id(),
            parts: self.parts.iter().map(part).collect(),
            is_official: weights == Weights::Equal,
            is_edited: self.is_own(ground) && !ground.scenario().is_baseline(),
        };
        finding(m, told.finding(language), told.paragraph(language));
        self.cautions(ground, weights, m);
        if !self.is_own(ground) {
            let unit = self.edition.units().get(lead.position);
            let unit = unit.map(|unit| unit.id.as_str()).unwrap_or_default();
            let fragment = format!("e={}&u={unit}", self.edition.id());
            load(m, &fragment, words::go_before(language));
        }
        self.figures(ground, told.new, own, m);
        self.ranking(ground, m);
        let is_edited = self.is_own(ground) && !ground.scenario().is_baseline();
        whose(ground, self.edition, is_edited, m);
    }

    /// Whether the edition on screen is merged, with its scenario.
    fn is_own(&self, ground: &Ground<'_>) -> bool {
        std::ptr::eq(self.edition, ground.edition)
    }

    /// Whose rule it is, and what is not published or not merged.
    fn cautions(&self, ground: &Ground<'_>, weights: Weights, m: &mut Markup) {
        let language = ground.language;
        let mut editions = ground.calculator.editions().iter();
        let own = Some(self.edition.id());
        let is_published = editions.any(|e| e.header().merger_of.as_deref() == own);
        if weights != Weights::Equal {
            caution(m, words::unofficial(language));
        } else if !is_published {
            caution(m, words::computed(self.edition.id(), language));
        }
        if !self.is_own(ground) && !ground.scenario().is_baseline() {
            caution(m, words::without_edits(language));
        }
    }

    /// Every main indicator of the former units beside the new one's.
    fn figures(&self, ground: &Ground<'_>, new: &str, own: &Standing, m: &mut Markup) {
        let language = ground.language;
        let framework = self.edition.framework();
        let formers: Vec<&Standing> = self
            .parts
            .iter()
            .filter_map(|&p| self.former.of(p))
            .collect();
        let text = |name: &str| (name.to_owned(), Cells::Number);
        let mut columns = vec![(
            ground.either("Chỉ số chính", "Main indicator").to_owned(),
            Cells::Text,
        )];
        columns.extend(
            formers
                .iter()
                .map(|s| text(self.former_name(ground, s.position))),
        );
        columns.push(text(&words::new_name(new, language)));
        let mut rows = Vec::new();
        let cards = |node: Node| {
            let all = formers.iter().copied().chain([own]);
            all.map(move |standing| match standing.card.value(node) {
                Some(value) => {
                    let is_estimated = value.origin == Origin::Estimated;
                    about(score(value.score, language), is_estimated)
                }
                None => ground.either("chưa có", "not on file").to_owned(),
            })
        };
        for node in framework.mains() {
            let name = ground.of_text(&framework.indicator(node).name).to_owned();
            rows.push((
                std::iter::once(name).chain(cards(node)).collect(),
                Weight::Plain,
            ));
        }
        let all = || formers.iter().copied().chain([own]);
        let total = ground.either("Giá trị DTI", "DTI score").to_owned();
        let scores = all().map(|s| about(score(s.score, language), s.estimated));
        rows.push((std::iter::once(total).chain(scores).collect(), Weight::Own));
        let rank = ground.either("Thứ hạng", "Rank").to_owned();
        let ranks = all().map(|s| about(s.rank.to_string(), s.estimated));
        rows.push((std::iter::once(rank).chain(ranks).collect(), Weight::Own));
        let caption = words::figures(new, formers.len(), language);
        Table {
            caption,
            columns,
            rows,
        }
        .write(m);
        if has_other_means(framework, &formers, own) {
            caution(m, words::published(language));
        }
    }

    /// All new units in their order.
    fn ranking(&self, ground: &Ground<'_>, m: &mut Markup) {
        let language = ground.language;
        let new = ground.calculator.merged_units();
        let number = |name: &'static str| (name.to_owned(), Cells::Number);
        let columns = vec![
            (
                ground
                    .either("Tỉnh, thành phố mới", "New province")
                    .to_owned(),
                Cells::Text,
            ),
            number(ground.either("Hạng", "Rank")),
            number(ground.either("Giá trị", "Score")),
            (
                ground
                    .either("Gộp từ (hạng trước đó)", "Made of (rank before)")
                    .to_owned(),
                Cells::Text,
            ),
        ];
        let row = |standing: &Standing| {
            let unit = new.get(standing.position)?;
            let formers = self.edition.units().iter().enumerate();
            let formers = formers.filter(|(_, old)| {
                ground.calculator.merged_into(&old.id) == Some(unit.id.as_str())
            });
            let formers: Vec<String> = formers
                .filter_map(|(position, old)| {
                    let rank = self.former.of(position)?.rank;
                    Some(format!("{} ({rank})", ground.of_text(&old.name)))
                })
                .collect();
            let cells = vec![
                ground.of_text(&unit.name).to_owned(),
                about(standing.rank.to_string(), standing.estimated),
                about(score(standing.score, language), standing.estimated),
                formers.join(", "),
            ];
            let weight = if standing.position == self.own {
                Weight::Own
            } else {
                Weight::Plain
            };
            Some((cells, weight))
        };
        let rows = self.merged.standings.iter().filter_map(row).collect();
        Table {
            caption: words::ranking(language).to_owned(),
            columns,
            rows,
        }
        .write_folded(m, "folded-ranking", words::all_units(new.len(), language));
    }
}

/// Whether the new unit has a figure on file where a former one is only estimated.
fn has_other_means(framework: &Framework, formers: &[&Standing], own: &Standing) -> bool {
    let is_estimated = |s: &Standing, node| s.card.origin(node) == Some(Origin::Estimated);
    let is_known = |node| own.card.value(node).is_some() && !is_estimated(own, node);
    framework
        .mains()
        .any(|node| is_known(node) && formers.iter().any(|former| is_estimated(former, node)))
}

#[cfg(test)]
mod tests;
