//! The interface of a contender: acquire a buffer and release it.

use core::hint::black_box;

use bytes::buf::UninitSlice;

/// A handle of a pool or an allocator. Each thread has its own handle. If threads share slots, so do the handles.
///
/// The methods are never called through `dyn`: the timed loops are compiled for each contender.
pub(crate) trait Contender {
    /// A buffer in use.
    type Buf;

    fn acquire(&mut self) -> Self::Buf;

    /// Returns the bytes of a buffer. Those of an allocator are not initialised.
    fn bytes<'b>(&self, buf: &'b mut Self::Buf) -> &'b mut UninitSlice;

    /// Releases a buffer. If the buffer is a guard, this drops it.
    #[inline(always)]
    fn release(&mut self, buf: Self::Buf) {
        drop(buf);
    }

    /// Writes the first and the last byte, and makes the optimiser assume that they are read.
    #[inline(always)]
    fn touch(&self, buf: &mut Self::Buf) {
        let bytes = self.bytes(buf);
        let last = bytes.len().wrapping_sub(1);
        bytes.write_byte(0, 1);
        bytes.write_byte(last, 1);
        black_box(bytes);
    }
}

/// A contender that defines what happens if every slot is in use.
pub(crate) trait Bounded: Contender {
    /// Acquires a buffer, or returns `None` if the request is refused.
    fn try_acquire(&mut self) -> Option<Self::Buf>;
}

/// Checks once, untimed, that buffers are writable from end to end, have at least `len` bytes, and do not overlap while
/// they are held.
pub(crate) fn check<C: Contender>(mut contender: C, len: usize, held: usize) {
    let content = vec![0xA5; len];
    let mut bufs: Vec<_> = (0..held).map(|_| contender.acquire()).collect();
    let mut spans: Vec<_> = bufs
        .iter_mut()
        .map(|buf| {
            let bytes = contender.bytes(buf);
            assert!(bytes.len() >= len, "a buffer of {} bytes for {len}", bytes.len());
            bytes[..len].copy_from_slice(&content);
            let start = bytes.as_mut_ptr();
            start.addr()..start.wrapping_add(bytes.len()).addr()
        })
        .collect();
    spans.sort_by_key(|span| span.start);
    let apart = spans.is_sorted_by(|a, b| a.end <= b.start);
    assert!(apart, "two buffers share bytes");
    bufs.drain(..).for_each(|buf| contender.release(buf));
}
