//! The statistics of a pool.

#[cfg(feature = "metrics")]
mod publish;
mod table;

use crate::size_class::SizeClass;

/// The statistics of one size class of a pool.
///
/// ```
/// # use pool_core as pool_codec;
/// use pool_codec::{Pool, PoolConfig, SizeClass};
///
/// let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 8));
/// let held = [pool.acquire(10)?, pool.acquire(20)?];
/// drop(pool.acquire(30)?);
///
/// let stats = pool.stats();
/// let class = stats.class(SizeClass::MIN).expect("registered");
/// assert_eq!((class.in_use, class.high_water, class.hits), (2, 3, 3));
/// // Another thread cannot acquire the slots that this one caches.
/// let cached = std::thread::scope(|scope| scope.spawn(|| pool.stats()).join().unwrap());
/// assert_ne!(cached.class(SizeClass::MIN).expect("registered").cached, 0);
/// # Ok::<(), pool_codec::AcquireError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ClassStats {
    /// The size class.
    pub class: SizeClass,
    /// The number of slots.
    pub capacity: usize,
    /// The number of slots in use.
    pub in_use: usize,
    /// The number of free slots that threads other than the calling one cache. Only the thread that caches a
    /// slot can acquire it, until that thread exits or calls
    /// [`flush_thread`](crate::Pool::flush_thread). It is zero in classes whose slots all threads share.
    pub cached: usize,
    /// The largest number of slots that were in use at once, as the sum of the figures of each shard or each
    /// word of a bitmap. The sum is never less than the true figure, and it is more if the parts did not peak
    /// at the same time. It is exact if only one thread uses the shards of a class, and never flushes.
    pub high_water: usize,
    /// The number of requests served from a slot.
    pub hits: u64,
    /// The number of slots released on a thread that does not own their shard. It is zero in classes whose
    /// slots all threads share.
    pub remote_releases: u64,
    /// The number of requests served with a slot of another thread's shard.
    pub steals: u64,
    /// The number of requests that waited for a slot.
    pub waits: u64,
    /// The number of requests served by the heap because no slot was free.
    pub overflow: u64,
    /// The number of requests that failed because no slot was free. It includes requests that were made again
    /// to wait.
    pub refused: u64,
}

impl ClassStats {
    /// The differences of the counters since `earlier`, and the current state.
    fn since(&self, earlier: &Self) -> Self {
        Self {
            hits: self.hits.saturating_sub(earlier.hits),
            remote_releases: self.remote_releases.saturating_sub(earlier.remote_releases),
            steals: self.steals.saturating_sub(earlier.steals),
            waits: self.waits.saturating_sub(earlier.waits),
            overflow: self.overflow.saturating_sub(earlier.overflow),
            refused: self.refused.saturating_sub(earlier.refused),
            ..*self
        }
    }

    /// The statistics of a class that was never used.
    pub(super) fn unused(class: SizeClass, capacity: usize) -> Self {
        Self {
            class,
            capacity,
            in_use: 0,
            cached: 0,
            high_water: 0,
            hits: 0,
            remote_releases: 0,
            steals: 0,
            waits: 0,
            overflow: 0,
            refused: 0,
        }
    }
}

/// A snapshot of a pool's statistics; `Display` prints it as a table.
///
/// The snapshot reads the counters one after the other. They are consistent with each other only if no
/// thread uses the pool meanwhile.
///
/// ```
/// # use pool_core as pool_codec;
/// use pool_codec::{Pool, PoolConfig};
///
/// let pool = Pool::new(&PoolConfig::new().with_message(60, 1000, None));
/// let buf = pool.acquire(100)?;
/// println!("{}", pool.stats());
/// # Ok::<(), pool_codec::AcquireError>(())
/// ```
///
/// ```text
///  class  capacity  in use  cached  high water  hits  remote  steals  waits  overflow  refused  max memory
///  128 B      1024       1       0           1     1       0       0      0         0        0     192 KiB
///  256 B       512       0       0           0     0       0       0      0         0        0     160 KiB
///  512 B       256       0       0           0     0       0       0      0         0        0     144 KiB
///  1 KiB       128       0       0           0     0       0       0      0         0        0     136 KiB
///  total      1920       1       0           1     1       0       0      0         0        0     632 KiB  + 0 jumbo
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolStats {
    classes: [ClassStats; SizeClass::POOLED],
    jumbo: u64,
    discarded: u64,
}

impl PoolStats {
    pub(super) fn new(
        classes: [ClassStats; SizeClass::POOLED],
        jumbo: u64,
        discarded: u64,
    ) -> Self {
        Self { classes, jumbo, discarded }
    }

    /// The statistics of the registered classes, smallest first.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Pool, PoolConfig, SizeClass};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 8));
    /// assert_eq!(pool.stats().classes().map(|class| class.capacity).sum::<usize>(), 8);
    /// ```
    pub fn classes(&self) -> impl Iterator<Item = &ClassStats> + '_ {
        self.classes.iter().filter(|class| class.capacity > 0)
    }

    /// The statistics of one class, or `None` if it is not registered.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Pool, PoolConfig, SizeClass};
    ///
    /// let pool = Pool::new(&PoolConfig::new());
    /// assert_eq!(pool.stats().class(SizeClass::MIN), None);
    /// ```
    #[must_use]
    pub fn class(&self, class: SizeClass) -> Option<&ClassStats> {
        self.classes.get(class.index()).filter(|stats| stats.capacity > 0)
    }

    /// The number of requests longer than the largest registered class. The heap served all of them.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Pool, PoolConfig};
    ///
    /// let pool = Pool::new(&PoolConfig::new());
    /// drop(pool.acquire(5000)?);
    /// assert_eq!(pool.stats().jumbo(), 1);
    /// # Ok::<(), pool_codec::AcquireError>(())
    /// ```
    #[must_use]
    pub fn jumbo(&self) -> u64 {
        self.jumbo
    }

    /// The number of bytes that were written to buffers of the pool and discarded before they were sent: see
    /// [`Pool::record_discarded`](crate::Pool::record_discarded).
    #[must_use]
    pub fn discarded(&self) -> u64 {
        self.discarded
    }

    /// The changes since `earlier`, a snapshot of the same pool: the differences of all counters, and the
    /// current capacity, slots in use and cached, and high-water mark.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Pool, PoolConfig, SizeClass};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 8));
    /// drop(pool.acquire(10)?);
    /// let before = pool.stats();
    /// let _held = pool.acquire(10)?;
    ///
    /// let since = pool.stats().since(&before);
    /// let class = since.class(SizeClass::MIN).expect("registered");
    /// assert_eq!((class.hits, class.in_use), (1, 1));
    /// # Ok::<(), pool_codec::AcquireError>(())
    /// ```
    #[must_use]
    pub fn since(&self, earlier: &Self) -> Self {
        let mut since = self.clone();
        for (class, earlier) in since.classes.iter_mut().zip(&earlier.classes) {
            *class = class.since(earlier);
        }
        since.jumbo = self.jumbo.saturating_sub(earlier.jumbo);
        since.discarded = self.discarded.saturating_sub(earlier.discarded);
        since
    }
}
