//! The memory that decoding and connections allocate and hold, measured by an allocator that counts per thread.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

mod bill;
mod collections;
#[cfg(feature = "tokio")]
mod declared;
mod held;
mod hostile_bill;
mod hostile_outgoing;
mod hostile_refill;
mod no_alloc;
mod sealed_bill;
mod stack;
mod stack_rows;
#[path = "../toy_cipher/mod.rs"]
mod toy_cipher;

use pool_dev::allocator::{PerThread, Watched};

#[global_allocator]
static ALLOCATOR: Watched<PerThread> = Watched::new();
