//! Waiting for a slot: requests, the queue, and races between releases and waiters.

#![cfg(all(feature = "std", not(loom)))]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

mod queue;
mod races;
mod requests;

#[path = "../support/watchdog.rs"]
mod watchdog;
