//! The web manifest of each language: how the page is named and drawn once it is installed. All its
//! addresses are relative to itself.

use crate::icon::ICONS;
use dti_formats::link::Language;
use dti_words::Words;
use serde_json::{Value, json};

/// The manifest; it stands beside the home page of its language. Without an `id`, the address where
/// it starts tells installed pages apart, also where many sites share a host.
pub(crate) fn of(language: Language) -> String {
    let words = Words::plain(language);
    let up = match language {
        Language::Vi => "",
        Language::En => "../",
    };
    let icons = ICONS.iter().filter(|icon| !icon.purpose.is_empty());
    let icons: Vec<Value> = icons
        .map(|icon| {
            let (file, size) = (icon.file, icon.size);
            json!({
                "src": format!("{up}icons/{file}"),
                "sizes": format!("{size}x{size}"),
                "type": "image/png",
                "purpose": icon.purpose,
            })
        })
        .collect();
    let manifest = json!({
        "name": words.title(),
        "short_name": words.short_title(),
        "description": words.lead(),
        "lang": language.as_str(),
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#f5f4f0",
        "theme_color": "#0b5f7d",
        "icons": icons,
    });
    format!("{manifest:#}\n")
}
