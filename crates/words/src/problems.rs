//! What went wrong, in words: what was given, what is allowed, the way out.

use crate::numbers::{points, score, whole};
use crate::{Names, Words};
use dti_engine::calculator::{
    CalculatorError, DrawSetting, EntryFault, highest_entry, lowest_entry,
};
use dti_engine::model::{Exact, LARGEST_MAX_POINTS};
use dti_formats::link::Notice;

/// Why something is not kept on the device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unkept {
    /// The browser keeps nothing for this page.
    Denied,
    /// There is no room left.
    Full,
    /// What is there was written by a newer page.
    Newer,
    /// What is there cannot be read.
    Unreadable,
    /// Another page changed the same.
    Elsewhere,
}

/// Why something is not kept on the device, and what to do.
pub fn unkept(why: Unkept, words: &Words) -> &'static str {
    match why {
        Unkept::Denied => words.unkept_denied(),
        Unkept::Full => words.unkept_full(),
        Unkept::Newer => words.unkept_newer(),
        Unkept::Unreadable => words.unkept_unreadable(),
        Unkept::Elsewhere => words.unkept_elsewhere(),
    }
}

/// A text that is not the number that was asked for; `high` is the end of its range.
pub fn entry_fault(fault: EntryFault, high: &str, words: &Words) -> String {
    match fault {
        EntryFault::NotANumber => words.entry_not_a_number().to_owned(),
        EntryFault::TooManyDecimals { allowed: 0 } => words.entry_whole().to_owned(),
        EntryFault::TooManyDecimals { allowed } => words.entry_decimals(allowed),
        EntryFault::OutOfRange => words.entry_range(high),
    }
}

/// An error of the calculator.
pub fn problem(error: &CalculatorError, names: &impl Names, words: &Words) -> String {
    use CalculatorError as E;
    let indicator = |id: &str| names.indicator(id);
    match error {
        E::UnknownEdition { given, .. } => words.unknown_edition(given),
        E::UnknownUnit { given, .. } => words.unknown_unit(given),
        E::UnknownIndicator { given, .. } => words.unknown_indicator(given),
        E::PointsAboveMax {
            indicator: id,
            given,
            max_points,
            ..
        } => {
            let [given, max] = [given, max_points].map(|value| points(*value, words));
            words.points_above_max(indicator(id), given, max)
        }
        E::Unreachable {
            indicator: id,
            given,
            low,
            high,
            ..
        } => match range(*low, *high, words) {
            Some([low, high]) => words.unreachable(indicator(id), score(*given, words), low, high),
            None => words.all_parts_entered(indicator(id)),
        },
        E::KnownSumMissed { unit, by, .. } => {
            words.known_sum_missed(names.unit(unit), points(by.abs(), words), by.is_negative())
        }
        E::GainOutOfRange { total, .. } => words.gain_out_of_range(points(*total, words)),
        E::TargetOutOfRange { units, .. } => words.target_out_of_range(*units),
        E::CostOutOfRange { indicator: id, .. } => words.cost_out_of_range(indicator(id)),
        E::DrawSettingOutOfRange { setting, .. } => draw_setting(*setting, words),
        E::NotSimulatable(id) => words.not_simulatable(id),
        E::OnFile { indicator: id, .. } => words.on_file(indicator(id)),
        E::IdInUse(id) => words.id_in_use(id),
        E::NotLoaded(id) => words.not_loaded(id),
        E::NotScored(id) => words.not_scored(indicator(id)),
        E::NoTrend(_) => words.no_trend(),
        E::NotComparable { from, to } => words.not_comparable(from, to),
        E::NoCrosswalk { from, to } => words.no_crosswalk(from, to),
        E::NoUnit(_) => words.no_unit(),
        E::MissingFigures { unit, .. } => words.missing_figures(names.unit(unit)),
        E::Rule { indicator: id, .. } => words.against_rule(indicator(id)),
        E::Twice {
            unit,
            indicator: id,
            ..
        } => words.two_values(indicator(id), names.unit(unit)),
        E::NothingCounts => words.nothing_counts().to_owned(),
        E::OwnFigures(_) => words.own_figures().to_owned(),
        E::NoMerger(_) => words.no_merger().to_owned(),
    }
}

/// A range that can be entered; `None` without room.
fn range(low: Exact, high: Exact, words: &Words) -> Option<[String; 2]> {
    let ends = [lowest_entry(low), highest_entry(high)];
    let has_room = low < high && ends.is_sorted();
    has_room.then(|| ends.map(|end| score(end, words)))
}

fn draw_setting(setting: DrawSetting, words: &Words) -> String {
    let (low, high) = setting.range();
    // No end is beyond what JavaScript holds exactly.
    let [low, high] =
        [low, high].map(|end| whole(Exact::whole(i64::try_from(end).unwrap_or(i64::MAX)), words));
    match setting {
        DrawSetting::Draws | DrawSetting::Samples => words.draws_out_of_range(low, high),
        DrawSetting::Seed => words.seed_out_of_range(low, high),
        DrawSetting::WeightSpread => words.spread_out_of_range(low, high),
    }
}

/// A changed maximum that would leave nothing that counts.
pub fn last_max_points(id: &str, names: &impl Names, words: &Words) -> String {
    words.last_max_points(names.indicator(id))
}

/// Something in a link that could not be read.
pub fn notice(notice: &Notice, names: &impl Names, words: &Words) -> String {
    match notice {
        Notice::OtherVersion { given } => words.link_other_version(given),
        Notice::TooLong { .. } => words.link_too_long_to_read(),
        Notice::BadValue { key, given } => words.link_bad_value(key, given),
        Notice::BadMaxPoints { indicator, given } => {
            let largest = whole(Exact::whole(i64::from(LARGEST_MAX_POINTS)), words);
            words.link_bad_max_points(given, names.indicator(indicator), largest)
        }
        Notice::Cut { end } => words.link_cut(end),
    }
}

#[cfg(test)]
mod tests {
    use super::{entry_fault, problem};
    use crate::{Names, Words};
    use dti_engine::calculator::{CalculatorError, DrawSetting, EntryFault, Given};
    use dti_formats::link::{self, Language};

    struct Ids;

    impl Names for Ids {
        fn unit(&self, id: &str) -> String {
            id.to_owned()
        }
        fn indicator(&self, id: &str) -> String {
            id.to_owned()
        }
    }

    #[test]
    fn a_figure_that_cannot_be_known_gives_its_range() {
        let calculator = dti_formats::official().unwrap();
        let (link, _) =
            link::read("e=2022&u=bac-giang&s=bac-giang.awareness:k0,bac-giang.security:k0");
        let error = calculator.simulate(&link.scenario).unwrap_err();
        let vi = problem(&error, &Ids, &Words::plain(Language::Vi));
        assert!(
            vi.contains(": 0,0000 không hợp với các số khác đã có."),
            "{vi}"
        );
        assert!(vi.contains("Có thể nhập từ 0,"), "{vi}");
        let en = problem(&error, &Ids, &Words::plain(Language::En));
        assert!(en.contains("Possible: 0."), "{en}");
    }

    #[test]
    fn a_draw_setting_gives_its_range() {
        let error = CalculatorError::DrawSettingOutOfRange {
            setting: DrawSetting::Draws,
            given: Given(0.0),
        };
        let vi = problem(&error, &Ids, &Words::plain(Language::Vi));
        assert_eq!(vi, "Số lần thử phải từ 1 đến 1.000.000.");
        let en = problem(&error, &Ids, &Words::plain(Language::En));
        assert_eq!(en, "The number of draws can be 1 to 1,000,000.");
    }

    #[test]
    fn a_wrong_text_says_what_to_enter() {
        let fault = EntryFault::OutOfRange;
        assert_eq!(
            entry_fault(fault, "1", &Words::plain(Language::Vi)),
            "Số phải từ 0 đến 1."
        );
        let fault = EntryFault::TooManyDecimals { allowed: 4 };
        assert_eq!(
            entry_fault(fault, "1", &Words::plain(Language::En)),
            "Use 4 decimals at most."
        );
    }
}
