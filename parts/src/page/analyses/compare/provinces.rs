//! Two provinces side by side: which indicators make the difference.

use super::words;
use crate::page::Markup;
use crate::page::analyses::ground::Ground;
use crate::page::analyses::others::{about, signed};
use crate::page::analyses::parts::{Cells, Table, Weight, caution, choice};
use dti_engine::model::{Exact, Node, Rivals, Standing};

/// The unit asked about beside another one that is chosen, or the next one up.
pub(super) fn provinces(ground: &Ground<'_>, m: &mut Markup) {
    let language = ground.language;
    let chosen = ground.edition.position(ground.choice("other"));
    let other = chosen.filter(|position| *position != ground.position);
    let other = other.or_else(|| next_to(ground));
    let both = ground
        .own()
        .zip(other.and_then(|other| ground.standings.of(other)));
    let Some((own, other)) = both else {
        return;
    };
    m.leaf("h3", "finding", headline(ground, own, other));
    m.node("div", "choices", |m| {
        let units = ground.units().iter().enumerate();
        let units = units.filter(|(position, _)| *position != ground.position);
        let options =
            units.map(|(_, unit)| (unit.id.clone(), ground.of_text(&unit.name).to_owned()));
        let id = ground
            .units()
            .get(other.position)
            .map(|unit| unit.id.as_str());
        let label = ground.either("Tỉnh để so", "Compare with");
        choice(
            m,
            "set other",
            label,
            options.collect(),
            id.unwrap_or_default(),
        );
    });
    let gaps = gaps(ground, own, other);
    m.leaf(
        "p",
        "told",
        words::mainly(&told(ground, own, other, &gaps), language),
    );
    table(ground, own, other, &gaps, m);
    let is_estimated = own.estimated || other.estimated;
    if is_estimated || gaps.iter().any(|gap| gap.is_estimated) {
        caution(m, words::estimated_gap(is_estimated, language));
    }
}

/// The unit just above, or just below at the top.
fn next_to(ground: &Ground<'_>) -> Option<usize> {
    let list = &ground.standings.standings;
    let place = list.iter().position(|s| s.position == ground.position)?;
    let near = place.checked_sub(1).unwrap_or(place + 1);
    list.get(near).map(|standing| standing.position)
}

/// How far the unit is ahead on one indicator, in points of the whole.
struct Lead {
    node: Node,
    points: Exact,
    is_estimated: bool,
}

fn gaps(ground: &Ground<'_>, own: &Standing, other: &Standing) -> Vec<Lead> {
    let estimated = Some(dti_engine::model::Origin::Estimated);
    let lead = |node: Node| Lead {
        points: (own.card.score(node) - other.card.score(node)) * ground.maxima.of_node(node),
        is_estimated: [own, other]
            .iter()
            .any(|s| s.card.origin(node) == estimated),
        node,
    };
    let mains = ground.framework().mains();
    let scored = mains.filter(|&node| ground.framework().indicator(node).scored);
    scored.map(lead).collect()
}

fn headline(ground: &Ground<'_>, own: &Standing, other: &Standing) -> String {
    let points = ground.points(own.score - other.score);
    let names = [own, other].map(|standing| ground.name_at(standing.position));
    let ranks = [own, other].map(|s| about(s.rank.to_string(), s.estimated));
    let is_estimated = own.estimated || other.estimated;
    let size = about(ground.counted(points.abs()), is_estimated);
    words::headline(names, (points, size), ranks, ground.language)
}

/// Where each of the two is most ahead.
fn told<'a>(
    ground: &'a Ground<'_>,
    own: &Standing,
    other: &Standing,
    gaps: &[Lead],
) -> Vec<(&'a str, &'a str, String)> {
    let largest = gaps.iter().filter(|lead| lead.points > Exact::ZERO);
    let largest = largest.max_by_key(|lead| lead.points);
    let smallest = gaps.iter().filter(|lead| lead.points < Exact::ZERO);
    let smallest = smallest.min_by_key(|lead| lead.points);
    let told = |standing: &Standing, lead: &Lead| {
        let name = ground.name_at(standing.position);
        let points = ground.counted(lead.points.abs());
        (
            name,
            ground.name_of(lead.node),
            about(points, lead.is_estimated),
        )
    };
    let ahead = largest.map(|lead| told(own, lead));
    ahead
        .into_iter()
        .chain(smallest.map(|lead| told(other, lead)))
        .collect()
}

fn table(ground: &Ground<'_>, own: &Standing, other: &Standing, gaps: &[Lead], m: &mut Markup) {
    let language = ground.language;
    let [left, right] = [own, other].map(|s| ground.name_at(s.position).to_owned());
    let signed = |points: Exact| signed(points, language);
    let total_of = |s: &Standing| about(ground.ranked(s.score), s.estimated);
    let row = |lead: &Lead| {
        let value = |s: &Standing| words::marked(s.card.value(lead.node), language);
        let cells = vec![
            ground.name_of(lead.node).to_owned(),
            value(own),
            value(other),
            about(signed(lead.points), lead.is_estimated),
        ];
        (cells, Weight::Plain)
    };
    let mut rows: Vec<_> = gaps.iter().map(row).collect();
    let difference = ground.points(own.score - other.score);
    let sum: Exact = gaps.iter().map(|lead| lead.points).sum();
    let rest = difference - sum;
    if rest.round_half_up(2) != 0 {
        let are_moving = ground.scenario().rivals != Rivals::Frozen;
        let name = words::rest(are_moving, language).to_owned();
        let none = || "–".to_owned();
        let cells = vec![name, none(), none(), signed(rest)];
        rows.push((cells, Weight::Plain));
    }
    let total = ground.either("Giá trị DTI", "DTI score").to_owned();
    let cells = vec![
        total,
        total_of(own),
        total_of(other),
        about(signed(difference), own.estimated || other.estimated),
    ];
    rows.push((cells, Weight::Own));
    let number = |name: String| (name, Cells::Number);
    let columns = vec![
        (
            ground.either("Chỉ số chính", "Main indicator").to_owned(),
            Cells::Text,
        ),
        number(left.clone()),
        number(right.clone()),
        number(
            ground
                .either("Chênh lệch, điểm", "Difference, points")
                .to_owned(),
        ),
    ];
    let caption = words::side_by_side(&left, &right, language);
    Table {
        caption,
        columns,
        rows,
    }
    .write(m);
}
