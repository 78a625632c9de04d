//! The sizes of an encoding, and how they add up.

/// The bounds of a type's encoding and of its decoded value, in bytes. All saturate at `usize::MAX`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sizes {
    /// The shortest encoding.
    pub(super) min: usize,
    /// The longest encoding.
    pub(super) max: usize,
    /// The most heap that a decoded value holds.
    pub(super) heap: usize,
    /// The part of `heap` that is not the content of text and byte strings: the content is bounded by the
    /// length of the input too.
    pub(super) overhead: usize,
    /// The most heap that one byte of encoding leads to, rounded up. `usize::MAX` if it is unknown.
    pub(super) heap_per_byte: usize,
    /// Whether all encodings have one length and every byte string of that length decodes.
    pub(super) plain: bool,
}

impl Sizes {
    /// No bytes.
    pub(super) const NONE: Self =
        Self { min: 0, max: 0, heap: 0, overhead: 0, heap_per_byte: 0, plain: true };

    /// The sizes of either of two.
    pub(super) const fn or(self, other: Self) -> Self {
        Self {
            min: if self.min < other.min { self.min } else { other.min },
            max: larger(self.max, other.max),
            heap: larger(self.heap, other.heap),
            overhead: larger(self.overhead, other.overhead),
            heap_per_byte: larger(self.heap_per_byte, other.heap_per_byte),
            plain: self.plain && other.plain,
        }
    }

    /// The sizes of `count` values, of which each also takes `block` bytes of heap.
    pub(super) const fn times(self, count: usize, block: usize) -> Self {
        Self {
            min: self.min.saturating_mul(count),
            max: self.max.saturating_mul(count),
            heap: self.heap.saturating_add(block).saturating_mul(count),
            overhead: self.overhead.saturating_add(block).saturating_mul(count),
            heap_per_byte: self.heap_per_byte.saturating_add(per_byte(block, self.min)),
            plain: self.plain,
        }
    }
}

/// The heap that one byte of encoding leads to, where `block` bytes come with at least `min` bytes of it.
const fn per_byte(block: usize, min: usize) -> usize {
    match (block, min) {
        (0, _) => 0,
        // The block is there without a byte of encoding.
        (_, 0) => usize::MAX,
        (block, min) => block.div_ceil(min),
    }
}

pub(super) const fn larger(a: usize, b: usize) -> usize {
    if a > b { a } else { b }
}
