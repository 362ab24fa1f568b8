//! What is on file for the edition at hand, what is estimated, what is missing, and what is known
//! not to agree. Counted from the figures, so it cannot say more than they do.

use super::data_sentences as sentences;
use super::estimate::error;
use super::formula::after_merger;
use super::lines::{framed, heading};
use super::own_data;
use super::title_of;
use super::version::version;
use super::words::Term;
use super::written::{Written, whole};
use crate::page::text::{source_kind, warning};
use crate::page::{Markup, Page};
use dti_engine::model::{Edition, Exact, Figure, Level, Node, Origin, Row, Scenario, Standings};
use dti_formats::link::Language;

/// How many units have a figure by its origin; the last two are those that have none.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Count {
    published: usize,
    derived: usize,
    estimated: usize,
    missing: usize,
}

impl Count {
    /// Over all units; without a figure a unit has an estimate, or nothing.
    fn of<'a>(figures: impl Iterator<Item = Option<&'a Figure>>, is_estimated: bool) -> Self {
        let mut count = Self::default();
        for figure in figures {
            let place = match figure.map(|figure| figure.origin) {
                Some(Origin::Derived) => &mut count.derived,
                Some(_) => &mut count.published,
                None if is_estimated => &mut count.estimated,
                None => &mut count.missing,
            };
            *place += 1;
        }
        count
    }

    /// How many have a figure.
    fn on_file(self) -> usize {
        self.published + self.derived
    }
}

/// What is known of the edition at hand, and what is not.
pub(crate) fn about_data(page: &Page, m: &mut Markup) {
    let language = page.language;
    let about = Term::AboutData.text(language);
    let Some(edition) = page.edition() else {
        m.leaf("h3", "", about);
        return;
    };
    m.leaf("h3", "", sentences::title(about, title_of(page, edition)));
    if !edition.provenance().is_official() {
        return own_data::about(page, edition, m);
    }
    if let Some(warning) = warning(edition.provenance(), false, language) {
        m.leaf("p", "caution", warning);
    }
    section(m, Term::Published, language);
    published(page, edition, m);
    section(m, Term::Estimated, language);
    estimated(page, edition, m);
    section(m, Term::Missing, language);
    missing(page, edition, m);
    section(m, Term::MaxPoints, language);
    max_points(page, edition, m);
    let scenario = Scenario::baseline(edition.id());
    if let Ok(standings) = page.calculator.simulate(&scenario) {
        section(m, Term::Differences, language);
        differences(page, edition, &standings, m);
    }
    version(page, m);
}

/// A heading inside the panel.
fn section(m: &mut Markup, term: Term, language: Language) {
    m.leaf("h4", "", term.text(language));
}

/// A table of counts, and from where the figures were read.
fn published(page: &Page, edition: &Edition, m: &mut Markup) {
    let language = page.language;
    let head = [
        Term::Figure,
        Term::CountPublished,
        Term::CountDerived,
        Term::CountEstimated,
        Term::CountMissing,
    ];
    let caption = sentences::caption(title_of(page, edition), language);
    framed(page, m, caption, &head, |m| {
        m.node("tbody", "", |m| {
            for (name, count) in counts(page, edition) {
                m.node("tr", "", |m| {
                    heading(m, "row", name);
                    let Count {
                        published,
                        derived,
                        estimated,
                        missing,
                    } = count;
                    for units in [published, derived, estimated, missing] {
                        m.leaf("td", "number", units.to_string());
                    }
                });
            }
        });
    });
    m.leaf("p", "", Term::DerivedMeans.text(language));
    if let Some((units, title)) = from_after_merger(page, edition) {
        m.leaf("p", "", sentences::not_merged(units, title, language));
    }
    let kinds = kinds(page, edition);
    m.leaf("p", "", sentences::read_from(&kinds, language));
    m.leaf("p", "", Term::Originals.text(language));
}

/// The rows of the table: total, rank, main indicators, and pillars where there are any.
fn counts(page: &Page, edition: &Edition) -> Vec<(String, Count)> {
    let rows = edition.rows();
    let framework = edition.framework();
    let language = page.language;
    let total = Count::of(rows.iter().map(|row| row.total.as_ref()), false);
    let rank = Count::of(rows.iter().map(|row| row.rank.as_ref()), false);
    let mut all = vec![
        (Term::Total.text(language).to_owned(), total),
        (Term::Rank.text(language).to_owned(), rank),
    ];
    for node in framework.mains() {
        let name = page.of(&framework.indicator(node).name).to_owned();
        let figures = rows.iter().map(|row| row.indicators.get(&node));
        all.push((name, Count::of(figures, true)));
    }
    for (place, pillar) in framework.pillars().iter().enumerate() {
        let figures = || rows.iter().map(move |row| row.pillars.get(place));
        let scores = figures().map(|pillar| pillar?.score.as_ref());
        let ranks = figures().map(|pillar| pillar?.rank.as_ref());
        let counted = [
            (Term::PillarScore, Count::of(scores, false)),
            (Term::PillarRank, Count::of(ranks, false)),
        ];
        for (term, count) in counted.into_iter().filter(|(_, count)| count.on_file() > 0) {
            let name = format!("{}, {}", page.of(&pillar.name), term.text(language));
            all.push((name, count));
        }
    }
    all
}

/// Every figure of a row.
fn figures(row: &Row) -> impl Iterator<Item = &Figure> {
    let pillars = row.pillars.iter();
    let pillars = pillars.flat_map(|pillar| pillar.score.iter().chain(&pillar.rank));
    let own = row.rank.iter().chain(&row.total);
    own.chain(row.indicators.values()).chain(pillars)
}

/// Kinds of places from which the figures were read, with how many; most first.
fn kinds(page: &Page, edition: &Edition) -> Vec<(&'static str, usize)> {
    let mut kinds: Vec<(&'static str, usize)> = Vec::new();
    for figure in edition.rows().iter().flat_map(figures) {
        let Some(source) = page.calculator.source(&figure.source) else {
            continue;
        };
        let kind = source_kind(&source.kind, page.language);
        match kinds.iter_mut().find(|(own, _)| *own == kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((kind, 1)),
        }
    }
    kinds.sort_unstable_by_key(|&(kind, count)| (std::cmp::Reverse(count), kind));
    kinds
}

/// Who is estimated, how far off, and what was taken from the edition after the merger.
fn estimated(page: &Page, edition: &Edition, m: &mut Markup) {
    let language = page.language;
    let units = edition.units().len();
    let complete = complete_rows(edition).count();
    if complete == units {
        m.leaf("p", "", Term::NothingEstimated.text(language));
        return;
    }
    m.leaf("p", "", sentences::complete(complete, units, language));
    if let Some((behind, units)) = page.calculator.complete_units(edition.id()) {
        let title = title_of(page, behind);
        for sentence in super::sentences::how_estimated(units, title, language) {
            m.leaf("p", "", sentence);
        }
    }
    error(page, m);
}

/// Rows with every main indicator, with their places.
fn complete_rows(edition: &Edition) -> impl Iterator<Item = usize> + '_ {
    let mains: Vec<Node> = edition.framework().mains().collect();
    let rows = edition.rows().iter().enumerate();
    let complete =
        rows.filter(move |(_, row)| mains.iter().all(|node| row.indicators.contains_key(node)));
    complete.map(|(place, _)| place)
}

/// Units without a score or a rank, pillars, components, and the editions of which little is known.
fn missing(page: &Page, edition: &Edition, m: &mut Markup) {
    let language = page.language;
    let without = |has: fn(&Row) -> bool| -> Vec<&str> {
        let units = edition.units().iter().zip(edition.rows());
        let units = units.filter(|(_, row)| !has(row));
        units.map(|(unit, _)| page.of(&unit.name)).collect()
    };
    let totals = without(|row| row.total.is_some());
    let ranks = without(|row| row.rank.is_some());
    if totals.is_empty() && ranks.is_empty() {
        m.leaf("p", "", Term::NothingMissing.text(language));
    }
    if !totals.is_empty() {
        let what = Term::Total.text(language);
        m.leaf("p", "", sentences::missing(what, &totals, language));
    }
    if !ranks.is_empty() {
        let what = Term::Rank.text(language);
        let mut text = sentences::missing(what, &ranks, language);
        text.push(' ');
        text.push_str(sentences::ranks_follow(language));
        m.leaf("p", "", text);
    }
    let has_pillars = edition.rows().iter().any(|row| !row.pillars.is_empty());
    let has_pillar_figures = has_pillars && pillar_figures(edition) > 0;
    if !has_pillar_figures {
        m.leaf("p", "", Term::NoPillars.text(language));
    }
    let framework = edition.framework();
    let mut nodes = framework
        .nodes()
        .map(|node| framework.indicator(node).level);
    if nodes.all(|level| level <= Level::Main) {
        m.leaf("p", "", Term::NoComponents.text(language));
    }
    for other in page.calculator.editions() {
        if !other.header().simulatable {
            incomplete(page, other, m);
        }
    }
}

/// How many units have a pillar figure.
fn pillar_figures(edition: &Edition) -> usize {
    let has = |row: &&Row| {
        let mut pillars = row.pillars.iter();
        pillars.any(|pillar| pillar.score.is_some() || pillar.rank.is_some())
    };
    edition.rows().iter().filter(has).count()
}

/// What is on file of an edition that cannot be simulated.
fn incomplete(page: &Page, edition: &'static Edition, m: &mut Markup) {
    let language = page.language;
    let rows = edition.rows().iter();
    let ranks = rows.clone().filter(|row| row.rank.is_some()).count();
    let scores = rows.filter(|row| row.total.is_some()).count();
    let counts = [ranks, scores, pillar_figures(edition)];
    let (title, units) = (title_of(page, edition), edition.units().len());
    let mut text = sentences::incomplete(title, units, counts, language);
    if edition.id() == "2021" {
        text.push(' ');
        text.push_str(Term::SwappedIn2021.text(language));
    }
    m.leaf("p", "", text);
}

/// The decision, its source, and what it lists without points.
fn max_points(page: &Page, edition: &Edition, m: &mut Markup) {
    let language = page.language;
    let framework = edition.framework();
    let header = framework.header();
    if let Some((number, date)) = &header.decision {
        let total = whole(framework.total().value(), language);
        let date = sentences::date(date, language);
        m.leaf(
            "p",
            "",
            sentences::decision(number, &date, &total, language),
        );
    }
    m.leaf("p", "", page.of(&header.source).to_owned());
    let nodes = framework.nodes().map(|node| framework.indicator(node));
    // Of what is not scored as a whole its parts need no word.
    let is_scored = |node: Node| framework.indicator(node).scored;
    let names: Vec<&str> = nodes
        .filter(|own| !own.scored && own.parent.is_none_or(is_scored))
        .map(|own| page.of(&own.name))
        .collect();
    if !names.is_empty() {
        m.leaf("p", "", sentences::not_scored(&names, language));
    }
}

/// Where figures on file and the formulas do not agree to the digit.
fn differences(page: &Page, edition: &Edition, standings: &Standings, m: &mut Markup) {
    let language = page.language;
    let off = |place: usize| -> Option<Exact> {
        let own = standings.of(place)?;
        Some((own.baseline_score - own.card.score(Node::ROOT)).abs())
    };
    let complete: Vec<Exact> = complete_rows(edition).filter_map(off).collect();
    if let Some(&worst) = complete.iter().max() {
        let worst = Written::with(worst, 5).text(language);
        m.leaf(
            "p",
            "",
            sentences::sums_differ(complete.len(), &worst, language),
        );
    }
    if edition.header().merger_of.is_some() {
        m.leaf("p", "", Term::MergerMean.text(language));
    }
    pillars(page, edition, standings, m);
}

/// How many units have figures that stand in the edition after the merger, and its title.
fn from_after_merger(page: &Page, edition: &Edition) -> Option<(usize, &'static str)> {
    let units = edition.units().iter().zip(edition.rows());
    let mut titles = units.filter_map(|(unit, row)| {
        let derived = |(_, figure): &(&Node, &Figure)| figure.origin == Origin::Derived;
        let mut figures = row.indicators.iter().filter(derived);
        figures.find_map(|(&node, figure)| after_merger(page, &unit.id, node, figure))
    });
    let first = titles.next()?;
    Some((titles.count() + 1, first))
}

/// Pillar figures on file beside those of the formula.
fn pillars(page: &Page, edition: &Edition, standings: &Standings, m: &mut Markup) {
    let language = page.language;
    let framework = edition.framework();
    let (mut misses, mut ranks, mut differing) = (Vec::new(), 0, Vec::new());
    for (place, (unit, row)) in edition.units().iter().zip(edition.rows()).enumerate() {
        let Some(own) = standings.of(place) else {
            continue;
        };
        let both = row.pillars.iter().zip(&own.pillars);
        for (pillar, (figures, computed)) in framework.pillars().iter().zip(both) {
            if let Some(figure) = &figures.score {
                misses.push((figure.value - computed.score).abs());
            }
            let Some(figure) = &figures.rank else {
                continue;
            };
            ranks += 1;
            if figure.value != Exact::whole(i64::from(computed.rank)) {
                let (unit, pillar) = (page.of(&unit.name), page.of(&pillar.name));
                let on_file = whole(figure.value, language);
                let line = sentences::pillar_rank(unit, pillar, &on_file, computed.rank, language);
                differing.push(line);
            }
        }
    }
    if let Some(&worst) = misses.iter().max() {
        let worst = Written::in_full(worst, 4).text(language);
        m.leaf(
            "p",
            "",
            sentences::pillar_scores(misses.len(), &worst, language),
        );
    }
    if ranks > 0 {
        m.leaf(
            "p",
            "",
            sentences::pillar_ranks(ranks, differing.len(), language),
        );
    }
    if !differing.is_empty() {
        m.node("ul", "", |m| {
            for line in differing {
                m.leaf("li", "", line);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::about_data;

    use crate::page::{Markup, Page};

    fn html(fragment: &str) -> String {
        let calculator = Box::leak(Box::new(dti_formats::official().unwrap()));
        let page = Page::at(calculator, fragment);
        let mut m = Markup::default();
        about_data(&page, &mut m);
        m.html()
    }

    /// The counts beside a name.
    fn counts(html: &str, name: &str) -> Vec<String> {
        let (_, row) = html
            .split_once(&format!("<th scope=\"row\">{name}</th>"))
            .unwrap();
        let (row, _) = row.split_once("</tr>").unwrap();
        let cells = row.split("<td class=\"number\">").skip(1);
        cells
            .map(|cell| cell.trim_end_matches("</td>").to_owned())
            .collect()
    }

    #[test]
    fn the_figures_of_2022_are_counted() {
        let html = html("#e=2022&u=bac-giang&s=bac-giang.awareness:k0.8");
        assert_eq!(counts(&html, "Giá trị DTI"), ["63", "0", "0", "0"]);
        assert_eq!(counts(&html, "Nhận thức số"), ["11", "0", "52", "0"]);
        assert_eq!(
            counts(&html, "An toàn thông tin mạng"),
            ["10", "0", "53", "0"]
        );
        assert_eq!(
            counts(&html, "Chính quyền số, thứ hạng"),
            ["13", "1", "0", "49"]
        );
        for told in [
            "10/63 tỉnh có đủ các chỉ số chính.",
            "DTI 2020 (63 tỉnh, thành): chỉ có thứ hạng của 31/63 tỉnh",
            "Bộ chỉ số theo Quyết định 922/QĐ-BTTTT ngày 20/5/2022; tổng điểm tối đa là 1.000.",
            "Không chấm điểm: Đô thị thông minh.",
            "nhiều nhất khoảng 0,00006 (làm tròn)",
            "38/40 thứ hạng trụ cột có trong số liệu khớp với công thức, trừ:",
            "Hải Phòng, trụ cột Xã hội số: trong số liệu là 21, theo công thức là 20.",
            "Khánh Hòa, trụ cột Chính quyền số: trong số liệu là 44, theo công thức là 43.",
        ] {
            assert!(html.contains(told), "{told}");
        }
    }

    #[test]
    fn what_2024_lacks_is_named() {
        let html = html("#e=2024&u=ha-noi&lang=en");
        assert_eq!(counts(&html, "Rank"), ["61", "0", "0", "2"]);
        assert_eq!(counts(&html, "Digital awareness"), ["0", "11", "52", "0"]);
        for told in [
            "Rank: not on file for Bac Giang and Yen Bai.",
            "11 provinces were not merged: what the table of the 63 lacks is taken from DTI 2024 (34 provinces).",
            "No pillar figures of this edition are on file.",
            "The framework is Decision 405/QĐ-BKHCN of 3 April 2025; its max points add up to 940.",
            "Maxima derived:",
        ] {
            assert!(html.contains(told), "{told}");
        }
    }

    #[test]
    fn the_34_of_2024_are_complete() {
        let html = html("#e=2024-34&u=bac-ninh");
        assert_eq!(counts(&html, "Nhân lực số"), ["34", "0", "0", "0"]);
        assert!(html.contains("nên không có số ước tính"));
        assert!(html.contains("trung bình cộng của các tỉnh cũ"));
        assert!(html.contains("Ở 34 tỉnh có đủ chỉ số"));
    }

    #[test]
    fn all_pillar_ranks_of_2023_follow() {
        let html = html("#e=2023&lang=en");
        assert!(html.contains("All 12 pillar ranks on file follow from the formula."));
    }
}
