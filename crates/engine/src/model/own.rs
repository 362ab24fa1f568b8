//! What a reader brings: component lists, assessments and tables of results. It stays on the device.

use super::{Exact, RawValue, Rule, Text};

/// The official component list of a framework, as a reader loads it. From then on nothing of the
/// framework is assumed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ComponentList {
    /// Id of the framework.
    pub framework: String,
    /// Components and criteria, parents first.
    pub rows: Vec<ListedComponent>,
}

impl ComponentList {
    /// Id of the main indicator below which a row stands.
    pub fn main_of<'a>(&'a self, row: &'a ListedComponent) -> &'a str {
        let mut parent = row.parent.as_str();
        // Criteria stand below components or criteria, a component below a main indicator. Parents come
        // first, so each step leads up.
        for own in self.rows.iter().rev() {
            if own.id == parent {
                parent = &own.parent;
            }
        }
        parent
    }

    /// Ids of the main indicators that have components here, in the list's order.
    pub fn mains(&self) -> Vec<&str> {
        let mut mains: Vec<&str> = Vec::new();
        for row in &self.rows {
            let main = self.main_of(row);
            if !mains.contains(&main) {
                mains.push(main);
            }
        }
        mains
    }

    /// This list with a newer one of the same framework, which takes the place of what stands below
    /// the main indicators that it has components of.
    #[must_use]
    pub fn with_newer(&self, newer: &Self) -> Self {
        let replaced = newer.mains();
        let stays = |row: &&ListedComponent| !replaced.contains(&self.main_of(row));
        let kept = self.rows.iter().filter(stays);
        Self {
            framework: newer.framework.clone(),
            rows: kept.chain(&newer.rows).cloned().collect(),
        }
    }
}

/// One row of a component list.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ListedComponent {
    /// Id of the indicator: `awareness.1`, for a criterion `awareness.1.2`.
    pub id: String,
    /// Id of the main indicator or component above.
    pub parent: String,
    /// Number in the official list, where it has one.
    pub number: Option<String>,
    /// Name.
    pub name: Text,
    /// Max points in hundredths.
    pub max_points: u32,
    /// Whether it counts towards the total.
    pub scored: bool,
    /// Scoring rule.
    pub rule: Rule,
}

/// One unit's own figures by component: what each stage of an assessment gives it, and what if.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Assessment {
    /// Id of the edition.
    pub edition: String,
    /// Id of the unit.
    pub unit: String,
    /// Only indicators with at least one value.
    pub rows: Vec<Assessed>,
}

/// The values of one component.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Assessed {
    /// Id of the component or criterion.
    pub indicator: String,
    /// Self-assessed (tự đánh giá).
    pub own: Option<RawValue>,
    /// Reviewed for the first time (thẩm định lần 1).
    pub reviewed: Option<RawValue>,
    /// What the unit explained (giải trình).
    pub explained: Option<RawValue>,
    /// Verified, the result (kết quả); verification can raise as well as cut.
    pub verified: Option<RawValue>,
    /// What if it became this.
    pub what_if: Option<RawValue>,
    /// The best unit's figure where the rule compares with it: an assumption of the reader.
    pub reference: Option<Exact>,
}

impl Assessed {
    /// The value that counts: the what-if, else that of the last stage that is filled.
    pub fn counting(&self) -> Option<&RawValue> {
        let stages = [
            &self.what_if,
            &self.verified,
            &self.explained,
            &self.reviewed,
            &self.own,
        ];
        stages.into_iter().find_map(Option::as_ref)
    }
}

/// A table of results as the ministry publishes it, loaded by a reader: its figures take the place
/// of an edition's published ones and of estimates.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ResultsTable {
    /// Id of the edition.
    pub edition: String,
    /// One row per unit that the table names.
    pub rows: Vec<ResultsRow>,
}

/// One unit of a table of results.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ResultsRow {
    /// Id of the unit.
    pub unit: String,
    /// Rank, where the table has it.
    pub rank: Option<u32>,
    /// Total score `0..=1`, where the table has it.
    pub total: Option<Exact>,
    /// Scores `0..=1` by indicator id.
    pub scores: Vec<(String, Exact)>,
}
