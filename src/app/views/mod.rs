//! The pieces of the page. Views read the state and hand signals to the components.

#![expect(
    unreachable_pub,
    reason = "the component macro writes public builders for private components"
)]

mod about;
mod choice;
mod edits;
mod header;
mod ladder;
mod ladder_row;
mod options;
mod scorecard;
mod share;
mod simulator;
mod sources;
mod verdict;

pub(super) use simulator::Simulator;
