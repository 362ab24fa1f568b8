//! The detailed scorecard as its reader sees and fills it.

use crate::page::EventKind;
use crate::page::desk::tests::happen;
use crate::page::desk::{Desk, News};
use crate::page::tests::Asker;
use dti_engine::calculator::Calculator;
use dti_engine::model::{Assessed, Assessment, Entry, Exact, Kind, Override, RawValue, Score};
use dti_formats::link::{Language, read_private};
use dti_formats::{OwnCatalogue, official_bytes};

/// A desk with the page around it, which knows what the desk told it.
struct Sitting {
    desk: Desk,
    page: Asker,
    /// What the page counts with.
    calculator: &'static Calculator,
    /// Everything that the page was told of assessed figures last.
    assessed: String,
}

impl Sitting {
    fn at(fragment: &str) -> Self {
        let calculator: &Calculator = Box::leak(Box::new(dti_formats::official().unwrap()));
        let page = Asker::at(calculator, fragment);
        let desk = Desk::new(official_bytes(), "").unwrap();
        let assessed = String::new();
        let mut sitting = Self {
            desk,
            page,
            calculator,
            assessed,
        };
        sitting.html();
        sitting
    }

    /// With an example edition open, seen from one of its units.
    fn example(id: &str, unit: &str) -> Self {
        let mut sitting = Self::at("#e=2022");
        sitting.click(&format!("index example {id}"));
        sitting.load(&format!("e={id}&u={unit}"));
        sitting.html();
        sitting
    }

    /// What the desk shows once the page has heard its news.
    fn html(&mut self) -> String {
        for news in self.desk.news() {
            match news {
                News::Catalogue(own) => {
                    let own = OwnCatalogue::from_text(&own).unwrap();
                    let calculator = dti_formats::official_with(own).unwrap();
                    self.calculator = Box::leak(Box::new(calculator));
                }
                News::Assessed(text) => self.assessed = text,
                News::Load(fragment) => self.load(&fragment),
                _ => {}
            }
        }
        self.page.hear(self.calculator, &self.assessed);
        let asked = self.page.desk_question();
        self.desk.markup(&asked).html()
    }

    /// Shows another scenario on the page.
    fn load(&mut self, fragment: &str) {
        self.page.hear(self.calculator, &self.assessed);
        self.page.load(fragment);
    }

    fn click(&mut self, deed: &str) -> String {
        happen(&mut self.desk, EventKind::Click, deed, "");
        self.html()
    }

    /// Types a text to its end, or only on the way there.
    fn enter(&mut self, kind: EventKind, field: &str, text: &str) -> String {
        happen(&mut self.desk, kind, &format!("card set {field}"), text);
        self.html()
    }

    /// Chooses in one of the lists above the sheet.
    fn choose(&mut self, list: &str, value: &str) -> String {
        let deed = format!("card {list}");
        happen(&mut self.desk, EventKind::Change, &deed, value);
        self.html()
    }

    /// Opens the details of every row, and with them the criteria.
    fn open_all(&mut self) -> String {
        let edition = self.desk.ground.as_ref().unwrap().edition.clone();
        let framework = edition.framework();
        for node in framework.nodes() {
            self.click(&format!("card more {}", framework.indicator(node).id));
        }
        self.html()
    }

    /// What of the desk's news moves focus.
    fn focused(&mut self) -> Option<String> {
        self.desk.news().into_iter().find_map(|news| match news {
            News::Focus(id) => Some(id),
            _ => None,
        })
    }

    /// The assessed figures of the unit on the desk that the page was told of.
    fn told(&self) -> Vec<Override> {
        let lines = self
            .assessed
            .lines()
            .filter_map(|line| line.split_once(' '));
        let read = lines.flat_map(|(_, fragment)| {
            let (link, notices) = read_private(fragment);
            assert_eq!(notices, []);
            link.scenario.overrides
        });
        let unit = &self.desk.ground.as_ref().unwrap().unit;
        read.filter(|o| o.unit == *unit).collect()
    }

    #[track_caller]
    fn expect_share(&self, indicator: &str, share: Option<Exact>) {
        let told = self.told();
        let found = told.iter().find(|o| o.indicator == indicator);
        let expected = share.map(|share| Entry::Share(Score::try_new(share).unwrap()));
        assert_eq!(found.map(|o| o.entry.clone()), expected, "{indicator}");
        assert!(told.iter().all(|o| o.kind == Kind::Assessed));
    }
}

/// What stands in the text of one row.
#[track_caller]
fn row<'a>(html: &'a str, indicator: &str) -> &'a str {
    let begin = format!("<li id=\"component-{indicator}\"");
    let (_, rest) = html
        .split_once(&begin)
        .unwrap_or_else(|| panic!("no row {indicator}"));
    rest.split("<li id=\"component-")
        .next()
        .unwrap()
        .split("<div class=\"component-main")
        .next()
        .unwrap()
}

fn count(html: &str, what: &str) -> usize {
    html.matches(what).count()
}

#[track_caller]
fn expect_unique_ids(html: &str) {
    let mut ids: Vec<&str> = html
        .split(" id=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    ids.sort_unstable();
    let all = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

#[test]
fn totals_follow_each_keystroke() {
    let mut sitting = Sitting::example("example-rules-2025", "example-place-b");
    let before = sitting.open_all();
    assert!(before.contains("28,5 / 40 điểm"), "{before}");
    let html = sitting.enter(EventKind::Input, "management.2 self value", "4");
    assert!(html.contains("34,25 / 40 điểm"));
    assert!(html.contains("Kết quả này còn dựa trên ước tính"));
    assert!(row(&html, "management.2").contains("= 20 / 20 điểm"));
    sitting.expect_share("management.2", Some(Exact::ONE));
    // The page counts with it too.
    let on_page = sitting.page.link.scenario.clone();
    assert!(
        on_page
            .find("example-place-b", "management.2", Kind::Assessed)
            .is_some()
    );
    let html = sitting.enter(EventKind::Input, "management.2 verified value", "2");
    assert!(
        html.contains("24,25 / 40 điểm"),
        "verified wins over self-assessed"
    );
    sitting.enter(EventKind::Change, "management.2 verified value", "");
    let html = sitting.enter(EventKind::Change, "management.2 self value", "");
    assert!(html.contains("28,5 / 40 điểm"));
    assert_eq!(sitting.told(), []);
}

#[test]
fn the_slider_of_a_main_indicator_moves_what_is_not_entered() {
    let mut sitting = Sitting::example("example-rules-2025", "example-place-b");
    sitting.open_all();
    sitting.enter(EventKind::Change, "management.2 self value", "0");
    let slide = |sitting: &mut Sitting, percent: i64| {
        sitting
            .page
            .suppose("management", Exact::decimal(percent, 2));
        sitting.html()
    };
    // 20 of 40 points are entered at 0: half is as far as the slider goes.
    let html = slide(&mut sitting, 50);
    assert!(html.contains("20 / 40 điểm"));
    for full in ["management.1", "management.3", "management.4"] {
        assert!(row(&html, full).contains("changed") && !row(&html, full).contains("còn thiếu "));
    }
    let html = slide(&mut sitting, 25);
    assert!(row(&html, "management.1").contains("5 / 10"));
    assert!(row(&html, "management.2").contains("0 / 20"));
}

#[test]
fn every_rule_has_its_own_controls() {
    let mut sitting = Sitting::example("example-rules-2025", "example-place-a");
    let html = sitting.html();
    assert!(html.contains("Ví dụ: đơn vị và số liệu hư cấu."));
    assert!(!html.contains("services.4.1"), "criteria are folded in");
    let html = sitting.open_all();
    expect_unique_ids(&html);
    let five = |indicator: &str, what: &str| {
        assert_eq!(count(row(&html, indicator), what), 5, "{indicator} {what}");
    };
    five("management.1", "<select");
    assert_eq!(
        count(row(&html, "management.1"), "<option"),
        20,
        "a dash and three levels"
    );
    five("management.2", "<input");
    five("management.3", "<select");
    assert_eq!(
        count(row(&html, "management.4"), "type=\"checkbox\""),
        20,
        "and none met"
    );
    for ratio in ["services.1", "services.2", "services.3", "society.1"] {
        assert_eq!(
            count(row(&html, ratio), "<input"),
            15,
            "one field, and one per figure"
        );
    }
    five("services.4.1", "<input");
    let sum = row(&html, "services.4");
    assert!(sum.contains("tổng các tiêu chí") && sum.contains("2 tiêu chí"));
    assert!(!sum.contains("<input"));
    let unscored = row(&html, "society.3");
    assert!(unscored.contains("không chấm điểm") && !unscored.contains("<input"));
    assert!(row(&html, "management.2").contains("theo số lượng, từ 1: 5; từ 2: 10; từ 3: 15"));
    assert!(row(&html, "services.1").contains("value=\"812/1160\""));
    assert!(row(&html, "services.1").contains("value=\"812\""));
    assert!(row(&html, "services.1").contains("70 % của 15 điểm = 10,5"));
    assert!(row(&html, "services.2").contains("từ 80% là đủ điểm"));
    sitting.page.link.language = Some(Language::En);
    let html = sitting.html();
    assert!(html.contains("Self-assessed") && html.contains("parts that are met: 1.5 + 1.5 + 2"));
    assert!(!html.contains("Tự đánh giá"));
}

#[test]
fn one_field_and_two_are_views_of_one_value() {
    let mut sitting = Sitting::example("example-rules-2025", "example-place-b");
    sitting.open_all();
    let html = sitting.enter(EventKind::Input, "services.1 what_if figure a", "12");
    assert!(row(&html, "services.1").contains("value=\"12\""));
    assert!(!row(&html, "services.1").contains("Hãy nhập"));
    sitting.expect_share("services.1", None);
    let html = sitting.enter(EventKind::Change, "services.1 what_if figure a", "12");
    assert!(row(&html, "services.1").contains("Hãy nhập cả: b."));
    let html = sitting.enter(EventKind::Change, "services.1 what_if figure b", "35");
    assert!(!row(&html, "services.1").contains("Hãy nhập"));
    assert!(row(&html, "services.1").contains("value=\"12/35\""));
    sitting.expect_share("services.1", Some(Exact::fraction(12, 35)));
    let html = sitting.enter(EventKind::Change, "services.1 what_if value", "0,5");
    sitting.expect_share("services.1", Some(Exact::fraction(1, 2)));
    assert!(row(&html, "services.1").contains("value=\"50%\""));
    assert!(!row(&html, "services.1").contains("value=\"12\""));
    // 5 of its 15 points are a third, which no percentage is.
    let html = sitting.enter(EventKind::Change, "services.1 what_if value", "5 điểm");
    sitting.expect_share("services.1", Some(Exact::fraction(1, 3)));
    assert!(row(&html, "services.1").contains("33,33 % của 15 điểm = 5"));
    sitting.enter(EventKind::Change, "services.1 what_if figure a", "");
    let html = sitting.enter(EventKind::Change, "services.1 what_if figure b", "");
    sitting.expect_share("services.1", None);
    assert!(!row(&html, "services.1").contains("Hãy nhập"));
}

#[test]
fn what_is_wrong_is_said_once_the_field_is_left_and_the_last_good_value_stays() {
    let mut sitting = Sitting::example("example-rules-2025", "example-place-b");
    sitting.open_all();
    let points = Some(Exact::decimal(8125, 4));
    sitting.enter(EventKind::Change, "services.4.1 self value", "3,25 điểm");
    sitting.expect_share("services.4.1", points);
    for wrong in ["3,25x", "4,01", "1,255", "-1"] {
        let typing = sitting.enter(EventKind::Input, "services.4.1 self value", wrong);
        assert!(
            !row(&typing, "services.4.1").contains("aria-invalid"),
            "{wrong}"
        );
        let html = sitting.enter(EventKind::Change, "services.4.1 self value", wrong);
        let own = row(&html, "services.4.1");
        assert!(own.contains("aria-invalid") && own.contains(&format!("value=\"{wrong}\"")));
        assert!(
            own.contains("2 hoặc 62,5%."),
            "an example for this rule: {own}"
        );
        sitting.expect_share("services.4.1", points);
    }
    let html = sitting.enter(EventKind::Key, "services.4.1 self value", "Escape");
    assert!(row(&html, "services.4.1").contains("value=\"3,25\""));
    // A thousands mark is no decimal mark, where it cannot be one.
    sitting.enter(EventKind::Change, "society.1 self value", "36/48.000");
    sitting.expect_share("society.1", Some(Exact::fraction(1, 2)));
}

#[test]
fn boxes_are_ticked_one_by_one() {
    let mut sitting = Sitting::example("example-rules-2025", "example-place-b");
    sitting.open_all();
    sitting.click("card tick management.4 self on 2");
    sitting.expect_share("management.4", Some(Exact::decimal(4, 1)));
    let html = sitting.click("card tick management.4 self on 0");
    sitting.expect_share("management.4", Some(Exact::decimal(7, 1)));
    assert_eq!(count(row(&html, "management.4"), "checked"), 2);
    assert!(
        row(&html, "management.4").contains(">2/3</button>"),
        "in the line too"
    );
    sitting.click("card tick management.4 self off 0");
    let html = sitting.click("card tick management.4 self off 2");
    sitting.expect_share("management.4", Some(Exact::ZERO));
    assert!(row(&html, "management.4").contains("= 0 / 5 điểm"));
    sitting.click("card tick management.4 self off");
    sitting.expect_share("management.4", None);
    sitting.click("card tick management.4 self on");
    sitting.expect_share("management.4", Some(Exact::ZERO));
    sitting.enter(EventKind::Change, "management.1 self value", "1");
    sitting.expect_share("management.1", Some(Exact::fraction(1, 2)));
    sitting.enter(EventKind::Change, "management.3 self value", "yes");
    sitting.expect_share("management.3", Some(Exact::ONE));
}

#[test]
fn the_last_stage_that_is_filled_counts_and_is_marked() {
    let mut sitting = Sitting::example("example-rules-2025", "example-place-b");
    sitting.open_all();
    for (stage, meetings, points, told) in [
        ("self", "4", "20", "Tự đánh giá"),
        ("reviewed", "2", "10", "Thẩm định lần 1"),
        ("explained", "3", "15", "Giải trình"),
        ("verified", "1", "5", "Kết quả"),
        ("what_if", "4", "20", "Giả định"),
    ] {
        let field = format!("management.2 {stage} value");
        let html = sitting.enter(EventKind::Change, &field, meetings);
        let own = row(&html, "management.2");
        assert!(own.contains(&format!("{told}: {points} / 20")), "{own}");
        let mark = format!("{told}<span class=\"component-counts\">✓ được tính</span>");
        assert!(own.contains(&mark), "{own}");
        assert_eq!(count(own, "✓ được tính"), 1);
        sitting.expect_share(
            "management.2",
            Some(Exact::decimal(points.parse().unwrap(), 0) * Exact::fraction(1, 20)),
        );
    }
}

#[test]
fn the_chosen_stage_stands_in_the_line() {
    let mut sitting = Sitting::example("example-rules-2025", "example-place-b");
    let html = sitting.html();
    assert!(row(&html, "management.2").contains("id=\"component-management.2-self-value\""));
    let html = sitting.enter(EventKind::Change, "management.2 self value", "1");
    let own = row(&html, "management.2");
    assert!(
        own.contains("-self-value") && !own.contains("-what_if-value"),
        "it stays"
    );
    let html = sitting.choose("stage", "reviewed");
    assert!(row(&html, "management.2").contains("id=\"component-management.2-reviewed-value\""));
    assert!(row(&html, "management.2").contains("Tự đánh giá: 5 / 20"));
    // Another unit begins with what it gives itself.
    sitting.load("e=example-rules-2025&u=example-place-a");
    let html = sitting.html();
    assert!(row(&html, "management.2").contains("id=\"component-management.2-self-value\""));
}

#[test]
fn enter_and_arrows_go_from_row_to_row() {
    let mut sitting = Sitting::example("example-rules-2025", "example-place-b");
    let mut press = |field: &str, key: &str| {
        let deed = format!("card set {field}");
        sitting.desk.news();
        happen(&mut sitting.desk, EventKind::Key, &deed, key);
        sitting.focused()
    };
    let id = |text: &str| Some(format!("component-{text}"));
    assert_eq!(
        press("management.2 self value", "Enter"),
        id("management.3-self-value")
    );
    assert_eq!(
        press("management.2 self value", "ArrowDown"),
        id("management.3-self-value")
    );
    assert_eq!(
        press("management.2 self value", "ArrowUp"),
        id("management.1-self-value")
    );
    assert_eq!(
        press("management.3 self value", "ArrowDown"),
        None,
        "it chooses"
    );
    // Over sums, criteria that are folded in and what is not scored.
    assert_eq!(
        press("services.3 self value", "Enter"),
        id("society.1-self-value")
    );
    assert_eq!(press("society.2 self value", "Enter"), None, "the last");
    assert_eq!(press("services.1 self figure a", "Enter"), None);
}

#[test]
fn lines_are_filtered_by_main_indicator_stage_and_rule() {
    let mut sitting = Sitting::example("example-rules-2025", "example-place-a");
    let rows = |html: &str| count(html, "<li id=\"component-");
    let all = rows(&sitting.html());
    assert_eq!(all, 11, "12 leaves, two of them folded into a sum");
    assert_eq!(rows(&sitting.choose("main", "services")), 4);
    assert_eq!(rows(&sitting.choose("kind", "ratio")), 1);
    sitting.choose("main", "");
    sitting.choose("kind", "");
    // What was not verified: the survey, and the initiatives.
    let html = sitting.choose("missing", "verified");
    assert_eq!(rows(&html), 2, "{html}");
    row(&html, "services.3");
    row(&html, "society.2");
    let html = sitting.choose("kind", "yes_no");
    assert!(html.contains("Không có chỉ số nào như vậy."));
    sitting.choose("missing", "");
    sitting.choose("kind", "");
    let html = sitting.choose("view", "self-differs");
    assert_eq!(rows(&html), 4, "{html}");
    assert_eq!(rows(&sitting.choose("view", "changed")), 0);
    assert_eq!(rows(&sitting.choose("view", "all")), all);
}

#[test]
fn the_most_points_missing_come_first_over_all_main_indicators() {
    let mut sitting = Sitting::example("example-rules-2025", "example-place-a");
    let html = sitting.choose("view", "most-missing");
    assert_eq!(count(&html, "class=\"component-main"), 1);
    let gaps: Vec<f64> = html
        .split("class=\"component-gap\">còn thiếu ")
        .skip(1)
        .map(|rest| {
            rest.split('<')
                .next()
                .unwrap()
                .replace(',', ".")
                .parse()
                .unwrap()
        })
        .collect();
    assert!(
        gaps.len() > 5 && gaps.is_sorted_by(|one, next| one >= next),
        "{gaps:?}"
    );
    // Criteria stand on their own here; the sum that they belong to does not.
    assert!(!html.contains("<li id=\"component-services.4\""));
    row(&html, "services.4.1");
}

#[test]
fn a_phone_goes_through_the_rows_one_by_one() {
    let mut sitting = Sitting::example("example-rules-2025", "example-place-a");
    let current = |html: &str| {
        let (before, _) = html.split_once(" class=\"component current").unwrap();
        let id = before.rsplit("<li id=\"component-").next().unwrap();
        id.trim_end_matches('"').to_owned()
    };
    let html = sitting.html();
    assert!(html.contains(">1/11</span>"), "{html}");
    assert_eq!(current(&html), "management.1");
    assert_eq!(count(&html, "aria-disabled"), 1);
    let html = sitting.click("card go management.2");
    assert!(html.contains(">2/11</span>") && html.contains("desk card go management.3"));
    assert_eq!(current(&html), "management.2");
    // What the filter leaves out is not counted.
    let html = sitting.choose("main", "society");
    assert!(html.contains(">1/3</span>"));
    happen(
        &mut sitting.desk,
        EventKind::Click,
        "open card services",
        "",
    );
    let focus = Some("main-part-services".to_owned());
    assert_eq!(sitting.focused(), focus);
    assert_eq!(current(&sitting.html()), "services.1");
}

#[test]
fn what_to_do_next_is_said_and_supposed_with_one_click() {
    let mut sitting = Sitting::example("example-rules-2025", "example-place-a");
    sitting.choose("stage", "what_if");
    let html = sitting.click("card worth");
    let worth = |html: &str, indicator: &str| {
        let begin = format!("<tr id=\"component-worth-{indicator}\">");
        let (_, rest) = html.split_once(&begin)?;
        Some(rest.split("</tr>").next().unwrap().to_owned())
    };
    // Verified: 3 meetings of 4, so 5 of 20 points are missing.
    let meetings = worth(&html, "management.2").unwrap();
    assert!(meetings.contains("<td>5</td>"), "{meetings}");
    assert!(meetings.contains("3 → 4: +5 điểm"), "{meetings}");
    let html = sitting.click("card step management.2");
    assert!(
        worth(&html, "management.2").is_none(),
        "nothing is missing any more"
    );
    sitting.expect_share("management.2", Some(Exact::ONE));
    assert!(row(&html, "management.2").contains("Giả định: 20 / 20"));
    let html = sitting.click("card full services.2");
    sitting.expect_share("services.2", Some(Exact::ONE));
    assert!(row(&html, "services.2").contains("value=\"80%\""));
    let html = sitting.click("card worth");
    assert!(!html.contains("<tr id=\"component-worth-"));
}

#[test]
fn places_are_those_of_a_simulation() {
    let mut sitting = Sitting::example("example-rules-2025", "example-place-c");
    sitting.html();
    let ground = sitting.desk.ground.as_ref().unwrap();
    let rank = ground.standings.of(ground.position).unwrap().rank;
    let worth = sitting.desk.calculator.component_worth(
        &ground.link.scenario,
        ground.position,
        &super::assessment(&sitting.desk, ground),
    );
    let worth = worth.unwrap();
    let best = worth.first().unwrap();
    assert!(best.places > 0);
    let id = ground.framework().indicator(best.node).id.clone();
    sitting.click(&format!("card full {id}"));
    sitting.html();
    let ground = sitting.desk.ground.as_ref().unwrap();
    let after = ground.standings.of(ground.position).unwrap().rank;
    assert_eq!(rank - after, best.places, "{id}");
}

#[test]
fn the_commune_is_filled_looked_at_and_cleared() {
    let mut sitting = Sitting::example("example-commune-2025", "example-commune-one");
    let html = sitting.open_all();
    assert_eq!(
        count(&html, "<li id=\"component-"),
        63,
        "62 rows and the heading 4.22"
    );
    assert_eq!(sitting.told().len(), 62);
    expect_unique_ids(&html);
    assert!(html.contains("/ 960 điểm"));
    let differs = sitting.choose("view", "self-differs");
    let rows = count(&differs, "<li id=\"component-");
    assert!(rows > 3 && rows < 40, "{rows}");
    let changed = sitting.choose("view", "changed");
    assert!(changed.contains("Không có chỉ số nào như vậy."));
    sitting.enter(EventKind::Change, "economy.1 what_if value", "20");
    assert!(row(&sitting.html(), "economy.1").contains("changed"));
    sitting.choose("view", "all");
    let html = sitting.click("card clear");
    assert!(html.contains("Đã xóa phiếu điểm chi tiết này."));
    assert_eq!(sitting.told(), []);
    sitting.click("back");
    assert_eq!(sitting.told().len(), 62);
}

#[test]
fn the_components_of_decision_922_are_there_in_an_official_edition() {
    let mut sitting = Sitting::at("#e=2022&u=bac-giang");
    let html = sitting.html();
    // Eight main indicators are scored; 98 components, with their criteria folded in.
    assert_eq!(count(&html, "<li id=\"component-"), 98);
    assert!(html.contains(">1/98</span>"));
    assert!(row(&html, "society.1").contains("danh tính số"));
    assert!(row(&html, "society.1").contains("ước tính: 6,7 / 20"));
    assert_eq!(count(&html, "chưa nhập thành phần nào"), 8);
    assert!(!html.contains("thành phần đạt tối đa") && !html.contains("href"));
    // Criteria within criteria open level by level.
    let html = sitting.click("card more society.8");
    assert_eq!(count(&html, "<li id=\"component-"), 101);
    let html = sitting.click("card more society.8.1");
    assert_eq!(count(&html, "<li id=\"component-"), 105);
    let html = sitting.click("card more society.8");
    assert_eq!(
        count(&html, "<li id=\"component-"),
        98,
        "with all that is below"
    );
    let html = sitting.open_all();
    expect_unique_ids(&html);
    let details = row(&html, "society.1");
    assert!(
        details.contains("a/b × điểm tối đa") && details.contains("<li>a: "),
        "{details}"
    );
}

#[test]
fn a_comparison_counts_with_the_best_value_that_the_reader_assumes() {
    let mut sitting = Sitting::at("#e=2022&u=bac-giang");
    sitting.click("card more society.6");
    let html = sitting.enter(EventKind::Change, "society.6 self value", "30");
    assert!(row(&html, "society.6").contains("Chưa có giá trị cao nhất để so sánh."));
    assert_eq!(sitting.told(), []);
    let html = sitting.enter(EventKind::Change, "society.6 reference", "0");
    assert!(row(&html, "society.6").contains("Giá trị cao nhất là 0."));
    let html = sitting.enter(EventKind::Change, "society.6 reference", "40");
    let own = row(&html, "society.6");
    assert!(own.contains("Giá trị cao nhất (giả định của bạn)"));
    assert!(own.contains("= 15 / 20 điểm") && !own.contains("Chưa có giá trị cao nhất"));
    sitting.expect_share("society.6", Some(Exact::fraction(3, 4)));
    // It stays without the value, is kept, and goes when it is cleared.
    sitting.enter(EventKind::Change, "society.6 self value", "");
    let kept = Desk::new(official_bytes(), &sitting.desk.kept_text()).unwrap();
    assert_eq!(kept.own, sitting.desk.own);
    assert_eq!(
        kept.own.assessments[0].rows[0].reference,
        Some(Exact::whole(40))
    );
    sitting.enter(EventKind::Change, "society.6 reference", "");
    assert!(sitting.desk.own.assessments.is_empty());
}

#[test]
fn values_without_a_row_are_named_and_can_be_removed() {
    let mut sitting = Sitting::at("#e=2022&u=bac-giang");
    let mut own = sitting.desk.own.clone();
    own.assess(Assessment {
        edition: "2022".to_owned(),
        unit: "bac-giang".to_owned(),
        rows: vec![Assessed {
            indicator: "moon.1".to_owned(),
            own: Some(RawValue::Points(Exact::ONE)),
            ..Assessed::default()
        }],
    });
    sitting.desk.change(own).unwrap();
    let html = sitting.html();
    assert!(html.contains("moon.1, Tự đánh giá: Bộ chỉ số đang dùng không có chỉ số này."));
    assert_eq!(sitting.told(), []);
    let html = sitting.click("card drop-faulty");
    assert!(!html.contains("moon.1"));
}

#[test]
fn no_deed_of_the_scorecard_is_too_wild() {
    let mut sitting = Sitting::at("#e=2022&u=bac-giang");
    for deed in [
        "card",
        "card set",
        "card set x",
        "card set society.1 self",
        "card set society.1 self x",
        "card set society.1 self figure moon",
        "card set society.1 self period 99999999999999999999",
        "card set society.1 self period 7",
        "card set society.1 reference",
        "card set awareness.1 self value",
        "card set moon self value",
        "card set total self value",
        "card tick",
        "card tick a b c d",
        "card tick society.1 self on 99999999999999999999",
        "card more moon",
        "card go moon",
        "card view",
        "card main",
        "card missing",
        "card kind",
        "card stage",
        "card worth",
        "card all-worth",
        "card full moon",
        "card step society.1",
        "card drop-faulty",
        "card clear",
    ] {
        for kind in [
            EventKind::Click,
            EventKind::Input,
            EventKind::Change,
            EventKind::Key,
        ] {
            for value in ["1", "", "moon", "Enter"] {
                happen(&mut sitting.desk, kind, deed, value);
            }
            sitting.html();
        }
    }
}

#[test]
fn nothing_false_is_said_once_every_component_is_entered() {
    let mut sitting = Sitting::at("#e=2022&u=bac-giang");
    let edition = sitting.desk.calculator.edition("2022").unwrap();
    let framework = std::sync::Arc::clone(edition.framework());
    let leaf = |node: &dti_engine::model::Node| {
        let own = framework.indicator(*node);
        own.scored && own.children.is_empty() && own.level > dti_engine::model::Level::Main
    };
    let leaves: Vec<_> = framework.nodes().filter(leaf).collect();
    let rests = "Kết quả này còn dựa trên ước tính";
    let html = sitting.enter(EventKind::Change, "awareness.3 self value", "100%");
    assert!(html.contains(rests));
    assert!(
        html.contains("1/1 thành phần đã nhập đạt tối đa, còn 9 chưa nhập"),
        "{html}"
    );
    sitting.enter(EventKind::Change, "awareness.3 self value", "");
    let mut own = super::assessment(&sitting.desk, sitting.desk.ground.as_ref().unwrap());
    for (place, node) in leaves.iter().enumerate() {
        let indicator = framework.indicator(*node);
        let present = super::goal::Present {
            raw: None,
            reference: Some(Exact::whole(100)),
        };
        let share = if place % 2 == 0 {
            Exact::ONE
        } else {
            Exact::ZERO
        };
        let most = indicator.max_points.value();
        let value = super::goal::value_for(&indicator.rule, most, share, present);
        own.rows.push(Assessed {
            indicator: indicator.id.clone(),
            own: Some(value.unwrap_or_else(|| panic!("{} {share:?}", indicator.id))),
            reference: present.reference,
            ..Assessed::default()
        });
    }
    sitting.desk.assess(own).unwrap();
    let html = sitting.html();
    assert_eq!(sitting.told().len(), leaves.len());
    assert!(!html.contains(rests), "{html}");
    assert!(html.contains("/10 thành phần đạt tối đa"), "{html}");
    assert!(!html.contains("chưa nhập"), "{html}");
    assert!(!html.contains("class=\"notice\""), "{html}");
}

#[test]
fn places_follow_once_a_field_is_left_and_say_so_meanwhile() {
    let mut sitting = Sitting::at("#e=2022&u=bac-giang");
    sitting.click("card worth");
    let most = "Số liệu đã đổi sau khi tính bảng này.";
    let field = "society.1 self value";
    let html = sitting.enter(EventKind::Input, field, "100%");
    assert!(html.contains(most) && html.contains("component-card outdated"));
    let html = sitting.enter(EventKind::Change, field, "100%");
    assert!(
        !html.contains(most) && !html.contains("component-worth-society.1\""),
        "{html}"
    );
    // A slider of the page is a step on the way too.
    sitting.page.suppose("economy", Exact::decimal(9, 1));
    assert!(sitting.html().contains(most));
    assert!(!sitting.click("card again").contains(most));
    // Another unit is another question.
    sitting.load("e=2022&u=da-nang");
    assert!(!sitting.html().contains(most));
}
