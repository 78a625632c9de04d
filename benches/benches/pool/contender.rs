//! What is measured: a way to take a buffer and a way to give it back.

use core::hint::black_box;

use bytes::buf::UninitSlice;

/// A handle on a pool or an allocator. Each thread has its own, on the same slots where they are shared.
///
/// Nothing here is called through `dyn`: the timed loops are compiled for each contender.
pub(crate) trait Contender {
    /// A buffer while it is out.
    type Buf;

    fn acquire(&mut self) -> Self::Buf;

    /// The bytes of a buffer. An allocator's are not initialised.
    fn bytes<'b>(&self, buf: &'b mut Self::Buf) -> &'b mut UninitSlice;

    /// Gives a buffer back. Where a buffer is a guard, that is its drop.
    #[inline(always)]
    fn release(&mut self, buf: Self::Buf) {
        drop(buf);
    }

    /// Writes the first and the last byte, and shows the optimiser a reader.
    #[inline(always)]
    fn touch(&self, buf: &mut Self::Buf) {
        let bytes = self.bytes(buf);
        let last = bytes.len().wrapping_sub(1);
        bytes.write_byte(0, 1);
        bytes.write_byte(last, 1);
        black_box(bytes);
    }
}

/// A contender that says what happens when every slot is out.
pub(crate) trait Bounded: Contender {
    /// `None`: refused.
    fn try_acquire(&mut self) -> Option<Self::Buf>;
}

/// Untimed, once: buffers can be written from end to end, have at least `len` bytes, and do not overlap
/// while they are held.
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
