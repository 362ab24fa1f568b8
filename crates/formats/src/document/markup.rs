//! A document as HTML: a file that needs nothing else, and rich text for the clipboard. Whatever a name
//! says, it stays text.

use super::{Document, DocumentPicture, DocumentPiece, DocumentTable, Tone};

/// A stretch of rich text. Programs that paste take no SVG, so drawings are handed over apart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Markup {
    /// HTML.
    Text(String),
    /// A drawing, as an SVG file.
    Drawing(String),
}

/// What a file may load: nothing. It holds no script, and none could run.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// How a file looks, on screen and on paper.
const STYLE: &str = "\
@page { size: A4; margin: 15mm; }
body { max-width: 46rem; margin: 0 auto; padding: 1rem; color: #111; background: #fff; \
font: 11pt/1.45 system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif; }
h1 { font-size: 1.5em; line-height: 1.25; margin: 0 0 .5em; }
h2 { font-size: 1.15em; margin: 1.2em 0 .4em; }
h1, h2, caption { break-after: avoid; }
p, ul, dl, blockquote { margin: 0 0 .6em; overflow-wrap: anywhere; }
blockquote { padding-left: .8em; border-left: 3px solid #0b5f7d; font-size: 1.1em; }
ul { padding-left: 1.2em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15em 1em; }
dt { color: #444; }
dd { margin: 0; font-weight: 600; }
table { width: 100%; margin: 0 0 .8em; border-collapse: collapse; font-size: .8em; }
caption { padding-bottom: .3em; text-align: left; font-weight: 600; }
th, td { padding: .2em .4em; border-bottom: 1px solid #bbb; text-align: left; vertical-align: top; }
thead { display: table-header-group; }
thead th { border-bottom-color: #555; vertical-align: bottom; }
tbody th { font-weight: 400; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
td.number { white-space: nowrap; }
.number + :not(.number) { padding-left: 1em; }
.own > * { font-weight: 700; }
.warning { font-weight: 700; color: #b23a1e; }
.remark { color: #444; font-size: .9em; }
tr, figure, dl { break-inside: avoid; }
figure { margin: 0 0 1em; }
figure svg { max-width: 100%; height: auto; }
figcaption { color: #444; font-size: .9em; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } }
";

impl Document {
    /// A file that needs nothing else: style and pictures stand in it, and no script.
    pub fn html_file(&self) -> String {
        let title = escaped(&self.title);
        let body = self
            .markup(Medium::File)
            .into_iter()
            .map(|part| match part {
                Markup::Text(text) | Markup::Drawing(text) => text,
            });
        let body = body.collect::<String>();
        let language = self.language.as_str();
        format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
        )
    }

    /// Rich text, for Word and mail: tables have their lines, since a style does not come along.
    pub fn rich_text(&self) -> Vec<Markup> {
        self.markup(Medium::Clipboard)
    }

    fn markup(&self, medium: Medium) -> Vec<Markup> {
        let mut text = tagged("h1", &self.title);
        let mut parts = Vec::new();
        for piece in &self.pieces {
            if let DocumentPiece::Picture(picture) = piece {
                text.push_str("<figure>\n");
                parts.push(Markup::Text(std::mem::take(&mut text)));
                parts.push(Markup::Drawing(picture.svg.clone()));
                text = below(picture);
            } else {
                put(&mut text, piece, medium);
            }
        }
        parts.push(Markup::Text(text));
        parts
    }
}

/// What markup is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Medium {
    File,
    Clipboard,
}

impl Medium {
    /// Attributes of a table.
    fn table(self) -> &'static str {
        match self {
            Self::File => "",
            Self::Clipboard => " border=\"1\" cellpadding=\"4\"",
        }
    }

    /// Attributes of a cell with a number.
    fn number(self) -> &'static str {
        match self {
            Self::File => " class=\"number\"",
            Self::Clipboard => " align=\"right\"",
        }
    }
}

fn put(text: &mut String, piece: &DocumentPiece, medium: Medium) {
    let markup = match piece {
        DocumentPiece::Heading(heading) => tagged("h2", heading),
        DocumentPiece::Paragraph(tone, said) => paragraph(*tone, said, medium),
        DocumentPiece::Facts(facts) => {
            let facts = facts.iter().map(|(name, value)| match medium {
                Medium::File => format!("{}{}", tagged("dt", name), tagged("dd", value)),
                // Word knows no list of names and values.
                Medium::Clipboard => {
                    format!("<p>{}: <b>{}</b></p>\n", escaped(name), escaped(value))
                }
            });
            match medium {
                Medium::File => format!("<dl>\n{}</dl>\n", facts.collect::<String>()),
                Medium::Clipboard => facts.collect(),
            }
        }
        DocumentPiece::List(lines) => {
            let lines = lines.iter().map(|line| tagged("li", line));
            format!("<ul>\n{}</ul>\n", lines.collect::<String>())
        }
        DocumentPiece::Table(own) => table(own, medium),
        DocumentPiece::Picture(_) => String::new(),
    };
    text.push_str(&markup);
}

fn paragraph(tone: Tone, said: &str, medium: Medium) -> String {
    match (tone, medium) {
        (Tone::Plain, _) => tagged("p", said),
        (Tone::Quote, _) => format!("<blockquote>{}</blockquote>\n", escaped(said)),
        (Tone::Warning, Medium::File) => format!("<p class=\"warning\">{}</p>\n", escaped(said)),
        (Tone::Warning, Medium::Clipboard) => format!("<p><b>{}</b></p>\n", escaped(said)),
        (Tone::Remark, Medium::File) => format!("<p class=\"remark\">{}</p>\n", escaped(said)),
        (Tone::Remark, Medium::Clipboard) => format!("<p><small>{}</small></p>\n", escaped(said)),
    }
}

/// What stands below a drawing.
fn below(picture: &DocumentPicture) -> String {
    match picture.summary.is_empty() {
        true => "</figure>\n".to_owned(),
        false => format!("{}</figure>\n", tagged("figcaption", &picture.summary)),
    }
}

fn table(table: &DocumentTable, medium: Medium) -> String {
    let mut markup = format!("<table{}>\n", medium.table());
    if !table.caption.is_empty() {
        markup.push_str(&tagged("caption", &table.caption));
    }
    let attributes = |is_number: bool| if is_number { medium.number() } else { "" };
    markup.push_str("<thead><tr>");
    for (head, is_number) in &table.columns {
        let attributes = attributes(*is_number);
        markup.push_str(&format!(
            "<th scope=\"col\"{attributes}>{}</th>",
            escaped(head)
        ));
    }
    markup.push_str("</tr></thead>\n<tbody>\n");
    for (place, row) in table.rows.iter().enumerate() {
        let is_own = table.own.contains(&place);
        markup.push_str(if is_own { "<tr class=\"own\">" } else { "<tr>" });
        for (column, (cell, (_, is_number))) in row.iter().zip(&table.columns).enumerate() {
            let (tag, scope) = match column {
                0 => ("th", " scope=\"row\""),
                _ => ("td", ""),
            };
            let cell = match is_own && medium == Medium::Clipboard {
                true => format!("<b>{}</b>", escaped(cell)),
                false => escaped(cell),
            };
            let attributes = attributes(*is_number);
            markup.push_str(&format!("<{tag}{scope}{attributes}>{cell}</{tag}>"));
        }
        markup.push_str("</tr>\n");
    }
    markup.push_str("</tbody>\n</table>\n");
    markup
}

fn tagged(tag: &str, text: &str) -> String {
    format!("<{tag}>{}</{tag}>\n", escaped(text))
}

/// A text as it stands in HTML or XML, inside an element or in quotes: nothing in it is markup, and what
/// XML allows nowhere is a space.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => escaped.push(' '),
            letter if letter.is_control() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::super::tests::hostile;
    use super::super::{Document, DocumentPiece};
    use super::{Markup, escaped};
    use proptest::prelude::*;

    #[test]
    fn names_are_never_markup() {
        let document = hostile();
        let file = document.html_file();
        assert!(
            !file.contains("<script") && !file.contains("</li></li>"),
            "{file}"
        );
        let said = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;Huế&#39;";
        // Title twice, quote, fact, caption and cell; a drawing says its finding itself.
        assert_eq!(file.matches(said).count(), 6, "{file}");
        for part in document.rich_text() {
            let (Markup::Text(text) | Markup::Drawing(text)) = part;
            assert!(!text.contains("<script"), "{text}");
        }
    }

    #[test]
    fn a_file_has_language_title_policy_and_its_pictures() {
        let file = hostile().html_file();
        assert!(file.starts_with("<!DOCTYPE html>\n<html lang=\"vi\">"));
        assert!(file.contains("<title>Báo cáo: &lt;"));
        assert!(file.contains("default-src 'none'"));
        assert!(
            file.contains("<figure>\n<svg xmlns=") && file.contains("</svg><figcaption>Tóm tắt<")
        );
        assert!(file.contains(
            "<tr class=\"own\"><th scope=\"row\">Tổng</th><td class=\"number\">2</td></tr>"
        ));
        for tag in [
            "html", "head", "body", "table", "figure", "dl", "ul", "style",
        ] {
            let count = |mark: String| file.matches(&mark).count();
            let opened = count(format!("<{tag}>")) + count(format!("<{tag} "));
            assert_eq!(opened, count(format!("</{tag}>")), "{tag}");
        }
    }

    #[test]
    fn the_clipboard_gets_lines_and_drawings_in_their_places() {
        let parts = hostile().rich_text();
        let [
            Markup::Text(above),
            Markup::Drawing(svg),
            Markup::Text(below),
        ] = &parts[..]
        else {
            panic!("{parts:?}");
        };
        assert!(above.contains("<table border=\"1\"") && above.contains("<b>Tổng</b>"));
        assert!(above.ends_with("<figure>\n") && below.starts_with("<figcaption>Tóm tắt"));
        assert!(svg.starts_with("<svg"));
    }

    proptest! {
        #[test]
        fn whatever_a_text_holds_it_is_one_text(text in "\\PC{0,24}|[<>&\"'\u{0}-\u{1f}a]{0,24}") {
            let written = escaped(&text);
            prop_assert!(!written.contains(['<', '>', '"', '\'']));
            prop_assert!(written.chars().all(|letter| !letter.is_control()));
            let read = written
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
            let kept: String = text
                .chars()
                .map(|letter| if letter.is_control() || letter == '\u{ffff}' || letter == '\u{fffe}' { ' ' } else { letter })
                .collect();
            prop_assert_eq!(read, kept);
        }
    }

    #[test]
    fn an_empty_document_is_a_page_with_a_title() {
        let document = Document {
            title: "T".to_owned(),
            pieces: vec![DocumentPiece::List(Vec::new())],
            ..Document::default()
        };
        assert!(
            document
                .html_file()
                .contains("<h1>T</h1>\n<ul>\n</ul>\n</body>")
        );
    }
}
