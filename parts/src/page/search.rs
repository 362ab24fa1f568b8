//! Finding a province by what people type: `ha noi`, `Đăk Lăk`, `tphcm`.

use dti_engine::calculator::Calculator;
use dti_engine::model::Unit;

/// Lower case without diacritics, spaces and punctuation: what is left to compare.
pub(crate) fn fold(text: &str) -> String {
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

/// What each unit of an edition can be found by, in the edition's order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct SearchKeys(Vec<Vec<String>>);

impl SearchKeys {
    /// The names, ids and known spellings of the units, those of other editions included.
    pub(crate) fn of(calculator: &Calculator, units: &[Unit]) -> Self {
        let editions = calculator.editions();
        let others = || editions.iter().flat_map(|edition| edition.units());
        let keys = |unit: &Unit| {
            let same = others().filter(|other| other.id == unit.id);
            let spellings = same.flat_map(|other| other.variants.iter());
            let names = [&unit.name.vi, &unit.name.en, &unit.id].into_iter();
            let key = |name: &String| without_title(&fold(name)).to_owned();
            names.chain(spellings).map(key).collect()
        };
        Self(units.iter().map(keys).collect())
    }

    /// Whether the unit in this row matches; an empty search matches all.
    pub(crate) fn matches(&self, position: usize, wanted: &str) -> bool {
        let wanted = fold(wanted);
        self.has(position, &|key| key.contains(without_title(&wanted)))
    }

    /// The rows that match, those that begin as wanted first.
    pub(crate) fn find(&self, wanted: &str) -> Vec<usize> {
        let folded = fold(wanted);
        let begins = |row: &usize| self.has(*row, &|key| key.starts_with(without_title(&folded)));
        let rows = || 0..self.0.len();
        let first = rows().filter(begins);
        let others = rows().filter(|row| !begins(row) && self.matches(*row, wanted));
        first.chain(others).collect()
    }

    fn has(&self, position: usize, is_wanted: &dyn Fn(&str) -> bool) -> bool {
        let keys = self.0.get(position).map(Vec::as_slice).unwrap_or_default();
        keys.iter().any(|key| is_wanted(key))
    }
}

#[cfg(test)]
mod tests {
    use super::{SearchKeys, fold};

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
        let units = calculator.edition(edition).unwrap().units();
        let keys = SearchKeys::of(&calculator, units);
        let rows = keys.find(wanted);
        rows.iter().map(|&row| units[row].id.clone()).collect()
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
}
