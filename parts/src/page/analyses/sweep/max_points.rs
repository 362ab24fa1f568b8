//! The rank while the max points of an indicator change, and with them all scores.

use super::Steps;
use super::words::{self, Turn, Weights};
use crate::page::Markup;
use crate::page::analyses::ground::Ground;
use crate::page::analyses::others::{listed, named};
use crate::page::analyses::parts::{Cells, Table, Weight, caution, finding, fragment, load};
use crate::page::text::note;
use dti_engine::calculator::{WeightRun, WeightSweep};
use dti_engine::model::{Exact, MaxPoints, Node, Note};

/// The sweep goes to twice the present maximum, within these points.
const REACH: (u32, u32) = (400, 1000);
/// Runs shown on either side of the present one.
const AROUND: usize = 2;

/// The finding, the chart and the tables.
pub(super) fn max_points(ground: &Ground<'_>, node: Node, m: &mut Markup) {
    let own = ground.maxima.of_node(node).round_half_up(0);
    let own = u32::try_from(own).unwrap_or_default();
    // The present maximum is always in reach.
    let up_to = own.saturating_mul(2).clamp(REACH.0, REACH.1).max(own);
    let id = ground.id_of(node);
    let swept = ground
        .calculator
        .sweep_max_points(ground.scenario(), id, up_to);
    let sweep = match swept {
        Ok(sweep) => sweep,
        Err(error) => return caution(m, ground.in_words(&error)),
    };
    let panel = Panel {
        ground,
        node,
        sweep: &sweep,
        up_to,
    };
    panel.tell(m);
    panel.offer(m);
    panel.chart(m);
    panel.tables(m);
    if sweep.estimated {
        caution(m, note(Note::DependsOnEstimates, ground.language));
    }
}

struct Panel<'a> {
    ground: &'a Ground<'a>,
    node: Node,
    sweep: &'a WeightSweep,
    up_to: u32,
}

impl<'a> Panel<'a> {
    /// Place of the run that holds the present maximum.
    fn present(&self) -> Option<usize> {
        let start = self.sweep.start;
        let mut runs = self.sweep.runs.iter();
        runs.position(|run| run.from <= start && start <= run.to)
    }

    fn run(&self, place: Option<usize>) -> Option<&'a WeightRun> {
        self.sweep.runs.get(place?)
    }

    /// The runs right below and right above the present one.
    fn turns(&self) -> [Option<Turn>; 2] {
        let present = self.present();
        let now = self.run(present);
        let below = self.run(present.and_then(|place| place.checked_sub(1)));
        let above = self.run(present.map(|place| place + 1));
        // Going down turns round who passes whom on the way up.
        let down = below
            .zip(now)
            .map(|(below, now)| self.turn(below.rank, below.to, [&now.passed_by, &now.passed]));
        let up =
            above.map(|above| self.turn(above.rank, above.from, [&above.passed, &above.passed_by]));
        // Where maxima in between cannot be simulated, the rank may be the same.
        [down, up].map(|turn| turn.filter(|turn| turn.rank != self.sweep.start_rank))
    }

    fn turn(&self, rank: u32, at: u32, [passed, passed_by]: [&[usize]; 2]) -> Turn {
        let is_better = rank < self.sweep.start_rank;
        let rows = if is_better { passed } else { passed_by };
        Turn {
            at,
            rank,
            is_better,
            names: named(self.ground, rows),
            is_estimated: self.sweep.estimated,
        }
    }

    fn tell(&self, m: &mut Markup) {
        let (ground, language, sweep) = (self.ground, self.ground.language, self.sweep);
        let ranks = || sweep.runs.iter().map(|run| run.rank);
        let own = sweep.start_rank;
        let told = Weights {
            unit: ground.own_name(),
            indicator: ground.name_of(self.node),
            ends: [
                sweep.runs.first().map(|run| run.from).unwrap_or_default(),
                sweep.runs.last().map_or(self.up_to, |run| run.to),
            ],
            start: sweep.start,
            ranks: [
                ranks().min().unwrap_or(own),
                own,
                ranks().max().unwrap_or(own),
            ],
            is_estimated: sweep.estimated,
            is_present_estimated: ground.standings.estimated,
        };
        let mut paragraph = String::new();
        for turn in self.turns().iter().flatten() {
            paragraph.push_str(&words::turn(turn, sweep.start, language));
            paragraph.push(' ');
        }
        paragraph.push_str(words::all_move(language));
        let now = self.run(self.present());
        finding(m, told.finding(now, language), paragraph);
    }

    /// The nearest max points that give a better rank.
    fn offer(&self, m: &mut Markup) {
        let start = self.sweep.start;
        let better = self.sweep.runs.iter();
        let better = better.filter(|run| run.rank < self.sweep.start_rank);
        let nearest = better.map(|run| start.clamp(run.from, run.to));
        let Some(max_points) = nearest.min_by_key(|at| at.abs_diff(start)) else {
            return;
        };
        let mut scenario = self.ground.scenario().clone();
        if let Some(max_points) = MaxPoints::try_new(max_points) {
            let id = self.ground.id_of(self.node).to_owned();
            scenario.max_points.insert(id, max_points);
        }
        if let Some(fragment) = fragment(&scenario) {
            let name = self.ground.name_of(self.node);
            let label = words::suppose_max(name, max_points, self.ground.language);
            load(m, &fragment, label);
        }
    }

    fn chart(&self, m: &mut Markup) {
        let at = |max_points: u32| Exact::whole(i64::from(max_points));
        let steps = self.sweep.runs.iter().map(|run| (at(run.from), run.rank));
        let turns = self.turns().into_iter().flatten();
        let turns = turns.filter(|turn| !turn.names.is_empty());
        Steps {
            end: at(self.up_to),
            decimals: 0,
            start: at(self.sweep.start),
            rank: self.sweep.start_rank,
            steps: steps.collect(),
            labels: turns
                .map(|turn| (at(turn.at), turn.rank, turn.names))
                .collect(),
        }
        .write(self.ground, m);
    }

    /// The runs around the present one, and all of them behind a line.
    fn tables(&self, m: &mut Markup) {
        let present = self.present().unwrap_or_default();
        let first = present.saturating_sub(AROUND);
        let near = self.sweep.runs.iter().skip(first).take(2 * AROUND + 1);
        let near: Vec<&WeightRun> = near.collect();
        let shown = near.len();
        let caption = self.ground.either(
            "Hạng theo điểm tối đa, quanh mức hiện nay",
            "Rank by max points, around the present ones",
        );
        self.table(near, caption.to_owned()).write(m);
        let all = self.sweep.runs.len();
        if all > shown {
            let summary = words::all_runs(all, self.ground.language);
            let rows = self.sweep.runs.iter().collect();
            self.table(rows, summary.clone())
                .write_folded(m, "folded-runs", summary);
        }
    }

    fn table(&self, runs: Vec<&WeightRun>, caption: String) -> Table {
        let (ground, start) = (self.ground, self.sweep.start);
        let rows = runs.iter().map(|run| {
            let is_own = run.from <= start && start <= run.to;
            let cells = vec![
                words::range(run, self.sweep.estimated, ground.language),
                run.rank.to_string(),
                listed(ground, &run.passed),
                listed(ground, &run.passed_by),
            ];
            (cells, if is_own { Weight::Own } else { Weight::Plain })
        });
        let column = |vi, en, cells| (ground.either(vi, en).to_owned(), cells);
        Table {
            caption,
            columns: vec![
                column("Điểm tối đa", "Max points", Cells::Text),
                column("Hạng", "Rank", Cells::Number),
                column(
                    "Khi tăng tới đây: bắt kịp",
                    "On the way up: catches up with",
                    Cells::Text,
                ),
                column(
                    "Khi tăng tới đây: bị vượt bởi",
                    "On the way up: passed by",
                    Cells::Text,
                ),
            ],
            rows: rows.collect(),
        }
    }
}
