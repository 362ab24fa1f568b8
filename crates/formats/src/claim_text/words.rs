//! What the words of a claim mean, as newspapers write it: folded, in Vietnamese and English.

use dti_engine::calculator::{Stated, Turn};

/// A meaning in a claim.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Item {
    /// A rank, or the places that it is counted in.
    Rank,
    /// What stands right before the number of a rank.
    Stand,
    /// A rank in one word, as the first.
    RankIs(u32),
    /// A score.
    Score,
    /// Which way.
    Turn(Turn),
    /// A number.
    Number(Stated),
    /// Before what was.
    From,
    /// Before what became of it.
    To,
    /// Before the number of all units.
    Of,
    /// Before the reason.
    Thanks,
    /// A main indicator, by its place among them.
    Indicator(usize),
    /// Says nothing of its own.
    Filler,
    /// Something that was not understood: what stands before and behind does not belong together.
    Gap,
}

/// Most words of a phrase.
pub(super) const LONGEST: usize = 5;

const ROSE: Item = Item::Turn(Turn::Rose);
const FELL: Item = Item::Turn(Turn::Fell);
const STAYED: Item = Item::Turn(Turn::Stayed);

/// Phrases by meaning, set apart by `|`.
const PHRASES: [(&str, Item); 24] = [
    (
        "bac|hang|thu hang|vi tri|rank|ranking|place|places|position|positions|spot|spots",
        Item::Rank,
    ),
    (
        "thu|dung thu|dung hang|dung hang thu|dung o vi tri thu|dung vi tri thu|o vi tri thu",
        Item::Stand,
    ),
    (
        "xep thu|xep hang|xep hang thu|xep vi tri thu|xep o vi tri thu|vi tri thu|hang thu",
        Item::Stand,
    ),
    (
        "ranked|ranks|ranking at|stands|stood|came|finished|no|number",
        Item::Stand,
    ),
    (
        "dung dau|dan dau|dung nhat|thu nhat|xep thu nhat|hang nhat|first|first place|tops|topped",
        Item::RankIs(1),
    ),
    (
        "thu nhi|thu hai|dung thu hai|dung thu nhi|xep thu hai|xep thu nhi|hang nhi|second",
        Item::RankIs(2),
    ),
    (
        "thu ba|dung thu ba|xep thu ba|hang ba|third",
        Item::RankIs(3),
    ),
    ("thu tu|dung thu tu|xep thu tu|fourth", Item::RankIs(4)),
    ("thu nam|dung thu nam|xep thu nam|fifth", Item::RankIs(5)),
    (
        "diem|diem so|gia tri|gia tri dti|diem dti|score|scores|points|value",
        Item::Score,
    ),
    (
        "tang|len|tang len|vuon len|vuot len|leo len|nhay len|nhay|leo|cai thien",
        ROSE,
    ),
    (
        "rose|rises|up|gained|gains|climbed|climbs|improved|improves|jumped|jumps|moved up",
        ROSE,
    ),
    ("increased|increases|advanced|advances|rise|higher", ROSE),
    (
        "giam|xuong|giam xuong|tut|tut xuong|tut hang|roi|roi xuong|sut|sut giam",
        FELL,
    ),
    (
        "fell|falls|down|dropped|drops|lost|loses|slipped|slips|declined|declines|lower|fall",
        FELL,
    ),
    (
        "giu nguyen|giu vung|giu|khong doi|khong thay doi|duy tri|van giu",
        STAYED,
    ),
    (
        "unchanged|stayed|stays|kept|keeps|remained|remains|held|holds|same",
        STAYED,
    ),
    ("tu|from", Item::From),
    ("den|toi|to|at", Item::To),
    (
        "tren|trong|trong so|trong tong so|tren tong so|of|out of|among",
        Item::Of,
    ),
    (
        "nho|nho co|nho vao|do|vi|thanks to|because of|due to|driven by|owing to",
        Item::Thanks,
    ),
    (
        "tinh|thanh|pho|thanh pho|tp|tinh thanh|tinh thanh pho|dia phuong|ca nuoc|toan quoc|va|voi|cua|ve|o|khi|da|dat|duoc|nam|theo|bang|bang xep hang|chi so|dti|chi so dti|chuyen doi so|chi so chuyen doi so|so voi|nam truoc|so voi nam truoc|them|con|thi|la|nay|xep",
        Item::Filler,
    ),
    (
        "nhung|ma|tuy|du|lai|van|tuy nhien|trong khi|so|chi so chinh|hoat dong|viec",
        Item::Filler,
    ),
    (
        "the|a|an|and|but|with|its|it|in|on|by|with a|was|is|has|while|though|although|province|provinces|city|cities|th|st|nd|rd|index|year|yet|compared with|compared to|than|s",
        Item::Filler,
    ),
];

/// What these words mean together; the indicators of a framework by their names.
pub(super) fn meaning(words: &str, indicators: &[Vec<String>]) -> Option<Item> {
    let named = indicators
        .iter()
        .position(|names| names.iter().any(|name| name == words));
    let listed = PHRASES
        .iter()
        .find(|(all, _)| all.split('|').any(|own| own == words));
    named
        .map(Item::Indicator)
        .or_else(|| listed.map(|(_, item)| *item))
}

/// The ways in which people name an indicator, folded: `hoat dong kinh te so`, `kinh te so`, `kinh te`.
pub(super) fn indicator_names(folded: &str) -> Vec<String> {
    let mut names = vec![folded.to_owned()];
    let mut bare = folded;
    for begin in ["hoat dong ", "digital "] {
        bare = bare.strip_prefix(begin).unwrap_or(bare);
        names.push(bare.to_owned());
    }
    for end in [" activity", " so"] {
        bare = bare.strip_suffix(end).unwrap_or(bare);
        names.push(bare.to_owned());
        names.push(format!("digital {bare}"));
    }
    names
}
