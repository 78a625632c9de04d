//! A buffer: the unique owner of one slot, or of one block on the heap.
//!
//! # Invariants
//!
//! * I1: `payload` points to `capacity` initialised bytes, behind `HEADER_ROOM` initialised bytes, all
//!   in one allocation; no one else accesses them while the buffer lives.
//! * I2: `len <= capacity <= isize::MAX - HEADER_ROOM`.
//! * I3: `home` is the heap's, or handed out `slot`, whose payload this is, and the slot has not been
//!   released; it keeps the pool, and with it the home, alive.
//! * I4: if `home` is the heap's, it came from `heap::acquire` and is not released.

use core::fmt;
use core::ops::{Deref, DerefMut};
use core::ptr::NonNull;
use core::slice;

use crate::heap;
use crate::pool::home::{self, Home, Taken};
#[cfg(feature = "std")]
use crate::pool::shard::Popped;
use crate::pool::wipe;
use crate::size_class::SizeClass;

/// A buffer of exactly the bytes that were asked for, given back when it is dropped.
///
/// It is unique, `Send + 'static` and 24 bytes. It can be dropped on any thread, while a panic unwinds,
/// and after the last handle of its pool is gone. Dropping it waits for nothing but, if others wait for
/// its class, the lock of their queue.
///
/// The content of a fresh buffer is initialised but not specified: zero, or what a previous user of
/// the slot wrote. **Write before you read.** Its length never shows more than was asked for.
///
/// ```
/// use pool_core::{Pool, PoolConfig};
///
/// let pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
/// let mut frame = pool.acquire(5)?;
/// frame.copy_from_slice(b"hello");
/// frame.header_mut(2).copy_from_slice(&5_u16.to_le_bytes());
/// assert_eq!(frame.with_header(2), b"\x05\0hello");
/// # Ok::<(), pool_core::AcquireError>(())
/// ```
pub struct PooledBuf {
    /// I1.
    payload: NonNull<u8>,
    /// I3, I4.
    home: NonNull<Home>,
    /// I2.
    len: u32,
    slot: Slot,
}

/// The slot (I3; it has no meaning on the heap), and above it, for clearing, how much of the slot the
/// buffer could write when it was made.
#[derive(Clone, Copy)]
pub(crate) struct Slot(u32);

impl Slot {
    #[inline(always)]
    fn new(slot: u8, lines: u16) -> Self {
        Self(u32::from(slot) | (u32::from(lines) << 8))
    }

    #[inline(always)]
    pub(crate) fn number(self) -> u8 {
        self.0 as u8
    }

    pub(crate) fn lines(self) -> u16 {
        (self.0 >> 8) as u16
    }
}

#[cfg(target_pointer_width = "64")]
const _: () = assert!(size_of::<PooledBuf>() == 24 && size_of::<Option<PooledBuf>>() == 24);

// SAFETY: the buffer owns its bytes alone (I1), a `Home` is `Send + Sync` (asserted where it is
// defined), and a slot or a heap block can be given back on any thread.
unsafe impl Send for PooledBuf {}

// SAFETY: through `&PooledBuf` the bytes can only be read, and so can the home.
unsafe impl Sync for PooledBuf {}

impl PooledBuf {
    /// Bytes in front of the payload for a frame header, so that header and payload can leave in one
    /// write: see [`PooledBuf::with_header`].
    pub const HEADER_ROOM: usize = 64;

    /// # Safety
    ///
    /// * `taken` was just handed out, and is the caller's;
    /// * `len` is at most the bytes of its class, or, on the heap, its capacity.
    #[inline(always)]
    pub(crate) unsafe fn from_taken(taken: Taken, len: u32) -> Self {
        let slot = Slot::new(taken.slot(), wipe::lines(len));
        Self { payload: taken.payload(), home: taken.home(), len, slot }
    }

    /// [`from_taken`](Self::from_taken), for a pool that does not clear.
    ///
    /// # Safety
    ///
    /// * As for [`from_taken`](Self::from_taken).
    #[cfg(feature = "std")]
    #[inline(always)]
    pub(crate) unsafe fn from_uncleared(popped: Popped, len: u32) -> Self {
        // A shard begins with its home.
        let home = popped.shard.cast();
        Self { payload: popped.payload, home, len, slot: Slot::new(popped.slot, 0) }
    }

    fn home(&self) -> &Home {
        // SAFETY: a home outlives what it handed out, and this buffer is (I3, I4).
        unsafe { self.home.as_ref() }
    }

    /// Whether the bytes are a pool's slot, not the heap's.
    ///
    /// ```
    /// use pool_core::{Pool, PoolConfig};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
    /// assert!(pool.acquire(1024)?.is_pooled());
    /// assert!(!pool.acquire(1025)?.is_pooled());
    /// # Ok::<(), pool_core::AcquireError>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn is_pooled(&self) -> bool {
        !self.home().is_heap()
    }

    /// The bytes set aside for the payload: those of its size class, or, for a request longer than the
    /// pool's largest class, exactly the length asked for.
    ///
    /// ```
    /// use pool_core::{Pool, PoolConfig};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
    /// assert_eq!(pool.acquire(800)?.capacity(), 1024);
    /// assert_eq!(pool.acquire(2000)?.capacity(), 2000);
    /// # Ok::<(), pool_core::AcquireError>(())
    /// ```
    #[must_use]
    pub fn capacity(&self) -> usize {
        if self.is_pooled() {
            return self.home().class().bytes();
        }
        // SAFETY: from the heap and not released (I4).
        unsafe { heap::capacity(self.home) }
    }

    /// The class of the slot, or on the heap the one that [`capacity`](Self::capacity) belongs to.
    ///
    /// ```
    /// use pool_core::{Pool, PoolConfig, SizeClass};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
    /// assert_eq!(pool.acquire(800)?.size_class(), SizeClass::for_len(800));
    /// # Ok::<(), pool_core::AcquireError>(())
    /// ```
    #[must_use]
    pub fn size_class(&self) -> SizeClass {
        SizeClass::for_len(self.capacity())
    }

    /// The last `n` bytes of the header room and the payload, as one slice.
    ///
    /// Header bytes are like the payload's: not specified until written with
    /// [`header_mut`](Self::header_mut).
    ///
    /// ```
    /// use pool_core::{Pool, PoolConfig};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
    /// let mut frame = pool.acquire(2)?;
    /// frame.copy_from_slice(b"ok");
    /// frame.header_mut(3).copy_from_slice(b"id:");
    /// assert_eq!(frame.with_header(3), b"id:ok");
    /// assert_eq!(frame.with_header(0), b"ok");
    /// # Ok::<(), pool_core::AcquireError>(())
    /// ```
    ///
    /// # Panics
    ///
    /// If `n` exceeds [`PooledBuf::HEADER_ROOM`].
    #[inline]
    #[must_use]
    pub fn with_header(&self, n: usize) -> &[u8] {
        check_header(n);
        // SAFETY: `n` is at most `HEADER_ROOM`, just checked, and that much precedes the payload (I1).
        let start = unsafe { self.payload.sub(n) };
        let len = self.len().wrapping_add(n);
        // SAFETY: `n` bytes of the room and `len` of the payload are initialised and in one
        // allocation (I1, I2), at most `isize::MAX` (I2), and not written while `self` is borrowed.
        unsafe { slice::from_raw_parts(start.as_ptr(), len) }
    }

    /// The last `n` bytes of the header room, right in front of the payload.
    ///
    /// ```
    /// use pool_core::{Pool, PoolConfig};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
    /// let mut frame = pool.acquire(2)?;
    /// frame.header_mut(4).copy_from_slice(&2_u32.to_be_bytes());
    /// # Ok::<(), pool_core::AcquireError>(())
    /// ```
    ///
    /// # Panics
    ///
    /// If `n` exceeds [`PooledBuf::HEADER_ROOM`].
    #[inline]
    #[must_use]
    pub fn header_mut(&mut self, n: usize) -> &mut [u8] {
        check_header(n);
        // SAFETY: `n` is at most `HEADER_ROOM`, just checked, and that much precedes the payload (I1).
        let start = unsafe { self.payload.sub(n) };
        // SAFETY: the room's bytes are initialised and this buffer's alone (I1), and `self` is
        // borrowed exclusively.
        unsafe { slice::from_raw_parts_mut(start.as_ptr(), n) }
    }

    /// Shortens the buffer to `len` bytes; does nothing if it is not longer. The capacity stays, but
    /// the length cannot grow back.
    ///
    /// ```
    /// use pool_core::{Pool, PoolConfig};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
    /// let mut buf = pool.acquire(100)?;
    /// buf.truncate(40);
    /// buf.truncate(70);
    /// assert_eq!((buf.len(), buf.capacity()), (40, 128));
    /// # Ok::<(), pool_core::AcquireError>(())
    /// ```
    #[inline]
    pub fn truncate(&mut self, len: usize) {
        if len < self.len() {
            self.len = len as u32;
        }
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
        // SAFETY: handed out and not released (I3, I4), and with the buffer its bytes are out of reach.
        unsafe { home::release(self.home, self.slot) }
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
        // SAFETY: as in `deref`; nobody else has the bytes (I1), and `self` is borrowed exclusively.
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
