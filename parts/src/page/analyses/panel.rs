//! Which analyses there are, and the row of buttons that chooses among them.

use super::ground::Ground;
use crate::page::Markup;
use crate::page::text::either;
use dti_formats::link::Language;

/// An analysis.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Panel {
    /// The cheapest way to a rank.
    Plan,
    /// The places around.
    Neighbourhood,
    /// Why the rank moved.
    Explain,
    /// How sure the rank is.
    Stability,
    /// The rank against one number.
    Sweep,
    /// The merger of 2025.
    Merger,
    /// Saved scenarios and other provinces.
    Compare,
}

impl Panel {
    const ALL: [Self; 7] = [
        Self::Plan,
        Self::Neighbourhood,
        Self::Explain,
        Self::Stability,
        Self::Sweep,
        Self::Merger,
        Self::Compare,
    ];

    /// The one that is chosen; the plan where none is.
    pub(super) fn chosen(ground: &Ground<'_>) -> Self {
        let chosen = ground.link.view.get("panel");
        let named = |panel: &Self| chosen.is_some_and(|chosen| chosen == panel.id());
        Self::offered(ground).find(named).unwrap_or(Self::Plan)
    }

    /// Those that say something of the edition: only the official ones were merged.
    fn offered(ground: &Ground<'_>) -> impl Iterator<Item = Self> + use<> {
        let is_official = ground.edition.provenance().is_official();
        let all = Self::ALL.into_iter();
        all.filter(move |panel| is_official || *panel != Self::Merger)
    }

    /// Its name in links.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Neighbourhood => "neighbourhood",
            Self::Explain => "explain",
            Self::Stability => "stability",
            Self::Sweep => "sweep",
            Self::Merger => "merger",
            Self::Compare => "compare",
        }
    }

    /// What its button says.
    pub(super) fn name(self, language: Language) -> &'static str {
        let [vi, en] = match self {
            Self::Plan => ["Kế hoạch lên hạng", "Plan to a rank"],
            Self::Neighbourhood => ["Khoảng cách với hạng trên và dưới", "Ranks above and below"],
            Self::Explain => ["Vì sao đổi hạng", "Why the rank moved"],
            Self::Stability => ["Độ chắc chắn", "How sure"],
            Self::Sweep => ["Độ nhạy", "Sensitivity"],
            Self::Merger => ["Sáp nhập", "Merger"],
            Self::Compare => ["So sánh", "Compare"],
        };
        either(language, vi, en)
    }
}

/// The row of buttons.
pub(super) fn buttons(ground: &Ground<'_>, m: &mut Markup) {
    let chosen = Panel::chosen(ground);
    m.node("ul", "analysis-tabs", |m| {
        for panel in Panel::offered(ground) {
            m.node("li", "", |m| {
                m.node("button", "quiet", |m| {
                    m.set("type", "button");
                    m.set("data-do", format!("set panel {}", panel.id()));
                    m.set(
                        "aria-pressed",
                        if panel == chosen { "true" } else { "false" },
                    );
                    m.text(panel.name(ground.language));
                });
            });
        }
    });
}
