//! What went wrong, in words: what was given, what is allowed, the way out.

use super::{either, points, score, whole};
use crate::page::Unkept;
use dti_engine::calculator::{CalculatorError, DrawSetting, highest_entry, lowest_entry};
use dti_engine::model::Exact;
use dti_formats::link::Language;

/// Names for ids, in the language of the moment.
pub(crate) trait Names {
    /// The name of a unit, or its id.
    fn unit(&self, id: &str) -> String;
    /// The name of an indicator, or its id.
    fn indicator(&self, id: &str) -> String;
}

/// An error of the calculator.
pub(crate) fn problem(error: &CalculatorError, names: &impl Names, language: Language) -> String {
    match language {
        Language::Vi => in_vietnamese(error, names),
        Language::En => in_english(error, names),
    }
}

/// A range that can be entered; `None` without room.
fn range(low: Exact, high: Exact, language: Language) -> Option<[String; 2]> {
    let ends = [lowest_entry(low), highest_entry(high)];
    let has_room = low < high && ends.is_sorted();
    has_room.then(|| ends.map(|end| score(end, language)))
}

/// A range of whole numbers.
fn draw_range(setting: DrawSetting, language: Language) -> [String; 2] {
    let (low, high) = setting.range();
    // No end is beyond what JavaScript holds exactly.
    [low, high].map(|end| {
        whole(
            Exact::whole(i64::try_from(end).unwrap_or(i64::MAX)),
            language,
        )
    })
}

fn in_vietnamese(error: &CalculatorError, names: &impl Names) -> String {
    use CalculatorError as E;
    let vi = Language::Vi;
    match error {
        E::UnknownEdition { given, .. } => format!("Không có kỳ đánh giá “{given}”."),
        E::UnknownUnit { given, .. } => format!("Kỳ này không có tỉnh “{given}”."),
        E::UnknownIndicator { given, .. } => format!("Kỳ này không có chỉ số “{given}”."),
        E::PointsAboveMax { indicator, given, max_points, .. } => format!(
            "{} không thể được {} điểm; tối đa là {} điểm.",
            names.indicator(indicator), points(*given, vi), points(*max_points, vi)
        ),
        E::Unreachable { indicator, given, low, high, .. } => {
            let name = names.indicator(indicator);
            match range(*low, *high, vi) {
                Some([low, high]) => format!(
                    "{name}: {} không hợp với các số khác đã có. Có thể nhập từ {low} đến {high}.",
                    score(*given, vi)
                ),
                None => format!("{name}: mọi phần đã được nhập, nên hãy sửa các phần đó."),
            }
        }
        E::KnownSumMissed { unit, by, .. } => format!(
            "Các số bạn cho biết của {} {} {} điểm so với giá trị đã công bố. Hãy sửa một trong các số đó.",
            names.unit(unit),
            if by.is_negative() { "thừa" } else { "thiếu" },
            points(by.abs(), vi)
        ),
        E::NothingCounts => "Phải còn ít nhất một chỉ số có điểm tối đa lớn hơn 0.".to_owned(),
        E::GainOutOfRange { total, .. } => {
            let total = points(*total, vi);
            format!("Số điểm phải từ \u{2212}{total} đến {total}.")
        }
        E::TargetOutOfRange { units, .. } => format!("Thứ hạng mục tiêu phải từ 1 đến {units}."),
        E::CostOutOfRange { indicator, .. } => format!(
            "Hệ số chi phí của {} phải từ 0,000001 đến 1.000.000.",
            names.indicator(indicator)
        ),
        E::DrawSettingOutOfRange { setting, .. } => {
            let [low, high] = draw_range(*setting, vi);
            let what = match setting {
                DrawSetting::Draws | DrawSetting::Samples => "Số lần thử",
                DrawSetting::Seed => "Số khởi đầu của các lần thử",
                DrawSetting::WeightSpread => "Mức dao động của điểm tối đa",
            };
            format!("{what} phải từ {low} đến {high}.")
        }
        E::NotSimulatable(id) => format!("Kỳ {id} không đủ số liệu để mô phỏng."),
        E::OnFile { indicator, .. } => format!(
            "{} đã có số liệu công bố. Hãy kéo thanh trượt để đặt giả định.",
            names.indicator(indicator)
        ),
        E::OwnFigures(_) => "Chỉ số của riêng bạn dùng đúng số liệu đã nạp. Hãy đặt giả định, hoặc nạp lại tệp.".to_owned(),
        E::IdInUse(id) => format!("Mã “{id}” đã được dùng. Hãy đặt mã khác cho chỉ số của bạn."),
        E::NotLoaded(id) => format!("Kỳ {id} là kỳ chính thức nên không gỡ được."),
        E::NotScored(id) => format!("{} không được chấm điểm.", names.indicator(id)),
        E::NoTrend(_) => "Kỳ này thiếu giá trị năm trước của một số tỉnh nên không dùng được mức tăng giảm năm trước.".to_owned(),
        E::NoMerger(_) => "Kỳ này không gộp được.".to_owned(),
        E::NotComparable { from, to } => {
            format!("Kỳ {from} và kỳ {to} không cùng các tỉnh và chỉ số nên không so sánh được.")
        }
        E::NoCrosswalk { from, to } => {
            format!("Chưa công bố kết quả chỉ số thành phần của kỳ {from} và kỳ {to}; chỉ so sánh được theo chỉ số chính.")
        }
        E::NoUnit(_) => "Hãy chọn một tỉnh.".to_owned(),
        E::MissingFigures { unit, .. } => format!("{} thiếu số liệu.", names.unit(unit)),
        E::Rule { indicator, .. } => format!(
            "Giá trị của {} không theo cách chấm của chỉ số này.",
            names.indicator(indicator)
        ),
        E::Twice { unit, indicator, .. } => format!(
            "{} của {} có hai giá trị; chỉ giữ một.",
            names.indicator(indicator), names.unit(unit)
        ),
    }
}

fn in_english(error: &CalculatorError, names: &impl Names) -> String {
    use CalculatorError as E;
    let en = Language::En;
    match error {
        E::UnknownEdition { given, .. } => format!("There is no edition “{given}”."),
        E::UnknownUnit { given, .. } => format!("This edition has no province “{given}”."),
        E::UnknownIndicator { given, .. } => format!("This edition has no indicator “{given}”."),
        E::PointsAboveMax {
            indicator,
            given,
            max_points,
            ..
        } => format!(
            "{} cannot have {} points; the most is {}.",
            names.indicator(indicator),
            points(*given, en),
            points(*max_points, en)
        ),
        E::Unreachable {
            indicator,
            given,
            low,
            high,
            ..
        } => {
            let name = names.indicator(indicator);
            match range(*low, *high, en) {
                Some([low, high]) => format!(
                    "{name}: {} does not fit the other figures. Possible: {low} to {high}.",
                    score(*given, en)
                ),
                None => format!("{name}: every part of it is entered, so change those parts."),
            }
        }
        E::KnownSumMissed { unit, by, .. } => format!(
            "Your figures for {} are {} points {} for its published score. Correct one of them.",
            names.unit(unit),
            points(by.abs(), en),
            if by.is_negative() {
                "too high"
            } else {
                "too low"
            }
        ),
        E::NothingCounts => "At least one indicator needs max points above 0.".to_owned(),
        E::GainOutOfRange { total, .. } => {
            let total = points(*total, en);
            format!("Use \u{2212}{total} to {total} points.")
        }
        E::TargetOutOfRange { units, .. } => format!("The target rank can be 1 to {units}."),
        E::CostOutOfRange { indicator, .. } => format!(
            "The cost factor of {} can be 0.000001 to 1,000,000.",
            names.indicator(indicator)
        ),
        E::DrawSettingOutOfRange { setting, .. } => {
            let [low, high] = draw_range(*setting, en);
            let what = match setting {
                DrawSetting::Draws | DrawSetting::Samples => "The number of draws",
                DrawSetting::Seed => "The seed of the draws",
                DrawSetting::WeightSpread => "The spread of max points",
            };
            format!("{what} can be {low} to {high}.")
        }
        E::NotSimulatable(id) => format!("Edition {id} has too few figures to simulate."),
        E::OnFile { indicator, .. } => format!(
            "{} is published already. Move its slider to suppose another value.",
            names.indicator(indicator)
        ),
        E::OwnFigures(_) => {
            "Your own index has its figures as loaded. Suppose a value, or load the file again."
                .to_owned()
        }
        E::IdInUse(id) => format!("The id “{id}” is in use. Give your index another one."),
        E::NotLoaded(id) => format!("Edition {id} is an official one and stays."),
        E::NotScored(id) => format!("{} is not scored.", names.indicator(id)),
        E::NoTrend(_) => {
            "Some scores of the year before are not on file, so there is no trend here.".to_owned()
        }
        E::NoMerger(_) => "This edition cannot be merged.".to_owned(),
        E::NotComparable { from, to } => format!(
            "Editions {from} and {to} do not have the same provinces and indicators, so they cannot be compared."
        ),
        E::NoCrosswalk { from, to } => {
            format!(
                "Results of components are not published for {from} and {to}; they compare by main indicator only."
            )
        }
        E::NoUnit(_) => "Choose a province.".to_owned(),
        E::MissingFigures { unit, .. } => format!("{} has figures missing.", names.unit(unit)),
        E::Rule { indicator, .. } => format!(
            "The rule of {} does not take this value.",
            names.indicator(indicator)
        ),
        E::Twice {
            unit, indicator, ..
        } => format!(
            "{} of {} has two values; only one is kept.",
            names.indicator(indicator),
            names.unit(unit)
        ),
    }
}

/// Why something is not kept on the device, and what to do.
pub(crate) fn unkept(why: Unkept, language: Language) -> &'static str {
    let (vi, en) = match why {
        Unkept::Denied => (
            "Trình duyệt không cho trang này lưu gì trên máy: những gì bạn nhập và lưu ở đây mất khi đóng trang. Hãy lưu tệp dự án (mục “Xuất và lưu”).",
            "This browser does not let the page keep anything: what you enter and save here is lost when the page closes. Save a project file (“Export and save”).",
        ),
        Unkept::Full => (
            "Bộ nhớ mà trình duyệt dành cho trang này đã đầy: thay đổi mới nhất không lưu được trên máy và mất khi đóng trang. Hãy lưu tệp dự án (mục “Xuất và lưu”) rồi xóa bớt.",
            "The room that this browser gives the page is full: the latest change is not kept and is lost when the page closes. Save a project file (“Export and save”), then delete some.",
        ),
        Unkept::Newer => (
            "Dữ liệu đã lưu trên máy này do một phiên bản mới hơn của trang ghi. Trang này để nguyên, không ghi đè; những gì bạn nhập và lưu ở đây mất khi đóng trang. Hãy tải lại trang để lấy phiên bản mới, hoặc lưu tệp dự án (mục “Xuất và lưu”).",
            "The data kept on this device were written by a newer version of the page. They are left as they are; what you enter and save here is lost when the page closes. Reload to get the newer version, or save a project file (“Export and save”).",
        ),
        Unkept::Unreadable => (
            "Không đọc được dữ liệu đã lưu trên máy này. Trang để nguyên, không ghi đè; những gì bạn nhập ở đây mất khi đóng trang. Hãy lưu tệp dự án (mục “Xuất và lưu”); “Xóa tất cả” ở đó xóa cả dữ liệu không đọc được.",
            "The data kept on this device cannot be read. They are left as they are; what you enter here is lost when the page closes. Save a project file (“Export and save”); “Delete everything” there deletes the unreadable data too.",
        ),
        Unkept::Elsewhere => (
            "Một trang khác đang mở đã đổi cùng dữ liệu của bạn trên máy này, nên thay đổi ở đây chưa được lưu. Dùng bản của trang kia, hay giữ bản ở đây? Bản còn lại lấy lại được bằng “Hoàn tác”; muốn giữ cả hai, hãy lưu tệp dự án trước.",
            "Another open page changed the same data of yours on this device, so the change here is not kept yet. Take that page's version, or keep this one? “Undo” brings the other back; to keep both, save a project file first.",
        ),
    };
    either(language, vi, en)
}

#[cfg(test)]
mod tests {
    use super::{Names, problem};
    use dti_engine::calculator::{CalculatorError, DrawSetting, Given};
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
        let vi = problem(&error, &Ids, Language::Vi);
        assert!(
            vi.contains(": 0,0000 không hợp với các số khác đã có."),
            "{vi}"
        );
        assert!(vi.contains("Có thể nhập từ 0,"), "{vi}");
        let en = problem(&error, &Ids, Language::En);
        assert!(en.contains("Possible: 0."), "{en}");
    }

    #[test]
    fn a_draw_setting_gives_its_range() {
        let error = CalculatorError::DrawSettingOutOfRange {
            setting: DrawSetting::Draws,
            given: Given(0.0),
        };
        let vi = problem(&error, &Ids, Language::Vi);
        assert_eq!(vi, "Số lần thử phải từ 1 đến 1.000.000.");
        let en = problem(&error, &Ids, Language::En);
        assert_eq!(en, "The number of draws can be 1 to 1,000,000.");
    }
}
