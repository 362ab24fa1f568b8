//! What happens to a link on its way from one reader to the next: escaped once more, wrapped, put
//! between quotes, ended by a full stop, cut. What has one meaning left is put right; where a figure
//! could come out wrong, the text stays as it is, so that who reads it refuses it.

use super::VIEW_KEYS;
use super::escape::decode;

/// The keys with a meaning of their own; those of the view come besides.
const KEYS: [&str; 13] = [
    "v", "e", "u", "s", "c", "w", "r", "t", "d", "seed", "own", "lang", "theme",
];
/// Keys with several entries, so that a comma at the end is no punctuation.
const LISTS: [&str; 2] = ["s", "w"];
/// Keys whose numbers may have decimals.
const DECIMAL: [&str; 2] = ["s", "r"];
/// The view's own keys whose value is a word.
const WORDS: [&str; 3] = ["panel", "from", "to"];
/// What is left of an escaped `&` before a key: `&amp;amp;u`, `&#38;u`.
const DEBRIS: [&str; 5] = ["amp;", "amp", "38;", "038;", "x26;"];
/// What ends a link in a sentence and no value. A colon and a hyphen are not here: a link that ends
/// so is cut.
const CLOSERS: &str = ")]}>\"'`*!?;”’»";
/// As often as a whole link may have been escaped.
const MOST_ESCAPES: usize = 3;
/// What a notice repeats of the end of a link.
const END_SHOWN: usize = 24;

/// Keys and values, and the end of a link that seems cut.
#[derive(Debug)]
pub(super) struct Mended {
    pub(super) pairs: Vec<(String, String)>,
    pub(super) cut: Option<String>,
}

impl Mended {
    /// A text as the page wrote it.
    pub(super) fn untouched(text: &str) -> Self {
        let pairs = text.split('&').filter(|pair| !pair.is_empty());
        let pairs = pairs.map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(key), decode(value))
        });
        Self {
            pairs: pairs.collect(),
            cut: None,
        }
    }
}

/// Takes a fragment apart, whatever happened to it. What [`write`](super::write) made comes out as
/// it went in.
pub(super) fn mended(text: &str) -> Mended {
    let mut text = text.replace("\\u0026", "&");
    for _ in 0..MOST_ESCAPES {
        // Every link has a `=`: without one it was escaped as a whole.
        if text.contains('=') || !text.contains('%') {
            break;
        }
        text = decode(&text);
    }
    let mut pairs = Vec::new();
    for pair in pairs_of(&text) {
        take_apart(pair, &mut pairs);
    }
    let last = pairs_of(&text).last().unwrap_or_default();
    let ends_in_pair = last.contains('=') || last.to_ascii_lowercase().contains("%3d");
    if let Some((key, value)) = pairs.last_mut().filter(|_| ends_in_pair) {
        *value = without_closers(key, value);
    }
    let is_cut = ends_open(&text, last, ends_in_pair) || lacks_behind(&pairs);
    Mended {
        cut: (is_cut && !pairs.is_empty()).then(|| end_of(&text)),
        pairs,
    }
}

fn pairs_of(text: &str) -> impl Iterator<Item = &str> {
    // A second `#` stands where a link was put together from parts.
    text.split(['&', '#']).filter(|pair| !pair.is_empty())
}

/// One pair, or several whose separators were escaped.
fn take_apart(pair: &str, pairs: &mut Vec<(String, String)>) {
    let escaped = || {
        let at = pair.to_ascii_lowercase().find("%3d")?;
        let (key, value) = pair.split_at_checked(at)?;
        Some((key, value.get(3..)?))
    };
    let (key, raw) = pair.split_once('=').or_else(escaped).unwrap_or((pair, ""));
    let Some(key) = known(&decode(key)) else {
        return;
    };
    let value = decode(raw);
    // A value of the view may hold anything, escaped.
    let is_free = VIEW_KEYS.contains(&key) && !raw.contains('=');
    let mut parts = match is_free {
        true => vec![value.as_str()],
        false => value.split(['&', '#']).collect(),
    }
    .into_iter();
    let own = parts.next().unwrap_or_default();
    let own = match VIEW_KEYS.contains(&key) {
        true => own.to_owned(),
        false => clean(own),
    };
    pairs.push((key.to_owned(), own));
    for part in parts.filter(|part| !part.is_empty()) {
        take_apart(part, pairs);
    }
}

/// The key that is meant.
fn known(key: &str) -> Option<&'static str> {
    let seen = |c: &char| !is_unseen(*c) && !c.is_whitespace();
    let key: String = key.chars().filter(seen).collect();
    let key = key.to_ascii_lowercase();
    let mut rest = key.as_str();
    loop {
        rest = rest.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
        let mut keys = KEYS.into_iter().chain(VIEW_KEYS);
        if let Some(own) = keys.find(|own| *own == rest) {
            return Some(own);
        }
        rest = DEBRIS.iter().find_map(|debris| rest.strip_prefix(debris))?;
    }
}

/// A value without what nobody sees, with the hyphens that were meant, and without space where a
/// value has none.
fn clean(value: &str) -> String {
    let seen: Vec<char> = value
        .chars()
        .filter(|c| !is_unseen(*c))
        .map(|c| if is_dash(c) { '-' } else { c })
        .collect();
    let mut cleaned = String::new();
    let mut rest = seen.as_slice();
    while let Some((&c, behind)) = rest.split_first() {
        let spaces = rest.iter().take_while(|c| c.is_whitespace());
        let (length, is_wrapped) = spaces.fold((0, false), |(length, is_wrapped), c| {
            (length + 1, is_wrapped || matches!(c, '\n' | '\r'))
        });
        if length == 0 {
            cleaned.push(c);
            rest = behind;
            continue;
        }
        rest = rest.get(length..).unwrap_or_default();
        let around = [cleaned.chars().next_back(), rest.first().copied()];
        if !may_close_up(around, is_wrapped) {
            cleaned.push(' ');
        }
    }
    cleaned
}

/// Whether nothing else can be meant without the space between two characters: never within a
/// number, where it may as well be the end of it.
fn may_close_up(around: [Option<char>; 2], is_wrapped: bool) -> bool {
    let [Some(before), Some(behind)] = around else {
        return true;
    };
    let is_mark = |c: char| ".:,-".contains(c);
    match before.is_ascii_digit() && behind.is_ascii_digit() {
        true => false,
        false => is_wrapped || is_mark(before) || is_mark(behind),
    }
}

/// What takes no place: zero-width characters, soft hyphens, marks of direction.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// What programs put in the place of a hyphen.
fn is_dash(c: char) -> bool {
    matches!(
        c,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// The last value without what belongs to the sentence around the link.
fn without_closers(key: &str, value: &str) -> String {
    if VIEW_KEYS.contains(&key) && !WORDS.contains(&key) {
        return value.to_owned();
    }
    let mut rest = value;
    let may_be_cut =
        |before: &str| before.ends_with('.') || (DECIMAL.contains(&key) && is_whole(before));
    while let Some(last) = rest.chars().next_back() {
        let before = rest.strip_suffix(last).unwrap_or_default();
        let goes = match last {
            ',' => !LISTS.contains(&key),
            // Two of them, or one behind a whole number, and a figure may be cut.
            '.' => !may_be_cut(before),
            other => CLOSERS.contains(other) || other.is_whitespace(),
        };
        if !goes {
            break;
        }
        rest = before;
    }
    rest.to_owned()
}

/// Whether it ends in a number that has no decimals yet.
fn is_whole(value: &str) -> bool {
    let number = value.rsplit(':').next().unwrap_or_default();
    number.ends_with(|c: char| c.is_ascii_digit()) && !number.contains('.')
}

/// Whether a text ends where a pair begins, or within a key.
fn ends_open(text: &str, last: &str, ends_in_pair: bool) -> bool {
    let last = last.to_ascii_lowercase();
    let begun = KEYS
        .into_iter()
        .chain(VIEW_KEYS)
        .chain(["amp;", "amp;amp;"]);
    let is_begun = begun.into_iter().any(|key| key.starts_with(&last));
    text.ends_with('&') || (!ends_in_pair && is_begun)
}

/// Whether something has to come behind these pairs: an entry of a list, or the unit that every page
/// writes behind version and edition.
fn lacks_behind(pairs: &[(String, String)]) -> bool {
    let keys: Vec<&str> = pairs.iter().map(|(key, _)| key.as_str()).collect();
    let is_list_open = pairs.last().is_some_and(|(key, value)| {
        LISTS.contains(&key.as_str()) && (value.is_empty() || value.ends_with(','))
    });
    is_list_open || matches!(keys[..], ["v"] | ["v", "e"])
}

fn end_of(text: &str) -> String {
    let text = decode(text);
    let shown: Vec<char> = text.chars().filter(|c| !c.is_control()).collect();
    let from = shown.len().saturating_sub(END_SHOWN);
    shown.into_iter().skip(from).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Link, Notice, read};
    use dti_engine::model::Rivals;

    const WHOLE: &str = "e=2022&u=bac-giang&s=bac-giang.society:0.45&r=gain:5";

    #[track_caller]
    fn expect_mended(damaged: &str, meant: &str) {
        let (wanted, notices) = read(meant);
        assert_eq!(notices, [], "{meant}");
        assert_eq!(read(damaged), (wanted, Vec::new()), "{damaged}");
    }

    /// What is said of it; nothing of what it says may be another figure than meant.
    #[track_caller]
    fn expect_said(damaged: &str) -> Link {
        let (link, notices) = read(damaged);
        assert!(!notices.is_empty(), "{damaged}: {link:?}");
        link
    }

    #[test]
    fn escaped_separators_are_separators() {
        for between in [
            "&amp;",
            "&amp;amp;",
            "&amp",
            "&#38;",
            "&#038;",
            "&#x26;",
            "%26",
            "%26amp;",
            "%26amp%3B",
            "&AMP;",
            "\\u0026",
            "&#38;amp;",
            "#",
            "&&",
        ] {
            expect_mended(&WHOLE.replace('&', between), WHOLE);
            expect_mended(&format!("#{}", WHOLE.replace('&', between)), WHOLE);
        }
        let mut whole = WHOLE.to_owned();
        for _ in 0..3 {
            let escape = |c: char| match c {
                '&' | '=' | '%' | ':' | '#' => format!("%{:02X}", c as u32),
                other => other.to_string(),
            };
            whole = whole.chars().map(escape).collect();
            expect_mended(&whole, WHOLE);
            expect_mended(&format!("%23{whole}"), WHOLE);
        }
        expect_mended(&WHOLE.replace('=', "%3D"), WHOLE);
        expect_mended(&WHOLE.replace('=', "%3d").replace('&', "&amp;"), WHOLE);
        expect_mended(&WHOLE.replace('&', "%26").replacen("%3D", "=", 1), WHOLE);
    }

    #[test]
    fn what_stands_around_a_link_is_left_out() {
        for before in [
            "#", "##", "%23", "#%23", "/", "?", "!", "#/?", "\"", "%22", "<", "\u{200b}",
        ] {
            expect_mended(&format!("{before}{WHOLE}"), WHOLE);
        }
        for damaged in [
            format!("{WHOLE})"),
            format!("{WHOLE}%22"),
            format!("{WHOLE}%3E"),
            format!("{WHOLE},"),
            format!("{WHOLE}%E2%80%9D."),
            format!("{WHOLE}%20"),
            format!("{WHOLE}&gt;"),
            format!("{WHOLE}%0A"),
            format!("{WHOLE}\u{200b}"),
            format!("{WHOLE}#main"),
            format!("{WHOLE}&nbsp;"),
            format!("{WHOLE}!"),
            format!("{WHOLE}&fbclid=x.y"),
        ] {
            expect_mended(&damaged, WHOLE);
        }
        for (damaged, meant) in [
            ("e=2022&u=bac-giang.", "e=2022&u=bac-giang"),
            ("e=2022&u=bac-giang).", "e=2022&u=bac-giang"),
            ("e=2022&u=hue,", "e=2022&u=hue"),
            ("u=hue&s=hue.society:0.45.", "u=hue&s=hue.society:0.45"),
            ("u=hue&r=trend.", "u=hue&r=trend"),
            ("u=hue&t=5.", "u=hue&t=5"),
            ("u=hue&panel=sweep).", "u=hue&panel=sweep"),
        ] {
            expect_mended(damaged, meant);
        }
    }

    #[test]
    fn keys_in_capitals_spaces_and_hyphens_are_understood() {
        let dashed = WHOLE.replace('-', "%E2%80%93");
        expect_mended(&dashed, WHOLE);
        expect_mended(
            "E=2022&U=bac-giang&R=gain:5&S=bac-giang.society:0.45",
            WHOLE,
        );
        expect_mended("e=2024–34&u=hue", "e=2024-34&u=hue");
        expect_mended("u=hue&r=gain:\u{2212}5", "u=hue&r=gain:-5");
        for (place, with) in [
            (":", ":%20"),
            (",", ",+"),
            ("-", "-%0A"),
            ("=", "=%20"),
            ("so", "s%0Ao"),
            (".", ".\u{200b}"),
            ("0", "\u{feff}0"),
            ("&", "%0A&"),
            ("&", "&%0A"),
            ("bac", "b\u{ad}ac"),
        ] {
            expect_mended(&WHOLE.replace(place, with), WHOLE);
        }
        // A space within a number may be its end, and one between two words the end of the link.
        for damaged in [
            "u=hue&s=hue.society:0.4%205",
            "u=hue&s=hue.society:0.4%0A5",
            "u=bac%20giang",
        ] {
            let link = expect_said(damaged);
            assert_eq!(link.scenario.overrides, []);
        }
    }

    #[test]
    fn what_is_cut_is_said() {
        for damaged in [
            "v",
            "v=1",
            "v=1&",
            "v=1&e=2024",
            "v=1&e=2024-",
            "e=2022&",
            "e=2022&amp;",
            "e=2022&am",
            "e=2022&u",
            "e=2022&u=",
            "e=2022&u=hue&s",
            "e=2022&u=hue&s=",
            "u=hue&s=hue",
            "u=hue&s=hue.",
            "u=hue&s=hue.soc",
            "u=hue&s=hue.society:",
            "u=hue&s=hue.society:0.",
            "u=hue&s=hue.society:k",
            "u=hue&s=hue.society:p12.",
            "u=hue&s=hue.society:0.45,",
            "u=hue&s=hue.society:0.4...",
            "u=hue&s=hue.society:0.4…",
            "u=hue&w=",
            "u=hue&w=economy",
            "u=hue&w=economy:",
            "u=hue&w=economy:200,",
            "u=hue&r=",
            "u=hue&r=ga",
            "u=hue&r=gain:",
            "u=hue&r=gain:-",
            "u=hue&r=gain:5.",
            "u=hue&se",
            "u=hue&seed=",
            "u=hue&ow",
            "u=hue&lang=v",
            "u=hue&the",
        ] {
            let link = match damaged {
                // Only the calculator knows that there is no such edition.
                "v=1&e=2024-" => read(damaged).0,
                _ => expect_said(damaged),
            };
            let s = &link.scenario;
            let kept = if damaged.ends_with("0.45,") { 1 } else { 0 };
            assert_eq!(
                (s.overrides.len(), s.rivals),
                (kept, Rivals::Frozen),
                "{damaged}"
            );
        }
        let end = "bac-giang&w=economy:200,".to_owned();
        assert_eq!(
            read("e=2022&u=bac-giang&w=economy:200,").1,
            [Notice::Cut { end }]
        );
        assert_eq!(read("v=2").1.len(), 1);
    }

    #[test]
    fn a_maximum_that_nothing_can_have_is_named() {
        let (link, notices) = read("u=hue&w=economy:200,society:12000,security:1.5&r=trend");
        assert_eq!(link.scenario.max_points.len(), 1);
        let bad = |indicator: &str, given: &str| Notice::BadMaxPoints {
            indicator: indicator.to_owned(),
            given: given.to_owned(),
        };
        assert_eq!(notices, [bad("society", "12000"), bad("security", "1.5")]);
    }

    #[test]
    fn unknown_keys_and_free_values_are_left_alone() {
        for quiet in [
            "main",
            "#main",
            "foo=1&bar",
            "e=2022&foo=1&u=hue&x",
            "amp;",
            "e=2022&u=hue&quot;",
        ] {
            assert_eq!(read(quiet).1, [], "{quiet}");
        }
        let (link, notices) = read("u=hue&show=society%2Ceconomy%26u%3Dha-noi.");
        assert_eq!(
            (link.scenario.unit.as_deref(), notices.len()),
            (Some("hue"), 0)
        );
        let show = link.view.get("show");
        assert_eq!(show.map(String::as_str), Some("society,economy&u=ha-noi."));
    }
}
