//! The checksum of a value's encoding, without memory for the encoding.

use core::convert::Infallible;

use super::checksum::Checksum;
use crate::codec::error::{EncodeError, EncodeErrorKind};
use crate::codec::sink::Sealed;
use crate::codec::{Encode, Layout, Schema, Sink};

/// Returns the checksum of the encoding of `value`.
#[inline]
pub(super) fn sum_of<T: Encode<L>, L: Layout, C: Checksum>(value: &T::Value) -> C::Sum {
    let mut summed = Summed(C::default());
    let Ok(()) = T::encode_to(value, &mut summed);
    summed.0.finish()
}

/// A sink that only adds up a checksum.
struct Summed<C>(C);

impl<C> Sealed for Summed<C> {}

impl<C: Checksum> Sink for Summed<C> {
    type Error = Infallible;

    #[inline]
    fn put(&mut self, bytes: &[u8]) -> Result<(), Infallible> {
        self.0.update(bytes);
        Ok(())
    }

    #[inline]
    fn put_array<const N: usize>(&mut self, bytes: &[u8; N]) -> Result<(), Infallible> {
        self.put(bytes)
    }

    /// The value was written before, so nothing refuses it.
    #[inline]
    fn check(&mut self, _: impl FnOnce() -> Option<EncodeErrorKind>) -> Result<(), Infallible> {
        Ok(())
    }

    #[inline]
    fn count(&mut self, _: usize) -> bool {
        false
    }

    #[inline]
    fn put_block<const N: usize>(&mut self, block: &[u8; N], len: usize) -> Result<(), Infallible> {
        self.put(block.get(..len).unwrap_or(block))
    }

    #[inline]
    fn put_each<T: Copy, const N: usize>(
        &mut self,
        items: &[T],
        to_bytes: impl Fn(T) -> [u8; N],
    ) -> Result<(), Infallible> {
        items.iter().try_for_each(|item| self.put(&to_bytes(*item)))
    }

    #[inline]
    fn put_fixed<T>(
        &mut self,
        items: &[T],
        _: usize,
        encode: impl Fn(&T, &mut Self) -> Result<(), Infallible>,
    ) -> Result<(), Infallible> {
        items.iter().try_for_each(|item| encode(item, self))
    }

    #[inline]
    fn check_run(&mut self, _: usize, _: &'static Schema) -> Result<(), Infallible> {
        Ok(())
    }

    #[inline]
    fn label(error: Infallible, _: impl FnOnce(EncodeError) -> EncodeError) -> Infallible {
        error
    }
}
