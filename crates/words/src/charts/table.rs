//! The words of a chart's legend and of the table behind it.

use super::{ABOUT, ChartWords, signed};
use crate::numbers::{change, decimal, fixed_points, percent, score, whole};
use crate::sentences::move_in_words;
use crate::table::{ColumnHead, Table, TableCell};
use dti_charts::{Cell, Column, Meaning, Step};
use dti_engine::model::{Exact, POINTS_DECIMALS, SCORE_DECIMALS};

impl ChartWords<'_> {
    /// What a mark of the legend stands for.
    pub fn meaning(&self, meaning: Meaning) -> String {
        let words = self.words;
        let text = match meaning {
            // In the history most of its marks are published, so the scenario is not named here.
            Meaning::Own => self.own(),
            Meaning::Before => words.chart_before(),
            Meaning::Others => return words.chart_others(),
            Meaning::Median => words.chart_median(),
            Meaning::Best => words.chart_best(),
            Meaning::Gain => words.chart_gain(),
            Meaning::Loss => words.chart_loss(),
            Meaning::OtherUnits => return words.chart_other_units(),
            Meaning::Rose => words.chart_rose_less(),
            Meaning::Kept => words.chart_kept(),
            Meaning::Fell => words.chart_fell_less(),
            Meaning::Missing => words.chart_not_on_file(),
            Meaning::Band => words.chart_band_mark(),
            Meaning::OwnRank => words.chart_own_rank(),
            Meaning::Overtakes => return words.chart_overtakes(),
            // Limits are hundredths; the best class holds its upper limit too.
            Meaning::Scores(low, high) => {
                let [low, high] = [low, high].map(|limit| fixed_points(limit, words));
                return words.chart_scores_class(low, high);
            }
            Meaning::Ranks(from, to) if from == to => return words.chart_rank_class(from),
            Meaning::Ranks(from, to) => return words.chart_ranks_class(from, to),
            Meaning::Shares(0, to) => return words.chart_shares_under(to),
            Meaning::Shares(from, to) => return words.chart_shares_class(from, to),
            Meaning::RoseFar(places) => return words.chart_rose_far(places),
            Meaning::FellFar(places) => return words.chart_fell_far(places),
        };
        text.to_owned()
    }

    /// The table behind a chart. The row of the chosen unit stands out.
    pub(super) fn table(&self, table: &dti_charts::Table) -> Table {
        let columns = table.columns.iter().enumerate();
        let rows = table.rows.iter();
        let is_own = |(_, row): &(usize, &Vec<Cell>)| row.contains(&Cell::Unit(self.unit));
        let own = rows.clone().enumerate().filter(is_own);
        Table {
            columns: columns
                .map(|(place, &column)| ColumnHead {
                    text: self.column(column),
                    is_number: place > 0,
                })
                .collect(),
            own: own.map(|(place, _)| place).collect(),
            rows: rows
                .map(|row| row.iter().map(|cell| self.cell(cell)).collect())
                .collect(),
        }
    }

    /// The head of a table's column.
    pub(super) fn column(&self, column: Column) -> String {
        let words = self.words;
        let text = match column {
            Column::Unit => return words.column_name(),
            Column::Step => words.chart_column_step(),
            Column::Pillar => words.chart_column_pillar(),
            Column::Edition => words.chart_column_edition(),
            Column::RankBefore => words.chart_column_rank_before(),
            Column::Rank => words.chart_column_rank(self.is_edited),
            Column::Move => words.chart_column_move(),
            Column::ScoreBefore => words.chart_column_score_before(),
            Column::Score => words.chart_column_score(self.is_edited),
            Column::Change => words.chart_column_change(),
            Column::Median => words.chart_median(),
            Column::Best => words.chart_best(),
            Column::Points => words.chart_column_points(),
            Column::Running => words.chart_column_running(),
            Column::Units => return words.chart_column_units(),
            Column::ShareAtRank => words.chart_column_share(),
            Column::BandLow => words.chart_column_band_low(),
            Column::BandHigh => words.chart_column_band_high(),
            Column::ValueFrom => words.chart_column_value_from(),
        };
        text.to_owned()
    }

    /// A cell of a table. What is no plain number, such as an estimate, is words.
    pub(super) fn cell(&self, cell: &Cell) -> TableCell {
        let words = self.words;
        let number = |text: String, value, decimals| TableCell::number(text, value, decimals);
        match *cell {
            Cell::Unit(position) => TableCell::words(self.unit_name(position)),
            Cell::Step(step) => TableCell::words(self.step(step)),
            Cell::Pillar(place) => TableCell::words(self.pillar(place)),
            Cell::Edition(place) => TableCell::words(self.label(place)),
            Cell::Rank(rank) => number(rank.to_string(), Exact::whole(i64::from(rank)), 0),
            Cell::Move(places) => TableCell::words(move_in_words(places, words)),
            Cell::Score(value) => number(self.score(value), value, self.decimals),
            Cell::Estimate(value) => TableCell::words(format!("{ABOUT}{}", score(value, words))),
            Cell::Change(value) => number(change(value, words), value, SCORE_DECIMALS),
            Cell::Points(value) => number(fixed_points(value, words), value, POINTS_DECIMALS),
            Cell::PointsChange(value) => {
                let text = signed(value, fixed_points(value, words));
                number(text, value, POINTS_DECIMALS)
            }
            Cell::Count(count) => {
                // More units than fit are not on file anywhere.
                let count = Exact::whole(i64::try_from(count).unwrap_or(i64::MAX));
                number(whole(count, words), count, 0)
            }
            Cell::Share(share) => TableCell::words(percent(share, words)),
            Cell::Number(value, decimals) => {
                number(decimal(value, decimals, words), value, decimals)
            }
            Cell::Missing => TableCell::missing(),
        }
    }

    /// A row of the breakdown. A scenario is broken down from the state before it, the published
    /// state from full marks.
    fn step(&self, step: Step) -> &str {
        let words = self.words;
        match (step, self.is_edited) {
            (Step::From, true) => words.chart_step_before(),
            (Step::From, false) => words.chart_step_full_marks(),
            (Step::Indicator(node), _) => self.indicator(node),
            (Step::Rest, _) => words.chart_step_rest(),
            (Step::To, true) => words.chart_step_after(),
            (Step::To, false) => words.chart_step_achieved(),
        }
    }
}
