//! Sequences: an element count and that many elements (WIRE.md section 4).

use core::fmt;
use core::ops::Deref;

use alloc::vec::Vec;

use crate::codec::borrow::ArrayElement;
use crate::codec::{
    Blank, Borrow, Covariant, Decode, DecodeError, Decoder, Encode, Facts, Layout, Own, Schema,
    Sink, TooLong,
};
use crate::wire::bytes::check_len;
use crate::wire::seq_ref::SeqRef;

pub(crate) mod items;

/// An owned sequence of at most `MAX` elements of any wire type.
///
/// The bound is checked when the value is created or grows, so encoding never fails because of the length. Decoding
/// never reserves more memory than the received bytes can fill. Each element takes at least one byte, so a sequence
/// of `[u8; 0]` does not compile.
///
/// ```compile_fail,E0080
/// use pool_codec::{Decodable, Seq};
///
/// let _ = Seq::<[u8; 0], 255>::decode(&[255]);
/// ```
///
/// ```
/// use pool_codec::{Encodable, Seq};
///
/// let mut ids = Seq::<u32, 3>::new(vec![1, 2]).unwrap();
/// ids.push(3).unwrap();
/// assert_eq!(ids.push(4).unwrap_err().max, 3);
/// assert_eq!(ids.encoded_len(), 1 + 3 * 4);
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seq<T, const MAX: usize>(Vec<T>);

impl<T, const MAX: usize> Seq<T, MAX> {
    /// The largest number of elements.
    pub const MAX_LEN: usize = MAX;

    /// Wraps `elements`.
    ///
    /// # Errors
    ///
    /// Returns [`TooLong`] if there are more than `MAX` elements.
    pub fn new(elements: Vec<T>) -> Result<Self, TooLong> {
        check_len::<MAX>(elements.len())?;
        Ok(Self(elements))
    }

    /// Appends an element.
    ///
    /// # Errors
    ///
    /// Returns [`TooLong`] if the sequence already has `MAX` elements. It does not change then.
    pub fn push(&mut self, element: T) -> Result<(), TooLong> {
        check_len::<MAX>(self.0.len().saturating_add(1))?;
        self.0.push(element);
        Ok(())
    }

    /// Removes all elements and keeps the heap block.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Returns the elements as a slice.
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        &self.0
    }

    /// Returns the elements as a vector.
    #[must_use]
    pub fn into_vec(self) -> Vec<T> {
        self.0
    }
}

impl<T: Encode<L>, L: Layout, const MAX: usize> Encode<L> for Seq<T, MAX> {
    type Value = Seq<T::Value, MAX>;
    const ENCODING: &'static Schema = &items::schema::<T, L, MAX>();

    #[inline(always)]
    fn encode_to<S: Sink>(value: &Self::Value, sink: &mut S) -> Result<(), S::Error> {
        items::write::<T, L, MAX, S>(&value.0, sink)
    }
}

impl<'decoder, T: Decode<'decoder, L>, L: Layout, const MAX: usize> Decode<'decoder, L>
    for Seq<T, MAX>
{
    const FACTS: Facts = T::FACTS.prefixed::<L>();
    const BLANK: Option<Blank<Self::Value>> = Some(Blank::new(Seq(Vec::new())));

    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self::Value, DecodeError> {
        items::read::<T, L, MAX>(decoder).map(Seq)
    }

    #[inline]
    fn refill_from(
        value: &mut Self::Value,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        items::refill::<T, L, MAX>(&mut value.0, decoder)
    }
}

impl<T, L: Layout, const MAX: usize> Borrow<L> for Seq<T, MAX>
where
    T: Borrow<L, Value = T> + for<'decoder> Decode<'decoder, L> + 'static,
{
    type Ref<'decoder> = SeqRef<'decoder, T, MAX, L>;

    /// # Panics
    ///
    /// Panics if there are more than `MAX` elements. Only a vector that is longer than its field allows lends such a
    /// sequence; no input decodes to one.
    fn own(borrowed: &SeqRef<'_, T, MAX, L>) -> Self {
        assert!(borrowed.len() <= MAX, "a vector that exceeds its bound has lent the sequence");
        Self(borrowed.to_vec())
    }

    #[inline]
    fn lend(value: &Self) -> SeqRef<'_, T, MAX, L> {
        SeqRef::from_slice(&value.0)
    }
}

impl<T, const MAX: usize> ArrayElement for Seq<T, MAX> {}

/// Copies the elements. A borrowed sequence is too long if it was lent by a vector that is longer than its field
/// allows.
impl<T, L, const MAX: usize> TryFrom<SeqRef<'_, T, MAX, L>> for Seq<T, MAX>
where
    L: Layout,
    T: Borrow<L, Value = T> + for<'decoder> Decode<'decoder, L>,
{
    type Error = TooLong;

    fn try_from(borrowed: SeqRef<'_, T, MAX, L>) -> Result<Self, TooLong> {
        check_len::<MAX>(borrowed.len())?;
        Ok(Self(borrowed.to_vec()))
    }
}

impl<T, const MAX: usize> TryFrom<Vec<T>> for Seq<T, MAX> {
    type Error = TooLong;

    fn try_from(elements: Vec<T>) -> Result<Self, TooLong> {
        Self::new(elements)
    }
}

impl<T, const MAX: usize, const N: usize> From<[T; N]> for Seq<T, MAX> {
    /// Converts an array. An array that is longer than `MAX` does not compile.
    fn from(elements: [T; N]) -> Self {
        const { assert!(N <= MAX, "the array is longer than the sequence's bound") };
        Self(elements.into())
    }
}

impl<T, const MAX: usize> Default for Seq<T, MAX> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T, const MAX: usize> Deref for Seq<T, MAX> {
    type Target = [T];
    #[inline]
    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T, const MAX: usize> AsRef<[T]> for Seq<T, MAX> {
    fn as_ref(&self) -> &[T] {
        &self.0
    }
}

impl<T: fmt::Debug, const MAX: usize> fmt::Debug for Seq<T, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T, const MAX: usize> IntoIterator for Seq<T, MAX> {
    type Item = T;
    type IntoIter = alloc::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T, const MAX: usize> IntoIterator for &'a Seq<T, MAX> {
    type Item = &'a T;
    type IntoIter = core::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<T, const MAX: usize> Covariant for Seq<T, MAX>
where
    T: Borrow<Own, Value = T> + for<'decoder> Decode<'decoder, Own> + 'static,
{
    #[inline]
    fn shorten<'short, 'long: 'short>(
        borrowed: &'short SeqRef<'long, T, MAX>,
    ) -> &'short SeqRef<'short, T, MAX> {
        borrowed
    }
}
