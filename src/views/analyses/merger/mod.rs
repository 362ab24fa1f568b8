//! What the merger of 2025 does: where the unit and its figures end up, by the official rule or weighed by
//! population, from the edition as published or from the scenario.

use super::ground::{Ground, found_on_file, is_edited, piece};
use super::parts::{
    Caution, Cells, Choose, Finding, Folded, LoadButton, Row, Table, TableBox, whose,
};
use crate::components::{flag, text, when};
use crate::state::State;
use dti_engine::calculator::{CalculatorError, Weights};
use dti_engine::model::{Edition, Exact, Framework, Node, Origin, Scenario, Standing, Standings};
use dti_words::analyses::about;
use dti_words::analyses::merger::Told;
use dti_words::numbers::score;
use leptos::prelude::*;
use std::sync::Arc;

/// Weights by population, among the choices.
const POPULATION: &str = "population";

/// What there is to say.
#[derive(Clone, PartialEq, Debug, Default)]
struct Merged {
    finding: String,
    told: String,
    /// That there is nothing to merge, or why it cannot be.
    refused: String,
    /// Whose rule it is, and what is not published or not merged.
    rule: String,
    without_edits: String,
    figures: Table,
    published: String,
    ranking: Table,
    whose: String,
    /// Title of the edition that is merged.
    source: String,
    /// The edition before, where the one after is on screen.
    before: Option<Scenario>,
}

/// The panel.
#[component]
pub fn Merger(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let is_edited = is_edited(state);
    let follow = move || match state.edition.with(|edition| is_merged(edition)) {
        true => is_edited.track(),
        false => state.session.track(),
    };
    let found = found_on_file(state, follow, merged);
    let said = move |say: fn(&Merged) -> &String| piece(found, move |own| say(own).clone());
    let before = piece(found, |own: &Merged| own.before.clone());
    let ranking = piece(found, |own| own.ranking.clone());
    let has_ranking = flag(move || ranking.with(|ranking| !ranking.rows.is_empty()));
    let options = [
        ("equal", words.merger_equal()),
        (POPULATION, words.merger_population()),
    ];
    let options = options.map(|(id, text)| (id.to_owned(), text.to_owned()));
    let weights = text(move || {
        state.choices.with(|choices| {
            let chosen = choices.get("weights").map(String::as_str);
            let is_weighed = chosen == Some(POPULATION);
            if is_weighed { POPULATION } else { "equal" }.to_owned()
        })
    });
    view! {
        <div class="choices">
            <Choose
                state
                key="weights"
                label=words.merger_weights()
                options=Signal::stored(options.to_vec())
                value=weights
            />
        </div>
        <Finding
            state
            sentence=said(|own| &own.finding)
            told=said(|own| &own.told)
        />
        <Caution sentence=said(|own| &own.refused) />
        <Caution sentence=said(|own| &own.rule) />
        <Caution sentence=said(|own| &own.without_edits) />
        <LoadButton state label=words.merger_go_before().to_owned() scenario=before />
        <TableBox
            state
            name="merged-figures"
            table=piece(found, |own| own.figures.clone())
            source=said(|own| &own.source)
        />
        <Caution sentence=said(|own| &own.published) />
        {when(
            has_ranking,
            move || {
                let summary = text(move || {
                    let units = ranking.with(|ranking| ranking.rows.len());
                    state.words.with(|words| words.merger_all(units))
                });
                view! {
                    <Folded id="folded-ranking" summary>
                        <TableBox
                            state
                            name="merged-ranking"
                            table=ranking
                            source=said(|own| &own.source)
                        />
                    </Folded>
                }
                .into_any()
            },
        )}
        <Caution sentence=said(|own| &own.whose) class="caution bare" />
    }
    .into_any()
}

/// Whether an edition is one of merged units: it shows what it was made from, as published.
fn is_merged(edition: &Edition) -> bool {
    edition.header().merger_of.is_some()
}

/// What can be said of the page as it is.
fn merged(ground: &Ground) -> Merged {
    let weights = match ground.choice("weights") {
        POPULATION => Weights::Population(2024),
        _ => Weights::Equal,
    };
    let refused = |refused: String| Merged {
        refused,
        ..Merged::default()
    };
    match Merging::of(ground, weights) {
        Ok(Some(merging)) => merging.told().unwrap_or_default(),
        Ok(None) => refused(ground.words.merger_none().to_owned()),
        Err(error) => refused(ground.in_words(&error)),
    }
}

/// The former units before the merger, the new ones after it.
struct Merging<'a> {
    ground: &'a Ground,
    weights: Weights,
    edition: &'a Arc<Edition>,
    /// Whether that is the edition on screen, with its scenario.
    is_own: bool,
    former: Standings,
    merged: Standings,
    /// Row of the new unit.
    own: usize,
    /// Rows of the former units that it is made of.
    parts: Vec<usize>,
}

impl<'a> Merging<'a> {
    fn of(ground: &'a Ground, weights: Weights) -> Result<Option<Self>, CalculatorError> {
        let calculator = &ground.calculator;
        // The edition after the merger shows the one that it was made from, as published.
        let merger_of = ground.edition.header().merger_of.as_deref();
        let (edition, scenario) = match merger_of {
            Some(before) => (calculator.edition(before)?, Scenario::baseline(before)),
            None => (&ground.edition, ground.scenario.clone()),
        };
        let new = calculator.merged_units();
        let unit = Some(ground.unit()).filter(|_| merger_of.is_some());
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
            is_own: merger_of.is_none(),
            ground,
            weights,
            edition,
            own,
        }))
    }

    fn former_name(&self, position: usize) -> &'a str {
        self.ground.name_in(self.edition, position)
    }

    fn new_name(&self) -> &'a str {
        let units = self.ground.calculator.merged_units();
        let unit = units.get(self.own);
        unit.map_or("", |unit| self.ground.in_language(&unit.name))
    }

    /// The former unit that the reader asked about, or that gave its name, or else the first.
    fn lead(&self) -> Option<&Standing> {
        let asked = self.edition.position(self.ground.unit());
        let asked = asked.filter(|position| self.parts.contains(position));
        let position = asked.or_else(|| self.parts.first().copied())?;
        self.former.of(position)
    }

    fn is_edited(&self) -> bool {
        self.is_own && self.ground.is_edited()
    }

    fn told(&self) -> Option<Merged> {
        let words = &self.ground.words;
        let (own, lead) = self.merged.of(self.own).zip(self.lead())?;
        let part = |&part: &usize| {
            let score = self.former.of(part).map_or(Exact::ZERO, |own| own.score);
            (self.former_name(part), score)
        };
        let told = Told {
            former: self.former_name(lead.position),
            new: self.new_name(),
            before: lead,
            after: own,
            units: [self.former.standings.len(), self.merged.standings.len()],
            edition: self.edition.id(),
            parts: self.parts.iter().map(part).collect(),
            is_official: self.weights == Weights::Equal,
            is_edited: self.is_edited(),
        };
        let unless = |is_silent: bool, sentence: &str| match is_silent {
            true => String::new(),
            false => sentence.to_owned(),
        };
        let is_ignored = !self.is_own && self.ground.is_edited();
        let formers: Vec<&Standing> = self.formers();
        let has_other = has_other_means(self.edition.framework(), &formers, own);
        Some(Merged {
            finding: told.finding(words),
            told: told.paragraph(words),
            rule: self.rule(),
            without_edits: unless(!is_ignored, words.merger_without_edits()),
            figures: self.figures(own),
            published: unless(!has_other, words.merger_published()),
            ranking: self.ranking(),
            whose: whose(self.edition, self.is_edited(), words).unwrap_or_default(),
            source: self
                .ground
                .in_language(&self.edition.header().title)
                .to_owned(),
            before: self.before(lead),
            refused: String::new(),
        })
    }

    fn formers(&self) -> Vec<&Standing> {
        let parts = self.parts.iter();
        parts.filter_map(|&part| self.former.of(part)).collect()
    }

    /// From the edition after the merger back to the one before.
    fn before(&self, lead: &Standing) -> Option<Scenario> {
        let unit = self.edition.units().get(lead.position)?;
        (!self.is_own).then(|| Scenario {
            unit: Some(unit.id.clone()),
            ..Scenario::baseline(self.edition.id())
        })
    }

    /// Whose rule it is, where it is not the ministry's own table.
    fn rule(&self) -> String {
        let words = &self.ground.words;
        let mut editions = self.ground.calculator.editions().iter();
        let own = Some(self.edition.id());
        let is_published = editions.any(|e| e.header().merger_of.as_deref() == own);
        if self.weights != Weights::Equal {
            words.merger_unofficial().to_owned()
        } else if is_published {
            String::new()
        } else {
            words.merger_computed(self.edition.id())
        }
    }

    /// Every main indicator of the former units beside the new one's.
    fn figures(&self, own: &Standing) -> Table {
        let words = &self.ground.words;
        let formers = self.formers();
        let framework = self.edition.framework();
        let all = || formers.iter().copied().chain([own]);
        let number = |name: String| (name, Cells::Number);
        let mut columns = vec![(words.column_main_indicator().to_owned(), Cells::Text)];
        let names = formers.iter().map(|own| self.former_name(own.position));
        columns.extend(names.map(|name| number(name.to_owned())));
        columns.push(number(words.merger_new_name(self.new_name())));
        let value = |standing: &Standing, node: Node| match standing.card.value(node) {
            Some(value) => about(score(value.score, words), value.origin == Origin::Estimated),
            None => words.not_on_file().to_owned(),
        };
        let row = |name: &str, cells: Vec<String>| {
            std::iter::once(name.to_owned()).chain(cells).collect()
        };
        let mut rows: Vec<Row> = framework
            .mains()
            .map(|node| {
                let name = self.ground.in_language(&framework.indicator(node).name);
                Row::plain(row(name, all().map(|own| value(own, node)).collect()))
            })
            .collect();
        let scores = all().map(|own| about(score(own.score, words), own.estimated));
        rows.push(Row::own(row(&words.dti_score(), scores.collect())));
        let ranks = all().map(|own| about(own.rank.to_string(), own.estimated));
        rows.push(Row::own(row(words.rank(), ranks.collect())));
        Table {
            caption: words.merger_figures(self.new_name(), formers.len() == 1),
            columns,
            rows,
        }
    }

    /// All new units in their order.
    fn ranking(&self) -> Table {
        let (ground, words) = (self.ground, &self.ground.words);
        let new = ground.calculator.merged_units();
        let number = |name: &str| (name.to_owned(), Cells::Number);
        let row = |standing: &Standing| {
            let unit = new.get(standing.position)?;
            let formers = self.edition.units().iter().enumerate();
            let formers = formers.filter_map(|(position, old)| {
                let now = ground.calculator.merged_into(&old.id)?;
                let rank = self.former.of(position)?.rank;
                (now == unit.id).then(|| format!("{} ({rank})", ground.in_language(&old.name)))
            });
            Some(Row {
                cells: vec![
                    ground.in_language(&unit.name).to_owned(),
                    about(standing.rank.to_string(), standing.estimated),
                    about(score(standing.score, words), standing.estimated),
                    formers.collect::<Vec<_>>().join(", "),
                ],
                is_own: standing.position == self.own,
            })
        };
        Table {
            caption: words.merger_ranking().to_owned(),
            columns: vec![
                (words.merger_column_new().to_owned(), Cells::Text),
                number(words.column_rank()),
                number(words.column_score()),
                (words.merger_column_parts().to_owned(), Cells::Text),
            ],
            rows: self.merged.standings.iter().filter_map(row).collect(),
        }
    }
}

/// Whether the new unit has a figure on file where a former one is only estimated.
fn has_other_means(framework: &Framework, formers: &[&Standing], own: &Standing) -> bool {
    let is_estimated =
        |standing: &Standing, node| standing.card.origin(node) == Some(Origin::Estimated);
    let is_known = |node| own.card.value(node).is_some() && !is_estimated(own, node);
    let mut mains = framework.mains();
    mains.any(|node| is_known(node) && formers.iter().any(|former| is_estimated(former, node)))
}

#[cfg(test)]
mod tests;
