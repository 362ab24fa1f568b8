//! What of a link is taken in, and what is refused.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use dti_engine::calculator::{CalculatorError, ErrorCode};
use dti_engine::model::Scenario;
use dti_formats::link;

#[track_caller]
fn admitted(fragment: &str) -> (Scenario, Vec<ErrorCode>) {
    let calculator = dti_formats::official().unwrap();
    let (link, notices) = link::read(fragment);
    assert_eq!(notices, []);
    let (kept, refused) = calculator.admit(&link.scenario, &link::Link::default().scenario);
    assert!(calculator.simulate(&kept).is_ok());
    (kept, refused.iter().map(CalculatorError::code).collect())
}

#[test]
fn an_unknown_edition_gives_the_default() {
    let (kept, refused) = admitted("e=1999&u=hue&s=hue.society:0.5");
    assert_eq!(kept, link::Link::default().scenario);
    assert_eq!(refused, [ErrorCode::UnknownEdition]);
    assert_eq!(admitted("e=2020").1, [ErrorCode::Unavailable]);
}

#[test]
fn what_does_not_fit_is_left_out_and_the_rest_applies() {
    let (kept, refused) = admitted(
        "e=2022&u=hue&w=foundation:3&r=trend\
         &s=bac-giang.society:0.45,bac-giang.moon:0.1,bac-giang.society:k0.3",
    );
    assert_eq!(kept.overrides.len(), 1);
    assert_eq!(kept.unit.as_deref(), Some(link::DEFAULT_UNIT));
    let expected = [
        ErrorCode::UnknownUnit,
        ErrorCode::UnknownIndicator,
        ErrorCode::Unavailable,
        ErrorCode::UnknownIndicator,
        ErrorCode::Unavailable,
    ];
    assert_eq!(refused, expected);
}
