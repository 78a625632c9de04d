//! The heap memory of decoded values.

use super::node::Schema;
use super::sizes::Sizes;

impl Schema {
    /// Sets the largest number of heap bytes that a decoded value holds.
    #[must_use]
    pub const fn with_max_heap(mut self, max_heap: usize) -> Self {
        self.sizes.heap = max_heap;
        self.sizes.overhead = max_heap;
        self.sizes.heap_per_byte = if max_heap == 0 { 0 } else { usize::MAX };
        self.sizes.whole = true;
        self.sizes.adapted = 0;
        self
    }

    /// Sets the largest number of heap bytes that a value holds which an adapter makes of the wire form `self`.
    pub(crate) const fn adapted(self, max_heap: usize) -> Self {
        let Sizes { heap, adapted, .. } = self.sizes;
        let mut schema = self.with_max_heap(max_heap);
        schema.sizes.adapted = heap.saturating_add(adapted);
        schema
    }

    /// Sets the largest number of heap bytes for text or bytes, where only the content is on the heap.
    pub(crate) const fn with_content(mut self, max_heap: usize) -> Self {
        self.sizes.heap = max_heap;
        self.sizes.overhead = 0;
        self.sizes.heap_per_byte = if max_heap == 0 { 0 } else { 1 };
        self
    }

    /// Sets the content of text or bytes in a cell, of which `inline` bytes are not on the heap.
    pub(crate) const fn in_cell(self, max: usize, inline: usize) -> Self {
        let mut schema = self.with_content(if max > inline { max } else { 0 });
        schema.sizes.cells = true;
        schema
    }

    /// Returns the schema of the value in a heap block of `block` bytes.
    pub(crate) const fn boxed(mut self, block: usize) -> Self {
        let Sizes { boxes, element, whole, shared, .. } = self.sizes;
        let boxes = boxes.saturating_add(block);
        self.sizes = Sizes { boxes, element, whole, shared, ..self.sizes.times(1, block) };
        self
    }

    /// Returns the schema of the value behind a counted pointer, whose block has `block` bytes.
    pub(crate) const fn shared(self, block: usize) -> Self {
        let mut schema = self.boxed(block);
        schema.sizes.shared = true;
        schema
    }

    /// Lets a refill make a new value before it drops the old one.
    pub(crate) const fn replaced(mut self) -> Self {
        self.sizes.whole = self.sizes.heap > 0;
        self
    }

    /// Adds heap memory whose size is not proportional to the number of elements or bytes, such as that of a hash table.
    /// `largest` is its size for the longest value, `overhead` the most besides the content, and `per_byte` the most per
    /// byte of encoding. A refill keeps none of it.
    pub(crate) const fn with_blocks(
        mut self,
        largest: usize,
        overhead: usize,
        per_byte: usize,
    ) -> Self {
        self.sizes.heap = self.sizes.heap.saturating_add(largest);
        self.sizes.overhead = self.sizes.overhead.saturating_add(overhead);
        self.sizes.heap_per_byte = self.sizes.heap_per_byte.saturating_add(per_byte);
        self
    }
}
