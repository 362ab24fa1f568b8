//! Data codes: what tells the data that a reader brought from others without giving them. A link
//! carries the code of its edition, so that a page with other data can say so.

use crate::FileError;
use crate::shipped::{CODE_PLACE, PART, editions_listed, parts};

/// FNV-1a, 32 bits: it need not withstand anybody, only be short and the same on every machine.
const BASIS: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

/// The editions that count with something of `brought`, listed once more with their data codes; to
/// stand behind it. Both are catalogue text: `others` is what stands before. Empty where no edition
/// counts with any of it.
pub fn codes_part(others: &str, brought: &str) -> Result<String, FileError> {
    let all = format!("{others}{brought}");
    let mut lines = String::new();
    for fields in editions_listed(&all)? {
        let (id, profile) = (fields.at(0), fields.at(5));
        let mut rests_on = vec![
            ("framework", fields.at(2)),
            ("units", fields.at(3)),
            ("edition", id),
        ];
        // Estimates follow the figures of another edition.
        if profile != id {
            rests_on.push(("edition", profile));
        }
        if let Some(code) = code_of(brought, &rests_on) {
            for place in 0..CODE_PLACE {
                lines.push_str(fields.at(place));
                lines.push('\t');
            }
            lines.push_str(&format!("{code:08x}\n"));
        }
    }
    if lines.is_empty() {
        return Ok(lines);
    }
    Ok(format!("{PART}editions \n{lines}"))
}

/// One code for those of the parts that a text has; `None` where it has none. The last of a name
/// counts, as it does for who reads the text.
fn code_of(text: &str, wanted: &[(&str, &str)]) -> Option<u32> {
    let mut code = None;
    for (kind, name) in wanted {
        let found = parts(text, kind).into_iter().rfind(|(own, _)| own == name);
        if let Some((_, lines)) = found {
            // What stands between keeps the end of one part from being the beginning of the next.
            let bytes = [kind, "\n", lines, "\n"].into_iter().flat_map(str::bytes);
            code = Some(bytes.fold(code.unwrap_or(BASIS), |code, byte| {
                (code ^ u32::from(byte)).wrapping_mul(PRIME)
            }));
        }
    }
    code
}

#[cfg(test)]
mod tests {
    use super::{code_of, codes_part};
    use crate::{example_part, parse_index, slots_part};
    use proptest::prelude::*;

    /// The codes of all editions, of official text with this behind it.
    fn codes(brought: &str) -> Vec<(String, String)> {
        let official = crate::official_text();
        let part = codes_part(official, brought).unwrap();
        let text = format!("{official}{brought}{part}");
        let catalogue = crate::catalogue(text.leak()).unwrap();
        let headers = catalogue.editions.iter().map(|own| own.header());
        let code = headers.filter_map(|own| Some((own.id.clone(), own.data_code.clone()?)));
        code.collect()
    }

    fn index(figure: u32) -> String {
        let document = format!(
            r#"{{"framework":{{"id":"own","title":{{"vi":"Riêng"}},"indicators":[
            {{"id":"a","name":{{"vi":"A"}},"maxPoints":10}}]}},"edition":{{"id":"own-1",
            "year":2026,"title":{{"vi":"Kỳ"}},"units":[{{"id":"u","name":{{"vi":"U"}}}}],
            "values":{{"u":{{"a":0.{figure:04}}}}}}}}}"#
        );
        parse_index("own.json", &document)
            .unwrap()
            .to_catalogue_text()
    }

    #[test]
    fn the_hash_is_fnv_1a() {
        // Of "a\nc\n", worked out by another program.
        let text = "\u{1d}a b\nc\n";
        let by_hand = 0x9c27_e20b;
        assert_eq!(code_of(text, &[("a", "b")]), Some(by_hand));
        assert_eq!(code_of(text, &[("a", "c")]), None);
        assert_eq!(
            code_of("\u{1d}a b\nx\n\u{1d}a b\nc\n", &[("a", "b")]),
            Some(by_hand)
        );
    }

    /// This code is in links, so it has to stay.
    #[test]
    fn a_stored_index_keeps_its_code() {
        let stored = include_str!("../../tests/files/own-index.json");
        let part = parse_index("own-index.json", stored)
            .unwrap()
            .to_catalogue_text();
        assert_eq!(
            codes(&part),
            [("full-2024".to_owned(), "3d5ad74f".to_owned())]
        );
    }

    #[test]
    fn what_ships_has_no_code_and_says_what_it_said() {
        assert_eq!(codes(""), []);
        let catalogue = crate::official_catalogue().unwrap();
        let framework = catalogue.edition("2022").unwrap().framework();
        let part = codes_part(crate::official_text(), &slots_part(framework)).unwrap();
        let official = crate::official_text();
        let with = crate::catalogue(format!("{official}{part}").leak()).unwrap();
        for (plain, coded) in catalogue.editions.iter().zip(&with.editions) {
            let mut header = coded.header().clone();
            let is_touched = coded.framework().id() == "dti-922";
            assert_eq!(
                header.data_code.take().is_some(),
                is_touched,
                "{}",
                header.id
            );
            assert_eq!(&header, plain.header());
        }
    }

    #[test]
    fn a_table_touches_its_edition_and_those_whose_estimates_follow_it() {
        let row = |id: &str| format!("\u{1d}edition {id}\nunit\nha-noi\n");
        let touched = |id: &str| -> Vec<String> {
            codes(&row(id))
                .into_iter()
                .map(|(edition, _)| edition)
                .collect()
        };
        assert_eq!(touched("2022"), ["2022"]);
        assert_eq!(touched("2024-34"), ["2024", "2024-34"]);
    }

    #[test]
    fn an_own_index_has_a_code_beside_an_example() {
        let example = example_part("example-commune-2025").unwrap();
        let both = format!("{}{}", crate::official_text(), example);
        let part = codes_part(&both, &index(5)).unwrap();
        assert_eq!(part.lines().count(), 2, "{part:?}");
        assert!(!part.contains("example-commune-2025"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        /// The same data have the same code whatever was brought besides; others have another.
        #[test]
        fn a_code_is_of_the_data_alone(one in 0_u32..10_000, other in 0_u32..10_000) {
            let code = |text: &str| {
                let found = codes(text).into_iter().find(|(id, _)| id == "own-1");
                found.unwrap().1
            };
            let alone = code(&index(one));
            prop_assert!(alone.len() == 8 && alone.bytes().all(|b| b.is_ascii_hexdigit()));
            let besides = format!("\u{1d}edition 2022\nunit\nha-noi\n{}", index(one));
            prop_assert_eq!(&alone, &code(&besides));
            prop_assert_eq!(alone == code(&index(other)), one == other);
        }
    }
}
