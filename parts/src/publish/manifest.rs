//! The web manifest of each language: how the page is named and drawn once it is installed. All its
//! addresses are relative to itself.

use super::icon::ICONS;
use crate::page::still::site_words;
use dti_formats::link::Language;

/// The manifest; it stands beside the home page of its language. Without an `id`, the address where
/// it starts tells installed pages apart, also where many sites share a host.
pub(super) fn of(language: Language) -> String {
    let words = site_words(language);
    let up = match language {
        Language::Vi => "",
        Language::En => "../",
    };
    let icons = ICONS.iter().filter(|icon| !icon.purpose.is_empty());
    let icons: Vec<String> = icons
        .map(|icon| {
            let (file, size, purpose) = (icon.file, icon.size, icon.purpose);
            format!(
                "    {{ \"src\": \"{up}icons/{file}\", \"sizes\": \"{size}x{size}\", \
                 \"type\": \"image/png\", \"purpose\": \"{purpose}\" }}"
            )
        })
        .collect();
    // The words are our own and hold nothing that JSON escapes; a test reads it back.
    format!(
        "{{\n  \"name\": \"{}\",\n  \"short_name\": \"{}\",\n  \"description\": \"{}\",\n  \
         \"lang\": \"{}\",\n  \"dir\": \"ltr\",\n  \"start_url\": \"./\",\n  \"scope\": \"./\",\n  \
         \"display\": \"standalone\",\n  \"background_color\": \"#f5f4f0\",\n  \
         \"theme_color\": \"#0b5f7d\",\n  \"icons\": [\n{}\n  ]\n}}\n",
        words.title,
        words.short_title,
        words.lead,
        language.as_str(),
        icons.join(",\n")
    )
}
