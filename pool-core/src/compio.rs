//! Buffers for completion-based I/O: the traits of `compio-buf`.
//!
//! An operation of completion-based I/O owns its buffer until the kernel has finished with it. [`PooledBuf`] fits: it is
//! `'static`, its bytes do not move when it does, and dropping it on any thread releases its slot.
//!
//! # Invariants
//!
//! * I1: the span of a buffer in a pool that clears covers all bytes that an operation may write, from the moment that the
//!   operation can see them. An operation that is cancelled may write bytes that no length ever includes.

use core::mem::MaybeUninit;
use core::slice;

use ::compio_buf::{IoBuf, IoBufMut, SetLen};

use crate::buf::PooledBuf;

/// An operation writes the bytes of the buffer's length.
///
/// ```
/// # use pool_core as pool_codec;
/// use compio_buf::{IoBuf, IoBufMut};
/// use pool_codec::{Pool, PoolConfig};
///
/// let pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
/// let mut buf = pool.acquire(100)?;
/// buf.truncate(0);
/// assert_eq!((buf.buf_len(), buf.buf_capacity()), (0, 128));
/// buf.extend_from_slice(b"body").unwrap();
/// assert_eq!(buf.slice(2..).as_init(), b"dy");
/// # Ok::<(), pool_codec::AcquireError>(())
/// ```
impl IoBuf for PooledBuf {
    #[inline]
    fn as_init(&self) -> &[u8] {
        self
    }
}

/// An operation reads into all bytes of the [`capacity`](PooledBuf::capacity), whatever the length is. Afterwards the
/// length is at least the number of bytes that were read. [Truncate](PooledBuf::truncate) the buffer to zero before the
/// operation to make it exactly that.
///
/// The capacity never grows: `reserve` fails for more.
impl IoBufMut for PooledBuf {
    fn as_uninit(&mut self) -> &mut [MaybeUninit<u8>] {
        let capacity = self.capacity();
        self.cover(capacity);
        let start = self.as_raw().cast::<MaybeUninit<u8>>();
        // SAFETY: `capacity` bytes from the payload are in one allocation, initialised and at most `isize::MAX` (I1 and
        // I2 of `buf`), no other code accesses them, and `self` is borrowed exclusively. The trait is for operations that
        // write bytes. Like the trait's other buffers, this one cannot prevent that a caller stores
        // `MaybeUninit::uninit()`, which changes no byte.
        unsafe { slice::from_raw_parts_mut(start.as_ptr(), capacity) }
    }
}

impl SetLen for PooledBuf {
    /// Sets the length, which may grow to the capacity.
    ///
    /// # Safety
    ///
    /// * `len` is at most the capacity;
    /// * the bytes between the old length and `len` were written by the caller.
    unsafe fn set_len(&mut self, len: usize) {
        let capacity = self.capacity();
        debug_assert!(len <= capacity, "a length beyond the capacity");
        self.cover(capacity);
        // SAFETY: by the caller's contract at most the capacity, whose bytes are initialised (I1 of `buf`).
        unsafe { self.set_len_unchecked(len) };
    }
}
