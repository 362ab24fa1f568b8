//! Beginning without figures: a province, a department, a ward or commune with a name of its own, and a
//! set of indicators whose scorecard it fills.

use crate::{OwnData, Refusal};
use dti_engine::model::{Framework, Text};
use dti_formats::{commune_set, commune_sets, empty_scorecard, fold};

/// The framework of provinces, whose components are on file.
pub const PROVINCES: &str = "dti-922";

/// Longest name, in letters.
pub const LONGEST_NAME: usize = 80;

/// Ids and titles of the sets for communes.
pub fn sets() -> Vec<(String, Text)> {
    commune_sets()
}

impl OwnData {
    /// Begins an empty scorecard of a set of indicators for a unit of this name, and shows it.
    pub fn begin_scorecard(&mut self, set: &str, name: &str) -> Result<(), Refusal> {
        let name: String = name.trim().chars().take(LONGEST_NAME).collect();
        let Some(framework) = self.set(set).filter(|_| !name.is_empty()) else {
            return Err(Refusal::NameMissing);
        };
        let id = self.free_id(&name);
        let document = empty_scorecard(&framework, &id, &name);
        self.open_index(&name, &document).map(drop)
    }

    fn set(&self, id: &str) -> Option<Framework> {
        if id != PROVINCES {
            return commune_set(id);
        }
        let mut editions = self.official.editions().iter();
        let found = editions.find(|edition| edition.framework().id() == PROVINCES);
        found.map(|edition| (**edition.framework()).clone())
    }

    /// An id for an edition that no other has.
    fn free_id(&self, name: &str) -> String {
        let folded = fold(name);
        let letters = folded.chars().filter(char::is_ascii_alphanumeric);
        let short: String = letters.take(24).collect();
        let id = |number: usize| match number {
            1 => format!("phieu-{short}"),
            number => format!("phieu-{short}-{number}"),
        };
        let is_free = |id: &String| self.calculator().edition(id).is_err();
        let mut ids = (1..).map(id);
        ids.find(is_free).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::PROVINCES;
    use crate::tests::own_data;
    use crate::{News, Refusal};

    #[test]
    fn a_ward_begins_with_its_name_and_no_figure() {
        let mut own = own_data();
        let set = "commune-hcmc-2026";
        assert_eq!(own.begin_scorecard(set, "  "), Err(Refusal::NameMissing));
        own.begin_scorecard(set, "Phường Bến Thành").unwrap();
        let edition = own.calculator().edition("phieu-phuongbenthanh").unwrap();
        assert_eq!(edition.units()[0].name.vi, "Phường Bến Thành");
        assert!(edition.rows()[0].indicators.is_empty());
        assert_eq!(edition.framework().total().whole(), 100);
        let shown = |news: &News| match news {
            News::Show(link) => {
                let scenario = &link.scenario;
                scenario.edition == "phieu-phuongbenthanh"
                    && scenario.unit.as_deref() == Some("ours")
            }
            _ => false,
        };
        assert!(own.take_news().iter().any(shown));
        // Another of the same name has an id of its own, whatever its set.
        own.begin_scorecard(PROVINCES, "Phường Bến Thành").unwrap();
        let second = own.calculator().edition("phieu-phuongbenthanh-2").unwrap();
        assert_eq!(second.framework().total().whole(), 1000);
    }
}
