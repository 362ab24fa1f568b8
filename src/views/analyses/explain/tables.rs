//! The tables behind an explanation: what is on file, who moved the rank, where the score changed, and the
//! gap to each unit that overtook.

use super::super::ground::Ground;
use super::super::parts::{Cells, Row, Table};
use super::ends::End;
use dti_engine::calculator::{Change, Explanation, Pair, Part};
use dti_engine::model::{Exact, Framework, Node, Rivals};
use dti_words::Words;
use dti_words::analyses::explain::{Told, places};
use dti_words::analyses::{about, in_a_row, signed};
use dti_words::numbers::{change, score};

/// An explanation with what names it.
pub(super) struct Found<'a> {
    pub(super) ground: &'a Ground,
    pub(super) ends: &'a [End; 2],
    pub(super) found: &'a Explanation,
}

impl<'a> Found<'a> {
    fn words(&self) -> &'a Words {
        &self.ground.words
    }

    pub(super) fn framework(&self) -> &'a Framework {
        self.ends[1].edition.framework()
    }

    /// All points of the framework that the change is counted in.
    pub(super) fn total(&self) -> Exact {
        self.framework().total().value()
    }

    /// Name of the unit in a row of the edition after.
    pub(super) fn name_at(&self, row: usize) -> &'a str {
        self.ground.name_in(&self.ends[1].edition, row)
    }

    pub(super) fn name_of(&self, node: Node) -> &'a str {
        let name = &self.framework().indicator(node).name;
        self.ground.in_language(name)
    }

    /// The main indicators that no part of a change is about, although they may have changed: those that
    /// are not known separately in both states.
    pub(super) fn hidden(&self, changes: &[Change]) -> Vec<Node> {
        let [from, to] = self.ends;
        let is_reweighed = from.scenario.max_points != to.scenario.max_points;
        if from.edition.id() == to.edition.id() && !is_reweighed {
            return Vec::new();
        }
        let is_told = |node: Node| changes.iter().any(|one| one.part == Part::Indicator(node));
        let mains = self.framework().mains();
        mains.filter(|&node| !is_told(node)).collect()
    }

    /// What the part of a change is called that no indicator takes up.
    fn rest(&self, changes: &[Change], is_pair: bool) -> String {
        let words = self.words();
        let hidden = self.hidden(changes).len();
        let have_moved = |end: &End| end.scenario.rivals != Rivals::Frozen;
        let mut named = Vec::new();
        if hidden > 0 {
            named.push(words.explain_hidden(hidden));
        }
        if is_pair && self.ends.iter().any(have_moved) {
            named.push(words.explain_rivals_together());
        }
        match named.is_empty() {
            true => words.explain_rounding().to_owned(),
            false => in_a_row(named, words),
        }
    }

    fn part_name(&self, part: Part, changes: &[Change], is_pair: bool) -> String {
        match part {
            Part::Indicator(node) => self.name_of(node).to_owned(),
            Part::Rest => self.rest(changes, is_pair),
        }
    }

    /// The change of the score part by part, in points; where all indicators are known nothing is left for
    /// the rest.
    pub(super) fn parts(&self) -> Vec<(String, &'a Change)> {
        let changes = &self.found.changes;
        let total = self.total();
        let is_told =
            |one: &&Change| one.part != Part::Rest || (one.change * total).round_half_up(2) != 0;
        let parts = changes.iter().filter(is_told);
        parts
            .map(|one| (self.part_name(one.part, changes, false), one))
            .collect()
    }

    /// Each indicator with its change, the rest and the whole.
    pub(super) fn changes(&self) -> Table {
        let (words, total) = (self.words(), self.total());
        let rows = self.parts().into_iter().map(|(name, one)| {
            Row::plain(vec![
                name,
                about(change(one.change, words), one.estimated),
                about(signed(one.change * total, words), one.estimated),
            ])
        });
        let whole = self.found.score_change;
        let whole = Row::own(vec![
            words.row_total().to_owned(),
            change(whole, words),
            signed(whole * total, words),
        ]);
        Table {
            caption: words.explain_by_indicator(self.total_told()),
            columns: vec![
                (words.column_main_indicator().to_owned(), Cells::Text),
                (words.explain_score_change(), Cells::Number),
                (words.column_points().to_owned(), Cells::Number),
            ],
            rows: rows.chain([whole]).collect(),
        }
    }

    fn total_told(&self) -> String {
        dti_words::numbers::points(self.total(), self.words())
    }

    /// Own figures, rivals, method: places that add up to the whole.
    pub(super) fn effects(&self) -> Table {
        let (words, found) = (self.words(), self.found);
        let row = |name: String, alone: u32, effect: Exact| {
            Row::plain(vec![name, alone.to_string(), places(effect, words)])
        };
        let alone = found.alone;
        let mut rows = vec![
            row(words.explain_own(), alone.own, found.own),
            row(words.explain_rivals(), alone.rivals, found.rivals),
            row(
                words.explain_method().to_owned(),
                alone.method,
                found.method,
            ),
        ];
        rows.push(Row::own(vec![
            words.row_total().to_owned(),
            found.rank_after.to_string(),
            places(Exact::whole(found.rank_change), words),
        ]));
        Table {
            caption: words.explain_effects().to_owned(),
            columns: vec![
                (words.explain_cause().to_owned(), Cells::Text),
                (words.explain_alone_rank().to_owned(), Cells::Number),
                (words.explain_places().to_owned(), Cells::Number),
            ],
            rows,
        }
    }

    /// Each unit that overtook, and what changed the gap to it most.
    pub(super) fn pairs(&self, told: &Told<'_>) -> Table {
        let (words, total) = (self.words(), self.total());
        let row = |pair: &Pair| {
            let most = pair.changes.iter().max_by_key(|one| one.change);
            let most = most.map(|one| {
                let name = self.part_name(one.part, &pair.changes, true);
                let points = about(signed(one.change * total, words), one.estimated);
                format!("{name} ({points})")
            });
            let gap = |gap: Exact| signed(gap * total, words);
            Row::plain(vec![
                self.name_at(pair.position).to_owned(),
                gap(pair.gap_before),
                gap(pair.gap_after),
                most.unwrap_or_default(),
            ])
        };
        let pairs = &self.found.pairs;
        let [before, after] = told.headings(words);
        Table {
            caption: words.explain_overtakers(pairs.len()),
            columns: vec![
                (words.explain_overtaker(), Cells::Text),
                (before, Cells::Number),
                (after, Cells::Number),
                (words.explain_mostly().to_owned(), Cells::Text),
            ],
            rows: pairs.iter().map(row).collect(),
        }
    }

    /// The change of each gap by indicator; a cell is empty where a figure is not known for both units on
    /// both sides, which is in the last column then.
    pub(super) fn gaps(&self) -> Table {
        let (words, total) = (self.words(), self.total());
        let pairs = &self.found.pairs;
        let has = |part: Part| {
            let mut all = pairs.iter().flat_map(|pair| &pair.changes);
            all.any(|one| one.part == part)
        };
        let mains = self.framework().mains().map(Part::Indicator);
        let parts: Vec<Part> = mains
            .chain([Part::Rest])
            .filter(|&part| has(part))
            .collect();
        let heading = |&part: &Part| match part {
            Part::Indicator(node) => self.name_of(node).to_owned(),
            Part::Rest => words.explain_not_of_both().to_owned(),
        };
        let mut columns = vec![(words.explain_overtaker(), Cells::Text)];
        columns.extend(parts.iter().map(|part| (heading(part), Cells::Number)));
        columns.push((words.row_total().to_owned(), Cells::Number));
        let row = |pair: &Pair| {
            let cell = |&part: &Part| {
                let own = pair.changes.iter().find(|one| one.part == part);
                let text = |own: &Change| about(signed(own.change * total, words), own.estimated);
                own.map(text).unwrap_or_default()
            };
            let mut cells = vec![self.name_at(pair.position).to_owned()];
            cells.extend(parts.iter().map(cell));
            cells.push(signed((pair.gap_after - pair.gap_before) * total, words));
            Row::plain(cells)
        };
        Table {
            caption: words.explain_gaps(),
            columns,
            rows: pairs.iter().map(row).collect(),
        }
    }
}

/// Ranks and scores on file, where nothing more can be said. A rank that was not published follows from the
/// scores, ties included, where these are all on file.
pub(super) fn on_file(ground: &Ground, ends: &[End; 2]) -> Table {
    let words = &ground.words;
    let none = || words.not_on_file().to_owned();
    let row = |end: &End| {
        let edition = &end.edition;
        let position = end.row(ground);
        let row = position.and_then(|row| edition.rows().get(row));
        let published = row.and_then(|row| Some(row.rank.as_ref()?.value.to_short_text(0)));
        let computed = || {
            let unit = edition.units().get(position?)?;
            let session = end.open(ground, &unit.id).ok()?;
            Some(session.ranks().get(position?)?.to_string())
        };
        let total = row.and_then(|row| row.total.as_ref());
        Row::plain(vec![
            ground.in_language(&edition.header().title).to_owned(),
            position.map_or_else(none, |row| ground.name_in(edition, row).to_owned()),
            published.or_else(computed).unwrap_or_else(none),
            total.map_or_else(none, |total| score(total.value, words)),
        ])
    };
    Table {
        caption: words.explain_on_file().to_owned(),
        columns: vec![
            (words.column_edition().to_owned(), Cells::Text),
            (words.column_unit(), Cells::Text),
            (words.column_rank().to_owned(), Cells::Number),
            (words.column_score().to_owned(), Cells::Number),
        ],
        rows: ends.iter().map(row).collect(),
    }
}
