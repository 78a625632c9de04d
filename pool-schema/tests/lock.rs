//! What a difference between two schemas means, held against the encodings of both.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::std_instead_of_core,
    reason = "a test may panic, and reads best as plain std"
)]

#[path = "lock/mutations.rs"]
mod mutations;
#[path = "lock/verdicts.rs"]
mod verdicts;
