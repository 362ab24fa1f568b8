//! From keys and values to a link.

use super::{FIRST_DATA, Language, Link, Notice, Privacy, Theme, VERSION, VIEW_KEYS};
use crate::raw_text::parse_value;
use dti_engine::model::{
    Entry, Exact, Kind, LARGEST_SEED, MaxPoints, Override, POINTS_DECIMALS, Points, Rivals,
    SCORE_DECIMALS, Score,
};

/// What the pairs say, and what of them could not be read.
pub(super) fn read(pairs: &[(String, String)], privacy: Privacy) -> (Link, Vec<Notice>) {
    let mut reader = Reader {
        privacy,
        link: Link::default(),
        notices: Vec::new(),
        other_version: None,
    };
    for (key, value) in pairs {
        reader.take(key, value);
    }
    let Reader {
        mut link,
        mut notices,
        other_version,
        ..
    } = reader;
    if let Some(given) = other_version {
        // Presentation means the same in every version.
        let (language, theme) = (link.language, link.theme);
        link = Link {
            language,
            theme,
            ..Link::default()
        };
        notices = vec![Notice::OtherVersion { given }];
    }
    (link, notices)
}

struct Reader {
    privacy: Privacy,
    link: Link,
    notices: Vec<Notice>,
    other_version: Option<String>,
}

impl Reader {
    fn take(&mut self, key: &str, value: &str) {
        match key {
            "v" if value != VERSION => self.other_version = Some(shorten(value)),
            // Pages write `v`, and `d` from the second version of the data on.
            "v" => self.link.data = self.link.data.or(Some(FIRST_DATA)),
            "d" => match whole(value, u64::from(u32::MAX)).and_then(|d| u32::try_from(d).ok()) {
                Some(data) if data >= FIRST_DATA => self.link.data = Some(data),
                _ => self.refuse("d", value),
            },
            "e" => match id(value) {
                Some(edition) => self.link.scenario.edition = edition,
                None => self.refuse("e", value),
            },
            "u" => match id(value) {
                Some(unit) => self.link.scenario.unit = Some(unit),
                None => self.refuse("u", value),
            },
            "own" => match id(value) {
                Some(code) => self.link.data_code = Some(code),
                None => self.refuse("own", value),
            },
            "c" => self.link.has_named_components = true,
            "s" => self.each("s", value, Self::take_override),
            "w" => self.take_maxima(value),
            "r" => match rivals(value) {
                Some(rivals) => self.link.scenario.rivals = rivals,
                None => self.refuse("r", value),
            },
            "t" => match whole(value, u64::from(u32::MAX)).and_then(|t| u32::try_from(t).ok()) {
                Some(target) if target > 0 => self.link.target = Some(target),
                _ => self.refuse("t", value),
            },
            "seed" => match whole(value, LARGEST_SEED) {
                Some(seed) => self.link.seed = seed,
                None => self.refuse("seed", value),
            },
            "lang" => match [Language::Vi, Language::En]
                .into_iter()
                .find(|l| l.as_str() == value)
            {
                Some(language) => self.link.language = Some(language),
                None => self.refuse("lang", value),
            },
            "theme" => {
                let themes = [Theme::Auto, Theme::Light, Theme::Dark];
                match themes.into_iter().find(|theme| theme.as_str() == value) {
                    Some(theme) => self.link.theme = Some(theme),
                    None => self.refuse("theme", value),
                }
            }
            view if VIEW_KEYS.contains(&view) => {
                self.link.view.insert(view.to_owned(), value.to_owned());
            }
            _ => {}
        }
    }

    fn refuse(&mut self, key: &'static str, given: &str) {
        self.notices.push(Notice::BadValue {
            key,
            given: shorten(given),
        });
    }

    fn each(&mut self, key: &'static str, value: &str, take: fn(&mut Self, &str) -> Option<()>) {
        for entry in value.split(',').filter(|entry| !entry.is_empty()) {
            if take(self, entry).is_none() {
                self.refuse(key, entry);
            }
        }
    }

    fn take_override(&mut self, entry: &str) -> Option<()> {
        let (node, value) = entry.split_once(':')?;
        let (unit, indicator) = node.split_once('.')?;
        let own = value.strip_prefix('a');
        let (kind, value) = match value.strip_prefix('k') {
            Some(value) => (Kind::Known, value),
            None if own.is_some() && self.privacy == Privacy::WithKnown => {
                (Kind::Assessed, own.unwrap_or_default())
            }
            None => (Kind::WhatIf, value),
        };
        let share = Exact::from_fraction_text(value).filter(|_| kind == Kind::Assessed);
        let entry = match value.strip_prefix('p') {
            Some(points) => Entry::Points(points_of(points)?),
            None if value.starts_with('v') => {
                Entry::Value(value.strip_prefix('v').and_then(parse_value)?)
            }
            None if share.is_some() => Entry::Share(Score::try_new(share?)?),
            None => Entry::Score(Score::try_new(Exact::from_plain_text(
                value,
                SCORE_DECIMALS,
            )?)?),
        };
        let (unit, indicator) = (id(unit)?, id(indicator)?);
        if self.link.scenario.find(&unit, &indicator, kind).is_some() {
            return None;
        }
        self.link.scenario.overrides.push(Override {
            unit,
            indicator,
            entry,
            kind,
        });
        Some(())
    }

    fn take_maxima(&mut self, value: &str) {
        for entry in value.split(',').filter(|entry| !entry.is_empty()) {
            let (indicator, given) = entry.split_once(':').unwrap_or((entry, ""));
            let points = whole(given, u64::from(u32::MAX)).and_then(|w| u32::try_from(w).ok());
            match (id(indicator), points.and_then(MaxPoints::try_new)) {
                (Some(indicator), Some(points)) => {
                    self.link.scenario.max_points.insert(indicator, points);
                }
                (Some(indicator), None) if !given.is_empty() => {
                    let given = shorten(given);
                    self.notices.push(Notice::BadMaxPoints { indicator, given });
                }
                _ => self.refuse("w", entry),
            }
        }
    }
}

/// Ids are lower-case letters, digits and `-_.`, so that they need no escapes anywhere.
fn id(text: &str) -> Option<String> {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c);
    let fits = !text.is_empty() && text.len() <= 64 && text.chars().all(allowed);
    fits.then(|| text.to_owned())
}

fn points_of(text: &str) -> Option<Points> {
    Exact::from_plain_text(text, POINTS_DECIMALS).and_then(Points::try_new)
}

fn whole(text: &str, largest: u64) -> Option<u64> {
    let fits = !text.is_empty() && text.len() <= 16 && text.chars().all(|c| c.is_ascii_digit());
    let value: u64 = fits.then(|| text.parse().ok()).flatten()?;
    (value <= largest).then_some(value)
}

fn rivals(text: &str) -> Option<Rivals> {
    match text {
        "frozen" => Some(Rivals::Frozen),
        "trend" => Some(Rivals::Trend),
        _ => {
            let points = text.strip_prefix("gain:")?;
            let (sign, digits) = match points.strip_prefix('-') {
                Some(digits) => (-1, digits),
                None => (1, points),
            };
            let points = points_of(digits)?;
            Some(Rivals::Gain(
                sign * points.value().round_half_up(POINTS_DECIMALS),
            ))
        }
    }
}

/// What a notice repeats of a bad value: enough to recognise it.
fn shorten(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !c.is_control()).take(40).collect();
    if text.chars().count() > 40 {
        kept + "…"
    } else {
        kept
    }
}
