//! What a pool costs: a number for the compiler, a table for people.

use core::fmt;

use super::PoolConfig;
use crate::human::HumanBytes;
use crate::pool::{class, shared, storage};
use crate::size_class::SizeClass;

impl PoolConfig {
    /// The most bytes a pool of this config takes from the global allocator, saturating at
    /// [`usize::MAX`].
    ///
    /// Covered: the slots of every class with their header room, the slack spent on aligning them,
    /// the shards, the bitmaps and the shared state. A pool allocates its bookkeeping at the first
    /// acquire and the slots of a class at that class's first acquire, so this is an upper bound that
    /// is reached, not exceeded, once every class has been used.
    ///
    /// Not covered: what is not the pool's to bound. That is the [`Pool`](crate::Pool) value itself
    /// (a static's bytes, or wherever you keep it), a record of `BYTES_PER_THREAD` bytes for each
    /// thread that acquires, the entries of a queue of waiters, the allocator's own overhead, and buffers
    /// served by the heap: overflow under [`Overflow::Heap`](crate::Overflow::Heap) and requests longer
    /// than the largest class, both of which [`Pool::stats`](crate::Pool::stats) counts. Threads that
    /// race for the first acquire of a class may each reserve its slots; all but one give them back
    /// before they return.
    ///
    /// ```
    /// use pool_core::{PoolConfig, SizeClass};
    ///
    /// const CONFIG: PoolConfig = PoolConfig::new().with_message(60, 4096, None);
    /// const _: () = assert!(CONFIG.footprint() <= 2 << 20);
    /// ```
    #[must_use]
    pub const fn footprint(&self) -> usize {
        let mut total = self.bookkeeping();
        let mut index = 0;
        while index < SizeClass::POOLED {
            total = total.saturating_add(self.class_bytes(SizeClass::from_index(index)));
            index = index.wrapping_add(1);
        }
        total
    }

    /// What the slots of `class` take, alignment slack included.
    const fn class_bytes(&self, class: SizeClass) -> usize {
        match self.capacity(class) {
            0 => 0,
            capacity => storage::block_bytes(class, capacity),
        }
    }

    /// What the shared state and the classes' bookkeeping take.
    const fn bookkeeping(&self) -> usize {
        let mut total = shared::BYTES;
        let mut index = 0;
        while index < SizeClass::POOLED {
            total = total.saturating_add(class::bytes(self, SizeClass::from_index(index)));
            index = index.wrapping_add(1);
        }
        total
    }
}

/// The memory bill: a line a class, what each slot and each class takes, and the total, which is
/// [`PoolConfig::footprint`].
impl fmt::Display for PoolConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:>11}  {:>8}  {:>10}  {:>14}", "class", "capacity", "bytes/slot", "bytes")?;
        for (class, capacity) in self.classes() {
            let (stride, bytes) = (storage::stride(class), self.class_bytes(class));
            writeln!(f, "{class:>11}  {capacity:>8}  {stride:>10}  {bytes:>14}")?;
        }
        writeln!(f, "{:>11}  {:>8}  {:>10}  {:>14}", "bookkeeping", "", "", self.bookkeeping())?;
        let total = self.footprint();
        write!(f, "{:>11}  {:>8}  {:>10}  {total:>14}  ({})", "total", "", "", HumanBytes(total))
    }
}
