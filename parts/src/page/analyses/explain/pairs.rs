//! Each unit that overtook: the gap before and after, and which indicators changed it.

use super::words::{self, change_name};
use super::{Cells, Table, Weight, about, name_in, signed};
use crate::page::Markup;
use crate::page::analyses::ground::Ground;
use dti_engine::calculator::{Change, Pair, Part};
use dti_engine::model::{Edition, Exact};

/// Each unit that overtook, and what changed the gap to it most.
pub(super) fn pairs(
    ground: &Ground<'_>,
    edition: &Edition,
    pairs: &[Pair],
    (headings, total): ([String; 2], Exact),
    m: &mut Markup,
) {
    if pairs.is_empty() {
        return;
    }
    let language = ground.language;
    let row = |pair: &Pair| {
        let most = pair.changes.iter().max_by_key(|change| change.change);
        let most = most.map(|most| {
            let points = signed(most.change * total, language);
            let name = match most.part {
                Part::Rest => words::unpublished(language).to_owned(),
                Part::Indicator(_) => change_name(ground, edition, most),
            };
            format!("{name} ({})", about(points, most.estimated))
        });
        let gap = |gap: Exact| signed(gap * total, language);
        let cells = vec![
            name_in(ground, edition, pair.position).to_owned(),
            gap(pair.gap_before),
            gap(pair.gap_after),
            most.unwrap_or_default(),
        ];
        (cells, Weight::Plain)
    };
    let [before, after] = headings;
    let columns = vec![
        (words::overtaker(language).to_owned(), Cells::Text),
        (before, Cells::Number),
        (after, Cells::Number),
        (words::mostly(language).to_owned(), Cells::Text),
    ];
    let table = Table {
        caption: words::overtakers(pairs.len(), language),
        columns,
        rows: pairs.iter().map(row).collect(),
    };
    table.write(m);
    split(ground, edition, pairs, total, m);
}

/// The change of each gap by indicator; a cell is empty where a figure is not known for both units on
/// both sides, which is in the rest then.
fn split(ground: &Ground<'_>, edition: &Edition, pairs: &[Pair], total: Exact, m: &mut Markup) {
    let language = ground.language;
    let mut parts: Vec<&Change> = Vec::new();
    for change in pairs.iter().flat_map(|pair| &pair.changes) {
        if parts.iter().all(|known| known.part != change.part) {
            parts.push(change);
        }
    }
    let (rest, mut parts): (Vec<&Change>, Vec<&Change>) = parts
        .into_iter()
        .partition(|change| change.part == Part::Rest);
    parts.extend(rest);
    let mut columns = vec![(words::overtaker(language).to_owned(), Cells::Text)];
    let heads = parts.iter().map(|part| change_name(ground, edition, part));
    columns.extend(heads.map(|head| (head, Cells::Number)));
    columns.push((words::whole(language).to_owned(), Cells::Number));
    let row = |pair: &Pair| {
        let cell = |part: &&Change| {
            let own = pair.changes.iter().find(|change| change.part == part.part);
            let text = |own: &Change| about(signed(own.change * total, language), own.estimated);
            own.map(text).unwrap_or_default()
        };
        let mut cells = vec![name_in(ground, edition, pair.position).to_owned()];
        cells.extend(parts.iter().map(cell));
        cells.push(signed((pair.gap_after - pair.gap_before) * total, language));
        (cells, Weight::Plain)
    };
    let caption = words::gaps_by_indicator(language).to_owned();
    Table {
        caption: caption.clone(),
        columns,
        rows: pairs.iter().map(row).collect(),
    }
    .write_folded(m, "folded-gaps", caption);
}
