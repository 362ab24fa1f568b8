//! One question of the page, answered slice by slice.

use super::ground::Ground;
use super::panel::{Panel, buttons};
use super::plan::{DRAWS, plan, reached};
use super::rest::{EDITION, place_panel};
use super::stability::{question, stability};
use crate::page::Markup;
use crate::page::studio::Asked;
use dti_engine::calculator::{Calculator, CalculatorError, Draws, StabilityQuestion};

/// Draws of one slice: a few milliseconds.
const SLICE: u32 = 100;

/// A question that is being answered.
pub struct Work<'a> {
    question: String,
    ground: Result<Ground<'a>, CalculatorError>,
    draws: Option<Drawing>,
}

/// Draws that are being made, for a panel that wants them.
struct Drawing {
    question: StabilityQuestion,
    draws: Draws,
    /// The rank that a plan is to reach.
    target: Option<u32>,
}

impl<'a> Work<'a> {
    /// Takes a packed question. Draws that were made before are kept where they are the same.
    pub fn begin(calculator: &'a Calculator, question: &str, before: Option<Self>) -> Self {
        let ground = Ground::of(calculator, &Asked::unpack(question));
        let kept = before.and_then(|before| before.draws);
        Self {
            question: question.to_owned(),
            draws: ground
                .as_ref()
                .ok()
                .and_then(|ground| drawing(ground, kept)),
            ground,
        }
    }

    /// Does the next slice; says whether that was the last.
    pub fn advance(&mut self) -> bool {
        let is_stopped = |ground: &Ground<'_>| ground.choice("pause") == "on";
        let Some(drawing) = &mut self.draws else {
            return true;
        };
        // The draws of a plan are few, and nothing there stops them.
        if drawing.target.is_none() && self.ground.as_ref().is_ok_and(is_stopped) {
            return true;
        }
        drawing.draws.advance(SLICE);
        drawing.draws.is_done()
    }

    /// What there is to show so far, packed. What stands in `<chart>` and `<panel>` is left to
    /// [`completed`](super::completed).
    pub fn answer(&self) -> String {
        let mut out = Markup::default();
        // The page asks only what it can show itself, so an error is a fault of the two parts.
        if let Ok(ground) = &self.ground {
            out.node("div", "analyses", |m| {
                m.set(EDITION, ground.edition.id().to_owned());
                self.section(ground, m);
            });
        }
        out.pack()
    }

    fn section(&self, ground: &Ground<'_>, m: &mut Markup) {
        m.node("h2", "", |m| {
            let heading = ground.either("Phân tích", "Analyses");
            m.set("id", "analyses-heading");
            m.text(format!("{heading}: {}", ground.own_name()));
        });
        buttons(ground, m);
        let panel = Panel::chosen(ground);
        m.node("div", "", |m| {
            m.set("id", format!("analysis-{}", panel.id()));
            m.set("class", "card analysis");
            match panel {
                Panel::Plan => plan(ground, self.sure(ground), m),
                Panel::Stability => {
                    let draws = self.draws.as_ref().map(|drawing| &drawing.draws);
                    stability(ground, draws, &self.question, m);
                }
                // They need no worker.
                _ => place_panel(m, &self.question),
            }
        });
    }

    /// The share of draws in which the plan's rank holds, once all are made.
    fn sure(&self, ground: &Ground<'_>) -> Option<f64> {
        let drawing = self.draws.as_ref()?;
        let made = drawing.draws.is_done().then(|| drawing.draws.result())?;
        Some(made.of(ground.position)?.top(drawing.target?))
    }
}

/// The draws that a panel wants; those made before, where they answer the same question.
fn drawing(ground: &Ground<'_>, kept: Option<Drawing>) -> Option<Drawing> {
    let (question, target) = match Panel::chosen(ground) {
        Panel::Stability => (question(ground), None),
        Panel::Plan => {
            let (scenario, target) = reached(ground)?;
            let question = StabilityQuestion {
                scenario,
                draws: DRAWS,
                ..question(ground)
            };
            (question, Some(target))
        }
        _ => return None,
    };
    let same = kept.filter(|kept| kept.question == question);
    let draws = match same {
        Some(kept) => kept.draws,
        None => ground.calculator.draws(&question).ok()?,
    };
    Some(Drawing {
        question,
        draws,
        target,
    })
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::completed;
    use super::super::ground::Ground;
    use super::Work;
    use crate::page::Markup;
    use crate::page::studio::Asked;
    use crate::page::tests::Asker;
    use dti_engine::calculator::Calculator;
    use std::sync::OnceLock;

    /// One calculator for all tests.
    pub(in crate::page::analyses) fn calculator() -> &'static Calculator {
        static CALCULATOR: OnceLock<Calculator> = OnceLock::new();
        CALCULATOR.get_or_init(|| dti_formats::official().unwrap())
    }

    /// The page at an address, with choices as a reader makes them.
    pub(in crate::page::analyses) fn page(fragment: &str, choices: &[(&str, &str)]) -> Asker {
        let mut page = Asker::at(calculator(), fragment);
        for (key, value) in choices {
            page.set(key, value);
        }
        page
    }

    /// What a page asks.
    pub(in crate::page::analyses) fn asked(page: &Asker) -> String {
        page.analysis_question(1000).pack()
    }

    /// What a page shows.
    pub(in crate::page::analyses) fn shown(page: &Asker) -> String {
        let mut work = Work::begin(calculator(), &asked(page), None);
        while !work.advance() {}
        completed(calculator(), &Markup::unpack(&work.answer())).html()
    }

    /// What a panel shows for an address, with choices as a reader makes them.
    pub(in crate::page::analyses) fn html(fragment: &str, choices: &[(&str, &str)]) -> String {
        shown(&page(fragment, choices))
    }

    /// What the third module answers.
    pub(in crate::page::analyses) fn answered(fragment: &str, choices: &[(&str, &str)]) -> Markup {
        let mut work = Work::begin(calculator(), &asked(&page(fragment, choices)), None);
        while !work.advance() {}
        Markup::unpack(&work.answer())
    }

    /// What an analysis starts from.
    pub(in crate::page::analyses) fn ground(
        fragment: &str,
        choices: &[(&str, &str)],
    ) -> Ground<'static> {
        let question = asked(&page(fragment, choices));
        Ground::of(calculator(), &Asked::unpack(&question)).unwrap()
    }

    /// One panel by itself, without draws.
    pub(in crate::page::analyses) fn drawn(
        ground: &Ground<'_>,
        draw: impl Fn(&Ground<'_>, &mut Markup),
    ) -> String {
        let mut m = Markup::default();
        draw(ground, &mut m);
        m.html()
    }

    /// The text of a panel, without its tags.
    pub(in crate::page::analyses) fn text(fragment: &str, choices: &[(&str, &str)]) -> String {
        text_of(&html(fragment, choices))
    }

    /// A text without its tags, one line for each piece.
    pub(in crate::page::analyses) fn text_of(html: &str) -> String {
        let mut text = String::new();
        for part in html.split('<') {
            let (_, words) = part.split_once('>').unwrap_or(("", part));
            if !words.trim().is_empty() {
                text.push_str(&plain(words.trim()));
                text.push('\n');
            }
        }
        text
    }

    fn plain(html: &str) -> String {
        let text = html.replace("&lt;", "<").replace("&gt;", ">");
        text.replace("&quot;", "\"").replace("&amp;", "&")
    }

    /// The finding of a panel.
    #[track_caller]
    pub(in crate::page::analyses) fn finding_of(html: &str) -> String {
        let start = "id=\"analysis-finding\" class=\"finding\">";
        let (_, rest) = html.split_once(start).unwrap();
        plain(rest.split_once("</h3>").unwrap().0)
    }

    /// The deed of the first control whose deed begins so.
    pub(in crate::page::analyses) fn deed(html: &str, start: &str) -> Option<String> {
        let (_, rest) = html.split_once(&format!("data-do=\"{start}"))?;
        let (end, _) = rest.split_once('"')?;
        Some(plain(&format!("{start}{end}")))
    }

    /// Headings and rows of the table with this caption.
    #[track_caller]
    pub(in crate::page::analyses) fn table(html: &str, caption: &str) -> Vec<Vec<String>> {
        let start = format!("<caption>{caption}</caption>");
        let (_, rest) = html.split_once(&start).expect(caption);
        let (body, _) = rest.split_once("</table>").unwrap();
        let cell = |cell: &str| {
            let (_, words) = cell.split_once('>').unwrap();
            plain(words.split('<').next().unwrap())
        };
        let row = |row: &str| {
            let cells = row.replace("<td", "<th");
            cells.split("<th").skip(1).map(cell).collect()
        };
        let body = body.replace("<thead>", "").replace("</thead>", "");
        body.split("<tr").skip(1).map(row).collect()
    }

    /// Hundredths of points as they are written: "+16,45", "≈ −2.67".
    #[track_caller]
    pub(in crate::page::analyses) fn hundredths(text: &str) -> i64 {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let size: i64 = digits.parse().expect(text);
        if text.contains('−') { -size } else { size }
    }

    const PANELS: [&str; 7] = [
        "plan",
        "neighbourhood",
        "explain",
        "stability",
        "sweep",
        "merger",
        "compare",
    ];

    #[test]
    fn every_panel_speaks_one_language_and_names_things_once() {
        for panel in PANELS {
            for (edition, unit) in [
                ("2022", "thua-thien-hue"),
                ("2023", "quang-ninh"),
                ("2024", "da-nang"),
                ("2024-34", "bac-ninh"),
                ("2022", "bac-kan"),
            ] {
                for changes in ["", "&s=X.society:0.45&r=gain:10", "&w=economy:300"] {
                    let changes = changes.replace('X', unit);
                    for language in ["vi", "en"] {
                        let fragment =
                            format!("#e={edition}&u={unit}{changes}&lang={language}&panel={panel}");
                        check(&fragment, language);
                    }
                }
            }
        }
    }

    #[track_caller]
    fn check(fragment: &str, language: &str) {
        let html = html(fragment, &[("draws", "1000")]);
        assert!(html.contains("<h3"), "{fragment}: {html}");
        let mut ids: Vec<&str> = html.split(" id=\"").skip(1).collect();
        ids.iter_mut()
            .for_each(|id| *id = id.split('"').next().unwrap());
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{fragment}");
        let foreign = match language {
            "vi" => [" the ", " of ", "score", " and ", "province"].as_slice(),
            _ => ["đ", "ả", "ế", "ộ", "ạ", "ấ", "ư"].as_slice(),
        };
        let text = text_of(&html);
        for word in foreign {
            assert!(!text.contains(word), "{fragment}: `{word}` in {text}");
        }
    }

    #[test]
    fn hostile_choices_change_nothing_but_sentences() {
        let keys = [
            "t",
            "seed",
            "panel",
            "goal",
            "effort",
            "cost.government",
            "cap.government",
            "lock.government",
            "saved.1",
            "saved.1.name",
            "saved.9",
            "other",
            "weights",
            "from",
            "to",
            "sweep",
            "sweep-of",
            "spread",
            "draws",
            "",
        ];
        for value in [
            "-1",
            "1e9",
            "NaN",
            "moon",
            "\u{1d}\u{1f}\u{1e}",
            "<b>",
            "0",
            "0,5",
            "99999999999999999999",
        ] {
            let choices: Vec<(&str, &str)> = keys.iter().map(|key| (*key, value)).collect();
            for panel in PANELS {
                let html = html(&format!("#e=2022&u=hue&panel={panel}"), &choices);
                assert!(!html.contains("<b>") && html.contains("<h3"), "{html}");
            }
        }
    }

    #[test]
    fn the_plan_for_hue_says_what_the_fixture_says() {
        let text = text(
            "#e=2022&u=thua-thien-hue&panel=plan&t=3",
            &[("effort", "flat")],
        );
        assert!(text.contains("cần thêm 4,9 điểm để lên hạng 3"), "{text}");
        assert!(text.contains("0,7024 của Quảng Ninh"), "{text}");
    }
}
