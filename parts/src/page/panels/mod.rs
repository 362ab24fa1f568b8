//! What stands behind the numbers, for a reader who wants to check: how a number is computed, with
//! its own figures, and what is on file. Written by the second module; the views know nothing of it.

mod composed;
mod data;
mod data_sentences;
mod embed;
mod estimate;
mod formula;
mod lines;
mod own_data;
mod rank;
mod sentences;
mod sources;
mod total;
mod version;
mod words;
mod written;

pub(crate) use data::about_data;
pub(crate) use embed::embed_dialog;
pub(crate) use formula::formula;
pub(crate) use sources::sources;

use super::text::in_language;
use super::{Markup, Page};
use dti_engine::model::Edition;

/// Writes the calculation itself, set apart from the words around it.
fn equation(m: &mut Markup, text: String) {
    m.figure("p", "formula", text);
}

/// Title of an edition.
fn title_of<'a>(page: &Page, edition: &'a Edition) -> &'a str {
    in_language(&edition.header().title, page.language)
}

#[cfg(test)]
mod tests {
    use super::{about_data, formula};
    use crate::page::{Markup, Page};
    use dti_engine::calculator::Calculator;
    use dti_engine::model::Exact;
    use dti_formats::link::Language;
    use std::sync::OnceLock;

    const EDITIONS: [&str; 4] = ["2022", "2023", "2024", "2024-34"];

    fn page(fragment: &str) -> Page {
        static CALCULATOR: OnceLock<Calculator> = OnceLock::new();
        let calculator = CALCULATOR.get_or_init(|| dti_formats::official().unwrap());
        Page::at(calculator, fragment)
    }

    fn html(page: &Page, focus: &str) -> String {
        let mut m = Markup::default();
        match focus {
            "data" => about_data(page, &mut m),
            _ => formula(page, focus, &mut m),
        }
        m.html()
    }

    /// What stands in each element that begins with `open`.
    fn inside<'a>(html: &'a str, open: &str) -> Vec<&'a str> {
        let parts = html.split(open).skip(1);
        parts
            .map(|part| &part[..part.find("</").unwrap()])
            .collect()
    }

    /// A written number, and how much it may be off if it was rounded.
    fn read(text: &str, language: Language) -> Option<(Exact, Exact)> {
        let (mark, thousands) = match language {
            Language::Vi => (',', '.'),
            Language::En => ('.', ','),
        };
        let plain = text.trim_start_matches("≈ ").replace(thousands, "");
        let plain = plain.replace(mark, ".");
        let (sign, plain) = match plain.strip_prefix('−') {
            Some(rest) => (-Exact::ONE, rest),
            None => (Exact::ONE, plain.as_str()),
        };
        let places = plain.split_once('.').map_or(0, |(_, places)| places.len());
        let half = Exact::decimal(5, u32::try_from(places).unwrap() + 1);
        Some((sign * Exact::from_plain_text(plain, 12)?, half))
    }

    /// Works an equation out as a pocket calculator would, from left to right.
    #[track_caller]
    fn check_equation(text: &str, language: Language) {
        let mut words = text.split_whitespace();
        let number = |word: Option<&str>| read(word.unwrap().trim_end_matches(','), language);
        let (mut value, mut off) = number(words.next()).unwrap();
        let sign = loop {
            let sign = words.next().unwrap();
            if ["=", "≈"].contains(&sign) {
                break sign;
            }
            let (next, _) = number(words.next()).unwrap();
            (value, off) = match sign {
                "+" => (value + next, Exact::ZERO),
                "−" => (value - next, Exact::ZERO),
                "×" => (value * next, off * next),
                "/" => (
                    value.checked_div(next).unwrap(),
                    off.checked_div(next).unwrap(),
                ),
                other => panic!("{other} in {text}"),
            };
        };
        let (result, half) = number(words.next()).unwrap();
        let miss = (value - result).abs();
        let allowed = if sign == "=" { Exact::ZERO } else { off + half };
        assert!(miss <= allowed, "{text}");
        let last = text.split_whitespace().last().unwrap();
        if text.contains("rounded") || text.contains("làm tròn") {
            let (rounded, _) = read(last, language).unwrap();
            assert_eq!(result.rounded(4), rounded, "{text}");
        }
    }

    /// Every row of the table, and its sum against what is written above it.
    #[track_caller]
    fn check_table(html: &str, language: Language) {
        let Some((_, rows)) = html.split_once("<tbody>") else {
            return;
        };
        let (rows, foot) = rows.split_once("</tbody>").unwrap();
        let mut sum = Exact::ZERO;
        for row in rows.split("<tr>").skip(1) {
            let cells = inside(row, "<td class=\"number\">");
            let [score, max, points] = [0, 1, 2].map(|at| read(cells[at], language).unwrap());
            let is_rounded = row.contains('≈');
            let allowed = if is_rounded {
                score.1 * max.0 + points.1
            } else {
                Exact::ZERO
            };
            assert!((score.0 * max.0 - points.0).abs() <= allowed, "{row}");
            sum = sum + points.0;
        }
        let total = inside(foot, "<td class=\"number\">");
        let total = read(total[2], language).unwrap().0;
        if sum != total {
            let off = (sum - total).abs();
            let told = foot
                .split("<p>")
                .find(|p| p.contains("cột điểm") || p.contains("add up"));
            let told = told.unwrap_or_else(|| panic!("{sum:?} is not {total:?}: {html}"));
            let (told, _) = told.split_once("</p>").unwrap();
            let words = told
                .split(' ')
                .map(|word| word.trim_end_matches(['.', ',']));
            let numbers = words.filter_map(|word| read(word, language));
            let numbers: Vec<Exact> = numbers.map(|(number, _)| number).collect();
            assert_eq!(numbers, [sum, off, total], "{told}");
            assert!(off <= Exact::decimal(4, 2), "{told}");
        }
    }

    /// One panel in the page's language.
    #[track_caller]
    fn check(page: &Page, focus: &str) -> String {
        let (html, language) = (html(page, focus), page.language);
        assert!(html.starts_with("<h3>") && html.contains("<p>"), "{focus}");
        for equation in inside(&html, "<p class=\"formula\" translate=\"no\">") {
            check_equation(equation, language);
        }
        if focus != "data" {
            check_table(&html, language);
        }
        let rounds = ["làm tròn", "rounded"]
            .iter()
            .any(|word| html.contains(word));
        assert!(!html.contains('≈') || rounds, "{html}");
        let foreign = match language {
            Language::Vi => [" the ", " of ", "score", " and ", "province"].as_slice(),
            Language::En => ["đ", "ả", "ế", "ộ", "ạ", "ấ", "ư"].as_slice(),
        };
        for word in foreign {
            let words = html.replace("https", "");
            assert!(!words.contains(word), "`{word}` in {words}");
        }
        html
    }

    #[test]
    fn every_formula_of_every_unit_adds_up_as_it_is_written() {
        for (place, edition) in EDITIONS.iter().enumerate() {
            let language = ["vi", "en"][place % 2];
            let mut page = page(&format!("#e={edition}&lang={language}"));
            for unit in page.units() {
                page.show(&format!("e={edition}&u={}&lang={language}", unit.id), "");
                let framework = page.edition().unwrap().framework();
                let nodes = framework.nodes().map(|node| framework.indicator(node));
                let ids = nodes.map(|own| own.id.as_str());
                for focus in ids.chain(["total", "rank", "estimate", "moon", ""]) {
                    check(&page, focus);
                }
            }
        }
    }

    #[test]
    fn what_a_scenario_adds_is_written_too() {
        for edition in EDITIONS {
            for unit in ["lao-cai", "ca-mau"] {
                for changes in [
                    "s=X.society:0.4567",
                    "s=X.awareness:0.8,X.security:0.1,X.economy:1",
                    "s=X.foundation:0.7",
                    "s=X.activity:50p",
                    "s=X.foundation:1,X.activity:1",
                    "s=X.foundation:0,X.activity:0",
                    "s=X.foundation:1,X.activity:0.9999",
                    "s=X.awareness:k0.9,X.security:0.77",
                    "w=economy:300,society:7",
                    "w=economy:300,awareness:0&s=X.government:0.5",
                    "r=gain:-12.34",
                    "r=trend&s=X.workforce:0.3333",
                ] {
                    for language in ["vi", "en"] {
                        let changes = changes.replace('X', unit);
                        let page =
                            page(&format!("#e={edition}&u={unit}&{changes}&lang={language}"));
                        for focus in [
                            "total",
                            "rank",
                            "estimate",
                            "awareness",
                            "society",
                            "activity",
                        ] {
                            check(&page, focus);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn without_a_unit_the_first_one_may_move_as_a_rival() {
        let page = page("#e=2022&r=gain:5");
        let own = page.shown.standings.of(page.shown.position).unwrap();
        let html = check(&page, "total");
        assert_eq!(html.contains("cùng với các tỉnh khác"), own.moved_as_rival);
    }

    #[test]
    fn the_data_of_every_edition_are_told_in_both_languages() {
        for edition in EDITIONS {
            for language in ["vi", "en"] {
                check(&page(&format!("#e={edition}&lang={language}")), "data");
            }
        }
    }

    #[test]
    fn headings_and_tables_are_sound() {
        let page = page("#e=2022&u=bac-giang");
        for focus in ["total", "foundation", "data"] {
            let html = html(&page, focus);
            assert_eq!(html.matches("<h3>").count(), 1);
            assert_eq!(html.matches("<table>").count(), 1);
            assert_eq!(html.matches("<caption>").count(), 1);
            let columns = html.matches("<th scope=\"col\">").count();
            let rows = html.matches("<th scope=\"row\">").count();
            let cells = html.matches("<td").count();
            assert_eq!((columns, cells), (5, rows * 4));
        }
    }
}
