//! The policies of a config: for requests that find no free slot, and for the content of released ones.

use super::PoolConfig;
use crate::policy::{Clear, Overflow};
use crate::size_class::SizeClass;

impl PoolConfig {
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
    pub(super) const fn longest(&self) -> Option<usize> {
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
}
