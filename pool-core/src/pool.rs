//! The pool's handle. The submodules are the engine behind it. Imports run down this list, never up:
//!
//! ```text
//! outstanding  origin              the count that ends a pool; what a buffer points at
//! bitmap  shard  wait              free slots, shared or owned by a thread; waiters
//! open_shards  shards              the shards of one class, and those that a search can skip
//! membership  membership_table     a thread's shards of one pool, and of all pools
//! thread  refill                   a thread's data, and where it finds more slots
//! stats  class  shared             one class; the state of one pool
//! registry  clear  release         threads join and leave a pool; a buffer's way back
//! acquire  prefault  footprint     a request's slow path; turns of threads; the memory bill
//! ```

pub(crate) mod acquire;
pub(crate) mod bitmap;
mod budget;
pub(crate) mod class;
mod clear;
mod footprint;
mod lifetime_tracker;
#[cfg(feature = "std")]
pub(crate) mod membership;
#[cfg(feature = "std")]
mod membership_table;
#[cfg(feature = "std")]
mod open_shards;
pub(crate) mod origin;
pub(crate) mod outstanding;
#[cfg(all(feature = "std", not(loom)))]
mod prefault;
#[cfg(feature = "std")]
mod refill;
#[cfg(feature = "std")]
mod registry;
pub(crate) mod release;
#[cfg(feature = "std")]
pub(crate) mod shard;
#[cfg(feature = "std")]
pub(crate) mod shards;
pub(crate) mod shared;
pub(crate) mod stats;
#[cfg(feature = "std")]
pub(crate) mod thread;
#[cfg(feature = "std")]
pub(crate) mod wait;

use alloc::alloc::handle_alloc_error;
use core::alloc::Layout;
use core::array;
use core::fmt;
use core::ptr::{self, NonNull};

use self::origin::RawSlot;
use self::shared::Shared;
use self::stats::{ClassStats, PoolStats};
use crate::buf::PooledBuf;
use crate::config::PoolConfig;
#[cfg(feature = "std")]
use crate::config::class_for::{STEP, StepTable};
use crate::error::AcquireError;
use crate::policy::Clear;
use crate::size_class::SizeClass;
use crate::sync::{AtomicPtr, AtomicU64, Ordering};

/// A bounded pool of buffers, shared by any number of threads.
///
/// A `Pool` is a handle. A static is one, and [`Clone`] makes more handles to the same slots. Buffers do
/// not borrow from a handle. When the last handle is dropped the pool closes, and its memory is freed
/// when the last buffer is released.
///
/// A new pool allocates nothing. Its shared state is created at the first acquire or clone, and the slots
/// of a class at the first acquire from that class.
///
/// ```
/// # use pool_core as pool_codec;
/// use pool_codec::{Pool, PoolConfig};
///
/// static POOL: Pool = Pool::new(&PoolConfig::new().with_message(60, 4096, None));
///
/// let mut buf = POOL.acquire(5)?;
/// buf.copy_from_slice(b"hello");
/// let sum = std::thread::spawn(move || buf.iter().map(|&b| u32::from(b)).sum::<u32>()).join();
/// assert_eq!(sum.ok(), Some(532));
/// assert_eq!(POOL.stats().classes().map(|class| class.in_use).sum::<usize>(), 0);
/// # Ok::<(), pool_codec::AcquireError>(())
/// ```
///
// Invariants
//
// * I1: `shared` is null, or came from `Shared::create` and this handle is one of those it counts. It
//   changes from null once, and then stays the same until the handle is dropped.
// * I2: `id` is zero, which is no pool's id, or that of `shared`, which then does not clear.
pub struct Pool {
    /// I2.
    id: AtomicU64,
    #[cfg(feature = "std")]
    steps: StepTable,
    /// I1.
    shared: AtomicPtr<Shared>,
    config: PoolConfig,
}

impl Pool {
    /// Makes a pool. It allocates nothing until it is used.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Pool, PoolConfig, SizeClass};
    ///
    /// static POOL: Pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 16));
    /// assert_eq!(POOL.config().capacity(SizeClass::MIN), 16);
    /// ```
    #[cfg(not(loom))]
    #[must_use]
    pub const fn new(config: &PoolConfig) -> Self {
        Self::assemble(config, AtomicU64::new(0), AtomicPtr::new(ptr::null_mut()))
    }

    /// Makes a pool. With loom this is not a `const fn`, because loom's atomics cannot be made in one.
    #[cfg(loom)]
    #[must_use]
    pub fn new(config: &PoolConfig) -> Self {
        Self::assemble(config, AtomicU64::new(0), AtomicPtr::new(ptr::null_mut()))
    }

    const fn assemble(config: &PoolConfig, id: AtomicU64, shared: AtomicPtr<Shared>) -> Self {
        #[cfg(feature = "std")]
        let steps = config.step_table();
        Self {
            id,
            #[cfg(feature = "std")]
            steps,
            shared,
            config: *config,
        }
    }

    /// The number of bytes of the largest slots, or [`usize::MAX`] if the pool has no slots.
    #[cfg(any(feature = "arena", feature = "slab"))]
    pub(crate) fn largest_len(&self) -> usize {
        self.config.largest_class().map_or(usize::MAX, SizeClass::bytes)
    }

    /// Acquires a buffer of exactly `len` bytes. Dropping the buffer releases it.
    ///
    /// The slot comes from the class of `len`, or from the next larger registered class. If that class has
    /// no free slot, [`Overflow`](crate::Overflow) decides: a request never moves on to a larger class.
    /// Slots cached by idle threads are not available to this call; see
    /// [`flush_thread`](Self::flush_thread). If the policy is [`Overflow::Heap`](crate::Overflow::Heap),
    /// the search for a free slot ends after 64 shards, about 4000 slots. A length above the largest
    /// registered class is a *jumbo* request. The heap serves it if
    /// [`PoolConfig::jumbo_overflow`] is `Heap`, and the statistics count it.
    ///
    /// The bytes are initialised but unspecified: zeroes, or bytes that a previous user of the slot wrote.
    /// **Write before you read.**
    ///
    /// This call never waits. It is lock-free, except inside the global allocator when it calls that.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Pool, PoolConfig};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_message(0, 4096, None));
    /// let buf = pool.acquire(84)?;
    /// assert_eq!((buf.len(), buf.capacity(), buf.is_pooled()), (84, 128, true));
    /// # Ok::<(), pool_codec::AcquireError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// * [`AcquireError::Exhausted`]: the class has no free slot, and its policy is not
    ///   [`Overflow::Heap`](crate::Overflow::Heap). The call may miss a slot that another thread releases
    ///   while it runs.
    /// * [`AcquireError::NoClass`]: `len` exceeds the largest class, and
    ///   [`PoolConfig::jumbo_overflow`] is not `Heap`.
    /// * [`AcquireError::TooLong`]: `len` exceeds [`u32::MAX`].
    /// * [`AcquireError::OutOfMemory`]: the global allocator failed.
    #[inline(always)]
    pub fn acquire(&self, len: usize) -> Result<PooledBuf, AcquireError> {
        #[cfg(feature = "std")]
        if let Some(buf) = self.acquire_fast(len) {
            return Ok(buf);
        }
        let mut error = AcquireError::TooLong { len };
        match self.acquire_slow(len, &mut error) {
            // SAFETY: just taken for this length, which fits in 32 bits.
            Some(slot) => Ok(unsafe { PooledBuf::from_raw_slot(slot, len as u32) }),
            None => Err(error),
        }
    }

    /// Takes a slot of the shard that served this thread last.
    #[cfg(feature = "std")]
    #[inline(always)]
    pub(crate) fn acquire_fast(&self, len: usize) -> Option<PooledBuf> {
        // A length of zero wraps, and takes the slow path.
        let class = *self.steps.get(len.wrapping_sub(1) / STEP)?;
        // Relaxed: it only selects among this thread's own data.
        let id = self.id.load(Ordering::Relaxed);
        // SAFETY: if the id is a pool's, it is this one's (I2), which `self` keeps alive.
        let slot = unsafe { thread::pop(id, class) }?;
        // SAFETY: just taken, from a pool that does not clear (I2); the class serves the length.
        Some(unsafe { PooledBuf::from_shard_slot(slot, len as u32) })
    }

    /// [`acquire`](Self::acquire) when the fast path finds no slot. The result fits in registers. If it
    /// were returned through memory, the compiler would return that of the fast path through memory, too.
    #[inline(never)]
    fn acquire_slow(&self, len: usize, error: &mut AcquireError) -> Option<RawSlot> {
        match self.try_acquire(len) {
            Ok(slot) => Some(slot),
            Err(failed) => {
                *error = failed;
                None
            }
        }
    }

    #[inline]
    fn try_acquire(&self, len: usize) -> Result<RawSlot, AcquireError> {
        let short = u32::try_from(len).map_err(|_| AcquireError::TooLong { len })?;
        let shared = self.shared_or_create().ok_or(AcquireError::OutOfMemory { len })?;
        // SAFETY: from `Shared::create`, and this handle keeps it alive (I1).
        unsafe { acquire::acquire(shared, short) }
    }

    /// Reserves the slots of every class and touches each of their pages, so that no later acquire has to.
    /// The first touch of a page takes the system about a microsecond. Classes that were used before are
    /// left as they are, because their slots may be in use.
    ///
    /// Threads that call this at the same time take turns, so that they take the pool's memory once. The first
    /// acquire of a class waits while another thread touches its slots. A global allocator must not call this
    /// function, because another thread may be calling the allocator in its turn. Without the feature `std`
    /// threads do not take turns, and wait by spinning.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Pool, PoolConfig};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_message(0, 4096, None));
    /// pool.prefault()?;
    /// # Ok::<(), pool_codec::AcquireError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`AcquireError::OutOfMemory`]: the global allocator failed, for the class whose size is the error's
    /// length. A length of zero stands for the pool's bookkeeping.
    pub fn prefault(&self) -> Result<(), AcquireError> {
        #[cfg(all(feature = "std", not(loom)))]
        let _turn = prefault::Turn::take();
        let shared = self.shared_or_create().ok_or(AcquireError::OutOfMemory { len: 0 })?;
        // SAFETY: from `Shared::create`, and this handle keeps it alive (I1).
        unsafe { shared.as_ref() }.prefault()
    }

    /// Makes the free slots that the calling thread caches available to all threads. Buffers in use are
    /// not affected.
    ///
    /// A thread that acquires small buffers comes to own shards of up to 62 slots, and keeps them until
    /// it exits. Call this on a thread that is about to idle for a long time, or that has finished a large
    /// burst. The next acquire claims a shard again. A thread's exit does the same when its thread-locals
    /// are destroyed: before `join` returns, but not always before a [`std::thread::scope`] ends.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Overflow, Pool, PoolConfig, SizeClass};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 4).with_overflow(Overflow::Fail));
    /// let all: Vec<_> = (0..4).map(|_| pool.acquire(100)).collect::<Result<_, _>>()?;
    /// drop(all);
    /// // This thread caches all four slots, so other threads find none ...
    /// std::thread::scope(|s| s.spawn(|| assert!(pool.acquire(100).is_err())).join().unwrap());
    /// pool.flush_thread();
    /// // ... until this thread flushes them.
    /// std::thread::scope(|s| s.spawn(|| assert!(pool.acquire(100).is_ok())).join().unwrap());
    /// # Ok::<(), pool_codec::AcquireError>(())
    /// ```
    #[cfg(feature = "std")]
    pub fn flush_thread(&self) {
        if let Some(shared) = self.shared() {
            // SAFETY: from `Shared::create`, and this handle keeps it alive (I1).
            registry::flush(unsafe { shared.as_ref() }.id());
        }
    }

    /// The config that the pool was made from.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Pool, PoolConfig};
    ///
    /// let config = PoolConfig::new().with_message(0, 4096, None);
    /// assert_eq!(Pool::new(&config).config(), &config);
    /// ```
    #[must_use]
    pub const fn config(&self) -> &PoolConfig {
        &self.config
    }

    /// Takes a snapshot of the pool's statistics. All handles of a pool share the same statistics.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Pool, PoolConfig, SizeClass};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 4));
    /// let _held = pool.acquire(1)?;
    /// assert_eq!(pool.stats().class(SizeClass::MIN).map(|class| class.in_use), Some(1));
    /// # Ok::<(), pool_codec::AcquireError>(())
    /// ```
    #[must_use]
    pub fn stats(&self) -> PoolStats {
        match self.shared() {
            // SAFETY: from `Shared::create`, and this handle keeps it alive (I1).
            Some(shared) => unsafe { shared.as_ref() }.stats(),
            None => {
                let unused = |class| ClassStats::unused(class, self.config.capacity(class));
                PoolStats::new(array::from_fn(|index| unused(SizeClass::from_index(index))), 0, 0)
            }
        }
    }

    /// Counts `bytes` that were written to buffers of the pool and discarded before they were sent. The writers of
    /// `pool-codec` call it when they are dropped; [`PoolStats::discarded`] shows the sum.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Pool, PoolConfig, SizeClass};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 8));
    /// drop(pool.acquire(10)?);
    /// pool.record_discarded(10);
    /// assert_eq!(pool.stats().discarded(), 10);
    /// # Ok::<(), pool_codec::AcquireError>(())
    /// ```
    pub fn record_discarded(&self, bytes: usize) {
        // A pool that has no state yet has had no buffer.
        if let Some(shared) = self.shared() {
            // SAFETY: from `Shared::create`, and this handle keeps it alive (I1).
            unsafe { shared.as_ref() }.record_discarded(bytes as u64);
        }
    }

    #[inline]
    fn shared(&self) -> Option<NonNull<Shared>> {
        // Acquire: pairs with the Release in `create`, so that the state is complete.
        NonNull::new(self.shared.load(Ordering::Acquire))
    }

    #[inline]
    pub(crate) fn shared_or_create(&self) -> Option<NonNull<Shared>> {
        let shared = self.shared().or_else(|| self.create())?;
        // SAFETY: from `Shared::create`, and this handle keeps it alive (I1).
        let id = unsafe { shared.as_ref() }.id();
        // Relaxed, both: see `acquire_fast`. The load saves a write to a cache line that all threads
        // read.
        if self.id.load(Ordering::Relaxed) != id && self.config.clear() == Clear::Never {
            self.id.store(id, Ordering::Relaxed);
        }
        Some(shared)
    }

    #[cold]
    fn create(&self) -> Option<NonNull<Shared>> {
        let new = Shared::create(&self.config)?;
        // Release on success: publishes the state, pairs with the Acquire in `shared` and the one
        // below. Acquire on failure: pairs with the Release of the thread that came first.
        let won = self.shared.compare_exchange(
            ptr::null_mut(),
            new.as_ptr(),
            Ordering::Release,
            Ordering::Acquire,
        );
        match won {
            Ok(_) => Some(new),
            Err(first) => {
                // SAFETY: from `Shared::create`, and never published.
                unsafe { Shared::free(new) };
                NonNull::new(first)
            }
        }
    }
}

impl Clone for Pool {
    /// Makes another handle to the same slots.
    ///
    /// # Panics
    ///
    /// Panics if there are more than [`isize::MAX`] handles. If the first clone finds no memory for the
    /// shared state, it calls [`handle_alloc_error`].
    fn clone(&self) -> Self {
        let Some(shared) = self.shared_or_create() else {
            handle_alloc_error(Layout::new::<Shared>())
        };
        // SAFETY: from `Shared::create`, and this handle keeps it alive (I1).
        unsafe { shared.as_ref() }.add_handle();
        // Relaxed: as in `shared_or_create`.
        let id = AtomicU64::new(self.id.load(Ordering::Relaxed));
        let shared = AtomicPtr::new(shared.as_ptr());
        Self::assemble(&self.config, id, shared)
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        // Relaxed: `&mut self`, so the store that set it has happened before.
        if let Some(shared) = NonNull::new(self.shared.load(Ordering::Relaxed)) {
            // SAFETY: as in `flush_thread`, and the id is read before the handle is given up.
            #[cfg(feature = "std")]
            let id = unsafe { shared.as_ref() }.id();
            // SAFETY: from `Shared::create`, counted for this handle (I1), which ends here.
            if unsafe { Shared::drop_handle(shared) } {
                // This thread's shards need not wait until the thread notices the close.
                #[cfg(feature = "std")]
                registry::flush(id);
                // SAFETY: from `Shared::create`; this was the last handle.
                unsafe { Shared::close(shared) };
            }
        }
    }
}

impl fmt::Debug for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let classes: alloc::vec::Vec<_> = self.stats().classes().copied().collect();
        f.debug_struct("Pool")
            .field("overflow", &self.config.overflow())
            .field("classes", &classes)
            .finish_non_exhaustive()
    }
}
