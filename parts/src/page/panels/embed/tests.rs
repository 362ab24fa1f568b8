//! What the dialog writes: the code, whatever is chosen and whatever is in it.

use super::embed_dialog;
use crate::page::choices::{Choices, pack};
use crate::page::{Markup, Page};
use dti_engine::calculator::Calculator;
use std::sync::OnceLock;

const ROOT: &str = "https://example.org/dti/";

fn page(fragment: &str) -> Page {
    static CALCULATOR: OnceLock<Calculator> = OnceLock::new();
    let calculator = CALCULATOR.get_or_init(|| dti_formats::official().unwrap());
    Page::at(calculator, fragment)
}

/// The dialog with some choices made.
fn dialog(fragment: &str, choices: &[(&str, &str)], said: &str) -> String {
    let mut chosen = Choices::new();
    for (key, value) in choices {
        chosen.insert(format!("embed.{key}"), (*value).to_owned());
    }
    let about = format!("{ROOT} {said} {}", pack(chosen.iter()));
    let mut m = Markup::default();
    embed_dialog(&page(fragment), &about, &mut m);
    m.html()
}

/// Address of the frame in the first piece of code.
fn source(html: &str) -> String {
    let (_, code) = html.split_once("<textarea id=\"embed-frame\"").unwrap();
    let (_, address) = code.split_once("src=&quot;").unwrap();
    let (address, _) = address.split_once("&quot;").unwrap();
    // Escaped for the snippet, then for the page.
    address.replace("&amp;amp;", "&")
}

#[test]
fn the_code_carries_the_scenario_and_nothing_of_the_reader() {
    let fragment = "#e=2022&u=bac-giang&s=bac-giang.society:0.45,bac-giang.awareness:k0.8&t=3";
    let html = dialog(fragment, &[], "-");
    let expected = "https://example.org/dti/embed/v1/#v=1&e=2022&u=bac-giang\
                    &s=bac-giang.society:0.45";
    assert_eq!(source(&html), expected);
    assert!(!html.contains("k0.8") && html.contains("không vào mã nhúng"));
    assert!(html.contains("edition=&quot;2022&quot; unit=&quot;bac-giang&quot;"));
    assert!(html.contains("scenario=&quot;s=bac-giang.society:0.45&quot;"));
    assert_eq!(html.matches("<textarea").count(), 3);
    let plain = dialog("#e=2022&u=bac-giang", &[], "-");
    assert!(!plain.contains("scenario=") && !plain.contains("không vào mã nhúng"));
}

#[test]
fn the_dialog_says_what_of_the_reader_stays_on_the_device() {
    let stays = |fragment: &str| dialog(fragment, &[], "-").contains("Số liệu riêng của bạn");
    assert!(stays("#e=2022&u=bac-giang&s=bac-giang.awareness:k0.8"));
    assert!(!stays("#e=2022&u=bac-giang&s=bac-giang.awareness:0.8"));
}

#[test]
fn a_page_from_a_file_gives_no_code() {
    let mut m = Markup::default();
    embed_dialog(&page("#e=2022"), "file:///media/stick/ - ", &mut m);
    let html = m.html();
    assert!(html.contains("mở từ một tệp") && !html.contains("<iframe"));
    assert!(!html.contains("<textarea"));
}

#[test]
fn every_option_enters_the_address_and_the_element() {
    let all = [
        ("locked", "on"),
        ("plain", "on"),
        ("bg", "on"),
        ("api", "on"),
        ("lang", "en"),
        ("theme", "dark"),
        ("height", "800"),
        ("show.awareness", "on"),
        ("show.society", "off"),
    ];
    let html = dialog("#e=2022&u=bac-giang", &all, "-");
    let fragment = "v=1&e=2022&u=bac-giang&lang=en&theme=dark&api=1&bg=transparent&locked=1\
                    &plain=1&show=awareness,government,economy";
    assert_eq!(source(&html), format!("{ROOT}embed/v1/#{fragment}"));
    assert!(html.contains("height=&quot;800&quot;"));
    let element = "lang=&quot;en&quot; theme=&quot;dark&quot; \
                   show=&quot;awareness,government,economy&quot; locked plain \
                   bg=&quot;transparent&quot; api height=&quot;800&quot;";
    assert!(html.contains(element), "{html}");
    assert!(html.contains("href=&quot;https://example.org/dti/en/#v=1&amp;amp;e=2022"));
    // What is sent is what the preview shows.
    assert!(html.contains(&format!("src=\"{}\"", source(&html).replace('&', "&amp;"))));
}

#[test]
fn an_embed_that_offers_nothing_is_one_to_look_at() {
    let none = ["government", "economy", "society"].map(|id| format!("show.{id}"));
    let none: Vec<(&str, &str)> = none.iter().map(|key| (key.as_str(), "off")).collect();
    assert!(source(&dialog("#e=2022&u=hue", &none, "-")).ends_with("&static=1"));
}

#[test]
fn what_came_of_copying_stands_beside_the_button() {
    let said = |said: &str| dialog("", &[], said);
    assert!(said("done:embed-element").contains("Đã sao chép."));
    assert!(said("denied:embed-frame").contains("nhấn Ctrl+C"));
    for nothing in ["-", "", "done:", "done:moon", "<b>"] {
        let html = said(nothing);
        assert!(
            !html.contains("Đã sao chép.") && !html.contains("Ctrl+C"),
            "{nothing}"
        );
    }
}

#[test]
fn hostile_choices_choose_nothing() {
    let evil = "\"><script>alert(1)</script>";
    let keys = [
        "locked",
        "height",
        "width",
        "lang",
        "theme",
        "show.society",
        "show.<b>",
    ];
    let choices = keys.map(|key| (key, evil));
    let html = dialog("#e=2022&u=bac-giang", &choices, evil);
    assert!(!html.contains("alert(1)") && !html.contains("<b>"));
    // Chosen by nobody, shown as usual.
    assert!(source(&html).ends_with("u=bac-giang&show=government,economy,society"));
    let mut m = Markup::default();
    embed_dialog(&page(""), "", &mut m);
    assert!(m.html().contains("embed/v1/"));
}

#[test]
fn the_dialog_speaks_one_language() {
    let html = dialog("#lang=en&e=2022&u=ha-noi", &[], "-");
    let own = html.replace("Tiếng Việt", "");
    assert!(!own.contains(['đ', 'ả', 'ế', 'ộ', 'ạ']), "{own}");
    assert!(html.contains("DTI what-if: Hanoi"));
}
