//! What is said of tables and files that a reader brings, and of the detailed scorecard, in the words of
//! the edition that they are about.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use dti_engine::calculator::{
    AssessmentColumn, AssessmentProblem, Calculator, ComponentCard, ComponentLine, ComponentMain,
};
use dti_engine::model::{Assessment, Edition, Exact, Input, Origin, Scenario, Side, Text};
use dti_formats::link::Language::{self, En, Vi};
use dti_formats::{
    Basis, Column, DecimalMark, FileError, FileKind, Finding, FindingKind, IntakeFault,
    IntakeFaultKind, Meaning, OldFont, Place, ResultsChange, Scale, TableKind, example_assessments,
    example_part, parse_index, read_assessment, read_csv, read_results, recognise,
};
use dti_words::Words;
use dti_words::own_data::{self, card};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The official editions, the fictitious communes and units, and a fictitious index of countries.
static CALCULATOR: LazyLock<Calculator> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/examples/hdi.json");
    let own = parse_index("hdi.json", &std::fs::read_to_string(path).unwrap()).unwrap();
    let mut parts = example_part("example-commune-2025").unwrap();
    parts.add(example_part("example-rules-2025").unwrap());
    parts.add(own.to_part());
    dti_formats::official_with(parts).unwrap()
});

fn edition(id: &str) -> &'static Edition {
    CALCULATOR.edition(id).unwrap()
}

fn words(id: &str, language: Language) -> Words {
    Words::of(language, Some(edition(id)))
}

/// A finding in the third row of a table with two columns.
fn found(kind: FindingKind) -> Finding {
    Finding {
        row: Some(2),
        column: Some(1),
        kind,
    }
}

fn columns() -> [Column; 2] {
    ["", "Tỉnh"].map(|heading| Column {
        heading: heading.to_owned(),
        meaning: Meaning::Unit,
        basis: Basis::Recognised,
    })
}

/// What is said of a finding in an edition, without its place.
fn said(kind: FindingKind, id: &str, language: Language) -> String {
    let finding = Finding {
        row: None,
        column: None,
        kind,
    };
    own_data::finding_sentence(&finding, edition(id), &words(id, language))
}

fn all_kinds() -> Vec<FindingKind> {
    use FindingKind as K;
    let given = || "12".to_owned();
    let value = Exact::decimal(85, 1);
    vec![
        K::NoHeadings,
        K::NoRows,
        K::ColumnMissing(Meaning::Total),
        K::ColumnTwice {
            meaning: Meaning::Unit,
            first: 27,
        },
        K::RowTooLong,
        K::NotANumber(given()),
        K::WrongMark {
            given: given(),
            mark: DecimalMark::Comma,
        },
        K::WhichMark(given()),
        K::WhichScale,
        K::OutOfRange {
            given: given(),
            high: value,
        },
        K::Negative(given()),
        K::NotARank(given()),
        K::TooManyDecimals(given()),
        K::Formula(given()),
        K::SheetError(given()),
        K::DateInstead(given()),
        K::UnitBlank,
        K::UnitUnknown(given()),
        K::UnitUnclear(given()),
        K::UnitTwice {
            unit: "da-nang".to_owned(),
            first: 1,
        },
        K::IndicatorTwice {
            given: given(),
            first: 1,
        },
        K::IndicatorUnknown(given()),
        K::NumberMissing,
        K::NumberUnclear(given()),
        K::NumberOfAnother {
            given: given(),
            name: "Kế hoạch".to_owned(),
        },
        K::ParentMissing(given()),
        K::WhichMain(given()),
        K::NameMissing,
        K::MaxPointsMissing,
        K::RuleUnknown(given()),
        K::NotOfRule {
            given: given(),
            rule: "yes_no".to_owned(),
        },
        K::PartsDoNotAddUp {
            whole: "awareness".to_owned(),
            sum: value,
            stated: Exact::ONE,
        },
        K::More(3),
        K::TotalDiffers {
            stated: Exact::decimal(8102, 4),
            sum: Exact::decimal(800_175, 6),
        },
        K::TotalOutOfReach {
            stated: Exact::decimal(1, 1),
            low: Exact::decimal(2, 1),
            high: Exact::decimal(9, 1),
        },
        K::RankDiffers {
            stated: 3,
            recomputed: 4,
        },
        K::EstimatesLeftOut(2),
        K::PointsDiffer {
            stated: value,
            sum: Exact::ONE,
        },
        K::MaxPointsDiffer {
            stated: value,
            own: Exact::ONE,
        },
        K::RuleInWords(given()),
        K::RowLeftOut(given()),
        K::ZeroCut {
            given: "1.1".to_owned(),
            read: "1.10".to_owned(),
        },
        K::FiguresBehindPoints(2),
        K::LetteredLeftOut(2),
        K::UnitsLeftOut(62),
        K::MainsLeftOut(vec!["awareness".to_owned(), "society".to_owned()]),
        K::MainsByOrder,
        K::OtherYear {
            written: 2021,
            year: 2022,
        },
        K::OtherYearsLeftOut {
            count: 2,
            year: 2022,
        },
        K::Gaps(2),
    ]
}

#[test]
fn every_finding_is_a_sentence_of_its_own_in_both_languages() {
    for language in [Vi, En] {
        let mut all = BTreeSet::new();
        for kind in all_kinds() {
            let sentence = said(kind, "2022", language);
            assert!(sentence.ends_with('.') && sentence.len() > 15, "{sentence}");
            assert!(all.insert(sentence.clone()), "{sentence}");
        }
    }
}

#[test]
fn a_finding_names_its_row_and_column() {
    let [vi, en] = [Vi, En].map(Words::plain);
    let mut finding = found(FindingKind::UnitBlank);
    let place = |finding: &Finding, words| own_data::finding_place(finding, &columns(), words);
    assert_eq!(place(&finding, &vi), "Hàng 3, cột B (Tỉnh): ");
    assert_eq!(place(&finding, &en), "Row 3, column B (Tỉnh): ");
    finding.row = None;
    assert_eq!(place(&finding, &vi), "Cột B (Tỉnh): ");
    finding.column = Some(0);
    assert_eq!(place(&finding, &en), "Column A: ");
    // Behind the columns that have headings.
    finding.column = Some(26);
    assert_eq!(place(&finding, &en), "Column AA: ");
    finding.column = None;
    assert_eq!(place(&finding, &vi), "");
    finding.row = Some(0);
    assert_eq!(
        own_data::finding(&finding, &columns(), edition("2022"), &vi),
        "Hàng 1: hàng này có số liệu nhưng không có tên tỉnh."
    );
}

#[test]
fn findings_keep_their_figures_in_their_places() {
    use FindingKind as K;
    for (kind, vi, en) in [
        (
            K::TotalDiffers {
                stated: Exact::decimal(8102, 4),
                sum: Exact::decimal(800_175, 6),
            },
            "tổng trong bảng là 0,8102; cộng lại từ các chỉ số được 0,800175, lệch 0,010025.",
            "the table's total is 0.8102; its indicators add up to 0.800175, a difference of 0.010025.",
        ),
        (
            K::PointsDiffer {
                stated: Exact::decimal(142, 1),
                sum: Exact::ONE,
            },
            "bảng ghi 14,2 điểm; các phần cộng lại được 1.",
            "the table has 14.2 points; the parts add up to 1.",
        ),
        (
            K::UnitTwice {
                unit: "da-nang".to_owned(),
                first: 1,
            },
            "Đà Nẵng đã có ở hàng 2. Hãy giữ lại một hàng.",
            "Da Nang is in row 2 already. Keep one of the rows.",
        ),
        (
            K::ColumnTwice {
                meaning: Meaning::Total,
                first: 27,
            },
            "cột AB cũng là “Giá trị DTI”. Hãy giữ một cột và bỏ qua cột kia.",
            "column AB is “Total score” too. Keep one of them and leave the other out.",
        ),
        (
            K::PartsDoNotAddUp {
                whole: "1.1 Chỉ đạo".to_owned(),
                sum: Exact::whole(90),
                stated: Exact::whole(100),
            },
            "Các phần của “1.1 Chỉ đạo” cộng lại được 90 điểm, nhưng điểm tối đa của nó là 100.",
            "The parts of “1.1 Chỉ đạo” add up to 90 points, but its max points are 100.",
        ),
        (
            K::UnitsLeftOut(62),
            "Bảng không có 62 tỉnh, thành của kỳ này; số liệu của chúng giữ nguyên.",
            "62 provinces of this edition are not in the table; their figures stay.",
        ),
        (
            K::OtherYearsLeftOut {
                count: 10,
                year: 2023,
            },
            "10 hàng ghi năm khác 2023 nên bỏ qua.",
            "10 rows of other years than 2023 are left out.",
        ),
        (
            K::MainsLeftOut(vec!["institutions".to_owned(), "society".to_owned()]),
            "Danh sách không có chỉ số thành phần của: Thể chế số, Hoạt động xã hội số.",
            "The list has no components of: Digital institutions, Digital society activity.",
        ),
    ] {
        assert_eq!(said(kind.clone(), "2022", Vi), vi);
        assert_eq!(said(kind, "2022", En), en);
    }
}

#[test]
fn what_is_one_is_said_of_one() {
    use FindingKind as K;
    for (kind, en) in [
        (
            K::UnitsLeftOut(1),
            "1 province of this edition is not in the table; its figures stay.",
        ),
        (
            K::More(1),
            "There is 1 more error. It appears once those above are corrected.",
        ),
        (K::Gaps(1), "1 cell is blank; it stays a gap."),
    ] {
        assert_eq!(said(kind, "2022", En), en);
    }
    let change = ResultsChange {
        units: 1,
        from_estimated: 1,
        replaced: 1,
        confirmed: 1,
        still_estimated: 1,
    };
    assert_eq!(
        own_data::results_change(&change, &Words::plain(En)),
        "1 province: 1 figure changes from estimated to entered, 1 differs from the one on file and \
         takes its place, 1 is the same as on file; 1 figure stays estimated."
    );
}

#[test]
fn a_long_cell_is_repeated_in_part() {
    let long = format!("a\n{}", "ề".repeat(100));
    let sentence = said(FindingKind::NotANumber(long), "2022", Vi);
    let cut = format!("“a {}…” không phải là số.", "ề".repeat(58));
    assert_eq!(sentence, cut);
}

#[test]
fn a_table_is_told_in_the_words_of_what_it_ranks() {
    use FindingKind as K;
    let name = || "Xã X".to_owned();
    for (language, left_out, unknown, kind) in [
        (
            Vi,
            "Bảng không có 2 xã của kỳ này; số liệu của chúng giữ nguyên.",
            "“Xã X” không phải xã nào của kỳ example-commune-2025. Hãy chọn ở dưới, hoặc bỏ hàng này.",
            "Bảng kết quả các xã",
        ),
        (
            En,
            "2 communes of this edition are not in the table; their figures stay.",
            "“Xã X” is not a commune of example-commune-2025. Choose one below, or leave the row out.",
            "Results of all communes",
        ),
    ] {
        let id = "example-commune-2025";
        assert_eq!(said(K::UnitsLeftOut(2), id, language), left_out);
        assert_eq!(said(K::UnitUnknown(name()), id, language), unknown);
        let words = words(id, language);
        assert_eq!(own_data::kind_name(TableKind::Results, &words), kind);
    }
}

/// Everything about an edition that speaks of what is ranked, of its score or of its figures.
fn spoken(id: &str, language: Language) -> Vec<String> {
    let (edition, words) = (edition(id), words(id, language));
    let mut all: Vec<String> = all_kinds()
        .into_iter()
        .map(|kind| said(kind, id, language))
        .collect();
    for kind in [
        TableKind::Components,
        TableKind::Scorecard,
        TableKind::ListAndCard,
        TableKind::Results,
    ] {
        all.push(own_data::kind_name(kind, &words));
        let meanings = Meaning::all(kind, edition.framework());
        let names = meanings.iter();
        all.extend(names.map(|own| own_data::meaning_name(own, edition.framework(), &words)));
    }
    let change = ResultsChange {
        units: 2,
        from_estimated: 0,
        replaced: 3,
        confirmed: 4,
        still_estimated: 5,
    };
    all.push(own_data::results_change(&change, &words));
    all.push(own_data::old_font(OldFont::Vni, &words));
    all.push(words.import_hint());
    all.push(words.import_paste_example());
    all.push(words.import_unit());
    all.push(words.import_which_units());
    all.push(words.card_best_why());
    all
}

#[test]
fn an_own_index_of_countries_is_spoken_of_as_one() {
    for language in [Vi, En] {
        for sentence in spoken("hdi-example", language) {
            let small = sentence.to_lowercase();
            for word in ["tỉnh", "province", "dti", "công bố", "publish", "ministry"] {
                assert!(!small.contains(word), "{sentence}");
            }
        }
    }
    let vi = words("hdi-example", Vi);
    assert_eq!(vi.import_unit(), "Của nước");
    assert_eq!(vi.import_paste_example(), "Hạng\tNước\tGiá trị");
    assert_eq!(
        words("hdi-example", En).import_which_units(),
        "Which country?"
    );
}

#[test]
fn provinces_are_spoken_of_as_before() {
    let [vi, en] = [Vi, En].map(|language| words("2022", language));
    assert_eq!(
        vi.import_hint(),
        "Danh sách chỉ số thành phần, phiếu điểm của một tỉnh, hoặc bảng kết quả các tỉnh như Bộ công \
         bố. Bạn xem trước và sửa được trước khi nhập; bảng không rời khỏi máy của bạn."
    );
    assert!(
        en.import_hint()
            .contains("the results of all provinces as the ministry publishes them.")
    );
    assert_eq!(vi.import_paste_example(), "Hạng\tTỉnh\tDTI");
    assert_eq!(vi.import_unit(), "Của tỉnh, thành");
    assert_eq!(vi.import_which_units(), "Tỉnh, thành nào?");
    assert!(
        vi.card_best_why()
            .ends_with("không có trong số liệu công bố.")
    );
    let framework = edition("2022").framework();
    let name = |meaning, words| own_data::meaning_name(&meaning, framework, words);
    assert_eq!(name(Meaning::Unit, &vi), "Tỉnh, thành");
    assert_eq!(name(Meaning::Code, &en), "Province code");
    assert_eq!(name(Meaning::Total, &vi), "Giá trị DTI");
    let society = Meaning::Score("society".to_owned());
    assert_eq!(name(society, &en), "Digital society activity");
    assert_eq!(name(Meaning::Score("moon".to_owned()), &en), "moon");
}

#[test]
fn each_meaning_of_a_kind_of_table_has_a_name_of_its_own() {
    let framework = edition("2022").framework();
    for words in [Vi, En].map(Words::plain) {
        for kind in [
            TableKind::Components,
            TableKind::Scorecard,
            TableKind::ListAndCard,
            TableKind::Results,
        ] {
            let mut names = BTreeSet::new();
            for meaning in Meaning::all(kind, framework) {
                let name = own_data::meaning_name(&meaning, framework, &words);
                assert!(names.insert(name.clone()), "{name}");
            }
        }
    }
}

#[test]
fn marks_and_scales_have_examples() {
    let [vi, en] = [Vi, En].map(Words::plain);
    assert_eq!(own_data::mark_name(DecimalMark::Comma, &vi), "phẩy: 0,5");
    assert_eq!(own_data::mark_name(DecimalMark::Point, &en), "point: 0.5");
    assert_eq!(
        own_data::scale_name(Scale::Score, &vi),
        "giá trị từ 0 đến 1"
    );
    assert_eq!(own_data::scale_name(Scale::Percent, &en), "percent");
    assert_eq!(own_data::scale_name(Scale::Points, &vi), "điểm");
}

#[test]
fn what_would_change_is_counted() {
    let [vi, en] = [Vi, En].map(Words::plain);
    let change = ResultsChange {
        units: 63,
        from_estimated: 208,
        replaced: 0,
        confirmed: 360,
        still_estimated: 1,
    };
    assert_eq!(
        own_data::results_change(&change, &vi),
        "63 tỉnh, thành: 208 số liệu từ ước tính thành số liệu bạn nhập, 0 số liệu khác với số đã có và \
         được thay, 360 số liệu trùng với số đã có; còn 1 số liệu ước tính."
    );
    assert!(own_data::results_change(&change, &en).starts_with(
        "63 provinces: 208 figures change from estimated to entered, 0 differ from those on file"
    ));
    assert_eq!(
        vi.import_list(4_usize, 1_usize),
        "4 chỉ số thành phần và tiêu chí dưới 1 chỉ số chính."
    );
    let mains = ["Thể chế số".to_owned(), "Hạ tầng số".to_owned()];
    assert_eq!(
        own_data::list_replaced(10, &mains[..1], &vi),
        "Danh sách này thay cho 10 mục đã nhập trước của: Thể chế số."
    );
    assert_eq!(
        own_data::list_kept(10, &mains, &vi),
        "10 mục đã nhập trước vẫn giữ, của: Thể chế số, Hạ tầng số."
    );
    assert_eq!(
        own_data::list_kept(1, &mains[..1], &en),
        "1 loaded before stays, of: Thể chế số."
    );
    assert_eq!(own_data::card_change("Huế", 4, 0, &vi), "Huế: 4 giá trị.");
    assert_eq!(
        own_data::card_change("Huế", 4, 3, &vi),
        "Huế: 4 giá trị, thay cho 3 giá trị trước."
    );
    assert_eq!(
        own_data::card_change("Hue", 1, 3, &en),
        "Hue: 1 value in place of 3 before."
    );
}

#[test]
fn an_old_font_is_named() {
    let [vi, en] = [Vi, En].map(Words::plain);
    assert!(
        own_data::old_font(OldFont::Tcvn3, &vi).starts_with(
            "Bảng này viết bằng bảng mã TCVN3 (ABC), đã được chuyển sang Unicode để đọc. Hãy xem lại tên tỉnh"
        )
    );
    assert!(
        own_data::old_font(OldFont::Vni, &en)
            .starts_with("This table is written in the encoding VNI and was converted to Unicode.")
    );
}

#[test]
fn why_a_text_is_no_table_is_told_with_its_place() {
    let [vi, en] = [Vi, En].map(Words::plain);
    let fault = |text: &[u8]| read_csv(text).unwrap_err();
    let open = fault("Hạng;Tỉnh\n1;\"Huế\n".as_bytes());
    assert_eq!(
        own_data::intake_fault(&open, &vi),
        "Hàng 2, cột B: dấu ngoặc kép mở ở đây nhưng không đóng. Hãy thêm dấu đóng, hoặc bỏ dấu mở."
    );
    let large = fault(&vec![b'1'; 3 << 20]);
    assert_eq!(
        own_data::intake_fault(&large, &en),
        "This file has 3072 KB; text files of up to 1024 KB are read here. Keep only the table that is \
         needed."
    );
    let pdf = fault(b"%PDF-1.7");
    assert!(own_data::intake_fault(&pdf, &vi).starts_with("Đây là tệp PDF."));
    let place = Place::cell(2, 27);
    assert_eq!(own_data::placed(place, &en), "Row 3, column AB: ");
    assert_eq!(own_data::placed(Place::row(2), &vi), "Hàng 3: ");
}

#[test]
fn every_fault_of_a_text_is_a_sentence_of_its_own_in_both_languages() {
    use IntakeFaultKind as K;
    let kinds = [
        FileKind::Utf16,
        FileKind::Workbook,
        FileKind::OpenDocument,
        FileKind::OldWorkbook,
        FileKind::WebPage,
        FileKind::Xml,
        FileKind::Json,
        FileKind::Pdf,
        FileKind::Picture,
        FileKind::RichText,
        FileKind::Packed,
    ];
    let others = [
        K::Empty,
        K::TooLarge {
            bytes: 3 << 20,
            most: 1 << 20,
        },
        K::NotUtf8,
        K::Nul,
        K::TooManyRows,
        K::TooManyColumns,
        K::TooManyLetters,
        K::OpenQuote,
    ];
    for words in [Vi, En].map(Words::plain) {
        let mut all = BTreeSet::new();
        for kind in kinds.map(K::OtherKind).into_iter().chain(others) {
            let fault = IntakeFault { place: None, kind };
            let sentence = own_data::intake_fault(&fault, &words);
            assert!(sentence.ends_with('.') && sentence.len() > 15, "{sentence}");
            assert!(all.insert(sentence.clone()), "{sentence}");
        }
    }
}

#[test]
fn files_are_told_by_their_names_and_sizes() {
    let [vi, en] = [Vi, En].map(Words::plain);
    assert_eq!(
        own_data::too_large("lon.csv", 31_250_000, 24_000_000, &vi),
        "Tệp “lon.csv” có 31,2 MB; trang này đọc tệp đến 24 MB. Hãy giữ lại riêng bảng cần nhập rồi thử \
         lại."
    );
    assert_eq!(
        own_data::too_large("big.csv", 31_250_000, 24_000_000, &en),
        "“big.csv” has 31.2 MB; this page reads files up to 24 MB. Keep only the table that is needed and \
         try again."
    );
    assert_eq!(own_data::reading("", &vi), "Đang đọc bảng đã dán…");
    assert_eq!(own_data::reading("bang.csv", &en), "Reading “bang.csv”…");
    assert!(own_data::too_slow("bang.csv", &vi).starts_with("Đọc “bang.csv” quá 5 giây"));
    assert!(own_data::broke_off("", &en).starts_with("Reading the pasted table broke off;"));
    let most = 256 << 10;
    let here = own_data::too_large_here("lon.csv", most + 1, most, &vi);
    assert!(
        here.contains("chỉ nhận đến 256 KB, mà “lon.csv” có 257 KB."),
        "{here}"
    );
    let fault = FileError::new("p.json", "scenarios.1", "no such edition");
    assert_eq!(
        own_data::file_fault(&fault, &vi),
        "Không mở được “p.json”. Tại scenarios.1: no such edition."
    );
    assert_eq!(
        own_data::file_fault(&fault, &en),
        "“p.json” can't be opened. At scenarios.1: no such edition."
    );
}

#[test]
fn what_is_gone_and_what_is_not_ranked_is_named() {
    let [vi, en] = [Vi, En].map(Words::plain);
    let units = ["Một", "Hai"].map(|name| Text {
        vi: name.to_owned(),
        en: format!("{name} (en)"),
    });
    assert_eq!(
        own_data::unranked(&units, &vi),
        "Không có số liệu nào, nên không có điểm và không được xếp hạng: Một, Hai."
    );
    assert_eq!(
        own_data::unranked(&units[..1], &en),
        "Without any value, so without a total and not ranked: Một (en)."
    );
    let none = vi.slots_gone(0_usize);
    assert!(none.starts_with("Các ô đánh số") && none.ends_with("phiếu năm 2022."));
    let some = vi.slots_gone(3_usize);
    assert!(
        some.contains("phiếu năm 2022. 3 giá trị từng nhập"),
        "{some}"
    );
    let one = en.slots_gone(1_usize);
    assert!(
        one.contains("sheet of 2022. 1 value entered in those slots is left out,"),
        "{one}"
    );
    assert!(
        en.slots_gone(0_usize)
            .ends_with("rules of the sheet of 2022.")
    );
}

/// The detailed scorecard of a unit of an edition, under a scenario without assumptions.
fn component_card(id: &str, unit: &str) -> ComponentCard {
    let edition = edition(id);
    let all = if edition.header().is_example() {
        example_assessments(edition).unwrap()
    } else {
        Vec::new()
    };
    let own = all.into_iter().find(|own| own.unit == unit);
    let own = own.unwrap_or_else(|| Assessment {
        edition: id.to_owned(),
        unit: unit.to_owned(),
        rows: Vec::new(),
    });
    let position = edition.position(unit).unwrap();
    let scenario = Scenario::baseline(id);
    CALCULATOR
        .component_card(&scenario, position, &own)
        .unwrap()
}

/// A line of a scorecard by the id of its indicator.
fn line<'a>(card: &'a ComponentCard, id: &str, indicator: &str) -> &'a ComponentLine {
    let node = edition(id).framework().node(indicator).unwrap();
    let mut lines = card.mains.iter().flat_map(|main| &main.lines);
    lines.find(|line| line.node == node).unwrap()
}

#[test]
fn a_line_says_whose_points_count_and_what_is_missing() {
    let id = "example-rules-2025";
    let [vi, en] = [Vi, En].map(|language| words(id, language));
    let assessed = component_card(id, "example-place-a");
    // Verified: 3 meetings of 4.
    let meetings = line(&assessed, id, "management.2");
    assert_eq!(card::counting(meetings, &vi), "Kết quả: 15 / 20");
    assert_eq!(card::counting(meetings, &en), "Result: 15 / 20");
    assert_eq!(card::gap(meetings, &vi), "còn thiếu 5");
    assert_eq!(card::gap(meetings, &en), "5 to go");
    let full = ComponentLine {
        gap: Exact::ZERO,
        ..meetings.clone()
    };
    assert_eq!(card::gap(&full, &vi), "");
    let official = component_card("2022", "bac-giang");
    let estimated = line(&official, "2022", "society.1");
    assert_eq!(estimated.origin, Some(Origin::Estimated));
    assert_eq!(card::counting(estimated, &vi), "ước tính: 6,7 / 20");
    assert_eq!(card::counting(estimated, &en), "estimated: 6.7 / 20");
    let sum = line(&assessed, id, "services.4");
    assert!(sum.is_sum);
    assert!(!card::counting(sum, &vi).contains(':'));
}

#[test]
fn what_is_entered_of_a_main_indicator_is_counted() {
    let [vi, en] = [Vi, En].map(Words::plain);
    let official = component_card("2022", "bac-giang");
    let nothing = &official.mains[0];
    assert_eq!(card::at_max(nothing, &vi), "chưa nhập thành phần nào");
    assert_eq!(card::at_max(nothing, &en), "no component entered yet");
    let with = |at_max, known, components| ComponentMain {
        at_max,
        known,
        components,
        ..nothing.clone()
    };
    assert_eq!(
        card::at_max(&with(1, 1, 10), &vi),
        "1/1 thành phần đã nhập đạt tối đa, còn 9 chưa nhập"
    );
    assert_eq!(
        card::at_max(&with(1, 2, 10), &en),
        "1 of 2 components entered at the maximum, 8 to enter"
    );
    assert_eq!(
        card::at_max(&with(5, 10, 10), &vi),
        "5/10 thành phần đạt tối đa"
    );
    assert_eq!(
        card::at_max(&with(5, 10, 10), &en),
        "5 of 10 components at the maximum"
    );
    assert_eq!(card::at_max(&with(0, 0, 0), &vi), "");
}

#[test]
fn rank_and_score_say_what_they_were_and_only_the_ministrys_are_published() {
    let mut standing = component_card("2022", "bac-giang").standing;
    let [vi, en] = [Vi, En].map(|language| words("2022", language));
    assert_eq!(card::rank_of(&standing, 63, &vi), "9/63");
    assert_eq!(card::score_of(&standing, 4, &vi), "0,6440");
    (standing.rank, standing.score) = (8, Exact::decimal(66, 2));
    assert_eq!(card::rank_of(&standing, 63, &vi), "8/63 (công bố 9)");
    assert_eq!(card::rank_of(&standing, 63, &en), "8/63 (published 9)");
    assert_eq!(card::score_of(&standing, 4, &vi), "0,6600 (công bố 0,6440)");
    assert_eq!(
        card::score_of(&standing, 4, &words("hdi-example", Vi)),
        "0,6600 (gốc 0,6440)"
    );
    assert_eq!(
        card::rank_of(&standing, 63, &words("hdi-example", En)),
        "8/63 (baseline 9)"
    );
}

#[test]
fn points_and_places_have_their_nouns() {
    let [vi, en] = [Vi, En].map(Words::plain);
    let [one, half] = [Exact::ONE, Exact::decimal(125, 1)];
    assert_eq!(card::places(0, &vi), "");
    assert_eq!(card::places(2, &vi), "+2 bậc");
    assert_eq!(card::places(1, &en), "+1 place");
    assert_eq!(card::places(2, &en), "+2 places");
    assert_eq!(card::more_points(half, &vi), "+12,5 điểm");
    assert_eq!(card::more_points(one, &en), "+1 point");
    assert_eq!(card::earned(half, &vi), "= 12,5 điểm");
    assert_eq!(card::earned(half, &en), "= 12.5 points");
    assert_eq!(
        card::points_of(Exact::decimal(285, 1), Exact::whole(40), &vi),
        "28,5 / 40 điểm"
    );
    assert_eq!(
        card::points_of(half, Exact::whole(40), &en),
        "12.5 / 40 points"
    );
    assert_eq!(card::pillar(Exact::decimal(5, 1), 3, &vi), "0,5000, hạng 3");
    assert_eq!(card::pillar(Exact::decimal(5, 1), 3, &en), "0.5000, rank 3");
    assert_eq!(card::period(0, &vi), "kỳ 1");
    assert_eq!(card::period(1, &en), "period 2");
    assert_eq!(
        card::room("Xã hội số", Exact::decimal(25, 2), one, &vi),
        "Với những gì đã nhập, Xã hội số chỉ có thể từ 0,2500 đến 1,0000."
    );
}

#[test]
fn columns_figures_and_indicators_have_names() {
    let [vi, en] = [Vi, En].map(Words::plain);
    let all = AssessmentColumn::ALL.map(|own| card::column(own, &vi));
    assert_eq!(
        all,
        [
            "Tự đánh giá",
            "Thẩm định lần 1",
            "Giải trình",
            "Kết quả",
            "Giả định"
        ]
    );
    assert_eq!(
        card::column_of_points(AssessmentColumn::SelfAssessed, &vi),
        "Tự đánh giá (điểm)"
    );
    assert_eq!(
        card::column_of_points(AssessmentColumn::WhatIf, &en),
        "What if (points)"
    );
    let input = |name: &str| Input {
        id: "a".to_owned(),
        name: Text {
            vi: name.to_owned(),
            en: String::new(),
        },
        side: Side::Part,
        fixed: None,
    };
    assert_eq!(
        card::input(&input("văn bản đã ký"), &vi),
        "a: văn bản đã ký"
    );
    assert_eq!(card::input(&input("văn bản đã ký"), &en), "a");
    let framework = edition("2022").framework();
    let mut indicator = framework
        .indicator(framework.node("society.1").unwrap())
        .clone();
    assert!(card::name(&indicator, &vi).contains("danh tính số"));
    indicator.number = None;
    indicator.name = Text::default();
    assert_eq!(card::name(&indicator, &vi), "society.1");
}

#[test]
fn every_kind_of_rule_of_the_official_list_has_a_name() {
    let [vi, en] = [Vi, En].map(Words::plain);
    let mut names = BTreeSet::new();
    let mut kinds = BTreeSet::new();
    for id in ["2022", "example-rules-2025", "example-commune-2025"] {
        let framework = edition(id).framework();
        for node in framework.nodes() {
            let indicator = framework.indicator(node);
            if indicator.scored && indicator.children.is_empty() {
                let kind = indicator.rule.kind.as_str();
                kinds.insert(kind);
                names.insert((vi.card_rule_kind(kind), en.card_rule_kind(kind)));
            }
        }
    }
    assert!(kinds.len() > 8, "{kinds:?}");
    assert_eq!(kinds.len(), names.len(), "{names:?}");
    assert_eq!(vi.card_rule_kind("points"), "Nhập điểm");
    assert_eq!(en.card_rule_kind("per_capita"), "Per head");
}

#[test]
fn the_headings_of_a_scorecard_are_read_again_as_what_they_are() {
    let framework = edition("example-rules-2025").framework();
    let list = |heading| recognise(heading, TableKind::Components, framework);
    let values = |heading| recognise(heading, TableKind::Scorecard, framework);
    for words in [Vi, En].map(Words::plain) {
        let [id, number, name, rule, max, own, verified, what_if, ..] =
            card::table_headings(&words);
        assert_eq!(
            [id, number, name, rule, max].map(list),
            [
                Some(Meaning::Id),
                Some(Meaning::Number),
                Some(Meaning::Name),
                Some(Meaning::Rule),
                Some(Meaning::MaxPoints)
            ]
        );
        assert_eq!(
            [own, verified, what_if].map(values),
            [
                Some(Meaning::Own),
                Some(Meaning::Verified),
                Some(Meaning::WhatIf)
            ]
        );
    }
    assert_eq!(
        card::table_headings(&Words::plain(Vi)).join(";"),
        "id;Số;Chỉ số;Cách chấm;Điểm tối đa;Tự đánh giá;Thẩm định;Giả định;Điểm đạt được;Còn thiếu;Nguồn \
         gốc"
    );
}

#[test]
fn a_value_that_cannot_count_says_why() {
    let [vi, en] = [Vi, En].map(Words::plain);
    let unknown = AssessmentProblem::UnknownIndicator {
        framework: "dti-922".to_owned(),
    };
    let told = |problem: &AssessmentProblem, words| card::assessment_problem(problem, None, words);
    assert_eq!(
        told(&unknown, &vi),
        "Bộ chỉ số đang dùng không có chỉ số này. Hãy nhập danh sách có nó, hoặc bỏ giá trị."
    );
    assert_eq!(
        told(&AssessmentProblem::Twice, &en),
        "This indicator has two rows. Keep one."
    );
    let framework = edition("2022").framework();
    let node = framework.node("society.6").unwrap();
    let rule = &framework.indicator(node).rule;
    let unit = "bac-giang";
    let grid = read_csv("id;Tự đánh giá\nsociety.6;30\n".as_bytes()).unwrap();
    let earned: dti_formats::Earned =
        |framework, node, raw| dti_engine::calculator::earned_points(framework, node, raw).ok();
    let draft = read_assessment(
        &grid,
        edition("2022"),
        unit,
        &dti_formats::Choices::default(),
        earned,
    );
    let own = draft.finish().unwrap();
    let position = edition("2022").position(unit).unwrap();
    let scored = CALCULATOR
        .component_card(&Scenario::baseline("2022"), position, &own)
        .unwrap();
    let fault = &scored.faults[0].problem;
    assert_eq!(
        card::assessment_problem(fault, Some(rule), &vi),
        "Chưa có giá trị cao nhất để so sánh. Hãy mở chi tiết và nhập giả định của bạn."
    );
}

#[test]
fn a_table_that_is_read_is_told_whole() {
    let grid = read_csv("Tỉnh;DTI\nHuế;0,7\nParis;0,5\n".as_bytes()).unwrap();
    let edition = edition("2022");
    let draft = read_results(&grid, edition, &dti_formats::Choices::default());
    let told = |language| -> Vec<String> {
        let words = Words::of(language, Some(edition));
        let findings = draft.errors();
        let told = findings.map(|own| own_data::finding(own, &draft.columns, edition, &words));
        told.collect()
    };
    assert_eq!(
        told(Vi),
        [
            "Hàng 3, cột A (Tỉnh): “Paris” không phải tỉnh, thành nào của kỳ 2022. Hãy chọn ở dưới, hoặc bỏ \
             hàng này."
        ]
    );
    assert_eq!(
        told(En),
        [
            "Row 3, column A (Tỉnh): “Paris” is not a province of 2022. Choose one below, or leave the row out."
        ]
    );
}
