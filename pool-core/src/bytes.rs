//! Buffers for code that uses the `bytes` crate.

use core::fmt;

use ::bytes::{Buf, Bytes};

use crate::buf::PooledBuf;

/// A [`Buf`] that reads a buffer from the front, for `AsyncWriteExt::write_all_buf` and the like.
///
/// [`PooledBuf::into_buf`] makes one, without an allocation. Dropping the view releases the slot.
///
/// ```
/// # use pool_core as pool_codec;
/// use bytes::Buf;
/// use pool_codec::{Pool, PoolConfig};
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
/// # Ok::<(), pool_codec::AcquireError>(())
/// ```
pub struct BufView {
    buf: PooledBuf,
    /// The number of header bytes in the view.
    header: usize,
    /// The number of bytes of header and payload that were read.
    read: usize,
}

impl PooledBuf {
    /// Converts the buffer into a view of the last `header` bytes of the header room and the payload: see
    /// [`BufView`].
    ///
    /// # Panics
    ///
    /// Panics if `header` exceeds [`PooledBuf::HEADER_ROOM`].
    #[must_use]
    #[track_caller]
    pub fn into_buf(self, header: usize) -> BufView {
        assert!(header <= Self::HEADER_ROOM, "the header is longer than the header room");
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

/// Converts the payload without a copy. Dropping the last `Bytes` that shares it releases the slot. The
/// conversion allocates one small block, for the reference count.
///
/// ```
/// # use pool_core as pool_codec;
/// use bytes::Bytes;
/// use pool_codec::{Pool, PoolConfig};
///
/// let pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
/// let mut buf = pool.acquire(4)?;
/// buf.copy_from_slice(b"body");
/// let bytes = Bytes::from(buf);
/// let tail = bytes.slice(2..);
/// drop(bytes);
/// assert_eq!(tail, "dy");
/// # Ok::<(), pool_codec::AcquireError>(())
/// ```
impl From<PooledBuf> for Bytes {
    fn from(buf: PooledBuf) -> Self {
        Self::from_owner(buf)
    }
}

/// Converts the bytes that are not read yet, header included: see `From<PooledBuf>`.
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
