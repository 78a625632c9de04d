//! Buffers for what speaks the `bytes` crate.

use core::fmt;

use ::bytes::{Buf, Bytes};

use crate::buf::PooledBuf;

/// A buffer that is read from its front: a [`Buf`], for `AsyncWriteExt::write_all_buf` and the like, without an
/// allocation. The slot goes back to its pool when the view is dropped.
///
/// Made by [`PooledBuf::into_buf`].
///
/// ```
/// use bytes::Buf;
/// use pool_core::{Pool, PoolConfig};
///
/// let pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
/// let mut frame = pool.acquire(4)?;
/// frame.copy_from_slice(b"body");
/// frame.header_mut(2).copy_from_slice(b"h:");
///
/// let mut view = frame.into_buf(2);
/// assert_eq!(view.chunk(), b"h:body");
/// view.advance(3);
/// assert_eq!((view.remaining(), view.get_u8()), (3, b'o'));
/// # Ok::<(), pool_core::AcquireError>(())
/// ```
pub struct BufView {
    buf: PooledBuf,
    /// Header bytes that belong to the view.
    header: usize,
    /// How much of header and payload was read.
    read: usize,
}

impl PooledBuf {
    /// The last `header` bytes of the header room and the payload, to be read from the front.
    ///
    /// # Panics
    ///
    /// If `header` exceeds [`PooledBuf::HEADER_ROOM`].
    #[must_use]
    #[track_caller]
    pub fn into_buf(self, header: usize) -> BufView {
        assert!(header <= Self::HEADER_ROOM, "a longer header than the header room");
        BufView { buf: self, header, read: 0 }
    }
}

impl Buf for BufView {
    fn remaining(&self) -> usize {
        self.chunk().len()
    }

    fn chunk(&self) -> &[u8] {
        self.buf.with_header(self.header).get(self.read..).unwrap_or_default()
    }

    fn advance(&mut self, count: usize) {
        let remaining = self.remaining();
        assert!(count <= remaining, "cannot advance by {count} bytes: {remaining} remain");
        self.read = self.read.saturating_add(count);
    }
}

impl AsRef<[u8]> for BufView {
    fn as_ref(&self) -> &[u8] {
        self.chunk()
    }
}

/// The payload, not copied: the slot goes back to its pool when the last `Bytes` of it goes. Takes one small
/// block from the global allocator, for the count of those.
///
/// ```
/// use bytes::Bytes;
/// use pool_core::{Pool, PoolConfig};
///
/// let pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
/// let mut buf = pool.acquire(4)?;
/// buf.copy_from_slice(b"body");
/// let bytes = Bytes::from(buf);
/// let tail = bytes.slice(2..);
/// drop(bytes);
/// assert_eq!(tail, "dy");
/// # Ok::<(), pool_core::AcquireError>(())
/// ```
impl From<PooledBuf> for Bytes {
    fn from(buf: PooledBuf) -> Self {
        Self::from_owner(buf)
    }
}

/// What is not read yet, header included: see `From<PooledBuf>`.
impl From<BufView> for Bytes {
    fn from(view: BufView) -> Self {
        Self::from_owner(view)
    }
}

impl fmt::Debug for BufView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BufView").field("remaining", &self.remaining()).finish_non_exhaustive()
    }
}
