//! The same province in another edition, across the merger of 2025.

use super::Calculator;

impl Calculator {
    /// The unit of edition `to` that stands for `unit`: the same, the one that it became part of,
    /// or the first that it was made of. `None` where there is none.
    pub fn counterpart(&self, unit: &str, to: &str) -> Option<&str> {
        let units = self.edition(to).ok()?.units();
        let merged = self.catalogue.merged_into(unit);
        let found = units
            .iter()
            .find(|u| u.id == unit)
            .or_else(|| units.iter().find(|u| Some(u.id.as_str()) == merged))
            .or_else(|| {
                units
                    .iter()
                    .find(|u| self.catalogue.merged_into(&u.id) == Some(unit))
            })?;
        Some(&found.id)
    }
}

#[cfg(test)]
mod tests {
    use crate::calculator::Calculator;

    #[test]
    fn a_province_is_found_again_on_both_sides_of_the_merger() {
        let calculator = Calculator::official().unwrap();
        assert_eq!(
            calculator.counterpart("bac-giang", "2024-34"),
            Some("bac-ninh")
        );
        assert_eq!(calculator.counterpart("bac-ninh", "2022"), Some("bac-ninh"));
        assert_eq!(
            calculator.counterpart("thua-thien-hue", "2024-34"),
            Some("hue")
        );
        assert_eq!(
            calculator.counterpart("hue", "2022"),
            Some("thua-thien-hue")
        );
        assert_eq!(calculator.counterpart("nowhere", "2022"), None);
        assert_eq!(calculator.counterpart("hue", "1999"), None);
    }
}
