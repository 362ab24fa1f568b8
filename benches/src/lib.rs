//! What is timed and counted: the same cases natively (`../engine.rs`, `../session.rs`, `../native.rs`)
//! and in the browser (`trials`), where plain JavaScript and LineUp.js answer the same questions.

pub mod cases;
pub mod trials;
