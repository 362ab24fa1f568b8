//! A document as plain text: tables with tabs, which a spreadsheet takes apart.

use super::{Document, DocumentPiece};

impl Document {
    /// The text; a picture is what it shows, in words.
    pub fn plain_text(&self) -> String {
        let mut text = format!("{}\n", self.title);
        for piece in &self.pieces {
            if matches!(piece, DocumentPiece::Heading(_)) {
                text.push('\n');
            }
            for line in lines(piece).into_iter().filter(|line| !line.is_empty()) {
                text.push_str(&line);
                text.push('\n');
            }
        }
        text
    }
}

fn lines(piece: &DocumentPiece) -> Vec<String> {
    match piece {
        DocumentPiece::Heading(text) => vec![text.clone()],
        DocumentPiece::Paragraph(_, text) => vec![text.clone()],
        DocumentPiece::Facts(facts) => facts
            .iter()
            .map(|(name, value)| format!("{name}: {value}"))
            .collect(),
        DocumentPiece::List(lines) => lines.iter().map(|line| format!("- {line}")).collect(),
        DocumentPiece::Table(table) => {
            let heads = table.columns.iter().map(|(text, _)| text.as_str());
            let heads = heads.collect::<Vec<_>>().join("\t");
            let rows = table.rows.iter().map(|row| row.join("\t"));
            let above = [table.caption.clone(), heads];
            above.into_iter().chain(rows).collect()
        }
        DocumentPiece::Picture(picture) => vec![picture.finding.clone(), picture.summary.clone()],
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::hostile;

    #[test]
    fn plain_text_says_all_that_the_document_says() {
        let text = hostile().plain_text();
        let bad = "<script>alert(\"1\")</script> & 'Huế'";
        let expected = format!(
            "Báo cáo: {bad}\n\nA < B\nMô phỏng.\n{bad}\nHạng: {bad}\n- </li>\n- ]]>\u{1}\n{bad}\n\
             Tỉnh\tĐiểm\n{bad}\t1,5\nTổng\t2\n{bad}\nTóm tắt\n"
        );
        assert_eq!(text, expected);
    }
}
