//! What is ranked and whose figures are spoken of, in the sentences that say so.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use dti_engine::calculator::CalculatorError;
use dti_engine::model::{Edition, Note, Provenance, Rivals};
use dti_formats::link::Language::{self, En, Vi};
use dti_formats::link::Notice;
use dti_formats::{example_part, parse_index};
use dti_words::{NamesIn, Words, note, notice, problem, rival_mode, warning};
use std::sync::LazyLock;

/// The official editions, the fictitious communes, and the fictitious index of districts.
static CALCULATOR: LazyLock<dti_engine::calculator::Calculator> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/examples/ddci.json");
    let own = parse_index("ddci.json", &std::fs::read_to_string(path).unwrap()).unwrap();
    let mut parts = example_part("example-commune-2025").unwrap();
    parts.add(own.to_part());
    dti_formats::official_with(parts).unwrap()
});

fn edition(id: &str) -> &'static Edition {
    CALCULATOR.edition(id).unwrap()
}

fn words(id: &str, language: Language) -> Words {
    Words::of(language, Some(edition(id)))
}

#[test]
fn an_official_edition_ranks_provinces_with_published_figures() {
    for language in [Vi, En] {
        assert_eq!(words("2022", language), Words::plain(language));
    }
    let vi = words("2022", Vi);
    assert_eq!(vi.province(), "Tỉnh, thành phố");
    assert_eq!(vi.column_name(), "Tỉnh, thành");
    assert_eq!(vi.dti_score(), "Giá trị DTI");
    assert_eq!(vi.max_points_reset(), "Về mức quy định");
    assert_eq!(words("2022", En).rivals_heading(), "The other provinces");
}

#[test]
fn communes_and_districts_are_called_what_they_are() {
    for (id, language, unit, others) in [
        ("example-commune-2025", Vi, "Xã", "Các xã khác"),
        ("example-commune-2025", En, "Commune", "The other communes"),
        ("ddci-example", Vi, "Huyện", "Các huyện khác"),
        ("ddci-example", En, "District", "The other districts"),
    ] {
        let words = words(id, language);
        assert_eq!(words.province(), unit);
        assert_eq!(words.column_name(), unit);
        assert_eq!(words.rivals_heading(), others);
        let names = NamesIn::new(Some(edition(id)), &words);
        let unknown = CalculatorError::UnknownUnit {
            given: "Tỉnh X".to_owned(),
            edition: id.to_owned(),
        };
        let cut = Notice::Cut {
            end: "s=".to_owned(),
        };
        let told = [
            problem(&unknown, &names, &words),
            notice(&cut, &names, &words),
            rival_mode(Rivals::Trend, &words),
            note(Note::RivalsMoveTotalsOnly, &words),
            words.how_total(),
            words.how_estimate(),
            words.no_trend(),
            words.row_help(),
        ];
        for said in told {
            let said = said.to_lowercase().replace("“tỉnh x”", "");
            assert!(
                !said.contains("tỉnh") && !said.contains("province"),
                "{said}"
            );
        }
    }
}

#[test]
fn a_score_is_called_dti_where_it_is_one() {
    assert_eq!(words("example-commune-2025", En).dti_score(), "DTI score");
    assert_eq!(words("ddci-example", En).dti_score(), "Score");
    assert_eq!(
        words("ddci-example", Vi).quote_score_kept("0,5"),
        "giá trị vẫn là 0,5"
    );
}

#[test]
fn only_published_figures_are_called_published() {
    for (id, published) in [("2022", true), ("ddci-example", false)] {
        for (language, sign) in [(Vi, "công bố"), (En, "published")] {
            let words = words(id, language);
            let names = NamesIn::new(Some(edition(id)), &words);
            let too_long = Notice::TooLong { bytes: 1 };
            for said in [
                words.known_hint(),
                words.how_what_if().to_owned(),
                words.how_estimate(),
                words.on_file("A"),
                words.known_sum_missed("A", "1,5", true),
                notice(&too_long, &names, &words),
                note(Note::RivalsMoveTotalsOnly, &words),
            ] {
                assert_eq!(said.contains(sign), published, "{said}");
            }
        }
    }
    let own = words("ddci-example", En);
    assert_eq!(own.max_points_reset(), "Back to the framework's");
    assert_eq!(
        own.trend_reason(),
        "not available: there is no edition before"
    );
}

#[test]
fn what_a_reader_put_among_published_figures_is_no_longer_published() {
    let mixed = Words::plain(Vi).with_provenance(Provenance::PartlyLoaded);
    assert!(mixed.how_what_if().contains("giá trị gốc"));
    assert_eq!(mixed.max_points_reset(), "Về mức quy định");
    assert!(
        warning(false, &mixed)
            .unwrap()
            .starts_with("Có số liệu bạn đã nạp")
    );
}

#[test]
fn counts_have_their_plural_and_their_marks() {
    let [vi, en] = [Vi, En].map(Words::plain);
    assert_eq!(en.resume("Huế", 1_u32), "Continue: Huế, 1 assumption");
    assert_eq!(
        en.resume("Huế", 1200_usize),
        "Continue: Huế, 1,200 assumptions"
    );
    assert_eq!(
        vi.resume("Huế", 1200_usize),
        "Tiếp tục: Huế, 1.200 giả định"
    );
    // By the rules of CLDR, 1.0 is no one.
    for (points, said) in [
        ("1", "1 point "),
        ("1.0", "1.0 points "),
        ("0.5", "0.5 points "),
    ] {
        assert!(en.gap_above(points, "Huế", 3).starts_with(said));
    }
    assert_eq!(
        vi.gap_above("5,19", "Thanh Hóa", 5),
        "Còn 5,19 điểm tới Thanh Hóa (hạng 5)"
    );
    assert_eq!(
        vi.slider_told("67,50", 150, "0,4500", 8, 63, true),
        "67,50/150 điểm, giá trị 0,4500, hạng 8/63, ước tính"
    );
    assert_eq!(
        vi.resume("Bắc Giang 2022", 2_u32),
        "Tiếp tục: Bắc Giang 2022, 2 giả định"
    );
}

#[test]
fn each_main_indicator_of_the_official_editions_says_what_it_measures() {
    for edition in CALCULATOR
        .editions()
        .iter()
        .filter(|own| own.provenance().is_official())
    {
        let words = Words::of(Vi, Some(edition));
        let framework = edition.framework();
        for node in framework.nodes() {
            let indicator = framework.indicator(node);
            if indicator.level == dti_engine::model::Level::Main {
                let told = dti_words::measures(&indicator.id, &words);
                assert!(told.is_some_and(|told| told.len() > 30), "{}", indicator.id);
            }
        }
    }
    assert_eq!(dti_words::measures("society.1", &Words::plain(Vi)), None);
}
