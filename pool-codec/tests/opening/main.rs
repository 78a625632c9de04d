//! Digests of encodings, and the opening exchange that compares them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]
#![allow(clippy::arithmetic_side_effects, reason = "a test may panic")]

mod digest;
mod exchange;
mod hostile_openings;
mod sets;
