//! The random numbers of the data sets. They are the same in every run.

use core::ops::Range;

/// A generator (SplitMix64).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new() -> Self {
        Self(3_141_592_653)
    }

    /// Returns 64 random bits.
    pub(crate) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// Returns a number of the range.
    pub(crate) fn range(&mut self, range: Range<i64>) -> i64 {
        let width = range.end.abs_diff(range.start);
        range.start.wrapping_add((self.bits() % width) as i64)
    }

    /// Returns a number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.bits() % end as u64) as usize
    }

    /// Returns a number of [0, 1).
    pub(crate) fn float(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Returns a number of [0, 1).
    pub(crate) fn float32(&mut self) -> f32 {
        (self.bits() >> 40) as f32 / (1_u64 << 24) as f32
    }

    /// Returns true with this probability.
    pub(crate) fn chance(&mut self, probability: f64) -> bool {
        self.float() < probability
    }

    /// Returns true in half of the cases.
    pub(crate) fn flag(&mut self) -> bool {
        self.chance(0.5)
    }

    /// Returns a value in half of the cases.
    pub(crate) fn option<T>(&mut self, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.flag() { Some(value(self)) } else { None }
    }

    /// Returns one of the texts.
    pub(crate) fn pick(&mut self, texts: &[&str]) -> String {
        texts[self.below(texts.len())].to_owned()
    }

    /// Returns a vector with a number of elements from the range.
    pub(crate) fn vec<T>(
        &mut self,
        len: Range<i64>,
        mut element: impl FnMut(&mut Self) -> T,
    ) -> Vec<T> {
        (0..self.range(len)).map(|_| element(self)).collect()
    }
}
