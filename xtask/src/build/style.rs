//! One stylesheet out of those that the page links, without comments and indentation.

use std::path::Path;

use anyhow::Result;

use super::page::Stylesheet;
use crate::project::read;

/// Joins the stylesheets in their order; one for a medium is wrapped in a rule for it.
pub(super) fn bundle(folder: &Path, sheets: &[Stylesheet]) -> Result<String> {
    let mut bundle = String::new();
    for sheet in sheets {
        let text = compact(&read(&folder.join(&sheet.file))?);
        match &sheet.media {
            Some(media) => {
                bundle.push_str(&format!("@media {media}{{\n{text}}}\n"));
            }
            None => bundle.push_str(&text),
        }
    }
    Ok(bundle)
}

/// Drops comments, indentation, empty lines and spaces that say nothing; strings stay as they are.
fn compact(css: &str) -> String {
    let plain = without_comments(css);
    plain
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .fold(String::with_capacity(plain.len()), |mut text, line| {
            text.push_str(line);
            text.push('\n');
            text
        })
}

fn without_comments(css: &str) -> String {
    let mut plain = String::with_capacity(css.len());
    let mut quote = None;
    let mut left = css.chars().peekable();
    while let Some(letter) = left.next() {
        match (quote, letter) {
            (None, '/') if left.peek() == Some(&'*') => {
                left.next();
                let mut before = ' ';
                for inside in left.by_ref() {
                    if before == '*' && inside == '/' {
                        break;
                    }
                    before = inside;
                }
                continue;
            }
            (None, '"' | '\'') => quote = Some(letter),
            (Some(_), '\\') => {
                plain.push(letter);
                plain.extend(left.next());
                continue;
            }
            (Some(open), _) if open == letter => quote = None,
            (None, ' ') if plain.ends_with([':', ',', ' ']) => continue,
            (None, '{') if plain.ends_with(' ') => {
                plain.pop();
            }
            _ => {}
        }
        plain.push(letter);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn comments_and_indentation_go_but_strings_stay() {
        let css = "/* a **/\na {\n  color: red; /* b */\n\n  content: \"/* c \\\" */\";\n}\n";
        assert_eq!(
            compact(css),
            "a{\ncolor:red;\ncontent:\"/* c \\\" */\";\n}\n"
        );
        assert_eq!(compact("a{}/* never closed"), "a{}\n");
    }
}
