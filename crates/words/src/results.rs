//! The figures of the page as tables for a spreadsheet: all units, and a scorecard. Each number goes with
//! its origin, and what is supposed says so.

use crate::{Words, origin_word, warning};
use dti_engine::calculator::ScorecardLine;
use dti_engine::model::{
    Edition, Exact, Framework, Node, Origin, POINTS_DECIMALS, SCORE_DECIMALS, Standing, Standings,
};
use dti_formats::Cell;

/// The results of all units under a scenario.
#[derive(Clone, Copy, Debug)]
pub struct Results<'a> {
    /// The edition.
    pub edition: &'a Edition,
    /// Its units, ranked.
    pub standings: &'a Standings,
    /// Decimals that tell the scores apart.
    pub decimals: u32,
    /// Whether anything differs from the edition.
    pub is_edited: bool,
    /// The words of the edition.
    pub words: &'a Words,
}

impl Results<'_> {
    /// All units in rank order: rank and score, also before the scenario, and every main indicator.
    pub fn table(&self) -> Vec<Vec<Cell>> {
        let rows = self.standings.standings.iter();
        let rows = rows.filter_map(|own| self.row(own));
        std::iter::once(self.heads()).chain(rows).collect()
    }

    fn mains(&self) -> Vec<Node> {
        let framework = self.edition.framework();
        let mains = framework.mains();
        mains
            .filter(|&node| framework.indicator(node).scored)
            .collect()
    }

    fn heads(&self) -> Vec<Cell> {
        let words = self.words;
        let mut heads = vec![
            text(words.chart_column_rank(false)),
            text(words.results_rank_before()),
            text(words.province()),
            text(words.results_code()),
            text(words.dti_score()),
            text(words.results_score_before()),
        ];
        if !self.edition.given().is_empty() {
            heads.push(text(words.results_given_rank()));
            heads.push(text(words.results_given_score()));
        }
        for node in self.mains() {
            let name = name(self.edition.framework(), node, words);
            heads.push(text(name));
            heads.push(text(words.results_origin(name)));
        }
        heads.push(text(words.results_remark()));
        heads
    }

    fn row(&self, own: &Standing) -> Option<Vec<Cell>> {
        let unit = self.edition.units().get(own.position)?;
        let mut row = vec![
            Cell::whole(own.rank),
            Cell::whole(own.baseline_rank),
            text(self.words.in_language(&unit.name)),
            text(unit.gso_code.clone()),
            Cell::Number(own.score, self.decimals),
            Cell::Number(own.baseline_score, self.decimals),
        ];
        row.extend(self.given(&unit.id));
        for node in self.mains() {
            match own.card.value(node) {
                Some(value) => {
                    row.push(Cell::Number(value.score, SCORE_DECIMALS));
                    row.push(origin(self.edition, value.origin, self.words));
                }
                None => row.extend([Cell::Empty, Cell::Empty]),
            }
        }
        row.push(remark(self.is_edited, self.words));
        Some(row)
    }

    /// What the file of an own index gives for a unit, where it gives any results.
    fn given(&self, unit: &str) -> Vec<Cell> {
        if self.edition.given().is_empty() {
            return Vec::new();
        }
        let given = self.edition.given_for(unit);
        let rank = given.and_then(|given| given.rank);
        let total = given.and_then(|given| given.total);
        let number = |(total, decimals): (Exact, u32)| Cell::Number(total, decimals);
        vec![
            rank.map_or(Cell::Empty, Cell::whole),
            total.map_or(Cell::Empty, number),
        ]
    }
}

/// The scorecard of a unit line by line, with what is missing to full marks.
pub fn scorecard_table<'a>(
    edition: &Edition,
    unit: &str,
    lines: impl Iterator<Item = &'a ScorecardLine>,
    words: &Words,
) -> Vec<Vec<Cell>> {
    let framework = edition.framework();
    let heads = vec![
        text(words.province()),
        text(words.results_indicator()),
        text(words.results_id()),
        text(words.value()),
        text(words.results_points()),
        text(words.chart_step_full_marks()),
        text(words.results_gap()),
        text(words.origin()),
        text(words.results_present()),
        text(words.results_rank_here()),
        text(words.results_remark()),
    ];
    let row = |line: &ScorecardLine| {
        vec![
            text(unit),
            text(name(framework, line.node, words)),
            text(framework.indicator(line.node).id.clone()),
            Cell::Number(line.score, SCORE_DECIMALS),
            Cell::Number(line.points, POINTS_DECIMALS),
            Cell::Number(line.max_points, 0),
            Cell::Number(line.max_points - line.points, POINTS_DECIMALS),
            origin(edition, line.origin, words),
            Cell::Number(line.present, SCORE_DECIMALS),
            Cell::whole(line.rank),
            remark(line.score != line.present, words),
        ]
    };
    let lines = lines.filter(|line| framework.indicator(line.node).scored);
    std::iter::once(heads).chain(lines.map(row)).collect()
}

fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

fn name<'a>(framework: &'a Framework, node: Node, words: &Words) -> &'a str {
    words.in_language(&framework.indicator(node).name)
}

fn origin(edition: &Edition, origin: Origin, words: &Words) -> Cell {
    text(origin_word(words, edition.provenance(), origin))
}

/// What a row says of itself that rests on a what-if, or on figures that were not published.
fn remark(is_edited: bool, words: &Words) -> Cell {
    warning(is_edited, words).map_or(Cell::Empty, Cell::Text)
}
