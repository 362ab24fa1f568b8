//! What was found in a table, where it stands, and what a reader can do about it.

use super::*;

/// The row of the file, counted from 0, as the table shows it.
#[track_caller]
fn row(html: &str, row: usize) -> String {
    let begin = format!("<th scope=\"row\" id=\"desk-import-row-{row}\"");
    let (before, rest) = html
        .split_once(&begin)
        .unwrap_or_else(|| panic!("no row {row}: {html}"));
    let tag = before.rsplit('<').next().unwrap();
    format!("<{tag}{}", rest.split("</tr>").next().unwrap())
}

#[test]
fn what_stands_in_the_way_has_its_place_in_both_languages() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        bring(desk, "bang.csv", "Tỉnh;DTI\nHuế;0,7\nParis;0,5\n");
        for (language, place, sentence, errors) in [
            (
                Language::Vi,
                "Hàng 3, cột A (Tỉnh)",
                "“Paris” không phải",
                "Cần sửa (1)",
            ),
            (
                Language::En,
                "Row 3, column A (Tỉnh)",
                "“Paris” is not a province of 2022",
                "(1)",
            ),
        ] {
            desk.state.language.set(language);
            let html = seen(desk);
            assert!(html.contains(errors), "{html}");
            let listed = format!("class=\"place\">{place}</button>: {sentence}");
            assert!(html.contains(&listed), "{listed}: {html}");
            let own = row(&html, 2);
            assert!(
                own.contains(&format!("<td class=\"row-found\">{sentence}")),
                "{own}"
            );
            assert!(!row(&html, 1).contains(sentence));
            assert!(!can_be_taken_over(desk));
            assert!(html.contains(">bang.csv</h3>"));
        }
        desk.take_over();
        let english = desk.state.words.get().import_not_yet();
        assert!(seen(desk).contains(english) && desk.own.with(|own| own.own().is_empty()));
    });
}

#[test]
fn each_finding_stands_beside_its_row() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        let text =
            "Hạng;Tỉnh;DTI;Nhận thức số\n1;Đà Nẵng;0,8002;1\n2;Huế;một nửa;1,2\n3;Paris;0,5;0,4\n";
        bring(desk, "bang.csv", text);
        decide(desk, |table| table.choose_kind(TableKind::Results));
        let own = understood(desk);
        for language in [Language::Vi, Language::En] {
            desk.state.language.set(language);
            let (html, words) = (seen(desk), desk.state.words.get());
            let edition = desk.state.edition.get();
            let errors: Vec<_> = own.found(Severity::Error).collect();
            assert!(errors.len() >= 3, "{errors:?}");
            for finding in &own.findings {
                let sentence = said::finding_sentence(finding, &edition, &words);
                let sentence = sentence.replace('&', "&amp;").replace('<', "&lt;");
                assert!(html.contains(&sentence), "{sentence}");
                if let Some(place) = finding.row {
                    assert!(row(&html, place).contains(&sentence), "{place} {sentence}");
                }
            }
        }
    });
}

#[test]
fn a_row_with_an_error_is_left_out_at_a_click_and_taken_back() {
    with_desk("#e=2022&u=bac-giang&lang=en", |desk| {
        let text = "Hạng;Tỉnh;DTI\n1;Đà Nẵng;0,8002\n2;Huế;một nửa\n";
        bring(desk, "results.csv", text);
        let words = desk.state.words.get();
        let (leave, back) = (words.import_leave_row(), words.import_take_back());
        let html = seen(desk);
        assert!(html.contains("Row 3, column C (DTI)"), "{html}");
        assert_eq!(
            count(&html, &format!(">{leave}</button>")),
            3,
            "at the error, and at each row"
        );
        assert!(!has_button(&html, back));
        decide(desk, |table| table.leave_out(2));
        let html = seen(desk);
        assert!(
            html.contains("62 provinces") && !html.contains("column C (DTI)"),
            "{html}"
        );
        assert!(
            row(&html, 2).starts_with("<tr class=\"row left-out\">"),
            "{}",
            row(&html, 2)
        );
        assert!(row(&html, 1).starts_with("<tr class=\"row\">"));
        assert!(has_button(&row(&html, 2), words.import_take_row_back()));
        assert!(has_button(&html, back) && can_be_taken_over(desk));
        decide(desk, Table::take_rows_back);
        let html = seen(desk);
        assert!(html.contains("Row 3, column C (DTI)") && !has_button(&html, back));
    });
}

#[test]
fn a_table_of_another_year_says_so_and_goes_there_at_a_click() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        let whole = published(desk, "2023");
        let whole = whole.trim_start_matches('\u{feff}');
        let column = |year: &dyn Fn(usize) -> u16| -> String {
            let lines = whole.lines().enumerate();
            let lines = lines.map(|(place, line)| match place {
                0 => format!("Năm;{line}\n"),
                _ => format!("{};{line}\n", year(place)),
            });
            lines.collect()
        };
        let titled = format!("BẢNG XẾP HẠNG NĂM 2023\n(Quyết định ngày 20/5/2022)\n\n{whole}");
        for (text, place) in [
            (column(&|_| 2023), "Cột A (Năm)"),
            (titled, "Hàng 1"),
            (whole.replace("Giá trị DTI", "DTI 2023"), "Cột C (DTI 2023)"),
        ] {
            bring(desk, "bang.csv", &text);
            let html = seen(desk);
            assert!(html.contains(place), "{place}: {html}");
            assert!(html.contains("ở đây ghi năm 2023, nhưng bảng sẽ nhập vào năm 2022."));
            assert_eq!(count(&html, "Chuyển sang kỳ: "), 1, "{html}");
            choose_edition(desk, "2023");
            let html = seen(desk);
            assert!(!html.contains("ghi năm") && !html.contains("Chuyển sang kỳ: "));
            assert!(html.contains("<option value=\"2023\" selected>"), "{html}");
            desk.take_over();
            let told = "Đã nhập. 63 tỉnh, thành: 0 số liệu từ ước tính thành số liệu bạn nhập, 0 số liệu khác";
            assert!(seen(desk).contains(told), "{}", seen(desk));
            let edition = desk.own.with(|own| own.own().results[0].edition.clone());
            assert_eq!(edition, "2023");
        }
        // A table of several years: the rows of the edition's.
        bring(
            desk,
            "bang.csv",
            &column(&|place| if place < 11 { 2022 } else { 2023 }),
        );
        choose_edition(desk, "2023");
        let html = seen(desk);
        assert!(
            html.contains("10 hàng ghi năm khác 2023 nên bỏ qua."),
            "{html}"
        );
        assert!(html.contains("Đọc được 53 hàng"), "{html}");
    });
}

#[test]
fn tables_of_old_fonts_are_converted_and_said_to_be() {
    let tcvn3 = "H¹ng;TØnh, thµnh phè;DTI\n1;§µ N½ng;0,8002\n4;Thõa Thiªn HuÕ;0,6975\n";
    let vni = "Haïng;Tænh, thaønh phoá;DTI;Haï taàng soá;Xaõ hoäi soá\n1;Ñaø Naüng;0,8002;0,8253;0,5197\n4;Thöøa Thieân Hueá;0,6975;0,6823;0,3001\n";
    for (name, text) in [("TCVN3", tcvn3), ("VNI", vni)] {
        with_desk("#e=2022&u=bac-giang", |desk| {
            bring(desk, "bang.csv", text);
            let html = seen(desk);
            assert!(
                html.contains(&format!("bảng mã {name}")) && html.contains("UniKey"),
                "{html}"
            );
            assert!(
                row(&html, 1).contains("<td>Đà Nẵng</td>"),
                "{}",
                row(&html, 1)
            );
            desk.state.language.set(Language::En);
            assert!(seen(desk).contains(name));
        });
    }
}

#[test]
fn what_a_file_says_is_text_and_never_markup() {
    with_desk("#e=2022&u=bac-giang", |desk| {
        let text = "Tỉnh;<img src=x>;DTI\n<b>Huế</b>;\" onclick=\"x\";0,7\n";
        bring(desk, "<i>.csv", text);
        let html = drawn(desk);
        for markup in ["<img", "<b>", "<i>", "onclick=\"x"] {
            assert!(!html.contains(markup), "{markup}: {html}");
        }
        assert!(html.contains("&lt;b&gt;Huế&lt;/b&gt;"));
    });
}
