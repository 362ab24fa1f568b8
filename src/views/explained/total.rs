//! The total: its main indicators added up, the published total beside the sum, and what a what-if
//! adds to it.

use super::composed;
use super::ground::{Ground, lines};
use super::lines::tell_lines;
use super::pieces::Explanation;
use dti_engine::calculator::ScorecardLine;
use dti_engine::model::{Exact, Node, Note, Origin, SCORE_DECIMALS, Standing};
use dti_words::numbers::whole;
use dti_words::{Words, Written, note};

/// The points of a unit's indicators and the score that they give, before or under the scenario.
struct Sum {
    points: Exact,
    max_points: Exact,
    score: Exact,
}

impl Sum {
    /// Of a unit under these max points.
    fn of(standing: &Standing, max_points: Exact) -> Self {
        let score = standing.card.score(Node::ROOT);
        Self {
            points: score * max_points,
            max_points,
            score,
        }
    }

    /// The score as it is written.
    fn written(&self) -> Written {
        Written::in_full(self.score, SCORE_DECIMALS)
    }

    /// `644,00 / 1.000 = 0,6440`, of points as they are written.
    fn quotient(&self, points: &Written, words: &Words) -> String {
        let result = self.written().result_of(&[points], words);
        let (points, max) = (points.text(words), whole(self.max_points, words));
        format!("{points} / {max} {result}")
    }
}

/// How the total of the unit asked about is computed.
pub(super) fn total(ground: &Ground) -> Explanation {
    let (words, row) = (&ground.words, ground.unit);
    let title = words.explained_title(words.dti_score(), ground.name(row));
    let mut told = Explanation::new(title);
    if ground.framework().is_composite() {
        composed::tell_total(ground, &mut told);
        return told;
    }
    told.say(words.total_rule());
    let both = ground.standings.of(row).zip(ground.before.of(row));
    let Some((own, before)) = both else {
        return told;
    };
    let now = Sum::of(own, ground.max_points(Node::ROOT));
    let before = Sum::of(before, ground.framework().total().value());
    let card = ground.card(row);
    let lines = lines(&card);
    let caption = words.explained_caption(ground.name(row), ground.title(&ground.edition));
    let sums = [now.points, now.max_points];
    let sum = tell_lines(ground, &mut told, (row, caption), &lines, sums);
    told.equate(now.quotient(&sum, words));
    if is_changed(&lines) {
        told.say(words.total_before());
        let points = Written::in_full(before.points, 2);
        told.equate(before.quotient(&points, words));
    }
    tell_residual(ground, &mut told, own, &before);
    tell_what_if(ground, &mut told, own, &lines, [&before, &now]);
    if own.estimated {
        told.say(note(Note::DependsOnEstimates, words));
    }
    told
}

/// The published total less the recomputed one, which every scenario carries along.
fn tell_residual(ground: &Ground, told: &mut Explanation, own: &Standing, before: &Sum) {
    let words = &ground.words;
    let (published, recomputed) = (Written::score(own.baseline_score), before.written());
    let residual = published.minus(&recomputed);
    let score = published.text(words);
    if !residual.is_zero() {
        told.say(words.total_residual(score));
        let result = residual.result_of(&[&recomputed], words);
        told.equate(format!("{} {result}", published.less(&recomputed, words)));
        return;
    }
    let is_estimated = |node: Node| {
        let before = ground.before.of(own.position);
        before.and_then(|before| before.card.origin(node)) == Some(Origin::Estimated)
    };
    let same = words.total_same(score);
    told.say(match ground.framework().mains().any(is_estimated) {
        true => format!("{same} {}", words.total_fits()),
        false => same,
    });
}

/// What the scenario adds to the published total.
fn tell_what_if(
    ground: &Ground,
    told: &mut Explanation,
    own: &Standing,
    lines: &[&ScorecardLine],
    [before, now]: [&Sum; 2],
) {
    let words = &ground.words;
    let [published, result] = [own.baseline_score, own.score].map(Written::score);
    let score = result.text(words);
    if !own.moved_as_rival && !is_changed(lines) {
        told.say(words.total_unchanged(score));
        return;
    }
    let difference = now.score - before.score;
    let is_in_range = own.moved_as_rival || own.baseline_score + difference == own.unrounded;
    if let Some(sentence) = at_an_end(lines, words).filter(|_| !is_in_range) {
        told.say(sentence);
        return;
    }
    let change = if own.moved_as_rival {
        told.say(words.moved_as_rival());
        Written::change(own.unrounded - own.baseline_score, &published, &result)
    } else if has_new_maxima(lines) {
        let pair = Written::pair([now.score, before.score], &published, &result);
        let [now, before] = pair;
        let change = now.minus(&before);
        told.say(words.total_other_maxima());
        let end = change.result_of(&[], words);
        told.equate(format!("{} {end}", now.less(&before, words)));
        change
    } else {
        let change = Written::change(difference, &published, &result);
        tell_points_change(ground, told, [before, now], &change);
        change
    };
    told.say(words.total_sum());
    let sum = published.plus(&change);
    let end = sum.result_of(&[], words);
    let equation = format!("{} {end}", published.sum_with(&change, words));
    told.equate(match is_in_range && sum.value() != result.value() {
        true => words.total_rounded(equation, &score),
        false => equation,
    });
    if !is_in_range {
        told.say(words.total_in_range(score));
    }
}

/// `661,28 − 644,00 = 17,28 điểm` and `17,28 / 1.000 = 0,01728`
fn tell_points_change(
    ground: &Ground,
    told: &mut Explanation,
    [before, now]: [&Sum; 2],
    change: &Written,
) {
    let words = &ground.words;
    let [start, end] = [before, now].map(|sum| Written::in_full(sum.points, 2));
    let gained = end.minus(&start);
    told.say(words.total_points_change());
    let result = words.explained_points(gained.result_of(&[], words));
    told.equate(format!("{} {result}", end.less(&start, words)));
    told.say(words.total_score_change());
    let max_points = whole(now.max_points, words);
    let result = change.result_of(&[&gained], words);
    told.equate(format!("{} / {max_points} {result}", gained.text(words)));
}

/// Whether a what-if or new max points touch the unit.
fn is_changed(lines: &[&ScorecardLine]) -> bool {
    lines.iter().any(|line| line.score != line.present) || has_new_maxima(lines)
}

/// Whether the max points are not the framework's own.
fn has_new_maxima(lines: &[&ScorecardLine]) -> bool {
    let own = |line: &&ScorecardLine| line.own_max_points.value();
    lines.iter().any(|line| line.max_points != own(line))
}

/// All indicators that count are full or empty: then the total is 1 or 0 whatever was published.
fn at_an_end(lines: &[&ScorecardLine], words: &Words) -> Option<String> {
    let counting = || lines.iter().filter(|line| line.max_points > Exact::ZERO);
    if counting().all(|line| line.score == Exact::ONE) {
        Some(words.total_all_full())
    } else if counting().all(|line| line.score == Exact::ZERO) {
        Some(words.total_all_empty())
    } else {
        None
    }
}
