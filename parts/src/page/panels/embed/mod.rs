//! The dialog for embeds: what can be chosen, how it looks, and the code to copy.

mod snippets;
mod words;

use super::{Markup, Page};
use crate::page::choices::{Choices, unpack};
use crate::page::control::{button, select};
use dti_engine::model::{Indicator, Kind};
use dti_formats::link::{Language, Link, Privacy, Theme, write};
use snippets::Embed;
use std::collections::BTreeMap;
use words::Term;

/// Heights that are offered, in pixels; the first is the usual one.
const HEIGHTS: [&str; 4] = ["640", "480", "800", "1000"];
/// Widths of the preview, in pixels.
const WIDTHS: [&str; 3] = ["600", "320", "1000"];
/// Switches with the key that each writes into the address.
const SWITCHES: [(&str, &str, Term); 5] = [
    ("embed.locked", "locked", Term::Locked),
    ("embed.static", "static", Term::Static),
    ("embed.plain", "plain", Term::Plain),
    ("embed.bg", "bg", Term::Transparent),
    ("embed.api", "api", Term::Api),
];

/// What is chosen in the dialog.
struct Chosen<'a> {
    page: &'a Page,
    root: &'a str,
    /// `done:` or `denied:` with the id of the field that was copied last.
    said: &'a str,
    choices: Choices,
}

/// The whole dialog. `about` is the site's address, what was copied, and the choices.
pub(crate) fn embed_dialog(page: &Page, about: &str, m: &mut Markup) {
    let mut parts = about.splitn(3, ' ');
    let mut next = || parts.next().unwrap_or_default();
    let chosen = Chosen {
        page,
        root: next(),
        said: next(),
        choices: unpack(next()),
    };
    m.leaf("h3", "", chosen.text(Term::Heading));
    if chosen.root.starts_with("file:") {
        m.leaf("p", "", chosen.text(Term::FromFile));
        return;
    }
    let embed = chosen.embed();
    m.leaf("p", "", chosen.text(Term::Lead));
    if has_own_figures(page) {
        m.leaf("p", "", chosen.text(Term::OwnLeftOut));
    }
    if written(&bare(page)).is_empty() {
        m.leaf("p", "", chosen.text(Term::TooLarge));
    }
    m.leaf("h4", "", chosen.text(Term::Options));
    m.node("div", "embed-options", |m| options(&chosen, m));
    m.leaf("h4", "", chosen.text(Term::Preview));
    preview(&chosen, &embed, m);
    m.leaf("h4", "", chosen.text(Term::Code));
    let codes = [
        (
            "embed-frame",
            embed.frame(),
            Term::FrameOnly,
            Term::FrameOnlyHint,
        ),
        (
            "embed-listener",
            embed.frame_and_listener(),
            Term::WithListener,
            Term::WithListenerHint,
        ),
        (
            "embed-element",
            embed.element(),
            Term::Element,
            Term::ElementHint,
        ),
    ];
    for (id, code, name, hint) in codes {
        snippet(&chosen, m, (id, code), (name, hint));
    }
}

/// The scenario alone, for readers with the official figures.
fn bare(page: &Page) -> Link {
    Link {
        scenario: page.shown.scenario.clone(),
        data: Some(page.calculator.data_version().number),
        ..Link::default()
    }
}

/// A link without what stays on the device; empty where it is too large.
fn written(link: &Link) -> String {
    write(link, Privacy::ChoicesOnly).unwrap_or_default()
}

/// Whether something is shown here that readers of the embed will not have.
fn has_own_figures(page: &Page) -> bool {
    let overrides = &page.shown.scenario.overrides;
    let header = page.edition().map(|edition| edition.header());
    overrides.iter().any(|own| own.kind != Kind::WhatIf)
        || header.is_some_and(|header| {
            header.is_own || header.is_example() || header.data_code.is_some()
        })
}

fn options(chosen: &Chosen, m: &mut Markup) {
    let themes = [
        (Theme::Auto, Term::ThemeAuto),
        (Theme::Light, Term::ThemeLight),
        (Theme::Dark, Term::ThemeDark),
    ];
    let themes = themes.map(|(theme, term)| (theme.as_str(), chosen.text(term)));
    let languages = [("vi", "Tiếng Việt"), ("en", "English")];
    let heights = HEIGHTS.map(|height| (height, height));
    list(
        chosen,
        m,
        ("embed.lang", chosen.language().as_str()),
        Term::LanguageChoice,
        &languages,
    );
    list(
        chosen,
        m,
        ("embed.theme", chosen.theme().as_str()),
        Term::ThemeChoice,
        &themes,
    );
    list(
        chosen,
        m,
        ("embed.height", chosen.one_of("embed.height", &HEIGHTS)),
        Term::Height,
        &heights,
    );
    for (key, _, term) in SWITCHES {
        let is_on = chosen.is_on(key);
        switch(m, key.to_owned(), chosen.text(term).to_owned(), is_on);
    }
    if chosen.is_on("embed.static") {
        return;
    }
    m.node("fieldset", "", |m| {
        m.leaf("legend", "", chosen.text(Term::Sliders));
        for (own, is_shown) in chosen.indicators() {
            let name = chosen.page.of(&own.name).to_owned();
            switch(m, format!("embed.show.{}", own.id), name, is_shown);
        }
    });
}

/// A native list with its label.
fn list(
    chosen: &Chosen,
    m: &mut Markup,
    (key, value): (&'static str, &str),
    term: Term,
    options: &[(&str, &str)],
) {
    m.node("label", "", |m| {
        m.leaf("span", "", chosen.text(term));
        let own = |(value, text): &(&str, &str)| ((*value).to_owned(), (*text).to_owned());
        let deed = match key {
            "embed.lang" => "set embed.lang",
            "embed.theme" => "set embed.theme",
            "embed.height" => "set embed.height",
            _ => "set embed.width",
        };
        let name = ("aria-label", chosen.text(term));
        select(m, deed, name, options.iter().map(own).collect(), value);
    });
}

/// Something that is on or off; both are written down, since each has its own default.
fn switch(m: &mut Markup, key: String, label: String, is_on: bool) {
    m.node("label", "switch", |m| {
        m.node("input", "", |m| {
            m.set("type", "checkbox");
            let other = if is_on { "off" } else { "on" };
            m.set("data-do", format!("set {key} {other}"));
            m.flag("checked", is_on);
        });
        m.leaf("span", "", label);
    });
}

/// The embed itself, at one of three widths.
fn preview(chosen: &Chosen, embed: &Embed, m: &mut Markup) {
    let width = chosen.one_of("embed.width", &WIDTHS);
    let widths = WIDTHS.map(|width| (width, width));
    list(chosen, m, ("embed.width", width), Term::Width, &widths);
    m.node("div", "embed-preview", |m| {
        m.set("tabindex", "0");
        m.set("role", "group");
        m.set("aria-label", chosen.text(Term::Preview));
        m.node("iframe", "", |m| {
            // Another address is another frame: one that is led elsewhere would add a step to the
            // reader's history.
            m.set("id", format!("embed-preview-{}", embed.fragment));
            m.set("src", embed.address());
            m.set("title", embed.title.clone());
            m.set("width", width.to_owned());
            m.set("height", embed.height.to_string());
        });
    });
}

/// One piece of code, with a button that copies it and what came of that.
fn snippet(
    chosen: &Chosen,
    m: &mut Markup,
    (id, code): (&'static str, String),
    (name, hint): (Term, Term),
) {
    let (done, denied) = (format!("done:{id}"), format!("denied:{id}"));
    let said = match chosen.said {
        said if said == done => chosen.text(Term::Copied),
        said if said == denied => chosen.text(Term::Denied),
        _ => "",
    };
    m.node("div", "embed-code", |m| {
        m.node("label", "", |m| {
            m.set("for", id);
            m.text(chosen.text(name));
        });
        m.leaf("p", "", chosen.text(hint));
        m.node("textarea", "", |m| {
            m.set("id", id);
            m.flag("readonly", true);
            m.set("rows", "6");
            m.set("spellcheck", "false");
            m.text(code);
        });
        m.node("p", "actions", |m| {
            button(m, format!("copy-field {id}"), chosen.text(Term::Copy));
            m.node("span", "copy-said", |m| {
                m.set("role", "status");
                m.text(said);
            });
        });
    });
}

impl Chosen<'_> {
    fn text(&self, term: Term) -> &'static str {
        term.text(self.page.language)
    }

    fn get(&self, key: &str) -> &str {
        self.choices.get(key).map_or("", String::as_str)
    }

    fn is_on(&self, key: &str) -> bool {
        self.get(key) == "on"
    }

    /// What is chosen, or the first of what is offered.
    fn one_of(&self, key: &str, offered: &[&'static str]) -> &'static str {
        let mut all = offered.iter().copied();
        let found = all.find(|one| *one == self.get(key));
        found
            .or_else(|| offered.first().copied())
            .unwrap_or_default()
    }

    fn language(&self) -> Language {
        match self.get("embed.lang") {
            "vi" => Language::Vi,
            "en" => Language::En,
            _ => self.page.language,
        }
    }

    fn theme(&self) -> Theme {
        match self.get("embed.theme") {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::Auto,
        }
    }

    /// The main indicators, and whether each is offered: those of the last group, if nothing is
    /// chosen.
    fn indicators(&self) -> Vec<(&Indicator, bool)> {
        let Some(edition) = self.page.edition() else {
            return Vec::new();
        };
        let framework = edition.framework();
        let groups = &self.page.shown.card;
        let mut all = Vec::new();
        for (place, group) in groups.iter().enumerate() {
            for line in &group.lines {
                let own = framework.indicator(line.node);
                let is_shown = match self.get(&format!("embed.show.{}", own.id)) {
                    "on" => true,
                    "off" => false,
                    _ => place + 1 == groups.len(),
                };
                all.push((own, is_shown));
            }
        }
        all
    }

    /// The indicators as the address names them; nothing for the usual ones.
    fn show(&self) -> String {
        let is_usual = !self
            .choices
            .iter()
            .any(|(key, _)| key.starts_with("embed.show."));
        let shown = self
            .indicators()
            .into_iter()
            .filter(|(_, is_shown)| *is_shown && !is_usual);
        let ids: Vec<&str> = shown.map(|(own, _)| own.id.as_str()).collect();
        ids.join(",")
    }

    /// The view's own keys.
    fn view(&self) -> BTreeMap<String, String> {
        let mut view = BTreeMap::new();
        let mut put = |key: &str, value: &str| view.insert(key.to_owned(), value.to_owned());
        for (choice, key, _) in SWITCHES {
            if self.is_on(choice) {
                put(key, if key == "bg" { "transparent" } else { "1" });
            }
        }
        let show = self.show();
        if !show.is_empty() {
            put("show", &show);
        } else if !self.indicators().iter().any(|(_, is_shown)| *is_shown) {
            // Nothing is offered: then nothing can be changed.
            put("static", "1");
        }
        view
    }

    fn embed(&self) -> Embed {
        let page = self.page;
        let (view, language, theme) = (self.view(), self.language(), self.theme());
        let mut attributes = vec![
            ("edition", page.shown.scenario.edition.clone()),
            ("unit", page.shown.unit.clone()),
        ];
        let own = written(&bare(page));
        let is_own = |pair: &&str| !["v=", "e=", "u="].iter().any(|key| pair.starts_with(key));
        let rest: Vec<&str> = own.split('&').filter(is_own).collect();
        if rest.iter().any(|pair| !pair.is_empty()) {
            attributes.push(("scenario", rest.join("&")));
        }
        let link = Link {
            language: (language == Language::En).then_some(language),
            theme: (theme != Theme::Auto).then_some(theme),
            view,
            ..bare(page)
        };
        let named = |name: &'static str, value: &str| (name, value.to_owned());
        attributes.extend(link.language.map(|own| named("lang", own.as_str())));
        attributes.extend(link.theme.map(|own| named("theme", own.as_str())));
        for name in ["show", "locked", "plain", "static", "bg", "api"] {
            if let Some(value) = link.view.get(name) {
                attributes.push(named(name, if value == "1" { "" } else { value }));
            }
        }
        let (folder, text) = match language {
            Language::Vi => ("", "Mở công cụ thử kịch bản DTI"),
            Language::En => ("en/", "Open the DTI what-if calculator"),
        };
        Embed {
            root: self.root.to_owned(),
            fragment: written(&link),
            attributes,
            title: self.title(language),
            full: format!("{}{folder}#{own}", self.root),
            link: text,
            height: self.one_of("embed.height", &HEIGHTS).parse().unwrap_or(640),
            language,
        }
    }

    /// What the frame is called: the tool and the unit.
    fn title(&self, language: Language) -> String {
        let page = self.page;
        let unit = page.name_at(page.shown.position);
        match language {
            Language::Vi => format!("Thử kịch bản DTI: {}", unit.vi),
            Language::En => format!("DTI what-if: {}", unit.en),
        }
    }
}

#[cfg(test)]
mod tests;
