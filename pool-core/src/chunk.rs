//! A chunk: a buffer whose bytes an arena or a slab hands out, in a list of chunks.
//!
//! The list takes no memory of its own: the link to the next chunk lies in the header room of the buffer.
//!
//! # Invariants
//!
//! * I1: the header room of `buf` begins with an initialised [`Link`]. Only this chunk uses it.
//! * I2: the bytes of the payload need not be initialised while the buffer is part of a chunk. No code reads
//!   them through `buf`, and they are initialised before `buf` is dropped.

use core::mem;
use core::ptr::NonNull;

use crate::buf::PooledBuf;
use crate::poison;
use crate::slot::{HEADER_ROOM, PAYLOAD_ALIGN};

/// A buffer that is handed out in parts, and the chunks after it in a list.
#[derive(Debug)]
pub(crate) struct Chunk {
    /// I1, I2.
    buf: PooledBuf,
}

struct Link {
    next: Option<Chunk>,
}

// The header room of a slot lies directly before a payload that is aligned to `PAYLOAD_ALIGN`.
const _: () = assert!(
    size_of::<Link>() <= HEADER_ROOM
        && HEADER_ROOM.is_multiple_of(align_of::<Link>())
        && PAYLOAD_ALIGN.is_multiple_of(align_of::<Link>())
);

impl Chunk {
    /// The alignment of the first byte of every chunk.
    #[cfg(feature = "arena")]
    pub(crate) const ALIGN: usize = PAYLOAD_ALIGN;

    /// Makes a chunk of `buf`, at the front of the list `next`.
    #[inline]
    pub(crate) fn new(buf: PooledBuf, next: Option<Self>) -> Self {
        let chunk = Self { buf };
        // SAFETY: the room is valid for writes and large enough (see `link`), and its bytes are not in use.
        unsafe { chunk.link().write(Link { next }) };
        chunk
    }

    #[inline]
    fn link(&self) -> NonNull<Link> {
        // SAFETY: `HEADER_ROOM` bytes of the buffer precede its payload. They have room for a `Link` and are
        // aligned for it: see the constant above.
        unsafe { self.buf.as_raw().sub(HEADER_ROOM) }.cast()
    }

    /// The first byte of the chunk. The pointer may be used for all bytes of the chunk.
    #[inline]
    pub(crate) fn start(&self) -> NonNull<u8> {
        self.buf.as_raw()
    }

    /// The length, in bytes.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.buf.len()
    }

    /// Whether another chunk follows in the list.
    #[inline]
    pub(crate) fn has_next(&self) -> bool {
        // SAFETY: initialised (I1), and not written during the borrow.
        unsafe { self.link().as_ref() }.next.is_some()
    }

    /// Makes `next` the chunks after this one. It must not have such chunks yet.
    #[inline]
    pub(crate) fn set_next(&mut self, next: Option<Self>) {
        debug_assert!(!self.has_next());
        // SAFETY: initialised (I1), and `self` is borrowed exclusively.
        unsafe { self.link().as_mut() }.next = next;
    }

    /// Marks all bytes as not in use.
    #[cfg(feature = "arena")]
    #[inline]
    pub(crate) fn poison(&self) {
        // SAFETY: the bytes are this buffer's, of which no part is handed out before the first one.
        unsafe { poison::poison(self.start(), self.len()) };
    }

    /// Drops the chunks of a list.
    #[cold]
    #[inline(never)]
    fn drop_list(list: Option<Self>) {
        // A loop, because a list may be longer than the stack allows a recursion to be.
        let mut rest = list;
        while let Some(mut chunk) = rest {
            rest = chunk.take_next();
        }
    }

    /// Takes the chunks after this one from the list.
    #[inline]
    pub(crate) fn take_next(&mut self) -> Option<Self> {
        // SAFETY: initialised (I1), and `self` is borrowed exclusively.
        mem::take(&mut unsafe { self.link().as_mut() }.next)
    }
}

impl Drop for Chunk {
    #[inline]
    fn drop(&mut self) {
        let next = if self.has_next() { self.take_next() } else { None };
        // Before the chunks after it are released: that may wake a task, whose waker may panic (I2).
        let (start, len) = (self.start(), self.len());
        // SAFETY: the bytes are this buffer's, and in use by no other code any more.
        unsafe { poison::release(start, len) };
        // SAFETY: as above.
        unsafe { poison::initialise(start, len) };
        // SAFETY: the link is not used again. It is empty, so that it need not be dropped.
        unsafe { poison::initialise(self.link().cast(), size_of::<Link>()) };
        if next.is_some() {
            Self::drop_list(next);
        }
    }
}
