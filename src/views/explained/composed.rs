//! A score of an index of a reader's own: the mean that its framework asks for, with its numbers, and
//! how a raw value becomes a score.

use super::ground::Ground;
use super::pieces::{Cell, Explanation, Piece, Row, Table};
use dti_engine::analysis::{Drawn, prepared};
use dti_engine::model::{
    Direction, Exact, Form, Mean, Missing, Node, Normalisation, Origin, SCORE_DECIMALS, Scorecard,
};
use dti_words::analyses::about;
use dti_words::numbers::whole;
use dti_words::{Words, Written, percent_of};

/// Decimals of what is added up, where it does not end sooner.
const DECIMALS: u32 = 6;

/// One score below a mean.
struct Part {
    node: Node,
    score: Exact,
    weight: Exact,
    /// What the mean adds up; nothing where a score of 0 makes the mean 0, or where it is left out.
    term: Option<Written>,
    is_left_out: bool,
    is_guess: bool,
}

/// The scores below a node of a unit's card.
fn parts(ground: &Ground, card: &Scorecard, node: Node) -> Vec<Part> {
    let framework = ground.framework();
    let mean = framework.indicator(node).mean;
    let below: Vec<Node> = match node {
        // Groups are a mere partition of the main indicators.
        Node::ROOT => framework.mains().collect(),
        _ => framework.scored_children(node).collect(),
    };
    let part = |node: Node| {
        let (score, weight) = (card.score(node), ground.max_points(node));
        let is_left_out = framework.header().missing == Some(Missing::Rescale)
            && card.origin(node) == Some(Origin::Missing);
        Part {
            node,
            score,
            weight,
            term: term(mean, weight, score).filter(|_| !is_left_out),
            is_left_out,
            is_guess: card.origin(node).is_some_and(Origin::is_guess),
        }
    };
    below.into_iter().map(part).collect()
}

/// What a mean adds up for a score; nothing where that is infinite.
fn term(mean: Mean, weight: Exact, score: Exact) -> Option<Written> {
    if mean != Mean::Arithmetic && score <= Exact::ZERO {
        return None;
    }
    Some(match mean {
        Mean::Arithmetic => Written::in_full(weight * score, 2),
        Mean::Geometric => {
            let logarithm = weight.to_f64() * libm::log(score.to_f64());
            Written::rounded(Exact::decimal((logarithm * 1e6).round() as i64, DECIMALS))
        }
        Mean::Harmonic => Written::in_full(weight.checked_div(score)?, 2),
    })
}

/// Tells how a score of the unit in a row is made of those below it: the rule, the parts, the sum, the
/// result.
fn tell_mean(ground: &Ground, told: &mut Explanation, node: Node, row: usize) -> Option<()> {
    let (words, mean) = (&ground.words, ground.indicator(node).mean);
    let card = &ground.standings.of(row)?.card;
    let parts = parts(ground, card, node);
    let [rule, column] = match mean {
        Mean::Arithmetic => [words.mean_arithmetic(), words.mean_weight_times_score()],
        Mean::Geometric => [words.mean_geometric(), words.mean_weight_times_logarithm()],
        Mean::Harmonic => [words.mean_harmonic(), words.mean_weight_over_score()],
    };
    told.say(rule);
    let counting = || parts.iter().filter(|part| !part.is_left_out);
    let weights: Exact = counting().map(|part| part.weight).sum();
    let zero = Written::in_full(Exact::ZERO, 0);
    let sum = counting().try_fold(zero, |sum, part| Some(sum.plus(part.term.as_ref()?)));
    let table = table(ground, column, &parts, (weights, sum.as_ref()));
    told.pieces.push(Piece::Table(table));
    if parts.iter().any(|part| part.is_left_out) {
        told.say(words.mean_left_out());
    }
    let result = card.score(node);
    let written = Written::in_full(result, SCORE_DECIMALS);
    if let Some(sum) = sum.filter(|_| weights > Exact::ZERO) {
        let (total, max) = (sum.text(words), whole(weights, words));
        let left = match mean {
            Mean::Arithmetic => format!("{total} / {max}"),
            Mean::Geometric => format!("exp({total} / {max})"),
            Mean::Harmonic => format!("{max} / {total}"),
        };
        told.equate(format!("{left} {}", written.result_of(&[&sum], words)));
    } else {
        told.say(words.mean_zero());
    }
    let before = ground.before.of(row)?.card.score(node);
    if before != result {
        let before = Written::in_full(before, SCORE_DECIMALS).marked(words);
        told.say(words.mean_before(before));
    }
    Some(())
}

fn table(
    ground: &Ground,
    column: &'static str,
    parts: &[Part],
    (weights, sum): (Exact, Option<&Written>),
) -> Table {
    let words = &ground.words;
    let written = |term: Option<&Written>| {
        let term = term.map_or_else(|| "–".to_owned(), |term| term.marked(words));
        Cell::Number(term)
    };
    let rows = parts.iter().map(|part| {
        let score = match part.is_left_out {
            true => words.mean_none().to_owned(),
            false => {
                let written = Written::score(part.score).marked(words);
                let is_marked = written.starts_with('≈');
                about(written, part.is_guess && !is_marked)
            }
        };
        Row {
            name: ground.named(part.node).to_owned(),
            cells: vec![
                Cell::Number(score),
                Cell::Number(whole(part.weight, words)),
                written(part.term.as_ref()),
            ],
        }
    });
    Table {
        caption: words.mean_caption().to_owned(),
        head: vec![
            words.indicator(),
            words.value(),
            words.mean_weight(),
            column,
        ],
        rows: rows.collect(),
        sum: Some(Row {
            name: words.sum().to_owned(),
            cells: vec![
                Cell::Number(String::new()),
                Cell::Number(whole(weights, words)),
                written(sum),
            ],
        }),
    }
}

/// Tells the total: the mean of the main indicators, rounded as the framework says.
pub(super) fn tell_total(ground: &Ground, told: &mut Explanation) {
    let (words, row) = (&ground.words, ground.unit);
    let is_told = tell_mean(ground, told, Node::ROOT, row).is_some();
    let Some(own) = ground.standings.of(row).filter(|_| is_told) else {
        return;
    };
    told.say(match ground.framework().header().decimals {
        Some(decimals) => words.mean_rounded(Written::with(own.score, decimals).text(words)),
        None => words.mean_not_rounded().to_owned(),
    });
    if own.moved_as_rival {
        told.say(words.moved_as_rival());
    }
}

/// Tells of a main indicator what it is made of, or how its raw value becomes a score, and its weight.
pub(super) fn tell_indicator(ground: &Ground, told: &mut Explanation, node: Node) {
    let words = &ground.words;
    if ground.framework().scored_children(node).next().is_none() {
        tell_scale(ground, told, node);
    } else if tell_mean(ground, told, node, ground.subject).is_none() {
        return;
    }
    let [weight, all] = [node, Node::ROOT].map(|node| ground.max_points(node));
    if let Some(share) = weight.checked_div(all) {
        let [weight, all] = [weight, all].map(|points| whole(points, words));
        told.say(words.mean_share(weight, all, percent_of(share, words)));
    }
}

/// Tells the way from the raw value in the reader's file to the score.
fn tell_scale(ground: &Ground, told: &mut Explanation, node: Node) {
    let words = &ground.words;
    let scale = ground.indicator(node).scale;
    let prepared = prepared(&ground.edition, node);
    let of_subject = |values: &[Option<Exact>]| values.get(ground.subject).copied().flatten();
    let Some((given, value)) = of_subject(&prepared.imputed).zip(of_subject(&prepared.values))
    else {
        return told.say(match ground.framework().header().missing {
            Some(Missing::Rescale) => words.mean_left_out(),
            _ => words.mean_counts_as_zero(),
        });
    };
    let all = prepared.values.iter().flatten().copied();
    let ends = all.clone().min().zip(all.max());
    let written = |value| Written::in_full(value, 0).text(words);
    let between = |low: Exact, high: Exact, form: Form| {
        let ln = match form {
            Form::Linear => "",
            Form::Logarithm => "ln ",
        };
        let [value, low, high] = [value, low, high].map(written);
        // `(72,3 − 20) / (85 − 20)`
        format!("({ln}{value} − {ln}{low}) / ({ln}{high} − {ln}{low})")
    };
    let has_own = ground.figure(ground.subject, node).is_some();
    match scale.imputation.filter(|_| !has_own) {
        Some(rule) => told.say(words.scale_imputed(rule.as_str(), written(given))),
        None => told.say(words.scale_raw(written(given))),
    }
    match prepared.drawn {
        Drawn::AsGiven => {}
        Drawn::Winsorised => told.say(words.scale_winsorised(written(value))),
        Drawn::Logarithms => told.say(words.scale_logarithms(written(value))),
    }
    if scale.imputation.is_some() || scale.treatment.is_some() {
        told.say(words.scale_frozen());
    }
    let quotient = match (scale.normalisation, ends) {
        (Normalisation::Goalposts { low, high, form }, _) => Some(between(low, high, form)),
        (Normalisation::MinMax, Some((low, high))) if low < high => {
            Some(between(low, high, Form::Linear))
        }
        _ => None,
    };
    told.say(rule(scale.normalisation, words));
    let is_turned = scale.direction == Direction::LowerIsBetter;
    if is_turned {
        told.say(words.scale_turned());
    }
    if let Some(quotient) = quotient {
        let present = ground.before.of(ground.subject);
        let present = present.map_or(Exact::ZERO, |own| own.card.score(node));
        let result = Written::in_full(present, SCORE_DECIMALS).result_of(&[], words);
        let from_one = if is_turned { "1 − " } else { "" };
        told.equate(format!("{from_one}{quotient} {result}"));
    }
}

/// How a scale makes a score of a raw value.
fn rule(normalisation: Normalisation, words: &Words) -> String {
    match normalisation {
        Normalisation::None => words.scale_none().to_owned(),
        Normalisation::Goalposts { .. } => words.scale_goalposts().to_owned(),
        Normalisation::MinMax => words.scale_min_max(),
        Normalisation::Rank => words.scale_rank(),
        Normalisation::ZScore => words.scale_z_score(),
    }
}
