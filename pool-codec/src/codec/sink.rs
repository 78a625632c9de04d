//! The target of an encoding: a writer, or a counter of bytes.

use core::convert::Infallible;

use crate::codec::error::{EncodeError, EncodeErrorKind};
use crate::codec::schema::Schema;

/// The target of [`Encode::encode_to`](crate::layout::Encode::encode_to).
///
/// A sink is either an [`Encoder`](crate::Encoder), which writes bytes, or a counter, which finds the length of a
/// value before it is written. Only this crate implements the trait.
///
/// ```
/// use pool_codec::Encoder;
/// use pool_codec::layout::Sink;
///
/// fn put_twice<S: Sink>(sink: &mut S, bytes: &[u8]) -> Result<(), S::Error> {
///     sink.put(bytes)?;
///     sink.put(bytes)
/// }
///
/// let mut out = [0; 4];
/// put_twice(&mut Encoder::new(&mut out), &[1, 2]).unwrap();
/// assert_eq!(out, [1, 2, 1, 2]);
/// ```
pub trait Sink: Sealed {
    /// The reason why a value was not written.
    type Error;

    /// Writes `bytes`.
    ///
    /// # Errors
    ///
    /// Returns [`BufferTooSmall`](EncodeErrorKind::BufferTooSmall) if they do not fit. Nothing is written then.
    fn put(&mut self, bytes: &[u8]) -> Result<(), Self::Error>;

    /// Writes `N` bytes.
    ///
    /// # Errors
    ///
    /// Returns [`BufferTooSmall`](EncodeErrorKind::BufferTooSmall) if they do not fit. Nothing is written then.
    fn put_array<const N: usize>(&mut self, bytes: &[u8; N]) -> Result<(), Self::Error>;

    /// Refuses the value if `fault` returns a reason. A counter does not call `fault`.
    ///
    /// # Errors
    ///
    /// Returns the reason that `fault` found.
    fn check(&mut self, fault: impl FnOnce() -> Option<EncodeErrorKind>)
    -> Result<(), Self::Error>;

    /// Adds `len` bytes and returns `true` if the sink only counts. Otherwise does nothing and returns `false`.
    #[doc(hidden)]
    fn count(&mut self, len: usize) -> bool;

    /// Writes the first `len` bytes of `block`. The rest of `block` may be written after the cursor, where later
    /// fields overwrite it.
    #[doc(hidden)]
    fn put_block<const N: usize>(&mut self, block: &[u8; N], len: usize)
    -> Result<(), Self::Error>;

    /// Writes each of `items` as `N` bytes.
    #[doc(hidden)]
    fn put_each<T: Copy, const N: usize>(
        &mut self,
        items: &[T],
        to_bytes: impl Fn(T) -> [u8; N],
    ) -> Result<(), Self::Error>;

    /// Writes each of `items` as `size` bytes with `encode`, with one check that all of them fit.
    #[doc(hidden)]
    fn put_fixed<T>(
        &mut self,
        items: &[T],
        size: usize,
        encode: impl Fn(&T, &mut Self) -> Result<(), Self::Error>,
    ) -> Result<(), Self::Error>;

    /// Writes all of `items` with `encode`.
    #[doc(hidden)]
    fn put_all<T>(
        &mut self,
        items: &[T],
        encode: impl Fn(&T, &mut Self) -> Result<(), Self::Error>,
    ) -> Result<(), Self::Error> {
        items.iter().try_for_each(|item| encode(item, self))
    }

    /// Checks once that the next run of fixed-size fields fits, so that the compiler can drop the check of each
    /// field. `size` is the length of the run in bytes.
    #[doc(hidden)]
    fn check_run(&mut self, size: usize, message: &'static Schema) -> Result<(), Self::Error>;

    /// Adds the name of the field that an error is in.
    #[doc(hidden)]
    fn label(error: Self::Error, name: impl FnOnce(EncodeError) -> EncodeError) -> Self::Error;
}

/// Keeps the implementations in this crate.
#[expect(unnameable_types, reason = "keeps the implementations of `Sink` in this crate")]
pub trait Sealed {}

/// A sink that counts bytes.
#[derive(Debug, Default)]
pub(crate) struct Length(usize);

impl Length {
    #[inline(always)]
    pub(crate) const fn bytes(self) -> usize {
        self.0
    }

    #[inline(always)]
    const fn add(&mut self, len: usize) {
        self.0 = self.0.saturating_add(len);
    }
}

impl Sealed for Length {}

impl Sink for Length {
    type Error = Infallible;

    #[inline(always)]
    fn put(&mut self, bytes: &[u8]) -> Result<(), Infallible> {
        self.add(bytes.len());
        Ok(())
    }

    #[inline(always)]
    fn put_array<const N: usize>(&mut self, _: &[u8; N]) -> Result<(), Infallible> {
        self.add(N);
        Ok(())
    }

    #[inline(always)]
    fn check(&mut self, _: impl FnOnce() -> Option<EncodeErrorKind>) -> Result<(), Infallible> {
        Ok(())
    }

    #[inline(always)]
    fn count(&mut self, len: usize) -> bool {
        self.add(len);
        true
    }

    #[inline(always)]
    fn put_block<const N: usize>(&mut self, _: &[u8; N], len: usize) -> Result<(), Infallible> {
        self.add(len);
        Ok(())
    }

    #[inline(always)]
    fn put_each<T: Copy, const N: usize>(
        &mut self,
        items: &[T],
        _: impl Fn(T) -> [u8; N],
    ) -> Result<(), Infallible> {
        self.add(items.len().saturating_mul(N));
        Ok(())
    }

    #[inline(always)]
    fn put_fixed<T>(
        &mut self,
        items: &[T],
        size: usize,
        _: impl Fn(&T, &mut Self) -> Result<(), Infallible>,
    ) -> Result<(), Infallible> {
        self.add(items.len().saturating_mul(size));
        Ok(())
    }

    #[inline(always)]
    fn check_run(&mut self, _: usize, _: &'static Schema) -> Result<(), Infallible> {
        Ok(())
    }

    #[inline(always)]
    fn label(error: Infallible, _: impl FnOnce(EncodeError) -> EncodeError) -> Infallible {
        error
    }
}
