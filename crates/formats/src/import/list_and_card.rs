//! A component list and one unit's scorecard from one sheet, as offices keep both: numbers, names and
//! max points beside what was assessed.

use super::assessment::{Card, read_card};
use super::component_list::list_in;
use super::findings::Findings;
use super::{Choices, Draft, Earned, TableKind};
use crate::Grid;
use dti_engine::model::{Assessment, ComponentList, Edition};

/// A list and a scorecard on their way in.
pub type ListAndCardDraft = Draft<(ComponentList, Assessment)>;

/// Understands a sheet as a component list for an edition's framework, and as the scorecard of a unit
/// with these components.
pub fn read_list_and_card(
    grid: &Grid,
    edition: &Edition,
    unit: &str,
    choices: &Choices,
    earned: Earned,
) -> ListAndCardDraft {
    let framework = edition.framework();
    let list = list_in(grid, framework, choices, TableKind::ListAndCard);
    // What a list lacks is said before values are looked for below it.
    let is_whole = list.errors().next().is_none();
    let made = framework
        .with_components(&list.value)
        .ok()
        .filter(|_| is_whole);
    let Some(framework) = made else {
        let nothing = Assessment {
            edition: edition.id().to_owned(),
            unit: unit.to_owned(),
            rows: Vec::new(),
        };
        return list.with(|list| (list, nothing));
    };
    let card = Card {
        kind: TableKind::ListAndCard,
        framework: &framework,
        edition: edition.id(),
        year: edition.header().year,
        unit,
    };
    let mut card = read_card(grid, &card, choices, earned);
    card.findings = Findings::of_both(&list.findings, &card.findings);
    card.mains = list.mains;
    card.with(|card| (list.value, card))
}
