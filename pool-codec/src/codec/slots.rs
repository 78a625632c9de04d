//! Values that are decoded one after another into memory that is not initialised yet.
//!
//! An array that is built by value, element by element, passes through the optimizer as a value, which takes time
//! quadratic in its length. [`array`], [`extend`] and [`rc_slice`] decode in place instead, and [`Slots`] lets a function that does
//! not know the length of the array do it.
//!
//! # Invariants
//!
//! * I1: the first `filled` slots of a [`Slots`] are initialised, and it owns their values.
#![expect(unsafe_code, reason = "the one module of the crate that initialises memory step by step")]

use alloc::rc::Rc;
#[cfg(target_has_atomic = "ptr")]
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::mem::{self, MaybeUninit};

use crate::codec::blank::{Blank, Element};
use crate::codec::bools;
use crate::codec::native::{self, Native};

/// Slots for values, which are filled from the first to the last.
///
/// If it is dropped, it drops the values in it.
#[derive(Debug)]
#[expect(unnameable_types, reason = "only hidden methods of `Decode` take it")]
pub struct Slots<'a, V> {
    /// I1.
    slots: &'a mut [MaybeUninit<V>],
    /// I1. It is at most the number of slots.
    filled: usize,
}

impl<'a, V> Slots<'a, V> {
    #[inline(always)]
    const fn new(slots: &'a mut [MaybeUninit<V>]) -> Self {
        Self { slots, filled: 0 }
    }

    /// Returns the number of slots that have no value yet.
    #[inline(always)]
    pub(crate) const fn left(&self) -> usize {
        self.slots.len().saturating_sub(self.filled)
    }

    /// Fills the next slot and returns its value. The value is dropped if there is no slot.
    #[inline(always)]
    pub(crate) fn push(&mut self, value: V) -> Option<&mut V> {
        let slot = self.slots.get_mut(self.filled)?;
        self.filled = self.filled.saturating_add(1);
        Some(slot.write(value))
    }

    /// Fills the next slots with one value for each of `sources`, and ignores those that have no slot.
    #[inline(always)]
    pub(crate) fn extend<S>(&mut self, sources: &[S], value: impl Fn(&S) -> V) {
        let count = self.left().min(sources.len());
        let filled = self.filled.saturating_add(count);
        let slots = self.slots.get_mut(self.filled..filled).unwrap_or_default();
        // The lengths are the same, so the compiler finds a copy in the loop.
        for (slot, source) in slots.iter_mut().zip(sources) {
            slot.write(value(source));
        }
        // If `value` panics, the values before it are not dropped.
        self.filled = filled;
    }

    /// Fills the next slots with the values whose bytes in memory are `bytes`.
    #[inline(always)]
    pub(crate) fn extend_native(&mut self, bytes: &[u8])
    where
        V: Native,
    {
        let slots = self.slots.get_mut(self.filled..).unwrap_or_default();
        // The first `fill` of these slots are initialised now (I1).
        self.filled = self.filled.saturating_add(native::fill(slots, bytes));
    }

    /// Fills the next slots with one value for each `size` bytes of `source`, until `value` fails.
    #[inline(always)]
    pub(crate) fn try_extend<'s, E>(
        &mut self,
        source: &'s [u8],
        size: usize,
        value: impl Fn(&'s [u8]) -> Result<V, E>,
    ) -> Result<(), E> {
        let slots = self.slots.get_mut(self.filled..).unwrap_or_default();
        for (slot, source) in slots.iter_mut().zip(source.chunks_exact(size.max(1))) {
            slot.write(value(source)?);
            self.filled = self.filled.saturating_add(1);
        }
        Ok(())
    }

    /// Gives up the values if all slots are filled, so that the caller owns them.
    #[inline(always)]
    fn finish(self) -> bool {
        let full = self.left() == 0;
        if full {
            mem::forget(self);
        }
        full
    }
}

impl Slots<'_, bool> {
    /// Fills the next slots with the values whose bytes are `bytes`. Returns false, and fills none, if one of the bytes
    /// is neither 0 nor 1.
    #[inline(always)]
    pub(crate) fn extend_bools(&mut self, bytes: &[u8]) -> bool {
        let slots = self.slots.get_mut(self.filled..).unwrap_or_default();
        match bools::fill(slots, bytes) {
            // The first `count` of these slots are initialised now (I1).
            Some(count) => self.filled = self.filled.saturating_add(count),
            None => return false,
        }
        true
    }
}

impl<V, const N: usize> Slots<'_, [V; N]> {
    /// Fills all slots that are left with `fill`, which gets the slots of their elements. If `fill` does not fill all
    /// of them, none is filled.
    #[inline(always)]
    pub(crate) fn fill_flattened<E>(
        &mut self,
        fill: impl FnOnce(&mut Slots<'_, V>) -> Result<(), E>,
    ) -> Result<(), E> {
        let left: *mut [MaybeUninit<[V; N]>] =
            self.slots.get_mut(self.filled..).unwrap_or_default();
        // SAFETY: `MaybeUninit<[V; N]>` and `[MaybeUninit<V>; N]` have the same layout, and neither requires anything
        // of its bytes. The pointer comes from a `&mut` that is not used while the new one lives.
        let arrays = unsafe { &mut *(left as *mut [[MaybeUninit<V>; N]]) };
        let mut elements = Slots::new(arrays.as_flattened_mut());
        fill(&mut elements)?;
        if elements.finish() {
            // All elements of all slots are initialised, and nothing else owns them (I1).
            self.filled = self.slots.len();
        }
        Ok(())
    }
}

impl<V> Drop for Slots<'_, V> {
    #[inline]
    fn drop(&mut self) {
        if !mem::needs_drop::<V>() {
            return;
        }
        let filled = self.slots.get_mut(..self.filled).unwrap_or_default();
        let filled: *mut [MaybeUninit<V>] = filled;
        // SAFETY: the first `filled` slots are initialised and this owns them (I1). `MaybeUninit<V>` has the layout of
        // `V`, the pointer comes from a `&mut`, and the slots are not used after this.
        unsafe { core::ptr::drop_in_place(filled as *mut [V]) };
    }
}

/// Fills an array with `fill`. If it does not fill all slots, the error is that of `short`.
#[inline(always)]
pub(crate) fn array<V, const N: usize, E>(
    fill: impl FnOnce(&mut Slots<'_, V>) -> Result<(), E>,
    short: impl FnOnce() -> E,
) -> Result<[V; N], E> {
    let mut array = [const { MaybeUninit::<V>::uninit() }; N];
    let mut slots = Slots::new(&mut array);
    fill(&mut slots)?;
    if !slots.finish() {
        return Err(short());
    }
    // SAFETY: all slots were initialised (I1), and the slots have given up their values. `MaybeUninit<V>` has the
    // layout of `V`. The array is not used after this, and dropping it does nothing.
    Ok(unsafe { (&raw const array).cast::<[V; N]>().read() })
}

/// Implements a function that fills a counted slice in one block. The vector of the standard library would need another
/// one.
macro_rules! counted_slice {
    ($name:ident, $pointer:ident) => {
        /// Fills a slice of `count` values with `fill`. If it does not fill all slots, the error is that of `short`.
        #[inline(always)]
        pub(crate) fn $name<V, E>(
            count: usize,
            fill: impl FnOnce(&mut Slots<'_, V>) -> Result<(), E>,
            short: impl FnOnce() -> E,
        ) -> Result<$pointer<[V]>, E> {
            let mut slice = $pointer::<[V]>::new_uninit_slice(count);
            // There is no other pointer to it.
            let mut slots = Slots::new($pointer::get_mut(&mut slice).unwrap_or_default());
            fill(&mut slots)?;
            let filled = slots.filled;
            if !slots.finish() || filled != count {
                return Err(short());
            }
            // SAFETY: the slice has `count` values, and as many slots of it were initialised (I1). The slots have given up
            // their values.
            Ok(unsafe { slice.assume_init() })
        }
    };
}
counted_slice!(rc_slice, Rc);
#[cfg(target_has_atomic = "ptr")]
counted_slice!(arc_slice, Arc);

/// A constant array of the constants of its elements.
pub(crate) const fn repeat<T: Element, const N: usize>() -> Option<Blank<[T::Value; N]>> {
    if T::BLANK.is_none() {
        return None;
    }
    let array = [const {
        match T::BLANK {
            Some(blank) => MaybeUninit::new(blank.value()),
            None => MaybeUninit::uninit(),
        }
    }; N];
    // SAFETY: there is a constant, so all elements are initialised, each with a value of its own. `MaybeUninit<V>` has
    // the layout of `V`. The array is not used after this, and dropping it does nothing.
    Some(Blank::new(unsafe { (&raw const array).cast::<[T::Value; N]>().read() }))
}

/// Appends `count` values to `values` with `fill`. If it fails or fills fewer slots, nothing is appended.
#[inline(always)]
pub(crate) fn extend<V, E>(
    values: &mut Vec<V>,
    count: usize,
    fill: impl FnOnce(&mut Slots<'_, V>) -> Result<(), E>,
) -> Result<(), E> {
    values.reserve_exact(count);
    let Some(spare) = values.spare_capacity_mut().get_mut(..count) else { return Ok(()) };
    let mut slots = Slots::new(spare);
    fill(&mut slots)?;
    if slots.finish() {
        let len = values.len().saturating_add(count);
        // SAFETY: the capacity holds `len` values, and the last `count` of them were just initialised (I1). The slots
        // have given them up.
        unsafe { values.set_len(len) };
    }
    Ok(())
}
