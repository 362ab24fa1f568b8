//! Why the rank moved: between two editions on file, or from the figures as published to the scenario.
//! One finding, every indicator year by year, one chart, and the tables behind them.

mod ends;
mod tables;
mod years;

use super::chart::canvas;
use super::ground::{Ground, found_on_file, is_edited, piece};
use super::parts::{Caution, Choose, FINDING, Finding, Folded, Paragraph, Table, TableBox, whose};
use crate::components::{at_first, flag, text, when};
use crate::state::State;
use crate::views::figures::{Figure, Picture};
use dti_charts::{Canvas, Start, Step, breakdown};
use dti_engine::calculator::{Explanation, Part};
use dti_engine::model::{Edition, Exact};
use dti_words::ChartWords;
use dti_words::analyses::about;
use dti_words::analyses::explain::Told;
use dti_words::numbers::change;
use ends::{End, ends, options};
use leptos::prelude::*;
use std::sync::Arc;
use tables::{Found, on_file};

/// What there is to say.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Explained {
    ends: [String; 2],
    options: Vec<(String, String)>,
    pub(super) finding: String,
    pub(super) told: String,
    pub(super) on_file: Table,
    pub(super) years: Table,
    /// The indicators that are not known separately.
    pub(super) hidden: String,
    waterfall: Option<breakdown::Input>,
    /// The same as it is drawn; its table is the changes.
    pub(super) picture: Option<Arc<Picture>>,
    pub(super) changes: Table,
    pairs: Table,
    gaps: Table,
    effects: Table,
    /// That some of it rests on estimates.
    pub(super) estimated: String,
    /// Whose figures these are.
    pub(super) whose: String,
    /// Titles of the editions.
    source: String,
}

/// The panel.
#[component]
pub fn Explain(
    /// The state.
    state: State,
) -> impl IntoView {
    let words = state.words.get_untracked();
    let is_edited = is_edited(state);
    let follow = move || {
        is_edited.track();
        state.decimals.track();
        if Ground::of_now(state).is_none_or(|ground| follows_scenario(&ground)) {
            state.session.track();
        }
    };
    let found = found_on_file(state, follow, move |ground| {
        explained(ground, &canvas(state))
    });
    let said = move |say: fn(&Explained) -> &String| piece(found, move |own| say(own).clone());
    let options = piece(found, |own| own.options.clone());
    let source = piece(found, |own| own.source.clone());
    let changes = piece(found, |own| own.changes.caption.clone());
    let gaps = piece(found, |own| own.gaps.clone());
    let gaps_caption = text(move || gaps.with(|gaps| gaps.caption.clone()));
    let has_gaps = flag(move || gaps.with(|gaps| !gaps.rows.is_empty()));
    let is_explained = flag(move || changes.with(|caption| !caption.is_empty()));
    view! {
        <div class="choices">
            <Choose
                state
                key="from"
                label=words.explain_from()
                options
                value=said(|own| &own.ends[0])
            />
            <Choose
                state
                key="to"
                label=words.explain_to()
                options
                value=said(|own| &own.ends[1])
            />
        </div>
        <Finding state sentence=said(|own| &own.finding) />
        <TableBox
            state
            name="years"
            table=piece(found, |own| own.years.clone())
            source
        />
        <Caution sentence=said(|own| &own.hidden) class="caution bare" />
        <Paragraph sentence=said(|own| &own.told) />
        <TableBox
            state
            name="on-file"
            table=piece(found, |own| own.on_file.clone())
            source
        />
        <h4 hidden=flag(move || !is_explained.get()) prop:textContent=changes>
            {at_first(changes.into())}
        </h4>
        <Figure
            state
            name="waterfall"
            picture=piece(found, |own| own.picture.clone())
            named_by=FINDING
        />
        <TableBox
            state
            name="overtaken"
            table=piece(found, |own| own.pairs.clone())
            source
        />
        {when(
            has_gaps,
            move || {
                view! {
                    <Folded id="folded-gaps" summary=gaps_caption>
                        <TableBox state name="gaps" table=gaps source />
                    </Folded>
                }
                .into_any()
            },
        )}
        {when(
            is_explained,
            move || {
                let effects = piece(found, |own| own.effects.clone());
                view! {
                    <Folded
                        id="folded-effects"
                        summary=text(move || state.words.with(|words| words.details().to_owned()))
                    >
                        <TableBox state name="effects" table=effects source />
                    </Folded>
                }
                .into_any()
            },
        )}
        <Caution sentence=said(|own| &own.estimated) />
        <Caution sentence=said(|own| &own.whose) class="caution bare" />
    }
    .into_any()
}

/// Whether one of what is compared is the scenario on screen.
fn follows_scenario(ground: &Ground) -> bool {
    ends(ground).is_none_or(|ends| ends.iter().any(End::is_scenario))
}

/// What can be said of the page as it is.
pub(super) fn explained(ground: &Ground, canvas: &Canvas) -> Explained {
    let Some(ends) = ends(ground) else {
        return Explained::default();
    };
    let words = &ground.words;
    let base = Explained {
        ends: ends.clone().map(|end| end.id),
        options: options(ground),
        whose: whose_figures(ground, &ends),
        source: titles(ground, &ends),
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
            found.explained(base, canvas)
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

/// The editions that are compared, the earlier one first; one where nothing is.
pub(super) fn compared(ground: &Ground) -> Vec<Arc<Edition>> {
    let ends = ends(ground).into_iter().flatten();
    let mut editions: Vec<Arc<Edition>> = ends.map(|end| end.edition).collect();
    editions.dedup_by_key(|edition| edition.id().to_owned());
    editions
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

/// Titles of the editions that are compared.
fn titles(ground: &Ground, ends: &[End; 2]) -> String {
    let mut titles: Vec<&str> = ends
        .iter()
        .map(|end| ground.in_language(&end.edition.header().title))
        .collect();
    titles.dedup();
    titles.join(", ")
}

impl<'a> Found<'a> {
    fn explained(&self, base: Explained, canvas: &Canvas) -> Explained {
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
            picture: Some(self.picture(&base.source, canvas)),
            waterfall: Some(self.waterfall()),
            changes: self.changes(),
            pairs: self.pairs(&told),
            gaps: self.gaps(),
            effects: self.effects(),
            estimated: match self.found.estimated {
                true => words.explain_estimated(),
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

    /// The change as it is drawn, with the same numbers as a table.
    fn picture(&self, source: &str, canvas: &Canvas) -> Arc<Picture> {
        let words = &self.ground.words;
        let edition = &self.ends[1].edition;
        let chart = breakdown::chart(&self.waterfall(), canvas);
        let is_edited = self.ends.iter().any(End::is_scenario);
        let around = ChartWords {
            edition,
            editions: &[],
            unit: self.found.position,
            tied: &[],
            decimals: self.ground.own.digits.score,
            is_edited,
            words,
        };
        let told = dti_words::Told {
            finding: self.told().finding(words),
            table: self.changes().in_file(words),
            warning: whose_figures(self.ground, self.ends),
            source: words.figure_from(source),
            ..around.told(&chart)
        };
        Arc::new(Picture { chart, told })
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
