//! What is copied of a chart or a table: as rich text for Word, as plain text for all else.

use crate::browser::clipboard::Copied;
use dti_formats::{Markup, escaped};
use dti_words::Told;

/// The finding, the warning, the table and the source, around the picture if there is one.
pub(super) fn copied(told: &Told, svg: Option<String>) -> Copied {
    let above = [(&told.finding, "b"), (&told.warning, "i")];
    let above = above.map(|(text, tag)| paragraph(text, tag)).concat();
    let below = format!("{}{}", table(told), paragraph(&told.source, "small"));
    let drawing = svg.map(Markup::Drawing);
    let rich = [
        Some(Markup::Text(above)),
        drawing,
        Some(Markup::Text(below)),
    ];
    Copied {
        rich: rich.into_iter().flatten().collect(),
        text: text(told),
    }
}

fn paragraph(text: &str, tag: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    format!("<p><{tag}>{}</{tag}></p>", escaped(text))
}

fn table(told: &Told) -> String {
    let mut html = String::from("<table border=\"1\" cellpadding=\"4\"><tr>");
    let cell = |html: &mut String, tag: &str, text: &str, is_number: bool| {
        let align = if is_number { " align=\"right\"" } else { "" };
        html.push_str(&format!("<{tag}{align}>{}</{tag}>", escaped(text)));
    };
    let columns = &told.table.columns;
    for head in columns {
        cell(&mut html, "th", &head.text, head.is_number);
    }
    for (place, row) in told.table.rows.iter().enumerate() {
        html.push_str("</tr><tr>");
        let tag = if told.table.own.contains(&place) {
            "th"
        } else {
            "td"
        };
        for (own, head) in row.iter().zip(columns) {
            cell(&mut html, tag, &own.text, head.is_number);
        }
    }
    html.push_str("</tr></table>");
    html
}

/// As a text whose table a spreadsheet takes apart by its tabs.
fn text(told: &Told) -> String {
    let mut lines = vec![told.finding.clone(), told.warning.clone()];
    let heads = told.table.columns.iter().map(|head| head.text.as_str());
    lines.push(heads.collect::<Vec<_>>().join("\t"));
    for row in &told.table.rows {
        let cells = row.iter().map(|cell| cell.text.as_str());
        lines.push(cells.collect::<Vec<_>>().join("\t"));
    }
    lines.push(told.source.clone());
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::copied;
    use dti_engine::model::Exact;
    use dti_formats::Markup;
    use dti_words::{ColumnHead, Table, TableCell, Told};

    #[test]
    fn what_is_copied_reads_well_as_rich_and_as_plain_text() {
        let told = Told {
            finding: "A < B".to_owned(),
            table: Table {
                columns: vec![ColumnHead::words("Tỉnh"), ColumnHead::numbers("Hạng")],
                rows: vec![vec![
                    TableCell::words("Huế"),
                    TableCell::number("4", Exact::whole(4), 0),
                ]],
                own: vec![0],
            },
            source: "Nguồn: DTI".to_owned(),
            ..Told::default()
        };
        let copied = copied(&told, None);
        assert_eq!(copied.text, "A < B\nTỉnh\tHạng\nHuế\t4\nNguồn: DTI");
        let [above, below] = [0, 1].map(|part| match &copied.rich[part] {
            Markup::Text(text) => text.as_str(),
            Markup::Drawing(svg) => panic!("{svg}"),
        });
        assert_eq!(above, "<p><b>A &lt; B</b></p>");
        assert_eq!(
            below,
            "<table border=\"1\" cellpadding=\"4\"><tr><th>Tỉnh</th><th align=\"right\">Hạng</th></tr>\
             <tr><th>Huế</th><th align=\"right\">4</th></tr></table><p><small>Nguồn: DTI</small></p>"
        );
    }
}
