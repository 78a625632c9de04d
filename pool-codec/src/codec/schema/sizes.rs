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
    /// The part of `heap` that is in boxes around the value.
    pub(super) boxes: usize,
    /// The heap bytes of each element in the block of a sequence.
    pub(super) element: usize,
    /// Whether the heap memory is not that of the parts: a hand-written type, or one with an adapter. A refill then
    /// creates a new value before it drops the old one.
    pub(super) whole: bool,
    /// Whether the boxes may be shared. A refill of a shared value makes a new one beside it.
    pub(super) shared: bool,
    /// The largest number of heap bytes that the wire form of an adapter holds while a value is decoded.
    pub(super) adapted: usize,
    /// The encodings of integers whose layout no type has chosen, as a set of bits. See [`integers`](super::integers).
    pub(super) integers: u32,
    /// Whether a value may have its text or bytes in cells, which are encoded in blocks that reach beyond their end.
    pub(super) cells: bool,
    /// Whether there are elements of different sizes, so that a loop over them finds the size of a value.
    pub(super) uneven: bool,
}

impl Sizes {
    /// The sizes of a type without bytes.
    pub(super) const NONE: Self = Self {
        min: 0,
        max: 0,
        heap: 0,
        overhead: 0,
        heap_per_byte: 0,
        boxes: 0,
        element: 0,
        whole: false,
        shared: false,
        adapted: 0,
        integers: 0,
        cells: false,
        uneven: false,
    };

    /// Returns the bounds that hold for both `self` and `other`.
    pub(super) const fn or(self, other: Self) -> Self {
        Self {
            min: smaller(self.min, other.min),
            max: larger(self.max, other.max),
            heap: larger(self.heap, other.heap),
            overhead: larger(self.overhead, other.overhead),
            heap_per_byte: larger(self.heap_per_byte, other.heap_per_byte),
            adapted: larger(self.adapted, other.adapted),
            integers: self.integers | other.integers,
            cells: self.cells || other.cells,
            uneven: self.uneven || other.uneven,
            ..Self::NONE
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
            adapted: self.adapted,
            integers: self.integers,
            cells: self.cells,
            uneven: self.uneven || count > 1 && self.min != self.max,
            ..Self::NONE
        }
    }

    /// Returns the largest number of heap bytes that a value decoded from at most `len` bytes holds.
    pub(super) const fn heap_within(&self, len: usize) -> usize {
        let by_rate = self.heap_per_byte.saturating_mul(len);
        let by_content = self.overhead.saturating_add(len);
        smaller(smaller(by_rate, by_content), self.heap)
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

pub(super) const fn smaller(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}

pub(super) const fn larger(a: usize, b: usize) -> usize {
    if a > b { a } else { b }
}
