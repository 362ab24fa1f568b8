//! What two pages made of the same kept data, put together.

use super::Own;

impl Own {
    /// What both pages wanted, who began with `base`: of each thing what one of them added, changed
    /// or took out. `None` where they made different things of the same one. `edition_of` gives the
    /// id of an own index's edition.
    pub fn merged(
        base: &Self,
        ours: &Self,
        theirs: &Self,
        edition_of: impl Fn(&str) -> Option<String>,
    ) -> Option<Self> {
        let all = [base, ours, theirs];
        // One that cannot be read is itself.
        let index = |text: &String| edition_of(text).unwrap_or_else(|| text.clone());
        let assessed =
            |one: &dti_engine::model::Assessment| (one.edition.clone(), one.unit.clone());
        let mut merged = Self {
            lists: each(all.map(|own| &own.lists[..]), |list| list.framework.clone())?,
            slots: each(all.map(|own| &own.slots[..]), Clone::clone)?,
            results: each(all.map(|own| &own.results[..]), |table| {
                table.edition.clone()
            })?,
            indices: each(all.map(|own| &own.indices[..]), index)?,
            examples: each(all.map(|own| &own.examples[..]), Clone::clone)?,
            assessments: each(all.map(|own| &own.assessments[..]), assessed)?,
        };
        // A list takes the place of assumed slots.
        let lists = &merged.lists;
        let is_listed = |id: &String| lists.iter().any(|list| list.framework == *id);
        merged.slots.retain(|id| !is_listed(id));
        Some(merged)
    }
}

/// The things of one kind, in their order and ours behind.
fn each<T: Clone + PartialEq, K: PartialEq>(
    [base, ours, theirs]: [&[T]; 3],
    key: impl Fn(&T) -> K,
) -> Option<Vec<T>> {
    let mut merged: Vec<T> = Vec::new();
    for thing in theirs.iter().chain(ours) {
        let own_key = key(thing);
        if merged.iter().any(|other| key(other) == own_key) {
            continue;
        }
        let [before, own, other] =
            [base, ours, theirs].map(|all| all.iter().find(|thing| key(thing) == own_key));
        let stays = match () {
            () if own == before || own == other => other,
            () if other == before => own,
            () => return None,
        };
        merged.extend(stays.cloned());
    }
    Some(merged)
}

#[cfg(test)]
mod tests {
    use crate::Own;
    use dti_engine::model::{ComponentList, ResultsTable};

    fn table(edition: &str, rows: usize) -> ResultsTable {
        ResultsTable {
            edition: edition.to_owned(),
            rows: vec![Default::default(); rows],
        }
    }

    fn own(results: &[(&str, usize)], slots: &[&str]) -> Own {
        Own {
            results: results.iter().map(|(id, rows)| table(id, *rows)).collect(),
            slots: slots.iter().map(|id| (*id).to_owned()).collect(),
            ..Own::default()
        }
    }

    #[track_caller]
    fn expect(base: &Own, ours: &Own, theirs: &Own, wanted: Option<&Own>) {
        let merged = Own::merged(base, ours, theirs, |_| None);
        assert_eq!(merged.as_ref(), wanted);
    }

    #[test]
    fn what_either_page_did_to_different_things_is_kept() {
        let base = own(&[("a", 1), ("b", 1)], &["f"]);
        let ours = own(&[("a", 2), ("b", 1)], &["f", "g"]);
        let theirs = own(&[("a", 1), ("c", 3)], &[]);
        let wanted = own(&[("a", 2), ("c", 3)], &["g"]);
        expect(&base, &ours, &theirs, Some(&wanted));
        expect(&base, &base, &theirs, Some(&theirs));
        expect(&base, &ours, &base, Some(&ours));
        expect(&base, &ours, &ours, Some(&ours));
        expect(&base, &base, &Own::default(), Some(&Own::default()));
    }

    #[test]
    fn two_changes_of_the_same_thing_are_no_merge() {
        let base = own(&[("a", 1)], &[]);
        expect(&base, &own(&[("a", 2)], &[]), &own(&[("a", 3)], &[]), None);
        expect(&base, &own(&[("a", 2)], &[]), &Own::default(), None);
        expect(&base, &Own::default(), &own(&[("a", 2)], &[]), None);
        expect(
            &Own::default(),
            &own(&[("a", 2)], &[]),
            &own(&[("a", 3)], &[]),
            None,
        );
    }

    #[test]
    fn a_list_takes_the_place_of_slots() {
        let list = ComponentList {
            framework: "f".to_owned(),
            rows: Vec::new(),
        };
        let listed = Own {
            lists: vec![list],
            ..Own::default()
        };
        expect(&Own::default(), &own(&[], &["f"]), &listed, Some(&listed));
    }
}
