//! The lookup of the class that serves a length.

use super::PoolConfig;
use crate::size_class::SizeClass;

/// The size of a step in bytes. All lengths of one step, `1..=128`, `129..=256` and so on, have the same
/// class.
#[cfg(feature = "std")]
pub(crate) const STEP: usize = SizeClass::MIN.bytes();
/// The number of steps up to the largest sharded class.
#[cfg(feature = "std")]
const STEPS: usize = SizeClass::from_index(SizeClass::SHARDED - 1).bytes() / STEP;
/// See [`PoolConfig::step_table`].
#[cfg(feature = "std")]
pub(crate) type StepTable = [u8; STEPS];

impl PoolConfig {
    /// The class that serves `len` bytes: the smallest registered class that holds them.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{PoolConfig, SizeClass};
    ///
    /// const CONFIG: PoolConfig = PoolConfig::new().with_class(SizeClass::for_len(4096), 1);
    /// assert_eq!(CONFIG.class_for(100).map(SizeClass::bytes), Some(4096));
    /// assert_eq!(CONFIG.class_for(4097), None);
    /// ```
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "a pooled class has an index below POOLED")]
    pub const fn class_for(&self, len: usize) -> Option<SizeClass> {
        let class = SizeClass::for_len(len);
        if !class.is_pooled() {
            return None;
        }
        match self.class_map()[class.index()] as usize {
            SizeClass::POOLED => None,
            index => Some(SizeClass::from_index(index)),
        }
    }

    /// For each step of 128 bytes, up to the largest sharded class, the index of the class that serves the
    /// step's lengths, or [`SizeClass::SHARDED`] if no class that can be sharded does. With this table one
    /// load finds a thread's shards for a length.
    #[cfg(feature = "std")]
    pub(crate) const fn step_table(&self) -> StepTable {
        let class_map = self.class_map();
        let mut steps = [SizeClass::SHARDED as u8; STEPS];
        let mut rest: &mut [u8] = &mut steps;
        while let [fewer @ .., step] = rest {
            let class = SizeClass::for_len(fewer.len().saturating_add(1).saturating_mul(STEP));
            #[expect(clippy::indexing_slicing, reason = "a step's class can be pooled")]
            let index = class_map[class.index()];
            if index < SizeClass::SHARDED as u8 {
                *step = index;
            }
            rest = fewer;
        }
        steps
    }

    /// For each class the index of the class that serves its lengths: itself, or the next larger one that
    /// has slots, or [`SizeClass::POOLED`] if there is none.
    pub(crate) const fn class_map(&self) -> [u8; SizeClass::POOLED] {
        let mut class_map = [SizeClass::POOLED as u8; SizeClass::POOLED];
        let mut next = SizeClass::POOLED as u8;
        let mut rest: &mut [u8] = &mut class_map;
        while let [smaller @ .., entry] = rest {
            if self.capacity(SizeClass::from_index(smaller.len())) > 0 {
                next = smaller.len() as u8;
            }
            *entry = next;
            rest = smaller;
        }
        class_map
    }
}
