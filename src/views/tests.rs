//! The views as HTML, natively: what stands on the page, in both languages.

pub(crate) mod support;

use self::support::{official, on_page};
use super::{Embed, Page};
use crate::state::State;
use dti_formats::link::Language;
use dti_formats::parse_index;
use leptos::prelude::*;
use std::sync::Arc;

#[derive(Clone, Copy)]
enum Whole {
    Page,
    Embed,
}

/// The page or the embed that a fragment asks for.
#[track_caller]
fn html(whole: Whole, fragment: &str) -> String {
    on_page(official(), fragment, |state| match whole {
        Whole::Page => view! { <Page state /> }.to_html(),
        Whole::Embed => view! { <Embed state /> }.to_html(),
    })
}

/// The text of the first element whose start holds a mark.
#[track_caller]
fn text_at<'a>(html: &'a str, mark: &str) -> &'a str {
    let (_, after) = html.split_once(mark).unwrap();
    let (_, text) = after.split_once('>').unwrap();
    text.split('<').next().unwrap()
}

#[test]
fn the_page_shows_verdict_scorecard_and_the_whole_ranking() {
    let page = html(Whole::Page, "#e=2022&u=bac-giang&s=bac-giang.society:0.45");
    assert_eq!(page.matches("class=\"row").count(), 63);
    assert_eq!(page.matches("class=\"indicator-controls").count(), 8);
    // A slider and a field each, and the same for each weight.
    assert_eq!(page.matches("type=\"range\"").count(), 16);
    assert!(
        page.contains("<strong>8</strong>") && page.contains("/63"),
        "{page}"
    );
    assert!(page.contains("<strong>0,6613</strong>"));
    assert!(text_at(&page, "<blockquote").contains("từ hạng 9 lên hạng 8/63"));
    assert!(page.contains("Mô phỏng, không chính thức"));
    // The group where most points are missing stands first.
    let [activity, foundation] = ["slider-government", "slider-awareness"].map(|id| page.find(id));
    assert!(activity.unwrap() < foundation.unwrap());
}

#[test]
fn the_unedited_page_says_that_it_is_published() {
    let page = html(Whole::Page, "#e=2022&u=bac-giang");
    assert!(page.contains("Số liệu đã công bố") && !page.contains("Mô phỏng"));
    assert!(page.contains("<strong>9</strong>"));
    let english = html(Whole::Page, "#e=2022&u=bac-giang&lang=en");
    assert!(english.contains("As published") && english.contains("Bac Giang"));
}

#[test]
fn a_foreign_address_is_text_and_never_markup() {
    let page = html(Whole::Page, "#s=<img/src=x>:0.5&r=<b>x</b>");
    assert!(page.contains("class=\"notice\"") && !page.contains("<img") && !page.contains("<b>"));
}

#[test]
fn the_embed_offers_the_last_group_and_seven_places() {
    let embed = html(Whole::Embed, "#e=2022&u=bac-giang");
    assert_eq!(embed.matches("type=\"range\"").count(), 3);
    assert_eq!(embed.matches("class=\"row").count(), 7);
    assert_eq!(embed.matches("<select").count(), 2);
    let chosen = html(
        Whole::Embed,
        "#e=2022&u=bac-giang&show=society,awareness&locked=1",
    );
    assert_eq!(chosen.matches("type=\"range\"").count(), 2);
    assert!(!chosen.contains("<select"));
    let still = html(Whole::Embed, "#e=2022&u=bac-giang&static=1");
    assert!(!still.contains("type=\"range\"") && still.contains("<blockquote"));
}

#[test]
fn only_with_api_does_the_page_around_hear_of_it_and_never_of_known_figures() {
    let scenario = "#e=2022&u=bac-giang&s=bac-giang.society:0.45,bac-giang.awareness:k0.8";
    let told = html(Whole::Embed, &format!("{scenario}&api=1"));
    assert!(told.contains("data-rank=\"8\"") && told.contains("data-score=\"0.6613\""));
    let (_, state) = told.split_once("data-scenario=\"").unwrap();
    let (state, _) = state.split_once('"').unwrap();
    let public = "v=1&amp;e=2022&amp;u=bac-giang&amp;s=bac-giang.society:0.45";
    assert_eq!(state, public);
    assert!(!html(Whole::Embed, scenario).contains("data-rank"));
}

#[test]
fn the_share_dialog_says_what_a_preview_shows() {
    let said = |fragment: &str, served: Language| {
        let address = format!("https://example.org/dti/#{fragment}");
        Owner::new().with(|| {
            let state = State::try_new(Arc::clone(official()), &address, served, |_| None).unwrap();
            let open = RwSignal::new(true);
            view! { <super::share::ShareDialog state open /> }.to_html()
        })
    };
    let society = "e=2024-34&u=bac-ninh&s=bac-ninh.society:0.8127";
    // The sentence of the scenario itself, since it has a page.
    let own = said(society, Language::Vi);
    let told = "Bản xem trước sẽ hiện: Nếu Hoạt động xã hội số đạt 0,8127 (hiện là 0,6416) thì Bắc Ninh \
                từ hạng 11 lên hạng 5/34";
    assert!(own.contains(told), "{own}");
    for (fragment, served, told) in [
        (
            "e=2024-34&u=bac-ninh&s=bac-ninh.society:0.8",
            Language::Vi,
            "Bản xem trước sẽ hiện: Bắc Ninh như đã công bố. Kịch bản nằm trong liên kết",
        ),
        (
            society,
            Language::En,
            "The preview will show: Bac Ninh as published. The scenario is in the link",
        ),
        (
            "e=2022&u=bac-giang&s=bac-giang.society:1",
            Language::Vi,
            "Bản xem trước chỉ hiện tên trang. Kịch bản nằm trong liên kết",
        ),
        (
            "e=2022&u=bac-giang&s=bac-giang.society:1",
            Language::En,
            "The preview will only show the name of this site.",
        ),
    ] {
        let html = said(fragment, served);
        assert!(html.contains(told), "{told} is not in {html}");
        assert!(
            !html.contains("0,8127") && !html.contains("0.8127 "),
            "{html}"
        );
    }
}

#[test]
fn colours_of_bars_are_named_where_a_framework_has_two_groups() {
    let key = "key-foundation";
    assert!(html(Whole::Page, "#e=2022&u=bac-giang").contains("Nhóm nền tảng"));
    let hdi = include_str!("../../data/examples/hdi.json");
    let hdi = parse_index("hdi.json", hdi).unwrap().to_part();
    let html = on_page(&support::with(hdi), "#e=hdi-example", |state| {
        view! { <Page state /> }.to_html()
    });
    assert!(html.contains("ladder-heading") && !html.contains(key));
}
