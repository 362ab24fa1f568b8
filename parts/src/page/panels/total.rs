//! The total: its main indicators added up, the published total beside the sum, and what a what-if
//! adds to it.

use super::lines::{card_of, score, table, unit_at};
use super::words::Term;
use super::written::{Written, difference_text, sum_text, whole};
use super::{composed, equation, sentences};
use crate::page::text::note;
use crate::page::{Markup, Page};
use dti_engine::calculator::ScorecardLine;
use dti_engine::model::{Exact, Node, Note, Origin, SCORE_DECIMALS, Standing};

/// One state of a unit: the points of its indicators and the score that they give.
struct State {
    points: Exact,
    max_points: Exact,
    score: Exact,
}

impl State {
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
}

/// How the total of the unit asked about is computed.
pub(super) fn total(page: &Page, m: &mut Markup) {
    let language = page.language;
    let shown = &page.shown;
    let position = shown.position;
    let name = page.of(&page.name_at(position)).to_owned();
    let title = sentences::title(Term::Total.text(language), &name, language);
    m.leaf("h3", "", title);
    if page
        .edition()
        .is_some_and(|edition| edition.framework().is_composite())
    {
        composed::total(page, m).unwrap_or_default();
        return;
    }
    m.leaf("p", "", Term::TotalRule.text(language));
    let both = shown.standings.of(position).zip(shown.before.of(position));
    let (Some(edition), Some((own, before))) = (page.edition(), both) else {
        return;
    };
    let own_max = edition.framework().total().value();
    let now = State::of(own, page.max_points(Node::ROOT));
    let before = State::of(before, own_max);
    let card = card_of(page, position);
    let lines: Vec<&ScorecardLine> = card.iter().flat_map(|group| &group.lines).collect();
    let caption = sentences::caption(&name, page.of(&edition.header().title), language);
    let sums = [now.points, now.max_points];
    let sum = table(page, m, caption, &lines, unit_at(page, position), sums);
    quotient(page, m, &sum, &now);
    if is_changed(&lines) {
        m.leaf("p", "", Term::BeforeChange.text(language));
        quotient(page, m, &Written::in_full(before.points, 2), &before);
    }
    residual(page, m, own, &before, &lines);
    what_if(page, m, own, &lines, [&before, &now]);
    if own.estimated {
        m.leaf("p", "", note(Note::DependsOnEstimates, language));
    }
}

/// `644,00 / 1.000 = 0,6440`
fn quotient(page: &Page, m: &mut Markup, sum: &Written, state: &State) {
    let language = page.language;
    let result = state.written().result_of(&[sum], language);
    let (sum, max) = (sum.text(language), whole(state.max_points, language));
    equation(m, format!("{sum} / {max} {result}"));
}

/// The published total less the recomputed one, which every scenario carries along.
fn residual(page: &Page, m: &mut Markup, own: &Standing, before: &State, lines: &[&ScorecardLine]) {
    let language = page.language;
    let (published, recomputed) = (score(own.baseline_score), before.written());
    let residual = published.minus(&recomputed);
    let text = published.text(language);
    let is_same = residual.is_zero();
    let mut sentence = sentences::published_total(&text, is_same, language);
    let has_estimates = |line: &&ScorecardLine| {
        let origin = page.shown.before.of(own.position);
        let origin = origin.and_then(|before| before.card.origin(line.node));
        origin == Some(Origin::Estimated)
    };
    if is_same && lines.iter().any(has_estimates) {
        sentence.push(' ');
        sentence.push_str(Term::FitsExactly.text(language));
    }
    m.leaf("p", "", sentence);
    if !is_same {
        let result = residual.result_of(&[&recomputed], language);
        let left = difference_text(&published, &recomputed, language);
        equation(m, format!("{left} {result}"));
    }
}

/// What the scenario adds to the published total.
fn what_if(
    page: &Page,
    m: &mut Markup,
    own: &Standing,
    lines: &[&ScorecardLine],
    [before, now]: [&State; 2],
) {
    let language = page.language;
    let (published, result) = (score(own.baseline_score), score(own.score));
    let text = result.text(language);
    if !own.moved_as_rival && !is_changed(lines) {
        m.leaf("p", "", sentences::unchanged(&text, language));
        return;
    }
    let difference = now.score - before.score;
    let is_in_range = own.moved_as_rival || own.baseline_score + difference == own.unrounded;
    if let Some(term) = at_an_end(lines).filter(|_| !is_in_range) {
        m.leaf("p", "", term.text(language));
        return;
    }
    let change = if own.moved_as_rival {
        m.leaf("p", "", Term::MovedAsRival.text(language));
        Written::change(own.unrounded - own.baseline_score, &published, &result)
    } else if has_new_maxima(lines) {
        let pair = [now.score, before.score];
        let [now, before] = Written::pair(pair, &published, &result);
        m.leaf("p", "", Term::ChangedMaxima.text(language));
        let change = now.minus(&before);
        let end = change.result_of(&[], language);
        let left = difference_text(&now, &before, language);
        equation(m, format!("{left} {end}"));
        change
    } else {
        let change = Written::change(difference, &published, &result);
        points_change(page, m, [before, now], &change);
        change
    };
    m.leaf("p", "", Term::AddToPublished.text(language));
    let sum = published.plus(&change);
    let end = sum.result_of(&[], language);
    let mut equation_text = format!("{} {end}", sum_text(&published, &change, language));
    if is_in_range && sum.value() != result.value() {
        equation_text.push_str(&sentences::rounded_to(&text, language));
    }
    equation(m, equation_text);
    if !is_in_range {
        m.leaf("p", "", sentences::kept_in_range(&text, language));
    }
}

/// `661,28 − 644,00 = 17,28 điểm` and `17,28 / 1.000 = 0,01728`
fn points_change(page: &Page, m: &mut Markup, [before, now]: [&State; 2], change: &Written) {
    let language = page.language;
    let [start, end] = [before, now].map(|state| Written::in_full(state.points, 2));
    let gained = end.minus(&start);
    m.leaf("p", "", Term::PointsChange.text(language));
    let left = difference_text(&end, &start, language);
    let result = sentences::points(&gained.result_of(&[], language), language);
    equation(m, format!("{left} {result}"));
    m.leaf("p", "", Term::ChangeOfScore.text(language));
    let max_points = whole(now.max_points, language);
    let result = change.result_of(&[&gained], language);
    equation(
        m,
        format!("{} / {max_points} {result}", gained.text(language)),
    );
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
fn at_an_end(lines: &[&ScorecardLine]) -> Option<Term> {
    let counts = |line: &&&ScorecardLine| line.max_points > Exact::ZERO;
    let are_all = |end: Exact| lines.iter().filter(counts).all(|line| line.score == end);
    let ends = [(Exact::ONE, Term::AllFull), (Exact::ZERO, Term::AllEmpty)];
    let mut found = ends.into_iter().filter(|(end, _)| are_all(*end));
    found.next().map(|(_, term)| term)
}

#[cfg(test)]
mod tests {
    use super::total;

    use crate::page::{Markup, Page};

    /// The paragraphs of a panel.
    fn paragraphs(fragment: &str) -> Vec<String> {
        let calculator = Box::leak(Box::new(dti_formats::official().unwrap()));
        let page = Page::at(calculator, fragment);
        let mut m = Markup::default();
        total(&page, &mut m);
        let html = m.html();
        let parts = html.split("<p").skip(1).map(|part| {
            let text = part.split_once('>').unwrap().1;
            text.split_once("</p>").unwrap().0.to_owned()
        });
        parts.collect()
    }

    #[test]
    fn the_published_state_is_a_sum_that_meets_the_total() {
        assert_eq!(
            paragraphs("#e=2022&u=bac-giang"),
            [
                "Giá trị DTI = tổng điểm các chỉ số chính / tổng điểm tối đa.",
                "644,00 / 1.000 = 0,6440",
                "Giá trị đã công bố cũng là 0,6440: không có phần chênh. Các số ước tính được chọn \
                 sao cho tổng khớp đúng với giá trị đã công bố.",
                "Không chỉ số nào của tỉnh thay đổi, nên giá trị DTI đúng như công bố: 0,6440.",
            ]
        );
    }

    #[test]
    fn the_residual_is_told() {
        let told = paragraphs("#e=2024-34&u=bac-ninh");
        assert_eq!(told[1], "702,538 / 940 ≈ 0,747381");
        assert!(
            told[2]
                .starts_with("Giá trị đã công bố là 0,7474. Các giá trị công bố đều đã làm tròn")
        );
        assert_eq!(told[3], "0,7474 − 0,747381 ≈ 0,000019");
        let told = paragraphs("#e=2022&u=ho-chi-minh&lang=en");
        assert_eq!(told[1], "716.355 / 1,000 = 0.716355");
        assert_eq!(told[3], "0.7163 − 0.716355 = −0.000055");
    }

    #[test]
    fn a_what_if_is_added_to_the_published_score() {
        let edited = "#e=2022&u=bac-giang&s=bac-giang.society:0.45,bac-giang.awareness:k0.8";
        assert_eq!(
            paragraphs(edited)[1..],
            [
                "Cộng các số đã làm tròn ở cột điểm được 661,29, lệch 0,01 so với tổng 661,28.",
                "661,28 / 1.000 = 0,66128",
                "Trước khi thay đổi, tính lại từ các chỉ số:",
                "644,00 / 1.000 = 0,6440",
                "Giá trị đã công bố cũng là 0,6440: không có phần chênh. Các số ước tính được chọn \
                 sao cho tổng khớp đúng với giá trị đã công bố.",
                "Giả định làm tổng điểm thay đổi:",
                "661,28 − 644,00 = 17,28 điểm",
                "Chia cho tổng điểm tối đa:",
                "17,28 / 1.000 = 0,01728",
                "Cộng phần thay đổi vào giá trị đã công bố, rồi làm tròn bốn chữ số thập phân (đúng \
                 một nửa thì làm tròn lên):",
                "0,6440 + 0,01728 = 0,66128, làm tròn thành 0,6613",
            ]
        );
        let told = paragraphs("#e=2024-34&u=bac-ninh&s=bac-ninh.society:0.5&lang=en");
        assert_eq!(
            told[told.len() - 4..],
            [
                "Divided by the max points of the whole:",
                "−21.240 / 940 ≈ −0.022596",
                "The change is added to the published score, which is then rounded to four decimals \
                 (halves upwards):",
                "0.7474 − 0.022596 ≈ 0.724804, rounded to 0.7248",
            ]
        );
    }

    #[test]
    fn other_max_points_give_a_difference_of_scores() {
        let told = paragraphs("#e=2022&u=bac-giang&w=government:250");
        let place = told
            .iter()
            .position(|text| text.starts_with("Điểm tối đa đã đổi"));
        let place = place.unwrap();
        assert_eq!(told[place + 1], "0,644181 − 0,6440 ≈ 0,000181");
        assert_eq!(
            told[place + 3],
            "0,6440 + 0,000181 ≈ 0,644181, làm tròn thành 0,6442"
        );
    }

    #[test]
    fn the_ends_of_the_scale_are_exact() {
        let told = paragraphs("#e=2022&u=da-nang&s=da-nang.foundation:1,da-nang.activity:1");
        assert_eq!(
            told.last().unwrap(),
            "Mọi chỉ số đều đạt 1, nên giá trị DTI đúng bằng 1."
        );
    }

    #[test]
    fn an_estimate_that_is_changed_is_told() {
        let told = paragraphs("#e=2022&u=bac-giang&s=bac-giang.awareness:0.8&lang=en");
        let note = "This result rests on an estimated indicator.";
        assert!(told.iter().any(|text| text == note));
    }
}
