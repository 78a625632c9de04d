//! The derive, for each shape and attribute.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

mod boxed_message;
mod check;
mod containers;
mod enums;
mod evolution;
mod fields;
mod generics;
mod hostile_forms;
mod lend;
mod rules;
mod sizes;

use pool_dev::allocator::{PerThread, Watched};

#[global_allocator]
static ALLOCATOR: Watched<PerThread> = Watched::new();
