//! A self-assessment of the 98 components as an office makes it: a cover, titles, merged headings in two
//! rows, groups, lettered criteria, percent cells, sums, and what is not scored at the end.

use crate::kit::{frame, sheet};
use crate::{card, edition, kinds, taken};
use dti_engine::calculator::earned_points;
use dti_engine::model::{Edition, Exact, Framework, Level, Node, RuleKind};
use dti_formats::{FindingKind, Meaning, TableKind, best_sheet, table_kind};
use dti_workbooks::reading::workbook;
use std::fmt::Write as _;

const STYLES: &str =
    "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/></cellXfs></styleSheet>";

/// The rows of a sheet in the making.
#[derive(Default)]
struct Rows(String);

impl Rows {
    /// A row of texts, points that are stored as numbers, and shares in cells of the format percent.
    fn add(&mut self, cells: &[Cell]) {
        self.0 += "<row>";
        for cell in cells {
            match cell {
                Cell::Text(text) => write!(self.0, "<c t=\"inlineStr\"><is><t>{text}</t></is></c>"),
                Cell::Points(points) => write!(self.0, "<c><v>{}</v></c>", points.to_short_text(2)),
                Cell::Share(share) => write!(self.0, "<c s=\"1\"><v>{share}</v></c>"),
            }
            .unwrap();
        }
        self.0 += "</row>";
    }
}

enum Cell {
    Text(String),
    Points(Exact),
    Share(f64),
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

/// Points that a component gets here.
fn points(framework: &Framework, node: Node) -> Exact {
    let indicator = framework.indicator(node);
    let share = match &indicator.rule.kind {
        RuleKind::YesNo | RuleKind::AllOrNothing => Exact::ONE,
        RuleKind::Steps(steps) => steps[0].1,
        _ => Exact::decimal(5, 1),
    };
    indicator.max_points.value() * share
}

/// Points of all that is scored below.
fn sum(framework: &Framework, node: Node) -> Exact {
    let indicator = framework.indicator(node);
    match indicator.children.is_empty() {
        true if indicator.scored => points(framework, node),
        true => Exact::ZERO,
        false => {
            let below = indicator.children.iter().map(|&node| sum(framework, node));
            below.fold(Exact::ZERO, |all, own| all + own)
        }
    }
}

/// The file, with numbers as they stand or as a spreadsheet that cuts last zeros leaves them.
fn office(edition: &Edition) -> Vec<u8> {
    let framework = edition.framework();
    let mut rows = Rows::default();
    rows.add(&[text("ỦY BAN NHÂN DÂN TỈNH BẮC GIANG")]);
    rows.add(&[text("BẢNG TỰ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ NĂM 2022")]);
    rows.add(
        &[
            "STT",
            "Chỉ số/Chỉ số thành phần",
            "Điểm tối đa",
            "Điểm",
            "",
            "Tài liệu kiểm chứng",
            "Giải trình",
        ]
        .map(text),
    );
    rows.add(&["", "", "", "Tự chấm", "Thẩm định lần 1", "", ""].map(text));
    rows.add(&["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"].map(text));
    let groups = ["I", "II"].into_iter().cycle();
    let mut groups = groups.map(|number| (number, ["CHỈ SỐ NỀN TẢNG", "CHỈ SỐ HOẠT ĐỘNG"]));
    for node in framework.nodes() {
        let indicator = framework.indicator(node);
        let own = sum(framework, node);
        if indicator.level == Level::Group {
            let (number, names) = groups.next().unwrap();
            let name = names[usize::from(number == "II")];
            rows.add(&[
                text(number),
                text(name),
                Cell::Points(indicator.max_points.value()),
                Cell::Points(own),
            ]);
            continue;
        }
        let number = indicator.number.clone().unwrap_or_default();
        let last = number.rsplit('.').next().unwrap_or_default();
        let is_lettered = last.starts_with(|letter: char| letter.is_ascii_lowercase());
        let number = match last.strip_suffix('0') {
            // What a cell of a number shows of 1.10.
            Some(cut) if number.matches('.').count() == 1 => {
                format!("{}.{cut}", number.split('.').next().unwrap())
            }
            _ if is_lettered => format!("{last})"),
            _ => number,
        };
        let is_share =
            matches!(indicator.rule.kind, RuleKind::Ratio) && indicator.rule.inputs.len() == 2;
        let value = match is_share {
            true if indicator.scored => Cell::Share(0.5),
            _ if indicator.scored => Cell::Points(own),
            _ => text("Không chấm điểm"),
        };
        rows.add(&[
            text(&number),
            text(&indicator.name.vi.replace('&', "&amp;").replace('<', "&lt;")),
            Cell::Points(indicator.max_points.value()),
            value,
            text(""),
            text("Báo cáo số 12/BC-UBND ngày 3/4/2022 của Ủy ban nhân dân tỉnh"),
            text("Đơn vị đã triển khai theo kế hoạch của Ủy ban nhân dân tỉnh"),
        ]);
    }
    let all = framework
        .nodes()
        .filter(|&node| framework.indicator(node).level == Level::Group);
    let all = all.fold(Exact::ZERO, |all, node| all + sum(framework, node));
    rows.add(&[
        text(""),
        text("Tổng điểm tự đánh giá"),
        Cell::Points(framework.total().value()),
        Cell::Points(all),
    ]);
    let merged = "<mergeCells><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"B3:B4\"/>\
        <mergeCell ref=\"C3:C4\"/><mergeCell ref=\"D3:E3\"/></mergeCells></worksheet>";
    let table = sheet(&rows.0).replace("</worksheet>", merged);
    let mut cover = Rows::default();
    cover.add(&[text("BÁO CÁO")]);
    cover.add(&["Tỉnh", "Bắc Giang"].map(text));
    cover.add(&["Năm", "2022"].map(text));
    frame(&["Bìa", "Tự đánh giá"])
        .add("xl/styles.xml", STYLES.as_bytes())
        .add("xl/worksheets/s1.xml", sheet(&cover.0).as_bytes())
        .add("xl/worksheets/s2.xml", table.as_bytes())
        .finish()
}

#[test]
fn an_offices_self_assessment_is_read_whole() {
    let edition = edition();
    let framework = edition.framework();
    let book = workbook(&office(&edition)).unwrap();
    assert_eq!(best_sheet(&book.sheets, &edition), Some(1));
    let grid = &book.sheets[1].1;
    assert_eq!(table_kind(grid, &edition), Some(TableKind::Scorecard));
    let draft = card(grid, &edition, "bac-giang");
    let meanings: Vec<&Meaning> = draft.columns.iter().map(|column| &column.meaning).collect();
    let expected = [
        Meaning::Number,
        Meaning::Name,
        Meaning::MaxPoints,
        Meaning::Own,
        Meaning::Reviewed,
        Meaning::Ignored,
        Meaning::Ignored,
    ];
    assert_eq!(meanings, expected.iter().collect::<Vec<_>>());
    let found = draft.findings.clone();
    let card = taken(draft);
    let leaves = framework
        .nodes()
        .filter(|&node| framework.indicator(node).children.is_empty());
    let scored: Vec<Node> = leaves
        .filter(|&node| framework.indicator(node).scored)
        .collect();
    let read: Vec<&str> = card.rows.iter().map(|row| row.indicator.as_str()).collect();
    let all: Vec<&str> = scored
        .iter()
        .map(|&node| framework.indicator(node).id.as_str())
        .collect();
    assert_eq!(read, all);
    for node in scored {
        let id = &framework.indicator(node).id;
        let row = card.rows.iter().find(|row| row.indicator == *id).unwrap();
        let earned = earned_points(framework, node, row.own.as_ref().unwrap());
        assert_eq!(earned, Ok(points(framework, node)), "{id}");
    }
    let (mut left_out, mut zeros, mut others) = (Vec::new(), 0, Vec::new());
    for kind in kinds(&found) {
        match kind {
            FindingKind::RowLeftOut(row) => left_out.push(row.as_str()),
            FindingKind::ZeroCut { read, .. } => {
                assert!(read.ends_with('0'), "{read}");
                zeros += 1;
            }
            kind => others.push(kind),
        }
    }
    assert_eq!(left_out, ["I", "II"]);
    assert_eq!(zeros, 7);
    assert!(
        matches!(others.as_slice(), [FindingKind::FiguresBehindPoints(_)]),
        "{others:#?}"
    );
}
