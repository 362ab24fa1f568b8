//! The bill of materials: what is compiled into the site, as CycloneDX 1.5 in JSON, which scanners read.

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use super::crates::Crate;

/// The bill for this version. The same crates give the same text: it carries no time and no number. Fails where
/// the lock file has no checksum of a crate: then nobody could say what was compiled in.
pub(super) fn text(version: &str, crates: &[Crate]) -> Result<String> {
    let own = "dti-whatif";
    let mut graph = vec![json!({
        "ref": own,
        "dependsOn": crates.iter().map(address).collect::<Vec<_>>(),
    })];
    graph.extend(crates.iter().map(|one| {
        let needs = crates.iter().filter(|other| one.needs.contains(&other.id));
        json!({ "ref": address(one), "dependsOn": needs.map(address).collect::<Vec<_>>() })
    }));
    let components = crates.iter().map(component).collect::<Result<Vec<_>>>()?;
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": "dti-whatif",
                "version": version,
                "licenses": [{ "expression": "MIT OR Apache-2.0" }],
            },
        },
        "components": components,
        "dependencies": graph,
    });
    Ok(format!("{bill:#}\n"))
}

fn component(own: &Crate) -> Result<Value> {
    let checksum = own.checksum.as_deref();
    let checksum =
        checksum.with_context(|| format!("Cargo.lock has no checksum of {}", own.name))?;
    let mut component = json!({
        "type": "library",
        "bom-ref": address(own),
        "name": own.name,
        "version": own.version,
        "purl": address(own),
        "hashes": [{ "alg": "SHA-256", "content": checksum }],
    });
    // Older manifests part their licences with a slash.
    if let (Some(licence), Some(fields)) = (&own.licence, component.as_object_mut()) {
        let expression = licence.replace(" / ", "/").replace('/', " OR ");
        fields.insert("licenses".to_owned(), json!([{ "expression": expression }]));
    }
    Ok(component)
}

/// A crate's address as package URLs are written; `+` would be read as a space.
fn address(own: &Crate) -> String {
    format!("pkg:cargo/{}@{}", own.name, own.version.replace('+', "%2B"))
}

#[cfg(test)]
mod tests {
    use super::{Crate, text};
    use serde_json::json;

    fn crates() -> Vec<Crate> {
        let make = |name: &str, licence: Option<&str>, needs: &[&str]| Crate {
            name: name.to_owned(),
            version: "1.0.0+x".to_owned(),
            checksum: Some(format!("sum of {name}")),
            licence: licence.map(str::to_owned),
            folder: "/".into(),
            id: format!("id of {name}"),
            needs: needs.iter().map(|need| format!("id of {need}")).collect(),
        };
        vec![
            make(
                "one",
                Some("MIT/Apache-2.0"),
                &["two", "only-while-building"],
            ),
            make("two", None, &[]),
        ]
    }

    #[test]
    fn every_crate_is_named_once_with_its_licence_and_what_it_needs() {
        let bill: serde_json::Value =
            serde_json::from_str(&text("0.1.0", &crates()).unwrap()).unwrap();
        assert_eq!(bill["bomFormat"], "CycloneDX");
        assert_eq!(bill["components"].as_array().unwrap().len(), 2);
        let one = &bill["components"][0];
        assert_eq!(one["purl"], "pkg:cargo/one@1.0.0%2Bx");
        assert_eq!(one["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert!(bill["components"][1].get("licenses").is_none());
        let hash = &one["hashes"][0];
        assert_eq!(
            (&hash["alg"], &hash["content"]),
            (&json!("SHA-256"), &json!("sum of one"))
        );
        let needs = &bill["dependencies"][1];
        assert_eq!(needs["ref"], "pkg:cargo/one@1.0.0%2Bx");
        assert_eq!(needs["dependsOn"].as_array().unwrap().len(), 1);
    }

    #[test]
    fn the_same_crates_give_the_same_bill() {
        let bill = || text("0.1.0", &crates()).unwrap();
        assert_eq!(bill(), bill());
    }

    #[test]
    fn a_crate_without_a_checksum_is_named() {
        let mut crates = crates();
        crates[1].checksum = None;
        let said = text("0.1.0", &crates).unwrap_err().to_string();
        assert!(said.contains("no checksum of two"), "{said}");
    }
}
