//! The pool's handle.

mod alive;
pub(crate) mod away;
pub(crate) mod bitmap;
pub(crate) mod shared;
pub(crate) mod stats;
pub(crate) mod storage;

use alloc::alloc::handle_alloc_error;
use core::alloc::Layout;
use core::array;
use core::fmt;
use core::ptr::{self, NonNull};

use self::shared::Shared;
use self::stats::{ClassStats, PoolStats};
use crate::buf::PooledBuf;
use crate::config::PoolConfig;
use crate::error::AcquireError;
use crate::size_class::SizeClass;
use crate::sync::{AtomicPtr, Ordering};

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
pub struct Pool {
    config: PoolConfig,
    /// I1.
    shared: AtomicPtr<Shared>,
}

impl Pool {
    /// A pool of its own, which has taken no memory yet.
    ///
    /// ```
    /// use pool_core::{Pool, PoolConfig, SizeClass};
    ///
    /// static POOL: Pool = Pool::new(&PoolConfig::new().with(SizeClass::MIN, 16));
    /// assert_eq!(POOL.config().capacity(SizeClass::MIN), 16);
    /// ```
    #[cfg(not(loom))]
    #[must_use]
    pub const fn new(config: &PoolConfig) -> Self {
        Self { config: *config, shared: AtomicPtr::new(ptr::null_mut()) }
    }

    /// A pool of its own; loom's atomics cannot be made in a `const`.
    #[cfg(loom)]
    #[must_use]
    pub fn new(config: &PoolConfig) -> Self {
        Self { config: *config, shared: AtomicPtr::new(ptr::null_mut()) }
    }

    /// A buffer of exactly `len` bytes, which is given back when it is dropped.
    ///
    /// The buffer comes from the class of `len`, or from the next larger one that is registered. If
    /// every slot of that class is out, [`Overflow`](crate::Overflow) decides: a request never moves on
    /// to a larger class. A length above the largest registered class is a *jumbo* request; whatever
    /// the policy, it is served by the heap and counted.
    ///
    /// The bytes are initialised but not specified: zero, or what a previous user of the slot wrote.
    /// Write before you read.
    ///
    /// Never waits. Apart from what the global allocator does where it is asked, lock-free.
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
    #[inline]
    pub fn acquire(&self, len: usize) -> Result<PooledBuf, AcquireError> {
        let Ok(short) = u32::try_from(len) else {
            return Err(AcquireError::TooLong { len });
        };
        let Some(shared) = self.shared_or_create() else {
            return Err(AcquireError::OutOfMemory { len });
        };
        // SAFETY: from `Shared::create`, and this handle keeps it alive (I1).
        unsafe { Shared::acquire(shared, short) }
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
    /// let pool = Pool::new(&PoolConfig::new().with(SizeClass::MIN, 4));
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
        self.shared().or_else(|| self.create())
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
        Self { config: self.config, shared: AtomicPtr::new(shared.as_ptr()) }
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
            .field("overflow", &self.config.overflow_policy())
            .field("classes", &classes)
            .finish_non_exhaustive()
    }
}
