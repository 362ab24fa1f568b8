//! An own index as an argument: `load` of the API. The copied data becomes the text of a file, so
//! that a file and an argument are read, checked and refused by the same reader.

use super::errors::ApiError;
use super::plain::{Limits, Plain};
use dti_formats::{FileError, OwnIndex, parse_index};
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

/// 500 units with 300 values each, and as much again for the framework.
const LIMITS: Limits = Limits {
    values: 300_000,
    depth: 16,
};
/// Longest text of an index, in bytes.
const LONGEST: usize = 2_000_000;

/// The argument of `load`.
pub(super) fn index(value: &JsValue) -> Result<OwnIndex, ApiError> {
    const NAME: &str = "index";
    let copy = Plain::copy_within(value, NAME, LIMITS)?;
    let mut text = String::new();
    write(&copy, NAME, &mut text)?;
    if text.len() > LONGEST {
        let problem = format!("an index may be {LONGEST} bytes of JSON at most");
        return Err(ApiError::bad_input(NAME, problem));
    }
    let fault = |fault: FileError| ApiError::bad_input(&fault.place, fault.problem);
    parse_index(NAME, &text).map_err(fault)
}

/// Plain data as JSON; keys without a value are left out.
fn write(value: &Plain, path: &str, text: &mut String) -> Result<(), ApiError> {
    match value {
        Plain::Absent | Plain::Null => text.push_str("null"),
        Plain::Flag(flag) => text.push_str(if *flag { "true" } else { "false" }),
        Plain::Number(number) if number.is_finite() => text.push_str(&number.to_string()),
        Plain::Number(number) => {
            let problem = format!("{number} was given where a number is needed");
            return Err(ApiError::bad_input(path, problem));
        }
        Plain::Text(own) => write_text(own, text),
        Plain::List(items) => {
            text.push('[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    text.push(',');
                }
                write(item, &format!("{path}[{place}]"), text)?;
            }
            text.push(']');
        }
        Plain::Object(keys) => {
            text.push('{');
            let given = keys.iter().filter(|(_, value)| *value != Plain::Absent);
            for (place, (key, value)) in given.enumerate() {
                if place > 0 {
                    text.push(',');
                }
                write_text(key, text);
                text.push(':');
                write(value, &format!("{path}.{key}"), text)?;
            }
            text.push('}');
        }
    }
    Ok(())
}

fn write_text(own: &str, text: &mut String) {
    text.push('"');
    for letter in own.chars() {
        match letter {
            '"' | '\\' => text.extend(['\\', letter]),
            '\0'..='\u{1f}' => text.push_str(&format!("\\u{:04x}", u32::from(letter))),
            _ => text.push(letter),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::{Plain, write};

    #[test]
    fn plain_data_is_written_as_json() {
        let data = Plain::Object(vec![
            ("a\"b\\c\n".to_owned(), Plain::Text("Huế \u{1}".to_owned())),
            ("left out".to_owned(), Plain::Absent),
            (
                "list".to_owned(),
                Plain::List(vec![
                    Plain::Number(-0.5),
                    Plain::Number(1e300),
                    Plain::Null,
                    Plain::Flag(true),
                ]),
            ),
        ]);
        let mut text = String::new();
        write(&data, "index", &mut text).unwrap();
        let start = "{\"a\\\"b\\\\c\\u000a\":\"Huế \\u0001\",\"list\":[-0.5,1";
        assert!(text.starts_with(start), "{text}");
        assert!(text.ends_with("0,null,true]}"), "{text}");
        let fault = write(&Plain::Number(f64::NAN), "index.x", &mut String::new()).unwrap_err();
        assert_eq!(
            fault.to_string(),
            "index.x: NaN was given where a number is needed"
        );
    }
}
