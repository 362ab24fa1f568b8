//! Raised and lowered text, as footnotes have it: `0,6975` with a small 1 behind it is no 0,69751. The
//! library forgets how a text is set, so it is marked before, and taken out behind it.

use super::xml;
use quick_xml::events::Event;

/// Around raised or lowered text. No text of a file has them: they are refused before.
const MARKS: [char; 2] = ['\u{1}', '\u{2}'];

/// A part's text with marks around what is raised or lowered; `None` where nothing is.
pub(super) fn marked(text: &str) -> Option<String> {
    if !text.contains("vertAlign") {
        return None;
    }
    let [open, close] = MARKS;
    let mut reader = xml::reader(text);
    let (mut is_lifted, mut marked) = (false, String::with_capacity(text.len()));
    let mut done = 0;
    loop {
        let before = place(reader.buffer_position());
        // What breaks off here breaks off in the library too, which says so.
        let Ok(event) = reader.read_event() else {
            break;
        };
        let after = place(reader.buffer_position());
        let (end, mark) = match event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "t" if is_lifted => (after, open),
                "vertAlign" => {
                    let set = xml::attribute(&tag, "val");
                    is_lifted = set.is_some_and(|set| set.ends_with("script"));
                    continue;
                }
                _ => continue,
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" if is_lifted => (before, close),
                "r" => {
                    is_lifted = false;
                    continue;
                }
                _ => continue,
            },
            Event::Eof => break,
            _ => continue,
        };
        marked.push_str(text.get(done..end).unwrap_or_default());
        marked.push(mark);
        done = end.max(done);
    }
    marked.push_str(text.get(done..).unwrap_or_default());
    Some(marked)
}

fn place(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

/// A text without what is marked in it; `None` where nothing is.
pub(super) fn without(text: &str) -> Option<String> {
    let [open, close] = MARKS;
    text.contains(open).then_some(())?;
    let mut is_lifted = false;
    let kept = text.chars().filter(|&letter| {
        is_lifted = (is_lifted || letter == open) && letter != close;
        !is_lifted && letter != close
    });
    Some(kept.collect())
}

#[cfg(test)]
mod tests {
    use super::{marked, without};

    #[test]
    fn what_is_raised_or_lowered_is_taken_out() {
        let given = "<si><r><t>0,6975</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr>\
            <t>1</t></r><r><rPr><vertAlign val=\"baseline\"/></rPr><t>!</t></r></si><si><t>2</t></si>";
        let marked = marked(given).unwrap();
        assert_eq!(
            marked,
            given.replace("<t>1</t>", "<t>\u{1}1\u{2}</t>"),
            "{marked}"
        );
        assert_eq!(without("0,6975\u{1}1\u{2}!").as_deref(), Some("0,6975!"));
        assert_eq!(without("0,6975"), None);
    }
}
