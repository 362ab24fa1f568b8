//! What the dialog writes: the code, whatever is chosen and whatever is in it.

use super::{EmbedCodes, chosen, has_own_figures};
use crate::state::{EmbedChoices, State};
use dti_engine::calculator::Calculator;
use dti_formats::EmbedCode;
use dti_formats::link::{Language, Theme};
use leptos::prelude::*;
use std::sync::{Arc, LazyLock};

const ROOT: &str = "https://example.org/dti/";

/// What is read of the page that a fragment opens, at an address.
#[track_caller]
fn on_page<T>(root: &str, fragment: &str, read: impl FnOnce(State) -> T) -> T {
    static CALCULATOR: LazyLock<Arc<Calculator>> =
        LazyLock::new(|| Arc::new(dti_formats::official().unwrap()));
    let address = format!("{root}{fragment}");
    let calculator = Arc::clone(&CALCULATOR);
    Owner::new()
        .with(|| read(State::try_new(calculator, &address, Language::Vi, |_| None).unwrap()))
}

/// The embed with some choices made.
#[track_caller]
fn embed(fragment: &str, choose: impl FnOnce(&mut EmbedChoices)) -> EmbedCode {
    on_page(ROOT, fragment, |state| {
        state.embed.update(choose);
        chosen(state)
    })
}

/// The dialog as it stands on the page.
#[track_caller]
fn html(root: &str, fragment: &str) -> String {
    on_page(root, fragment, |state| {
        view! { <EmbedCodes state /> }.to_html()
    })
}

fn usual(_choices: &mut EmbedChoices) {}

/// Says of indicators whether they are offered.
fn offer(choices: &mut EmbedChoices, offered: &[(&str, bool)]) {
    let offered = offered.iter().map(|(id, is_on)| ((*id).to_owned(), *is_on));
    choices.offered.extend(offered);
}

#[test]
fn the_code_carries_the_scenario_and_nothing_of_the_reader() {
    let fragment = "#e=2022&u=bac-giang&s=bac-giang.society:0.45,bac-giang.awareness:k0.8&t=3";
    let edited = embed(fragment, usual);
    let expected = "https://example.org/dti/embed/v1/#v=1&e=2022&u=bac-giang\
                    &s=bac-giang.society:0.45";
    assert_eq!(edited.address(), expected);
    for code in [
        edited.frame(),
        edited.frame_and_listener(),
        edited.element(),
    ] {
        assert!(!code.contains("k0.8"), "{code}");
    }
    assert!(
        edited
            .element()
            .contains("edition=\"2022\" unit=\"bac-giang\" scenario=\"s=bac-giang.society:0.45\"")
    );
    assert!(
        !embed("#e=2022&u=bac-giang", usual)
            .element()
            .contains("scenario=")
    );
    assert_eq!(html(ROOT, fragment).matches("<textarea").count(), 3);
}

#[test]
fn the_codes_are_the_same_to_the_byte() {
    let own = embed("#e=2022&u=bac-giang&s=bac-giang.society:0.45", usual);
    let link = "<a href=\"https://example.org/dti/#v=1&amp;e=2022&amp;u=bac-giang&amp;s=bac-giang.society:0.45\" \
                hreflang=\"vi\">Mở công cụ thử kịch bản DTI</a>";
    let frame = format!(
        "<figure style=\"margin: 0\">\n  <iframe src=\"https://example.org/dti/embed/v1/#v=1&amp;e=2022&amp;\
         u=bac-giang&amp;s=bac-giang.society:0.45\" title=\"Thử kịch bản DTI: Bắc Giang\" width=\"100%\" \
         height=\"640\" loading=\"lazy\" style=\"border: 0; width: 100%\" allow=\"clipboard-write\" \
         sandbox=\"allow-scripts allow-same-origin allow-downloads allow-popups \
         allow-popups-to-escape-sandbox\" referrerpolicy=\"no-referrer\"></iframe>\n  \
         <figcaption>{link}</figcaption>\n</figure>"
    );
    assert_eq!(own.frame(), frame);
    let integrity = include_str!("../../../public/embed/v1/integrity.txt").trim_end();
    let element = format!(
        "<dti-whatif edition=\"2022\" unit=\"bac-giang\" scenario=\"s=bac-giang.society:0.45\" height=\"640\" \
         title=\"Thử kịch bản DTI: Bắc Giang\">\n  {link}\n</dti-whatif>\n\
         <script src=\"https://example.org/dti/embed/v1/embed.js\" integrity=\"{integrity}\" \
         crossorigin=\"anonymous\" async></script>"
    );
    assert_eq!(own.element(), element);
}

#[test]
fn the_dialog_says_what_of_the_reader_stays_on_the_device() {
    let stays = |fragment: &str| {
        let is_said = html(ROOT, fragment).contains("Số liệu riêng của bạn");
        assert_eq!(on_page(ROOT, fragment, has_own_figures), is_said);
        is_said
    };
    assert!(stays("#e=2022&u=bac-giang&s=bac-giang.awareness:k0.8"));
    assert!(!stays("#e=2022&u=bac-giang&s=bac-giang.awareness:0.8"));
}

#[test]
fn a_page_from_a_file_gives_no_code() {
    let html = html("file:///media/stick/", "#e=2022");
    assert!(html.contains("mở từ một tệp") && !html.contains("<iframe"));
    assert!(!html.contains("<textarea"));
}

#[test]
fn every_option_enters_the_address_and_the_element() {
    let own = embed("#e=2022&u=bac-giang", |choices| {
        choices.options.is_locked = true;
        choices.options.is_plain = true;
        choices.options.is_transparent = true;
        choices.options.has_api = true;
        choices.language = Some(Language::En);
        choices.theme = Theme::Dark;
        choices.height = 800;
        offer(choices, &[("awareness", true), ("society", false)]);
    });
    let fragment = "v=1&e=2022&u=bac-giang&lang=en&theme=dark&api=1&bg=transparent&locked=1\
                    &plain=1&show=awareness,government,economy";
    assert_eq!(own.address(), format!("{ROOT}embed/v1/#{fragment}"));
    assert!(own.frame().contains("height=\"800\""));
    let element = "lang=\"en\" theme=\"dark\" show=\"awareness,government,economy\" locked plain \
                   bg=\"transparent\" api height=\"800\"";
    assert!(own.element().contains(element), "{}", own.element());
    let full = "href=\"https://example.org/dti/en/#v=1&amp;e=2022";
    assert!(own.frame().contains(full), "{}", own.frame());
}

#[test]
fn what_is_sent_is_what_the_preview_shows() {
    let html = html(ROOT, "#e=2022&u=bac-giang");
    let address = embed("#e=2022&u=bac-giang", usual).address();
    assert!(
        html.contains(&format!("src=\"{}\"", address.replace('&', "&amp;"))),
        "{html}"
    );
}

#[test]
fn an_embed_that_offers_nothing_is_one_to_look_at() {
    let none = ["government", "economy", "society"].map(|id| (id, false));
    let own = embed("#e=2022&u=bac-giang", |choices| offer(choices, &none));
    assert!(own.address().ends_with("&static=1"));
    // What is no indicator of the edition is not offered; who touched them has the usual ones named.
    let own = embed("#e=2022&u=bac-giang", |choices| {
        offer(choices, &[("<b>", true)]);
    });
    assert!(
        own.address()
            .ends_with("u=bac-giang&show=government,economy,society")
    );
}

#[test]
fn the_dialog_speaks_one_language() {
    let fragment = "#lang=en&e=2022&u=ha-noi";
    let html = html(ROOT, fragment).replace("Tiếng Việt", "");
    assert!(!html.contains(['đ', 'ả', 'ế', 'ộ', 'ạ']), "{html}");
    assert_eq!(embed(fragment, usual).title, "DTI what-if: Hanoi");
}
