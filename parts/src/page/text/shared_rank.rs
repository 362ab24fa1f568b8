//! Who shares a rank, in words.

use super::{either, in_language};
use dti_engine::model::Text;
use dti_formats::link::Language;

/// How many of those that share a rank are named.
const UNITS_NAMED: usize = 2;

/// "đồng hạng với Yên Bái"; many are counted. `None` where nobody shares the rank.
pub(crate) fn tied_with(tied: &[Text], language: Language) -> Option<String> {
    let who = named_or_counted(tied, language)?;
    Some(match language {
        Language::Vi => format!("đồng hạng với {who}"),
        Language::En => format!("tied with {who}"),
    })
}

/// "Yên Bái và Huế"; many are counted. `None` without any.
fn named_or_counted(units: &[Text], language: Language) -> Option<String> {
    Some(match units {
        [] => return None,
        few if few.len() <= UNITS_NAMED => {
            let names = few
                .iter()
                .map(|name| in_language(name, language).to_owned());
            listed(&names.collect::<Vec<_>>(), language)
        }
        many => match language {
            Language::Vi => format!("{} tỉnh khác", many.len()),
            Language::En => format!("{} other provinces", many.len()),
        },
    })
}

/// "a, b và c"
fn listed(parts: &[String], language: Language) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => {
            let and = either(language, "và", "and");
            format!("{} {and} {last}", first.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::tied_with;
    use dti_engine::model::Text;
    use dti_formats::link::Language::{En, Vi};

    #[test]
    fn who_shares_the_rank_is_named() {
        let names = [["Yên Bái", "Yen Bai"], ["Huế", "Hue"], ["Hà Nam", "Ha Nam"]];
        let names = names.map(|[vi, en]| Text {
            vi: vi.into(),
            en: en.into(),
        });
        assert_eq!(tied_with(&[], Vi), None);
        let said = |count: usize, language| tied_with(&names[..count], language).unwrap();
        assert_eq!(said(1, Vi), "đồng hạng với Yên Bái");
        assert_eq!(said(2, En), "tied with Yen Bai and Hue");
        assert_eq!(said(3, Vi), "đồng hạng với 3 tỉnh khác");
    }
}
