//! A score of an index of a reader's own: the mean that its framework asks for, with its numbers, and
//! how a raw value becomes a score.

use super::equation;
use super::lines::{framed, heading, score};
use super::words::Term;
use super::written::{Written, percent, whole};
use crate::page::{Markup, Page};
use dti_engine::model::{
    Direction, Edition, Exact, Form, Framework, Mean, Missing, Node, Normalisation, Origin,
    SCORE_DECIMALS, Scorecard,
};
use dti_formats::link::Language;

/// Decimals of what is added up, where it does not end sooner.
const DECIMALS: u32 = 6;

/// One score below a mean.
struct Part {
    name: String,
    score: Exact,
    weight: Exact,
    /// What the mean adds up; nothing where a score of 0 makes the mean 0, or where it is left out.
    term: Option<Written>,
    is_left_out: bool,
}

/// A scorecard and what it is read by.
struct Card<'a> {
    page: &'a Page,
    framework: &'a Framework,
    card: &'a Scorecard,
}

impl Card<'_> {
    fn parts(&self, node: Node) -> Vec<Part> {
        let mean = self.framework.indicator(node).mean;
        let below: Vec<Node> = match node {
            // Groups are a mere partition of the main indicators.
            Node::ROOT => self.framework.mains().collect(),
            _ => self.framework.scored_children(node).collect(),
        };
        let part = |node: Node| {
            let (score, weight) = (self.card.score(node), self.page.max_points(node));
            let is_left_out = self.framework.header().missing == Some(Missing::Rescale)
                && self.card.origin(node) == Some(Origin::Missing);
            Part {
                name: self
                    .page
                    .of(&self.framework.indicator(node).name)
                    .to_owned(),
                score,
                weight,
                term: term(mean, weight, score).filter(|_| !is_left_out),
                is_left_out,
            }
        };
        below.into_iter().map(part).collect()
    }
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

/// How a score is made of those below it: the rule, the parts, the sum, the result.
pub(super) fn mean(page: &Page, m: &mut Markup, node: Node, unit: usize) -> Option<()> {
    let edition = page.edition()?;
    let framework: &Framework = edition.framework();
    let own = page.shown.standings.of(unit)?;
    let card = Card {
        page,
        framework,
        card: &own.card,
    };
    let (language, mean) = (page.language, framework.indicator(node).mean);
    let parts = card.parts(node);
    m.leaf("p", "", rule(mean).text(language));
    let counting = || parts.iter().filter(|part| !part.is_left_out);
    let weights: Exact = counting().map(|part| part.weight).sum();
    let zero = Written::in_full(Exact::ZERO, 0);
    let sum = counting().try_fold(zero, |sum, part| Some(sum.plus(part.term.as_ref()?)));
    table(page, m, mean, &parts, (weights, sum.as_ref()));
    if parts.iter().any(|part| part.is_left_out) {
        m.leaf("p", "", Term::LeftOut.text(language));
    }
    let result = own.card.score(node);
    let written = Written::in_full(result, SCORE_DECIMALS);
    if let Some(sum) = sum.filter(|_| weights > Exact::ZERO) {
        let (total, max) = (sum.text(language), whole(weights, language));
        let left = match mean {
            Mean::Arithmetic => format!("{total} / {max}"),
            Mean::Geometric => format!("exp({total} / {max})"),
            Mean::Harmonic => format!("{max} / {total}"),
        };
        equation(
            m,
            format!("{left} {}", written.result_of(&[&sum], language)),
        );
    } else {
        m.leaf("p", "", Term::ZeroMean.text(language));
    }
    let before = page.shown.before.of(unit)?.card.score(node);
    if before != result {
        let before = Written::in_full(before, SCORE_DECIMALS).marked(language);
        m.leaf("p", "", was(&before, language));
    }
    Some(())
}

fn rule(mean: Mean) -> Term {
    match mean {
        Mean::Arithmetic => Term::ArithmeticRule,
        Mean::Geometric => Term::GeometricRule,
        Mean::Harmonic => Term::HarmonicRule,
    }
}

fn column(mean: Mean) -> Term {
    match mean {
        Mean::Arithmetic => Term::WeightTimesScore,
        Mean::Geometric => Term::WeightTimesLogarithm,
        Mean::Harmonic => Term::WeightOverScore,
    }
}

fn table(
    page: &Page,
    m: &mut Markup,
    mean: Mean,
    parts: &[Part],
    (weights, sum): (Exact, Option<&Written>),
) {
    let language = page.language;
    let head = [Term::Indicator, Term::Score, Term::Weight, column(mean)];
    let written =
        |term: Option<&Written>| term.map_or_else(|| "–".to_owned(), |term| term.marked(language));
    framed(page, m, Term::Parts.text(language).to_owned(), &head, |m| {
        m.node("tbody", "", |m| {
            for part in parts {
                m.node("tr", "", |m| {
                    heading(m, "row", part.name.clone());
                    let shown = match part.is_left_out {
                        true => Term::NoFigure.text(language).to_owned(),
                        false => score(part.score).marked(language),
                    };
                    m.leaf("td", "number", shown);
                    m.leaf("td", "number", whole(part.weight, language));
                    m.leaf("td", "number", written(part.term.as_ref()));
                });
            }
        });
        m.node("tfoot", "", |m| {
            m.node("tr", "", |m| {
                heading(m, "row", Term::Sum.text(language));
                m.leaf("td", "number", "");
                m.leaf("td", "number", whole(weights, language));
                m.leaf("td", "number", written(sum));
            });
        });
    });
}

/// The total: the mean of the main indicators, rounded as the framework says.
pub(super) fn total(page: &Page, m: &mut Markup) -> Option<()> {
    let language = page.language;
    mean(page, m, Node::ROOT, page.shown.position)?;
    let own = page.shown.standings.of(page.shown.position)?;
    let decimals = page.edition()?.framework().header().decimals;
    let end = decimals.map(|decimals| Written::with(own.score, decimals).text(language));
    m.leaf(
        "p",
        "",
        match (end, language) {
            (Some(end), Language::Vi) => format!("Làm tròn trước khi xếp hạng: {end}."),
            (Some(end), Language::En) => format!("Rounded before it is ranked: {end}."),
            (None, _) => Term::NotRounded.text(language).to_owned(),
        },
    );
    if own.moved_as_rival {
        m.leaf("p", "", Term::MovedAsRival.text(language));
    }
    Some(())
}

/// A main indicator: what it is made of, or how its raw value becomes a score, and its weight.
pub(super) fn indicator(page: &Page, m: &mut Markup, node: Node) -> Option<()> {
    let edition = page.edition()?;
    let unit = edition.position(&page.shown.subject)?;
    let framework = edition.framework();
    if framework.scored_children(node).next().is_some() {
        mean(page, m, node, unit)?;
    } else {
        scale(page, m, edition, node, unit);
    }
    let [weight, all] = [node, Node::ROOT].map(|node| page.max_points(node));
    if let Some(share) = weight.checked_div(all) {
        let language = page.language;
        let share = percent(share, language);
        let [weight, all] = [weight, all].map(|points| whole(points, language));
        m.leaf(
            "p",
            "",
            match language {
                Language::Vi => format!("Quyền số trong tổng: {weight} trên {all}, tức {share}."),
                Language::En => format!("Its weight in the total: {weight} of {all}, {share}."),
            },
        );
    }
    Some(())
}

/// From the raw value in the reader's file to the score.
fn scale(page: &Page, m: &mut Markup, edition: &Edition, node: Node, unit: usize) {
    let language = page.language;
    let scale = edition.framework().indicator(node).scale;
    let raw = |row: &dti_engine::model::Row| row.indicators.get(&node).map(|figure| figure.value);
    let Some(value) = edition.rows().get(unit).and_then(raw) else {
        let term = match edition.framework().header().missing {
            Some(Missing::Rescale) => Term::LeftOut,
            _ => Term::CountsAsZero,
        };
        return m.leaf("p", "", term.text(language));
    };
    let mut values: Vec<Exact> = edition.rows().iter().filter_map(raw).collect();
    values.sort_unstable();
    let ends = values.first().copied().zip(values.last().copied());
    let written = |value| Written::in_full(value, 0).text(language);
    m.leaf("p", "", raw_value(&written(value), language));
    let (rule, left) = match (scale.normalisation, ends) {
        (Normalisation::Goalposts { low, high, form }, _) => {
            let texts = [value, low, high].map(written);
            (Term::GoalpostsRule, Some(between(&texts, form)))
        }
        (Normalisation::MinMax, Some((low, high))) if low < high => {
            let texts = [value, low, high].map(written);
            (Term::MinMaxRule, Some(between(&texts, Form::Linear)))
        }
        (Normalisation::None, _) => (Term::ScoreAlready, None),
        (Normalisation::MinMax, _) => (Term::MinMaxRule, None),
        (Normalisation::Rank, _) => (Term::RankScaleRule, None),
        (Normalisation::ZScore, _) => (Term::ZScoreRule, None),
    };
    m.leaf("p", "", rule.text(language));
    let is_turned = scale.direction == Direction::LowerIsBetter;
    if is_turned {
        m.leaf("p", "", Term::LowerIsBetter.text(language));
    }
    let present = page.shown.before.of(unit).map(|own| own.card.score(node));
    let present = Written::in_full(present.unwrap_or(Exact::ZERO), SCORE_DECIMALS);
    let left = match (left, is_turned) {
        (Some(left), true) => format!("1 − {left} "),
        (Some(left), false) => format!("{left} "),
        (None, _) => String::new(),
    };
    if !left.is_empty() {
        equation(m, format!("{left}{}", present.result_of(&[], language)));
    }
}

/// `(72,3 − 20) / (85 − 20)`
fn between([value, low, high]: &[String; 3], form: Form) -> String {
    let ln = match form {
        Form::Linear => "",
        Form::Logarithm => "ln ",
    };
    format!("({ln}{value} − {ln}{low}) / ({ln}{high} − {ln}{low})")
}

fn raw_value(value: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("Số liệu gốc trong tệp của bạn: {value}."),
        Language::En => format!("The raw value in your file: {value}."),
    }
}

fn was(before: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("Trước khi thay đổi: {before}."),
        Language::En => format!("Before the change: {before}."),
    }
}

#[cfg(test)]
mod tests {

    use crate::page::panels::formula;
    use crate::page::{Markup, Page};
    use dti_formats::parse_index;

    /// A panel as paragraphs and cells of tables, of an example with one text in place of another.
    fn told(example: &str, (old, new): (&str, &str), fragment: &str, focus: &str) -> Vec<String> {
        let folder = env!("CARGO_MANIFEST_DIR");
        let path = format!("{folder}/../data/examples/{example}.json");
        let document = std::fs::read_to_string(path).unwrap().replace(old, new);
        let own = parse_index(example, &document).unwrap();
        let calculator = dti_formats::official_with(own.to_part()).unwrap();
        let calculator = Box::leak(Box::new(calculator));
        let address = format!("#e={example}-example&{fragment}");
        let page = Page::at(calculator, &address);
        let mut m = Markup::default();
        formula(&page, focus, &mut m);
        let html = m.html();
        let cells = html.split('<').filter_map(|part| part.split_once('>'));
        let texts = cells.map(|(_, text)| text.to_owned());
        texts.filter(|text| !text.is_empty()).collect()
    }

    fn has(told: &[String], line: &str) {
        assert!(told.iter().any(|own| own == line), "{line}\n{told:#?}");
    }

    /// A written number.
    fn number(text: &str) -> f64 {
        let plain = text.replace('.', "").replace(',', ".").replace('−', "-");
        plain.parse().unwrap()
    }

    /// Works out `a / b ≈ c`, `exp(a / b) ≈ c`.
    fn check(told: &[String], is_power: bool) {
        let line = told.iter().find(|text| {
            text.contains(" / ")
                && (text.contains(") ≈") || text.contains(" ≈ "))
                && !text.contains("tổng")
        });
        let line = line.unwrap_or_else(|| panic!("{told:#?}"));
        let plain = line.replace("exp(", "").replace(')', "");
        let (left, result) = plain.split_once(" ≈ ").unwrap();
        let (above, below) = left.split_once(" / ").unwrap();
        let quotient = number(above) / number(below);
        let value = if is_power { quotient.exp() } else { quotient };
        assert!((value - number(result)).abs() < 2e-6, "{line}");
    }

    const SAME: (&str, &str) = ("", "");

    #[test]
    fn a_geometric_total_is_told_by_its_logarithms() {
        let own = told("hdi", SAME, "u=a", "total");
        assert!(own.iter().any(|text| text.starts_with("Trung bình nhân")));
        has(&own, "Quyền số × ln giá trị");
        check(&own, true);
        assert!(
            own.iter()
                .any(|text| text.starts_with("Làm tròn trước khi xếp hạng: 0,"))
        );
        assert!(
            !own.iter()
                .any(|text| text.contains("tổng điểm") || text.contains("công bố"))
        );
    }

    #[test]
    fn a_harmonic_total_divides_the_weights() {
        let own = told(
            "hdi",
            ("\"mean\": \"geometric\"", "\"mean\": \"harmonic\""),
            "u=b",
            "total",
        );
        assert!(
            own.iter()
                .any(|text| text.starts_with("Trung bình điều hòa"))
        );
        check(&own, false);
        let zero = told("hdi", SAME, "u=b&s=b.health:0", "total");
        has(&zero, "Có giá trị bằng 0, nên trung bình này bằng 0.");
        assert!(
            zero.iter()
                .any(|text| text.starts_with("Trước khi thay đổi: "))
        );
    }

    #[test]
    fn a_weighted_arithmetic_total_adds_up() {
        let own = told("ddci", SAME, "u=huyen-a", "total");
        assert!(own.iter().any(|text| text.starts_with("Trung bình cộng")));
        check(&own, false);
        let ranks = told("ddci", SAME, "u=huyen-a", "rank");
        assert!(
            ranks.iter().any(|text| text.contains("1, 2, 2, 3")),
            "{ranks:#?}"
        );
    }

    #[test]
    fn an_indicator_tells_its_scale_or_its_own_mean() {
        let health = told("hdi", SAME, "u=a", "health");
        assert!(
            health
                .iter()
                .any(|text| text.starts_with("Số liệu gốc trong tệp của bạn: "))
        );
        assert!(
            health
                .iter()
                .any(|text| text.contains(" − 20) / (85 − 20) ")),
            "{health:#?}"
        );
        has(&health, "Quyền số trong tổng: 2 trên 6, tức 33,3%.");
        let education = told("hdi", SAME, "u=a", "education");
        assert!(
            education
                .iter()
                .any(|text| text.starts_with("Trung bình cộng"))
        );
        let support = told("ddci", SAME, "u=huyen-b", "support");
        assert!(
            support
                .iter()
                .any(|text| text.starts_with("Trung bình nhân"))
        );
        let charges = told("ddci", SAME, "u=huyen-b", "informal");
        has(&charges, "Số liệu càng thấp càng tốt, nên lấy 1 trừ đi.");
        assert!(
            charges.iter().any(|text| text.starts_with("1 − (")),
            "{charges:#?}"
        );
    }

    #[test]
    fn every_panel_of_every_unit_can_be_told() {
        for (example, units) in [("hdi", ["a", "f"]), ("ddci", ["huyen-a", "huyen-h"])] {
            for unit in units {
                for focus in [
                    "total",
                    "rank",
                    "education",
                    "health",
                    "land",
                    "firms",
                    "time",
                ] {
                    let own = told(example, SAME, &format!("u={unit}"), focus);
                    assert!(own.len() > 1, "{example} {unit} {focus}");
                }
            }
        }
    }
}
