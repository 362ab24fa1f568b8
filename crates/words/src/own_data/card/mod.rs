//! Sentences of the detailed scorecard: its lines, what is typed into them, its scoring rules.

mod components;
mod entries;
mod rules;

pub use components::{
    assessment_problem, at_max, column, column_of_points, counting, earned, gap, input,
    more_points, name, period, pillar, places, points_of, rank_of, room, score_of, table_headings,
};
pub use entries::{choice_name, entry_problem, mismatch, missing, percent, reading, step, typed};
pub use rules::rule;
