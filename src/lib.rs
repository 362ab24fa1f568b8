//! What-if calculator for Viet Nam's provincial Digital Transformation Index (DTI): the page.

#![expect(
    unreachable_pub,
    reason = "`#[component]` writes public builders into private modules"
)]
#![expect(
    clippy::unused_unit,
    reason = "without `{()}` an empty element would be made from text, which Trusted Types refuse"
)]

pub mod app;
pub mod bridge;
pub mod browser;
pub mod components;
pub mod draws;
pub mod state;
pub mod views;
