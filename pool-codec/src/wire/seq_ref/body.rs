//! Where the elements of a borrowed sequence are.

use core::marker::PhantomData;

/// Encoded, or owned by somebody else.
pub(super) enum Body<'decoder, T> {
    /// In the input.
    Encoded {
        count: usize,
        /// The elements' encodings, without the count; they have been checked.
        bytes: &'decoder [u8],
    },
    /// Owned values.
    Slice(&'decoder [T]),
}

impl<T> Clone for Body<'_, T> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Body<'_, T> {}

/// A body and the layout to read it by.
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
