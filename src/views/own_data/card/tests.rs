//! The detailed scorecard as it stands on the page, against what the engine says of it.

mod entering;
mod hostile;
mod looking;
mod worth;

use super::controls::{with_part, without_part};
use super::row::Row;
use super::rows::{lines, shown};
use super::sheet::Sheet;
use crate::bridge::Tab;
use crate::views::own_data::desk::Desk;
use crate::views::own_data::tests::{
    COMMUNE, RULES, assessment, component_card, count, drawn, expect_unique_ids, has_button, seen,
    with_desk, with_example,
};
use dti_engine::calculator::AssessmentColumn::{
    self, Explained, Reviewed, SelfAssessed, Verified, WhatIf,
};
use dti_engine::calculator::{ComponentLine, ComponentMain};
use dti_engine::model::{Assessed, Entry, Exact, Kind, RawValue, Rule, RuleKind, Score};
use dti_formats::link::Language;
use dti_formats::takes_share;
use dti_own_data::card::{Field, Goal, Spot, Step};
use dti_words::own_data::card as said;
use leptos::prelude::*;

/// Types a text to its end, or only on the way there.
fn enter(desk: Desk, step: Step, field: &Field, text: &str) {
    Sheet::new(desk).enter(field, text, step);
}

/// Types the value of a stage to its end.
fn finish(desk: Desk, indicator: &str, stage: AssessmentColumn, text: &str) {
    enter(desk, Step::Finished, &Field::value(indicator, stage), text);
}

fn figure(indicator: &str, stage: AssessmentColumn, id: &str) -> Field {
    Field {
        indicator: indicator.to_owned(),
        spot: Spot::Figure(stage, id.to_owned()),
    }
}

/// A line of the scorecard on screen.
fn row_of(desk: Desk, indicator: &str) -> Row {
    let sheet = Sheet::new(desk);
    let node = sheet.edition().framework().node(indicator).unwrap();
    Row::new(sheet, node, Memo::new(move |_| lines(&shown(sheet))))
}

/// Opens the details of every row, and with them the criteria.
fn open_all(desk: Desk) {
    let edition = desk.state.edition.get_untracked();
    let framework = edition.framework();
    let ids = framework
        .nodes()
        .map(|node| framework.indicator(node).id.clone());
    desk.open.set(ids.collect());
}

/// What of one row is seen.
#[track_caller]
fn row(html: &str, indicator: &str) -> String {
    let begin = format!("<li id=\"component-{indicator}\"");
    let (_, rest) = html
        .split_once(&begin)
        .unwrap_or_else(|| panic!("no row {indicator}"));
    let row = rest.split("<li id=\"component-").next().unwrap();
    row.split("<div class=\"component-main")
        .next()
        .unwrap()
        .to_owned()
}

/// Whether a row is marked so.
fn is_marked(row: &str, class: &str) -> bool {
    row.split('>').next().unwrap().contains(class)
}

/// Rows that are there.
fn rows(html: &str) -> usize {
    count(html, "<li id=\"component-")
}

/// The engine's own line of an indicator.
fn line(desk: Desk, indicator: &str) -> ComponentLine {
    let node = desk
        .state
        .edition
        .get_untracked()
        .framework()
        .node(indicator)
        .unwrap();
    let mut lines = component_card(desk)
        .mains
        .into_iter()
        .flat_map(|main| main.lines);
    lines.find(|line| line.node == node).unwrap()
}

/// That of a main indicator.
fn main(desk: Desk, indicator: &str) -> ComponentMain {
    let node = desk
        .state
        .edition
        .get_untracked()
        .framework()
        .node(indicator)
        .unwrap();
    let mut mains = component_card(desk).mains.into_iter();
    mains.find(|main| main.own.node == node).unwrap()
}

/// What the page counts with for an indicator of the unit on screen.
#[track_caller]
fn expect_share(desk: Desk, indicator: &str, share: Option<Exact>) {
    let unit = desk.state.id(desk.state.subject_untracked());
    let scenario = desk.state.scenario();
    let found = scenario.find(&unit, indicator, Kind::Assessed);
    let expected = share.map(|share| Entry::Share(Score::try_new(share).unwrap()));
    assert_eq!(found.map(|own| own.entry.clone()), expected, "{indicator}");
}

#[test]
fn every_line_says_what_the_engine_says_in_both_languages() {
    for (id, unit) in [(RULES, "example-place-a"), (COMMUNE, "example-commune-one")] {
        with_example(id, unit, |desk| {
            finish(desk, "management.2", WhatIf, "4");
            open_all(desk);
            for language in [Language::Vi, Language::En] {
                desk.state.language.set(language);
                let (html, words) = (seen(desk), desk.state.words.get());
                let card = component_card(desk);
                let edition = desk.state.edition.get();
                let framework = edition.framework();
                for main in &card.mains {
                    let points = said::points_of(main.own.points, main.own.max_points, &words);
                    assert!(html.contains(&points) && html.contains(&said::at_max(main, &words)));
                    for line in &main.lines {
                        let own = row(&html, &framework.indicator(line.node).id);
                        let name = said::name(framework.indicator(line.node), &words);
                        assert!(own.contains(&name.replace('&', "&amp;")), "{name}: {own}");
                        if line.is_scored {
                            assert!(own.contains(&said::counting(line, &words)), "{own}");
                            assert!(own.contains(&said::gap(line, &words)), "{own}");
                        }
                    }
                }
                let standing = said::rank_of(&card.standing, card.units, &words);
                let score = said::score_of(&card.standing, desk.state.decimals.get(), &words);
                for total in [standing, score] {
                    assert!(html.contains(&format!(">{total}</span></dd>")), "{total}");
                }
            }
        });
    }
}

#[test]
fn every_rule_has_its_own_controls() {
    with_example(RULES, "example-place-a", |desk| {
        let html = seen(desk);
        assert!(html.contains("Ví dụ: đơn vị và số liệu hư cấu."));
        assert!(!html.contains("services.4.1"), "criteria are folded in");
        open_all(desk);
        let html = seen(desk);
        expect_unique_ids(&drawn(desk));
        let five = |indicator: &str, what: &str| {
            assert_eq!(count(&row(&html, indicator), what), 5, "{indicator} {what}");
        };
        five("management.1", "<select");
        let levels = row(&html, "management.1");
        assert_eq!(count(&levels, "<option"), 20, "a dash and three levels");
        five("management.2", "<input");
        five("management.3", "<select");
        let boxes = count(&row(&html, "management.4"), "type=\"checkbox\"");
        assert_eq!(boxes, 20, "and none met");
        for ratio in ["services.1", "services.2", "services.3", "society.1"] {
            let fields = count(&row(&html, ratio), "<input");
            assert_eq!(fields, 15, "one field, and one per figure");
        }
        five("services.4.1", "<input");
        let sum = row(&html, "services.4");
        assert!(sum.contains("tổng các tiêu chí") && sum.contains("2 tiêu chí"));
        assert!(!sum.contains("<input"));
        let unscored = row(&html, "society.3");
        assert!(unscored.contains("không chấm điểm") && !unscored.contains("<input"));
        let steps = row(&html, "management.2");
        assert!(steps.contains("theo số lượng, từ 1: 5; từ 2: 10; từ 3: 15"));
        let ratio = row(&html, "services.1");
        assert!(ratio.contains("value=\"812/1160\"") && ratio.contains("value=\"812\""));
        assert!(ratio.contains("70 % của 15 điểm = 10,5"), "{ratio}");
        assert!(row(&html, "services.2").contains("từ 80% là đủ điểm"));
        desk.state.language.set(Language::En);
        let html = seen(desk);
        assert!(html.contains("Self-assessed"));
        assert!(html.contains("parts that are met: 1.5 + 1.5 + 2"));
        assert!(!html.contains("Tự đánh giá"));
    });
}

/// Lists, fields and boxes that the five stages of a rule need.
fn controls_of(rule: &Rule) -> [usize; 3] {
    let figures = 5 * rule.inputs.len();
    match &rule.kind {
        RuleKind::YesNo | RuleKind::Levels(_) | RuleKind::StepChoices(_) => [5, 0, 0],
        RuleKind::Parts(parts) => [0, 0, 5 * (parts.len() + 1)],
        // How many are done may be typed into the line too.
        RuleKind::CountShare(parts) => [0, 1, 5 * (parts.len() + 1)],
        RuleKind::PerPeriodSum { periods, .. } => [5 * periods, 0, 0],
        RuleKind::Unscored => [0, 0, 0],
        // And what the best unit has.
        RuleKind::Relative => [0, 5 + figures + 1, 0],
        _ => [0, 5 + figures, 0],
    }
}

#[test]
fn every_component_of_every_set_has_the_controls_of_its_rule() {
    let mut kinds = Vec::new();
    let sets = dti_own_data::sets().into_iter().map(|(id, _)| id);
    for set in sets.chain([dti_own_data::PROVINCES.to_owned()]) {
        with_desk("#e=2022", |desk| {
            desk.deed(|own, _ground| own.begin_scorecard(&set, "Nơi").map(|()| None));
            open_all(desk);
            expect_unique_ids(&drawn(desk));
            let html = seen(desk);
            let edition = desk.state.edition.get();
            let framework = edition.framework();
            let card = component_card(desk);
            let lines = card.mains.iter().flat_map(|main| &main.lines);
            for line in lines {
                let own = framework.indicator(line.node);
                let row = row(&html, &own.id);
                let boxes = count(&row, "type=\"checkbox\"");
                let found = [count(&row, "<select"), count(&row, "<input") - boxes, boxes];
                let expected = match line.is_sum || !line.is_scored {
                    true => [0, 0, 0],
                    false => controls_of(&own.rule),
                };
                assert_eq!(found, expected, "{set} {} {:?}", own.id, own.rule.kind);
                kinds.push(own.rule.kind.as_str());
            }
        });
    }
    kinds.sort_unstable();
    kinds.dedup();
    assert!(kinds.len() > 9, "{kinds:?}");
}

#[test]
fn the_slider_of_a_main_indicator_moves_what_is_not_entered() {
    with_example(RULES, "example-place-b", |desk| {
        finish(desk, "management.2", SelfAssessed, "0");
        open_all(desk);
        let slide = |percent: i64| {
            let node = desk
                .state
                .edition
                .get()
                .framework()
                .node("management")
                .unwrap();
            let score = Score::try_new(Exact::decimal(percent, 2)).unwrap();
            desk.state.suppose(node, Entry::Score(score)).unwrap();
            seen(desk)
        };
        // 20 of 40 points are entered at 0: half is as far as the slider goes.
        let html = slide(50);
        assert!(html.contains("20 / 40 điểm"));
        for full in ["management.1", "management.3", "management.4"] {
            let own = row(&html, full);
            assert!(is_marked(&own, "changed"), "{own}");
            assert!(!own.contains("còn thiếu "));
        }
        let html = slide(25);
        assert!(row(&html, "management.1").contains("5 / 10"));
        assert!(row(&html, "management.2").contains("0 / 20"));
        assert!(!is_marked(&row(&html, "management.2"), "changed"));
    });
}

#[test]
fn the_commune_is_filled_looked_at_and_cleared() {
    with_example(COMMUNE, "example-commune-one", |desk| {
        open_all(desk);
        let html = seen(desk);
        assert_eq!(rows(&html), 63, "62 rows and the heading 4.22");
        expect_unique_ids(&drawn(desk));
        assert!(html.contains("/ 960 điểm"));
        finish(desk, "economy.1", WhatIf, "20");
        assert!(is_marked(&row(&seen(desk), "economy.1"), "changed"));
        enter(
            desk,
            Step::Finished,
            &Field::value("economy.2", SelfAssessed),
            "moon",
        );
        assert!(drawn(desk).contains("value=\"moon\""));
        let sheet = Sheet::new(desk);
        assert!(has_button(&seen(desk), "Xóa phiếu này"));
        sheet.clear();
        let html = seen(desk);
        assert!(html.contains("Đã xóa phiếu điểm chi tiết này."));
        assert!(!html.contains("value=\"moon\"") && !has_button(&html, "Xóa phiếu này"));
        assert_eq!(assessment(desk).rows, []);
        assert!(has_button(&html, "Hoàn tác"));
        desk.deed(|own, _ground| own.step_back().map(|()| None));
        assert!(row(&seen(desk), "economy.1").contains("Giả định: "));
        desk.state.language.set(Language::En);
        sheet.clear();
        let english = seen(desk);
        assert!(
            english.contains("This detailed scorecard is cleared."),
            "{english}"
        );
    });
}

#[test]
fn the_components_of_decision_922_are_there_in_an_official_edition() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        let html = seen(desk);
        // Eight main indicators are scored; 98 components, with their criteria folded in.
        assert_eq!(rows(&html), 98);
        assert!(html.contains(">1/98</span>"));
        let society = row(&html, "society.1");
        assert!(society.contains("danh tính số") && society.contains("ước tính: 6,7 / 20"));
        assert_eq!(count(&html, "chưa nhập thành phần nào"), 8);
        assert!(!html.contains("thành phần đạt tối đa") && !html.contains("href"));
        // Criteria within criteria open level by level.
        row_of(desk, "society.8").turn();
        assert_eq!(rows(&seen(desk)), 101);
        row_of(desk, "society.8.1").turn();
        assert_eq!(rows(&seen(desk)), 105);
        row_of(desk, "society.8").turn();
        assert_eq!(rows(&seen(desk)), 98, "with all that is below");
        open_all(desk);
        expect_unique_ids(&drawn(desk));
        let details = row(&seen(desk), "society.1");
        assert!(details.contains("a/b × điểm tối đa") && details.contains("<li>a: "));
    });
}

/// Supposes all points for every component of the unit on screen, and half of the yes or no at no.
fn fill(desk: Desk) {
    let sheet = Sheet::new(desk);
    let edition = sheet.edition();
    let framework = edition.framework();
    let indicators = || framework.nodes().map(|node| framework.indicator(node));
    for own in indicators().filter(|own| own.rule.kind == RuleKind::Relative) {
        let (indicator, spot) = (own.id.clone(), Spot::Reference);
        let best = if takes_share(&own.rule) {
            "100%"
        } else {
            "100"
        };
        enter(desk, Step::Finished, &Field { indicator, spot }, best);
    }
    sheet.compute_worth();
    let worth = sheet.worth.get_untracked().unwrap();
    for found in worth.found() {
        sheet.suppose(found.node, Goal::Full);
    }
    let answers = indicators().filter(|own| own.rule.kind == RuleKind::YesNo && own.scored);
    for own in answers.step_by(2) {
        finish(desk, &own.id, WhatIf, "no");
    }
}

#[test]
fn nothing_false_is_said_once_every_component_is_entered() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        let rests = "Kết quả này còn dựa trên ước tính";
        finish(desk, "awareness.3", SelfAssessed, "100%");
        let html = seen(desk);
        assert!(html.contains(rests));
        assert!(html.contains("1/1 thành phần đã nhập đạt tối đa, còn 9 chưa nhập"));
        finish(desk, "awareness.3", SelfAssessed, "");
        fill(desk);
        let html = seen(desk);
        assert!(!html.contains(rests), "{html}");
        let awareness = main(desk, "awareness");
        assert!(awareness.known == 10 && awareness.at_max < 10);
        let told = format!("{}/10 thành phần đạt tối đa", awareness.at_max);
        assert!(html.contains(&told), "{told}: {html}");
        assert!(!html.contains("chưa nhập") && !html.contains("class=\"notice\""));
    });
}
