//! The size of the buffers that small frames share.
//!
//! A reader collects small frames in its window, a writer in its batch. Both have the same size.

use pool_core::PoolConfig;

/// The largest window, in bytes. With a larger one, frames would leave the first-level cache before they
/// are decoded.
pub(crate) const MAX_WINDOW: usize = 16 << 10;

/// The window, in bytes, that suits a set whose longest payload is `longest` bytes.
pub(crate) const fn window_for(longest: usize) -> usize {
    if longest <= 2048 { MAX_WINDOW / 2 } else { MAX_WINDOW }
}

/// The window, in bytes, of a pool of `config`: the largest class up to [`MAX_WINDOW`], or else the smallest
/// class.
///
/// A window always takes a whole class. A frame that neither fits into the window nor can use it as its slot
/// therefore needs a larger class, and reading such a frame never waits for a second slot of the window's class.
pub(crate) const fn window_len(config: &PoolConfig) -> usize {
    match (config.largest_class_within(MAX_WINDOW), config.class_for(0)) {
        (Some(class), _) | (None, Some(class)) => class.bytes(),
        // No class is pooled: the window comes from the heap.
        (None, None) => MAX_WINDOW / 2,
    }
}
