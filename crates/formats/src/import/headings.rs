//! What a column is, by its heading: Vietnamese and English, with or without diacritics, numbers,
//! years, remarks in brackets and line breaks.

use super::heading_words::{
    AROUND, BESIDE_VALUES, COMPONENTS, CONTAINED, RESULTS, SCORECARD, SHORT_NAMES, Spelled, VAGUE,
    has,
};
use super::unit_names::is_same_name;
use super::years::year_of;
use crate::folding::fold;
use dti_engine::model::{Framework, Level};
use serde::{Deserialize, Serialize};

/// What kind of table is read: a word may mean different things in each.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum TableKind {
    /// Number, name, max points, rule.
    Components,
    /// One unit's values by component.
    Scorecard,
    /// Both at once: a list with one unit's values.
    ListAndCard,
    /// Units by indicators.
    Results,
}

/// What a column holds.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
pub enum Meaning {
    /// Nothing that is read.
    #[default]
    Ignored,
    /// The number of an indicator: `1.3`.
    Number,
    /// The id of an indicator.
    Id,
    /// A name in Vietnamese.
    Name,
    /// A name in English.
    EnglishName,
    /// The main indicator above.
    Parent,
    /// Max points.
    MaxPoints,
    /// How a component is scored.
    Rule,
    /// Self-assessed.
    Own,
    /// Reviewed for the first time.
    Reviewed,
    /// Explained by the unit.
    Explained,
    /// Verified.
    Verified,
    /// What if.
    WhatIf,
    /// A unit's name, id or code.
    Unit,
    /// A unit's code, beside its name.
    Code,
    /// The year of a row.
    Year,
    /// Rank by the total.
    Rank,
    /// The total score.
    Total,
    /// The score of the main indicator with this id.
    Score(String),
}

impl Meaning {
    /// The meanings that a column of a kind of table may have, in the order of a form.
    pub fn all(kind: TableKind, framework: &Framework) -> Vec<Self> {
        let mut all = vec![Self::Ignored];
        match kind {
            TableKind::Components => all.extend([
                Self::Number,
                Self::Name,
                Self::MaxPoints,
                Self::Rule,
                Self::Parent,
                Self::EnglishName,
                Self::Id,
            ]),
            TableKind::Scorecard => all.extend([
                Self::Number,
                Self::Id,
                Self::Name,
                Self::Own,
                Self::Reviewed,
                Self::Explained,
                Self::Verified,
                Self::WhatIf,
                Self::MaxPoints,
            ]),
            TableKind::ListAndCard => {
                for kind in [TableKind::Components, TableKind::Scorecard] {
                    let new = Self::all(kind, framework).into_iter();
                    let new: Vec<Self> = new.filter(|own| !all.contains(own)).collect();
                    all.extend(new);
                }
            }
            TableKind::Results => {
                all.extend([Self::Unit, Self::Code, Self::Year, Self::Rank, Self::Total]);
                let mains = framework.mains();
                all.extend(mains.map(|node| Self::Score(framework.indicator(node).id.clone())));
            }
        }
        all
    }
}

/// Longest heading, in bytes, that is compared with what is known.
const LONGEST: usize = 240;

/// How sure a heading is: where two columns claim one meaning, the surer one has it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Sureness {
    /// A short name, or a word inside the heading.
    Likely,
    /// The name itself.
    Sure,
}

/// What a heading means in a kind of table; `None` where it says nothing known.
///
/// ```
/// use dti_formats::{Meaning, TableKind, recognise};
/// let catalogue = dti_formats::official_catalogue()?;
/// let framework = catalogue.edition("2022").expect("on file").framework();
/// let meaning = |heading| recognise(heading, TableKind::Results, framework);
/// assert_eq!(meaning("XẾP HẠNG"), Some(Meaning::Rank));
/// assert_eq!(meaning("3. Ha tang so (100)"), Some(Meaning::Score("infrastructure".into())));
/// # Ok::<(), dti_formats::FileError>(())
/// ```
pub fn recognise(heading: &str, kind: TableKind, framework: &Framework) -> Option<Meaning> {
    understand(heading, kind, framework).map(|(meaning, _)| meaning)
}

pub(super) fn understand(
    heading: &str,
    kind: TableKind,
    framework: &Framework,
) -> Option<(Meaning, Sureness)> {
    // Most cells of a table are figures or sentences; every cell of the first rows is asked.
    if heading.len() > LONGEST || !heading.chars().any(char::is_alphabetic) {
        return None;
    }
    whole(heading, kind, framework).or_else(|| reduced(heading, kind, framework))
}

/// What a heading of several parts means, such as `Hạng / Rank`: what all of them mean. In a list
/// whose main indicators have rows of their own `Chỉ số chính/Chỉ số thành phần` holds names.
fn reduced(heading: &str, kind: TableKind, framework: &Framework) -> Option<(Meaning, Sureness)> {
    let parts = heading.split(['/', '|', '\n']);
    let parts = parts.filter(|part| part.chars().any(char::is_alphabetic));
    let known: Vec<Meaning> = parts
        .map(|part| whole(part, kind, framework).map(|(meaning, _)| meaning))
        .collect::<Option<_>>()?;
    let meaning = match known.as_slice() {
        [first, rest @ ..] if rest.iter().all(|other| other == first) => first,
        [Meaning::Parent, Meaning::Name] => &Meaning::Name,
        _ => return None,
    };
    Some((meaning.clone(), Sureness::Likely))
}

/// What a heading means as one.
fn whole(heading: &str, kind: TableKind, framework: &Framework) -> Option<(Meaning, Sureness)> {
    let heading = &apart(heading);
    let written = fold(heading);
    let plain = without_numbers(&without_brackets(heading));
    let dated = without_years(&plain);
    let forms = [written.as_str(), plain.as_str(), dated.as_str()];
    let forms = forms.into_iter().filter(|form| !form.is_empty());
    forms
        .clone()
        .find_map(|form| spelled(form, kind))
        .or_else(|| match kind {
            TableKind::Results if is_rank(&written) => None,
            TableKind::Results => forms.clone().find_map(|form| main(form, framework)),
            TableKind::Scorecard | TableKind::ListAndCard => forms.clone().find_map(contained),
            TableKind::Components => None,
        })
}

fn spelled(form: &str, kind: TableKind) -> Option<(Meaning, Sureness)> {
    let tables: &[&[Spelled]] = match kind {
        TableKind::Components => &[&COMPONENTS],
        TableKind::Scorecard | TableKind::ListAndCard => &[&SCORECARD, &COMPONENTS],
        TableKind::Results => &[&RESULTS],
    };
    let mut all = tables.iter().flat_map(|table| table.iter());
    let (meaning, _) = all.find(|(_, words)| has(words, form))?;
    let is_vague = has(VAGUE, form);
    // Bare points of a scorecard may be the maximum or any of the three values.
    if is_vague && kind != TableKind::Components && *meaning == Meaning::MaxPoints {
        return None;
    }
    let sureness = if is_vague {
        Sureness::Likely
    } else {
        Sureness::Sure
    };
    Some((meaning.clone(), sureness))
}

/// The rank by one indicator: such a column holds no score.
fn is_rank(form: &str) -> bool {
    let words = ["xep hang", "thu hang", "hang", "rank"];
    words
        .iter()
        .any(|word| form.starts_with(word) || form.ends_with(word))
}

/// Longer headings of a scorecard: `Điểm tự đánh giá của tỉnh`. One that speaks of points is surer than
/// one of figures, `Số liệu tự đánh giá`; what explains them is no value.
fn contained(form: &str) -> Option<(Meaning, Sureness)> {
    let has = |word: &&str| form.contains(word);
    if BESIDE_VALUES.iter().any(has) {
        return None;
    }
    let (_, meaning) = CONTAINED.iter().find(|(word, _)| has(word))?;
    let sureness = match ["diem", "points"].iter().any(has) {
        true => Sureness::Sure,
        false => Sureness::Likely,
    };
    Some((meaning.clone(), sureness))
}

/// The main indicator that a heading names.
fn main(form: &str, framework: &Framework) -> Option<(Meaning, Sureness)> {
    let bare = without_around(form);
    let found = framework.nodes().find_map(|node| {
        let indicator = framework.indicator(node);
        if indicator.level != Level::Main || !indicator.scored {
            return None;
        }
        let own = [&indicator.id, &indicator.name.vi, &indicator.name.en];
        if own.iter().any(|name| fold(name) == form) {
            return Some((indicator.id.clone(), Sureness::Sure));
        }
        let short = SHORT_NAMES.iter().find(|(id, _)| *id == indicator.id);
        let short = short.map_or("", |(_, names)| *names);
        let is_likely = own
            .iter()
            .any(|name| is_same_name(without_around(&fold(name)), bare))
            || has(short, form)
            || has(short, bare);
        is_likely.then(|| (indicator.id.clone(), Sureness::Likely))
    });
    let (id, sureness) = found?;
    Some((Meaning::Score(id), sureness))
}

/// Words that were run together, apart: `HạTầngSố`.
fn apart(heading: &str) -> String {
    let mut text = String::with_capacity(heading.len());
    let mut was_small = false;
    for letter in heading.chars() {
        if was_small && letter.is_uppercase() {
            text.push(' ');
        }
        was_small = letter.is_lowercase();
        text.push(letter);
    }
    text
}

fn without_brackets(heading: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::new();
    for letter in heading.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            letter if depth == 0 => kept.push(letter),
            _ => {}
        }
    }
    fold(&kept)
}

/// Without a number in front: `3.`, `III.`
fn without_numbers(form: &str) -> String {
    let is_number = |word: &str| {
        let roman = word.chars().all(|letter| "ivx".contains(letter));
        word.chars().all(|letter| letter.is_ascii_digit()) || roman
    };
    let words = form.split(' ').skip_while(|word| is_number(word));
    words.collect::<Vec<_>>().join(" ")
}

fn without_years(form: &str) -> String {
    let is_year = |word: &str| word == "nam" || year_of(word).is_some();
    let words = form.split(' ').filter(|word| !is_year(word));
    words.collect::<Vec<_>>().join(" ")
}

pub(super) fn without_around(form: &str) -> &str {
    let mut form = form;
    for word in AROUND.split('|') {
        let rest = form
            .strip_prefix(word)
            .and_then(|rest| rest.strip_prefix(' '));
        form = rest.unwrap_or(form);
        let rest = form
            .strip_suffix(word)
            .and_then(|rest| rest.strip_suffix(' '));
        form = rest.unwrap_or(form);
    }
    form
}

#[cfg(test)]
mod tests {
    use super::{Meaning, TableKind, recognise};

    #[track_caller]
    fn expect(kind: TableKind, meaning: &Meaning, headings: &[&str]) {
        let catalogue = crate::official_catalogue().unwrap();
        let framework = catalogue.edition("2022").unwrap().framework();
        for heading in headings {
            let found = recognise(heading, kind, framework);
            assert_eq!(found.as_ref(), Some(meaning), "{heading}");
        }
    }

    #[test]
    fn headings_of_results_in_many_spellings() {
        let kind = TableKind::Results;
        expect(
            kind,
            &Meaning::Unit,
            &[
                "Tỉnh/thành phố",
                "TINH THANH PHO",
                "Địa phương",
                "Tỉnh, thành",
                "Province/City",
                "Tên tỉnh",
                "TenTinh",
                "ten_tinh_thanh_pho",
                "Địa phương / Province",
            ],
        );
        expect(
            kind,
            &Meaning::Rank,
            &[
                "Hạng",
                "Xếp hạng",
                "Xếp\nhạng",
                "RANK",
                "Xếp hạng năm 2022",
                "Thứ hạng (2022)",
                "XepHang",
                "xephang",
                "Hạng/Rank",
            ],
        );
        expect(
            kind,
            &Meaning::Total,
            &[
                "Giá trị DTI",
                "DTI 2022",
                "Điểm",
                "Total score",
                "gia tri dti 2023",
                "Tổng điểm (1000)",
                "DTI_Tong",
                "TongDiem",
                "DTI 2022\nTotal score",
            ],
        );
        expect(kind, &Meaning::Ignored, &["TT", "STT"]);
        let score = |id: &str| Meaning::Score(id.to_owned());
        expect(
            kind,
            &score("awareness"),
            &[
                "Nhận thức số",
                "1. Nhận thức số",
                "Chỉ số Nhận thức số",
                "awareness",
                "Digital awareness",
                "Điểm nhận thức số",
                "NHAN THUC SO (100 điểm)",
            ],
        );
        expect(
            kind,
            &score("security"),
            &[
                "An toàn thông tin mạng",
                "An toàn\nthông tin",
                "ATTT",
                "Cyber security",
            ],
        );
        expect(
            kind,
            &score("government"),
            &[
                "Hoạt động chính quyền số",
                "Chính quyền số",
                "VI. Hoạt động chính quyền số",
                "Digital government activity",
                "ChinhQuyenSo",
                "chinhquyenso",
                "DiemChinhQuyenSo",
                "Chính quyền số/Digital government",
            ],
        );
        expect(
            kind,
            &score("economy"),
            &["Kinh tế số", "Hoat dong kinh te so", "economy"],
        );
        expect(
            kind,
            &score("society"),
            &["Xã hội số", "Hoạt động xã hội số"],
        );
    }

    #[test]
    fn ranks_of_indicators_and_other_words_are_nothing() {
        let catalogue = crate::official_catalogue().unwrap();
        let framework = catalogue.edition("2022").unwrap().framework();
        for heading in [
            "Xếp hạng chính quyền số",
            "XepHangChinhQuyenSo",
            "Kinh tế số / Xã hội số",
            "Kinh tế số (hạng)",
            "Ghi chú",
            "",
            "Vùng",
            "(1)",
            "2022",
        ] {
            let found = recognise(heading, TableKind::Results, framework);
            let is_score = matches!(found, Some(Meaning::Score(_)));
            assert!(!is_score, "{heading}: {found:?}");
        }
    }

    #[test]
    fn headings_of_lists_and_scorecards() {
        let kind = TableKind::Components;
        expect(
            kind,
            &Meaning::Number,
            &["TT", "STT", "Số", "Mã chỉ số", "No."],
        );
        expect(
            kind,
            &Meaning::MaxPoints,
            &["Điểm tối đa", "ĐIỂM", "Max points", "Thang điểm"],
        );
        expect(
            kind,
            &Meaning::Name,
            &[
                "Tên chỉ số",
                "Chỉ số thành phần",
                "Chỉ số/tiêu chí",
                "Chỉ số chính/Chỉ số thành phần",
                "Name",
            ],
        );
        expect(
            kind,
            &Meaning::Rule,
            &[
                "Cách tính điểm",
                "Quy tắc",
                "Cách xác định và tính điểm",
                "Rule",
            ],
        );
        let kind = TableKind::Scorecard;
        expect(
            kind,
            &Meaning::Own,
            &["Tự đánh giá", "Điểm tự đánh giá của tỉnh", "Self-assessed"],
        );
        expect(
            kind,
            &Meaning::Verified,
            &["Thẩm định", "Điểm thẩm định", "Verified"],
        );
        expect(kind, &Meaning::WhatIf, &["Giả định", "What if"]);
        expect(
            kind,
            &Meaning::Reviewed,
            &["Thẩm định lần 1", "Điểm thẩm định sơ bộ", "First review"],
        );
        expect(
            kind,
            &Meaning::Explained,
            &["Giải trình", "Điểm sau giải trình", "Explained"],
        );
        expect(
            kind,
            &Meaning::Verified,
            &[
                "Kết quả thẩm định lần 2",
                "Điểm kết quả",
                "Thẩm định lần cuối",
            ],
        );
        let catalogue = crate::official_catalogue().unwrap();
        let framework = catalogue.edition("2022").unwrap().framework();
        for other in [
            "Điểm",
            "Tài liệu minh chứng tự đánh giá",
            "Ý kiến thẩm định",
        ] {
            assert_eq!(recognise(other, kind, framework), None, "{other}");
        }
    }
}
