//! The pool's handle.

#[cfg(feature = "std")]
pub(crate) mod acquire;
mod alive;
pub(crate) mod away;
pub(crate) mod bitmap;
pub(crate) mod class;
pub(crate) mod home;
#[cfg(feature = "std")]
pub(crate) mod shard;
#[cfg(feature = "std")]
pub(crate) mod shards;
pub(crate) mod shared;
pub(crate) mod stats;
pub(crate) mod storage;
#[cfg(feature = "std")]
pub(crate) mod thread;
#[cfg(feature = "std")]
pub(crate) mod wait;
pub(crate) mod wipe;

use alloc::alloc::handle_alloc_error;
use core::alloc::Layout;
use core::array;
use core::fmt;
use core::ptr::{self, NonNull};

use self::home::Taken;
use self::shared::Shared;
use self::stats::{ClassStats, PoolStats};
use crate::buf::PooledBuf;
use crate::config::PoolConfig;
#[cfg(feature = "std")]
use crate::config::{STEP, Steps};
use crate::error::AcquireError;
use crate::policy::Clear;
use crate::size_class::SizeClass;
use crate::sync::{AtomicPtr, AtomicU64, Ordering};

/// A bounded pool of buffers, shared by any number of threads.
///
/// A `Pool` is a handle: a static is one, and [`Clone`] makes more, on the same slots. Buffers do not
/// borrow from it. When the last handle is dropped the pool closes, and its memory is freed when the
/// last buffer has come home.
///
/// A new pool has taken no memory. Its shared state is created at the first acquire or clone, and the
/// slots of a class at that class's first acquire.
///
/// ```
/// use pool_core::{Pool, PoolConfig};
///
/// static POOL: Pool = Pool::new(&PoolConfig::new().with_message(60, 4096, None));
///
/// let mut buf = POOL.acquire(5)?;
/// buf.copy_from_slice(b"hello");
/// let sum = std::thread::spawn(move || buf.iter().map(|&b| u32::from(b)).sum::<u32>()).join();
/// assert_eq!(sum.ok(), Some(532));
/// assert_eq!(POOL.stats().classes().map(|class| class.in_use).sum::<usize>(), 0);
/// # Ok::<(), pool_core::AcquireError>(())
/// ```
///
// Invariants
//
// * I1: `shared` is null, or came from `Shared::create` and this handle is one of those it counts. It
//   changes from null once, and then stays until the handle is dropped.
// * I2: `id` is zero, which is no pool's id, or that of `shared`, which then does not clear.
pub struct Pool {
    /// I2.
    id: AtomicU64,
    #[cfg(feature = "std")]
    steps: Steps,
    /// I1.
    shared: AtomicPtr<Shared>,
    config: PoolConfig,
}

impl Pool {
    /// A pool of its own, which has taken no memory yet.
    ///
    /// ```
    /// use pool_core::{Pool, PoolConfig, SizeClass};
    ///
    /// static POOL: Pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 16));
    /// assert_eq!(POOL.config().capacity(SizeClass::MIN), 16);
    /// ```
    #[cfg(not(loom))]
    #[must_use]
    pub const fn new(config: &PoolConfig) -> Self {
        Self::assemble(config, AtomicU64::new(0), AtomicPtr::new(ptr::null_mut()))
    }

    /// A pool of its own; loom's atomics cannot be made in a `const`.
    #[cfg(loom)]
    #[must_use]
    pub fn new(config: &PoolConfig) -> Self {
        Self::assemble(config, AtomicU64::new(0), AtomicPtr::new(ptr::null_mut()))
    }

    const fn assemble(config: &PoolConfig, id: AtomicU64, shared: AtomicPtr<Shared>) -> Self {
        #[cfg(feature = "std")]
        let steps = config.steps();
        Self {
            id,
            #[cfg(feature = "std")]
            steps,
            shared,
            config: *config,
        }
    }

    /// A buffer of exactly `len` bytes, which is given back when it is dropped.
    ///
    /// The buffer comes from the class of `len`, or from the next larger one that is registered. If no
    /// slot of that class is to be had, [`Overflow`](crate::Overflow) decides: a request never moves on
    /// to a larger class. Slots that idle threads keep ([`flush_thread`](Self::flush_thread)) are not to be
    /// had; and where the heap is the alternative, a search ends after 64 shards, some 4000 slots. A length above the largest registered class is a *jumbo* request; whatever
    /// the policy, it is served by the heap and counted.
    ///
    /// The bytes are initialised but not specified: zero, or what a previous user of the slot wrote.
    /// Write before you read.
    ///
    /// Never waits. Lock-free, apart from what the global allocator does where it is asked.
    ///
    /// ```
    /// use pool_core::{Pool, PoolConfig};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_message(0, 4096, None));
    /// let buf = pool.acquire(84)?;
    /// assert_eq!((buf.len(), buf.capacity(), buf.is_pooled()), (84, 128, true));
    /// # Ok::<(), pool_core::AcquireError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// * [`AcquireError::Exhausted`]: every slot of the class is out, and the policy is
    ///   [`Overflow::Fail`](crate::Overflow::Fail). A slot that another thread gives back during the
    ///   call may be missed.
    /// * [`AcquireError::TooLong`]: `len` exceeds [`u32::MAX`].
    /// * [`AcquireError::OutOfMemory`]: the global allocator failed.
    #[inline(always)]
    pub fn acquire(&self, len: usize) -> Result<PooledBuf, AcquireError> {
        #[cfg(feature = "std")]
        if let Some(buf) = self.acquire_own(len) {
            return Ok(buf);
        }
        let mut error = AcquireError::TooLong { len };
        match self.acquire_elsewhere(len, &mut error) {
            // SAFETY: just taken for this length, which fits in 32 bits.
            Some(taken) => Ok(unsafe { PooledBuf::from_taken(taken, len as u32) }),
            None => Err(error),
        }
    }

    /// A slot of the shard that served this thread last.
    #[cfg(feature = "std")]
    #[inline(always)]
    fn acquire_own(&self, len: usize) -> Option<PooledBuf> {
        // A length of zero wraps, and takes the other way.
        let class = *self.steps.get(len.wrapping_sub(1) / STEP)?;
        // Relaxed: only says which of this thread's records is this pool's.
        let id = self.id.load(Ordering::Relaxed);
        // SAFETY: if the id is a pool's, it is this one's (I2), which `self` keeps alive.
        let taken = unsafe { thread::pop(id, class) }?;
        // SAFETY: just taken, from a pool that does not clear (I2); the class serves the length.
        Some(unsafe { PooledBuf::from_uncleared(taken, len as u32) })
    }

    /// [`acquire`](Self::acquire), where the fast path has nothing. The result fits in registers: if it
    /// came through memory, the compiler would send the fast path's through memory, too.
    #[inline(never)]
    fn acquire_elsewhere(&self, len: usize, error: &mut AcquireError) -> Option<Taken> {
        match self.try_acquire(len) {
            Ok(taken) => Some(taken),
            Err(failed) => {
                *error = failed;
                None
            }
        }
    }

    #[inline]
    fn try_acquire(&self, len: usize) -> Result<Taken, AcquireError> {
        let short = u32::try_from(len).map_err(|_| AcquireError::TooLong { len })?;
        let shared = self.shared_or_create().ok_or(AcquireError::OutOfMemory { len })?;
        // SAFETY: from `Shared::create`, and this handle keeps it alive (I1).
        unsafe { Shared::acquire(shared, short) }
    }

    /// Reserves the slots of every class and touches each of their pages, so that no later acquire does:
    /// the first touch of a page takes the system about a microsecond. Classes that are in use already
    /// are left as they are.
    ///
    /// ```
    /// use pool_core::{Pool, PoolConfig};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_message(0, 4096, None));
    /// pool.prefault()?;
    /// # Ok::<(), pool_core::AcquireError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`AcquireError::OutOfMemory`]: the global allocator failed for the class of that length.
    pub fn prefault(&self) -> Result<(), AcquireError> {
        let shared = self.shared_or_create().ok_or(AcquireError::OutOfMemory { len: 0 })?;
        // SAFETY: from `Shared::create`, and this handle keeps it alive (I1).
        unsafe { shared.as_ref() }.prefault()
    }

    /// Gives back to the other threads what the calling thread keeps of this pool for itself, apart
    /// from buffers that are out.
    ///
    /// A thread that acquires small buffers comes to own shards of up to 62 slots, and keeps them until
    /// it exits. For a thread that is about to idle for long, or that made one large burst, call this.
    /// The next acquire claims a shard again. A thread's exit does the same, when its thread-locals are
    /// destroyed: before a `join` returns, but not always before the end of a [`std::thread::scope`].
    ///
    /// ```
    /// use pool_core::{Overflow, Pool, PoolConfig, SizeClass};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 4).with_overflow(Overflow::Fail));
    /// let all: Vec<_> = (0..4).map(|_| pool.acquire(100)).collect::<Result<_, _>>()?;
    /// drop(all);
    /// // This thread keeps all four slots, and nobody else has any ...
    /// std::thread::scope(|s| s.spawn(|| assert!(pool.acquire(100).is_err())).join().unwrap());
    /// pool.flush_thread();
    /// // ... until it lets go of them.
    /// std::thread::scope(|s| s.spawn(|| assert!(pool.acquire(100).is_ok())).join().unwrap());
    /// # Ok::<(), pool_core::AcquireError>(())
    /// ```
    #[cfg(feature = "std")]
    pub fn flush_thread(&self) {
        if let Some(shared) = self.shared() {
            // SAFETY: from `Shared::create`, and this handle keeps it alive (I1).
            thread::flush(unsafe { shared.as_ref() }.id());
        }
    }

    /// What the pool was made from.
    ///
    /// ```
    /// use pool_core::{Pool, PoolConfig};
    ///
    /// let config = PoolConfig::new().with_message(0, 4096, None);
    /// assert_eq!(Pool::new(&config).config(), &config);
    /// ```
    #[must_use]
    pub const fn config(&self) -> &PoolConfig {
        &self.config
    }

    /// A snapshot of what the pool has done, the same from every handle.
    ///
    /// ```
    /// use pool_core::{Pool, PoolConfig, SizeClass};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 4));
    /// let _held = pool.acquire(1)?;
    /// assert_eq!(pool.stats().class(SizeClass::MIN).map(|class| class.in_use), Some(1));
    /// # Ok::<(), pool_core::AcquireError>(())
    /// ```
    #[must_use]
    pub fn stats(&self) -> PoolStats {
        match self.shared() {
            // SAFETY: from `Shared::create`, and this handle keeps it alive (I1).
            Some(shared) => unsafe { shared.as_ref() }.stats(),
            None => {
                let unused = |class| ClassStats::unused(class, self.config.capacity(class));
                PoolStats::new(array::from_fn(|index| unused(SizeClass::from_index(index))), 0)
            }
        }
    }

    #[inline]
    fn shared(&self) -> Option<NonNull<Shared>> {
        // Acquire: pairs with the Release in `create`, so that the state is complete.
        NonNull::new(self.shared.load(Ordering::Acquire))
    }

    #[inline]
    fn shared_or_create(&self) -> Option<NonNull<Shared>> {
        let shared = self.shared().or_else(|| self.create())?;
        // SAFETY: from `Shared::create`, and this handle keeps it alive (I1).
        let id = unsafe { shared.as_ref() }.id();
        // Relaxed, both: see `acquire_own`. The load spares the line that all threads read the write.
        if self.id.load(Ordering::Relaxed) != id && self.config.clear() == Clear::Never {
            self.id.store(id, Ordering::Relaxed);
        }
        Some(shared)
    }

    #[cold]
    fn create(&self) -> Option<NonNull<Shared>> {
        let new = Shared::create(&self.config)?;
        // Release on success: publishes the state, pairs with the Acquire in `shared` and the one
        // below. Acquire on failure: pairs with the Release of the thread that was first.
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
    /// Another handle on the same slots.
    ///
    /// # Panics
    ///
    /// If there are more than [`isize::MAX`] handles. Memory that the first clone cannot get for the
    /// shared state ends in [`handle_alloc_error`].
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
            // SAFETY: from `Shared::create`, counted for this handle (I1), which ends here.
            unsafe { Shared::drop_handle(shared) };
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
