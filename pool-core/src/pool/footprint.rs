//! The memory bill of a config: numbers for the compiler, and a table for people.

use core::fmt;

use super::{class, shared};
#[cfg(feature = "std")]
use super::{membership, wait};
use crate::config::PoolConfig;
use crate::heap;
use crate::human::HumanBytes;
use crate::policy::Overflow;
use crate::size_class::SizeClass;
use crate::slot;

impl PoolConfig {
    /// The number of bytes that a thread takes from the global allocator for each pool from which it
    /// acquires small buffers. The thread frees them when it exits, or after the pool is gone. A thread that
    /// uses more than eight pools at once also has a table of them, of at most 24 bytes for each.
    #[cfg(feature = "std")]
    pub const BYTES_PER_THREAD: usize = membership::BYTES;

    /// The maximum number of bytes that a pool of this config takes from the global allocator, saturating
    /// at [`usize::MAX`].
    ///
    /// The figure covers the slots of every class with their header room, the slack for aligning them, the
    /// shards, the bitmaps and the shared state. A pool allocates its bookkeeping at the first acquire and
    /// the slots of a class at the first acquire from that class, so it reaches this bound, and does not
    /// exceed it, once every class has been used.
    ///
    /// The figure does not cover:
    ///
    /// * the [`Pool`](crate::Pool) value itself, in a static or wherever you store it;
    /// * a record of `BYTES_PER_THREAD` bytes for each thread that acquires;
    /// * the entries of queues of waiters, of [`waiter_bytes`](Self::waiter_bytes) each, and those that the pool keeps for the
    ///   next ones: [`kept_waiter_bytes`](Self::kept_waiter_bytes);
    /// * the allocator's own overhead;
    /// * buffers on the heap under [`Overflow::Heap`](crate::Overflow::Heap): overflow, and requests longer
    ///   than the largest class. [`Pool::stats`](crate::Pool::stats) counts both.
    ///
    /// Threads that race for the first acquire from a pool or from a class may each reserve its bookkeeping or
    /// its slots. All but one free them before they return, and the slots are not touched until then.
    /// [`Pool::prefault`](crate::Pool::prefault) ahead of time prevents that.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{PoolConfig, SizeClass};
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

    /// The maximum number of bytes that one buffer of up to `max_len` bytes takes from the global allocator
    /// when no slot serves it. It is zero if no class that may serve the buffer has the policy
    /// [`Overflow::Heap`](crate::Overflow::Heap), and neither has
    /// [`jumbo_overflow`](Self::jumbo_overflow) if the buffer may be longer than the largest class.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Overflow, PoolConfig};
    ///
    /// const CONFIG: PoolConfig = PoolConfig::new().with_message(0, 1000, None);
    /// assert!((1024..1200).contains(&CONFIG.heap_bytes(1000)));
    /// assert_eq!(CONFIG.with_overflow(Overflow::Fail).heap_bytes(1000), 0);
    /// assert!(CONFIG.heap_bytes(5000) >= 5000);
    /// assert_eq!(CONFIG.with_overflow(Overflow::Fail).heap_bytes(5000), 0);
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
        if above && matches!(self.jumbo_overflow(), Overflow::Heap) {
            most = Some(max_len);
        }
        match most {
            Some(bytes) => bytes.saturating_add(heap::OVERHEAD),
            None => 0,
        }
    }

    /// The maximum number of bytes that one request takes in the queue while it waits for a slot. It is zero
    /// if no class has the policy `Overflow::Wait`.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Overflow, PoolConfig, SizeClass};
    ///
    /// const CONFIG: PoolConfig = PoolConfig::new().with_class(SizeClass::MIN, 8);
    /// assert_eq!(CONFIG.waiter_bytes(), 0);
    /// assert!((40..=200).contains(&CONFIG.with_overflow(Overflow::Wait).waiter_bytes()));
    /// ```
    #[must_use]
    pub const fn waiter_bytes(&self) -> usize {
        #[cfg(feature = "std")]
        return if self.waiting_classes() > 0 { wait::BYTES } else { 0 };
        #[cfg(not(feature = "std"))]
        0
    }

    /// The maximum number of bytes that the pool keeps for the entries of later waiters, when no request waits. Each class
    /// with the policy `Overflow::Wait` that had waiters keeps the entries of up to eight.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Overflow, PoolConfig, SizeClass};
    ///
    /// const CONFIG: PoolConfig = PoolConfig::new().with_class(SizeClass::MIN, 8);
    /// assert_eq!(CONFIG.kept_waiter_bytes(), 0);
    /// const WAITING: PoolConfig = CONFIG.with_overflow(Overflow::Wait);
    /// assert_eq!(WAITING.kept_waiter_bytes(), 8 * WAITING.waiter_bytes());
    /// ```
    #[must_use]
    pub const fn kept_waiter_bytes(&self) -> usize {
        #[cfg(feature = "std")]
        return self.waiting_classes().saturating_mul(wait::SPARE).saturating_mul(wait::BYTES);
        #[cfg(not(feature = "std"))]
        0
    }

    /// The number of classes for which requests may wait.
    #[cfg(feature = "std")]
    const fn waiting_classes(&self) -> usize {
        let (mut waiting, mut index) = (0_usize, 0);
        while index < SizeClass::POOLED {
            let class = SizeClass::from_index(index);
            if self.capacity(class) > 0 && self.overflow_of(class).waits() {
                waiting = waiting.saturating_add(1);
            }
            index = index.wrapping_add(1);
        }
        waiting
    }

    /// The size of the slots of `class` in bytes, with the slack for aligning them.
    const fn class_bytes(&self, class: SizeClass) -> usize {
        match self.capacity(class) {
            0 => 0,
            capacity => slot::block_bytes(class, capacity),
        }
    }

    /// The size of the shared state and the classes' bookkeeping, in bytes.
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

/// Prints the memory bill: one line per class with the bytes of each slot and of the class, and the total,
/// which is [`PoolConfig::footprint`].
impl fmt::Display for PoolConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:>11}  {:>8}  {:>10}  {:>14}", "class", "capacity", "bytes/slot", "bytes")?;
        for (class, capacity) in self.classes() {
            let (stride, bytes) = (slot::stride(class), self.class_bytes(class));
            writeln!(f, "{class:>11}  {capacity:>8}  {stride:>10}  {bytes:>14}")?;
        }
        writeln!(f, "{:>11}  {:>8}  {:>10}  {:>14}", "bookkeeping", "", "", self.bookkeeping())?;
        let total = self.footprint();
        write!(f, "{:>11}  {:>8}  {:>10}  {total:>14}  ({})", "total", "", "", HumanBytes(total))
    }
}
