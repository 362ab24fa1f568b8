//! What stands in a scorecard while it is filled.

use super::*;

#[test]
fn totals_follow_each_keystroke() {
    with_example(RULES, "example-place-b", |desk| {
        open_all(desk);
        assert!(seen(desk).contains("28,5 / 40 điểm"));
        let own = Field::value("management.2", SelfAssessed);
        enter(desk, Step::Typing, &own, "4");
        let html = seen(desk);
        assert!(html.contains("34,25 / 40 điểm"));
        assert!(html.contains("Kết quả này còn dựa trên ước tính"));
        let meetings = row(&html, "management.2");
        assert!(meetings.contains("= 20 / 20 điểm"), "{meetings}");
        // The page counts with it too.
        expect_share(desk, "management.2", Some(Exact::ONE));
        let rank = desk.state.verdict.get().unwrap().rank;
        assert_eq!(component_card(desk).standing.rank, rank);
        assert!(html.contains(&format!("{rank}/3")), "{html}");
        let verified = Field::value("management.2", Verified);
        enter(desk, Step::Typing, &verified, "2");
        assert!(
            seen(desk).contains("24,25 / 40 điểm"),
            "verified wins over self-assessed"
        );
        desk.state.language.set(Language::En);
        assert!(seen(desk).contains("24.25 / 40 points"), "{}", seen(desk));
        desk.state.language.set(Language::Vi);
        enter(desk, Step::Finished, &verified, "");
        enter(desk, Step::Finished, &own, "");
        assert!(seen(desk).contains("28,5 / 40 điểm"));
        expect_share(desk, "management.2", None);
    });
}

#[test]
fn one_field_and_two_are_views_of_one_value() {
    with_example(RULES, "example-place-b", |desk| {
        open_all(desk);
        let [a, b] = ["a", "b"].map(|id| figure("services.1", WhatIf, id));
        let own = |desk: Desk| row(&seen(desk), "services.1");
        enter(desk, Step::Typing, &a, "12");
        assert!(own(desk).contains("value=\"12\"") && !own(desk).contains("Hãy nhập"));
        expect_share(desk, "services.1", None);
        enter(desk, Step::Finished, &a, "12");
        assert!(own(desk).contains("Hãy nhập cả: b."), "{}", own(desk));
        assert_eq!(
            count(&own(desk), "aria-invalid"),
            2,
            "the figure, and the value it belongs to"
        );
        enter(desk, Step::Finished, &b, "35");
        assert!(own(desk).contains("value=\"12/35\"") && !own(desk).contains("Hãy nhập"));
        expect_share(desk, "services.1", Some(Exact::fraction(12, 35)));
        finish(desk, "services.1", WhatIf, "0,5");
        expect_share(desk, "services.1", Some(Exact::fraction(1, 2)));
        assert!(own(desk).contains("value=\"50%\"") && !own(desk).contains("value=\"12\""));
        // 5 of its 15 points are a third, which no percentage is.
        finish(desk, "services.1", WhatIf, "5 điểm");
        expect_share(desk, "services.1", Some(Exact::fraction(1, 3)));
        assert!(
            own(desk).contains("33,33 % của 15 điểm = 5"),
            "{}",
            own(desk)
        );
        enter(desk, Step::Finished, &a, "");
        enter(desk, Step::Finished, &b, "");
        expect_share(desk, "services.1", None);
        assert!(!own(desk).contains("Hãy nhập"));
    });
}

#[test]
fn what_is_wrong_is_said_once_the_field_is_left_and_the_last_good_value_stays() {
    with_example(RULES, "example-place-b", |desk| {
        open_all(desk);
        let field = Field::value("services.4.1", SelfAssessed);
        let points = Some(Exact::decimal(8125, 4));
        enter(desk, Step::Finished, &field, "3,25 điểm");
        expect_share(desk, "services.4.1", points);
        for wrong in ["3,25x", "4,01", "1,255", "-1"] {
            enter(desk, Step::Typing, &field, wrong);
            assert!(
                !row(&seen(desk), "services.4.1").contains("aria-invalid"),
                "{wrong}"
            );
            enter(desk, Step::Finished, &field, wrong);
            let own = row(&seen(desk), "services.4.1");
            assert!(own.contains(
                "aria-invalid=\"true\" aria-describedby=\"component-services.4.1-self-fault\""
            ));
            assert!(own.contains("<p id=\"component-services.4.1-self-fault\" class=\"fault\">"));
            assert!(own.contains(&format!("value=\"{wrong}\"")), "{own}");
            assert!(
                own.contains("2 hoặc 62,5%."),
                "an example for this rule: {own}"
            );
            expect_share(desk, "services.4.1", points);
        }
        // Another part of the page is looked at, in another language: it is still there.
        desk.tab.set(Tab::Export);
        desk.state.language.set(Language::En);
        desk.tab.set(Tab::Card);
        let own = row(&seen(desk), "services.4.1");
        assert!(
            own.contains("value=\"-1\"") && own.contains("2 or 62.5%."),
            "{own}"
        );
        desk.state.language.set(Language::Vi);
        Sheet::new(desk).forget(&field);
        let own = row(&seen(desk), "services.4.1");
        assert!(own.contains("value=\"3,25\"") && !own.contains("aria-invalid"));
        // A thousands mark is no decimal mark, where it cannot be one.
        finish(desk, "society.1", SelfAssessed, "36/48.000");
        expect_share(desk, "society.1", Some(Exact::fraction(1, 2)));
    });
}

#[test]
fn what_is_typed_is_a_text_and_never_markup() {
    with_example(RULES, "example-place-b", |desk| {
        finish(desk, "management.2", SelfAssessed, "\"><b>4</b>");
        let html = drawn(desk);
        assert!(!html.contains("<b>") && html.contains("&quot;"), "{html}");
    });
}

#[test]
fn boxes_are_ticked_one_by_one() {
    with_example(RULES, "example-place-b", |desk| {
        open_all(desk);
        let tick = |part: Option<&str>| {
            let row = row_of(desk, "management.4");
            let parts = with_part(row, SelfAssessed, part);
            row.sheet
                .tick("management.4", SelfAssessed, parts.as_deref());
            own_boxes(desk)
        };
        let untick = |part: Option<&str>| {
            let row = row_of(desk, "management.4");
            let parts = without_part(row, SelfAssessed, part);
            row.sheet
                .tick("management.4", SelfAssessed, parts.as_deref());
            own_boxes(desk)
        };
        assert!(own_boxes(desk).contains(">Chọn…</button>"));
        tick(Some("2"));
        expect_share(desk, "management.4", Some(Exact::decimal(4, 1)));
        let own = tick(Some("0"));
        expect_share(desk, "management.4", Some(Exact::decimal(7, 1)));
        assert_eq!(count(&own, " checked"), 2, "{own}");
        for (id, is_on) in [("0", true), ("1", false), ("2", true), ("", false)] {
            let id = format!("id=\"component-management.4-self-tick-{id}\" type=\"checkbox\"");
            assert_eq!(own.contains(&format!("{id} checked>")), is_on, "{id}");
        }
        assert!(own.contains(">2/3</button>"), "in the line too: {own}");
        untick(Some("0"));
        let own = untick(Some("2"));
        expect_share(desk, "management.4", Some(Exact::ZERO));
        assert!(own.contains("= 0 / 5 điểm") && own.contains(">0/3</button>"));
        assert!(
            own.contains("self-tick-\" type=\"checkbox\" checked>"),
            "none is met"
        );
        let own = untick(None);
        expect_share(desk, "management.4", None);
        assert!(own.contains(">Chọn…</button>") && !own.contains(" checked"));
        tick(None);
        expect_share(desk, "management.4", Some(Exact::ZERO));
        let own = tick(Some("1"));
        assert!(own.contains(">1/3</button>"), "{own}");
        finish(desk, "management.1", SelfAssessed, "1");
        expect_share(desk, "management.1", Some(Exact::fraction(1, 2)));
        finish(desk, "management.3", SelfAssessed, "yes");
        expect_share(desk, "management.3", Some(Exact::ONE));
        let html = seen(desk);
        assert!(row(&html, "management.1").contains("<option value=\"1\" selected>"));
        assert!(row(&html, "management.3").contains("<option value=\"yes\" selected>Có</option>"));
    });
}

/// The row of the boxes.
fn own_boxes(desk: Desk) -> String {
    row(&seen(desk), "management.4")
}

#[test]
fn the_last_stage_that_is_filled_counts_and_is_marked() {
    with_example(RULES, "example-place-b", |desk| {
        open_all(desk);
        for (stage, meetings, points, told, english) in [
            (SelfAssessed, "4", "20", "Tự đánh giá", "Self-assessed"),
            (Reviewed, "2", "10", "Thẩm định lần 1", "First review"),
            (Explained, "3", "15", "Giải trình", "Explained"),
            (Verified, "1", "5", "Kết quả", "Result"),
            (WhatIf, "4", "20", "Giả định", "What if"),
        ] {
            finish(desk, "management.2", stage, meetings);
            assert_eq!(line(desk, "management.2").counting, Some(stage));
            for (language, told, counts) in [
                (Language::Vi, told, "✓ được tính"),
                (Language::En, english, "✓ counts"),
            ] {
                desk.state.language.set(language);
                let own = row(&seen(desk), "management.2");
                assert!(own.contains(&format!("{told}: {points} / 20")), "{own}");
                let mark = format!("{told}<span class=\"component-counts\">{counts}</span>");
                assert!(own.contains(&mark), "{mark}: {own}");
                assert_eq!(count(&own, "component-counts"), 1);
                assert_eq!(count(&own, "class=\"component-stage counting\""), 1);
            }
        }
    });
}

#[test]
fn a_comparison_counts_with_the_best_value_that_the_reader_assumes() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        row_of(desk, "society.6").turn();
        let best = Field {
            indicator: "society.6".to_owned(),
            spot: Spot::Reference,
        };
        let own = |desk: Desk| row(&seen(desk), "society.6");
        finish(desk, "society.6", SelfAssessed, "30");
        assert!(
            own(desk).contains("Chưa có giá trị cao nhất để so sánh."),
            "{}",
            own(desk)
        );
        expect_share(desk, "society.6", None);
        enter(desk, Step::Finished, &best, "0");
        assert!(
            own(desk).contains("Giá trị cao nhất là 0."),
            "{}",
            own(desk)
        );
        enter(desk, Step::Finished, &best, "40");
        let html = own(desk);
        assert!(html.contains("Giá trị cao nhất (giả định của bạn)"));
        assert!(html.contains("= 15 / 20 điểm") && !html.contains("Chưa có giá trị cao nhất"));
        expect_share(desk, "society.6", Some(Exact::fraction(3, 4)));
        desk.state.language.set(Language::En);
        assert!(own(desk).contains("= 15 / 20 points"), "{}", own(desk));
        enter(desk, Step::Finished, &best, "");
        finish(desk, "society.6", SelfAssessed, "");
        assert_eq!(assessment(desk).rows, []);
    });
}

#[test]
fn values_without_a_row_are_named_and_can_be_removed() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        let mut own = assessment(desk);
        own.rows.push(Assessed {
            indicator: "moon.1".to_owned(),
            own: Some(RawValue::Points(Exact::ONE)),
            ..Assessed::default()
        });
        desk.assess(own);
        let html = seen(desk);
        let told = "moon.1, Tự đánh giá: Bộ chỉ số đang dùng không có chỉ số này.";
        assert!(
            html.contains(told) && has_button(&html, "Bỏ các giá trị này"),
            "{html}"
        );
        desk.deed(|own, ground| own.clear_unplaced(ground).map(|()| None));
        assert!(!seen(desk).contains("moon.1"));
    });
}

#[test]
fn what_a_slider_has_no_room_for_is_said_with_the_range_that_is_left() {
    with_example(RULES, "example-place-b", |desk| {
        let node = Sheet::new(desk)
            .edition()
            .framework()
            .node("management")
            .unwrap();
        let score = Score::try_new(Exact::ONE).unwrap();
        desk.state.suppose(node, Entry::Score(score)).unwrap();
        assert!(!seen(desk).contains("class=\"notice\""));
        // The page, which would take the what-if out, has not heard of it yet.
        let mut own = assessment(desk);
        own.rows.push(Assessed {
            indicator: "management.2".to_owned(),
            own: Some(RawValue::Number(Exact::ZERO)),
            ..Assessed::default()
        });
        desk.own.update(|brought| brought.assess(own).unwrap());
        assert!(component_card(desk).refused.is_some());
        let html = seen(desk);
        assert!(
            html.contains("không còn chỗ bên cạnh những gì đã nhập"),
            "{html}"
        );
        let room = "Với những gì đã nhập, Chỉ đạo, điều hành chỉ có thể từ 0,0000 đến 0,5000.";
        assert!(html.contains(room), "{html}");
        desk.state.language.set(Language::En);
        assert!(
            seen(desk).contains("can only be 0.0000 to 0.5000"),
            "{}",
            seen(desk)
        );
    });
}
