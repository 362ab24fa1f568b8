//! The sentence that can be quoted: where the unit stands, under which assumptions. Whoever reads it
//! elsewhere sees nothing but the sentence, so it names all of them.

use super::sentences::rank_of;
use super::{decimal, either, in_language, points, points_to, score, warning, whole};
use dti_engine::calculator::{Neighbour, Verdict};
use dti_engine::model::{Exact, POINTS_DECIMALS, Provenance, Rivals, Text};
use dti_formats::link::Language;

/// How many things are named one by one before they are counted.
const NAMED: usize = 4;
/// How many of those that share a rank are named.
const UNITS_NAMED: usize = 2;

/// One supposed value, for the sentence that can be quoted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Supposed {
    /// The indicator.
    pub(crate) indicator: Text,
    /// What it is supposed to be.
    pub(crate) score: Exact,
    /// What it is.
    pub(crate) present: Exact,
}

/// Max points that were changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct NewMaximum {
    /// The indicator.
    pub(crate) indicator: Text,
    /// Its max points under the scenario.
    pub(crate) now: Exact,
    /// The framework's own.
    pub(crate) before: Exact,
}

/// What a quotable sentence is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Story {
    /// What happened to the unit.
    pub(crate) verdict: Verdict,
    /// Its name.
    pub(crate) unit: Text,
    /// Title of the edition.
    pub(crate) edition: Text,
    /// The next unit up.
    pub(crate) above: Option<Text>,
    /// The next unit down.
    pub(crate) below: Option<Text>,
    /// Those that share its rank.
    pub(crate) tied: Vec<Text>,
    /// The unit's own what-ifs.
    pub(crate) supposed: Vec<Supposed>,
    /// How many of its figures were assessed component by component.
    pub(crate) assessed: usize,
    /// Its indicators of which the reader knows the figure. The figure itself stays on the device.
    pub(crate) known: Vec<Text>,
    /// The other units with assumptions of their own.
    pub(crate) others: Vec<Text>,
    /// Max points that were changed.
    pub(crate) maxima: Vec<NewMaximum>,
    /// What the rivals do.
    pub(crate) rivals: Rivals,
    /// Whether anything at all differs from the edition.
    pub(crate) is_edited: bool,
    /// Whose figures the edition holds.
    pub(crate) provenance: Provenance,
}

/// The whole story in a sentence or two that can be quoted.
pub(crate) fn quote(story: &Story, language: Language) -> String {
    let mut text = String::new();
    let verdict = &story.verdict;
    let unit = in_language(&story.unit, language);
    let mut place = rank_of(verdict.rank, verdict.units);
    if let Some(tied) = tied_with(&story.tied, language) {
        place.push_str(&format!(" ({tied})"));
    }
    if story.is_edited {
        text.push_str(&premise(story, language));
        text.push_str(&moved(verdict, unit, &place, language));
    } else {
        let own = decimal(verdict.score, verdict.digits.score, language);
        let edition = in_language(&story.edition, language);
        text.push_str(&match language {
            Language::Vi => format!("{unit} xếp hạng {place} trong {edition}, giá trị {own}."),
            Language::En => format!("{unit} ranks {place} in {edition} with a score of {own}."),
        });
    }
    text.push_str(&gaps(story, language));
    text.push_str(&rests_on(story, language));
    if let Some(warning) = warning(story.provenance, story.is_edited, language) {
        text.push_str(&format!(" ({warning})"));
    }
    text
}

/// "đồng hạng với Yên Bái"; many are counted. `None` where nobody shares the rank.
pub(crate) fn tied_with(tied: &[Text], language: Language) -> Option<String> {
    let who = named_or_counted(tied, language)?;
    Some(match language {
        Language::Vi => format!("đồng hạng với {who}"),
        Language::En => format!("tied with {who}"),
    })
}

/// "Yên Bái và Huế"; many are counted. `None` without any.
fn named_or_counted(units: &[Text], language: Language) -> Option<String> {
    Some(match units {
        [] => return None,
        few if few.len() <= UNITS_NAMED => {
            let names = few
                .iter()
                .map(|name| in_language(name, language).to_owned());
            listed(&names.collect::<Vec<_>>(), language)
        }
        many => match language {
            Language::Vi => format!("{} tỉnh khác", many.len()),
            Language::En => format!("{} other provinces", many.len()),
        },
    })
}

/// "a, b và c"
fn listed(parts: &[String], language: Language) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => {
            let and = either(language, "và", "and");
            format!("{} {and} {last}", first.join(", "))
        }
    }
}

/// "Nếu Hoạt động xã hội số đạt 0,4500 (hiện là 0,3348) và các tỉnh khác cùng thêm 5 điểm thì ": all
/// that is supposed.
fn premise(story: &Story, language: Language) -> String {
    let mut parts: Vec<String> = Vec::new();
    let named = story.supposed.iter().take(NAMED);
    parts.extend(named.map(|one| supposed(one, language)));
    parts.extend(more(story.supposed.len().saturating_sub(NAMED), language));
    parts.extend(assessed(story.assessed, language));
    parts.extend(others(&story.others, language));
    parts.extend(rivals(story.rivals, language));
    parts.extend(maxima(&story.maxima, language));
    match (parts.as_slice(), language) {
        ([], Language::Vi) => "Theo kịch bản này, ".to_owned(),
        ([], Language::En) => "In this scenario, ".to_owned(),
        (parts, Language::Vi) => format!("Nếu {} thì ", listed(parts, language)),
        (parts, Language::En) => format!("If {}, ", listed(parts, language)),
    }
}

fn supposed(one: &Supposed, language: Language) -> String {
    let name = in_language(&one.indicator, language);
    let (now, before) = (score(one.score, language), score(one.present, language));
    match language {
        Language::Vi => format!("{name} đạt {now} (hiện là {before})"),
        Language::En => format!("{name} were {now} (now {before})"),
    }
}

fn more(count: usize, language: Language) -> Option<String> {
    (count > 0).then(|| match language {
        Language::Vi => format!("{count} chỉ số khác đạt mức giả định"),
        Language::En if count == 1 => "1 more indicator were as supposed".to_owned(),
        Language::En => format!("{count} more indicators were as supposed"),
    })
}

fn assessed(count: usize, language: Language) -> Option<String> {
    (count > 0).then(|| match language {
        Language::Vi => format!("{count} giá trị trong phiếu điểm chi tiết được công nhận"),
        Language::En if count == 1 => "1 figure of the detailed scorecard held".to_owned(),
        Language::En => format!("{count} figures of the detailed scorecard held"),
    })
}

fn others(others: &[Text], language: Language) -> Option<String> {
    let who = named_or_counted(others, language)?;
    Some(match language {
        Language::Vi => format!("{who} đổi như giả định"),
        Language::En => format!("{who} changed as supposed"),
    })
}

fn rivals(rivals: Rivals, language: Language) -> Option<String> {
    let hundredths = match (rivals, language) {
        (Rivals::Frozen | Rivals::Gain(0), _) => return None,
        (Rivals::Trend, Language::Vi) => {
            return Some("các tỉnh khác tăng giảm như năm trước".to_owned());
        }
        (Rivals::Trend, Language::En) => {
            return Some("the other provinces repeated last year's change".to_owned());
        }
        (Rivals::Gain(hundredths), _) => hundredths,
    };
    let is_gain = hundredths > 0;
    let by = points(Exact::decimal(hundredths, POINTS_DECIMALS).abs(), language);
    Some(match language {
        Language::Vi => {
            let way = if is_gain { "thêm" } else { "mất" };
            format!("các tỉnh khác cùng {way} {by} điểm")
        }
        Language::En => {
            let way = if is_gain { "gained" } else { "lost" };
            let noun = if by == "1" { "point" } else { "points" };
            format!("every other province {way} {by} {noun}")
        }
    })
}

fn maxima(maxima: &[NewMaximum], language: Language) -> Vec<String> {
    let named = maxima.iter().take(NAMED).map(|one| {
        let name = in_language(&one.indicator, language);
        let [now, before] = [one.now, one.before].map(|value| whole(value, language));
        match language {
            Language::Vi => format!("điểm tối đa của {name} là {now} thay cho {before}"),
            Language::En => format!("the max points of {name} were {now} instead of {before}"),
        }
    });
    let mut parts: Vec<String> = named.collect();
    let rest = maxima.len().saturating_sub(NAMED);
    if rest > 0 {
        parts.push(match language {
            Language::Vi => format!("điểm tối đa của {rest} chỉ số khác cũng đổi"),
            Language::En => format!("the max points of {rest} more changed"),
        });
    }
    parts
}

/// "Bắc Giang lên hạng 8/63, tăng 1 bậc; giá trị DTI từ 0,6440 thành 0,6613."
fn moved(verdict: &Verdict, unit: &str, place: &str, language: Language) -> String {
    let decimals = verdict.digits.score;
    let before = decimal(verdict.baseline_score, decimals, language);
    let now = decimal(verdict.score, decimals, language);
    let (places, from) = (verdict.places.unsigned_abs(), verdict.baseline_rank);
    let scores = match (language, verdict.change == Exact::ZERO) {
        (Language::Vi, true) => format!("giá trị DTI vẫn là {now}"),
        (Language::Vi, false) => format!("giá trị DTI từ {before} thành {now}"),
        (Language::En, true) => format!("its score would remain {now}"),
        (Language::En, false) => format!("its score would go from {before} to {now}"),
    };
    match (language, verdict.places) {
        (Language::Vi, 1..) => {
            format!("{unit} từ hạng {from} lên hạng {place}, tăng {places} bậc; {scores}.")
        }
        (Language::Vi, 0) => format!("{unit} vẫn ở hạng {place}; {scores}."),
        (Language::Vi, _) => {
            format!("{unit} từ hạng {from} xuống hạng {place}, giảm {places} bậc; {scores}.")
        }
        (Language::En, 0) => format!("{unit} would stay at rank {place}; {scores}."),
        (Language::En, gained) => {
            let way = if gained > 0 { "rise" } else { "fall" };
            let noun = if places == 1 { "place" } else { "places" };
            format!("{unit} would {way} {places} {noun}, from rank {from} to {place}; {scores}.")
        }
    }
}

fn gaps(story: &Story, language: Language) -> String {
    let name = |text: &Option<Text>| text.as_ref().map(|t| in_language(t, language).to_owned());
    let size = |gap: &Neighbour| points_to(gap.points, gap.decimals, language);
    let mut text = String::new();
    let verdict = &story.verdict;
    if let Some((gap, unit)) = verdict.above.zip(name(&story.above)) {
        let (needed, rank) = (size(&gap), gap.rank);
        text.push_str(&match language {
            Language::Vi => format!(" Cần thêm {needed} điểm để bằng {unit} (hạng {rank})."),
            Language::En => {
                format!(" It needs {needed} more points to draw level with {unit} (rank {rank}).")
            }
        });
    }
    if let Some((gap, unit)) = verdict.below.zip(name(&story.below)) {
        let (spare, rank) = (size(&gap), gap.rank);
        text.push_str(&match language {
            Language::Vi => format!(" Đang hơn {unit} (hạng {rank}) {spare} điểm."),
            Language::En => format!(" It is {spare} points ahead of {unit} (rank {rank})."),
        });
    }
    text
}

/// What the result rests on besides: figures that the reader knows, and estimates.
fn rests_on(story: &Story, language: Language) -> String {
    let mut text = String::new();
    if !story.known.is_empty() {
        let names = story.known.iter().take(NAMED);
        let mut names: Vec<String> = names
            .map(|name| in_language(name, language).to_owned())
            .collect();
        let rest = story.known.len().saturating_sub(NAMED);
        if rest > 0 {
            names.push(match language {
                Language::Vi => format!("{rest} chỉ số khác"),
                Language::En => format!("{rest} more"),
            });
        }
        let names = listed(&names, language);
        text.push_str(&match language {
            Language::Vi => format!(" Có dùng số do người tính cho biết: {names}."),
            Language::En => format!(" It uses figures known to whoever computed it: {names}."),
        });
    }
    if story.verdict.estimated {
        text.push_str(either(
            language,
            " Kết quả dựa vào chỉ số ước tính.",
            " The result rests on estimated indicators.",
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{NewMaximum, Story, Supposed, quote, tied_with};
    use crate::page::text::{change, status};
    use dti_engine::calculator::{Neighbour, Verdict};
    use dti_engine::model::{Digits, Exact, Provenance, Rivals, Text};
    use dti_formats::link::Language::{En, Vi};

    fn text(vi: &str, en: &str) -> Text {
        Text {
            vi: vi.into(),
            en: en.into(),
        }
    }

    fn story() -> Story {
        let near = |rank, hundredths| Neighbour {
            position: 0,
            rank,
            points: Exact::decimal(hundredths, 2),
            decimals: 2,
        };
        Story {
            verdict: Verdict {
                position: 3,
                units: 63,
                rank: 8,
                baseline_rank: 9,
                places: 1,
                score: Exact::decimal(6613, 4),
                baseline_score: Exact::decimal(6440, 4),
                change: Exact::decimal(173, 4),
                tied: Vec::new(),
                above: Some(near(7, 1230)),
                below: Some(near(9, 1440)),
                estimated: false,
                digits: Digits::default(),
            },
            unit: text("Bắc Giang", "Bac Giang"),
            edition: text("DTI 2022", "DTI 2022"),
            above: Some(text("Bắc Ninh", "Bac Ninh")),
            below: Some(text("Thái Nguyên", "Thai Nguyen")),
            tied: Vec::new(),
            supposed: vec![Supposed {
                indicator: text("Hoạt động xã hội số", "Digital society activity"),
                score: Exact::decimal(45, 2),
                present: Exact::decimal(3348, 4),
            }],
            assessed: 0,
            known: Vec::new(),
            others: Vec::new(),
            maxima: Vec::new(),
            rivals: Rivals::Frozen,
            is_edited: true,
            provenance: Provenance::Published,
        }
    }

    #[test]
    fn the_story_of_a_rise_can_be_quoted() {
        assert_eq!(
            quote(&story(), Vi),
            "Nếu Hoạt động xã hội số đạt 0,4500 (hiện là 0,3348) thì Bắc Giang từ hạng 9 lên hạng \
             8/63, tăng 1 bậc; giá trị DTI từ 0,6440 thành 0,6613. Cần thêm 12,3 điểm để bằng Bắc \
             Ninh (hạng 7). Đang hơn Thái Nguyên (hạng 9) 14,4 điểm. (Mô phỏng, không phải số \
             liệu chính thức.)"
        );
        assert!(quote(&story(), En).starts_with(
            "If Digital society activity were 0.4500 (now 0.3348), Bac Giang would rise 1 place, \
             from rank 9 to 8/63; its score would go from 0.6440 to 0.6613. It needs 12.3 more"
        ));
    }

    #[test]
    fn every_assumption_is_named() {
        let mut story = story();
        story.rivals = Rivals::Gain(500);
        story.others = vec![text("Huế", "Hue")];
        story.known = vec![text("Nhận thức số", "Digital awareness")];
        story.maxima = vec![NewMaximum {
            indicator: text("Hoạt động kinh tế số", "Digital economy activity"),
            now: Exact::whole(200),
            before: Exact::whole(150),
        }];
        story.verdict.estimated = true;
        story.assessed = 2;
        let vi = quote(&story, Vi);
        for said in [
            "Nếu Hoạt động xã hội số đạt 0,4500 (hiện là 0,3348), 2 giá trị trong phiếu điểm chi \
             tiết được công nhận, Huế đổi như giả định, các tỉnh khác cùng thêm 5 điểm và điểm tối \
             đa của Hoạt động kinh tế số là 200 thay cho 150 thì Bắc Giang từ hạng 9",
            " Có dùng số do người tính cho biết: Nhận thức số. Kết quả dựa vào chỉ số ước tính. (Mô",
        ] {
            assert!(vi.contains(said), "{vi}");
        }
        let en = quote(&story, En);
        for said in [
            "If Digital society activity were 0.4500 (now 0.3348), 2 figures of the detailed \
             scorecard held, Hue changed as supposed, every other province gained 5 points and the \
             max points of Digital economy activity were 200 instead of 150, Bac Giang would",
            " It uses figures known to whoever computed it: Digital awareness. The result rests",
        ] {
            assert!(en.contains(said), "{en}");
        }
        story.supposed.clear();
        story.maxima.clear();
        story.others.clear();
        story.assessed = 0;
        story.rivals = Rivals::Trend;
        let vi = quote(&story, Vi);
        assert!(vi.starts_with("Nếu các tỉnh khác tăng giảm như năm trước thì Bắc Giang từ"));
        story.rivals = Rivals::Gain(-150);
        let vi = quote(&story, Vi);
        assert!(
            vi.starts_with("Nếu các tỉnh khác cùng mất 1,5 điểm thì "),
            "{vi}"
        );
    }

    #[test]
    fn many_assumptions_are_named_first_and_then_counted() {
        let mut story = story();
        let one = story.supposed[0].clone();
        story.supposed = vec![one; 6];
        let vi = quote(&story, Vi);
        assert_eq!(vi.matches(" đạt 0,4500").count(), 4, "{vi}");
        assert!(
            vi.contains(" và 2 chỉ số khác đạt mức giả định thì "),
            "{vi}"
        );
    }

    #[test]
    fn who_shares_the_rank_is_named() {
        let names = [
            text("Yên Bái", "Yen Bai"),
            text("Huế", "Hue"),
            text("Hà Nam", "Ha Nam"),
        ];
        assert_eq!(tied_with(&[], Vi), None);
        let said = |count: usize, language| tied_with(&names[..count], language).unwrap();
        assert_eq!(said(1, Vi), "đồng hạng với Yên Bái");
        assert_eq!(said(2, En), "tied with Yen Bai and Hue");
        assert_eq!(said(3, Vi), "đồng hạng với 3 tỉnh khác");
        let mut story = story();
        story.tied = names[..1].to_vec();
        assert!(quote(&story, Vi).contains("lên hạng 8/63 (đồng hạng với Yên Bái), tăng 1 bậc"));
    }

    #[test]
    fn the_published_state_is_no_simulation() {
        let mut story = story();
        story.is_edited = false;
        story.supposed.clear();
        story.verdict.rank = 9;
        let said = quote(&story, Vi);
        assert!(said.starts_with("Bắc Giang xếp hạng 9/63 trong DTI 2022, giá trị 0,6613."));
        assert!(!said.contains("Mô phỏng"));
        story.provenance = Provenance::PartlyLoaded;
        let said = quote(&story, Vi);
        assert!(
            said.ends_with("(Có số liệu bạn đã nạp, không phải số liệu công bố.)"),
            "{said}"
        );
    }

    #[test]
    fn different_ranks_never_lie_nothing_apart() {
        let mut story = story();
        let digits = Digits {
            score: 6,
            points: 6,
        };
        story.verdict.digits = digits;
        let above = story.verdict.above.as_mut().unwrap();
        (above.points, above.decimals) = (Exact::decimal(4, 6), digits.points);
        let said = quote(&story, Vi);
        assert!(
            said.contains("Cần thêm 0,000004 điểm") && said.contains("0,661300"),
            "{said}"
        );
    }

    #[test]
    fn the_status_is_short() {
        assert_eq!(
            status(&story().verdict, &story().unit, Vi),
            "Bắc Giang: hạng 9 → 8, giá trị 0,6613"
        );
        assert_eq!(change(story().verdict.change, En), "+0.0173");
    }
}
