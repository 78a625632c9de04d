//! What a pool has done: counters and the table they are shown in.

use alloc::string::{String, ToString};
use core::fmt;

use super::storage;
use crate::human::HumanBytes;
use crate::size_class::SizeClass;
use crate::sync::{AtomicU64, Ordering};

/// The counters of one class. Every acquire writes them, so they keep a pair of cache lines to
/// themselves: what an acquire only reads stays shared between cores, which is worth a quarter of the
/// time under contention.
#[derive(Debug)]
#[repr(align(128))]
pub(super) struct Counters {
    /// Slots handed out, ever.
    hits: AtomicU64,
    /// Slots given back, ever. What is in use is the difference, which costs one operation less than
    /// a count of its own.
    releases: AtomicU64,
    high_water: AtomicU64,
    overflow: AtomicU64,
    refused: AtomicU64,
}

impl Counters {
    pub(super) fn new() -> Self {
        Self {
            hits: AtomicU64::new(0),
            releases: AtomicU64::new(0),
            high_water: AtomicU64::new(0),
            overflow: AtomicU64::new(0),
            refused: AtomicU64::new(0),
        }
    }

    /// A slot was handed out. Called when the slot has been taken.
    #[inline]
    pub(super) fn hit(&self) {
        // AcqRel: pairs with itself. A thread that counts the n-th hit sees the releases that the n-1
        // hits before it saw, and a hit sees the release of its slot's previous tenant through the
        // bitmap. So each slot contributes at most one to the difference below, which therefore never
        // exceeds the capacity.
        let hits = self.hits.fetch_add(1, Ordering::AcqRel).wrapping_add(1);
        // Relaxed: ordered by the line above. It may also see releases of hits later than this one,
        // which make the difference negative; hence the signed comparison.
        let in_use = hits.wrapping_sub(self.releases.load(Ordering::Relaxed));
        // Relaxed: a maximum orders nothing; the load spares the common case the write.
        if in_use as i64 > self.high_water.load(Ordering::Relaxed) as i64 {
            self.high_water.fetch_max(in_use, Ordering::Relaxed);
        }
    }

    /// A slot is about to be given back.
    #[inline]
    pub(super) fn released(&self) {
        // Relaxed: published by the Release on the slot's bit that follows.
        self.releases.fetch_add(1, Ordering::Relaxed);
    }

    /// The heap served a request because no slot was free.
    pub(super) fn overflowed(&self) {
        // Relaxed: a statistic.
        self.overflow.fetch_add(1, Ordering::Relaxed);
    }

    /// A request was refused because no slot was free.
    pub(super) fn refused(&self) {
        // Relaxed: a statistic.
        self.refused.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn snapshot(&self, class: SizeClass, capacity: usize) -> ClassStats {
        // Acquire, and before the hits: pairs with the AcqRel chain in `hit` as far as it goes, so
        // that a release is rarely counted without its hit; the subtraction copes if it is.
        let releases = self.releases.load(Ordering::Acquire);
        // Relaxed: statistics.
        let hits = self.hits.load(Ordering::Relaxed);
        let in_use = usize::try_from(hits.saturating_sub(releases)).unwrap_or(capacity);
        let high_water = self.high_water.load(Ordering::Relaxed);
        ClassStats {
            class,
            capacity,
            in_use: in_use.min(capacity),
            high_water: usize::try_from(high_water).unwrap_or(capacity),
            hits,
            overflow: self.overflow.load(Ordering::Relaxed),
            refused: self.refused.load(Ordering::Relaxed),
        }
    }
}

/// What one size class of a pool has done.
///
/// ```
/// use pool_core::{Pool, PoolConfig, SizeClass};
///
/// let pool = Pool::new(&PoolConfig::new().with(SizeClass::MIN, 8));
/// let held = [pool.acquire(10)?, pool.acquire(20)?];
/// drop(pool.acquire(30)?);
///
/// let stats = pool.stats();
/// let class = stats.class(SizeClass::MIN).expect("registered");
/// assert_eq!((class.in_use, class.high_water, class.hits), (2, 3, 3));
/// # Ok::<(), pool_core::AcquireError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ClassStats {
    /// The class.
    pub class: SizeClass,
    /// Its slots.
    pub capacity: usize,
    /// Slots that are out.
    pub in_use: usize,
    /// The most slots that were out at once.
    pub high_water: usize,
    /// Requests served from a slot.
    pub hits: u64,
    /// Requests served by the heap because every slot was out.
    pub overflow: u64,
    /// Requests refused because every slot was out.
    pub refused: u64,
}

impl ClassStats {
    pub(super) fn unused(class: SizeClass, capacity: usize) -> Self {
        Self { class, capacity, in_use: 0, high_water: 0, hits: 0, overflow: 0, refused: 0 }
    }
}

/// A snapshot of a pool's counters; `Display` prints it as a table.
///
/// The numbers are read one after the other while the pool is in use, so they fit together exactly
/// only when it is not.
///
/// ```
/// use pool_core::{Pool, PoolConfig};
///
/// let pool = Pool::new(&PoolConfig::new().with_message(60, 1000, None));
/// let buf = pool.acquire(100)?;
/// println!("{}", pool.stats());
/// # Ok::<(), pool_core::AcquireError>(())
/// ```
///
/// ```text
///    class  capacity  in use  high water  hits  overflow  refused   memory
///    128 B      1024       1           1     1         0        0  192 KiB
///    256 B       512       0           0     0         0        0  160 KiB
///    512 B       256       0           0     0         0        0  144 KiB
///    1 KiB       128       0           0     0         0        0  136 KiB
///    total      1920       1           1     1         0        0  632 KiB  + 0 jumbo
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolStats {
    classes: [ClassStats; SizeClass::POOLED],
    jumbo: u64,
}

impl PoolStats {
    pub(super) fn new(classes: [ClassStats; SizeClass::POOLED], jumbo: u64) -> Self {
        Self { classes, jumbo }
    }

    /// The registered classes, smallest first.
    ///
    /// ```
    /// use pool_core::{Pool, PoolConfig, SizeClass};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with(SizeClass::MIN, 8));
    /// assert_eq!(pool.stats().classes().map(|class| class.capacity).sum::<usize>(), 8);
    /// ```
    pub fn classes(&self) -> impl Iterator<Item = &ClassStats> + '_ {
        self.classes.iter().filter(|class| class.capacity > 0)
    }

    /// One class, if it is registered.
    ///
    /// ```
    /// use pool_core::{Pool, PoolConfig, SizeClass};
    ///
    /// let pool = Pool::new(&PoolConfig::new());
    /// assert_eq!(pool.stats().class(SizeClass::MIN), None);
    /// ```
    #[must_use]
    pub fn class(&self, class: SizeClass) -> Option<&ClassStats> {
        self.classes.get(class.index()).filter(|stats| stats.capacity > 0)
    }

    /// Requests longer than the largest registered class, all served by the heap.
    ///
    /// ```
    /// use pool_core::{Pool, PoolConfig};
    ///
    /// let pool = Pool::new(&PoolConfig::new());
    /// drop(pool.acquire(5000)?);
    /// assert_eq!(pool.stats().jumbo(), 1);
    /// # Ok::<(), pool_core::AcquireError>(())
    /// ```
    #[must_use]
    pub fn jumbo(&self) -> u64 {
        self.jumbo
    }
}

/// The columns of the table.
const COLUMNS: [&str; 8] =
    ["class", "capacity", "in use", "high water", "hits", "overflow", "refused", "max memory"];

type Row = [String; COLUMNS.len()];

/// The line of one class, or of the total.
fn row(name: String, stats: &ClassStats, memory: usize) -> Row {
    [
        name,
        stats.capacity.to_string(),
        stats.in_use.to_string(),
        stats.high_water.to_string(),
        stats.hits.to_string(),
        stats.overflow.to_string(),
        stats.refused.to_string(),
        HumanBytes(memory).to_string(),
    ]
}

fn write_row(
    f: &mut fmt::Formatter<'_>,
    row: &Row,
    widths: &[usize; COLUMNS.len()],
) -> fmt::Result {
    for (position, (cell, &width)) in row.iter().zip(widths).enumerate() {
        let gap = if position == 0 { "" } else { "  " };
        write!(f, "{gap}{cell:>width$}")?;
    }
    Ok(())
}

impl fmt::Display for PoolStats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rows = alloc::vec![COLUMNS.map(String::from)];
        let mut total = ClassStats::unused(SizeClass::MIN, 0);
        let mut memory = 0_usize;
        for class in self.classes() {
            let slots = storage::stride(class.class).saturating_mul(class.capacity);
            rows.push(row(class.class.to_string(), class, slots));
            memory = memory.saturating_add(slots);
            total.capacity = total.capacity.saturating_add(class.capacity);
            total.in_use = total.in_use.saturating_add(class.in_use);
            total.high_water = total.high_water.saturating_add(class.high_water);
            total.hits = total.hits.saturating_add(class.hits);
            total.overflow = total.overflow.saturating_add(class.overflow);
            total.refused = total.refused.saturating_add(class.refused);
        }
        rows.push(row(String::from("total"), &total, memory));

        let mut widths = [0; COLUMNS.len()];
        for row in &rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = cell.len().max(*width);
            }
        }
        for (position, row) in rows.iter().enumerate() {
            if position > 0 {
                writeln!(f)?;
            }
            write_row(f, row, &widths)?;
        }
        write!(f, "  + {} jumbo", self.jumbo)
    }
}
