//! The contenders, in the order of the table.

pub(crate) mod allocators;
mod buffer_sv2;
mod bytes_mut;
mod floors;
mod heapless;
mod locked;
mod object_pools;
pub(crate) mod ours;
mod queue;
mod sharded_slab;
pub(crate) mod zeropool;

use std::alloc::System;

use benches::chart::Role;
use mimalloc::MiMalloc;
use pool_core::{Clear, Overflow, PoolConfig};
#[cfg(feature = "allocators")]
use {snmalloc_rs::SnMalloc, tikv_jemallocator::Jemalloc};

use self::allocators::{Heap, allocator};
use self::buffer_sv2::BufferSv2;
use self::ours::Ours;
use crate::row::Row;

/// The row that the goals are about.
pub(crate) const OURS: &str = "ours";

/// If `cc` builds it, it keeps its assertions, which double its times, unless the C++ compiler gets `NDEBUG`.
#[cfg(feature = "allocators")]
pub(crate) fn snmalloc() -> &'static str {
    let told = option_env!("CXXFLAGS").is_some_and(|flags| flags.contains("-DNDEBUG"));
    if told { "snmalloc" } else { "snmalloc, assertions on" }
}

/// Returns the rows for buffers of `LEN` bytes from pools with `slots` slots.
pub(crate) fn rows<const LEN: usize>(slots: usize) -> Vec<Row> {
    let ours = |name| Row::new(name, Role::Ours, LEN);
    let config = PoolConfig::new();
    let strict = config.with_overflow(Overflow::Fail);
    vec![
        floors::queue_alone(LEN),
        floors::static_buffer(LEN),
        floors::two_atomics(LEN),
        floors::thread_local_stack::<LEN>(),
        // Uses two pools, because a thread that once had every slot may keep the slots from other threads.
        ours(OURS)
            .everywhere(Ours::pool(config, LEN, slots))
            .exhausted(Ours::pool(config, LEN, slots), slots),
        ours("ours, `Clear::OnRelease`").everywhere(Ours::pool(
            config.with_clear(Clear::OnRelease),
            LEN,
            slots,
        )),
        ours("ours, `Overflow::Wait`").everywhere(Ours::pool(
            config.with_overflow(Overflow::Wait),
            LEN,
            slots,
        )),
        ours("ours, `Overflow::Fail`").exhausted(Ours::pool(strict, LEN, slots), slots),
        // Without slots, every buffer comes from the heap, so this is the cost of an overflow.
        ours("ours, no slots").exhausted(Ours::pool(config, LEN, 0), 0),
        allocator("glibc", &System, LEN).exhausted(move || Heap::new(&System, LEN), slots),
        #[cfg(feature = "allocators")]
        allocator("jemalloc", &Jemalloc, LEN),
        allocator("mimalloc", &MiMalloc, LEN),
        #[cfg(feature = "allocators")]
        allocator(snmalloc(), &SnMalloc, LEN),
        object_pools::opool(LEN, slots),
        object_pools::opool_local(LEN, slots),
        object_pools::object_pool(LEN, slots),
        object_pools::lockfree_object_pool(LEN),
        heapless::heapless::<LEN>(slots),
        sharded_slab::sharded_slab::<LEN>(),
        bytes_mut::bytes_mut(LEN),
        buffer_sv2::buffer_sv2(LEN),
        queue::array_queue(LEN, slots),
        locked::mutex_vec(LEN, slots),
        zeropool::zeropool(LEN, slots),
    ]
}

/// Returns the rows that show how buffers in use affect the next acquire. Our pool has `slots` slots.
pub(crate) fn holding<const LEN: usize>(slots: usize) -> Vec<Row> {
    let ours = Ours::pool(PoolConfig::new(), LEN, slots);
    vec![
        Row::new(OURS, Role::Ours, LEN).holding(ours),
        Row::new("glibc", Role::Rival, LEN).holding(|| Heap::new(&System, LEN)),
        Row::new("buffer_sv2", Role::Rival, LEN).holding(|| BufferSv2::new(LEN)),
    ]
}
