//! What the derive makes of each shape and attribute.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

mod allocator;
mod check;
mod enums;
mod evolution;
mod fields;
mod generics;
mod lend;
mod rules;
mod sizes;
