//! Inks: what a shape means, the css variable that colours it on the page, and the colours that a
//! downloaded file gets. Mirrors `style/tokens.css`; a test keeps the two together.

/// What a shape means. The page gives each ink its colour by css, a file by a [`Theme`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Ink {
    /// Axis lines and their labels.
    Axis,
    /// Grid lines, leaders.
    Grid,
    /// Names and figures beside marks.
    Label,
    /// The chosen unit.
    Own,
    /// The other units.
    Rival,
    /// Points gained.
    Gain,
    /// Points lost.
    Loss,
    /// The state before the scenario.
    Baseline,
    /// The median over all units.
    Median,
    /// The best unit.
    Best,
    /// Units named because they stand beside the chosen one.
    Neighbour,
    /// The ground that a chart stands on.
    Surface,
    /// Lowest of five classes.
    Step1,
    /// Second class.
    Step2,
    /// Middle class.
    Step3,
    /// Fourth class.
    Step4,
    /// Highest class.
    Step5,
    /// Fell far.
    Fall2,
    /// Fell.
    Fall1,
    /// Stayed.
    Same,
    /// Rose.
    Rise1,
    /// Rose far.
    Rise2,
    /// A place without a figure.
    Missing,
    /// Text on the classes 1 to 3, on small changes and on a missing figure.
    OnLow,
    /// Text on the classes 4 and 5 and on large changes.
    OnHigh,
}

impl Ink {
    /// Every ink, in the order of their codes.
    pub const ALL: [Self; 25] = [
        Self::Axis,
        Self::Grid,
        Self::Label,
        Self::Own,
        Self::Rival,
        Self::Gain,
        Self::Loss,
        Self::Baseline,
        Self::Median,
        Self::Best,
        Self::Neighbour,
        Self::Surface,
        Self::Step1,
        Self::Step2,
        Self::Step3,
        Self::Step4,
        Self::Step5,
        Self::Fall2,
        Self::Fall1,
        Self::Same,
        Self::Rise1,
        Self::Rise2,
        Self::Missing,
        Self::OnLow,
        Self::OnHigh,
    ];

    /// Five classes of one quantity, lowest first.
    pub const STEPS: [Self; 5] = [
        Self::Step1,
        Self::Step2,
        Self::Step3,
        Self::Step4,
        Self::Step5,
    ];

    /// Name without prefix: the css variable is `--ink-NAME`, the class `ink-NAME`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Axis => "axis",
            Self::Grid => "grid",
            Self::Label => "label",
            Self::Own => "own",
            Self::Rival => "rival",
            Self::Gain => "gain",
            Self::Loss => "loss",
            Self::Baseline => "baseline",
            Self::Median => "median",
            Self::Best => "best",
            Self::Neighbour => "neighbour",
            Self::Surface => "surface",
            Self::Step1 => "step-1",
            Self::Step2 => "step-2",
            Self::Step3 => "step-3",
            Self::Step4 => "step-4",
            Self::Step5 => "step-5",
            Self::Fall2 => "fall-2",
            Self::Fall1 => "fall-1",
            Self::Same => "same",
            Self::Rise1 => "rise-1",
            Self::Rise2 => "rise-2",
            Self::Missing => "missing",
            Self::OnLow => "on-low",
            Self::OnHigh => "on-high",
        }
    }

    /// The ink of text that stands on a tile of this ink.
    pub fn text_on(self) -> Self {
        match self {
            Self::Step4 | Self::Step5 | Self::Fall2 | Self::Rise2 => Self::OnHigh,
            _ => Self::OnLow,
        }
    }

    /// The number under which an ink travels through plotters, whose styles know colours only.
    pub(super) fn code(self) -> u8 {
        self as u8
    }

    /// The ink of a code; colours that plotters sets by itself become axis ink.
    pub(super) fn from_code(code: u8) -> Self {
        let ink = Self::ALL.get(usize::from(code)).copied();
        ink.unwrap_or(Self::Axis)
    }
}

/// The colours of a standalone file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Theme {
    /// Dark on white.
    #[default]
    Light,
    /// Light on black.
    Dark,
}

impl Theme {
    /// The colour of an ink, `#rrggbb`.
    pub fn colour(self, ink: Ink) -> &'static str {
        match self {
            Self::Light => light(ink),
            Self::Dark => dark(ink),
        }
    }
}

fn light(ink: Ink) -> &'static str {
    match ink {
        Ink::Axis | Ink::Baseline => "#52606b",
        Ink::Grid => "#dedcd5",
        Ink::Label | Ink::Neighbour => "#18222a",
        Ink::Own => "#0b5f7d",
        Ink::Rival => "#7a8791",
        Ink::Gain => "#1a7344",
        Ink::Loss => "#b23a1e",
        Ink::Median => "#86600a",
        Ink::Best => "#7a3fa0",
        Ink::Surface | Ink::OnHigh => "#ffffff",
        Ink::Step1 => "#dcebf1",
        Ink::Step2 => "#aed2df",
        Ink::Step3 => "#74b1c8",
        Ink::Step4 => "#237593",
        Ink::Step5 => "#0a4058",
        Ink::Fall2 => "#a94a06",
        Ink::Fall1 => "#f3c08b",
        Ink::Same => "#e7e6e2",
        Ink::Rise1 => "#a8d2e0",
        Ink::Rise2 => "#166a88",
        Ink::Missing => "#f5f4f0",
        Ink::OnLow => "#18222a",
    }
}

fn dark(ink: Ink) -> &'static str {
    match ink {
        Ink::Axis | Ink::Baseline => "#a8b6c0",
        Ink::Grid => "#2e3b44",
        Ink::Label | Ink::Neighbour => "#e9eef1",
        Ink::Own => "#6cc5e0",
        Ink::Rival => "#8293a0",
        Ink::Gain => "#6fd39a",
        Ink::Loss => "#ff9d84",
        Ink::Median => "#e0b84a",
        Ink::Best => "#cba6f3",
        Ink::Surface => "#19232a",
        Ink::Step1 => "#22404e",
        Ink::Step2 => "#265569",
        Ink::Step3 => "#2b6e88",
        Ink::Step4 => "#6fbfd9",
        Ink::Step5 => "#c6e9f4",
        Ink::Fall2 => "#f0934a",
        Ink::Fall1 => "#7a4a1d",
        Ink::Same => "#3a464f",
        Ink::Rise1 => "#275d75",
        Ink::Rise2 => "#7ccbe4",
        Ink::Missing => "#212c34",
        Ink::OnLow => "#ffffff",
        Ink::OnHigh => "#08222c",
    }
}

#[cfg(test)]
mod tests {
    use super::{Ink, Theme};

    fn luminance(colour: &str) -> f64 {
        let channel = |at: usize| {
            let value = u8::from_str_radix(&colour[at..at + 2], 16).unwrap();
            let value = f64::from(value) / 255.0;
            if value <= 0.039_28 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    #[track_caller]
    fn expect_contrast(theme: Theme, ink: Ink, ground: Ink, least: f64) {
        let (a, b) = (theme.colour(ink), theme.colour(ground));
        let (a, b) = (luminance(a), luminance(b));
        let ratio = (a.max(b) + 0.05) / (a.min(b) + 0.05);
        assert!(
            ratio >= least,
            "{ink:?} on {ground:?} in {theme:?}: {ratio}"
        );
    }

    #[test]
    fn text_has_4_5_to_1_and_graphics_3_to_1_in_both_themes() {
        for theme in [Theme::Light, Theme::Dark] {
            for ink in [
                Ink::Axis,
                Ink::Label,
                Ink::Own,
                Ink::Neighbour,
                Ink::Gain,
                Ink::Loss,
                Ink::Baseline,
            ] {
                expect_contrast(theme, ink, Ink::Surface, 4.5);
            }
            for ink in [Ink::Rival, Ink::Median, Ink::Best] {
                expect_contrast(theme, ink, Ink::Surface, 3.0);
            }
            let classes = [Ink::Fall2, Ink::Fall1, Ink::Same, Ink::Rise1, Ink::Rise2];
            let classes = classes.into_iter().chain(Ink::STEPS);
            for ground in classes.chain([Ink::Missing]) {
                expect_contrast(theme, ground.text_on(), ground, 4.5);
            }
        }
    }

    #[test]
    fn a_code_leads_back_to_its_ink() {
        for ink in Ink::ALL {
            assert_eq!(Ink::from_code(ink.code()), ink);
        }
        assert_eq!(Ink::from_code(255), Ink::Axis);
    }

    #[test]
    fn names_are_different() {
        let mut names: Vec<_> = Ink::ALL.iter().map(|ink| ink.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Ink::ALL.len());
    }
}
