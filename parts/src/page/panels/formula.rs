//! How a number is computed, with the figures of the scenario at hand.

use super::estimate::{estimate, how_estimated};
use super::lines::{Story, points, score, table};
use super::rank::{rank, rank_on};
use super::total::total;
use super::words::Term;
use super::written::{Written, percent, whole};
use super::{composed, equation, sentences, title_of};
use crate::page::text::source_kind;
use crate::page::{Markup, Page, Token};
use dti_engine::calculator::{ScorecardGroup, ScorecardLine};
use dti_engine::model::{
    Exact, Figure, Indicator, Node, Origin, Provenance, SCORE_DECIMALS, Scenario,
};

/// The formula behind the number in focus: `total`, `rank`, `estimate` or the id of an indicator.
/// Total and rank are of the unit asked about, the others of the open scorecard.
pub(crate) fn formula(page: &Page, focus: &str, m: &mut Markup) {
    let before = m.tokens().len();
    match focus {
        "rank" => rank(page, m),
        "estimate" => estimate(page, m),
        "total" => total(page, m),
        id => of_indicator(page, id, m),
    }
    let is_rounded = |token: &Token| matches!(token, Token::Text(text) if text.contains('≈'));
    if m.tokens().iter().skip(before).any(is_rounded) {
        m.leaf("p", "", Term::RoundedMark.text(page.language));
    }
}

/// An indicator, a group, or something that is not scored; the total for what nobody knows.
fn of_indicator(page: &Page, id: &str, m: &mut Markup) {
    let edition = page.edition();
    let node = edition.and_then(|edition| Some((edition.framework().node(id)?, edition)));
    let Some((node, edition)) = node else {
        return total(page, m);
    };
    let own = edition.framework().indicator(node);
    let name = page.name_of(&page.shown.subject);
    let title = sentences::title(page.of(&own.name), &name, page.language);
    m.leaf("h3", "", title);
    let card = &page.shown.card;
    let mut lines = card.iter().flat_map(|group| &group.lines);
    if let Some(line) = lines.find(|line| line.node == node) {
        if edition.framework().is_composite() {
            composed_indicator(page, own, line, m);
        } else {
            main_indicator(page, own, line, m);
        }
    } else if let Some(group) = card.iter().find(|group| group.node == node) {
        whole_group(page, own, group, m);
    } else {
        m.leaf("p", "", Term::NotScored.text(page.language));
    }
}

/// Points, share, origin and rank of a main indicator.
fn main_indicator(page: &Page, own: &Indicator, line: &ScorecardLine, m: &mut Markup) {
    let language = page.language;
    let (score, points) = (score(line.score), points(line));
    m.leaf("p", "", Term::PointsRule.text(language));
    let product = points.result_of(&[&score], language);
    let product = sentences::points(&product, language);
    let (own_max, max) = (line.own_max_points.value(), line.max_points);
    let factors = format!("{} × {}", score.text(language), whole(max, language));
    equation(m, format!("{factors} {product}"));
    if own_max != max {
        m.leaf("p", "", sentences::changed_maximum(own_max, max, language));
    }
    share(page, line, &points, m);
    for sentence in origin(page, own, line) {
        m.leaf("p", "", sentence);
    }
    if Story::of(page, &page.shown.subject, &own.id, line) == Story::OnFile(Origin::Estimated) {
        how_estimated(page, line, m);
    }
    rank_on(page, line, m);
}

/// A main indicator that is a mean, or a raw value on its scale.
fn composed_indicator(page: &Page, own: &Indicator, line: &ScorecardLine, m: &mut Markup) {
    composed::indicator(page, m, line.node).unwrap_or_default();
    if line.score != line.present {
        for sentence in origin(page, own, line) {
            m.leaf("p", "", sentence);
        }
    }
    rank_on(page, line, m);
}

/// What an indicator contributes to the score; rounded points give a rounded share.
fn share(page: &Page, line: &ScorecardLine, points: &Written, m: &mut Markup) {
    let language = page.language;
    let total = page.max_points(Node::ROOT);
    let share = points.value().div_or(total, Exact::ZERO);
    let share = if points.is_exact() {
        Written::in_full(share, SCORE_DECIMALS)
    } else {
        score(share)
    };
    m.leaf("p", "", Term::ShareRule.text(language));
    let result = share.result_of(&[points], language);
    let (points, total) = (points.text(language), whole(total, language));
    equation(m, format!("{points} / {total} {result}"));
    let all: Exact = page.shown.card.iter().map(|group| group.points).sum();
    if let Some(part) = line.points.checked_div(all) {
        let part = percent(part, language);
        m.leaf("p", "", sentences::share_of_points(&part, language));
    }
}

/// Where a score comes from, in sentences.
fn origin(page: &Page, own: &Indicator, line: &ScorecardLine) -> Vec<String> {
    let language = page.language;
    let unit = &page.shown.subject;
    let value = score(line.score).marked(language);
    let present = score(line.present).marked(language);
    let before = Story::present(page, unit, &own.id, line).word(page);
    match Story::of(page, unit, &own.id, line) {
        Story::Supposed => vec![sentences::supposed(&value, &present, before, language)],
        Story::Moved => vec![sentences::moved(&value, &present, before, language)],
        Story::Known => {
            let estimate = without_known(page, line.node);
            let estimate = score(estimate).marked(language);
            vec![sentences::known(&value, &estimate, language)]
        }
        Story::OnFile(Origin::Loaded) => vec![sentences::loaded(&value, language)],
        Story::OnFile(Origin::Published | Origin::Derived) => {
            let figure = figure(page, unit, line.node);
            let sentences = figure.map(|figure| on_file(page, line.node, figure, &value));
            sentences.unwrap_or_default()
        }
        // How it is made is said below.
        Story::OnFile(Origin::Estimated | Origin::Entered | Origin::Missing) => Vec::new(),
    }
}

/// The estimate that stands where the reader's known figures are taken away.
fn without_known(page: &Page, node: Node) -> Exact {
    let edition = page.edition();
    let position = edition.and_then(|edition| edition.position(&page.shown.subject));
    let scenario = Scenario::baseline(&page.shown.scenario.edition);
    let standings = page.calculator.simulate(&scenario).ok();
    let own = standings
        .as_ref()
        .zip(position)
        .and_then(|(standings, position)| standings.of(position));
    own.map_or(Exact::ZERO, |own| own.card.score(node))
}

/// The figure of a unit of this edition.
fn figure(page: &Page, unit: &str, node: Node) -> Option<&'static Figure> {
    let edition = page.edition()?;
    let row = edition.rows().get(edition.position(unit)?)?;
    row.indicators.get(&node)
}

/// Where a figure on file was read.
fn on_file(page: &Page, node: Node, figure: &Figure, value: &str) -> Vec<String> {
    let language = page.language;
    match page.provenance() {
        Provenance::Published | Provenance::PartlyLoaded => {}
        Provenance::Loaded => return vec![sentences::loaded(value, language)],
        Provenance::Fictitious => return vec![sentences::fictitious(value, language)],
    }
    let source = page.calculator.source(&figure.source);
    let kind = source.map_or("", |source| &source.kind);
    let kind = source_kind(kind, language);
    if figure.origin != Origin::Derived {
        return vec![sentences::published(value, kind, figure.copies, language)];
    }
    let mut all = vec![sentences::derived(value, kind, language)];
    if let Some(edition) = after_merger(page, &page.shown.subject, node, figure) {
        all.push(sentences::not_merged(edition, language));
    }
    all
}

/// Title of the edition after the merger, where the same province stands there with the same
/// figure.
pub(super) fn after_merger(
    page: &Page,
    unit: &str,
    node: Node,
    figure: &Figure,
) -> Option<&'static str> {
    let own = page.edition()?.id();
    let mut editions = page.calculator.editions().iter();
    let later = editions.find(|e| e.header().merger_of.as_deref() == Some(own))?;
    let counterpart = page.calculator.counterpart(unit, later.id())?;
    let row = later.rows().get(later.position(counterpart)?)?;
    let same = row.indicators.get(&node)?;
    (same.value == figure.value).then(|| title_of(page, later))
}

/// A group: its main indicators and their sum.
fn whole_group(page: &Page, own: &Indicator, group: &ScorecardGroup, m: &mut Markup) {
    let language = page.language;
    m.leaf("p", "", Term::GroupRule.text(language));
    let lines: Vec<&ScorecardLine> = group.lines.iter().collect();
    let subject = &page.shown.subject;
    let caption = sentences::caption(&page.name_of(subject), page.of(&own.name), language);
    let sums = [group.points, group.max_points];
    let sum = table(page, m, caption, &lines, subject, sums);
    let score = group.points.div_or(group.max_points, Exact::ZERO);
    let result = Written::in_full(score, SCORE_DECIMALS).result_of(&[&sum], language);
    let (sum, max) = (sum.text(language), whole(group.max_points, language));
    equation(m, format!("{sum} / {max} {result}"));
}

#[cfg(test)]
mod tests {
    use super::formula;

    use crate::page::{Markup, Page};

    /// The paragraphs of a panel.
    fn paragraphs(fragment: &str, focus: &str) -> Vec<String> {
        let calculator = Box::leak(Box::new(dti_formats::official().unwrap()));
        let page = Page::at(calculator, fragment);
        let mut m = Markup::default();
        formula(&page, focus, &mut m);
        let html = m.html();
        let parts = html.split("<p").skip(1).map(|part| {
            let text = part.split_once('>').unwrap().1;
            text.split_once("</p>").unwrap().0.to_owned()
        });
        parts.collect()
    }

    #[test]
    fn a_published_indicator_is_told_with_its_figures() {
        assert_eq!(
            paragraphs("#e=2022&u=bac-giang", "society"),
            [
                "Điểm = giá trị × điểm tối đa.",
                "0,3348 × 150 = 50,22 điểm",
                "Đóng góp vào giá trị DTI = điểm / tổng điểm tối đa.",
                "50,22 / 1.000 = 0,05022",
                "Chỉ số này chiếm khoảng 7,8% số điểm của tỉnh.",
                "Giá trị 0,3348 đã được công bố (nguồn: bản chép bảng của Bộ).",
                "10 tỉnh có giá trị cao hơn ở chỉ số này: hạng 11/63.",
            ]
        );
        assert_eq!(
            paragraphs("#e=2024-34&u=bac-ninh&lang=en", "infrastructure")[..4],
            [
                "Points = score × max points.",
                "0.8852 × 140 = 123.928 points",
                "Contribution to the DTI score = points / max points of the whole.",
                "123.928 / 940 ≈ 0.131838",
            ]
        );
    }

    #[test]
    fn an_assumption_stands_beside_the_value_before() {
        let edited = "#e=2022&u=bac-giang&s=bac-giang.society:0.45";
        assert_eq!(
            paragraphs(edited, "society")[1..],
            [
                "0,4500 × 150 = 67,50 điểm",
                "Đóng góp vào giá trị DTI = điểm / tổng điểm tối đa.",
                "67,50 / 1.000 = 0,0675",
                "Chỉ số này chiếm khoảng 10,2% số điểm của tỉnh.",
                "Giá trị 0,4500 là giả định của bạn; trước đó là 0,3348 (công bố).",
                "2 tỉnh có giá trị cao hơn ở chỉ số này: hạng 3/63. Trước khi thay đổi: hạng 11.",
            ]
        );
        let english = paragraphs(&format!("{edited}&lang=en"), "society");
        assert_eq!(
            english[5..],
            [
                "The score of 0.4500 is your assumption; before, it was 0.3348 (published).",
                "2 provinces have a higher score on this indicator: rank 3 of 63. \
                 Before the change: rank 11.",
            ]
        );
    }

    #[test]
    fn a_known_figure_names_the_estimate_that_it_replaces() {
        let known = "#e=2022&u=bac-giang&s=bac-giang.awareness:k0.8";
        let told = paragraphs(known, "awareness");
        assert_eq!(told[1], "0,8000 × 100 = 80,00 điểm");
        assert!(
            told[5].starts_with(
                "Giá trị 0,8000 do bạn cho biết; nếu không, công cụ ước tính ≈ 0,9043."
            )
        );
        let both = format!("{known},bac-giang.awareness:0.7&lang=en");
        let told = paragraphs(&both, "awareness");
        assert_eq!(
            told[5],
            "The score of 0.7000 is your assumption; before, it was 0.8000 (known to you)."
        );
    }

    #[test]
    fn an_estimate_shows_its_mean_and_its_shift() {
        let told = paragraphs("#e=2022&u=bac-giang", "awareness");
        assert_eq!(told[1], "0,9043 × 100 ≈ 90,43 điểm");
        assert_eq!(told[3], "90,43 / 1.000 ≈ 0,0904");
        assert!(told[5].contains("trung bình của 10 tỉnh có đủ chỉ số trong DTI 2022"));
        assert_eq!(told[6], "0,8175 + 0,0868 ≈ 0,9043");
        assert!(told[7].contains("±0,12") && told[7].contains("khoảng tin cậy"));
        assert_eq!(told.last().unwrap(), "Số sau dấu ≈ đã được làm tròn.");
        let stopped = paragraphs("#e=2024&u=bac-giang&lang=en", "awareness");
        assert_eq!(
            stopped[6],
            "The mean is 0.9657; with the shift it would leave its range, so it stops at 1.0000."
        );
    }

    #[test]
    fn what_was_not_merged_is_found_after_the_merger() {
        let told = paragraphs("#e=2024&u=thua-thien-hue&lang=en", "security");
        assert!(told[5].starts_with("The score of") && told[5].contains("follows exactly"));
        assert_eq!(
            told[6],
            "The province was not merged, so this is its published score in DTI 2024 (34 provinces)."
        );
    }

    #[test]
    fn what_is_not_scored_says_so_and_the_unknown_gives_the_total() {
        let told = paragraphs("#e=2022&u=hue", "smart_city");
        assert_eq!(
            told,
            ["Chỉ số này không được chấm điểm, nên không tính vào giá trị DTI."]
        );
        let total = paragraphs("#e=2022&u=hue", "total");
        assert_eq!(paragraphs("#e=2022&u=hue", "moon"), total);
    }

    #[test]
    fn a_group_is_the_sum_of_its_indicators() {
        let told = paragraphs("#e=2022&u=bac-giang&lang=en", "foundation");
        assert_eq!(told[1], "347.76 / 500 = 0.69552");
    }

    #[test]
    fn changed_max_points_are_told() {
        let told = paragraphs("#e=2022&u=bac-giang&w=society:300", "society");
        assert_eq!(told[1], "0,3348 × 300 = 100,44 điểm");
        assert_eq!(
            told[2],
            "Điểm tối đa của chỉ số này là 150; kịch bản đổi thành 300."
        );
    }

    #[test]
    fn a_rank_counts_who_is_higher_and_who_is_level() {
        assert_eq!(
            paragraphs("#e=2022&u=thanh-hoa", "rank")[1..],
            [
                "14 tỉnh có giá trị cao hơn 0,6350, nên Thanh Hóa đứng hạng 15/63:",
                "1 + 14 = 15",
                "Bằng giá trị thì đồng hạng và hạng kế tiếp bị bỏ qua: 1, 2, 2, 4.",
                "Cùng giá trị 0,6350 còn có Yên Bái: 2 tỉnh cùng hạng 15, hạng kế tiếp là 17.",
                "Thứ hạng đã công bố: 15.",
            ]
        );
        let edited = "#e=2022&u=bac-giang&s=bac-giang.society:0.45&lang=en";
        let told = paragraphs(edited, "rank");
        assert_eq!(
            told[1],
            "7 provinces have a higher score than 0.6613, so Bac Giang ranks 8 of 63:"
        );
        assert_eq!(told[2], "1 + 7 = 8");
        assert_eq!(
            told[5],
            "By the published score of 0.6440: 8 higher, rank 9. Published rank: 9."
        );
        let first = paragraphs("#e=2022&u=da-nang", "rank");
        assert_eq!(first[2], "1 + 0 = 1");
        let missing = paragraphs("#e=2024&u=yen-bai", "rank");
        assert!(missing.last().unwrap().contains("không có trong số liệu"));
    }

    #[test]
    fn the_points_left_for_estimates_are_worked_out() {
        let told = paragraphs("#e=2022&u=bac-giang&s=bac-giang.awareness:k0.8", "estimate");
        assert!(told[2].contains("±0,12"));
        assert_eq!(
            told[3],
            "Với Bắc Giang, số điểm còn lại cho Thể chế số, Nhân lực số và An toàn thông tin mạng \
             (tối đa 300) là:"
        );
        assert_eq!(told[4], "0,6440 × 1.000 − 432,10 = 211,90 điểm");
        assert_eq!(told[5], "Số bạn cho biết được tính là điểm đã biết.");
        let complete = paragraphs("#e=2024-34&u=bac-ninh&lang=en", "estimate");
        assert_eq!(complete.len(), 1);
        let complete = paragraphs("#e=2022&u=da-nang&lang=en", "estimate");
        assert_eq!(
            complete[3],
            "Da Nang has no indicator that must be estimated."
        );
    }
}
