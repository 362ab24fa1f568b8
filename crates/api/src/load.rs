//! An own index as an argument: `load` of the API. A file and an argument are read, checked and
//! refused by the same reader.

use super::errors::ApiError;
use super::plain::{Limits, Numbers, Plain};
use dti_formats::{LARGEST_INDEX, MOST_INDICATORS, MOST_UNITS, OwnIndex, read_index};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** From raw values to scores 0..1. */
export interface Scale {
  normalisation: "none" | "goalposts" | "min_max" | "rank" | "z_score";
  /** Goalposts only. */
  low?: number;
  high?: number;
  form?: "linear" | "logarithm";
  direction?: "higher_is_better" | "lower_is_better";
  /** What stands in for a value that a unit does not have. */
  imputation?: "mean" | "median" | "region_mean" | "region_median";
  /** Outliers, before min_max, rank or z_score only; defaults 5, 2, 3.5 and logarithm. */
  treatment?: {
    winsorise?: number;
    skewness?: number;
    kurtosis?: number;
    beyond?: "logarithm" | "winsorised";
  };
}
export type Mean = "arithmetic" | "geometric" | "harmonic";

export interface OwnIndicator {
  id: string;
  name: { vi: string; en?: string };
  level?: "group" | "main" | "component" | "criterion";
  number?: string;
  /** A whole number, 0 to 10,000: its weight. Needed where there are no children. */
  maxPoints?: number;
  scored?: boolean;
  /** How its children make its score. */
  mean?: Mean;
  scale?: Scale;
  children?: OwnIndicator[];
}

/** An index of one's own: docs/own-index.md. */
export interface OwnIndex {
  framework: {
    id: string;
    title: { vi: string; en?: string };
    source?: { vi: string; en?: string };
    /** Decimals to which totals are rounded before they are ranked. */
    decimals?: number;
    /** How the main indicators make the total. */
    mean?: Mean;
    missing?: "zero" | "rescale";
    ties?: "competition" | "dense";
    indicators: OwnIndicator[];
    pillars?: { id: string; name: { vi: string; en?: string }; members: string[] }[];
  };
  edition: {
    id: string;
    year: number;
    title: { vi: string; en?: string };
    units: { id: string; name: { vi: string; en?: string }; region?: { vi: string; en?: string } }[];
    /** Unit id to indicator id to raw value. */
    values: Record<string, Record<string, number | null>>;
    published?: Record<string, { total?: number; rank?: number }>;
  };
}
"#;

/// As many units with as many values each as an index may have, and the units and the framework
/// themselves.
const LIMITS: Limits = Limits {
    values: (MOST_UNITS + 1) * (MOST_INDICATORS + 32),
    depth: 16,
    text: LARGEST_INDEX,
    numbers: Numbers::Finite,
};

/// The argument of `load`.
pub(super) fn index(value: &JsValue) -> Result<OwnIndex, ApiError> {
    const NAME: &str = "index";
    let copy = Plain::copy_within(value, NAME, LIMITS)?;
    read_index(NAME, copy.into()).map_err(|fault| ApiError::bad_input(&fault.place, fault.problem))
}

#[cfg(test)]
mod tests {
    use super::Plain;
    use dti_formats::{OwnIndex, parse_index, read_index};
    use serde_json::Value;

    fn plain(value: &Value) -> Plain {
        match value {
            Value::Null => Plain::Null,
            Value::Bool(flag) => Plain::Flag(*flag),
            Value::Number(number) => Plain::Number(number.as_f64().unwrap()),
            Value::String(text) => Plain::Text(text.clone()),
            Value::Array(items) => Plain::List(items.iter().map(plain).collect()),
            Value::Object(keys) => {
                let given = keys.iter().map(|(key, value)| (key.clone(), plain(value)));
                Plain::Object(given.collect())
            }
        }
    }

    #[test]
    fn an_argument_is_read_as_a_file_is() {
        for name in ["hdi", "ddci"] {
            let path = format!(
                "{}/../../data/examples/{name}.json",
                env!("CARGO_MANIFEST_DIR")
            );
            let text = std::fs::read_to_string(path).unwrap();
            let mut document: Value = serde_json::from_str(&text).unwrap();
            let read = |document: &Value| {
                let argument = read_index("index", plain(document).into());
                let file = parse_index("index", &document.to_string());
                let text = |own: OwnIndex| own.to_part();
                (argument.map(text), file.map(text))
            };
            let (argument, file) = read(&document);
            assert!(argument.is_ok());
            assert_eq!(argument, file);
            for (pointer, wrong) in [
                ("/framework/indicators/0/id", Value::Null),
                ("/edition/units/1/name", Value::Bool(true)),
                ("/edition/units", Value::from(7)),
                ("/edition/year", Value::from("2024")),
            ] {
                let right = document.pointer(pointer).unwrap().clone();
                *document.pointer_mut(pointer).unwrap() = wrong;
                let (argument, file) = read(&document);
                assert!(argument.is_err(), "{pointer}");
                assert_eq!(argument, file);
                *document.pointer_mut(pointer).unwrap() = right;
            }
        }
        let keys = |value| Plain::Object(vec![("framework".to_owned(), value)]);
        let fault = read_index("index", keys(Plain::Absent).into()).unwrap_err();
        assert_eq!(fault.problem, "the field `framework` is missing");
    }
}
