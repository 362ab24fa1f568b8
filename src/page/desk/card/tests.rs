//! The detailed scorecard as its reader sees and fills it.

use crate::page::desk::tests::happen;
use crate::page::desk::{Desk, News};
use crate::page::{Event, EventKind, Page, Subject};
use dti_engine::model::{Entry, Exact, Kind, Override, Score};
use dti_formats::link::{Language, read_private};
use dti_formats::{OwnCatalogue, example_part, official_bytes};

/// A desk with the page around it, which knows what the desk told it.
struct Sitting {
    desk: Desk,
    page: Page,
    /// Everything that the page was told of assessed figures last.
    assessed: String,
}

impl Sitting {
    fn at(fragment: &str) -> Self {
        let calculator = Box::leak(Box::new(dti_formats::official().unwrap()));
        let page = Page::new(calculator, fragment, Language::Vi, |_| None);
        let desk = Desk::new(official_bytes(), "").unwrap();
        let assessed = String::new();
        let mut sitting = Self {
            desk,
            page,
            assessed,
        };
        sitting.html();
        sitting
    }

    /// With an example edition open, seen from one of its units.
    fn example(id: &str, unit: &str) -> Self {
        let mut sitting = Self::at("#e=2022");
        sitting.click(&format!("index example {id}"));
        sitting.page.open_scenario(&format!("e={id}&u={unit}"));
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
                    self.page.count_with(Box::leak(Box::new(calculator)));
                }
                News::Assessed(text) => {
                    self.page.assess(&text);
                    self.assessed = text;
                }
                News::Load(fragment) => self.page.open_scenario(&fragment),
                _ => {}
            }
        }
        let asked = self.page.desk_question().unwrap();
        assert!(matches!(asked.subject, Subject::Desk { .. }));
        self.desk.markup(&asked).html()
    }

    fn click(&mut self, deed: &str) -> String {
        happen(&mut self.desk, EventKind::Click, deed, "", "");
        self.html()
    }

    /// Types a text to its end, or only on the way there.
    fn enter(&mut self, kind: EventKind, field: &str, text: &str) -> String {
        happen(&mut self.desk, kind, &format!("card set {field}"), "", text);
        self.html()
    }

    fn open_all(&mut self) -> String {
        let edition = self.desk.ground.as_ref().unwrap().edition.clone();
        let framework = edition.framework();
        for node in framework.nodes() {
            let indicator = framework.indicator(node);
            if indicator.level == dti_engine::model::Level::Main {
                self.click(&format!("card toggle {}", indicator.id));
            }
        }
        self.html()
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
        assert_eq!(found.map(|o| o.entry), expected, "{indicator}");
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
        .split("</ul>")
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
fn slots_are_offered_used_and_marked_at_each_place() {
    let mut sitting = Sitting::at("#e=2022&u=bac-giang");
    let html = sitting.html();
    assert!(html.contains("Dùng các ô đánh số (giả định)"), "{html}");
    assert_eq!(count(&html, "class=\"component-main\""), 9);
    sitting.click("card slots");
    let html = sitting.open_all();
    assert_eq!(count(&html, "<li id=\"component-"), 98);
    assert_eq!(count(&html, ">giả định</span>"), 98);
    assert_eq!(
        count(&html, "Điểm tối đa giả định"),
        95,
        "three are not scored"
    );
    assert!(row(&html, "institutions.1").contains("9,1"));
    assert!(html.contains("Chỉ số thành phần 3 (chưa có tên)"));
    assert!(!html.contains("0/10 thành phần đạt tối đa"));
    assert_eq!(count(&html, "chưa nhập thành phần nào"), 8);
    expect_unique_ids(&html);
    let html = sitting.click("card no-slots");
    assert!(!html.contains("society.1") && html.contains("Dùng các ô đánh số"));
}

#[test]
fn a_main_indicator_opens_from_the_page() {
    let mut sitting = Sitting::at("#e=2022&u=bac-giang");
    sitting.click("card slots");
    happen(
        &mut sitting.desk,
        EventKind::Click,
        "open card society",
        "",
        "",
    );
    let focus = News::Focus("main-part-society".to_owned());
    assert!(sitting.desk.news().contains(&focus));
    let html = sitting.html();
    assert_eq!(count(&html, "<li id=\"component-"), 8);
    assert_eq!(count(&html, "aria-expanded=\"true\""), 1);
}

#[test]
fn every_rule_has_its_own_controls() {
    let mut sitting = Sitting::example("example-rules-2025", "example-place-a");
    let html = sitting.open_all();
    expect_unique_ids(&html);
    assert!(html.contains("Ví dụ: đơn vị và số liệu hư cấu."));
    let three = |indicator: &str, what: &str| {
        assert_eq!(count(row(&html, indicator), what), 3, "{indicator} {what}");
    };
    three("management.1", "<select");
    assert_eq!(
        count(row(&html, "management.1"), "<option"),
        12,
        "a dash and three levels"
    );
    three("management.2", "số lượng</span><input");
    three("management.3", "<select");
    assert_eq!(
        count(row(&html, "management.4"), "type=\"checkbox\""),
        12,
        "and none met"
    );
    for ratio in ["services.1", "services.2", "services.3"] {
        three(ratio, "a (đạt được)");
        three(ratio, "b (tổng số)");
    }
    three("services.4.1", "(điểm)</span><input");
    three("society.1", "dân số</span><input");
    let sum = row(&html, "services.4");
    assert!(sum.contains("tổng các tiêu chí") && !sum.contains("<input"));
    let unscored = row(&html, "society.3");
    assert!(unscored.contains("không chấm điểm") && !unscored.contains("<input"));
    // What it gives itself, what was verified, in the rule's own words.
    assert!(row(&html, "management.2").contains("theo số lượng, từ 1: 5; từ 2: 10; từ 3: 15"));
    assert!(row(&html, "services.1").contains("value=\"812\""));
    assert!(row(&html, "services.2").contains("từ 80% là đủ điểm"));
    let english = sitting.page.happen(&Event {
        kind: EventKind::Click,
        deed: "language",
        id: "",
        value: "",
        now: 0.0,
    });
    assert_eq!(english.wishes, []);
    let html = sitting.html();
    assert!(html.contains("Self-assessed") && html.contains("parts that are met: 1.5 + 1.5 + 2"));
    assert!(!html.contains("Tự đánh giá"));
}

#[test]
fn totals_follow_each_keystroke() {
    let mut sitting = Sitting::example("example-rules-2025", "example-place-b");
    let before = sitting.open_all();
    assert!(before.contains("28,5 / 40 điểm"), "{before}");
    let html = sitting.enter(EventKind::Input, "management.2 self value", "4");
    assert!(html.contains("34,25 / 40 điểm"));
    assert!(html.contains("Kết quả này còn dựa trên ước tính"));
    assert!(row(&html, "management.2").contains("= 20 điểm"));
    sitting.expect_share("management.2", Some(Exact::ONE));
    // The page counts with it too.
    let on_page = sitting.page.link().scenario;
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
    let slide = |sitting: &mut Sitting, value: &str| {
        sitting.page.happen(&Event {
            kind: EventKind::Input,
            deed: "slide management",
            id: "",
            value,
            now: 0.0,
        });
        sitting.html()
    };
    // 20 of 40 points are entered at 0: half is as far as the slider goes.
    let html = slide(&mut sitting, "0.9");
    assert!(html.contains("20 / 40 điểm"));
    for full in ["management.1", "management.3", "management.4"] {
        assert!(row(&html, full).contains("changed") && !row(&html, full).contains("còn thiếu"));
    }
    let html = slide(&mut sitting, "0.25");
    assert!(row(&html, "management.1").contains("5 / 10 điểm"));
    assert!(row(&html, "management.2").contains("0 / 20 điểm"));
    // With everything entered there is no room: the assessment stays as it is.
    sitting.page.happen(&Event {
        kind: EventKind::Click,
        deed: "reset management",
        id: "",
        value: "",
        now: 0.0,
    });
    sitting.enter(EventKind::Change, "management.1 self value", "2");
    sitting.enter(EventKind::Change, "management.3 self value", "no");
    sitting.click("card tick management.4 self none on");
    let html = slide(&mut sitting, "0.9");
    assert!(html.contains("10 / 40 điểm"), "{html}");
    let page = sitting.page.markup().html();
    assert!(
        page.contains("mọi phần đã được nhập, nên hãy sửa các phần đó."),
        "{page}"
    );
}

#[test]
fn what_is_entered_counts_at_once_whatever_was_supposed_above_it() {
    let mut sitting = Sitting::example("example-rules-2025", "example-place-b");
    sitting.open_all();
    let plain = |sitting: &mut Sitting| {
        let calculator = sitting.desk.calculator;
        let mut link = read_private(&sitting.page.desk_question().unwrap().fragment).0;
        link.scenario.overrides.retain(|o| o.kind == Kind::Assessed);
        let standings = calculator.simulate(&link.scenario).unwrap();
        let row = sitting.desk.ground.as_ref().unwrap().position;
        (
            standings.of(row).unwrap().score,
            standings.of(row).unwrap().rank,
        )
    };
    sitting.enter(EventKind::Change, "management.1 self value", "2");
    sitting.enter(EventKind::Change, "management.3 self value", "no");
    sitting.click("card tick management.4 self none on");
    sitting.page.happen(&Event {
        kind: EventKind::Input,
        deed: "slide management",
        id: "",
        value: "0.5",
        now: 0.0,
    });
    sitting.html();
    // The last of its parts leaves no room for what was supposed.
    sitting.enter(EventKind::Change, "management.2 self value", "0");
    let (score, rank) = plain(&mut sitting);
    let html = sitting.html();
    let ground = sitting.desk.ground.as_ref().unwrap();
    let shown = ground.standings.of(ground.position).unwrap();
    assert_eq!((shown.score, shown.rank), (score, rank), "{html}");
    let page = sitting.page.markup().html();
    assert!(
        page.contains("mọi phần đã được nhập"),
        "it is said why: {page}"
    );
    // A step back does not bring the contradiction again.
    sitting.page.travel(true);
    sitting.html();
    let ground = sitting.desk.ground.as_ref().unwrap();
    assert_eq!(ground.standings.of(ground.position).unwrap().score, score);
}

#[test]
fn two_numbers_make_one_share() {
    let mut sitting = Sitting::example("example-rules-2025", "example-place-b");
    sitting.open_all();
    let html = sitting.enter(EventKind::Input, "services.1 what_if part", "12");
    assert!(row(&html, "services.1").contains("value=\"12\""));
    sitting.expect_share("services.1", None);
    let html = sitting.enter(EventKind::Change, "services.1 what_if part", "12");
    assert!(row(&html, "services.1").contains("Hãy nhập cả hai số."));
    let html = sitting.enter(EventKind::Change, "services.1 what_if whole", "35");
    assert!(!row(&html, "services.1").contains("Hãy nhập cả hai số."));
    sitting.expect_share("services.1", Some(Exact::fraction(12, 35)));
    let html = sitting.enter(EventKind::Change, "services.1 what_if whole", "0");
    assert!(row(&html, "services.1").contains("Tổng số là 0. Hãy nhập số lớn hơn 0."));
    assert!(row(&html, "services.1").contains("aria-invalid"));
    sitting.expect_share("services.1", None);
}

#[test]
fn what_is_wrong_stands_beside_the_field_and_the_last_good_value_stays() {
    let mut sitting = Sitting::example("example-rules-2025", "example-place-b");
    sitting.open_all();
    sitting.enter(EventKind::Change, "services.4.1 self value", "3,25");
    sitting.expect_share("services.4.1", Some(Exact::decimal(8125, 4)));
    let typing = sitting.enter(EventKind::Input, "services.4.1 self value", "3,25x");
    assert!(!row(&typing, "services.4.1").contains("Hãy nhập"));
    let html = sitting.enter(EventKind::Change, "services.4.1 self value", "3,25x");
    let own = row(&html, "services.4.1");
    assert!(own.contains("Hãy nhập một số, ví dụ 0,45.") && own.contains("value=\"3,25x\""));
    sitting.expect_share("services.4.1", Some(Exact::decimal(8125, 4)));
    let html = sitting.enter(EventKind::Key, "services.4.1 self value", "Escape");
    assert!(row(&html, "services.4.1").contains("value=\"3,25\""));
    let html = sitting.enter(EventKind::Input, "services.4.1 self value", "4,01");
    assert!(row(&html, "services.4.1").contains("Hãy nhập từ 0 đến 4."));
    sitting.expect_share("services.4.1", None);
    let html = sitting.enter(EventKind::Change, "services.4.1 self value", "1,255");
    assert!(row(&html, "services.4.1").contains("tối đa 2 chữ số thập phân"));
    // A thousands mark is no decimal mark.
    let html = sitting.enter(EventKind::Change, "society.1 self whole", "48.000,5");
    assert!(row(&html, "society.1").contains("Hãy nhập một số"));
}

#[test]
fn parts_are_ticked_one_by_one() {
    let mut sitting = Sitting::example("example-rules-2025", "example-place-b");
    sitting.open_all();
    sitting.click("card tick management.4 self 2 on");
    sitting.expect_share("management.4", Some(Exact::decimal(4, 1)));
    let html = sitting.click("card tick management.4 self 0 on");
    sitting.expect_share("management.4", Some(Exact::decimal(7, 1)));
    assert_eq!(count(row(&html, "management.4"), "checked"), 2);
    sitting.click("card tick management.4 self 0 off");
    let html = sitting.click("card tick management.4 self 2 off");
    sitting.expect_share("management.4", Some(Exact::ZERO));
    assert!(row(&html, "management.4").contains("= 0 điểm"));
    sitting.click("card tick management.4 self none off");
    sitting.expect_share("management.4", None);
    sitting.click("card tick management.4 self none on");
    sitting.expect_share("management.4", Some(Exact::ZERO));
    let html = sitting.enter(EventKind::Change, "management.1 self value", "1");
    sitting.expect_share("management.1", Some(Exact::fraction(1, 2)));
    assert!(row(&html, "management.1").contains("selected"));
    sitting.enter(EventKind::Change, "management.3 self value", "yes");
    sitting.expect_share("management.3", Some(Exact::ONE));
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
    let choose = |sitting: &mut Sitting, view: &str| {
        happen(&mut sitting.desk, EventKind::Change, "card view", "", view);
        sitting.html()
    };
    let differs = choose(&mut sitting, "self-differs");
    let rows = count(&differs, "<li id=\"component-");
    assert!(rows > 3 && rows < 40, "{rows}");
    let changed = choose(&mut sitting, "changed");
    assert!(changed.contains("Không có chỉ số nào như vậy."));
    sitting.enter(EventKind::Change, "economy.1 what_if value", "20");
    let changed = sitting.html();
    assert!(row(&changed, "economy.1").contains("changed") || changed.contains("economy.1"));
    choose(&mut sitting, "all");
    let html = sitting.click("card clear");
    assert!(html.contains("Đã xóa phiếu điểm chi tiết này."));
    assert_eq!(sitting.told(), []);
    sitting.click("back");
    assert_eq!(sitting.told().len(), 62);
}

#[test]
fn values_without_a_row_are_named_and_can_be_removed() {
    let mut sitting = Sitting::at("#e=2022&u=bac-giang");
    sitting.click("card slots");
    sitting.enter(EventKind::Change, "society.1 self value", "10");
    assert_eq!(sitting.told().len(), 1);
    let html = sitting.click("card no-slots");
    assert!(html.contains("society.1, Tự đánh giá: Bộ chỉ số đang dùng không có chỉ số này."));
    assert_eq!(sitting.told(), []);
    let html = sitting.click("card drop-faulty");
    assert!(!html.contains("society.1"));
}

#[test]
fn nothing_that_is_typed_enters_the_address() {
    let mut sitting = Sitting::at("#e=2022&u=bac-giang");
    sitting.click("card slots");
    sitting.enter(EventKind::Change, "society.1 self value", "10");
    sitting.enter(EventKind::Change, "society.2 what_if value", "10");
    let link = sitting.page.link();
    let public = dti_formats::link::write(&link, dti_formats::link::Privacy::ChoicesOnly).unwrap();
    assert!(!public.contains("society"), "{public}");
    // Shared on the reader's wish: the main indicator, which everybody has.
    let shared = sitting.page.text_to_copy("known");
    assert!(
        shared.contains("s=bac-giang.society:0.") && !shared.contains("society.1"),
        "{shared}"
    );
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
        "card tick",
        "card tick a b c d",
        "card tick society.1 self 99999999999999999999 on",
        "card toggle",
        "card view",
        "card slots x",
        "card drop-faulty",
        "card clear",
        "card set moon self value",
        "card set total self value",
    ] {
        for kind in [
            EventKind::Click,
            EventKind::Input,
            EventKind::Change,
            EventKind::Key,
        ] {
            happen(&mut sitting.desk, kind, deed, "", "1");
            sitting.html();
        }
    }
    assert!(example_part("moon").is_none());
}

#[test]
fn nothing_false_is_said_once_every_component_is_entered() {
    let mut sitting = Sitting::at("#e=2022&u=bac-giang");
    sitting.click("card slots");
    sitting.open_all();
    let edition = sitting.desk.calculator.edition("2022").unwrap();
    let framework = std::sync::Arc::clone(edition.framework());
    let leaves = framework.nodes().filter(|&node| {
        let own = framework.indicator(node);
        own.scored && own.level > dti_engine::model::Level::Main
    });
    let leaves: Vec<_> = leaves.collect();
    assert_eq!(leaves.len(), 95);
    let rests = "Kết quả này còn dựa trên ước tính";
    let mut html = String::new();
    for (place, node) in leaves.into_iter().enumerate() {
        // Of the eight the estimated ones have 53 components, the published ones 22, 12 and 8: of these
        // nothing is estimated before the first and behind the last.
        let is_settled = [0, 53, 75, 87].contains(&place);
        assert_eq!(html.contains(rests), !is_settled, "{place}");
        let own = framework.indicator(node);
        let points = if place % 2 == 0 {
            own.max_points.value()
        } else {
            Exact::ONE
        };
        let points = points.to_short_text(2).replace('.', ",");
        html = sitting.enter(
            EventKind::Change,
            &format!("{} self value", own.id),
            &points,
        );
        if place == 2 {
            let told = "2/3 thành phần đã nhập đạt tối đa, còn 7 chưa nhập";
            assert!(html.contains(told), "{html}");
        }
    }
    assert!(!html.contains(rests), "{html}");
    assert!(html.contains("5/10 thành phần đạt tối đa"), "{html}");
    assert!(!html.contains("chưa nhập"), "{html}");
    assert!(!html.contains("class=\"notice\""), "{html}");
    let page = sitting.page.markup().html();
    assert!(!page.contains("dựa vào một chỉ số ước tính"), "{page}");
}
