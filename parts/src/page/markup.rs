//! What is on the page, as a value: elements, attributes and texts in the order of the document.
//! Views write into a [`Markup`]; the browser or a test reads it.

use std::borrow::Cow;

/// A text that is on the page; most never change and are not copied.
pub type Words = Cow<'static, str>;

/// Ends a token in a packed markup; no text of the page holds it.
const END: char = '\u{1e}';

fn push_plain(text: &str, packed: &mut String) {
    packed.extend(text.chars().filter(|&letter| letter != END));
}

/// One step through a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Token {
    /// An element begins.
    Open(Words),
    /// An attribute of the element that has just begun.
    Attribute(Words, Words),
    /// A text inside the element.
    Text(Words),
    /// The element ends.
    Close,
}

/// A part of a page, written from its beginning to its end.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Markup {
    tokens: Vec<Token>,
}

impl Markup {
    /// An element with what `fill` writes into it; its attributes come first.
    pub fn node(&mut self, tag: &'static str, class: &'static str, fill: impl FnOnce(&mut Self)) {
        self.open(tag, class);
        fill(self);
        self.tokens.push(Token::Close);
    }

    /// An element that holds a text and nothing else.
    pub fn leaf(&mut self, tag: &'static str, class: &'static str, text: impl Into<Words>) {
        self.open(tag, class);
        self.push_text(text.into());
        self.tokens.push(Token::Close);
    }

    /// The same for a figure or a name, which a browser's translation leaves as it is.
    pub fn figure(&mut self, tag: &'static str, class: &'static str, text: impl Into<Words>) {
        self.node(tag, class, |markup| {
            markup.keep_as_is();
            markup.text(text);
        });
    }

    /// Has a browser's translation leave the element that has just begun as it is.
    pub fn keep_as_is(&mut self) {
        self.set("translate", "no");
    }

    /// An attribute of the element that has just begun.
    pub fn set(&mut self, name: &'static str, value: impl Into<Words>) {
        self.push_attribute(name, value.into());
    }

    /// An attribute that is there or not: `hidden`, `disabled`, `checked`.
    pub fn flag(&mut self, name: &'static str, is_set: bool) {
        if is_set {
            self.push_attribute(name, Cow::Borrowed(""));
        }
    }

    /// A class that always holds, by which the element is told apart (`Name`), and some that hold now.
    pub fn classes(&mut self, always: &'static str, now: &[(&'static str, bool)]) {
        debug_assert!(!always.is_empty(), "what holds now alone names no element");
        let mut class = always.to_owned();
        for (name, _) in now.iter().filter(|(_, is_set)| *is_set) {
            class.push(' ');
            class.push_str(name);
        }
        self.push_attribute("class", Cow::Owned(class));
    }

    /// A text.
    pub fn text(&mut self, text: impl Into<Words>) {
        self.push_text(text.into());
    }

    /// The steps in their order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The same, to be changed where they stand.
    pub(super) fn tokens_mut(&mut self) -> &mut [Token] {
        &mut self.tokens
    }

    /// All of another markup, at this place.
    pub fn append(&mut self, other: Self) {
        self.tokens.extend(other.tokens);
    }

    /// As one text, to be handed from one module to another.
    pub fn pack(&self) -> String {
        let mut text = String::new();
        for token in &self.tokens {
            match token {
                Token::Open(tag) => {
                    text.push('<');
                    text.push_str(tag);
                }
                Token::Attribute(name, value) => {
                    text.push('@');
                    text.push_str(name);
                    text.push('=');
                    push_plain(value, &mut text);
                }
                Token::Text(words) => {
                    text.push('"');
                    push_plain(words, &mut text);
                }
                Token::Close => text.push('>'),
            }
            text.push(END);
        }
        text
    }

    /// A markup that was packed.
    pub fn unpack(text: &str) -> Self {
        let own = |text: &str| Cow::Owned(text.to_owned());
        let token = |part: &str| {
            let rest = part.get(1..)?;
            Some(match part.as_bytes().first()? {
                b'<' => Token::Open(own(rest)),
                b'@' => {
                    let (name, value) = rest.split_once('=')?;
                    Token::Attribute(own(name), own(value))
                }
                b'"' => Token::Text(own(rest)),
                _ => Token::Close,
            })
        };
        Self {
            tokens: text.split(END).filter_map(token).collect(),
        }
    }

    /// The first text in the element with this id; empty without one.
    pub fn text_of(&self, id: &str) -> &str {
        let is_it = |token: &Token| matches!(token, Token::Attribute(name, own) if name == "id" && own == id);
        let after = self.tokens.iter().skip_while(|token| !is_it(token));
        let mut texts = after.filter_map(|token| match token {
            Token::Text(words) => Some(words.as_ref()),
            _ => None,
        });
        texts.next().unwrap_or_default()
    }

    /// The same, given away.
    pub fn into_tokens(self) -> Vec<Token> {
        self.tokens
    }

    fn open(&mut self, tag: &'static str, class: &'static str) {
        self.tokens.push(Token::Open(Cow::Borrowed(tag)));
        if !class.is_empty() {
            self.push_attribute("class", Cow::Borrowed(class));
        }
    }

    fn push_attribute(&mut self, name: &'static str, value: Words) {
        debug_assert!(
            matches!(
                self.tokens.last(),
                Some(Token::Open(_) | Token::Attribute(..))
            ),
            "the attribute `{name}` comes after the content of its element"
        );
        self.tokens
            .push(Token::Attribute(Cow::Borrowed(name), value));
    }

    fn push_text(&mut self, text: Words) {
        self.tokens.push(Token::Text(text));
    }
}

#[cfg(test)]
mod tests {
    use super::Markup;

    #[test]
    fn what_is_packed_comes_out_as_it_was() {
        let mut markup = Markup::default();
        markup.node("p", "a", |markup| {
            markup.set("title", "a=b \u{1e}<>\"@");
            markup.text("");
            markup.leaf("b", "", "ộ\n>");
        });
        let out = Markup::unpack(&markup.pack());
        assert_eq!(
            out.html(),
            "<p class=\"a\" title=\"a=b &lt;&gt;&quot;@\"><b>ộ\n&gt;</b></p>"
        );
        assert_eq!(Markup::unpack(&out.pack()), out);
        assert_eq!(Markup::unpack(""), Markup::default());
        assert_eq!(Markup::unpack("\u{1e}@x\u{1e}ộ"), Markup::default());
    }

    #[test]
    fn a_text_is_found_by_its_element() {
        let mut markup = Markup::default();
        markup.leaf("p", "", "a");
        markup.node("h3", "", |markup| {
            markup.set("id", "finding");
            markup.text("b");
        });
        assert_eq!(
            (markup.text_of("finding"), markup.text_of("moon")),
            ("b", "")
        );
    }

    #[test]
    fn elements_nest_and_texts_are_escaped() {
        let mut markup = Markup::default();
        markup.node("ul", "", |markup| {
            markup.node("li", "", |markup| {
                markup.classes("row", &[("chosen", true), ("edited", false)]);
                markup.flag("hidden", false);
                markup.text("a & b");
            });
            markup.node("input", "", |markup| markup.set("value", "\"<"));
            markup.leaf("li", "last", String::from("c"));
        });
        assert_eq!(
            markup.html(),
            "<ul><li class=\"row chosen\">a &amp; b</li><input value=\"&quot;&lt;\">\
             <li class=\"last\">c</li></ul>"
        );
    }
}
