//! Every chart, drawn for the cases that break charts, against stored pictures; the colours against
//! the page's; the tile maps against the country.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

#[path = "charts/cases.rs"]
mod cases;
#[path = "charts/snapshot.rs"]
mod snapshot;
#[path = "charts/tiles.rs"]
mod tiles;
#[path = "charts/tokens.rs"]
mod tokens;
