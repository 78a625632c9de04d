//! The storage of the elements of a borrowed sequence.

use core::marker::PhantomData;

/// The elements, either encoded in the input or borrowed from an owner.
pub(super) enum Body<'decoder, T> {
    /// Elements in the input.
    Encoded {
        count: usize,
        /// The encodings of the elements, without the count. They have been checked.
        bytes: &'decoder [u8],
    },
    /// A slice of owned values.
    Slice(&'decoder [T]),
}

impl<T> Clone for Body<'_, T> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Body<'_, T> {}

/// A body and the layout that it is read in.
pub(super) struct Elements<'decoder, T, L> {
    pub(super) body: Body<'decoder, T>,
    layout: PhantomData<fn() -> L>,
}

impl<'decoder, T, L> Elements<'decoder, T, L> {
    #[inline]
    pub(super) const fn new(body: Body<'decoder, T>) -> Self {
        Self { body, layout: PhantomData }
    }
}

impl<T, L> Clone for Elements<'_, T, L> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, L> Copy for Elements<'_, T, L> {}
