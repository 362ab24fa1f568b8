//! Names of provinces in their many spellings: `TP.HCM`, `Dak Lak`, `Thừa Thiên - Huế`, a code. A name
//! is one unit, several (then the reader is asked), or none (then the nearest are offered).

use crate::folding::{fold, fold_together};
use dti_engine::model::Unit;

/// Most units that are offered for a name.
const MOST_OFFERED: usize = 5;
/// Longest name, in letters, that is compared letter by letter.
const LONGEST: usize = 40;

/// What stands before a name and is no part of it, folded.
const TITLES: [&str; 9] = [
    "uy ban nhan dan",
    "ubnd",
    "tinh",
    "thanh pho",
    "thu do",
    "tp",
    "t p",
    "t",
    "province of",
];
/// What stands behind a name.
const ENDINGS: [&str; 4] = ["province", "city", "municipality", "capital"];

/// Short forms and former spellings that no table of units lists for every set of units.
const SPELLINGS: [(&str, &[&str]); 11] = [
    (
        "ho-chi-minh",
        &["hcm", "hcmc", "tphcm", "sai gon", "saigon", "sg"],
    ),
    ("ha-noi", &["hanoi"]),
    ("hue", &["thua thien hue", "tt hue", "tth"]),
    ("thua-thien-hue", &["hue", "tt hue", "tth"]),
    ("ba-ria-vung-tau", &["brvt", "br vt", "vung tau"]),
    ("dak-lak", &["dac lac", "dac lak", "dak lac", "darlac"]),
    ("dak-nong", &["dac nong", "dak nong"]),
    ("da-nang", &["danang"]),
    ("bac-kan", &["bac can"]),
    ("kon-tum", &["kontum", "cong tum"]),
    ("hai-phong", &["haiphong"]),
];

/// What a written name means among the units of an edition; positions in their order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum UnitMatch {
    /// Exactly this one.
    One(usize),
    /// Each of these may be meant.
    Several(Vec<usize>),
    /// No unit is written like this; these come nearest.
    None(Vec<usize>),
}

/// All spellings of the units of an edition.
pub struct UnitNames {
    /// As written, with the position of the unit.
    exact: Vec<(String, usize)>,
    /// Folded, without titles and spaces.
    folded: Vec<(String, usize)>,
    /// Folded names in words.
    words: Vec<(String, usize)>,
}

impl UnitNames {
    /// The spellings of these units.
    pub fn of(units: &[Unit]) -> Self {
        let mut names = Self {
            exact: Vec::new(),
            folded: Vec::new(),
            words: Vec::new(),
        };
        for (position, unit) in units.iter().enumerate() {
            let own = [&unit.id, &unit.name.vi, &unit.name.en, &unit.gso_code];
            for name in own.into_iter().chain(&unit.variants) {
                names.add(name, position);
            }
            let short = SPELLINGS.iter().find(|(id, _)| *id == unit.id);
            for name in short.map(|(_, names)| *names).unwrap_or_default() {
                names.add(name, position);
            }
        }
        names
    }

    fn add(&mut self, name: &str, position: usize) {
        if name.is_empty() {
            return;
        }
        self.exact.push((name.to_owned(), position));
        let words = fold(name);
        let stripped = without_titles(&words);
        for folded in [words.replace(' ', ""), stripped.replace(' ', "")] {
            if !folded.is_empty() {
                self.folded.push((folded, position));
            }
        }
        self.words.push((stripped.to_owned(), position));
    }

    /// What a written name means.
    ///
    /// ```
    /// use dti_formats::{UnitMatch, UnitNames};
    /// let catalogue = dti_formats::official_catalogue()?;
    /// let units = catalogue.edition("2022").expect("on file").units();
    /// let UnitMatch::One(position) = UnitNames::of(units).find("Tp.HCM") else { panic!() };
    /// assert_eq!(units[position].id, "ho-chi-minh");
    /// # Ok::<(), dti_formats::FileError>(())
    /// ```
    pub fn find(&self, written: &str) -> UnitMatch {
        let written = written.trim();
        let exact = positions(&self.exact, |name| name == written);
        if let [one] = exact.as_slice() {
            return UnitMatch::One(*one);
        }
        let whole = fold(written);
        // Remarks in brackets and a number in front are left out where the name as a whole says nothing.
        let bare = fold(written.split(['(', '[']).next().unwrap_or_default());
        let unnumbered = bare
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .trim_start();
        for words in [whole.as_str(), bare.as_str(), unnumbered] {
            for words in [words, without_titles(words)] {
                let same = words.replace(' ', "");
                let found = positions(&self.folded, |name| name == same || is_code(name, &same));
                match found.as_slice() {
                    [] => {}
                    [one] => return UnitMatch::One(*one),
                    _ => return UnitMatch::Several(found),
                }
            }
        }
        self.near(without_titles(unnumbered))
    }

    /// The unit that these folded words name, with nothing left out and nothing guessed.
    pub(crate) fn exactly(&self, words: &str) -> Option<usize> {
        let same = words.replace(' ', "");
        match positions(&self.folded, |name| name == same).as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// Units that may be meant by words that are no unit's name.
    fn near(&self, words: &str) -> UnitMatch {
        let letters = words.replace(' ', "");
        if letters.is_empty() || letters.len() > LONGEST {
            return UnitMatch::None(Vec::new());
        }
        let begins = |name: &str| name.starts_with(words) && letters.len() > 1;
        let begun = positions(&self.words, |name| {
            begins(name) || initials(name) == letters
        });
        if begun.len() > 1 {
            return UnitMatch::Several(begun);
        }
        let mut near: Vec<(usize, usize)> = Vec::new();
        for (name, position) in &self.folded {
            let distance = distance(&letters, name);
            let is_near = distance * 3 <= letters.len().max(name.len());
            if is_near && !begun.contains(position) {
                near.push((distance, *position));
            }
        }
        near.sort_unstable();
        let mut offered = begun;
        for (_, position) in near {
            if !offered.contains(&position) && offered.len() < MOST_OFFERED {
                offered.push(position);
            }
        }
        UnitMatch::None(offered)
    }
}

/// The units with a name for which this is so, each once.
fn positions(names: &[(String, usize)], is_so: impl Fn(&str) -> bool) -> Vec<usize> {
    let mut found: Vec<usize> = names
        .iter()
        .filter(|(name, _)| is_so(name))
        .map(|(_, position)| *position)
        .collect();
    found.dedup();
    found
}

/// Whether a number is this code without the zero that a spreadsheet took away.
fn is_code(code: &str, number: &str) -> bool {
    code.strip_prefix('0').is_some_and(|rest| rest == number) && number.len() == 1
}

fn without_titles(words: &str) -> &str {
    let mut words = words;
    for title in TITLES {
        let rest = words
            .strip_prefix(title)
            .and_then(|rest| rest.strip_prefix(' '));
        words = rest.unwrap_or(words);
    }
    for ending in ENDINGS {
        let rest = words
            .strip_suffix(ending)
            .and_then(|rest| rest.strip_suffix(' '));
        words = rest.unwrap_or(words);
    }
    words
}

fn initials(words: &str) -> String {
    let firsts = words.split(' ').filter_map(|word| word.chars().next());
    firsts.collect()
}

/// How many letters have to be put in, taken out or exchanged.
fn distance(left: &str, right: &str) -> usize {
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (above, letter) in left.bytes().enumerate() {
        let mut next = vec![above + 1];
        for (other, pair) in right.bytes().zip(row.windows(2)) {
            let [diagonal, up] = pair else { continue };
            let before = next.last().copied().unwrap_or_default();
            let same = diagonal + usize::from(letter != other);
            next.push(same.min(up + 1).min(before + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

/// Whether two written names are one after folding.
pub(super) fn is_same_name(left: &str, right: &str) -> bool {
    fold_together(left) == fold_together(right)
}

#[cfg(test)]
mod tests {
    use super::{UnitMatch, UnitNames, distance};
    use crate::fold;
    use dti_engine::model::Unit;
    use proptest::prelude::*;

    fn units(edition: &str) -> Vec<Unit> {
        let catalogue = crate::official_catalogue().unwrap();
        catalogue.edition(edition).unwrap().units().to_vec()
    }

    #[track_caller]
    fn expect(edition: &str, written: &str, id: &str) {
        let units = units(edition);
        let found = UnitNames::of(&units).find(written);
        let UnitMatch::One(position) = found else {
            panic!("{written}: {found:?}");
        };
        assert_eq!(units[position].id, id, "{written}");
    }

    #[test]
    fn people_write_one_province_in_many_ways() {
        for (written, id) in [
            ("TP. Hồ Chí Minh", "ho-chi-minh"),
            ("Tp HCM", "ho-chi-minh"),
            ("T.P Hồ Chí Minh", "ho-chi-minh"),
            ("HCMC", "ho-chi-minh"),
            ("Thành phố Hồ Chí Minh (*)", "ho-chi-minh"),
            ("Ho Chi Minh City", "ho-chi-minh"),
            ("Dak Lak", "dak-lak"),
            ("ĐẮC LẮC", "dak-lak"),
            ("tỉnh Đắk  Lắk", "dak-lak"),
            ("UBND tỉnh Cao Bằng", "cao-bang"),
            ("Bac Ninh Province", "bac-ninh"),
            ("12. Lai Châu", "lai-chau"),
            ("Thủ đô Hà Nội", "ha-noi"),
        ] {
            expect("2022", written, id);
            expect("2024-34", written, id);
        }
        for written in [
            "Thừa Thiên - Huế",
            "TT-Huế",
            "Huế",
            "TP Huế",
            "Thua Thien Hue",
        ] {
            expect("2022", written, "thua-thien-hue");
            expect("2024-34", written, "hue");
        }
        expect("2022", "Bà Rịa-Vũng Tàu", "ba-ria-vung-tau");
        expect("2022", "BÀ RỊA – VŨNG TÀU", "ba-ria-vung-tau");
        // Codes differ between the two sets, and sheets drop the zero of `06`.
        expect("2022", "24", "bac-giang");
        expect("2024-34", "24", "bac-ninh");
        expect("2022", "6", "bac-kan");
    }

    #[test]
    fn what_may_be_several_is_asked_and_what_is_none_gets_offers() {
        let units = units("2022");
        let names = UnitNames::of(&units);
        let ids = |positions: &[usize]| -> Vec<&str> {
            positions
                .iter()
                .map(|&place| units[place].id.as_str())
                .collect()
        };
        let UnitMatch::Several(several) = names.find("QN") else {
            panic!()
        };
        assert_eq!(ids(&several), ["quang-nam", "quang-ngai", "quang-ninh"]);
        let UnitMatch::Several(several) = names.find("Quảng") else {
            panic!()
        };
        assert_eq!(several.len(), 5);
        let UnitMatch::None(near) = names.find("Bắc Gaing") else {
            panic!()
        };
        assert_eq!(ids(&near)[0], "bac-giang");
        for nothing in ["", "()", "Trung bình", "Tổng cộng cả nước", "2022"] {
            assert!(
                matches!(names.find(nothing), UnitMatch::None(_)),
                "{nothing}"
            );
        }
        assert_eq!(distance("bacgiang", "bacgaing"), 2);
    }

    fn apart(text: &str) -> String {
        // Only what the names need: marks of tone and shape behind their letters.
        let marks = [
            ("ắ", "ă\u{301}"),
            ("à", "a\u{300}"),
            ("á", "a\u{301}"),
            ("ã", "a\u{303}"),
            ("ồ", "ô\u{300}"),
            ("ế", "ê\u{301}"),
            ("ị", "i\u{323}"),
            ("ừ", "ư\u{300}"),
            ("ư", "u\u{31b}"),
            ("ă", "a\u{306}"),
            ("ê", "e\u{302}"),
            ("ô", "o\u{302}"),
        ];
        marks
            .iter()
            .fold(text.to_owned(), |text, (one, two)| text.replace(one, two))
    }

    proptest! {
        #[test]
        fn every_spelling_of_every_unit_means_that_unit(
            edition in prop_oneof![Just("2022"), Just("2024-34")],
            place in 0_usize..63,
            name in 0_usize..20,
            case in 0_usize..4,
            title in prop_oneof![Just(""), Just("Tỉnh "), Just("TP. "), Just("thành phố "), Just("TP.")],
            spaces in prop_oneof![Just(" "), Just("  "), Just("\u{a0}"), Just(" \n")],
        ) {
            let units = units(edition);
            let names = UnitNames::of(&units);
            let place = place % units.len();
            let unit = &units[place];
            let mut own = vec![unit.id.clone(), unit.name.vi.clone(), unit.name.en.clone()];
            own.extend(unit.variants.clone());
            let name = &own[name % own.len()];
            let name = match case {
                0 => name.clone(),
                1 => name.to_uppercase(),
                2 => apart(&name.to_lowercase()),
                _ => fold(name),
            };
            let written = format!(" {title}{}{spaces}", name.replace(' ', spaces));
            prop_assert_eq!(names.find(&written), UnitMatch::One(place), "{:?}", written);
        }

        #[test]
        fn no_text_at_all_makes_it_fail(written in "\\PC{0,60}") {
            let units = units("2024-34");
            let _ = UnitNames::of(&units).find(&written);
        }
    }
}
