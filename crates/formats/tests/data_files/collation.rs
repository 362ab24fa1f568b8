//! The Vietnamese dictionary order, spelt out: letters first, tones only between equal letters.

const LETTERS: [&str; 25] = [
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "b",
    "c",
    "d",
    "đ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "g",
    "h",
    "iìỉĩíị",
    "k",
    "l",
    "m",
    "n",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "p",
    "q",
    "r",
    "s",
    "t",
    "uùủũúụ",
];
const LAST_LETTERS: [&str; 4] = ["ưừửữứự", "v", "x", "yỳỷỹýỵ"];

/// What a name is sorted by: its letters (a gap between words sorts before any), then its tones.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SortKey {
    letters: Vec<usize>,
    tones: Vec<usize>,
}

/// The key of a name, or the character that is no Vietnamese letter.
pub(crate) fn sort_key(name: &str) -> Result<SortKey, char> {
    let mut key = SortKey {
        letters: Vec::new(),
        tones: Vec::new(),
    };
    for character in name.to_lowercase().chars() {
        if character == ' ' || character == '-' {
            if key.letters.last() != Some(&0) {
                key.letters.push(0);
            }
            continue;
        }
        let (letter, tone) = place_of(character).ok_or(character)?;
        key.letters.push(letter + 1);
        key.tones.push(tone);
    }
    Ok(key)
}

/// The letter's place in the alphabet and the tone's place: ngang, huyền, hỏi, ngã, sắc, nặng.
fn place_of(character: char) -> Option<(usize, usize)> {
    let mut alphabet = LETTERS.iter().chain(&LAST_LETTERS).enumerate();
    alphabet.find_map(|(letter, with_tones)| {
        let tone = with_tones.chars().position(|spelt| spelt == character)?;
        Some((letter, tone))
    })
}

#[test]
fn names_sort_as_in_a_vietnamese_dictionary() {
    let sorted = [
        "Bạc Liêu",
        "Bắc Giang",
        "Bình Dương",
        "Bình Định",
        "Đà Nẵng",
        "Hà Nội",
        "Hải Phòng",
    ];
    let keys: Vec<_> = sorted.iter().map(|name| sort_key(name)).collect();
    assert!(keys.iter().all(Result::is_ok), "{keys:?}");
    assert!(keys.is_sorted(), "{keys:?}");
    assert!(sort_key("la") < sort_key("là") && sort_key("là") < sort_key("lan"));
    assert_eq!(sort_key("Huế w"), Err('w'));
}
