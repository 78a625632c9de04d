//! The sizes of an encoding, and their arithmetic.

/// When a sequence is refilled, its elements keep their heap blocks if all of them together hold at most this many
/// bytes.
pub(crate) const KEPT_ELEMENTS: usize = 16 << 10;

/// The bounds of the encoding and of the decoded value of a type, in bytes. All of them saturate at `usize::MAX`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sizes {
    /// The shortest encoding.
    pub(super) min: usize,
    /// The longest encoding.
    pub(super) max: usize,
    /// The largest number of heap bytes that a decoded value holds.
    pub(super) heap: usize,
    /// The part of `heap` that is not the content of text and byte strings. The length of the input also limits the
    /// content.
    pub(super) overhead: usize,
    /// The largest number of heap bytes per byte of encoding, rounded up. It is `usize::MAX` if it is unknown.
    pub(super) heap_per_byte: usize,
    /// The heap bytes that a refilled value may keep besides twice those that its content needs. See
    /// [`refilled_within`](super::fold::refilled_within).
    pub(super) kept: usize,
    /// Whether a refill may create a new value before it drops the old one, as an enum does that changes its variant.
    pub(super) replaced: bool,
    /// The encodings of integers whose layout no type has chosen, as a set of bits. See [`checks`](super::checks).
    pub(super) integers: u32,
}

impl Sizes {
    /// The sizes of a type without bytes.
    pub(super) const NONE: Self = Self {
        min: 0,
        max: 0,
        heap: 0,
        overhead: 0,
        heap_per_byte: 0,
        kept: 0,
        replaced: false,
        integers: 0,
    };

    /// Returns the bounds that hold for both `self` and `other`.
    pub(super) const fn or(self, other: Self) -> Self {
        Self {
            min: if self.min < other.min { self.min } else { other.min },
            max: larger(self.max, other.max),
            heap: larger(self.heap, other.heap),
            overhead: larger(self.overhead, other.overhead),
            heap_per_byte: larger(self.heap_per_byte, other.heap_per_byte),
            kept: larger(self.kept, other.kept),
            replaced: self.replaced || other.replaced,
            integers: self.integers | other.integers,
        }
    }

    /// Returns the sizes of `count` values, each of which also takes `block` bytes of heap.
    pub(super) const fn times(self, count: usize, block: usize) -> Self {
        Self {
            min: self.min.saturating_mul(count),
            max: self.max.saturating_mul(count),
            heap: self.heap.saturating_add(block).saturating_mul(count),
            overhead: self.overhead.saturating_add(block).saturating_mul(count),
            heap_per_byte: self.heap_per_byte.saturating_add(per_byte(block, self.min)),
            kept: self.kept.saturating_mul(count),
            replaced: self.replaced,
            integers: self.integers,
        }
    }
}

/// Returns the heap bytes per byte of encoding if a block of `block` bytes comes with at least `min` of them.
const fn per_byte(block: usize, min: usize) -> usize {
    match (block, min) {
        (0, _) => 0,
        // The block exists without any byte of encoding.
        (_, 0) => usize::MAX,
        (block, min) => block.div_ceil(min),
    }
}

pub(super) const fn larger(a: usize, b: usize) -> usize {
    if a > b { a } else { b }
}
