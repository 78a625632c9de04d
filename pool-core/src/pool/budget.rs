//! Slots for a message by the memory that they take.

use crate::config::PoolConfig;
use crate::size_class::SizeClass;
use crate::slot;

impl PoolConfig {
    /// Registers a message whose encoding takes `min_len` to `max_len` bytes, with a budget of memory instead of a number of
    /// slots: the classes from that of `min_len` to that of `max_len` share `bytes` equally. The slots of a class count with
    /// their header room, and without the bookkeeping, which takes up to 4 % more. A class gets at least one slot, and one
    /// that has more slots keeps them.
    ///
    /// Use it for messages that a program holds in large numbers. [`with_message`](Self::with_message) with a `capacity`
    /// gives *each* class that many slots, so the largest class takes about half of the memory.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{PoolConfig, SizeClass};
    ///
    /// // Ten classes, from 128 bytes to 64 KiB.
    /// const BY_NUMBER: PoolConfig = PoolConfig::new().with_message(40, 60_000, Some(1000));
    /// const BY_BYTES: PoolConfig = PoolConfig::new().with_message_budget(40, 60_000, 16 << 20);
    /// assert_eq!((BY_NUMBER.footprint() >> 20, BY_BYTES.footprint() >> 20), (125, 16));
    /// assert_eq!(BY_BYTES.capacity(SizeClass::for_len(40)), 8738);
    /// assert_eq!(BY_BYTES.capacity(SizeClass::for_len(60_000)), 25);
    /// ```
    #[must_use]
    pub const fn with_message_budget(self, min_len: usize, max_len: usize, bytes: usize) -> Self {
        let mut config = self.with_message(min_len, max_len, Some(1));
        let ladder = SizeClass::ladder(min_len, max_len);
        let (Some(smallest), Some(largest)) = (ladder.smallest(), ladder.largest()) else {
            return config;
        };
        let (mut classes, mut class) = (0_usize, Some(smallest));
        while let Some(pooled) = up_to(class, largest) {
            classes = classes.saturating_add(1);
            class = pooled.next();
        }
        let Some(share) = bytes.checked_div(classes) else { return config };
        class = Some(smallest);
        while let Some(pooled) = up_to(class, largest) {
            let slots = match share.checked_div(slot::stride(pooled)) {
                Some(slots) if slots < Self::MAX_CAPACITY => slots,
                _ => Self::MAX_CAPACITY,
            };
            if slots > config.capacity(pooled) {
                config = config.with_class(pooled, slots);
            }
            class = pooled.next();
        }
        config
    }
}

/// `class`, if it is pooled and not above `largest`.
const fn up_to(class: Option<SizeClass>, largest: SizeClass) -> Option<SizeClass> {
    match class {
        Some(class) if class.is_pooled() && class.index() <= largest.index() => Some(class),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::{PoolConfig, SizeClass};

    #[test]
    fn a_budget_is_kept_at_every_length() {
        for (min, max) in [(0, 0), (1, 128), (40, 60_000), (5000, 1 << 20), (0, 1 << 20)] {
            let empty = PoolConfig::new().with_message(min, max, Some(1)).footprint();
            for bytes in [0, 1 << 10, 1 << 20, 100 << 20] {
                let config = PoolConfig::new().with_message_budget(min, max, bytes);
                // At least one slot of each class, and the bookkeeping of the small ones: up to 4 %.
                let most = empty + bytes + bytes / 25 + 2048;
                assert!(config.footprint() <= most, "{min}..={max}: {bytes}: {config}");
                assert!(config.footprint() + (2 << 20) * 14 >= bytes, "{min}..={max}: {bytes}");
            }
        }
    }

    #[test]
    fn a_class_with_more_slots_keeps_them_and_long_payloads_are_unpooled() {
        let config = PoolConfig::new()
            .with_class(SizeClass::MIN, 5000)
            .with_message_budget(0, 200, 1 << 10)
            .with_message_budget(2 << 20, 3 << 20, 1 << 30);
        assert_eq!(config.capacity(SizeClass::MIN), 5000);
        assert_eq!(config.classes().count(), 2);
        assert_eq!(config, config.with_message_budget(2 << 20, 3 << 20, usize::MAX));
        let all = PoolConfig::new().with_message_budget(0, 10, usize::MAX);
        assert_eq!(all.capacity(SizeClass::MIN), PoolConfig::MAX_CAPACITY);
    }
}
