//! The rank while the max points of an indicator change, and with them all scores.

use super::super::ground::Ground;
use super::super::parts::{Cells, Row, Table};
use super::{Curve, caution, drawn, ranked};
use dti_charts::{Canvas, step_curve};
use dti_engine::calculator::{WeightRun, WeightSweep};
use dti_engine::model::{MaxPoints, Node, Scenario};
use dti_words::analyses::sweep::{Turn, Weights, count, held, turn};

/// The sweep goes to twice the present maximum, within these points.
const REACH: (u32, u32) = (400, 1000);
/// Runs shown on either side of the present one.
const AROUND: usize = 2;

/// The finding, the chart and the tables.
pub(super) fn curve(ground: &Ground, node: Node, canvas: &Canvas) -> Curve {
    let own = ground.maxima.of_node(node).round_half_up(0);
    let own = u32::try_from(own).unwrap_or_default();
    // The present maximum is always in reach.
    let up_to = own.saturating_mul(2).clamp(REACH.0, REACH.1).max(own);
    let id = ground.id_of(node);
    let swept = ground
        .calculator
        .sweep_max_points(&ground.scenario, id, up_to);
    match swept {
        Ok(sweep) => Panel {
            ground,
            node,
            sweep: &sweep,
            up_to,
        }
        .curve(canvas),
        Err(error) => Curve::none(ground, node, &error),
    }
}

struct Panel<'a> {
    ground: &'a Ground,
    node: Node,
    sweep: &'a WeightSweep,
    up_to: u32,
}

impl<'a> Panel<'a> {
    fn curve(&self, canvas: &Canvas) -> Curve {
        let (sweep, words) = (self.sweep, &self.ground.words);
        let turns = self.turns();
        let told = turns
            .iter()
            .flatten()
            .map(|own| turn(own, sweep.start, words));
        let mut told: Vec<String> = told.collect();
        told.push(words.sweep_all_move());
        let present = self.present().unwrap_or_default();
        let first = present.saturating_sub(AROUND);
        let near: Vec<&WeightRun> = sweep.runs.iter().skip(first).take(2 * AROUND + 1).collect();
        let many = sweep.runs.len();
        let is_more = many > near.len();
        let all = || self.table(sweep.runs.iter().collect(), words.sweep_all_runs(many));
        Curve {
            finding: self.finding(),
            told: told.join(" "),
            offer: self.offer().unwrap_or_default(),
            picture: drawn(self.ground, &self.chart(turns), canvas),
            near: self.table(near, words.sweep_runs().to_owned()),
            all: is_more.then(all).unwrap_or_default(),
            caution: caution(sweep.estimated, self.ground),
        }
    }

    /// Place of the run that holds the present maximum.
    fn present(&self) -> Option<usize> {
        self.sweep.runs.iter().position(|run| self.is_present(run))
    }

    fn is_present(&self, run: &WeightRun) -> bool {
        run.from <= self.sweep.start && self.sweep.start <= run.to
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
            names: self.ground.named(rows),
            is_estimated: self.sweep.estimated,
        }
    }

    fn finding(&self) -> String {
        let (ground, sweep) = (self.ground, self.sweep);
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
            is_present_estimated: ground.is_estimated(),
        };
        told.finding(self.run(self.present()), &ground.words)
    }

    /// The nearest max points that give a better rank.
    fn offer(&self) -> Option<(String, Option<Scenario>)> {
        let start = self.sweep.start;
        let better = self.sweep.runs.iter();
        let better = better.filter(|run| run.rank < self.sweep.start_rank);
        let nearest = better.map(|run| start.clamp(run.from, run.to));
        let max_points = nearest.min_by_key(|at| at.abs_diff(start))?;
        let mut scenario = self.ground.scenario.clone();
        let id = self.ground.id_of(self.node).to_owned();
        scenario
            .max_points
            .insert(id, MaxPoints::try_new(max_points)?);
        let words = &self.ground.words;
        let name = self.ground.name_of(self.node);
        let label = words.sweep_suppose_max(name, count(max_points, words));
        Some((label, Some(scenario)))
    }

    fn chart(&self, turns: [Option<Turn>; 2]) -> step_curve::Input {
        let steps = self.sweep.runs.iter();
        let steps = steps.map(|run| (f64::from(run.from), run.rank));
        let turns = turns.into_iter().flatten();
        let turns = turns.filter(|turn| !turn.names.is_empty());
        step_curve::Input {
            steps: steps.collect(),
            x_max: f64::from(self.up_to),
            present: (f64::from(self.sweep.start), self.sweep.start_rank),
            units: ranked(self.ground),
            marks: turns
                .map(|turn| (f64::from(turn.at), turn.rank, turn.names))
                .collect(),
            x_decimals: 0,
        }
    }

    fn table(&self, runs: Vec<&WeightRun>, caption: String) -> Table {
        let (ground, words) = (self.ground, &self.ground.words);
        let rows = runs.into_iter().map(|run| Row {
            cells: vec![
                held(run, self.sweep.estimated, words),
                run.rank.to_string(),
                ground.names_at(&run.passed).join(", "),
                ground.names_at(&run.passed_by).join(", "),
            ],
            is_own: self.is_present(run),
        });
        Table {
            caption,
            columns: vec![
                (words.sweep_max().to_owned(), Cells::Text),
                (words.column_rank().to_owned(), Cells::Number),
                (words.sweep_up_caught().to_owned(), Cells::Text),
                (words.sweep_up_passed().to_owned(), Cells::Text),
            ],
            rows: rows.collect(),
        }
    }
}
