//! Short texts. One table: a word without both languages does not compile.

/// Makes a table of short texts: an enum, and what each of its names says in a language. A text
/// without both languages does not compile.
macro_rules! word_table {
    (
        $(#[$about:meta])*
        $seen:vis enum $table:ident, $said:ident;
        $($name:ident: $vi:literal, $en:literal;)*
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        $seen enum $table {
            $($name,)*
        }

        impl $table {
            /// Every text, Vietnamese and English.
            #[cfg(test)]
            fn in_both() -> Vec<[&'static str; 2]> {
                use dti_formats::link::Language;
                let all = [$(Self::$name,)*];
                all.map(|own| [Language::Vi, Language::En].map(|language| own.$said(language)))
                    .to_vec()
            }

            /// The text in a language.
            $seen const fn $said(self, language: dti_formats::link::Language) -> &'static str {
                let [vi, en] = match self {
                    $(Self::$name => [$vi, $en],)*
                };
                match language {
                    dti_formats::link::Language::Vi => vi,
                    dti_formats::link::Language::En => en,
                }
            }
        }
    };
}
pub(crate) use word_table;

/// Panics where a text is empty, the same in both languages, or left in the other one.
#[cfg(test)]
#[track_caller]
pub(crate) fn assert_in_both_languages(texts: &[[&str; 2]]) {
    for [vi, en] in texts {
        assert!(!vi.trim().is_empty() && !en.trim().is_empty(), "{vi}, {en}");
        assert_ne!(vi, en);
        assert!(!en.contains(['đ', 'ả', 'ế', 'ộ', 'ạ']), "{en}");
        // A letter and its mark written apart would look alike and not be found.
        let is_mark = |letter| ('\u{300}'..='\u{36f}').contains(&letter);
        assert!(!vi.contains(is_mark), "{vi}");
    }
}
