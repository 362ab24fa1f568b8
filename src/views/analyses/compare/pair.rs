//! Two units side by side: which indicators make the difference.

use super::super::ground::{Ground, Standing, found, piece};
use super::super::parts::{Caution, Cells, Choose, Paragraph, Row, Table, TableBox};
use crate::components::{at_first, text};
use crate::state::State;
use dti_engine::model::{Exact, Node, Origin, POINTS_DECIMALS, Rivals};
use dti_words::Words;
use dti_words::analyses::compare::{headline, mainly, marked};
use dti_words::analyses::{about, signed};
use leptos::prelude::*;

/// What stands where nothing is told apart.
const NONE: &str = "–";

/// What there is to say.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Found {
    pub(super) finding: String,
    pub(super) told: String,
    /// Id of the other unit.
    pub(super) other: String,
    pub(super) table: Table,
    pub(super) caution: String,
}

/// The unit asked about beside another one that is chosen, or the next one up.
#[component]
pub(super) fn Pair(
    /// The state.
    state: State,
) -> impl IntoView {
    let found = found(state, |ground| pair(ground).unwrap_or_default());
    let finding = piece(found, |pair| pair.finding.clone());
    let finding = text(move || finding.get());
    let label = state.words.with_untracked(Words::compare_with);
    view! {
        <h3 class="finding" prop:textContent=finding>{at_first(finding)}</h3>
        <div class="choices">
            <Choose
                state
                key="other"
                label
                options=Signal::derive(move || others(state))
                value=piece(found, |pair| pair.other.clone())
            />
        </div>
        <Paragraph sentence=piece(found, |pair| pair.told.clone()) />
        <TableBox state name="pair" table=piece(found, |pair| pair.table.clone()) />
        <Caution sentence=piece(found, |pair| pair.caution.clone()) />
    }
    .into_any()
}

/// Ids and names of all units but the one asked about.
fn others(state: State) -> Vec<(String, String)> {
    let own = state.unit.get();
    state.edition.with(|edition| {
        let units = edition.units().iter().enumerate();
        let others = units.filter(|(row, _)| *row != own);
        let options = others.map(|(_, unit)| (unit.id.clone(), state.in_language(&unit.name)));
        options.collect()
    })
}

/// How far the unit is ahead on one indicator, in points of the whole.
struct Lead {
    node: Node,
    points: Exact,
    is_estimated: bool,
}

/// All there is to say; nothing of a unit that is alone.
pub(super) fn pair(ground: &Ground) -> Option<Found> {
    let own = ground.standing(ground.position())?;
    let chosen = ground.edition.position(ground.choice("other"));
    let chosen = chosen.filter(|row| *row != own.position);
    let other = match chosen {
        Some(row) => ground.standing(row)?,
        None => next_to(ground)?,
    };
    let both = [own, other];
    let leads = leads(ground, both);
    let is_estimated = own.is_estimated || other.is_estimated;
    let is_marked = is_estimated || leads.iter().any(|lead| lead.is_estimated);
    let caution = is_marked.then(|| ground.words.pair_estimated(is_estimated));
    Some(Found {
        finding: finding(ground, both),
        told: mainly(&largest(ground, both, &leads), &ground.words),
        other: ground.units().get(other.position)?.id.clone(),
        table: table(ground, both, &leads),
        caution: caution.unwrap_or_default(),
    })
}

/// The unit just above, or just below at the top.
fn next_to(ground: &Ground) -> Option<Standing> {
    let list = ground.standings();
    let place = list
        .iter()
        .position(|own| own.position == ground.position())?;
    list.get(place.checked_sub(1).unwrap_or(place + 1)).copied()
}

fn leads(ground: &Ground, both: [Standing; 2]) -> Vec<Lead> {
    let lead = |node: Node| {
        let [own, other] = both.map(|unit| ground.score_of(unit.position, node));
        let origins = both.map(|unit| ground.origin_of(unit.position, node));
        Lead {
            points: (own - other) * ground.maxima.of_node(node),
            is_estimated: origins.into_iter().flatten().any(Origin::is_guess),
            node,
        }
    };
    let framework = ground.framework();
    let scored = framework
        .mains()
        .filter(|&node| framework.indicator(node).scored);
    scored.map(lead).collect()
}

fn finding(ground: &Ground, both: [Standing; 2]) -> String {
    let [own, other] = both;
    let points = ground.points(own.score - other.score);
    let names = both.map(|unit| ground.name_at(unit.position));
    let ranks = both.map(|unit| about(unit.rank.to_string(), unit.is_estimated));
    let is_estimated = own.is_estimated || other.is_estimated;
    let size = about(ground.counted(points.abs()), is_estimated);
    headline(names, (points, size), ranks, &ground.words)
}

/// Where each of the two is most ahead.
fn largest<'a>(
    ground: &'a Ground,
    [own, other]: [Standing; 2],
    leads: &[Lead],
) -> Vec<(&'a str, &'a str, String)> {
    let ahead = leads.iter().filter(|lead| lead.points > Exact::ZERO);
    let ahead = ahead.max_by_key(|lead| lead.points);
    let behind = leads.iter().filter(|lead| lead.points < Exact::ZERO);
    let behind = behind.min_by_key(|lead| lead.points);
    let told = [(own, ahead), (other, behind)].into_iter();
    let told = told.filter_map(|(unit, lead)| {
        let lead = lead?;
        let points = about(ground.counted(lead.points.abs()), lead.is_estimated);
        Some((
            ground.name_at(unit.position),
            ground.name_of(lead.node),
            points,
        ))
    });
    told.collect()
}

fn table(ground: &Ground, both: [Standing; 2], leads: &[Lead]) -> Table {
    let words = &ground.words;
    let [own, other] = both;
    let [left, right] = both.map(|unit| ground.name_at(unit.position));
    let mut rows: Vec<Row> = leads
        .iter()
        .map(|lead| {
            let [left, right] = both.map(|unit| {
                let at = (unit.position, lead.node);
                marked(
                    ground.score_of(at.0, at.1),
                    ground.origin_of(at.0, at.1),
                    words,
                )
            });
            let lead_told = about(signed(lead.points, words), lead.is_estimated);
            Row::plain(vec![
                ground.name_of(lead.node).to_owned(),
                left,
                right,
                lead_told,
            ])
        })
        .collect();
    let difference = ground.points(own.score - other.score);
    let rest = difference - leads.iter().map(|lead| lead.points).sum::<Exact>();
    if rest.round_half_up(POINTS_DECIMALS) != 0 {
        let name = words.pair_rest(ground.scenario.rivals != Rivals::Frozen);
        let none = || NONE.to_owned();
        rows.push(Row::plain(vec![name, none(), none(), signed(rest, words)]));
    }
    let [left_total, right_total] =
        both.map(|unit| about(ground.ranked(unit.score), unit.is_estimated));
    let is_estimated = own.is_estimated || other.is_estimated;
    rows.push(Row::own(vec![
        words.dti_score(),
        left_total,
        right_total,
        about(signed(difference, words), is_estimated),
    ]));
    Table {
        caption: words.pair_caption(left, right),
        columns: vec![
            (words.column_main_indicator().to_owned(), Cells::Text),
            (left.to_owned(), Cells::Number),
            (right.to_owned(), Cells::Number),
            (words.pair_difference().to_owned(), Cells::Number),
        ],
        rows,
    }
}
