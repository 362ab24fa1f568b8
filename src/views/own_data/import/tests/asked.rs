//! What a reader is asked about a table, and what becomes of lists beside one another.

use super::*;

/// The list with an id.
#[track_caller]
fn list(html: &str, id: &str) -> String {
    let begin = format!("<select id=\"{id}\">");
    let (_, list) = html
        .split_once(&begin)
        .unwrap_or_else(|| panic!("no list {id}: {html}"));
    list.split("</select>").next().unwrap().to_owned()
}

/// The values of its options.
fn values(list: &str) -> Vec<String> {
    let options = list.split("<option value=\"").skip(1);
    options
        .map(|option| option.split('"').next().unwrap().to_owned())
        .collect()
}

#[test]
fn a_name_that_is_asked_about_is_answered_or_left_out() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        let text = "Tỉnh\tDTI\nĐà Nẵng\t0,8002\nQN\t0,7024\nBắc Gaing\t0,6440\nTrung bình\t0,6\n";
        desk.take_in("", Brought::Pasted(text.to_owned()), "");
        let html = seen(desk);
        assert!(
            html.contains("<label for=\"desk-import-unit-2\"><span class=\"\">Hàng 3: “QN” là")
        );
        assert!(html.contains("Tỉnh, thành nào?") && !can_be_taken_over(desk));
        let own = list(&html, "desk-import-unit-2");
        let offered = &understood(desk).questions[0].offered;
        let values = values(&own);
        assert_eq!(values[..2], ["", "-"], "nothing yet, and nobody");
        assert_eq!(values.len(), 65, "all units once");
        assert!(!offered.is_empty());
        let mut first = values[2..2 + offered.len()].to_vec();
        first.sort();
        let mut expected = offered.clone();
        expected.sort();
        assert_eq!(first, expected, "those that it may be come first");
        assert!(own.contains("<option value=\"\" selected>hãy chọn</option>"));
        assert!(own.contains(">bỏ hàng này</option>"));
        decide(desk, |table| {
            table.answer_unit(2, Some(UnitOf::Unit("quang-ninh".to_owned())));
            table.answer_unit(3, Some(UnitOf::Nobody));
        });
        // What was answered can be answered otherwise.
        let html = seen(desk);
        let own = list(&html, "desk-import-unit-2");
        assert!(
            own.contains("<option value=\"quang-ninh\" selected>"),
            "{own}"
        );
        let own = list(&html, "desk-import-unit-3");
        assert!(
            own.contains("<option value=\"-\" selected>bỏ hàng này</option>"),
            "{own}"
        );
        assert!(html.contains("“Bắc Gaing” là") && can_be_taken_over(desk));
        desk.state.language.set(Language::En);
        assert!(seen(desk).contains("Which province?"), "{}", seen(desk));
        desk.take_over();
        let units = desk.own.with(|own| {
            let rows = own.own().results[0].rows.iter();
            rows.map(|row| row.unit.clone()).collect::<Vec<_>>()
        });
        assert_eq!(units, ["da-nang", "quang-ninh"]);
    });
}

/// A list of components of 10 points below one first number.
fn list_of(number: u32, main: &str, name: &str, count: u32) -> String {
    let mut text = "STT;Chỉ số thành phần;Điểm tối đa\n".to_owned();
    if !main.is_empty() {
        writeln!(text, "{number};{main};{}", count * 10).unwrap();
    }
    for place in 1..=count {
        writeln!(text, "{number}.{place};{name} {place};10").unwrap();
    }
    text
}

fn bring_list(desk: Desk, text: &str) {
    bring(desk, "ds.csv", text);
    decide(desk, |table| table.choose_kind(TableKind::Components));
}

#[test]
fn a_number_that_is_two_main_indicators_is_asked_and_can_be_taken_back() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        bring_list(desk, &list_of(8, "", "Thành phần", 15));
        let html = seen(desk);
        assert!(
            html.contains("Chỉ số chính nào?") && html.contains("Số 8 là"),
            "{html}"
        );
        assert!(html.contains("số 8 là hai chỉ số chính khác nhau") && !can_be_taken_over(desk));
        let own = list(&html, "desk-import-main-8");
        assert!(own.contains("<option value=\"\" selected>"), "{own}");
        let society = Some("society".to_owned());
        decide(desk, |table| table.answer_main("8", society.clone()));
        let own = list(&seen(desk), "desk-import-main-8");
        assert!(own.contains("<option value=\"society\" selected>"), "{own}");
        decide(desk, |table| table.answer_main("8", None));
        assert!(!can_be_taken_over(desk));
        decide(desk, |table| table.answer_main("8", society));
        desk.take_over();
        let parent = desk
            .own
            .with(|own| own.own().lists[0].rows[0].parent.clone());
        assert_eq!(parent, "society");
        assert!(
            seen(desk).contains("Đã nhập. 15 chỉ số thành phần và tiêu chí dưới 1 chỉ số chính.")
        );
    });
}

#[test]
fn lists_of_different_main_indicators_add_up() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        bring_list(desk, &list_of(2, "Thể chế số", "Thể chế số", 10));
        desk.take_over();
        bring_list(desk, &list_of(3, "Hạ tầng số", "Hạ tầng số", 10));
        desk.take_over();
        let told = "10 mục đã nhập trước vẫn giữ, của: Thể chế số.";
        assert!(seen(desk).contains(told), "{}", seen(desk));
        // The same main indicator again: that one is replaced, and the preview says so.
        let again = list_of(2, "Thể chế số", "Bản mới", 5)
            .replace(";10\n", ";20\n")
            .replace(";50\n", ";100\n");
        bring_list(desk, &again);
        let html = seen(desk);
        let told = "Danh sách này thay cho 10 mục đã nhập trước của: Thể chế số.";
        assert!(
            html.contains(told) && html.contains("vẫn giữ, của: Hạ tầng số."),
            "{html}"
        );
        desk.state.language.set(Language::En);
        let english = seen(desk);
        let edition = desk.state.edition.get();
        let framework = edition.framework();
        for id in ["institutions", "infrastructure"] {
            let name = &framework.indicator(framework.node(id).unwrap()).name.en;
            assert!(english.contains(&format!(": {name}.")), "{name}: {english}");
        }
    });
}

/// A list as the ministry lays out its scoring sheet: a title, headings with a slash, lettered parts and rules
/// that go on in rows of their own.
const SCORING_SHEET: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/crates/own-data/tests/scoring-sheet.csv"
));

#[test]
fn the_ministrys_scoring_sheet_is_a_list_and_a_scorecard() {
    with_desk("#e=2022&u=hai-duong", |desk| {
        bring_list(desk, SCORING_SHEET);
        let html = seen(desk);
        let letters = "20 hàng đánh chữ (a, b, …) không có điểm tối đa riêng, nên bỏ qua.";
        assert!(html.contains(letters), "{html}");
        let rule = "chưa hiểu cách chấm “- Đã có: Điểm tối đa. - Chưa có: 0 điểm.”";
        assert_eq!(
            count(&html, rule),
            20,
            "in the list of remarks, and beside each row"
        );
        desk.take_over();
        bring(desk, "phieu.csv", SCORING_SHEET);
        decide(desk, |table| table.choose_kind(TableKind::Scorecard));
        assert!(seen(desk).contains("<option value=\"hai-duong\" selected>"));
        desk.take_over();
        assert!(
            seen(desk).contains("Đã nhập. Hải Dương: 10 giá trị."),
            "{}",
            seen(desk)
        );
        desk.tab.set(Tab::Card);
        let html = seen(desk);
        assert!(html.contains("85 / 100 điểm"), "{html}");
        let awareness = component_card(desk).mains.remove(0).own;
        assert_eq!(
            [awareness.points, awareness.max_points],
            [85, 100].map(Exact::whole)
        );
    });
}
