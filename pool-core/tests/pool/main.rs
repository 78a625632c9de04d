//! One pool: lengths and classes, configs, exhaustion, statistics, and the isolation of slots.

#![cfg(not(loom))]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

mod cells;
mod config;
mod exhaustion;
mod isolation;
mod lengths;
#[cfg(feature = "std")]
mod statistics;
