//! What tests of the views start from: calculators, and the page at an address.

use crate::state::State;
use dti_engine::calculator::Calculator;
use dti_engine::model::{Exact, ResultsRow, ResultsTable};
use dti_formats::link::Language;
use dti_formats::{OwnCatalogue, results_part};
use leptos::prelude::*;
use std::sync::{Arc, LazyLock};

/// The official editions.
pub(crate) fn official() -> &'static Arc<Calculator> {
    static CALCULATOR: LazyLock<Arc<Calculator>> =
        LazyLock::new(|| Arc::new(dti_formats::official().unwrap()));
    &CALCULATOR
}

/// The official editions and what a reader brought.
pub(crate) fn with(brought: OwnCatalogue) -> Arc<Calculator> {
    Arc::new(dti_formats::official_with(brought).unwrap())
}

/// The edition 2022 with a table of one unit in it, and another figure than was published.
pub(crate) fn loaded() -> Arc<Calculator> {
    let row = ResultsRow {
        unit: "bac-giang".to_owned(),
        rank: Some(1),
        total: Some(Exact::decimal(9999, 4)),
        scores: vec![("society".to_owned(), Exact::decimal(9, 1))],
    };
    let table = ResultsTable {
        edition: "2022".to_owned(),
        rows: vec![row],
    };
    with(results_part(official().edition("2022").unwrap(), &table))
}

/// Does something with the page at an address, served in Vietnamese.
#[track_caller]
pub(crate) fn on_page<T>(
    calculator: &Arc<Calculator>,
    fragment: &str,
    go: impl FnOnce(State) -> T,
) -> T {
    let address = format!("https://example.org/dti/{fragment}");
    let calculator = Arc::clone(calculator);
    Owner::new().with(|| go(State::try_new(calculator, &address, Language::Vi, |_| None).unwrap()))
}
