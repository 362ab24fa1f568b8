//! The figures of the page as tables for a spreadsheet: all provinces, and the scorecard that is open.
//! Each number goes with its origin, and what is supposed says so.

use super::{either, handed};
use crate::page::Page;
use crate::page::control::{button_with, origin_word};
use crate::page::text::{in_language, warning};
use crate::page::{Markup, Words};
use dti_engine::calculator::ScorecardLine;
use dti_engine::model::{
    Edition, Node, Origin, POINTS_DECIMALS, Provenance, SCORE_DECIMALS, Standing,
};
use dti_formats::{Cell, Form, csv};

/// A table by the name of its file: `results` or `scorecard`, with the form behind a hyphen.
pub(super) fn table_file(page: &Page, name: &str) -> Option<String> {
    let (table, form) = name.split_once('-')?;
    let form = match form {
        "vi" => Form::Vietnamese,
        _ => Form::International,
    };
    let rows = match table {
        "results" => results(page)?,
        "scorecard" => scorecard(page)?,
        _ => return None,
    };
    Some(csv(&rows, form))
}

/// The buttons that hand them out, with the table of this name if it was the last.
pub(super) fn buttons(page: &Page, m: &mut Markup, last: &str) {
    let language = page.language;
    let either = |vi, en| either(language, vi, en);
    m.node("div", "table-files", |m| {
        m.leaf(
            "span",
            "",
            either("Tải số liệu (CSV):", "Download the figures (CSV):"),
        );
        for (table, name) in [
            ("results", either("cả bảng", "all provinces")),
            ("scorecard", either("phiếu điểm", "scorecard")),
        ] {
            for (form, about) in [
                ("vi", either("dấu phẩy thập phân", "decimal comma")),
                ("en", either("dấu chấm thập phân", "decimal point")),
            ] {
                let deed = format!("save csv {table}-{form}");
                let label: Words = format!("{name}, {about}").into();
                button_with(m, "quiet", deed.into(), label, |_| {});
            }
        }
        if let Some(text) = table_file(page, last) {
            handed(page, m, "CSV", text);
        }
    });
}

fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

fn origin(page: &Page, origin: Origin) -> Cell {
    text(page.word(origin_word(page.provenance(), origin)))
}

/// What a row says of itself that rests on a what-if, or on figures that were not published.
fn remark(page: &Page, is_edited: bool) -> Cell {
    warning(page.provenance(), is_edited, page.language).map_or(Cell::Empty, Cell::Text)
}

/// Headings of rank and score before the scenario: as published only where they are.
fn before(page: &Page) -> [&'static str; 2] {
    let [rank, score] = match page.provenance() {
        Provenance::Published => [
            ["Hạng công bố", "Published rank"],
            ["Giá trị DTI công bố", "Published DTI score"],
        ],
        Provenance::PartlyLoaded | Provenance::Loaded | Provenance::Fictitious => [
            ["Hạng gốc", "Baseline rank"],
            ["Giá trị gốc", "Baseline score"],
        ],
    };
    [rank, score].map(|[vi, en]| super::either(page.language, vi, en))
}

/// What the file of an own index gives for a unit, where it gives any results.
fn given(edition: &Edition, unit: &str) -> Vec<Cell> {
    if edition.given().is_empty() {
        return Vec::new();
    }
    let given = edition.given_for(unit);
    let total = given.and_then(|given| given.total);
    let rank = given.and_then(|given| given.rank);
    vec![
        rank.map_or(Cell::Empty, Cell::whole),
        total.map_or(Cell::Empty, |(total, decimals)| {
            Cell::Number(total, decimals)
        }),
    ]
}

/// All provinces in rank order: rank and score, also as published, and every main indicator.
fn results(page: &Page) -> Option<Vec<Vec<Cell>>> {
    let edition = page.edition()?;
    let framework = edition.framework();
    let mains: Vec<Node> = framework
        .mains()
        .filter(|&node| framework.indicator(node).scored)
        .collect();
    let either = |vi, en| text(either(page.language, vi, en));
    let [rank_before, score_before] = before(page);
    let renamed = |text: &str| Cell::Text(page.renamed(text.to_owned()));
    let word = |vi, en| renamed(super::either(page.language, vi, en));
    let mut heads = vec![
        either("Hạng", "Rank"),
        text(rank_before),
        word("Tỉnh, thành phố", "Province"),
        word("Mã tỉnh", "Province code"),
        word("Giá trị DTI", "DTI score"),
        text(score_before),
    ];
    if !edition.given().is_empty() {
        heads.push(either(
            "Hạng công bố, theo tệp",
            "Published rank, by the file",
        ));
        heads.push(either(
            "Giá trị công bố, theo tệp",
            "Published score, by the file",
        ));
    }
    for &node in &mains {
        let name = in_language(&framework.indicator(node).name, page.language);
        heads.push(text(name));
        let source = super::either(page.language, "nguồn gốc", "origin");
        heads.push(text(format!("{name}: {source}")));
    }
    heads.push(either("Ghi chú", "Remark"));
    let decimals = page.digits().score;
    let row = |own: &Standing| {
        let unit = edition.units().get(own.position)?;
        let mut row = vec![
            Cell::whole(own.rank),
            Cell::whole(own.baseline_rank),
            text(in_language(&unit.name, page.language)),
            text(unit.gso_code.clone()),
            Cell::Number(own.score, decimals),
            Cell::Number(own.baseline_score, decimals),
        ];
        row.extend(given(edition, &unit.id));
        for &node in &mains {
            match own.card.value(node) {
                Some(value) => {
                    row.push(Cell::Number(value.score, SCORE_DECIMALS));
                    row.push(origin(page, value.origin));
                }
                None => row.extend([Cell::Empty, Cell::Empty]),
            }
        }
        row.push(remark(page, page.shown.is_edited()));
        Some(row)
    };
    let rows = page.shown.standings.standings.iter().filter_map(row);
    Some(std::iter::once(heads).chain(rows).collect())
}

/// The open scorecard line by line, with what is missing to full marks.
fn scorecard(page: &Page) -> Option<Vec<Vec<Cell>>> {
    let framework = page.edition()?.framework();
    let either = |vi, en| text(either(page.language, vi, en));
    let unit = super::either(page.language, "Tỉnh, thành phố", "Province");
    let mut rows = vec![vec![
        text(page.renamed(unit.to_owned())),
        either("Chỉ số chính", "Main indicator"),
        either("Mã chỉ số", "Indicator id"),
        either("Giá trị", "Score"),
        either("Điểm", "Points"),
        either("Điểm tối đa", "Max points"),
        either("Còn thiếu, điểm", "Gap, points"),
        either("Nguồn gốc", "Origin"),
        either("Giá trị trước giả định", "Score before the what-if"),
        either("Hạng ở chỉ số này", "Rank on this indicator"),
        either("Ghi chú", "Remark"),
    ]];
    let unit = page.name_of(&page.shown.subject);
    let lines = page.shown.card.iter().flat_map(|group| &group.lines);
    for line in lines.filter(|line| framework.indicator(line.node).scored) {
        let line: &ScorecardLine = line;
        let own = framework.indicator(line.node);
        rows.push(vec![
            text(unit.clone()),
            text(in_language(&own.name, page.language)),
            text(own.id.clone()),
            Cell::Number(line.score, SCORE_DECIMALS),
            Cell::Number(line.points, POINTS_DECIMALS),
            Cell::Number(line.max_points, 0),
            Cell::Number(line.max_points - line.points, POINTS_DECIMALS),
            origin(page, line.origin),
            Cell::Number(line.present, SCORE_DECIMALS),
            Cell::whole(line.rank),
            remark(page, line.score != line.present),
        ]);
    }
    Some(rows)
}

#[cfg(test)]
mod tests {
    use super::table_file;

    use crate::page::Page;

    fn page(fragment: &str) -> Page {
        let calculator = Box::leak(Box::new(dti_formats::official().unwrap()));
        Page::at(calculator, fragment)
    }

    #[test]
    fn the_results_of_an_unedited_edition_are_the_published_ones() {
        let page = page("#e=2022&u=bac-giang");
        let file = table_file(&page, "results-vi").unwrap();
        let lines: Vec<&str> = file.lines().collect();
        assert_eq!(lines.len(), 64);
        assert!(lines[0].starts_with("\u{feff}Hạng;Hạng công bố;Tỉnh, thành phố;"));
        assert!(
            lines[1].starts_with("1;1;Đà Nẵng;48;0,8002;0,8002;1,0000;Công bố;"),
            "{}",
            lines[1]
        );
        assert!(
            lines[9].contains(";Bắc Giang;24;0,6440;0,6440;") && lines[9].contains(";Ước tính;")
        );
        assert!(lines.iter().all(|line| line.matches(';').count() == 22));
        assert!(!file.contains("Mô phỏng"));
        let file = table_file(&page, "results-en").unwrap();
        assert!(
            file.lines()
                .nth(1)
                .unwrap()
                .starts_with("1,1,Đà Nẵng,48,0.8002,")
        );
    }

    #[test]
    fn what_is_supposed_says_so() {
        let page = page("#e=2022&u=bac-giang&s=bac-giang.society:0.45&lang=en");
        let results = table_file(&page, "results-en").unwrap();
        assert_eq!(
            results.matches("Simulation, not official figures.").count(),
            63
        );
        let card = table_file(&page, "scorecard-en").unwrap();
        let society = card
            .lines()
            .find(|line| line.contains(",society,"))
            .unwrap();
        assert!(society.starts_with("Bac Giang,"), "{society}");
        assert!(
            society.contains(",0.4500,67.50,150,82.50,Supposed,0.3348,"),
            "{society}"
        );
        assert_eq!(card.matches("Simulation").count(), 1);
        assert_eq!(table_file(&page, "moon-en"), None);
        assert_eq!(table_file(&page, "results"), None);
    }
}
