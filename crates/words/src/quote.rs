//! The sentence that can be quoted: where the unit stands, under which assumptions. Whoever reads it
//! elsewhere sees nothing but the sentence, so it names all of them.

use crate::Words;
use crate::numbers::{decimal, points, score, whole};
use crate::provenance::warning;
use crate::sentences::rank_of;
use dti_engine::calculator::Verdict;
use dti_engine::model::{Exact, POINTS_DECIMALS, Rivals, Text};

/// How many things are named one by one before they are counted.
const NAMED: usize = 4;
/// How many of those that share a rank are named.
const UNITS_NAMED: usize = 2;

/// One supposed value, for the sentence that can be quoted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Supposed {
    /// The indicator.
    pub indicator: Text,
    /// What it is supposed to be.
    pub score: Exact,
    /// What it is.
    pub present: Exact,
}

/// Max points that were changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewMaximum {
    /// The indicator.
    pub indicator: Text,
    /// Its max points under the scenario.
    pub now: Exact,
    /// The framework's own.
    pub before: Exact,
}

/// What a quotable sentence is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Story {
    /// What happened to the unit.
    pub verdict: Verdict,
    /// Its name.
    pub unit: Text,
    /// Title of the edition.
    pub edition: Text,
    /// Those that share its rank.
    pub tied: Vec<Text>,
    /// The unit's own what-ifs.
    pub supposed: Vec<Supposed>,
    /// How many of its figures were assessed component by component.
    pub assessed: usize,
    /// Its indicators of which the reader knows the figure. The figure itself stays on the device.
    pub known: Vec<Text>,
    /// The other units with assumptions of their own.
    pub others: Vec<Text>,
    /// Max points that were changed.
    pub maxima: Vec<NewMaximum>,
    /// What the rivals do.
    pub rivals: Rivals,
    /// Whether anything at all differs from the edition.
    pub is_edited: bool,
}

/// The whole story in a sentence or two that can be quoted.
pub fn quote(story: &Story, words: &Words) -> String {
    let verdict = &story.verdict;
    let mut place = rank_of(verdict.rank, verdict.units);
    if let Some(tied) = tied_with(&story.tied, words) {
        place.push_str(&format!(" ({tied})"));
    }
    let mut told = if story.is_edited {
        vec![premise(story, words), moved(story, &place, words)]
    } else {
        let [unit, edition] = [&story.unit, &story.edition].map(|text| words.in_language(text));
        let own = decimal(verdict.score, verdict.digits.score, words);
        vec![words.quote_present(unit, place, edition, own)]
    };
    told.extend(rests_on(story, words));
    let warning = warning(story.is_edited, words);
    told.extend(warning.map(|warning| format!("({warning})")));
    told.join(" ")
}

/// "đồng hạng với Yên Bái"; many are counted. `None` where nobody shares the rank.
pub fn tied_with(tied: &[Text], words: &Words) -> Option<String> {
    named_or_counted(tied, words).map(|who| words.tied_with(who))
}

/// "Yên Bái và Huế"; many are counted. `None` without any.
fn named_or_counted(units: &[Text], words: &Words) -> Option<String> {
    match units.len() {
        0 => None,
        1..=UNITS_NAMED => Some(listed(&in_words(units, words), words)),
        many => Some(words.other_units(many)),
    }
}

fn in_words(texts: &[Text], words: &Words) -> Vec<String> {
    let texts = texts.iter().map(|text| words.in_language(text).to_owned());
    texts.collect()
}

/// "a, b và c"
pub fn listed(parts: &[String], words: &Words) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), words.and()),
    }
}

/// "Nếu Hoạt động xã hội số đạt 0,4500 (hiện là 0,3348) và các tỉnh khác cùng thêm 5 điểm thì": all
/// that is supposed.
fn premise(story: &Story, words: &Words) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(story.supposed.iter().take(NAMED).map(|one| {
        let [now, before] = [one.score, one.present].map(|value| score(value, words));
        words.quote_supposed(words.in_language(&one.indicator), now, before)
    }));
    parts.extend(beyond(&story.supposed).map(|rest| words.quote_more(rest)));
    parts.extend((story.assessed > 0).then(|| words.quote_assessed(story.assessed)));
    let others = named_or_counted(&story.others, words);
    parts.extend(others.map(|who| words.quote_others(who)));
    parts.extend(rivals(story.rivals, words));
    parts.extend(story.maxima.iter().take(NAMED).map(|one| {
        let [now, before] = [one.now, one.before].map(|value| whole(value, words));
        words.quote_maximum(words.in_language(&one.indicator), now, before)
    }));
    parts.extend(beyond(&story.maxima).map(|rest| words.quote_more_maxima(rest)));
    if parts.is_empty() {
        words.quote_scenario().to_owned()
    } else {
        words.quote_if(listed(&parts, words))
    }
}

/// How many are not named one by one.
fn beyond<T>(all: &[T]) -> Option<usize> {
    all.len().checked_sub(NAMED).filter(|rest| *rest > 0)
}

fn rivals(rivals: Rivals, words: &Words) -> Option<String> {
    let hundredths = match rivals {
        Rivals::Frozen | Rivals::Gain(0) => return None,
        Rivals::Trend => return Some(words.quote_rivals_trend()),
        Rivals::Gain(hundredths) => hundredths,
    };
    let by = points(Exact::decimal(hundredths, POINTS_DECIMALS).abs(), words);
    Some(if hundredths > 0 {
        words.quote_rivals_gained(by)
    } else {
        words.quote_rivals_lost(by)
    })
}

/// "Bắc Giang từ hạng 9 lên hạng 8/63, tăng 1 bậc; giá trị DTI từ 0,6440 thành 0,6613."
fn moved(story: &Story, place: &str, words: &Words) -> String {
    let verdict = &story.verdict;
    let unit = words.in_language(&story.unit);
    let [before, now] = [verdict.baseline_score, verdict.score]
        .map(|value| decimal(value, verdict.digits.score, words));
    let scores = if verdict.change == Exact::ZERO {
        words.quote_score_kept(now)
    } else {
        words.quote_score_moved(before, now)
    };
    let (from, places) = (verdict.baseline_rank, verdict.places.unsigned_abs());
    match verdict.places {
        0 => words.quote_stayed(unit, place, scores),
        1.. => words.quote_rose(unit, from, place, places, scores),
        _ => words.quote_fell(unit, from, place, places, scores),
    }
}

/// What the result rests on besides: figures that the reader knows, and estimates.
fn rests_on(story: &Story, words: &Words) -> impl Iterator<Item = String> {
    let mut names = in_words(&story.known, words);
    let rest = beyond(&names);
    names.truncate(NAMED);
    names.extend(rest.map(|rest| words.quote_known_more(rest)));
    let known = (!names.is_empty()).then(|| words.quote_known(listed(&names, words)));
    let is_estimated = story.verdict.estimated;
    let estimated = is_estimated.then(|| words.quote_estimated().to_owned());
    known.into_iter().chain(estimated)
}

#[cfg(test)]
mod tests {
    use super::{NewMaximum, Story, Supposed, quote, tied_with};
    use crate::numbers::change;
    use crate::{Words, status, to_next_above};
    use dti_engine::calculator::{Neighbour, Verdict};
    use dti_engine::model::{Digits, Exact, Provenance, Rivals, Text};
    use dti_formats::link::Language;

    fn in_vi() -> Words {
        Words::plain(Language::Vi)
    }

    fn in_en() -> Words {
        Words::plain(Language::En)
    }

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
        }
    }

    #[test]
    fn the_story_of_a_rise_can_be_quoted() {
        assert_eq!(
            quote(&story(), &in_vi()),
            "Nếu Hoạt động xã hội số đạt 0,4500 (hiện là 0,3348) thì Bắc Giang từ hạng 9 lên hạng \
             8/63, tăng 1 bậc; giá trị DTI từ 0,6440 thành 0,6613. (Mô phỏng, không phải số liệu \
             chính thức.)"
        );
        assert!(quote(&story(), &in_en()).starts_with(
            "If Digital society activity were 0.4500 (now 0.3348), Bac Giang would rise 1 place, \
             from rank 9 to 8/63; its score would go from 0.6440 to 0.6613. (Simulation"
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
        let vi = quote(&story, &in_vi());
        for said in [
            "Nếu Hoạt động xã hội số đạt 0,4500 (hiện là 0,3348), 2 giá trị trong phiếu điểm chi \
             tiết được công nhận, Huế đổi như giả định, các tỉnh khác cùng thêm 5 điểm và điểm tối \
             đa của Hoạt động kinh tế số là 200 thay cho 150 thì Bắc Giang từ hạng 9",
            " Có dùng số do người tính cho biết: Nhận thức số. Kết quả dựa vào chỉ số ước tính. (Mô",
        ] {
            assert!(vi.contains(said), "{vi}");
        }
        let en = quote(&story, &in_en());
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
        let vi = quote(&story, &in_vi());
        assert!(vi.starts_with("Nếu các tỉnh khác tăng giảm như năm trước thì Bắc Giang từ"));
        story.rivals = Rivals::Gain(-150);
        let vi = quote(&story, &in_vi());
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
        let vi = quote(&story, &in_vi());
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
        assert_eq!(tied_with(&[], &in_vi()), None);
        let said = |count: usize, words: &Words| tied_with(&names[..count], words).unwrap();
        assert_eq!(said(1, &in_vi()), "đồng hạng với Yên Bái");
        assert_eq!(said(2, &in_en()), "tied with Yen Bai and Hue");
        assert_eq!(said(3, &in_vi()), "đồng hạng với 3 tỉnh khác");
        let mut story = story();
        story.tied = names[..1].to_vec();
        assert!(
            quote(&story, &in_vi()).contains("lên hạng 8/63 (đồng hạng với Yên Bái), tăng 1 bậc")
        );
    }

    #[test]
    fn the_published_state_is_no_simulation() {
        let mut story = story();
        story.is_edited = false;
        story.supposed.clear();
        story.verdict.rank = 9;
        let said = quote(&story, &in_vi());
        assert!(said.starts_with("Bắc Giang xếp hạng 9/63 trong DTI 2022, giá trị 0,6613."));
        assert!(!said.contains("Mô phỏng"));
        let words = in_vi().with_provenance(Provenance::PartlyLoaded);
        let said = quote(&story, &words);
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
        let mut above = story.verdict.above.unwrap();
        (above.points, above.decimals) = (Exact::decimal(4, 6), digits.points);
        let said = to_next_above(&above, &text("Bắc Ninh", "Bac Ninh"), &in_vi());
        assert!(said.contains("0,000004 điểm"), "{said}");
        assert!(quote(&story, &in_vi()).contains("0,661300"));
    }

    #[test]
    fn the_status_is_short() {
        assert_eq!(
            status(&story().verdict, &story().unit, &in_vi()),
            "Bắc Giang: hạng 9 → 8, giá trị 0,6613"
        );
        assert_eq!(change(story().verdict.change, &in_en()), "+0.0173");
    }
}
