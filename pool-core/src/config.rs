//! The configuration of a pool, as a value that the compiler can check.

pub(crate) mod class_for;
mod policies;

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
