//! The end of pools. A counting allocator checks that every pool frees all its memory, once.

#![cfg(all(feature = "std", not(loom)))]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

mod lifetimes;
mod races;

#[path = "../support/live.rs"]
mod live;
