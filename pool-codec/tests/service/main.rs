//! The declarations of a service, and the pools and streams that follow from them.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

mod compiled;
mod errors;
mod market;
mod pools;
mod streams;
