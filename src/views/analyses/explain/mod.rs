//! Why the rank moved: between two editions on file, or from the figures as published to the scenario.
//! One finding, every indicator year by year, one chart, and the tables behind them.

mod ends;
mod tables;
mod years;

use super::ground::{Ground, found};
use super::parts::{Caution, Choose, Finding, Folded, Paragraph, Table, TableBox, whose};
use crate::components::text;
use crate::state::State;
use dti_charts::{Start, Step, breakdown};
use dti_engine::calculator::{Explanation, Part};
use dti_engine::model::Exact;
use dti_words::analyses::about;
use dti_words::analyses::explain::Told;
use dti_words::numbers::change;
use ends::{End, ends, options};
use leptos::prelude::*;
use tables::{Found, on_file};

/// What there is to say.
#[derive(Clone, PartialEq, Debug, Default)]
struct Explained {
    ends: [String; 2],
    options: Vec<(String, String)>,
    finding: String,
    told: String,
    on_file: Table,
    years: Table,
    /// The indicators that are not known separately.
    hidden: String,
    waterfall: Option<breakdown::Input>,
    changes: Table,
    pairs: Table,
    gaps: Table,
    effects: Table,
    /// That some of it rests on estimates.
    estimated: String,
    /// Whose figures these are.
    whose: String,
}

/// The panel.
#[component]
pub(super) fn Explain(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let found = found(state, explained);
    let said = move |say: fn(&Explained) -> &String| {
        text(move || found.with(|found| found.as_ref().map(say).cloned().unwrap_or_default()))
    };
    let table = move |table: fn(&Explained) -> &Table| {
        Memo::new(move |_| {
            found.with(|found| found.as_ref().map(table).cloned().unwrap_or_default())
        })
    };
    let options = Memo::new(move |_| {
        found.with(|found| {
            let options = found.as_ref().map(|found| found.options.clone());
            options.unwrap_or_default()
        })
    });
    let has = move |table: fn(&Explained) -> &Table| {
        move || found.with(|found| found.as_ref().is_none_or(|own| table(own).rows.is_empty()))
    };
    let caption = move |table: fn(&Explained) -> &Table| {
        text(move || {
            found.with(|found| {
                let caption = found.as_ref().map(|own| table(own).caption.clone());
                caption.unwrap_or_default()
            })
        })
    };
    view! {
        <div class="choices">
            <Choose
                state
                key="from"
                label=words.explain_from()
                options
                value=said(|found| &found.ends[0])
            />
            <Choose
                state
                key="to"
                label=words.explain_to()
                options
                value=said(|found| &found.ends[1])
            />
        </div>
        <Finding state sentence=said(|found| &found.finding) />
        <TableBox state name="years" table=table(|found| &found.years) />
        <Caution sentence=said(|found| &found.hidden) class="caution bare" />
        <Paragraph sentence=said(|found| &found.told) />
        <TableBox state name="on-file" table=table(|found| &found.on_file) />
        <div hidden=has(|found| &found.changes)>
            <h4 prop:textContent=caption(|found| &found.changes)>{()}</h4>
            <Folded id="folded-changes" summary=words.explain_as_table().to_owned()>
                <TableBox state name="changes" table=table(|found| &found.changes) />
            </Folded>
        </div>
        <TableBox state name="overtaken" table=table(|found| &found.pairs) />
        <div hidden=has(|found| &found.gaps)>
            <Folded id="folded-gaps" summary=caption(|found| &found.gaps)>
                <TableBox state name="gaps" table=table(|found| &found.gaps) />
            </Folded>
        </div>
        <div hidden=has(|found| &found.effects)>
            <Folded id="folded-effects" summary=words.details().to_owned()>
                <TableBox state name="effects" table=table(|found| &found.effects) />
            </Folded>
        </div>
        <Caution sentence=said(|found| &found.estimated) />
        <Caution sentence=said(|found| &found.whose) class="caution bare" />
    }
    .into_any()
}

/// What can be said of the page as it is.
fn explained(ground: &Ground) -> Explained {
    let Some(ends) = ends(ground) else {
        return Explained::default();
    };
    let words = &ground.words;
    let base = Explained {
        ends: ends.clone().map(|end| end.id),
        options: options(ground),
        whose: whose_figures(ground, &ends),
        ..Explained::default()
    };
    if ends[0].id == ends[1].id {
        let name = ground.own_name();
        let finding = match base.options.len() < 2 {
            true => words.explain_only_one(name),
            false => words.explain_same(name),
        };
        return Explained { finding, ..base };
    }
    let edition = &ends[1].edition;
    let unit = ground.calculator.counterpart(ground.unit(), edition.id());
    let unit = unit.unwrap_or_default();
    let [before, after] = [&ends[0].scenario, &ends[1].scenario];
    match ground.calculator.explain(unit, before, after) {
        Ok(found) => {
            let found = Found {
                ground,
                ends: &ends,
                found: &found,
            };
            found.explained(base)
        }
        Err(error) => {
            let row = edition.position(unit).unwrap_or_default();
            Explained {
                finding: words.explain_refused(ground.name_in(edition, row)),
                told: ground.in_words(&error),
                on_file: on_file(ground, &ends),
                ..base
            }
        }
    }
}

/// What must be said of figures that are edited or not as published, once.
fn whose_figures(ground: &Ground, ends: &[End; 2]) -> String {
    let is_edited = ends.iter().any(End::is_scenario);
    let mut said: Vec<String> = Vec::new();
    for end in ends {
        let sentence = whose(&end.edition, is_edited, &ground.words);
        if let Some(sentence) = sentence.filter(|sentence| !said.contains(sentence)) {
            said.push(sentence);
        }
    }
    said.join(" ")
}

impl<'a> Found<'a> {
    fn explained(&self, base: Explained) -> Explained {
        let words = &self.ground.words;
        let told = self.told();
        let hidden = self.hidden(&self.found.changes);
        let hidden: Vec<&str> = hidden.into_iter().map(|node| self.name_of(node)).collect();
        Explained {
            finding: told.finding(words),
            told: told.paragraph(words),
            years: years::years(self.ground, self.ends),
            hidden: match hidden.is_empty() {
                true => String::new(),
                false => words.explain_hidden_named(hidden.join(", ")),
            },
            waterfall: Some(self.waterfall()),
            changes: self.changes(),
            pairs: self.pairs(&told),
            gaps: self.gaps(),
            effects: self.effects(),
            estimated: match self.found.estimated {
                true => words.explain_estimated().to_owned(),
                false => String::new(),
            },
            ..base
        }
    }

    fn told(&self) -> Told<'a> {
        let (ground, found) = (self.ground, self.found);
        let is_former = |end: &End| end.edition.header().merger_of.is_none();
        let estimated = |end: &End| end.is_scenario() && ground.own.estimated;
        Told {
            unit: self.name_at(found.position),
            ends: [&self.ends[0], &self.ends[1]].map(|end| end.short_name(ground)),
            are_estimated: [estimated(&self.ends[0]), estimated(&self.ends[1])],
            is_former: ground.edition.header().merger_of.is_some() && is_former(&self.ends[1]),
            found,
            overtook_me: self.names(&found.overtook_me),
            i_overtook: self.names(&found.i_overtook),
            largest: self.largest(),
            tied: [&self.ends[0], &self.ends[1]].map(|end| self.tied(end)),
        }
    }

    fn names(&self, rows: &[usize]) -> Vec<&'a str> {
        rows.iter().map(|&row| self.name_at(row)).collect()
    }

    /// Who shares the unit's rank at an end.
    fn tied(&self, end: &End) -> Vec<&'a str> {
        let units = end.edition.units();
        let unit = units.get(self.found.position).map(|unit| unit.id.as_str());
        let session = unit.and_then(|unit| end.open(self.ground, unit).ok());
        let verdict = session.and_then(|session| session.verdict(self.found.position));
        verdict.map_or_else(Vec::new, |verdict| self.names(&verdict.tied))
    }

    /// The indicator that changed the score most.
    fn largest(&self) -> Option<(&'a str, String)> {
        let Explanation { changes, .. } = self.found;
        let known = changes.iter().filter_map(|one| match one.part {
            Part::Indicator(node) => Some((node, one)),
            Part::Rest => None,
        });
        let (node, one) = known.max_by_key(|(_, one)| one.change.abs())?;
        let by = about(change(one.change, &self.ground.words), one.estimated);
        (one.change != Exact::ZERO).then(|| (self.name_of(node), by))
    }

    /// The change from one score to the other, in points; its last step takes up what rounding leaves.
    fn waterfall(&self) -> breakdown::Input {
        let total = self.total();
        let mut lines: Vec<breakdown::Line> = self
            .parts()
            .into_iter()
            .map(|(name, one)| breakdown::Line {
                step: match one.part {
                    Part::Indicator(node) => Step::Indicator(node),
                    Part::Rest => Step::Rest,
                },
                name,
                points: one.change * total,
            })
            .collect();
        let [from, to] = [self.found.score_before, self.found.score_after].map(|own| own * total);
        let told: Exact = lines.iter().map(|line| line.points).sum();
        if let Some(last) = lines.last_mut() {
            last.points = last.points + (to - from - told);
        }
        let label = |end: &End| end.label(self.ground).to_owned();
        breakdown::Input {
            start: Start::Baseline,
            from_name: label(&self.ends[0]),
            from,
            lines,
            to_name: label(&self.ends[1]),
            to,
        }
    }
}

#[cfg(test)]
mod tests;
