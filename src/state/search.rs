//! Finding a province by what people type: `ha noi`, `Đăk Lăk`, `tphcm`.

use dti_engine::calculator::Calculator;
use dti_engine::model::{Edition, Text, Unit};

/// Lower case without diacritics, spaces and punctuation: what is left to compare.
pub fn fold(text: &str) -> String {
    text.chars().filter_map(base).collect()
}

/// The plain letter behind a Vietnamese one; `None` for marks, spaces and punctuation.
fn base(letter: char) -> Option<char> {
    let plain = match letter {
        'À'..='Å' | 'à'..='å' | 'Ă' | 'ă' | 'Ạ'..='ặ' => 'a',
        'È'..='Ë' | 'è'..='ë' | 'Ẹ'..='ệ' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ' | 'ĩ' | 'Ỉ'..='ị' => 'i',
        'Ò'..='Ö' | 'ò'..='ö' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ' | 'ũ' | 'Ư' | 'ư' | 'Ụ'..='ự' => 'u',
        'Ý' | 'ý' | 'ÿ' | 'Ỳ'..='ỹ' => 'y',
        'Đ' | 'đ' => 'd',
        other => other.to_ascii_lowercase(),
    };
    plain.is_ascii_alphanumeric().then_some(plain)
}

/// What people write before a name.
const TITLES: [&str; 3] = ["thanhpho", "tinh", "tp"];

fn without_title(folded: &str) -> &str {
    let plain = TITLES.iter().find_map(|title| folded.strip_prefix(title));
    plain.filter(|plain| !plain.is_empty()).unwrap_or(folded)
}

/// What a search finds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Found {
    /// The unit in this row.
    Unit(usize),
    /// A former unit, which is a part of the one in this row now.
    Former {
        /// Row of the unit that it belongs to.
        now: usize,
        /// Its id.
        id: String,
        /// Its name.
        name: Text,
        /// The last edition that ranks it.
        edition: String,
    },
}

/// What the units of an edition, and the former ones that they were made of, can be found by.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SearchKeys(Vec<(Found, Vec<String>)>);

impl SearchKeys {
    /// The names, ids and known spellings of the units, those of other editions included.
    pub fn of(calculator: &Calculator, edition: &Edition) -> Self {
        let editions = calculator.editions();
        let others = || editions.iter().flat_map(|edition| edition.units());
        let keys = |unit: &Unit| {
            let same = others().filter(|other| other.id == unit.id);
            let spellings = same.flat_map(|other| other.variants.iter());
            let names = [&unit.name.vi, &unit.name.en, &unit.id].into_iter();
            let key = |name: &String| without_title(&fold(name)).to_owned();
            names.chain(spellings).map(key).collect::<Vec<_>>()
        };
        let units = edition.units().iter().enumerate();
        let own = units.map(|(row, unit)| (Found::Unit(row), keys(unit)));
        let mut all: Vec<(Found, Vec<String>)> = own.collect();
        // An edition that the calculator does not hold has none.
        for former in calculator.former_units(edition.id()).unwrap_or_default() {
            if edition.position(&former.unit.id).is_none() {
                let found = Found::Former {
                    now: former.now,
                    id: former.unit.id.clone(),
                    name: former.unit.name.clone(),
                    edition: former.edition.id().to_owned(),
                };
                all.push((found, keys(former.unit)));
            }
        }
        Self(all)
    }

    /// Whether the unit in this row, or a former one that is a part of it, matches; an empty search
    /// matches all.
    pub fn matches(&self, row: usize, wanted: &str) -> bool {
        let wanted = fold(wanted);
        let is_wanted = |key: &str| key.contains(without_title(&wanted));
        let is_of_row = |found: &Found| match found {
            Found::Unit(own) => *own == row,
            Found::Former { now, .. } => *now == row,
        };
        let mut own = self.0.iter().filter(|(found, _)| is_of_row(found));
        own.any(|(_, keys)| keys.iter().any(|key| is_wanted(key)))
    }

    /// What matches, first what begins as wanted; former units only where something is wanted.
    pub fn find(&self, wanted: &str) -> Vec<Found> {
        let folded = fold(wanted);
        let folded = without_title(&folded);
        let has = |keys: &[String], is_wanted: &dyn Fn(&str) -> bool| {
            keys.iter().any(|key| is_wanted(key))
        };
        let offered = self
            .0
            .iter()
            .filter(|(found, _)| !folded.is_empty() || matches!(found, Found::Unit(_)));
        let (first, others): (Vec<_>, Vec<_>) =
            offered.partition(|(_, keys)| has(keys, &|key| key.starts_with(folded)));
        let others = others
            .into_iter()
            .filter(|(_, keys)| has(keys, &|key| key.contains(folded)));
        let all = first.into_iter().chain(others);
        all.map(|(found, _)| found.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Found, SearchKeys, fold};

    #[test]
    fn marks_case_and_spaces_do_not_matter() {
        assert_eq!(fold("Đắk Lắk"), "daklak");
        assert_eq!(fold("BÀ RỊA – VŨNG TÀU"), "bariavungtau");
        // The same letters with their marks apart.
        assert_eq!(fold("Thu\u{31b}\u{300}a Thie\u{302}n"), "thuathien");
        assert_eq!(fold("ơưăâêôỹĩũđ ƠƯĂÂÊÔỸĨŨĐ"), "ouaaeoyiudouaaeoyiud");
    }

    #[track_caller]
    fn found(edition: &str, wanted: &str) -> Vec<String> {
        let calculator = dti_formats::official().unwrap();
        let edition = calculator.edition(edition).unwrap();
        let found = SearchKeys::of(&calculator, edition).find(wanted);
        let id = |found: &Found| match found {
            Found::Unit(row) => edition.units()[*row].id.clone(),
            Found::Former {
                id,
                now,
                edition: last,
                ..
            } => {
                format!("{id} ({last}) -> {}", edition.units()[*now].id)
            }
        };
        found.iter().map(id).collect()
    }

    #[test]
    fn people_find_their_province() {
        for wanted in [
            "TPHCM",
            "tp.hcm",
            "sai gon",
            "Hồ Chí Minh",
            "thành phố hồ chí minh",
        ] {
            assert_eq!(found("2022", wanted), ["ho-chi-minh"], "{wanted}");
            assert_eq!(found("2024-34", wanted), ["ho-chi-minh"], "{wanted}");
        }
        for wanted in ["huế", "HUE", "tt-hue", "thừa thiên"] {
            assert_eq!(found("2022", wanted), ["thua-thien-hue"], "{wanted}");
        }
        assert_eq!(found("2022", "bac g"), ["bac-giang"]);
        assert_eq!(found("2022", "đăklăk"), ["dak-lak"]);
        assert_eq!(found("2022", "tỉnh Bắc Giang"), ["bac-giang"]);
        assert_eq!(found("2022", "").len(), 63);
        assert!(found("2022", "paris").is_empty());
        assert_eq!(found("2022", "ha")[..3], ["ha-giang", "ha-nam", "ha-noi"]);
        let binh = found("2022", "binh");
        assert_eq!(
            binh[..4],
            ["binh-duong", "binh-dinh", "binh-phuoc", "binh-thuan"]
        );
        assert_eq!(
            binh[4..],
            ["hoa-binh", "ninh-binh", "quang-binh", "thai-binh"]
        );
    }

    #[test]
    fn a_former_province_is_found_with_the_one_that_it_belongs_to() {
        assert_eq!(
            found("2024-34", "bac giang"),
            ["bac-giang (2024) -> bac-ninh"]
        );
        assert_eq!(
            found("2024-34", "BR-VT"),
            ["ba-ria-vung-tau (2024) -> ho-chi-minh"]
        );
        assert_eq!(found("2022", "bac giang"), ["bac-giang"]);
        assert_eq!(found("2024-34", "").len(), 34);
    }
}
