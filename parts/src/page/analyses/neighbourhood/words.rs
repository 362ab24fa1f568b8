//! Sentences about the places around a province.

use crate::page::analyses::others::{about, counted};
use crate::page::text::points;
use dti_engine::calculator::Zone;
use dti_engine::model::Exact;
use dti_formats::link::Language::{self, En, Vi};

/// The next place up.
pub(super) struct Rise {
    /// Points needed; marked where they rest on estimates.
    pub(super) points: String,
    /// Who is drawn level with.
    pub(super) name: String,
    /// The rank that this gives.
    pub(super) rank: u32,
}

/// The next fall.
pub(super) struct Fall {
    /// Points that may be lost before it; `None` where nothing may.
    pub(super) points: Option<String>,
    /// Who passes.
    pub(super) names: String,
    /// The rank after it.
    pub(super) rank: u32,
}

/// "Huế (hạng 4) cần thêm 4,9 điểm để bằng Quảng Ninh và lên hạng 3; mất hơn 4,2 điểm thì tụt sau
/// Cần Thơ, xuống hạng 5."
pub(super) fn finding(
    name: &str,
    rank: u32,
    rise: Option<&Rise>,
    fall: Option<&Fall>,
    language: Language,
) -> String {
    let up = match (language, rise) {
        (Vi, None) => format!("{name} đang ở hạng {rank}"),
        (En, None) => format!("{name} is at rank {rank}"),
        (Vi, Some(rise)) => format!(
            "{name} (hạng {rank}) cần thêm {} để bằng {} và lên hạng {}",
            rise.points, rise.name, rise.rank
        ),
        (En, Some(rise)) => format!(
            "{name} (rank {rank}) has to gain {} to draw level with {} and reach rank {}",
            rise.points, rise.name, rise.rank
        ),
    };
    format!("{up}; {}.", falls(fall, language))
}

fn falls(fall: Option<&Fall>, language: Language) -> String {
    let Some(Fall {
        points,
        names,
        rank,
    }) = fall
    else {
        return match language {
            Vi => "không tỉnh nào đứng sau".to_owned(),
            En => "no province stands behind it".to_owned(),
        };
    };
    match (language, points) {
        (Vi, None) => format!("đang bằng điểm {names} nên hễ thấp hơn là xuống hạng {rank}"),
        (En, None) => {
            format!("it is level with {names}, so that any real loss takes it to rank {rank}")
        }
        (Vi, Some(points)) => format!("mất hơn {points} thì tụt sau {names}, xuống hạng {rank}"),
        (En, Some(points)) => {
            format!("losing more than {points} drops it behind {names} to rank {rank}")
        }
    }
}

/// Whether the province stands where little moves much; `step` is such a gain in points.
pub(super) fn crowded(
    name: &str,
    zone: Option<&Zone>,
    has_zones: bool,
    step: Exact,
    language: Language,
) -> String {
    let step = counted(step, language);
    match (language, zone) {
        (Vi, None) if has_zones => format!(
            "{name} không đứng ở chỗ rất sát nào, tức là nơi thêm {step} đã bằng hoặc vượt ít nhất 3 tỉnh."
        ),
        (En, None) if has_zones => format!(
            "{name} does not stand in a crowd, where {step} more draws level with or passes at least 3 provinces."
        ),
        (Vi, None) => {
            format!("Cả bảng không có chỗ nào mà thêm {step} đã bằng hoặc vượt ít nhất 3 tỉnh.")
        }
        (En, None) => format!(
            "Nowhere in the table does {step} more draw level with or pass at least 3 provinces."
        ),
        (Vi, Some(Zone { from, to, .. })) if from == to => {
            format!("{name} đứng ở một chỗ rất sát: thêm {step} là bằng hoặc vượt ít nhất 3 tỉnh.")
        }
        (En, Some(Zone { from, to, .. })) if from == to => format!(
            "{name} stands in a crowd: {step} more draws level with or passes at least 3 provinces."
        ),
        (Vi, Some(Zone { from, to, .. })) => format!(
            "Từ hạng {from} đến hạng {to}, trong đó có {name}, các tỉnh đứng rất sát: thêm {step} là bằng hoặc vượt ít nhất 3 tỉnh."
        ),
        (En, Some(Zone { from, to, .. })) => format!(
            "From rank {from} to rank {to}, where {name} stands, it is crowded: {step} more draws level with or passes at least 3 provinces."
        ),
    }
}

/// Folds the crowded stretches.
pub(super) fn zones(many: usize, language: Language) -> String {
    match language {
        Vi => format!("Những chỗ rất sát trong bảng ({many})"),
        En => format!("Crowded stretches of the table ({many})"),
    }
}

/// What makes a crowded stretch.
pub(super) fn zone(step: Exact, language: Language) -> String {
    let step = counted(step, language);
    match language {
        Vi => format!("Nơi thêm {step} là bằng hoặc vượt ít nhất 3 tỉnh"),
        En => format!("Where {step} more draws level with or passes at least 3 provinces"),
    }
}

/// "10–23"
pub(super) fn ranks(zone: &Zone) -> String {
    if zone.from == zone.to {
        zone.from.to_string()
    } else {
        format!("{}–{}", zone.from, zone.to)
    }
}

/// "5 bậc"
pub(super) fn places(places: u32, language: Language) -> String {
    match (language, places) {
        (Vi, _) => format!("{places} bậc"),
        (En, 1) => "1 place".to_owned(),
        (En, _) => format!("{places} places"),
    }
}

/// Points ahead (+) or behind, to stand in a column.
pub(super) fn gap(value: Exact, text: String, is_estimated: bool) -> String {
    let sign = if value > Exact::ZERO { "+" } else { "" };
    about(format!("{sign}{text}"), is_estimated)
}

/// Heading of a column of such gaps.
pub(super) fn against(name: &str, language: Language) -> String {
    match language {
        Vi => format!("So với {name}, điểm"),
        En => format!("Against {name}, points"),
    }
}

/// How the order of two neighbours depends on the weights.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Order {
    /// Their scores are the same.
    Level,
    /// By the indicators alone the first is not ahead: something else decides.
    Outside(Beside),
    /// The score is no sum of points, so weights do not tell.
    NoSum,
    /// It holds for all weights.
    Always,
    /// It holds up to this share of other weights, `0..1`, perhaps by estimates.
    UpTo(Exact, bool),
}

/// What moves a score beside its indicators.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Beside {
    /// Rounding of what was published.
    Rounding,
    /// What rivals gain or lose.
    Rivals,
}

impl Beside {
    fn name(self, language: Language) -> &'static str {
        match (language, self) {
            (Vi, Self::Rounding) => "làm tròn",
            (En, Self::Rounding) => "rounding",
            (Vi, Self::Rivals) => "mức thay đổi của các tỉnh khác",
            (En, Self::Rivals) => "the change of the other provinces",
        }
    }
}

/// One sentence on the order of two neighbours, the first of them ahead.
pub(super) fn order([first, second]: [&str; 2], order: Order, language: Language) -> String {
    match (language, order) {
        (Vi, Order::Level) => {
            format!("{first} và {second} đang bằng điểm nên không có thứ tự nào để giữ.")
        }
        (En, Order::Level) => {
            format!("{first} and {second} are level, so that there is no order to keep.")
        }
        (Vi, Order::Outside(beside)) => format!(
            "Tính lại từ các chỉ số thì {first} không hơn {second}: thứ tự hiện nay do phần ngoài các chỉ số (như {}) quyết định, nên không xét được theo trọng số.",
            beside.name(Vi)
        ),
        (En, Order::Outside(beside)) => format!(
            "By the indicators alone {first} is not ahead of {second}: what decides their order lies outside them (such as {}), so that weights cannot tell.",
            beside.name(En)
        ),
        (Vi, Order::NoSum) => format!(
            "Giá trị của bộ chỉ số này không phải tổng điểm theo trọng số, nên không xét được theo trọng số thứ tự {first} trên {second} chắc đến đâu."
        ),
        (En, Order::NoSum) => format!(
            "The score of this index is no sum of points, so weights cannot tell how firmly {first} is ahead of {second}."
        ),
        (Vi, Order::Always) => format!(
            "{first} không kém {second} ở chỉ số nào, nên không bộ trọng số nào đưa được {second} lên trên."
        ),
        (En, Order::Always) => format!(
            "{first} is not behind {second} on any indicator, so that no weights can put {second} ahead."
        ),
        (_, Order::UpTo(share, is_estimated)) => {
            up_to([first, second], share, is_estimated, language)
        }
    }
}

/// Where an order holds up to a share of other weights; one decimal, never nothing and never all.
fn up_to(
    [first, second]: [&str; 2],
    share: Exact,
    is_estimated: bool,
    language: Language,
) -> String {
    let tenths = (share * Exact::whole(100)).round_half_up(1);
    let text = points(Exact::decimal(tenths.clamp(1, 999), 1), language);
    let text = match (language, tenths) {
        _ if is_estimated => format!("≈ {text}%"),
        (Vi, ..1000) => format!("khoảng {text}%"),
        (En, ..1000) => format!("about {text}%"),
        (Vi, _) => format!("hơn {text}%"),
        (En, _) => format!("more than {text}%"),
    };
    match language {
        Vi if tenths < 1 => format!(
            "Thứ tự {first} trên {second} rất mong manh: thay chưa đến 0,1% trọng số đã có thể đổi chỗ hai tỉnh."
        ),
        En if tenths < 1 => format!(
            "The lead of {first} over {second} is thin: replacing less than 0.1% of the weights may turn their order round."
        ),
        Vi => format!(
            "{first} vẫn đứng trên {second} khi thay tới {text} trọng số bằng bộ trọng số bất kỳ khác; thay nhiều hơn thì có bộ trọng số làm hai tỉnh đổi chỗ."
        ),
        En => format!(
            "{first} stays ahead of {second} while up to {text} of the weights is replaced by any others; with more there are weights that turn their order round."
        ),
    }
}

/// The shares rest on estimates.
pub(super) fn estimated_shares(language: Language) -> &'static str {
    match language {
        Vi => {
            "Một trong các tỉnh này có chỉ số chỉ được ước tính, nên mức phần trăm cũng là ước tính."
        }
        En => {
            "One of these provinces has an indicator that is only estimated, so the percentages are estimates too."
        }
    }
}

/// What replacing a share of the weights means.
pub(super) fn weights(language: Language) -> &'static str {
    match language {
        Vi => {
            "Thay 10% trọng số nghĩa là giữ 90% theo điểm tối đa hiện nay, còn 10% chia lại tùy ý cho các chỉ số."
        }
        En => {
            "To replace 10% of the weights is to keep 90% by the present max points and to share out 10% among the indicators in any way."
        }
    }
}

/// The indicators of rivals do not move.
pub(super) fn without_rivals(language: Language) -> &'static str {
    match language {
        Vi => "Phần này chỉ tính theo các chỉ số, không gồm mức thay đổi của các tỉnh khác.",
        En => {
            "This goes by the indicators only, without what the other provinces gain or lose besides."
        }
    }
}
