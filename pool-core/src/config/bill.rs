//! What a pool costs: a number for the compiler, a table for people.

use core::fmt;

use super::PoolConfig;
use crate::heap;
use crate::human::HumanBytes;
use crate::policy::Overflow;
#[cfg(feature = "std")]
use crate::pool::wait;
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
    /// thread that acquires, the entries of a queue of waiters ([`waiter_bytes`](Self::waiter_bytes)
    /// each), the allocator's own overhead, and buffers served by the heap: overflow under
    /// [`Overflow::Heap`](crate::Overflow::Heap) and requests longer than the largest class, both of
    /// which [`Pool::stats`](crate::Pool::stats) counts. Threads that race for the first acquire of a
    /// class may each reserve its slots; all but one give them back before they return.
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

    /// The most bytes that one buffer of up to `max_len` bytes takes from the global allocator when no slot
    /// serves it: none, where the policy of each class that may serve it is not
    /// [`Overflow::Heap`](crate::Overflow::Heap) and the largest class holds it.
    ///
    /// ```
    /// use pool_core::{Overflow, PoolConfig};
    ///
    /// const CONFIG: PoolConfig = PoolConfig::new().with_message(0, 1000, None);
    /// assert!((1024..1200).contains(&CONFIG.heap_bytes(1000)));
    /// assert_eq!(CONFIG.with_overflow(Overflow::Fail).heap_bytes(1000), 0);
    /// assert!(CONFIG.with_overflow(Overflow::Fail).heap_bytes(5000) >= 5000);
    /// ```
    #[must_use]
    pub const fn heap_bytes(&self, max_len: usize) -> usize {
        let (mut most, mut index, mut served) = (None, 0, None);
        while index < SizeClass::POOLED {
            let class = SizeClass::from_index(index);
            index = index.wrapping_add(1);
            if self.capacity(class) == 0 {
                continue;
            }
            let reached = match served {
                Some(below) => max_len > below,
                None => true,
            };
            if reached && matches!(self.overflow_of(class), Overflow::Heap) {
                most = Some(class.bytes());
            }
            served = Some(class.bytes());
        }
        let above = match served {
            Some(largest) => max_len > largest,
            None => true,
        };
        if above {
            most = Some(max_len);
        }
        match most {
            Some(bytes) => bytes.saturating_add(heap::OVERHEAD),
            None => 0,
        }
    }

    /// The most bytes that one request takes in the queue while it waits for a slot: none where no class has the
    /// policy to wait.
    ///
    /// ```
    /// use pool_core::{Overflow, PoolConfig, SizeClass};
    ///
    /// const CONFIG: PoolConfig = PoolConfig::new().with_class(SizeClass::MIN, 8);
    /// assert_eq!(CONFIG.waiter_bytes(), 0);
    /// assert!((40..=200).contains(&CONFIG.with_overflow(Overflow::Wait).waiter_bytes()));
    /// ```
    #[must_use]
    pub const fn waiter_bytes(&self) -> usize {
        let mut index = 0;
        while index < SizeClass::POOLED {
            let class = SizeClass::from_index(index);
            if self.capacity(class) > 0 && self.overflow_of(class).waits() {
                #[cfg(feature = "std")]
                return wait::BYTES;
            }
            index = index.wrapping_add(1);
        }
        0
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
