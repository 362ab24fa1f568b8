//! Which of the nodes that stand in an element are drawn again: each is told apart by what it is, not by
//! its place, so that one that comes or goes leaves those around it alone.

use super::Token;

/// What a node is told apart by. An element whose first attribute is its id is told apart by that:
/// another id is another element. Others are by their tag and the first word of their class, and among
/// those of one name by their order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Name<'a> {
    tag: &'a str,
    attribute: &'a str,
    word: &'a str,
}

impl<'a> Name<'a> {
    /// The name of every text.
    pub const TEXT: Self = Self {
        tag: "",
        attribute: "",
        word: "",
    };

    /// The name of an element with this tag and first attribute.
    pub fn of(tag: &'a str, first: Option<(&'a str, &'a str)>) -> Self {
        let (attribute, word) = match first {
            Some(("id", id)) => ("id", id),
            Some(("class", class)) => ("class", class.split(' ').next().unwrap_or_default()),
            _ => ("", ""),
        };
        Self {
            tag,
            attribute,
            word,
        }
    }

    /// The name of the node that begins with the first of these tokens; nothing where an element ends.
    pub fn next(tokens: &'a [Token]) -> Option<Self> {
        match tokens.first()? {
            Token::Open(tag) => Some(Self::of(
                tag,
                match tokens.get(1) {
                    Some(Token::Attribute(name, value)) => Some((name, value)),
                    _ => None,
                },
            )),
            Token::Text(_) => Some(Self::TEXT),
            Token::Attribute(..) | Token::Close => None,
        }
    }

    /// The names of all nodes up to the end of the element that they stand in.
    pub fn all(tokens: &'a [Token]) -> Vec<Self> {
        let mut names = Vec::new();
        let mut depth = 0_usize;
        for (place, token) in tokens.iter().enumerate() {
            if depth == 0 {
                names.extend(Self::next(tokens.get(place..).unwrap_or_default()));
            }
            match token {
                Token::Open(_) => depth += 1,
                Token::Close if depth == 0 => break,
                Token::Close => depth -= 1,
                _ => {}
            }
        }
        names
    }
}

/// The places of the nodes that stay, in the order that is wanted now.
pub fn kept(old: &[Name], wanted: &[Name]) -> Vec<usize> {
    let mut left: Vec<(usize, &Name)> = old.iter().enumerate().collect();
    let take = |name: &Name| {
        let found = left.iter().position(|(_, own)| *own == name)?;
        Some(left.remove(found).0)
    };
    wanted.iter().filter_map(take).collect()
}

#[cfg(test)]
mod tests {
    use super::{Name, kept};

    use crate::page::Markup;
    use proptest::prelude::*;

    #[test]
    fn a_node_is_named_by_its_id_else_by_its_class() {
        let mut markup = Markup::default();
        markup.node("div", "", |m| {
            m.text("a");
            m.node("section", "hero edited", |m| m.leaf("p", "inner", "b"));
            m.node("p", "", |m| m.set("id", "own"));
            m.node("p", "note", |m| m.set("id", "second"));
            m.leaf("b", "", "c");
        });
        let inside = &markup.tokens()[1..];
        let expected = [
            Name::TEXT,
            Name::of("section", Some(("class", "hero"))),
            Name::of("p", Some(("id", "own"))),
            Name::of("p", Some(("class", "note"))),
            Name::of("b", None),
        ];
        assert_eq!(Name::all(inside), expected);
    }

    #[test]
    fn what_stays_is_told_by_its_old_place() {
        let [notice, hero, desk] =
            ["notice", "hero", "desk"].map(|class| Name::of("section", Some(("class", class))));
        assert_eq!(kept(&[notice, hero, desk], &[hero, desk]), [1, 2]);
        assert_eq!(kept(&[hero, desk], &[notice, hero, desk]), [0, 1]);
    }

    proptest! {
        /// Nothing stays twice, all that can stay does, and each in the order that is wanted.
        #[test]
        fn what_stays_is_what_both_have(old in "[a-d]{0,9}", wanted in "[a-d]{0,9}") {
            let split = |text: &'static str| -> Vec<Name<'static>> {
                (0..text.len()).map(|at| Name::of("p", Some(("class", &text[at..=at])))).collect()
            };
            let [old, wanted] = [old, wanted].map(|text| split(text.leak()));
            let stay = kept(&old, &wanted);
            let names: Vec<Name> = stay.iter().map(|&place| old[place]).collect();
            for name in old.iter().chain(&wanted) {
                let count = |list: &[Name]| list.iter().filter(|own| *own == name).count();
                prop_assert_eq!(count(&names), count(&old).min(count(&wanted)));
            }
            let mut rest = wanted.iter();
            prop_assert!(names.iter().all(|name| rest.any(|own| own == name)));
        }
    }
}
