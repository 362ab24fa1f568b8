//! What the scripts for Python and R say: whose figures they hold, and each step in a line.

use crate::explanations::day_of;
use crate::numbers::whole;
use crate::{Words, origin_word};
use dti_engine::calculator::{Calculator, CalculatorError};
use dti_engine::model::{Origin, Provenance, Scenario, Ties};
use dti_formats::{Script, ScriptWords};

/// The computation of a scenario, to be written as a script; `more` are lines of the page about it. Fails as a
/// simulation does; `None` where the total is no mean of the main indicators.
pub fn script(
    calculator: &Calculator,
    scenario: &Scenario,
    more: Vec<String>,
    words: &Words,
) -> Result<Option<Script>, CalculatorError> {
    let edition = calculator.edition(&scenario.edition)?;
    let header = edition.framework().header();
    let title = words.in_language(&edition.header().title);
    let mut about = vec![
        words.elsewhere_about(title, edition.units().len()),
        format!("{}.", words.tag(!scenario.is_baseline())),
    ];
    about.extend(more);
    if let Some((number, date)) = &header.decision {
        let total = whole(edition.framework().total().value(), words);
        about.push(words.data_decision(number, day_of(date, words), total));
    }
    let error = calculator.estimate_error(edition.id());
    let has_estimates = error.ok().flatten().is_some();
    about.extend(has_estimates.then(|| words.report_estimates()));
    let own = ScriptWords {
        about,
        indicators: words.elsewhere_indicators().to_owned(),
        units: words.elsewhere_units(),
        total: match header.decimals {
            Some(decimals) => words.elsewhere_total(decimals),
            None => words.elsewhere_total_unrounded().to_owned(),
        },
        rank: match header.ties {
            Ties::Competition => words.elsewhere_rank(),
            Ties::Dense => words.elsewhere_rank_dense().to_owned(),
        },
        check: words.elsewhere_check().to_owned(),
    };
    let origin = |provenance, origin, is_known| origin_told(words, provenance, origin, is_known);
    Script::of(calculator, scenario, (own, words.language()), &origin)
}

/// Where a score comes from, unless it is published.
fn origin_told(
    words: &Words,
    provenance: Provenance,
    origin: Origin,
    is_known: bool,
) -> Option<String> {
    let word = match origin {
        Origin::Entered if is_known => words.origin_known(),
        origin => origin_word(words, provenance, origin),
    };
    (word != words.origin_published()).then(|| word.to_owned())
}
