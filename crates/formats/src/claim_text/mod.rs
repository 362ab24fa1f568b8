//! A claim as newspapers write it ("tăng 4 bậc, đứng thứ 8 nhờ xã hội số") to a typed one; what was not
//! understood is named.

mod grammar;
mod words;

use crate::folding::fold;
use crate::import::UnitNames;
use dti_engine::calculator::{Calculator, CalculatorError, Claim, Stated};
use dti_engine::model::{Edition, Exact};
use grammar::{Placed, Reader};
use std::ops::Range;
use std::sync::Arc;
use words::{Item, LONGEST, indicator_names, meaning};

/// What a claim is about where its text does not say.
#[derive(Clone, Copy, Debug)]
pub struct Assumed<'a> {
    /// Id of the edition after.
    pub edition: &'a str,
    /// Id of the unit.
    pub unit: Option<&'a str>,
}

/// A text that was read as a claim.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReadClaim {
    /// The claim; its unit is empty where none was named nor assumed.
    pub claim: Claim,
    /// Words and numbers that were not understood, as they were written. With any the claim may say
    /// less, or something else, than the text does.
    pub unread: Vec<String>,
}

/// Reads a claim. Years name the editions, a number of units (`/34`) tells two of one year apart.
///
/// ```
/// use dti_formats::{Assumed, read_claim};
/// let calculator = dti_formats::official()?;
/// let assumed = Assumed { edition: "2021", unit: None };
/// let read = read_claim("Thái Nguyên tăng 4 bậc, đứng thứ 8", &calculator, assumed)?;
/// assert_eq!((read.claim.unit.as_str(), read.claim.after.rank), ("thai-nguyen", Some(8)));
/// assert!(read.unread.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_claim(
    text: &str,
    calculator: &Calculator,
    assumed: Assumed<'_>,
) -> Result<ReadClaim, CalculatorError> {
    let own = calculator.edition(assumed.edition)?;
    let series: Vec<&Arc<Edition>> = calculator.series(own).collect();
    let mut tokens = tokens(text);
    let years = take_years(&mut tokens, &series);
    let mut to = years.to.unwrap_or(own);
    let named = units_of(&tokens);
    if let Some(units) = named.filter(|units| *units != to.units().len()) {
        let year = to.header().year;
        let other = series
            .iter()
            .find(|e| e.header().year == year && e.units().len() == units);
        to = other.copied().unwrap_or(to);
    }
    let year = to.header().year;
    let mut units = take_units(&mut tokens, to);
    for &other in series.iter().filter(|own| own.header().year == year) {
        if units.is_empty() {
            units = take_units(&mut tokens, other);
            to = if units.is_empty() { to } else { other };
        }
    }
    let mut units = units.into_iter();
    let unit = units.next();
    let mut unread: Vec<Range<usize>> = units.map(|(_, place)| place).collect();
    let indicators: Vec<(&str, Vec<String>)> = indicators(to);
    let names: Vec<Vec<String>> = indicators.iter().map(|(_, names)| names.clone()).collect();
    let items = items(&tokens, &names, &mut unread);
    let mut reader = Reader::new(&items, to.units().len());
    reader.read();
    let mut claim = reader.claim;
    let indicator = reader.indicator.and_then(|place| indicators.get(place));
    claim.thanks_to = indicator.map(|(id, _)| (*id).to_owned());
    claim.unit = unit.map_or_else(|| assumed.unit.unwrap_or_default().to_owned(), |(id, _)| id);
    claim.from = years.from.map(|edition| edition.id().to_owned());
    to.id().clone_into(&mut claim.to);
    unread.extend(reader.unread);
    unread.sort_by_key(|place| place.start);
    let written = unread.into_iter().filter_map(|place| text.get(place));
    Ok(ReadClaim {
        claim,
        unread: written.map(str::to_owned).collect(),
    })
}

/// Ids of the main indicators with the ways to name them.
fn indicators(edition: &Edition) -> Vec<(&str, Vec<String>)> {
    let framework = edition.framework();
    let named = framework.mains().map(|node| {
        let indicator = framework.indicator(node);
        let names = [&indicator.name.vi, &indicator.name.en].map(|name| fold(name));
        let names = names.iter().flat_map(|name| indicator_names(name));
        (indicator.id.as_str(), names.collect())
    });
    named.collect()
}

/// A word or a number of the text.
#[derive(Debug)]
struct Token {
    /// Where it stands.
    place: Range<usize>,
    /// Folded; empty for a number.
    word: String,
    number: Option<Stated>,
    /// Whether it begins after a comma or a sign of its kind.
    begins: bool,
    /// Whether it has been understood.
    is_taken: bool,
}

/// Words and numbers; `8/63` has the word `of` between.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut begins = true;
    let mut rest = text.char_indices().peekable();
    while let Some((start, first)) = rest.next() {
        let is_digit = first.is_ascii_digit();
        if !is_digit && !is_letter(first) {
            let is_share = first == '/' && tokens.last().is_some_and(|t| t.number.is_some());
            if is_share {
                tokens.push(token(text, start..start + 1, begins));
            }
            begins = begins || matches!(first, ',' | ';' | '.' | ':' | '(' | ')');
            continue;
        }
        let mut end = start + first.len_utf8();
        while let Some(&(at, letter)) = rest.peek() {
            let is_point = is_digit && matches!(letter, ',' | '.');
            let next = text.get(at + 1..).and_then(|after| after.chars().next());
            let goes_on = match is_digit {
                true => {
                    letter.is_ascii_digit()
                        || (is_point && next.is_some_and(|n| n.is_ascii_digit()))
                }
                false => is_letter(letter),
            };
            if !goes_on {
                break;
            }
            end = at + letter.len_utf8();
            rest.next();
        }
        // A percentage is no number of a claim.
        if is_digit && rest.next_if(|(_, sign)| *sign == '%').is_some() {
            end += 1;
        }
        tokens.push(token(text, start..end, begins));
        begins = false;
    }
    tokens
}

fn is_letter(letter: char) -> bool {
    letter.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&letter)
}

fn token(text: &str, place: Range<usize>, begins: bool) -> Token {
    let written = text.get(place.clone()).unwrap_or_default();
    let number = stated(written);
    let word = match (written, number) {
        ("/", _) => "of".to_owned(),
        (_, Some(_)) => String::new(),
        (_, None) => fold(written),
    };
    Token {
        place,
        word,
        number,
        begins,
        is_taken: false,
    }
}

/// `0,6469` as 0.6469 with 4 decimals.
fn stated(written: &str) -> Option<Stated> {
    let plain = written.replace(',', ".");
    let decimals = plain.split_once('.').map_or(0, |(_, places)| places.len());
    let decimals = u32::try_from(decimals).ok()?;
    let value = Exact::from_plain_text(&plain, decimals.min(12))?;
    Some(Stated { value, decimals })
}

/// The editions that years name.
struct Years<'a> {
    from: Option<&'a Arc<Edition>>,
    to: Option<&'a Arc<Edition>>,
}

/// Takes the years, with the words before them that say which is which.
fn take_years<'a>(tokens: &mut [Token], series: &[&'a Arc<Edition>]) -> Years<'a> {
    let (mut years, mut from) = (Vec::new(), None);
    for place in 0..tokens.len() {
        let number = tokens.get(place).and_then(|token| token.number);
        let year = number
            .filter(|n| n.decimals == 0)
            .map(|n| n.value.round_half_up(0));
        let of_year = |e: &&&'a Arc<Edition>| Some(i64::from(e.header().year)) == year;
        let Some(&edition) = series.iter().find(of_year) else {
            continue;
        };
        let mut before = place;
        let mut is_earlier = false;
        while let Some(word) = before.checked_sub(1).and_then(|at| tokens.get(at)) {
            let marks = ["so", "voi", "than", "since", "from", "tu", "compared"];
            is_earlier = is_earlier || marks.contains(&word.word.as_str());
            let others = [
                "nam", "in", "year", "den", "to", "trong", "giai", "doan", "sang",
            ];
            if !marks.contains(&word.word.as_str()) && !others.contains(&word.word.as_str()) {
                break;
            }
            before -= 1;
        }
        for token in tokens.iter_mut().take(place + 1).skip(before) {
            token.is_taken = true;
        }
        match is_earlier {
            true => from = Some(edition),
            false => years.push(edition),
        }
    }
    years.sort_by_key(|edition| edition.header().year);
    let to = years.pop();
    from = from.or_else(|| years.pop());
    Years { from, to }
}

/// The number of units that a claim names: after `of` or a slash.
fn units_of(tokens: &[Token]) -> Option<usize> {
    let mut pairs = tokens.windows(2);
    pairs.find_map(|pair| match pair {
        [
            of,
            Token {
                number: Some(all), ..
            },
        ] => {
            let is_of = meaning(&of.word, &[]) == Some(Item::Of) && all.decimals == 0;
            usize::try_from(all.value.round_half_up(0))
                .ok()
                .filter(|_| is_of)
        }
        _ => None,
    })
}

/// Takes all names of units, the longest that stand there: ids and places.
fn take_units(tokens: &mut [Token], edition: &Edition) -> Vec<(String, Range<usize>)> {
    let names = UnitNames::of(edition.units());
    let mut found = Vec::new();
    for start in 0..tokens.len() {
        let mut lengths = (1..=LONGEST).rev();
        let named = lengths.find_map(|length| {
            let position = names.exactly(&words(tokens, start, length)?)?;
            Some((edition.units().get(position)?, length))
        });
        let Some((unit, length)) = named else {
            continue;
        };
        let own = tokens.get_mut(start..start + length).unwrap_or_default();
        for token in own.iter_mut() {
            token.is_taken = true;
        }
        if let (Some(first), Some(last)) = (own.first(), own.last()) {
            found.push((unit.id.clone(), first.place.start..last.place.end));
        }
    }
    found
}

/// So many words from a place on, where none is taken or a number.
fn words(tokens: &[Token], start: usize, length: usize) -> Option<String> {
    let all = tokens.get(start..start + length)?;
    let is_open = |token: &Token| !token.is_taken && !token.word.is_empty();
    let words: Vec<&str> = all.iter().map(|token| token.word.as_str()).collect();
    all.iter().all(is_open).then(|| words.join(" "))
}

/// Meanings with their places, what only fills left out. Places of what means nothing are added to
/// `unread`, which has those of other units.
fn items(
    tokens: &[Token],
    indicators: &[Vec<String>],
    unread: &mut Vec<Range<usize>>,
) -> Vec<Placed> {
    let mut items = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let place = token.place.clone();
        let (item, length) = match token.number {
            _ if token.is_taken => {
                let is_unread = unread.iter().any(|own| own.contains(&place.start));
                (if is_unread { Item::Gap } else { Item::Filler }, 1)
            }
            Some(number) => (Item::Number(number), 1),
            None => phrase(tokens, at, indicators).unwrap_or_else(|| {
                unread.push(place.clone());
                (Item::Gap, 1)
            }),
        };
        at += length;
        let end = tokens.get(at - 1).map_or(place.end, |last| last.place.end);
        if item != Item::Filler {
            items.push((item, place.start..end));
        }
    }
    items
}

/// The longest phrase that begins here, with the number of its words.
fn phrase(tokens: &[Token], at: usize, indicators: &[Vec<String>]) -> Option<(Item, usize)> {
    let mut lengths = (1..=LONGEST).rev();
    lengths.find_map(|length| {
        let words = words(tokens, at, length)?;
        let mut inside = tokens.get(at + 1..at + length)?.iter();
        let item = meaning(&words, indicators).filter(|_| inside.all(|word| !word.begins))?;
        Some((item, length))
    })
}
