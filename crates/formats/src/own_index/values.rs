//! The values of an own index, read as they stand: units and indicators may still be unknown where
//! they come first in the text. Names of indicators are kept once, so a value takes 16 bytes.

use super::limits::MOST_INDICATORS;
use crate::typed::{Line, Number};
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;

/// Values of one unit: places of names, and `None` for `null`.
type OfUnit = Vec<(u32, Option<f64>)>;

/// Values by unit, in the order of the text.
pub(super) struct Values {
    /// Ids of indicators that have values, in the order in which they first stand there.
    pub(super) names: Vec<String>,
    /// Ids of units with their values.
    pub(super) units: Vec<(String, OfUnit)>,
}

fn too_many() -> String {
    format!("an index may have {MOST_INDICATORS} indicators at most, and here are values of more")
}

impl<'de> serde::Deserialize<'de> for Values {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_map(Units)
    }
}

struct Units;

impl<'de> Visitor<'de> for Units {
    type Value = Values;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("values by unit")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Values, A::Error> {
        let mut names = Names::default();
        let mut units = Vec::new();
        while let Some(Line(unit)) = entries.next_key()? {
            units.push((unit, entries.next_value_seed(OneUnit(&mut names))?));
        }
        Ok(Values {
            names: names.list,
            units,
        })
    }
}

/// Ids of indicators and their places.
#[derive(Default)]
struct Names {
    list: Vec<String>,
    places: BTreeMap<String, u32>,
}

impl Names {
    /// The place of an id; `None` where there are more than an index may have.
    fn place(&mut self, id: &str) -> Option<u32> {
        if let Some(place) = self.places.get(id) {
            return Some(*place);
        }
        let place = u32::try_from(self.list.len()).ok()?;
        if self.list.len() == MOST_INDICATORS {
            return None;
        }
        self.list.push(id.to_owned());
        self.places.insert(id.to_owned(), place);
        Some(place)
    }
}

struct OneUnit<'a>(&'a mut Names);

impl<'de> DeserializeSeed<'de> for OneUnit<'_> {
    type Value = OfUnit;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Self::Value, D::Error> {
        source.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for OneUnit<'_> {
    type Value = OfUnit;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("values by indicator")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut values = Vec::with_capacity(self.0.list.len());
        while let Some(Line(id)) = entries.next_key()? {
            let place = self.0.place(&id);
            let place = place.ok_or_else(|| A::Error::custom(too_many()))?;
            let value: Option<Number> = entries.next_value()?;
            values.push((place, value.map(|Number(value)| value)));
        }
        Ok(values)
    }
}
