//! Slices and text in an arena.

use core::alloc::Layout;
use core::borrow::Borrow;
use core::mem::MaybeUninit;
use core::ptr::NonNull;
use core::{slice, str};

use super::error::ArenaError;
use super::{Arena, refuse_drop};
use crate::copy::copy_short;
use crate::pool::Pool;

impl<P: Borrow<Pool>> Arena<P> {
    /// Copies a slice into the arena, with one `memcpy`.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// # use pool_codec::{Arena, Pool, PoolConfig};
    /// # let pool = Pool::new(&PoolConfig::new());
    /// # let arena = Arena::new(&pool, 8 << 10);
    /// let ids = arena.alloc_slice_copy(&[3_u64, 1, 2])?;
    /// ids.sort_unstable();
    /// assert_eq!(ids, [1, 2, 3]);
    /// # Ok::<(), pool_codec::ArenaError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`alloc`](Self::alloc).
    #[inline(always)]
    #[expect(clippy::mut_from_ref, reason = "each call returns memory of its own")]
    pub fn alloc_slice_copy<T: Copy>(&self, source: &[T]) -> Result<&mut [T], ArenaError> {
        match self.bump(Layout::for_value(source)) {
            // SAFETY: reserved for this layout just now, and valid for the borrow of `self` (I3).
            Some(start) => Ok(unsafe { copy_to(start.cast(), source) }),
            // Apart, so that a copy needs no registers of the caller.
            None => self.alloc_slice_copy_slow(source),
        }
    }

    #[cold]
    #[inline(never)]
    #[expect(clippy::mut_from_ref, reason = "each call returns memory of its own")]
    fn alloc_slice_copy_slow<T: Copy>(&self, source: &[T]) -> Result<&mut [T], ArenaError> {
        let start = self.reserve_more(Layout::for_value(source))?;
        // SAFETY: reserved for this layout just now, and valid for the borrow of `self` (I3).
        Ok(unsafe { copy_to(start.cast(), source) })
    }

    /// Copies text into the arena.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// # use pool_codec::{Arena, Pool, PoolConfig};
    /// # let pool = Pool::new(&PoolConfig::new());
    /// # let arena = Arena::new(&pool, 8 << 10);
    /// let name: &mut str = arena.alloc_str("alice")?;
    /// name.make_ascii_uppercase();
    /// assert_eq!(name, "ALICE");
    /// # Ok::<(), pool_codec::ArenaError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`alloc`](Self::alloc).
    #[inline(always)]
    #[expect(clippy::mut_from_ref, reason = "each call returns memory of its own")]
    pub fn alloc_str(&self, source: &str) -> Result<&mut str, ArenaError> {
        let bytes = self.alloc_slice_copy(source.as_bytes())?;
        // SAFETY: the bytes are a copy of a `str`.
        Ok(unsafe { str::from_utf8_unchecked_mut(bytes) })
    }

    /// Allocates a slice of `len` elements, and makes each with `make`, which takes its index.
    ///
    /// `make` may itself allocate in the arena. If it panics, the memory stays allocated until the next
    /// [`reset`](Self::reset).
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// # use pool_codec::{Arena, Pool, PoolConfig};
    /// # let pool = Pool::new(&PoolConfig::new());
    /// # let arena = Arena::new(&pool, 8 << 10);
    /// let squares = arena.alloc_slice_fill_with(4, |index| index * index)?;
    /// assert_eq!(squares, [0, 1, 4, 9]);
    /// # Ok::<(), pool_codec::ArenaError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`alloc`](Self::alloc). If the size of the slice exceeds what a `usize` can hold, that is
    /// [`ArenaError::Limit`]. `make` is not called.
    #[inline]
    #[expect(clippy::mut_from_ref, reason = "each call returns memory of its own")]
    pub fn alloc_slice_fill_with<T>(
        &self,
        len: usize,
        mut make: impl FnMut(usize) -> T,
    ) -> Result<&mut [T], ArenaError> {
        const { refuse_drop::<T>() };
        let Ok(layout) = Layout::array::<T>(len) else { return Err(self.limit_error(usize::MAX)) };
        let start = self.reserve(layout)?.cast::<T>();
        for index in 0..len {
            let element = make(index);
            // SAFETY: below `len`, so in the reserved memory.
            let slot = unsafe { start.add(index) };
            // SAFETY: valid for writes and aligned, as a part of an array of `T`.
            unsafe { slot.write(element) };
        }
        // SAFETY: all elements are initialised; no other allocation's, and valid for the borrow of `self` (I3).
        Ok(unsafe { slice::from_raw_parts_mut(start.as_ptr(), len) })
    }
}

/// Copies a slice to memory that is not initialised.
///
/// # Safety
///
/// * The memory at `start` is aligned, and valid for the length of `source` for as long as `'a`. No other code uses it.
#[inline(always)]
unsafe fn copy_to<'a, T: Copy>(start: NonNull<T>, source: &[T]) -> &'a mut [T] {
    let len = source.len();
    if const { size_of::<T>() == 1 } {
        // SAFETY: valid for `len` elements, which may be uninitialised, and no other code's, by the caller's contract.
        let out =
            unsafe { slice::from_raw_parts_mut(start.cast::<MaybeUninit<T>>().as_ptr(), len) };
        let source = NonNull::from(source).cast::<MaybeUninit<T>>();
        // SAFETY: the elements of a slice that is borrowed; `MaybeUninit<T>` has the layout of `T`.
        copy_short(out, unsafe { slice::from_raw_parts(source.as_ptr(), len) });
    } else {
        // SAFETY: both are valid for `len` elements, and do not overlap, because no other code uses the memory.
        unsafe { start.copy_from_nonoverlapping(NonNull::from(source).cast(), len) };
    }
    // SAFETY: initialised just now, and no other code's, by the caller's contract.
    unsafe { slice::from_raw_parts_mut(start.as_ptr(), len) }
}
