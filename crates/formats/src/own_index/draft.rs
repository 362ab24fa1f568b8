//! An index before it is a document: what a form or two tables say, in the words that people use. Ids,
//! whole max points and values that the document keeps in full are made here, for both.

use super::ids::{Ids, short};
use super::points::{Pointed, PointsFault, points};
use super::written::{
    BothWritten, EditionWritten, FrameworkWritten, IndexWritten, IndicatorWritten, NameWritten,
    ScaleWritten, TreatmentWritten, UnitNameWritten, UnitWritten, same,
};
use crate::typed::Decimal;
use dti_engine::model::{Direction, Imputation, Mean, Missing, Treatment};
use std::collections::BTreeMap;

/// Begins the ids of frameworks and editions, so that no official one is like them.
const OWN: &str = "own";
/// How much of the range of its values an indicator may lose in the document.
const LOST: f64 = 1e-11;
/// The same where values are treated: the range is the smaller then, and a logarithm tells more of the least.
const LOST_OF_TREATED: f64 = 1e-13;

/// An index with its units and raw values.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct IndexDraft {
    /// Title, in Vietnamese where it is in both languages.
    pub title: String,
    /// Title in English.
    pub title_en: Option<String>,
    /// Year that the values are of.
    pub year: u16,
    /// What a unit is called: Vietnamese, English, several in English.
    pub unit_name: Option<[String; 3]>,
    /// How scores become those above them, on every level.
    pub mean: Mean,
    /// What stands for a value that a unit does not have.
    pub missing: Option<Missing>,
    /// What is ranked.
    pub units: Vec<DraftUnit>,
    /// The main indicators.
    pub indicators: Vec<IndicatorNode>,
}

/// A unit of a draft.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DraftUnit {
    /// What tells it from others; any text.
    pub code: String,
    /// Name.
    pub name: String,
    /// The region or group that it belongs to.
    pub region: Option<String>,
}

/// An indicator of a draft.
#[derive(Clone, PartialEq, Debug)]
pub struct IndicatorNode {
    /// What tells it from others; any text.
    pub code: String,
    /// Name.
    pub name: String,
    /// Weight among those beside it, at least 0.
    pub weight: f64,
    /// What its score is made of.
    pub below: Below,
}

/// What the score of an indicator is made of.
#[derive(Clone, PartialEq, Debug)]
pub enum Below {
    /// Indicators.
    Indicators(Vec<IndicatorNode>),
    /// Raw values.
    Values(RawColumn),
}

/// Raw values of an indicator, and which of them are good.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct RawColumn {
    /// One per unit, in their order; `None` for a gap.
    pub values: Vec<Option<f64>>,
    /// Which values are good.
    pub direction: Direction,
    /// Values of no and of full score; `None` for the least and the most of the units.
    pub goalposts: Option<(f64, f64)>,
    /// What stands in for gaps.
    pub imputation: Option<Imputation>,
    /// What is done with outliers; only without goalposts.
    pub treatment: Option<Treatment>,
}

impl IndexDraft {
    /// Its title and year as an id.
    pub fn id(&self) -> String {
        format!("{}-{}", self.framework_id(), self.year)
    }

    fn framework_id(&self) -> String {
        let title = short(&self.title, '-');
        match title.is_empty() {
            true => OWN.to_owned(),
            false => format!("{OWN}-{title}"),
        }
    }

    /// The document of this index, for [`crate::parse_index`].
    pub fn document(&self) -> Result<String, PointsFault> {
        let mut ids = Ids::default();
        let units = self.units.iter();
        let units: Vec<String> = units.map(|unit| ids.like(&unit.code, "unit")).collect();
        let mut writing = Writing {
            mean: self.mean,
            units: &units,
            ids: Ids::default(),
            values: units
                .iter()
                .map(|id| (id.clone(), BTreeMap::new()))
                .collect(),
        };
        let indicators = writing.indicators(&self.indicators, points(&self.indicators)?);
        let title = || BothWritten {
            vi: &self.title,
            en: self.title_en.as_deref(),
        };
        let [vi, en, plural] = self.unit_name.clone().unwrap_or_default();
        let unit_name = UnitNameWritten {
            vi: &vi,
            en: &en,
            plural: &plural,
        };
        let written = IndexWritten {
            framework: FrameworkWritten {
                id: self.framework_id(),
                title: title(),
                mean: self.mean.as_str(),
                missing: self.missing.map(Missing::as_str),
                indicators,
            },
            edition: EditionWritten {
                id: self.id(),
                year: self.year,
                title: title(),
                unit_name: self.unit_name.is_some().then_some(unit_name),
                units: self.units.iter().zip(&units).map(written_unit).collect(),
                values: writing.values,
            },
        };
        // Nothing in it can fail to be written.
        Ok(serde_json::to_string_pretty(&written).unwrap_or_default())
    }
}

fn written_unit<'a>((unit, id): (&'a DraftUnit, &String)) -> UnitWritten<'a> {
    UnitWritten {
        id: id.clone(),
        name: same(&unit.name),
        region: unit.region.as_deref().map(same),
    }
}

/// What is made on the way through the tree.
struct Writing<'a> {
    mean: Mean,
    units: &'a [String],
    ids: Ids,
    values: BTreeMap<String, BTreeMap<String, f64>>,
}

impl Writing<'_> {
    fn indicators(
        &mut self,
        nodes: &[IndicatorNode],
        pointed: Vec<Pointed>,
    ) -> Vec<IndicatorWritten> {
        let both = nodes.iter().zip(pointed);
        both.map(|(node, own)| self.indicator(node, own)).collect()
    }

    fn indicator(&mut self, node: &IndicatorNode, own: Pointed) -> IndicatorWritten {
        let id = self.ids.like(&node.code, "indicator");
        let mut written = IndicatorWritten {
            id,
            name: NameWritten {
                vi: node.name.clone(),
            },
            max_points: own.points,
            mean: None,
            scale: None,
            children: Vec::new(),
        };
        match &node.below {
            Below::Indicators(nodes) => {
                written.mean = (self.mean != Mean::Arithmetic).then(|| self.mean.as_str());
                written.children = self.indicators(nodes, own.below);
            }
            Below::Values(column) => {
                let power = column.power();
                if power != 0 {
                    written.name.vi = format!("{} (× 10^{power})", node.name);
                }
                written.scale = Some(column.scale(power));
                for (unit, value) in self.units.iter().zip(&column.values) {
                    if let (Some(values), Some(value)) = (self.values.get_mut(unit), value) {
                        values.insert(written.id.clone(), times_power(*value, power));
                    }
                }
            }
        }
        written
    }
}

impl RawColumn {
    /// The power of ten with which the document keeps all digits of the values: it has 12 decimals of
    /// small numbers and no number of 10^12 and more.
    fn power(&self) -> i32 {
        let values = || self.values.iter().flatten().copied();
        let range = match self.goalposts {
            Some((low, high)) => high - low,
            None => self.range(),
        };
        let most_lost = self.treatment.map_or(LOST, |_| LOST_OF_TREATED);
        let ends = self.goalposts.map_or([0.0; 2], |(low, high)| [low, high]);
        let largest = values()
            .chain(ends)
            .fold(0.0, |own: f64, x| own.max(x.abs()));
        let lost = |decimals: u8| 10_f64.powi(-i32::from(decimals));
        let is_kept =
            Decimal::decimals_of(largest).is_some_and(|own| lost(own) <= most_lost * range);
        if is_kept || largest == 0.0 {
            return 0;
        }
        let thousands = (largest.log10() / 3.0).floor() as i32;
        -3 * thousands
    }

    /// From the least to the most, without what may be winsorised on both sides.
    fn range(&self) -> f64 {
        let mut sorted: Vec<f64> = self.values.iter().flatten().copied().collect();
        sorted.sort_by(f64::total_cmp);
        let between = |cut: usize| {
            let (low, high) = (sorted.get(cut), sorted.iter().rev().nth(cut));
            low.zip(high).map_or(0.0, |(low, high)| high - low)
        };
        let cut = self.treatment.map_or(0, |rule| rule.most as usize);
        let inner = between(cut);
        if inner > 0.0 { inner } else { between(0) }
    }

    fn scale(&self, power: i32) -> ScaleWritten {
        let goalposts = self
            .goalposts
            .map(|(low, high)| (times_power(low, power), times_power(high, power)));
        ScaleWritten {
            normalisation: match goalposts {
                Some(_) => "goalposts",
                None => "min_max",
            },
            direction: match self.direction {
                Direction::HigherIsBetter => "higher_is_better",
                Direction::LowerIsBetter => "lower_is_better",
            },
            low: goalposts.map(|(low, _)| low),
            high: goalposts.map(|(_, high)| high),
            imputation: self.imputation.map(Imputation::as_str),
            treatment: self.treatment.map(|rule| TreatmentWritten {
                winsorise: rule.most,
                skewness: rule.skewness.to_f64(),
                kurtosis: rule.kurtosis.to_f64(),
                beyond: rule.beyond.as_str(),
            }),
        }
    }
}

/// A number times a power of ten, without the noise that a negative power has as a float.
fn times_power(value: f64, power: i32) -> f64 {
    match power < 0 {
        true => value / 10_f64.powi(-power),
        false => value * 10_f64.powi(power),
    }
}

#[cfg(test)]
mod tests {
    use super::{Below, DraftUnit, IndexDraft, IndicatorNode, RawColumn};
    use crate::parse_index;

    fn draft(values: [f64; 3], goalposts: Option<(f64, f64)>) -> IndexDraft {
        let unit = |code: &str| DraftUnit {
            code: code.to_owned(),
            name: code.to_owned(),
            region: None,
        };
        IndexDraft {
            title: "Chỉ số thử".to_owned(),
            year: 2024,
            units: ["A", "B", "C"].map(unit).to_vec(),
            indicators: vec![IndicatorNode {
                code: "Total".to_owned(),
                name: "Giá".to_owned(),
                weight: 1.0,
                below: Below::Values(RawColumn {
                    values: values.map(Some).to_vec(),
                    goalposts,
                    ..RawColumn::default()
                }),
            }],
            ..IndexDraft::default()
        }
    }

    #[track_caller]
    fn expect(draft: &IndexDraft, name: &str, second: f64) {
        let index = parse_index("x.json", &draft.document().unwrap()).unwrap();
        assert_eq!(index.id(), "own-chi-so-thu-2024");
        let node = index.framework().node("i_total").unwrap();
        assert_eq!(index.framework().indicator(node).name.vi, name);
        let kept = index.edition().rows()[1].indicators[&node].value.to_f64();
        assert!((kept - second).abs() <= 1e-12 * second.abs(), "{kept}");
    }

    #[test]
    fn values_that_the_document_keeps_stay_as_they_are() {
        expect(&draft([1.0, 2.5, 9e6], None), "Giá", 2.5);
        expect(&draft([0.001, 0.0025, 0.3], None), "Giá", 0.0025);
    }

    #[test]
    fn values_of_other_sizes_say_their_power_of_ten() {
        expect(
            &draft([1e-10, 2.5e-10, 9e-10], None),
            "Giá (× 10^12)",
            250.0,
        );
        expect(&draft([1e13, 2.5e13, 9e13], None), "Giá (× 10^-12)", 25.0);
        let posts = Some((0.0, 1e-6));
        expect(
            &draft([1e-10, 2.5e-10, 9e-10], posts),
            "Giá (× 10^6)",
            0.00025,
        );
    }
}
