//! Arenas: their content beside a model, limits, growth, waiting, memory that ended, and attempts to misuse them.

#![cfg(not(loom))]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

mod adopted;
#[cfg(feature = "allocator-api2")]
mod collections;
mod ended;
mod footprint;
mod growth;
mod hostile_closures;
mod hostile_reentry;
mod hostile_sizes;
mod hostile_threads;
mod model;
#[cfg(feature = "std")]
mod no_alloc;
#[cfg(feature = "std")]
mod waiting;

use pool_core::{Overflow, Pool, PoolConfig};

#[global_allocator]
static ALLOCATOR: pool_dev::allocator::Watched<pool_dev::allocator::PerThread> =
    pool_dev::allocator::Watched::new();

/// Slots of all classes up to 64 KiB, and no heap.
const STRICT: PoolConfig =
    PoolConfig::new().with_message(0, 64 << 10, Some(70)).with_overflow(Overflow::Fail);

/// The slots of all classes that are in use.
fn in_use(pool: &Pool) -> usize {
    pool.stats().classes().map(|class| class.in_use).sum()
}
