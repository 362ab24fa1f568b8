//! As much of JSON Schema as `docs/own-index.schema.json` uses: a keyword that is not known here
//! fails the test, so nothing is left unchecked.

use serde_json::Value;

/// Every breach of the schema, each with its path.
pub(crate) fn breaches(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    Check { root: schema }.walk(schema, value, "", &mut found);
    found
}

struct Check<'a> {
    root: &'a Value,
}

impl Check<'_> {
    fn walk(&self, schema: &Value, value: &Value, path: &str, found: &mut Vec<String>) {
        let keywords = schema.as_object().unwrap();
        for (keyword, rule) in keywords {
            if let Some(breach) = self.check(keyword, rule, schema, value, path, found) {
                found.push(format!("{path}: {breach}"));
            }
        }
    }

    fn check(
        &self,
        keyword: &str,
        rule: &Value,
        schema: &Value,
        value: &Value,
        path: &str,
        found: &mut Vec<String>,
    ) -> Option<String> {
        let is_broken = match keyword {
            "$schema" | "$defs" | "title" | "description" => false,
            "$ref" => {
                let place = rule.as_str().unwrap().strip_prefix('#').unwrap();
                self.walk(self.root.pointer(place).unwrap(), value, path, found);
                false
            }
            "type" => {
                let kinds = rule
                    .as_array()
                    .cloned()
                    .unwrap_or_else(|| vec![rule.clone()]);
                !kinds
                    .iter()
                    .any(|kind| is_of(kind.as_str().unwrap(), value))
            }
            "enum" => !rule.as_array().unwrap().contains(value),
            "minimum" => value.as_f64().is_some_and(|v| v < rule.as_f64().unwrap()),
            "maximum" => value.as_f64().is_some_and(|v| v > rule.as_f64().unwrap()),
            "minLength" => value
                .as_str()
                .is_some_and(|v| (v.len() as u64) < rule.as_u64().unwrap()),
            "maxLength" => value
                .as_str()
                .is_some_and(|v| v.len() as u64 > rule.as_u64().unwrap()),
            "minItems" => value
                .as_array()
                .is_some_and(|v| (v.len() as u64) < rule.as_u64().unwrap()),
            "maxItems" => value
                .as_array()
                .is_some_and(|v| v.len() as u64 > rule.as_u64().unwrap()),
            "pattern" => !fits(rule.as_str().unwrap(), value.as_str().unwrap_or_default()),
            "required" => {
                let keys = rule
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|key| key.as_str().unwrap());
                keys.filter(|key| value.get(key).is_none()).count() > 0
            }
            "items" => {
                for (row, item) in value.as_array().into_iter().flatten().enumerate() {
                    self.walk(rule, item, &format!("{path}.{row}"), found);
                }
                false
            }
            "properties" | "additionalProperties" => {
                self.fields(keyword, rule, schema, value, path, found)
            }
            other => panic!("the keyword {other} is not checked"),
        };
        is_broken.then(|| format!("{keyword} {rule} is broken by {value}"))
    }

    fn fields(
        &self,
        keyword: &str,
        rule: &Value,
        schema: &Value,
        value: &Value,
        path: &str,
        found: &mut Vec<String>,
    ) -> bool {
        let named = schema.get("properties").and_then(Value::as_object);
        for (key, field) in value.as_object().into_iter().flatten() {
            let own = named.and_then(|named| named.get(key));
            let path = format!("{path}.{key}");
            match (keyword, own) {
                ("properties", Some(rule)) => self.walk(rule, field, &path, found),
                ("additionalProperties", None) if rule == &Value::Bool(false) => return true,
                ("additionalProperties", None) => self.walk(rule, field, &path, found),
                _ => {}
            }
        }
        false
    }
}

fn is_of(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|v| v.fract() == 0.0),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("the type {other} is not known"),
    }
}

/// The two patterns of the schema: some marks besides letters and digits, 1 to 64 of them.
fn fits(pattern: &str, text: &str) -> bool {
    let marks = pattern
        .strip_prefix("^[a-z0-9")
        .and_then(|p| p.strip_suffix("]{1,64}$"));
    let marks = marks.unwrap_or_else(|| panic!("the pattern {pattern} is not known"));
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || marks.contains(c);
    (1..=64).contains(&text.len()) && text.chars().all(allowed)
}
