//! The configuration of a pool, as a value that the compiler can check.

pub(crate) mod class_for;

use crate::policy::{Clear, Overflow};
use crate::size_class::SizeClass;

/// The capacity of each size class, and the policy for requests that find no free slot.
///
/// A config is a `const` value, so a program's memory bill is known, and can be checked, when the program
/// is built.
///
/// ```
/// # use pool_core as pool_codec;
/// use pool_codec::{Pool, PoolConfig, SizeClass};
///
/// const CONFIG: PoolConfig = PoolConfig::new()
///     .with_class(SizeClass::MIN, 64)
///     .with_message(60, 4096, None);
///
/// const _: () = assert!(CONFIG.footprint() <= 2 << 20);
/// static POOL: Pool = Pool::new(&CONFIG);
///
/// assert_eq!(CONFIG.capacity(SizeClass::for_len(4000)), 32);
/// println!("{CONFIG}");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PoolConfig {
    /// The number of slots of each pooled class, smallest class first; at most `MAX_CAPACITY` each.
    capacities: [u32; SizeClass::POOLED],
    overflow: Overflow,
    /// The policies of classes that have their own.
    overrides: [Option<Overflow>; SizeClass::POOLED],
    /// The policy for requests that no class holds, if it is not `overflow`.
    jumbo: Option<Overflow>,
    /// The length of the longest message that was registered and that no class can hold, or 0.
    unpooled: usize,
    clear: Clear,
}

impl PoolConfig {
    /// The maximum number of slots of a class: 2^24.
    pub const MAX_CAPACITY: usize = 1 << 24;

    /// Makes a config without slots: the heap serves every request.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// assert_eq!(pool_codec::PoolConfig::new().classes().count(), 0);
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self {
            capacities: [0; SizeClass::POOLED],
            overflow: Overflow::Heap,
            overrides: [None; SizeClass::POOLED],
            jumbo: None,
            unpooled: 0,
            clear: Clear::Never,
        }
    }

    /// Sets the capacity of `class`, in slots. A capacity of zero removes the class from the pool.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{PoolConfig, SizeClass};
    ///
    /// let config = PoolConfig::new().with_class(SizeClass::MIN, 8).with_class(SizeClass::MIN, 4);
    /// assert_eq!(config.capacity(SizeClass::MIN), 4);
    /// ```
    ///
    /// # Panics
    ///
    /// Panics if `class` is above [`SizeClass::MAX_POOLED`] or `capacity` is above
    /// [`PoolConfig::MAX_CAPACITY`]. In a `const` this is a compile-time error.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "a pooled class has an index below POOLED")]
    pub const fn with_class(mut self, class: SizeClass, capacity: usize) -> Self {
        assert!(
            class.is_pooled(),
            "classes above `SizeClass::MAX_POOLED` (1 MiB) cannot be pooled"
        );
        assert!(
            capacity <= Self::MAX_CAPACITY,
            "a class has at most `PoolConfig::MAX_CAPACITY` (16777216) slots"
        );
        self.capacities[class.index()] = capacity as u32;
        self
    }

    /// Registers a message whose encoding takes `min_len` to `max_len` bytes. Each class from that of
    /// `min_len` to that of `max_len` gets at least `capacity` slots, or without a `capacity` the class's
    /// [default](SizeClass::default_capacity). A class that has more slots keeps them.
    ///
    /// Classes above [`SizeClass::MAX_POOLED`] are not registered: under [`Overflow::Heap`] the heap serves them.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{PoolConfig, SizeClass};
    ///
    /// let config = PoolConfig::new().with_message(60, 200, None).with_message(100, 100, Some(2000));
    /// assert_eq!(config.capacity(SizeClass::for_len(60)), 2000);
    /// assert_eq!(config.capacity(SizeClass::for_len(200)), 512);
    /// ```
    ///
    /// # Panics
    ///
    /// Panics if `capacity` is above [`PoolConfig::MAX_CAPACITY`]. In a `const` this is a compile-time
    /// error.
    #[must_use]
    pub const fn with_message(
        mut self,
        min_len: usize,
        max_len: usize,
        capacity: Option<usize>,
    ) -> Self {
        let ladder = SizeClass::ladder(min_len, max_len);
        let (Some(start), Some(end)) = (ladder.smallest(), ladder.largest()) else {
            return self;
        };
        if !end.is_pooled() && max_len > self.unpooled {
            self.unpooled = max_len;
        }
        let mut class = start;
        while class.is_pooled() && class.index() <= end.index() {
            let wanted = match capacity {
                Some(slots) => slots,
                None => class.default_capacity(),
            };
            if wanted > self.capacity(class) {
                self = self.with_class(class, wanted);
            }
            match class.next() {
                Some(next) => class = next,
                None => break,
            }
        }
        self
    }

    /// Gives each class the larger of its capacities in `self` and `other`. The policies are those of
    /// `self`.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{PoolConfig, SizeClass};
    ///
    /// const A: PoolConfig = PoolConfig::new().with_class(SizeClass::MIN, 8);
    /// const B: PoolConfig = PoolConfig::new().with_class(SizeClass::MIN, 16);
    /// assert_eq!(A.merge(&B).capacity(SizeClass::MIN), 16);
    /// ```
    #[must_use]
    pub const fn merge(mut self, other: &Self) -> Self {
        let mut index = 0;
        while index < SizeClass::POOLED {
            let class = SizeClass::from_index(index);
            if other.capacity(class) > self.capacity(class) {
                self = self.with_class(class, other.capacity(class));
            }
            index = index.wrapping_add(1);
        }
        if other.unpooled > self.unpooled {
            self.unpooled = other.unpooled;
        }
        self
    }

    /// Whether every class has at least as many slots as in `other`, and whether this config
    /// [serves](Self::serves) every length that `other` does, be it from the heap.
    ///
    /// The policies of the classes do not matter.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::PoolConfig;
    ///
    /// const REQUESTS: PoolConfig = PoolConfig::new().with_message(0, 1000, None);
    /// const RESPONSES: PoolConfig = PoolConfig::new().with_message(0, 5000, None);
    /// const BOTH: PoolConfig = REQUESTS.merge(&RESPONSES);
    /// const _: () = assert!(BOTH.covers(&REQUESTS) && BOTH.covers(&RESPONSES));
    /// const _: () = assert!(!REQUESTS.covers(&RESPONSES));
    /// ```
    #[must_use]
    pub const fn covers(&self, other: &Self) -> bool {
        let mut index = 0;
        while index < SizeClass::POOLED {
            let class = SizeClass::from_index(index);
            if self.capacity(class) < other.capacity(class) {
                return false;
            }
            index = index.wrapping_add(1);
        }
        match other.longest() {
            Some(longest) => self.serves(longest),
            None => true,
        }
    }

    /// Sets the policy for requests that find no free slot, in all classes without a policy of their own.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Overflow, PoolConfig};
    ///
    /// assert_eq!(PoolConfig::new().with_overflow(Overflow::Fail).overflow(), Overflow::Fail);
    /// ```
    #[must_use]
    pub const fn with_overflow(mut self, policy: Overflow) -> Self {
        self.overflow = policy;
        self
    }

    /// The policy for requests that find no free slot, in all classes without a policy of their own.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Overflow, PoolConfig};
    ///
    /// assert_eq!(PoolConfig::new().overflow(), Overflow::Heap);
    /// ```
    #[must_use]
    pub const fn overflow(&self) -> Overflow {
        self.overflow
    }

    /// Sets the policy of `class` for requests that find no free slot.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Overflow, PoolConfig, SizeClass};
    ///
    /// // Small frames may come from the heap; the few large ones must not.
    /// const LARGE: SizeClass = SizeClass::for_len(1 << 20);
    /// const CONFIG: PoolConfig =
    ///     PoolConfig::new().with_message(0, 1 << 20, None).with_overflow_of(LARGE, Overflow::Fail);
    /// assert_eq!(CONFIG.overflow_of(LARGE), Overflow::Fail);
    /// assert_eq!(CONFIG.overflow_of(SizeClass::MIN), Overflow::Heap);
    /// ```
    ///
    /// # Panics
    ///
    /// Panics if `class` is above [`SizeClass::MAX_POOLED`]: see
    /// [`with_jumbo_overflow`](Self::with_jumbo_overflow). In a `const` this is a compile-time error.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "a pooled class has an index below POOLED")]
    pub const fn with_overflow_of(mut self, class: SizeClass, policy: Overflow) -> Self {
        assert!(
            class.is_pooled(),
            "classes above `SizeClass::MAX_POOLED` (1 MiB) have no slots: use `with_jumbo_overflow`"
        );
        self.overrides[class.index()] = Some(policy);
        self
    }

    /// The policy of `class` for requests that find no free slot. For a class that cannot be pooled it is
    /// [`jumbo_overflow`](Self::jumbo_overflow).
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Overflow, PoolConfig, SizeClass};
    ///
    /// assert_eq!(PoolConfig::new().overflow_of(SizeClass::MIN), Overflow::Heap);
    /// ```
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "a pooled class has an index below POOLED")]
    pub const fn overflow_of(&self, class: SizeClass) -> Overflow {
        if !class.is_pooled() {
            return self.jumbo_overflow();
        }
        match self.overrides[class.index()] {
            Some(policy) => policy,
            None => self.overflow,
        }
    }

    /// Sets the policy for requests longer than the largest class. By default it is
    /// [`overflow`](Self::overflow).
    ///
    /// Such requests have no slot to wait for, so [`Overflow::Wait`] refuses them as [`Overflow::Fail`] does.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Overflow, Pool, PoolConfig};
    ///
    /// const STRICT: PoolConfig =
    ///     PoolConfig::new().with_message(0, 4096, None).with_overflow(Overflow::Fail);
    /// assert!(Pool::new(&STRICT).acquire(4097).is_err());
    ///
    /// // The few longer ones may come from the heap.
    /// const LONGER: PoolConfig = STRICT.with_jumbo_overflow(Overflow::Heap);
    /// assert!(!Pool::new(&LONGER).acquire(4097)?.is_pooled());
    /// # Ok::<(), pool_codec::AcquireError>(())
    /// ```
    #[must_use]
    pub const fn with_jumbo_overflow(mut self, policy: Overflow) -> Self {
        self.jumbo = Some(policy);
        self
    }

    /// The policy for requests longer than the largest class.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Overflow, PoolConfig};
    ///
    /// let config = PoolConfig::new().with_overflow(Overflow::Fail);
    /// assert_eq!(config.jumbo_overflow(), Overflow::Fail);
    /// ```
    #[must_use]
    pub const fn jumbo_overflow(&self) -> Overflow {
        match self.jumbo {
            Some(policy) => policy,
            None => self.overflow,
        }
    }

    /// Whether a pool of this config is meant for requests of up to `len` bytes: a class holds them, or
    /// [`with_jumbo_overflow`](Self::with_jumbo_overflow) leaves longer requests to the heap.
    ///
    /// Without that, the heap is meant under [`Overflow::Heap`] in three cases: the config has no class at all, it has
    /// the largest one that exists, or [`with_message`](Self::with_message) has registered a message of that length.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Overflow, PoolConfig};
    ///
    /// const CONFIG: PoolConfig = PoolConfig::new().with_message(0, 1000, None);
    /// assert!(CONFIG.serves(1000) && !CONFIG.serves(2000));
    /// assert!(CONFIG.with_jumbo_overflow(Overflow::Heap).serves(2000));
    /// assert!(PoolConfig::new().serves(2000));
    ///
    /// // A message of a fixed length that no class holds.
    /// const LONG: PoolConfig = CONFIG.with_message(2 << 20, 2 << 20, None);
    /// assert!(LONG.serves(2 << 20) && !LONG.with_overflow(Overflow::Fail).serves(2 << 20));
    /// ```
    #[must_use]
    pub const fn serves(&self, len: usize) -> bool {
        match self.longest() {
            Some(longest) => len <= longest,
            None => false,
        }
    }

    /// The length of the longest request that [`serves`](Self::serves) permits, if it permits any.
    const fn longest(&self) -> Option<usize> {
        let heap = matches!(self.jumbo_overflow(), Overflow::Heap);
        match (self.jumbo, self.largest_class()) {
            (Some(_), _) | (None, None) if heap => Some(usize::MAX),
            (None, Some(largest)) if heap => {
                let largest = largest.bytes();
                if largest == SizeClass::MAX_POOLED.bytes() {
                    return Some(usize::MAX);
                }
                Some(if self.unpooled > largest { self.unpooled } else { largest })
            }
            (_, Some(largest)) => Some(largest.bytes()),
            (_, None) => None,
        }
    }

    /// Sets whether a release overwrites the buffer.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Clear, Pool, PoolConfig, SizeClass};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 1).with_clear(Clear::OnRelease));
    /// pool.acquire(6)?.copy_from_slice(b"secret");
    /// assert_eq!(&*pool.acquire(6)?, [0; 6]);
    /// # Ok::<(), pool_codec::AcquireError>(())
    /// ```
    #[must_use]
    pub const fn with_clear(mut self, clear: Clear) -> Self {
        self.clear = clear;
        self
    }

    /// Whether a release overwrites the buffer.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// assert_eq!(pool_codec::PoolConfig::new().clear(), pool_codec::Clear::Never);
    /// ```
    #[must_use]
    pub const fn clear(&self) -> Clear {
        self.clear
    }

    /// The number of slots of `class`. It is zero if the class is not registered or cannot be pooled.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{PoolConfig, SizeClass};
    ///
    /// assert_eq!(PoolConfig::new().capacity(SizeClass::MIN), 0);
    /// ```
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "a pooled class has an index below POOLED")]
    pub const fn capacity(&self, class: SizeClass) -> usize {
        if class.is_pooled() { self.capacities[class.index()] as usize } else { 0 }
    }

    /// The registered classes with their capacities, smallest class first.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{PoolConfig, SizeClass};
    ///
    /// let config = PoolConfig::new().with_class(SizeClass::MIN, 8);
    /// assert_eq!(config.classes().collect::<Vec<_>>(), [(SizeClass::MIN, 8)]);
    /// ```
    pub fn classes(&self) -> impl Iterator<Item = (SizeClass, usize)> + '_ {
        SizeClass::ladder(0, SizeClass::MAX_POOLED.bytes())
            .map(|class| (class, self.capacity(class)))
            .filter(|&(_, capacity)| capacity > 0)
    }

    /// The largest registered class.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{PoolConfig, SizeClass};
    ///
    /// const CONFIG: PoolConfig = PoolConfig::new().with_message(0, 1000, None);
    /// assert_eq!(CONFIG.largest_class().map(SizeClass::bytes), Some(1024));
    /// ```
    #[must_use]
    pub const fn largest_class(&self) -> Option<SizeClass> {
        self.largest_class_within(usize::MAX)
    }

    /// The largest registered class whose slots have at most `bytes` bytes.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{PoolConfig, SizeClass};
    ///
    /// const CONFIG: PoolConfig = PoolConfig::new().with_message(0, 1000, None);
    /// assert_eq!(CONFIG.largest_class_within(600).map(SizeClass::bytes), Some(512));
    /// assert_eq!(CONFIG.largest_class_within(100), None);
    /// ```
    #[must_use]
    pub const fn largest_class_within(&self, bytes: usize) -> Option<SizeClass> {
        let mut index = SizeClass::POOLED;
        while index > 0 {
            index = index.wrapping_sub(1);
            let class = SizeClass::from_index(index);
            if self.capacity(class) > 0 && class.bytes() <= bytes {
                return Some(class);
            }
        }
        None
    }
}

impl Default for PoolConfig {
    fn default() -> Self {
        Self::new()
    }
}
