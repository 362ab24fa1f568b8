//! A scenario as a readable, versioned URL fragment, version 1: nothing in it ever reaches a server.
//!
//! `#v=1&e=2022&u=bac-giang&s=bac-giang.society:0.45,bac-giang.awareness:k0.8&w=economy:200&r=gain:10`
//!
//! [`read`] is total: whatever the text, it gives a link and says what it could not read. What mail
//! and chat programs do to a link on its way is undone first, where only one meaning is left.

mod escape;
mod mend;
mod reader;
mod write;

pub use write::write;

use dti_engine::model::Scenario;
use mend::{Mended, mended};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Edition of a link that names none: the newest, which `build.rs` reads from `data/editions.json`.
pub const DEFAULT_EDITION: &str = env!("DTI_NEWEST_EDITION");
/// Unit asked about in a link that names none.
pub const DEFAULT_UNIT: &str = "bac-ninh";
/// Longest fragment, in bytes; a larger scenario belongs in a project file.
pub const LONGEST: usize = 8192;
/// Longest text of a scenario that stays on the device, with every assessed component of many units.
const LONGEST_PRIVATE: usize = 512 * 1024;
/// Seed of the draws in a link that names none.
pub const DEFAULT_SEED: u64 = 1;

/// Keys of the view that a link may carry along as they are.
const VIEW_KEYS: [&str; 9] = [
    "show", "locked", "plain", "static", "bg", "api", "panel", "from", "to",
];
/// The version that this module reads and writes.
const VERSION: &str = "1";
/// Version of the data of a link that names none.
const FIRST_DATA: u32 = 1;

/// Language of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Language {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Language {
    /// The code in links and in `lang` attributes.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// Folder of the language's home page, from the site's root: empty, or with its last `/`.
    pub const fn home(self) -> &'static str {
        match self {
            Self::Vi => "",
            Self::En => "en/",
        }
    }
}

/// Colours of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Theme {
    /// As the reader's device asks.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The word in links.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Everything that a fragment says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// Edition, unit, overrides, maxima and rivals.
    pub scenario: Scenario,
    /// Target rank of the plan.
    pub target: Option<u32>,
    /// Seed of the draws.
    pub seed: u64,
    /// Language, where the link chooses one.
    pub language: Option<Language>,
    /// Colours, where the link chooses them.
    pub theme: Option<Theme>,
    /// Version of the data when the link was written; `None` where it was not written by a page.
    pub data: Option<u32>,
    /// The data code of the edition when the link was written; `None` where it was as it ships.
    pub data_code: Option<String>,
    /// Whether it was written when components had names: before, numbered slots stood for them.
    pub has_named_components: bool,
    /// The view's own keys.
    pub view: BTreeMap<String, String>,
}

impl Default for Link {
    fn default() -> Self {
        let unit = Some(DEFAULT_UNIT.to_owned());
        Self {
            scenario: Scenario {
                unit,
                ..Scenario::baseline(DEFAULT_EDITION)
            },
            target: None,
            seed: DEFAULT_SEED,
            language: None,
            theme: None,
            data: None,
            data_code: None,
            has_named_components: false,
            view: BTreeMap::new(),
        }
    }
}

/// Something in a fragment that could not be read. The rest of it applies.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Notice {
    /// Another version: the baseline is shown.
    OtherVersion {
        /// The version that was given.
        given: String,
    },
    /// Longer than [`LONGEST`]: the baseline is shown.
    TooLong {
        /// Its length in bytes.
        bytes: usize,
    },
    /// One value that is not of its key's form; it is left out.
    BadValue {
        /// The key.
        key: &'static str,
        /// What was given, shortened.
        given: String,
    },
    /// A changed maximum that no indicator can have; it stays as it was.
    BadMaxPoints {
        /// Id of the indicator.
        indicator: String,
        /// What was given, shortened.
        given: String,
    },
    /// It ends as a link does that was cut: something behind may be missing.
    Cut {
        /// Its end.
        end: String,
    },
}

/// What a link may carry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Privacy {
    /// What-ifs and choices; figures that the user knows stay on the device.
    ChoicesOnly,
    /// Known and assessed figures too, however many: between the modules of the page and for what
    /// is kept on the device. Only the user's explicit wish makes an address of it.
    WithKnown,
}

impl Privacy {
    /// Longest text, in bytes.
    fn longest(self) -> usize {
        match self {
            Self::ChoicesOnly => LONGEST,
            Self::WithKnown => LONGEST_PRIVATE,
        }
    }
}

/// A scenario too large for a link.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error(
    "this scenario needs {bytes} bytes, but a link holds {LONGEST} at most; save a project file"
)]
pub struct TooLong {
    /// Bytes needed.
    pub bytes: usize,
}

/// Reads the fragment of an address, with or without its leading `#`. Assessed figures are never
/// taken from there: nobody else can say what a reader's own assessment is.
pub fn read(fragment: &str) -> (Link, Vec<Notice>) {
    read_as(fragment, Privacy::ChoicesOnly)
}

/// Reads what [`write()`] made with [`Privacy::WithKnown`] on this device, assessed figures
/// included.
pub fn read_private(text: &str) -> (Link, Vec<Notice>) {
    read_as(text, Privacy::WithKnown)
}

fn read_as(fragment: &str, privacy: Privacy) -> (Link, Vec<Notice>) {
    let text = fragment.strip_prefix('#').unwrap_or(fragment);
    // WordPress appends its own secret behind a second `#`.
    let text = match text.rsplit_once('#') {
        Some((own, secret)) if secret.starts_with("?secret=") => own,
        _ => text,
    };
    let text = if text.starts_with("?secret=") {
        ""
    } else {
        text
    };
    if text.len() > privacy.longest() {
        return (Link::default(), vec![Notice::TooLong { bytes: text.len() }]);
    }
    let Mended { pairs, cut } = match privacy {
        Privacy::ChoicesOnly => mended(text),
        // It has not been through anybody's hands.
        Privacy::WithKnown => Mended::untouched(text),
    };
    let (link, mut notices) = reader::read(&pairs, privacy);
    if !matches!(notices[..], [Notice::OtherVersion { .. }]) {
        notices.extend(cut.map(|end| Notice::Cut { end }));
    }
    (link, notices)
}

#[cfg(test)]
mod tests {
    use super::{
        FIRST_DATA, LONGEST, Language, Link, Notice, Privacy, Theme, read, read_private, write,
    };
    use dti_engine::model::{Entry, Exact, Kind, Override, Rivals, Score};

    const FULL: &str = "v=1&e=2022&u=bac-giang&s=bac-giang.society:0.45,bac-giang.awareness:k0.8\
                        &w=economy:200&r=gain:10&t=5&seed=7&lang=en&theme=dark";

    #[test]
    fn the_example_of_the_contract_round_trips() {
        let (link, notices) = read(FULL);
        assert_eq!(notices, []);
        assert_eq!((link.target, link.seed), (Some(5), 7));
        assert_eq!(
            (link.language, link.theme),
            (Some(Language::En), Some(Theme::Dark))
        );
        assert_eq!(link.scenario.rivals, Rivals::Gain(1000));
        assert_eq!(write(&link, Privacy::WithKnown).as_deref(), Ok(FULL));
    }

    #[test]
    fn known_figures_stay_at_home() {
        let (link, _) = read(FULL);
        let shared = write(&link, Privacy::ChoicesOnly).unwrap();
        assert!(shared.contains("society:0.45") && !shared.contains("awareness"));
    }

    #[test]
    fn assessed_figures_are_never_taken_from_an_address() {
        let text = "v=1&e=2022&u=bac-giang&s=bac-giang.society.1:a12/35,bac-giang.society:0.45,\
                    bac-giang.economy:a0.5,bac-giang.awareness:ap12.5&c=1";
        let (own, notices) = read_private(text);
        assert_eq!(notices, []);
        let kinds: Vec<Kind> = own.scenario.overrides.iter().map(|o| o.kind).collect();
        let assessed = Kind::Assessed;
        assert_eq!(kinds, [assessed, Kind::WhatIf, assessed, assessed]);
        let share = Score::try_new(Exact::fraction(12, 35)).unwrap();
        assert_eq!(own.scenario.overrides[0].entry, Entry::Share(share));
        assert_eq!(write(&own, Privacy::WithKnown).as_deref(), Ok(text));
        let (public, notices) = read(text);
        assert_eq!((public.scenario.overrides.len(), notices.len()), (1, 3));
        let shared = write(&own, Privacy::ChoicesOnly).unwrap();
        assert_eq!(shared, "v=1&e=2022&u=bac-giang&s=bac-giang.society:0.45");
        for bad in ["a.b:a3/2", "a.b:a1/0", "a.b:1/2", "a.b:k1/2", "a.b:a"] {
            let (link, notices) = read_private(&format!("s={bad}"));
            assert_eq!(
                (link.scenario.overrides.len(), notices.len()),
                (0, 1),
                "{bad}"
            );
        }
    }

    #[test]
    fn what_stays_on_the_device_may_be_longer_than_a_link() {
        let mut link = Link {
            data: Some(FIRST_DATA),
            has_named_components: true,
            ..Link::default()
        };
        for row in 0..400 {
            let indicator = format!("society.{row}");
            link.scenario.overrides.push(Override {
                unit: "bac-giang".into(),
                indicator,
                entry: Entry::Share(Score::try_new(Exact::fraction(1, 3)).unwrap()),
                kind: Kind::Assessed,
            });
        }
        let text = write(&link, Privacy::WithKnown).unwrap();
        assert!(text.len() > LONGEST);
        assert_eq!(read_private(&text), (link, Vec::new()));
    }

    #[test]
    fn an_empty_fragment_is_bac_ninh_in_the_newest_edition() {
        for empty in ["", "#", "#?secret=abc", "#&&", "?secret=x"] {
            assert_eq!(read(empty), (Link::default(), Vec::new()), "{empty}");
        }
        let (link, notices) = read("#e=2023&u=hue#?secret=abc");
        assert_eq!((link.scenario.edition.as_str(), notices.len()), ("2023", 0));
        assert_eq!(link.scenario.unit.as_deref(), Some("hue"));
    }

    #[test]
    fn a_bad_value_is_named_and_the_rest_applies() {
        let (link, notices) = read("e=2022&s=a.b:0.5,a.c:1.2,a.b:0.6,x&r=up&t=0&lang=fr&foo=1");
        assert_eq!(link.scenario.edition, "2022");
        assert_eq!(link.scenario.overrides.len(), 1);
        let bad: Vec<_> = notices
            .iter()
            .map(|notice| match notice {
                Notice::BadValue { key, given } => (*key, given.as_str()),
                other => panic!("{other:?}"),
            })
            .collect();
        let expected = [
            ("s", "a.c:1.2"),
            ("s", "a.b:0.6"),
            ("s", "x"),
            ("r", "up"),
            ("t", "0"),
            ("lang", "fr"),
        ];
        assert_eq!(bad, expected);
    }

    #[test]
    fn another_version_and_too_long_a_text_give_the_baseline() {
        let (link, notices) = read("v=2&e=2022&lang=en&s=!!");
        assert_eq!(
            link,
            Link {
                language: Some(Language::En),
                ..Link::default()
            }
        );
        assert_eq!(notices, [Notice::OtherVersion { given: "2".into() }]);
        let long = format!("s={}", "x".repeat(LONGEST));
        assert_eq!(read(&long).1, [Notice::TooLong { bytes: LONGEST + 2 }]);
    }

    #[test]
    fn a_link_says_which_data_it_was_written_with() {
        let data = |text: &str| read(text).0.data;
        assert_eq!(data("e=2022"), None);
        assert_eq!(data("v=1&e=2022"), Some(1));
        assert_eq!((data("v=1&d=3"), data("d=3&v=1")), (Some(3), Some(3)));
        let written = |data| {
            let link = Link {
                data,
                ..Link::default()
            };
            write(&link, Privacy::ChoicesOnly).unwrap()
        };
        assert_eq!(written(Some(1)), written(None));
        assert!(written(Some(2)).ends_with("&d=2"));
        for bad in ["d=0", "d=-1", "d=x", "d=4294967296", "d="] {
            assert_eq!((data(bad), read(bad).1.len()), (None, 1), "{bad}");
        }
    }

    #[test]
    fn a_link_carries_a_data_code_and_none_of_the_data() {
        let (link, notices) = read("v=1&e=own-1&own=0a1b2c3d&d=3&own-figures=1");
        assert_eq!(notices, []);
        assert_eq!(link.data_code.as_deref(), Some("0a1b2c3d"));
        let written = write(&link, Privacy::ChoicesOnly).unwrap();
        assert_eq!(written, "v=1&e=own-1&u=bac-ninh&d=3&own=0a1b2c3d");
        assert_eq!(read(&written), (link, Vec::new()));
        for bad in ["own=", "own=0A1B", "own=%3Cb%3E", "own=a b"] {
            let (link, notices) = read(&format!("v=1&e=2022&{bad}"));
            assert_eq!((link.data_code, notices.len()), (None, 1), "{bad}");
            assert_eq!(link.scenario.edition, "2022");
        }
        assert_eq!(read("v=2&own=0a1b2c3d").0.data_code, None);
    }

    #[test]
    fn escapes_and_points_are_read() {
        let (link, notices) = read("s=bac-giang.society%3Ap12.5&r=gain%3A-0.05");
        assert_eq!(notices, []);
        let first = link.scenario.overrides.first().unwrap();
        assert_eq!(first.kind, Kind::WhatIf);
        assert!(matches!(first.entry, Entry::Points(p) if p.value() == Exact::decimal(125, 1)));
        assert_eq!(link.scenario.rivals, Rivals::Gain(-5));
    }
}
