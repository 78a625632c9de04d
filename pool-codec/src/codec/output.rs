//! The output of an encoder, which may be the spare capacity of a vector.
//!
//! Clearing the memory first would cost as much as the encoding of a large value.
//!
//! # Invariants
//!
//! * I1: the bytes of an [`Output`] before `rest` are initialised.
//! * I2: only initialised bytes are written, because the memory may belong to a `&mut [u8]`.
//! * I3: an `Output` is never exchanged for another one. Code outside this crate gets it as a `&mut impl Sink`, of which
//!   it never has two at a time.
#![expect(
    unsafe_code,
    reason = "the one module of the crate that writes to memory that is not initialised"
)]

use alloc::vec::Vec;
use core::mem::{self, MaybeUninit};

use pool_core::__private::copy_short;

/// A cursor over memory that is written from the front.
#[derive(Debug)]
pub(crate) struct Output<'out> {
    /// I1, I2.
    rest: &'out mut [MaybeUninit<u8>],
    /// The length of the bytes before `rest` and of `rest` together.
    len: usize,
    /// Whether the bytes behind the value belong to somebody else.
    exact: bool,
}

impl<'out> Output<'out> {
    #[inline(always)]
    pub(crate) const fn new(out: &'out mut [u8], exact: bool) -> Self {
        let len = out.len();
        let out: *mut [u8] = out;
        // SAFETY: `MaybeUninit<u8>` has the layout of `u8`, and the pointer comes from a `&mut` that is not used while
        // the new one lives. The bytes stay initialised (I2).
        Self { rest: unsafe { &mut *(out as *mut [MaybeUninit<u8>]) }, len, exact }
    }

    /// Returns the number of bytes before the cursor.
    #[inline(always)]
    pub(crate) const fn written(&self) -> usize {
        self.len.saturating_sub(self.rest.len())
    }

    /// Returns the number of bytes after the cursor.
    #[inline(always)]
    pub(crate) const fn room(&self) -> usize {
        self.rest.len()
    }

    /// Moves the output out. The empty one that is left has no bytes.
    #[inline(always)]
    pub(crate) fn take(&mut self) -> Self {
        let (rest, len) = (mem::take(&mut self.rest), mem::take(&mut self.len));
        Self { rest, len, exact: self.exact }
    }

    /// Moves the cursor over `count` bytes, which must be initialised (I1).
    #[inline(always)]
    fn advance(&mut self, count: usize) {
        let rest = mem::take(&mut self.rest);
        self.rest = rest.get_mut(count..).unwrap_or_default();
    }

    /// Writes `bytes`, or nothing if they do not fit.
    #[inline(always)]
    pub(crate) fn put(&mut self, bytes: &[u8]) -> Option<()> {
        let out = self.rest.get_mut(..bytes.len())?;
        copy_short(out, as_uninit(bytes));
        self.advance(bytes.len());
        Some(())
    }

    /// Writes `bytes`, or nothing if they do not fit.
    #[inline(always)]
    pub(crate) fn put_array<const N: usize>(&mut self, bytes: &[u8; N]) -> Option<()> {
        // Not an assignment of the array, which would be a copy on the stack without optimization.
        self.rest.get_mut(..N)?.copy_from_slice(as_uninit(bytes));
        self.advance(N);
        Some(())
    }

    /// Writes the first `len` bytes of `block`, and the others after the cursor if there is room for all of them and the
    /// output is not exact.
    #[inline(always)]
    pub(crate) fn put_block<const N: usize>(&mut self, block: &[u8; N], len: usize) -> Option<()> {
        let len = len.min(N);
        match self.rest.get_mut(..N).filter(|_| !self.exact) {
            Some(out) => {
                out.copy_from_slice(as_uninit(block));
                self.advance(len);
                Some(())
            }
            None => self.put(block.get(..len)?),
        }
    }

    /// Writes `N` bytes for each of `items`, or nothing if they do not fit.
    #[inline(always)]
    pub(crate) fn put_each<T: Copy, const N: usize>(
        &mut self,
        items: &[T],
        to_bytes: impl Fn(T) -> [u8; N],
    ) -> Option<()> {
        let len = items.len().saturating_mul(N);
        let (chunks, _) = self.rest.get_mut(..len)?.as_chunks_mut::<N>();
        for (out, item) in chunks.iter_mut().zip(items) {
            *out = to_bytes(*item).map(MaybeUninit::new);
        }
        self.advance(len);
        Some(())
    }

    /// Lets `write` write each of `items` to an output of `size` bytes. Returns `None` if they do not fit, or if `write`
    /// does not fill one of them.
    #[inline(always)]
    pub(crate) fn put_parts<T, E>(
        &mut self,
        items: &[T],
        size: usize,
        mut write: impl FnMut(&T, Self) -> Result<Self, E>,
    ) -> Result<Option<()>, E> {
        let len = items.len().saturating_mul(size);
        if len > self.rest.len() {
            return Ok(None);
        }
        // If `write` fails or panics, this ends at the cursor.
        let (written, exact) = (self.written(), self.exact);
        let end = mem::replace(&mut self.len, written);
        let (parts, rest) = mem::take(&mut self.rest).split_at_mut(len);
        for (part, item) in parts.chunks_exact_mut(size.max(1)).zip(items) {
            // Not whether there is room: a part in which parts failed has none.
            if write(item, Self { rest: part, len: size, exact })?.written() != size {
                return Ok(None);
            }
        }
        // Each part is full, and its bytes are initialised (I1).
        (self.rest, self.len) = (rest, end);
        Ok(Some(()))
    }
}

#[inline(always)]
const fn as_uninit(bytes: &[u8]) -> &[MaybeUninit<u8>] {
    let bytes: *const [u8] = bytes;
    // SAFETY: `MaybeUninit<u8>` has the layout of `u8`, and every byte is a valid one. The pointer comes from a `&`.
    unsafe { &*(bytes as *const [MaybeUninit<u8>]) }
}

/// Appends at most `len` bytes to `out` with `write`. If it fails, nothing is appended.
#[inline(always)]
pub(crate) fn append<E>(
    out: &mut Vec<u8>,
    len: usize,
    write: impl FnOnce(Output<'_>) -> Result<Output<'_>, E>,
) -> Result<(), E> {
    out.reserve(len);
    let rest = out.spare_capacity_mut().get_mut(..len).unwrap_or_default();
    let written = write(Output { len: rest.len(), rest, exact: false })?.written();
    let len = out.len().saturating_add(written);
    // SAFETY: the output was made from the spare capacity, so the capacity holds `len` bytes, and those before the
    // cursor are initialised (I1). It is the same output (I3).
    unsafe { out.set_len(len) };
    Ok(())
}
