//! A buffer: the unique owner of one slot or of one heap block.
//!
//! # Invariants
//!
//! * I1: `payload` points to `capacity` initialised bytes, behind `HEADER_ROOM` initialised bytes, all
//!   in one allocation; no other code accesses them while the buffer lives.
//! * I2: `len <= capacity <= isize::MAX - HEADER_ROOM`.
//! * I3: `origin` is a heap block's, or the slot of `span`, whose payload this is, came from it and has not
//!   been released; the slot keeps the pool, and with it the origin, alive.
//! * I4: if `origin` is a heap block's, it came from `heap::acquire` and is not released.

use core::fmt;
use core::ops::{Deref, DerefMut};
use core::ptr::NonNull;
use core::slice;

use crate::heap;
use crate::pool::origin::{RawSlot, SlotOrigin, SlotSpan};
use crate::pool::release::release;
#[cfg(feature = "std")]
use crate::pool::shard::ShardSlot;
use crate::size_class::SizeClass;
use crate::slot;

/// A buffer of exactly the requested length. Dropping it releases its slot.
///
/// A buffer is the only owner of its bytes. It is `Send + 'static` and takes 24 bytes. It can be dropped on
/// any thread, while a panic unwinds, and after the last handle of its pool is gone. Dropping it never
/// blocks, with one exception: if requests wait for its class, it takes the lock of their queue.
///
/// The content of a fresh buffer is initialised but unspecified: zeroes, or bytes that a previous user of
/// the slot wrote. **Write before you read.** A buffer never exposes more bytes than were requested.
///
/// ```
/// # use pool_core as pool_codec;
/// use pool_codec::{Pool, PoolConfig};
///
/// let pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
/// let mut frame = pool.acquire(5)?;
/// frame.copy_from_slice(b"hello");
/// frame.header_mut(2).copy_from_slice(&5_u16.to_le_bytes());
/// assert_eq!(frame.with_header(2), b"\x05\0hello");
/// # Ok::<(), pool_codec::AcquireError>(())
/// ```
pub struct PooledBuf {
    /// I1.
    payload: NonNull<u8>,
    /// I3, I4.
    origin: NonNull<SlotOrigin>,
    /// I2.
    len: u32,
    span: SlotSpan,
}

#[cfg(target_pointer_width = "64")]
const _: () = assert!(size_of::<PooledBuf>() == 24 && size_of::<Option<PooledBuf>>() == 24);

// SAFETY: the buffer owns its bytes alone (I1), a `SlotOrigin` is `Send + Sync` (asserted where
// it is defined), and a slot or a heap block can be released on any thread.
unsafe impl Send for PooledBuf {}

// SAFETY: through `&PooledBuf` the bytes can only be read, and so can the origin.
unsafe impl Sync for PooledBuf {}

impl PooledBuf {
    /// The number of bytes reserved in front of the payload for a frame header: 64. Header and payload can
    /// leave in one write: see [`PooledBuf::with_header`].
    pub const HEADER_ROOM: usize = slot::HEADER_ROOM;

    /// Makes a buffer of `len` bytes over `slot`.
    ///
    /// # Safety
    ///
    /// * `slot` was just taken, and is the caller's;
    /// * `len` is at most the bytes of its class, or, on the heap, its capacity.
    #[inline(always)]
    pub(crate) unsafe fn from_raw_slot(slot: RawSlot, len: u32) -> Self {
        let span = SlotSpan::new(slot.index(), len);
        Self { payload: slot.payload(), origin: slot.origin(), len, span }
    }

    /// [`from_raw_slot`](Self::from_raw_slot) for a pool that does not clear.
    ///
    /// # Safety
    ///
    /// * As for [`from_raw_slot`](Self::from_raw_slot).
    #[cfg(feature = "std")]
    #[inline(always)]
    pub(crate) unsafe fn from_shard_slot(slot: ShardSlot, len: u32) -> Self {
        // A shard begins with its origin.
        let origin = slot.shard.cast();
        Self { payload: slot.payload, origin, len, span: SlotSpan::uncleared(slot.index) }
    }

    /// The first byte of the payload. The pointer may be used for all bytes of the header room and of the
    /// payload.
    #[cfg(any(feature = "arena", feature = "slab", feature = "compio"))]
    #[inline(always)]
    pub(crate) fn as_raw(&self) -> NonNull<u8> {
        self.payload
    }

    fn origin(&self) -> &SlotOrigin {
        // SAFETY: an origin outlives its slots in use, and this buffer's is one (I3, I4).
        unsafe { self.origin.as_ref() }
    }

    /// Whether the buffer is a slot of the pool, and not a heap block.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Pool, PoolConfig};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
    /// assert!(pool.acquire(1024)?.is_pooled());
    /// assert!(!pool.acquire(1025)?.is_pooled());
    /// # Ok::<(), pool_codec::AcquireError>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn is_pooled(&self) -> bool {
        !self.origin().is_heap()
    }

    /// The number of bytes reserved for the payload: the size of its class or, for a request longer than
    /// the pool's largest class, exactly the requested length.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Pool, PoolConfig};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
    /// assert_eq!(pool.acquire(800)?.capacity(), 1024);
    /// assert_eq!(pool.acquire(2000)?.capacity(), 2000);
    /// # Ok::<(), pool_codec::AcquireError>(())
    /// ```
    #[must_use]
    pub fn capacity(&self) -> usize {
        if self.is_pooled() {
            return self.origin().class().bytes();
        }
        // SAFETY: from the heap and not released (I4).
        unsafe { heap::capacity(self.origin) }
    }

    /// The class of the slot. For a heap block it is the class of its [`capacity`](Self::capacity).
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Pool, PoolConfig, SizeClass};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
    /// assert_eq!(pool.acquire(800)?.size_class(), SizeClass::for_len(800));
    /// # Ok::<(), pool_codec::AcquireError>(())
    /// ```
    #[must_use]
    pub fn size_class(&self) -> SizeClass {
        SizeClass::for_len(self.capacity())
    }

    /// The last `n` bytes of the header room, followed by the payload, as one slice.
    ///
    /// Header bytes are unspecified, like the payload's, until they are written through
    /// [`header_mut`](Self::header_mut).
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Pool, PoolConfig};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
    /// let mut frame = pool.acquire(2)?;
    /// frame.copy_from_slice(b"ok");
    /// frame.header_mut(3).copy_from_slice(b"id:");
    /// assert_eq!(frame.with_header(3), b"id:ok");
    /// assert_eq!(frame.with_header(0), b"ok");
    /// # Ok::<(), pool_codec::AcquireError>(())
    /// ```
    ///
    /// # Panics
    ///
    /// Panics if `n` exceeds [`PooledBuf::HEADER_ROOM`].
    #[inline]
    #[must_use]
    pub fn with_header(&self, n: usize) -> &[u8] {
        check_header(n);
        // SAFETY: `n` is at most `HEADER_ROOM`, as checked above, and that many bytes precede the payload (I1).
        let start = unsafe { self.payload.sub(n) };
        let len = self.len().wrapping_add(n);
        // SAFETY: `n` bytes of the room and `len` of the payload are initialised and in one
        // allocation (I1, I2), at most `isize::MAX` (I2), and not written while `self` is borrowed.
        unsafe { slice::from_raw_parts(start.as_ptr(), len) }
    }

    /// The last `n` bytes of the header room, which lie directly in front of the payload.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Pool, PoolConfig};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
    /// let mut frame = pool.acquire(2)?;
    /// frame.header_mut(4).copy_from_slice(&2_u32.to_be_bytes());
    /// # Ok::<(), pool_codec::AcquireError>(())
    /// ```
    ///
    /// # Panics
    ///
    /// Panics if `n` exceeds [`PooledBuf::HEADER_ROOM`].
    #[inline]
    #[must_use]
    pub fn header_mut(&mut self, n: usize) -> &mut [u8] {
        check_header(n);
        // SAFETY: `n` is at most `HEADER_ROOM`, as checked above, and that many bytes precede the payload (I1).
        let start = unsafe { self.payload.sub(n) };
        // SAFETY: the room's bytes are initialised and this buffer's alone (I1), and `self` is
        // borrowed exclusively.
        unsafe { slice::from_raw_parts_mut(start.as_ptr(), n) }
    }

    /// Shortens the buffer to `len` bytes. A buffer that is not longer stays as it is. The capacity does
    /// not change, but the length cannot grow again.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Pool, PoolConfig};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
    /// let mut buf = pool.acquire(100)?;
    /// buf.truncate(40);
    /// buf.truncate(70);
    /// assert_eq!((buf.len(), buf.capacity()), (40, 128));
    /// # Ok::<(), pool_codec::AcquireError>(())
    /// ```
    #[inline]
    pub fn truncate(&mut self, len: usize) {
        if len < self.len() {
            self.len = len as u32;
        }
    }

    /// Makes the release of the slot clear the first `len` bytes of the payload, if its pool clears.
    #[cfg(feature = "compio")]
    pub(crate) fn cover(&mut self, len: usize) {
        if self.is_pooled() && self.origin().clears() {
            self.span = SlotSpan::new(self.span.index(), len as u32);
        }
    }

    /// Sets the length to at most the capacity, as before an operation that has changed it.
    #[cfg(feature = "compio")]
    #[doc(hidden)]
    pub fn restore_len(&mut self, len: usize) {
        let len = len.min(self.capacity());
        // SAFETY: at most the capacity.
        unsafe { self.set_len_unchecked(len) };
    }

    /// Sets the length, which may grow.
    ///
    /// # Safety
    ///
    /// * `len` is at most the capacity.
    #[cfg(feature = "compio")]
    pub(crate) unsafe fn set_len_unchecked(&mut self, len: usize) {
        // No capacity exceeds a `u32`: the pool refuses longer requests.
        self.len = len as u32;
    }
}

#[inline]
fn check_header(n: usize) {
    if n > PooledBuf::HEADER_ROOM {
        header_too_long(n);
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn header_too_long(n: usize) -> ! {
    panic!(
        "a header of {n} bytes does not fit in the {} bytes of header room",
        PooledBuf::HEADER_ROOM
    )
}

impl Drop for PooledBuf {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: in use and not released (I3, I4), and no code can reach the bytes without the buffer.
        unsafe { release(self.origin, self.span) }
    }
}

impl Deref for PooledBuf {
    type Target = [u8];

    #[inline]
    fn deref(&self) -> &[u8] {
        // SAFETY: `len` initialised bytes in one allocation (I1, I2), at most `isize::MAX` (I2), not
        // written while `self` is borrowed.
        unsafe { slice::from_raw_parts(self.payload.as_ptr(), self.len as usize) }
    }
}

impl DerefMut for PooledBuf {
    #[inline]
    fn deref_mut(&mut self) -> &mut [u8] {
        // SAFETY: as in `deref`; no other code has the bytes (I1), and `self` is borrowed exclusively.
        unsafe { slice::from_raw_parts_mut(self.payload.as_ptr(), self.len as usize) }
    }
}

impl AsRef<[u8]> for PooledBuf {
    #[inline]
    fn as_ref(&self) -> &[u8] {
        self
    }
}

impl AsMut<[u8]> for PooledBuf {
    #[inline]
    fn as_mut(&mut self) -> &mut [u8] {
        self
    }
}

/// Shows the length and the class, not the content.
impl fmt::Debug for PooledBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PooledBuf")
            .field("len", &self.len)
            .field("class", &self.size_class())
            .field("pooled", &self.is_pooled())
            .finish()
    }
}
