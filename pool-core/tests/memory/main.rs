//! The memory that pools and threads allocate, measured by an allocator that counts and can fail.

#![cfg(not(loom))]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

mod allocator;
mod footprint;
#[cfg(feature = "std")]
mod many_pools;
#[cfg(feature = "std")]
mod no_alloc;
#[cfg(feature = "std")]
mod out_of_memory;
#[cfg(feature = "std")]
mod thread_exit;
