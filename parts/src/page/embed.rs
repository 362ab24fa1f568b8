//! The page inside somebody else's: what an embed offers, and where its full page is. An embed keeps
//! nothing on the device and leaves the history of the page around it alone.

use super::choices::pack;
use super::{Event, EventKind, Markup, Page, Subject, views};
use dti_engine::calculator::ScorecardLine;
use dti_formats::link::{DEFAULT_SEED, Link, Privacy, write};
use std::collections::BTreeMap;

/// Where the embed stands below the root of the site.
const PLACE: &str = "embed/v1/";
/// Choices of the embed dialog; the analyses know nothing of them.
pub(super) const CHOICES: &str = "embed.";

/// What the address of an embed asks for. Whatever it holds, something can be shown.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct EmbedOptions {
    /// Ids of the indicators that are offered; unknown ones are passed over.
    pub(crate) show: Vec<String>,
    /// Province and edition cannot be chosen.
    pub(crate) is_locked: bool,
    /// Nothing can be changed.
    pub(crate) is_static: bool,
    /// No heading and no frame.
    pub(crate) is_plain: bool,
    /// What lies behind the frame shows through.
    pub(crate) is_transparent: bool,
    /// The page around it hears of changes and may make them.
    pub(crate) has_api: bool,
}

impl EmbedOptions {
    /// Reads the view's own keys of a link.
    pub(crate) fn of(view: &BTreeMap<String, String>) -> Self {
        let get = |key: &str| view.get(&key.to_owned()).map_or("", String::as_str);
        let is_on = |key: &str| get(key) == "1";
        Self {
            show: get("show").split(',').map(str::to_owned).collect(),
            is_locked: is_on("locked"),
            is_static: is_on("static"),
            is_plain: is_on("plain"),
            is_transparent: get("bg") == "transparent",
            has_api: is_on("api"),
        }
    }
}

impl Page {
    /// The page as an embed shows it.
    pub fn embedded(self) -> Self {
        let place = self.root.strip_suffix(PLACE);
        let root = place.unwrap_or(&self.root).to_owned();
        Self {
            is_embedded: true,
            root,
            ..self
        }
    }

    /// The page of a site whose root has this address, up to its last `/`.
    pub fn with_root(self, root: String) -> Self {
        Self { root, ..self }
    }

    /// Whether the page stands inside another one.
    pub fn is_embedded(&self) -> bool {
        self.is_embedded
    }

    /// Everything in the embed.
    pub fn embed_markup(&self) -> Markup {
        views::embed(self)
    }

    /// Takes an event of the embed in: what it shows can be done, nothing else of the page. Says
    /// whether the browser should not do what it would.
    pub fn happen_in_embed(&mut self, event: &Event) -> bool {
        self.now = event.now;
        let (verb, object) = event.deed.split_once(' ').unwrap_or((event.deed, ""));
        match (event.kind, verb) {
            (EventKind::Input, _) => {
                self.input_in_field(event);
            }
            (EventKind::Change, "field") => self.finish_field(event.id, event.value),
            (EventKind::Change, "unit") => self.choose_unit(event.value),
            (EventKind::Change, "edition") => self.choose_edition(event.value),
            (EventKind::Click, "step") => self.step(object),
            (EventKind::Click, "reset") => self.reset_indicator(object),
            (EventKind::Click, "reset-all") => self.reset_all(),
            (EventKind::Click, "dismiss") => self.notices.clear(),
            (EventKind::Key, "field") if event.value == "Escape" => self.drop_draft(event.id),
            _ => {}
        }
        false
    }

    /// The lines that the embed offers as sliders: those that are asked for, or the last group.
    pub(super) fn offered<'a>(&'a self, options: &EmbedOptions) -> Vec<&'a ScorecardLine> {
        let framework = self.edition().map(|edition| edition.framework());
        let is_wanted = |line: &&ScorecardLine| {
            framework.is_some_and(|own| options.show.contains(&own.indicator(line.node).id))
        };
        let card = &self.shown.card;
        let wanted = card.iter().flat_map(|group| &group.lines);
        let wanted: Vec<_> = wanted.filter(is_wanted).collect();
        if wanted.is_empty() {
            return card.last().iter().flat_map(|group| &group.lines).collect();
        }
        wanted
    }

    /// The scenario alone, as a link carries it; empty where it is too large.
    pub(super) fn scenario_text(&self, privacy: Privacy) -> String {
        let link = Link {
            scenario: self.scenario.clone(),
            target: None,
            seed: DEFAULT_SEED,
            language: None,
            theme: None,
            data: self.link().data,
            // Readers of an embed have the official figures.
            data_code: None,
            has_named_components: false,
            view: BTreeMap::new(),
        };
        write(&link, privacy).unwrap_or_default()
    }

    /// Address of the full page with what the embed shows. Known figures came with the embed's own
    /// address, so they are no secret there.
    pub(super) fn full_address(&self) -> String {
        let scenario = self.scenario_text(Privacy::WithKnown);
        format!("{}{}#{scenario}", self.root, self.language.home())
    }

    /// What the dialog for embeds is about: the site's address, what was copied last, the choices.
    pub(super) fn embed_subject(&self) -> Subject {
        let choices = self.embed_choices();
        let copied = self.copied.as_ref().filter(|copied| copied.text == choices);
        let said = match copied {
            None => "-".to_owned(),
            Some(copied) if copied.is_done => format!("done:{}", copied.what),
            Some(copied) => format!("denied:{}", copied.what),
        };
        Subject::Embed {
            about: format!("{} {said} {choices}", self.root),
        }
    }

    /// The choices of the dialog as one text.
    pub(super) fn embed_choices(&self) -> String {
        let choices = self.choices.iter();
        pack(choices.filter(|(key, _)| key.starts_with(CHOICES)))
    }
}

#[cfg(test)]
mod tests {
    use super::EmbedOptions;
    use crate::page::{Event, EventKind, Page};
    use dti_engine::calculator::Calculator;
    use dti_formats::link::{self, Language};
    use proptest::prelude::*;
    use std::sync::OnceLock;

    fn options(fragment: &str) -> EmbedOptions {
        EmbedOptions::of(&link::read(fragment).0.view)
    }

    fn embed(fragment: &str) -> Page {
        static CALCULATOR: OnceLock<Calculator> = OnceLock::new();
        let calculator = CALCULATOR.get_or_init(|| dti_formats::official().unwrap());
        let address = format!("https://example.org/dti/embed/v1/{fragment}");
        Page::new(calculator, &address, Language::Vi, |_| None).embedded()
    }

    fn html(fragment: &str) -> String {
        embed(fragment).embed_markup().html()
    }

    #[test]
    fn options_are_read_from_the_fragment() {
        let all = "#e=2022&show=society,economy&locked=1&plain=1&static=1&bg=transparent&api=1";
        let expected = EmbedOptions {
            show: vec!["society".to_owned(), "economy".to_owned()],
            is_locked: true,
            is_static: true,
            is_plain: true,
            is_transparent: true,
            has_api: true,
        };
        assert_eq!(options(all), expected);
        assert_eq!(options(&format!("{all}#?secret=abc")), expected);
    }

    #[test]
    fn what_is_no_option_is_off() {
        for fragment in [
            "",
            "#locked=yes&plain=0&static=true&bg=red&api=",
            "#locked&plain&static&bg&api",
            "#LOCKED=1&%6cocked=2&bg=url(x)",
            "#v=9&locked=1&api=1",
        ] {
            let nothing = EmbedOptions {
                show: vec![String::new()],
                ..EmbedOptions::default()
            };
            assert_eq!(options(fragment), nothing, "{fragment}");
        }
    }

    #[test]
    fn the_usual_embed_offers_three_sliders_and_seven_rows() {
        let html = html("#e=2022&u=bac-giang");
        assert_eq!(html.matches("type=\"range\"").count(), 3, "{html}");
        assert_eq!(html.matches("<tr").count(), 8);
        assert_eq!(html.matches("<select").count(), 2);
        assert_eq!(html.matches("<h1").count(), 1);
        assert!(html.contains("Số liệu đã công bố") && html.contains("Nguồn: "));
        // Nothing that belongs to the full page, or asks for the other modules.
        for foreign in [
            "data-do=\"explain",
            "data-do=\"know",
            "dialog",
            "data-rank",
            "analyses",
        ] {
            assert!(!html.contains(foreign), "{foreign}");
        }
    }

    #[test]
    fn each_option_takes_or_adds_its_part() {
        let with = |option: &str| html(&format!("#e=2022&u=bac-giang&{option}"));
        let chosen = with("show=awareness,moon,society");
        assert_eq!(chosen.matches("type=\"range\"").count(), 2);
        assert!(chosen.contains("slider-awareness") && chosen.contains("slider-society"));
        assert_eq!(with("show=moon").matches("type=\"range\"").count(), 3);
        assert!(!with("locked=1").contains("<select"));
        let still = with("static=1");
        let controls = ["<select", "<button", "type=\"range\"", "data-do"];
        assert!(
            controls.iter().all(|control| !still.contains(control)),
            "{still}"
        );
        assert!(still.contains("<blockquote>Bắc Giang xếp hạng 9/63"));
        assert!(with("plain=1").contains("class=\"embed plain\""));
        assert!(with("plain=1").contains("<header class=\"hidden\""));
        assert!(with("bg=transparent").contains("class=\"embed transparent\""));
        let english = with("lang=en");
        assert!(english.contains("As published") && english.contains("Bac Giang"));
        assert!(english.contains("href=\"https://example.org/dti/en/#v=1"));
    }

    #[test]
    fn an_edited_embed_says_so_whatever_is_left_out() {
        let edit = "#e=2022&u=bac-giang&s=bac-giang.society:0.45";
        for options in [
            "",
            "&plain=1",
            "&static=1&plain=1",
            "&locked=1&bg=transparent",
        ] {
            let html = html(&format!("{edit}{options}"));
            assert!(html.contains("Mô phỏng, không chính thức"), "{options}");
        }
    }

    #[test]
    fn the_full_page_is_one_link_away_with_the_same_scenario() {
        let html = html("#e=2022&u=bac-giang&s=bac-giang.society:0.45&locked=1&theme=dark");
        let address = "https://example.org/dti/#v=1&amp;e=2022&amp;u=bac-giang\
                       &amp;s=bac-giang.society:0.45";
        let link = format!("<a href=\"{address}\" target=\"_blank\" rel=\"noopener\">");
        assert!(html.contains(&link), "{html}");
        assert!(
            html.contains(&format!("value=\"{address}\"")),
            "to be copied by hand"
        );
    }

    #[test]
    fn only_with_api_does_the_page_around_hear_of_it_and_never_of_known_figures() {
        let scenario = "#e=2022&u=bac-giang&s=bac-giang.society:0.45,bac-giang.awareness:k0.8";
        let told = html(&format!("{scenario}&api=1"));
        assert!(
            told.contains("data-rank=\"8\" data-score=\"0.6613\""),
            "{told}"
        );
        let (_, state) = told.split_once("data-scenario=\"").unwrap();
        let (state, _) = state.split_once('"').unwrap();
        let public = "v=1&amp;e=2022&amp;u=bac-giang&amp;s=bac-giang.society:0.45";
        assert_eq!(state, public);
    }

    #[test]
    fn province_and_edition_are_chosen_from_lists() {
        let mut page = embed("#e=2022&u=bac-giang&show=society");
        let mut choose = |deed, value| {
            page.happen_in_embed(&Event {
                kind: EventKind::Change,
                deed,
                id: "",
                value,
                now: 0.0,
            });
            page.news()
        };
        assert!(choose("unit", "da-nang").starts_with("Đà Nẵng"));
        assert!(choose("edition", "2023").starts_with("Đà Nẵng"));
        assert_eq!(page.link().scenario.edition, "2023");
        assert_eq!(page.link().view.len(), 1, "options stay");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]

        /// Whatever an address holds, the embed shows something and no text of it becomes markup.
        #[test]
        fn any_fragment_gives_an_embed(
            text in "([a-z]{1,6}=[ -~]{0,12}&){0,8}",
            option in "(show|bg|s|w|r|u|e|lang|theme|id)=(<b>|%3Cb%3E|.{0,20})",
        ) {
            let html = html(&format!("#{text}{option}"));
            prop_assert!(html.contains("hero-rank") && html.contains("<tbody>"));
            prop_assert!(!html.contains("<b>"));
        }
    }
}
